# %% [markdown] lang="en"
# # Logistic regression without loops
#
# Last week you found the gradients of one unit by going through the examples one by one. Now the same unit is trained on all examples at once: **no loop over the examples, none over the features.** The one loop that remains goes over the steps of training, since each step starts where the last one ended.
#
# ![Two clouds of points and the line between them where the prediction is one half](figures/decision_boundary.svg)
#
# Each point is a flower, its two coordinates the length and the width of its petals, its colour the kind. The model looks for the straight line that separates the kinds: on the line it answers 0.5, far from it close to 0 or 1.
#
# ```
#  w, b = 0 --> [ propagate: A, cost, dw, db ] --> [ w, b one step downhill ] --+
#                         ^                                                     |
#                         +------------------- num_iterations times ------------+
# ```
#
# | symbol | meaning | shape |
# |---|---|---|
# | $n$ | number of features of an example | |
# | $m$ | number of examples | |
# | $X$ | the examples; **each column is one example** | $(n, m)$ |
# | $Y$ | the labels, 0 or 1 | $(1, m)$ |
# | $w$, and $dw$ | weights, and their gradient | $(n, 1)$ |
# | $b$, and $db$ | bias, and its gradient | a number |
# | $Z$, $A$, $dZ$ | before the sigmoid, after it, and the gradient | $(1, m)$ |
#
# The five functions stand in the order in which they are called, so work from top to bottom. The file `given.py` brings `sigmoid`, and `flowers`, which makes the points of the picture. `autograder check` compares your functions with the public examples, among them the worked examples below.

# %% [markdown] lang="ko"
# # 반복문 없는 로지스틱 회귀
#
# 지난주에는 예시를 하나씩 지나며 유닛 하나의 기울기를 구했다. 이제 같은 유닛을 모든 예시로 한꺼번에 학습시킨다. **예시에 대한 반복문도, 특징에 대한 반복문도 없다.** 남는 것은 학습 걸음에 대한 반복문 하나뿐이다. 걸음마다 앞 걸음이 끝난 곳에서 출발하기 때문이다.
#
# ![점들이 이룬 두 무리와, 예측이 2분의 1이 되는 경계선](figures/decision_boundary.svg)
#
# 점 하나가 꽃 한 송이다. 두 좌표는 꽃잎의 길이와 너비이고 색은 품종이다. 모델은 두 품종을 가르는 직선을 찾는다. 직선 위에서는 0.5라고 답하고, 직선에서 멀어질수록 0이나 1에 가까운 답을 낸다.
#
# ```
#  w, b = 0 --> [ propagate: A, cost, dw, db ] --> [ w, b one step downhill ] --+
#                         ^                                                     |
#                         +------------------- num_iterations times ------------+
# ```
#
# | 기호 | 뜻 | 형태 |
# |---|---|---|
# | $n$ | 예시 하나의 특징 수 | |
# | $m$ | 예시의 수 | |
# | $X$ | 예시들. **열 하나가 예시 하나다** | $(n, m)$ |
# | $Y$ | 정답, 0 또는 1 | $(1, m)$ |
# | $w$와 $dw$ | 가중치와 그 기울기 | $(n, 1)$ |
# | $b$와 $db$ | 편향과 그 기울기 | 수 하나 |
# | $Z$, $A$, $dZ$ | 시그모이드를 지나기 전과 지난 후, 그리고 기울기 | $(1, m)$ |
#
# 함수 다섯 개는 호출되는 순서대로 놓여 있으니 위에서 아래로 풀어 나가자. `given.py`에는 `sigmoid`와, 그림의 점들을 만드는 `flowers`가 들어 있다. `autograder check`를 실행하면 작성한 함수를 공개 예제와 비교해 준다. 아래 본문의 예도 거기에 들어 있다.

# %%
import numpy as np
from given import sigmoid

# %% [markdown] lang="en"
# ## 1. `initialize_with_zeros`: where training starts
#
# One unit may start at zero. (A layer of several may not: its units would stay copies of each other. That is next week's story.) With $w = 0$ and $b = 0$ the unit answers $\sigma(0) = 0.5$ to everything, which is an honest "I do not know yet".
#
# $$w = \begin{bmatrix} 0 \\ \vdots \\ 0 \end{bmatrix}, \qquad b = 0$$
#
# **Shapes.** `w` is a column $(n, 1)$ with as many rows as there are features; `b` is a plain number.
#
# **On paper.** For two features, `w` is `[[0.] [0.]]`, with brackets for two axes.
#
# **Predict the shape** of `w` for pictures of $64 \times 64$ pixels and three colours.
#
# <details><summary>Check your prediction</summary>
#
# $(12288, 1)$: a picture is unrolled into one column, and each of its numbers has a weight.
#
# </details>
#
# **Common traps.** The rank-1 shape `(n,)`; a row instead of a column; a whole column of biases.
#
# <details><summary>Hint 1: the idea</summary>
#
# `w` looks like one column of `X`: each feature meets its weight.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# numpy makes arrays of zeros; it wants the shape as one argument.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# For `dim = 2`, `w.shape` is `(2, 1)`, and `b` has no shape at all.
#
# </details>

