# %% [markdown] lang="en"
# # Arrays instead of loops
#
# A network sees thousands of examples, and each example has thousands of numbers. A Python loop over them is slow, because Python decides anew, for every single number, what to do. An operation on a whole **array** decides once; the processor then works through the numbers in compiled code, several with each instruction (SIMD).
#
# ![Two bars: a long one for the loop, a very short one for the array operation](figures/loop_and_array.svg)
#
# The bars show a dot product of two vectors with a million entries: an example, the best of three tries on one computer, with numpy on a single core. Yours will give other numbers, and much the same picture.
#
# You are going to write ten small functions without a single loop over numbers. They are the words in which the rest of the course is written: functions that act on every entry, sums along one axis, broadcasting, and shapes.
#
# | word | meaning |
# |---|---|
# | shape | the lengths of the axes: `(2, 3)` is 2 rows of 3 numbers |
# | axis 0, axis 1 | down the rows, along a row; a sum over `axis=0` makes the rows disappear |
# | `keepdims=True` | the axis that was summed over stays, with length 1 |
# | broadcasting | an axis of length 1 is stretched to fit its partner, without copying |
# | rank-1 array | shape `(n,)`: neither a row nor a column |
#
# Everywhere else in the course, the columns of a matrix are the examples. In two functions of this assignment, `normalize_rows` and `softmax`, the **rows** are; the text says so again there. `autograder check` compares your functions with the public examples, among them the worked examples below.

# %% [markdown] lang="ko"
# # 반복문 대신 배열
#
# 신경망은 예시를 수천 개씩 보고, 예시 하나에도 수가 수천 개씩 들어 있다. 이것을 파이썬 반복문으로 처리하면 느리다. 수 하나하나마다 무엇을 할지 파이썬이 매번 새로 판단하기 때문이다. **배열** 전체에 대한 연산은 그 판단을 한 번만 하고, 나머지는 컴파일된 코드가 명령 하나로 수를 여러 개씩(SIMD) 처리한다.
#
# ![막대 두 개: 반복문은 길고 배열 연산은 아주 짧다](figures/loop_and_array.svg)
#
# 막대는 원소가 백만 개인 두 벡터의 내적에 걸린 시간이다. 한 가지 예로, 컴퓨터 한 대에서 numpy가 코어 하나만 쓰게 하고 세 번 잰 것 가운데 가장 짧은 시간이다. 다른 컴퓨터에서는 수가 다르겠지만 그림의 모양은 비슷할 것이다.
#
# 이제 수에 대한 반복문을 하나도 쓰지 않고 작은 함수 열 개를 만든다. 원소마다 작용하는 함수, 한 축을 따라 구하는 합, 브로드캐스팅, 그리고 형태. 이 수업의 나머지는 모두 이 낱말들로 쓰여 있다.
#
# | 낱말 | 뜻 |
# |---|---|
# | 형태 | 축의 길이들. `(2, 3)`은 수 3개짜리 행이 2개라는 뜻이다 |
# | 축 0, 축 1 | 행을 따라 아래로, 한 행을 따라 옆으로. `axis=0`으로 더하면 행이 사라진다 |
# | `keepdims=True` | 더해서 없어질 축이 길이 1로 남는다 |
# | 브로드캐스팅 | 길이가 1인 축이 상대에 맞추어 늘어난다. 복사하지는 않는다 |
# | 랭크 1 배열 | 형태가 `(n,)`인 배열. 행도 아니고 열도 아니다 |
#
# 이 수업의 다른 곳에서는 행렬의 열이 예시다. 이 과제의 `normalize_rows`와 `softmax`에서만은 **행**이 예시이며, 그 자리에서 다시 말해 둔다. `autograder check`를 실행하면 작성한 함수를 공개 예제와 비교해 준다. 아래 본문의 예도 거기에 들어 있다.

# %%
import math

import numpy as np

# %% [markdown] lang="en"
# ## 1. `basic_sigmoid`: one number
#
# The sigmoid turns any number into one between 0 and 1, which can be read as a probability.
#
# $$\sigma(x) = \frac{1}{1 + e^{-x}}$$
#
# It is close to 1 for large $x$ and close to 0 for **very negative** $x$. In between lies $\sigma(0) = \frac{1}{2}$: a small $x$ does not mean a small $\sigma(x)$.
#
# **Shapes.** A number goes in, a number comes out. For one number, Python's own `math` module is enough.
#
# **On paper.** For $x = \ln 3 \approx 1.0986$ we have $e^{-x} = \frac{1}{3}$, so $\sigma(x) = \frac{1}{4/3} = 0.75$.
#
# **Predict** $\sigma(-\ln 3)$ before you run it.
#
# <details><summary>Check your prediction</summary>
#
# $0.25$. The curve is symmetric: $\sigma(-x) = 1 - \sigma(x)$.
#
# </details>
#
# **Common traps.** The minus sign in the exponent; brackets, since a division is done before an addition.
#
# <details><summary>Hint 1: the idea</summary>
#
# Build the denominator first and look at it: it must be larger than 1.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# $e^x$ is `math.exp(x)`.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# There are none: no array is needed here. Try 0, where you know the answer.
#
# </details>

