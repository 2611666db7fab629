# %% [markdown]
# # A shallow network, and a flower
#
# A straight line cannot separate the two classes in this picture: neighbouring petals always belong to different ones.
#
# ![Two classes of points in the plane, in the shape of a flower with six petals; the colours of neighbouring petals differ](figures/planar.svg)
#
# You are going to build a network that can. It has **one hidden layer** of tanh units and one sigmoid unit at the output, so it has two layers of weights; the input is not counted. The hidden layer is called hidden because the training data tell what goes in and what should come out, but not what its units should say.
#
# ![Drawing of the network: two inputs, four hidden units, one output; below each layer, its arrays and their shapes](figures/network.svg)
#
# | symbol | meaning | shape |
# |---|---|---|
# | $n_x$, $n_h$, $n_y$ | number of inputs, hidden units, outputs | |
# | $m$ | number of examples | |
# | $X$, $Y$ | inputs and labels; **each column is one example** | $(n_x, m)$, $(n_y, m)$ |
# | $W^{[1]}$, $b^{[1]}$ | weights and biases of the hidden layer; **each row is one unit** | $(n_h, n_x)$, $(n_h, 1)$ |
# | $W^{[2]}$, $b^{[2]}$ | weights and biases of the output layer | $(n_y, n_h)$, $(n_y, 1)$ |
# | $Z^{[l]}$, $A^{[l]}$ | of layer $l$, before and after the activation | $(n_h, m)$ or $(n_y, m)$ |
# | $a_i^{[l](j)}$ | layer $l$ in square brackets, unit $i$ below, example $j$ in round brackets | a number |
#
# First come three short functions about activations, then the network in the order in which its parts are called. The file `given.py` brings `sigmoid`, `relu` and `relu_backward`, the data, and two tools; read it first. (An activation returns `A` alone this week.) `autograder check` compares your functions with the public examples, among them the worked examples below.

# %%
import numpy as np
from given import load_planar, sigmoid, text_map


# %% [markdown]
# ## 1. `tanh_backward`: the slope of tanh
#
# An activation bends what would otherwise stay straight. If it were left out, a linear layer after a linear layer would be one linear layer again. Learning needs the **slope** of the activation as well, because the gradient has to find its way back through it.
#
# ![Four activations and below each its slope: sigmoid, tanh, ReLU, and Leaky ReLU with a slope of 0.1](figures/activations.svg)
#
# $$g(z) = \tanh(z) = \frac{e^{z} - e^{-z}}{e^{z} + e^{-z}}, \qquad g'(z) = 1 - \tanh^2(z), \qquad dZ = dA \odot g'(Z)$$
#
# The sign $\odot$ means entry by entry. Hidden units often use tanh rather than the sigmoid: its values lie around 0, which makes things easier for the next layer. At an output that answers yes or no, the sigmoid stays the right choice. Both are flat where $|z|$ is large, and there learning is slow.
#
# As the model for this and the next two functions, `relu_backward` in `given.py` has just one line: `dA` times a slope that depends on `Z`.
#
# **Shapes.** `dA`, `Z` and the result have one and the same shape, whatever it is.
#
# **On paper.** $\tanh(0) = 0$, $\tanh(\ln 2) = \frac{2 - 1/2}{2 + 1/2} = 0.6$ and $\tanh(-\ln 3) = -0.8$, so the slopes are $1$, $0.64$ and $0.36$. With $dA = \begin{bmatrix} 2 & 5 & -10 \end{bmatrix}$ the result is $dZ = \begin{bmatrix} 2 & 3.2 & -3.6 \end{bmatrix}$.
#
# **Predict** the shape of `tanh_backward(np.ones((4, 7)), np.zeros((4, 7)))`, and its entries.
#
# <details><summary>Check your prediction</summary>
#
# $(4, 7)$, all ones: at 0 the slope of tanh is 1, its largest value, and the gradient passes unchanged.
#
# </details>
#
# **Common traps.** $1 - Z^2$ instead of $1 - A^2$; the square forgotten; the slope alone, without `dA`.
#
# <details><summary>Hint 1: the idea</summary>
#
# The gradient that arrives is made smaller wherever the activation is flat.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# The slope of tanh is written with the *value* of tanh. Compute that first; numpy has `np.tanh`.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# Everything is entry by entry, so `*` is right and no sum occurs: three arrays of one shape.
#
# </details>

