# %% [markdown] lang="en"
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

# %% [markdown] lang="ko"
# # 최적화 알고리즘과 기울기 검사
#
# 기울기는 어느 쪽이 내리막인지 알려 준다. 이 과제에서는 빨리 내려가려면 무엇이 더 필요한지, 그리고 기울기가 맞는지 어떻게 확인하는지를 다룬다. 만들 것은 세 가지다.
#
# - **미니배치**: 데이터를 한 번 훑는 동안 한 걸음이 아니라 작은 걸음을 여러 번 옮긴다.
# - **모멘텀**과 **Adam**: 지나온 기울기를 기억하며 걷는다.
# - **기울기 검사**: 역전파라면 반드시 통과해야 하는 시험이다.
#
# ![길쭉한 그릇의 바닥으로 가는 서른 걸음짜리 경로 세 개. 경사 하강법은 좁은 방향으로 지그재그로 튀고, 모멘텀은 덜 흔들리며, Adam은 부드럽게 휘어 바닥으로 간다.](figures/paths.svg)
#
# 그림은 같은 그릇을 위에서 세 번 내려다본 것이고, 경로마다 서른 걸음이다. 그릇은 $w_2$ 방향으로 가파르고 $w_1$ 방향으로 완만하다. 경사 하강법(GD)은 난처하다. 완만한 방향에 맞는 학습률을 쓰면 가파른 방향에서는 벽에서 벽으로 튄다.
#
# | 기호 | 뜻 | 형태 |
# |---|---|---|
# | $m$ | 예시의 수. **열 하나가 예시 하나다** | |
# | $W^{[l]}$, $b^{[l]}$ | $l$층의 매개변수. 키는 `W1`, `b1`, … | $(n^{[l]}, n^{[l-1]})$, $(n^{[l]}, 1)$ |
# | $g$ | 매개변수 하나의 기울기. 키는 `dW1`, `db1`, … | 매개변수와 같다 |
# | $v$ | 기울기의 이동 평균 | 매개변수와 같다 |
# | $s$ | 기울기 제곱의 이동 평균 | 매개변수와 같다 |
# | $t$ | 몇 번째 걸음인지. 1부터 센다 | |
#
# 함수 여섯 개는 학습할 때 쓰이는 순서대로 놓여 있다. 마지막 함수를 위해 `given.py`에는 작은 신경망과 그 비용, 딕셔너리를 벡터로 바꾸는 함수들이 들어 있다. 그때 가서 읽으면 된다. `autograder check`를 실행하면 작성한 함수를 공개 예제와 비교해 준다. 아래 본문의 예도 거기에 들어 있다.

# %%
import numpy as np
from given import (
    dictionary_to_vector,
    forward_propagation_n,
    gradients_to_vector,
    vector_to_dictionary,
)

# %% [markdown] lang="en"
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

