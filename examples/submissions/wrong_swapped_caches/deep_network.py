import numpy as np
from given import sigmoid, relu, sigmoid_backward, relu_backward


def initialize_parameters(n_x, n_h, n_y):
    parameters = {}
    parameters["W1"] = np.random.randn(n_h, n_x) * 0.01
    parameters["W2"] = np.random.randn(n_y, n_h) * 0.01
    parameters["b1"] = np.zeros((n_h, 1))
    parameters["b2"] = np.zeros((n_y, 1))
    return parameters


def initialize_parameters_deep(layer_dims):
    parameters = {}
    for l in range(1, len(layer_dims)):
        parameters["W{}".format(l)] = np.random.randn(layer_dims[l], layer_dims[l-1]) * 0.01
        parameters["b{}".format(l)] = np.zeros((layer_dims[l], 1))
    return parameters


def linear_forward(A, W, b):
    Z = W.dot(A)
    Z = Z + b
    cache = (A, W, b)
    return Z, cache


def linear_activation_forward(A_prev, W, b, activation):
    Z, linear_cache = linear_forward(A_prev, W, b)
    if activation == "sigmoid":
        A, activation_cache = sigmoid(Z)
    else:
        A, activation_cache = relu(Z)
    cache = (activation_cache, linear_cache)   # 활성화 값 먼저
    return A, cache


def L_model_forward(X, parameters):
    L = len(parameters) // 2
    A = X
    caches = [None] * L
    for l in range(1, L):
        W, b = parameters["W{}".format(l)], parameters["b{}".format(l)]
        A, caches[l-1] = linear_activation_forward(A, W, b, "relu")
    W, b = parameters["W{}".format(L)], parameters["b{}".format(L)]
    AL, caches[L-1] = linear_activation_forward(A, W, b, "sigmoid")
    return AL, caches


def compute_cost(AL, Y):
    m = Y.shape[1]
    cost = 0
    cost = cost - np.sum(Y * np.log(AL))
    cost = cost - np.sum((1 - Y) * np.log(1 - AL))
    return cost / m


def linear_backward(dZ, cache):
    A_prev, W, b = cache
    m = A_prev.shape[1]
    dW = dZ.dot(A_prev.T) / m
    db = dZ.sum(axis=1, keepdims=True) / m
    dA_prev = W.T.dot(dZ)
    return dA_prev, dW, db


def linear_activation_backward(dA, cache, activation):
    linear_cache, activation_cache = cache
    if activation == "sigmoid":
        dZ = sigmoid_backward(dA, activation_cache)
    else:
        dZ = relu_backward(dA, activation_cache)
    dA_prev, dW, db = linear_backward(dZ, linear_cache)
    return dA_prev, dW, db


def L_model_backward(AL, Y, caches):
    L = len(caches)
    grads = {}
    dAL = (1 - Y) / (1 - AL) - Y / AL
    dA, dW, db = linear_activation_backward(dAL, caches[L-1], "sigmoid")
    grads["dA{}".format(L-1)] = dA
    grads["dW{}".format(L)] = dW
    grads["db{}".format(L)] = db
    l = L - 1
    while l > 0:
        dA, dW, db = linear_activation_backward(dA, caches[l-1], "relu")
        grads["dA{}".format(l-1)] = dA
        grads["dW{}".format(l)] = dW
        grads["db{}".format(l)] = db
        l -= 1
    return grads


def update_parameters(params, grads, learning_rate):
    L = len(params) // 2
    new_params = {}
    for l in range(1, L + 1):
        new_params["W{}".format(l)] = params["W{}".format(l)] - learning_rate * grads["dW{}".format(l)]
        new_params["b{}".format(l)] = params["b{}".format(l)] - learning_rate * grads["db{}".format(l)]
    return new_params
