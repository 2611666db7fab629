# %% [markdown]
# # Optimizers, and a check of the gradient
#
# The gradient says which way is down. This assignment is about what else it takes to get down fast, and about how to be sure that the gradient is right. You are going to build three things:
#
# - **mini-batches**: many small steps per pass over the data instead of one;
# - **momentum** and **Adam**: steps that remember the gradients before;
# - **gradient checking**: a test that any backward pass must survive.
#
# ![Three paths of 30 steps to the bottom of the same elongated bowl: gradient descent zigzags across the narrow side, momentum swings less, Adam bends smoothly towards the bottom.](figures/paths.svg)
#
# The picture shows the same bowl three times, seen from above, with 30 steps on each path. It is steep along $w_2$ and flat along $w_1$. Gradient descent (GD) has to choose: a learning rate that suits the flat direction makes it jump from wall to wall in the steep one.
#
# | symbol | meaning | shape |
# |---|---|---|
# | $m$ | number of examples; **each column is one example** | |
# | $W^{[l]}$, $b^{[l]}$ | parameters of layer $l$, under the keys `W1`, `b1`, … | $(n^{[l]}, n^{[l-1]})$, $(n^{[l]}, 1)$ |
# | $g$ | the gradient for one parameter, under the keys `dW1`, `db1`, … | that of the parameter |
# | $v$ | moving average of the gradients | that of the parameter |
# | $s$ | moving average of the squared gradients | that of the parameter |
# | $t$ | number of the step, counted from 1 | |
#
# The six functions stand in the order in which training uses them. For the last one, `given.py` brings a small network, its cost, and helpers that turn dictionaries into vectors; read it when you get there. `autograder check` compares your functions with the public examples, among them the worked examples below.

# %%
import numpy as np
from given import (
    dictionary_to_vector,
    forward_propagation_n,
    gradients_to_vector,
    vector_to_dictionary,
)


# %% [markdown]
# ## 1. `random_mini_batches`: many steps per pass
#
# With all $m$ examples in one batch, a whole pass over the data buys a single step. Cut the data into mini-batches, and every one of them gives a gradient that is a little noisy but good enough for a step. One pass over all mini-batches is called an **epoch**.
#
# Two rules make a fair cut. The examples are **shuffled** first, so that no mini-batch holds only what happened to stand side by side. And every example goes into **exactly one** mini-batch, together with its own label.
#
# ![Above, the columns of X and Y in their order, numbered 0 to 10; below, the same columns shuffled and cut into mini-batches of 4, 4 and 3, each column of X still above its own label.](figures/mini_batches.svg)
#
# $$k = \lceil m / \mathrm{size} \rceil$$
#
# There are $k$ mini-batches. All have `mini_batch_size` columns, except that the last may have fewer.
#
# **Shapes.** From $X$ $(n_x, m)$ and $Y$ $(1, m)$, a list of pairs: $(n_x, \mathrm{size})$ and $(1, \mathrm{size})$. The last pair may be narrower.
#
# **On paper.** $m = 5$, size 2, and the shuffled order happens to be 3, 0, 4, 1, 2:
#
# $$X = \begin{bmatrix} 1 & 2 & 3 & 4 & 5 \\ 10 & 20 & 30 & 40 & 50 \end{bmatrix}, \quad Y = \begin{bmatrix} 1 & 0 & 0 & 1 & 1 \end{bmatrix}$$
#
# The first mini-batch is $\begin{bmatrix} 4 & 1 \\ 40 & 10 \end{bmatrix}$ with $\begin{bmatrix} 1 & 1 \end{bmatrix}$, the second $\begin{bmatrix} 5 & 2 \\ 50 & 20 \end{bmatrix}$ with $\begin{bmatrix} 1 & 0 \end{bmatrix}$, and the last a single column, $\begin{bmatrix} 3 \\ 30 \end{bmatrix}$ with $\begin{bmatrix} 0 \end{bmatrix}$.
#
# **Predict the shapes** of all mini-batches for $X$ $(12, 100)$ and size 32.
#
# <details><summary>Check your prediction</summary>
#
# Four pairs. Three have the shapes $(12, 32)$ and $(1, 32)$; the last has $(12, 4)$ and $(1, 4)$.
#
# </details>
#
# **Common traps.** The short mini-batch at the end forgotten, or an empty one made when nothing is left; $X$ and $Y$ shuffled in two different orders; drawing columns at random again and again, so that some never come.
#
# The argument `seed` goes to `np.random.seed` before shuffling. In training, another seed for every epoch gives other mini-batches every time, and the whole run can still be repeated.
#
# <details><summary>Hint 1: the idea</summary>
#
# Do not shuffle the data; shuffle the *numbers* of the columns, once. Then let both arrays follow.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# `np.random.permutation` gives the numbers 0 to $m - 1$ in a random order. An array of numbers may stand where an index stands: it picks those columns. A slice that reaches beyond the end stops at the end.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# The steps of a loop start at columns 0, size, 2·size, and so on, as long as that is below $m$. Print the shape of each pair: the widths must add up to $m$.
#
# </details>

