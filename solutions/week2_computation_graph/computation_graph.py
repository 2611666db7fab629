# %% [markdown] lang="en"
# # The computation graph
#
# Last week you measured slopes, at the price of two evaluations of the cost for each. This week you compute them, all at once and exactly, by walking **backward** through a computation. You do it first for a computation of three steps, then for a logistic unit and one example, then for a logistic unit and a whole training set.
#
# ```
#   forward:    a, b, c --> u --> v --> J          x, w, b --> z --> a --> L
#
#   backward:   da, db, dc <-- du <-- dv <-- J       dw, db <-- dz <-- da <-- L
# ```
#
# Forward, every box computes its value from the values before it. Backward, every box learns how strongly the **last** value depends on it. A derivative in code has a short name: `dvar` is the derivative of the final output, here $J$ or $L$, with respect to `var`. So `du` means $\frac{dJ}{du}$, and *not* a small change of $u$.
#
# | symbol | meaning | shape |
# |---|---|---|
# | $n_x$ | number of features, the inputs of the unit | |
# | $m$ | number of examples; **each column is one example** | |
# | $x$, $X$ | one example; all of them side by side | $(n_x, 1)$, $(n_x, m)$ |
# | $y$, $Y$ | one label; all of them in a row | a number, $(1, m)$ |
# | $w$, and $dw$ | weights, and their gradient | $(n_x, 1)$ |
# | $b$, and $db$ | bias, and its gradient | a number |
# | $z$, $a$ | before and after the sigmoid; $a$ is the prediction $\hat{y}$ | a number for each example |
#
# The four functions grow out of each other, so work from top to bottom. `given.py` brings `sigmoid`, and `gradient_check`, with which you can test your own backward passes: it moves every parameter a little and compares. From now on, use it whenever you have written a gradient. `autograder check` compares your functions with the public examples, among them the worked examples below.

# %% [markdown] lang="ko"
# # 계산 그래프
#
# 지난주에는 기울기를 재었고, 기울기 하나마다 비용을 두 번씩 계산해야 했다. 이번 주에는 계산을 **거꾸로** 따라가며 모든 기울기를 한꺼번에, 정확하게 구한다. 먼저 세 단계짜리 계산에서, 다음으로 로지스틱 유닛과 예시 하나에서, 마지막으로 로지스틱 유닛과 훈련 집합 전체에서 해 본다.
#
# ```
#   forward:    a, b, c --> u --> v --> J          x, w, b --> z --> a --> L
#
#   backward:   da, db, dc <-- du <-- dv <-- J       dw, db <-- dz <-- da <-- L
# ```
#
# 순방향에서는 칸마다 앞의 값들로 자기 값을 계산한다. 역방향에서는 칸마다 **마지막** 값이 자기에게 얼마나 민감한지 알아낸다. 코드에서는 도함수에 짧은 이름을 쓴다. `dvar`는 최종 출력(여기서는 $J$ 또는 $L$)을 `var`로 미분한 것이다. 따라서 `du`는 $\frac{dJ}{du}$를 뜻하고, $u$의 작은 변화를 뜻하지 *않는다*.
#
# | 기호 | 뜻 | 형태 |
# |---|---|---|
# | $n_x$ | 특성의 수, 곧 유닛의 입력의 수 | |
# | $m$ | 예시의 수. **열 하나가 예시 하나다** | |
# | $x$, $X$ | 예시 하나, 그리고 옆으로 나란히 놓은 모든 예시 | $(n_x, 1)$, $(n_x, m)$ |
# | $y$, $Y$ | 정답 하나, 그리고 한 행에 놓은 모든 정답 | 수, $(1, m)$ |
# | $w$와 $dw$ | 가중치와 그 기울기 | $(n_x, 1)$ |
# | $b$와 $db$ | 편향과 그 기울기 | 수 |
# | $z$, $a$ | 시그모이드를 지나기 전과 지난 후. $a$가 예측 $\hat{y}$다 | 예시마다 수 하나 |
#
# 네 함수는 앞의 것에서 자라 나오니 위에서 아래로 풀어 나가자. `given.py`에는 `sigmoid`와 `gradient_check`가 들어 있다. `gradient_check`는 매개변수를 조금씩 움직여 비교하는 함수로, 직접 쓴 역전파를 시험하는 데 쓴다. 이제부터 기울기를 구하는 코드를 쓰면 언제나 이것으로 확인하자. `autograder check`를 실행하면 작성한 함수를 공개 예제와 비교해 준다. 아래 본문의 예도 거기에 들어 있다.

