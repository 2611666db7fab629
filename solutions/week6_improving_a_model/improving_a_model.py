# %% [markdown] lang="en"
# # Improving a model
#
# A cat classifier is right for 90 of 100 pictures. That is not enough, and the training cost has stopped falling. What now? There are many things that one could try, and a wrong choice can cost months. The lecture names eight. Here you build the formulas behind seven of them; the eighth, Adam, has an assignment of its own.
#
# Before any of them, ask **where** the 10 % of errors come from. Two gaps have to be told apart:
#
# - **High bias**: the model is wrong even on the pictures that it was trained on. It is too simple, or not trained enough.
# - **High variance**: it is right on the training pictures and wrong on new ones. It has learned them by heart.
#
# New pictures for this comparison are the **development data**: data that no gradient has seen.
#
# | way | here | works mainly against |
# |---|---|---|
# | more training data | 1, 2 | variance |
# | more varied data | 1, 2 | variance |
# | train longer | 3 | bias; too long makes variance |
# | Adam instead of gradient descent | its own assignment | bias |
# | a bigger network, or a smaller one | 4 | bigger: bias; smaller: variance |
# | another architecture | 5 | either |
# | $L_2$ regularization | 6, 7 | variance |
# | dropout | 8, 9 | variance |
#
# From section 6 on, the network has three layers: ReLU, ReLU, sigmoid. Columns are examples, as always.
#
# | symbol | meaning | shape |
# |---|---|---|
# | $m$ | number of examples, or of pictures | |
# | $n^{[l]}$ | number of units in layer $l$; $n^{[0]}$ is the number of inputs | |
# | $W^{[l]}$, $b^{[l]}$ | weights and biases of layer $l$ | $(n^{[l]}, n^{[l-1]})$, $(n^{[l]}, 1)$ |
# | $D^{[l]}$ | dropout mask of layer $l$: 1 keeps, 0 drops | $(n^{[l]}, m)$ |
# | $\lambda$, in code `lambd` | strength of the $L_2$ term | a number |
#
# In code it is `lambd` because `lambda` is a word of Python. The file `given.py` brings `sigmoid`, `relu`, `forward` (the way forward without dropout), `cross_entropy` and `activation_sizes`; read it first. `autograder check` compares your functions with the public examples, among them the worked examples below.

# %% [markdown] lang="ko"
# # 모델 개선하기
#
# 고양이 분류기가 사진 100장 가운데 90장을 맞힌다. 이것으로는 모자란데 훈련 비용은 더 내려가지 않는다. 이제 무엇을 할까? 해 볼 만한 일은 많고, 잘못 고르면 몇 달을 잃기도 한다. 강의에서는 여덟 가지를 든다. 여기서는 그 가운데 일곱 가지의 식을 직접 구현한다. 나머지 하나인 Adam은 다른 과제에서 다룬다.
#
# 그 전에 먼저 물어야 할 것은 10 %의 오류가 **어디에서** 오느냐다. 두 가지 틈을 구별해야 한다.
#
# - **높은 편향**: 훈련에 쓴 사진조차 틀린다. 모델이 너무 단순하거나 학습이 모자라다.
# - **높은 분산**: 훈련에 쓴 사진은 맞히는데 새 사진은 틀린다. 훈련 사진을 외워 버린 것이다.
#
# 이 비교에 쓰는 새 사진이 **개발 데이터**다. 어떤 기울기 계산에도 쓰이지 않은 데이터다.
#
# | 방법 | 절 | 주로 줄이는 것 |
# |---|---|---|
# | 더 많은 훈련 데이터 | 1, 2 | 분산 |
# | 더 다양한 데이터 | 1, 2 | 분산 |
# | 더 오래 학습 | 3 | 편향. 지나치면 분산이 커진다 |
# | 경사 하강법 대신 Adam | 다른 과제 | 편향 |
# | 더 큰 신경망 또는 더 작은 신경망 | 4 | 크게: 편향, 작게: 분산 |
# | 다른 구조 | 5 | 둘 다 가능 |
# | $L_2$ 정규화 | 6, 7 | 분산 |
# | 드롭아웃 | 8, 9 | 분산 |
#
# 6절부터는 ReLU, ReLU, 시그모이드의 3층 신경망을 쓴다. 늘 그렇듯이 열 하나가 예시 하나다.
#
# | 기호 | 뜻 | 형태 |
# |---|---|---|
# | $m$ | 예시의 수, 또는 사진의 수 | |
# | $n^{[l]}$ | $l$층의 유닛 수. $n^{[0]}$은 입력의 수 | |
# | $W^{[l]}$, $b^{[l]}$ | $l$층의 가중치와 편향 | $(n^{[l]}, n^{[l-1]})$, $(n^{[l]}, 1)$ |
# | $D^{[l]}$ | $l$층의 드롭아웃 마스크. 1은 남기고 0은 끈다 | $(n^{[l]}, m)$ |
# | $\lambda$, 코드에서는 `lambd` | $L_2$ 항의 세기 | 수 하나 |
#
# 편향이라는 말은 두 가지로 쓰인다. 매개변수 $b$도 편향(bias)이고, 훈련 데이터조차 맞히지 못하는 것도 편향(bias)이다. 문맥으로 구별하자. 코드에서 `lambd`라고 쓰는 까닭은 `lambda`가 파이썬의 예약어이기 때문이다. `given.py`에는 `sigmoid`, `relu`, `forward`(드롭아웃 없는 순전파), `cross_entropy`, `activation_sizes`가 들어 있다. 먼저 읽어 보자. `autograder check`를 실행하면 작성한 함수를 공개 예제와 비교해 준다. 아래 본문의 예도 거기에 들어 있다.

# %%
import itertools

import numpy as np
from given import cross_entropy, relu, sigmoid

# %% [markdown] lang="en"
# ## 1. `augment_flip`: a mirror doubles the data
#
# More data is the surest way against high variance, and the dearest. Part of it is free: a cat seen in a mirror is still a cat, but for the network it is a new picture. The label stays, the pixels move. With $w$ columns, counted from 0:
#
# $$\mathrm{flipped}_{i,\,r,\,c,\,k} = \mathrm{images}_{i,\,r,\,w-1-c,\,k}$$
#
# Here $i$ is the picture, $r$ the row, $c$ the column, $k$ the colour. Only $c$ is turned round.
#
# ![The letter F on a small grid; its mirror image; the same letter moved down and to the right, with black cells where nothing has come](figures/flips_and_shifts.svg)
#
# **Shapes.** In and out $(m, \mathrm{height}, \mathrm{width}, 3)$. The function returns only the mirrored pictures; putting them beside the originals is up to whoever calls it. It must not change the pictures it was given.
#
# **On paper.** One picture of 2 rows and 3 columns; its red channel, and the same mirrored:
#
# $$\begin{bmatrix} 1 & 2 & 3 \\ 4 & 5 & 6 \end{bmatrix} \rightarrow \begin{bmatrix} 3 & 2 & 1 \\ 6 & 5 & 4 \end{bmatrix}$$
#
# **Predict** which of the four axes numbered 0, 1, 2, 3 has to be reversed, and what you would see if you reversed the axis 3 by mistake.
#
# <details><summary>Check your prediction</summary>
#
# Axis 2, the columns. Reversing axis 3 swaps red and blue: the cat keeps its pose and turns a strange colour.
#
# </details>
#
# **Common traps.** `np.fliplr` reverses axis 1, which is left and right for a single matrix but up and down in a batch; an upside-down cat is no longer a likely picture. A mirror is not always allowed: a mirrored "b" is a "d", and its label would be wrong.
#
# <details><summary>Hint 1: the idea</summary>
#
# No pixel is computed. All of them are read, in another order along one axis.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# A slice may have a step, and the step may be negative. Or look for the argument `axis` of numpy's function for flipping.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# `images[i]` is one picture and `images[:, r]` is row r of all pictures. How many `:` stand before the columns?
#
# </details>

# %% [markdown] lang="ko"
# ## 1. `augment_flip`: 거울은 데이터를 두 배로 만든다
#
# 높은 분산을 줄이는 가장 확실한 방법은 데이터를 늘리는 것이고, 그만큼 비싸다. 하지만 일부는 공짜다. 거울에 비친 고양이도 고양이지만 신경망에게는 새로운 사진이다. 정답은 그대로이고 픽셀만 움직인다. 열이 $w$개이고 0부터 셀 때
#
# $$\mathrm{flipped}_{i,\,r,\,c,\,k} = \mathrm{images}_{i,\,r,\,w-1-c,\,k}$$
#
# $i$는 사진, $r$은 행, $c$는 열, $k$는 색이다. 뒤집히는 것은 $c$뿐이다.
#
# ![작은 격자 위의 글자 F, 그 거울상, 아래와 오른쪽으로 옮겨지고 빈자리가 검게 남은 같은 글자](figures/flips_and_shifts.svg)
#
# **형태.** 들어오는 것도 나가는 것도 $(m, \mathrm{height}, \mathrm{width}, 3)$이다. 뒤집은 사진만 돌려준다. 원래 사진과 합치는 일은 호출하는 쪽이 한다. 받은 사진 자체를 바꾸어서는 안 된다.
#
# **종이 위에서.** 행 2개, 열 3개인 사진 한 장의 빨강 채널과 그것을 뒤집은 것이다.
#
# $$\begin{bmatrix} 1 & 2 & 3 \\ 4 & 5 & 6 \end{bmatrix} \rightarrow \begin{bmatrix} 3 & 2 & 1 \\ 6 & 5 & 4 \end{bmatrix}$$
#
# 0, 1, 2, 3번 축 가운데 어느 것을 뒤집어야 하는지, 실수로 3번 축을 뒤집으면 무엇이 보일지 **예측해 보자.**
#
# <details><summary>예측 확인</summary>
#
# 열인 2번 축이다. 3번 축을 뒤집으면 빨강과 파랑이 바뀐다. 고양이의 자세는 그대로인데 색이 이상해진다.
#
# </details>
#
# **흔한 함정.** `np.fliplr`은 1번 축을 뒤집는다. 행렬 하나라면 좌우지만 사진 묶음에서는 위아래다. 거꾸로 선 고양이는 있을 법한 사진이 아니다. 또 거울이 늘 허락되는 것은 아니다. "b"를 뒤집으면 "d"가 되어 정답이 틀리게 된다.
#
# <details><summary>힌트 1: 생각</summary>
#
# 새로 계산하는 픽셀은 없다. 한 축에서 읽는 순서만 달라진다.
#
# </details>
# <details><summary>힌트 2: 식</summary>
#
# 슬라이스에는 간격을 줄 수 있고, 간격은 음수여도 된다. 또는 뒤집는 numpy 함수의 `axis` 인자를 찾아보자.
#
# </details>
# <details><summary>힌트 3: 형태</summary>
#
# `images[i]`는 사진 한 장이고 `images[:, r]`은 모든 사진의 r행이다. 열 앞에는 `:`이 몇 개 와야 하는가?
#
# </details>