# %% [markdown] lang="ko"
# ## 1. `basic_sigmoid`: 수 하나
#
# 시그모이드는 어떤 수든 0과 1 사이의 수로 바꾼다. 그래서 그 값을 확률로 읽을 수 있다.
#
# $$\sigma(x) = \frac{1}{1 + e^{-x}}$$
#
# $x$가 크면 1에 가깝고, $x$가 **큰 음수**이면 0에 가깝다. 그 사이에 $\sigma(0) = \frac{1}{2}$이 있다. $x$가 작다고 $\sigma(x)$가 작은 것은 아니다.
#
# **형태.** 수 하나가 들어가고 수 하나가 나온다. 수 하나라면 파이썬의 `math` 모듈로 충분하다.
#
# **종이 위에서.** $x = \ln 3 \approx 1.0986$이면 $e^{-x} = \frac{1}{3}$이므로 $\sigma(x) = \frac{1}{4/3} = 0.75$다.
#
# 실행하기 전에 $\sigma(-\ln 3)$을 **예측해 보자.**
#
# <details><summary>예측 확인</summary>
#
# $0.25$다. 곡선이 대칭이어서 $\sigma(-x) = 1 - \sigma(x)$다.
#
# </details>
#
# **흔한 함정.** 지수의 음의 부호를 빠뜨린다. 나눗셈이 덧셈보다 먼저라는 것을 잊고 괄호를 빠뜨린다.
#
# <details><summary>힌트 1: 생각</summary>
#
# 분모부터 만들어 값을 살펴보자. 1보다 커야 한다.
#
# </details>
# <details><summary>힌트 2: 식</summary>
#
# $e^x$는 `math.exp(x)`다.
#
# </details>
# <details><summary>힌트 3: 형태</summary>
#
# 형태랄 것이 없다. 여기에는 배열이 필요 없다. 답을 아는 0을 넣어 보자.
#
# </details>


# %%
def basic_sigmoid(x):
    """Return the sigmoid of one number.

    Parameters
    ----------
    x : float

    Returns
    -------
    s : float
        1 / (1 + e^(-x)), between 0 and 1.
    """
    ### BEGIN SOLUTION
    return 1 / (1 + math.exp(-x))
    ### END SOLUTION


# %% [markdown] lang="en"
# ## 2. `sigmoid`: a whole array at once
#
# The same formula, for a number or for an array of any shape. `math.exp` refuses arrays; numpy's own `exp` acts on every entry, and so do `+`, `-`, `*` and `/`.
#
# $$\sigma\left(\begin{bmatrix} x_1 & x_2 & \cdots & x_n \end{bmatrix}\right) = \begin{bmatrix} \sigma(x_1) & \sigma(x_2) & \cdots & \sigma(x_n) \end{bmatrix}$$
#
# **Shapes.** The result has the shape of `x`, whatever that is.
#
# **On paper.** `[0, ln 3, -ln 3]` becomes `[0.5, 0.75, 0.25]`.
#
# **Predict the shape** of `sigmoid(np.zeros((2, 3, 4)))`, and its entries.
#
# <details><summary>Check your prediction</summary>
#
# $(2, 3, 4)$, all 24 entries 0.5.
#
# </details>
#
# **Common traps.** A loop over the entries, which breaks for matrices; `math.exp` left over from the first function.
#
# <details><summary>Hint 1: the idea</summary>
#
# Write it as if `x` were a number. One word has to change.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# `1 + array` adds 1 to every entry: the number is broadcast.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# Try a number, a rank-1 array and a matrix. No line of yours should mention a shape.
#
# </details>

# %% [markdown] lang="ko"
# ## 2. `sigmoid`: 배열을 한꺼번에
#
# 식은 같지만 이번에는 수 하나도, 어떤 형태의 배열도 받는다. `math.exp`는 배열을 받지 않는다. numpy의 `exp`는 원소마다 작용하고, `+`, `-`, `*`, `/`도 그렇다.
#
# $$\sigma\left(\begin{bmatrix} x_1 & x_2 & \cdots & x_n \end{bmatrix}\right) = \begin{bmatrix} \sigma(x_1) & \sigma(x_2) & \cdots & \sigma(x_n) \end{bmatrix}$$
#
# **형태.** 결과의 형태는 `x`의 형태와 같다.
#
# **종이 위에서.** `[0, ln 3, -ln 3]`은 `[0.5, 0.75, 0.25]`가 된다.
#
# `sigmoid(np.zeros((2, 3, 4)))`의 **형태**와 원소를 **예측해 보자.**
#
# <details><summary>예측 확인</summary>
#
# 형태는 $(2, 3, 4)$이고, 원소 24개가 모두 0.5다.
#
# </details>
#
# **흔한 함정.** 원소에 대한 반복문을 쓴다. 행렬에서는 맞지 않는다. 첫 함수의 `math.exp`를 그대로 둔다.
#
# <details><summary>힌트 1: 생각</summary>
#
# `x`가 수라고 생각하고 쓰자. 낱말 하나만 바꾸면 된다.
#
# </details>
# <details><summary>힌트 2: 식</summary>
#
# `1 + 배열`은 모든 원소에 1을 더한다. 수가 브로드캐스팅되기 때문이다.
#
# </details>
# <details><summary>힌트 3: 형태</summary>
#
# 수 하나, 랭크 1 배열, 행렬을 차례로 넣어 보자. 코드 어디에도 형태가 나올 필요가 없다.
#
# </details>


# %%
def sigmoid(x):
    """Return the sigmoid of every entry.

    Parameters
    ----------
    x : float or ndarray of any shape

    Returns
    -------
    s : float or ndarray, the shape of `x`
        1 / (1 + e^(-x)), entry by entry.
    """
    ### BEGIN SOLUTION
    return 1 / (1 + np.exp(-x))
    ### END SOLUTION


# %% [markdown] lang="en"
# ## 3. `sigmoid_derivative`: the slope of the curve
#
# Learning needs slopes: how much does the output change when the input moves a little? For the sigmoid, the slope can be had from the value itself.
#
# $$\sigma'(x) = s\,(1 - s), \qquad s = \sigma(x)$$
#
# **Shapes.** Again the shape of `x`.
#
# **On paper.** At $x = 0$, $s = 0.5$ and the slope is $0.25$, the largest that there is. At $x = \pm\ln 3$, $s$ is $0.75$ or $0.25$, and the slope is $0.1875$ on both sides.
#
# **Predict** roughly the slope at $x = 10$.
#
# <details><summary>Check your prediction</summary>
#
# About 0.00005: the curve is almost flat there. A unit on the flat part hardly learns, because every step is multiplied by this slope.
#
# </details>
#
# **Common traps.** Putting `x` itself into $s(1 - s)$; the formula of tanh, $1 - s^2$.
#
# <details><summary>Hint 1: the idea</summary>
#
# You have written $\sigma$ already. Call it, and keep the result.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# The formula uses $s$ twice and `x` not at all.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# Everything acts entry by entry, so `*` is right, and there is no sum.
#
# </details>