# %% [markdown] lang="ko"
# ## 1. `initialize_with_zeros`: 학습의 출발점
#
# 유닛이 하나라면 0에서 출발해도 된다. (유닛이 여럿인 층은 안 된다. 유닛들이 서로의 복사본으로 남기 때문이다. 그것은 다음 주 이야기다.) $w = 0$, $b = 0$이면 유닛은 무엇을 보든 $\sigma(0) = 0.5$라고 답한다. "아직 모른다"는 솔직한 대답이다.
#
# $$w = \begin{bmatrix} 0 \\ \vdots \\ 0 \end{bmatrix}, \qquad b = 0$$
#
# **형태.** `w`는 행의 수가 특징의 수와 같은 열 $(n, 1)$이고, `b`는 그냥 수 하나다.
#
# **종이 위에서.** 특징이 두 개라면 `w`는 `[[0.] [0.]]`이다. 축이 둘이므로 대괄호도 두 겹이다.
#
# $64 \times 64$ 픽셀에 색이 세 가지인 사진이라면 `w`의 **형태가 무엇일지 예측해 보자.**
#
# <details><summary>예측 확인</summary>
#
# $(12288, 1)$이다. 사진은 열 하나로 펼쳐지고, 그 수마다 가중치가 하나씩 있다.
#
# </details>
#
# **흔한 함정.** 형태가 `(n,)`인 랭크 1 배열을 만든다. 열이 아니라 행을 만든다. 편향을 열로 만든다.
#
# <details><summary>힌트 1: 생각</summary>
#
# `w`는 `X`의 열 하나처럼 생겼다. 특징마다 자기 가중치를 만난다.
#
# </details>
# <details><summary>힌트 2: 식</summary>
#
# 0으로 채운 배열은 numpy가 만들어 준다. 형태는 인자 하나로 넘긴다.
#
# </details>
# <details><summary>힌트 3: 형태</summary>
#
# `dim = 2`라면 `w.shape`은 `(2, 1)`이고, `b`에는 형태가 없다.
#
# </details>


# %%
def initialize_with_zeros(dim):
    """Return the parameters with which training starts.

    Parameters
    ----------
    dim : int
        Number of features, n.

    Returns
    -------
    w : ndarray, shape (n, 1)
        Weights, all 0.
    b : float
        Bias, 0.
    """
    ### BEGIN SOLUTION
    return np.zeros((dim, 1)), 0.0
    ### END SOLUTION


# %% [markdown] lang="en"
# ## 2. `propagate`: the cost, and which way is down
#
# Forward: all predictions in one line, since the number $b$ is broadcast to all examples. Then the cost, the mean of the cross-entropy.
#
# $$Z = w^{T} X + b, \qquad A = \sigma(Z), \qquad J = -\frac{1}{m} \sum_{i=1}^{m} \left( y^{(i)} \log a^{(i)} + (1 - y^{(i)}) \log (1 - a^{(i)}) \right)$$
#
# Why this cost? The model says "1" with probability $a$ and "0" with probability $1 - a$, which is $a^{y} (1 - a)^{1 - y}$ for the label $y$. The labels of independent examples have the product of these as their probability. Its logarithm is a sum, and its negative mean is $J$: the lowest cost is the **maximum likelihood**. The squared error would be a poor choice here, since behind a sigmoid it can have several valleys.
#
# Backward: the slope with respect to $z$ is simply "prediction minus truth", and each feature passes it on to its weight.
#
# $$dZ = A - Y, \qquad dw = \frac{1}{m} X \, dZ^{T}, \qquad db = \frac{1}{m} \sum_{i=1}^{m} dz^{(i)}$$
#
# The function returns `grads`, a dictionary with the keys `dw` and `db`, and the cost.
#
# **Shapes.** $w^{T} X$ is $(1, n)(n, m) = (1, m)$; $X \, dZ^{T}$ is $(n, m)(m, 1) = (n, 1)$, the shape of $w$. `db` and the cost are single numbers.
#
# **On paper.** With $w = 0$ and $b = 0$, every $a$ is $0.5$. Take four examples of two features:
#
# $$X = \begin{bmatrix} 1 & 2 & 3 & -2 \\ 0 & -1 & 1 & 4 \end{bmatrix}, \quad Y = \begin{bmatrix} 1 & 0 & 1 & 1 \end{bmatrix}, \quad dZ = \begin{bmatrix} -0.5 & 0.5 & -0.5 & -0.5 \end{bmatrix}$$
#
# $$dw = \frac{1}{4} \begin{bmatrix} -0.5 + 1 - 1.5 + 1 \\ 0 - 0.5 - 0.5 - 2 \end{bmatrix} = \begin{bmatrix} 0 \\ -0.75 \end{bmatrix}, \quad db = \frac{-1}{4} = -0.25, \quad J = \log 2 \approx 0.693$$
#
# **Predict the shape** of `np.dot(X, A - Y)` for this `X`, and what numpy does.
#
# <details><summary>Check your prediction</summary>
#
# There is none: $(2, 4)$ times $(1, 4)$ has the inner numbers 4 and 1, and numpy raises an error. Be glad of it: the shapes have told you that a transpose is missing.
#
# </details>
#
# **Common traps.** A missing $\frac{1}{m}$; $m$ taken from the rows of `X`; the minus sign of the cost; `db` of shape $(1, 1)$.
#
# <details><summary>Hint 1: the idea</summary>
#
# Five lines, one for each of the five equations: $A$, $J$, $dZ$, $dw$, $db$. Print the shape after each.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# Labels and logarithms meet entry by entry: `*`. Weights and features meet in a sum of products: `np.dot` or `@`. In $X \, dZ^{T}$ the matrix product does the sum over the examples for you.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# $m$ is the number of columns. A sum without `axis` gives a number, which is right for `db` and for the cost.
#
# </details>

