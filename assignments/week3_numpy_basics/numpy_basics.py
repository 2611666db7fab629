# %% [markdown]
# # Arrays instead of loops
#
# A network sees thousands of examples, and each example has thousands of numbers. A Python loop over them is slow, because Python decides anew, for every single number, what to do. An operation on a whole **array** decides once; the processor then works through the numbers in compiled code, several with each instruction (SIMD).
#
# ![Two bars: a long one for the loop, a very short one for the array operation](figures/loop_and_array.svg)
#
# The bars show a dot product of two vectors with a million entries: an example, the best of three tries on one computer, with numpy on a single core. Yours will give other numbers, and much the same picture.
#
# You are going to write ten small functions without a single loop over numbers. They are the words in which the rest of the course is written: functions that act on every entry, sums along one axis, broadcasting, and shapes.
#
# | word | meaning |
# |---|---|
# | shape | the lengths of the axes: `(2, 3)` is 2 rows of 3 numbers |
# | axis 0, axis 1 | down the rows, along a row; a sum over `axis=0` makes the rows disappear |
# | `keepdims=True` | the axis that was summed over stays, with length 1 |
# | broadcasting | an axis of length 1 is stretched to fit its partner, without copying |
# | rank-1 array | shape `(n,)`: neither a row nor a column |
#
# Everywhere else in the course, the columns of a matrix are the examples. In two functions of this assignment, `normalize_rows` and `softmax`, the **rows** are; the text says so again there. `autograder check` compares your functions with the public examples, among them the worked examples below.

# %%
import math

import numpy as np


# %% [markdown]
# ## 1. `basic_sigmoid`: one number
#
# The sigmoid turns any number into one between 0 and 1, which can be read as a probability.
#
# $$\sigma(x) = \frac{1}{1 + e^{-x}}$$
#
# It is close to 1 for large $x$ and close to 0 for **very negative** $x$. In between lies $\sigma(0) = \frac{1}{2}$: a small $x$ does not mean a small $\sigma(x)$.
#
# **Shapes.** A number goes in, a number comes out. For one number, Python's own `math` module is enough.
#
# **On paper.** For $x = \ln 3 \approx 1.0986$ we have $e^{-x} = \frac{1}{3}$, so $\sigma(x) = \frac{1}{4/3} = 0.75$.
#
# **Predict** $\sigma(-\ln 3)$ before you run it.
#
# <details><summary>Check your prediction</summary>
#
# $0.25$. The curve is symmetric: $\sigma(-x) = 1 - \sigma(x)$.
#
# </details>
#
# **Common traps.** The minus sign in the exponent; brackets, since a division is done before an addition.
#
# <details><summary>Hint 1: the idea</summary>
#
# Build the denominator first and look at it: it must be larger than 1.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# $e^x$ is `math.exp(x)`.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# There are none: no array is needed here. Try 0, where you know the answer.
#
# </details>

# %%
def basic_sigmoid(x):
    """Return the sigmoid of one number.

    Parameters
    ----------
    x : float

    Returns
    -------
    s : float
        1 / (1 + e^(-x)), between 0 and 1.
    """
    # YOUR CODE HERE
    raise NotImplementedError("basic_sigmoid is not written yet")


# %% [markdown]
# ## 2. `sigmoid`: a whole array at once
#
# The same formula, for a number or for an array of any shape. `math.exp` refuses arrays; numpy's own `exp` acts on every entry, and so do `+`, `-`, `*` and `/`.
#
# $$\sigma\left(\begin{bmatrix} x_1 & x_2 & \cdots & x_n \end{bmatrix}\right) = \begin{bmatrix} \sigma(x_1) & \sigma(x_2) & \cdots & \sigma(x_n) \end{bmatrix}$$
#
# **Shapes.** The result has the shape of `x`, whatever that is.
#
# **On paper.** `[0, ln 3, -ln 3]` becomes `[0.5, 0.75, 0.25]`.
#
# **Predict the shape** of `sigmoid(np.zeros((2, 3, 4)))`, and its entries.
#
# <details><summary>Check your prediction</summary>
#
# $(2, 3, 4)$, all 24 entries 0.5.
#
# </details>
#
# **Common traps.** A loop over the entries, which breaks for matrices; `math.exp` left over from the first function.
#
# <details><summary>Hint 1: the idea</summary>
#
# Write it as if `x` were a number. One word has to change.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# `1 + array` adds 1 to every entry: the number is broadcast.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# Try a number, a rank-1 array and a matrix. No line of yours should mention a shape.
#
# </details>