# %% [markdown] lang="ko"
# ## 3. `sigmoid_derivative`: 곡선의 기울기
#
# 학습에는 기울기가 필요하다. 입력이 조금 움직이면 출력은 얼마나 달라지는가? 시그모이드의 기울기는 함숫값만 알면 구할 수 있다.
#
# $$\sigma'(x) = s\,(1 - s), \qquad s = \sigma(x)$$
#
# **형태.** 이번에도 `x`의 형태와 같다.
#
# **종이 위에서.** $x = 0$에서 $s = 0.5$이고 기울기는 $0.25$다. 가장 가파른 곳이다. $x = \pm\ln 3$에서는 $s$가 $0.75$ 또는 $0.25$이고, 기울기는 양쪽 모두 $0.1875$다.
#
# $x = 10$에서 기울기가 대략 얼마일지 **예측해 보자.**
#
# <details><summary>예측 확인</summary>
#
# 약 0.00005다. 거기서 곡선은 거의 평평하다. 평평한 곳에 있는 유닛은 거의 배우지 못한다. 걸음마다 이 기울기가 곱해지기 때문이다.
#
# </details>
#
# **흔한 함정.** $s(1 - s)$에 `x`를 그대로 넣는다. tanh의 식인 $1 - s^2$을 쓴다.
#
# <details><summary>힌트 1: 생각</summary>
#
# $\sigma$는 이미 만들었다. 그것을 불러 결과를 변수에 담자.
#
# </details>
# <details><summary>힌트 2: 식</summary>
#
# 식에는 $s$가 두 번 나오고 `x`는 나오지 않는다.
#
# </details>
# <details><summary>힌트 3: 형태</summary>
#
# 모두 원소끼리의 계산이므로 `*`가 맞다. 합은 없다.
#
# </details>


# %%
def sigmoid_derivative(x):
    """Return the slope of the sigmoid at every entry.

    Parameters
    ----------
    x : float or ndarray of any shape

    Returns
    -------
    ds : float or ndarray, the shape of `x`
    """
    ### BEGIN SOLUTION
    s = sigmoid(x)
    return s * (1 - s)
    ### END SOLUTION


# %% [markdown] lang="en"
# ## 4. `image2vector`: a picture as a column
#
# A colour picture is an array of shape (height, width, 3): for each pixel, how much red, green and blue. The networks of this course read plain columns, so the picture is unrolled into one, number after number, in the order in which numpy stores them: the last index runs fastest.
#
# **Shapes.** $(h, w, d)$ becomes $(h \cdot w \cdot d,\ 1)$. Nothing is computed; the numbers only stand in another arrangement.
#
# **On paper.** A picture of $2 \times 2$ pixels with two colours: the upper row has the pixels $(1, 2)$ and $(3, 4)$, the lower row $(5, 6)$ and $(7, 8)$. The column reads $1, 2, 3, 4, 5, 6, 7, 8$ from top to bottom.
#
# **Predict the shape** for a picture of $64 \times 64$ pixels and three colours.
#
# <details><summary>Check your prediction</summary>
#
# $(12288, 1)$. A thousand such columns side by side are a data set of shape $(12288, 1000)$.
#
# </details>
#
# **Common traps.** The shape $(h \cdot w,\ d)$, which keeps the colours apart; a result of shape `(n,)`; turning the picture over first, which changes the order.
#
# <details><summary>Hint 1: the idea</summary>
#
# numpy has a method that gives an array another shape and keeps the order of its numbers.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# The number of rows is a product of three lengths, which stand in `image.shape`. numpy can also work out one length by itself; look up what $-1$ means as a length.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# A column has two axes, and the second has length 1.
#
# </details>

# %% [markdown] lang="ko"
# ## 4. `image2vector`: 사진을 열로
#
# 컬러 사진은 형태가 (높이, 너비, 3)인 배열이다. 픽셀마다 빨강, 초록, 파랑이 얼마나 들어 있는지를 담는다. 이 수업의 신경망은 열 하나를 읽으므로 사진을 열 하나로 펼친다. 순서는 numpy가 수를 저장하는 순서 그대로, 마지막 인덱스가 가장 빨리 변한다.
#
# **형태.** $(h, w, d)$가 $(h \cdot w \cdot d,\ 1)$이 된다. 아무것도 계산하지 않는다. 수의 배치만 달라진다.
#
# **종이 위에서.** $2 \times 2$ 픽셀에 색이 두 가지인 사진이 있다. 윗줄의 픽셀은 $(1, 2)$와 $(3, 4)$, 아랫줄은 $(5, 6)$과 $(7, 8)$이다. 열은 위에서 아래로 $1, 2, 3, 4, 5, 6, 7, 8$이다.
#
# $64 \times 64$ 픽셀에 색이 세 가지인 사진이라면 **형태가 어떻게 될지 예측해 보자.**
#
# <details><summary>예측 확인</summary>
#
# $(12288, 1)$이다. 이런 열 천 개를 나란히 놓으면 형태가 $(12288, 1000)$인 데이터가 된다.
#
# </details>
#
# **흔한 함정.** 색을 따로 남겨 형태가 $(h \cdot w,\ d)$가 된다. 결과의 형태가 `(n,)`이 된다. 사진을 먼저 뒤집어 순서가 바뀐다.
#
# <details><summary>힌트 1: 생각</summary>
#
# 수의 순서는 그대로 두고 배열의 형태만 바꾸는 numpy 메서드가 있다.
#
# </details>
# <details><summary>힌트 2: 식</summary>
#
# 행의 수는 `image.shape`에 든 세 길이의 곱이다. 길이 하나는 numpy가 스스로 계산하게 할 수도 있다. 길이 자리에 $-1$을 쓰면 무슨 뜻인지 찾아보자.
#
# </details>
# <details><summary>힌트 3: 형태</summary>
#
# 열에는 축이 두 개 있고, 둘째 축의 길이는 1이다.
#
# </details>


