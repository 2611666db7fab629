# %% [markdown]
# # A deep network, step by step
#
# You are going to build a network of as many layers as you like, and the whole of one training step: forward, cost, backward, update. Every hidden layer uses ReLU; the output layer uses a sigmoid, because the network answers yes or no.
#
# ```
#  X --> [ linear, relu ] --A1--> [ linear, relu ] --A2--> [ linear, sigmoid ] --> AL --> cost
#               |                       |                          |
#            cache 1                 cache 2                    cache 3
#               |                       |                          |
#  dA0 <-- [ backward 1 ] <--dA1-- [ backward 2 ] <--dA2-- [ backward 3 ] <-- dAL <-- AL, Y
#               |                       |                          |
#            dW1, db1                dW2, db2                   dW3, db3
# ```
#
# The upper row runs from left to right. Each layer leaves a **cache** behind: what its own backward step will need. The lower row runs from right to left, takes the caches in reverse order, and produces one gradient for each parameter.
#
# | symbol | meaning | shape |
# |---|---|---|
# | $L$ | number of layers; the input is not counted | |
# | $n^{[l]}$ | number of units in layer $l$; $n^{[0]}$ is the number of inputs | |
# | $m$ | number of examples; **each column is one example** | |
# | $W^{[l]}$, and $dW^{[l]}$ | weights of layer $l$, and their gradient | $(n^{[l]}, n^{[l-1]})$ |
# | $b^{[l]}$, and $db^{[l]}$ | biases of layer $l$, and their gradient | $(n^{[l]}, 1)$ |
# | $Z^{[l]}$, $A^{[l]}$, and their gradients | before and after the activation | $(n^{[l]}, m)$ |
#
# The ten functions stand in the order in which they are called, so work from top to bottom. The file `given.py` brings `sigmoid`, `relu`, `sigmoid_backward` and `relu_backward`; read it first, it is short. `autograder check` compares your functions with the public examples, among them the worked examples below.

# %%
import numpy as np
from given import relu, relu_backward, sigmoid, sigmoid_backward


# %% [markdown]
# ## 1. `initialize_parameters`: a network of two layers
#
# Training has to start somewhere. If all weights were zero, every unit of a layer would compute the same value and receive the same gradient, and they would stay copies of each other for ever. Small **random** weights break this symmetry; small, so that a sigmoid does not start on its flat part. Biases may start at zero.
#
# $$W^{[l]}_{ij} = 0.01 \cdot \varepsilon_{ij}, \quad \varepsilon_{ij} \sim \mathcal{N}(0, 1), \qquad b^{[l]} = 0$$
#
# **Shapes.** `W1` $(n_h, n_x)$, `b1` $(n_h, 1)$, `W2` $(n_y, n_h)$, `b2` $(n_y, 1)$.
#
# **On paper.** With 3 inputs, 2 hidden units and 1 output: `W1` has 2 rows (one per unit) of 3 weights (one per input), `b1` has 2 rows. `W2` is a single row of 2 weights, `b2` a single number, still as a $(1, 1)$ array. Together $6 + 2 + 2 + 1 = 11$ numbers.
#
# **Predict the shape** of `initialize_parameters(5, 8, 3)["W2"]` before you run it.
#
# <details><summary>Check your prediction</summary>
#
# $(3, 8)$: three output units, each with a weight for each of the eight hidden units.
#
# </details>
#
# **Common traps.** Rows and columns of `W` swapped; `np.random.rand`, which is never negative; a bias of shape `(n_h,)` instead of `(n_h, 1)`.
#
# <details><summary>Hint 1: the idea</summary>
#
# A row of `W` is a unit, a column is something that the unit listens to.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# numpy has a function that draws from the standard normal distribution; scale what it gives. Zeros need a shape as *one* argument, a tuple.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# With `initialize_parameters(4, 3, 2)`, in the order of the dictionary: $(3, 4)$, $(3, 1)$, $(2, 3)$, $(2, 1)$.
#
# </details>

# %%
def initialize_parameters(n_x, n_h, n_y):
    """Return small random weights and zero biases for a network of two layers.

    Parameters
    ----------
    n_x : int
        Number of inputs.
    n_h : int
        Number of hidden units.
    n_y : int
        Number of output units.

    Returns
    -------
    parameters : dict of ndarray
        ``W1`` (n_h, n_x) and ``W2`` (n_y, n_h), normal with mean 0 and standard
        deviation 0.01; ``b1`` (n_h, 1) and ``b2`` (n_y, 1), zero.
    """
    # YOUR CODE HERE
    raise NotImplementedError("initialize_parameters is not written yet")


