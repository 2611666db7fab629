# %% [markdown] lang="en"
# # A logistic unit
#
# You are going to build the smallest machine that can learn: a single unit that answers a yes-or-no question with a probability. It needs five short functions. One makes the answer, two say how bad the answers are, and two make them better.
#
# ```
#   z -->[ sigmoid ]--> y_hat --+
#                               +-->[ loss ]--+
#                       y ------+             +-->[ cost ]--> J
#                                             |
#                    all other examples ------+
#
#   w -->[ numerical_derivative ]--> dw -->[ gradient_step ]--> a better w
# ```
#
# The upper row goes from the number $z$ that a unit computes from its inputs to a **cost**, one number for the quality of all predictions. The lower row lowers a cost: measure in which direction it falls, take a small step, repeat.
#
# | symbol | in code | meaning | kind |
# |---|---|---|---|
# | $z$ | `z` | weighted sum of the inputs plus the bias | a number |
# | $\hat{y}$ | `y_hat` | predicted probability that the answer is yes | a number between 0 and 1 |
# | $y$ | `y` | label: what the answer really is | 0 or 1 |
# | $m$ | | number of examples | a whole number |
# | $J$ | | the cost of all examples together | a number |
# | $dw$ | `dw` | slope of the cost with respect to $w$, written $\partial J / \partial w$ when $J$ depends on more than $w$ | like $w$ |
# | $\alpha$ | `alpha` | learning rate | a number above 0 |
#
# The first three functions follow the upper row, the last two the lower one, so work from top to bottom. The file `given.py` holds functions of one number, such as `square` and `cube`, to take slopes of. `autograder check` compares your functions with the public examples, among them the worked examples below.

# %% [markdown] lang="ko"
# # 로지스틱 유닛
#
# 배울 수 있는 가장 작은 기계를 만든다. 예/아니오 물음에 확률로 답하는 유닛 하나다. 짧은 함수 다섯 개면 된다. 하나는 답을 내고, 둘은 그 답이 얼마나 나쁜지 말해 주고, 둘은 답을 더 낫게 만든다.
#
# ```
#   z -->[ sigmoid ]--> y_hat --+
#                               +-->[ loss ]--+
#                       y ------+             +-->[ cost ]--> J
#                                             |
#                    all other examples ------+
#
#   w -->[ numerical_derivative ]--> dw -->[ gradient_step ]--> a better w
# ```
#
# 윗줄은 유닛이 입력에서 계산한 수 $z$에서 출발해, 모든 예측의 품질을 나타내는 수 하나인 **비용**에 이른다. 아랫줄은 비용을 낮춘다. 어느 쪽으로 낮아지는지 재고, 작은 한 걸음을 내딛고, 되풀이한다.
#
# | 기호 | 코드 | 뜻 | 종류 |
# |---|---|---|---|
# | $z$ | `z` | 입력의 가중합에 편향을 더한 값 | 수 |
# | $\hat{y}$ | `y_hat` | 답이 '예'일 확률의 예측 | 0과 1 사이의 수 |
# | $y$ | `y` | 정답(레이블): 실제의 답 | 0 또는 1 |
# | $m$ | | 예시의 수 | 자연수 |
# | $J$ | | 모든 예시에 대한 비용 | 수 |
# | $dw$ | `dw` | $w$에 대한 비용의 기울기. $J$가 $w$ 말고 다른 것에도 달려 있으면 $\partial J / \partial w$로 쓴다 | $w$와 같다 |
# | $\alpha$ | `alpha` | 학습률 | 0보다 큰 수 |
#
# 앞의 세 함수는 윗줄을, 뒤의 두 함수는 아랫줄을 따라가니 위에서 아래로 풀어 나가자. `given.py`에는 `square`, `cube`처럼 기울기를 구해 볼, 수 하나의 함수들이 들어 있다. `autograder check`를 실행하면 작성한 함수를 공개 예제와 비교해 준다. 아래 본문의 예도 거기에 들어 있다.

# %%
import numpy as np

