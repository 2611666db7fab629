import numpy as np
from given import *


def initialize_parameters(n_x, n_h, n_y, scale=0.01):
    W1 = scale * np.random.randn(n_h, n_x)
    W2 = scale * np.random.randn(n_y, n_h)
    return {"W1": W1, "b1": np.zeros((n_h, 1)), "W2": W2, "b2": np.zeros((n_y, 1))}


def initialize_parameters_deep(layer_dims, scale=0.01, randn=np.random.randn):
    params = {}
    l = 1
    while l < len(layer_dims):
        params["W" + str(l)] = scale * randn(layer_dims[l], layer_dims[l - 1])
        params["b" + str(l)] = np.zeros((layer_dims[l], 1))
        l += 1
    return params


def linear_forward(A, W, b, dot=np.dot):
    return dot(W, A) + b, (A, W, b)


# I pass the functions as defaults so that I can swap one for an experiment
def linear_activation_forward(A_prev, W, b, activation, linear=linear_forward,
                              sigmoid=sigmoid, relu=relu):
    Z, linear_cache = linear(A_prev, W, b)
    if activation == "relu":
        A, Z = relu(Z)
    if activation == "sigmoid":
        A, Z = sigmoid(Z)
    return A, (linear_cache, Z)


def L_model_forward(X, parameters, layer=linear_activation_forward):
    L = len(parameters) // 2
    caches = []
    A = X
    for l in range(1, L):
        A, cache = layer(A, parameters["W" + str(l)], parameters["b" + str(l)], "relu")
        caches += [cache]
    AL, cache = layer(A, parameters["W" + str(L)], parameters["b" + str(L)], "sigmoid")
    return AL, caches + [cache]


def compute_cost(AL, Y, log=np.log):
    return -np.average(np.where(Y == 1, log(AL), log(1 - AL)))


def linear_backward(dZ, cache):
    (A_prev, W, b), m = cache, dZ.shape[1]
    dW = np.dot(dZ, A_prev.T) / m
    db = np.sum(dZ, axis=1).reshape(-1, 1) / m
    return np.dot(W.T, dZ), dW, db


def linear_activation_backward(dA, cache, activation, back=linear_backward,
                               sigmoid_backward=sigmoid_backward,
                               relu_backward=relu_backward):
    linear_cache, Z = cache
    if activation == "relu":
        return back(relu_backward(dA, Z), linear_cache)
    return back(sigmoid_backward(dA, Z), linear_cache)


def L_model_backward(AL, Y, caches, layer=linear_activation_backward):
    L = len(caches)
    grads = {}
    dA = -(Y / AL - (1 - Y) / (1 - AL))
    activation = "sigmoid"
    for l in range(L, 0, -1):
        dA, grads["dW" + str(l)], grads["db" + str(l)] = layer(dA, caches[l - 1], activation)
        grads["dA" + str(l - 1)] = dA
        activation = "relu"
    return grads


def update_parameters(params, grads, learning_rate=0.0075):
    out = dict(params)
    for l in range(1, len(params) // 2 + 1):
        for letter in "Wb":
            out[letter + str(l)] = params[letter + str(l)] - learning_rate * grads["d" + letter + str(l)]
    return out