# %% [markdown] lang="ko"
# ## 1. `random_mini_batches`: 한 번 훑는 동안 여러 걸음
#
# 예시 $m$개를 한 묶음으로 쓰면 데이터를 모두 훑고도 겨우 한 걸음을 옮긴다. 데이터를 미니배치로 자르면 묶음마다 기울기가 하나씩 나온다. 조금 들쭉날쭉하지만 한 걸음 옮기기에는 충분하다. 모든 미니배치를 한 번씩 도는 것을 **에포크**라고 한다.
#
# 제대로 자르려면 규칙 두 가지를 지켜야 한다. 첫째, 먼저 **섞는다**. 우연히 나란히 있던 예시끼리만 모이지 않게 하기 위해서다. 둘째, 모든 예시는 자기 레이블과 함께 **꼭 한 미니배치에만** 들어간다.
#
# ![위는 0번부터 10번까지 원래 순서대로 놓인 X와 Y의 열. 아래는 같은 열을 섞어 4개, 4개, 3개짜리 미니배치로 자른 것. X의 열 아래에는 여전히 자기 레이블이 있다.](figures/mini_batches.svg)
#
# $$k = \lceil m / \mathrm{size} \rceil$$
#
# $k$는 미니배치의 수다. 열은 모두 `mini_batch_size`개씩이고, 마지막 것만 더 적을 수 있다.
#
# **형태.** $X$ $(n_x, m)$과 $Y$ $(1, m)$에서 쌍의 리스트를 만든다. 쌍마다 $(n_x, \mathrm{size})$와 $(1, \mathrm{size})$이고, 마지막 쌍은 더 좁을 수 있다.
#
# **종이 위에서.** $m = 5$, size는 2이고, 섞은 순서가 마침 3, 0, 4, 1, 2라고 하자.
#
# $$X = \begin{bmatrix} 1 & 2 & 3 & 4 & 5 \\ 10 & 20 & 30 & 40 & 50 \end{bmatrix}, \quad Y = \begin{bmatrix} 1 & 0 & 0 & 1 & 1 \end{bmatrix}$$
#
# 첫 미니배치는 $\begin{bmatrix} 4 & 1 \\ 40 & 10 \end{bmatrix}$과 $\begin{bmatrix} 1 & 1 \end{bmatrix}$, 둘째는 $\begin{bmatrix} 5 & 2 \\ 50 & 20 \end{bmatrix}$과 $\begin{bmatrix} 1 & 0 \end{bmatrix}$, 마지막은 열 하나짜리인 $\begin{bmatrix} 3 \\ 30 \end{bmatrix}$과 $\begin{bmatrix} 0 \end{bmatrix}$이다.
#
# $X$가 $(12, 100)$이고 size가 32일 때 모든 미니배치의 **형태를 예측해 보자.**
#
# <details><summary>예측 확인</summary>
#
# 쌍이 네 개다. 셋은 $(12, 32)$와 $(1, 32)$이고, 마지막은 $(12, 4)$와 $(1, 4)$다.
#
# </details>
#
# **흔한 함정.** 끝에 남은 짧은 미니배치를 잊는다. 남은 것이 없는데 빈 미니배치를 만든다. $X$와 $Y$를 서로 다른 순서로 섞는다. 매번 아무 열이나 새로 뽑아, 한 번도 나오지 않는 예시가 생긴다.
#
# 인자 `seed`는 섞기 전에 `np.random.seed`에 넘긴다. 학습할 때 에포크마다 다른 시드를 쓰면 미니배치가 매번 달라지면서도 전체 과정을 그대로 되풀이할 수 있다.
#
# <details><summary>힌트 1: 생각</summary>
#
# 데이터를 섞지 말고 열의 *번호*를 한 번만 섞는다. 두 배열이 그 순서를 따르게 하면 된다.
#
# </details>
# <details><summary>힌트 2: 식</summary>
#
# `np.random.permutation`은 0부터 $m - 1$까지의 수를 무작위 순서로 준다. 인덱스 자리에 수의 배열을 넣으면 그 열들을 골라낸다. 슬라이스는 끝을 넘어가면 끝에서 멈춘다.
#
# </details>
# <details><summary>힌트 3: 형태</summary>
#
# 반복문은 0, size, 2·size, … 열에서 시작하고, 시작점이 $m$보다 작은 동안 계속한다. 쌍마다 형태를 출력해 보자. 너비를 모두 더하면 $m$이어야 한다.
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
    ### BEGIN SOLUTION
    np.random.seed(seed)
    m = X.shape[1]
    order = np.random.permutation(m)
    mini_batches = []
    for start in range(0, m, mini_batch_size):
        chosen = order[start : start + mini_batch_size]
        mini_batches.append((X[:, chosen], Y[:, chosen]))
    return mini_batches
    ### END SOLUTION


# %% [markdown] lang="en"
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

