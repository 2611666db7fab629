# %% [markdown] lang="en"
# # A shallow network, and a flower
#
# A straight line cannot separate the two classes in this picture: neighbouring petals always belong to different ones.
#
# ![Two classes of points in the plane, in the shape of a flower with six petals; the colours of neighbouring petals differ](figures/planar.svg)
#
# You are going to build a network that can. It has **one hidden layer** of tanh units and one sigmoid unit at the output, so it has two layers of weights; the input is not counted. The hidden layer is called hidden because the training data tell what goes in and what should come out, but not what its units should say.
#
# ![Drawing of the network: two inputs, four hidden units, one output; below each layer, its arrays and their shapes](figures/network.svg)
#
# | symbol | meaning | shape |
# |---|---|---|
# | $n_x$, $n_h$, $n_y$ | number of inputs, hidden units, outputs | |
# | $m$ | number of examples | |
# | $X$, $Y$ | inputs and labels; **each column is one example** | $(n_x, m)$, $(n_y, m)$ |
# | $W^{[1]}$, $b^{[1]}$ | weights and biases of the hidden layer; **each row is one unit** | $(n_h, n_x)$, $(n_h, 1)$ |
# | $W^{[2]}$, $b^{[2]}$ | weights and biases of the output layer | $(n_y, n_h)$, $(n_y, 1)$ |
# | $Z^{[l]}$, $A^{[l]}$ | of layer $l$, before and after the activation | $(n_h, m)$ or $(n_y, m)$ |
# | $a_i^{[l](j)}$ | layer $l$ in square brackets, unit $i$ below, example $j$ in round brackets | a number |
#
# First come three short functions about activations, then the network in the order in which its parts are called. The file `given.py` brings `sigmoid`, `relu` and `relu_backward`, the data, and two tools; read it first. (An activation returns `A` alone this week.) `autograder check` compares your functions with the public examples, among them the worked examples below.

# %% [markdown] lang="ko"
# # 얕은 신경망과 꽃
#
# 이 그림의 두 부류는 직선으로 가를 수 없다. 이웃한 꽃잎은 언제나 서로 다른 부류이기 때문이다.
#
# ![꽃잎이 여섯 장인 꽃 모양으로 평면에 놓인 두 부류의 점들. 이웃한 꽃잎끼리는 색이 다르다](figures/planar.svg)
#
# 이것을 갈라내는 신경망을 만들어 보자. tanh 유닛으로 된 **은닉층 하나**와 시그모이드 유닛 하나짜리 출력층이 있다. 입력은 세지 않으므로 2층 신경망이다. 은닉층이라는 이름은, 무엇이 들어가고 무엇이 나와야 하는지는 훈련 데이터에 있지만 은닉 유닛이 어떤 값을 내야 하는지는 드러나 있지 않다는 데서 왔다.
#
# ![신경망 그림. 입력 둘, 은닉 유닛 넷, 출력 하나이고, 층 아래에 배열과 그 형태가 적혀 있다](figures/network.svg)
#
# | 기호 | 뜻 | 형태 |
# |---|---|---|
# | $n_x$, $n_h$, $n_y$ | 입력, 은닉 유닛, 출력의 수 | |
# | $m$ | 예시의 수 | |
# | $X$, $Y$ | 입력과 정답. **열 하나가 예시 하나다** | $(n_x, m)$, $(n_y, m)$ |
# | $W^{[1]}$, $b^{[1]}$ | 은닉층의 가중치와 편향. **행 하나가 유닛 하나다** | $(n_h, n_x)$, $(n_h, 1)$ |
# | $W^{[2]}$, $b^{[2]}$ | 출력층의 가중치와 편향 | $(n_y, n_h)$, $(n_y, 1)$ |
# | $Z^{[l]}$, $A^{[l]}$ | $l$층에서 활성화 함수를 지나기 전과 지난 후 | $(n_h, m)$ 또는 $(n_y, m)$ |
# | $a_i^{[l](j)}$ | 대괄호는 층 $l$, 아래 첨자는 유닛 $i$, 소괄호는 예시 $j$ | 수 하나 |
#
# 활성화 함수에 관한 짧은 함수 세 개로 시작해, 신경망의 각 부분을 호출되는 순서대로 만든다. `given.py`에는 `sigmoid`, `relu`, `relu_backward`와 데이터, 그리고 도구 두 가지가 들어 있으니 먼저 읽어 보자. (이번 주의 활성화 함수는 `A`만 돌려준다.) `autograder check`를 실행하면 작성한 함수를 공개 예제와 비교해 준다. 아래 본문의 예도 거기에 들어 있다.

# %%
import numpy as np
from given import load_planar, sigmoid, text_map

# %% [markdown] lang="en"
# ## 1. `tanh_backward`: the slope of tanh
#
# An activation bends what would otherwise stay straight. If it were left out, a linear layer after a linear layer would be one linear layer again. Learning needs the **slope** of the activation as well, because the gradient has to find its way back through it.
#
# ![Four activations and below each its slope: sigmoid, tanh, ReLU, and Leaky ReLU with a slope of 0.1](figures/activations.svg)
#
# $$g(z) = \tanh(z) = \frac{e^{z} - e^{-z}}{e^{z} + e^{-z}}, \qquad g'(z) = 1 - \tanh^2(z), \qquad dZ = dA \odot g'(Z)$$
#
# The sign $\odot$ means entry by entry. Hidden units often use tanh rather than the sigmoid: its values lie around 0, which makes things easier for the next layer. At an output that answers yes or no, the sigmoid stays the right choice. Both are flat where $|z|$ is large, and there learning is slow.
#
# As the model for this and the next two functions, `relu_backward` in `given.py` has just one line: `dA` times a slope that depends on `Z`.
#
# **Shapes.** `dA`, `Z` and the result have one and the same shape, whatever it is.
#
# **On paper.** $\tanh(0) = 0$, $\tanh(\ln 2) = \frac{2 - 1/2}{2 + 1/2} = 0.6$ and $\tanh(-\ln 3) = -0.8$, so the slopes are $1$, $0.64$ and $0.36$. With $dA = \begin{bmatrix} 2 & 5 & -10 \end{bmatrix}$ the result is $dZ = \begin{bmatrix} 2 & 3.2 & -3.6 \end{bmatrix}$.
#
# **Predict** the shape of `tanh_backward(np.ones((4, 7)), np.zeros((4, 7)))`, and its entries.
#
# <details><summary>Check your prediction</summary>
#
# $(4, 7)$, all ones: at 0 the slope of tanh is 1, its largest value, and the gradient passes unchanged.
#
# </details>
#
# **Common traps.** $1 - Z^2$ instead of $1 - A^2$; the square forgotten; the slope alone, without `dA`.
#
# <details><summary>Hint 1: the idea</summary>
#
# The gradient that arrives is made smaller wherever the activation is flat.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# The slope of tanh is written with the *value* of tanh. Compute that first; numpy has `np.tanh`.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# Everything is entry by entry, so `*` is right and no sum occurs: three arrays of one shape.
#
# </details>

# %% [markdown] lang="ko"
# ## 1. `tanh_backward`: tanh의 기울기
#
# 활성화 함수는 곧게 남았을 것을 구부린다. 활성화 함수가 없다면 선형 층 다음의 선형 층은 다시 선형 층 하나일 뿐이다. 학습하려면 활성화 함수의 **기울기**도 필요하다. 비용의 기울기가 활성화 함수를 거슬러 돌아와야 하기 때문이다.
#
# ![활성화 함수 네 가지와 그 아래에 각각의 기울기: 시그모이드, tanh, ReLU, 음수 쪽 기울기가 0.1인 Leaky ReLU](figures/activations.svg)
#
# $$g(z) = \tanh(z) = \frac{e^{z} - e^{-z}}{e^{z} + e^{-z}}, \qquad g'(z) = 1 - \tanh^2(z), \qquad dZ = dA \odot g'(Z)$$
#
# 기호 $\odot$은 원소별 곱을 뜻한다. 은닉 유닛에는 시그모이드보다 tanh를 흔히 쓴다. 값이 0을 중심으로 놓여 다음 층이 배우기 쉽기 때문이다. 예/아니요를 답하는 출력에는 여전히 시그모이드가 맞다. 둘 다 $|z|$가 크면 평평해지고, 그런 곳에서는 학습이 느리다.
#
# `given.py`의 `relu_backward`가 이 함수와 다음 두 함수의 본보기다. `Z`에 따라 정해지는 기울기를 `dA`에 곱하는 한 줄이 전부다.
#
# **형태.** `dA`, `Z`, 결과의 형태는 무엇이든 셋이 서로 같다.
#
# **종이 위에서.** $\tanh(0) = 0$, $\tanh(\ln 2) = \frac{2 - 1/2}{2 + 1/2} = 0.6$, $\tanh(-\ln 3) = -0.8$이므로 기울기는 $1$, $0.64$, $0.36$이다. $dA = \begin{bmatrix} 2 & 5 & -10 \end{bmatrix}$이면 결과는 $dZ = \begin{bmatrix} 2 & 3.2 & -3.6 \end{bmatrix}$이다.
#
# `tanh_backward(np.ones((4, 7)), np.zeros((4, 7)))`의 형태와 원소를 **예측해 보자.**
#
# <details><summary>예측 확인</summary>
#
# 형태는 $(4, 7)$이고 모두 1이다. tanh의 기울기는 0에서 가장 큰 값인 1이어서 그대로 통과한다.
#
# </details>
#
# **흔한 함정.** $1 - A^2$ 대신 $1 - Z^2$을 쓴다. 제곱을 잊는다. `dA`를 곱하지 않고 기울기만 돌려준다.
#
# <details><summary>힌트 1: 아이디어</summary>
#
# 도착한 기울기는 활성화 함수가 평평한 곳에서 작아진다.
#
# </details>
# <details><summary>힌트 2: 식</summary>
#
# tanh의 기울기는 tanh의 *값*으로 나타낸다. 그 값을 먼저 구하자. numpy에 `np.tanh`가 있다.
#
# </details>
# <details><summary>힌트 3: 형태</summary>
#
# 모두 원소별 계산이므로 `*`가 맞고 합은 나오지 않는다. 형태가 같은 배열 세 개다.
#
# </details>


