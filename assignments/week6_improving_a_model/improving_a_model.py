# %% [markdown]
# # Improving a model
#
# A cat classifier is right for 90 of 100 pictures. That is not enough, and the training cost has stopped falling. What now? There are many things that one could try, and a wrong choice can cost months. The lecture names eight. Here you build the formulas behind seven of them; the eighth, Adam, has an assignment of its own.
#
# Before any of them, ask **where** the 10 % of errors come from. Two gaps have to be told apart:
#
# - **High bias**: the model is wrong even on the pictures that it was trained on. It is too simple, or not trained enough.
# - **High variance**: it is right on the training pictures and wrong on new ones. It has learned them by heart.
#
# New pictures for this comparison are the **development data**: data that no gradient has seen.
#
# | way | here | works mainly against |
# |---|---|---|
# | more training data | 1, 2 | variance |
# | more varied data | 1, 2 | variance |
# | train longer | 3 | bias; too long makes variance |
# | Adam instead of gradient descent | its own assignment | bias |
# | a bigger network, or a smaller one | 4 | bigger: bias; smaller: variance |
# | another architecture | 5 | either |
# | $L_2$ regularization | 6, 7 | variance |
# | dropout | 8, 9 | variance |
#
# From section 6 on, the network has three layers: ReLU, ReLU, sigmoid. Columns are examples, as always.
#
# | symbol | meaning | shape |
# |---|---|---|
# | $m$ | number of examples, or of pictures | |
# | $n^{[l]}$ | number of units in layer $l$; $n^{[0]}$ is the number of inputs | |
# | $W^{[l]}$, $b^{[l]}$ | weights and biases of layer $l$ | $(n^{[l]}, n^{[l-1]})$, $(n^{[l]}, 1)$ |
# | $D^{[l]}$ | dropout mask of layer $l$: 1 keeps, 0 drops | $(n^{[l]}, m)$ |
# | $\lambda$, in code `lambd` | strength of the $L_2$ term | a number |
#
# In code it is `lambd` because `lambda` is a word of Python. The file `given.py` brings `sigmoid`, `relu`, `forward` (the way forward without dropout), `cross_entropy` and `activation_sizes`; read it first. `autograder check` compares your functions with the public examples, among them the worked examples below.

# %%
import itertools

import numpy as np
from given import cross_entropy, relu, sigmoid


# %% [markdown]
# ## 1. `augment_flip`: a mirror doubles the data
#
# More data is the surest way against high variance, and the dearest. Part of it is free: a cat seen in a mirror is still a cat, but for the network it is a new picture. The label stays, the pixels move. With $w$ columns, counted from 0:
#
# $$\mathrm{flipped}_{i,\,r,\,c,\,k} = \mathrm{images}_{i,\,r,\,w-1-c,\,k}$$
#
# Here $i$ is the picture, $r$ the row, $c$ the column, $k$ the colour. Only $c$ is turned round.
#
# ![The letter F on a small grid; its mirror image; the same letter moved down and to the right, with black cells where nothing has come](figures/flips_and_shifts.svg)
#
# **Shapes.** In and out $(m, \mathrm{height}, \mathrm{width}, 3)$. The function returns only the mirrored pictures; putting them beside the originals is up to whoever calls it. It must not change the pictures it was given.
#
# **On paper.** One picture of 2 rows and 3 columns; its red channel, and the same mirrored:
#
# $$\begin{bmatrix} 1 & 2 & 3 \\ 4 & 5 & 6 \end{bmatrix} \rightarrow \begin{bmatrix} 3 & 2 & 1 \\ 6 & 5 & 4 \end{bmatrix}$$
#
# **Predict** which of the four axes numbered 0, 1, 2, 3 has to be reversed, and what you would see if you reversed the axis 3 by mistake.
#
# <details><summary>Check your prediction</summary>
#
# Axis 2, the columns. Reversing axis 3 swaps red and blue: the cat keeps its pose and turns a strange colour.
#
# </details>
#
# **Common traps.** `np.fliplr` reverses axis 1, which is left and right for a single matrix but up and down in a batch; an upside-down cat is no longer a likely picture. A mirror is not always allowed: a mirrored "b" is a "d", and its label would be wrong.
#
# <details><summary>Hint 1: the idea</summary>
#
# No pixel is computed. All of them are read, in another order along one axis.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# A slice may have a step, and the step may be negative. Or look for the argument `axis` of numpy's function for flipping.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# `images[i]` is one picture and `images[:, r]` is row r of all pictures. How many `:` stand before the columns?
#
# </details>