# %% [markdown] lang="ko"
# ## 2. `initialize_velocity`: 아직 비어 있는 기억
#
# 모멘텀은 매개변수마다 기울기의 이동 평균 $v$를 하나씩 간직한다. 첫걸음 전에는 기억할 기울기가 없으므로 모든 평균이 0에서 출발한다.
#
# $$v_{dW^{[l]}} = 0, \qquad v_{db^{[l]}} = 0$$
#
# 기울기의 평균이므로 키도 기울기의 키를 쓴다. `dW1`, `db1`, … 이다.
#
# **형태.** `v["dW1"]`은 `W1`과, `v["db1"]`은 `b1`과 같다.
#
# **종이 위에서.** 유닛 2개에 입력이 3개인 층이라면 `v`의 항목은 둘이다. `dW1`에는 0이 $2 \times 3$개, `db1`에는 $2 \times 1$개 들어 있다.
#
# 매개변수가 `W1` $(4, 7)$, `b1` $(4, 1)$, `W2` $(1, 4)$, `b2` $(1, 1)$일 때 키와 형태를 **예측해 보자.**
#
# <details><summary>예측 확인</summary>
#
# `dW1` $(4, 7)$, `db1` $(4, 1)$, `dW2` $(1, 4)$, `db2` $(1, 1)$이다. 키의 수는 `parameters`와 같고, 앞에 저마다 `d`가 붙는다.
#
# </details>
#
# **흔한 함정.** 기울기의 키가 아니라 매개변수의 키를 쓴다. 가중치처럼 난수를 넣는다. 여기에는 깨뜨릴 대칭이 없다. 편향의 형태를 `(n,)`으로 한다.
#
# <details><summary>힌트 1: 생각</summary>
#
# 매개변수마다 반복문을 한 번 돈다. 이름에서 키가, 형태에서 형태가 나온다.
#
# </details>
# <details><summary>힌트 2: 식</summary>
#
# numpy에는 주어진 형태로, 또는 다른 배열을 본떠 0으로 채운 배열을 만드는 함수가 있다.
#
# </details>
# <details><summary>힌트 3: 형태</summary>
#
# 3층이면 항목이 여섯 개다. 마지막 둘은 $(n^{[3]}, n^{[2]})$와 $(n^{[3]}, 1)$이다.
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
    ### BEGIN SOLUTION
    return {f"d{key}": np.zeros(value.shape) for key, value in parameters.items()}
    ### END SOLUTION


# %% [markdown] lang="en"
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

# %% [markdown] lang="ko"
# ## 3. `update_parameters_with_momentum`: 기억하며 걷기
#
# 첫 그림의 지그재그를 보자. 그릇을 가로지르는 방향에서는 기울기의 부호가 걸음마다 바뀌고, 그릇을 따라가는 방향에서는 그대로다. 최근 몇 걸음을 평균하면 바뀌는 것은 상쇄되고 그대로인 것은 남는다. 그래서 먼저 평균을 갱신하고, 기울기가 아니라 **평균**을 따라 움직인다.
#
# $$v := \beta \, v + (1 - \beta) \, g, \qquad W := W - \alpha \, v$$
#
# $b$도 모두 마찬가지다. $\beta = 0.9$이면 평균은 대략 $1 / (1 - \beta) = 10$걸음 전까지 거슬러 올라간다. $\beta = 0$이면 아무것도 기억하지 않으므로 보통의 경사 하강법이다.
#
# **형태.** $g$, $v$, 매개변수는 형태가 모두 같고, 바뀌지 않는다.
#
# **종이 위에서.** $W^{[1]} = \begin{bmatrix} 2 & -1 \end{bmatrix}$, $v = 0$, $\beta = 0.9$, $\alpha = 0.1$이다. 첫걸음에서 $g = \begin{bmatrix} 10 & -20 \end{bmatrix}$이면
#
# $$v = 0.9 \cdot 0 + 0.1 \cdot g = \begin{bmatrix} 1 & -2 \end{bmatrix}, \qquad W^{[1]} = \begin{bmatrix} 1.9 & -0.8 \end{bmatrix}$$
#
# 둘째 걸음에서 $g = \begin{bmatrix} 10 & 20 \end{bmatrix}$이라고 하자. 첫 원소는 그대로이고 둘째 원소는 방향이 뒤집혔다.
#
# $$v = \begin{bmatrix} 0.9 + 1 & -1.8 + 2 \end{bmatrix} = \begin{bmatrix} 1.9 & 0.2 \end{bmatrix}, \qquad W^{[1]} = \begin{bmatrix} 1.71 & -0.82 \end{bmatrix}$$
#
# 그대로인 것은 커지고, 뒤집힌 것은 거의 사라진다.
#
# 셋째 걸음에서 $g = \begin{bmatrix} 10 & -20 \end{bmatrix}$이면 $v$가 어떻게 될지 **예측해 보자.**
#
# <details><summary>예측 확인</summary>
#
# $\begin{bmatrix} 0.9 \cdot 1.9 + 1 & 0.9 \cdot 0.2 - 2 \end{bmatrix} = \begin{bmatrix} 2.71 & -1.82 \end{bmatrix}$
#
# </details>
#
# **흔한 함정.** 기울기를 따라 움직여서 애써 구한 $v$를 쓰지 않는다. 갱신하기 전의 $v$를 따라 움직인다. $\beta$와 $1 - \beta$를 바꾸어 쓴다. 편향을 잊는다. $v := \beta v - \alpha g$, $W := W + v$로 쓰는 책도 있지만, 여기서 $v$는 평균이고 학습률은 그 안에 들어가지 않는다.
#
# <details><summary>힌트 1: 생각</summary>
#
# 매개변수마다 두 줄이면 된다. 한 줄은 기억을, 한 줄은 걸음을 맡는다. 둘째 줄은 첫째 줄의 결과를 쓴다.
#
# </details>
# <details><summary>힌트 2: 식</summary>
#
# 기억과 기울기는 키가 같다. 거기서 `d`를 떼면 매개변수의 키다.
#
# </details>
# <details><summary>힌트 3: 형태</summary>
#
# 모두 원소별 계산이다. 딕셔너리 두 개를 `parameters`, `v` 순서로 돌려준다. 키는 받을 때와 같다.
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
    ### BEGIN SOLUTION
    v = {key: beta * average + (1 - beta) * grads[key] for key, average in v.items()}
    parameters = {
        key: value - learning_rate * v[f"d{key}"] for key, value in parameters.items()
    }
    return parameters, v
    ### END SOLUTION