# %%
def augment_flip(images):
    """Return every picture as a mirror shows it: left and right exchanged.

    Parameters
    ----------
    images : ndarray, shape (m, height, width, 3)
        Pictures; they are not changed.

    Returns
    -------
    flipped : ndarray, shape (m, height, width, 3)
        The mirrored pictures only, in the same order.
    """
    ### BEGIN SOLUTION
    return images[:, :, ::-1, :]
    ### END SOLUTION


# %% [markdown] lang="en"
# ## 2. `augment_shift`: the same cat, a little to the side
#
# A photographer never holds the camera quite the same. So move every picture by `dy` rows **down** and `dx` columns **to the right**; negative numbers move up and to the left. What leaves the frame is gone, and what comes in is black, 0:
#
# $$\mathrm{shifted}_{i,\,r,\,c,\,k} = \begin{cases} \mathrm{images}_{i,\,r-dy,\,c-dx,\,k} & \text{if there is such a pixel} \\ 0 & \text{if not} \end{cases}$$
#
# **Shapes.** In and out $(m, \mathrm{height}, \mathrm{width}, 3)$. `dy` and `dx` are whole numbers, positive, negative or 0, and smaller than the picture.
#
# **On paper.** The picture of section 1, with `dy = 1` and `dx = 1`. The 1 moves from the first row and column to the second row and column:
#
# $$\begin{bmatrix} 1 & 2 & 3 \\ 4 & 5 & 6 \end{bmatrix} \rightarrow \begin{bmatrix} 0 & 0 & 0 \\ 0 & 1 & 2 \end{bmatrix}$$
#
# **Predict** the result for the same picture with `dy = 0` and `dx = -2`.
#
# <details><summary>Check your prediction</summary>
#
# $$\begin{bmatrix} 3 & 0 & 0 \\ 6 & 0 & 0 \end{bmatrix}$$
#
# All moves to the left; two columns leave, and two black ones come in from the right.
#
# </details>
#
# **Common traps.** `np.roll` brings back on one side what has left on the other: the ears of the cat end up below its feet. A slice that ends at `-dy` is empty when `dy` is 0, and turns round when `dy` is negative. And rows come before columns: `dy` belongs to axis 1.
#
# <details><summary>Hint 1: the idea</summary>
#
# Either copy the part that stays in view into black pictures, or put a black frame round every picture and cut out a window of the old size.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# With the frame (`np.pad`), the sign takes care of itself: moving the picture down is the same as cutting out a window that begins higher up. A frame has to be wide enough for either sign; use `abs`.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# `np.pad` wants a pair (before, after) for each of the four axes; two of the pairs are (0, 0). The window has `height` rows and `width` columns, whatever the shift.
#
# </details>

# %% [markdown] lang="ko"
# ## 2. `augment_shift`: 같은 고양이, 조금 옆으로
#
# 카메라를 드는 위치는 찍을 때마다 조금씩 다르다. 그래서 모든 사진을 `dy`행만큼 **아래로**, `dx`열만큼 **오른쪽으로** 옮긴다. 음수라면 위로, 왼쪽으로 옮긴다. 틀을 벗어난 것은 사라지고 새로 들어오는 것은 검정, 곧 0이다.
#
# $$\mathrm{shifted}_{i,\,r,\,c,\,k} = \begin{cases} \mathrm{images}_{i,\,r-dy,\,c-dx,\,k} & \text{(그 픽셀이 있을 때)} \\ 0 & \text{(없을 때)} \end{cases}$$
#
# **형태.** 들어오는 것도 나가는 것도 $(m, \mathrm{height}, \mathrm{width}, 3)$이다. `dy`와 `dx`는 양수, 음수, 0인 정수이고 사진보다 작다.
#
# **종이 위에서.** 1절의 사진에서 `dy = 1`, `dx = 1`이라면, 1은 첫 행 첫 열에서 둘째 행 둘째 열로 간다.
#
# $$\begin{bmatrix} 1 & 2 & 3 \\ 4 & 5 & 6 \end{bmatrix} \rightarrow \begin{bmatrix} 0 & 0 & 0 \\ 0 & 1 & 2 \end{bmatrix}$$
#
# 같은 사진에서 `dy = 0`, `dx = -2`일 때의 결과를 **예측해 보자.**
#
# <details><summary>예측 확인</summary>
#
# $$\begin{bmatrix} 3 & 0 & 0 \\ 6 & 0 & 0 \end{bmatrix}$$
#
# 모두 왼쪽으로 움직인다. 두 열이 나가고, 오른쪽에서 검은 열 두 개가 들어온다.
#
# </details>
#
# **흔한 함정.** `np.roll`은 한쪽으로 나간 것을 반대쪽으로 들여온다. 고양이의 귀가 발 아래에 붙는다. `-dy`에서 끝나는 슬라이스는 `dy`가 0이면 비어 버리고, 음수이면 뜻이 뒤집힌다. 그리고 행이 열보다 먼저다. `dy`는 1번 축의 것이다.
#
# <details><summary>힌트 1: 생각</summary>
#
# 검은 사진에 화면에 남는 부분만 복사해 넣거나, 사진마다 검은 테두리를 두르고 원래 크기의 창으로 잘라 낸다.
#
# </details>
# <details><summary>힌트 2: 식</summary>
#
# 테두리(`np.pad`)를 쓰면 부호가 저절로 해결된다. 사진을 아래로 옮기는 것은 더 위에서 시작하는 창으로 잘라 내는 것과 같다. 테두리는 어느 부호에든 넉넉해야 하므로 `abs`를 쓴다.
#
# </details>
# <details><summary>힌트 3: 형태</summary>
#
# `np.pad`에는 네 축마다 (앞, 뒤)의 쌍을 준다. 그중 두 쌍은 (0, 0)이다. 얼마를 옮기든 창의 크기는 `height`행, `width`열이다.
#
# </details>


# %%
def augment_shift(images, dy, dx):
    """Return every picture moved down by dy rows and right by dx columns.

    Parameters
    ----------
    images : ndarray, shape (m, height, width, 3)
        Pictures; they are not changed.
    dy : int
        Rows to move down; negative moves up. Between -height and height.
    dx : int
        Columns to move right; negative moves left. Between -width and width.

    Returns
    -------
    shifted : ndarray, shape (m, height, width, 3)
        Zero where nothing has moved to.
    """
    ### BEGIN SOLUTION
    _, height, width, _ = images.shape
    frame = ((0, 0), (abs(dy), abs(dy)), (abs(dx), abs(dx)), (0, 0))
    framed = np.pad(images, frame)  # (m, height + 2|dy|, width + 2|dx|, 3)
    top, left = abs(dy) - dy, abs(dx) - dx
    return framed[:, top : top + height, left : left + width]
    ### END SOLUTION


# %% [markdown] lang="en"
# ## 3. `early_stopping_epoch`: longer, but not too long
#
# Training longer lowers the **training** cost, nearly always. But the cost on **development** data falls only at first: later the network begins to learn the noise of the training data by heart, and the curve turns up. The best parameters are those of the epoch in which the development cost was lowest, so they are kept, and training is stopped some time after.
#
# ![Two curves over the epochs: the training cost keeps falling; the development cost falls, reaches its lowest point at a marked epoch, and rises again; a second line marks where training stops](figures/early_stopping.svg)
#
# "Some time" is the **patience**. In the picture it is 150 epochs: the best epoch is 144, so training stops at 294, and what the grey part shows would never have happened.
#
# Read the development costs one epoch after another, and remember the best epoch so far:
#
# - a cost that is **lower than all before** makes its epoch the best one;
# - if `patience` epochs in a row have brought no such cost, training stops, and later epochs never happen.
#
# $$\text{stop at the first epoch}\ e\ \text{with} \quad e - \mathrm{best} \ge \mathrm{patience}$$
#
# The answer is the best epoch, counted from 0. An equal cost is not lower, so of equal ones the first counts. If patience never runs out, all epochs are read.
#
# **Shapes.** `dev_costs` is a list of numbers; the result is one whole number.
#
# **On paper.** Patience 3, and the costs
#
# | epoch | 0 | 1 | 2 | 3 | 4 | 5 | 6 |
# |---|---|---|---|---|---|---|---|
# | cost | 0.9 | 0.7 | 0.6 | 0.65 | 0.6 | 0.62 | 0.5 |
#
# Epoch 2 is the best. Epochs 3, 4 and 5 bring nothing lower (epoch 4 only draws level), so training stops at epoch 5. The answer is **2**; the 0.5 is never seen.
#
# **Predict** the answer for the same costs with patience 4.
#
# <details><summary>Check your prediction</summary>
#
# 6. After epoch 5 one more epoch is allowed, and it brings 0.5.
#
# </details>
#
# **Common traps.** Looking at the training cost, which almost never turns up. Returning the epoch at which training *stopped*. Comparing with the epoch before instead of with the best. Counting all epochs without progress instead of those in a row. Early stopping uses up the development data a little: a choice has been made with it, so the final error is measured on yet other data.
#
# <details><summary>Hint 1: the idea</summary>
#
# One loop over the epochs, and one variable that remembers the best epoch. Its cost can be looked up.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# In each turn one of three things is true: the cost is lower than the best; or it is not, and the best is too long ago; or it is not, and there is patience left. `break` leaves a loop.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# `enumerate` gives the number of an epoch along with its cost, from 0. Go through the table above by hand, and write down the best epoch after each column: 0, 1, 2, 2, 2, 2.
#
# </details>