# %%
def random_mini_batches(X, Y, mini_batch_size=64, seed=0):
    """Return all examples in a random order, cut into mini-batches.

    Parameters
    ----------
    X : ndarray, shape (n_x, m)
        Input, one example per column.
    Y : ndarray, shape (1, m)
        Labels, in the same order.
    mini_batch_size : int
        Number of columns of each mini-batch; the last may have fewer.
    seed : int
        For `np.random.seed`: the same seed gives the same order.

    Returns
    -------
    mini_batches : list of tuple, (mini_batch_X, mini_batch_Y)
        Shapes (n_x, mini_batch_size) and (1, mini_batch_size).
    """
    # YOUR CODE HERE
    raise NotImplementedError("random_mini_batches is not written yet")


# %% [markdown]
# ## 2. `initialize_velocity`: a memory of gradients, still empty
#
# Momentum keeps a moving average $v$ of the gradients, one for each parameter. Before the first step there is no gradient to remember, so every average starts at zero.
#
# $$v_{dW^{[l]}} = 0, \qquad v_{db^{[l]}} = 0$$
#
# It averages gradients, so it carries the keys of gradients: `dW1`, `db1`, and so on.
#
# **Shapes.** `v["dW1"]` like `W1`, `v["db1"]` like `b1`.
#
# **On paper.** For a layer of 2 units with 3 inputs, `v` has two entries, `dW1` with $2 \times 3$ zeros and `db1` with $2 \times 1$.
#
# **Predict** the keys and shapes for parameters `W1` $(4, 7)$, `b1` $(4, 1)$, `W2` $(1, 4)$, `b2` $(1, 1)$.
#
# <details><summary>Check your prediction</summary>
#
# `dW1` $(4, 7)$, `db1` $(4, 1)$, `dW2` $(1, 4)$, `db2` $(1, 1)$: as many keys as `parameters`, each with a `d` in front.
#
# </details>
#
# **Common traps.** The keys of the parameters instead of those of the gradients; random numbers, as for weights: here no symmetry has to be broken; a bias of shape `(n,)`.
#
# <details><summary>Hint 1: the idea</summary>
#
# One turn of a loop for each parameter. Its name gives the key, its shape the shape.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# numpy has functions that make zeros of a given shape, or zeros in the likeness of another array.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# With three layers, six entries. The last two are $(n^{[3]}, n^{[2]})$ and $(n^{[3]}, 1)$.
#
# </details>

# %%
def initialize_velocity(parameters):
    """Return a moving average of zero for the gradient of every parameter.

    Parameters
    ----------
    parameters : dict of ndarray
        ``W{l}`` (n_l, n_{l-1}) and ``b{l}`` (n_l, 1) for l = 1 to L.

    Returns
    -------
    v : dict of ndarray
        ``dW{l}`` and ``db{l}``, zeros of the same shapes.
    """
    # YOUR CODE HERE
    raise NotImplementedError("initialize_velocity is not written yet")