# %%
def sigmoid(x):
    """Return the sigmoid of every entry.

    Parameters
    ----------
    x : float or ndarray of any shape

    Returns
    -------
    s : float or ndarray, the shape of `x`
        1 / (1 + e^(-x)), entry by entry.
    """
    # YOUR CODE HERE
    raise NotImplementedError("sigmoid is not written yet")


# %% [markdown]
# ## 3. `sigmoid_derivative`: the slope of the curve
#
# Learning needs slopes: how much does the output change when the input moves a little? For the sigmoid, the slope can be had from the value itself.
#
# $$\sigma'(x) = s\,(1 - s), \qquad s = \sigma(x)$$
#
# **Shapes.** Again the shape of `x`.
#
# **On paper.** At $x = 0$, $s = 0.5$ and the slope is $0.25$, the largest that there is. At $x = \pm\ln 3$, $s$ is $0.75$ or $0.25$, and the slope is $0.1875$ on both sides.
#
# **Predict** roughly the slope at $x = 10$.
#
# <details><summary>Check your prediction</summary>
#
# About 0.00005: the curve is almost flat there. A unit on the flat part hardly learns, because every step is multiplied by this slope.
#
# </details>
#
# **Common traps.** Putting `x` itself into $s(1 - s)$; the formula of tanh, $1 - s^2$.
#
# <details><summary>Hint 1: the idea</summary>
#
# You have written $\sigma$ already. Call it, and keep the result.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# The formula uses $s$ twice and `x` not at all.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# Everything acts entry by entry, so `*` is right, and there is no sum.
#
# </details>

# %%
def sigmoid_derivative(x):
    """Return the slope of the sigmoid at every entry.

    Parameters
    ----------
    x : float or ndarray of any shape

    Returns
    -------
    ds : float or ndarray, the shape of `x`
    """
    # YOUR CODE HERE
    raise NotImplementedError("sigmoid_derivative is not written yet")


# %% [markdown]
# ## 4. `image2vector`: a picture as a column
#
# A colour picture is an array of shape (height, width, 3): for each pixel, how much red, green and blue. The networks of this course read plain columns, so the picture is unrolled into one, number after number, in the order in which numpy stores them: the last index runs fastest.
#
# **Shapes.** $(h, w, d)$ becomes $(h \cdot w \cdot d,\ 1)$. Nothing is computed; the numbers only stand in another arrangement.
#
# **On paper.** A picture of $2 \times 2$ pixels with two colours: the upper row has the pixels $(1, 2)$ and $(3, 4)$, the lower row $(5, 6)$ and $(7, 8)$. The column reads $1, 2, 3, 4, 5, 6, 7, 8$ from top to bottom.
#
# **Predict the shape** for a picture of $64 \times 64$ pixels and three colours.
#
# <details><summary>Check your prediction</summary>
#
# $(12288, 1)$. A thousand such columns side by side are a data set of shape $(12288, 1000)$.
#
# </details>
#
# **Common traps.** The shape $(h \cdot w,\ d)$, which keeps the colours apart; a result of shape `(n,)`; turning the picture over first, which changes the order.
#
# <details><summary>Hint 1: the idea</summary>
#
# numpy has a method that gives an array another shape and keeps the order of its numbers.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# The number of rows is a product of three lengths, which stand in `image.shape`. numpy can also work out one length by itself; look up what $-1$ means as a length.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# A column has two axes, and the second has length 1.
#
# </details>

# %%
def image2vector(image):
    """Return a picture unrolled into one column.

    Parameters
    ----------
    image : ndarray, shape (height, width, depth)

    Returns
    -------
    v : ndarray, shape (height * width * depth, 1)
        The numbers of `image` in the order in which they are stored.
    """
    # YOUR CODE HERE
    raise NotImplementedError("image2vector is not written yet")


