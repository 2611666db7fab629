# %% [markdown]
# # Logistic regression without loops
#
# Last week you found the gradients of one unit by going through the examples one by one. Now the same unit is trained on all examples at once: **no loop over the examples, none over the features.** The one loop that remains goes over the steps of training, since each step starts where the last one ended.
#
# ![Two clouds of points and the line between them where the prediction is one half](figures/decision_boundary.svg)
#
# Each point is a flower, its two coordinates the length and the width of its petals, its colour the kind. The model looks for the straight line that separates the kinds: on the line it answers 0.5, far from it close to 0 or 1.
#
# ```
#  w, b = 0 --> [ propagate: A, cost, dw, db ] --> [ w, b one step downhill ] --+
#                         ^                                                     |
#                         +------------------- num_iterations times ------------+
# ```
#
# | symbol | meaning | shape |
# |---|---|---|
# | $n$ | number of features of an example | |
# | $m$ | number of examples | |
# | $X$ | the examples; **each column is one example** | $(n, m)$ |
# | $Y$ | the labels, 0 or 1 | $(1, m)$ |
# | $w$, and $dw$ | weights, and their gradient | $(n, 1)$ |
# | $b$, and $db$ | bias, and its gradient | a number |
# | $Z$, $A$, $dZ$ | before the sigmoid, after it, and the gradient | $(1, m)$ |
#
# The five functions stand in the order in which they are called, so work from top to bottom. The file `given.py` brings `sigmoid`, and `flowers`, which makes the points of the picture. `autograder check` compares your functions with the public examples, among them the worked examples below.

# %%
import numpy as np
from given import sigmoid


# %% [markdown]
# ## 1. `initialize_with_zeros`: where training starts
#
# One unit may start at zero. (A layer of several may not: its units would stay copies of each other. That is next week's story.) With $w = 0$ and $b = 0$ the unit answers $\sigma(0) = 0.5$ to everything, which is an honest "I do not know yet".
#
# $$w = \begin{bmatrix} 0 \\ \vdots \\ 0 \end{bmatrix}, \qquad b = 0$$
#
# **Shapes.** `w` is a column $(n, 1)$ with as many rows as there are features; `b` is a plain number.
#
# **On paper.** For two features, `w` is `[[0.] [0.]]`, with brackets for two axes.
#
# **Predict the shape** of `w` for pictures of $64 \times 64$ pixels and three colours.
#
# <details><summary>Check your prediction</summary>
#
# $(12288, 1)$: a picture is unrolled into one column, and each of its numbers has a weight.
#
# </details>
#
# **Common traps.** The rank-1 shape `(n,)`; a row instead of a column; a whole column of biases.
#
# <details><summary>Hint 1: the idea</summary>
#
# `w` looks like one column of `X`: each feature meets its weight.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# numpy makes arrays of zeros; it wants the shape as one argument.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# For `dim = 2`, `w.shape` is `(2, 1)`, and `b` has no shape at all.
#
# </details>

# %%
def initialize_with_zeros(dim):
    """Return the parameters with which training starts.

    Parameters
    ----------
    dim : int
        Number of features, n.

    Returns
    -------
    w : ndarray, shape (n, 1)
        Weights, all 0.
    b : float
        Bias, 0.
    """
    # YOUR CODE HERE
    raise NotImplementedError("initialize_with_zeros is not written yet")