# %%
def image2vector(image):
    """Return a picture unrolled into one column.

    Parameters
    ----------
    image : ndarray, shape (height, width, depth)

    Returns
    -------
    v : ndarray, shape (height * width * depth, 1)
        The numbers of `image` in the order in which they are stored.
    """
    ### BEGIN SOLUTION
    return image.reshape(-1, 1)
    ### END SOLUTION


# %% [markdown] lang="en"
# ## 5. `normalize_rows`: every row of length 1
#
# Features measured in different units make gradient descent zigzag. One remedy is to divide each example by its length. **Here the rows are the examples.**
#
# $$x_{i} := \frac{x_{i}}{\lVert x_{i} \rVert}, \qquad \lVert x_{i} \rVert = \sqrt{\sum_{j} x_{ij}^2}$$
#
# ![A matrix of 2 rows and 3 columns divided by a column of 2 rows; the column is stretched to 3 columns](figures/broadcasting.svg)
#
# The division is done by **broadcasting**: the column of lengths is stretched along the rows, so that each number meets the length of its own row. numpy compares shapes from the right; two lengths fit if they are equal or one of them is 1.
#
# **Shapes.** `x` $(m, n)$, its column of lengths $(m, 1)$, the result $(m, n)$.
#
# **On paper.**
#
# $$\begin{bmatrix} 3 & 4 \\ 0 & 2 \end{bmatrix}, \quad \text{lengths} \begin{bmatrix} 5 \\ 2 \end{bmatrix}, \quad \text{result} \begin{bmatrix} 0.6 & 0.8 \\ 0 & 1 \end{bmatrix}$$
#
# **Predict the shape** of `np.linalg.norm(x, axis=1)` for `x` of shape $(6, 4)$, and what happens when `x` is divided by it.
#
# <details><summary>Check your prediction</summary>
#
# `(6,)`. Compared from the right, 4 meets 6: an error. For a square `x` of shape $(4, 4)$ there is no error, and every number is divided by the length of a wrong row. That is worse.
#
# </details>
#
# **Common traps.** `axis=0`; an axis that got lost; a length without the square root.
#
# <details><summary>Hint 1: the idea</summary>
#
# First the lengths, as a column; then one division. Print both shapes before you divide.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# numpy's `linalg` has the length of a vector under the name `norm`. Like `sum`, it takes an axis, and an option that keeps this axis.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# $(m, n)$ divided by $(m, 1)$. Which axis has been summed over if the rows are still there?
#
# </details>

# %% [markdown] lang="ko"
# ## 5. `normalize_rows`: 행마다 길이 1로
#
# 특징마다 단위가 다르면 경사 하강법이 갈지자로 움직인다. 예시마다 자기 길이로 나누는 것이 한 가지 처방이다. **여기서는 행이 예시다.**
#
# $$x_{i} := \frac{x_{i}}{\lVert x_{i} \rVert}, \qquad \lVert x_{i} \rVert = \sqrt{\sum_{j} x_{ij}^2}$$
#
# ![2행 3열 행렬을 2행짜리 열로 나눈다. 열이 3열로 늘어난다](figures/broadcasting.svg)
#
# 나눗셈은 **브로드캐스팅**으로 이루어진다. 길이를 담은 열이 행을 따라 늘어나, 수마다 자기 행의 길이를 만난다. numpy는 형태를 오른쪽부터 견준다. 두 길이가 같거나 한쪽이 1이면 맞는다.
#
# **형태.** `x`는 $(m, n)$, 길이의 열은 $(m, 1)$, 결과는 $(m, n)$이다.
#
# **종이 위에서.**
#
# $$\begin{bmatrix} 3 & 4 \\ 0 & 2 \end{bmatrix}, \quad \text{길이} \begin{bmatrix} 5 \\ 2 \end{bmatrix}, \quad \text{결과} \begin{bmatrix} 0.6 & 0.8 \\ 0 & 1 \end{bmatrix}$$
#
# `x`의 형태가 $(6, 4)$일 때 `np.linalg.norm(x, axis=1)`의 **형태**와, `x`를 그것으로 나누면 어떻게 될지 **예측해 보자.**
#
# <details><summary>예측 확인</summary>
#
# `(6,)`이다. 오른쪽부터 견주면 4와 6이 만나므로 오류가 난다. `x`가 $(4, 4)$인 정사각 행렬이면 오류가 나지 않고, 수마다 엉뚱한 행의 길이로 나누어진다. 이쪽이 더 나쁘다.
#
# </details>
#
# **흔한 함정.** `axis=0`을 쓴다. 축 하나를 잃어버린다. 제곱근을 빠뜨린다.
#
# <details><summary>힌트 1: 생각</summary>
#
# 먼저 길이를 열로 구하고, 그다음에 한 번 나눈다. 나누기 전에 두 형태를 출력해 보자.
#
# </details>
# <details><summary>힌트 2: 식</summary>
#
# numpy의 `linalg`에 벡터의 길이를 구하는 `norm`이 있다. `sum`처럼 축을 받고, 그 축을 남기는 옵션도 받는다.
#
# </details>
# <details><summary>힌트 3: 형태</summary>
#
# $(m, n)$을 $(m, 1)$로 나눈다. 행이 그대로 남아 있다면 어느 축을 따라 더한 것인가?
#
# </details>


# %%
def normalize_rows(x):
    """Return the matrix with every row divided by its length.

    Parameters
    ----------
    x : ndarray, shape (m, n)
        One example per row; no row is zero.

    Returns
    -------
    x_normalized : ndarray, shape (m, n)
        Every row has the Euclidean length 1.
    """
    ### BEGIN SOLUTION
    lengths = np.linalg.norm(x, axis=1, keepdims=True)  # (m, 1)
    return x / lengths
    ### END SOLUTION