# %% [markdown] lang="ko"
# ## 2. `propagate`: 비용, 그리고 내리막의 방향
#
# 순전파는 한 줄이면 된다. 수 하나인 $b$가 모든 예시에 브로드캐스팅되기 때문이다. 그다음에 교차 엔트로피의 평균인 비용을 구한다.
#
# $$Z = w^{T} X + b, \qquad A = \sigma(Z), \qquad J = -\frac{1}{m} \sum_{i=1}^{m} \left( y^{(i)} \log a^{(i)} + (1 - y^{(i)}) \log (1 - a^{(i)}) \right)$$
#
# 왜 이 비용인가? 모델은 확률 $a$로 "1"이라 하고 확률 $1 - a$로 "0"이라 한다. 정답이 $y$일 확률로 쓰면 $a^{y} (1 - a)^{1 - y}$다. 예시들이 독립이면 정답 전체의 확률은 이것들의 곱이다. 로그를 취하면 합이 되고, 그 평균에 음의 부호를 붙인 것이 $J$다. 비용이 가장 낮은 곳이 곧 **최대 가능도**다. 제곱 오차는 여기에 알맞지 않다. 시그모이드 뒤에서는 골짜기가 여러 개 생길 수 있기 때문이다.
#
# 역전파에서 $z$에 대한 기울기는 그저 "예측 빼기 정답"이고, 특징마다 그것을 자기 가중치에 전한다.
#
# $$dZ = A - Y, \qquad dw = \frac{1}{m} X \, dZ^{T}, \qquad db = \frac{1}{m} \sum_{i=1}^{m} dz^{(i)}$$
#
# 이 함수는 키가 `dw`와 `db`인 딕셔너리 `grads`와 비용을 돌려준다.
#
# **형태.** $w^{T} X$는 $(1, n)(n, m) = (1, m)$이고, $X \, dZ^{T}$는 $(n, m)(m, 1) = (n, 1)$로 $w$의 형태와 같다. `db`와 비용은 수 하나다.
#
# **종이 위에서.** $w = 0$, $b = 0$이면 $a$는 모두 $0.5$다. 특징이 두 개인 예시 네 개를 놓자.
#
# $$X = \begin{bmatrix} 1 & 2 & 3 & -2 \\ 0 & -1 & 1 & 4 \end{bmatrix}, \quad Y = \begin{bmatrix} 1 & 0 & 1 & 1 \end{bmatrix}, \quad dZ = \begin{bmatrix} -0.5 & 0.5 & -0.5 & -0.5 \end{bmatrix}$$
#
# $$dw = \frac{1}{4} \begin{bmatrix} -0.5 + 1 - 1.5 + 1 \\ 0 - 0.5 - 0.5 - 2 \end{bmatrix} = \begin{bmatrix} 0 \\ -0.75 \end{bmatrix}, \quad db = \frac{-1}{4} = -0.25, \quad J = \log 2 \approx 0.693$$
#
# 이 `X`로 `np.dot(X, A - Y)`를 계산하면 **형태가 무엇일지**, numpy가 어떻게 할지 **예측해 보자.**
#
# <details><summary>예측 확인</summary>
#
# 답이 없다. $(2, 4)$와 $(1, 4)$의 곱은 안쪽 수가 4와 1이어서 numpy가 오류를 낸다. 반가운 일이다. 전치가 하나 빠졌다고 형태가 알려 준 것이다.
#
# </details>
#
# **흔한 함정.** $\frac{1}{m}$을 빠뜨린다. $m$을 `X`의 행 수로 구한다. 비용의 음의 부호를 빠뜨린다. `db`의 형태가 $(1, 1)$이 된다.
#
# <details><summary>힌트 1: 생각</summary>
#
# 식 다섯 개를 한 줄씩 쓰자. $A$, $J$, $dZ$, $dw$, $db$. 줄마다 형태를 출력해 보자.
#
# </details>
# <details><summary>힌트 2: 식</summary>
#
# 정답과 로그는 원소끼리 만난다. `*`다. 가중치와 특징은 곱의 합으로 만난다. `np.dot`이나 `@`다. $X \, dZ^{T}$에서는 예시에 대한 합을 행렬 곱이 대신 구해 준다.
#
# </details>
# <details><summary>힌트 3: 형태</summary>
#
# $m$은 열의 수다. `axis` 없이 더하면 수 하나가 된다. `db`와 비용에는 그것이 맞다.
#
# </details>