# %%
def tanh_backward(dA, Z):
    """Return the gradient of the cost through a tanh.

    Parameters
    ----------
    dA : ndarray, any shape
        Gradient of the cost with respect to A = tanh(Z).
    Z : ndarray, the shape of dA
        What tanh was called with.

    Returns
    -------
    dZ : ndarray, the shape of dA
        Gradient of the cost with respect to Z.
    """
    ### BEGIN SOLUTION
    A = np.tanh(Z)
    return dA * (1 - A**2)
    ### END SOLUTION


# %% [markdown] lang="en"
# ## 2. `leaky_relu`: a ReLU that never shuts
#
# ReLU is the usual first choice for hidden units: for positive $z$ its slope is 1, however large $z$ is. But for negative $z$ it is 0, and a unit that is negative for all examples learns nothing any more. Leaky ReLU leaves a small slope there.
#
# $$g(z) = \max(\alpha z, z), \qquad 0 \lt \alpha \lt 1$$
#
# In the function, $\alpha$ is the parameter `slope`; 0.01 is a habit, not a law.
#
# **Shapes.** The result has the shape of `Z`.
#
# **On paper.** With `slope = 0.1` and $Z = \begin{bmatrix} 3 & -2 \\ -10 & 4 \end{bmatrix}$ the result is $\begin{bmatrix} 3 & -0.2 \\ -1 & 4 \end{bmatrix}$.
#
# **Predict** the shape of `leaky_relu(np.zeros((3, 5)) - 2)`, and its entries.
#
# <details><summary>Check your prediction</summary>
#
# $(3, 5)$, every entry $-0.02$: nobody gave a slope, so it is 0.01.
#
# </details>
#
# **Common traps.** $\max(\alpha, z)$ instead of $\max(\alpha z, z)$; `np.max`, which looks for the largest entry of an array; 0.01 written into the body.
#
# <details><summary>Hint 1: the idea</summary>
#
# Two lines through the origin; at each point the upper one of the two counts.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# `relu` in `given.py` compares two things entry by entry. Only one of the two has to change.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# Both things that are compared have the shape of `Z`, and so has the result.
#
# </details>

# %% [markdown] lang="ko"
# ## 2. `leaky_relu`: 닫히지 않는 ReLU
#
# 은닉 유닛에는 보통 ReLU를 먼저 써 본다. $z$가 양수이면 아무리 커도 기울기가 1이다. 그러나 $z$가 음수이면 기울기가 0이어서, 모든 예시에서 음수가 된 유닛은 더는 아무것도 배우지 못한다. Leaky ReLU는 그쪽에도 작은 기울기를 남겨 둔다.
#
# $$g(z) = \max(\alpha z, z), \qquad 0 \lt \alpha \lt 1$$
#
# 함수에서 $\alpha$는 매개변수 `slope`다. 0.01은 관례일 뿐 정해진 값이 아니다.
#
# **형태.** 결과의 형태는 `Z`의 형태와 같다.
#
# **종이 위에서.** `slope = 0.1`이고 $Z = \begin{bmatrix} 3 & -2 \\ -10 & 4 \end{bmatrix}$이면 결과는 $\begin{bmatrix} 3 & -0.2 \\ -1 & 4 \end{bmatrix}$이다.
#
# `leaky_relu(np.zeros((3, 5)) - 2)`의 형태와 원소를 **예측해 보자.**
#
# <details><summary>예측 확인</summary>
#
# 형태는 $(3, 5)$이고 원소는 모두 $-0.02$다. `slope`를 넘기지 않았으므로 0.01이 쓰인다.
#
# </details>
#
# **흔한 함정.** $\max(\alpha z, z)$가 아니라 $\max(\alpha, z)$를 구한다. 배열의 최댓값을 찾는 `np.max`를 쓴다. 본문에 0.01을 그대로 적는다.
#
# <details><summary>힌트 1: 아이디어</summary>
#
# 원점을 지나는 직선이 두 개 있다. 점마다 둘 가운데 위에 있는 것을 고른다.
#
# </details>
# <details><summary>힌트 2: 식</summary>
#
# `given.py`의 `relu`는 두 가지를 원소별로 비교한다. 둘 가운데 하나만 바꾸면 된다.
#
# </details>
# <details><summary>힌트 3: 형태</summary>
#
# 비교하는 두 가지의 형태는 모두 `Z`와 같고, 결과의 형태도 같다.
#
# </details>


# %%
def leaky_relu(Z, slope=0.01):
    """Return Z where it is positive and slope * Z elsewhere.

    Parameters
    ----------
    Z : ndarray, any shape
    slope : float
        Between 0 and 1.

    Returns
    -------
    A : ndarray, the shape of Z
    """
    ### BEGIN SOLUTION
    return np.maximum(slope * Z, Z)
    ### END SOLUTION


# %% [markdown] lang="en"
# ## 3. `leaky_relu_backward`: back through it
#
# The slope is 1 on one side and $\alpha$ on the other. At exactly 0 there is none; any choice will do there, and it will not be tested.
#
# $$dZ = dA \odot g'(Z), \qquad g'(z) = 1 \;\; \mathrm{for} \;\; z \gt 0, \qquad g'(z) = \alpha \;\; \mathrm{for} \;\; z \lt 0$$
#
# **Shapes.** As before: `dA`, `Z` and the result have one shape.
#
# **On paper.** With `slope = 0.1`, the $Z$ of section 2 and $dA = \begin{bmatrix} 7 & 5 \\ -30 & -6 \end{bmatrix}$, the result is $dZ = \begin{bmatrix} 7 & 0.5 \\ -3 & -6 \end{bmatrix}$. Note the $-6$: the sign of $Z$ decides, not that of $dA$.
#
# **Predict** the shape of `leaky_relu_backward(np.ones((2, 3)), -np.ones((2, 3)), 0.2)`, and its entries.
#
# <details><summary>Check your prediction</summary>
#
# $(2, 3)$, every entry 0.2.
#
# </details>
#
# **Common traps.** Deciding by the sign of `dA`; multiplying by `Z` as well; writing zeros into `dA` itself, which somebody else may still need.
#
# <details><summary>Hint 1: the idea</summary>
#
# The gradient passes whole on one side, and a fixed share of it on the other.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# `np.where` takes a condition and two values, and chooses for every entry.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# First an array of slopes, of the shape of `Z`; then a product entry by entry.
#
# </details>

# %% [markdown] lang="ko"
# ## 3. `leaky_relu_backward`: 거슬러 가기
#
# 기울기는 한쪽에서 1, 다른 쪽에서 $\alpha$다. 정확히 0인 곳에는 기울기가 없으니 어느 쪽을 택해도 되고, 채점하지도 않는다.
#
# $$dZ = dA \odot g'(Z), \qquad g'(z) = 1 \;\; (z \gt 0), \qquad g'(z) = \alpha \;\; (z \lt 0)$$
#
# **형태.** 앞에서와 같이 `dA`, `Z`, 결과의 형태가 서로 같다.
#
# **종이 위에서.** `slope = 0.1`, 2절의 $Z$, $dA = \begin{bmatrix} 7 & 5 \\ -30 & -6 \end{bmatrix}$이면 결과는 $dZ = \begin{bmatrix} 7 & 0.5 \\ -3 & -6 \end{bmatrix}$이다. $-6$에 주목하자. $dA$의 부호가 아니라 $Z$의 부호가 정한다.
#
# `leaky_relu_backward(np.ones((2, 3)), -np.ones((2, 3)), 0.2)`의 형태와 원소를 **예측해 보자.**
#
# <details><summary>예측 확인</summary>
#
# 형태는 $(2, 3)$이고 원소는 모두 0.2다.
#
# </details>
#
# **흔한 함정.** `dA`의 부호를 보고 정한다. `Z`까지 곱한다. 아직 쓰일지도 모르는 `dA` 자체를 고쳐 쓴다.
#
# <details><summary>힌트 1: 아이디어</summary>
#
# 한쪽에서는 기울기가 온전히 통과하고, 다른 쪽에서는 일정한 비율만 통과한다.
#
# </details>
# <details><summary>힌트 2: 식</summary>
#
# `np.where`는 조건 하나와 값 두 개를 받아 원소마다 골라 준다.
#
# </details>
# <details><summary>힌트 3: 형태</summary>
#
# 먼저 `Z`와 형태가 같은 기울기 배열을 만들고, 그다음 원소별로 곱한다.
#
# </details>