# %%
def augment_flip(images):
    """Return every picture as a mirror shows it: left and right exchanged.

    Parameters
    ----------
    images : ndarray, shape (m, height, width, 3)
        Pictures; they are not changed.

    Returns
    -------
    flipped : ndarray, shape (m, height, width, 3)
        The mirrored pictures only, in the same order.
    """
    # YOUR CODE HERE
    raise NotImplementedError("augment_flip is not written yet")


# %% [markdown]
# ## 2. `augment_shift`: the same cat, a little to the side
#
# A photographer never holds the camera quite the same. So move every picture by `dy` rows **down** and `dx` columns **to the right**; negative numbers move up and to the left. What leaves the frame is gone, and what comes in is black, 0:
#
# $$\mathrm{shifted}_{i,\,r,\,c,\,k} = \begin{cases} \mathrm{images}_{i,\,r-dy,\,c-dx,\,k} & \text{if there is such a pixel} \\ 0 & \text{if not} \end{cases}$$
#
# **Shapes.** In and out $(m, \mathrm{height}, \mathrm{width}, 3)$. `dy` and `dx` are whole numbers, positive, negative or 0, and smaller than the picture.
#
# **On paper.** The picture of section 1, with `dy = 1` and `dx = 1`. The 1 moves from the first row and column to the second row and column:
#
# $$\begin{bmatrix} 1 & 2 & 3 \\ 4 & 5 & 6 \end{bmatrix} \rightarrow \begin{bmatrix} 0 & 0 & 0 \\ 0 & 1 & 2 \end{bmatrix}$$
#
# **Predict** the result for the same picture with `dy = 0` and `dx = -2`.
#
# <details><summary>Check your prediction</summary>
#
# $$\begin{bmatrix} 3 & 0 & 0 \\ 6 & 0 & 0 \end{bmatrix}$$
#
# All moves to the left; two columns leave, and two black ones come in from the right.
#
# </details>
#
# **Common traps.** `np.roll` brings back on one side what has left on the other: the ears of the cat end up below its feet. A slice that ends at `-dy` is empty when `dy` is 0, and turns round when `dy` is negative. And rows come before columns: `dy` belongs to axis 1.
#
# <details><summary>Hint 1: the idea</summary>
#
# Either copy the part that stays in view into black pictures, or put a black frame round every picture and cut out a window of the old size.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# With the frame (`np.pad`), the sign takes care of itself: moving the picture down is the same as cutting out a window that begins higher up. A frame has to be wide enough for either sign; use `abs`.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# `np.pad` wants a pair (before, after) for each of the four axes; two of the pairs are (0, 0). The window has `height` rows and `width` columns, whatever the shift.
#
# </details>

# %%
def augment_shift(images, dy, dx):
    """Return every picture moved down by dy rows and right by dx columns.

    Parameters
    ----------
    images : ndarray, shape (m, height, width, 3)
        Pictures; they are not changed.
    dy : int
        Rows to move down; negative moves up. Between -height and height.
    dx : int
        Columns to move right; negative moves left. Between -width and width.

    Returns
    -------
    shifted : ndarray, shape (m, height, width, 3)
        Zero where nothing has moved to.
    """
    # YOUR CODE HERE
    raise NotImplementedError("augment_shift is not written yet")


