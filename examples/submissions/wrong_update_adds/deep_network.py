import numpy as np
from given import *

# ============ helpers of my own ============

def w(l):
    return "W" + str(l)

def bb(l):
    return "b" + str(l)

def depth(parameters):
    l = 0
    while w(l + 1) in parameters:
        l += 1
    return l

# ============ homework ============

def initialize_parameters(n_x, n_h, n_y):
    out = {}
    out[w(1)] = np.random.randn(n_h, n_x) * 0.01
    out[bb(1)] = np.zeros((n_h, 1))
    out[w(2)] = np.random.randn(n_y, n_h) * 0.01
    out[bb(2)] = np.zeros((n_y, 1))
    return out

def initialize_parameters_deep(layer_dims):
    out = {}
    for l in range(1, len(layer_dims)):
        out[w(l)] = np.random.randn(layer_dims[l], layer_dims[l - 1]) * 0.01
        out[bb(l)] = np.zeros((layer_dims[l], 1))
    return out

def linear_forward(A, W, b):
    Z = np.dot(W, A) + b
    return Z, (A, W, b)

def linear_activation_forward(A_prev, W, b, activation):
    Z, linear_cache = linear_forward(A_prev, W, b)
    A, activation_cache = {"sigmoid": sigmoid, "relu": relu}[activation](Z)
    return A, (linear_cache, activation_cache)

def L_model_forward(X, parameters):
    A = X
    caches = []
    for l in range(1, depth(parameters)):
        A, cache = linear_activation_forward(A, parameters[w(l)], parameters[bb(l)], "relu")
        caches.append(cache)
    L = depth(parameters)
    AL, cache = linear_activation_forward(A, parameters[w(L)], parameters[bb(L)], "sigmoid")
    caches.append(cache)
    return AL, caches

def compute_cost(AL, Y):
    m = Y.shape[1]
    return np.squeeze(-np.sum(Y * np.log(AL) + (1 - Y) * np.log(1 - AL)) / m)

def linear_backward(dZ, cache):
    A_prev, W, b = cache
    m = A_prev.shape[1]
    dW = np.einsum("im,jm->ij", dZ, A_prev) / m
    db = np.einsum("im->i", dZ)[:, None] / m
    dA_prev = np.einsum("ij,im->jm", W, dZ)
    return dA_prev, dW, db

def linear_activation_backward(dA, cache, activation):
    linear_cache, Z = cache
    dZ = {"sigmoid": sigmoid_backward, "relu": relu_backward}[activation](dA, Z)
    return linear_backward(dZ, linear_cache)

def L_model_backward(AL, Y, caches):
    grads = {}
    L = len(caches)
    dA = -(np.divide(Y, AL) - np.divide(1 - Y, 1 - AL))
    for l in range(L, 0, -1):
        dA, dW, db = linear_activation_backward(dA, caches[l - 1], "sigmoid" if l == L else "relu")
        grads["dA" + str(l - 1)] = dA
        grads["d" + w(l)] = dW
        grads["d" + bb(l)] = db
    return grads

def update_parameters(params, grads, learning_rate):
    new = {}
    for l in range(1, depth(params) + 1):
        new[w(l)] = params[w(l)] + learning_rate * grads["d" + w(l)]
        new[bb(l)] = params[bb(l)] + learning_rate * grads["d" + bb(l)]
    return new
