# %% [markdown]
# # A logistic unit
#
# You are going to build the smallest machine that can learn: a single unit that answers a yes-or-no question with a probability. It needs five short functions. One makes the answer, two say how bad the answers are, and two make them better.
#
# ```
#   z -->[ sigmoid ]--> y_hat --+
#                               +-->[ loss ]--+
#                       y ------+             +-->[ cost ]--> J
#                                             |
#                    all other examples ------+
#
#   w -->[ numerical_derivative ]--> dw -->[ gradient_step ]--> a better w
# ```
#
# The upper row goes from the number $z$ that a unit computes from its inputs to a **cost**, one number for the quality of all predictions. The lower row lowers a cost: measure in which direction it falls, take a small step, repeat.
#
# | symbol | in code | meaning | kind |
# |---|---|---|---|
# | $z$ | `z` | weighted sum of the inputs plus the bias | a number |
# | $\hat{y}$ | `y_hat` | predicted probability that the answer is yes | a number between 0 and 1 |
# | $y$ | `y` | label: what the answer really is | 0 or 1 |
# | $m$ | | number of examples | a whole number |
# | $J$ | | the cost of all examples together | a number |
# | $dw$ | `dw` | slope of the cost with respect to $w$, written $\partial J / \partial w$ when $J$ depends on more than $w$ | like $w$ |
# | $\alpha$ | `alpha` | learning rate | a number above 0 |
#
# The first three functions follow the upper row, the last two the lower one, so work from top to bottom. The file `given.py` holds functions of one number, such as `square` and `cube`, to take slopes of. `autograder check` compares your functions with the public examples, among them the worked examples below.

# %%
import numpy as np


# %% [markdown]
# ## 1. `sigmoid`: from any number to a probability
#
# A unit adds up evidence. The result $z$ can be any number; a probability must lie between 0 and 1. The sigmoid bends the whole number line into that interval, and never turns two numbers around: more evidence always means a higher probability.
#
# $$\sigma(z) = \frac{1}{1 + e^{-z}}$$
#
# ![The sigmoid in blue, rising from 0 to 1 through one half at z = 0; its slope in red, one quarter at z = 0 and almost 0 beyond 6 and -6](figures/sigmoid.svg)
#
# The answer is near 1 for a large $z$, and near 0 for a **very negative** $z$. A *small* $z$, near 0, means that the unit cannot tell: $\sigma(0) = \frac{1}{2}$. The red curve is the slope. It is highest in the middle and almost 0 on both sides, where learning becomes slow.
#
# **Shapes.** A number goes in, a number comes out.
#
# **On paper.** For $z = \ln 3$ we have $e^{-z} = \frac{1}{3}$, so $\sigma(z) = \frac{1}{1 + 1/3} = \frac{3}{4}$. For $z = -\ln 3$ it is $\frac{1}{1 + 3} = \frac{1}{4}$. The two add up to 1, as $\sigma(z)$ and $\sigma(-z)$ always do.
#
# **Predict**, before you run them, `sigmoid(0)` and the first three digits of `sigmoid(100)`.
#
# <details><summary>Check your prediction</summary>
#
# `0.5`, and `1.0`: what is missing to 1 is smaller than a computer's last digit.
#
# </details>
#
# **Common traps.** The minus sign in the exponent; a denominator without parentheses, since division comes before addition.
#
# <details><summary>Hint 1: the idea</summary>
#
# Compute $e^{-z}$ first; only then build the fraction around it.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# `np.exp(x)` is $e^x$. The whole denominator stands in parentheses.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# One number in, one number out: if brackets are printed, a list or an array has crept in.
#
# </details>

# %%
def sigmoid(z):
    """Return the sigmoid of a number.

    Parameters
    ----------
    z : float
        Any number.

    Returns
    -------
    a : float
        1 / (1 + e^(-z)), between 0 and 1.
    """
    # YOUR CODE HERE
    raise NotImplementedError("sigmoid is not written yet")