# %%
def propagate(w, b, X, Y):
    """Return the gradients of the cost, and the cost, for all examples at once.

    Parameters
    ----------
    w : ndarray, shape (n, 1)
        Weights.
    b : float
        Bias.
    X : ndarray, shape (n, m)
        Examples, one per column.
    Y : ndarray, shape (1, m)
        Labels, 0 or 1.

    Returns
    -------
    grads : dict
        ``dw`` (n, 1) and ``db``, a number.
    cost : float
        The mean cross-entropy, a single number of shape ().
    """
    ### BEGIN SOLUTION
    m = X.shape[1]
    A = sigmoid(np.dot(w.T, X) + b)  # (1, m)
    cost = -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    dZ = A - Y
    return {"dw": np.dot(X, dZ.T) / m, "db": np.sum(dZ) / m}, cost
    ### END SOLUTION


# %% [markdown] lang="en"
# ## 3. `optimize`: many steps downhill
#
# A step subtracts the gradient, times the learning rate $\alpha$, from each parameter. Repeat.
#
# $$w := w - \alpha \, dw, \qquad b := b - \alpha \, db$$
#
# Both gradients belong to the **same** $w$ and $b$: compute them together, then move both. Before each step whose number is a multiple of 100, counted from 0, put the cost into the list `costs`; if `print_cost` is true, print it too.
#
# ![Three curves of the cost over the steps: one hardly falls, one falls steadily, one goes up and down](figures/learning_rates.svg)
#
# The three curves differ in the learning rate only. The lowest one crawls. The middle one goes down steadily. The highest steps over the valley, and back, and over again. (For this picture the flowers were measured from zero, not from their mean, which makes the valley narrow.) Small enough, the rate makes the cost fall with every step; if your cost rises, look at the sign of the step first and at the rate second.
#
# **Shapes.** `params` is a dictionary of `w` and `b`, of the shapes in which they came in. `grads` is what the last call of `propagate` returned. `costs` is a list of numbers.
#
# **On paper.** One step of $\alpha = 0.4$ from the example of section 2: $w = \begin{bmatrix} 0 \\ 0 \end{bmatrix} - 0.4 \begin{bmatrix} 0 \\ -0.75 \end{bmatrix} = \begin{bmatrix} 0 \\ 0.3 \end{bmatrix}$, $b = 0 - 0.4 \cdot (-0.25) = 0.1$. `costs` holds one number, $0.693$.
#
# **Predict** how many entries `costs` has after 250 steps.
#
# <details><summary>Check your prediction</summary>
#
# Three: before step 0, 100 and 200.
#
# </details>
#
# **Common traps.** Adding the gradient; moving only `w`; computing the gradients once, in front of the loop; a `return` inside the loop; a number where `learning_rate` belongs.
#
# <details><summary>Hint 1: the idea</summary>
#
# Inside the loop: look (`propagate`), note the cost if it is time for that, move. After it: pack up what is asked for.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# The remainder of `i` divided by 100 tells whether it is time.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# Nothing changes its shape while training. If `w` grows columns, a gradient has lost an axis.
#
# </details>