# %%
import numpy as np
from given import sigmoid

# %% [markdown] lang="en"
# ## 1. `forward_graph`: three small steps
#
# Take $J = 3(a + bc)$. A computer does not compute it in one go; it goes step by step, and every step has a result that deserves a name.
#
# $$u = bc, \qquad v = a + u, \qquad J = 3v$$
#
# ![The graph of the computation: b and c lead to u, a and u lead to v, v leads to J. Values are written in blue above the arrows, derivatives in red below them](figures/graph.svg)
#
# Follow the blue arrows for now; the red ones are the next section.
#
# **Shapes.** Three numbers go in, three numbers come out, in the order $J$, $u$, $v$: the result first, then what lies on the way to it.
#
# **On paper.** For $a = 4$, $b = 2$, $c = 5$: $u = 2 \cdot 5 = 10$, $v = 4 + 10 = 14$, $J = 3 \cdot 14 = 42$.
#
# **Predict** the three numbers of `forward_graph(-1.0, 3.0, 0.5)` before you run it.
#
# <details><summary>Check your prediction</summary>
#
# `(1.5, 1.5, 0.5)`: $u = 1.5$, $v = 0.5$, $J = 1.5$.
#
# </details>
#
# **Common traps.** The order in which the numbers are returned; $3a + bc$, which is something else than $3(a + bc)$.
#
# <details><summary>Hint 1: the idea</summary>
#
# One line for each box of the graph, from left to right.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# Compute $J$ from $v$, and $v$ from $u$, instead of writing the whole formula again.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# `return` can hand back several values, separated by commas.
#
# </details>

# %% [markdown] lang="ko"
# ## 1. `forward_graph`: 작은 세 단계
#
# $J = 3(a + bc)$를 보자. 컴퓨터는 이것을 단번에 계산하지 않고 한 단계씩 나아간다. 단계마다 이름을 붙일 만한 결과가 나온다.
#
# $$u = bc, \qquad v = a + u, \qquad J = 3v$$
#
# ![계산의 그래프. b와 c에서 u로, a와 u에서 v로, v에서 J로 이어진다. 값은 화살표 위에 파란색으로, 도함수는 화살표 아래에 빨간색으로 적혀 있다](figures/graph.svg)
#
# 지금은 파란 화살표만 따라간다. 빨간 화살표는 다음 절에서 다룬다.
#
# **형태.** 수 세 개가 들어가 수 세 개가 나온다. 순서는 $J$, $u$, $v$로, 결과가 먼저이고 거기에 이르는 중간값이 그다음이다.
#
# **종이 위에서.** $a = 4$, $b = 2$, $c = 5$이면 $u = 2 \cdot 5 = 10$, $v = 4 + 10 = 14$, $J = 3 \cdot 14 = 42$다.
#
# 실행하기 전에 `forward_graph(-1.0, 3.0, 0.5)`의 세 수를 **예측해 보자.**
#
# <details><summary>예측 확인</summary>
#
# `(1.5, 1.5, 0.5)`이다. $u = 1.5$, $v = 0.5$, $J = 1.5$.
#
# </details>
#
# **흔한 함정.** 수를 돌려주는 순서를 바꾼다. $3(a + bc)$가 아니라 $3a + bc$를 계산한다.
#
# <details><summary>힌트 1: 생각</summary>
#
# 그래프의 칸마다 한 줄씩, 왼쪽에서 오른쪽으로 쓴다.
#
# </details>
# <details><summary>힌트 2: 식</summary>
#
# 식 전체를 다시 쓰지 말고 $u$에서 $v$를, $v$에서 $J$를 구한다.
#
# </details>
# <details><summary>힌트 3: 형태</summary>
#
# `return` 하나로 값 여러 개를 쉼표로 나누어 돌려줄 수 있다.
#
# </details>


# %%
def forward_graph(a, b, c):
    """Return J = 3(a + bc), and the values on the way to it.

    Parameters
    ----------
    a, b, c : float
        Any numbers.

    Returns
    -------
    J : float
        3v.
    u : float
        The product of b and c.
    v : float
        The sum of a and u.
    """
    ### BEGIN SOLUTION
    u = b * c
    v = a + u
    return 3 * v, u, v
    ### END SOLUTION


