# %% [markdown]
# # The computation graph
#
# Last week you measured slopes, at the price of two evaluations of the cost for each. This week you compute them, all at once and exactly, by walking **backward** through a computation. You do it first for a computation of three steps, then for a logistic unit and one example, then for a logistic unit and a whole training set.
#
# ```
#   forward:    a, b, c --> u --> v --> J          x, w, b --> z --> a --> L
#
#   backward:   da, db, dc <-- du <-- dv <-- J       dw, db <-- dz <-- da <-- L
# ```
#
# Forward, every box computes its value from the values before it. Backward, every box learns how strongly the **last** value depends on it. A derivative in code has a short name: `dvar` is the derivative of the final output, here $J$ or $L$, with respect to `var`. So `du` means $\frac{dJ}{du}$, and *not* a small change of $u$.
#
# | symbol | meaning | shape |
# |---|---|---|
# | $n_x$ | number of features, the inputs of the unit | |
# | $m$ | number of examples; **each column is one example** | |
# | $x$, $X$ | one example; all of them side by side | $(n_x, 1)$, $(n_x, m)$ |
# | $y$, $Y$ | one label; all of them in a row | a number, $(1, m)$ |
# | $w$, and $dw$ | weights, and their gradient | $(n_x, 1)$ |
# | $b$, and $db$ | bias, and its gradient | a number |
# | $z$, $a$ | before and after the sigmoid; $a$ is the prediction $\hat{y}$ | a number for each example |
#
# The four functions grow out of each other, so work from top to bottom. `given.py` brings `sigmoid`, and `gradient_check`, with which you can test your own backward passes: it moves every parameter a little and compares. From now on, use it whenever you have written a gradient. `autograder check` compares your functions with the public examples, among them the worked examples below.

# %%
import numpy as np
from given import sigmoid


# %% [markdown]
# ## 1. `forward_graph`: three small steps
#
# Take $J = 3(a + bc)$. A computer does not compute it in one go; it goes step by step, and every step has a result that deserves a name.
#
# $$u = bc, \qquad v = a + u, \qquad J = 3v$$
#
# ![The graph of the computation: b and c lead to u, a and u lead to v, v leads to J. Values are written in blue above the arrows, derivatives in red below them](figures/graph.svg)
#
# Follow the blue arrows for now; the red ones are the next section.
#
# **Shapes.** Three numbers go in, three numbers come out, in the order $J$, $u$, $v$: the result first, then what lies on the way to it.
#
# **On paper.** For $a = 4$, $b = 2$, $c = 5$: $u = 2 \cdot 5 = 10$, $v = 4 + 10 = 14$, $J = 3 \cdot 14 = 42$.
#
# **Predict** the three numbers of `forward_graph(-1.0, 3.0, 0.5)` before you run it.
#
# <details><summary>Check your prediction</summary>
#
# `(1.5, 1.5, 0.5)`: $u = 1.5$, $v = 0.5$, $J = 1.5$.
#
# </details>
#
# **Common traps.** The order in which the numbers are returned; $3a + bc$, which is something else than $3(a + bc)$.
#
# <details><summary>Hint 1: the idea</summary>
#
# One line for each box of the graph, from left to right.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# Compute $J$ from $v$, and $v$ from $u$, instead of writing the whole formula again.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# `return` can hand back several values, separated by commas.
#
# </details>

# %%
def forward_graph(a, b, c):
    """Return J = 3(a + bc), and the values on the way to it.

    Parameters
    ----------
    a, b, c : float
        Any numbers.

    Returns
    -------
    J : float
        3v.
    u : float
        The product of b and c.
    v : float
        The sum of a and u.
    """
    # YOUR CODE HERE
    raise NotImplementedError("forward_graph is not written yet")