# %%
def tanh_backward(dA, Z):
    """Return the gradient of the cost through a tanh.

    Parameters
    ----------
    dA : ndarray, any shape
        Gradient of the cost with respect to A = tanh(Z).
    Z : ndarray, the shape of dA
        What tanh was called with.

    Returns
    -------
    dZ : ndarray, the shape of dA
        Gradient of the cost with respect to Z.
    """
    # YOUR CODE HERE
    raise NotImplementedError("tanh_backward is not written yet")


# %% [markdown]
# ## 2. `leaky_relu`: a ReLU that never shuts
#
# ReLU is the usual first choice for hidden units: for positive $z$ its slope is 1, however large $z$ is. But for negative $z$ it is 0, and a unit that is negative for all examples learns nothing any more. Leaky ReLU leaves a small slope there.
#
# $$g(z) = \max(\alpha z, z), \qquad 0 \lt \alpha \lt 1$$
#
# In the function, $\alpha$ is the parameter `slope`; 0.01 is a habit, not a law.
#
# **Shapes.** The result has the shape of `Z`.
#
# **On paper.** With `slope = 0.1` and $Z = \begin{bmatrix} 3 & -2 \\ -10 & 4 \end{bmatrix}$ the result is $\begin{bmatrix} 3 & -0.2 \\ -1 & 4 \end{bmatrix}$.
#
# **Predict** the shape of `leaky_relu(np.zeros((3, 5)) - 2)`, and its entries.
#
# <details><summary>Check your prediction</summary>
#
# $(3, 5)$, every entry $-0.02$: nobody gave a slope, so it is 0.01.
#
# </details>
#
# **Common traps.** $\max(\alpha, z)$ instead of $\max(\alpha z, z)$; `np.max`, which looks for the largest entry of an array; 0.01 written into the body.
#
# <details><summary>Hint 1: the idea</summary>
#
# Two lines through the origin; at each point the upper one of the two counts.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# `relu` in `given.py` compares two things entry by entry. Only one of the two has to change.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# Both things that are compared have the shape of `Z`, and so has the result.
#
# </details>

# %%
def leaky_relu(Z, slope=0.01):
    """Return Z where it is positive and slope * Z elsewhere.

    Parameters
    ----------
    Z : ndarray, any shape
    slope : float
        Between 0 and 1.

    Returns
    -------
    A : ndarray, the shape of Z
    """
    # YOUR CODE HERE
    raise NotImplementedError("leaky_relu is not written yet")


# %% [markdown]
# ## 3. `leaky_relu_backward`: back through it
#
# The slope is 1 on one side and $\alpha$ on the other. At exactly 0 there is none; any choice will do there, and it will not be tested.
#
# $$dZ = dA \odot g'(Z), \qquad g'(z) = 1 \;\; \mathrm{for} \;\; z \gt 0, \qquad g'(z) = \alpha \;\; \mathrm{for} \;\; z \lt 0$$
#
# **Shapes.** As before: `dA`, `Z` and the result have one shape.
#
# **On paper.** With `slope = 0.1`, the $Z$ of section 2 and $dA = \begin{bmatrix} 7 & 5 \\ -30 & -6 \end{bmatrix}$, the result is $dZ = \begin{bmatrix} 7 & 0.5 \\ -3 & -6 \end{bmatrix}$. Note the $-6$: the sign of $Z$ decides, not that of $dA$.
#
# **Predict** the shape of `leaky_relu_backward(np.ones((2, 3)), -np.ones((2, 3)), 0.2)`, and its entries.
#
# <details><summary>Check your prediction</summary>
#
# $(2, 3)$, every entry 0.2.
#
# </details>
#
# **Common traps.** Deciding by the sign of `dA`; multiplying by `Z` as well; writing zeros into `dA` itself, which somebody else may still need.
#
# <details><summary>Hint 1: the idea</summary>
#
# The gradient passes whole on one side, and a fixed share of it on the other.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# `np.where` takes a condition and two values, and chooses for every entry.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# First an array of slopes, of the shape of `Z`; then a product entry by entry.
#
# </details>