# %% [markdown]
# ## 3. `early_stopping_epoch`: longer, but not too long
#
# Training longer lowers the **training** cost, nearly always. But the cost on **development** data falls only at first: later the network begins to learn the noise of the training data by heart, and the curve turns up. The best parameters are those of the epoch in which the development cost was lowest, so they are kept, and training is stopped some time after.
#
# ![Two curves over the epochs: the training cost keeps falling; the development cost falls, reaches its lowest point at a marked epoch, and rises again; a second line marks where training stops](figures/early_stopping.svg)
#
# "Some time" is the **patience**. In the picture it is 150 epochs: the best epoch is 144, so training stops at 294, and what the grey part shows would never have happened.
#
# Read the development costs one epoch after another, and remember the best epoch so far:
#
# - a cost that is **lower than all before** makes its epoch the best one;
# - if `patience` epochs in a row have brought no such cost, training stops, and later epochs never happen.
#
# $$\text{stop at the first epoch}\ e\ \text{with} \quad e - \mathrm{best} \ge \mathrm{patience}$$
#
# The answer is the best epoch, counted from 0. An equal cost is not lower, so of equal ones the first counts. If patience never runs out, all epochs are read.
#
# **Shapes.** `dev_costs` is a list of numbers; the result is one whole number.
#
# **On paper.** Patience 3, and the costs
#
# | epoch | 0 | 1 | 2 | 3 | 4 | 5 | 6 |
# |---|---|---|---|---|---|---|---|
# | cost | 0.9 | 0.7 | 0.6 | 0.65 | 0.6 | 0.62 | 0.5 |
#
# Epoch 2 is the best. Epochs 3, 4 and 5 bring nothing lower (epoch 4 only draws level), so training stops at epoch 5. The answer is **2**; the 0.5 is never seen.
#
# **Predict** the answer for the same costs with patience 4.
#
# <details><summary>Check your prediction</summary>
#
# 6. After epoch 5 one more epoch is allowed, and it brings 0.5.
#
# </details>
#
# **Common traps.** Looking at the training cost, which almost never turns up. Returning the epoch at which training *stopped*. Comparing with the epoch before instead of with the best. Counting all epochs without progress instead of those in a row. Early stopping uses up the development data a little: a choice has been made with it, so the final error is measured on yet other data.
#
# <details><summary>Hint 1: the idea</summary>
#
# One loop over the epochs, and one variable that remembers the best epoch. Its cost can be looked up.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# In each turn one of three things is true: the cost is lower than the best; or it is not, and the best is too long ago; or it is not, and there is patience left. `break` leaves a loop.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# `enumerate` gives the number of an epoch along with its cost, from 0. Go through the table above by hand, and write down the best epoch after each column: 0, 1, 2, 2, 2, 2.
#
# </details>

# %%
def early_stopping_epoch(dev_costs, patience):
    """Return the epoch whose parameters early stopping keeps.

    Parameters
    ----------
    dev_costs : list of float
        Cost on the development data after each epoch; at least one.
    patience : int
        Training stops after this many epochs in a row without a new lowest cost;
        at least 1. What comes later is never seen.

    Returns
    -------
    epoch : int
        Number of the best epoch seen, from 0; of equal ones the first.
    """
    # YOUR CODE HERE
    raise NotImplementedError("early_stopping_epoch is not written yet")


# %% [markdown]
# ## 4. `count_parameters`: how big is a network?
#
# Against high bias, make the network bigger; against high variance, make it smaller. Its size is the number of its parameters: how many numbers training may choose freely. A network with far more parameters than examples can learn the examples by heart.
#
# Each unit of layer $l$ has one weight for every unit of the layer before it, and one bias:
#
# $$\mathrm{count} = \sum_{l=1}^{L} \left( n^{[l]} \, n^{[l-1]} + n^{[l]} \right)$$
#
# **Shapes.** `layer_dims = [n0, n1, ..., nL]` as in week 5; the result is one whole number.
#
# **On paper.** `[4, 3, 2, 1]`: layer 1 has $3 \cdot 4 + 3 = 15$, layer 2 has $2 \cdot 3 + 2 = 8$, layer 3 has $1 \cdot 2 + 1 = 3$. Together 26.
#
# **Predict** which of the layers of `[12288, 20, 7, 5, 1]`, made for pictures of $64 \times 64 \times 3$, holds nearly all of its parameters.
#
# <details><summary>Check your prediction</summary>
#
# The first: $20 \cdot 12288 + 20 = 245{,}780$ of $245{,}973$. A smaller picture shrinks such a network more than a missing layer does.
#
# </details>
#
# **Common traps.** The input has no biases, since it is not a layer. Forgotten biases; the last layer left out; $n^{[l]}$ biases, not one for each layer.
#
# <details><summary>Hint 1: the idea</summary>
#
# Count for one layer, and add up. Which two numbers of the list does layer $l$ need?
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# Number of entries of `W`, which is rows times columns, and number of entries of `b`.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# A list of $L + 1$ numbers has $L$ pairs of neighbours, and one pair is one layer.
#
# </details>

# %%
def count_parameters(layer_dims):
    """Return how many numbers all weights and biases of a network hold.

    Parameters
    ----------
    layer_dims : list of int
        [n_0, n_1, ..., n_L]; n_0 is the number of inputs.

    Returns
    -------
    count : int
    """
    # YOUR CODE HERE
    raise NotImplementedError("count_parameters is not written yet")