# %% [markdown]
# ## 2. `backward_graph`: the chain rule
#
# How strongly does $J$ depend on $b$? Push $b$ a little and watch the push travel: it changes $u$, which changes $v$, which changes $J$. Each box on the way multiplies the push by its own slope, so the slopes of the boxes are **multiplied**:
#
# $$\frac{dJ}{db} = \frac{dJ}{dv} \cdot \frac{dv}{du} \cdot \frac{du}{db}$$
#
# The trick is the order. Start at the end, at $J$, and go from right to left. Then the product of everything to the right of a box is already known when you get there, and is used by all that lie before it:
#
# $$\frac{dJ}{du} = \frac{dJ}{dv} \cdot \frac{dv}{du}, \qquad \frac{dJ}{da} = \frac{dJ}{dv} \cdot \frac{dv}{da}, \qquad \frac{dJ}{db} = \frac{dJ}{du} \cdot \frac{du}{db}$$
#
# In words: what arrives from the right, times the slope of the next box. A sum has the slope 1 for each of its parts; a product $bc$ has the slope $c$ for $b$, and $b$ for $c$.
#
# **Shapes.** Three numbers go in; a dictionary of five numbers comes out, with the keys `da`, `db`, `dc`, `du`, `dv`.
#
# **On paper.** For $a = 4$, $b = 2$, $c = 5$, from right to left: $dv = 3$; $du = 3 \cdot 1 = 3$ and $da = 3 \cdot 1 = 3$; $db = 3 \cdot 5 = 15$ and $dc = 3 \cdot 2 = 6$. A test by hand: raise $c$ from $5$ to $5.01$. Then $u = 10.02$, $v = 14.02$, $J = 42.06$, which is $0.06$ more: $6$ times as much as $c$ has grown.
#
# **Predict**, before you run anything, which of the five derivatives change when $a$ changes.
#
# <details><summary>Check your prediction</summary>
#
# None. The sum passes on the push of $a$ as it is, and $b$ and $c$ meet only each other.
#
# </details>
#
# Then let the machine test your work. All three differences should be tiny:
#
# ```python
# from given import gradient_check
#
# at = {"a": 4.0, "b": 2.0, "c": 5.0}
# print(gradient_check(lambda p: forward_graph(**p)[0], at, backward_graph(**at)))
# ```
#
# **Common traps.** Only the slope of the next box, without what has arrived from the right; $b$ where $c$ belongs.
#
# <details><summary>Hint 1: the idea</summary>
#
# Begin with `dv`, and write the five lines in the order in which the red arrows leave the boxes.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# `db` and `dc` both begin with `du`. Which number does each of them multiply it by?
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# A dictionary is written `{"da": da, ...}`, with all five keys.
#
# </details>

# %%
def backward_graph(a, b, c):
    """Return the derivatives of J = 3(a + bc) with respect to all its variables.

    Parameters
    ----------
    a, b, c : float
        Any numbers.

    Returns
    -------
    grads : dict of float
        ``da``, ``db``, ``dc``, ``du`` and ``dv``, where u = bc and v = a + u.
    """
    # YOUR CODE HERE
    raise NotImplementedError("backward_graph is not written yet")