# %% [markdown]
# ## 2. `propagate`: the cost, and which way is down
#
# Forward: all predictions in one line, since the number $b$ is broadcast to all examples. Then the cost, the mean of the cross-entropy.
#
# $$Z = w^{T} X + b, \qquad A = \sigma(Z), \qquad J = -\frac{1}{m} \sum_{i=1}^{m} \left( y^{(i)} \log a^{(i)} + (1 - y^{(i)}) \log (1 - a^{(i)}) \right)$$
#
# Why this cost? The model says "1" with probability $a$ and "0" with probability $1 - a$, which is $a^{y} (1 - a)^{1 - y}$ for the label $y$. The labels of independent examples have the product of these as their probability. Its logarithm is a sum, and its negative mean is $J$: the lowest cost is the **maximum likelihood**. The squared error would be a poor choice here, since behind a sigmoid it can have several valleys.
#
# Backward: the slope with respect to $z$ is simply "prediction minus truth", and each feature passes it on to its weight.
#
# $$dZ = A - Y, \qquad dw = \frac{1}{m} X \, dZ^{T}, \qquad db = \frac{1}{m} \sum_{i=1}^{m} dz^{(i)}$$
#
# The function returns `grads`, a dictionary with the keys `dw` and `db`, and the cost.
#
# **Shapes.** $w^{T} X$ is $(1, n)(n, m) = (1, m)$; $X \, dZ^{T}$ is $(n, m)(m, 1) = (n, 1)$, the shape of $w$. `db` and the cost are single numbers.
#
# **On paper.** With $w = 0$ and $b = 0$, every $a$ is $0.5$. Take four examples of two features:
#
# $$X = \begin{bmatrix} 1 & 2 & 3 & -2 \\ 0 & -1 & 1 & 4 \end{bmatrix}, \quad Y = \begin{bmatrix} 1 & 0 & 1 & 1 \end{bmatrix}, \quad dZ = \begin{bmatrix} -0.5 & 0.5 & -0.5 & -0.5 \end{bmatrix}$$
#
# $$dw = \frac{1}{4} \begin{bmatrix} -0.5 + 1 - 1.5 + 1 \\ 0 - 0.5 - 0.5 - 2 \end{bmatrix} = \begin{bmatrix} 0 \\ -0.75 \end{bmatrix}, \quad db = \frac{-1}{4} = -0.25, \quad J = \log 2 \approx 0.693$$
#
# **Predict the shape** of `np.dot(X, A - Y)` for this `X`, and what numpy does.
#
# <details><summary>Check your prediction</summary>
#
# There is none: $(2, 4)$ times $(1, 4)$ has the inner numbers 4 and 1, and numpy raises an error. Be glad of it: the shapes have told you that a transpose is missing.
#
# </details>
#
# **Common traps.** A missing $\frac{1}{m}$; $m$ taken from the rows of `X`; the minus sign of the cost; `db` of shape $(1, 1)$.
#
# <details><summary>Hint 1: the idea</summary>
#
# Five lines, one for each of the five equations: $A$, $J$, $dZ$, $dw$, $db$. Print the shape after each.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# Labels and logarithms meet entry by entry: `*`. Weights and features meet in a sum of products: `np.dot` or `@`. In $X \, dZ^{T}$ the matrix product does the sum over the examples for you.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# $m$ is the number of columns. A sum without `axis` gives a number, which is right for `db` and for the cost.
#
# </details>

# %%
def propagate(w, b, X, Y):
    """Return the gradients of the cost, and the cost, for all examples at once.

    Parameters
    ----------
    w : ndarray, shape (n, 1)
        Weights.
    b : float
        Bias.
    X : ndarray, shape (n, m)
        Examples, one per column.
    Y : ndarray, shape (1, m)
        Labels, 0 or 1.

    Returns
    -------
    grads : dict
        ``dw`` (n, 1) and ``db``, a number.
    cost : float
        The mean cross-entropy, a single number of shape ().
    """
    # YOUR CODE HERE
    raise NotImplementedError("propagate is not written yet")


# %% [markdown]
# ## 3. `optimize`: many steps downhill
#
# A step subtracts the gradient, times the learning rate $\alpha$, from each parameter. Repeat.
#
# $$w := w - \alpha \, dw, \qquad b := b - \alpha \, db$$
#
# Both gradients belong to the **same** $w$ and $b$: compute them together, then move both. Before each step whose number is a multiple of 100, counted from 0, put the cost into the list `costs`; if `print_cost` is true, print it too.
#
# ![Three curves of the cost over the steps: one hardly falls, one falls steadily, one goes up and down](figures/learning_rates.svg)
#
# The three curves differ in the learning rate only. The lowest one crawls. The middle one goes down steadily. The highest steps over the valley, and back, and over again. (For this picture the flowers were measured from zero, not from their mean, which makes the valley narrow.) Small enough, the rate makes the cost fall with every step; if your cost rises, look at the sign of the step first and at the rate second.
#
# **Shapes.** `params` is a dictionary of `w` and `b`, of the shapes in which they came in. `grads` is what the last call of `propagate` returned. `costs` is a list of numbers.
#
# **On paper.** One step of $\alpha = 0.4$ from the example of section 2: $w = \begin{bmatrix} 0 \\ 0 \end{bmatrix} - 0.4 \begin{bmatrix} 0 \\ -0.75 \end{bmatrix} = \begin{bmatrix} 0 \\ 0.3 \end{bmatrix}$, $b = 0 - 0.4 \cdot (-0.25) = 0.1$. `costs` holds one number, $0.693$.
#
# **Predict** how many entries `costs` has after 250 steps.
#
# <details><summary>Check your prediction</summary>
#
# Three: before step 0, 100 and 200.
#
# </details>
#
# **Common traps.** Adding the gradient; moving only `w`; computing the gradients once, in front of the loop; a `return` inside the loop; a number where `learning_rate` belongs.
#
# <details><summary>Hint 1: the idea</summary>
#
# Inside the loop: look (`propagate`), note the cost if it is time for that, move. After it: pack up what is asked for.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# The remainder of `i` divided by 100 tells whether it is time.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# Nothing changes its shape while training. If `w` grows columns, a gradient has lost an axis.
#
# </details>