# %% [markdown] lang="en"
# ## 6. `softmax`: scores into probabilities
#
# A classifier with several classes gives each example a row of scores. The softmax makes probabilities of them: all positive, and each **row** adds up to 1. **Here, too, the rows are the examples.**
#
# $$s_{ij} = \frac{e^{x_{ij}}}{\sum_{k} e^{x_{ik}}}$$
#
# **Shapes.** `x` $(m, n)$: $m$ examples, $n$ classes. The sums are a column $(m, 1)$, the result is $(m, n)$.
#
# **On paper.** Two rows of scores:
#
# $$\begin{bmatrix} 0 & \ln 2 & \ln 5 \\ 0 & 0 & 0 \end{bmatrix} \ \to \ \begin{bmatrix} 1 & 2 & 5 \\ 1 & 1 & 1 \end{bmatrix}, \ \text{sums} \begin{bmatrix} 8 \\ 3 \end{bmatrix} \ \to \ \begin{bmatrix} 0.125 & 0.25 & 0.625 \\ 0.333 & 0.333 & 0.333 \end{bmatrix}$$
#
# **Predict** what the result of the first row becomes if 7 is added to all three scores.
#
# <details><summary>Check your prediction</summary>
#
# It stays as it is: $e^7$ is a factor above and below. In practice the largest score of the row is subtracted first, so that no exponential overflows.
#
# </details>
#
# **Common traps.** Sums down the columns; one sum over the whole matrix; dividing the scores themselves.
#
# <details><summary>Hint 1: the idea</summary>
#
# The same three steps as in the function before: something entry by entry, a column of sums, a division.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# Compute the exponentials once and use them above and below.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# $(m, n)$ divided by $(m, 1)$. At the end, the sums of your result over `axis=1` must all be 1.
#
# </details>

# %% [markdown] lang="ko"
# ## 6. `softmax`: 점수를 확률로
#
# 클래스가 여럿인 분류기는 예시마다 점수를 한 행씩 내놓는다. 소프트맥스는 그것을 확률로 바꾼다. 모두 양수이고 **행**마다 합이 1이다. **여기서도 행이 예시다.**
#
# $$s_{ij} = \frac{e^{x_{ij}}}{\sum_{k} e^{x_{ik}}}$$
#
# **형태.** `x`는 $(m, n)$이다. 예시가 $m$개, 클래스가 $n$개다. 합은 $(m, 1)$인 열이고 결과는 $(m, n)$이다.
#
# **종이 위에서.** 점수가 두 행 있다.
#
# $$\begin{bmatrix} 0 & \ln 2 & \ln 5 \\ 0 & 0 & 0 \end{bmatrix} \ \to \ \begin{bmatrix} 1 & 2 & 5 \\ 1 & 1 & 1 \end{bmatrix}, \ \text{합} \begin{bmatrix} 8 \\ 3 \end{bmatrix} \ \to \ \begin{bmatrix} 0.125 & 0.25 & 0.625 \\ 0.333 & 0.333 & 0.333 \end{bmatrix}$$
#
# 첫 행의 세 점수에 모두 7을 더하면 결과가 어떻게 될지 **예측해 보자.**
#
# <details><summary>예측 확인</summary>
#
# 그대로다. 분자와 분모에 똑같이 $e^7$이 곱해지기 때문이다. 실제로는 지수가 너무 커지지 않도록 행에서 가장 큰 점수를 먼저 뺀다.
#
# </details>
#
# **흔한 함정.** 열을 따라 더한다. 행렬 전체를 한꺼번에 더한다. 지수를 취하지 않고 점수 자체를 나눈다.
#
# <details><summary>힌트 1: 생각</summary>
#
# 앞의 함수와 같은 세 단계다. 원소마다 무언가를 하고, 합을 열로 구하고, 나눈다.
#
# </details>
# <details><summary>힌트 2: 식</summary>
#
# 지수는 한 번만 계산해 분자와 분모에 함께 쓴다.
#
# </details>
# <details><summary>힌트 3: 형태</summary>
#
# $(m, n)$을 $(m, 1)$로 나눈다. 결과를 `axis=1`로 더하면 모두 1이어야 한다.
#
# </details>


# %%
def softmax(x):
    """Return the softmax of every row.

    Parameters
    ----------
    x : ndarray, shape (m, n)
        Scores: one example per row, one class per column.

    Returns
    -------
    s : ndarray, shape (m, n)
        Probabilities; every row adds up to 1.
    """
    ### BEGIN SOLUTION
    exponentials = np.exp(x)
    return exponentials / exponentials.sum(axis=1, keepdims=True)
    ### END SOLUTION


# %% [markdown] lang="en"
# ## 7. `L1`: how far off, in absolute terms
#
# A loss says how far predictions $\hat{y}$ are from the truth $y$. The simplest adds up the distances, without regard to their direction.
#
# $$L_1(\hat{y}, y) = \sum_{i=1}^{m} \lvert y^{(i)} - \hat{y}^{(i)} \rvert$$
#
# **Shapes.** Two arrays of shape `(m,)` go in; one number, with shape `()`, comes out.
#
# **On paper.** $\hat{y} = [0.9,\ 0.4,\ 0.2]$ and $y = [1,\ 0,\ 1]$. The distances are $0.1$, $0.4$ and $0.8$; $L_1 = 1.3$.
#
# **Predict** what the sum would be without the absolute value.
#
# <details><summary>Check your prediction</summary>
#
# $0.1 - 0.4 + 0.8 = 0.5$. Errors to both sides cancel each other, and a bad prediction looks good.
#
# </details>
#
# **Common traps.** The absolute value around the sum instead of inside it; a mean, which this loss is not.
#
# <details><summary>Hint 1: the idea</summary>
#
# From the inside out: difference, absolute value, sum.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# `np.abs` acts on every entry.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# Up to the last step everything has shape `(m,)`. A sum without `axis` makes a single number of it.
#
# </details>

