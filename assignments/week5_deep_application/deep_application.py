# %% [markdown]
# # A deep network, trained on pictures
#
# You have all the parts of a network. Now let them run: you write the loop that trains, first for two layers, then for any number, and a network learns to tell cats from other things. Ten of the pictures, with their labels:
#
# ![Ten drawn pictures with their labels: cats have the label 1; a house, cars and a cup have the label 0](figures/samples.svg)
#
# The file `data.npz` holds 160 pictures to learn from and 40 others to test on, half of each are cats. The script `make_data.py` has drawn them, every thing in a place, size and colour chosen by lot. A picture of $64 \times 64$ pixels with 3 colours becomes one column of $64 \cdot 64 \cdot 3 = 12288$ numbers:
#
# ![One picture becomes a column of 12288 numbers, then 7 hidden units with ReLU, then one unit with the sigmoid, which says 0.97; below each part its name and shape](figures/network.svg)
#
# | symbol | meaning | shape |
# |---|---|---|
# | $X$ | pictures, one per column, scaled to $-0.5 \dots 0.5$ | $(12288, m)$ |
# | $Y$ | labels: 1 for a cat, else 0 | $(1, m)$ |
# | `layers_dims` | number of inputs, then the units of each layer | |
# | `learning_rate` | $\alpha$, size of a step | |
# | `num_iterations` | number of steps | |
#
# **What you bring along.** Copy your finished `deep_network.py` of the last assignment into this folder; if you worked in the notebook, save that as a Python script first. Hand it in together with this file. When your functions here are graded, a function of `deep_network.py` that is missing or wrong is replaced by a right one, so old mistakes cost nothing again; only the check of everything as handed in uses all of it as it is. The file `given.py` has what `deep_network.py` imports, and two functions more: `load_pictures` and `rescale_for_depth`.

# %%
import numpy as np
from deep_network import (
    L_model_backward,
    L_model_forward,
    compute_cost,
    initialize_parameters,
    initialize_parameters_deep,
    linear_activation_backward,
    linear_activation_forward,
    update_parameters,
)
from given import load_pictures, rescale_for_depth


# %% [markdown]
# ## 1. `two_layer_model`: train two layers
#
# Training is a loop around what you have written. Initialize once; then, `num_iterations` times: forward, cost, backward, update.
#
# ```
#  initialize_parameters
#       |
#       v
#  +--> parameters --> forward --> A2 --> compute_cost --> costs
#  |                                |
#  |                                v
#  +------ update_parameters <-- backward
# ```
#
# Forward and backward take two calls each: `linear_activation_forward` with ReLU, then with the sigmoid; `linear_activation_backward` the other way round. The way back starts with the gradient of the losses with respect to the output:
#
# $$dA^{[2]} = -\left( \frac{Y}{A^{[2]}} - \frac{1 - Y}{1 - A^{[2]}} \right)$$
#
# The function returns the trained parameters, and the list of the costs, one for each step, computed before the step is made. With `print_cost`, it prints the cost now and then, so that you see whether it falls while you wait.
#
# **Shapes.** `layers_dims` is $(n_x, n_h, n_y)$. `W1` $(n_h, n_x)$, `b1` $(n_h, 1)$, `W2` $(n_y, n_h)$, `b2` $(n_y, 1)$, from the first step to the last.
#
# **On paper.** A camera with its cap on: four pictures, all numbers 0, three of them labelled 1. Then $Z^{[1]} = 0$ and $A^{[1]} = 0$, whatever the weights are, and the network can only move $b^{[2]}$, which starts at 0. Take $\alpha = 1$.
#
# | step | $b^{[2]}$ | $A^{[2]} = \sigma(b^{[2]})$ | cost | $db^{[2]} = A^{[2]} - \frac{3}{4}$ |
# |---|---|---|---|---|
# | 1 | 0 | 0.5 | 0.693 | $-0.25$ |
# | 2 | 0.25 | 0.562 | 0.639 | $-0.188$ |
# | after 2 | 0.438 | 0.608 | | |
#
# It goes on until $A^{[2]} = \frac{3}{4}$: who sees nothing can learn only how common cats are. This is the public example.
#
# **Predict** the shape of `parameters["W1"]` and the length of `costs` for `two_layer_model(train_x, train_y, (12288, 7, 1), 0.05, 200, False)`.
#
# <details><summary>Check your prediction</summary>
#
# $(7, 12288)$, that is 86016 weights, and 200.
#
# </details>
#
# **Common traps.** Initializing inside the loop; returning inside the loop; names such as `W1`, taken out of the dictionary before the loop and never again; a number in the place of `learning_rate`.
#
# <details><summary>Hint 1: the idea</summary>
#
# Only the parameters live on from one step to the next. Everything else is computed anew from them.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# The backward step of the output layer gives three things. One of them is where the hidden layer's backward step starts.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# `A1` and `dA1` are $(n_h, m)$, `A2` and `dA2` are $(n_y, m)$. `update_parameters` wants a dictionary of four gradients, each of the shape of its parameter.
#
# </details>

