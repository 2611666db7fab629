"""5주차 과제. 이름이 너무 길어서 짧은 별명을 만들어 썼습니다."""
import numpy as np
import given as g

rng = np.random


def initialize_parameters(n_x, n_h, n_y):
    # 2층 신경망
    return dict(W1=rng.randn(n_h, n_x) * .01, b1=np.zeros([n_h, 1]),
                W2=rng.randn(n_y, n_h) * .01, b2=np.zeros([n_y, 1]))


def initialize_parameters_deep(layer_dims):
    p = {}
    for i, (n_prev, n) in enumerate(zip(layer_dims, layer_dims[1:]), start=1):
        p["W%d" % i] = rng.randn(n, n_prev) * .01
        p["b%d" % i] = np.zeros([n, 1])
    return p


def linear_forward(A, W, b):
    # Z = WA + b, 역전파에서 쓸 값은 cache에 저장
    return W.dot(A) + b, (A, W, b)


lin = linear_forward        # 별명


def linear_activation_forward(A_prev, W, b, activation):
    Z, c1 = lin(A_prev, W, b)
    act = g.sigmoid if activation == "sigmoid" else g.relu
    A, c2 = act(Z)
    return A, (c1, c2)


fwd = linear_activation_forward


def L_model_forward(X, parameters):
    one_layer = fwd         # 별명의 별명
    n = len(parameters) // 2
    A, caches = X, []
    for i in range(1, n + 1):
        kind = "sigmoid" if i == n else "relu"
        A, c = one_layer(A, parameters["W%d" % i], parameters["b%d" % i], kind)
        caches.append(c)
    return A, caches


def compute_cost(AL, Y):
    # 평균 크로스 엔트로피
    return float(-np.mean(Y * np.log(AL) + (1 - Y) * np.log(1 - AL)))


def linear_backward(dZ, cache):
    A_prev, W, _ = cache
    m = dZ.shape[1]
    return W.T.dot(dZ), dZ.dot(A_prev.T) / m, dZ.mean(axis=1, keepdims=True)


lin_back = linear_backward
sb, rb = g.sigmoid_backward, g.relu_backward


def linear_activation_backward(dA, cache, activation):
    c1, Z = cache
    dZ = sb(dA, Z) if activation == "sigmoid" else rb(dA, Z)
    return lin_back(dZ, c1)


bwd = linear_activation_backward


def L_model_backward(AL, Y, caches):
    grads = {}
    n = len(caches)
    dA = (1 - Y) / (1 - AL) - Y / AL
    for i in range(n, 0, -1):
        kind = "sigmoid" if i == n else "relu"
        dA, dW, db = bwd(dA, caches[i - 1], kind)
        grads["dA%d" % (i - 1)] = dA
        grads["dW%d" % i] = dW
        grads["db%d" % i] = db
    return grads


def update_parameters(params, grads, learning_rate):
    return {k: v - learning_rate * grads["d" + k] for k, v in params.items()}