# %% [markdown] lang="en"
# ## 2. `backward_graph`: the chain rule
#
# How strongly does $J$ depend on $b$? Push $b$ a little and watch the push travel: it changes $u$, which changes $v$, which changes $J$. Each box on the way multiplies the push by its own slope, so the slopes of the boxes are **multiplied**:
#
# $$\frac{dJ}{db} = \frac{dJ}{dv} \cdot \frac{dv}{du} \cdot \frac{du}{db}$$
#
# The trick is the order. Start at the end, at $J$, and go from right to left. Then the product of everything to the right of a box is already known when you get there, and is used by all that lie before it:
#
# $$\frac{dJ}{du} = \frac{dJ}{dv} \cdot \frac{dv}{du}, \qquad \frac{dJ}{da} = \frac{dJ}{dv} \cdot \frac{dv}{da}, \qquad \frac{dJ}{db} = \frac{dJ}{du} \cdot \frac{du}{db}$$
#
# In words: what arrives from the right, times the slope of the next box. A sum has the slope 1 for each of its parts; a product $bc$ has the slope $c$ for $b$, and $b$ for $c$.
#
# **Shapes.** Three numbers go in; a dictionary of five numbers comes out, with the keys `da`, `db`, `dc`, `du`, `dv`.
#
# **On paper.** For $a = 4$, $b = 2$, $c = 5$, from right to left: $dv = 3$; $du = 3 \cdot 1 = 3$ and $da = 3 \cdot 1 = 3$; $db = 3 \cdot 5 = 15$ and $dc = 3 \cdot 2 = 6$. A test by hand: raise $c$ from $5$ to $5.01$. Then $u = 10.02$, $v = 14.02$, $J = 42.06$, which is $0.06$ more: $6$ times as much as $c$ has grown.
#
# **Predict**, before you run anything, which of the five derivatives change when $a$ changes.
#
# <details><summary>Check your prediction</summary>
#
# None. The sum passes on the push of $a$ as it is, and $b$ and $c$ meet only each other.
#
# </details>
#
# Then let the machine test your work. All three differences should be tiny:
#
# ```python
# from given import gradient_check
#
# at = {"a": 4.0, "b": 2.0, "c": 5.0}
# print(gradient_check(lambda p: forward_graph(**p)[0], at, backward_graph(**at)))
# ```
#
# **Common traps.** Only the slope of the next box, without what has arrived from the right; $b$ where $c$ belongs.
#
# <details><summary>Hint 1: the idea</summary>
#
# Begin with `dv`, and write the five lines in the order in which the red arrows leave the boxes.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# `db` and `dc` both begin with `du`. Which number does each of them multiply it by?
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# A dictionary is written `{"da": da, ...}`, with all five keys.
#
# </details>

