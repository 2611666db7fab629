import numpy as np
from given import sigmoid, relu, sigmoid_backward, relu_backward

ACTIVATIONS = {"relu": relu, "sigmoid": sigmoid}
DERIVATIVES = {"relu": relu_backward, "sigmoid": sigmoid_backward}


def initialize_parameters(n_x, n_h, n_y):
    sizes = {"1": (n_h, n_x), "2": (n_y, n_h)}
    out = {}
    for name, shape in sizes.items():
        out["W" + name] = 0.01 * np.random.standard_normal(shape)
        out["b" + name] = np.zeros((shape[0], 1))
    return out


def initialize_parameters_deep(layer_dims):
    out = {}
    for l, n in enumerate(layer_dims):
        if l == 0:
            continue  # the input has no weights
        out["W" + str(l)] = 0.01 * np.random.standard_normal((n, layer_dims[l - 1]))
        out["b" + str(l)] = np.zeros((n, 1))
    return out


def linear_forward(A, W, b):
    return np.matmul(W, A) + b, (A, W, b)


def linear_backward(dZ, cache):
    A_prev, W, b = cache
    scale = 1.0 / A_prev.shape[1]
    return np.matmul(W.T, dZ), scale * np.matmul(dZ, A_prev.T), scale * dZ.sum(1, keepdims=True)


LINEAR = {"forward": linear_forward, "backward": linear_backward}


def linear_activation_forward(A_prev, W, b, activation):
    Z, linear_cache = LINEAR["forward"](A_prev, W, b)
    A, activation_cache = ACTIVATIONS[activation](Z)
    return A, (linear_cache, activation_cache)


def linear_activation_backward(dA, cache, activation):
    linear_cache, activation_cache = cache
    return LINEAR["backward"](DERIVATIVES[activation](dA, activation_cache), linear_cache)


STEP = [linear_activation_forward, linear_activation_backward]


def layer_kinds(L):
    return ["relu"] * (L - 1) + ["sigmoid"]


def L_model_forward(X, parameters):
    A = X
    caches = []
    for l, kind in enumerate(layer_kinds(len(parameters) // 2), 1):
        A, cache = STEP[0](A, parameters["W" + str(l)], parameters["b" + str(l)], kind)
        caches.append(cache)
    return A, caches


def compute_cost(AL, Y):
    m = Y.shape[1]
    losses = -(Y * np.log(AL) + (1 - Y) * np.log(1 - AL))
    return losses.sum() / m


def L_model_backward(AL, Y, caches):
    dA = np.divide(1 - Y, 1 - AL) - np.divide(Y, AL)
    grads = {}
    kinds = layer_kinds(len(caches))
    while kinds:
        l = len(kinds)
        dA, dW, db = STEP[1](dA, caches[l - 1], kinds.pop())
        grads.update({"dA" + str(l - 1): dA, "dW" + str(l): dW, "db" + str(l): db})
    return grads


def update_parameters(params, grads, learning_rate):
    result = params.copy()
    for name in result:
        result[name] = result[name] - learning_rate * grads["d" + name]
    return result