# %% [markdown]
# ## 2. `initialize_parameters_deep`: any number of layers
#
# The same for a network whose layers are listed: `layer_dims = [n0, n1, ..., nL]`. The list has one entry more than the network has layers, since the input stands in it but is not a layer.
#
# $$W^{[l]} : (n^{[l]}, n^{[l-1]}), \qquad b^{[l]} : (n^{[l]}, 1), \qquad l = 1, \dots, L$$
#
# **Shapes.** The number of columns of `W2` is the number of rows of `W1`: what one layer produces, the next one consumes.
#
# **On paper.** `layer_dims = [3, 5, 4, 1]` has $L = 3$ layers. `W1` $(5, 3)$, `W2` $(4, 5)$, `W3` $(1, 4)$; `b1` $(5, 1)$, `b2` $(4, 1)$, `b3` $(1, 1)$. Together $15 + 20 + 4 + 5 + 4 + 1 = 49$ numbers.
#
# **Predict** how many keys `initialize_parameters_deep([7, 6, 2])` has, and the shape of the last `b`.
#
# <details><summary>Check your prediction</summary>
#
# Four keys, `W1`, `b1`, `W2`, `b2`; the last `b` has shape $(2, 1)$.
#
# </details>
#
# **Common traps.** Starting the layers at 0; stopping one layer early; writing a fixed number of layers.
#
# <details><summary>Hint 1: the idea</summary>
#
# One turn of a loop makes one layer. Which numbers of the list does layer $l$ need?
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# A key such as `W2` can be put together from a letter and a number: `"W" + str(2)` or `f"W{2}"`.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# For `[7, 6, 2]`: layer 1 reads the entries 6 and 7, layer 2 the entries 2 and 6. In each pair, the first is the number of rows.
#
# </details>

# %%
def initialize_parameters_deep(layer_dims):
    """Return small random weights and zero biases for a network of L layers.

    Parameters
    ----------
    layer_dims : list of int
        Number of inputs, then the number of units of each layer.

    Returns
    -------
    parameters : dict of ndarray
        For l = 1 to L, ``W{l}`` (n_l, n_{l-1}), normal with mean 0 and standard
        deviation 0.01, and ``b{l}`` (n_l, 1), zero.
    """
    # YOUR CODE HERE
    raise NotImplementedError("initialize_parameters_deep is not written yet")


# %% [markdown]
# ## 3. `linear_forward`: the linear half of a layer
#
# Every unit takes a weighted sum of its inputs and adds its bias. One matrix product does it for all units and all examples at once.
#
# $$Z = W A + b$$
#
# The function also returns a cache, the tuple of `A`, `W` and `b` in this order. The backward step will need `A` (for $dW$) and `W` (for $dA$). No gradient needs `b`; it is kept so that a cache holds a whole layer.
#
# **Shapes.** $W\,(n, n_{prev})$ times $A\,(n_{prev}, m)$ gives $(n, m)$. The bias $(n, 1)$ is broadcast: the same column is added for every example.
#
# **On paper.** One unit, two inputs, three examples:
#
# $$W = \begin{bmatrix} 2 & -1 \end{bmatrix}, \quad b = \begin{bmatrix} 1 \end{bmatrix}, \quad A = \begin{bmatrix} 1 & 0 & 3 \\ 1 & 2 & 4 \end{bmatrix}$$
#
# The first example gives $2 \cdot 1 - 1 \cdot 1 + 1 = 2$; all three, $Z = \begin{bmatrix} 2 & -1 & 3 \end{bmatrix}$.
#
# **Predict the shape** before you run this:
#
# ```python
# Z, cache = linear_forward(np.ones((4, 6)), np.ones((3, 4)), np.zeros((3, 1)))
# print(Z.shape, len(cache))
# ```
#
# <details><summary>Check your prediction</summary>
#
# `(3, 6) 3`: three units, six examples; three things in the cache.
#
# </details>
#
# **Common traps.** The order of the product, since $AW$ is something else than $WA$; `*`, which multiplies entry by entry; a cache in another order, which the backward step unpacks wrongly.
#
# <details><summary>Hint 1: the idea</summary>
#
# Entry $(i, j)$ of $Z$ is unit $i$ looking at example $j$: row $i$ of $W$ meets column $j$ of $A$.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# In numpy, `np.dot` and `@` are matrix products. Adding a column to a matrix needs no loop.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# Write the shapes below the formula: $(n, m) = (n, n_{prev})(n_{prev}, m) + (n, 1)$. The inner numbers of a product must agree.
#
# </details>