# %% [markdown] lang="ko"
# ## 2. `backward_graph`: 연쇄 법칙
#
# $J$는 $b$에 얼마나 민감한가? $b$를 조금 밀고 그 변화가 번지는 것을 지켜보자. $u$가 변하고, 그래서 $v$가 변하고, 그래서 $J$가 변한다. 지나는 칸마다 자기 기울기를 곱하므로, 칸들의 기울기를 모두 **곱하면** 된다.
#
# $$\frac{dJ}{db} = \frac{dJ}{dv} \cdot \frac{dv}{du} \cdot \frac{du}{db}$$
#
# 요령은 순서에 있다. 끝인 $J$에서 출발해 오른쪽에서 왼쪽으로 간다. 그러면 어느 칸에 이르렀을 때 그 오른쪽에 있는 것들의 곱은 이미 구해져 있고, 그 앞에 놓인 것들이 모두 그 값을 쓴다.
#
# $$\frac{dJ}{du} = \frac{dJ}{dv} \cdot \frac{dv}{du}, \qquad \frac{dJ}{da} = \frac{dJ}{dv} \cdot \frac{dv}{da}, \qquad \frac{dJ}{db} = \frac{dJ}{du} \cdot \frac{du}{db}$$
#
# 말로 하면, 오른쪽에서 온 값에 다음 칸의 기울기를 곱한다. 합의 기울기는 각 항에 대해 1이다. 곱 $bc$의 기울기는 $b$에 대해서는 $c$, $c$에 대해서는 $b$다.
#
# **형태.** 수 세 개가 들어가 수 다섯 개를 담은 딕셔너리가 나온다. 키는 `da`, `db`, `dc`, `du`, `dv`다.
#
# **종이 위에서.** $a = 4$, $b = 2$, $c = 5$일 때 오른쪽에서 왼쪽으로 가면 $dv = 3$, 이어서 $du = 3 \cdot 1 = 3$과 $da = 3 \cdot 1 = 3$, 그리고 $db = 3 \cdot 5 = 15$와 $dc = 3 \cdot 2 = 6$이다. 손으로 확인해 보자. $c$를 $5$에서 $5.01$로 올리면 $u = 10.02$, $v = 14.02$, $J = 42.06$이다. $0.06$만큼 커졌으니 $c$가 커진 양의 $6$배다.
#
# 실행하기 전에, $a$가 변할 때 다섯 도함수 가운데 무엇이 변하는지 **예측해 보자.**
#
# <details><summary>예측 확인</summary>
#
# 아무것도 변하지 않는다. 합은 $a$의 변화를 그대로 넘겨주고, $b$와 $c$는 서로하고만 만난다.
#
# </details>
#
# 그런 다음 컴퓨터에게 시험을 맡긴다. 세 차이가 모두 아주 작아야 한다.
#
# ```python
# from given import gradient_check
#
# at = {"a": 4.0, "b": 2.0, "c": 5.0}
# print(gradient_check(lambda p: forward_graph(**p)[0], at, backward_graph(**at)))
# ```
#
# **흔한 함정.** 오른쪽에서 온 값을 곱하지 않고 다음 칸의 기울기만 쓴다. $c$의 자리에 $b$를 쓴다.
#
# <details><summary>힌트 1: 생각</summary>
#
# `dv`에서 시작해, 빨간 화살표가 칸을 떠나는 순서대로 다섯 줄을 쓴다.
#
# </details>
# <details><summary>힌트 2: 식</summary>
#
# `db`와 `dc`는 둘 다 `du`에서 시작한다. 각각 거기에 어떤 수를 곱하는가?
#
# </details>
# <details><summary>힌트 3: 형태</summary>
#
# 딕셔너리는 `{"da": da, ...}`처럼 쓰고, 키 다섯 개를 모두 담는다.
#
# </details>


# %%
def backward_graph(a, b, c):
    """Return the derivatives of J = 3(a + bc) with respect to all its variables.

    Parameters
    ----------
    a, b, c : float
        Any numbers.

    Returns
    -------
    grads : dict of float
        ``da``, ``db``, ``dc``, ``du`` and ``dv``, where u = bc and v = a + u.
    """
    ### BEGIN SOLUTION
    dv = 3.0
    du = dv
    da = dv
    db = du * c
    dc = du * b
    return {"da": da, "db": db, "dc": dc, "du": du, "dv": dv}
    ### END SOLUTION


# %% [markdown] lang="en"
# ## 3. `logistic_gradients_one`: back through a logistic unit
#
# The same walk, now through a unit and its loss, for **one** example. Forward:
#
# $$z = w_1 x_1 + \dots + w_{n_x} x_{n_x} + b, \qquad a = \sigma(z), \qquad L = -\left( y \log a + (1 - y) \log (1 - a) \right)$$
#
# ![The graph of a logistic unit with two inputs: x, w and b lead to z, z to a, a to the loss. The derivatives in red go from the loss back to w and b](figures/unit.svg)
#
# Backward, from right to left. The loss has the slope $da = -\frac{y}{a} + \frac{1 - y}{1 - a}$, the sigmoid the slope $a (1 - a)$. Their product is as simple as can be, because the denominators cancel:
#
# $$dz = da \cdot a (1 - a) = -y (1 - a) + (1 - y) a = a - y$$
#
# The prediction minus the label: by how much the unit was wrong, with a sign. One box is left, a sum of products. Each weight meets its own input, and the bias stands alone:
#
# $$dw_j = x_j \, dz, \qquad db = dz$$
#
# **Shapes.** `x` and `w` are columns $(n_x, 1)$, and so is `dw`: a gradient has the shape of the thing itself. `y` and `b` are numbers, and so is `db`.
#
# **On paper.** With
#
# $$x = \begin{bmatrix} 2 \\ 1 \end{bmatrix}, \qquad w = \begin{bmatrix} 1 \\ -3 \end{bmatrix}, \qquad b = 1, \qquad y = 1$$
#
# we get $z = 2 - 3 + 1 = 0$, $a = 0.5$ and $dz = 0.5 - 1 = -0.5$. So $dw$ is the column of $2 \cdot (-0.5) = -1$ and $1 \cdot (-0.5) = -0.5$, and $db = -0.5$. All are negative: to raise a prediction that is too low, the weights of positive inputs must grow.
#
# **Predict the shapes** before you run this:
#
# ```python
# x, w = np.ones((4, 1)), np.ones((4, 1))
# print((w * x).shape, np.sum(w * x).shape, (w.T @ x).shape)
# ```
#
# <details><summary>Check your prediction</summary>
#
# `(4, 1) () (1, 1)`. The last two hold the same value, but only the one in the middle is a number. With the other, `db` becomes an array of shape $(1, 1)$, although `b` is a number.
#
# </details>
#
# **Common traps.** $y - a$, which points uphill; a factor $a (1 - a)$ too many, since it is already in $dz$; a `db` of shape `(1, 1)`.
#
# <details><summary>Hint 1: the idea</summary>
#
# Three steps: $z$ with all weights and the bias, then $dz$, then the two gradients.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# A weighted sum is: multiply entry by entry with `*`, then add everything up with `np.sum`.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# $dz$ is a number. A number times a column is a column of the same shape.
#
# </details>