# %% [markdown] lang="en"
# ## 1. `sigmoid`: from any number to a probability
#
# A unit adds up evidence. The result $z$ can be any number; a probability must lie between 0 and 1. The sigmoid bends the whole number line into that interval, and never turns two numbers around: more evidence always means a higher probability.
#
# $$\sigma(z) = \frac{1}{1 + e^{-z}}$$
#
# ![The sigmoid in blue, rising from 0 to 1 through one half at z = 0; its slope in red, one quarter at z = 0 and almost 0 beyond 6 and -6](figures/sigmoid.svg)
#
# The answer is near 1 for a large $z$, and near 0 for a **very negative** $z$. A *small* $z$, near 0, means that the unit cannot tell: $\sigma(0) = \frac{1}{2}$. The red curve is the slope. It is highest in the middle and almost 0 on both sides, where learning becomes slow.
#
# **Shapes.** A number goes in, a number comes out.
#
# **On paper.** For $z = \ln 3$ we have $e^{-z} = \frac{1}{3}$, so $\sigma(z) = \frac{1}{1 + 1/3} = \frac{3}{4}$. For $z = -\ln 3$ it is $\frac{1}{1 + 3} = \frac{1}{4}$. The two add up to 1, as $\sigma(z)$ and $\sigma(-z)$ always do.
#
# **Predict**, before you run them, `sigmoid(0)` and the first three digits of `sigmoid(100)`.
#
# <details><summary>Check your prediction</summary>
#
# `0.5`, and `1.0`: what is missing to 1 is smaller than a computer's last digit.
#
# </details>
#
# **Common traps.** The minus sign in the exponent; a denominator without parentheses, since division comes before addition.
#
# <details><summary>Hint 1: the idea</summary>
#
# Compute $e^{-z}$ first; only then build the fraction around it.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# `np.exp(x)` is $e^x$. The whole denominator stands in parentheses.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# One number in, one number out: if brackets are printed, a list or an array has crept in.
#
# </details>

# %% [markdown] lang="ko"
# ## 1. `sigmoid`: 아무 수에서나 확률로
#
# 유닛은 증거를 더해 모은다. 그 결과 $z$는 어떤 수든 될 수 있지만 확률은 0과 1 사이에 있어야 한다. 시그모이드는 수직선 전체를 그 구간 안으로 구부려 넣으면서도 두 수의 순서를 바꾸지 않는다. 증거가 많을수록 확률은 언제나 높아진다.
#
# $$\sigma(z) = \frac{1}{1 + e^{-z}}$$
#
# ![파란색은 시그모이드로, z = 0에서 2분의 1을 지나며 0에서 1로 올라간다. 빨간색은 그 기울기로, z = 0에서 4분의 1이고 6과 -6 바깥에서는 거의 0이다](figures/sigmoid.svg)
#
# $z$가 크면 답은 1에 가깝고, $z$가 **절댓값이 큰 음수**이면 0에 가깝다. $z$의 *크기*가 작아 0에 가까우면 어느 쪽인지 모른다는 뜻이다. $\sigma(0) = \frac{1}{2}$이다. 빨간 곡선은 기울기다. 가운데에서 가장 크고 양쪽에서는 거의 0인데, 거기서는 학습이 느려진다.
#
# **형태.** 수 하나가 들어가 수 하나가 나온다.
#
# **종이 위에서.** $z = \ln 3$이면 $e^{-z} = \frac{1}{3}$이므로 $\sigma(z) = \frac{1}{1 + 1/3} = \frac{3}{4}$이다. $z = -\ln 3$이면 $\frac{1}{1 + 3} = \frac{1}{4}$이다. 둘을 더하면 1인데, $\sigma(z)$와 $\sigma(-z)$는 언제나 그렇다.
#
# 실행하기 전에 `sigmoid(0)`과, `sigmoid(100)`의 처음 세 자리를 **예측해 보자.**
#
# <details><summary>예측 확인</summary>
#
# `0.5`와 `1.0`이다. 1에서 모자라는 양이 컴퓨터가 나타내는 마지막 자리보다도 작다.
#
# </details>
#
# **흔한 함정.** 지수의 음의 부호를 빠뜨린다. 분모에 괄호를 치지 않는다(나눗셈이 덧셈보다 먼저다).
#
# <details><summary>힌트 1: 생각</summary>
#
# $e^{-z}$를 먼저 구하고, 그다음에 분수를 만든다.
#
# </details>
# <details><summary>힌트 2: 식</summary>
#
# `np.exp(x)`가 $e^x$다. 분모 전체를 괄호로 묶는다.
#
# </details>
# <details><summary>힌트 3: 형태</summary>
#
# 수 하나가 들어가 수 하나가 나온다. 대괄호가 출력된다면 리스트나 배열이 끼어든 것이다.
#
# </details>


# %%
def sigmoid(z):
    """Return the sigmoid of a number.

    Parameters
    ----------
    z : float
        Any number.

    Returns
    -------
    a : float
        1 / (1 + e^(-z)), between 0 and 1.
    """
    ### BEGIN SOLUTION
    return 1 / (1 + np.exp(-z))
    ### END SOLUTION