# %% [markdown] lang="ko"
# ## 3. `early_stopping_epoch`: 더 오래, 그러나 지나치지 않게
#
# 오래 학습하면 **훈련** 비용은 거의 언제나 내려간다. 그러나 **개발** 데이터의 비용은 처음에만 내려간다. 나중에는 신경망이 훈련 데이터의 잡음까지 외우기 시작하고 곡선이 위로 꺾인다. 가장 좋은 매개변수는 개발 비용이 가장 낮았던 에포크의 것이다. 그것을 간직해 두고, 얼마쯤 뒤에 학습을 멈춘다.
#
# ![에포크에 따른 두 곡선. 훈련 비용은 계속 내려간다. 개발 비용은 내려가다가 표시된 에포크에서 가장 낮아지고 다시 올라간다. 둘째 선은 학습이 멈추는 곳이다](figures/early_stopping.svg)
#
# "얼마쯤"을 정하는 것이 **patience**(기다려 주는 에포크 수)다. 그림에서는 150이다. 가장 좋은 에포크가 144이므로 294에서 학습을 멈추고, 회색 부분은 일어나지 않는다.
#
# 개발 비용을 에포크 순서대로 읽으며 지금까지 가장 좋은 에포크를 기억한다.
#
# - **앞의 어느 것보다도 낮은** 비용이 나오면 그 에포크가 가장 좋은 에포크가 된다.
# - 그런 비용 없이 `patience`번의 에포크가 잇따라 지나면 학습을 멈춘다. 그 뒤의 에포크는 일어나지 않는다.
#
# $$e - \mathrm{best} \ge \mathrm{patience} \;\; \text{인 첫 에포크}\ e\ \text{에서 멈춘다}$$
#
# 답은 0부터 센 가장 좋은 에포크다. 같은 비용은 더 낮은 것이 아니므로 같은 것들 가운데서는 처음 것이 답이다. 끝까지 멈출 일이 없으면 모든 에포크를 읽는다.
#
# **형태.** `dev_costs`는 수의 리스트이고, 결과는 정수 하나다.
#
# **종이 위에서.** patience가 3이고 비용이 다음과 같다.
#
# | 에포크 | 0 | 1 | 2 | 3 | 4 | 5 | 6 |
# |---|---|---|---|---|---|---|---|
# | 비용 | 0.9 | 0.7 | 0.6 | 0.65 | 0.6 | 0.62 | 0.5 |
#
# 가장 좋은 것은 에포크 2다. 에포크 3, 4, 5에서 더 낮은 비용이 나오지 않으므로(에포크 4는 같아졌을 뿐이다) 에포크 5에서 학습을 멈춘다. 답은 **2**다. 0.5는 끝내 보지 못한다.
#
# 같은 비용에서 patience가 4일 때의 답을 **예측해 보자.**
#
# <details><summary>예측 확인</summary>
#
# 6이다. 에포크 5 다음에 한 번을 더 기다려 주고, 거기서 0.5가 나온다.
#
# </details>
#
# **흔한 함정.** 거의 꺾이지 않는 훈련 비용을 본다. 학습이 *멈춘* 에포크를 돌려준다. 가장 좋은 것이 아니라 바로 앞의 에포크와 견준다. 잇따른 에포크가 아니라 나아지지 않은 에포크를 모두 센다. 조기 종료는 개발 데이터를 조금 써 버린다는 점도 기억하자. 그 데이터로 선택을 했으므로 마지막 오류는 또 다른 데이터로 잰다.
#
# <details><summary>힌트 1: 생각</summary>
#
# 에포크에 대한 반복문 하나, 가장 좋은 에포크를 기억하는 변수 하나면 된다. 그 비용은 찾아보면 된다.
#
# </details>
# <details><summary>힌트 2: 식</summary>
#
# 반복할 때마다 셋 중 하나다. 비용이 가장 좋은 것보다 낮거나, 그렇지 않고 가장 좋은 것이 너무 오래되었거나, 그렇지 않지만 아직 기다릴 수 있다. `break`는 반복문을 빠져나온다.
#
# </details>
# <details><summary>힌트 3: 형태</summary>
#
# `enumerate`는 에포크의 번호를 0부터 세어 비용과 함께 준다. 위의 표를 손으로 따라가며 열마다 가장 좋은 에포크를 적어 보자. 0, 1, 2, 2, 2, 2다.
#
# </details>


# %%
def early_stopping_epoch(dev_costs, patience):
    """Return the epoch whose parameters early stopping keeps.

    Parameters
    ----------
    dev_costs : list of float
        Cost on the development data after each epoch; at least one.
    patience : int
        Training stops after this many epochs in a row without a new lowest cost;
        at least 1. What comes later is never seen.

    Returns
    -------
    epoch : int
        Number of the best epoch seen, from 0; of equal ones the first.
    """
    ### BEGIN SOLUTION
    best = 0
    for epoch, cost in enumerate(dev_costs):
        if cost < dev_costs[best]:
            best = epoch
        elif epoch - best >= patience:
            break
    return best
    ### END SOLUTION


# %% [markdown] lang="en"
# ## 4. `count_parameters`: how big is a network?
#
# Against high bias, make the network bigger; against high variance, make it smaller. Its size is the number of its parameters: how many numbers training may choose freely. A network with far more parameters than examples can learn the examples by heart.
#
# Each unit of layer $l$ has one weight for every unit of the layer before it, and one bias:
#
# $$\mathrm{count} = \sum_{l=1}^{L} \left( n^{[l]} \, n^{[l-1]} + n^{[l]} \right)$$
#
# **Shapes.** `layer_dims = [n0, n1, ..., nL]` as in week 5; the result is one whole number.
#
# **On paper.** `[4, 3, 2, 1]`: layer 1 has $3 \cdot 4 + 3 = 15$, layer 2 has $2 \cdot 3 + 2 = 8$, layer 3 has $1 \cdot 2 + 1 = 3$. Together 26.
#
# **Predict** which of the layers of `[12288, 20, 7, 5, 1]`, made for pictures of $64 \times 64 \times 3$, holds nearly all of its parameters.
#
# <details><summary>Check your prediction</summary>
#
# The first: $20 \cdot 12288 + 20 = 245{,}780$ of $245{,}973$. A smaller picture shrinks such a network more than a missing layer does.
#
# </details>
#
# **Common traps.** The input has no biases, since it is not a layer. Forgotten biases; the last layer left out; $n^{[l]}$ biases, not one for each layer.
#
# <details><summary>Hint 1: the idea</summary>
#
# Count for one layer, and add up. Which two numbers of the list does layer $l$ need?
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# Number of entries of `W`, which is rows times columns, and number of entries of `b`.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# A list of $L + 1$ numbers has $L$ pairs of neighbours, and one pair is one layer.
#
# </details>

# %% [markdown] lang="ko"
# ## 4. `count_parameters`: 신경망은 얼마나 큰가?
#
# 편향이 높으면 신경망을 키우고, 분산이 높으면 줄인다. 신경망의 크기는 매개변수의 수, 곧 학습이 자유롭게 고를 수 있는 수가 몇 개인가다. 매개변수가 예시보다 훨씬 많은 신경망은 예시를 외워 버릴 수 있다.
#
# $l$층의 유닛은 저마다 앞 층의 유닛마다 가중치를 하나씩, 그리고 편향을 하나 가진다.
#
# $$\mathrm{count} = \sum_{l=1}^{L} \left( n^{[l]} \, n^{[l-1]} + n^{[l]} \right)$$
#
# **형태.** `layer_dims = [n0, n1, ..., nL]`은 5주차와 같고, 결과는 정수 하나다.
#
# **종이 위에서.** `[4, 3, 2, 1]`에서 1층은 $3 \cdot 4 + 3 = 15$개, 2층은 $2 \cdot 3 + 2 = 8$개, 3층은 $1 \cdot 2 + 1 = 3$개다. 모두 26개다.
#
# $64 \times 64 \times 3$ 사진을 위한 `[12288, 20, 7, 5, 1]`에서 매개변수가 거의 다 모여 있는 층은 어디일지 **예측해 보자.**
#
# <details><summary>예측 확인</summary>
#
# 1층이다. $245{,}973$개 가운데 $20 \cdot 12288 + 20 = 245{,}780$개다. 이런 신경망은 층을 하나 빼는 것보다 사진을 작게 할 때 훨씬 많이 줄어든다.
#
# </details>
#
# **흔한 함정.** 입력은 층이 아니므로 편향이 없다. 편향을 빠뜨린다. 마지막 층을 빠뜨린다. 편향은 층마다 하나가 아니라 $n^{[l]}$개다.
#
# <details><summary>힌트 1: 생각</summary>
#
# 층 하나에 대해 세고 모두 더한다. $l$층에는 목록의 어느 두 수가 필요한가?
#
# </details>
# <details><summary>힌트 2: 식</summary>
#
# `W`의 원소 수는 행 수 곱하기 열 수다. 여기에 `b`의 원소 수를 더한다.
#
# </details>
# <details><summary>힌트 3: 형태</summary>
#
# 수가 $L + 1$개인 목록에는 이웃한 쌍이 $L$개 있고, 쌍 하나가 층 하나다.
#
# </details>


# %%
def count_parameters(layer_dims):
    """Return how many numbers all weights and biases of a network hold.

    Parameters
    ----------
    layer_dims : list of int
        [n_0, n_1, ..., n_L]; n_0 is the number of inputs.

    Returns
    -------
    count : int
    """
    ### BEGIN SOLUTION
    return sum((n_prev + 1) * n for n_prev, n in itertools.pairwise(layer_dims))
    ### END SOLUTION