# %%
def optimize(w, b, X, Y, num_iterations, learning_rate, print_cost):
    """Return the parameters after so many steps of gradient descent.

    Parameters
    ----------
    w : ndarray, shape (n, 1)
        Weights at the start.
    b : float
        Bias at the start.
    X : ndarray, shape (n, m)
        Examples, one per column.
    Y : ndarray, shape (1, m)
        Labels, 0 or 1.
    num_iterations : int
        Number of steps, at least 1.
    learning_rate : float
        Size of a step.
    print_cost : bool
        Whether to print every cost that is kept.

    Returns
    -------
    params : dict
        ``w`` (n, 1) and ``b`` after the last step.
    grads : dict
        ``dw`` (n, 1) and ``db`` as `propagate` gave them for the last step.
    costs : list of float
        The cost before step 0, 100, 200 and so on.
    """
    # YOUR CODE HERE
    raise NotImplementedError("optimize is not written yet")


# %% [markdown]
# ## 4. `predict`: yes or no
#
# A trained model answers with a probability. To decide, cut at one half:
#
# $$\hat{y}^{(i)} = \begin{cases} 1 & \text{if } a^{(i)} \gt 0.5 \\ 0 & \text{otherwise} \end{cases}, \qquad A = \sigma(w^{T} X + b)$$
#
# The cut at $a = 0.5$ is the place where $w^{T} x + b = 0$: a straight line for two features, a plane for three. This is the boundary in the first picture.
#
# **Shapes.** `X` is $(n, m)$; the predictions are a row $(1, m)$ of zeros and ones, one for each example.
#
# **On paper.** $w = \begin{bmatrix} 0 \\ 0.3 \end{bmatrix}$ and $b = 0.1$, from section 3. For the four examples $Z = \begin{bmatrix} 0.1 & -0.2 & 0.4 & 1.3 \end{bmatrix}$, so the predictions are $\begin{bmatrix} 1 & 0 & 1 & 1 \end{bmatrix}$: after a single step, all four are right.
#
# **Predict the shape** of `A > 0.5`, and the type of its entries.
#
# <details><summary>Check your prediction</summary>
#
# The shape of `A`, $(1, m)$, with the entries `True` and `False`. In arithmetic they count as 1 and 0, so they are fine as predictions; you may also convert them.
#
# </details>
#
# **Common traps.** Returning the probabilities; comparing $z$ instead of $a$ with 0.5; comparing `X`; forgetting $b$; a result of shape `(m,)`.
#
# <details><summary>Hint 1: the idea</summary>
#
# Half of this function stands in `propagate` already.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# Comparing an array with a number compares every entry.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# $(1, n)(n, m) = (1, m)$. Keep both axes.
#
# </details>

# %%
def predict(w, b, X):
    """Return the predicted label of every example.

    Parameters
    ----------
    w : ndarray, shape (n, 1)
        Weights.
    b : float
        Bias.
    X : ndarray, shape (n, m)
        Examples, one per column.

    Returns
    -------
    Y_prediction : ndarray, shape (1, m)
        1 where the model's probability is above 0.5, else 0.
    """
    # YOUR CODE HERE
    raise NotImplementedError("predict is not written yet")