# %%
def two_layer_model(
    X, Y, layers_dims, learning_rate=0.05, num_iterations=200, print_cost=False
):
    """Return a trained network of two layers: ReLU, then the sigmoid.

    Parameters
    ----------
    X : ndarray, shape (n_x, m)
        Input, one example per column.
    Y : ndarray, shape (1, m)
        Labels, 0 or 1.
    layers_dims : tuple of int, (n_x, n_h, n_y)
        Number of inputs, hidden units and output units.
    learning_rate : float
        Size of each step.
    num_iterations : int
        Number of steps.
    print_cost : bool
        Whether to print the cost after every 100 steps.

    Returns
    -------
    parameters : dict of ndarray
        ``W1`` (n_h, n_x), ``b1`` (n_h, 1), ``W2`` (n_y, n_h) and ``b2`` (n_y, 1),
        after the last step.
    costs : list of float
        The cost before each step.
    """
    # YOUR CODE HERE
    raise NotImplementedError("two_layer_model is not written yet")


# %% [markdown]
# ## 2. `L_layer_model`: train any number of layers
#
# The same loop, and shorter, since `L_model_forward` and `L_model_backward` go through all layers by themselves. What is new is the start. A unit adds up $n$ inputs; if these have spread 1 and the weights spread $s$, then
#
# $$\mathrm{spread}(Z) \approx s \sqrt{n}$$
#
# With $s = 0.01$ every layer of less than 10000 inputs makes the signal smaller, and so does the way back with the gradient. After a few layers nothing is left. The remedy is $s = \frac{1}{\sqrt{n}}$ for each layer:
#
# $$W^{[l]}_{ij} = \frac{\varepsilon_{ij}}{\sqrt{n^{[l-1]}}}, \quad \varepsilon_{ij} \sim \mathcal{N}(0, 1), \qquad b^{[l]} = 0$$
#
# Your `initialize_parameters_deep` draws weights of spread 0.01; `rescale_for_depth` in `given.py` takes its result and returns the same weights in this spread. Start there.
#
# **Shapes.** `layers_dims` is the list $[n^{[0]}, \dots, n^{[L]}]$; `W{l}` $(n^{[l]}, n^{[l-1]})$ and `b{l}` $(n^{[l]}, 1)$.
#
# **On paper.** The network `[12288, 20, 7, 5, 1]` with weights of spread 0.01. Layer 1 multiplies the spread of the signal by about $0.01 \sqrt{12288} \approx 1.1$, layer 2 by $0.01 \sqrt{20} \approx 0.045$, layer 3 by $0.01 \sqrt{7} \approx 0.026$, layer 4 by $0.01 \sqrt{5} \approx 0.022$; ReLU makes it smaller still. Together less than 0.00003: the output is 0.5000 for every picture, cat or not. With $\frac{1}{\sqrt{n}}$, each of the four factors is 1.
#
# ![Cost against steps for three networks: two layers, which fall to 0.07 in 200 steps; four layers with spread 1/√n, which fall to 0.08; four layers with spread 0.01, which stay at log 2](figures/costs.svg)
#
# **Predict** the last bias after two steps on the four black pictures of section 1 with $\alpha = 1$, for a network of three layers instead of two.
#
# <details><summary>Check your prediction</summary>
#
# 0.438 again: a hidden layer that sees only zeros passes on only zeros, however many there are. This is the public example.
#
# </details>
#
# **Common traps.** The start left at spread 0.01, which looks like a mistake in the backward pass and is none; the new parameters kept under a name that the loop does not read; the length of `layers_dims` taken for the number of layers.
#
# <details><summary>Hint 1: the idea</summary>
#
# Put your two-layer loop beside it. Which four lines become one?
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# The start is one function inside another. In the loop, each of the four functions feeds the next.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# `AL` is $(1, m)$ like `Y`. `caches` goes from the forward to the backward pass untouched; `grads` has more keys than you need, and `update_parameters` does not mind.
#
# </details>

# %%
def L_layer_model(
    X, Y, layers_dims, learning_rate=0.02, num_iterations=200, print_cost=False
):
    """Return a trained network of L layers: ReLU L-1 times, then the sigmoid.

    Parameters
    ----------
    X : ndarray, shape (n_0, m)
        Input, one example per column.
    Y : ndarray, shape (1, m)
        Labels, 0 or 1.
    layers_dims : list of int
        Number of inputs, then the number of units of each layer.
    learning_rate : float
        Size of each step.
    num_iterations : int
        Number of steps.
    print_cost : bool
        Whether to print the cost after every 100 steps.

    Returns
    -------
    parameters : dict of ndarray
        ``W{l}`` (n_l, n_{l-1}) and ``b{l}`` (n_l, 1) for l = 1 to L, after the last
        step.
    costs : list of float
        The cost before each step.
    """
    # YOUR CODE HERE
    raise NotImplementedError("L_layer_model is not written yet")


