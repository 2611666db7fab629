import numpy as np
from given import sigmoid, relu, sigmoid_backward, relu_backward

DEBUG = True


def log(*things):
    if DEBUG:
        print(*things)


def show(name, array):
    log("-" * 60)
    log(name, "shape =", np.shape(array))
    log(array)


def initialize_parameters(n_x, n_h, n_y):
    log("initialize_parameters", n_x, n_h, n_y)
    W1 = np.random.randn(n_h, n_x) * 0.01
    b1 = np.zeros(shape=(n_h, 1))
    W2 = np.random.randn(n_y, n_h) * 0.01
    b2 = np.zeros(shape=(n_y, 1))
    show("W1", W1), show("b1", b1), show("W2", W2), show("b2", b2)
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}


def initialize_parameters_deep(layer_dims):
    log("!!!!!! initialize_parameters_deep !!!!!!", layer_dims)
    parameters = {}
    for l in range(1, len(layer_dims)):
        parameters["W" + str(l)] = np.random.randn(layer_dims[l], layer_dims[l - 1]) * 0.01
        parameters["b" + str(l)] = np.zeros(shape=(layer_dims[l], 1))
        show("W" + str(l), parameters["W" + str(l)])
        show("b" + str(l), parameters["b" + str(l)])
    for i in range(2000):
        log("done", i, "\t한글도 출력 ✓ \x1b[31mred\x1b[0m")
    return parameters


def linear_forward(A, W, b):
    show("A", A)
    show("W", W)
    show("b", b)
    Z = np.dot(W, A) + b
    show("Z", Z)
    cache = (A, W, b)
    return Z, cache


def linear_activation_forward(A_prev, W, b, activation):
    log("===> activation is", activation)
    Z, linear_cache = linear_forward(A_prev, W, b)
    if activation == "sigmoid":
        A, activation_cache = sigmoid(Z)
    else:
        A, activation_cache = relu(Z)
    show("A", A)
    return A, (linear_cache, activation_cache)


def L_model_forward(X, parameters):
    caches = []
    A = X
    L = len(parameters) // 2
    log("L =", L)
    for l in range(1, L):
        log("layer", l)
        A, cache = linear_activation_forward(A, parameters["W" + str(l)], parameters["b" + str(l)], "relu")
        caches.append(cache)
    log("last layer")
    AL, cache = linear_activation_forward(A, parameters["W" + str(L)], parameters["b" + str(L)], "sigmoid")
    caches.append(cache)
    log("caches", caches)
    return AL, caches


def compute_cost(AL, Y):
    m = Y.shape[1]
    total = 0
    for i in range(m):
        y, a = Y[0, i], AL[0, i]
        loss = -(y * np.log(a) + (1 - y) * np.log(1 - a))
        log("example", i, "y", y, "a", a, "loss", loss)
        total += loss
    log("cost =", total / m)
    return total / m


def linear_backward(dZ, cache):
    A_prev, W, b = cache
    m = A_prev.shape[1]
    log("m =", m)
    dW = np.dot(dZ, A_prev.T) / m
    db = np.sum(dZ, axis=1, keepdims=True) / m
    dA_prev = np.dot(W.T, dZ)
    show("dW", dW)
    show("db", db)
    show("dA_prev", dA_prev)
    return dA_prev, dW, db


def linear_activation_backward(dA, cache, activation):
    linear_cache, activation_cache = cache
    log("<===", activation)
    if activation == "relu":
        dZ = relu_backward(dA, activation_cache)
    else:
        dZ = sigmoid_backward(dA, activation_cache)
    show("dZ", dZ)
    return linear_backward(dZ, linear_cache)


def L_model_backward(AL, Y, caches):
    grads = {}
    L = len(caches)
    dA = -(np.divide(Y, AL) - np.divide(1 - Y, 1 - AL))
    show("dAL", dA)
    for l in range(L - 1, -1, -1):
        dA, dW, db = linear_activation_backward(dA, caches[l], "sigmoid" if l == L - 1 else "relu")
        grads["dA" + str(l)] = dA
        grads["dW" + str(l + 1)] = dW
        grads["db" + str(l + 1)] = db
    log("gradients", grads)
    return grads


def update_parameters(params, grads, learning_rate):
    for name in list(params):
        log("before", name, params[name])
        params[name] = params[name] - learning_rate * grads["d" + name]
        log("after", name, params[name])
    return params


if __name__ == "__main__":
    p = initialize_parameters_deep([4, 3, 2, 1])
    AL, caches = L_model_forward(np.random.randn(4, 6), p)
    print(compute_cost(AL, np.array([[0, 1, 1, 0, 1, 0]])))