# %% [markdown] lang="ko"
# ## 7. `L1`: 얼마나 벗어났는가, 절댓값으로
#
# 손실은 예측 $\hat{y}$이 정답 $y$에서 얼마나 먼지를 말한다. 가장 단순한 손실은 어느 쪽으로 벗어났든 거리를 모두 더한다.
#
# $$L_1(\hat{y}, y) = \sum_{i=1}^{m} \lvert y^{(i)} - \hat{y}^{(i)} \rvert$$
#
# **형태.** 형태가 `(m,)`인 배열 두 개가 들어가고, 형태가 `()`인 수 하나가 나온다.
#
# **종이 위에서.** $\hat{y} = [0.9,\ 0.4,\ 0.2]$이고 $y = [1,\ 0,\ 1]$이다. 거리는 $0.1$, $0.4$, $0.8$이고 $L_1 = 1.3$이다.
#
# 절댓값을 빼면 합이 얼마가 될지 **예측해 보자.**
#
# <details><summary>예측 확인</summary>
#
# $0.1 - 0.4 + 0.8 = 0.5$다. 양쪽으로 벗어난 오차가 서로 지워져, 나쁜 예측이 좋아 보인다.
#
# </details>
#
# **흔한 함정.** 절댓값을 합의 안쪽이 아니라 바깥에 씌운다. 합이 아니라 평균을 구한다.
#
# <details><summary>힌트 1: 생각</summary>
#
# 안쪽에서 바깥쪽으로: 차이, 절댓값, 합.
#
# </details>
# <details><summary>힌트 2: 식</summary>
#
# `np.abs`는 원소마다 작용한다.
#
# </details>
# <details><summary>힌트 3: 형태</summary>
#
# 마지막 단계 전까지는 모두 `(m,)`이다. `axis` 없이 더하면 수 하나가 된다.
#
# </details>


# %%
def L1(yhat, y):
    """Return the sum of the absolute differences.

    Parameters
    ----------
    yhat : ndarray, shape (m,)
        Predictions.
    y : ndarray, shape (m,)
        The truth.

    Returns
    -------
    loss : float
        A single number, shape ().
    """
    ### BEGIN SOLUTION
    return np.sum(np.abs(y - yhat))
    ### END SOLUTION


# %% [markdown] lang="en"
# ## 8. `L2`: large errors count more
#
# Squaring makes every difference positive too, and weighs large ones more: twice the error counts four times.
#
# $$L_2(\hat{y}, y) = \sum_{i=1}^{m} \left( y^{(i)} - \hat{y}^{(i)} \right)^2$$
#
# This is a loss for predicting quantities. For yes/no answers the course uses the cross-entropy instead; with a sigmoid in front, the squared error is flat exactly where the prediction is confidently wrong.
#
# **Shapes.** As before: two arrays `(m,)`, one number.
#
# **On paper.** The numbers of section 7: $0.01 + 0.16 + 0.64 = 0.81$. The worst prediction alone makes up most of it.
#
# **Predict** what `np.dot(d, d)` is for a rank-1 array `d` with the entries 0.1, $-0.4$ and 0.8.
#
# <details><summary>Check your prediction</summary>
#
# $0.81$, a single number: the dot product multiplies entry by entry *and adds up*. So there are two ways to write this function.
#
# </details>
#
# **Common traps.** The square of the sum instead of the sum of the squares; a square root at the end; a factor $\frac{1}{2}$, which other texts put there and this one does not.
#
# <details><summary>Hint 1: the idea</summary>
#
# Only one step differs from `L1`.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# `**` is a power, entry by entry.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# Difference `(m,)`, squares `(m,)`, sum `()`.
#
# </details>

# %% [markdown] lang="ko"
# ## 8. `L2`: 큰 오차를 더 무겁게
#
# 제곱해도 차이는 모두 양수가 되고, 큰 차이가 더 무거워진다. 오차가 두 배면 네 배로 친다.
#
# $$L_2(\hat{y}, y) = \sum_{i=1}^{m} \left( y^{(i)} - \hat{y}^{(i)} \right)^2$$
#
# 이것은 양을 예측할 때의 손실이다. 예/아니오 문제에는 교차 엔트로피를 쓴다. 앞에 시그모이드가 있으면 제곱 오차는 하필 자신 있게 틀린 곳에서 평평하기 때문이다.
#
# **형태.** 앞과 같다. `(m,)`인 배열 두 개가 들어가고 수 하나가 나온다.
#
# **종이 위에서.** 7절의 수라면 $0.01 + 0.16 + 0.64 = 0.81$이다. 가장 나쁜 예측 하나가 거의 다 차지한다.
#
# 원소가 0.1, $-0.4$, 0.8인 랭크 1 배열 `d`에 대해 `np.dot(d, d)`가 얼마일지 **예측해 보자.**
#
# <details><summary>예측 확인</summary>
#
# 수 하나, $0.81$이다. 내적은 원소끼리 곱한 뒤 *모두 더한다.* 그러니 이 함수를 쓰는 방법은 두 가지다.
#
# </details>
#
# **흔한 함정.** 제곱의 합이 아니라 합의 제곱을 구한다. 끝에 제곱근을 취한다. 다른 책에 나오는 $\frac{1}{2}$을 곱한다. 여기에는 없다.
#
# <details><summary>힌트 1: 생각</summary>
#
# `L1`과 한 단계만 다르다.
#
# </details>
# <details><summary>힌트 2: 식</summary>
#
# `**`는 원소마다 거듭제곱한다.
#
# </details>
# <details><summary>힌트 3: 형태</summary>
#
# 차이 `(m,)`, 제곱 `(m,)`, 합 `()`.
#
# </details>


# %%
def L2(yhat, y):
    """Return the sum of the squared differences.

    Parameters
    ----------
    yhat : ndarray, shape (m,)
        Predictions.
    y : ndarray, shape (m,)
        The truth.

    Returns
    -------
    loss : float
        A single number, shape ().
    """
    ### BEGIN SOLUTION
    return np.sum((y - yhat) ** 2)
    ### END SOLUTION