# %% [markdown]
# ## 5. `initialize_parameters_he`: a start that fits the architecture
#
# Another architecture means another number of layers, other widths, another activation. Each of them changes how a signal fares on its way through the network. A unit adds up $n^{[l-1]}$ terms: the more of them, the larger its $Z$. Multiply that by itself layer after layer, and the signal explodes; with the 0.01 of week 5 it dies out. **He initialization** chooses the spread of the weights such that the size of the signal stays what it was:
#
# $$W^{[l]}_{ij} = \varepsilon_{ij} \sqrt{\frac{2}{n^{[l-1]}}}, \quad \varepsilon_{ij} \sim \mathcal{N}(0, 1), \qquad b^{[l]} = 0$$
#
# Where does it come from? A sum of $n^{[l-1]}$ independent terms has $n^{[l-1]}$ times the variance of one. Dividing by $\sqrt{n^{[l-1]}}$ makes up for this. ReLU then throws half of the values away, and the 2 makes up for that. For tanh, which throws nothing away, one takes 1 in place of the 2 (Xavier initialization).
#
# **Shapes.** `W{l}` $(n^{[l]}, n^{[l-1]})$, `b{l}` $(n^{[l]}, 1)$, as always.
#
# **On paper.** A layer with 8 inputs gets weights of standard deviation $\sqrt{2/8} = 0.5$; a layer with 200 inputs gets $\sqrt{2/200} = 0.1$. How many units the layer itself has does not matter.
#
# **Try it**, once you are done; `activation_sizes` sends random examples through the network, with an activation chosen by name.
#
# ```python
# from given import activation_sizes
# print(activation_sizes(initialize_parameters_he([100] * 8), "relu"))
# print(activation_sizes(initialize_parameters_he([100] * 8), "tanh"))
# ```
#
# **Predict** what happens to the sizes of the first line if all weights are multiplied by 0.1.
#
# <details><summary>Check your prediction</summary>
#
# Without biases each layer multiplies the signal by another 0.1. After seven layers, one ten-millionth is left.
#
# </details>
#
# **Common traps.** $n^{[l]}$ in place of $n^{[l-1]}$; the square root forgotten; `np.random.rand`, which is never negative; another factor 0.01.
#
# <details><summary>Hint 1: the idea</summary>
#
# The same loop as in week 5. Only the factor behind the random numbers is new, and it differs from layer to layer.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# The factor is a standard deviation. Numbers of the standard normal distribution have 1; multiplying by a number makes that number their standard deviation.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# For `[8, 200, 5]`: `W1` is $(200, 8)$ with spread 0.5, `W2` is $(5, 200)$ with spread 0.1. It is the number of **columns** that decides.
#
# </details>

# %%
def initialize_parameters_he(layers_dims):
    """Return random weights of a size that suits ReLU, and zero biases.

    Parameters
    ----------
    layers_dims : list of int
        [n_0, n_1, ..., n_L].

    Returns
    -------
    parameters : dict of ndarray
        ``W{l}`` (n_l, n_{l-1}), normal with mean 0 and standard deviation
        sqrt(2 / n_{l-1}) (He et al., 2015); ``b{l}`` (n_l, 1), zero; l = 1 to L.
    """
    # YOUR CODE HERE
    raise NotImplementedError("initialize_parameters_he is not written yet")