# %% [markdown] lang="en"
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

# %% [markdown] lang="ko"
# ## 4. `initialize_adam`: 기억 두 가지
#
# Adam은 매개변수마다 두 가지를 기억한다. 기울기가 평균적으로 어느 쪽을 가리키는지($v$), 그리고 부호와 상관없이 얼마나 큰지($s$)다. 둘 다 0에서 출발한다.
#
# $$v_{dW^{[l]}} = s_{dW^{[l]}} = 0, \qquad v_{db^{[l]}} = s_{db^{[l]}} = 0$$
#
# **형태.** 딕셔너리 두 개를 `v`, `s` 순서로 돌려준다. 둘 다 키는 기울기와, 형태는 매개변수와 같다.
#
# **종이 위에서.** `W1` $(2, 3)$과 `b1` $(2, 1)$이라면 둘 다 0이 $6 + 2$개씩 들어 있다.
#
# 매개변수가 1000개인 신경망에서 Adam은 매개변수까지 합쳐 수를 몇 개 간직할지 **예측해 보자.**
#
# <details><summary>예측 확인</summary>
#
# 3000개다. 매개변수마다 값, $v$, $s$가 하나씩 있다. Adam이 경사 하강법보다 메모리를 많이 쓰는 까닭이다.
#
# </details>
#
# **흔한 함정.** `v = s = {}`처럼 딕셔너리 하나에 이름을 두 개 붙인다. 하나를 바꾸면 다른 것도 바뀐다. 둘 가운데 하나만 돌려준다.
#
# <details><summary>힌트 1: 생각</summary>
#
# 둘 가운데 하나를 만드는 일은 이미 해 두었다.
#
# </details>
# <details><summary>힌트 2: 식</summary>
#
# 두 가지를 돌려주는 함수는 `return` 뒤에 둘을 쉼표로 이어 쓴다.
#
# </details>
# <details><summary>힌트 3: 형태</summary>
#
# 두 결과는 생김새가 똑같지만, 서로 다른 배열을 담은 서로 다른 딕셔너리여야 한다.
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
    ### BEGIN SOLUTION
    return initialize_velocity(parameters), initialize_velocity(parameters)
    ### END SOLUTION


# %% [markdown] lang="en"
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