# %% [markdown] lang="en"
# ## 5. `initialize_parameters_he`: a start that fits the architecture
#
# Another architecture means another number of layers, other widths, another activation. Each of them changes how a signal fares on its way through the network. A unit adds up $n^{[l-1]}$ terms: the more of them, the larger its $Z$. Multiply that by itself layer after layer, and the signal explodes; with the 0.01 of week 5 it dies out. **He initialization** chooses the spread of the weights such that the size of the signal stays what it was:
#
# $$W^{[l]}_{ij} = \varepsilon_{ij} \sqrt{\frac{2}{n^{[l-1]}}}, \quad \varepsilon_{ij} \sim \mathcal{N}(0, 1), \qquad b^{[l]} = 0$$
#
# Where does it come from? A sum of $n^{[l-1]}$ independent terms has $n^{[l-1]}$ times the variance of one. Dividing by $\sqrt{n^{[l-1]}}$ makes up for this. ReLU then throws half of the values away, and the 2 makes up for that. For tanh, which throws nothing away, one takes 1 in place of the 2 (Xavier initialization).
#
# **Shapes.** `W{l}` $(n^{[l]}, n^{[l-1]})$, `b{l}` $(n^{[l]}, 1)$, as always.
#
# **On paper.** A layer with 8 inputs gets weights of standard deviation $\sqrt{2/8} = 0.5$; a layer with 200 inputs gets $\sqrt{2/200} = 0.1$. How many units the layer itself has does not matter.
#
# **Try it**, once you are done; `activation_sizes` sends random examples through the network, with an activation chosen by name.
#
# ```python
# from given import activation_sizes
# print(activation_sizes(initialize_parameters_he([100] * 8), "relu"))
# print(activation_sizes(initialize_parameters_he([100] * 8), "tanh"))
# ```
#
# **Predict** what happens to the sizes of the first line if all weights are multiplied by 0.1.
#
# <details><summary>Check your prediction</summary>
#
# Without biases each layer multiplies the signal by another 0.1. After seven layers, one ten-millionth is left.
#
# </details>
#
# **Common traps.** $n^{[l]}$ in place of $n^{[l-1]}$; the square root forgotten; `np.random.rand`, which is never negative; another factor 0.01.
#
# <details><summary>Hint 1: the idea</summary>
#
# The same loop as in week 5. Only the factor behind the random numbers is new, and it differs from layer to layer.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# The factor is a standard deviation. Numbers of the standard normal distribution have 1; multiplying by a number makes that number their standard deviation.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# For `[8, 200, 5]`: `W1` is $(200, 8)$ with spread 0.5, `W2` is $(5, 200)$ with spread 0.1. It is the number of **columns** that decides.
#
# </details>

# %% [markdown] lang="ko"
# ## 5. `initialize_parameters_he`: 구조에 맞는 출발
#
# 다른 구조란 층의 수, 층의 너비, 활성화 함수를 달리하는 것이다. 어느 것을 바꾸든 신호가 신경망을 지나는 모습이 달라진다. 유닛은 항 $n^{[l-1]}$개를 더하므로 항이 많을수록 $Z$가 커진다. 이것이 층마다 곱해지면 신호가 폭발하고, 5주차의 0.01을 쓰면 신호가 사그라든다. **He 초기화**는 신호의 크기가 그대로 유지되도록 가중치의 퍼짐을 정한다.
#
# $$W^{[l]}_{ij} = \varepsilon_{ij} \sqrt{\frac{2}{n^{[l-1]}}}, \quad \varepsilon_{ij} \sim \mathcal{N}(0, 1), \qquad b^{[l]} = 0$$
#
# 이 식은 어디에서 오는가? 독립인 항 $n^{[l-1]}$개를 더하면 분산이 $n^{[l-1]}$배가 된다. $\sqrt{n^{[l-1]}}$으로 나누면 이것이 상쇄된다. 그다음 ReLU가 값의 절반을 버리는데, 2가 그것을 메운다. 아무것도 버리지 않는 tanh라면 2 대신 1을 쓴다(Xavier 초기화).
#
# **형태.** 늘 그렇듯이 `W{l}` $(n^{[l]}, n^{[l-1]})$, `b{l}` $(n^{[l]}, 1)$이다.
#
# **종이 위에서.** 입력이 8개인 층의 가중치는 표준편차가 $\sqrt{2/8} = 0.5$이고, 입력이 200개인 층은 $\sqrt{2/200} = 0.1$이다. 그 층 자신의 유닛 수는 상관없다.
#
# 다 만들었으면 **실험해 보자.** `activation_sizes`는 난수 예시를 신경망에 통과시킨다. 활성화 함수는 이름으로 고른다.
#
# ```python
# from given import activation_sizes
# print(activation_sizes(initialize_parameters_he([100] * 8), "relu"))
# print(activation_sizes(initialize_parameters_he([100] * 8), "tanh"))
# ```
#
# 모든 가중치에 0.1을 곱하면 첫 줄의 크기들이 어떻게 될지 **예측해 보자.**
#
# <details><summary>예측 확인</summary>
#
# 편향이 0이므로 층을 지날 때마다 신호에 0.1이 한 번씩 더 곱해진다. 일곱 층을 지나면 천만분의 일만 남는다.
#
# </details>
#
# **흔한 함정.** $n^{[l-1]}$ 대신 $n^{[l]}$을 쓴다. 제곱근을 빠뜨린다. 음수가 나오지 않는 `np.random.rand`를 쓴다. 0.01을 또 곱한다.
#
# <details><summary>힌트 1: 생각</summary>
#
# 5주차와 같은 반복문이다. 새로운 것은 난수에 곱하는 수뿐이고, 그 수는 층마다 다르다.
#
# </details>
# <details><summary>힌트 2: 식</summary>
#
# 곱하는 수가 곧 표준편차다. 표준정규분포에서 뽑은 수의 표준편차는 1이고, 어떤 수를 곱하면 그 수가 표준편차가 된다.
#
# </details>
# <details><summary>힌트 3: 형태</summary>
#
# `[8, 200, 5]`라면 `W1`은 형태가 $(200, 8)$이고 표준편차가 0.5, `W2`는 형태가 $(5, 200)$이고 표준편차가 0.1이다. 정하는 것은 **열** 수다.
#
# </details>


# %%
def initialize_parameters_he(layers_dims):
    """Return random weights of a size that suits ReLU, and zero biases.

    Parameters
    ----------
    layers_dims : list of int
        [n_0, n_1, ..., n_L].

    Returns
    -------
    parameters : dict of ndarray
        ``W{l}`` (n_l, n_{l-1}), normal with mean 0 and standard deviation
        sqrt(2 / n_{l-1}) (He et al., 2015); ``b{l}`` (n_l, 1), zero; l = 1 to L.
    """
    ### BEGIN SOLUTION
    parameters = {}
    for layer in range(1, len(layers_dims)):
        n, n_prev = layers_dims[layer], layers_dims[layer - 1]
        parameters[f"W{layer}"] = np.random.randn(n, n_prev) * np.sqrt(2 / n_prev)
        parameters[f"b{layer}"] = np.zeros((n, 1))
    return parameters
    ### END SOLUTION


# %% [markdown] lang="en"
# ## 6. `compute_cost_with_regularization`: large weights have a price
#
# A network that learns by heart needs large weights: only a steep function can bend itself round every single example. So put a price on them. The cost becomes the old cost and, added to it, the squares of **all weights of all layers**:
#
# $$J = \underbrace{-\frac{1}{m} \sum_{i=1}^{m} \left( y^{(i)} \log a^{(i)} + (1 - y^{(i)}) \log (1 - a^{(i)}) \right)}_{\text{cross-entropy}} + \underbrace{\frac{\lambda}{2m} \sum_{l=1}^{3} \sum_{i,\,j} \left( W^{[l]}_{ij} \right)^2}_{L_2\ \text{term}}$$
#
# $\lambda$ says how high the price is. It is a hyperparameter: 0 is the network as before, too much of it and all weights shrink towards 0, so that the network becomes too simple. High variance has turned into high bias. The value is chosen on development data.
#
# The biases have no price. They are few, and a bias moves a function without making it steeper. The 2 in the denominator is there for the next section: it meets the 2 that the slope of a square brings along.
#
# **Shapes.** `A3` and `Y` are $(1, m)$; the result is a single number, with shape `()`. The cross-entropy comes from `given.py`.
#
# **On paper.** The **paper network** of this and the next three sections: two inputs, one unit in each layer, three examples.
#
# $$W^{[1]} = \begin{bmatrix} 2 & -1 \end{bmatrix}, \; b^{[1]} = 1, \quad W^{[2]} = 1, \; b^{[2]} = 1, \quad W^{[3]} = 1, \; b^{[3]} = -3, \quad X = \begin{bmatrix} 1 & 0 & 3 \\ 1 & 2 & 4 \end{bmatrix}$$
#
# Forward: $A^{[1]} = \begin{bmatrix} 2 & 0 & 3 \end{bmatrix}$, $A^{[2]} = \begin{bmatrix} 3 & 1 & 4 \end{bmatrix}$, $A^{[3]} \approx \begin{bmatrix} 0.5 & 0.119 & 0.731 \end{bmatrix}$. With $Y = \begin{bmatrix} 1 & 0 & 1 \end{bmatrix}$ the cross-entropy is $0.378$. The squares of the weights are $4 + 1 + 1 + 1 = 7$; the biases do not count. With $\lambda = 0.3$ and $m = 3$, the $L_2$ term is $\frac{0.3}{6} \cdot 7 = 0.35$, and $J \approx 0.728$.
#
# **Predict** whether $J$ gets larger or smaller when every sign in `W1` is turned round, and `A3` is left as it is.
#
# <details><summary>Check your prediction</summary>
#
# Neither. A square does not see a sign.
#
# </details>
#
# **Common traps.** The $\frac{1}{m}$ or the $\frac{1}{2}$ forgotten; the biases priced as well; one of the three layers left out; the square of the sum in place of the sum of the squares; the norm itself, `np.linalg.norm`, which is the *root* of the sum of squares.
#
# <details><summary>Hint 1: the idea</summary>
#
# Two numbers are added. One of them you are given; for the other, `A3` is not needed at all.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# Square every entry of a matrix, then add up everything; once for each of the three matrices. Only at the end comes the factor.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# $m$ is the number of columns of `Y`, not of a weight matrix. A sum without `axis` is a single number.
#
# </details>