# %% [markdown]
# ## 6. `compute_cost_with_regularization`: large weights have a price
#
# A network that learns by heart needs large weights: only a steep function can bend itself round every single example. So put a price on them. The cost becomes the old cost and, added to it, the squares of **all weights of all layers**:
#
# $$J = \underbrace{-\frac{1}{m} \sum_{i=1}^{m} \left( y^{(i)} \log a^{(i)} + (1 - y^{(i)}) \log (1 - a^{(i)}) \right)}_{\text{cross-entropy}} + \underbrace{\frac{\lambda}{2m} \sum_{l=1}^{3} \sum_{i,\,j} \left( W^{[l]}_{ij} \right)^2}_{L_2\ \text{term}}$$
#
# $\lambda$ says how high the price is. It is a hyperparameter: 0 is the network as before, too much of it and all weights shrink towards 0, so that the network becomes too simple. High variance has turned into high bias. The value is chosen on development data.
#
# The biases have no price. They are few, and a bias moves a function without making it steeper. The 2 in the denominator is there for the next section: it meets the 2 that the slope of a square brings along.
#
# **Shapes.** `A3` and `Y` are $(1, m)$; the result is a single number, with shape `()`. The cross-entropy comes from `given.py`.
#
# **On paper.** The **paper network** of this and the next three sections: two inputs, one unit in each layer, three examples.
#
# $$W^{[1]} = \begin{bmatrix} 2 & -1 \end{bmatrix}, \; b^{[1]} = 1, \quad W^{[2]} = 1, \; b^{[2]} = 1, \quad W^{[3]} = 1, \; b^{[3]} = -3, \quad X = \begin{bmatrix} 1 & 0 & 3 \\ 1 & 2 & 4 \end{bmatrix}$$
#
# Forward: $A^{[1]} = \begin{bmatrix} 2 & 0 & 3 \end{bmatrix}$, $A^{[2]} = \begin{bmatrix} 3 & 1 & 4 \end{bmatrix}$, $A^{[3]} \approx \begin{bmatrix} 0.5 & 0.119 & 0.731 \end{bmatrix}$. With $Y = \begin{bmatrix} 1 & 0 & 1 \end{bmatrix}$ the cross-entropy is $0.378$. The squares of the weights are $4 + 1 + 1 + 1 = 7$; the biases do not count. With $\lambda = 0.3$ and $m = 3$, the $L_2$ term is $\frac{0.3}{6} \cdot 7 = 0.35$, and $J \approx 0.728$.
#
# **Predict** whether $J$ gets larger or smaller when every sign in `W1` is turned round, and `A3` is left as it is.
#
# <details><summary>Check your prediction</summary>
#
# Neither. A square does not see a sign.
#
# </details>
#
# **Common traps.** The $\frac{1}{m}$ or the $\frac{1}{2}$ forgotten; the biases priced as well; one of the three layers left out; the square of the sum in place of the sum of the squares; the norm itself, `np.linalg.norm`, which is the *root* of the sum of squares.
#
# <details><summary>Hint 1: the idea</summary>
#
# Two numbers are added. One of them you are given; for the other, `A3` is not needed at all.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# Square every entry of a matrix, then add up everything; once for each of the three matrices. Only at the end comes the factor.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# $m$ is the number of columns of `Y`, not of a weight matrix. A sum without `axis` is a single number.
#
# </details>

# %%
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    """Return the cross-entropy cost with the L2 term of all three layers.

    Parameters
    ----------
    A3 : ndarray, shape (1, m)
        Predicted probabilities, strictly between 0 and 1.
    Y : ndarray, shape (1, m)
        Labels, 0 or 1.
    parameters : dict of ndarray
        ``W{l}`` (n_l, n_{l-1}) and ``b{l}`` (n_l, 1) for l = 1 to 3.
    lambd : float
        Strength of the L2 term, at least 0.

    Returns
    -------
    cost : float
        A single number, shape ().
    """
    # YOUR CODE HERE
    raise NotImplementedError("compute_cost_with_regularization is not written yet")


# %% [markdown]
# ## 7. `backward_propagation_with_regularization`: weights that decay
#
# A new cost has a new gradient. The slope of $\frac{\lambda}{2m} w^2$ is $\frac{\lambda}{m} w$, and each weight occurs in the $L_2$ term exactly once. So each $dW$ gets one more summand, and all the rest stays as it was:
#
# $$dW^{[l]} = \frac{1}{m} \, dZ^{[l]} A^{[l-1]T} + \frac{\lambda}{m} W^{[l]}, \qquad db^{[l]} = \frac{1}{m} \sum_{i=1}^{m} dZ^{[l](i)}$$
#
# $$dZ^{[3]} = A^{[3]} - Y, \qquad dZ^{[l-1]} = \left( W^{[l]T} dZ^{[l]} \right) \odot \left[ Z^{[l-1]} \gt 0 \right]$$
#
# The square bracket is 1 where the condition holds and 0 elsewhere: the slope of ReLU. What does the summand do in an update? Put it in, and collect what belongs to $W$:
#
# $$W := W - \alpha \, dW = \left( 1 - \frac{\alpha \lambda}{m} \right) W - \alpha \, (\text{the old } dW)$$
#
# In every step, each weight first loses a small fixed share of itself. That is why this is also called **weight decay**. A weight survives if the data keep asking for it.
#
# ![Histograms of all weights of a trained network, without and with the L2 term: without it they are spread widely, with it they gather near zero](figures/weights.svg)
#
# **Shapes.** The cache is the tuple `(Z1, A1, W1, b1, Z2, A2, W2, b2, Z3, A3, W3, b3)` that `given.forward` returns. The result is a dictionary with `dW1`, `db1`, `dW2`, `db2`, `dW3`, `db3`, each with the shape of the parameter itself. More keys, such as `dZ2`, do no harm.
#
# **On paper.** The paper network, with $\frac{\lambda}{m} = \frac{0.3}{3} = 0.1$. $dZ^{[3]} \approx \begin{bmatrix} -0.5 & 0.119 & -0.269 \end{bmatrix}$, so
#
# $$dW^{[3]} \approx \frac{-0.5 \cdot 3 + 0.119 \cdot 1 - 0.269 \cdot 4}{3} + 0.1 \cdot 1 = -0.819 + 0.1 = -0.719, \qquad db^{[3]} \approx -0.217$$
#
# $W^{[3]}$ and $W^{[2]}$ are 1 and every $Z^{[2]}$ is positive, so $dZ^{[2]}$ is the same row; $dW^{[2]} \approx -0.602 + 0.1 = -0.502$. In layer 1 ReLU stops the second example: $dZ^{[1]} \approx \begin{bmatrix} -0.5 & 0 & -0.269 \end{bmatrix}$ and
#
# $$dW^{[1]} \approx \begin{bmatrix} -0.436 & -0.525 \end{bmatrix} + 0.1 \cdot \begin{bmatrix} 2 & -1 \end{bmatrix} = \begin{bmatrix} -0.236 & -0.625 \end{bmatrix}, \qquad db^{[1]} \approx -0.256$$
#
# **Predict** which of the six gradients change if $\lambda$ is doubled.
#
# <details><summary>Check your prediction</summary>
#
# `dW1`, `dW2` and `dW3`. No $db$, and no $dZ$ either: the $L_2$ term depends on the weights alone, so nothing of it travels back through the layers.
#
# </details>
#
# **Common traps.** The summand at the biases, too; $\frac{\lambda}{2m}$, with the 2 that has gone; the summand without $\frac{1}{m}$; the summand in $dZ$; a sum without `keepdims`.
#
# <details><summary>Hint 1: the idea</summary>
#
# Write the way back without $\lambda$ first, from layer 3 to layer 1, as in week 5. Then three lines grow by a summand.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# For each layer the same four steps: $dW$, $db$, the gradient handed to the layer before, and the slope of ReLU there. `A1 > 0` and `Z1 > 0` are true at the same places.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# $(n^{[l]}, n^{[l-1]}) = (n^{[l]}, m)(m, n^{[l-1]})$, and a summand that has this shape already. For layer 1, the layer before is `X`.
#
# </details>