# %% [markdown] lang="ko"
# ## 5. `update_parameters_with_adam`: 매개변수마다 다른 보폭
#
# 모멘텀은 지그재그를 가라앉히지만 학습률은 여전히 모든 매개변수가 함께 쓴다. Adam은 걸음마다 그 매개변수의 기울기가 보통 얼마나 큰지로 나눈다. 가파른 방향은 붙잡아 주고 완만한 방향은 밀어 주는 셈이다.
#
# 먼저 기울기의 평균과, 원소별로 제곱한 기울기의 평균을 구한다.
#
# $$v := \beta_1 v + (1 - \beta_1) \, g, \qquad s := \beta_2 s + (1 - \beta_2) \, g^2$$
#
# 둘 다 0에서 출발했으므로 처음 값들은 너무 작다. 기울기가 늘 $g$였다면 $t$걸음 뒤의 $v$는 $(1 - \beta_1^t) \, g$다. 이 비율로 나누면 바로잡힌다. 이것이 **편향 보정**이다.
#
# $$\hat{v} = \frac{v}{1 - \beta_1^t}, \qquad \hat{s} = \frac{s}{1 - \beta_2^t}$$
#
# ![40걸음 동안 1 둘레에서 흔들리는 기울기 g. 이동 평균 v는 0 가까이에서 출발해 스무 걸음쯤 지나서야 올라온다. 보정한 평균은 첫걸음부터 1 가까이에 있다.](figures/bias_correction.svg)
#
# 그다음 모든 $W$에 대해, 그리고 $b$에 대해서도 똑같이 한 걸음 움직인다.
#
# $$W := W - \alpha \, \frac{\hat{v}}{\sqrt{\hat{s}} + \varepsilon}$$
#
# 아주 작은 $\varepsilon$은 기울기가 줄곧 0이던 곳에서도 나눗셈이 되게 할 뿐이다. 보정한 값은 이번 걸음에만 쓴다. 기억하고 돌려주는 것은 보정하지 않은 $v$와 $s$다.
#
# **형태.** $g$, $v$, $s$, 매개변수는 형태가 모두 같다. $t$는 수 하나이고, $\beta_1^t$은 $\beta_1$의 $t$제곱이다.
#
# **종이 위에서.** 가중치 하나 $w = 1$이 있고 $\alpha = 0.1$, $\beta_1 = 0.9$, $\beta_2 = 0.999$다. 첫걸음 $t = 1$에서 $g = 4$라면
#
# $$v = 0.4, \quad s = 0.016, \quad \hat{v} = \frac{0.4}{0.1} = 4, \quad \hat{s} = \frac{0.016}{0.001} = 16, \quad w = 1 - 0.1 \cdot \frac{4}{4} = 0.9$$
#
# 기울기의 크기는 사라졌다. Adam의 첫걸음은 길이가 $\alpha$다. 보정하지 않으면 $0.1 \cdot 0.4 / \sqrt{0.016} \approx 0.316$으로 세 배나 길다. $s$가 $v$보다도 더 작은 값에서 출발하기 때문이다. 다음 기울기가 $-2$라면 $v = 0.16$, $s = 0.019984$이므로 $\hat{v} = 0.16 / 0.19 \approx 0.842$, $\hat{s} = 0.019984 / 0.001999 \approx 9.997$이다. 걸음은 $0.1 \cdot 0.842 / 3.162 \approx 0.0266$이고 $w \approx 0.873$이 된다.
#
# $g$가 4가 아니라 $0.004$라면 첫걸음이 어떻게 될지 **예측해 보자.**
#
# <details><summary>예측 확인</summary>
#
# 똑같다. $\hat{v} = 0.004$, $\sqrt{\hat{s}} = 0.004$이므로 역시 $w = 0.9$다. Adam은 크기가 아니라 방향과, 그 방향이 얼마나 한결같은지를 따진다.
#
# </details>
#
# **흔한 함정.** $\beta$를 $t$제곱하지 않는다. 두 평균에 같은 $\beta$를 쓴다. 제곱이나 제곱근을 잊는다. 보정한 값을 $v$와 $s$로 돌려주어 다음 걸음에서 또 보정하게 된다.
#
# `parameters`, `v`, `s`를 돌려준다. 보정한 평균까지 넷째와 다섯째 값으로 돌려주는 강의도 있는데, 그것도 정답으로 인정한다.
#
# <details><summary>힌트 1: 생각</summary>
#
# 매개변수마다 평균 두 번, 보정 두 번, 걸음 한 번이다. 보정한 값에는 새 이름을 붙여 기억할 값과 섞이지 않게 한다.
#
# </details>
# <details><summary>힌트 2: 식</summary>
#
# 파이썬에서 거듭제곱은 `**`다. 빼기나 곱하기보다 먼저 계산되므로, 나누는 수가 되는 뺄셈에는 괄호가 필요하고 그 안의 거듭제곱에는 필요 없다.
#
# </details>
# <details><summary>힌트 3: 형태</summary>
#
# 딕셔너리 세 개를 돌려준다. 어느 것도 키나 형태가 바뀌지 않는다.
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
    ### BEGIN SOLUTION
    v = {key: beta1 * old + (1 - beta1) * grads[key] for key, old in v.items()}
    s = {key: beta2 * old + (1 - beta2) * grads[key] ** 2 for key, old in s.items()}
    updated = {}
    for key, value in parameters.items():
        v_corrected = v[f"d{key}"] / (1 - beta1**t)
        s_corrected = s[f"d{key}"] / (1 - beta2**t)
        step = v_corrected / (np.sqrt(s_corrected) + epsilon)
        updated[key] = value - learning_rate * step
    return updated, v, s
    ### END SOLUTION