# %% [markdown]
# ## 5. `normalize_rows`: every row of length 1
#
# Features measured in different units make gradient descent zigzag. One remedy is to divide each example by its length. **Here the rows are the examples.**
#
# $$x_{i} := \frac{x_{i}}{\lVert x_{i} \rVert}, \qquad \lVert x_{i} \rVert = \sqrt{\sum_{j} x_{ij}^2}$$
#
# ![A matrix of 2 rows and 3 columns divided by a column of 2 rows; the column is stretched to 3 columns](figures/broadcasting.svg)
#
# The division is done by **broadcasting**: the column of lengths is stretched along the rows, so that each number meets the length of its own row. numpy compares shapes from the right; two lengths fit if they are equal or one of them is 1.
#
# **Shapes.** `x` $(m, n)$, its column of lengths $(m, 1)$, the result $(m, n)$.
#
# **On paper.**
#
# $$\begin{bmatrix} 3 & 4 \\ 0 & 2 \end{bmatrix}, \quad \text{lengths} \begin{bmatrix} 5 \\ 2 \end{bmatrix}, \quad \text{result} \begin{bmatrix} 0.6 & 0.8 \\ 0 & 1 \end{bmatrix}$$
#
# **Predict the shape** of `np.linalg.norm(x, axis=1)` for `x` of shape $(6, 4)$, and what happens when `x` is divided by it.
#
# <details><summary>Check your prediction</summary>
#
# `(6,)`. Compared from the right, 4 meets 6: an error. For a square `x` of shape $(4, 4)$ there is no error, and every number is divided by the length of a wrong row. That is worse.
#
# </details>
#
# **Common traps.** `axis=0`; an axis that got lost; a length without the square root.
#
# <details><summary>Hint 1: the idea</summary>
#
# First the lengths, as a column; then one division. Print both shapes before you divide.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# numpy's `linalg` has the length of a vector under the name `norm`. Like `sum`, it takes an axis, and an option that keeps this axis.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# $(m, n)$ divided by $(m, 1)$. Which axis has been summed over if the rows are still there?
#
# </details>

# %%
def normalize_rows(x):
    """Return the matrix with every row divided by its length.

    Parameters
    ----------
    x : ndarray, shape (m, n)
        One example per row; no row is zero.

    Returns
    -------
    x_normalized : ndarray, shape (m, n)
        Every row has the Euclidean length 1.
    """
    # YOUR CODE HERE
    raise NotImplementedError("normalize_rows is not written yet")


# %% [markdown]
# ## 6. `softmax`: scores into probabilities
#
# A classifier with several classes gives each example a row of scores. The softmax makes probabilities of them: all positive, and each **row** adds up to 1. **Here, too, the rows are the examples.**
#
# $$s_{ij} = \frac{e^{x_{ij}}}{\sum_{k} e^{x_{ik}}}$$
#
# **Shapes.** `x` $(m, n)$: $m$ examples, $n$ classes. The sums are a column $(m, 1)$, the result is $(m, n)$.
#
# **On paper.** Two rows of scores:
#
# $$\begin{bmatrix} 0 & \ln 2 & \ln 5 \\ 0 & 0 & 0 \end{bmatrix} \ \to \ \begin{bmatrix} 1 & 2 & 5 \\ 1 & 1 & 1 \end{bmatrix}, \ \text{sums} \begin{bmatrix} 8 \\ 3 \end{bmatrix} \ \to \ \begin{bmatrix} 0.125 & 0.25 & 0.625 \\ 0.333 & 0.333 & 0.333 \end{bmatrix}$$
#
# **Predict** what the result of the first row becomes if 7 is added to all three scores.
#
# <details><summary>Check your prediction</summary>
#
# It stays as it is: $e^7$ is a factor above and below. In practice the largest score of the row is subtracted first, so that no exponential overflows.
#
# </details>
#
# **Common traps.** Sums down the columns; one sum over the whole matrix; dividing the scores themselves.
#
# <details><summary>Hint 1: the idea</summary>
#
# The same three steps as in the function before: something entry by entry, a column of sums, a division.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# Compute the exponentials once and use them above and below.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# $(m, n)$ divided by $(m, 1)$. At the end, the sums of your result over `axis=1` must all be 1.
#
# </details>

# %%
def softmax(x):
    """Return the softmax of every row.

    Parameters
    ----------
    x : ndarray, shape (m, n)
        Scores: one example per row, one class per column.

    Returns
    -------
    s : ndarray, shape (m, n)
        Probabilities; every row adds up to 1.
    """
    # YOUR CODE HERE
    raise NotImplementedError("softmax is not written yet")