# %% [markdown] lang="ko"
# ## 6. `compute_cost_with_regularization`: 큰 가중치에는 값을 치른다
#
# 데이터를 외우려면 가중치가 커야 한다. 예시 하나하나에 맞추어 휘려면 함수가 가팔라야 하기 때문이다. 그러니 큰 가중치에 값을 매기자. 새 비용은 원래 비용에 **모든 층의 모든 가중치**의 제곱을 더한 것이다.
#
# $$J = \underbrace{-\frac{1}{m} \sum_{i=1}^{m} \left( y^{(i)} \log a^{(i)} + (1 - y^{(i)}) \log (1 - a^{(i)}) \right)}_{\text{교차 엔트로피}} + \underbrace{\frac{\lambda}{2m} \sum_{l=1}^{3} \sum_{i,\,j} \left( W^{[l]}_{ij} \right)^2}_{L_2\ \text{항}}$$
#
# $\lambda$는 값이 얼마나 비싼지를 정하는 하이퍼파라미터다. 0이면 원래의 신경망이고, 지나치게 크면 모든 가중치가 0 쪽으로 줄어 신경망이 너무 단순해진다. 높은 분산이 높은 편향으로 바뀌는 것이다. 알맞은 값은 개발 데이터로 고른다.
#
# 매개변수 $b$에는 값을 매기지 않는다. 수가 적고, 함수를 옮길 뿐 가파르게 하지 않기 때문이다. 분모의 2는 다음 절을 위한 것이다. 제곱을 미분할 때 나오는 2와 만나 사라진다.
#
# **형태.** `A3`과 `Y`는 $(1, m)$이고, 결과는 수 하나, 곧 형태가 `()`다. 교차 엔트로피는 `given.py`에 있다.
#
# **종이 위에서.** 이 절과 다음 세 절에서 쓸 **종이 신경망**이다. 입력 2개, 층마다 유닛 1개, 예시 3개다.
#
# $$W^{[1]} = \begin{bmatrix} 2 & -1 \end{bmatrix}, \; b^{[1]} = 1, \quad W^{[2]} = 1, \; b^{[2]} = 1, \quad W^{[3]} = 1, \; b^{[3]} = -3, \quad X = \begin{bmatrix} 1 & 0 & 3 \\ 1 & 2 & 4 \end{bmatrix}$$
#
# 순전파하면 $A^{[1]} = \begin{bmatrix} 2 & 0 & 3 \end{bmatrix}$, $A^{[2]} = \begin{bmatrix} 3 & 1 & 4 \end{bmatrix}$, $A^{[3]} \approx \begin{bmatrix} 0.5 & 0.119 & 0.731 \end{bmatrix}$이다. $Y = \begin{bmatrix} 1 & 0 & 1 \end{bmatrix}$이면 교차 엔트로피는 $0.378$이다. 가중치의 제곱은 $4 + 1 + 1 + 1 = 7$이고 $b$는 세지 않는다. $\lambda = 0.3$, $m = 3$이므로 $L_2$ 항은 $\frac{0.3}{6} \cdot 7 = 0.35$이고 $J \approx 0.728$이다.
#
# `A3`은 그대로 두고 `W1`의 부호를 모두 뒤집으면 $J$가 커질지 작아질지 **예측해 보자.**
#
# <details><summary>예측 확인</summary>
#
# 그대로다. 제곱은 부호를 보지 못한다.
#
# </details>
#
# **흔한 함정.** $\frac{1}{m}$이나 $\frac{1}{2}$을 빠뜨린다. $b$에도 값을 매긴다. 세 층 가운데 하나를 빠뜨린다. 제곱의 합 대신 합의 제곱을 구한다. 제곱의 합의 *제곱근*인 노름 `np.linalg.norm`을 그대로 쓴다.
#
# <details><summary>힌트 1: 생각</summary>
#
# 두 수를 더한다. 하나는 주어져 있고, 다른 하나에는 `A3`이 전혀 필요하지 않다.
#
# </details>
# <details><summary>힌트 2: 식</summary>
#
# 행렬의 원소를 모두 제곱하고 전부 더한다. 행렬이 세 개이니 세 번이다. 곱하는 수는 마지막에 한 번만 나온다.
#
# </details>
# <details><summary>힌트 3: 형태</summary>
#
# $m$은 가중치 행렬이 아니라 `Y`의 열 수다. `axis` 없이 더하면 수 하나가 된다.
#
# </details>


# %%
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    """Return the cross-entropy cost with the L2 term of all three layers.

    Parameters
    ----------
    A3 : ndarray, shape (1, m)
        Predicted probabilities, strictly between 0 and 1.
    Y : ndarray, shape (1, m)
        Labels, 0 or 1.
    parameters : dict of ndarray
        ``W{l}`` (n_l, n_{l-1}) and ``b{l}`` (n_l, 1) for l = 1 to 3.
    lambd : float
        Strength of the L2 term, at least 0.

    Returns
    -------
    cost : float
        A single number, shape ().
    """
    ### BEGIN SOLUTION
    m = Y.shape[1]
    squares = sum(np.sum(np.square(parameters[f"W{layer}"])) for layer in (1, 2, 3))
    return cross_entropy(A3, Y) + lambd / (2 * m) * squares
    ### END SOLUTION


# %% [markdown] lang="en"
# ## 7. `backward_propagation_with_regularization`: weights that decay
#
# A new cost has a new gradient. The slope of $\frac{\lambda}{2m} w^2$ is $\frac{\lambda}{m} w$, and each weight occurs in the $L_2$ term exactly once. So each $dW$ gets one more summand, and all the rest stays as it was:
#
# $$dW^{[l]} = \frac{1}{m} \, dZ^{[l]} A^{[l-1]T} + \frac{\lambda}{m} W^{[l]}, \qquad db^{[l]} = \frac{1}{m} \sum_{i=1}^{m} dZ^{[l](i)}$$
#
# $$dZ^{[3]} = A^{[3]} - Y, \qquad dZ^{[l-1]} = \left( W^{[l]T} dZ^{[l]} \right) \odot \left[ Z^{[l-1]} \gt 0 \right]$$
#
# The square bracket is 1 where the condition holds and 0 elsewhere: the slope of ReLU. What does the summand do in an update? Put it in, and collect what belongs to $W$:
#
# $$W := W - \alpha \, dW = \left( 1 - \frac{\alpha \lambda}{m} \right) W - \alpha \, (\text{the old } dW)$$
#
# In every step, each weight first loses a small fixed share of itself. That is why this is also called **weight decay**. A weight survives if the data keep asking for it.
#
# ![Histograms of all weights of a trained network, without and with the L2 term: without it they are spread widely, with it they gather near zero](figures/weights.svg)
#
# **Shapes.** The cache is the tuple `(Z1, A1, W1, b1, Z2, A2, W2, b2, Z3, A3, W3, b3)` that `given.forward` returns. The result is a dictionary with `dW1`, `db1`, `dW2`, `db2`, `dW3`, `db3`, each with the shape of the parameter itself. More keys, such as `dZ2`, do no harm.
#
# **On paper.** The paper network, with $\frac{\lambda}{m} = \frac{0.3}{3} = 0.1$. $dZ^{[3]} \approx \begin{bmatrix} -0.5 & 0.119 & -0.269 \end{bmatrix}$, so
#
# $$dW^{[3]} \approx \frac{-0.5 \cdot 3 + 0.119 \cdot 1 - 0.269 \cdot 4}{3} + 0.1 \cdot 1 = -0.819 + 0.1 = -0.719, \qquad db^{[3]} \approx -0.217$$
#
# $W^{[3]}$ and $W^{[2]}$ are 1 and every $Z^{[2]}$ is positive, so $dZ^{[2]}$ is the same row; $dW^{[2]} \approx -0.602 + 0.1 = -0.502$. In layer 1 ReLU stops the second example: $dZ^{[1]} \approx \begin{bmatrix} -0.5 & 0 & -0.269 \end{bmatrix}$ and
#
# $$dW^{[1]} \approx \begin{bmatrix} -0.436 & -0.525 \end{bmatrix} + 0.1 \cdot \begin{bmatrix} 2 & -1 \end{bmatrix} = \begin{bmatrix} -0.236 & -0.625 \end{bmatrix}, \qquad db^{[1]} \approx -0.256$$
#
# **Predict** which of the six gradients change if $\lambda$ is doubled.
#
# <details><summary>Check your prediction</summary>
#
# `dW1`, `dW2` and `dW3`. No $db$, and no $dZ$ either: the $L_2$ term depends on the weights alone, so nothing of it travels back through the layers.
#
# </details>
#
# **Common traps.** The summand at the biases, too; $\frac{\lambda}{2m}$, with the 2 that has gone; the summand without $\frac{1}{m}$; the summand in $dZ$; a sum without `keepdims`.
#
# <details><summary>Hint 1: the idea</summary>
#
# Write the way back without $\lambda$ first, from layer 3 to layer 1, as in week 5. Then three lines grow by a summand.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# For each layer the same four steps: $dW$, $db$, the gradient handed to the layer before, and the slope of ReLU there. `A1 > 0` and `Z1 > 0` are true at the same places.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# $(n^{[l]}, n^{[l-1]}) = (n^{[l]}, m)(m, n^{[l-1]})$, and a summand that has this shape already. For layer 1, the layer before is `X`.
#
# </details>