# %% [markdown]
# ## 3. `logistic_gradients_one`: back through a logistic unit
#
# The same walk, now through a unit and its loss, for **one** example. Forward:
#
# $$z = w_1 x_1 + \dots + w_{n_x} x_{n_x} + b, \qquad a = \sigma(z), \qquad L = -\left( y \log a + (1 - y) \log (1 - a) \right)$$
#
# ![The graph of a logistic unit with two inputs: x, w and b lead to z, z to a, a to the loss. The derivatives in red go from the loss back to w and b](figures/unit.svg)
#
# Backward, from right to left. The loss has the slope $da = -\frac{y}{a} + \frac{1 - y}{1 - a}$, the sigmoid the slope $a (1 - a)$. Their product is as simple as can be, because the denominators cancel:
#
# $$dz = da \cdot a (1 - a) = -y (1 - a) + (1 - y) a = a - y$$
#
# The prediction minus the label: by how much the unit was wrong, with a sign. One box is left, a sum of products. Each weight meets its own input, and the bias stands alone:
#
# $$dw_j = x_j \, dz, \qquad db = dz$$
#
# **Shapes.** `x` and `w` are columns $(n_x, 1)$, and so is `dw`: a gradient has the shape of the thing itself. `y` and `b` are numbers, and so is `db`.
#
# **On paper.** With
#
# $$x = \begin{bmatrix} 2 \\ 1 \end{bmatrix}, \qquad w = \begin{bmatrix} 1 \\ -3 \end{bmatrix}, \qquad b = 1, \qquad y = 1$$
#
# we get $z = 2 - 3 + 1 = 0$, $a = 0.5$ and $dz = 0.5 - 1 = -0.5$. So $dw$ is the column of $2 \cdot (-0.5) = -1$ and $1 \cdot (-0.5) = -0.5$, and $db = -0.5$. All are negative: to raise a prediction that is too low, the weights of positive inputs must grow.
#
# **Predict the shapes** before you run this:
#
# ```python
# x, w = np.ones((4, 1)), np.ones((4, 1))
# print((w * x).shape, np.sum(w * x).shape, (w.T @ x).shape)
# ```
#
# <details><summary>Check your prediction</summary>
#
# `(4, 1) () (1, 1)`. The last two hold the same value, but only the one in the middle is a number. With the other, `db` becomes an array of shape $(1, 1)$, although `b` is a number.
#
# </details>
#
# **Common traps.** $y - a$, which points uphill; a factor $a (1 - a)$ too many, since it is already in $dz$; a `db` of shape `(1, 1)`.
#
# <details><summary>Hint 1: the idea</summary>
#
# Three steps: $z$ with all weights and the bias, then $dz$, then the two gradients.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# A weighted sum is: multiply entry by entry with `*`, then add everything up with `np.sum`.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# $dz$ is a number. A number times a column is a column of the same shape.
#
# </details>

# %%
def logistic_gradients_one(x, y, w, b):
    """Return the gradients of the loss of a logistic unit for one example.

    Parameters
    ----------
    x : ndarray, shape (n_x, 1)
        The features of the example.
    y : float
        Its label, 0 or 1.
    w : ndarray, shape (n_x, 1)
        Weights.
    b : float
        Bias.

    Returns
    -------
    dw : ndarray, shape (n_x, 1)
        Gradient of the loss with respect to the weights.
    db : float
        Gradient of the loss with respect to the bias, a single number.
    """
    # YOUR CODE HERE
    raise NotImplementedError("logistic_gradients_one is not written yet")