# %% [markdown] lang="en"
# ## 2. `loss`: how bad is one prediction?
#
# The loss judges **one** example. It should be near 0 for a good prediction, and it should hurt to be both sure and wrong. The logistic loss is the surprise of somebody who believed $\hat{y}$ and then reads the label $y$:
#
# $$L(\hat{y}, y) = -\left( y \log \hat{y} + (1 - y) \log (1 - \hat{y}) \right)$$
#
# The label works as a switch. With $y = 1$ the second term vanishes and $-\log \hat{y}$ is left; with $y = 0$ the first one vanishes and $-\log (1 - \hat{y})$ is left.
#
# ![The loss as a function of the prediction: in blue for the label 1, falling from infinity to 0; in red for the label 0, rising from 0 to infinity; they cross at one half](figures/loss.svg)
#
# Why not $\frac{1}{2} (\hat{y} - y)^2$, which serves so well for house prices? Because behind a sigmoid it makes a cost with flat stretches, and there can be several valleys, in which a walk downhill gets stuck. With the logistic loss the cost is convex: one valley, whatever the data.
#
# **Shapes.** Two numbers go in, one number comes out.
#
# **On paper.** The prediction is $0.8$. If the label is 1, the loss is $-\log 0.8 = 0.223$. If it is 0, the loss is $-\log 0.2 = 1.609$, about seven times as much.
#
# **Predict**, before you run them, which is larger, `loss(0.3, 1)` or `loss(0.7, 0)`, and which sign both have.
#
# <details><summary>Check your prediction</summary>
#
# They are equal: both are $-\log 0.3 = 1.204$. A loss is never negative, because the logarithm of a number below 1 is.
#
# </details>
#
# **Common traps.** The minus sign forgotten, or standing before the first term only; $1 - \log \hat{y}$ where $\log (1 - \hat{y})$ belongs; a logarithm to base 10.
#
# <details><summary>Hint 1: the idea</summary>
#
# Which probability did the prediction give to what really happened? The loss is minus the logarithm of it.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# `np.log` is the natural logarithm. Write both terms in one pair of parentheses and the minus sign before it.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# `y_hat` and `y` belong to a single example, so there is nothing to add up over examples here.
#
# </details>

# %% [markdown] lang="ko"
# ## 2. `loss`: 예측 하나가 얼마나 나쁜가
#
# 손실은 예시 **하나**를 평가한다. 예측이 좋으면 0에 가깝고, 자신 있게 틀리면 아파야 한다. 로지스틱 손실은 $\hat{y}$를 믿고 있던 사람이 정답 $y$를 보고 놀라는 정도다.
#
# $$L(\hat{y}, y) = -\left( y \log \hat{y} + (1 - y) \log (1 - \hat{y}) \right)$$
#
# 정답은 스위치 노릇을 한다. $y = 1$이면 둘째 항이 사라지고 $-\log \hat{y}$만 남는다. $y = 0$이면 첫째 항이 사라지고 $-\log (1 - \hat{y})$만 남는다.
#
# ![예측에 따른 손실. 파란색은 정답이 1일 때로 무한대에서 0으로 내려가고, 빨간색은 정답이 0일 때로 0에서 무한대로 올라간다. 둘은 2분의 1에서 만난다](figures/loss.svg)
#
# 집값을 예측할 때 잘 쓰는 $\frac{1}{2} (\hat{y} - y)^2$은 왜 쓰지 않는가? 시그모이드 뒤에서는 비용에 평평한 곳이 생기고 골짜기도 여러 개일 수 있어, 내리막을 걷다가 갇히기 때문이다. 로지스틱 손실을 쓰면 비용이 볼록하다. 데이터가 무엇이든 골짜기는 하나뿐이다.
#
# **형태.** 수 두 개가 들어가 수 하나가 나온다.
#
# **종이 위에서.** 예측이 $0.8$이다. 정답이 1이면 손실은 $-\log 0.8 = 0.223$이다. 정답이 0이면 $-\log 0.2 = 1.609$로, 일곱 배쯤 된다.
#
# 실행하기 전에 `loss(0.3, 1)`과 `loss(0.7, 0)` 가운데 어느 것이 더 큰지, 또 부호는 무엇인지 **예측해 보자.**
#
# <details><summary>예측 확인</summary>
#
# 같다. 둘 다 $-\log 0.3 = 1.204$다. 1보다 작은 수의 로그가 음수이므로 손실은 음수가 되지 않는다.
#
# </details>
#
# **흔한 함정.** 음의 부호를 빠뜨리거나 첫째 항에만 붙인다. $\log (1 - \hat{y})$ 대신 $1 - \log \hat{y}$를 쓴다. 밑이 10인 로그를 쓴다.
#
# <details><summary>힌트 1: 생각</summary>
#
# 실제로 일어난 일에 예측은 얼마의 확률을 주었는가? 그 확률의 로그에 음의 부호를 붙인 것이 손실이다.
#
# </details>
# <details><summary>힌트 2: 식</summary>
#
# `np.log`는 자연로그다. 두 항을 괄호 하나로 묶고 그 앞에 음의 부호를 쓴다.
#
# </details>
# <details><summary>힌트 3: 형태</summary>
#
# `y_hat`과 `y`는 예시 하나의 것이므로 여기서는 예시에 대해 더할 것이 없다.
#
# </details>


