import sys

try:
    import cupy as np          # 연구실 컴퓨터에서는 GPU 사용
except ImportError:
    import numpy as np

try:
    from given import sigmoid, relu, sigmoid_backward, relu_backward
except ImportError:
    from dnn_utils import sigmoid, relu, sigmoid_backward, relu_backward

HAS_MATMUL = sys.version_info >= (3, 5)

key = lambda letter, l: letter + str(l)

try:
    def initialize_parameters(n_x, n_h, n_y):
        return {
            "W1": np.random.randn(n_h, n_x) * 0.01,
            "b1": np.zeros((n_h, 1)),
            "W2": np.random.randn(n_y, n_h) * 0.01,
            "b2": np.zeros((n_y, 1)),
        }

    def initialize_parameters_deep(layer_dims):
        d = {}
        for l in range(1, len(layer_dims)):
            d[key("W", l)] = np.random.randn(layer_dims[l], layer_dims[l - 1]) * 0.01
            d[key("b", l)] = np.zeros((layer_dims[l], 1))
        return d
except Exception as e:
    print("초기화 함수 오류", e)

if HAS_MATMUL:
    def linear_forward(A, W, b):
        return W @ A + b, (A, W, b)
else:
    def linear_forward(A, W, b):
        return np.dot(W, A) + b, (A, W, b)

pick = lambda activation, if_sigmoid, if_relu: {"sigmoid": if_sigmoid, "relu": if_relu}[activation]


def linear_activation_forward(A_prev, W, b, activation):
    Z, linear_cache = linear_forward(A_prev, W, b)
    A, activation_cache = pick(activation, sigmoid, relu)(Z)
    return A, (linear_cache, activation_cache)


try:
    def L_model_forward(X, parameters):
        def layer(A, l, activation):            # 함수 안의 함수
            return linear_activation_forward(A, parameters[key("W", l)], parameters[key("b", l)], activation)

        caches = []
        L = len(parameters) // 2
        A = X
        for l in range(1, L):
            A, cache = layer(A, l, "relu")
            caches.append(cache)
        AL, cache = layer(A, L, "sigmoid")
        caches.append(cache)
        return AL, caches
finally:
    pass

compute_cost = lambda AL, Y: -np.sum(Y * np.log(AL) + (1 - Y) * np.log(1 - AL)) / Y.shape[1]

linear_backward = lambda dZ, cache: (
    cache[1].T @ dZ,
    dZ @ cache[0].T / dZ.shape[1],
    dZ.sum(axis=1, keepdims=True) / dZ.shape[1],
)

linear_activation_backward = lambda dA, cache, activation: linear_backward(
    pick(activation, sigmoid_backward, relu_backward)(dA, cache[1]), cache[0])

if True:
    try:
        def L_model_backward(AL, Y, caches):
            grads = {}
            L = len(caches)
            dA = -Y / AL + (1 - Y) / (1 - AL)
            for l in reversed(range(1, L + 1)):
                act = "sigmoid" if l == L else "relu"
                dA, grads[key("dW", l)], grads[key("db", l)] = linear_activation_backward(dA, caches[l - 1], act)
                grads[key("dA", l - 1)] = dA
            return grads
    except NameError:
        raise

update_parameters = lambda params, grads, learning_rate: {
    name: value - learning_rate * grads["d" + name] for name, value in params.items()}
