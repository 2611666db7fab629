# %% [markdown] lang="en"
# # The mean of many examples
#
# Data comes as a matrix `X` of shape $(n, m)$: each of the $m$ **columns is one example**, each of the $n$ rows one feature. You are going to compute the mean of every feature, and then move the data so that every mean is 0.

# %% [markdown] lang="ko"
# # 여러 예시의 평균
#
# 데이터는 형태가 $(n, m)$인 행렬 `X`로 주어진다. $m$개의 **열 하나하나가 예시 하나**이고, $n$개의 행 하나하나가 특성 하나이다. 특성마다 평균을 구하고, 모든 평균이 0이 되도록 데이터를 옮겨 보자.

# %%
import numpy as np

# %% [markdown] lang="en"
# ## 1. `mean`: one number for each feature
#
# $$\mu_i = \frac{1}{m} \sum_{j=1}^{m} X_{ij}$$
#
# **On paper.** For $X = \begin{pmatrix} 1 & 2 & 6 \\ 0 & 4 & 8 \end{pmatrix}$ the means are $3$ and $4$: $\mu = \begin{pmatrix} 3 \\ 4 \end{pmatrix}$, a column of shape $(2, 1)$.

# %% [markdown] lang="ko"
# ## 1. `mean`: 특성마다 수 하나
#
# $$\mu_i = \frac{1}{m} \sum_{j=1}^{m} X_{ij}$$
#
# **종이 위에서.** $X = \begin{pmatrix} 1 & 2 & 6 \\ 0 & 4 & 8 \end{pmatrix}$이면 평균은 $3$과 $4$이다. 따라서 $\mu = \begin{pmatrix} 3 \\ 4 \end{pmatrix}$이고, 형태가 $(2, 1)$인 열이다.


# %%
def mean(X):
    """Return the mean of every feature.

    Parameters
    ----------
    X : ndarray, shape (n, m)
        A column for each example.

    Returns
    -------
    mu : ndarray, shape (n, 1)
    """
    ### BEGIN SOLUTION
    return np.mean(X, axis=1, keepdims=True)
    ### END SOLUTION


# %% [markdown] lang="en"
# ## 2. `center`: data around 0
#
# Take the mean of its feature from every entry of `X`. Use your function `mean`.
#
# **Predict** the mean of every feature of `center(X)` before you run it.

# %% [markdown] lang="ko"
# ## 2. `center`: 0을 중심으로
#
# `X`의 원소마다 그 특성의 평균을 뺀다. 앞에서 만든 `mean`을 쓰자.
#
# 실행하기 전에 `center(X)`의 특성별 평균이 얼마일지 **예측해 보자.**


# %%
def center(X):
    """Return the data moved so that every feature has mean 0.

    Parameters
    ----------
    X : ndarray, shape (n, m)
        A column for each example.

    Returns
    -------
    centered : ndarray, shape (n, m)
    """
    ### BEGIN SOLUTION
    return X - mean(X)
    ### END SOLUTION