# %% [markdown] lang="ko"
# ## 3. `optimize`: 내리막 여러 걸음
#
# 걸음마다 매개변수에서 기울기에 학습률 $\alpha$를 곱한 값을 뺀다. 이것을 되풀이한다.
#
# $$w := w - \alpha \, dw, \qquad b := b - \alpha \, db$$
#
# 두 기울기는 **같은** $w$와 $b$에서 구한 것이어야 한다. 함께 계산한 다음 함께 움직이자. 걸음의 번호를 0부터 세어 100의 배수인 걸음을 떼기 전마다 비용을 리스트 `costs`에 담는다. `print_cost`가 참이면 출력도 한다.
#
# ![걸음에 따른 비용 곡선 세 개. 하나는 거의 내려가지 않고, 하나는 꾸준히 내려가고, 하나는 오르내린다](figures/learning_rates.svg)
#
# 세 곡선은 학습률만 다르다. 가장 작은 학습률은 기어간다. 가운데 것은 꾸준히 내려간다. 가장 큰 것은 골짜기를 넘어갔다가 되돌아오기를 거듭한다. (이 그림에서는 꽃을 평균이 아니라 0에서부터 쟀다. 그러면 골짜기가 좁아진다.) 학습률이 충분히 작으면 비용은 걸음마다 내려간다. 비용이 올라간다면 먼저 걸음의 부호를, 그다음에 학습률을 살펴보자.
#
# **형태.** `params`는 `w`와 `b`의 딕셔너리이고 형태는 들어올 때와 같다. `grads`는 `propagate`를 마지막으로 불렀을 때의 결과다. `costs`는 수의 리스트다.
#
# **종이 위에서.** 2절의 예에서 $\alpha = 0.4$로 한 걸음 가면 $w = \begin{bmatrix} 0 \\ 0 \end{bmatrix} - 0.4 \begin{bmatrix} 0 \\ -0.75 \end{bmatrix} = \begin{bmatrix} 0 \\ 0.3 \end{bmatrix}$, $b = 0 - 0.4 \cdot (-0.25) = 0.1$이다. `costs`에는 $0.693$ 하나가 들어 있다.
#
# 250걸음을 걸은 뒤 `costs`에 수가 몇 개 들어 있을지 **예측해 보자.**
#
# <details><summary>예측 확인</summary>
#
# 세 개다. 0번, 100번, 200번 걸음 앞에서 담는다.
#
# </details>
#
# **흔한 함정.** 기울기를 더한다. `w`만 움직인다. 반복문 앞에서 기울기를 한 번만 구한다. 반복문 안에 `return`을 둔다. `learning_rate` 자리에 수를 써넣는다.
#
# <details><summary>힌트 1: 생각</summary>
#
# 반복문 안에서는 살펴보고(`propagate`), 때가 되었으면 비용을 적고, 움직인다. 반복문 뒤에서는 돌려줄 것을 꾸린다.
#
# </details>
# <details><summary>힌트 2: 식</summary>
#
# `i`를 100으로 나눈 나머지를 보면 때가 되었는지 알 수 있다.
#
# </details>
# <details><summary>힌트 3: 형태</summary>
#
# 학습하는 동안 아무것도 형태가 바뀌지 않는다. `w`의 열이 늘어난다면 기울기가 축을 잃은 것이다.
#
# </details>


# %%
def optimize(w, b, X, Y, num_iterations, learning_rate, print_cost):
    """Return the parameters after so many steps of gradient descent.

    Parameters
    ----------
    w : ndarray, shape (n, 1)
        Weights at the start.
    b : float
        Bias at the start.
    X : ndarray, shape (n, m)
        Examples, one per column.
    Y : ndarray, shape (1, m)
        Labels, 0 or 1.
    num_iterations : int
        Number of steps, at least 1.
    learning_rate : float
        Size of a step.
    print_cost : bool
        Whether to print every cost that is kept.

    Returns
    -------
    params : dict
        ``w`` (n, 1) and ``b`` after the last step.
    grads : dict
        ``dw`` (n, 1) and ``db`` as `propagate` gave them for the last step.
    costs : list of float
        The cost before step 0, 100, 200 and so on.
    """
    ### BEGIN SOLUTION
    costs = []
    for i in range(num_iterations):
        grads, cost = propagate(w, b, X, Y)
        if i % 100 == 0:
            costs.append(cost)
            if print_cost:
                print(f"cost before step {i}: {cost:.6f}")
        w = w - learning_rate * grads["dw"]
        b = b - learning_rate * grads["db"]
    return {"w": w, "b": b}, grads, costs
    ### END SOLUTION