# %% [markdown] lang="ko"
# ## 3. `logistic_gradients_one`: 로지스틱 유닛을 거슬러
#
# 같은 길을 이번에는 유닛과 그 손실에서, 예시 **하나**에 대해 걷는다. 순방향은 다음과 같다.
#
# $$z = w_1 x_1 + \dots + w_{n_x} x_{n_x} + b, \qquad a = \sigma(z), \qquad L = -\left( y \log a + (1 - y) \log (1 - a) \right)$$
#
# ![입력이 두 개인 로지스틱 유닛의 그래프. x, w, b에서 z로, z에서 a로, a에서 손실로 이어진다. 빨간색 도함수는 손실에서 w와 b로 돌아간다](figures/unit.svg)
#
# 역방향은 오른쪽에서 왼쪽으로 간다. 손실의 기울기는 $da = -\frac{y}{a} + \frac{1 - y}{1 - a}$이고, 시그모이드의 기울기는 $a (1 - a)$다. 둘을 곱하면 분모가 약분되어 더없이 간단해진다.
#
# $$dz = da \cdot a (1 - a) = -y (1 - a) + (1 - y) a = a - y$$
#
# 예측에서 정답을 뺀 것, 곧 유닛이 얼마나 틀렸는지를 부호와 함께 나타낸 것이다. 이제 곱들의 합인 칸 하나가 남았다. 가중치는 저마다 자기 입력을 만나고, 편향은 홀로 있다.
#
# $$dw_j = x_j \, dz, \qquad db = dz$$
#
# **형태.** `x`와 `w`는 열 $(n_x, 1)$이고 `dw`도 그렇다. 기울기의 형태는 원래 것의 형태와 같다. `y`와 `b`는 수이고 `db`도 그렇다.
#
# **종이 위에서.** 다음과 같다고 하자.
#
# $$x = \begin{bmatrix} 2 \\ 1 \end{bmatrix}, \qquad w = \begin{bmatrix} 1 \\ -3 \end{bmatrix}, \qquad b = 1, \qquad y = 1$$
#
# $z = 2 - 3 + 1 = 0$, $a = 0.5$, $dz = 0.5 - 1 = -0.5$다. 따라서 $dw$는 $2 \cdot (-0.5) = -1$과 $1 \cdot (-0.5) = -0.5$로 된 열이고 $db = -0.5$다. 모두 음수다. 너무 낮은 예측을 높이려면 양수 입력의 가중치가 커져야 한다.
#
# 다음을 실행하기 전에 **형태를 예측해 보자.**
#
# ```python
# x, w = np.ones((4, 1)), np.ones((4, 1))
# print((w * x).shape, np.sum(w * x).shape, (w.T @ x).shape)
# ```
#
# <details><summary>예측 확인</summary>
#
# `(4, 1) () (1, 1)`이다. 뒤의 둘은 값이 같지만 수인 것은 가운데뿐이다. 마지막 것을 쓰면 `b`는 수인데 `db`는 형태가 $(1, 1)$인 배열이 된다.
#
# </details>
#
# **흔한 함정.** 오르막을 가리키는 $y - a$를 쓴다. $dz$에 이미 들어 있는 $a (1 - a)$를 한 번 더 곱한다. `db`의 형태가 `(1, 1)`이 된다.
#
# <details><summary>힌트 1: 생각</summary>
#
# 세 단계다. 모든 가중치와 편향으로 $z$를 구하고, 그다음 $dz$를, 그다음 두 기울기를 구한다.
#
# </details>
# <details><summary>힌트 2: 식</summary>
#
# 가중합은 `*`로 원소끼리 곱한 다음 `np.sum`으로 모두 더한 것이다.
#
# </details>
# <details><summary>힌트 3: 형태</summary>
#
# $dz$는 수다. 수와 열을 곱하면 형태가 같은 열이 된다.
#
# </details>