# %% [markdown]
# ## 4. `logistic_gradients_loop`: all examples
#
# The cost is the mean of the losses, and the slope of a mean is the mean of the slopes:
#
# $$J = \frac{1}{m} \sum_{i=1}^{m} L^{(i)}, \qquad \frac{\partial J}{\partial w} = \frac{1}{m} \sum_{i=1}^{m} dw^{(i)}, \qquad \frac{\partial J}{\partial b} = \frac{1}{m} \sum_{i=1}^{m} db^{(i)}$$
#
# So start with three totals at zero, go through the examples one at a time, add what each of them gives, and divide all three totals by $m$ when the loop is over.
#
# With a separate variable for each weight, $dw_1$, $dw_2$ and so on, one would need a second loop inside, over the features. A column `dw` makes it disappear: numpy adds all entries in one go. Next week the other loop will go, too.
#
# **Shapes.** `X` $(n_x, m)$, `Y` $(1, m)$. The totals have the shapes of the results: `dw` $(n_x, 1)$; `db` and `J` are numbers.
#
# **On paper.** The unit of section 3 and three examples:
#
# $$X = \begin{bmatrix} 2 & -1 & 5 \\ 1 & 0 & 2 \end{bmatrix}, \qquad Y = \begin{bmatrix} 1 & 0 & 0 \end{bmatrix}$$
#
# All three $z$ are 0, so every prediction is $0.5$ and every loss $\ln 2$. The $dz$ are $-0.5$, $0.5$ and $0.5$. The first entry of $dw$ is $\frac{1}{3} (-1 - 0.5 + 2.5) = 0.333$, the second $\frac{1}{3} (-0.5 + 0 + 1) = 0.167$; $db = \frac{0.5}{3} = 0.167$ and $J = 0.693$.
#
# **Predict the shapes** before you run this:
#
# ```python
# X, Y = np.ones((4, 6)), np.ones((1, 6))
# print(X[:, 2].shape, X[:, 2:3].shape, Y[0, 2].shape)
# ```
#
# <details><summary>Check your prediction</summary>
#
# `(4,) (4, 1) ()`. A single column number loses the second axis; a slice of width 1 keeps it. Multiply a `w` of shape $(4, 1)$ by the first of the three, and broadcasting silently makes a $(4, 4)$ matrix of it.
#
# </details>
#
# When it runs, test it on data of your own, with more examples than features:
#
# ```python
# from given import gradient_check
#
# X, Y = np.random.randn(2, 5), np.array([[1, 0, 1, 1, 0]])
# at = {"w": np.array([[0.5], [-0.2]]), "b": 0.1}
# dw, db, J = logistic_gradients_loop(X, Y, **at)
# print(gradient_check(lambda p: logistic_gradients_loop(X, Y, **p)[2], at, {"dw": dw, "db": db}))
# ```
#
# **Common traps.** No division, a division of some totals only, or one inside the loop; `=` where `+=` belongs; the number of rows of `X` for $m$.
#
# <details><summary>Hint 1: the idea</summary>
#
# What one turn of the loop needs, you wrote in section 3. Only the loss has to be added to it.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# `total += new` adds to a total. The loss needs the prediction $a$, and $db = a - y$ tells it as well as another sum would.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# $m$ is the number of columns of `X`. Start `dw` with zeros of the shape of `w`; pass `np.zeros` one tuple.
#
# </details>

# %%
def logistic_gradients_loop(X, Y, w, b):
    """Return the gradients of the cost of a logistic unit, and the cost.

    Parameters
    ----------
    X : ndarray, shape (n_x, m)
        Features; each column is an example.
    Y : ndarray, shape (1, m)
        Labels, 0 or 1.
    w : ndarray, shape (n_x, 1)
        Weights.
    b : float
        Bias.

    Returns
    -------
    dw : ndarray, shape (n_x, 1)
        Gradient of the cost with respect to the weights.
    db : float
        Gradient of the cost with respect to the bias.
    J : float
        The cost, the mean of the losses.
    """
    # YOUR CODE HERE
    raise NotImplementedError("logistic_gradients_loop is not written yet")

# %% [markdown]
# ## Before the quiz
#
# You can now train a logistic unit: gradients from section 4, and the step of week 1 for `w` and for `b`, again and again. Three questions of the kind that the weekly quiz asks.
#
# **1.** Somebody changes the graph to $J = 3(a + bc) + b$. Which of the five derivatives change, and to what?
#
# <details><summary>Answer</summary>
#
# Only `db`: now there are two ways from $b$ to $J$, and what comes back along different ways is **added**. The old way brings $3c$, the new one 1, so $db = 3c + 1$.
#
# </details>
#
# **2.** A unit with 100 weights and a bias is trained on 1,000 examples. How many evaluations of the cost does a measurement of all slopes need, if each is measured to both sides? And how many passes does the backward way need?
#
# <details><summary>Answer</summary>
#
# $2 \cdot 101 = 202$ evaluations, each over all 1,000 examples. The backward way needs one pass forward and one backward. That is why one computes gradients, and measures them only to test the code.
#
# </details>
#
# **3.** For one example, $x_2 = 0$. What is $dw_2$, and what does a step of gradient descent on this example alone do to $w_2$?
#
# <details><summary>Answer</summary>
#
# $dw_2 = x_2 \, dz = 0$, however wrong the prediction was: the weight had no part in it, and stays as it is. Other examples, with $x_2 \neq 0$, will move it.
#
# </details>