# %% [markdown] lang="en"
# ## 4. `predict`: yes or no
#
# A trained model answers with a probability. To decide, cut at one half:
#
# $$\hat{y}^{(i)} = \begin{cases} 1 & \text{if } a^{(i)} \gt 0.5 \\ 0 & \text{otherwise} \end{cases}, \qquad A = \sigma(w^{T} X + b)$$
#
# The cut at $a = 0.5$ is the place where $w^{T} x + b = 0$: a straight line for two features, a plane for three. This is the boundary in the first picture.
#
# **Shapes.** `X` is $(n, m)$; the predictions are a row $(1, m)$ of zeros and ones, one for each example.
#
# **On paper.** $w = \begin{bmatrix} 0 \\ 0.3 \end{bmatrix}$ and $b = 0.1$, from section 3. For the four examples $Z = \begin{bmatrix} 0.1 & -0.2 & 0.4 & 1.3 \end{bmatrix}$, so the predictions are $\begin{bmatrix} 1 & 0 & 1 & 1 \end{bmatrix}$: after a single step, all four are right.
#
# **Predict the shape** of `A > 0.5`, and the type of its entries.
#
# <details><summary>Check your prediction</summary>
#
# The shape of `A`, $(1, m)$, with the entries `True` and `False`. In arithmetic they count as 1 and 0, so they are fine as predictions; you may also convert them.
#
# </details>
#
# **Common traps.** Returning the probabilities; comparing $z$ instead of $a$ with 0.5; comparing `X`; forgetting $b$; a result of shape `(m,)`.
#
# <details><summary>Hint 1: the idea</summary>
#
# Half of this function stands in `propagate` already.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# Comparing an array with a number compares every entry.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# $(1, n)(n, m) = (1, m)$. Keep both axes.
#
# </details>

# %% [markdown] lang="ko"
# ## 4. `predict`: 예 또는 아니오
#
# 학습을 마친 모델은 확률로 답한다. 결정하려면 2분의 1에서 자른다.
#
# $$\hat{y}^{(i)} = \begin{cases} 1 & a^{(i)} \gt 0.5 \\ 0 & a^{(i)} \le 0.5 \end{cases}, \qquad A = \sigma(w^{T} X + b)$$
#
# $a = 0.5$인 곳은 $w^{T} x + b = 0$인 곳이다. 특징이 둘이면 직선, 셋이면 평면이다. 첫 그림의 경계선이 바로 이것이다.
#
# **형태.** `X`는 $(n, m)$이고, 예측은 예시마다 0이나 1이 하나씩인 행 $(1, m)$이다.
#
# **종이 위에서.** 3절에서 얻은 $w = \begin{bmatrix} 0 \\ 0.3 \end{bmatrix}$, $b = 0.1$을 쓰자. 예시 네 개에 대해 $Z = \begin{bmatrix} 0.1 & -0.2 & 0.4 & 1.3 \end{bmatrix}$이므로 예측은 $\begin{bmatrix} 1 & 0 & 1 & 1 \end{bmatrix}$이다. 한 걸음 만에 넷 다 맞혔다.
#
# `A > 0.5`의 **형태**와 원소의 자료형을 **예측해 보자.**
#
# <details><summary>예측 확인</summary>
#
# 형태는 `A`와 같은 $(1, m)$이고 원소는 `True`와 `False`다. 계산할 때는 1과 0으로 치므로 그대로 예측으로 써도 되고, 수로 바꾸어도 된다.
#
# </details>
#
# **흔한 함정.** 확률을 그대로 돌려준다. $a$가 아니라 $z$를 0.5와 견준다. `X`를 견준다. $b$를 잊는다. 결과의 형태가 `(m,)`이 된다.
#
# <details><summary>힌트 1: 생각</summary>
#
# 이 함수의 절반은 이미 `propagate`에 있다.
#
# </details>
# <details><summary>힌트 2: 식</summary>
#
# 배열을 수와 비교하면 원소마다 비교한다.
#
# </details>
# <details><summary>힌트 3: 형태</summary>
#
# $(1, n)(n, m) = (1, m)$이다. 축을 둘 다 지키자.
#
# </details>


# %%
def predict(w, b, X):
    """Return the predicted label of every example.

    Parameters
    ----------
    w : ndarray, shape (n, 1)
        Weights.
    b : float
        Bias.
    X : ndarray, shape (n, m)
        Examples, one per column.

    Returns
    -------
    Y_prediction : ndarray, shape (1, m)
        1 where the model's probability is above 0.5, else 0.
    """
    ### BEGIN SOLUTION
    probabilities = sigmoid(np.dot(w.T, X) + b)
    return (probabilities > 0.5).astype(float)
    ### END SOLUTION


