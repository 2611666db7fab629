# %% [markdown] lang="en"
# # A deep network, step by step
#
# You are going to build a network of as many layers as you like, and the whole of one training step: forward, cost, backward, update. Every hidden layer uses ReLU; the output layer uses a sigmoid, because the network answers yes or no.
#
# ```
#  X --> [ linear, relu ] --A1--> [ linear, relu ] --A2--> [ linear, sigmoid ] --> AL --> cost
#               |                       |                          |
#            cache 1                 cache 2                    cache 3
#               |                       |                          |
#  dA0 <-- [ backward 1 ] <--dA1-- [ backward 2 ] <--dA2-- [ backward 3 ] <-- dAL <-- AL, Y
#               |                       |                          |
#            dW1, db1                dW2, db2                   dW3, db3
# ```
#
# The upper row runs from left to right. Each layer leaves a **cache** behind: what its own backward step will need. The lower row runs from right to left, takes the caches in reverse order, and produces one gradient for each parameter.
#
# | symbol | meaning | shape |
# |---|---|---|
# | $L$ | number of layers; the input is not counted | |
# | $n^{[l]}$ | number of units in layer $l$; $n^{[0]}$ is the number of inputs | |
# | $m$ | number of examples; **each column is one example** | |
# | $W^{[l]}$, and $dW^{[l]}$ | weights of layer $l$, and their gradient | $(n^{[l]}, n^{[l-1]})$ |
# | $b^{[l]}$, and $db^{[l]}$ | biases of layer $l$, and their gradient | $(n^{[l]}, 1)$ |
# | $Z^{[l]}$, $A^{[l]}$, and their gradients | before and after the activation | $(n^{[l]}, m)$ |
#
# The ten functions stand in the order in which they are called, so work from top to bottom. The file `given.py` brings `sigmoid`, `relu`, `sigmoid_backward` and `relu_backward`; read it first, it is short. `autograder check` compares your functions with the public examples, among them the worked examples below.

# %% [markdown] lang="ko"
# # 심층 신경망, 한 단계씩
#
# 층이 몇 개이든 상관없는 신경망을 만들고, 학습 한 걸음 전체(순전파, 비용, 역전파, 갱신)를 직접 구현한다. 은닉층은 모두 ReLU를 쓰고, 출력층은 예/아니요를 답해야 하므로 시그모이드를 쓴다.
#
# ```
#  X --> [ linear, relu ] --A1--> [ linear, relu ] --A2--> [ linear, sigmoid ] --> AL --> cost
#               |                       |                          |
#            cache 1                 cache 2                    cache 3
#               |                       |                          |
#  dA0 <-- [ backward 1 ] <--dA1-- [ backward 2 ] <--dA2-- [ backward 3 ] <-- dAL <-- AL, Y
#               |                       |                          |
#            dW1, db1                dW2, db2                   dW3, db3
# ```
#
# 윗줄은 왼쪽에서 오른쪽으로 진행한다. 각 층은 **캐시**를 남기는데, 그 층의 역전파에 필요한 값들이다. 아랫줄은 오른쪽에서 왼쪽으로 진행하며 캐시를 거꾸로 꺼내 쓰고, 매개변수마다 기울기를 하나씩 만든다.
#
# | 기호 | 뜻 | 형태 |
# |---|---|---|
# | $L$ | 층의 수. 입력은 세지 않는다 | |
# | $n^{[l]}$ | $l$층의 유닛 수. $n^{[0]}$은 입력의 수 | |
# | $m$ | 예시의 수. **열 하나가 예시 하나다** | |
# | $W^{[l]}$과 $dW^{[l]}$ | $l$층의 가중치와 그 기울기 | $(n^{[l]}, n^{[l-1]})$ |
# | $b^{[l]}$과 $db^{[l]}$ | $l$층의 편향과 그 기울기 | $(n^{[l]}, 1)$ |
# | $Z^{[l]}$, $A^{[l]}$과 그 기울기 | 활성화 함수를 지나기 전과 지난 후 | $(n^{[l]}, m)$ |
#
# 함수 열 개는 호출되는 순서대로 놓여 있으니 위에서 아래로 풀어 나가자. `given.py`에는 `sigmoid`, `relu`, `sigmoid_backward`, `relu_backward`가 들어 있다. 짧으니 먼저 읽어 보자. `autograder check`를 실행하면 작성한 함수를 공개 예제와 비교해 준다. 아래 본문의 예도 거기에 들어 있다.

# %%
import numpy as np
from given import relu, relu_backward, sigmoid, sigmoid_backward

# %% [markdown] lang="en"
# ## 1. `initialize_parameters`: a network of two layers
#
# Training has to start somewhere. If all weights were zero, every unit of a layer would compute the same value and receive the same gradient, and they would stay copies of each other for ever. Small **random** weights break this symmetry; small, so that a sigmoid does not start on its flat part. Biases may start at zero.
#
# $$W^{[l]}_{ij} = 0.01 \cdot \varepsilon_{ij}, \quad \varepsilon_{ij} \sim \mathcal{N}(0, 1), \qquad b^{[l]} = 0$$
#
# **Shapes.** `W1` $(n_h, n_x)$, `b1` $(n_h, 1)$, `W2` $(n_y, n_h)$, `b2` $(n_y, 1)$.
#
# **On paper.** With 3 inputs, 2 hidden units and 1 output: `W1` has 2 rows (one per unit) of 3 weights (one per input), `b1` has 2 rows. `W2` is a single row of 2 weights, `b2` a single number, still as a $(1, 1)$ array. Together $6 + 2 + 2 + 1 = 11$ numbers.
#
# **Predict the shape** of `initialize_parameters(5, 8, 3)["W2"]` before you run it.
#
# <details><summary>Check your prediction</summary>
#
# $(3, 8)$: three output units, each with a weight for each of the eight hidden units.
#
# </details>
#
# **Common traps.** Rows and columns of `W` swapped; `np.random.rand`, which is never negative; a bias of shape `(n_h,)` instead of `(n_h, 1)`.
#
# <details><summary>Hint 1: the idea</summary>
#
# A row of `W` is a unit, a column is something that the unit listens to.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# numpy has a function that draws from the standard normal distribution; scale what it gives. Zeros need a shape as *one* argument, a tuple.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# With `initialize_parameters(4, 3, 2)`, in the order of the dictionary: $(3, 4)$, $(3, 1)$, $(2, 3)$, $(2, 1)$.
#
# </details>

# %% [markdown] lang="ko"
# ## 1. `initialize_parameters`: 2층 신경망의 초기화
#
# 학습은 어딘가에서 출발해야 한다. 가중치가 모두 0이면 한 층의 모든 유닛이 같은 값을 계산하고 같은 기울기를 받아, 언제까지나 서로의 복사본으로 남는다. 작은 **난수** 가중치가 이 대칭을 깬다. 작게 잡는 까닭은 시그모이드가 평평한 곳에서 출발하지 않게 하기 위해서다. 편향은 0에서 출발해도 된다.
#
# $$W^{[l]}_{ij} = 0.01 \cdot \varepsilon_{ij}, \quad \varepsilon_{ij} \sim \mathcal{N}(0, 1), \qquad b^{[l]} = 0$$
#
# **형태.** `W1` $(n_h, n_x)$, `b1` $(n_h, 1)$, `W2` $(n_y, n_h)$, `b2` $(n_y, 1)$.
#
# **종이 위에서.** 입력 3개, 은닉 유닛 2개, 출력 1개라면 `W1`은 행이 2개(유닛마다 하나)이고, 행마다 가중치가 3개(입력마다 하나)다. `b1`은 행이 2개다. `W2`는 가중치 2개짜리 행 하나이고, `b2`는 수 하나지만 그래도 형태가 $(1, 1)$인 배열이다. 모두 $6 + 2 + 2 + 1 = 11$개의 수다.
#
# 실행하기 전에 `initialize_parameters(5, 8, 3)["W2"]`의 **형태를 예측해 보자.**
#
# <details><summary>예측 확인</summary>
#
# $(3, 8)$이다. 출력 유닛이 셋이고, 각각 은닉 유닛 여덟 개에 대한 가중치를 하나씩 가진다.
#
# </details>
#
# **흔한 함정.** `W`의 행과 열을 바꾼다. 음수가 나오지 않는 `np.random.rand`를 쓴다. 편향의 형태를 `(n_h, 1)`이 아니라 `(n_h,)`로 한다.
#
# <details><summary>힌트 1: 아이디어</summary>
#
# `W`의 행 하나는 유닛 하나이고, 열 하나는 유닛들이 귀 기울이는 입력 하나다.
#
# </details>
# <details><summary>힌트 2: 식</summary>
#
# 표준정규분포에서 난수를 뽑는 numpy 함수가 있다. 그 결과의 크기를 줄이면 된다. 0으로 채운 배열을 만들 때 형태는 튜플 *하나*로 넘긴다.
#
# </details>
# <details><summary>힌트 3: 형태</summary>
#
# `initialize_parameters(4, 3, 2)`라면 딕셔너리 순서대로 $(3, 4)$, $(3, 1)$, $(2, 3)$, $(2, 1)$이다.
#
# </details>