# %%
def linear_forward(A, W, b):
    """Return Z = W A + b of one layer, and what its backward step needs.

    Parameters
    ----------
    A : ndarray, shape (n_prev, m)
        Activations of the previous layer, or the input.
    W : ndarray, shape (n, n_prev)
        Weights.
    b : ndarray, shape (n, 1)
        Biases.

    Returns
    -------
    Z : ndarray, shape (n, m)
    cache : tuple of ndarray, (A, W, b)
    """
    # YOUR CODE HERE
    raise NotImplementedError("linear_forward is not written yet")


# %% [markdown]
# ## 4. `linear_activation_forward`: a whole layer
#
# A layer is the linear step followed by an activation. Without the activation, any number of layers would collapse into a single linear one.
#
# $$A = g(W A_{prev} + b), \qquad g = \mathrm{relu} \;\; \mathrm{or} \;\; \mathrm{sigmoid}$$
#
# `activation` is the word `"relu"` or `"sigmoid"`. The cache is a pair: first the **linear cache**, the tuple that `linear_forward` made, then the **activation cache**, which is $Z$, because the slope of the activation is taken at $Z$. The functions in `given.py` return $A$ and $Z$ together.
#
# **Shapes.** $A$ and $Z$ are both $(n, m)$: an activation works on each entry alone and changes no shape.
#
# **On paper.** With the layer of section 3, $Z = \begin{bmatrix} 2 & -1 & 3 \end{bmatrix}$. With ReLU, $A = \begin{bmatrix} 2 & 0 & 3 \end{bmatrix}$; with the sigmoid, $A \approx \begin{bmatrix} 0.881 & 0.269 & 0.953 \end{bmatrix}$. In both cases the cache ends with $Z$, not with $A$.
#
# **Predict** the shapes of `A` and of `cache[0][1]` before you run this:
#
# ```python
# A, cache = linear_activation_forward(np.ones((2, 9)), np.ones((5, 2)), np.zeros((5, 1)), "relu")
# ```
#
# <details><summary>Check your prediction</summary>
#
# `A` is $(5, 9)$. `cache[0]` is the linear cache, and its entry 1 is `W`, $(5, 2)$.
#
# </details>
#
# **Common traps.** Keeping $A$ instead of $Z$; the two parts of the cache in the other order; one flat tuple of four.
#
# <details><summary>Hint 1: the idea</summary>
#
# Two calls one after the other; each gives a result and something to remember.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# An `if` on the word `activation` chooses $g$. Both functions return two values, so unpack two.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# The result is a pair: an array $(n, m)$, and a pair of (a tuple of three arrays, an array $(n, m)$).
#
# </details>

# %%
def linear_activation_forward(A_prev, W, b, activation):
    """Return the activations of one layer, and what its backward step needs.

    Parameters
    ----------
    A_prev : ndarray, shape (n_prev, m)
        Activations of the previous layer, or the input.
    W : ndarray, shape (n, n_prev)
        Weights.
    b : ndarray, shape (n, 1)
        Biases.
    activation : {"relu", "sigmoid"}

    Returns
    -------
    A : ndarray, shape (n, m)
    cache : tuple, (linear_cache, activation_cache)
        ``linear_cache`` is (A_prev, W, b), ``activation_cache`` is Z (n, m).
    """
    # YOUR CODE HERE
    raise NotImplementedError("linear_activation_forward is not written yet")


