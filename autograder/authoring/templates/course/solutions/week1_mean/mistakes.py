"""Known wrong versions of the graded functions, and what to say about each."""

import numpy as np
from mean import mean

from autograder.course.mistakes import mistake


@mistake(
    "mean",
    cause={
        "en": "these are sums over the m examples, not means",
        "ko": "예시 m개의 평균이 아니라 합입니다.",
    },
    hint={
        "en": "compare with the example on paper: which number is missing?",
        "ko": "종이 위의 예와 비교해 보세요. 어떤 수가 빠졌나요?",
    },
)
def mean_sums(X):
    return np.sum(X, axis=1, keepdims=True)


@mistake(
    "mean",
    cause={
        "en": "the mean is over the features of each example",
        "ko": "예시마다 특성에 대해 평균을 냈습니다.",
    },
    hint={
        "en": "one number for each row: along which axis do the examples lie?",
        "ko": "행마다 수 하나입니다. 예시는 어느 축을 따라 놓여 있나요?",
    },
)
def mean_over_features(X):
    return np.mean(X, axis=0, keepdims=True)


@mistake(
    "center",
    cause={
        "en": "the means were added",
        "ko": "평균을 빼지 않고 더했습니다.",
    },
    hint={
        "en": "compute the mean of what you return",
        "ko": "반환하는 값의 평균을 계산해 보세요.",
    },
)
def center_added(X):
    return X + mean(X)


@mistake(
    "center",
    cause={
        "en": "one mean of all entries was taken from every feature",
        "ko": "모든 특성에서 전체 평균 하나를 뺐습니다.",
    },
    hint={
        "en": "every feature has a mean of its own",
        "ko": "특성마다 자기 평균이 있습니다.",
    },
)
def center_by_one_mean(X):
    return X - np.mean(X)
