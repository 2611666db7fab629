import numpy as np
from given import sigmoid, relu, sigmoid_backward, relu_backward


def initialize_parameters(n_x, n_h, n_y):
    W1 = np.float32(0.01) * np.random.randn(n_h, n_x).astype(np.float32)
    W2 = np.float32(0.01) * np.random.randn(n_y, n_h).astype(np.float32)
    b1 = np.zeros([n_h, 1], dtype=np.float32)
    b2 = np.zeros([n_y, 1], dtype=np.float32)
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2, "sizes": [n_x, n_h, n_y]}


def initialize_parameters_deep(layer_dims):
    params = {}
    for l in range(1, len(layer_dims)):
        W = np.random.randn(layer_dims[l], layer_dims[l - 1]).astype("float32")
        W *= 0.01
        params["W" + str(l)] = W
        params["b" + str(l)] = np.zeros([layer_dims[l], 1], "float32")
    return params


def linear_forward(A, W, b):
    return [W.dot(A) + b, [A, W, b]]


def linear_activation_forward(A_prev, W, b, activation):
    [Z, lin] = linear_forward(A_prev, W, b)
    if activation == "sigmoid":
        [A, act] = sigmoid(Z)
    else:
        [A, act] = relu(Z)
    return [A, [lin, act]]


def L_model_forward(X, parameters):
    caches = []
    L = len(parameters) // 2
    A = X
    for l in range(1, L + 1):
        [A, c] = linear_activation_forward(A, parameters["W" + str(l)], parameters["b" + str(l)],
                                           "relu" if l < L else "sigmoid")
        caches.append(c)
    return [A, caches]


def compute_cost(AL, Y):
    a = AL.astype(np.float32)
    y = Y.astype(np.float32)
    losses = -(y * np.log(a) + (1 - y) * np.log(1 - a))
    return np.mean(losses, dtype=np.float32)


def linear_backward(dZ, cache):
    A_prev, W = cache[0], cache[1]
    m = A_prev.shape[1]
    return [W.T.dot(dZ), dZ.dot(A_prev.T) / m, np.sum(dZ, 1, keepdims=True) / m]


def linear_activation_backward(dA, cache, activation):
    [lin, Z] = cache
    dZ = sigmoid_backward(dA, Z) if activation == "sigmoid" else relu_backward(dA, Z)
    return linear_backward(dZ, lin)


def L_model_backward(AL, Y, caches):
    L = len(caches)
    grads = {}
    dA = (AL - Y) / (AL * (1 - AL))
    for l in range(L, 0, -1):
        [dA, dW, db] = linear_activation_backward(dA, caches[l - 1], "sigmoid" if l == L else "relu")
        grads["dA" + str(l - 1)] = dA
        grads["dW" + str(l)] = dW
        grads["db" + str(l)] = db
    return grads


def update_parameters(params, grads, learning_rate):
    # in place, no copies: saves memory
    for l in range(1, len(params) // 2 + 1):
        params["W" + str(l)] -= learning_rate * grads["dW" + str(l)]
        params["b" + str(l)] -= learning_rate * grads["db" + str(l)]
    return params