# %% [markdown] lang="en"
# ## 9. `calorie_percentages`: a row that is broadcast
#
# How many calories of each food come from carbohydrate, protein and fat?
#
# | | rice | egg | tofu | almonds |
# |---|---:|---:|---:|---:|
# | carbohydrate | 90 | 2 | 10 | 20 |
# | protein | 8 | 33 | 40 | 25 |
# | fat | 2 | 65 | 50 | 155 |
#
# We want the share of each nutrient in **its food**, in per cent: every number divided by the sum of its column, times 100.
#
# $$P_{ij} = 100 \cdot \frac{A_{ij}}{\sum_{k} A_{kj}}$$
#
# **Shapes.** `A` is $(3, m)$ for $m$ foods, as many as there happen to be. The sums are a row of $m$ numbers, and the result is $(3, m)$.
#
# **On paper.** The column of almonds adds up to 200, so its percentages are $10$, $12.5$ and $77.5$. The other three add up to 100 and stay as they are.
#
# **Predict the shape** of `A.sum(axis=0)` and of `A.sum(axis=1)` for the table. Which of the two can `A` be divided by as it is?
#
# <details><summary>Check your prediction</summary>
#
# `(4,)` and `(3,)`. Compared from the right, $(3, 4)$ and $(4,)$ fit: numpy puts the missing axis in front. $(3, 4)$ and $(3,)$ do not.
#
# </details>
#
# **Common traps.** The wrong axis; a `reshape(1, 4)`, which is right for four foods only; fractions instead of per cent.
#
# <details><summary>Hint 1: the idea</summary>
#
# One sum for every food. Which axis has to disappear for that?
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# Sums, a division, a factor: no loop.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# $(3, m)$ divided by $(1, m)$. The columns of the result must each add up to 100.
#
# </details>

# %% [markdown] lang="ko"
# ## 9. `calorie_percentages`: 브로드캐스팅되는 행
#
# 음식마다 열량이 탄수화물, 단백질, 지방에서 각각 얼마나 나오는가?
#
# | | 밥 | 달걀 | 두부 | 아몬드 |
# |---|---:|---:|---:|---:|
# | 탄수화물 | 90 | 2 | 10 | 20 |
# | 단백질 | 8 | 33 | 40 | 25 |
# | 지방 | 2 | 65 | 50 | 155 |
#
# 알고 싶은 것은 **그 음식 안에서** 영양소가 차지하는 몫을 백분율로 나타낸 것이다. 수마다 자기 열의 합으로 나누고 100을 곱한다.
#
# $$P_{ij} = 100 \cdot \frac{A_{ij}}{\sum_{k} A_{kj}}$$
#
# **형태.** 음식이 $m$가지이면 `A`는 $(3, m)$이다. $m$은 얼마든지 될 수 있다. 합은 수 $m$개짜리 행이고 결과는 $(3, m)$이다.
#
# **종이 위에서.** 아몬드 열의 합은 200이므로 백분율은 $10$, $12.5$, $77.5$다. 나머지 세 열은 합이 100이라 그대로다.
#
# 위의 표에서 `A.sum(axis=0)`과 `A.sum(axis=1)`의 **형태를 예측해 보자.** `A`를 그대로 나눌 수 있는 것은 둘 중 어느 것인가?
#
# <details><summary>예측 확인</summary>
#
# `(4,)`와 `(3,)`이다. 오른쪽부터 견주면 $(3, 4)$와 $(4,)$는 맞는다. 모자라는 축은 numpy가 앞에 붙인다. $(3, 4)$와 $(3,)$은 맞지 않는다.
#
# </details>
#
# **흔한 함정.** 축을 잘못 고른다. 음식이 네 가지일 때만 맞는 `reshape(1, 4)`를 쓴다. 백분율이 아니라 분수를 돌려준다.
#
# <details><summary>힌트 1: 생각</summary>
#
# 음식마다 합이 하나씩 필요하다. 그러려면 어느 축이 사라져야 하는가?
#
# </details>
# <details><summary>힌트 2: 식</summary>
#
# 합, 나눗셈, 곱셈이면 된다. 반복문은 없다.
#
# </details>
# <details><summary>힌트 3: 형태</summary>
#
# $(3, m)$을 $(1, m)$으로 나눈다. 결과의 열은 저마다 합이 100이어야 한다.
#
# </details>


# %%
def calorie_percentages(A):
    """Return the share of every nutrient in its food, in per cent.

    Parameters
    ----------
    A : ndarray, shape (3, m)
        Calories from carbohydrate, protein and fat; one food per column.

    Returns
    -------
    percentages : ndarray, shape (3, m)
        Every column adds up to 100.
    """
    ### BEGIN SOLUTION
    totals = A.sum(axis=0, keepdims=True)  # (1, m)
    return 100 * A / totals
    ### END SOLUTION


# %% [markdown] lang="en"
# ## 10. `as_column`: away from rank-1 arrays
#
# `np.random.randn(5)` has shape `(5,)`. Such a **rank-1 array** is neither a row nor a column: transposing it changes nothing, and its product with its own transpose is a number where a $5 \times 5$ matrix was meant. Nothing warns you. So from now on vectors have two axes; `np.random.randn(5, 1)` makes a column at once. This function mends those that have one.
#
# **Shapes.** `(n,)` becomes $(n, 1)$, with the same numbers in the same order.
#
# **On paper.** $[7,\ 8,\ 9]$ becomes $\begin{bmatrix} 7 \\ 8 \\ 9 \end{bmatrix}$. In numpy's spelling, `[7 8 9]` becomes `[[7] [8] [9]]`: one pair of brackets for each axis.
#
# **Predict the shape** of the column minus the rank-1 array, $(3, 1)$ minus `(3,)`.
#
# <details><summary>Check your prediction</summary>
#
# $(3, 3)$: every number minus every number. This is the accident that two axes protect you from. `assert a.shape == (3, 1)` costs nothing and finds it at once.
#
# </details>
#
# **Common traps.** `a.T`, which does nothing here; a row instead of a column.
#
# <details><summary>Hint 1: the idea</summary>
#
# You have unrolled a picture into a column. This is easier.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# Ask for the shape that you want. There are other ways too: look up what `None` does as an index.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# The new axis stands behind the old one, and its length is 1.
#
# </details>

