# %% [markdown] lang="en"
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

# %% [markdown] lang="ko"
# # 심층 신경망, 그림으로 학습시키기
#
# 신경망의 부품은 다 갖추었다. 이제 움직여 볼 차례다. 학습을 돌리는 반복문을 먼저 2층에 대해, 다음으로 몇 층이든 되도록 작성한다. 그러면 신경망이 고양이와 다른 것을 구별하도록 학습한다. 다음은 그림 열 장과 그 정답이다.
#
# ![직접 그린 그림 열 장과 정답. 고양이의 정답은 1이고, 집과 자동차와 컵의 정답은 0이다](figures/samples.svg)
#
# `data.npz`에는 학습용 그림 160장과 테스트용 그림 40장이 들어 있고, 각각 절반이 고양이다. 모두 `make_data.py` 스크립트가 위치, 크기, 색을 무작위로 골라 그린 것이다. $64 \times 64$ 픽셀에 색이 3개인 그림 한 장은 $64 \cdot 64 \cdot 3 = 12288$개의 수를 세로로 늘어놓은 열 하나가 된다.
#
# ![그림 한 장이 수 12288개의 열이 되고, ReLU를 쓰는 은닉 유닛 7개를 지나, 시그모이드 유닛 하나가 0.97을 낸다. 부분마다 이름과 형태가 적혀 있다](figures/network.svg)
#
# | 기호 | 뜻 | 형태 |
# |---|---|---|
# | $X$ | 그림. 열 하나가 한 장이고 $-0.5 \dots 0.5$로 조정되어 있다 | $(12288, m)$ |
# | $Y$ | 정답. 고양이면 1, 아니면 0 | $(1, m)$ |
# | `layers_dims` | 입력의 수, 이어서 각 층의 유닛 수 | |
# | `learning_rate` | $\alpha$, 한 걸음의 크기 | |
# | `num_iterations` | 걸음 수 | |
#
# **가져올 것.** 지난 과제에서 완성한 `deep_network.py`를 이 폴더에 복사한다. 노트북에서 작업했다면 먼저 파이썬 스크립트로 저장한다. 제출할 때도 이 파일과 함께 낸다. 여기서 작성한 함수를 채점할 때, `deep_network.py`에 없거나 틀린 함수는 올바른 것으로 바꾸어 채점하므로 지난번의 실수로 점수를 또 잃지는 않는다. 제출한 그대로 전체를 실행하는 검사만 가져온 파일을 있는 그대로 쓴다. `given.py`에는 `deep_network.py`가 가져다 쓰는 함수들과, `load_pictures`, `rescale_for_depth`가 들어 있다.

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

# %% [markdown] lang="en"
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