# %%
def logistic_gradients_one(x, y, w, b):
    """Return the gradients of the loss of a logistic unit for one example.

    Parameters
    ----------
    x : ndarray, shape (n_x, 1)
        The features of the example.
    y : float
        Its label, 0 or 1.
    w : ndarray, shape (n_x, 1)
        Weights.
    b : float
        Bias.

    Returns
    -------
    dw : ndarray, shape (n_x, 1)
        Gradient of the loss with respect to the weights.
    db : float
        Gradient of the loss with respect to the bias, a single number.
    """
    ### BEGIN SOLUTION
    z = np.sum(w * x) + b
    dz = sigmoid(z) - y
    return dz * x, dz
    ### END SOLUTION


# %% [markdown] lang="en"
# ## 4. `logistic_gradients_loop`: all examples
#
# The cost is the mean of the losses, and the slope of a mean is the mean of the slopes:
#
# $$J = \frac{1}{m} \sum_{i=1}^{m} L^{(i)}, \qquad \frac{\partial J}{\partial w} = \frac{1}{m} \sum_{i=1}^{m} dw^{(i)}, \qquad \frac{\partial J}{\partial b} = \frac{1}{m} \sum_{i=1}^{m} db^{(i)}$$
#
# So start with three totals at zero, go through the examples one at a time, add what each of them gives, and divide all three totals by $m$ when the loop is over.
#
# With a separate variable for each weight, $dw_1$, $dw_2$ and so on, one would need a second loop inside, over the features. A column `dw` makes it disappear: numpy adds all entries in one go. Next week the other loop will go, too.
#
# **Shapes.** `X` $(n_x, m)$, `Y` $(1, m)$. The totals have the shapes of the results: `dw` $(n_x, 1)$; `db` and `J` are numbers.
#
# **On paper.** The unit of section 3 and three examples:
#
# $$X = \begin{bmatrix} 2 & -1 & 5 \\ 1 & 0 & 2 \end{bmatrix}, \qquad Y = \begin{bmatrix} 1 & 0 & 0 \end{bmatrix}$$
#
# All three $z$ are 0, so every prediction is $0.5$ and every loss $\ln 2$. The $dz$ are $-0.5$, $0.5$ and $0.5$. The first entry of $dw$ is $\frac{1}{3} (-1 - 0.5 + 2.5) = 0.333$, the second $\frac{1}{3} (-0.5 + 0 + 1) = 0.167$; $db = \frac{0.5}{3} = 0.167$ and $J = 0.693$.
#
# **Predict the shapes** before you run this:
#
# ```python
# X, Y = np.ones((4, 6)), np.ones((1, 6))
# print(X[:, 2].shape, X[:, 2:3].shape, Y[0, 2].shape)
# ```
#
# <details><summary>Check your prediction</summary>
#
# `(4,) (4, 1) ()`. A single column number loses the second axis; a slice of width 1 keeps it. Multiply a `w` of shape $(4, 1)$ by the first of the three, and broadcasting silently makes a $(4, 4)$ matrix of it.
#
# </details>
#
# When it runs, test it on data of your own, with more examples than features:
#
# ```python
# from given import gradient_check
#
# X, Y = np.random.randn(2, 5), np.array([[1, 0, 1, 1, 0]])
# at = {"w": np.array([[0.5], [-0.2]]), "b": 0.1}
# dw, db, J = logistic_gradients_loop(X, Y, **at)
# print(gradient_check(lambda p: logistic_gradients_loop(X, Y, **p)[2], at, {"dw": dw, "db": db}))
# ```
#
# **Common traps.** No division, a division of some totals only, or one inside the loop; `=` where `+=` belongs; the number of rows of `X` for $m$.
#
# <details><summary>Hint 1: the idea</summary>
#
# What one turn of the loop needs, you wrote in section 3. Only the loss has to be added to it.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# `total += new` adds to a total. The loss needs the prediction $a$, and $db = a - y$ tells it as well as another sum would.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# $m$ is the number of columns of `X`. Start `dw` with zeros of the shape of `w`; pass `np.zeros` one tuple.
#
# </details>