# %% [markdown]
# ## 2. `loss`: how bad is one prediction?
#
# The loss judges **one** example. It should be near 0 for a good prediction, and it should hurt to be both sure and wrong. The logistic loss is the surprise of somebody who believed $\hat{y}$ and then reads the label $y$:
#
# $$L(\hat{y}, y) = -\left( y \log \hat{y} + (1 - y) \log (1 - \hat{y}) \right)$$
#
# The label works as a switch. With $y = 1$ the second term vanishes and $-\log \hat{y}$ is left; with $y = 0$ the first one vanishes and $-\log (1 - \hat{y})$ is left.
#
# ![The loss as a function of the prediction: in blue for the label 1, falling from infinity to 0; in red for the label 0, rising from 0 to infinity; they cross at one half](figures/loss.svg)
#
# Why not $\frac{1}{2} (\hat{y} - y)^2$, which serves so well for house prices? Because behind a sigmoid it makes a cost with flat stretches, and there can be several valleys, in which a walk downhill gets stuck. With the logistic loss the cost is convex: one valley, whatever the data.
#
# **Shapes.** Two numbers go in, one number comes out.
#
# **On paper.** The prediction is $0.8$. If the label is 1, the loss is $-\log 0.8 = 0.223$. If it is 0, the loss is $-\log 0.2 = 1.609$, about seven times as much.
#
# **Predict**, before you run them, which is larger, `loss(0.3, 1)` or `loss(0.7, 0)`, and which sign both have.
#
# <details><summary>Check your prediction</summary>
#
# They are equal: both are $-\log 0.3 = 1.204$. A loss is never negative, because the logarithm of a number below 1 is.
#
# </details>
#
# **Common traps.** The minus sign forgotten, or standing before the first term only; $1 - \log \hat{y}$ where $\log (1 - \hat{y})$ belongs; a logarithm to base 10.
#
# <details><summary>Hint 1: the idea</summary>
#
# Which probability did the prediction give to what really happened? The loss is minus the logarithm of it.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# `np.log` is the natural logarithm. Write both terms in one pair of parentheses and the minus sign before it.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# `y_hat` and `y` belong to a single example, so there is nothing to add up over examples here.
#
# </details>

# %%
def loss(y_hat, y):
    """Return the logistic loss of one prediction.

    Parameters
    ----------
    y_hat : float
        Predicted probability of the label 1, strictly between 0 and 1.
    y : int or float
        Label, 0 or 1.

    Returns
    -------
    loss : float
        0 or more; the smaller, the better the prediction.
    """
    # YOUR CODE HERE
    raise NotImplementedError("loss is not written yet")


# %% [markdown]
# ## 3. `cost`: one number for all examples
#
# The loss judges one example, the cost judges the whole training set: it is the **mean** of the losses. Learning means to look for the parameters with the lowest cost.
#
# $$J = \frac{1}{m} \sum_{i=1}^{m} L\left(\hat{y}^{(i)}, y^{(i)}\right)$$
#
# The number in parentheses counts examples. All predictions stand side by side in one row, and so do all labels: in this course a **column** is an example.
#
# **Shapes.** `y_hat` and `y` are rows, arrays of shape $(1, m)$. The result is a single number, with shape `()`.
#
# **On paper.** Three examples:
#
# $$\hat{y} = \begin{bmatrix} 0.8 & 0.4 & 0.5 \end{bmatrix}, \qquad y = \begin{bmatrix} 1 & 0 & 1 \end{bmatrix}$$
#
# The losses are $-\log 0.8 = 0.223$, $-\log 0.6 = 0.511$ and $-\log 0.5 = 0.693$. Their sum is $1.427$, the cost $J = 1.427 / 3 = 0.476$.
#
# **Predict the shape** and the value before you run this:
#
# ```python
# y = np.array([[1, 0, 1]])
# print(y.shape, len(y), y.shape[1], y[0, 2])
# ```
#
# <details><summary>Check your prediction</summary>
#
# `(1, 3) 1 3 1`. The row is a table with one line, so its `len` is 1; the number of examples is the second entry of the shape.
#
# </details>
#
# **Common traps.** The sum instead of the mean; `len(y)` for $m$; a `return` inside the loop; a total that each turn replaces instead of adding to it.
#
# <details><summary>Hint 1: the idea</summary>
#
# You have a function for one example. Ask it once for each column, keep a total, and divide at the end.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# Prediction and label of example $i$ are `y_hat[0, i]` and `y[0, i]`, with $i$ from 0 to $m - 1$. `np.mean` of a list is the mean of its numbers.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# $m$ is `y.shape[1]`. If your result prints with brackets, it is still an array; a number prints without.
#
# </details>