# %%
def initialize_parameters(n_x, n_h, n_y):
    """Return small random weights and zero biases for a network of two layers.

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
    ### BEGIN SOLUTION
    return {
        "W1": np.random.randn(n_h, n_x) * 0.01,
        "b1": np.zeros((n_h, 1)),
        "W2": np.random.randn(n_y, n_h) * 0.01,
        "b2": np.zeros((n_y, 1)),
    }
    ### END SOLUTION


# %% [markdown] lang="en"
# ## 2. `initialize_parameters_deep`: any number of layers
#
# The same for a network whose layers are listed: `layer_dims = [n0, n1, ..., nL]`. The list has one entry more than the network has layers, since the input stands in it but is not a layer.
#
# $$W^{[l]} : (n^{[l]}, n^{[l-1]}), \qquad b^{[l]} : (n^{[l]}, 1), \qquad l = 1, \dots, L$$
#
# **Shapes.** The number of columns of `W2` is the number of rows of `W1`: what one layer produces, the next one consumes.
#
# **On paper.** `layer_dims = [3, 5, 4, 1]` has $L = 3$ layers. `W1` $(5, 3)$, `W2` $(4, 5)$, `W3` $(1, 4)$; `b1` $(5, 1)$, `b2` $(4, 1)$, `b3` $(1, 1)$. Together $15 + 20 + 4 + 5 + 4 + 1 = 49$ numbers.
#
# **Predict** how many keys `initialize_parameters_deep([7, 6, 2])` has, and the shape of the last `b`.
#
# <details><summary>Check your prediction</summary>
#
# Four keys, `W1`, `b1`, `W2`, `b2`; the last `b` has shape $(2, 1)$.
#
# </details>
#
# **Common traps.** Starting the layers at 0; stopping one layer early; writing a fixed number of layers.
#
# <details><summary>Hint 1: the idea</summary>
#
# One turn of a loop makes one layer. Which numbers of the list does layer $l$ need?
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# A key such as `W2` can be put together from a letter and a number: `"W" + str(2)` or `f"W{2}"`.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# For `[7, 6, 2]`: layer 1 reads the entries 6 and 7, layer 2 the entries 2 and 6. In each pair, the first is the number of rows.
#
# </details>

# %% [markdown] lang="ko"
# ## 2. `initialize_parameters_deep`: 층이 몇 개이든
#
# 이번에는 층의 목록 `layer_dims = [n0, n1, ..., nL]`을 받아 같은 일을 한다. 입력은 목록에는 있지만 층으로 세지 않으므로, 목록의 길이는 층의 수보다 하나 많다.
#
# $$W^{[l]} : (n^{[l]}, n^{[l-1]}), \qquad b^{[l]} : (n^{[l]}, 1), \qquad l = 1, \dots, L$$
#
# **형태.** `W2`의 열 수는 `W1`의 행 수와 같다. 한 층이 내놓은 것을 다음 층이 받기 때문이다.
#
# **종이 위에서.** `layer_dims = [3, 5, 4, 1]`은 $L = 3$층이다. `W1` $(5, 3)$, `W2` $(4, 5)$, `W3` $(1, 4)$, `b1` $(5, 1)$, `b2` $(4, 1)$, `b3` $(1, 1)$. 모두 $15 + 20 + 4 + 5 + 4 + 1 = 49$개의 수다.
#
# `initialize_parameters_deep([7, 6, 2])`의 키는 몇 개이고 마지막 `b`의 형태는 무엇일지 **예측해 보자.**
#
# <details><summary>예측 확인</summary>
#
# 키는 `W1`, `b1`, `W2`, `b2`로 네 개이고, 마지막 `b`의 형태는 $(2, 1)$이다.
#
# </details>
#
# **흔한 함정.** 층 번호를 0부터 시작한다. 한 층 일찍 멈춘다. 층의 수를 코드에 고정해 둔다.
#
# <details><summary>힌트 1: 아이디어</summary>
#
# 반복문이 한 번 돌 때 층 하나를 만든다. $l$층에는 목록의 어느 수들이 필요한가?
#
# </details>
# <details><summary>힌트 2: 식</summary>
#
# `W2` 같은 키는 글자와 수를 이어 붙여 만든다. `"W" + str(2)` 또는 `f"W{2}"`.
#
# </details>
# <details><summary>힌트 3: 형태</summary>
#
# `[7, 6, 2]`라면 1층은 6과 7을, 2층은 2와 6을 읽는다. 각 쌍에서 앞의 수가 행의 수다.
#
# </details>


# %%
def initialize_parameters_deep(layer_dims):
    """Return small random weights and zero biases for a network of L layers.

    Parameters
    ----------
    layer_dims : list of int
        Number of inputs, then the number of units of each layer.

    Returns
    -------
    parameters : dict of ndarray
        For l = 1 to L, ``W{l}`` (n_l, n_{l-1}), normal with mean 0 and standard
        deviation 0.01, and ``b{l}`` (n_l, 1), zero.
    """
    ### BEGIN SOLUTION
    parameters = {}
    for layer in range(1, len(layer_dims)):
        n, n_prev = layer_dims[layer], layer_dims[layer - 1]
        parameters[f"W{layer}"] = np.random.randn(n, n_prev) * 0.01
        parameters[f"b{layer}"] = np.zeros((n, 1))
    return parameters
    ### END SOLUTION


# %% [markdown] lang="en"
# ## 3. `linear_forward`: the linear half of a layer
#
# Every unit takes a weighted sum of its inputs and adds its bias. One matrix product does it for all units and all examples at once.
#
# $$Z = W A + b$$
#
# The function also returns a cache, the tuple of `A`, `W` and `b` in this order. The backward step will need `A` (for $dW$) and `W` (for $dA$). No gradient needs `b`; it is kept so that a cache holds a whole layer.
#
# **Shapes.** $W\,(n, n_{prev})$ times $A\,(n_{prev}, m)$ gives $(n, m)$. The bias $(n, 1)$ is broadcast: the same column is added for every example.
#
# **On paper.** One unit, two inputs, three examples:
#
# $$W = \begin{bmatrix} 2 & -1 \end{bmatrix}, \quad b = \begin{bmatrix} 1 \end{bmatrix}, \quad A = \begin{bmatrix} 1 & 0 & 3 \\ 1 & 2 & 4 \end{bmatrix}$$
#
# The first example gives $2 \cdot 1 - 1 \cdot 1 + 1 = 2$; all three, $Z = \begin{bmatrix} 2 & -1 & 3 \end{bmatrix}$.
#
# **Predict the shape** before you run this:
#
# ```python
# Z, cache = linear_forward(np.ones((4, 6)), np.ones((3, 4)), np.zeros((3, 1)))
# print(Z.shape, len(cache))
# ```
#
# <details><summary>Check your prediction</summary>
#
# `(3, 6) 3`: three units, six examples; three things in the cache.
#
# </details>
#
# **Common traps.** The order of the product, since $AW$ is something else than $WA$; `*`, which multiplies entry by entry; a cache in another order, which the backward step unpacks wrongly.
#
# <details><summary>Hint 1: the idea</summary>
#
# Entry $(i, j)$ of $Z$ is unit $i$ looking at example $j$: row $i$ of $W$ meets column $j$ of $A$.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# In numpy, `np.dot` and `@` are matrix products. Adding a column to a matrix needs no loop.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# Write the shapes below the formula: $(n, m) = (n, n_{prev})(n_{prev}, m) + (n, 1)$. The inner numbers of a product must agree.
#
# </details>

# %% [markdown] lang="ko"
# ## 3. `linear_forward`: 층의 앞 절반, 선형 단계
#
# 유닛은 입력의 가중합을 구하고 자기 편향을 더한다. 행렬 곱 한 번이면 모든 유닛과 모든 예시에 대해 한꺼번에 계산된다.
#
# $$Z = W A + b$$
#
# 이 함수는 캐시도 반환한다. `A`, `W`, `b`를 이 순서로 담은 튜플이다. 역전파 때 $dW$에는 `A`가, $dA$에는 `W`가 필요하다. `b`를 쓰는 기울기는 없지만, 캐시 하나가 층 하나를 온전히 담도록 함께 넣는다.
#
# **형태.** $W\,(n, n_{prev})$와 $A\,(n_{prev}, m)$의 곱은 $(n, m)$이다. 편향 $(n, 1)$은 브로드캐스팅되어 모든 예시에 같은 열이 더해진다.
#
# **종이 위에서.** 유닛 1개, 입력 2개, 예시 3개라면
#
# $$W = \begin{bmatrix} 2 & -1 \end{bmatrix}, \quad b = \begin{bmatrix} 1 \end{bmatrix}, \quad A = \begin{bmatrix} 1 & 0 & 3 \\ 1 & 2 & 4 \end{bmatrix}$$
#
# 첫 예시는 $2 \cdot 1 - 1 \cdot 1 + 1 = 2$이고, 셋을 모두 구하면 $Z = \begin{bmatrix} 2 & -1 & 3 \end{bmatrix}$이다.
#
# 다음을 실행하기 전에 **형태를 예측해 보자.**
#
# ```python
# Z, cache = linear_forward(np.ones((4, 6)), np.ones((3, 4)), np.zeros((3, 1)))
# print(Z.shape, len(cache))
# ```
#
# <details><summary>예측 확인</summary>
#
# `(3, 6) 3`이다. 유닛 3개, 예시 6개이고 캐시에는 세 가지가 들어 있다.
#
# </details>
#
# **흔한 함정.** 곱하는 순서를 바꾼다($AW$와 $WA$는 다르다). 원소별 곱인 `*`를 쓴다. 캐시의 순서를 바꾸어 역전파에서 엉뚱한 값을 꺼낸다.
#
# <details><summary>힌트 1: 아이디어</summary>
#
# $Z$의 $(i, j)$ 원소는 유닛 $i$가 예시 $j$를 본 값이다. $W$의 $i$행과 $A$의 $j$열이 만난다.
#
# </details>
# <details><summary>힌트 2: 식</summary>
#
# numpy에서 행렬 곱은 `np.dot`과 `@`이다. 행렬에 열 하나를 더할 때 반복문은 필요 없다.
#
# </details>
# <details><summary>힌트 3: 형태</summary>
#
# 식 아래에 형태를 적어 보자. $(n, m) = (n, n_{prev})(n_{prev}, m) + (n, 1)$. 곱에서는 안쪽 두 수가 같아야 한다.
#
# </details>


# %%
def linear_forward(A, W, b):
    """Return Z = W A + b of one layer, and what its backward step needs.

    Parameters
    ----------
    A : ndarray, shape (n_prev, m)
        Activations of the previous layer, or the input.
    W : ndarray, shape (n, n_prev)
        Weights.
    b : ndarray, shape (n, 1)
        Biases.

    Returns
    -------
    Z : ndarray, shape (n, m)
    cache : tuple of ndarray, (A, W, b)
    """
    ### BEGIN SOLUTION
    Z = W @ A + b  # (n, m)
    return Z, (A, W, b)
    ### END SOLUTION


# %% [markdown] lang="en"
# ## 4. `linear_activation_forward`: a whole layer
#
# A layer is the linear step followed by an activation. Without the activation, any number of layers would collapse into a single linear one.
#
# $$A = g(W A_{prev} + b), \qquad g = \mathrm{relu} \;\; \mathrm{or} \;\; \mathrm{sigmoid}$$
#
# `activation` is the word `"relu"` or `"sigmoid"`. The cache is a pair: first the **linear cache**, the tuple that `linear_forward` made, then the **activation cache**, which is $Z$, because the slope of the activation is taken at $Z$. The functions in `given.py` return $A$ and $Z$ together.
#
# **Shapes.** $A$ and $Z$ are both $(n, m)$: an activation works on each entry alone and changes no shape.
#
# **On paper.** With the layer of section 3, $Z = \begin{bmatrix} 2 & -1 & 3 \end{bmatrix}$. With ReLU, $A = \begin{bmatrix} 2 & 0 & 3 \end{bmatrix}$; with the sigmoid, $A \approx \begin{bmatrix} 0.881 & 0.269 & 0.953 \end{bmatrix}$. In both cases the cache ends with $Z$, not with $A$.
#
# **Predict** the shapes of `A` and of `cache[0][1]` before you run this:
#
# ```python
# A, cache = linear_activation_forward(np.ones((2, 9)), np.ones((5, 2)), np.zeros((5, 1)), "relu")
# ```
#
# <details><summary>Check your prediction</summary>
#
# `A` is $(5, 9)$. `cache[0]` is the linear cache, and its entry 1 is `W`, $(5, 2)$.
#
# </details>
#
# **Common traps.** Keeping $A$ instead of $Z$; the two parts of the cache in the other order; one flat tuple of four.
#
# <details><summary>Hint 1: the idea</summary>
#
# Two calls one after the other; each gives a result and something to remember.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# An `if` on the word `activation` chooses $g$. Both functions return two values, so unpack two.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# The result is a pair: an array $(n, m)$, and a pair of (a tuple of three arrays, an array $(n, m)$).
#
# </details>

# %% [markdown] lang="ko"
# ## 4. `linear_activation_forward`: 층 하나 전체
#
# 층은 선형 단계 다음에 활성화 함수가 이어진 것이다. 활성화 함수가 없다면 층을 아무리 쌓아도 선형 층 하나와 다를 바 없다.
#
# $$A = g(W A_{prev} + b), \qquad g = \mathrm{relu} \;\; \mathrm{or} \;\; \mathrm{sigmoid}$$
#
# `activation`은 문자열 `"relu"` 또는 `"sigmoid"`다. 캐시는 한 쌍이다. 앞은 `linear_forward`가 만든 튜플인 **선형 캐시**, 뒤는 **활성화 캐시**인 $Z$다. 활성화 함수의 미분을 $Z$에서 구하기 때문이다. `given.py`의 함수들은 $A$와 $Z$를 함께 반환한다.
#
# **형태.** $A$와 $Z$는 모두 $(n, m)$이다. 활성화 함수는 원소 하나하나에 따로 작용하므로 형태를 바꾸지 않는다.
#
# **종이 위에서.** 3절의 층에서 $Z = \begin{bmatrix} 2 & -1 & 3 \end{bmatrix}$이다. ReLU라면 $A = \begin{bmatrix} 2 & 0 & 3 \end{bmatrix}$, 시그모이드라면 $A \approx \begin{bmatrix} 0.881 & 0.269 & 0.953 \end{bmatrix}$이다. 어느 쪽이든 캐시의 마지막 원소는 $A$가 아니라 $Z$다.
#
# 다음을 실행하기 전에 `A`와 `cache[0][1]`의 **형태를 예측해 보자.**
#
# ```python
# A, cache = linear_activation_forward(np.ones((2, 9)), np.ones((5, 2)), np.zeros((5, 1)), "relu")
# ```
#
# <details><summary>예측 확인</summary>
#
# `A`는 $(5, 9)$다. `cache[0]`은 선형 캐시이고 그 1번 원소는 `W`이므로 $(5, 2)$다.
#
# </details>
#
# **흔한 함정.** $Z$ 대신 $A$를 담는다. 캐시의 두 부분을 바꾸어 담는다. 네 개짜리 튜플 하나로 펼쳐 담는다.
#
# <details><summary>힌트 1: 아이디어</summary>
#
# 함수 두 개를 차례로 부른다. 각각 결과 하나와 기억해 둘 것 하나를 준다.
#
# </details>
# <details><summary>힌트 2: 식</summary>
#
# 문자열 `activation`에 대한 `if`로 $g$를 고른다. 두 함수 모두 값을 두 개 반환하므로 변수 두 개로 받는다.
#
# </details>
# <details><summary>힌트 3: 형태</summary>
#
# 결과는 한 쌍이다. 형태가 $(n, m)$인 배열, 그리고 (배열 세 개짜리 튜플, 형태가 $(n, m)$인 배열)의 쌍.
#
# </details>


# %%
def linear_activation_forward(A_prev, W, b, activation):
    """Return the activations of one layer, and what its backward step needs.

    Parameters
    ----------
    A_prev : ndarray, shape (n_prev, m)
        Activations of the previous layer, or the input.
    W : ndarray, shape (n, n_prev)
        Weights.
    b : ndarray, shape (n, 1)
        Biases.
    activation : {"relu", "sigmoid"}

    Returns
    -------
    A : ndarray, shape (n, m)
    cache : tuple, (linear_cache, activation_cache)
        ``linear_cache`` is (A_prev, W, b), ``activation_cache`` is Z (n, m).
    """
    ### BEGIN SOLUTION
    Z, linear_cache = linear_forward(A_prev, W, b)
    A, activation_cache = sigmoid(Z) if activation == "sigmoid" else relu(Z)
    return A, (linear_cache, activation_cache)
    ### END SOLUTION


# %% [markdown] lang="en"
# ## 5. `L_model_forward`: all layers
#
# Start with $A^{[0]} = X$ and go through the layers. Examples are handled all at once, but the loop over layers stays: layer $l$ cannot begin before layer $l - 1$ is done.
#
# $$A^{[l]} = \mathrm{relu}(W^{[l]} A^{[l-1]} + b^{[l]}) \quad (l \lt L), \qquad A^{[L]} = \sigma(W^{[L]} A^{[L-1]} + b^{[L]})$$
#
# **Shapes.** $X$ is $(n^{[0]}, m)$, `AL` is $(n^{[L]}, m)$. `caches` is a list of $L$ caches, that of layer 1 first, at index 0.
#
# **On paper.** Two layers of one unit each; the first is that of section 3, the second has $W^{[2]} = [1]$ and $b^{[2]} = [-2]$. Then $A^{[1]} = \begin{bmatrix} 2 & 0 & 3 \end{bmatrix}$, $Z^{[2]} = \begin{bmatrix} 0 & -2 & 1 \end{bmatrix}$ and $A^{[2]} \approx \begin{bmatrix} 0.5 & 0.119 & 0.731 \end{bmatrix}$. `caches` has two entries.
#
# **Predict** `AL.shape` and `len(caches)` for `layer_dims = [4, 6, 6, 3, 1]` and 20 examples.
#
# <details><summary>Check your prediction</summary>
#
# $(1, 20)$ and 4. The list `layer_dims` has five entries, the network four layers.
#
# </details>
#
# **Common traps.** ReLU at the output; the cache of the last layer forgotten; a loop that works for two layers and no more; `len(parameters)` taken for the number of layers.
#
# <details><summary>Hint 1: the idea</summary>
#
# One variable holds "the activations so far". Every layer reads it and replaces it.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# Each layer owns two entries of `parameters`; this gives $L$. Layers 1 to $L - 1$ are alike, layer $L$ differs in one word.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# Print the shape of the activations after each layer: its rows must be $n^{[1]}$, then $n^{[2]}$, and at the end $n^{[L]}$; its columns are always $m$.
#
# </details>

# %% [markdown] lang="ko"
# ## 5. `L_model_forward`: 모든 층
#
# $A^{[0]} = X$에서 출발해 층을 차례로 지난다. 예시는 한꺼번에 처리하지만 층에 대한 반복문은 남는다. $l - 1$층이 끝나야 $l$층을 시작할 수 있기 때문이다.
#
# $$A^{[l]} = \mathrm{relu}(W^{[l]} A^{[l-1]} + b^{[l]}) \quad (l \lt L), \qquad A^{[L]} = \sigma(W^{[L]} A^{[L-1]} + b^{[L]})$$
#
# **형태.** $X$는 $(n^{[0]}, m)$, `AL`은 $(n^{[L]}, m)$이다. `caches`는 캐시 $L$개의 리스트이고, 1층의 캐시가 맨 앞인 0번에 온다.
#
# **종이 위에서.** 유닛이 하나씩인 2층 신경망이다. 1층은 3절의 층이고, 2층은 $W^{[2]} = [1]$, $b^{[2]} = [-2]$다. 그러면 $A^{[1]} = \begin{bmatrix} 2 & 0 & 3 \end{bmatrix}$, $Z^{[2]} = \begin{bmatrix} 0 & -2 & 1 \end{bmatrix}$, $A^{[2]} \approx \begin{bmatrix} 0.5 & 0.119 & 0.731 \end{bmatrix}$이다. `caches`의 길이는 2다.
#
# `layer_dims = [4, 6, 6, 3, 1]`이고 예시가 20개일 때 `AL.shape`과 `len(caches)`를 **예측해 보자.**
#
# <details><summary>예측 확인</summary>
#
# $(1, 20)$과 4다. 목록 `layer_dims`의 길이는 5이지만 신경망은 4층이다.
#
# </details>
#
# **흔한 함정.** 출력층에 ReLU를 쓴다. 마지막 층의 캐시를 빠뜨린다. 2층일 때만 맞는 반복문을 쓴다. `len(parameters)`를 층의 수로 여긴다.
#
# <details><summary>힌트 1: 아이디어</summary>
#
# "지금까지의 활성값"을 변수 하나에 담아 둔다. 층마다 그것을 읽고 새 값으로 바꾼다.
#
# </details>
# <details><summary>힌트 2: 식</summary>
#
# 층마다 `parameters`의 항목이 두 개씩 있다. 여기서 $L$을 알 수 있다. 1층부터 $L - 1$층까지는 똑같고, $L$층은 단어 하나가 다르다.
#
# </details>
# <details><summary>힌트 3: 형태</summary>
#
# 층을 지날 때마다 활성값의 형태를 출력해 보자. 행의 수는 $n^{[1]}$, $n^{[2]}$, …, 마지막에 $n^{[L]}$이어야 하고 열의 수는 늘 $m$이다.
#
# </details>


# %%
def L_model_forward(X, parameters):
    """Return the output of the whole network, and the caches of its layers.

    Layers 1 to L-1 use ReLU, layer L the sigmoid.

    Parameters
    ----------
    X : ndarray, shape (n_0, m)
        Input, one example per column.
    parameters : dict of ndarray
        ``W{l}`` (n_l, n_{l-1}) and ``b{l}`` (n_l, 1) for l = 1 to L.

    Returns
    -------
    AL : ndarray, shape (n_L, m)
    caches : list of tuple
        What `linear_activation_forward` returned as cache, for l = 1 to L.
    """
    ### BEGIN SOLUTION
    caches = []
    A, L = X, len(parameters) // 2
    for layer in range(1, L + 1):
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        activation = "relu" if layer < L else "sigmoid"
        A, cache = linear_activation_forward(A, W, b, activation)
        caches.append(cache)
    return A, caches
    ### END SOLUTION


# %% [markdown] lang="en"
# ## 6. `compute_cost`: one number for the whole batch
#
# The loss judges one example; the cost is its **mean** over all of them. For yes/no answers the loss is the cross-entropy: the surprise at the label $y$ when $a$ was predicted.
#
# $$J = -\frac{1}{m} \sum_{i=1}^{m} \left( y^{(i)} \log a^{(i)} + (1 - y^{(i)}) \log (1 - a^{(i)}) \right)$$
#
# For each example exactly one of the two terms is not zero: the label decides which.
#
# **Shapes.** `AL` and `Y` are both $(1, m)$; the result is a single number, with shape `()`.
#
# **On paper.** Predictions $0.5$, $0.8$, $0.9$ for the labels $1$, $1$, $0$. The three losses are $-\log 0.5 = 0.693$, $-\log 0.8 = 0.223$ and $-\log 0.1 = 2.303$. Their mean is $3.219 / 3 = 1.073$. The confident wrong answer costs most.
#
# **Predict the shape** of `Y * np.log(AL)` and that of its sum without `axis`.
#
# <details><summary>Check your prediction</summary>
#
# $(1, m)$, and `()`: a sum without `axis` adds up everything.
#
# </details>
#
# **Common traps.** The minus sign; the sum instead of the mean; a result of shape $(1, 1)$ from a matrix product.
#
# <details><summary>Hint 1: the idea</summary>
#
# Compute the loss of every example first, as one row; only then take the mean.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# Labels and logarithms meet entry by entry, so `*` is right here. `np.log` is the natural logarithm.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# $m$ is the number of columns of `Y`. If your result prints with brackets, it is still an array; a number prints without.
#
# </details>

# %% [markdown] lang="ko"
# ## 6. `compute_cost`: 전체 예시에 대한 수 하나
#
# 손실은 예시 하나를 평가하고, 비용은 모든 예시에 대한 손실의 **평균**이다. 예/아니요 문제의 손실은 교차 엔트로피다. $a$라고 예측했을 때 정답 $y$를 보고 얼마나 놀라는지를 나타낸다.
#
# $$J = -\frac{1}{m} \sum_{i=1}^{m} \left( y^{(i)} \log a^{(i)} + (1 - y^{(i)}) \log (1 - a^{(i)}) \right)$$
#
# 예시마다 두 항 가운데 정확히 하나만 0이 아니다. 어느 것인지는 정답이 정한다.
#
# **형태.** `AL`과 `Y`는 모두 $(1, m)$이고, 결과는 수 하나이며 형태는 `()`다.
#
# **종이 위에서.** 정답이 $1$, $1$, $0$인데 $0.5$, $0.8$, $0.9$로 예측했다. 세 손실은 $-\log 0.5 = 0.693$, $-\log 0.8 = 0.223$, $-\log 0.1 = 2.303$이고, 평균은 $3.219 / 3 = 1.073$이다. 확신하며 틀린 답의 손실이 가장 크다.
#
# `Y * np.log(AL)`의 **형태**와, 그것을 `axis` 없이 더한 값의 형태를 **예측해 보자.**
#
# <details><summary>예측 확인</summary>
#
# $(1, m)$과 `()`다. `axis` 없이 더하면 전부를 더한다.
#
# </details>
#
# **흔한 함정.** 음의 부호를 빠뜨린다. 평균 대신 합을 구한다. 행렬 곱을 써서 결과의 형태가 $(1, 1)$이 된다.
#
# <details><summary>힌트 1: 아이디어</summary>
#
# 먼저 모든 예시의 손실을 행 하나로 구하고, 평균은 그다음에 구한다.
#
# </details>
# <details><summary>힌트 2: 식</summary>
#
# 정답과 로그는 원소끼리 만나므로 여기서는 `*`가 맞다. `np.log`는 자연로그다.
#
# </details>
# <details><summary>힌트 3: 형태</summary>
#
# $m$은 `Y`의 열 수다. 결과가 대괄호와 함께 출력되면 아직 배열이다. 수라면 대괄호가 없다.
#
# </details>


# %%
def compute_cost(AL, Y):
    """Return the cross-entropy cost, the mean over the examples.

    Parameters
    ----------
    AL : ndarray, shape (1, m)
        Predicted probabilities, strictly between 0 and 1.
    Y : ndarray, shape (1, m)
        Labels, 0 or 1.

    Returns
    -------
    cost : float
        A single number, shape ().
    """
    ### BEGIN SOLUTION
    m = Y.shape[1]
    losses = -(Y * np.log(AL) + (1 - Y) * np.log(1 - AL))  # (1, m)
    return np.sum(losses) / m
    ### END SOLUTION


# %% [markdown] lang="en"
# ## 7. `linear_backward`: back through the linear half
#
# Now the way back. Somebody hands us $dZ$, the gradient of the cost with respect to $Z = W A_{prev} + b$. We turn it into the gradients with respect to the three things that $Z$ was made of.
#
# $$dW = \frac{1}{m} \, dZ \, A_{prev}^{T}, \qquad db = \frac{1}{m} \sum_{i=1}^{m} dZ^{(i)}, \qquad dA_{prev} = W^{T} dZ$$
#
# In this course's notation the columns of $dZ$ and $dA$ belong to single examples, and the $\frac{1}{m}$ of the cost is applied where examples are added up: in $dW$ and $db$, and not in $dA_{prev}$.
#
# **Shapes.** A gradient has the shape of the thing itself: $dW\,(n, n_{prev})$, $db\,(n, 1)$, $dA_{prev}\,(n_{prev}, m)$. This alone tells you where a transpose belongs.
#
# **On paper.** The layer of section 3, with $dZ = \begin{bmatrix} 3 & 0 & -6 \end{bmatrix}$ and $m = 3$:
#
# $$dW = \frac{1}{3} \begin{bmatrix} 3 + 0 - 18 & 3 + 0 - 24 \end{bmatrix} = \begin{bmatrix} -5 & -7 \end{bmatrix}, \quad db = \frac{3 + 0 - 6}{3} = -1, \quad dA_{prev} = \begin{bmatrix} 6 & 0 & -12 \\ -3 & 0 & 6 \end{bmatrix}$$
#
# **Predict the shape** of `np.sum(dZ, axis=1)` and of `np.sum(dZ, axis=1, keepdims=True)` for `dZ` of shape $(4, 9)$.
#
# <details><summary>Check your prediction</summary>
#
# `(4,)` and `(4, 1)`. Only the second is a column, and only the second has the shape of `b`. Subtract the first from `b` and broadcasting silently makes a $(4, 4)$ matrix of it.
#
# </details>
#
# **Common traps.** A missing $\frac{1}{m}$; a sum without `keepdims`; the transpose on the wrong factor, which a square $W$ does not give away.
#
# <details><summary>Hint 1: the idea</summary>
#
# Weight $W_{ij}$ joins input $j$ to unit $i$. Its gradient adds, over the examples, "what unit $i$ should change" times "what input $j$ was".
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# The cache holds three things; two of them are used. $m$ is the number of columns of `A_prev`.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# $(n, n_{prev}) = (n, m)(m, n_{prev})$ and $(n_{prev}, m) = (n_{prev}, n)(n, m)$. Which factor had to be turned over in each?
#
# </details>

# %% [markdown] lang="ko"
# ## 7. `linear_backward`: 선형 단계의 역전파
#
# 이제 돌아오는 길이다. $Z = W A_{prev} + b$에 대한 비용의 기울기 $dZ$를 건네받아, $Z$를 만든 세 가지에 대한 기울기로 바꾼다.
#
# $$dW = \frac{1}{m} \, dZ \, A_{prev}^{T}, \qquad db = \frac{1}{m} \sum_{i=1}^{m} dZ^{(i)}, \qquad dA_{prev} = W^{T} dZ$$
#
# 이 수업의 표기에서 $dZ$와 $dA$의 열 하나는 예시 하나에 해당한다. 비용의 $\frac{1}{m}$은 예시들을 더하는 곳, 곧 $dW$와 $db$에서 적용하고 $dA_{prev}$에는 적용하지 않는다.
#
# **형태.** 기울기의 형태는 원래 배열의 형태와 같다. $dW\,(n, n_{prev})$, $db\,(n, 1)$, $dA_{prev}\,(n_{prev}, m)$. 이것만으로도 전치가 어디에 필요한지 알 수 있다.
#
# **종이 위에서.** 3절의 층에서 $dZ = \begin{bmatrix} 3 & 0 & -6 \end{bmatrix}$, $m = 3$이라면
#
# $$dW = \frac{1}{3} \begin{bmatrix} 3 + 0 - 18 & 3 + 0 - 24 \end{bmatrix} = \begin{bmatrix} -5 & -7 \end{bmatrix}, \quad db = \frac{3 + 0 - 6}{3} = -1, \quad dA_{prev} = \begin{bmatrix} 6 & 0 & -12 \\ -3 & 0 & 6 \end{bmatrix}$$
#
# `dZ`의 형태가 $(4, 9)$일 때 `np.sum(dZ, axis=1)`과 `np.sum(dZ, axis=1, keepdims=True)`의 **형태를 예측해 보자.**
#
# <details><summary>예측 확인</summary>
#
# `(4,)`와 `(4, 1)`이다. 둘째만 열벡터이고, 둘째만 `b`와 형태가 같다. `b`에서 첫째를 빼면 브로드캐스팅 때문에 아무 경고 없이 $(4, 4)$ 행렬이 된다.
#
# </details>
#
# **흔한 함정.** $\frac{1}{m}$을 빠뜨린다. `keepdims` 없이 더한다. 엉뚱한 쪽을 전치한다($W$가 정사각 행렬이면 형태로는 드러나지 않는다).
#
# <details><summary>힌트 1: 아이디어</summary>
#
# 가중치 $W_{ij}$는 입력 $j$와 유닛 $i$를 잇는다. 그 기울기는 "유닛 $i$가 달라져야 할 양" 곱하기 "입력 $j$의 값"을 예시에 대해 더한 것이다.
#
# </details>
# <details><summary>힌트 2: 식</summary>
#
# 캐시에는 세 가지가 있고 그중 둘을 쓴다. $m$은 `A_prev`의 열 수다.
#
# </details>
# <details><summary>힌트 3: 형태</summary>
#
# $(n, n_{prev}) = (n, m)(m, n_{prev})$, $(n_{prev}, m) = (n_{prev}, n)(n, m)$. 각각 어느 쪽을 전치해야 했는가?
#
# </details>


# %%
def linear_backward(dZ, cache):
    """Return the gradients of the cost through the linear step of one layer.

    Parameters
    ----------
    dZ : ndarray, shape (n, m)
        Gradient of the cost with respect to this layer's Z.
    cache : tuple of ndarray, (A_prev, W, b)
        Shapes (n_prev, m), (n, n_prev), (n, 1).

    Returns
    -------
    dA_prev : ndarray, shape (n_prev, m)
    dW : ndarray, shape (n, n_prev)
        A mean over the examples.
    db : ndarray, shape (n, 1)
        A mean over the examples.
    """
    ### BEGIN SOLUTION
    A_prev, W, _ = cache
    m = A_prev.shape[1]
    dW = dZ @ A_prev.T / m  # (n, n_prev)
    db = np.sum(dZ, axis=1, keepdims=True) / m  # (n, 1)
    dA_prev = W.T @ dZ  # (n_prev, m)
    return dA_prev, dW, db
    ### END SOLUTION


# %% [markdown] lang="en"
# ## 8. `linear_activation_backward`: back through a whole layer
#
# Backwards, the order turns round: first through the activation, then through the linear step.
#
# $$dZ = dA \odot g'(Z), \qquad \mathrm{then} \;\; dW, \; db, \; dA_{prev} \;\; \mathrm{from} \;\; dZ$$
#
# The sign $\odot$ means entry by entry. `relu_backward` and `sigmoid_backward` in `given.py` compute $dA \odot g'(Z)$ for you, if you hand them the right half of the cache.
#
# **Shapes.** $dA$, $Z$ and $dZ$ are all $(n, m)$.
#
# **On paper.** The layer of section 3 again, $Z = \begin{bmatrix} 2 & -1 & 3 \end{bmatrix}$, with ReLU and $dA = \begin{bmatrix} 3 & 5 & -6 \end{bmatrix}$. ReLU lets a gradient through where $Z$ is positive: $dZ = \begin{bmatrix} 3 & 0 & -6 \end{bmatrix}$. The rest is the example of section 7, so $dW = \begin{bmatrix} -5 & -7 \end{bmatrix}$. Note that $-6$ passes: the sign of $Z$ counts, not that of $dA$.
#
# **Predict** what ReLU does to a unit whose $Z$ is negative for every example: what are its row of `dW` and its entry of `db`?
#
# <details><summary>Check your prediction</summary>
#
# All zero. Such a unit learns nothing from this batch; it is called a dead unit.
#
# </details>
#
# **Common traps.** The linear cache handed to the activation's backward step; the two words exchanged; the slope of another activation, such as $1 - A^2$, which belongs to tanh.
#
# <details><summary>Hint 1: the idea</summary>
#
# The cache is a pair, and there are two steps to go back through: each takes one of the two.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# Choose the backward step by the word `activation`, just as on the way forward; it gives $dZ$. You wrote the function for the rest in section 7.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# In: $(n, m)$. In between: $(n, m)$. Out: $(n_{prev}, m)$, $(n, n_{prev})$, $(n, 1)$.
#
# </details>

# %% [markdown] lang="ko"
# ## 8. `linear_activation_backward`: 층 하나 전체의 역전파
#
# 거꾸로 갈 때는 순서도 뒤집힌다. 먼저 활성화 함수를, 그다음 선형 단계를 거슬러 간다.
#
# $$dZ = dA \odot g'(Z), \qquad dZ \;\rightarrow\; dW, \; db, \; dA_{prev}$$
#
# 기호 $\odot$은 원소별 곱을 뜻한다. 캐시의 알맞은 쪽을 건네주면 `given.py`의 `relu_backward`와 `sigmoid_backward`가 $dA \odot g'(Z)$를 계산해 준다.
#
# **형태.** $dA$, $Z$, $dZ$는 모두 $(n, m)$이다.
#
# **종이 위에서.** 다시 3절의 층이다. $Z = \begin{bmatrix} 2 & -1 & 3 \end{bmatrix}$이고 ReLU이며 $dA = \begin{bmatrix} 3 & 5 & -6 \end{bmatrix}$이다. ReLU는 $Z$가 양수인 곳에서만 기울기를 통과시키므로 $dZ = \begin{bmatrix} 3 & 0 & -6 \end{bmatrix}$이다. 나머지는 7절의 예와 같아서 $dW = \begin{bmatrix} -5 & -7 \end{bmatrix}$이다. $-6$이 통과한 것에 주목하자. 따지는 것은 $dA$의 부호가 아니라 $Z$의 부호다.
#
# 모든 예시에서 $Z$가 음수인 ReLU 유닛이 있다. 그 유닛에 해당하는 `dW`의 행과 `db`의 원소는 어떻게 될지 **예측해 보자.**
#
# <details><summary>예측 확인</summary>
#
# 모두 0이다. 그런 유닛은 이 데이터에서 아무것도 배우지 못한다. 죽은 유닛이라고 부른다.
#
# </details>
#
# **흔한 함정.** 활성화 함수의 역전파에 선형 캐시를 넘긴다. 두 활성화 함수를 서로 바꾸어 쓴다. 다른 함수의 미분을 쓴다($1 - A^2$는 tanh의 미분이다).
#
# <details><summary>힌트 1: 아이디어</summary>
#
# 캐시는 한 쌍이고 거슬러 갈 단계도 둘이다. 단계마다 하나씩 쓴다.
#
# </details>
# <details><summary>힌트 2: 식</summary>
#
# 순전파 때처럼 문자열 `activation`에 따라 역전파 함수를 고르면 $dZ$를 얻는다. 나머지를 맡길 함수는 7절에서 만들었다.
#
# </details>
# <details><summary>힌트 3: 형태</summary>
#
# 들어오는 것 $(n, m)$, 중간 $(n, m)$, 나가는 것 $(n_{prev}, m)$, $(n, n_{prev})$, $(n, 1)$.
#
# </details>


# %%
def linear_activation_backward(dA, cache, activation):
    """Return the gradients of the cost through one whole layer.

    Parameters
    ----------
    dA : ndarray, shape (n, m)
        Gradient of the cost with respect to this layer's activations.
    cache : tuple, (linear_cache, activation_cache)
        As returned by `linear_activation_forward`.
    activation : {"relu", "sigmoid"}

    Returns
    -------
    dA_prev : ndarray, shape (n_prev, m)
    dW : ndarray, shape (n, n_prev)
    db : ndarray, shape (n, 1)
    """
    ### BEGIN SOLUTION
    linear_cache, activation_cache = cache
    backward = sigmoid_backward if activation == "sigmoid" else relu_backward
    dZ = backward(dA, activation_cache)  # (n, m)
    return linear_backward(dZ, linear_cache)
    ### END SOLUTION


# %% [markdown] lang="en"
# ## 9. `L_model_backward`: back through all layers
#
# The way back begins with the gradient of the cost with respect to the output, for each example:
#
# $$dA^{[L]} = -\left( \frac{Y}{A^{[L]}} - \frac{1 - Y}{1 - A^{[L]}} \right)$$
#
# Then layer $L$, layer $L - 1$, and so on down to layer 1. Each takes the $dA$ that the layer **after** it has produced, and its own cache from the way forward.
#
# The result is one dictionary. Layer $l$ stores `dW{l}`, `db{l}`, and, as `dA{l-1}`, the gradient with respect to its *input*: layer 3 stores `dA2`, and layer 1 stores `dA0`, which no update needs.
#
# **Shapes.** `dW{l}` like `W{l}`, `db{l}` like `b{l}`, `dA{l}` $(n^{[l]}, m)$.
#
# **On paper.** The two layers of section 5 with $A^{[2]} \approx \begin{bmatrix} 0.5 & 0.119 & 0.731 \end{bmatrix}$ and $Y = \begin{bmatrix} 1 & 0 & 1 \end{bmatrix}$. The start is $dA^{[2]} \approx \begin{bmatrix} -2 & 1.135 & -1.368 \end{bmatrix}$. Times the slope of the sigmoid, $dZ^{[2]} \approx \begin{bmatrix} -0.5 & 0.119 & -0.269 \end{bmatrix}$. That is $A^{[2]} - Y$, no coincidence: a good check of your way back. Since $W^{[2]} = [1]$, $dA^{[1]}$ holds the same numbers; ReLU stops the middle one, and $db^{[1]} \approx (-0.5 + 0 - 0.269)/3 \approx -0.256$.
#
# **Predict** the keys of the result for a network of three layers: how many, and which is the largest `dA`?
#
# <details><summary>Check your prediction</summary>
#
# Nine: `dW1` to `dW3`, `db1` to `db3`, `dA0` to `dA2`. The largest is `dA2`, the gradient with respect to the input of layer 3.
#
# </details>
#
# **Common traps.** `caches` is counted from 0, layers from 1; the same `dA` handed to every layer; the sigmoid for hidden layers; another division by $m$, which `linear_backward` has done already.
#
# <details><summary>Hint 1: the idea</summary>
#
# As on the way forward, one variable holds what is passed on; the loop counts down.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# The formula for $dA^{[L]}$ is all entry by entry. `range` counts down with a step of -1, or use `reversed`.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# Before you call layer $l$, the shape of the $dA$ in your hand must be that of the $Z$ in its cache. If they differ, either the $dA$ or the cache belongs to another layer.
#
# </details>

# %% [markdown] lang="ko"
# ## 9. `L_model_backward`: 모든 층의 역전파
#
# 돌아오는 길은 출력에 대한 비용의 기울기에서 시작한다. 예시마다 다음과 같다.
#
# $$dA^{[L]} = -\left( \frac{Y}{A^{[L]}} - \frac{1 - Y}{1 - A^{[L]}} \right)$$
#
# 그다음 $L$층, $L - 1$층, …, 1층의 순서로 내려온다. 각 층은 **바로 뒤의 층**이 만든 $dA$와, 순전파 때 남긴 자기 캐시를 쓴다.
#
# 결과는 딕셔너리 하나다. $l$층은 `dW{l}`, `db{l}`, 그리고 자기 *입력*에 대한 기울기를 `dA{l-1}`로 저장한다. 3층은 `dA2`를, 1층은 갱신에는 쓰이지 않는 `dA0`을 저장한다.
#
# **형태.** `dW{l}`은 `W{l}`과, `db{l}`은 `b{l}`과 같고, `dA{l}`은 $(n^{[l]}, m)$이다.
#
# **종이 위에서.** 5절의 2층 신경망에서 $A^{[2]} \approx \begin{bmatrix} 0.5 & 0.119 & 0.731 \end{bmatrix}$, $Y = \begin{bmatrix} 1 & 0 & 1 \end{bmatrix}$이다. 출발점은 $dA^{[2]} \approx \begin{bmatrix} -2 & 1.135 & -1.368 \end{bmatrix}$이다. 시그모이드의 미분을 곱하면 $dZ^{[2]} \approx \begin{bmatrix} -0.5 & 0.119 & -0.269 \end{bmatrix}$이다. 이것은 $A^{[2]} - Y$와 같다. 우연이 아니며, 역전파가 맞는지 확인하기에 좋다. $W^{[2]} = [1]$이므로 $dA^{[1]}$도 같은 수들이다. ReLU가 가운데 것을 막아 $db^{[1]} \approx (-0.5 + 0 - 0.269)/3 \approx -0.256$이다.
#
# 3층 신경망이라면 결과의 키는 몇 개이고, 번호가 가장 큰 `dA`는 무엇일지 **예측해 보자.**
#
# <details><summary>예측 확인</summary>
#
# 아홉 개다. `dW1`부터 `dW3`, `db1`부터 `db3`, `dA0`부터 `dA2`. 번호가 가장 큰 것은 3층의 입력에 대한 기울기인 `dA2`다.
#
# </details>
#
# **흔한 함정.** `caches`는 0부터, 층은 1부터 센다. 모든 층에 같은 `dA`를 넘긴다. 은닉층에 시그모이드를 쓴다. `linear_backward`가 이미 나눈 $m$으로 또 나눈다.
#
# <details><summary>힌트 1: 아이디어</summary>
#
# 순전파 때처럼 다음으로 넘길 값을 변수 하나에 담는다. 반복문은 거꾸로 센다.
#
# </details>
# <details><summary>힌트 2: 식</summary>
#
# $dA^{[L]}$의 식은 모두 원소별 계산이다. `range`의 간격을 -1로 하거나 `reversed`를 쓰면 거꾸로 셀 수 있다.
#
# </details>
# <details><summary>힌트 3: 형태</summary>
#
# $l$층의 함수를 부르기 전에, 손에 든 $dA$의 형태는 그 층의 캐시에 있는 $Z$의 형태와 같아야 한다. 다르다면 $dA$나 캐시 가운데 하나가 다른 층의 것이다.
#
# </details>


# %%
def L_model_backward(AL, Y, caches):
    """Return the gradients of the cost with respect to all parameters.

    Parameters
    ----------
    AL : ndarray, shape (1, m)
        Predicted probabilities, strictly between 0 and 1.
    Y : ndarray, shape (1, m)
        Labels, 0 or 1.
    caches : list of tuple
        As returned by `L_model_forward`, layer 1 first.

    Returns
    -------
    grads : dict of ndarray
        For l = 1 to L, ``dW{l}`` (n_l, n_{l-1}), ``db{l}`` (n_l, 1) and the
        gradient with respect to the layer's input, ``dA{l-1}`` (n_{l-1}, m).
    """
    ### BEGIN SOLUTION
    grads = {}
    dA, L = -(Y / AL - (1 - Y) / (1 - AL)), len(caches)
    for layer in range(L, 0, -1):
        activation = "relu" if layer < L else "sigmoid"
        dA, dW, db = linear_activation_backward(dA, caches[layer - 1], activation)
        grads |= {f"dA{layer - 1}": dA, f"dW{layer}": dW, f"db{layer}": db}
    return grads
    ### END SOLUTION


# %% [markdown] lang="en"
# ## 10. `update_parameters`: one step downhill
#
# The gradient points to where the cost grows fastest, so step the other way. The learning rate $\alpha$ says how far. It is a *hyperparameter*: it is not learned, but chosen by how the trained network does on development data.
#
# $$W^{[l]} := W^{[l]} - \alpha \, dW^{[l]}, \qquad b^{[l]} := b^{[l]} - \alpha \, db^{[l]}$$
#
# **Shapes.** Nothing changes its shape. If something does, its gradient had the wrong one.
#
# **On paper.** $W^{[1]} = \begin{bmatrix} 2 & -1 \end{bmatrix}$ with $dW^{[1]} = \begin{bmatrix} -5 & -7 \end{bmatrix}$ and $\alpha = 0.1$ becomes $\begin{bmatrix} 2.5 & -0.3 \end{bmatrix}$: a negative gradient makes a weight grow. With $db^{[1]} = -1$, the bias 1 becomes 1.1.
#
# **Predict** which keys of `grads` are *not* used.
#
# <details><summary>Check your prediction</summary>
#
# Every `dA`: activations are results of the network, not parameters of it.
#
# </details>
#
# **Common traps.** Plus instead of minus; `b` forgotten; the last layer left out; $L$ steps where one was asked for.
#
# <details><summary>Hint 1: the idea</summary>
#
# Every parameter takes its step on its own. None waits for another.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# The key of a gradient is a `d` before the key of its parameter.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# Two entries of the dictionary belong to each layer. The result has the same keys and the same shapes as `params`.
#
# </details>

# %% [markdown] lang="ko"
# ## 10. `update_parameters`: 내리막 한 걸음
#
# 기울기는 비용이 가장 빨리 커지는 쪽을 가리키므로 반대쪽으로 움직인다. 얼마나 움직일지는 학습률 $\alpha$가 정한다. 학습률은 *하이퍼파라미터*다. 학습되는 것이 아니라, 학습한 신경망이 개발 데이터에서 내는 성능을 보고 고른다.
#
# $$W^{[l]} := W^{[l]} - \alpha \, dW^{[l]}, \qquad b^{[l]} := b^{[l]} - \alpha \, db^{[l]}$$
#
# **형태.** 어느 것도 형태가 바뀌지 않는다. 바뀌었다면 기울기의 형태가 잘못된 것이다.
#
# **종이 위에서.** $W^{[1]} = \begin{bmatrix} 2 & -1 \end{bmatrix}$, $dW^{[1]} = \begin{bmatrix} -5 & -7 \end{bmatrix}$, $\alpha = 0.1$이면 $\begin{bmatrix} 2.5 & -0.3 \end{bmatrix}$이 된다. 기울기가 음수이면 가중치는 커진다. $db^{[1]} = -1$이면 편향 1은 1.1이 된다.
#
# `grads`에서 쓰이지 *않는* 키는 무엇일지 **예측해 보자.**
#
# <details><summary>예측 확인</summary>
#
# 모든 `dA`다. 활성값은 신경망이 계산한 결과이지 매개변수가 아니다.
#
# </details>
#
# **흔한 함정.** 빼지 않고 더한다. `b`를 잊는다. 마지막 층을 빠뜨린다. 한 걸음이면 되는데 $L$번 움직인다.
#
# <details><summary>힌트 1: 아이디어</summary>
#
# 매개변수는 저마다 따로 한 걸음 움직인다. 서로 기다릴 필요가 없다.
#
# </details>
# <details><summary>힌트 2: 식</summary>
#
# 기울기의 키는 매개변수의 키 앞에 `d`를 붙인 것이다.
#
# </details>
# <details><summary>힌트 3: 형태</summary>
#
# 층마다 딕셔너리 항목이 두 개씩이다. 결과의 키와 형태는 `params`와 같다.
#
# </details>


# %%
def update_parameters(params, grads, learning_rate):
    """Return the parameters after one step of gradient descent.

    Parameters
    ----------
    params : dict of ndarray
        ``W{l}`` (n_l, n_{l-1}) and ``b{l}`` (n_l, 1) for l = 1 to L.
    grads : dict of ndarray
        ``dW{l}`` and ``db{l}``, of the same shapes; other keys are not used.
    learning_rate : float
        Size of the step.

    Returns
    -------
    parameters : dict of ndarray
        The keys and shapes of `params`.
    """
    ### BEGIN SOLUTION
    return {
        key: value - learning_rate * grads[f"d{key}"] for key, value in params.items()
    }
    ### END SOLUTION


# %% [markdown] lang="en"
# ## Before the quiz
#
# You now have everything: forward, cost, backward, update, and again. Three questions of the kind that the weekly quiz asks.
#
# **1.** A network for pictures of $32 \times 32 \times 3$ has `layer_dims = [3072, 24, 10, 1]` and sees 200 pictures at a time. What are the dimensions of $dA^{[2]}$, $db^{[2]}$ and $dW^{[2]}$?
#
# <details><summary>Answer</summary>
#
# $(10, 200)$, $(10, 1)$ and $(10, 24)$. Only the first knows how many pictures there are; in the other two, the examples have been averaged away.
#
# </details>
#
# **2.** To save memory, somebody leaves $Z$ out of all caches and keeps $A_{prev}$, $W$ and $b$. Can the backward pass still be done without going forward through the whole network again?
#
# <details><summary>Answer</summary>
#
# Yes. Each layer's $Z$ can be computed once more from its own cache, for one matrix product per layer. A cache saves time at the price of memory, and here the price is paid the other way round. It is also the one use that `b` in the cache could have.
#
# </details>
#
# **3.** Both hidden layers of `[10, 20, 20, 1]` are made twice as wide. Does the number of parameters double?
#
# <details><summary>Answer</summary>
#
# No: it grows from $220 + 420 + 21 = 661$ to $440 + 1640 + 41 = 2121$, more than three times. The weights between two hidden layers number rows times columns, and both have doubled.
#
# </details>

# %% [markdown] lang="ko"
# ## 퀴즈 전에
#
# 이제 다 갖추었다. 순전파, 비용, 역전파, 갱신, 그리고 다시 처음부터. 주간 퀴즈와 비슷한 물음 세 개를 풀어 보자.
#
# **1.** $32 \times 32 \times 3$ 사진을 다루는 신경망이 있다. `layer_dims = [3072, 24, 10, 1]`이고 한 번에 사진 200장을 본다. $dA^{[2]}$, $db^{[2]}$, $dW^{[2]}$의 형태는 무엇인가?
#
# <details><summary>답</summary>
#
# $(10, 200)$, $(10, 1)$, $(10, 24)$다. 사진이 몇 장인지 드러나는 것은 첫째뿐이다. 나머지 둘에서는 예시에 대한 평균을 구했으므로 $m$이 사라졌다.
#
# </details>
#
# **2.** 메모리를 아끼려고 모든 캐시에서 $Z$를 빼고 $A_{prev}$, $W$, $b$만 남겼다. 신경망 전체의 순전파를 다시 하지 않고도 역전파를 할 수 있는가?
#
# <details><summary>답</summary>
#
# 할 수 있다. 층마다 자기 캐시로 $Z$를 다시 계산하면 되고, 층마다 행렬 곱이 한 번 더 든다. 캐시는 메모리를 내주고 시간을 버는 것인데, 여기서는 거꾸로 시간을 내주고 메모리를 아낀다. 캐시에 든 `b`가 쓰일 만한 곳도 여기뿐이다.
#
# </details>
#
# **3.** `[10, 20, 20, 1]`의 두 은닉층을 모두 두 배로 넓혔다. 매개변수의 수도 두 배가 되는가?
#
# <details><summary>답</summary>
#
# 아니다. $220 + 420 + 21 = 661$개에서 $440 + 1640 + 41 = 2121$개로, 세 배가 넘는다. 두 은닉층 사이의 가중치 수는 행 수 곱하기 열 수인데, 둘 다 두 배가 되었기 때문이다.
#
# </details>