# %% [markdown] lang="ko"
# ## 1. `two_layer_model`: 2층 신경망 학습시키기
#
# 학습은 이미 작성한 함수들을 감싸는 반복문이다. 초기화는 한 번만 하고, 그다음 순전파, 비용, 역전파, 갱신을 `num_iterations`번 되풀이한다.
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
# 순전파와 역전파는 각각 함수를 두 번 호출한다. `linear_activation_forward`는 ReLU로, 이어서 시그모이드로 호출하고, `linear_activation_backward`는 그 반대 순서로 호출한다. 역전파는 출력에 대한 손실의 기울기에서 시작한다.
#
# $$dA^{[2]} = -\left( \frac{Y}{A^{[2]}} - \frac{1 - Y}{1 - A^{[2]}} \right)$$
#
# 이 함수는 학습한 매개변수와 비용의 리스트를 반환한다. 비용은 걸음마다 하나씩, 그 걸음을 움직이기 전에 계산한 값이다. `print_cost`가 참이면 이따금 비용을 출력해, 기다리는 동안 비용이 줄어드는지 볼 수 있게 한다.
#
# **형태.** `layers_dims`는 $(n_x, n_h, n_y)$다. 첫 걸음부터 마지막 걸음까지 `W1` $(n_h, n_x)$, `b1` $(n_h, 1)$, `W2` $(n_y, n_h)$, `b2` $(n_y, 1)$이다.
#
# **종이 위에서.** 렌즈 뚜껑을 닫은 카메라를 생각하자. 그림 네 장의 수가 모두 0이고 그중 세 장의 정답이 1이다. 그러면 가중치가 무엇이든 $Z^{[1]} = 0$, $A^{[1]} = 0$이고, 신경망이 움직일 수 있는 것은 0에서 출발하는 $b^{[2]}$뿐이다. $\alpha = 1$이라고 하자.
#
# | 걸음 | $b^{[2]}$ | $A^{[2]} = \sigma(b^{[2]})$ | 비용 | $db^{[2]} = A^{[2]} - \frac{3}{4}$ |
# |---|---|---|---|---|
# | 1 | 0 | 0.5 | 0.693 | $-0.25$ |
# | 2 | 0.25 | 0.562 | 0.639 | $-0.188$ |
# | 2걸음 뒤 | 0.438 | 0.608 | | |
#
# 이 과정은 $A^{[2]} = \frac{3}{4}$이 될 때까지 이어진다. 아무것도 보지 못하면 고양이가 얼마나 흔한지만 배울 수 있다. 이것이 공개 예제다.
#
# `two_layer_model(train_x, train_y, (12288, 7, 1), 0.05, 200, False)`를 실행했을 때 `parameters["W1"]`의 형태와 `costs`의 길이를 **예측해 보자.**
#
# <details><summary>예측 확인</summary>
#
# $(7, 12288)$, 곧 가중치 86016개이고, 길이는 200이다.
#
# </details>
#
# **흔한 함정.** 반복문 안에서 초기화한다. 반복문 안에서 반환한다. 반복문 앞에서 꺼낸 `W1` 같은 변수를 다시 꺼내지 않는다. `learning_rate` 자리에 수를 적는다.
#
# <details><summary>힌트 1: 아이디어</summary>
#
# 한 걸음에서 다음 걸음으로 이어지는 것은 매개변수뿐이다. 나머지는 모두 매개변수로부터 새로 계산한다.
#
# </details>
# <details><summary>힌트 2: 식</summary>
#
# 출력층의 역전파는 세 가지를 준다. 그중 하나가 은닉층 역전파의 출발점이다.
#
# </details>
# <details><summary>힌트 3: 형태</summary>
#
# `A1`과 `dA1`은 $(n_h, m)$, `A2`와 `dA2`는 $(n_y, m)$이다. `update_parameters`에는 기울기 네 개의 딕셔너리를 넘기며, 각 기울기의 형태는 해당 매개변수와 같다.
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
    ### BEGIN SOLUTION
    parameters, costs = initialize_parameters(*layers_dims), []
    for i in range(num_iterations):
        W1, b1, W2, b2 = (parameters[name] for name in ("W1", "b1", "W2", "b2"))
        A1, cache1 = linear_activation_forward(X, W1, b1, "relu")  # (n_h, m)
        A2, cache2 = linear_activation_forward(A1, W2, b2, "sigmoid")  # (n_y, m)
        costs.append(compute_cost(A2, Y))
        dA2 = -(Y / A2 - (1 - Y) / (1 - A2))
        dA1, dW2, db2 = linear_activation_backward(dA2, cache2, "sigmoid")
        _, dW1, db1 = linear_activation_backward(dA1, cache1, "relu")
        grads = {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}
        parameters = update_parameters(parameters, grads, learning_rate)
        if print_cost and (i + 1) % 100 == 0:
            print(f"step {i + 1}: cost {costs[-1]:.4f}")
    return parameters, costs
    ### END SOLUTION


# %% [markdown] lang="en"
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