# %% [markdown]
# ## 3. `update_parameters_with_momentum`: steps that remember
#
# Look at the zigzag in the first picture. Across the bowl, the gradient changes its sign at every step; along the bowl, it keeps it. An average over the last steps cancels what changes and keeps what stays. So first bring the average up to date, then step along **the average**, not along the gradient:
#
# $$v := \beta \, v + (1 - \beta) \, g, \qquad W := W - \alpha \, v$$
#
# and likewise for every $b$. With $\beta = 0.9$ the average reaches back over about $1 / (1 - \beta) = 10$ steps; with $\beta = 0$ it remembers nothing, and this is plain gradient descent.
#
# **Shapes.** $g$, $v$ and the parameter have the same shape, and keep it.
#
# **On paper.** $W^{[1]} = \begin{bmatrix} 2 & -1 \end{bmatrix}$, $v = 0$, $\beta = 0.9$ and $\alpha = 0.1$. In the first step $g = \begin{bmatrix} 10 & -20 \end{bmatrix}$:
#
# $$v = 0.9 \cdot 0 + 0.1 \cdot g = \begin{bmatrix} 1 & -2 \end{bmatrix}, \qquad W^{[1]} = \begin{bmatrix} 1.9 & -0.8 \end{bmatrix}$$
#
# In the second step $g = \begin{bmatrix} 10 & 20 \end{bmatrix}$: the first entry goes on as before, the second has turned round.
#
# $$v = \begin{bmatrix} 0.9 + 1 & -1.8 + 2 \end{bmatrix} = \begin{bmatrix} 1.9 & 0.2 \end{bmatrix}, \qquad W^{[1]} = \begin{bmatrix} 1.71 & -0.82 \end{bmatrix}$$
#
# What stays grows, what turns round almost vanishes.
#
# **Predict** $v$ after a third step with $g = \begin{bmatrix} 10 & -20 \end{bmatrix}$.
#
# <details><summary>Check your prediction</summary>
#
# $\begin{bmatrix} 0.9 \cdot 1.9 + 1 & 0.9 \cdot 0.2 - 2 \end{bmatrix} = \begin{bmatrix} 2.71 & -1.82 \end{bmatrix}$
#
# </details>
#
# **Common traps.** Stepping along the gradient, so that $v$ is computed and never used; stepping along the old $v$; $\beta$ and $1 - \beta$ exchanged; the biases forgotten. Other books write $v := \beta v - \alpha g$ and $W := W + v$; here $v$ is an average, and the learning rate is not in it.
#
# <details><summary>Hint 1: the idea</summary>
#
# For each parameter two lines: one for the memory, one for the step. The second uses the result of the first.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# The memory and the gradient share one key; the key of the parameter is the same without the `d`.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# All is entry by entry. Two dictionaries come back: `parameters`, then `v`, with the keys that they came with.
#
# </details>

# %%
def update_parameters_with_momentum(parameters, grads, v, beta, learning_rate):
    """Return the parameters after one step along the averaged gradients.

    Parameters
    ----------
    parameters : dict of ndarray
        ``W{l}`` (n_l, n_{l-1}) and ``b{l}`` (n_l, 1) for l = 1 to L.
    grads : dict of ndarray
        ``dW{l}`` and ``db{l}``, of the same shapes; other keys are not used.
    v : dict of ndarray
        The averages so far, with the keys and shapes of the gradients.
    beta : float
        Share of the old average in the new one, from 0 to below 1.
    learning_rate : float
        Size of the step.

    Returns
    -------
    parameters : dict of ndarray
        The keys and shapes of `parameters`.
    v : dict of ndarray
        The averages, brought up to date.
    """
    # YOUR CODE HERE
    raise NotImplementedError("update_parameters_with_momentum is not written yet")