# %% [markdown] lang="ko"
# ## 7. `backward_propagation_with_regularization`: 줄어드는 가중치
#
# 비용이 바뀌면 기울기도 바뀐다. $\frac{\lambda}{2m} w^2$을 미분하면 $\frac{\lambda}{m} w$이고, $L_2$ 항에 가중치는 저마다 꼭 한 번씩 나온다. 그래서 $dW$마다 항이 하나씩 더해지고, 나머지는 모두 그대로다.
#
# $$dW^{[l]} = \frac{1}{m} \, dZ^{[l]} A^{[l-1]T} + \frac{\lambda}{m} W^{[l]}, \qquad db^{[l]} = \frac{1}{m} \sum_{i=1}^{m} dZ^{[l](i)}$$
#
# $$dZ^{[3]} = A^{[3]} - Y, \qquad dZ^{[l-1]} = \left( W^{[l]T} dZ^{[l]} \right) \odot \left[ Z^{[l-1]} \gt 0 \right]$$
#
# 대괄호는 조건이 참인 곳에서 1, 나머지에서 0이다. 곧 ReLU의 미분이다. 더해진 항은 갱신 때 무슨 일을 하는가? 식에 넣고 $W$끼리 모아 보자.
#
# $$W := W - \alpha \, dW = \left( 1 - \frac{\alpha \lambda}{m} \right) W - \alpha \, (\text{원래의 } dW)$$
#
# 걸음마다 가중치는 먼저 자기 크기의 작은 일정 비율을 잃는다. 그래서 **가중치 감쇠**라고도 부른다. 데이터가 계속 요구하는 가중치만 살아남는다.
#
# ![학습을 마친 신경망의 모든 가중치의 히스토그램. L2 항이 없으면 넓게 퍼져 있고, 있으면 0 가까이에 모인다](figures/weights.svg)
#
# **형태.** 캐시는 `given.forward`가 돌려주는 튜플 `(Z1, A1, W1, b1, Z2, A2, W2, b2, Z3, A3, W3, b3)`이다. 결과는 `dW1`, `db1`, `dW2`, `db2`, `dW3`, `db3`이 든 딕셔너리이고, 형태는 저마다 자기 매개변수와 같다. `dZ2` 같은 키가 더 있어도 괜찮다.
#
# **종이 위에서.** 종이 신경망에서 $\frac{\lambda}{m} = \frac{0.3}{3} = 0.1$이다. $dZ^{[3]} \approx \begin{bmatrix} -0.5 & 0.119 & -0.269 \end{bmatrix}$이므로
#
# $$dW^{[3]} \approx \frac{-0.5 \cdot 3 + 0.119 \cdot 1 - 0.269 \cdot 4}{3} + 0.1 \cdot 1 = -0.819 + 0.1 = -0.719, \qquad db^{[3]} \approx -0.217$$
#
# $W^{[3]}$과 $W^{[2]}$는 1이고 $Z^{[2]}$는 모두 양수이므로 $dZ^{[2]}$도 같은 행이다. $dW^{[2]} \approx -0.602 + 0.1 = -0.502$다. 1층에서는 ReLU가 둘째 예시를 막아 $dZ^{[1]} \approx \begin{bmatrix} -0.5 & 0 & -0.269 \end{bmatrix}$이고
#
# $$dW^{[1]} \approx \begin{bmatrix} -0.436 & -0.525 \end{bmatrix} + 0.1 \cdot \begin{bmatrix} 2 & -1 \end{bmatrix} = \begin{bmatrix} -0.236 & -0.625 \end{bmatrix}, \qquad db^{[1]} \approx -0.256$$
#
# $\lambda$를 두 배로 하면 여섯 기울기 가운데 어느 것이 달라질지 **예측해 보자.**
#
# <details><summary>예측 확인</summary>
#
# `dW1`, `dW2`, `dW3`이다. $db$는 달라지지 않고 $dZ$도 마찬가지다. $L_2$ 항은 가중치에만 달려 있으므로 층을 거슬러 전해지는 것이 없다.
#
# </details>
#
# **흔한 함정.** $b$의 기울기에도 항을 더한다. 이미 사라진 2를 남겨 $\frac{\lambda}{2m}$으로 쓴다. 더하는 항에서 $\frac{1}{m}$을 빠뜨린다. $dZ$에 항을 더한다. `keepdims` 없이 더한다.
#
# <details><summary>힌트 1: 생각</summary>
#
# 먼저 $\lambda$ 없이 5주차처럼 3층에서 1층까지 역전파를 쓴다. 그다음 세 줄에만 항이 하나씩 붙는다.
#
# </details>
# <details><summary>힌트 2: 식</summary>
#
# 층마다 똑같은 네 단계다. $dW$, $db$, 앞 층에 넘기는 기울기, 그곳에서의 ReLU의 미분. `A1 > 0`과 `Z1 > 0`은 같은 곳에서 참이다.
#
# </details>
# <details><summary>힌트 3: 형태</summary>
#
# $(n^{[l]}, n^{[l-1]}) = (n^{[l]}, m)(m, n^{[l-1]})$이고, 더하는 항은 이미 이 형태다. 1층의 앞 층은 `X`다.
#
# </details>


# %%
def backward_propagation_with_regularization(X, Y, cache, lambd):
    """Return the gradients of the cost with the L2 term.

    Parameters
    ----------
    X : ndarray, shape (n_0, m)
        Input, one example per column.
    Y : ndarray, shape (1, m)
        Labels, 0 or 1.
    cache : tuple of ndarray
        (Z1, A1, W1, b1, Z2, A2, W2, b2, Z3, A3, W3, b3), from `given.forward`.
    lambd : float
        Strength of the L2 term, at least 0.

    Returns
    -------
    gradients : dict of ndarray
        ``dW{l}`` and ``db{l}`` for l = 1 to 3, shaped like ``W{l}`` and ``b{l}``.
    """
    ### BEGIN SOLUTION
    _, A1, W1, _, _, A2, W2, _, _, A3, W3, _ = cache
    m = X.shape[1]
    dZ3 = A3 - Y  # (1, m)
    dZ2 = (W3.T @ dZ3) * (A2 > 0)  # (n_2, m)
    dZ1 = (W2.T @ dZ2) * (A1 > 0)  # (n_1, m)
    return {
        "dW3": dZ3 @ A2.T / m + lambd / m * W3,
        "db3": np.sum(dZ3, axis=1, keepdims=True) / m,
        "dW2": dZ2 @ A1.T / m + lambd / m * W2,
        "db2": np.sum(dZ2, axis=1, keepdims=True) / m,
        "dW1": dZ1 @ X.T / m + lambd / m * W1,
        "db1": np.sum(dZ1, axis=1, keepdims=True) / m,
    }
    ### END SOLUTION


# %% [markdown] lang="en"
# ## 8. `forward_propagation_with_dropout`: units that may be missing
#
# Dropout works against learning by heart in another way. At every step of training, each hidden unit is switched off with a certain probability, for each example anew. No unit can then rely on one particular other unit, and the weights spread over many inputs.
#
# For the layers 1 and 2, and for each of their units and examples, draw whether the unit stays. With $u$ uniform between 0 and 1, and $p$ = `keep_prob`:
#
# $$D^{[l]}_{ij} = \begin{cases} 1 & \text{if}\ u_{ij} \lt p \\ 0 & \text{otherwise} \end{cases} \qquad A^{[l]} = \frac{\mathrm{relu}(Z^{[l]}) \odot D^{[l]}}{p} \qquad l = 1, 2$$
#
# ![Two masks of the same layer, at two steps of training: dark cells stay, pale cells are dropped; each column, that is each example, has a pattern of its own](figures/dropout_masks.svg)
#
# Why divide? A unit with activation $a$ stays with probability $p$. Without the division it would pass on $p \cdot a + (1 - p) \cdot 0 = p a$ on average, and the next layer would get too little. With it, the mean is $p \cdot \frac{a}{p} = a$, as without dropout. This is called **inverted dropout**, and because of it nothing at all has to be done when the network is used: **at test time no unit is dropped and nothing is scaled.**
#
# The output layer is never dropped: $A^{[3]} = \sigma(W^{[3]} A^{[2]} + b^{[3]})$.
#
# **Shapes.** $D^{[l]}$ is $(n^{[l]}, m)$ like $A^{[l]}$, with entries 0 and 1. The cache is the tuple `(Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)`; `A1` and `A2` in it are those after dropping and scaling.
#
# **On paper.** The paper network with `keep_prob = 0.8`, so $\frac{1}{0.8} = 1.25$. Say the masks have come out as $D^{[1]} = \begin{bmatrix} 1 & 1 & 0 \end{bmatrix}$ and $D^{[2]} = \begin{bmatrix} 1 & 0 & 1 \end{bmatrix}$.
#
# - $\mathrm{relu}(Z^{[1]}) = \begin{bmatrix} 2 & 0 & 3 \end{bmatrix}$, so $A^{[1]} = \begin{bmatrix} 2.5 & 0 & 0 \end{bmatrix}$: the 2 is kept and scaled, the 3 is dropped.
# - $Z^{[2]} = \begin{bmatrix} 3.5 & 1 & 1 \end{bmatrix}$, so $A^{[2]} = \begin{bmatrix} 4.375 & 0 & 1.25 \end{bmatrix}$.
# - $Z^{[3]} = \begin{bmatrix} 1.375 & -3 & -1.75 \end{bmatrix}$, so $A^{[3]} \approx \begin{bmatrix} 0.798 & 0.047 & 0.148 \end{bmatrix}$.
#
# **Predict** about how many ones a mask for 50 units and 200 examples holds with `keep_prob = 0.8`, and what the function returns with `keep_prob = 1`.
#
# <details><summary>Check your prediction</summary>
#
# About $0.8 \cdot 10000 = 8000$, give or take a hundred. With 1 every unit stays and nothing is scaled: the result is that of `given.forward`, with masks of ones in the cache. This is a good test, since nothing is random in it.
#
# </details>
#
# **Common traps.** The division forgotten; `keep_prob` taken for the probability of dropping; one mask for all examples, of shape $(n^{[l]}, 1)$; `np.random.randn`, whose numbers are not uniform; dropping in the output layer; dropout left on when predicting.
#
# <details><summary>Hint 1: the idea</summary>
#
# Write the way forward without dropout first. Then, after each of the two ReLU, come three small steps: draw a mask, switch off, scale.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# `np.random.rand` draws uniform numbers between 0 and 1, and takes the sizes as separate arguments. A comparison of an array with a number gives True and False, which count as 1 and 0.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# The mask meets its activations entry by entry, so it must have exactly their shape: as many rows as the layer has units, as many columns as there are examples.
#
# </details>