# %% [markdown]
# ## 5. `L_model_forward`: all layers
#
# Start with $A^{[0]} = X$ and go through the layers. Examples are handled all at once, but the loop over layers stays: layer $l$ cannot begin before layer $l - 1$ is done.
#
# $$A^{[l]} = \mathrm{relu}(W^{[l]} A^{[l-1]} + b^{[l]}) \quad (l \lt L), \qquad A^{[L]} = \sigma(W^{[L]} A^{[L-1]} + b^{[L]})$$
#
# **Shapes.** $X$ is $(n^{[0]}, m)$, `AL` is $(n^{[L]}, m)$. `caches` is a list of $L$ caches, that of layer 1 first, at index 0.
#
# **On paper.** Two layers of one unit each; the first is that of section 3, the second has $W^{[2]} = [1]$ and $b^{[2]} = [-2]$. Then $A^{[1]} = \begin{bmatrix} 2 & 0 & 3 \end{bmatrix}$, $Z^{[2]} = \begin{bmatrix} 0 & -2 & 1 \end{bmatrix}$ and $A^{[2]} \approx \begin{bmatrix} 0.5 & 0.119 & 0.731 \end{bmatrix}$. `caches` has two entries.
#
# **Predict** `AL.shape` and `len(caches)` for `layer_dims = [4, 6, 6, 3, 1]` and 20 examples.
#
# <details><summary>Check your prediction</summary>
#
# $(1, 20)$ and 4. The list `layer_dims` has five entries, the network four layers.
#
# </details>
#
# **Common traps.** ReLU at the output; the cache of the last layer forgotten; a loop that works for two layers and no more; `len(parameters)` taken for the number of layers.
#
# <details><summary>Hint 1: the idea</summary>
#
# One variable holds "the activations so far". Every layer reads it and replaces it.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# Each layer owns two entries of `parameters`; this gives $L$. Layers 1 to $L - 1$ are alike, layer $L$ differs in one word.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# Print the shape of the activations after each layer: its rows must be $n^{[1]}$, then $n^{[2]}$, and at the end $n^{[L]}$; its columns are always $m$.
#
# </details>

# %%
def L_model_forward(X, parameters):
    """Return the output of the whole network, and the caches of its layers.

    Layers 1 to L-1 use ReLU, layer L the sigmoid.

    Parameters
    ----------
    X : ndarray, shape (n_0, m)
        Input, one example per column.
    parameters : dict of ndarray
        ``W{l}`` (n_l, n_{l-1}) and ``b{l}`` (n_l, 1) for l = 1 to L.

    Returns
    -------
    AL : ndarray, shape (n_L, m)
    caches : list of tuple
        What `linear_activation_forward` returned as cache, for l = 1 to L.
    """
    # YOUR CODE HERE
    raise NotImplementedError("L_model_forward is not written yet")


# %% [markdown]
# ## 6. `compute_cost`: one number for the whole batch
#
# The loss judges one example; the cost is its **mean** over all of them. For yes/no answers the loss is the cross-entropy: the surprise at the label $y$ when $a$ was predicted.
#
# $$J = -\frac{1}{m} \sum_{i=1}^{m} \left( y^{(i)} \log a^{(i)} + (1 - y^{(i)}) \log (1 - a^{(i)}) \right)$$
#
# For each example exactly one of the two terms is not zero: the label decides which.
#
# **Shapes.** `AL` and `Y` are both $(1, m)$; the result is a single number, with shape `()`.
#
# **On paper.** Predictions $0.5$, $0.8$, $0.9$ for the labels $1$, $1$, $0$. The three losses are $-\log 0.5 = 0.693$, $-\log 0.8 = 0.223$ and $-\log 0.1 = 2.303$. Their mean is $3.219 / 3 = 1.073$. The confident wrong answer costs most.
#
# **Predict the shape** of `Y * np.log(AL)` and that of its sum without `axis`.
#
# <details><summary>Check your prediction</summary>
#
# $(1, m)$, and `()`: a sum without `axis` adds up everything.
#
# </details>
#
# **Common traps.** The minus sign; the sum instead of the mean; a result of shape $(1, 1)$ from a matrix product.
#
# <details><summary>Hint 1: the idea</summary>
#
# Compute the loss of every example first, as one row; only then take the mean.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# Labels and logarithms meet entry by entry, so `*` is right here. `np.log` is the natural logarithm.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# $m$ is the number of columns of `Y`. If your result prints with brackets, it is still an array; a number prints without.
#
# </details>

# %%
def compute_cost(AL, Y):
    """Return the cross-entropy cost, the mean over the examples.

    Parameters
    ----------
    AL : ndarray, shape (1, m)
        Predicted probabilities, strictly between 0 and 1.
    Y : ndarray, shape (1, m)
        Labels, 0 or 1.

    Returns
    -------
    cost : float
        A single number, shape ().
    """
    # YOUR CODE HERE
    raise NotImplementedError("compute_cost is not written yet")