# %% [markdown]
# ## 5. `model`: everything together
#
# Start at zero, train **on the training set only**, then predict for both sets. How well the model does on the test set, which it has never seen, is what counts: on the training set it could do well by remembering.
#
# The function returns a dictionary `d`:
#
# | key | value | shape |
# |---|---|---|
# | `w`, `b` | the trained parameters | $(n, 1)$, a number |
# | `costs` | what `optimize` kept | a list |
# | `Y_prediction_train`, `Y_prediction_test` | predictions for the two sets | $(1, m_{train})$, $(1, m_{test})$ |
# | `learning_rate`, `num_iterations` | as they came in | numbers |
#
# **Shapes.** Both sets have $n$ rows; they may differ in the number of columns.
#
# **On paper.** Train on the four examples of section 2 for one step of $\alpha = 0.4$, and test on two more, $\begin{bmatrix} 0 & 5 \\ -1 & 1 \end{bmatrix}$. `w` and `b` are those of section 3, and $Z = \begin{bmatrix} -0.2 & 0.4 \end{bmatrix}$ for the test set; the predictions are $\begin{bmatrix} 0 & 1 \end{bmatrix}$.
#
# **Predict** the accuracy of a model that has made no step at all, on a set with as many zeros as ones.
#
# <details><summary>Check your prediction</summary>
#
# One half: it answers 0.5 to everything, which is not *above* 0.5, so it always says 0.
#
# </details>
#
# When it works, try it on the flowers, and then with other learning rates:
#
# ```python
# from given import flowers
#
# X_train, Y_train = flowers(80, seed=1)
# X_test, Y_test = flowers(40, seed=2)
# d = model(X_train, Y_train, X_test, Y_test, 300, 0.5, True)
# print("right on the test set:", np.mean(d["Y_prediction_test"] == Y_test))
# ```
#
# **Common traps.** Numbers of your own in place of the arguments; predictions of the wrong set; predicting with the parameters from before training.
#
# <details><summary>Hint 1: the idea</summary>
#
# Four calls of functions that you have written, and a dictionary.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# There is nothing to compute. Of what `optimize` returns, the middle is not needed here.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# The number of weights is the number of rows of the training set.
#
# </details>

# %%
def model(X_train, Y_train, X_test, Y_test, num_iterations, learning_rate, print_cost):
    """Train logistic regression from zero, and predict for both sets.

    Parameters
    ----------
    X_train : ndarray, shape (n, m_train)
        Examples to learn from, one per column.
    Y_train : ndarray, shape (1, m_train)
        Their labels, 0 or 1.
    X_test : ndarray, shape (n, m_test)
        Examples to be tested on.
    Y_test : ndarray, shape (1, m_test)
        Their labels; not used for training.
    num_iterations : int
        Number of steps.
    learning_rate : float
        Size of a step.
    print_cost : bool
        Passed on to `optimize`.

    Returns
    -------
    d : dict
        ``w``, ``b``, ``costs``, ``Y_prediction_train`` (1, m_train),
        ``Y_prediction_test`` (1, m_test), ``learning_rate``, ``num_iterations``.
    """
    # YOUR CODE HERE
    raise NotImplementedError("model is not written yet")

# %% [markdown]
# ## Before the quiz
#
# You have a network of one unit, trained in a handful of lines. Three questions of the kind that the weekly quiz asks.
#
# **1.** 500 pictures of $20 \times 20 \times 3$ are to be told apart. What are the dimensions of `X`, `w`, $dZ$ and $dw$?
#
# <details><summary>Answer</summary>
#
# $(1200, 500)$, $(1200, 1)$, $(1, 500)$ and $(1200, 1)$. The number of pictures is in the first and in the third; in $dw$ the examples have been averaged away.
#
# </details>
#
# **2.** For three examples with the labels 1, 0, 1 the model says 0.9, 0.2, 0.5. How probable are these three labels according to the model, and what is the cost?
#
# <details><summary>Answer</summary>
#
# $0.9 \cdot 0.8 \cdot 0.5 = 0.36$. The cost is the negative mean logarithm, $-\frac{1}{3} \ln 0.36 \approx 0.341$. A model that finds the labels more probable has a lower cost: the two say the same.
#
# </details>
#
# **3.** The first cost that a run prints is 0.693, whatever the data. Why? And what do you conclude if the second is 0.9?
#
# <details><summary>Answer</summary>
#
# At zero, every answer is 0.5, and every example costs $-\ln 0.5 = \ln 2 \approx 0.693$. If the cost has grown, the steps go uphill because of a sign, or they are too long; a learning rate ten times smaller tells which.
#
# </details>