# %%
def backward_propagation_with_regularization(X, Y, cache, lambd):
    """Return the gradients of the cost with the L2 term.

    Parameters
    ----------
    X : ndarray, shape (n_0, m)
        Input, one example per column.
    Y : ndarray, shape (1, m)
        Labels, 0 or 1.
    cache : tuple of ndarray
        (Z1, A1, W1, b1, Z2, A2, W2, b2, Z3, A3, W3, b3), from `given.forward`.
    lambd : float
        Strength of the L2 term, at least 0.

    Returns
    -------
    gradients : dict of ndarray
        ``dW{l}`` and ``db{l}`` for l = 1 to 3, shaped like ``W{l}`` and ``b{l}``.
    """
    # YOUR CODE HERE
    raise NotImplementedError("backward_propagation_with_regularization is not written yet")


# %% [markdown]
# ## 8. `forward_propagation_with_dropout`: units that may be missing
#
# Dropout works against learning by heart in another way. At every step of training, each hidden unit is switched off with a certain probability, for each example anew. No unit can then rely on one particular other unit, and the weights spread over many inputs.
#
# For the layers 1 and 2, and for each of their units and examples, draw whether the unit stays. With $u$ uniform between 0 and 1, and $p$ = `keep_prob`:
#
# $$D^{[l]}_{ij} = \begin{cases} 1 & \text{if}\ u_{ij} \lt p \\ 0 & \text{otherwise} \end{cases} \qquad A^{[l]} = \frac{\mathrm{relu}(Z^{[l]}) \odot D^{[l]}}{p} \qquad l = 1, 2$$
#
# ![Two masks of the same layer, at two steps of training: dark cells stay, pale cells are dropped; each column, that is each example, has a pattern of its own](figures/dropout_masks.svg)
#
# Why divide? A unit with activation $a$ stays with probability $p$. Without the division it would pass on $p \cdot a + (1 - p) \cdot 0 = p a$ on average, and the next layer would get too little. With it, the mean is $p \cdot \frac{a}{p} = a$, as without dropout. This is called **inverted dropout**, and because of it nothing at all has to be done when the network is used: **at test time no unit is dropped and nothing is scaled.**
#
# The output layer is never dropped: $A^{[3]} = \sigma(W^{[3]} A^{[2]} + b^{[3]})$.
#
# **Shapes.** $D^{[l]}$ is $(n^{[l]}, m)$ like $A^{[l]}$, with entries 0 and 1. The cache is the tuple `(Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)`; `A1` and `A2` in it are those after dropping and scaling.
#
# **On paper.** The paper network with `keep_prob = 0.8`, so $\frac{1}{0.8} = 1.25$. Say the masks have come out as $D^{[1]} = \begin{bmatrix} 1 & 1 & 0 \end{bmatrix}$ and $D^{[2]} = \begin{bmatrix} 1 & 0 & 1 \end{bmatrix}$.
#
# - $\mathrm{relu}(Z^{[1]}) = \begin{bmatrix} 2 & 0 & 3 \end{bmatrix}$, so $A^{[1]} = \begin{bmatrix} 2.5 & 0 & 0 \end{bmatrix}$: the 2 is kept and scaled, the 3 is dropped.
# - $Z^{[2]} = \begin{bmatrix} 3.5 & 1 & 1 \end{bmatrix}$, so $A^{[2]} = \begin{bmatrix} 4.375 & 0 & 1.25 \end{bmatrix}$.
# - $Z^{[3]} = \begin{bmatrix} 1.375 & -3 & -1.75 \end{bmatrix}$, so $A^{[3]} \approx \begin{bmatrix} 0.798 & 0.047 & 0.148 \end{bmatrix}$.
#
# **Predict** about how many ones a mask for 50 units and 200 examples holds with `keep_prob = 0.8`, and what the function returns with `keep_prob = 1`.
#
# <details><summary>Check your prediction</summary>
#
# About $0.8 \cdot 10000 = 8000$, give or take a hundred. With 1 every unit stays and nothing is scaled: the result is that of `given.forward`, with masks of ones in the cache. This is a good test, since nothing is random in it.
#
# </details>
#
# **Common traps.** The division forgotten; `keep_prob` taken for the probability of dropping; one mask for all examples, of shape $(n^{[l]}, 1)$; `np.random.randn`, whose numbers are not uniform; dropping in the output layer; dropout left on when predicting.
#
# <details><summary>Hint 1: the idea</summary>
#
# Write the way forward without dropout first. Then, after each of the two ReLU, come three small steps: draw a mask, switch off, scale.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# `np.random.rand` draws uniform numbers between 0 and 1, and takes the sizes as separate arguments. A comparison of an array with a number gives True and False, which count as 1 and 0.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# The mask meets its activations entry by entry, so it must have exactly their shape: as many rows as the layer has units, as many columns as there are examples.
#
# </details>