# %%
def cost(y_hat, y):
    """Return the cost of all predictions, the mean of their losses.

    Parameters
    ----------
    y_hat : ndarray, shape (1, m)
        Predicted probabilities, strictly between 0 and 1.
    y : ndarray, shape (1, m)
        Labels, 0 or 1.

    Returns
    -------
    J : float
        A single number, shape ().
    """
    # YOUR CODE HERE
    raise NotImplementedError("cost is not written yet")


# %% [markdown]
# ## 4. `numerical_derivative`: measure a slope
#
# In which direction does a cost fall, and how steeply? The **derivative** of $f$ at $a$ is the slope of its graph there: how many times as much as $a$ does $f(a)$ change, when $a$ changes by very little? We can measure it without any calculus. Go a little to the right of $a$ and a little to the left, and divide the height between the two points by the width between them.
#
# $$\frac{df}{da} \approx \frac{f(a + \varepsilon) - f(a - \varepsilon)}{2 \varepsilon}$$
#
# ![A curve with the points at a minus epsilon and a plus epsilon joined by a green line, nearly parallel to the black tangent at a; a dashed red line from a to a plus epsilon is too steep](figures/slope.svg)
#
# The green line looks to both sides; it is nearly parallel to the black tangent. The dashed red line looks to the right only and is much too steep. That is why both sides are worth the trouble: halve $\varepsilon$, and the two-sided error falls to about a quarter, the one-sided one only to about a half.
#
# Here `f` is an argument that is itself a *function*. You call it like any other: `f(2.0)`.
#
# **Shapes.** A function and two numbers go in, one number comes out.
#
# **On paper.** `cube` at $a = 2$ with $\varepsilon = 0.1$: $f(2.1) = 9.261$ and $f(1.9) = 6.859$. The slope is $2.402 / 0.2 = 12.01$. The exact one is $3 a^2 = 12$.
#
# **Predict**, before you run it, `numerical_derivative(square, 5.0, 1.0)`, with a step as wide as 1. (`from given import square`.)
#
# <details><summary>Check your prediction</summary>
#
# `10.0`, exactly the slope $2a$: $\frac{6^2 - 4^2}{2} = \frac{20}{2}$. On a parabola what is too much on the right makes up for what is too little on the left.
#
# </details>
#
# **Common traps.** Division by $\varepsilon$, although the points are $2 \varepsilon$ apart; `/ 2 * epsilon` without parentheses, which multiplies by $\varepsilon$; a step of one's own instead of `epsilon`.
#
# <details><summary>Hint 1: the idea</summary>
#
# Height over width. Both come from the same two points.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# Call `f` twice. The width is one product; keep it together with parentheses.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# `f` turns a number into a number, so the difference of two calls is a number, too.
#
# </details>

# %%
def numerical_derivative(f, a, epsilon):
    """Return the slope of f at a, measured between a - epsilon and a + epsilon.

    Parameters
    ----------
    f : callable
        Function of one number that returns a number.
    a : float
        Where the slope is measured.
    epsilon : float
        How far to go to each side, above 0.

    Returns
    -------
    slope : float
        Height between the two points, divided by their distance.
    """
    # YOUR CODE HERE
    raise NotImplementedError("numerical_derivative is not written yet")