# %% [markdown]
# ## 4. `initialize_adam`: two memories
#
# Adam remembers two things about every parameter: where its gradients point on average, $v$, and how large they are, whatever their sign, $s$. Both start at zero.
#
# $$v_{dW^{[l]}} = s_{dW^{[l]}} = 0, \qquad v_{db^{[l]}} = s_{db^{[l]}} = 0$$
#
# **Shapes.** Two dictionaries, `v` and then `s`, both with the keys of gradients and the shapes of the parameters.
#
# **On paper.** For `W1` $(2, 3)$ and `b1` $(2, 1)$, each of the two holds $6 + 2$ zeros.
#
# **Predict** how many numbers Adam keeps for a network of 1000 parameters, the parameters included.
#
# <details><summary>Check your prediction</summary>
#
# 3000: for each parameter its value, its $v$ and its $s$. This is why Adam needs more memory than gradient descent.
#
# </details>
#
# **Common traps.** One dictionary under two names, `v = s = {}`: whoever changes one changes the other; only one of the two returned.
#
# <details><summary>Hint 1: the idea</summary>
#
# You have already written what makes one of the two.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# A function that returns two things lists them after `return` with a comma between them.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# The two results look exactly alike, but they must be separate dictionaries with separate arrays.
#
# </details>

# %%
def initialize_adam(parameters):
    """Return averages of zero for the gradients and for their squares.

    Parameters
    ----------
    parameters : dict of ndarray
        ``W{l}`` (n_l, n_{l-1}) and ``b{l}`` (n_l, 1) for l = 1 to L.

    Returns
    -------
    v, s : dict of ndarray
        ``dW{l}`` and ``db{l}``, zeros of the same shapes.
    """
    # YOUR CODE HERE
    raise NotImplementedError("initialize_adam is not written yet")


# %% [markdown]
# ## 5. `update_parameters_with_adam`: a step size for each parameter
#
# Momentum calms the zigzag, but all parameters still share one learning rate. Adam divides every step by the typical size of that parameter's gradient: steep directions are held back, flat ones are helped along.
#
# First the two averages, of the gradients and of their squares (entry by entry):
#
# $$v := \beta_1 v + (1 - \beta_1) \, g, \qquad s := \beta_2 s + (1 - \beta_2) \, g^2$$
#
# Both started at zero, so the first values are far too small. If all gradients were $g$, then $v$ after $t$ steps would be $(1 - \beta_1^t) \, g$. Dividing by that factor mends it; this is the **bias correction**:
#
# $$\hat{v} = \frac{v}{1 - \beta_1^t}, \qquad \hat{s} = \frac{s}{1 - \beta_2^t}$$
#
# ![Noisy gradients g around 1 over 40 steps. Their moving average v starts near 0 and takes about 20 steps to come up; the corrected average is near 1 from the first step on.](figures/bias_correction.svg)
#
# And then the step, for every $W$ and likewise for every $b$:
#
# $$W := W - \alpha \, \frac{\hat{v}}{\sqrt{\hat{s}} + \varepsilon}$$
#
# The tiny $\varepsilon$ only keeps the division possible where all gradients were zero. The corrected values are for this step alone: what is remembered, and returned, are $v$ and $s$ without correction.
#
# **Shapes.** $g$, $v$, $s$ and the parameter have the same shape. $t$ is a number: $\beta_1^t$ is $\beta_1$ to the power of $t$.
#
# **On paper.** One weight $w = 1$ with $\alpha = 0.1$, $\beta_1 = 0.9$, $\beta_2 = 0.999$, and $g = 4$ in the first step, $t = 1$:
#
# $$v = 0.4, \quad s = 0.016, \quad \hat{v} = \frac{0.4}{0.1} = 4, \quad \hat{s} = \frac{0.016}{0.001} = 16, \quad w = 1 - 0.1 \cdot \frac{4}{4} = 0.9$$
#
# The size of the gradient has dropped out: the first step of Adam is as long as $\alpha$. Without correction it would be $0.1 \cdot 0.4 / \sqrt{0.016} \approx 0.316$, three times too long, because $s$ starts even lower than $v$. When the next gradient is $-2$, then $v = 0.16$ and $s = 0.019984$, so $\hat{v} = 0.16 / 0.19 \approx 0.842$ and $\hat{s} = 0.019984 / 0.001999 \approx 9.997$. The step is $0.1 \cdot 0.842 / 3.162 \approx 0.0266$, and $w \approx 0.873$.
#
# **Predict** the first step if $g$ were $0.004$ instead of 4.
#
# <details><summary>Check your prediction</summary>
#
# The same: $\hat{v} = 0.004$, $\sqrt{\hat{s}} = 0.004$, and again $w = 0.9$. Adam asks for the direction and for how steady it is, not for the size.
#
# </details>
#
# **Common traps.** $\beta$ without its power; the same $\beta$ for both averages; the square or the root forgotten; the corrected values returned as $v$ and $s$, which then are corrected again in the next step.
#
# Return `parameters`, `v` and `s`. Some courses return the corrected averages too, as a fourth and a fifth value; that is accepted as well.
#
# <details><summary>Hint 1: the idea</summary>
#
# For each parameter: two averages, two corrections, one step. New names for the corrected values keep them apart from what is remembered.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# Python writes a power as `**`. It binds more strongly than minus and times, so a difference that is to be a divisor needs parentheses, and a power in it does not.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# Three dictionaries come back. None has changed its keys or its shapes.
#
# </details>