# %%
def loss(y_hat, y):
    """Return the logistic loss of one prediction.

    Parameters
    ----------
    y_hat : float
        Predicted probability of the label 1, strictly between 0 and 1.
    y : int or float
        Label, 0 or 1.

    Returns
    -------
    loss : float
        0 or more; the smaller, the better the prediction.
    """
    ### BEGIN SOLUTION
    return -(y * np.log(y_hat) + (1 - y) * np.log(1 - y_hat))
    ### END SOLUTION


# %% [markdown] lang="en"
# ## 3. `cost`: one number for all examples
#
# The loss judges one example, the cost judges the whole training set: it is the **mean** of the losses. Learning means to look for the parameters with the lowest cost.
#
# $$J = \frac{1}{m} \sum_{i=1}^{m} L\left(\hat{y}^{(i)}, y^{(i)}\right)$$
#
# The number in parentheses counts examples. All predictions stand side by side in one row, and so do all labels: in this course a **column** is an example.
#
# **Shapes.** `y_hat` and `y` are rows, arrays of shape $(1, m)$. The result is a single number, with shape `()`.
#
# **On paper.** Three examples:
#
# $$\hat{y} = \begin{bmatrix} 0.8 & 0.4 & 0.5 \end{bmatrix}, \qquad y = \begin{bmatrix} 1 & 0 & 1 \end{bmatrix}$$
#
# The losses are $-\log 0.8 = 0.223$, $-\log 0.6 = 0.511$ and $-\log 0.5 = 0.693$. Their sum is $1.427$, the cost $J = 1.427 / 3 = 0.476$.
#
# **Predict the shape** and the value before you run this:
#
# ```python
# y = np.array([[1, 0, 1]])
# print(y.shape, len(y), y.shape[1], y[0, 2])
# ```
#
# <details><summary>Check your prediction</summary>
#
# `(1, 3) 1 3 1`. The row is a table with one line, so its `len` is 1; the number of examples is the second entry of the shape.
#
# </details>
#
# **Common traps.** The sum instead of the mean; `len(y)` for $m$; a `return` inside the loop; a total that each turn replaces instead of adding to it.
#
# <details><summary>Hint 1: the idea</summary>
#
# You have a function for one example. Ask it once for each column, keep a total, and divide at the end.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# Prediction and label of example $i$ are `y_hat[0, i]` and `y[0, i]`, with $i$ from 0 to $m - 1$. `np.mean` of a list is the mean of its numbers.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# $m$ is `y.shape[1]`. If your result prints with brackets, it is still an array; a number prints without.
#
# </details>