# %% [markdown] lang="ko"
# ## 8. `forward_propagation_with_dropout`: 없을 수도 있는 유닛
#
# 드롭아웃은 다른 방법으로 외우기를 막는다. 학습의 걸음마다 은닉 유닛을 저마다 어떤 확률로 끄는데, 예시마다 새로 정한다. 그러면 어느 유닛도 특정한 다른 유닛 하나에 기댈 수 없고, 가중치가 여러 입력에 고루 퍼진다.
#
# 1층과 2층의 유닛과 예시마다 그 유닛을 남길지 뽑는다. $u$가 0과 1 사이의 균등분포를 따르고 $p$ = `keep_prob`일 때
#
# $$D^{[l]}_{ij} = \begin{cases} 1 & (u_{ij} \lt p) \\ 0 & (\text{그 밖}) \end{cases} \qquad A^{[l]} = \frac{\mathrm{relu}(Z^{[l]}) \odot D^{[l]}}{p} \qquad l = 1, 2$$
#
# ![학습의 두 걸음에서 뽑은 같은 층의 마스크. 진한 칸은 남고 흐린 칸은 꺼진다. 열마다, 곧 예시마다 무늬가 다르다](figures/dropout_masks.svg)
#
# 왜 나누는가? 활성값이 $a$인 유닛은 확률 $p$로 남는다. 나누지 않으면 평균적으로 $p \cdot a + (1 - p) \cdot 0 = p a$만 전해져 다음 층이 받는 값이 작아진다. 나누면 평균이 $p \cdot \frac{a}{p} = a$로, 드롭아웃이 없을 때와 같다. 이것을 **역드롭아웃**(inverted dropout)이라고 한다. 덕분에 신경망을 사용할 때는 아무것도 할 필요가 없다. **테스트할 때는 어떤 유닛도 끄지 않고 아무것도 나누지 않는다.**
#
# 출력층에는 드롭아웃을 쓰지 않는다. $A^{[3]} = \sigma(W^{[3]} A^{[2]} + b^{[3]})$이다.
#
# **형태.** $D^{[l]}$은 $A^{[l]}$처럼 $(n^{[l]}, m)$이고 원소는 0과 1이다. 캐시는 튜플 `(Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)`이며, 그 안의 `A1`과 `A2`는 끄고 나눈 뒤의 값이다.
#
# **종이 위에서.** 종이 신경망에서 `keep_prob = 0.8`이면 $\frac{1}{0.8} = 1.25$다. 마스크가 $D^{[1]} = \begin{bmatrix} 1 & 1 & 0 \end{bmatrix}$, $D^{[2]} = \begin{bmatrix} 1 & 0 & 1 \end{bmatrix}$로 뽑혔다고 하자.
#
# - $\mathrm{relu}(Z^{[1]}) = \begin{bmatrix} 2 & 0 & 3 \end{bmatrix}$이므로 $A^{[1]} = \begin{bmatrix} 2.5 & 0 & 0 \end{bmatrix}$이다. 2는 남아서 커지고 3은 꺼진다.
# - $Z^{[2]} = \begin{bmatrix} 3.5 & 1 & 1 \end{bmatrix}$이므로 $A^{[2]} = \begin{bmatrix} 4.375 & 0 & 1.25 \end{bmatrix}$이다.
# - $Z^{[3]} = \begin{bmatrix} 1.375 & -3 & -1.75 \end{bmatrix}$이므로 $A^{[3]} \approx \begin{bmatrix} 0.798 & 0.047 & 0.148 \end{bmatrix}$이다.
#
# `keep_prob = 0.8`일 때 유닛 50개, 예시 200개의 마스크에 1이 대략 몇 개일지, `keep_prob = 1`이면 함수가 무엇을 돌려줄지 **예측해 보자.**
#
# <details><summary>예측 확인</summary>
#
# $0.8 \cdot 10000 = 8000$개쯤이고, 백 개쯤 차이가 날 수 있다. 1이라면 모든 유닛이 남고 나누어도 그대로이므로 `given.forward`와 같은 결과가 나온다. 캐시의 마스크는 모두 1이다. 무작위인 것이 없으니 시험해 보기에 좋다.
#
# </details>
#
# **흔한 함정.** 나누기를 빠뜨린다. `keep_prob`를 끌 확률로 여긴다. 모든 예시에 형태가 $(n^{[l]}, 1)$인 마스크 하나를 쓴다. 균등분포가 아닌 `np.random.randn`을 쓴다. 출력층에도 드롭아웃을 쓴다. 예측할 때도 드롭아웃을 켜 둔다.
#
# <details><summary>힌트 1: 생각</summary>
#
# 먼저 드롭아웃 없이 순전파를 쓴다. 그다음 두 ReLU 뒤에 각각 작은 단계 셋을 넣는다. 마스크를 뽑고, 끄고, 나눈다.
#
# </details>
# <details><summary>힌트 2: 식</summary>
#
# `np.random.rand`는 0과 1 사이의 균등분포 난수를 뽑으며, 크기를 따로따로 인자로 받는다. 배열을 수와 비교하면 True와 False가 나오고, 이것은 1과 0으로 계산된다.
#
# </details>
# <details><summary>힌트 3: 형태</summary>
#
# 마스크는 활성값과 원소끼리 만나므로 형태가 똑같아야 한다. 행은 그 층의 유닛 수만큼, 열은 예시 수만큼이다.
#
# </details>


# %%
def forward_propagation_with_dropout(X, parameters, keep_prob):
    """Return the output of the network with units dropped at random, and its cache.

    Layers 1 and 2 use ReLU and dropout, layer 3 the sigmoid without dropout.

    Parameters
    ----------
    X : ndarray, shape (n_0, m)
        Input, one example per column.
    parameters : dict of ndarray
        ``W{l}`` (n_l, n_{l-1}) and ``b{l}`` (n_l, 1) for l = 1 to 3.
    keep_prob : float
        Probability that a unit stays, for each unit and example; 0 < keep_prob <= 1.

    Returns
    -------
    A3 : ndarray, shape (1, m)
    cache : tuple of ndarray
        (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3). The masks D1
        (n_1, m) and D2 (n_2, m) hold 1 where a unit stays and 0 where it is dropped;
        A1 and A2 are dropped and scaled.
    """
    ### BEGIN SOLUTION
    W1, b1 = parameters["W1"], parameters["b1"]
    W2, b2 = parameters["W2"], parameters["b2"]
    W3, b3 = parameters["W3"], parameters["b3"]
    Z1 = W1 @ X + b1
    D1 = (np.random.rand(*Z1.shape) < keep_prob).astype(int)
    A1 = relu(Z1) * D1 / keep_prob  # (n_1, m)
    Z2 = W2 @ A1 + b2
    D2 = (np.random.rand(*Z2.shape) < keep_prob).astype(int)
    A2 = relu(Z2) * D2 / keep_prob  # (n_2, m)
    Z3 = W3 @ A2 + b3
    A3 = sigmoid(Z3)  # (1, m)
    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)
    ### END SOLUTION


# %% [markdown] lang="en"
# ## 9. `backward_propagation_with_dropout`: the same units are missing
#
# The way back must go through the network that the way forward went through. A unit that was switched off had no part in the result, so it gets no gradient; a unit that was scaled gets its gradient scaled. Hence the **same masks**, from the cache, and the same division by $p$ = `keep_prob`:
#
# $$dA^{[l]} = \frac{\left( W^{[l+1]T} dZ^{[l+1]} \right) \odot D^{[l]}}{p}, \qquad dZ^{[l]} = dA^{[l]} \odot \left[ Z^{[l]} \gt 0 \right] \qquad l = 2, 1$$
#
# $dZ^{[3]} = A^{[3]} - Y$, and $dW^{[l]} = \frac{1}{m} dZ^{[l]} A^{[l-1]T}$ and $db^{[l]}$ are as always, without an $L_2$ term. The $A^{[l-1]}$ in the cache has been masked and scaled already; it is used as it is.
#
# **Shapes.** As in section 7; the cache is that of section 8.
#
# **On paper.** The example of section 8 with $Y = \begin{bmatrix} 1 & 0 & 1 \end{bmatrix}$: $dZ^{[3]} \approx \begin{bmatrix} -0.202 & 0.047 & -0.852 \end{bmatrix}$, so
#
# $$dW^{[3]} \approx \frac{-0.202 \cdot 4.375 - 0.852 \cdot 1.25}{3} \approx -0.649, \qquad db^{[3]} \approx -0.335$$
#
# Through $D^{[2]} = \begin{bmatrix} 1 & 0 & 1 \end{bmatrix}$, times 1.25: $dZ^{[2]} \approx \begin{bmatrix} -0.252 & 0 & -1.065 \end{bmatrix}$. $A^{[1]}$ is $\begin{bmatrix} 2.5 & 0 & 0 \end{bmatrix}$, so $dW^{[2]} \approx \frac{-0.252 \cdot 2.5}{3} \approx -0.210$. Through $D^{[1]} = \begin{bmatrix} 1 & 1 & 0 \end{bmatrix}$, times 1.25, and ReLU, which is closed for the second example: $dZ^{[1]} \approx \begin{bmatrix} -0.315 & 0 & 0 \end{bmatrix}$.
#
# **Predict** the row of `dW1` of a unit that happens to be dropped for every example.
#
# <details><summary>Check your prediction</summary>
#
# All zero: in this step the unit does not learn. In the next step another mask is drawn.
#
# </details>
#
# **Common traps.** New masks drawn on the way back; the masks exchanged, which shapes give away unless two layers are equally wide; the division forgotten, or done once instead of at both layers; the masks applied to $dW$, which has other axes.
#
# <details><summary>Hint 1: the idea</summary>
#
# Nothing is random here. On the way back, each step of the way forward has its partner, in reverse order: scale, switch off, ReLU, linear.
#
# </details>
# <details><summary>Hint 2: the formula</summary>
#
# Take section 7 without $\lambda$, and put the mask and the division at the two places where a gradient arrives at a hidden layer.
#
# </details>
# <details><summary>Hint 3: the shapes</summary>
#
# $dA^{[2]}$ and $D^{[2]}$ are $(n^{[2]}, m)$, $dA^{[1]}$ and $D^{[1]}$ are $(n^{[1]}, m)$. $dZ^{[3]}$ is $(1, m)$ and has no mask.
#
# </details>