# %% [markdown] lang="ko"
# ## 2. `L_layer_model`: 몇 층이든 학습시키기
#
# 반복문은 같고 더 짧다. `L_model_forward`와 `L_model_backward`가 모든 층을 알아서 지나기 때문이다. 새로운 것은 출발점이다. 유닛 하나는 입력 $n$개를 더한다. 입력의 표준편차가 1이고 가중치의 표준편차가 $s$라면
#
# $$\mathrm{std}(Z) \approx s \sqrt{n}$$
#
# 이다. $s = 0.01$이면 입력이 10000개보다 적은 층은 모두 신호를 작게 만들고, 역전파에서는 기울기도 그렇게 작아진다. 몇 층만 지나면 아무것도 남지 않는다. 해결책은 층마다 $s = \frac{1}{\sqrt{n}}$로 잡는 것이다.
#
# $$W^{[l]}_{ij} = \frac{\varepsilon_{ij}}{\sqrt{n^{[l-1]}}}, \quad \varepsilon_{ij} \sim \mathcal{N}(0, 1), \qquad b^{[l]} = 0$$
#
# 앞서 작성한 `initialize_parameters_deep`은 표준편차가 0.01인 가중치를 뽑는다. `given.py`의 `rescale_for_depth`는 그 결과를 받아, 같은 가중치를 이 표준편차로 바꾸어 반환한다. 거기서 출발하자.
#
# **형태.** `layers_dims`는 리스트 $[n^{[0]}, \dots, n^{[L]}]$이다. `W{l}` $(n^{[l]}, n^{[l-1]})$, `b{l}` $(n^{[l]}, 1)$.
#
# **종이 위에서.** 신경망 `[12288, 20, 7, 5, 1]`의 가중치가 모두 표준편차 0.01이라고 하자. 신호의 표준편차에 1층은 약 $0.01 \sqrt{12288} \approx 1.1$을, 2층은 $0.01 \sqrt{20} \approx 0.045$를, 3층은 $0.01 \sqrt{7} \approx 0.026$을, 4층은 $0.01 \sqrt{5} \approx 0.022$를 곱한다. ReLU는 이것을 더 작게 만든다. 모두 곱하면 0.00003보다 작다. 고양이든 아니든 모든 그림에 대해 출력이 0.5000이다. $\frac{1}{\sqrt{n}}$로 잡으면 네 인수가 모두 1이다.
#
# ![세 신경망의 걸음 수에 따른 비용. 2층은 200걸음 만에 0.07까지, 표준편차가 1/√n인 4층은 0.08까지 줄어들고, 표준편차가 0.01인 4층은 log 2에 머무른다](figures/costs.svg)
#
# 1절의 검은 그림 네 장으로, $\alpha = 1$로, 2층이 아니라 3층 신경망을 두 걸음 학습시키면 마지막 편향이 얼마일지 **예측해 보자.**
#
# <details><summary>예측 확인</summary>
#
# 역시 0.438이다. 0만 보는 은닉층은 몇 층이 있든 0만 넘긴다. 이것이 공개 예제다.
#
# </details>
#
# **흔한 함정.** 표준편차 0.01에서 그대로 출발한다(역전파가 틀린 것처럼 보이지만 틀리지 않았다). 새 매개변수를 반복문이 읽지 않는 이름에 담는다. `layers_dims`의 길이를 층의 수로 여긴다.
#
# <details><summary>힌트 1: 아이디어</summary>
#
# 2층일 때의 반복문을 옆에 놓고 보자. 어느 네 줄이 한 줄이 되는가?
#
# </details>
# <details><summary>힌트 2: 식</summary>
#
# 출발점은 함수의 결과를 다른 함수에 넣은 것이다. 반복문에서는 네 함수가 차례로 다음 함수에 결과를 넘긴다.
#
# </details>
# <details><summary>힌트 3: 형태</summary>
#
# `AL`은 `Y`처럼 $(1, m)$이다. `caches`는 순전파에서 역전파로 그대로 넘긴다. `grads`에는 필요한 것보다 키가 많지만 `update_parameters`에는 문제가 되지 않는다.
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
    ### BEGIN SOLUTION
    parameters = rescale_for_depth(initialize_parameters_deep(layers_dims))
    costs = []
    for i in range(num_iterations):
        AL, caches = L_model_forward(X, parameters)  # (1, m)
        costs.append(compute_cost(AL, Y))
        grads = L_model_backward(AL, Y, caches)
        parameters = update_parameters(parameters, grads, learning_rate)
        if print_cost and (i + 1) % 100 == 0:
            print(f"step {i + 1}: cost {costs[-1]:.4f}")
    return parameters, costs
    ### END SOLUTION


# %% [markdown] lang="en"
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

# %% [markdown] lang="ko"
# ## 3. `predict`: 확률에서 답으로
#
# 학습한 신경망은 확률을 내놓지만, "고양이인가?"라고 묻는 사람은 예 또는 아니요를 원한다.
#
# $$\hat{y}^{(i)} = \begin{cases} 1 & a^{[L](i)} \gt 0.5 \\ 0 & a^{[L](i)} \le 0.5 \end{cases}$$
#
# 이 함수는 답을 반환하고, **정확도**, 곧 답과 정답이 일치하는 예시의 비율을 출력한다. 정답 `y`는 여기에만 쓴다. 그림의 절반이 고양이이므로 언제나 "고양이"라고 답하면 정확도가 0.5다. 이 값은 넘어야 한다.
#
# **형태.** `X` $(n^{[0]}, m)$, `y`와 답 $(1, m)$.
#
# **종이 위에서.** 은닉 유닛이 하나이고 $W^{[1]} = \begin{bmatrix} 2 & -1 \end{bmatrix}$, $b^{[1]} = 1$, 이어서 $W^{[2]} = 1$, $b^{[2]} = -1$이며, 예시가 세 개다.
#
# $$X = \begin{bmatrix} 1 & 0 & 3 \\ 1 & 2 & 4 \end{bmatrix}, \quad A^{[1]} = \begin{bmatrix} 2 & 0 & 3 \end{bmatrix}, \quad Z^{[2]} = \begin{bmatrix} 1 & -1 & 2 \end{bmatrix}, \quad A^{[2]} \approx \begin{bmatrix} 0.73 & 0.27 & 0.88 \end{bmatrix}$$
#
# 답은 $1, 0, 1$이다. 정답이 $1, 1, 1$이라면 정확도는 $\frac{2}{3}$이다.
#
# 테스트 그림 40장에 대해 `L_model_forward(test_x, parameters)[0] > 0.5`의 형태와 원소의 자료형을 **예측해 보자.**
#
# <details><summary>예측 확인</summary>
#
# $(1, 40)$이고 `bool`이다. numpy는 `True`와 `False`를 1과 0으로 계산한다.
#
# </details>
#
# **흔한 함정.** 출력이 아니라 입력을 0.5와 비교한다. 답이 아니라 정확도를 반환한다. 답을 정할 때 `y`를 본다.
#
# <details><summary>힌트 1: 아이디어</summary>
#
# 순전파를 한 번 하고, 열마다 하나씩 답을 정한다.
#
# </details>
# <details><summary>힌트 2: 식</summary>
#
# numpy의 비교는 모든 원소에 한꺼번에 적용된다. 참·거짓의 평균은 참인 것의 비율이다.
#
# </details>
# <details><summary>힌트 3: 형태</summary>
#
# 순전파는 두 가지를 반환한다. 첫째는 $(1, m)$이고, 끝까지 그 형태다.
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
    ### BEGIN SOLUTION
    AL, _ = L_model_forward(X, parameters)  # (1, m)
    predictions = (AL > 0.5).astype(int)
    print(f"accuracy: {np.mean(predictions == y):.3f}")
    return predictions
    ### END SOLUTION