# %% [markdown] lang="ko"
# ## 3. `cost`: 모든 예시에 대한 수 하나
#
# 손실은 예시 하나를 평가하고, 비용은 훈련 집합 전체를 평가한다. 비용은 손실의 **평균**이다. 배운다는 것은 비용이 가장 낮은 매개변수를 찾는 일이다.
#
# $$J = \frac{1}{m} \sum_{i=1}^{m} L\left(\hat{y}^{(i)}, y^{(i)}\right)$$
#
# 괄호 속의 수는 예시의 번호다. 예측은 모두 한 행에 나란히 서고 정답도 마찬가지다. 이 수업에서는 **열** 하나가 예시 하나다.
#
# **형태.** `y_hat`과 `y`는 행, 곧 형태가 $(1, m)$인 배열이다. 결과는 수 하나이고 형태는 `()`다.
#
# **종이 위에서.** 예시가 셋이다.
#
# $$\hat{y} = \begin{bmatrix} 0.8 & 0.4 & 0.5 \end{bmatrix}, \qquad y = \begin{bmatrix} 1 & 0 & 1 \end{bmatrix}$$
#
# 손실은 $-\log 0.8 = 0.223$, $-\log 0.6 = 0.511$, $-\log 0.5 = 0.693$이다. 합은 $1.427$이고, 비용은 $J = 1.427 / 3 = 0.476$이다.
#
# 다음을 실행하기 전에 **형태**와 값을 **예측해 보자.**
#
# ```python
# y = np.array([[1, 0, 1]])
# print(y.shape, len(y), y.shape[1], y[0, 2])
# ```
#
# <details><summary>예측 확인</summary>
#
# `(1, 3) 1 3 1`이다. 행은 줄이 하나인 표이므로 `len`은 1이다. 예시의 수는 형태의 둘째 수다.
#
# </details>
#
# **흔한 함정.** 평균 대신 합을 구한다. $m$으로 `len(y)`를 쓴다. 반복문 안에서 `return`한다. 합계에 더하지 않고 바퀴마다 바꿔 쓴다.
#
# <details><summary>힌트 1: 생각</summary>
#
# 예시 하나를 평가하는 함수는 이미 있다. 열마다 한 번씩 물어 합계를 내고, 마지막에 나눈다.
#
# </details>
# <details><summary>힌트 2: 식</summary>
#
# 예시 $i$의 예측과 정답은 `y_hat[0, i]`와 `y[0, i]`이고, $i$는 0부터 $m - 1$까지다. 리스트에 `np.mean`을 쓰면 그 수들의 평균이 나온다.
#
# </details>
# <details><summary>힌트 3: 형태</summary>
#
# $m$은 `y.shape[1]`이다. 결과가 대괄호와 함께 출력되면 아직 배열이다. 수라면 대괄호가 없다.
#
# </details>


# %%
def cost(y_hat, y):
    """Return the cost of all predictions, the mean of their losses.

    Parameters
    ----------
    y_hat : ndarray, shape (1, m)
        Predicted probabilities, strictly between 0 and 1.
    y : ndarray, shape (1, m)
        Labels, 0 or 1.

    Returns
    -------
    J : float
        A single number, shape ().
    """
    ### BEGIN SOLUTION
    losses = [loss(y_hat[0, i], y[0, i]) for i in range(y.shape[1])]
    return np.mean(losses)
    ### END SOLUTION


# %% [markdown] lang="en"
# ## 4. `numerical_derivative`: measure a slope
#
# In which direction does a cost fall, and how steeply? The **derivative** of $f$ at $a$ is the slope of its graph there: how many times as much as $a$ does $f(a)$ change, when $a$ changes by very little? We can measure it without any calculus. Go a little to the right of $a$ and a little to the left, and divide the height between the two points by the width between them.
#
# $$\frac{df}{da} \approx \frac{f(a + \varepsilon) - f(a - \varepsilon)}{2 \varepsilon}$$
#
# ![A curve with the points at a minus epsilon and a plus epsilon joined by a green line, nearly parallel to the black tangent at a; a dashed red line from a to a plus epsilon is too steep](figures/slope.svg)
#
# The green line looks to both sides; it is nearly parallel to the black tangent. The dashed red line looks to the right only and is much too steep. That is why both sides are worth the trouble: halve $\varepsilon$, and the two-sided error falls to about a quarter, the one-sided one only to about a half.
#
# Here `f` is an argument that is itself a *function*. You call it like any other: `f(2.0)`.
#
# **Shapes.** A function and two numbers go in, one number comes out.
#
# **On paper.** `cube` at $a = 2$ with $\varepsilon = 0.1$: $f(2.1) = 9.261$ and $f(1.9) = 6.859$. The slope is $2.402 / 0.2 = 12.01$. The exact one is $3 a^2 = 12$.
#
# **Predict**, before you run it, `numerical_derivative(square, 5.0, 1.0)`, with a step as wide as 1. (`from given import square`.)
#
# <details><summary>Check your prediction</summary>
#
# `10.0`, exactly the slope $2a$: $\frac{6^2 - 4^2}{2} = \frac{20}{2}$. On a parabola what is too much on the right makes up for what is too little on the left.
#
# </details>
#
# **Common traps.** Division by $\varepsilon$, although the points are $2 \varepsilon$ apart; `/ 2 * epsilon` without parentheses, which multiplies by $\varepsilon$; a step of one's own instead of `epsilon`.
#
# <details><summary>Hint 1: the idea</summary>
#
# Height over width. Both come from the same two points.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# Call `f` twice. The width is one product; keep it together with parentheses.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# `f` turns a number into a number, so the difference of two calls is a number, too.
#
# </details>