# %% [markdown] lang="ko"
# ## 10. `as_column`: 랭크 1 배열에서 벗어나기
#
# `np.random.randn(5)`의 형태는 `(5,)`다. 이런 **랭크 1 배열**은 행도 열도 아니다. 전치해도 그대로이고, 자기 전치와 곱하면 $5 \times 5$ 행렬이 나와야 할 자리에 수 하나가 나온다. 아무 경고도 없다. 그러니 앞으로 벡터에는 축을 두 개 주자. `np.random.randn(5, 1)`이라고 쓰면 처음부터 열이 된다. 이 함수는 축이 하나뿐인 것을 고친다.
#
# **형태.** `(n,)`이 $(n, 1)$이 된다. 수도 순서도 그대로다.
#
# **종이 위에서.** $[7,\ 8,\ 9]$는 $\begin{bmatrix} 7 \\ 8 \\ 9 \end{bmatrix}$가 된다. numpy의 표기로는 `[7 8 9]`가 `[[7] [8] [9]]`가 된다. 축마다 대괄호가 한 쌍이다.
#
# 그 열에서 랭크 1 배열을 빼면, 곧 $(3, 1)$에서 `(3,)`을 빼면 **형태가 어떻게 될지 예측해 보자.**
#
# <details><summary>예측 확인</summary>
#
# $(3, 3)$이다. 모든 수에서 모든 수를 뺀 것이다. 축이 두 개면 이런 사고를 막을 수 있다. `assert a.shape == (3, 1)`은 공짜이고, 이런 사고를 바로 찾아낸다.
#
# </details>
#
# **흔한 함정.** 여기서는 아무 일도 하지 않는 `a.T`를 쓴다. 열이 아니라 행을 만든다.
#
# <details><summary>힌트 1: 생각</summary>
#
# 사진을 열로 펼쳐 보았다. 이것은 더 쉽다.
#
# </details>
# <details><summary>힌트 2: 식</summary>
#
# 원하는 형태를 그대로 요구하자. 다른 방법도 있다. 인덱스 자리에 `None`을 쓰면 어떻게 되는지 찾아보자.
#
# </details>
# <details><summary>힌트 3: 형태</summary>
#
# 새 축은 원래 축의 뒤에 오고 길이는 1이다.
#
# </details>


# %%
def as_column(a):
    """Return a rank-1 array as a column.

    Parameters
    ----------
    a : ndarray, shape (n,)

    Returns
    -------
    column : ndarray, shape (n, 1)
    """
    ### BEGIN SOLUTION
    return a.reshape(-1, 1)
    ### END SOLUTION


# %% [markdown] lang="en"
# ## Before the quiz
#
# You can now act on whole arrays, and say beforehand what shape comes out. Three questions of the kind that the weekly quiz asks.
#
# **1.** `A` has shape $(5, 4)$, `r` has shape `(4,)` and `c` has shape $(5, 1)$. What is the shape of `A * r + c`, and which of `A + c.T` and `c + r` is an error?
#
# <details><summary>Answer</summary>
#
# $(5, 4)$: `r` is used for every row, `c` for every column. `A + c.T` is an error, since $(5, 4)$ and $(1, 5)$ differ in the last length and neither is 1. `c + r` works and has the shape $(5, 4)$.
#
# </details>
#
# **2.** To centre the rows of `X`, of shape $(3, 3)$, somebody writes `X - X.mean(axis=1)`. There is no error. Is the result right?
#
# <details><summary>Answer</summary>
#
# No. The means have shape `(3,)` and are laid along the rows, so the mean of row $j$ is subtracted from *column* $j$. With `keepdims=True` they are a column and meet their own rows. Testing with a matrix that is not square would have shown it.
#
# </details>
#
# **3.** A vectorized dot product makes exactly as many multiplications as the loop. Why is it faster, even without a GPU?
#
# <details><summary>Answer</summary>
#
# The loop pays for each number what the interpreter needs to look up names, check types and make new objects. The compiled code pays once for the whole array, reads the memory in order, and multiplies several numbers with one instruction.
#
# </details>

# %% [markdown] lang="ko"
# ## 퀴즈 전에
#
# 이제 배열 전체를 한꺼번에 다루고, 어떤 형태가 나올지 미리 말할 수 있다. 주간 퀴즈와 비슷한 물음 세 개를 풀어 보자.
#
# **1.** `A`의 형태는 $(5, 4)$, `r`은 `(4,)`, `c`는 $(5, 1)$이다. `A * r + c`의 형태는 무엇인가? `A + c.T`와 `c + r` 가운데 오류가 나는 것은?
#
# <details><summary>답</summary>
#
# $(5, 4)$다. `r`은 모든 행에, `c`는 모든 열에 쓰인다. `A + c.T`는 오류다. $(5, 4)$와 $(1, 5)$는 마지막 길이가 다르고 어느 쪽도 1이 아니기 때문이다. `c + r`은 계산되고 형태는 $(5, 4)$다.
#
# </details>
#
# **2.** 형태가 $(3, 3)$인 `X`의 행마다 평균을 0으로 맞추려고 `X - X.mean(axis=1)`이라고 썼다. 오류는 나지 않았다. 결과는 옳은가?
#
# <details><summary>답</summary>
#
# 옳지 않다. 평균의 형태는 `(3,)`이어서 행을 따라 놓이고, $j$행의 평균이 $j$*열*에서 빠진다. `keepdims=True`를 쓰면 평균이 열이 되어 자기 행을 만난다. 정사각이 아닌 행렬로 시험했다면 드러났을 것이다.
#
# </details>
#
# **3.** 벡터화한 내적도 곱셈 횟수는 반복문과 똑같다. GPU가 없어도 더 빠른 까닭은 무엇인가?
#
# <details><summary>답</summary>
#
# 반복문은 수마다 인터프리터가 이름을 찾고 자료형을 확인하고 객체를 새로 만드는 값을 치른다. 컴파일된 코드는 그 값을 배열 전체에 대해 한 번만 치르고, 메모리를 차례대로 읽으며, 명령 하나로 수를 여러 개 곱한다.
#
# </details>