# %% [markdown] lang="ko"
# ## 4. `logistic_gradients_loop`: 모든 예시
#
# 비용은 손실의 평균이고, 평균의 기울기는 기울기의 평균이다.
#
# $$J = \frac{1}{m} \sum_{i=1}^{m} L^{(i)}, \qquad \frac{\partial J}{\partial w} = \frac{1}{m} \sum_{i=1}^{m} dw^{(i)}, \qquad \frac{\partial J}{\partial b} = \frac{1}{m} \sum_{i=1}^{m} db^{(i)}$$
#
# 그러니 합계 세 개를 0으로 두고 출발해, 예시를 하나씩 지나며 나온 값을 더하고, 반복문이 끝난 뒤 세 합계를 모두 $m$으로 나눈다.
#
# $dw_1$, $dw_2$처럼 가중치마다 변수를 따로 두면 특성에 대한 반복문이 안쪽에 하나 더 필요하다. 열 `dw`를 쓰면 그것이 사라진다. numpy가 모든 원소를 한 번에 더해 주기 때문이다. 다음 주에는 나머지 반복문도 사라진다.
#
# **형태.** `X` $(n_x, m)$, `Y` $(1, m)$. 합계의 형태는 결과의 형태와 같다. `dw`는 $(n_x, 1)$이고 `db`와 `J`는 수다.
#
# **종이 위에서.** 3절의 유닛과 예시 세 개를 쓴다.
#
# $$X = \begin{bmatrix} 2 & -1 & 5 \\ 1 & 0 & 2 \end{bmatrix}, \qquad Y = \begin{bmatrix} 1 & 0 & 0 \end{bmatrix}$$
#
# 세 $z$가 모두 0이므로 예측은 모두 $0.5$이고 손실은 모두 $\ln 2$다. $dz$는 $-0.5$, $0.5$, $0.5$다. $dw$의 첫 원소는 $\frac{1}{3} (-1 - 0.5 + 2.5) = 0.333$, 둘째 원소는 $\frac{1}{3} (-0.5 + 0 + 1) = 0.167$이다. $db = \frac{0.5}{3} = 0.167$이고 $J = 0.693$이다.
#
# 다음을 실행하기 전에 **형태를 예측해 보자.**
#
# ```python
# X, Y = np.ones((4, 6)), np.ones((1, 6))
# print(X[:, 2].shape, X[:, 2:3].shape, Y[0, 2].shape)
# ```
#
# <details><summary>예측 확인</summary>
#
# `(4,) (4, 1) ()`이다. 열 번호 하나로 꺼내면 둘째 축이 사라지고, 폭이 1인 슬라이스로 꺼내면 남는다. 형태가 $(4, 1)$인 `w`를 셋 가운데 첫째와 곱하면 브로드캐스팅 때문에 아무 경고 없이 $(4, 4)$ 행렬이 된다.
#
# </details>
#
# 돌아가면 예시가 특성보다 많은 데이터를 직접 만들어 시험해 보자.
#
# ```python
# from given import gradient_check
#
# X, Y = np.random.randn(2, 5), np.array([[1, 0, 1, 1, 0]])
# at = {"w": np.array([[0.5], [-0.2]]), "b": 0.1}
# dw, db, J = logistic_gradients_loop(X, Y, **at)
# print(gradient_check(lambda p: logistic_gradients_loop(X, Y, **p)[2], at, {"dw": dw, "db": db}))
# ```
#
# **흔한 함정.** 나누지 않거나, 몇몇 합계만 나누거나, 반복문 안에서 나눈다. `+=`의 자리에 `=`를 쓴다. $m$으로 `X`의 행 수를 쓴다.
#
# <details><summary>힌트 1: 생각</summary>
#
# 반복문 한 바퀴에 필요한 것은 3절에서 이미 썼다. 거기에 손실만 더하면 된다.
#
# </details>
# <details><summary>힌트 2: 식</summary>
#
# `total += new`는 합계에 더한다. 손실에는 예측 $a$가 필요한데, 가중합을 다시 구하지 않아도 $db = a - y$에서 알아낼 수 있다.
#
# </details>
# <details><summary>힌트 3: 형태</summary>
#
# $m$은 `X`의 열 수다. `dw`는 `w`와 형태가 같은 0으로 시작한다. `np.zeros`에는 튜플 하나를 넘긴다.
#
# </details>


