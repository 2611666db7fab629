import numpy as np, given


def initialize_parameters(n_x, n_h, n_y):
    return {"W1": .01 * np.random.randn(n_h, n_x), "b1": np.zeros((n_h, 1)),
            "W2": .01 * np.random.randn(n_y, n_h), "b2": np.zeros((n_y, 1))}

def initialize_parameters_deep(layer_dims):
    p = {}
    for l in range(1, len(layer_dims)):
        p[f"W{l}"] = .01 * np.random.randn(layer_dims[l], layer_dims[l-1])
        p[f"b{l}"] = np.zeros((layer_dims[l], 1))
    return p

def linear_forward(A, W, b):
    return W @ A + b, (A, W, b)

def linear_activation_forward(A_prev, W, b, activation):
    Z, c = linear_forward(A_prev, W, b)
    A, Z = getattr(given, activation)(Z)
    return A, (c, Z)

def L_model_forward(X, parameters):
    A, caches, L = X, [], len(parameters) // 2
    for l in range(1, L + 1):
        A, c = linear_activation_forward(A, parameters[f"W{l}"], parameters[f"b{l}"], ("relu", "sigmoid")[l == L])
        caches.append(c)
    return A, caches

def compute_cost(AL, Y):
    return np.mean(Y * np.log(AL) + (1 - Y) * np.log(1 - AL))

def linear_backward(dZ, cache):
    A, W, b = cache
    m = A.shape[1]
    return W.T @ dZ, dZ @ A.T / m, dZ.mean(1, keepdims=True)

def linear_activation_backward(dA, cache, activation):
    c, Z = cache
    return linear_backward(getattr(given, activation + "_backward")(dA, Z), c)

def L_model_backward(AL, Y, caches):
    g, L = {}, len(caches)
    d = (1 - Y) / (1 - AL) - Y / AL
    for l in range(L, 0, -1):
        d, g[f"dW{l}"], g[f"db{l}"] = linear_activation_backward(d, caches[l-1], ("relu", "sigmoid")[l == L])
        g[f"dA{l-1}"] = d
    return g

def update_parameters(params, grads, learning_rate):
    return {k: params[k] - learning_rate * grads["d" + k] for k in params}
