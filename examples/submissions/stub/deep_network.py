"""Deep network, step by step: fill in the functions."""

import numpy as np

from given import relu, relu_backward, sigmoid, sigmoid_backward


def initialize_parameters(n_x, n_h, n_y):
    """Return W1 (n_h, n_x), b1 (n_h, 1), W2 (n_y, n_h), b2 (n_y, 1) in a dict."""
    raise NotImplementedError


def initialize_parameters_deep(layer_dims):
    """Return W1, b1, …, WL, bL in a dict; W{l} is (layer_dims[l], layer_dims[l-1])."""
    raise NotImplementedError


def linear_forward(A, W, b):
    """Return Z, and the cache (A, W, b)."""
    raise NotImplementedError


def linear_activation_forward(A_prev, W, b, activation):
    """Return A, and the cache (linear_cache, activation_cache)."""
    raise NotImplementedError


def L_model_forward(X, parameters):
    """Return AL, and the list of the caches of all layers."""
    raise NotImplementedError


def compute_cost(AL, Y):
    """Return the cross-entropy cost, a number."""
    raise NotImplementedError


def linear_backward(dZ, cache):
    """Return dA_prev, dW and db."""
    raise NotImplementedError


def linear_activation_backward(dA, cache, activation):
    """Return dA_prev, dW and db."""
    raise NotImplementedError


def L_model_backward(AL, Y, caches):
    """Return a dict with dA{l-1}, dW{l} and db{l} of every layer l."""
    raise NotImplementedError


def update_parameters(params, grads, learning_rate):
    """Return the parameters after one step of gradient descent."""
    raise NotImplementedError