# %% [markdown] lang="en"
# ## 5. `model`: everything together
#
# Start at zero, train **on the training set only**, then predict for both sets. How well the model does on the test set, which it has never seen, is what counts: on the training set it could do well by remembering.
#
# The function returns a dictionary `d`:
#
# | key | value | shape |
# |---|---|---|
# | `w`, `b` | the trained parameters | $(n, 1)$, a number |
# | `costs` | what `optimize` kept | a list |
# | `Y_prediction_train`, `Y_prediction_test` | predictions for the two sets | $(1, m_{train})$, $(1, m_{test})$ |
# | `learning_rate`, `num_iterations` | as they came in | numbers |
#
# **Shapes.** Both sets have $n$ rows; they may differ in the number of columns.
#
# **On paper.** Train on the four examples of section 2 for one step of $\alpha = 0.4$, and test on two more, $\begin{bmatrix} 0 & 5 \\ -1 & 1 \end{bmatrix}$. `w` and `b` are those of section 3, and $Z = \begin{bmatrix} -0.2 & 0.4 \end{bmatrix}$ for the test set; the predictions are $\begin{bmatrix} 0 & 1 \end{bmatrix}$.
#
# **Predict** the accuracy of a model that has made no step at all, on a set with as many zeros as ones.
#
# <details><summary>Check your prediction</summary>
#
# One half: it answers 0.5 to everything, which is not *above* 0.5, so it always says 0.
#
# </details>
#
# When it works, try it on the flowers, and then with other learning rates:
#
# ```python
# from given import flowers
#
# X_train, Y_train = flowers(80, seed=1)
# X_test, Y_test = flowers(40, seed=2)
# d = model(X_train, Y_train, X_test, Y_test, 300, 0.5, True)
# print("right on the test set:", np.mean(d["Y_prediction_test"] == Y_test))
# ```
#
# **Common traps.** Numbers of your own in place of the arguments; predictions of the wrong set; predicting with the parameters from before training.
#
# <details><summary>Hint 1: the idea</summary>
#
# Four calls of functions that you have written, and a dictionary.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# There is nothing to compute. Of what `optimize` returns, the middle is not needed here.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# The number of weights is the number of rows of the training set.
#
# </details>

# %% [markdown] lang="ko"
# ## 5. `model`: 모두 합치기
#
# 0에서 출발해 **훈련 데이터로만** 학습한 다음, 두 데이터에 대해 예측한다. 중요한 것은 한 번도 본 적 없는 테스트 데이터에서 얼마나 맞히는가다. 훈련 데이터는 외워서라도 맞힐 수 있기 때문이다.
#
# 이 함수는 딕셔너리 `d`를 돌려준다.
#
# | 키 | 값 | 형태 |
# |---|---|---|
# | `w`, `b` | 학습한 매개변수 | $(n, 1)$, 수 하나 |
# | `costs` | `optimize`가 담은 비용 | 리스트 |
# | `Y_prediction_train`, `Y_prediction_test` | 두 데이터에 대한 예측 | $(1, m_{train})$, $(1, m_{test})$ |
# | `learning_rate`, `num_iterations` | 들어온 그대로 | 수 |
#
# **형태.** 두 데이터 모두 행이 $n$개다. 열의 수는 다를 수 있다.
#
# **종이 위에서.** 2절의 예시 네 개로 $\alpha = 0.4$인 한 걸음을 학습하고, 다른 예시 두 개 $\begin{bmatrix} 0 & 5 \\ -1 & 1 \end{bmatrix}$로 시험하자. `w`와 `b`는 3절의 값과 같고, 테스트 데이터에서 $Z = \begin{bmatrix} -0.2 & 0.4 \end{bmatrix}$이므로 예측은 $\begin{bmatrix} 0 & 1 \end{bmatrix}$이다.
#
# 0과 1이 반반인 데이터에서, 한 걸음도 가지 않은 모델의 정확도를 **예측해 보자.**
#
# <details><summary>예측 확인</summary>
#
# 2분의 1이다. 무엇을 보든 0.5라고 답하는데, 0.5는 0.5보다 *크지* 않으므로 늘 0이라고 예측한다.
#
# </details>
#
# 다 되었으면 꽃으로 시험해 보고, 학습률도 바꾸어 보자.
#
# ```python
# from given import flowers
#
# X_train, Y_train = flowers(80, seed=1)
# X_test, Y_test = flowers(40, seed=2)
# d = model(X_train, Y_train, X_test, Y_test, 300, 0.5, True)
# print("right on the test set:", np.mean(d["Y_prediction_test"] == Y_test))
# ```
#
# **흔한 함정.** 인자 대신 자기 마음대로 정한 수를 쓴다. 훈련과 테스트의 예측을 뒤바꾼다. 학습하기 전의 매개변수로 예측한다.
#
# <details><summary>힌트 1: 생각</summary>
#
# 지금까지 만든 함수를 네 번 부르고, 딕셔너리를 하나 만든다.
#
# </details>
# <details><summary>힌트 2: 식</summary>
#
# 따로 계산할 것은 없다. `optimize`가 돌려주는 셋 가운데 가운데 것은 여기서 쓰지 않는다.
#
# </details>
# <details><summary>힌트 3: 형태</summary>
#
# 가중치의 수는 훈련 데이터의 행 수와 같다.
#
# </details>