# %% [markdown]
# ## 7. `linear_backward`: back through the linear half
#
# Now the way back. Somebody hands us $dZ$, the gradient of the cost with respect to $Z = W A_{prev} + b$. We turn it into the gradients with respect to the three things that $Z$ was made of.
#
# $$dW = \frac{1}{m} \, dZ \, A_{prev}^{T}, \qquad db = \frac{1}{m} \sum_{i=1}^{m} dZ^{(i)}, \qquad dA_{prev} = W^{T} dZ$$
#
# In this course's notation the columns of $dZ$ and $dA$ belong to single examples, and the $\frac{1}{m}$ of the cost is applied where examples are added up: in $dW$ and $db$, and not in $dA_{prev}$.
#
# **Shapes.** A gradient has the shape of the thing itself: $dW\,(n, n_{prev})$, $db\,(n, 1)$, $dA_{prev}\,(n_{prev}, m)$. This alone tells you where a transpose belongs.
#
# **On paper.** The layer of section 3, with $dZ = \begin{bmatrix} 3 & 0 & -6 \end{bmatrix}$ and $m = 3$:
#
# $$dW = \frac{1}{3} \begin{bmatrix} 3 + 0 - 18 & 3 + 0 - 24 \end{bmatrix} = \begin{bmatrix} -5 & -7 \end{bmatrix}, \quad db = \frac{3 + 0 - 6}{3} = -1, \quad dA_{prev} = \begin{bmatrix} 6 & 0 & -12 \\ -3 & 0 & 6 \end{bmatrix}$$
#
# **Predict the shape** of `np.sum(dZ, axis=1)` and of `np.sum(dZ, axis=1, keepdims=True)` for `dZ` of shape $(4, 9)$.
#
# <details><summary>Check your prediction</summary>
#
# `(4,)` and `(4, 1)`. Only the second is a column, and only the second has the shape of `b`. Subtract the first from `b` and broadcasting silently makes a $(4, 4)$ matrix of it.
#
# </details>
#
# **Common traps.** A missing $\frac{1}{m}$; a sum without `keepdims`; the transpose on the wrong factor, which a square $W$ does not give away.
#
# <details><summary>Hint 1: the idea</summary>
#
# Weight $W_{ij}$ joins input $j$ to unit $i$. Its gradient adds, over the examples, "what unit $i$ should change" times "what input $j$ was".
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# The cache holds three things; two of them are used. $m$ is the number of columns of `A_prev`.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# $(n, n_{prev}) = (n, m)(m, n_{prev})$ and $(n_{prev}, m) = (n_{prev}, n)(n, m)$. Which factor had to be turned over in each?
#
# </details>

# %%
def linear_backward(dZ, cache):
    """Return the gradients of the cost through the linear step of one layer.

    Parameters
    ----------
    dZ : ndarray, shape (n, m)
        Gradient of the cost with respect to this layer's Z.
    cache : tuple of ndarray, (A_prev, W, b)
        Shapes (n_prev, m), (n, n_prev), (n, 1).

    Returns
    -------
    dA_prev : ndarray, shape (n_prev, m)
    dW : ndarray, shape (n, n_prev)
        A mean over the examples.
    db : ndarray, shape (n, 1)
        A mean over the examples.
    """
    # YOUR CODE HERE
    raise NotImplementedError("linear_backward is not written yet")


# %% [markdown]
# ## 8. `linear_activation_backward`: back through a whole layer
#
# Backwards, the order turns round: first through the activation, then through the linear step.
#
# $$dZ = dA \odot g'(Z), \qquad \mathrm{then} \;\; dW, \; db, \; dA_{prev} \;\; \mathrm{from} \;\; dZ$$
#
# The sign $\odot$ means entry by entry. `relu_backward` and `sigmoid_backward` in `given.py` compute $dA \odot g'(Z)$ for you, if you hand them the right half of the cache.
#
# **Shapes.** $dA$, $Z$ and $dZ$ are all $(n, m)$.
#
# **On paper.** The layer of section 3 again, $Z = \begin{bmatrix} 2 & -1 & 3 \end{bmatrix}$, with ReLU and $dA = \begin{bmatrix} 3 & 5 & -6 \end{bmatrix}$. ReLU lets a gradient through where $Z$ is positive: $dZ = \begin{bmatrix} 3 & 0 & -6 \end{bmatrix}$. The rest is the example of section 7, so $dW = \begin{bmatrix} -5 & -7 \end{bmatrix}$. Note that $-6$ passes: the sign of $Z$ counts, not that of $dA$.
#
# **Predict** what ReLU does to a unit whose $Z$ is negative for every example: what are its row of `dW` and its entry of `db`?
#
# <details><summary>Check your prediction</summary>
#
# All zero. Such a unit learns nothing from this batch; it is called a dead unit.
#
# </details>
#
# **Common traps.** The linear cache handed to the activation's backward step; the two words exchanged; the slope of another activation, such as $1 - A^2$, which belongs to tanh.
#
# <details><summary>Hint 1: the idea</summary>
#
# The cache is a pair, and there are two steps to go back through: each takes one of the two.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# Choose the backward step by the word `activation`, just as on the way forward; it gives $dZ$. You wrote the function for the rest in section 7.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# In: $(n, m)$. In between: $(n, m)$. Out: $(n_{prev}, m)$, $(n, n_{prev})$, $(n, 1)$.
#
# </details>