# %% [markdown]
# ## 7. `L1`: how far off, in absolute terms
#
# A loss says how far predictions $\hat{y}$ are from the truth $y$. The simplest adds up the distances, without regard to their direction.
#
# $$L_1(\hat{y}, y) = \sum_{i=1}^{m} \lvert y^{(i)} - \hat{y}^{(i)} \rvert$$
#
# **Shapes.** Two arrays of shape `(m,)` go in; one number, with shape `()`, comes out.
#
# **On paper.** $\hat{y} = [0.9,\ 0.4,\ 0.2]$ and $y = [1,\ 0,\ 1]$. The distances are $0.1$, $0.4$ and $0.8$; $L_1 = 1.3$.
#
# **Predict** what the sum would be without the absolute value.
#
# <details><summary>Check your prediction</summary>
#
# $0.1 - 0.4 + 0.8 = 0.5$. Errors to both sides cancel each other, and a bad prediction looks good.
#
# </details>
#
# **Common traps.** The absolute value around the sum instead of inside it; a mean, which this loss is not.
#
# <details><summary>Hint 1: the idea</summary>
#
# From the inside out: difference, absolute value, sum.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# `np.abs` acts on every entry.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# Up to the last step everything has shape `(m,)`. A sum without `axis` makes a single number of it.
#
# </details>

# %%
def L1(yhat, y):
    """Return the sum of the absolute differences.

    Parameters
    ----------
    yhat : ndarray, shape (m,)
        Predictions.
    y : ndarray, shape (m,)
        The truth.

    Returns
    -------
    loss : float
        A single number, shape ().
    """
    # YOUR CODE HERE
    raise NotImplementedError("L1 is not written yet")


# %% [markdown]
# ## 8. `L2`: large errors count more
#
# Squaring makes every difference positive too, and weighs large ones more: twice the error counts four times.
#
# $$L_2(\hat{y}, y) = \sum_{i=1}^{m} \left( y^{(i)} - \hat{y}^{(i)} \right)^2$$
#
# This is a loss for predicting quantities. For yes/no answers the course uses the cross-entropy instead; with a sigmoid in front, the squared error is flat exactly where the prediction is confidently wrong.
#
# **Shapes.** As before: two arrays `(m,)`, one number.
#
# **On paper.** The numbers of section 7: $0.01 + 0.16 + 0.64 = 0.81$. The worst prediction alone makes up most of it.
#
# **Predict** what `np.dot(d, d)` is for a rank-1 array `d` with the entries 0.1, $-0.4$ and 0.8.
#
# <details><summary>Check your prediction</summary>
#
# $0.81$, a single number: the dot product multiplies entry by entry *and adds up*. So there are two ways to write this function.
#
# </details>
#
# **Common traps.** The square of the sum instead of the sum of the squares; a square root at the end; a factor $\frac{1}{2}$, which other texts put there and this one does not.
#
# <details><summary>Hint 1: the idea</summary>
#
# Only one step differs from `L1`.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# `**` is a power, entry by entry.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# Difference `(m,)`, squares `(m,)`, sum `()`.
#
# </details>

# %%
def L2(yhat, y):
    """Return the sum of the squared differences.

    Parameters
    ----------
    yhat : ndarray, shape (m,)
        Predictions.
    y : ndarray, shape (m,)
        The truth.

    Returns
    -------
    loss : float
        A single number, shape ().
    """
    # YOUR CODE HERE
    raise NotImplementedError("L2 is not written yet")


# %% [markdown]
# ## 9. `calorie_percentages`: a row that is broadcast
#
# How many calories of each food come from carbohydrate, protein and fat?
#
# | | rice | egg | tofu | almonds |
# |---|---:|---:|---:|---:|
# | carbohydrate | 90 | 2 | 10 | 20 |
# | protein | 8 | 33 | 40 | 25 |
# | fat | 2 | 65 | 50 | 155 |
#
# We want the share of each nutrient in **its food**, in per cent: every number divided by the sum of its column, times 100.
#
# $$P_{ij} = 100 \cdot \frac{A_{ij}}{\sum_{k} A_{kj}}$$
#
# **Shapes.** `A` is $(3, m)$ for $m$ foods, as many as there happen to be. The sums are a row of $m$ numbers, and the result is $(3, m)$.
#
# **On paper.** The column of almonds adds up to 200, so its percentages are $10$, $12.5$ and $77.5$. The other three add up to 100 and stay as they are.
#
# **Predict the shape** of `A.sum(axis=0)` and of `A.sum(axis=1)` for the table. Which of the two can `A` be divided by as it is?
#
# <details><summary>Check your prediction</summary>
#
# `(4,)` and `(3,)`. Compared from the right, $(3, 4)$ and $(4,)$ fit: numpy puts the missing axis in front. $(3, 4)$ and $(3,)$ do not.
#
# </details>
#
# **Common traps.** The wrong axis; a `reshape(1, 4)`, which is right for four foods only; fractions instead of per cent.
#
# <details><summary>Hint 1: the idea</summary>
#
# One sum for every food. Which axis has to disappear for that?
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# Sums, a division, a factor: no loop.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# $(3, m)$ divided by $(1, m)$. The columns of the result must each add up to 100.
#
# </details>