# %% [markdown] lang="ko"
# ## 9. `backward_propagation_with_dropout`: 같은 유닛이 없는 채로
#
# 역전파는 순전파가 지나온 바로 그 신경망을 거슬러 가야 한다. 꺼졌던 유닛은 결과에 몫이 없으므로 기울기를 받지 않고, 커졌던 유닛은 기울기도 그만큼 커진다. 그래서 캐시에 있는 **같은 마스크**를 쓰고, 똑같이 $p$ = `keep_prob`로 나눈다.
#
# $$dA^{[l]} = \frac{\left( W^{[l+1]T} dZ^{[l+1]} \right) \odot D^{[l]}}{p}, \qquad dZ^{[l]} = dA^{[l]} \odot \left[ Z^{[l]} \gt 0 \right] \qquad l = 2, 1$$
#
# $dZ^{[3]} = A^{[3]} - Y$이고, $dW^{[l]} = \frac{1}{m} dZ^{[l]} A^{[l-1]T}$와 $db^{[l]}$은 늘 하던 대로이며 $L_2$ 항은 없다. 캐시의 $A^{[l-1]}$은 이미 끄고 나눈 값이므로 그대로 쓴다.
#
# **형태.** 7절과 같다. 캐시는 8절의 것이다.
#
# **종이 위에서.** 8절의 예에서 $Y = \begin{bmatrix} 1 & 0 & 1 \end{bmatrix}$이면 $dZ^{[3]} \approx \begin{bmatrix} -0.202 & 0.047 & -0.852 \end{bmatrix}$이고
#
# $$dW^{[3]} \approx \frac{-0.202 \cdot 4.375 - 0.852 \cdot 1.25}{3} \approx -0.649, \qquad db^{[3]} \approx -0.335$$
#
# $D^{[2]} = \begin{bmatrix} 1 & 0 & 1 \end{bmatrix}$을 지나며 1.25를 곱하면 $dZ^{[2]} \approx \begin{bmatrix} -0.252 & 0 & -1.065 \end{bmatrix}$이다. $A^{[1]}$이 $\begin{bmatrix} 2.5 & 0 & 0 \end{bmatrix}$이므로 $dW^{[2]} \approx \frac{-0.252 \cdot 2.5}{3} \approx -0.210$이다. $D^{[1]} = \begin{bmatrix} 1 & 1 & 0 \end{bmatrix}$과 1.25, 그리고 둘째 예시를 막는 ReLU를 지나면 $dZ^{[1]} \approx \begin{bmatrix} -0.315 & 0 & 0 \end{bmatrix}$이다.
#
# 우연히 모든 예시에서 꺼진 유닛이 있다면 `dW1`의 그 행은 어떻게 될지 **예측해 보자.**
#
# <details><summary>예측 확인</summary>
#
# 모두 0이다. 이번 걸음에서 그 유닛은 배우지 않는다. 다음 걸음에서는 마스크를 새로 뽑는다.
#
# </details>
#
# **흔한 함정.** 역전파에서 마스크를 새로 뽑는다. 두 마스크를 바꾸어 쓴다(두 층의 너비가 같으면 형태로는 드러나지 않는다). 나누기를 빠뜨리거나 두 층 가운데 한 곳에서만 나눈다. 축이 다른 $dW$에 마스크를 씌운다.
#
# <details><summary>힌트 1: 생각</summary>
#
# 여기에는 무작위인 것이 없다. 순전파의 단계마다 역전파에 짝이 있고 순서만 거꾸로다. 나누기, 끄기, ReLU, 선형 단계.
#
# </details>
# <details><summary>힌트 2: 식</summary>
#
# 7절에서 $\lambda$를 뺀 것에, 기울기가 은닉층에 도착하는 두 곳에서 마스크와 나누기를 넣는다.
#
# </details>
# <details><summary>힌트 3: 형태</summary>
#
# $dA^{[2]}$와 $D^{[2]}$는 $(n^{[2]}, m)$, $dA^{[1]}$과 $D^{[1]}$은 $(n^{[1]}, m)$이다. $dZ^{[3]}$은 $(1, m)$이고 마스크가 없다.
#
# </details>


# %%
def backward_propagation_with_dropout(X, Y, cache, keep_prob):
    """Return the gradients of the cost through the units that were not dropped.

    Parameters
    ----------
    X : ndarray, shape (n_0, m)
        Input, one example per column.
    Y : ndarray, shape (1, m)
        Labels, 0 or 1.
    cache : tuple of ndarray
        (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3), as returned by
        `forward_propagation_with_dropout`.
    keep_prob : float
        The one of the way forward.

    Returns
    -------
    gradients : dict of ndarray
        ``dW{l}`` and ``db{l}`` for l = 1 to 3, shaped like ``W{l}`` and ``b{l}``.
    """
    ### BEGIN SOLUTION
    _, D1, A1, _, _, _, D2, A2, W2, _, _, A3, W3, _ = cache
    m = X.shape[1]
    dZ3 = A3 - Y  # (1, m)
    dA2 = (W3.T @ dZ3) * D2 / keep_prob  # (n_2, m)
    dZ2 = dA2 * (A2 > 0)
    dA1 = (W2.T @ dZ2) * D1 / keep_prob  # (n_1, m)
    dZ1 = dA1 * (A1 > 0)
    return {
        "dW3": dZ3 @ A2.T / m,
        "db3": np.sum(dZ3, axis=1, keepdims=True) / m,
        "dW2": dZ2 @ A1.T / m,
        "db2": np.sum(dZ2, axis=1, keepdims=True) / m,
        "dW1": dZ1 @ X.T / m,
        "db1": np.sum(dZ1, axis=1, keepdims=True) / m,
    }
    ### END SOLUTION


# %% [markdown] lang="en"
# ## Before the quiz
#
# Three questions of the kind that the weekly quiz asks.
#
# **1.** A radiologist is wrong on 1 % of certain X-rays. Network A is wrong on 8 % of its training pictures and on 9 % of new ones; network B on 1 % and on 9 %. Both teams have bought twice as many training pictures. Which one has spent its money well?
#
# <details><summary>Answer</summary>
#
# B. Its gap lies between training pictures and new ones: high variance, and more data make learning by heart harder. A is wrong even on what it has seen, 7 % more than is possible: high bias. More pictures of the same kind hardly help; a bigger network, longer training or another architecture would.
#
# </details>
#
# **2.** A weight is 0.5. With $\alpha = 0.1$, $\lambda = 2$ and $m = 100$, and if the cross-entropy has no slope here at all, what is the weight after one step, and after very many?
#
# <details><summary>Answer</summary>
#
# $\left( 1 - \frac{0.1 \cdot 2}{100} \right) \cdot 0.5 = 0.998 \cdot 0.5 = 0.499$. After $k$ steps it is $0.998^k \cdot 0.5$: it comes closer and closer to 0 and never gets there. Dropping below a half of 0.5 takes about 350 steps.
#
# </details>
#
# **3.** A unit has the activation 3 and `keep_prob` is 0.75. Which two values can leave the unit during training, what is their mean, and what leaves it at test time?
#
# <details><summary>Answer</summary>
#
# 4 with probability 0.75, and 0 with probability 0.25; the mean is $0.75 \cdot 4 = 3$. At test time 3 leaves it, always: nothing is dropped, nothing is scaled, and the next layer meets what it is used to on average.
#
# </details>

# %% [markdown] lang="ko"
# ## 퀴즈 전에
#
# 주간 퀴즈와 비슷한 물음 세 개를 풀어 보자.
#
# **1.** 어떤 X선 사진을 영상의학과 의사는 1 % 틀린다. 신경망 A는 훈련 사진의 8 %, 새 사진의 9 %를 틀리고, 신경망 B는 각각 1 %와 9 %를 틀린다. 두 팀 모두 돈을 들여 훈련 사진을 두 배로 늘렸다. 돈을 잘 쓴 팀은 어느 쪽인가?
#
# <details><summary>답</summary>
#
# B다. B의 틈은 훈련 사진과 새 사진 사이에 있다. 분산이 높은 것이고, 데이터가 많을수록 외우기는 어려워진다. A는 이미 본 것조차 틀리며, 가능한 것보다 7 %를 더 틀린다. 편향이 높은 것이다. 같은 종류의 사진을 늘려도 거의 나아지지 않고, 더 큰 신경망이나 더 긴 학습, 다른 구조가 필요하다.
#
# </details>
#
# **2.** 어떤 가중치가 0.5다. $\alpha = 0.1$, $\lambda = 2$, $m = 100$이고 여기서 교차 엔트로피의 기울기가 0이라면, 한 걸음 뒤의 가중치는 얼마인가? 아주 많은 걸음 뒤에는?
#
# <details><summary>답</summary>
#
# $\left( 1 - \frac{0.1 \cdot 2}{100} \right) \cdot 0.5 = 0.998 \cdot 0.5 = 0.499$다. $k$걸음 뒤에는 $0.998^k \cdot 0.5$로, 0에 점점 다가가지만 0이 되지는 않는다. 처음의 절반 아래로 내려가는 데 약 350걸음이 걸린다.
#
# </details>
#
# **3.** 활성값이 3인 유닛이 있고 `keep_prob`는 0.75다. 학습할 때 이 유닛에서 나갈 수 있는 두 값은 무엇이고 평균은 얼마인가? 테스트할 때는 무엇이 나가는가?
#
# <details><summary>답</summary>
#
# 0.75의 확률로 4, 0.25의 확률로 0이 나가고 평균은 $0.75 \cdot 4 = 3$이다. 테스트할 때는 언제나 3이 나간다. 아무것도 끄지 않고 나누지 않으므로, 다음 층은 평균적으로 익숙한 값을 만난다.
#
# </details>