# %%
def logistic_gradients_loop(X, Y, w, b):
    """Return the gradients of the cost of a logistic unit, and the cost.

    Parameters
    ----------
    X : ndarray, shape (n_x, m)
        Features; each column is an example.
    Y : ndarray, shape (1, m)
        Labels, 0 or 1.
    w : ndarray, shape (n_x, 1)
        Weights.
    b : float
        Bias.

    Returns
    -------
    dw : ndarray, shape (n_x, 1)
        Gradient of the cost with respect to the weights.
    db : float
        Gradient of the cost with respect to the bias.
    J : float
        The cost, the mean of the losses.
    """
    ### BEGIN SOLUTION
    m = X.shape[1]
    dw, db, J = np.zeros(w.shape), 0.0, 0.0
    for i in range(m):
        dw_one, db_one = logistic_gradients_one(X[:, i : i + 1], Y[0, i], w, b)
        a = Y[0, i] + db_one  # since db = a - y for one example
        J -= Y[0, i] * np.log(a) + (1 - Y[0, i]) * np.log(1 - a)
        dw += dw_one
        db += db_one
    return dw / m, db / m, J / m
    ### END SOLUTION


# %% [markdown] lang="en"
# ## Before the quiz
#
# You can now train a logistic unit: gradients from section 4, and the step of week 1 for `w` and for `b`, again and again. Three questions of the kind that the weekly quiz asks.
#
# **1.** Somebody changes the graph to $J = 3(a + bc) + b$. Which of the five derivatives change, and to what?
#
# <details><summary>Answer</summary>
#
# Only `db`: now there are two ways from $b$ to $J$, and what comes back along different ways is **added**. The old way brings $3c$, the new one 1, so $db = 3c + 1$.
#
# </details>
#
# **2.** A unit with 100 weights and a bias is trained on 1,000 examples. How many evaluations of the cost does a measurement of all slopes need, if each is measured to both sides? And how many passes does the backward way need?
#
# <details><summary>Answer</summary>
#
# $2 \cdot 101 = 202$ evaluations, each over all 1,000 examples. The backward way needs one pass forward and one backward. That is why one computes gradients, and measures them only to test the code.
#
# </details>
#
# **3.** For one example, $x_2 = 0$. What is $dw_2$, and what does a step of gradient descent on this example alone do to $w_2$?
#
# <details><summary>Answer</summary>
#
# $dw_2 = x_2 \, dz = 0$, however wrong the prediction was: the weight had no part in it, and stays as it is. Other examples, with $x_2 \neq 0$, will move it.
#
# </details>

# %% [markdown] lang="ko"
# ## 퀴즈 전에
#
# 이제 로지스틱 유닛을 학습시킬 수 있다. 4절의 기울기를 구하고, 1주차의 한 걸음을 `w`와 `b`에 적용하는 일을 되풀이하면 된다. 주간 퀴즈와 비슷한 물음 세 개를 풀어 보자.
#
# **1.** 그래프를 $J = 3(a + bc) + b$로 바꾸었다. 다섯 도함수 가운데 무엇이 어떻게 바뀌는가?
#
# <details><summary>답</summary>
#
# `db`만 바뀐다. 이제 $b$에서 $J$로 가는 길이 둘이고, 서로 다른 길로 돌아온 값은 **더한다**. 옛 길에서 $3c$, 새 길에서 1이 오므로 $db = 3c + 1$이다.
#
# </details>
#
# **2.** 가중치 100개와 편향이 있는 유닛을 예시 1,000개로 학습시킨다. 모든 기울기를 양쪽으로 재려면 비용을 몇 번 계산해야 하는가? 거꾸로 따라가며 구하면 계산을 몇 번 훑어야 하는가?
#
# <details><summary>답</summary>
#
# $2 \cdot 101 = 202$번이고, 그때마다 예시 1,000개를 모두 본다. 거꾸로 구하면 앞으로 한 번, 뒤로 한 번이면 된다. 그래서 기울기는 계산해서 구하고, 재는 것은 코드를 시험할 때만 한다.
#
# </details>
#
# **3.** 어느 예시에서 $x_2 = 0$이다. $dw_2$는 얼마이고, 이 예시 하나로 경사 하강을 한 걸음 하면 $w_2$는 어떻게 되는가?
#
# <details><summary>답</summary>
#
# 예측이 얼마나 틀렸든 $dw_2 = x_2 \, dz = 0$이다. 이 가중치는 예측에 관여하지 않았으므로 그대로 있다. $x_2 \neq 0$인 다른 예시들이 움직여 줄 것이다.
#
# </details>