# %% [markdown] lang="en"
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

# %% [markdown] lang="ko"
# ## 6. `gradient_check_n`: 기울기가 맞는가
#
# 역전파가 틀려도 오류가 나는 일은 드물다. 비용은 그래도 줄어들고, 조금 느릴 뿐이라 아무도 눈치채지 못한다. 하지만 기울기는 말 그대로 비탈의 기울기이고, 비탈은 재어 볼 수 있다. 매개변수 **하나**를 양쪽으로 조금씩 움직이며 비용이 어떻게 바뀌는지 보면 된다.
#
# $$\mathrm{approx}_i = \frac{J(\theta + \varepsilon e_i) - J(\theta - \varepsilon e_i)}{2 \varepsilon}$$
#
# $\theta$는 모든 매개변수를 모은 벡터이고, $e_i$는 $i$번 원소만 1이고 나머지는 0인 벡터다. 모든 $i$에 대해, 매번 같은 $\theta$에서 출발해 구한다. 그리고 역전파의 결과와 비교하되, 두 벡터의 크기에 견주어 본다.
#
# $$\mathrm{difference} = \frac{\lVert \mathrm{grad} - \mathrm{approx} \rVert}{\lVert \mathrm{grad} \rVert + \lVert \mathrm{approx} \rVert}, \qquad \lVert a \rVert = \sqrt{a_1^2 + \dots + a_n^2}$$
#
# $\varepsilon = 10^{-7}$일 때 기울기가 맞으면 대략 $10^{-7}$ 이하가 나온다. $10^{-3}$을 넘으면 어딘가 틀린 것이고, 그 사이라면 원소를 하나씩 살펴본다. 매개변수마다 순전파를 두 번씩 하므로, 학습할 때가 아니라 잘못을 찾을 때 쓰는 도구다.
#
# `given.py`에는 신경망(입력 4개, 이어서 유닛 5개, 3개, 1개인 층), 비용을 첫 값으로 돌려주는 `forward_propagation_n`, 그리고 `dictionary_to_vector`, `vector_to_dictionary`, `gradients_to_vector`가 있다.
#
# **형태.** $\theta$, grad, approx는 모두 $(47, 1)$이고 `difference`는 수 하나다.
#
# **종이 위에서.** 매개변수가 하나이고 $J(\theta) = \theta^3$이다. $\theta = 1$에서 기울기는 3이다. $\varepsilon = 0.1$이면
#
# $$\mathrm{approx} = \frac{1.331 - 0.729}{0.2} = 3.01$$
#
# 한쪽으로만 움직이면 $(1.331 - 1) / 0.1 = 3.31$이다. 양쪽으로 움직이면 계산을 한 번 더 하는 대신 31배 정확하다. 역전파의 결과가 3이면 difference는 $0.01 / 6.01 \approx 0.0017$이고 $\varepsilon$을 줄이면 함께 줄어든다. 6이면 $2.99 / 9.01 \approx 0.33$이고, $\varepsilon$을 아무리 줄여도 그대로다.
#
# 역전파에서 모든 원소의 부호가 뒤집혔다면 `difference`가 얼마일지 **예측해 보자.**
#
# <details><summary>예측 확인</summary>
#
# 가장 큰 값인 1이다. $\lVert -a - a \rVert = 2 \lVert a \rVert$이고, 이것은 두 크기의 합과 같다.
#
# </details>
#
# **흔한 함정.** 모든 원소를 한꺼번에 움직인다. 배열 하나에 이름을 두 개 붙여, 아래로 움직이면 위로 움직인 것이 취소된다. 2를 잊는다. 수 $n$개짜리 납작한 벡터와 열벡터를 빼서 $n \times n$이 된다.
#
# <details><summary>힌트 1: 생각</summary>
#
# 원소마다 반복문을 한 번 돈다. 매번 양쪽에 쓸 $\theta$의 새 복사본을 만들고, 원소 하나를 움직이고, 비용을 구하고, approx의 원소 하나를 채운다.
#
# </details>
# <details><summary>힌트 2: 식</summary>
#
# 비용은 딕셔너리로 계산하므로 움직인 벡터를 먼저 되돌려야 한다. `np.linalg.norm`은 벡터의 길이다.
#
# </details>
# <details><summary>힌트 3: 형태</summary>
#
# approx를 담을 배열을 $\theta$와 같은 형태로 만든다. 그러면 grad에서 approx를 빼도 형태가 그대로다. 출력해 보자.
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
    ### BEGIN SOLUTION
    theta, _ = dictionary_to_vector(parameters)  # (47, 1)
    grad = gradients_to_vector(gradients)
    approx = np.zeros(theta.shape)
    for i in range(theta.size):
        above, below = theta.copy(), theta.copy()
        above[i] += epsilon
        below[i] -= epsilon
        J_above, _ = forward_propagation_n(X, Y, vector_to_dictionary(above))
        J_below, _ = forward_propagation_n(X, Y, vector_to_dictionary(below))
        approx[i] = (J_above - J_below) / (2 * epsilon)
    sizes = np.linalg.norm(grad) + np.linalg.norm(approx)
    return np.linalg.norm(grad - approx) / sizes
    ### END SOLUTION