# %%
def forward_propagation_with_dropout(X, parameters, keep_prob):
    """Return the output of the network with units dropped at random, and its cache.

    Layers 1 and 2 use ReLU and dropout, layer 3 the sigmoid without dropout.

    Parameters
    ----------
    X : ndarray, shape (n_0, m)
        Input, one example per column.
    parameters : dict of ndarray
        ``W{l}`` (n_l, n_{l-1}) and ``b{l}`` (n_l, 1) for l = 1 to 3.
    keep_prob : float
        Probability that a unit stays, for each unit and example; 0 < keep_prob <= 1.

    Returns
    -------
    A3 : ndarray, shape (1, m)
    cache : tuple of ndarray
        (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3). The masks D1
        (n_1, m) and D2 (n_2, m) hold 1 where a unit stays and 0 where it is dropped;
        A1 and A2 are dropped and scaled.
    """
    # YOUR CODE HERE
    raise NotImplementedError("forward_propagation_with_dropout is not written yet")


# %% [markdown]
# ## 9. `backward_propagation_with_dropout`: the same units are missing
#
# The way back must go through the network that the way forward went through. A unit that was switched off had no part in the result, so it gets no gradient; a unit that was scaled gets its gradient scaled. Hence the **same masks**, from the cache, and the same division by $p$ = `keep_prob`:
#
# $$dA^{[l]} = \frac{\left( W^{[l+1]T} dZ^{[l+1]} \right) \odot D^{[l]}}{p}, \qquad dZ^{[l]} = dA^{[l]} \odot \left[ Z^{[l]} \gt 0 \right] \qquad l = 2, 1$$
#
# $dZ^{[3]} = A^{[3]} - Y$, and $dW^{[l]} = \frac{1}{m} dZ^{[l]} A^{[l-1]T}$ and $db^{[l]}$ are as always, without an $L_2$ term. The $A^{[l-1]}$ in the cache has been masked and scaled already; it is used as it is.
#
# **Shapes.** As in section 7; the cache is that of section 8.
#
# **On paper.** The example of section 8 with $Y = \begin{bmatrix} 1 & 0 & 1 \end{bmatrix}$: $dZ^{[3]} \approx \begin{bmatrix} -0.202 & 0.047 & -0.852 \end{bmatrix}$, so
#
# $$dW^{[3]} \approx \frac{-0.202 \cdot 4.375 - 0.852 \cdot 1.25}{3} \approx -0.649, \qquad db^{[3]} \approx -0.335$$
#
# Through $D^{[2]} = \begin{bmatrix} 1 & 0 & 1 \end{bmatrix}$, times 1.25: $dZ^{[2]} \approx \begin{bmatrix} -0.252 & 0 & -1.065 \end{bmatrix}$. $A^{[1]}$ is $\begin{bmatrix} 2.5 & 0 & 0 \end{bmatrix}$, so $dW^{[2]} \approx \frac{-0.252 \cdot 2.5}{3} \approx -0.210$. Through $D^{[1]} = \begin{bmatrix} 1 & 1 & 0 \end{bmatrix}$, times 1.25, and ReLU, which is closed for the second example: $dZ^{[1]} \approx \begin{bmatrix} -0.315 & 0 & 0 \end{bmatrix}$.
#
# **Predict** the row of `dW1` of a unit that happens to be dropped for every example.
#
# <details><summary>Check your prediction</summary>
#
# All zero: in this step the unit does not learn. In the next step another mask is drawn.
#
# </details>
#
# **Common traps.** New masks drawn on the way back; the masks exchanged, which shapes give away unless two layers are equally wide; the division forgotten, or done once instead of at both layers; the masks applied to $dW$, which has other axes.
#
# <details><summary>Hint 1: the idea</summary>
#
# Nothing is random here. On the way back, each step of the way forward has its partner, in reverse order: scale, switch off, ReLU, linear.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# Take section 7 without $\lambda$, and put the mask and the division at the two places where a gradient arrives at a hidden layer.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# $dA^{[2]}$ and $D^{[2]}$ are $(n^{[2]}, m)$, $dA^{[1]}$ and $D^{[1]}$ are $(n^{[1]}, m)$. $dZ^{[3]}$ is $(1, m)$ and has no mask.
#
# </details>