# %%
def update_parameters_with_adam(
    parameters, grads, v, s, t, learning_rate=0.01, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """Return the parameters after one step of Adam.

    Kingma and Ba, Adam: a method for stochastic optimization (2015), algorithm 1.

    Parameters
    ----------
    parameters : dict of ndarray
        ``W{l}`` (n_l, n_{l-1}) and ``b{l}`` (n_l, 1) for l = 1 to L.
    grads : dict of ndarray
        ``dW{l}`` and ``db{l}``, of the same shapes; other keys are not used.
    v, s : dict of ndarray
        Averages of the gradients and of their squares so far, without correction.
    t : int
        Number of this step, from 1.
    learning_rate : float
        Size of the step.
    beta1, beta2 : float
        Share of the old averages v and s in the new ones, from 0 to below 1.
    epsilon : float
        Added to the divisor, so that it is not 0.

    Returns
    -------
    parameters : dict of ndarray
        The keys and shapes of `parameters`.
    v, s : dict of ndarray
        The averages, brought up to date, without correction.
    """
    # YOUR CODE HERE
    raise NotImplementedError("update_parameters_with_adam is not written yet")


# %% [markdown]
# ## 6. `gradient_check_n`: is the gradient right?
#
# A wrong backward pass rarely crashes. The cost still falls, only more slowly, and nobody notices. But a gradient is a slope, and a slope can be measured: move **one** parameter a little to either side, and see how the cost changes.
#
# $$\mathrm{approx}_i = \frac{J(\theta + \varepsilon e_i) - J(\theta - \varepsilon e_i)}{2 \varepsilon}$$
#
# $\theta$ is the vector of all parameters, and $e_i$ is 1 at entry $i$ and 0 elsewhere. Do this for every $i$, each time from the same $\theta$. Then compare with what the backward pass says, relative to the size of both:
#
# $$\mathrm{difference} = \frac{\lVert \mathrm{grad} - \mathrm{approx} \rVert}{\lVert \mathrm{grad} \rVert + \lVert \mathrm{approx} \rVert}, \qquad \lVert a \rVert = \sqrt{a_1^2 + \dots + a_n^2}$$
#
# With $\varepsilon = 10^{-7}$, a right gradient gives about $10^{-7}$ or less. From $10^{-3}$ on, something is wrong; in between, look at single entries. The check runs the forward pass twice for each parameter, so it is a tool for finding faults, not for training.
#
# `given.py` has the network (4 inputs, layers of 5, 3 and 1 units), `forward_propagation_n`, which returns its cost first, and `dictionary_to_vector`, `vector_to_dictionary` and `gradients_to_vector`.
#
# **Shapes.** $\theta$, grad and approx are all $(47, 1)$; `difference` is a single number.
#
# **On paper.** One parameter, $J(\theta) = \theta^3$ at $\theta = 1$, where the slope is 3. With $\varepsilon = 0.1$:
#
# $$\mathrm{approx} = \frac{1.331 - 0.729}{0.2} = 3.01$$
#
# A step to one side only would give $(1.331 - 1) / 0.1 = 3.31$: two sides cost one more evaluation and are 31 times as exact. If the backward pass says 3, the difference is $0.01 / 6.01 \approx 0.0017$, and it shrinks with $\varepsilon$. If it says 6, the difference is $2.99 / 9.01 \approx 0.33$, and no $\varepsilon$ helps.
#
# **Predict** what `difference` is when the backward pass forgets a minus sign everywhere.
#
# <details><summary>Check your prediction</summary>
#
# 1, the largest value there is: $\lVert -a - a \rVert = 2 \lVert a \rVert$, and that is also the sum of the two sizes.
#
# </details>
#
# **Common traps.** All entries moved at once; one array under two names, so that moving it down also undoes the move up; the 2 forgotten; a flat vector of $n$ numbers against a column: their difference is $n \times n$.
#
# <details><summary>Hint 1: the idea</summary>
#
# A loop over the entries. In each turn: a fresh copy of $\theta$ for each side, one entry moved, the cost, and one entry of approx.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# The cost is computed from a dictionary, so the moved vector has to be turned back first. `np.linalg.norm` is the length of a vector.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# Make the array for approx with the shape of $\theta$. Then grad minus approx keeps that shape: print it.
#
# </details>

# %%
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7):
    """Return how far gradients are from the measured slopes of the cost.

    Parameters
    ----------
    parameters : dict of ndarray
        Of the network in `given.py`.
    gradients : dict of ndarray
        ``dW1``, ``db1`` and so on: what a backward pass says, to be checked.
    X : ndarray, shape (4, m)
        Input, one example per column.
    Y : ndarray, shape (1, m)
        Labels, 0 or 1.
    epsilon : float
        How far each parameter is moved to either side.

    Returns
    -------
    difference : float
        Relative, from 0 (they agree) to 1 (they are opposite).
    """
    # YOUR CODE HERE
    raise NotImplementedError("gradient_check_n is not written yet")