# %% [markdown]
# ## 5. `gradient_step`: one step downhill
#
# A positive slope says that the cost grows to the right, so go left; a negative one says go right. Both are said by one minus sign. How far to go is decided by the slope and by the learning rate $\alpha$, a number that you choose.
#
# $$w := w - \alpha \, dw$$
#
# The sign $:=$ means that the new value takes the place of the old one. In this course's code, `dw` is the name of $\frac{dJ}{dw}$, or of $\frac{\partial J}{\partial w}$ when $J$ also depends on other parameters.
#
# ![A parabola with a step from the right, at w = 3, going left, and a step from the left, at w = -2, going right; both end lower](figures/step.svg)
#
# Near the bottom the slope is small, and so are the steps, although $\alpha$ stays the same. That is how gradient descent comes to rest.
#
# **Shapes.** `w` and `dw` are numbers, or columns of numbers of the same shape; the result has that shape, too.
#
# **On paper.** On the parabola $J(w) = w^2$ the slope is $2w$. From $w = 3$, with $\alpha = 0.1$: the new $w$ is $3 - 0.1 \cdot 6 = 2.4$, and $J$ falls from $9$ to $5.76$. From $w = -2$ the slope is $-4$, and the new $w$ is $-2 + 0.4 = -1.6$.
#
# **Predict the shape** and the entries before you run this:
#
# ```python
# w, dw = np.array([[1.0], [-2.0]]), np.array([[10.0], [0.0]])
# print(gradient_step(w, dw, 0.1))
# ```
#
# <details><summary>Check your prediction</summary>
#
# A column of shape $(2, 1)$ with the entries 0 and -2: where the slope is 0, nothing moves.
#
# </details>
#
# **Common traps.** Plus instead of minus, which climbs; $\alpha$ forgotten; returning the step instead of the place where it ends.
#
# <details><summary>Hint 1: the idea</summary>
#
# Where you are, minus how far you go.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# How far you go is a product of two of the arguments.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# `alpha` is one number. numpy multiplies each entry of a column by it, so one line serves both cases.
#
# </details>

# %%
def gradient_step(w, dw, alpha):
    """Return the parameter after one step of gradient descent.

    Parameters
    ----------
    w : float, or ndarray of shape (n, 1)
        Where the step begins.
    dw : float, or ndarray of shape (n, 1)
        Slope of the cost at `w`, of the same shape.
    alpha : float
        Learning rate, above 0.

    Returns
    -------
    w : float, or ndarray of shape (n, 1)
        Where the step ends.
    """
    # YOUR CODE HERE
    raise NotImplementedError("gradient_step is not written yet")

# %% [markdown]
# ## Walk down
#
# The last two functions are already gradient descent. `given.py` has a function `valley` that is lowest at $\ln 2 = 0.693147$. Let your functions find the place, and print `w` inside the loop to watch the steps grow smaller. Then try `0.01` and `0.5` in place of the learning rate `0.1`.
#
# ```python
# from given import valley
#
# w = 2.0
# for turn in range(60):
#     slope = numerical_derivative(valley, w, 0.001)
#     w = gradient_step(w, slope, 0.1)
# print(w)
# ```
#
# Nobody told them where to go, only how steep it is where they stand. A network with a million parameters learns in the same way; what is new in the coming weeks is how to get a million slopes at once without measuring each of them.
#
# ## Before the quiz
#
# Three questions of the kind that the weekly quiz asks.
#
# **1.** Two units look at the same picture, whose label is 0. One says $0.6$, the other $0.99$. How many times as large is the second one's loss?
#
# <details><summary>Answer</summary>
#
# The losses are $-\log 0.4 = 0.916$ and $-\log 0.01 = 4.605$, so about five times. Both are wrong, but one of them was sure.
#
# </details>
#
# **2.** You measure the slope of $f(a) = 5a + 2$ with $\varepsilon = 10$. How large is the error?
#
# <details><summary>Answer</summary>
#
# There is none: on a straight line any two points give the slope 5, however far apart they are. How good a step width is depends on how strongly the function bends.
#
# </details>
#
# **3.** Gradient descent on $J(w) = w^2$ starts at $w = 1$ with the learning rate $\alpha = 1$. Where is it after 99 steps, and what does a larger $\alpha$ do?
#
# <details><summary>Answer</summary>
#
# The slope at 1 is 2, so the first step leads to $1 - 2 = -1$; from there it leads back to 1. After an odd number of steps $w = -1$, and the cost has not fallen at all. With a larger $\alpha$ each step lands farther out than the one before, and the cost grows.
#
# </details>