# %%
def leaky_relu_backward(dA, Z, slope=0.01):
    """Return the gradient of the cost through a Leaky ReLU.

    Parameters
    ----------
    dA : ndarray, any shape
        Gradient of the cost with respect to A = leaky_relu(Z, slope).
    Z : ndarray, the shape of dA
        What `leaky_relu` was called with.
    slope : float
        Between 0 and 1.

    Returns
    -------
    dZ : ndarray, the shape of dA
        Gradient of the cost with respect to Z.
    """
    # YOUR CODE HERE
    raise NotImplementedError("leaky_relu_backward is not written yet")


# %% [markdown]
# ## 4. `layer_sizes`: what the data decide, and what you decide
#
# Two of the three sizes of the network follow from the data: how many numbers describe an example, and how many answers there are. The number of hidden units is up to you; for now it is **always 4**.
#
# $$X : (n_x, m), \qquad Y : (n_y, m), \qquad n_h = 4$$
#
# **Shapes.** The rows of $X$ are the inputs and the rows of $Y$ the outputs; the result is a tuple of three whole numbers.
#
# **On paper.** Five examples of two numbers each, with one label per example: $X$ is $(2, 5)$, $Y$ is $(1, 5)$, and the result is $(2, 4, 1)$. With 500 examples it is the same.
#
# **Predict** the result for an $X$ of shape $(12288, 60)$ and a $Y$ of shape $(3, 60)$.
#
# <details><summary>Check your prediction</summary>
#
# `(12288, 4, 3)`. The 60 is the number of examples, and no layer has that size.
#
# </details>
#
# **Common traps.** Columns instead of rows; taking $n_h$ from the data.
#
# <details><summary>Hint 1: the idea</summary>
#
# A row of $X$ is one kind of measurement, such as the first coordinate. Each kind needs an input of its own.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# The attribute `shape` of an array is a tuple; its entries are counted from 0.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# The result is $(n_x, n_h, n_y)$, in this order.
#
# </details>

# %%
def layer_sizes(X, Y):
    """Return the sizes of a network for these data, with 4 hidden units.

    Parameters
    ----------
    X : ndarray, shape (n_x, m)
        Input, one example per column.
    Y : ndarray, shape (n_y, m)
        Labels.

    Returns
    -------
    n_x : int
    n_h : int
        Always 4.
    n_y : int
    """
    # YOUR CODE HERE
    raise NotImplementedError("layer_sizes is not written yet")


# %% [markdown]
# ## 5. `initialize_parameters`: small, random, and not all alike
#
# Suppose that all weights began at zero. Then every hidden unit computes the same value, all of them have the same influence on the output, receive the same gradient, and take the same step: four units that for ever behave as one. **Random** weights break this symmetry; biases may start at zero, since the weights already make the units differ.
#
# $$W^{[l]}_{ij} = 0.01 \cdot \varepsilon_{ij}, \quad \varepsilon_{ij} \sim \mathcal{N}(0, 1), \qquad b^{[l]} = 0$$
#
# Small, so that $z$ stays in the steep middle of tanh. With large weights, units would start on the flat parts, where slopes are close to 0 and learning is slow. The factor 0.01 suits a shallow network; deeper ones need another.
#
# **Shapes.** `W1` $(n_h, n_x)$, `b1` $(n_h, 1)$, `W2` $(n_y, n_h)$, `b2` $(n_y, 1)$.
#
# **On paper.** For the flower, $(n_x, n_h, n_y) = (2, 4, 1)$: `W1` has 4 rows of 2 weights, `b1` 4 rows, `W2` 1 row of 4 weights, `b2` is one number in a $(1, 1)$ array. Together $8 + 4 + 4 + 1 = 17$ numbers to be learned.
#
# **Predict the shape** of `initialize_parameters(3, 5, 2)["b2"]` before you run it.
#
# <details><summary>Check your prediction</summary>
#
# $(2, 1)$: a bias for each of the two output units. The five hidden units have theirs in `b1`.
#
# </details>
#
# **Common traps.** `np.random.rand` for `np.random.randn`: numbers from 0 to 1, none of them negative; the shape of `W` turned round; `b2` as long as `b1`.
#
# <details><summary>Hint 1: the idea</summary>
#
# Give every unit a row of weights, one for each thing that it listens to.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# numpy's generator of standard normal numbers takes rows and columns as *two* arguments, `np.zeros` takes a shape as *one*, a tuple.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# For `initialize_parameters(3, 5, 2)`, in the order of the dictionary: $(5, 3)$, $(5, 1)$, $(2, 5)$, and what you predicted.
#
# </details>

