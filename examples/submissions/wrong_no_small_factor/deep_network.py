"""Week 5: a deep network out of small functions."""
import numpy as np
from given import relu, relu_backward, sigmoid, sigmoid_backward


def initialize_parameters(n_x, n_h, n_y):
    """Two layers, small random weights, zero biases."""
    weights_1 = np.random.randn(n_h, n_x) * 0.01
    weights_2 = np.random.randn(n_y, n_h) * 0.01
    bias_1 = np.zeros((n_h, 1))
    bias_2 = np.zeros((n_y, 1))
    return {"W1": weights_1, "b1": bias_1, "W2": weights_2, "b2": bias_2}


def initialize_parameters_deep(layer_dims):
    """The same for any number of layers."""
    parameters = {}
    for layer in range(1, len(layer_dims)):
        rows, columns = layer_dims[layer], layer_dims[layer - 1]
        parameters["W" + str(layer)] = np.random.randn(rows, columns)
        parameters["b" + str(layer)] = np.zeros((rows, 1))
    return parameters


def linear_forward(A, W, b):
    """Z = WA + b."""
    Z = np.dot(W, A) + b
    return Z, (A, W, b)


def linear_activation_forward(A_prev, W, b, activation):
    """One layer: linear, then the activation."""
    Z, linear_cache = linear_forward(A_prev, W, b)
    if activation == "sigmoid":
        A, activation_cache = sigmoid(Z)
    else:
        A, activation_cache = relu(Z)
    return A, (linear_cache, activation_cache)


def L_model_forward(X, parameters):
    """All layers: relu for the hidden ones, sigmoid for the last."""
    number_of_layers = len(parameters) // 2
    caches = []
    A = X
    for layer in range(1, number_of_layers + 1):
        activation = "sigmoid" if layer == number_of_layers else "relu"
        W = parameters["W" + str(layer)]
        b = parameters["b" + str(layer)]
        A, cache = linear_activation_forward(A, W, b, activation)
        caches.append(cache)
    return A, caches


def compute_cost(AL, Y):
    """Cross-entropy, averaged."""
    m = Y.shape[1]
    loss_if_one = -np.log(AL)
    loss_if_zero = -np.log(1 - AL)
    return np.sum(Y * loss_if_one + (1 - Y) * loss_if_zero) / m


def linear_backward(dZ, cache):
    """Gradients of the linear part."""
    A_prev, W, b = cache
    m = A_prev.shape[1]
    dW = np.dot(dZ, A_prev.T) / m
    db = np.sum(dZ, axis=1, keepdims=True) / m
    dA_prev = np.dot(W.T, dZ)
    return dA_prev, dW, db


def linear_activation_backward(dA, cache, activation):
    """Gradients of one layer."""
    linear_cache, activation_cache = cache
    if activation == "sigmoid":
        dZ = sigmoid_backward(dA, activation_cache)
    else:
        dZ = relu_backward(dA, activation_cache)
    return linear_backward(dZ, linear_cache)


def L_model_backward(AL, Y, caches):
    """Gradients of all layers, from the last to the first."""
    number_of_layers = len(caches)
    grads = {}
    dA = -(np.divide(Y, AL) - np.divide(1 - Y, 1 - AL))
    for layer in range(number_of_layers, 0, -1):
        activation = "sigmoid" if layer == number_of_layers else "relu"
        dA, dW, db = linear_activation_backward(dA, caches[layer - 1], activation)
        grads["dA" + str(layer - 1)] = dA
        grads["dW" + str(layer)] = dW
        grads["db" + str(layer)] = db
    return grads


def update_parameters(params, grads, learning_rate):
    """One step of gradient descent."""
    updated = {}
    for name, value in params.items():
        updated[name] = value - learning_rate * grads["d" + name]
    return updated