# %%
def calorie_percentages(A):
    """Return the share of every nutrient in its food, in per cent.

    Parameters
    ----------
    A : ndarray, shape (3, m)
        Calories from carbohydrate, protein and fat; one food per column.

    Returns
    -------
    percentages : ndarray, shape (3, m)
        Every column adds up to 100.
    """
    # YOUR CODE HERE
    raise NotImplementedError("calorie_percentages is not written yet")


# %% [markdown]
# ## 10. `as_column`: away from rank-1 arrays
#
# `np.random.randn(5)` has shape `(5,)`. Such a **rank-1 array** is neither a row nor a column: transposing it changes nothing, and its product with its own transpose is a number where a $5 \times 5$ matrix was meant. Nothing warns you. So from now on vectors have two axes; `np.random.randn(5, 1)` makes a column at once. This function mends those that have one.
#
# **Shapes.** `(n,)` becomes $(n, 1)$, with the same numbers in the same order.
#
# **On paper.** $[7,\ 8,\ 9]$ becomes $\begin{bmatrix} 7 \\ 8 \\ 9 \end{bmatrix}$. In numpy's spelling, `[7 8 9]` becomes `[[7] [8] [9]]`: one pair of brackets for each axis.
#
# **Predict the shape** of the column minus the rank-1 array, $(3, 1)$ minus `(3,)`.
#
# <details><summary>Check your prediction</summary>
#
# $(3, 3)$: every number minus every number. This is the accident that two axes protect you from. `assert a.shape == (3, 1)` costs nothing and finds it at once.
#
# </details>
#
# **Common traps.** `a.T`, which does nothing here; a row instead of a column.
#
# <details><summary>Hint 1: the idea</summary>
#
# You have unrolled a picture into a column. This is easier.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# Ask for the shape that you want. There are other ways too: look up what `None` does as an index.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# The new axis stands behind the old one, and its length is 1.
#
# </details>

# %%
def as_column(a):
    """Return a rank-1 array as a column.

    Parameters
    ----------
    a : ndarray, shape (n,)

    Returns
    -------
    column : ndarray, shape (n, 1)
    """
    # YOUR CODE HERE
    raise NotImplementedError("as_column is not written yet")

# %% [markdown]
# ## Before the quiz
#
# You can now act on whole arrays, and say beforehand what shape comes out. Three questions of the kind that the weekly quiz asks.
#
# **1.** `A` has shape $(5, 4)$, `r` has shape `(4,)` and `c` has shape $(5, 1)$. What is the shape of `A * r + c`, and which of `A + c.T` and `c + r` is an error?
#
# <details><summary>Answer</summary>
#
# $(5, 4)$: `r` is used for every row, `c` for every column. `A + c.T` is an error, since $(5, 4)$ and $(1, 5)$ differ in the last length and neither is 1. `c + r` works and has the shape $(5, 4)$.
#
# </details>
#
# **2.** To centre the rows of `X`, of shape $(3, 3)$, somebody writes `X - X.mean(axis=1)`. There is no error. Is the result right?
#
# <details><summary>Answer</summary>
#
# No. The means have shape `(3,)` and are laid along the rows, so the mean of row $j$ is subtracted from *column* $j$. With `keepdims=True` they are a column and meet their own rows. Testing with a matrix that is not square would have shown it.
#
# </details>
#
# **3.** A vectorized dot product makes exactly as many multiplications as the loop. Why is it faster, even without a GPU?
#
# <details><summary>Answer</summary>
#
# The loop pays for each number what the interpreter needs to look up names, check types and make new objects. The compiled code pays once for the whole array, reads the memory in order, and multiplies several numbers with one instruction.
#
# </details>