# %% [markdown] lang="en"
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

# %% [markdown] lang="ko"
# ## 퀴즈 전에
#
# 이 모두를 쓰는 학습은 이렇게 돌아간다. 에포크마다 미니배치를 새로 만들고, 미니배치마다 순전파, 비용, 역전파를 거쳐 $t$를 하나 늘리고 Adam으로 한 걸음 움직인다. 그리고 처음으로 오래 돌리기 전에 기울기 검사를 한 번 한다. 직접 만든 역전파를 검사하고 싶다면 5주차의 `L_model_backward`를 `layer_dims = [4, 5, 3, 1]`로 써 보자. 주간 퀴즈와 비슷한 물음 세 개를 풀어 보자.
#
# **1.** 사진 50,000장을 128장씩 미니배치로 자른다. 10에포크 동안 최적화 알고리즘은 몇 걸음을 옮기는가? 에포크마다 마지막 미니배치에는 사진이 몇 장 있는가?
#
# <details><summary>답</summary>
#
# $390 \cdot 128 = 49{,}920$이므로 80장이 남아 391번째 미니배치가 된다. 10에포크면 3910걸음이다. 모든 사진을 한 묶음으로 썼다면 10걸음이었을 것이다.
#
# </details>
#
# **2.** 모멘텀에서 $\beta = 0.9$이고 처음에 $v = 0$이며, 기울기는 걸음마다 똑같이 $g$다. 세 걸음 뒤에 $v$는 얼마인가? 오래 지나면 걸음의 길이는 얼마가 되는가?
#
# <details><summary>답</summary>
#
# $v = (1 - 0.9^3) \, g = 0.271 \, g$로, 4분의 1을 조금 넘는다. 오래 지나면 $v$가 $g$까지 올라오므로 걸음의 길이는 보통의 경사 하강법과 같은 $\alpha \, g$가 된다. 보정하지 않는 모멘텀은 천천히 출발하지만, 스무 걸음쯤 지나면 그 영향이 거의 사라진다.
#
# </details>
#
# **3.** 드롭아웃을 쓰는 신경망에서 기울기 검사의 값이 $0.02$로 나왔다. 같은 코드에서 `keep_prob = 1`로 하면 $3 \cdot 10^{-9}$이다. 드롭아웃의 역전파가 틀린 것인가?
#
# <details><summary>답</summary>
#
# 이 검사로는 알 수 없다. 순전파를 할 때마다 꺼지는 유닛이 다르므로 $J(\theta + \varepsilon e_i)$와 $J(\theta - \varepsilon e_i)$는 서로 다른 신경망의 비용이고, 그 차이는 기울기가 아니다. 여기서처럼 드롭아웃을 끄고 검사하거나, 모든 순전파에서 같은 마스크를 써야 한다.
#
# </details>