# %%
def initialize_parameters(n_x, n_h, n_y):
    """Return small random weights and zero biases.

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
# ## 6. `forward_propagation`: from X to a probability
#
# All examples go through the network at once, each in its own column:
#
# $$Z^{[1]} = W^{[1]} X + b^{[1]}, \qquad A^{[1]} = \tanh(Z^{[1]})$$
# $$Z^{[2]} = W^{[2]} A^{[1]} + b^{[2]}, \qquad A^{[2]} = \sigma(Z^{[2]})$$
#
# The entry $A^{[2]}$ of an example is the probability, as the network sees it, that its label is 1. The function also returns a **cache**, a dictionary with the keys `Z1`, `A1`, `Z2` and `A2`: the way back will need what was computed on the way forward.
#
# **Shapes.** $W^{[1]} X$ is $(n_h, n_x)$ times $(n_x, m)$, that is $(n_h, m)$: one row per unit, one column per example. The column $b^{[1]}$ is added to each column of it.
#
# **On paper.** One hidden unit, two inputs, three examples:
#
# $$W^{[1]} = \begin{bmatrix} \ln 2 & -\ln 3 \end{bmatrix}, \quad b^{[1]} = [0], \quad X = \begin{bmatrix} 1 & 0 & 0 \\ 0 & 1 & 0 \end{bmatrix}, \quad W^{[2]} = [5], \quad b^{[2]} = [1]$$
#
# Then $Z^{[1]} = \begin{bmatrix} \ln 2 & -\ln 3 & 0 \end{bmatrix}$, so by section 1 $A^{[1]} = \begin{bmatrix} 0.6 & -0.8 & 0 \end{bmatrix}$. Further, $Z^{[2]} = \begin{bmatrix} 4 & -3 & 1 \end{bmatrix}$ and $A^{[2]} \approx \begin{bmatrix} 0.982 & 0.047 & 0.731 \end{bmatrix}$.
#
# **Predict** the shapes of `Z1` and `A2` for the flower (2 inputs, 4 hidden units, 396 points).
#
# <details><summary>Check your prediction</summary>
#
# $(4, 396)$ and $(1, 396)$. The weights know nothing of the 396.
#
# </details>
#
# **Common traps.** The sigmoid in the hidden layer, or tanh at the output; `b1` where `b2` belongs, which broadcasting does not always report; `Z1` where `A1` belongs.
#
# <details><summary>Hint 1: the idea</summary>
#
# A weighted sum and an activation, twice. What the first layer returns is the input of the second.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# Matrix products are `@` or `np.dot`. tanh is in numpy, the sigmoid in `given.py`.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# $(n_h, m)$ from $(n_h, n_x)(n_x, m) + (n_h, 1)$; then $(n_y, m)$ from $(n_y, n_h)(n_h, m) + (n_y, 1)$.
#
# </details>

# %%
def forward_propagation(X, parameters):
    """Return the output of the network, and what the way back needs.

    The hidden layer uses tanh, the output layer the sigmoid.

    Parameters
    ----------
    X : ndarray, shape (n_x, m)
        Input, one example per column.
    parameters : dict of ndarray
        ``W1`` (n_h, n_x), ``b1`` (n_h, 1), ``W2`` (n_y, n_h), ``b2`` (n_y, 1).

    Returns
    -------
    A2 : ndarray, shape (n_y, m)
    cache : dict of ndarray
        ``Z1`` and ``A1`` (n_h, m), ``Z2`` and ``A2`` (n_y, m).
    """
    # YOUR CODE HERE
    raise NotImplementedError("forward_propagation is not written yet")


# %% [markdown]
# ## 7. `compute_cost`: how wrong, as one number
#
# For a yes/no answer the loss of one example is the cross-entropy, and the cost is its **mean** over the $m$ examples:
#
# $$J = -\frac{1}{m} \sum_{i=1}^{m} \left( y^{(i)} \log a^{[2](i)} + (1 - y^{(i)}) \log (1 - a^{[2](i)}) \right)$$
#
# **Shapes.** `A2` and `Y` are both $(1, m)$; the result is a single number, with shape `()`.
#
# **On paper.** The predictions $0.9$, $0.8$, $0.5$ and $0.2$ for the labels $1$, $0$, $1$, $0$. The losses are $-\log 0.9 = 0.105$, $-\log 0.2 = 1.609$, $-\log 0.5 = 0.693$ and $-\log 0.8 = 0.223$; their mean is $2.631 / 4 = 0.658$. A network that always says 0.5 has cost $\log 2 = 0.693$: the point from which training starts.
#
# **Predict the shape** of `np.dot(Y, np.log(A2).T)`.
#
# <details><summary>Check your prediction</summary>
#
# $(1, 1)$: a row times a column is a matrix with one entry. It holds the right sum, but it is not a number yet.
#
# </details>
#
# **Common traps.** The minus sign; the sum instead of the mean; a result of shape $(1, 1)$; the squared error, which belongs to regression.
#
# <details><summary>Hint 1: the idea</summary>
#
# First a row with the loss of every example, then one number from it.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# Labels and logarithms meet entry by entry. `np.log` is the natural logarithm.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# `np.sum` without `axis`, and `np.mean`, turn a $(1, m)$ array into a number.
#
# </details>

# %%
def compute_cost(A2, Y):
    """Return the cross-entropy cost, the mean over the examples.

    Parameters
    ----------
    A2 : ndarray, shape (1, m)
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
# ## 8. `backward_propagation`: six equations
#
# This is the heart of the week. From the output backwards, three equations for each layer:
#
# $$dZ^{[2]} = A^{[2]} - Y, \qquad dW^{[2]} = \frac{1}{m} \, dZ^{[2]} A^{[1]T}, \qquad db^{[2]} = \frac{1}{m} \sum_{i=1}^{m} dZ^{[2](i)}$$
# $$dZ^{[1]} = W^{[2]T} dZ^{[2]} \odot g'(Z^{[1]}), \qquad dW^{[1]} = \frac{1}{m} \, dZ^{[1]} X^{T}, \qquad db^{[1]} = \frac{1}{m} \sum_{i=1}^{m} dZ^{[1](i)}$$
#
# The first is so short because the slope of the sigmoid cancels against the derivative of the cross-entropy. This happens at the output only. The hidden layer has no labels: it learns what it did wrong from the layer after it, through $W^{[2]T}$, and the slope of tanh at $Z^{[1]}$ says how much of this it can use. That slope is what you wrote in section 1.
#
# **Shapes.** A gradient has the shape of what it belongs to: $dW^{[1]}\,(n_h, n_x)$, $db^{[1]}\,(n_h, 1)$, $dW^{[2]}\,(n_y, n_h)$, $db^{[2]}\,(n_y, 1)$.
#
# **On paper.** The network of section 6, but with $A^{[2]} = \begin{bmatrix} 0.5 & 0.4 & 0.2 \end{bmatrix}$ for easier numbers, and $Y = \begin{bmatrix} 1 & 0 & 0 \end{bmatrix}$. Then $dZ^{[2]} = \begin{bmatrix} -0.5 & 0.4 & 0.2 \end{bmatrix}$. With $A^{[1]} = \begin{bmatrix} 0.6 & -0.8 & 0 \end{bmatrix}$:
#
# $$dW^{[2]} = \frac{-0.3 - 0.32 + 0}{3} \approx -0.207, \qquad db^{[2]} = \frac{-0.5 + 0.4 + 0.2}{3} \approx 0.033$$
#
# Since $W^{[2]} = [5]$ and the slopes are $0.64$, $0.36$ and $1$: $dZ^{[1]} = \begin{bmatrix} -2.5 \cdot 0.64 & 2 \cdot 0.36 & 1 \cdot 1 \end{bmatrix} = \begin{bmatrix} -1.6 & 0.72 & 1 \end{bmatrix}$. With $X$: $dW^{[1]} \approx \begin{bmatrix} -0.533 & 0.24 \end{bmatrix}$ and $db^{[1]} = 0.04$.
#
# **Predict the shape** of `np.sum(dZ, axis=1)` and of the same with `keepdims=True`, for `dZ` of shape $(4, 396)$.
#
# <details><summary>Check your prediction</summary>
#
# `(4,)` and `(4, 1)`. Only the second is a column like `b1`; subtracting the first from `b1` would silently make a $(4, 4)$ matrix of it.
#
# </details>
#
# **Test it yourself.** `gradient_check` in `given.py` moves every parameter a little and looks at your own cost. Once the function is written, run this; every number should be below `1e-7`.
#
# ```python
# from given import gradient_check
#
# rng = np.random.default_rng(1)
# points, labels = rng.normal(size=(2, 6)), np.array([[0, 1, 1, 0, 1, 0]])
# start = {"W1": rng.normal(size=(3, 2)), "b1": rng.normal(size=(3, 1)),
#          "W2": rng.normal(size=(1, 3)), "b2": rng.normal(size=(1, 1))}
# memory = forward_propagation(points, start)[1]
# slopes = backward_propagation(start, memory, points, labels)
# print(gradient_check(lambda p: compute_cost(forward_propagation(points, p)[0], labels), start, slopes))
# ```
#
# **Common traps.** No $\frac{1}{m}$, or twice; a sum without `keepdims`; $1 - Z^2$ for the slope; `*` where `@` belongs, and the reverse.
#
# <details><summary>Hint 1: the idea</summary>
#
# Both layers do the same two things with their $dZ$: a product with what came *into* the layer, and a sum over the examples. They differ in how $dZ$ comes about.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# Take $A^{[1]}$, $A^{[2]}$ and $Z^{[1]}$ from the cache and $W^{[2]}$ from the parameters. The gradient that arrives at the activations of the hidden layer is the part of the fourth equation to the left of $\odot$.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# $(n_y, n_h) = (n_y, m)(m, n_h)$; $(n_h, m) = (n_h, n_y)(n_y, m)$; $(n_h, n_x) = (n_h, m)(m, n_x)$. Which factor was turned over in each?
#
# </details>