# %%
def backward_propagation_with_dropout(X, Y, cache, keep_prob):
    """Return the gradients of the cost through the units that were not dropped.

    Parameters
    ----------
    X : ndarray, shape (n_0, m)
        Input, one example per column.
    Y : ndarray, shape (1, m)
        Labels, 0 or 1.
    cache : tuple of ndarray
        (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3), as returned by
        `forward_propagation_with_dropout`.
    keep_prob : float
        The one of the way forward.

    Returns
    -------
    gradients : dict of ndarray
        ``dW{l}`` and ``db{l}`` for l = 1 to 3, shaped like ``W{l}`` and ``b{l}``.
    """
    # YOUR CODE HERE
    raise NotImplementedError("backward_propagation_with_dropout is not written yet")

# %% [markdown]
# ## Before the quiz
#
# Three questions of the kind that the weekly quiz asks.
#
# **1.** A radiologist is wrong on 1 % of certain X-rays. Network A is wrong on 8 % of its training pictures and on 9 % of new ones; network B on 1 % and on 9 %. Both teams have bought twice as many training pictures. Which one has spent its money well?
#
# <details><summary>Answer</summary>
#
# B. Its gap lies between training pictures and new ones: high variance, and more data make learning by heart harder. A is wrong even on what it has seen, 7 % more than is possible: high bias. More pictures of the same kind hardly help; a bigger network, longer training or another architecture would.
#
# </details>
#
# **2.** A weight is 0.5. With $\alpha = 0.1$, $\lambda = 2$ and $m = 100$, and if the cross-entropy has no slope here at all, what is the weight after one step, and after very many?
#
# <details><summary>Answer</summary>
#
# $\left( 1 - \frac{0.1 \cdot 2}{100} \right) \cdot 0.5 = 0.998 \cdot 0.5 = 0.499$. After $k$ steps it is $0.998^k \cdot 0.5$: it comes closer and closer to 0 and never gets there. Dropping below a half of 0.5 takes about 350 steps.
#
# </details>
#
# **3.** A unit has the activation 3 and `keep_prob` is 0.75. Which two values can leave the unit during training, what is their mean, and what leaves it at test time?
#
# <details><summary>Answer</summary>
#
# 4 with probability 0.75, and 0 with probability 0.25; the mean is $0.75 \cdot 4 = 3$. At test time 3 leaves it, always: nothing is dropped, nothing is scaled, and the next layer meets what it is used to on average.
#
# </details>