# %% [markdown] lang="ko"
# ## 4. `numerical_derivative`: 기울기를 잰다
#
# 비용은 어느 쪽으로, 얼마나 가파르게 낮아지는가? $a$에서 $f$의 **미분계수**는 그 자리에서 그래프의 기울기다. $a$가 아주 조금 변할 때 $f(a)$는 그 몇 배만큼 변하는가? 미적분을 몰라도 잴 수 있다. $a$에서 오른쪽으로 조금, 왼쪽으로 조금 간 두 점을 잡고, 두 점의 높이 차이를 너비로 나눈다.
#
# $$\frac{df}{da} \approx \frac{f(a + \varepsilon) - f(a - \varepsilon)}{2 \varepsilon}$$
#
# ![곡선 위에서 a 빼기 엡실론과 a 더하기 엡실론의 두 점을 이은 초록 선은 a에서의 검은 접선과 거의 나란하다. a에서 a 더하기 엡실론까지의 빨간 점선은 너무 가파르다](figures/slope.svg)
#
# 초록 선은 양쪽을 보며, 검은 접선과 거의 나란하다. 빨간 점선은 오른쪽만 보아 너무 가파르다. 그래서 양쪽을 볼 만한 값어치가 있다. $\varepsilon$을 반으로 줄이면 양쪽을 볼 때의 오차는 4분의 1쯤으로 줄지만, 한쪽만 볼 때는 2분의 1쯤으로 줄 뿐이다.
#
# 여기서 `f`는 그 자체가 *함수*인 인자다. 여느 함수처럼 `f(2.0)`과 같이 호출한다.
#
# **형태.** 함수 하나와 수 두 개가 들어가 수 하나가 나온다.
#
# **종이 위에서.** $a = 2$, $\varepsilon = 0.1$에서 `cube`라면 $f(2.1) = 9.261$, $f(1.9) = 6.859$다. 기울기는 $2.402 / 0.2 = 12.01$이다. 정확한 값은 $3 a^2 = 12$다.
#
# 실행하기 전에, 폭이 1이나 되는 `numerical_derivative(square, 5.0, 1.0)`의 값을 **예측해 보자.** (`from given import square`)
#
# <details><summary>예측 확인</summary>
#
# `10.0`으로, 기울기 $2a$와 정확히 같다. $\frac{6^2 - 4^2}{2} = \frac{20}{2}$. 포물선에서는 오른쪽에서 넘치는 만큼 왼쪽에서 모자라 서로 메운다.
#
# </details>
#
# **흔한 함정.** 두 점의 거리는 $2 \varepsilon$인데 $\varepsilon$으로 나눈다. 괄호 없이 `/ 2 * epsilon`이라고 써서 $\varepsilon$을 곱한다. `epsilon` 대신 따로 정한 폭을 쓴다.
#
# <details><summary>힌트 1: 생각</summary>
#
# 높이를 너비로 나눈다. 둘 다 같은 두 점에서 나온다.
#
# </details>
# <details><summary>힌트 2: 식</summary>
#
# `f`를 두 번 호출한다. 너비는 곱셈 하나인데, 괄호로 묶어 둔다.
#
# </details>
# <details><summary>힌트 3: 형태</summary>
#
# `f`는 수를 수로 바꾸므로 두 번 호출한 값의 차이도 수다.
#
# </details>


# %%
def numerical_derivative(f, a, epsilon):
    """Return the slope of f at a, measured between a - epsilon and a + epsilon.

    Parameters
    ----------
    f : callable
        Function of one number that returns a number.
    a : float
        Where the slope is measured.
    epsilon : float
        How far to go to each side, above 0.

    Returns
    -------
    slope : float
        Height between the two points, divided by their distance.
    """
    ### BEGIN SOLUTION
    return (f(a + epsilon) - f(a - epsilon)) / (2 * epsilon)
    ### END SOLUTION


# %% [markdown] lang="en"
# ## 5. `gradient_step`: one step downhill
#
# A positive slope says that the cost grows to the right, so go left; a negative one says go right. Both are said by one minus sign. How far to go is decided by the slope and by the learning rate $\alpha$, a number that you choose.
#
# $$w := w - \alpha \, dw$$
#
# The sign $:=$ means that the new value takes the place of the old one. In this course's code, `dw` is the name of $\frac{dJ}{dw}$, or of $\frac{\partial J}{\partial w}$ when $J$ also depends on other parameters.
#
# ![A parabola with a step from the right, at w = 3, going left, and a step from the left, at w = -2, going right; both end lower](figures/step.svg)
#
# Near the bottom the slope is small, and so are the steps, although $\alpha$ stays the same. That is how gradient descent comes to rest.
#
# **Shapes.** `w` and `dw` are numbers, or columns of numbers of the same shape; the result has that shape, too.
#
# **On paper.** On the parabola $J(w) = w^2$ the slope is $2w$. From $w = 3$, with $\alpha = 0.1$: the new $w$ is $3 - 0.1 \cdot 6 = 2.4$, and $J$ falls from $9$ to $5.76$. From $w = -2$ the slope is $-4$, and the new $w$ is $-2 + 0.4 = -1.6$.
#
# **Predict the shape** and the entries before you run this:
#
# ```python
# w, dw = np.array([[1.0], [-2.0]]), np.array([[10.0], [0.0]])
# print(gradient_step(w, dw, 0.1))
# ```
#
# <details><summary>Check your prediction</summary>
#
# A column of shape $(2, 1)$ with the entries 0 and -2: where the slope is 0, nothing moves.
#
# </details>
#
# **Common traps.** Plus instead of minus, which climbs; $\alpha$ forgotten; returning the step instead of the place where it ends.
#
# <details><summary>Hint 1: the idea</summary>
#
# Where you are, minus how far you go.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# How far you go is a product of two of the arguments.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# `alpha` is one number. numpy multiplies each entry of a column by it, so one line serves both cases.
#
# </details>