# %%
def backward_propagation(parameters, cache, X, Y):
    """Return the gradients of the cost with respect to all parameters.

    Parameters
    ----------
    parameters : dict of ndarray
        ``W1`` (n_h, n_x), ``b1`` (n_h, 1), ``W2`` (n_y, n_h), ``b2`` (n_y, 1).
    cache : dict of ndarray
        ``Z1``, ``A1``, ``Z2`` and ``A2``, as returned by `forward_propagation`.
    X : ndarray, shape (n_x, m)
        Input.
    Y : ndarray, shape (n_y, m)
        Labels, 0 or 1.

    Returns
    -------
    grads : dict of ndarray
        ``dW1``, ``db1``, ``dW2``, ``db2``, with the shapes of the parameters.
    """
    # YOUR CODE HERE
    raise NotImplementedError("backward_propagation is not written yet")


# %% [markdown]
# ## 9. `update_parameters`: one step downhill
#
# $$W^{[l]} := W^{[l]} - \alpha \, dW^{[l]}, \qquad b^{[l]} := b^{[l]} - \alpha \, db^{[l]}$$
#
# The gradient points uphill, hence the minus. The learning rate $\alpha$ is 1.2 unless somebody says otherwise: a bold step, which this small network can bear.
#
# **Shapes.** Nothing changes its shape.
#
# **On paper.** With $\alpha = 0.5$: $W^{[1]} = \begin{bmatrix} 1 & 2 \end{bmatrix}$ and $dW^{[1]} = \begin{bmatrix} -4 & 2 \end{bmatrix}$ give $\begin{bmatrix} 3 & 1 \end{bmatrix}$; $b^{[1]} = [0]$ and $db^{[1]} = [0.2]$ give $[-0.1]$.
#
# **Predict** what `update_parameters(parameters, grads, 0)` returns.
#
# <details><summary>Check your prediction</summary>
#
# The parameters as they are, with the same shapes: no step at all.
#
# </details>
#
# **Common traps.** Plus instead of minus; the biases forgotten; 1.2 written into the body although the caller named another rate.
#
# <details><summary>Hint 1: the idea</summary>
#
# Four parameters, four equal steps; each looks at its own gradient only.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# The key of a gradient is the key of its parameter with a `d` in front.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# The result is a dictionary with the keys and shapes of `parameters`.
#
# </details>