# %%
def leaky_relu_backward(dA, Z, slope=0.01):
    """Return the gradient of the cost through a Leaky ReLU.

    Parameters
    ----------
    dA : ndarray, any shape
        Gradient of the cost with respect to A = leaky_relu(Z, slope).
    Z : ndarray, the shape of dA
        What `leaky_relu` was called with.
    slope : float
        Between 0 and 1.

    Returns
    -------
    dZ : ndarray, the shape of dA
        Gradient of the cost with respect to Z.
    """
    ### BEGIN SOLUTION
    return dA * np.where(Z > 0, 1.0, slope)
    ### END SOLUTION


# %% [markdown] lang="en"
# ## 4. `layer_sizes`: what the data decide, and what you decide
#
# Two of the three sizes of the network follow from the data: how many numbers describe an example, and how many answers there are. The number of hidden units is up to you; for now it is **always 4**.
#
# $$X : (n_x, m), \qquad Y : (n_y, m), \qquad n_h = 4$$
#
# **Shapes.** The rows of $X$ are the inputs and the rows of $Y$ the outputs; the result is a tuple of three whole numbers.
#
# **On paper.** Five examples of two numbers each, with one label per example: $X$ is $(2, 5)$, $Y$ is $(1, 5)$, and the result is $(2, 4, 1)$. With 500 examples it is the same.
#
# **Predict** the result for an $X$ of shape $(12288, 60)$ and a $Y$ of shape $(3, 60)$.
#
# <details><summary>Check your prediction</summary>
#
# `(12288, 4, 3)`. The 60 is the number of examples, and no layer has that size.
#
# </details>
#
# **Common traps.** Columns instead of rows; taking $n_h$ from the data.
#
# <details><summary>Hint 1: the idea</summary>
#
# A row of $X$ is one kind of measurement, such as the first coordinate. Each kind needs an input of its own.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# The attribute `shape` of an array is a tuple; its entries are counted from 0.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# The result is $(n_x, n_h, n_y)$, in this order.
#
# </details>

# %% [markdown] lang="ko"
# ## 4. `layer_sizes`: 데이터가 정하는 것과 내가 정하는 것
#
# 신경망의 세 크기 가운데 둘은 데이터에서 나온다. 예시 하나를 나타내는 수가 몇 개인지, 그리고 답이 몇 개인지다. 은닉 유닛의 수는 직접 정하는데, 여기서는 **언제나 4**로 한다.
#
# $$X : (n_x, m), \qquad Y : (n_y, m), \qquad n_h = 4$$
#
# **형태.** $X$의 행은 입력, $Y$의 행은 출력이고, 결과는 정수 세 개의 튜플이다.
#
# **종이 위에서.** 예시가 5개이고 예시마다 수 2개, 정답 1개라면 $X$는 $(2, 5)$, $Y$는 $(1, 5)$이고 결과는 $(2, 4, 1)$이다. 예시가 500개여도 같다.
#
# $X$의 형태가 $(12288, 60)$, $Y$의 형태가 $(3, 60)$일 때의 결과를 **예측해 보자.**
#
# <details><summary>예측 확인</summary>
#
# `(12288, 4, 3)`이다. 60은 예시의 수이고, 크기가 60인 층은 없다.
#
# </details>
#
# **흔한 함정.** 행 대신 열을 센다. $n_h$를 데이터에서 구한다.
#
# <details><summary>힌트 1: 아이디어</summary>
#
# $X$의 행 하나는 첫째 좌표처럼 한 종류의 값이다. 종류마다 입력이 하나씩 필요하다.
#
# </details>
# <details><summary>힌트 2: 식</summary>
#
# 배열의 속성 `shape`은 튜플이고, 그 원소는 0부터 센다.
#
# </details>
# <details><summary>힌트 3: 형태</summary>
#
# 결과는 $(n_x, n_h, n_y)$의 순서다.
#
# </details>


# %%
def layer_sizes(X, Y):
    """Return the sizes of a network for these data, with 4 hidden units.

    Parameters
    ----------
    X : ndarray, shape (n_x, m)
        Input, one example per column.
    Y : ndarray, shape (n_y, m)
        Labels.

    Returns
    -------
    n_x : int
    n_h : int
        Always 4.
    n_y : int
    """
    ### BEGIN SOLUTION
    return X.shape[0], 4, Y.shape[0]
    ### END SOLUTION


# %% [markdown] lang="en"
# ## 5. `initialize_parameters`: small, random, and not all alike
#
# Suppose that all weights began at zero. Then every hidden unit computes the same value, all of them have the same influence on the output, receive the same gradient, and take the same step: four units that for ever behave as one. **Random** weights break this symmetry; biases may start at zero, since the weights already make the units differ.
#
# $$W^{[l]}_{ij} = 0.01 \cdot \varepsilon_{ij}, \quad \varepsilon_{ij} \sim \mathcal{N}(0, 1), \qquad b^{[l]} = 0$$
#
# Small, so that $z$ stays in the steep middle of tanh. With large weights, units would start on the flat parts, where slopes are close to 0 and learning is slow. The factor 0.01 suits a shallow network; deeper ones need another.
#
# **Shapes.** `W1` $(n_h, n_x)$, `b1` $(n_h, 1)$, `W2` $(n_y, n_h)$, `b2` $(n_y, 1)$.
#
# **On paper.** For the flower, $(n_x, n_h, n_y) = (2, 4, 1)$: `W1` has 4 rows of 2 weights, `b1` 4 rows, `W2` 1 row of 4 weights, `b2` is one number in a $(1, 1)$ array. Together $8 + 4 + 4 + 1 = 17$ numbers to be learned.
#
# **Predict the shape** of `initialize_parameters(3, 5, 2)["b2"]` before you run it.
#
# <details><summary>Check your prediction</summary>
#
# $(2, 1)$: a bias for each of the two output units. The five hidden units have theirs in `b1`.
#
# </details>
#
# **Common traps.** `np.random.rand` for `np.random.randn`: numbers from 0 to 1, none of them negative; the shape of `W` turned round; `b2` as long as `b1`.
#
# <details><summary>Hint 1: the idea</summary>
#
# Give every unit a row of weights, one for each thing that it listens to.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# numpy's generator of standard normal numbers takes rows and columns as *two* arguments, `np.zeros` takes a shape as *one*, a tuple.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# For `initialize_parameters(3, 5, 2)`, in the order of the dictionary: $(5, 3)$, $(5, 1)$, $(2, 5)$, and what you predicted.
#
# </details>

# %% [markdown] lang="ko"
# ## 5. `initialize_parameters`: 작고, 무작위이고, 서로 다르게
#
# 가중치가 모두 0에서 출발한다고 하자. 그러면 모든 은닉 유닛이 같은 값을 계산하고, 출력에 같은 영향을 주고, 같은 기울기를 받아 똑같이 움직인다. 유닛이 넷이어도 언제까지나 하나처럼 행동한다. **난수** 가중치가 이 대칭을 깬다. 편향은 0에서 출발해도 된다. 가중치만으로도 유닛들이 이미 서로 다르다.
#
# $$W^{[l]}_{ij} = 0.01 \cdot \varepsilon_{ij}, \quad \varepsilon_{ij} \sim \mathcal{N}(0, 1), \qquad b^{[l]} = 0$$
#
# 작게 잡는 까닭은 $z$가 tanh의 가파른 가운데에 머물게 하기 위해서다. 가중치가 크면 유닛이 평평한 곳에서 출발하는데, 거기서는 기울기가 0에 가까워 학습이 느리다. 0.01은 얕은 신경망에 알맞은 값이고, 더 깊은 신경망에는 다른 값이 필요하다.
#
# **형태.** `W1` $(n_h, n_x)$, `b1` $(n_h, 1)$, `W2` $(n_y, n_h)$, `b2` $(n_y, 1)$.
#
# **종이 위에서.** 꽃이라면 $(n_x, n_h, n_y) = (2, 4, 1)$이다. `W1`은 가중치 2개짜리 행이 4개, `b1`은 행이 4개, `W2`는 가중치 4개짜리 행이 1개이고, `b2`는 형태가 $(1, 1)$인 배열에 든 수 하나다. 학습할 수는 모두 $8 + 4 + 4 + 1 = 17$개다.
#
# 실행하기 전에 `initialize_parameters(3, 5, 2)["b2"]`의 **형태를 예측해 보자.**
#
# <details><summary>예측 확인</summary>
#
# $(2, 1)$이다. 출력 유닛 둘에 편향이 하나씩 있다. 은닉 유닛 다섯의 편향은 `b1`에 있다.
#
# </details>
#
# **흔한 함정.** `np.random.randn` 대신 `np.random.rand`를 쓴다. 0과 1 사이의 수만 나와 음수가 없다. `W`의 형태를 뒤집는다. `b2`의 길이를 `b1`과 같게 한다.
#
# <details><summary>힌트 1: 아이디어</summary>
#
# 유닛마다 가중치 행을 하나씩 주고, 그 행에는 그 유닛이 받는 값마다 가중치를 하나씩 둔다.
#
# </details>
# <details><summary>힌트 2: 식</summary>
#
# 표준정규분포 난수를 뽑는 numpy 함수는 행과 열을 인자 *둘*로 받고, `np.zeros`는 형태를 튜플 *하나*로 받는다.
#
# </details>
# <details><summary>힌트 3: 형태</summary>
#
# `initialize_parameters(3, 5, 2)`라면 딕셔너리 순서대로 $(5, 3)$, $(5, 1)$, $(2, 5)$, 그리고 예측한 형태다.
#
# </details>