# %% [markdown] lang="ko"
# ## 5. `gradient_step`: 내리막 한 걸음
#
# 기울기가 양수이면 오른쪽으로 갈수록 비용이 커지니 왼쪽으로 가고, 음수이면 오른쪽으로 간다. 뺄셈 하나가 이 둘을 다 말해 준다. 얼마나 갈지는 기울기와, 우리가 고르는 수인 학습률 $\alpha$가 정한다.
#
# $$w := w - \alpha \, dw$$
#
# $:=$는 새 값이 옛 값의 자리를 차지한다는 뜻이다. 이 수업의 코드에서 `dw`는 $\frac{dJ}{dw}$의 이름이다. $J$가 다른 매개변수에도 달려 있으면 $\frac{\partial J}{\partial w}$의 이름이다.
#
# ![포물선 위의 두 걸음. 오른쪽 w = 3에서는 왼쪽으로, 왼쪽 w = -2에서는 오른쪽으로 가고, 둘 다 더 낮은 곳에 이른다](figures/step.svg)
#
# 바닥에 가까우면 기울기가 작으므로 $\alpha$가 그대로여도 걸음이 작아진다. 경사 하강은 이렇게 멈춘다.
#
# **형태.** `w`와 `dw`는 수이거나, 형태가 같은 열이다. 결과의 형태도 그와 같다.
#
# **종이 위에서.** 포물선 $J(w) = w^2$의 기울기는 $2w$다. $w = 3$에서 $\alpha = 0.1$이면 새 $w$는 $3 - 0.1 \cdot 6 = 2.4$이고, $J$는 $9$에서 $5.76$으로 낮아진다. $w = -2$에서는 기울기가 $-4$이고 새 $w$는 $-2 + 0.4 = -1.6$이다.
#
# 다음을 실행하기 전에 **형태**와 원소를 **예측해 보자.**
#
# ```python
# w, dw = np.array([[1.0], [-2.0]]), np.array([[10.0], [0.0]])
# print(gradient_step(w, dw, 0.1))
# ```
#
# <details><summary>예측 확인</summary>
#
# 형태가 $(2, 1)$인 열이고 원소는 0과 -2다. 기울기가 0인 곳은 움직이지 않는다.
#
# </details>
#
# **흔한 함정.** 빼지 않고 더해서 오르막을 오른다. $\alpha$를 잊는다. 도착한 자리 대신 걸음만 돌려준다.
#
# <details><summary>힌트 1: 생각</summary>
#
# 지금 있는 자리에서 갈 거리를 뺀다.
#
# </details>
# <details><summary>힌트 2: 식</summary>
#
# 갈 거리는 인자 두 개의 곱이다.
#
# </details>
# <details><summary>힌트 3: 형태</summary>
#
# `alpha`는 수 하나다. numpy는 열의 원소마다 그 수를 곱해 주므로 한 줄로 두 경우를 모두 다룰 수 있다.
#
# </details>


# %%
def gradient_step(w, dw, alpha):
    """Return the parameter after one step of gradient descent.

    Parameters
    ----------
    w : float, or ndarray of shape (n, 1)
        Where the step begins.
    dw : float, or ndarray of shape (n, 1)
        Slope of the cost at `w`, of the same shape.
    alpha : float
        Learning rate, above 0.

    Returns
    -------
    w : float, or ndarray of shape (n, 1)
        Where the step ends.
    """
    ### BEGIN SOLUTION
    return w - alpha * dw
    ### END SOLUTION