# %%
def model(X_train, Y_train, X_test, Y_test, num_iterations, learning_rate, print_cost):
    """Train logistic regression from zero, and predict for both sets.

    Parameters
    ----------
    X_train : ndarray, shape (n, m_train)
        Examples to learn from, one per column.
    Y_train : ndarray, shape (1, m_train)
        Their labels, 0 or 1.
    X_test : ndarray, shape (n, m_test)
        Examples to be tested on.
    Y_test : ndarray, shape (1, m_test)
        Their labels; not used for training.
    num_iterations : int
        Number of steps.
    learning_rate : float
        Size of a step.
    print_cost : bool
        Passed on to `optimize`.

    Returns
    -------
    d : dict
        ``w``, ``b``, ``costs``, ``Y_prediction_train`` (1, m_train),
        ``Y_prediction_test`` (1, m_test), ``learning_rate``, ``num_iterations``.
    """
    ### BEGIN SOLUTION
    w, b = initialize_with_zeros(X_train.shape[0])
    params, _, costs = optimize(
        w, b, X_train, Y_train, num_iterations, learning_rate, print_cost
    )
    w, b = params["w"], params["b"]
    return {
        "w": w,
        "b": b,
        "costs": costs,
        "Y_prediction_train": predict(w, b, X_train),
        "Y_prediction_test": predict(w, b, X_test),
        "learning_rate": learning_rate,
        "num_iterations": num_iterations,
    }
    ### END SOLUTION


# %% [markdown] lang="en"
# ## Before the quiz
#
# You have a network of one unit, trained in a handful of lines. Three questions of the kind that the weekly quiz asks.
#
# **1.** 500 pictures of $20 \times 20 \times 3$ are to be told apart. What are the dimensions of `X`, `w`, $dZ$ and $dw$?
#
# <details><summary>Answer</summary>
#
# $(1200, 500)$, $(1200, 1)$, $(1, 500)$ and $(1200, 1)$. The number of pictures is in the first and in the third; in $dw$ the examples have been averaged away.
#
# </details>
#
# **2.** For three examples with the labels 1, 0, 1 the model says 0.9, 0.2, 0.5. How probable are these three labels according to the model, and what is the cost?
#
# <details><summary>Answer</summary>
#
# $0.9 \cdot 0.8 \cdot 0.5 = 0.36$. The cost is the negative mean logarithm, $-\frac{1}{3} \ln 0.36 \approx 0.341$. A model that finds the labels more probable has a lower cost: the two say the same.
#
# </details>
#
# **3.** The first cost that a run prints is 0.693, whatever the data. Why? And what do you conclude if the second is 0.9?
#
# <details><summary>Answer</summary>
#
# At zero, every answer is 0.5, and every example costs $-\ln 0.5 = \ln 2 \approx 0.693$. If the cost has grown, the steps go uphill because of a sign, or they are too long; a learning rate ten times smaller tells which.
#
# </details>

# %% [markdown] lang="ko"
# ## 퀴즈 전에
#
# 유닛 하나짜리 신경망을 몇 줄로 학습시켰다. 주간 퀴즈와 비슷한 물음 세 개를 풀어 보자.
#
# **1.** $20 \times 20 \times 3$ 사진 500장을 분류하려 한다. `X`, `w`, $dZ$, $dw$의 차원은?
#
# <details><summary>답</summary>
#
# $(1200, 500)$, $(1200, 1)$, $(1, 500)$, $(1200, 1)$이다. 사진이 몇 장인지는 첫째와 셋째에 드러난다. $dw$에서는 예시에 대한 평균을 구했으므로 사라졌다.
#
# </details>
#
# **2.** 정답이 1, 0, 1인 예시 세 개에 모델이 0.9, 0.2, 0.5라고 답했다. 모델에 따르면 이 세 정답이 나올 확률은 얼마이고, 비용은 얼마인가?
#
# <details><summary>답</summary>
#
# $0.9 \cdot 0.8 \cdot 0.5 = 0.36$이다. 비용은 로그의 평균에 음의 부호를 붙인 $-\frac{1}{3} \ln 0.36 \approx 0.341$이다. 정답이 나올 확률을 높게 보는 모델일수록 비용이 낮다. 둘은 같은 말이다.
#
# </details>
#
# **3.** 데이터가 무엇이든 처음 출력되는 비용은 0.693이다. 왜 그런가? 그다음 비용이 0.9라면 무엇을 알 수 있는가?
#
# <details><summary>답</summary>
#
# 0에서 출발하면 답이 모두 0.5이고, 예시마다 손실이 $-\ln 0.5 = \ln 2 \approx 0.693$이다. 비용이 커졌다면 부호가 틀려 오르막으로 갔거나 걸음이 너무 긴 것이다. 학습률을 10분의 1로 줄여 보면 어느 쪽인지 알 수 있다.
#
# </details>