# %%
def update_parameters(parameters, grads, learning_rate=1.2):
    """Return the parameters after one step of gradient descent.

    Parameters
    ----------
    parameters : dict of ndarray
        ``W1``, ``b1``, ``W2``, ``b2``.
    grads : dict of ndarray
        ``dW1``, ``db1``, ``dW2``, ``db2``, of the same shapes.
    learning_rate : float
        Size of the step.

    Returns
    -------
    parameters : dict of ndarray
        The keys and shapes of `parameters`.
    """
    # YOUR CODE HERE
    raise NotImplementedError("update_parameters is not written yet")


# %% [markdown]
# ## 10. `nn_model`: train the network
#
# Now the parts are put together. Find the sizes, start from `initialize_parameters`, and then `num_iterations` times: forward, cost, backward, update, with the learning rate that `update_parameters` has by default.
#
# $$\text{forward} \rightarrow J \rightarrow \text{backward} \rightarrow \text{update}, \qquad \text{again and again}$$
#
# This time the number of hidden units is the argument `n_h`. If `print_cost` is true, print the cost every 1000 iterations: it should fall, fast at first and then ever more slowly.
#
# **Shapes.** $X$ $(n_x, m)$, $Y$ $(n_y, m)$; the result is the dictionary of the trained parameters, in the shapes of section 5.
#
# **On paper.** Sections 6 to 9 are one iteration. With `num_iterations=3` the parts are called in this order: sizes, initialize; forward, cost, backward, update; forward, cost, backward, update; forward, cost, backward, update. Fourteen calls in all, of which one is random.
#
# **Predict the shape** of `nn_model(X, Y, 7, 10)["W2"]` for the flower.
#
# <details><summary>Check your prediction</summary>
#
# $(1, 7)$: one output unit listens to seven hidden ones. Training changes numbers, never shapes.
#
# </details>
#
# **Common traps.** Throwing away what `update_parameters` returns; starting afresh inside the loop; going forward only once, before the loop; the 4 of `layer_sizes` instead of `n_h`; a `return` inside the loop.
#
# <details><summary>Hint 1: the idea</summary>
#
# What changes from one iteration to the next is one thing only: the parameters.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# Of the three sizes you need the first and the last. In the loop there are four calls, each fed by the one before it.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# If the shape of a parameter changes during training, its gradient had the wrong shape: look at section 8.
#
# </details>