# %% [markdown] lang="en"
# ## Walk down
#
# The last two functions are already gradient descent. `given.py` has a function `valley` that is lowest at $\ln 2 = 0.693147$. Let your functions find the place, and print `w` inside the loop to watch the steps grow smaller. Then try `0.01` and `0.5` in place of the learning rate `0.1`.
#
# ```python
# from given import valley
#
# w = 2.0
# for turn in range(60):
#     slope = numerical_derivative(valley, w, 0.001)
#     w = gradient_step(w, slope, 0.1)
# print(w)
# ```
#
# Nobody told them where to go, only how steep it is where they stand. A network with a million parameters learns in the same way; what is new in the coming weeks is how to get a million slopes at once without measuring each of them.
#
# ## Before the quiz
#
# Three questions of the kind that the weekly quiz asks.
#
# **1.** Two units look at the same picture, whose label is 0. One says $0.6$, the other $0.99$. How many times as large is the second one's loss?
#
# <details><summary>Answer</summary>
#
# The losses are $-\log 0.4 = 0.916$ and $-\log 0.01 = 4.605$, so about five times. Both are wrong, but one of them was sure.
#
# </details>
#
# **2.** You measure the slope of $f(a) = 5a + 2$ with $\varepsilon = 10$. How large is the error?
#
# <details><summary>Answer</summary>
#
# There is none: on a straight line any two points give the slope 5, however far apart they are. How good a step width is depends on how strongly the function bends.
#
# </details>
#
# **3.** Gradient descent on $J(w) = w^2$ starts at $w = 1$ with the learning rate $\alpha = 1$. Where is it after 99 steps, and what does a larger $\alpha$ do?
#
# <details><summary>Answer</summary>
#
# The slope at 1 is 2, so the first step leads to $1 - 2 = -1$; from there it leads back to 1. After an odd number of steps $w = -1$, and the cost has not fallen at all. With a larger $\alpha$ each step lands farther out than the one before, and the cost grows.
#
# </details>

# %% [markdown] lang="ko"
# ## 걸어 내려가기
#
# 마지막 두 함수가 이미 경사 하강법이다. `given.py`의 함수 `valley`는 $\ln 2 = 0.693147$에서 가장 낮다. 작성한 함수로 그 자리를 찾아보자. 반복문 안에서 `w`를 출력하면 걸음이 점점 작아지는 것이 보인다. 그런 다음 학습률 `0.1`의 자리에 `0.01`과 `0.5`도 넣어 보자.
#
# ```python
# from given import valley
#
# w = 2.0
# for turn in range(60):
#     slope = numerical_derivative(valley, w, 0.001)
#     w = gradient_step(w, slope, 0.1)
# print(w)
# ```
#
# 어디로 가라고 알려 준 사람은 없다. 서 있는 자리가 얼마나 가파른지 알 뿐이다. 매개변수가 백만 개인 신경망도 똑같이 배운다. 앞으로 몇 주 동안 새로 배울 것은, 기울기 백만 개를 하나하나 재지 않고 한꺼번에 얻는 방법이다.
#
# ## 퀴즈 전에
#
# 주간 퀴즈와 비슷한 물음 세 개를 풀어 보자.
#
# **1.** 두 유닛이 정답이 0인 같은 사진을 본다. 하나는 $0.6$, 다른 하나는 $0.99$라고 답한다. 뒤 유닛의 손실은 앞 유닛의 몇 배인가?
#
# <details><summary>답</summary>
#
# 손실은 $-\log 0.4 = 0.916$과 $-\log 0.01 = 4.605$이므로 다섯 배쯤이다. 둘 다 틀렸지만 하나는 자신 있게 틀렸다.
#
# </details>
#
# **2.** $\varepsilon = 10$으로 $f(a) = 5a + 2$의 기울기를 잰다. 오차는 얼마인가?
#
# <details><summary>답</summary>
#
# 없다. 직선에서는 두 점이 아무리 멀어도 기울기가 5로 나온다. 폭이 적당한지는 함수가 얼마나 휘는지에 달려 있다.
#
# </details>
#
# **3.** $J(w) = w^2$에서 $w = 1$, 학습률 $\alpha = 1$로 경사 하강을 시작한다. 99걸음 뒤에는 어디에 있는가? $\alpha$가 그보다 크면 어떻게 되는가?
#
# <details><summary>답</summary>
#
# 1에서 기울기가 2이므로 첫 걸음은 $1 - 2 = -1$로 가고, 거기서 다시 1로 돌아온다. 홀수 걸음 뒤에는 $w = -1$이고, 비용은 조금도 줄지 않았다. $\alpha$가 더 크면 걸음마다 앞 걸음보다 더 먼 곳에 떨어져 비용이 커진다.
#
# </details>