# %%
def linear_activation_backward(dA, cache, activation):
    """Return the gradients of the cost through one whole layer.

    Parameters
    ----------
    dA : ndarray, shape (n, m)
        Gradient of the cost with respect to this layer's activations.
    cache : tuple, (linear_cache, activation_cache)
        As returned by `linear_activation_forward`.
    activation : {"relu", "sigmoid"}

    Returns
    -------
    dA_prev : ndarray, shape (n_prev, m)
    dW : ndarray, shape (n, n_prev)
    db : ndarray, shape (n, 1)
    """
    # YOUR CODE HERE
    raise NotImplementedError("linear_activation_backward is not written yet")


# %% [markdown]
# ## 9. `L_model_backward`: back through all layers
#
# The way back begins with the gradient of the cost with respect to the output, for each example:
#
# $$dA^{[L]} = -\left( \frac{Y}{A^{[L]}} - \frac{1 - Y}{1 - A^{[L]}} \right)$$
#
# Then layer $L$, layer $L - 1$, and so on down to layer 1. Each takes the $dA$ that the layer **after** it has produced, and its own cache from the way forward.
#
# The result is one dictionary. Layer $l$ stores `dW{l}`, `db{l}`, and, as `dA{l-1}`, the gradient with respect to its *input*: layer 3 stores `dA2`, and layer 1 stores `dA0`, which no update needs.
#
# **Shapes.** `dW{l}` like `W{l}`, `db{l}` like `b{l}`, `dA{l}` $(n^{[l]}, m)$.
#
# **On paper.** The two layers of section 5 with $A^{[2]} \approx \begin{bmatrix} 0.5 & 0.119 & 0.731 \end{bmatrix}$ and $Y = \begin{bmatrix} 1 & 0 & 1 \end{bmatrix}$. The start is $dA^{[2]} \approx \begin{bmatrix} -2 & 1.135 & -1.368 \end{bmatrix}$. Times the slope of the sigmoid, $dZ^{[2]} \approx \begin{bmatrix} -0.5 & 0.119 & -0.269 \end{bmatrix}$. That is $A^{[2]} - Y$, no coincidence: a good check of your way back. Since $W^{[2]} = [1]$, $dA^{[1]}$ holds the same numbers; ReLU stops the middle one, and $db^{[1]} \approx (-0.5 + 0 - 0.269)/3 \approx -0.256$.
#
# **Predict** the keys of the result for a network of three layers: how many, and which is the largest `dA`?
#
# <details><summary>Check your prediction</summary>
#
# Nine: `dW1` to `dW3`, `db1` to `db3`, `dA0` to `dA2`. The largest is `dA2`, the gradient with respect to the input of layer 3.
#
# </details>
#
# **Common traps.** `caches` is counted from 0, layers from 1; the same `dA` handed to every layer; the sigmoid for hidden layers; another division by $m$, which `linear_backward` has done already.
#
# <details><summary>Hint 1: the idea</summary>
#
# As on the way forward, one variable holds what is passed on; the loop counts down.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# The formula for $dA^{[L]}$ is all entry by entry. `range` counts down with a step of -1, or use `reversed`.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# Before you call layer $l$, the shape of the $dA$ in your hand must be that of the $Z$ in its cache. If they differ, either the $dA$ or the cache belongs to another layer.
#
# </details>