# %% [markdown] lang="en"
# ## The pictures
#
# Run the next cell; in less than half a minute, it trains both networks. Expect an accuracy above 0.95 on the pictures that were learned from and around 0.9 or better on those that the network has never seen. The four layers do no better than the two here: 160 drawings are too few to need them.
#
# Then play. Train the two layers with a learning rate of 0.5, and with one of 0.0005. Give the deep network the start of spread 0.01. Look at a picture that is answered wrongly: `test_x[:, i].reshape(64, 64, 3) + 0.5` is a picture again, for instance for `matplotlib.pyplot.imshow`. What do such pictures have in common?

# %% [markdown] lang="ko"
# ## 그림
#
# 다음 셀을 실행하면 30초 안에 두 신경망을 학습시킨다. 학습에 쓴 그림에서는 0.95가 넘는 정확도를, 한 번도 보지 못한 그림에서는 0.9 안팎이나 그 이상의 정확도를 기대할 수 있다. 여기서는 4층이 2층보다 낫지 않다. 그림 160장으로는 깊은 신경망이 필요하지 않다.
#
# 그다음 이것저것 바꾸어 보자. 2층 신경망을 학습률 0.5로, 또 0.0005로 학습시켜 본다. 깊은 신경망을 표준편차 0.01에서 출발시켜 본다. 틀리게 답한 그림을 들여다본다. `test_x[:, i].reshape(64, 64, 3) + 0.5`는 다시 그림이므로 `matplotlib.pyplot.imshow` 등으로 볼 수 있다. 그런 그림들의 공통점은 무엇인가?

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

# %% [markdown] lang="en"
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

# %% [markdown] lang="ko"
# ## 퀴즈 전에
#
# 주간 퀴즈와 비슷한 물음 세 개를 풀어 보자.
#
# **1.** $64 \times 64$ 대신 $128 \times 128$ 픽셀 그림을 쓰고 그 뒤의 층은 `[…, 20, 7, 5, 1]`로 똑같이 두었다. 입력의 수는 네 배가 된다. 매개변수의 수는 어떻게 되는가?
#
# <details><summary>답</summary>
#
# 역시 거의 네 배가 된다. 245973개에서 983253개로 늘어난다. 매개변수는 거의 모두 $W^{[1]}$에 있고, $W^{[1]}$에는 입력마다 열이 하나씩 있다. 다른 층들은 달라지지 않는다.
#
# </details>
#
# **2.** 학습률 다섯 가지로 학습시켜 보고, 테스트 그림 40장에서 가장 좋은 것을 골라 그 정확도를 보고했다. 이 수에는 어떤 문제가 있는가?
#
# <details><summary>답</summary>
#
# 실제보다 좋게 나온 값이다. 바로 그 그림들을 보고 학습률을 골랐으므로 이제 처음 보는 그림이 아니다. 다섯 번 시도하면 그중 하나는 운이 좋기 마련이다. 하이퍼파라미터는 개발 데이터로 고르고, 테스트 데이터는 마지막에 한 번만 본다.
#
# </details>
#
# **3.** 한 걸음이 끝났을 때 메모리에는 $A^{[1]}$, 캐시, $dA^{[1]}$, 기울기, 매개변수, 비용이 있다. 이 가운데 다음 걸음에 필요한 것은 무엇인가?
#
# <details><summary>답</summary>
#
# 매개변수뿐이다. 활성값, 캐시, 기울기는 이전 매개변수에 대한 값이므로 새로 계산한다. 비용은 사람이 보려고 남겨 둘 뿐이고, 어느 걸음도 비용에 의존하지 않는다.
#
# </details>
