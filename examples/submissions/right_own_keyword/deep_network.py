import numpy as np
from given import sigmoid, relu, sigmoid_backward, relu_backward


def initialize_parameters(n_x, n_h, n_y):
    return initialize_parameters_deep([n_x, n_h, n_y])


def initialize_parameters_deep(layer_dims, *, factor=0.01):
    params = {}
    for l in range(1, len(layer_dims)):
        params["W" + str(l)] = np.random.normal(0, factor, (layer_dims[l], layer_dims[l - 1]))
        params["b" + str(l)] = np.zeros((layer_dims[l], 1))
    return params


def linear_forward(A, W, b, check_shapes=False):
    """`check_shapes` is mine: I switch it on while debugging."""
    if check_shapes:
        assert W.shape[1] == A.shape[0], (W.shape, A.shape)
        assert b.shape == (W.shape[0], 1), b.shape
    Z = np.dot(W, A) + b
    return Z, (A, W, b)


def linear_activation_forward(A_prev, W, b, activation="relu", check_shapes=False):
    Z, linear_cache = linear_forward(A=A_prev, W=W, b=b, check_shapes=check_shapes)
    A, activation_cache = sigmoid(Z) if activation == "sigmoid" else relu(Z)
    return A, (linear_cache, activation_cache)


def L_model_forward(X, parameters):
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L):
        A, cache = linear_activation_forward(A, W=parameters["W" + str(l)], b=parameters["b" + str(l)],
                                             check_shapes=True)
        caches.append(cache)
    AL, cache = linear_activation_forward(A, parameters["W" + str(L)], parameters["b" + str(L)],
                                          check_shapes=True, activation="sigmoid")
    caches.append(cache)
    return AL, caches


def compute_cost(AL, Y):
    m = Y.shape[1]
    cost = -(np.dot(Y, np.log(AL).T) + np.dot(1 - Y, np.log(1 - AL).T)) / m
    return cost.item()


def linear_backward(dZ, cache, need_dA=True):
    """`need_dA=False` leaves out the product that layer 1 does not need."""
    A_prev, W, b = cache
    m = A_prev.shape[1]
    dW = np.dot(dZ, A_prev.T) / m
    db = np.sum(dZ, axis=1, keepdims=True) / m
    dA_prev = np.dot(W.T, dZ) if need_dA else None
    return dA_prev, dW, db


def linear_activation_backward(dA, cache, activation="relu", need_dA=True):
    linear_cache, Z = cache
    dZ = sigmoid_backward(dA, Z) if activation == "sigmoid" else relu_backward(dA, Z)
    return linear_backward(dZ, cache=linear_cache, need_dA=need_dA)


def L_model_backward(AL, Y, caches):
    L = len(caches)
    grads = {}
    dA = (1 - Y) / (1 - AL) - Y / AL
    for l in range(L, 0, -1):
        dA, dW, db = linear_activation_backward(dA, caches[l - 1], need_dA=True,
                                                activation="sigmoid" if l == L else "relu")
        grads["dA" + str(l - 1)] = dA
        grads["dW" + str(l)] = dW
        grads["db" + str(l)] = db
    return grads


def update_parameters(params, grads, learning_rate):
    L = len(params) // 2
    new = {}
    for l in range(1, L + 1):
        new["W" + str(l)] = params["W" + str(l)] - learning_rate * grads["dW" + str(l)]
        new["b" + str(l)] = params["b" + str(l)] - learning_rate * grads["db" + str(l)]
    return new