# %%
def L_model_backward(AL, Y, caches):
    """Return the gradients of the cost with respect to all parameters.

    Parameters
    ----------
    AL : ndarray, shape (1, m)
        Predicted probabilities, strictly between 0 and 1.
    Y : ndarray, shape (1, m)
        Labels, 0 or 1.
    caches : list of tuple
        As returned by `L_model_forward`, layer 1 first.

    Returns
    -------
    grads : dict of ndarray
        For l = 1 to L, ``dW{l}`` (n_l, n_{l-1}), ``db{l}`` (n_l, 1) and the
        gradient with respect to the layer's input, ``dA{l-1}`` (n_{l-1}, m).
    """
    # YOUR CODE HERE
    raise NotImplementedError("L_model_backward is not written yet")


# %% [markdown]
# ## 10. `update_parameters`: one step downhill
#
# The gradient points to where the cost grows fastest, so step the other way. The learning rate $\alpha$ says how far. It is a *hyperparameter*: it is not learned, but chosen by how the trained network does on development data.
#
# $$W^{[l]} := W^{[l]} - \alpha \, dW^{[l]}, \qquad b^{[l]} := b^{[l]} - \alpha \, db^{[l]}$$
#
# **Shapes.** Nothing changes its shape. If something does, its gradient had the wrong one.
#
# **On paper.** $W^{[1]} = \begin{bmatrix} 2 & -1 \end{bmatrix}$ with $dW^{[1]} = \begin{bmatrix} -5 & -7 \end{bmatrix}$ and $\alpha = 0.1$ becomes $\begin{bmatrix} 2.5 & -0.3 \end{bmatrix}$: a negative gradient makes a weight grow. With $db^{[1]} = -1$, the bias 1 becomes 1.1.
#
# **Predict** which keys of `grads` are *not* used.
#
# <details><summary>Check your prediction</summary>
#
# Every `dA`: activations are results of the network, not parameters of it.
#
# </details>
#
# **Common traps.** Plus instead of minus; `b` forgotten; the last layer left out; $L$ steps where one was asked for.
#
# <details><summary>Hint 1: the idea</summary>
#
# Every parameter takes its step on its own. None waits for another.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# The key of a gradient is a `d` before the key of its parameter.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# Two entries of the dictionary belong to each layer. The result has the same keys and the same shapes as `params`.
#
# </details>

# %%
def update_parameters(params, grads, learning_rate):
    """Return the parameters after one step of gradient descent.

    Parameters
    ----------
    params : dict of ndarray
        ``W{l}`` (n_l, n_{l-1}) and ``b{l}`` (n_l, 1) for l = 1 to L.
    grads : dict of ndarray
        ``dW{l}`` and ``db{l}``, of the same shapes; other keys are not used.
    learning_rate : float
        Size of the step.

    Returns
    -------
    parameters : dict of ndarray
        The keys and shapes of `params`.
    """
    # YOUR CODE HERE
    raise NotImplementedError("update_parameters is not written yet")

# %% [markdown]
# ## Before the quiz
#
# You now have everything: forward, cost, backward, update, and again. Three questions of the kind that the weekly quiz asks.
#
# **1.** A network for pictures of $32 \times 32 \times 3$ has `layer_dims = [3072, 24, 10, 1]` and sees 200 pictures at a time. What are the dimensions of $dA^{[2]}$, $db^{[2]}$ and $dW^{[2]}$?
#
# <details><summary>Answer</summary>
#
# $(10, 200)$, $(10, 1)$ and $(10, 24)$. Only the first knows how many pictures there are; in the other two, the examples have been averaged away.
#
# </details>
#
# **2.** To save memory, somebody leaves $Z$ out of all caches and keeps $A_{prev}$, $W$ and $b$. Can the backward pass still be done without going forward through the whole network again?
#
# <details><summary>Answer</summary>
#
# Yes. Each layer's $Z$ can be computed once more from its own cache, for one matrix product per layer. A cache saves time at the price of memory, and here the price is paid the other way round. It is also the one use that `b` in the cache could have.
#
# </details>
#
# **3.** Both hidden layers of `[10, 20, 20, 1]` are made twice as wide. Does the number of parameters double?
#
# <details><summary>Answer</summary>
#
# No: it grows from $220 + 420 + 21 = 661$ to $440 + 1640 + 41 = 2121$, more than three times. The weights between two hidden layers number rows times columns, and both have doubled.
#
# </details>