# %%
def nn_model(X, Y, n_h, num_iterations=10000, print_cost=False):
    """Return the parameters of a network trained by gradient descent.

    Starts from `initialize_parameters`; each step has the default learning rate of
    `update_parameters`.

    Parameters
    ----------
    X : ndarray, shape (n_x, m)
        Input, one example per column.
    Y : ndarray, shape (n_y, m)
        Labels, 0 or 1.
    n_h : int
        Number of hidden units.
    num_iterations : int
        Number of steps.
    print_cost : bool
        Whether to print the cost every 1000 iterations.

    Returns
    -------
    parameters : dict of ndarray
        ``W1`` (n_h, n_x), ``b1`` (n_h, 1), ``W2`` (n_y, n_h), ``b2`` (n_y, 1).
    """
    # YOUR CODE HERE
    raise NotImplementedError("nn_model is not written yet")


# %% [markdown]
# ## 11. `predict`: from a probability to an answer
#
# $$\hat{y}^{(i)} = 1 \;\; \mathrm{if} \;\; a^{[2](i)} \gt 0.5, \quad \mathrm{else} \;\; 0$$
#
# **Shapes.** $X$ is $(n_x, m)$; the result is $(1, m)$, with an answer for every example.
#
# **On paper.** The network of section 6 gives $A^{[2]} \approx \begin{bmatrix} 0.982 & 0.047 & 0.731 \end{bmatrix}$, so the answers are $\begin{bmatrix} 1 & 0 & 1 \end{bmatrix}$.
#
# **Predict the shape** of `predict(parameters, np.zeros((2, 9)))` for a network with two inputs, and how many different answers it has.
#
# <details><summary>Check your prediction</summary>
#
# $(1, 9)$, all the same: nine equal columns get nine equal answers.
#
# </details>
#
# **Common traps.** Comparing $X$ or $Z^{[2]}$ with 0.5; returning the probabilities; losing an axis, which leaves shape $(m,)$.
#
# <details><summary>Hint 1: the idea</summary>
#
# Going forward is all the work; what remains is a comparison.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# Comparing an array with a number compares every entry. Your forward function returns two things; one of them is needed.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# A comparison does not change the shape: $(1, m)$ before, $(1, m)$ after.
#
# </details>