# %% [markdown]
# ## 3. `predict`: from a probability to an answer
#
# A trained network gives a probability; whoever asks "is it a cat?" wants yes or no.
#
# $$\hat{y}^{(i)} = \begin{cases} 1 & a^{[L](i)} \gt 0.5 \\ 0 & a^{[L](i)} \le 0.5 \end{cases}$$
#
# The function returns these answers, and prints the **accuracy**, the share of examples for which answer and label agree. The labels `y` serve for this alone. Half of the pictures are cats, so whoever always says "cat" has an accuracy of 0.5: that is the number to beat.
#
# **Shapes.** `X` $(n^{[0]}, m)$; `y` and the answers $(1, m)$.
#
# **On paper.** One hidden unit with $W^{[1]} = \begin{bmatrix} 2 & -1 \end{bmatrix}$, $b^{[1]} = 1$, then $W^{[2]} = 1$, $b^{[2]} = -1$, and three examples:
#
# $$X = \begin{bmatrix} 1 & 0 & 3 \\ 1 & 2 & 4 \end{bmatrix}, \quad A^{[1]} = \begin{bmatrix} 2 & 0 & 3 \end{bmatrix}, \quad Z^{[2]} = \begin{bmatrix} 1 & -1 & 2 \end{bmatrix}, \quad A^{[2]} \approx \begin{bmatrix} 0.73 & 0.27 & 0.88 \end{bmatrix}$$
#
# The answers are $1, 0, 1$. For the labels $1, 1, 1$ the accuracy is $\frac{2}{3}$.
#
# **Predict** the shape of `L_model_forward(test_x, parameters)[0] > 0.5` for the 40 test pictures, and the type of its entries.
#
# <details><summary>Check your prediction</summary>
#
# $(1, 40)$, and `bool`: `True` and `False`, with which numpy calculates as with 1 and 0.
#
# </details>
#
# **Common traps.** The input compared with 0.5 instead of the output; the accuracy returned instead of the answers; an answer that looks at `y`.
#
# <details><summary>Hint 1: the idea</summary>
#
# A forward pass, and then one decision for each column.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# A comparison in numpy works on all entries at once. The mean of truth values is the share of those that are true.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# The forward pass returns two things; the first is $(1, m)$ and stays so.
#
# </details>

# %%
def predict(X, y, parameters):
    """Return a yes or no for each example, and print how many of them are right.

    Parameters
    ----------
    X : ndarray, shape (n_0, m)
        Input, one example per column.
    y : ndarray, shape (1, m)
        Labels, 0 or 1; only for the accuracy that is printed.
    parameters : dict of ndarray
        Of a trained network of any number of layers.

    Returns
    -------
    predictions : ndarray, shape (1, m)
        1 where the network gives more than 0.5, else 0.
    """
    # YOUR CODE HERE
    raise NotImplementedError("predict is not written yet")


# %% [markdown]
# ## The pictures
#
# Run the next cell; in less than half a minute, it trains both networks. Expect an accuracy above 0.95 on the pictures that were learned from and around 0.9 or better on those that the network has never seen. The four layers do no better than the two here: 160 drawings are too few to need them.
#
# Then play. Train the two layers with a learning rate of 0.5, and with one of 0.0005. Give the deep network the start of spread 0.01. Look at a picture that is answered wrongly: `test_x[:, i].reshape(64, 64, 3) + 0.5` is a picture again, for instance for `matplotlib.pyplot.imshow`. What do such pictures have in common?

# %%
if __name__ == "__main__":
    train_x, train_y, test_x, test_y = load_pictures()
    for train, layers_dims in (
        (two_layer_model, (12288, 7, 1)),
        (L_layer_model, [12288, 20, 7, 5, 1]),
    ):
        trained, costs = train(train_x, train_y, layers_dims, print_cost=True)
        predict(train_x, train_y, trained)
        predict(test_x, test_y, trained)

# %% [markdown]
# ## Before the quiz
#
# Three questions of the kind that the weekly quiz asks.
#
# **1.** Somebody takes pictures of $128 \times 128$ pixels instead of $64 \times 64$, with the same `[…, 20, 7, 5, 1]` behind them. The number of inputs grows to four times what it was. And the number of parameters?
#
# <details><summary>Answer</summary>
#
# To almost four times as well: from 245973 to 983253. Nearly all parameters stand in $W^{[1]}$, which has a column for each input; the other layers do not notice.
#
# </details>
#
# **2.** Somebody trains with five learning rates, keeps the one whose network is best on the 40 test pictures, and reports that accuracy. What is wrong with the number?
#
# <details><summary>Answer</summary>
#
# It flatters. The learning rate has been chosen by these very pictures, so they are no longer unseen: with five tries, one is lucky. Hyperparameters are chosen on a development set; the test set is looked at once, at the end.
#
# </details>
#
# **3.** At the end of a step, your memory holds $A^{[1]}$, the caches, $dA^{[1]}$, the gradients, the parameters and the cost. Which of them does the next step need?
#
# <details><summary>Answer</summary>
#
# Only the parameters. Activations, caches and gradients were true for the old parameters and are computed anew; the cost is kept for the reader's eyes, and no step depends on it.
#
# </details>