# %%
def initialize_parameters(n_x, n_h, n_y):
    """Return small random weights and zero biases.

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
    W1 = np.random.randn(n_h, n_x) * 0.01
    W2 = np.random.randn(n_y, n_h) * 0.01
    return {"W1": W1, "b1": np.zeros((n_h, 1)), "W2": W2, "b2": np.zeros((n_y, 1))}
    ### END SOLUTION


# %% [markdown] lang="en"
# ## 6. `forward_propagation`: from X to a probability
#
# All examples go through the network at once, each in its own column:
#
# $$Z^{[1]} = W^{[1]} X + b^{[1]}, \qquad A^{[1]} = \tanh(Z^{[1]})$$
# $$Z^{[2]} = W^{[2]} A^{[1]} + b^{[2]}, \qquad A^{[2]} = \sigma(Z^{[2]})$$
#
# The entry $A^{[2]}$ of an example is the probability, as the network sees it, that its label is 1. The function also returns a **cache**, a dictionary with the keys `Z1`, `A1`, `Z2` and `A2`: the way back will need what was computed on the way forward.
#
# **Shapes.** $W^{[1]} X$ is $(n_h, n_x)$ times $(n_x, m)$, that is $(n_h, m)$: one row per unit, one column per example. The column $b^{[1]}$ is added to each column of it.
#
# **On paper.** One hidden unit, two inputs, three examples:
#
# $$W^{[1]} = \begin{bmatrix} \ln 2 & -\ln 3 \end{bmatrix}, \quad b^{[1]} = [0], \quad X = \begin{bmatrix} 1 & 0 & 0 \\ 0 & 1 & 0 \end{bmatrix}, \quad W^{[2]} = [5], \quad b^{[2]} = [1]$$
#
# Then $Z^{[1]} = \begin{bmatrix} \ln 2 & -\ln 3 & 0 \end{bmatrix}$, so by section 1 $A^{[1]} = \begin{bmatrix} 0.6 & -0.8 & 0 \end{bmatrix}$. Further, $Z^{[2]} = \begin{bmatrix} 4 & -3 & 1 \end{bmatrix}$ and $A^{[2]} \approx \begin{bmatrix} 0.982 & 0.047 & 0.731 \end{bmatrix}$.
#
# **Predict** the shapes of `Z1` and `A2` for the flower (2 inputs, 4 hidden units, 396 points).
#
# <details><summary>Check your prediction</summary>
#
# $(4, 396)$ and $(1, 396)$. The weights know nothing of the 396.
#
# </details>
#
# **Common traps.** The sigmoid in the hidden layer, or tanh at the output; `b1` where `b2` belongs, which broadcasting does not always report; `Z1` where `A1` belongs.
#
# <details><summary>Hint 1: the idea</summary>
#
# A weighted sum and an activation, twice. What the first layer returns is the input of the second.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# Matrix products are `@` or `np.dot`. tanh is in numpy, the sigmoid in `given.py`.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# $(n_h, m)$ from $(n_h, n_x)(n_x, m) + (n_h, 1)$; then $(n_y, m)$ from $(n_y, n_h)(n_h, m) + (n_y, 1)$.
#
# </details>

# %% [markdown] lang="ko"
# ## 6. `forward_propagation`: X에서 확률까지
#
# 모든 예시가 저마다 자기 열에서 한꺼번에 신경망을 지난다.
#
# $$Z^{[1]} = W^{[1]} X + b^{[1]}, \qquad A^{[1]} = \tanh(Z^{[1]})$$
# $$Z^{[2]} = W^{[2]} A^{[1]} + b^{[2]}, \qquad A^{[2]} = \sigma(Z^{[2]})$$
#
# $A^{[2]}$의 각 원소는 그 예시의 정답이 1일 확률을 신경망이 어떻게 보는지 나타낸다. 함수는 **캐시**도 돌려준다. 키가 `Z1`, `A1`, `Z2`, `A2`인 딕셔너리다. 순전파에서 계산한 값이 역전파에 필요하기 때문이다.
#
# **형태.** $W^{[1]} X$는 $(n_h, n_x)$와 $(n_x, m)$의 곱이므로 $(n_h, m)$이다. 행 하나가 유닛, 열 하나가 예시다. 모든 열에 열벡터 $b^{[1]}$이 더해진다.
#
# **종이 위에서.** 은닉 유닛 1개, 입력 2개, 예시 3개라면
#
# $$W^{[1]} = \begin{bmatrix} \ln 2 & -\ln 3 \end{bmatrix}, \quad b^{[1]} = [0], \quad X = \begin{bmatrix} 1 & 0 & 0 \\ 0 & 1 & 0 \end{bmatrix}, \quad W^{[2]} = [5], \quad b^{[2]} = [1]$$
#
# $Z^{[1]} = \begin{bmatrix} \ln 2 & -\ln 3 & 0 \end{bmatrix}$이고, 1절에서 본 것처럼 $A^{[1]} = \begin{bmatrix} 0.6 & -0.8 & 0 \end{bmatrix}$이다. 이어서 $Z^{[2]} = \begin{bmatrix} 4 & -3 & 1 \end{bmatrix}$, $A^{[2]} \approx \begin{bmatrix} 0.982 & 0.047 & 0.731 \end{bmatrix}$이다.
#
# 꽃(입력 2개, 은닉 유닛 4개, 점 396개)이라면 `Z1`과 `A2`의 형태가 무엇일지 **예측해 보자.**
#
# <details><summary>예측 확인</summary>
#
# $(4, 396)$과 $(1, 396)$이다. 가중치의 형태에는 396이 나타나지 않는다.
#
# </details>
#
# **흔한 함정.** 은닉층에 시그모이드를, 또는 출력층에 tanh를 쓴다. `b2` 자리에 `b1`을 쓴다(브로드캐스팅 때문에 오류가 나지 않기도 한다). `A1` 자리에 `Z1`을 쓴다.
#
# <details><summary>힌트 1: 아이디어</summary>
#
# 가중합과 활성화 함수를 두 번 되풀이한다. 첫 층이 내놓은 것이 둘째 층의 입력이다.
#
# </details>
# <details><summary>힌트 2: 식</summary>
#
# 행렬 곱은 `@` 또는 `np.dot`이다. tanh는 numpy에, 시그모이드는 `given.py`에 있다.
#
# </details>
# <details><summary>힌트 3: 형태</summary>
#
# $(n_h, m)$은 $(n_h, n_x)(n_x, m) + (n_h, 1)$에서, $(n_y, m)$은 $(n_y, n_h)(n_h, m) + (n_y, 1)$에서 나온다.
#
# </details>


# %%
def forward_propagation(X, parameters):
    """Return the output of the network, and what the way back needs.

    The hidden layer uses tanh, the output layer the sigmoid.

    Parameters
    ----------
    X : ndarray, shape (n_x, m)
        Input, one example per column.
    parameters : dict of ndarray
        ``W1`` (n_h, n_x), ``b1`` (n_h, 1), ``W2`` (n_y, n_h), ``b2`` (n_y, 1).

    Returns
    -------
    A2 : ndarray, shape (n_y, m)
    cache : dict of ndarray
        ``Z1`` and ``A1`` (n_h, m), ``Z2`` and ``A2`` (n_y, m).
    """
    ### BEGIN SOLUTION
    Z1 = parameters["W1"] @ X + parameters["b1"]  # (n_h, m)
    A1 = np.tanh(Z1)
    Z2 = parameters["W2"] @ A1 + parameters["b2"]  # (n_y, m)
    A2 = sigmoid(Z2)
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
    ### END SOLUTION


# %% [markdown] lang="en"
# ## 7. `compute_cost`: how wrong, as one number
#
# For a yes/no answer the loss of one example is the cross-entropy, and the cost is its **mean** over the $m$ examples:
#
# $$J = -\frac{1}{m} \sum_{i=1}^{m} \left( y^{(i)} \log a^{[2](i)} + (1 - y^{(i)}) \log (1 - a^{[2](i)}) \right)$$
#
# **Shapes.** `A2` and `Y` are both $(1, m)$; the result is a single number, with shape `()`.
#
# **On paper.** The predictions $0.9$, $0.8$, $0.5$ and $0.2$ for the labels $1$, $0$, $1$, $0$. The losses are $-\log 0.9 = 0.105$, $-\log 0.2 = 1.609$, $-\log 0.5 = 0.693$ and $-\log 0.8 = 0.223$; their mean is $2.631 / 4 = 0.658$. A network that always says 0.5 has cost $\log 2 = 0.693$: the point from which training starts.
#
# **Predict the shape** of `np.dot(Y, np.log(A2).T)`.
#
# <details><summary>Check your prediction</summary>
#
# $(1, 1)$: a row times a column is a matrix with one entry. It holds the right sum, but it is not a number yet.
#
# </details>
#
# **Common traps.** The minus sign; the sum instead of the mean; a result of shape $(1, 1)$; the squared error, which belongs to regression.
#
# <details><summary>Hint 1: the idea</summary>
#
# First a row with the loss of every example, then one number from it.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# Labels and logarithms meet entry by entry. `np.log` is the natural logarithm.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# `np.sum` without `axis`, and `np.mean`, turn a $(1, m)$ array into a number.
#
# </details>

# %% [markdown] lang="ko"
# ## 7. `compute_cost`: 얼마나 틀렸는지를 수 하나로
#
# 예/아니요 문제에서 예시 하나의 손실은 교차 엔트로피이고, 비용은 예시 $m$개에 대한 손실의 **평균**이다.
#
# $$J = -\frac{1}{m} \sum_{i=1}^{m} \left( y^{(i)} \log a^{[2](i)} + (1 - y^{(i)}) \log (1 - a^{[2](i)}) \right)$$
#
# **형태.** `A2`와 `Y`는 모두 $(1, m)$이고, 결과는 수 하나, 곧 형태가 `()`다.
#
# **종이 위에서.** 정답이 $1$, $0$, $1$, $0$인데 $0.9$, $0.8$, $0.5$, $0.2$로 예측했다. 손실은 $-\log 0.9 = 0.105$, $-\log 0.2 = 1.609$, $-\log 0.5 = 0.693$, $-\log 0.8 = 0.223$이고 평균은 $2.631 / 4 = 0.658$이다. 언제나 0.5라고 답하는 신경망의 비용은 $\log 2 = 0.693$이다. 학습은 거기서 출발한다.
#
# `np.dot(Y, np.log(A2).T)`의 **형태를 예측해 보자.**
#
# <details><summary>예측 확인</summary>
#
# $(1, 1)$이다. 행과 열의 곱은 원소가 하나인 행렬이다. 합은 맞지만 아직 수가 아니다.
#
# </details>
#
# **흔한 함정.** 음의 부호를 빠뜨린다. 평균 대신 합을 구한다. 결과의 형태가 $(1, 1)$이다. 회귀에 쓰는 제곱 오차를 쓴다.
#
# <details><summary>힌트 1: 아이디어</summary>
#
# 먼저 모든 예시의 손실을 행 하나로 구하고, 거기서 수 하나를 얻는다.
#
# </details>
# <details><summary>힌트 2: 식</summary>
#
# 정답과 로그는 원소끼리 만난다. `np.log`는 자연로그다.
#
# </details>
# <details><summary>힌트 3: 형태</summary>
#
# `axis` 없는 `np.sum`과 `np.mean`은 $(1, m)$ 배열을 수 하나로 만든다.
#
# </details>


# %%
def compute_cost(A2, Y):
    """Return the cross-entropy cost, the mean over the examples.

    Parameters
    ----------
    A2 : ndarray, shape (1, m)
        Predicted probabilities, strictly between 0 and 1.
    Y : ndarray, shape (1, m)
        Labels, 0 or 1.

    Returns
    -------
    cost : float
        A single number, shape ().
    """
    ### BEGIN SOLUTION
    losses = -(Y * np.log(A2) + (1 - Y) * np.log(1 - A2))  # (1, m)
    return np.mean(losses)
    ### END SOLUTION


# %% [markdown] lang="en"
# ## 8. `backward_propagation`: six equations
#
# This is the heart of the week. From the output backwards, three equations for each layer:
#
# $$dZ^{[2]} = A^{[2]} - Y, \qquad dW^{[2]} = \frac{1}{m} \, dZ^{[2]} A^{[1]T}, \qquad db^{[2]} = \frac{1}{m} \sum_{i=1}^{m} dZ^{[2](i)}$$
# $$dZ^{[1]} = W^{[2]T} dZ^{[2]} \odot g'(Z^{[1]}), \qquad dW^{[1]} = \frac{1}{m} \, dZ^{[1]} X^{T}, \qquad db^{[1]} = \frac{1}{m} \sum_{i=1}^{m} dZ^{[1](i)}$$
#
# The first is so short because the slope of the sigmoid cancels against the derivative of the cross-entropy. This happens at the output only. The hidden layer has no labels: it learns what it did wrong from the layer after it, through $W^{[2]T}$, and the slope of tanh at $Z^{[1]}$ says how much of this it can use. That slope is what you wrote in section 1.
#
# **Shapes.** A gradient has the shape of what it belongs to: $dW^{[1]}\,(n_h, n_x)$, $db^{[1]}\,(n_h, 1)$, $dW^{[2]}\,(n_y, n_h)$, $db^{[2]}\,(n_y, 1)$.
#
# **On paper.** The network of section 6, but with $A^{[2]} = \begin{bmatrix} 0.5 & 0.4 & 0.2 \end{bmatrix}$ for easier numbers, and $Y = \begin{bmatrix} 1 & 0 & 0 \end{bmatrix}$. Then $dZ^{[2]} = \begin{bmatrix} -0.5 & 0.4 & 0.2 \end{bmatrix}$. With $A^{[1]} = \begin{bmatrix} 0.6 & -0.8 & 0 \end{bmatrix}$:
#
# $$dW^{[2]} = \frac{-0.3 - 0.32 + 0}{3} \approx -0.207, \qquad db^{[2]} = \frac{-0.5 + 0.4 + 0.2}{3} \approx 0.033$$
#
# Since $W^{[2]} = [5]$ and the slopes are $0.64$, $0.36$ and $1$: $dZ^{[1]} = \begin{bmatrix} -2.5 \cdot 0.64 & 2 \cdot 0.36 & 1 \cdot 1 \end{bmatrix} = \begin{bmatrix} -1.6 & 0.72 & 1 \end{bmatrix}$. With $X$: $dW^{[1]} \approx \begin{bmatrix} -0.533 & 0.24 \end{bmatrix}$ and $db^{[1]} = 0.04$.
#
# **Predict the shape** of `np.sum(dZ, axis=1)` and of the same with `keepdims=True`, for `dZ` of shape $(4, 396)$.
#
# <details><summary>Check your prediction</summary>
#
# `(4,)` and `(4, 1)`. Only the second is a column like `b1`; subtracting the first from `b1` would silently make a $(4, 4)$ matrix of it.
#
# </details>
#
# **Test it yourself.** `gradient_check` in `given.py` moves every parameter a little and looks at your own cost. Once the function is written, run this; every number should be below `1e-7`.
#
# ```python
# from given import gradient_check
#
# rng = np.random.default_rng(1)
# points, labels = rng.normal(size=(2, 6)), np.array([[0, 1, 1, 0, 1, 0]])
# start = {"W1": rng.normal(size=(3, 2)), "b1": rng.normal(size=(3, 1)),
#          "W2": rng.normal(size=(1, 3)), "b2": rng.normal(size=(1, 1))}
# memory = forward_propagation(points, start)[1]
# slopes = backward_propagation(start, memory, points, labels)
# print(gradient_check(lambda p: compute_cost(forward_propagation(points, p)[0], labels), start, slopes))
# ```
#
# **Common traps.** No $\frac{1}{m}$, or twice; a sum without `keepdims`; $1 - Z^2$ for the slope; `*` where `@` belongs, and the reverse.
#
# <details><summary>Hint 1: the idea</summary>
#
# Both layers do the same two things with their $dZ$: a product with what came *into* the layer, and a sum over the examples. They differ in how $dZ$ comes about.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# Take $A^{[1]}$, $A^{[2]}$ and $Z^{[1]}$ from the cache and $W^{[2]}$ from the parameters. The gradient that arrives at the activations of the hidden layer is the part of the fourth equation to the left of $\odot$.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# $(n_y, n_h) = (n_y, m)(m, n_h)$; $(n_h, m) = (n_h, n_y)(n_y, m)$; $(n_h, n_x) = (n_h, m)(m, n_x)$. Which factor was turned over in each?
#
# </details>

# %% [markdown] lang="ko"
# ## 8. `backward_propagation`: 여섯 개의 식
#
# 이번 주의 핵심이다. 출력에서 거꾸로, 층마다 식이 세 개씩이다.
#
# $$dZ^{[2]} = A^{[2]} - Y, \qquad dW^{[2]} = \frac{1}{m} \, dZ^{[2]} A^{[1]T}, \qquad db^{[2]} = \frac{1}{m} \sum_{i=1}^{m} dZ^{[2](i)}$$
# $$dZ^{[1]} = W^{[2]T} dZ^{[2]} \odot g'(Z^{[1]}), \qquad dW^{[1]} = \frac{1}{m} \, dZ^{[1]} X^{T}, \qquad db^{[1]} = \frac{1}{m} \sum_{i=1}^{m} dZ^{[1](i)}$$
#
# 첫 식이 이토록 짧은 까닭은 시그모이드의 기울기가 교차 엔트로피의 미분과 약분되기 때문이다. 이것은 출력층에서만 일어난다. 은닉층에는 정답이 없다. 무엇을 잘못했는지는 $W^{[2]T}$을 통해 바로 뒤의 층에서 배우고, 그 가운데 얼마를 쓸 수 있는지는 $Z^{[1]}$에서의 tanh의 기울기가 정한다. 그 기울기는 1절에서 만들었다.
#
# **형태.** 기울기의 형태는 원래 것의 형태와 같다. $dW^{[1]}\,(n_h, n_x)$, $db^{[1]}\,(n_h, 1)$, $dW^{[2]}\,(n_y, n_h)$, $db^{[2]}\,(n_y, 1)$.
#
# **종이 위에서.** 6절의 신경망인데, 계산하기 쉽도록 $A^{[2]} = \begin{bmatrix} 0.5 & 0.4 & 0.2 \end{bmatrix}$로 두고 $Y = \begin{bmatrix} 1 & 0 & 0 \end{bmatrix}$이라 하자. 그러면 $dZ^{[2]} = \begin{bmatrix} -0.5 & 0.4 & 0.2 \end{bmatrix}$이다. $A^{[1]} = \begin{bmatrix} 0.6 & -0.8 & 0 \end{bmatrix}$이므로
#
# $$dW^{[2]} = \frac{-0.3 - 0.32 + 0}{3} \approx -0.207, \qquad db^{[2]} = \frac{-0.5 + 0.4 + 0.2}{3} \approx 0.033$$
#
# $W^{[2]} = [5]$이고 기울기가 $0.64$, $0.36$, $1$이므로 $dZ^{[1]} = \begin{bmatrix} -2.5 \cdot 0.64 & 2 \cdot 0.36 & 1 \cdot 1 \end{bmatrix} = \begin{bmatrix} -1.6 & 0.72 & 1 \end{bmatrix}$이다. 여기에 $X$를 쓰면 $dW^{[1]} \approx \begin{bmatrix} -0.533 & 0.24 \end{bmatrix}$, $db^{[1]} = 0.04$다.
#
# `dZ`의 형태가 $(4, 396)$일 때 `np.sum(dZ, axis=1)`과, 거기에 `keepdims=True`를 붙인 것의 **형태를 예측해 보자.**
#
# <details><summary>예측 확인</summary>
#
# `(4,)`와 `(4, 1)`이다. 둘째만 `b1`처럼 열이다. `b1`에서 첫째를 빼면 아무 경고 없이 $(4, 4)$ 행렬이 된다.
#
# </details>
#
# **스스로 확인하기.** `given.py`의 `gradient_check`는 매개변수를 하나씩 조금 움직이며 직접 만든 비용이 어떻게 변하는지 본다. 함수를 다 쓴 뒤 다음을 실행해 보자. 모든 수가 `1e-7`보다 작아야 한다.
#
# ```python
# from given import gradient_check
#
# rng = np.random.default_rng(1)
# points, labels = rng.normal(size=(2, 6)), np.array([[0, 1, 1, 0, 1, 0]])
# start = {"W1": rng.normal(size=(3, 2)), "b1": rng.normal(size=(3, 1)),
#          "W2": rng.normal(size=(1, 3)), "b2": rng.normal(size=(1, 1))}
# memory = forward_propagation(points, start)[1]
# slopes = backward_propagation(start, memory, points, labels)
# print(gradient_check(lambda p: compute_cost(forward_propagation(points, p)[0], labels), start, slopes))
# ```
#
# **흔한 함정.** $\frac{1}{m}$을 빠뜨리거나 두 번 곱한다. `keepdims` 없이 더한다. 기울기로 $1 - Z^2$을 쓴다. `@` 자리에 `*`를, 또는 그 반대로 쓴다.
#
# <details><summary>힌트 1: 아이디어</summary>
#
# 두 층 모두 자기 $dZ$로 같은 일을 두 가지 한다. 층에 *들어온* 값과의 곱, 그리고 예시에 대한 합이다. 다른 것은 $dZ$를 얻는 방법이다.
#
# </details>
# <details><summary>힌트 2: 식</summary>
#
# $A^{[1]}$, $A^{[2]}$, $Z^{[1]}$은 캐시에서, $W^{[2]}$는 매개변수에서 꺼낸다. 은닉층의 활성값에 도착하는 기울기는 넷째 식에서 $\odot$의 왼쪽 부분이다.
#
# </details>
# <details><summary>힌트 3: 형태</summary>
#
# $(n_y, n_h) = (n_y, m)(m, n_h)$, $(n_h, m) = (n_h, n_y)(n_y, m)$, $(n_h, n_x) = (n_h, m)(m, n_x)$. 각각 어느 쪽을 뒤집었는가?
#
# </details>


# %%
def backward_propagation(parameters, cache, X, Y):
    """Return the gradients of the cost with respect to all parameters.

    Parameters
    ----------
    parameters : dict of ndarray
        ``W1`` (n_h, n_x), ``b1`` (n_h, 1), ``W2`` (n_y, n_h), ``b2`` (n_y, 1).
    cache : dict of ndarray
        ``Z1``, ``A1``, ``Z2`` and ``A2``, as returned by `forward_propagation`.
    X : ndarray, shape (n_x, m)
        Input.
    Y : ndarray, shape (n_y, m)
        Labels, 0 or 1.

    Returns
    -------
    grads : dict of ndarray
        ``dW1``, ``db1``, ``dW2``, ``db2``, with the shapes of the parameters.
    """
    ### BEGIN SOLUTION
    m = X.shape[1]
    dZ2 = cache["A2"] - Y  # (n_y, m)
    dZ1 = tanh_backward(parameters["W2"].T @ dZ2, cache["Z1"])  # (n_h, m)
    return {
        "dW1": dZ1 @ X.T / m,
        "db1": np.sum(dZ1, axis=1, keepdims=True) / m,
        "dW2": dZ2 @ cache["A1"].T / m,
        "db2": np.sum(dZ2, axis=1, keepdims=True) / m,
    }
    ### END SOLUTION


# %% [markdown] lang="en"
# ## 9. `update_parameters`: one step downhill
#
# $$W^{[l]} := W^{[l]} - \alpha \, dW^{[l]}, \qquad b^{[l]} := b^{[l]} - \alpha \, db^{[l]}$$
#
# The gradient points uphill, hence the minus. The learning rate $\alpha$ is 1.2 unless somebody says otherwise: a bold step, which this small network can bear.
#
# **Shapes.** Nothing changes its shape.
#
# **On paper.** With $\alpha = 0.5$: $W^{[1]} = \begin{bmatrix} 1 & 2 \end{bmatrix}$ and $dW^{[1]} = \begin{bmatrix} -4 & 2 \end{bmatrix}$ give $\begin{bmatrix} 3 & 1 \end{bmatrix}$; $b^{[1]} = [0]$ and $db^{[1]} = [0.2]$ give $[-0.1]$.
#
# **Predict** what `update_parameters(parameters, grads, 0)` returns.
#
# <details><summary>Check your prediction</summary>
#
# The parameters as they are, with the same shapes: no step at all.
#
# </details>
#
# **Common traps.** Plus instead of minus; the biases forgotten; 1.2 written into the body although the caller named another rate.
#
# <details><summary>Hint 1: the idea</summary>
#
# Four parameters, four equal steps; each looks at its own gradient only.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# The key of a gradient is the key of its parameter with a `d` in front.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# The result is a dictionary with the keys and shapes of `parameters`.
#
# </details>

# %% [markdown] lang="ko"
# ## 9. `update_parameters`: 내리막 한 걸음
#
# $$W^{[l]} := W^{[l]} - \alpha \, dW^{[l]}, \qquad b^{[l]} := b^{[l]} - \alpha \, db^{[l]}$$
#
# 기울기는 오르막을 가리키므로 뺀다. 학습률 $\alpha$는 따로 정하지 않으면 1.2다. 큰 걸음이지만 이 작은 신경망은 견딜 수 있다.
#
# **형태.** 어느 것도 형태가 바뀌지 않는다.
#
# **종이 위에서.** $\alpha = 0.5$일 때 $W^{[1]} = \begin{bmatrix} 1 & 2 \end{bmatrix}$, $dW^{[1]} = \begin{bmatrix} -4 & 2 \end{bmatrix}$이면 $\begin{bmatrix} 3 & 1 \end{bmatrix}$이 되고, $b^{[1]} = [0]$, $db^{[1]} = [0.2]$이면 $[-0.1]$이 된다.
#
# `update_parameters(parameters, grads, 0)`은 무엇을 돌려줄지 **예측해 보자.**
#
# <details><summary>예측 확인</summary>
#
# 원래의 매개변수를 그대로, 같은 형태로 돌려준다. 한 걸음도 움직이지 않는다.
#
# </details>
#
# **흔한 함정.** 빼지 않고 더한다. 편향을 잊는다. 부르는 쪽이 다른 학습률을 넘겼는데도 본문에 1.2를 적어 둔다.
#
# <details><summary>힌트 1: 아이디어</summary>
#
# 매개변수 넷이 똑같은 방식으로 움직인다. 저마다 자기 기울기만 본다.
#
# </details>
# <details><summary>힌트 2: 식</summary>
#
# 기울기의 키는 매개변수의 키 앞에 `d`를 붙인 것이다.
#
# </details>
# <details><summary>힌트 3: 형태</summary>
#
# 결과는 `parameters`와 키도 형태도 같은 딕셔너리다.
#
# </details>


# %%
def update_parameters(parameters, grads, learning_rate=1.2):
    """Return the parameters after one step of gradient descent.

    Parameters
    ----------
    parameters : dict of ndarray
        ``W1``, ``b1``, ``W2``, ``b2``.
    grads : dict of ndarray
        ``dW1``, ``db1``, ``dW2``, ``db2``, of the same shapes.
    learning_rate : float
        Size of the step.

    Returns
    -------
    parameters : dict of ndarray
        The keys and shapes of `parameters`.
    """
    ### BEGIN SOLUTION
    updated = {}
    for name, value in parameters.items():
        updated[name] = value - learning_rate * grads["d" + name]
    return updated
    ### END SOLUTION


# %% [markdown] lang="en"
# ## 10. `nn_model`: train the network
#
# Now the parts are put together. Find the sizes, start from `initialize_parameters`, and then `num_iterations` times: forward, cost, backward, update, with the learning rate that `update_parameters` has by default.
#
# $$\text{forward} \rightarrow J \rightarrow \text{backward} \rightarrow \text{update}, \qquad \text{again and again}$$
#
# This time the number of hidden units is the argument `n_h`. If `print_cost` is true, print the cost every 1000 iterations: it should fall, fast at first and then ever more slowly.
#
# **Shapes.** $X$ $(n_x, m)$, $Y$ $(n_y, m)$; the result is the dictionary of the trained parameters, in the shapes of section 5.
#
# **On paper.** Sections 6 to 9 are one iteration. With `num_iterations=3` the parts are called in this order: sizes, initialize; forward, cost, backward, update; forward, cost, backward, update; forward, cost, backward, update. Fourteen calls in all, of which one is random.
#
# **Predict the shape** of `nn_model(X, Y, 7, 10)["W2"]` for the flower.
#
# <details><summary>Check your prediction</summary>
#
# $(1, 7)$: one output unit listens to seven hidden ones. Training changes numbers, never shapes.
#
# </details>
#
# **Common traps.** Throwing away what `update_parameters` returns; starting afresh inside the loop; going forward only once, before the loop; the 4 of `layer_sizes` instead of `n_h`; a `return` inside the loop.
#
# <details><summary>Hint 1: the idea</summary>
#
# What changes from one iteration to the next is one thing only: the parameters.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# Of the three sizes you need the first and the last. In the loop there are four calls, each fed by the one before it.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# If the shape of a parameter changes during training, its gradient had the wrong shape: look at section 8.
#
# </details>

# %% [markdown] lang="ko"
# ## 10. `nn_model`: 신경망 학습시키기
#
# 이제 부분들을 하나로 모은다. 크기를 구하고 `initialize_parameters`에서 출발해 순전파, 비용, 역전파, 갱신을 `num_iterations`번 되풀이한다. 학습률은 `update_parameters`의 기본값을 쓴다.
#
# $$\text{forward} \rightarrow J \rightarrow \text{backward} \rightarrow \text{update} \rightarrow \text{forward} \rightarrow \cdots$$
#
# 이번에는 은닉 유닛의 수가 인자 `n_h`다. `print_cost`가 참이면 1000번마다 비용을 출력한다. 비용은 처음에 빠르게, 나중에는 점점 느리게 줄어들어야 한다.
#
# **형태.** $X$는 $(n_x, m)$, $Y$는 $(n_y, m)$이고, 결과는 학습한 매개변수의 딕셔너리다. 형태는 5절과 같다.
#
# **종이 위에서.** 6절부터 9절까지가 반복 한 번이다. `num_iterations=3`이면 크기, 초기화, 이어서 순전파·비용·역전파·갱신, 순전파·비용·역전파·갱신, 순전파·비용·역전파·갱신의 순서로 부른다. 모두 열네 번이고, 난수를 쓰는 것은 한 번뿐이다.
#
# 꽃이라면 `nn_model(X, Y, 7, 10)["W2"]`의 **형태가 무엇일지 예측해 보자.**
#
# <details><summary>예측 확인</summary>
#
# $(1, 7)$이다. 출력 유닛 하나가 은닉 유닛 일곱 개의 값을 받는다. 학습은 수를 바꿀 뿐 형태는 바꾸지 않는다.
#
# </details>
#
# **흔한 함정.** `update_parameters`가 돌려준 것을 버린다. 반복문 안에서 다시 초기화한다. 순전파를 반복문 앞에서 한 번만 한다. `n_h` 대신 `layer_sizes`의 4를 쓴다. 반복문 안에서 `return`한다.
#
# <details><summary>힌트 1: 아이디어</summary>
#
# 반복과 반복 사이에 달라지는 것은 오직 하나, 매개변수다.
#
# </details>
# <details><summary>힌트 2: 식</summary>
#
# 세 크기 가운데 첫째와 마지막이 필요하다. 반복문 안에는 호출이 네 번 있고, 저마다 바로 앞의 결과를 받는다.
#
# </details>
# <details><summary>힌트 3: 형태</summary>
#
# 학습하는 동안 매개변수의 형태가 바뀌었다면 그 기울기의 형태가 잘못된 것이다. 8절을 살펴보자.
#
# </details>


# %%
def nn_model(X, Y, n_h, num_iterations=10000, print_cost=False):
    """Return the parameters of a network trained by gradient descent.

    Starts from `initialize_parameters`; each step has the default learning rate of
    `update_parameters`.

    Parameters
    ----------
    X : ndarray, shape (n_x, m)
        Input, one example per column.
    Y : ndarray, shape (n_y, m)
        Labels, 0 or 1.
    n_h : int
        Number of hidden units.
    num_iterations : int
        Number of steps.
    print_cost : bool
        Whether to print the cost every 1000 iterations.

    Returns
    -------
    parameters : dict of ndarray
        ``W1`` (n_h, n_x), ``b1`` (n_h, 1), ``W2`` (n_y, n_h), ``b2`` (n_y, 1).
    """
    ### BEGIN SOLUTION
    n_x, _, n_y = layer_sizes(X, Y)
    parameters = initialize_parameters(n_x, n_h, n_y)
    for i in range(num_iterations):
        A2, cache = forward_propagation(X, parameters)
        cost = compute_cost(A2, Y)
        grads = backward_propagation(parameters, cache, X, Y)
        parameters = update_parameters(parameters, grads)
        if print_cost and i % 1000 == 0:
            print(f"iteration {i}: cost {cost:.6f}")
    return parameters
    ### END SOLUTION


# %% [markdown] lang="en"
# ## 11. `predict`: from a probability to an answer
#
# $$\hat{y}^{(i)} = 1 \;\; \mathrm{if} \;\; a^{[2](i)} \gt 0.5, \quad \mathrm{else} \;\; 0$$
#
# **Shapes.** $X$ is $(n_x, m)$; the result is $(1, m)$, with an answer for every example.
#
# **On paper.** The network of section 6 gives $A^{[2]} \approx \begin{bmatrix} 0.982 & 0.047 & 0.731 \end{bmatrix}$, so the answers are $\begin{bmatrix} 1 & 0 & 1 \end{bmatrix}$.
#
# **Predict the shape** of `predict(parameters, np.zeros((2, 9)))` for a network with two inputs, and how many different answers it has.
#
# <details><summary>Check your prediction</summary>
#
# $(1, 9)$, all the same: nine equal columns get nine equal answers.
#
# </details>
#
# **Common traps.** Comparing $X$ or $Z^{[2]}$ with 0.5; returning the probabilities; losing an axis, which leaves shape $(m,)$.
#
# <details><summary>Hint 1: the idea</summary>
#
# Going forward is all the work; what remains is a comparison.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# Comparing an array with a number compares every entry. Your forward function returns two things; one of them is needed.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# A comparison does not change the shape: $(1, m)$ before, $(1, m)$ after.
#
# </details>

# %% [markdown] lang="ko"
# ## 11. `predict`: 확률에서 답으로
#
# $$\hat{y}^{(i)} = 1 \;\; (a^{[2](i)} \gt 0.5), \qquad \hat{y}^{(i)} = 0 \;\; (a^{[2](i)} \le 0.5)$$
#
# **형태.** $X$는 $(n_x, m)$이고, 결과는 예시마다 답이 하나씩인 $(1, m)$이다.
#
# **종이 위에서.** 6절의 신경망에서 $A^{[2]} \approx \begin{bmatrix} 0.982 & 0.047 & 0.731 \end{bmatrix}$이므로 답은 $\begin{bmatrix} 1 & 0 & 1 \end{bmatrix}$이다.
#
# 입력이 둘인 신경망에서 `predict(parameters, np.zeros((2, 9)))`의 **형태를 예측해 보자.** 서로 다른 답은 몇 가지인가?
#
# <details><summary>예측 확인</summary>
#
# $(1, 9)$이고 답은 모두 같다. 똑같은 열 아홉 개에는 똑같은 답 아홉 개가 나온다.
#
# </details>
#
# **흔한 함정.** $X$나 $Z^{[2]}$를 0.5와 비교한다. 확률을 그대로 돌려준다. 축 하나를 잃어 형태가 $(m,)$이 된다.
#
# <details><summary>힌트 1: 아이디어</summary>
#
# 순전파가 할 일의 전부다. 남은 것은 비교 한 번이다.
#
# </details>
# <details><summary>힌트 2: 식</summary>
#
# 배열과 수를 비교하면 모든 원소를 비교한다. 순전파 함수는 두 가지를 돌려주는데, 필요한 것은 그중 하나다.
#
# </details>
# <details><summary>힌트 3: 형태</summary>
#
# 비교는 형태를 바꾸지 않는다. 비교하기 전에도 $(1, m)$, 비교한 뒤에도 $(1, m)$이다.
#
# </details>


# %%
def predict(parameters, X):
    """Return the predicted label of every example.

    Parameters
    ----------
    parameters : dict of ndarray
        ``W1`` (n_h, n_x), ``b1`` (n_h, 1), ``W2`` (1, n_h), ``b2`` (1, 1).
    X : ndarray, shape (n_x, m)
        Input, one example per column.

    Returns
    -------
    predictions : ndarray, shape (1, m)
        1 where the probability is above 0.5, else 0.
    """
    ### BEGIN SOLUTION
    A2, _ = forward_propagation(X, parameters)
    return (A2 > 0.5).astype(int)
    ### END SOLUTION


# %% [markdown] lang="en"
# ## The flower
#
# When all functions are written, run the next cell. It takes a few seconds at most, should reach an accuracy of about 94 %, and draws what the network has learned in letters. Then try other numbers of hidden units. This is what the reference found, with the share of points on the right side:
#
# ![Decision boundaries on the flower for 1, 2, 4 and 20 hidden units: one straight line, 65 %; stripes, 74 %; six sectors, 94 %; six sectors with a slightly more winding border, 95 %](figures/boundaries.svg)
#
# One unit draws a single line across the plane, as logistic regression would. Two draw stripes. Four are enough for six petals. Twenty win one more point in a hundred, by following single points near the middle. Whether this helps on *new* points the training data cannot tell: a number like $n_h$ is chosen by the results on development data, not by the cost on the training data.

# %% [markdown] lang="ko"
# ## 꽃
#
# 함수를 모두 썼다면 다음 셀을 실행해 보자. 길어야 몇 초 걸리고, 정확도는 94 %쯤이어야 하며, 신경망이 배운 것을 글자로 그려 준다. 그다음 은닉 유닛의 수를 바꾸어 보자. 다음은 기준 구현이 얻은 결과이고, 수는 옳은 쪽에 놓인 점의 비율이다.
#
# ![은닉 유닛이 1, 2, 4, 20개일 때 꽃의 결정 경계. 직선 하나 65 %, 줄무늬 74 %, 여섯 갈래 94 %, 경계가 조금 더 구불구불한 여섯 갈래 95 %](figures/boundaries.svg)
#
# 유닛 하나는 로지스틱 회귀처럼 평면에 직선 하나를 긋는다. 둘이면 줄무늬가 된다. 꽃잎 여섯 장에는 넷이면 충분하다. 스무 개는 가운데 근처의 점들을 하나하나 따라가서 백 개에 하나쯤을 더 맞힌다. 그것이 *새로운* 점에도 도움이 되는지는 훈련 데이터로 알 수 없다. $n_h$ 같은 수는 훈련 데이터의 비용이 아니라 개발 데이터에서의 결과를 보고 고른다.

# %%
if __name__ == "__main__":
    flower, petals = load_planar()
    trained = nn_model(flower, petals, n_h=4, print_cost=True)
    accuracy = np.mean(predict(trained, flower) == petals)
    drawing = text_map(lambda points: predict(trained, points))
    print(f"accuracy {accuracy:.3f}", drawing, sep="\n")

# %% [markdown] lang="en"
# ## Before the quiz
#
# Three questions of the kind that the weekly quiz asks.
#
# **1.** The flower is given to a network with 6 hidden units whose `W1` is all zero but whose `W2` is random. After one step, are the six rows of `W1` still equal?
#
# <details><summary>Answer</summary>
#
# No. Row $i$ of $dZ^{[1]}$ is $dZ^{[2]}$ times the $i$-th entry of $W^{[2]}$ times a slope, which is 1 everywhere since $Z^{[1]} = 0$. The entries of $W^{[2]}$ differ, so the rows of $dW^{[1]}$ do. It takes *both* layers to be zero for the symmetry to last.
#
# </details>
#
# **2.** A network has 10 inputs, 6 hidden units and 1 output; it is trained on 80 examples. What are the shapes of $W^{[2]}$, $b^{[1]}$, $dZ^{[1]}$ and $A^{[2]}$?
#
# <details><summary>Answer</summary>
#
# $(1, 6)$, $(6, 1)$, $(6, 80)$ and $(1, 80)$. The number of inputs appears in none of them.
#
# </details>
#
# **3.** Somebody replaces tanh by Leaky ReLU with `slope=1`. Which boundaries can the network draw now, with 4 hidden units and with 400?
#
# <details><summary>Answer</summary>
#
# Straight lines only, in both cases. With slope 1 the activation is the identity, so $Z^{[2]} = W^{[2]}(W^{[1]} X + b^{[1]}) + b^{[2]}$ is linear in $X$, however many units there are in between.
#
# </details>

# %% [markdown] lang="ko"
# ## 퀴즈 전에
#
# 주간 퀴즈와 비슷한 물음 세 개를 풀어 보자.
#
# **1.** 은닉 유닛이 6개인 신경망에 꽃을 주었다. `W1`은 모두 0이고 `W2`는 난수다. 한 걸음 움직인 뒤에도 `W1`의 여섯 행은 서로 같은가?
#
# <details><summary>답</summary>
#
# 같지 않다. $dZ^{[1]}$의 $i$행은 $dZ^{[2]}$에 $W^{[2]}$의 $i$번째 원소와 기울기를 곱한 것이고, $Z^{[1]} = 0$이므로 기울기는 어디서나 1이다. $W^{[2]}$의 원소들이 서로 다르므로 $dW^{[1]}$의 행들도 다르다. 대칭이 계속 남으려면 *두 층 모두* 0이어야 한다.
#
# </details>
#
# **2.** 입력 10개, 은닉 유닛 6개, 출력 1개인 신경망을 예시 80개로 학습시킨다. $W^{[2]}$, $b^{[1]}$, $dZ^{[1]}$, $A^{[2]}$의 형태는 무엇인가?
#
# <details><summary>답</summary>
#
# $(1, 6)$, $(6, 1)$, $(6, 80)$, $(1, 80)$이다. 입력의 수는 어디에도 나타나지 않는다.
#
# </details>
#
# **3.** tanh를 `slope=1`인 Leaky ReLU로 바꾸었다. 은닉 유닛이 4개일 때와 400개일 때, 이 신경망은 어떤 경계를 그을 수 있는가?
#
# <details><summary>답</summary>
#
# 두 경우 모두 직선뿐이다. 기울기가 1이면 활성화 함수는 항등함수이므로, 그 사이에 유닛이 몇 개 있든 $Z^{[2]} = W^{[2]}(W^{[1]} X + b^{[1]}) + b^{[2]}$는 $X$의 일차식이다.
#
# </details>