# %% [markdown]
# ## Before the quiz
#
# A training loop with all of this reads: for each epoch, new mini-batches; for each mini-batch, forward, cost, backward, count $t$ up, one step of Adam. And before the first long run, one gradient check. To try it on a backward pass of your own, take the `L_model_backward` of week 5 with `layer_dims = [4, 5, 3, 1]`. Three questions of the kind that the weekly quiz asks.
#
# **1.** A set of 50,000 pictures is cut into mini-batches of 128. How many steps does the optimizer make in 10 epochs, and how many pictures are in the last mini-batch of each epoch?
#
# <details><summary>Answer</summary>
#
# $390 \cdot 128 = 49{,}920$, so 80 pictures are left for a 391st mini-batch. Ten epochs make 3910 steps; with all pictures in one batch there would be 10.
#
# </details>
#
# **2.** With momentum, $\beta = 0.9$ and $v = 0$ at the start, the gradient is the same $g$ in every step. How large is $v$ after three steps? And how long are the steps after a long time?
#
# <details><summary>Answer</summary>
#
# $v = (1 - 0.9^3) \, g = 0.271 \, g$, little more than a quarter. In the long run $v$ comes up to $g$, so that the steps become as long as those of plain gradient descent, $\alpha \, g$. Momentum without correction starts slowly, but after some twenty steps this is almost forgotten.
#
# </details>
#
# **3.** A network with dropout gives a difference of $0.02$ in the gradient check. With `keep_prob = 1` the same code gives $3 \cdot 10^{-9}$. Is the backward pass of dropout wrong?
#
# <details><summary>Answer</summary>
#
# This check cannot tell. Every forward pass draws other units, so $J(\theta + \varepsilon e_i)$ and $J(\theta - \varepsilon e_i)$ belong to two different networks, and their difference is not a slope. Check without dropout, as here, or with masks that stay the same in all forward passes.
#
# </details>