# %%
def predict(parameters, X):
    """Return the predicted label of every example.

    Parameters
    ----------
    parameters : dict of ndarray
        ``W1`` (n_h, n_x), ``b1`` (n_h, 1), ``W2`` (1, n_h), ``b2`` (1, 1).
    X : ndarray, shape (n_x, m)
        Input, one example per column.

    Returns
    -------
    predictions : ndarray, shape (1, m)
        1 where the probability is above 0.5, else 0.
    """
    # YOUR CODE HERE
    raise NotImplementedError("predict is not written yet")


# %% [markdown]
# ## The flower
#
# When all functions are written, run the next cell. It takes a few seconds at most, should reach an accuracy of about 94 %, and draws what the network has learned in letters. Then try other numbers of hidden units. This is what the reference found, with the share of points on the right side:
#
# ![Decision boundaries on the flower for 1, 2, 4 and 20 hidden units: one straight line, 65 %; stripes, 74 %; six sectors, 94 %; six sectors with a slightly more winding border, 95 %](figures/boundaries.svg)
#
# One unit draws a single line across the plane, as logistic regression would. Two draw stripes. Four are enough for six petals. Twenty win one more point in a hundred, by following single points near the middle. Whether this helps on *new* points the training data cannot tell: a number like $n_h$ is chosen by the results on development data, not by the cost on the training data.

# %%
if __name__ == "__main__":
    flower, petals = load_planar()
    trained = nn_model(flower, petals, n_h=4, print_cost=True)
    accuracy = np.mean(predict(trained, flower) == petals)
    drawing = text_map(lambda points: predict(trained, points))
    print(f"accuracy {accuracy:.3f}", drawing, sep="\n")

# %% [markdown]
# ## Before the quiz
#
# Three questions of the kind that the weekly quiz asks.
#
# **1.** The flower is given to a network with 6 hidden units whose `W1` is all zero but whose `W2` is random. After one step, are the six rows of `W1` still equal?
#
# <details><summary>Answer</summary>
#
# No. Row $i$ of $dZ^{[1]}$ is $dZ^{[2]}$ times the $i$-th entry of $W^{[2]}$ times a slope, which is 1 everywhere since $Z^{[1]} = 0$. The entries of $W^{[2]}$ differ, so the rows of $dW^{[1]}$ do. It takes *both* layers to be zero for the symmetry to last.
#
# </details>
#
# **2.** A network has 10 inputs, 6 hidden units and 1 output; it is trained on 80 examples. What are the shapes of $W^{[2]}$, $b^{[1]}$, $dZ^{[1]}$ and $A^{[2]}$?
#
# <details><summary>Answer</summary>
#
# $(1, 6)$, $(6, 1)$, $(6, 80)$ and $(1, 80)$. The number of inputs appears in none of them.
#
# </details>
#
# **3.** Somebody replaces tanh by Leaky ReLU with `slope=1`. Which boundaries can the network draw now, with 4 hidden units and with 400?
#
# <details><summary>Answer</summary>
#
# Straight lines only, in both cases. With slope 1 the activation is the identity, so $Z^{[2]} = W^{[2]}(W^{[1]} X + b^{[1]}) + b^{[2]}$ is linear in $X$, however many units there are in between.
#
# </details>
