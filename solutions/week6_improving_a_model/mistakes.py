"""Known wrong versions of the graded functions, and what to say about each."""

import itertools

import numpy as np
from given import cross_entropy, relu, sigmoid
from improving_a_model import (
    augment_flip,
    augment_shift,
    backward_propagation_with_dropout,
    backward_propagation_with_regularization,
    count_parameters,
    forward_propagation_with_dropout,
    initialize_parameters_he,
)

from autograder.course.mistakes import mistake

LAYERS = (1, 2, 3)

# Pictures.


@mistake(
    "augment_flip",
    cause={
        "en": "every picture is upside down: the rows are reversed, not the columns",
        "ko": "사진이 모두 위아래로 뒤집혔습니다. 열이 아니라 행의 순서가 뒤집혔습니다",
    },
    hint={
        "en": "axis 0 counts the pictures; numpy's words for a single matrix are one off",
        "ko": "0번 축은 사진의 번호입니다. 행렬 하나를 위한 numpy 함수는 축이 하나씩 어긋납니다",
    },
)
def augment_flip_upside_down(images):
    return images[:, ::-1]


@mistake(
    "augment_flip",
    cause={
        "en": "no picture is mirrored; the pictures come in reverse order",
        "ko": "뒤집힌 사진은 없고 사진의 순서가 거꾸로입니다",
    },
    hint={
        "en": "the first axis counts the pictures; which one counts the columns?",
        "ko": "첫 축은 사진의 번호입니다. 열의 번호는 어느 축입니까?",
    },
)
def augment_flip_order(images):
    return images[::-1]


@mistake(
    "augment_flip",
    cause={
        "en": "the colour channels are reversed: red and blue are exchanged",
        "ko": "색 채널이 뒤집혀 빨강과 파랑이 바뀌었습니다",
    },
    hint={
        "en": "the last axis counts the colours, the one before it the columns",
        "ko": "마지막 축은 색이고, 그 앞의 축이 열입니다",
    },
)
def augment_flip_colours(images):
    return images[..., ::-1]


@mistake(
    "augment_flip",
    cause={
        "en": "every picture is turned by half a circle: rows and columns are reversed",
        "ko": "사진이 모두 반 바퀴 돌았습니다. 행과 열이 모두 뒤집혔습니다",
    },
    hint={
        "en": "a mirror on the wall exchanges left and right only",
        "ko": "벽에 걸린 거울은 왼쪽과 오른쪽만 바꿉니다",
    },
)
def augment_flip_turned(images):
    return images[:, ::-1, ::-1]


@mistake(
    "augment_flip",
    cause={
        "en": "all four axes are reversed",
        "ko": "네 축이 모두 뒤집혔습니다",
    },
    hint={
        "en": "without `axis`, numpy flips everything",
        "ko": "`axis`를 주지 않으면 numpy는 모든 축을 뒤집습니다",
    },
)
def augment_flip_everything(images):
    return np.flip(images)


@mistake(
    "augment_flip",
    cause={
        "en": "the result holds the original pictures as well as the mirrored ones",
        "ko": "결과에 뒤집은 사진뿐 아니라 원래 사진도 들어 있습니다",
    },
    hint={
        "en": "return the mirrored pictures only; whoever calls the function joins them",
        "ko": "뒤집은 사진만 돌려주세요. 합치는 일은 호출하는 쪽이 합니다",
    },
)
def augment_flip_joined(images):
    return np.concatenate([images, augment_flip(images)])


@mistake(
    "augment_flip",
    cause={
        "en": "rows and columns of every picture are exchanged: it is transposed",
        "ko": "사진마다 행과 열이 서로 바뀌었습니다. 전치된 것입니다",
    },
    hint={
        "en": "a mirrored picture is as wide and as high as before",
        "ko": "거울에 비친 사진의 너비와 높이는 그대로입니다",
    },
)
def augment_flip_transposed(images):
    return images.transpose(0, 2, 1, 3)


@mistake(
    "augment_shift",
    cause={
        "en": "what leaves on one side comes back on the other",
        "ko": "한쪽으로 나간 것이 반대쪽으로 다시 들어옵니다",
    },
    hint={
        "en": "what comes in must be black; `np.roll` goes round in a circle",
        "ko": "새로 들어오는 것은 검정이어야 합니다. `np.roll`은 한 바퀴를 돕니다",
    },
)
def augment_shift_wraps(images, dy, dx):
    return np.roll(images, (dy, dx), axis=(1, 2))


@mistake(
    "augment_shift",
    cause={
        "en": "the pictures move the opposite way: up for a positive dy, left for dx",
        "ko": "사진이 반대로 움직입니다. dy가 양수면 위로, dx가 양수면 왼쪽으로 갑니다",
    },
    hint={
        "en": "follow one pixel: with dy = 1, the first row must become the second",
        "ko": "픽셀 하나를 따라가 보세요. dy = 1이면 첫 행이 둘째 행이 되어야 합니다",
    },
)
def augment_shift_opposite(images, dy, dx):
    return augment_shift(images, -dy, -dx)


@mistake(
    "augment_shift",
    cause={
        "en": "dy and dx are exchanged: dy moves the columns, dx the rows",
        "ko": "dy와 dx가 바뀌었습니다. dy가 열을, dx가 행을 옮깁니다",
    },
    hint={
        "en": "rows come before columns; y is the direction of the rows",
        "ko": "행이 열보다 먼저입니다. y는 행의 방향입니다",
    },
)
def augment_shift_exchanged(images, dy, dx):
    return augment_shift(images, dx, dy)


@mistake(
    "augment_shift",
    cause={
        "en": "dy has the wrong sign: the pictures move up where they should move down",
        "ko": "dy의 부호가 반대입니다. 아래로 가야 할 사진이 위로 갑니다",
    },
    hint={
        "en": "row 0 is at the top, so moving down means larger row numbers",
        "ko": "0행은 맨 위에 있으므로 아래로 갈수록 행 번호가 커집니다",
    },
)
def augment_shift_upwards(images, dy, dx):
    return augment_shift(images, -dy, dx)


@mistake(
    "augment_shift",
    cause={
        "en": "dx has the wrong sign: the pictures move left where they should move right",
        "ko": "dx의 부호가 반대입니다. 오른쪽으로 가야 할 사진이 왼쪽으로 갑니다",
    },
    hint={
        "en": "try dy = 0 and dx = 1 on a picture of one row",
        "ko": "행이 하나인 사진에서 dy = 0, dx = 1을 시험해 보세요",
    },
)
def augment_shift_leftwards(images, dy, dx):
    return augment_shift(images, dy, -dx)


@mistake(
    "augment_shift",
    cause={
        "en": "what comes in repeats the edge of the picture and is not black",
        "ko": "새로 들어온 곳이 검정이 아니라 사진 가장자리를 되풀이합니다",
    },
    hint={
        "en": "the frame round the picture has the value 0",
        "ko": "사진을 두르는 테두리의 값은 0입니다",
    },
)
def augment_shift_edge(images, dy, dx):
    _, height, width, _ = images.shape
    frame = ((0, 0), (abs(dy), abs(dy)), (abs(dx), abs(dx)), (0, 0))
    framed = np.pad(images, frame, mode="edge")
    top, left = abs(dy) - dy, abs(dx) - dx
    return framed[:, top : top + height, left : left + width]


@mistake(
    "augment_shift",
    cause={
        "en": "where nothing has come, the old picture still shows",
        "ko": "아무것도 오지 않은 곳에 원래 사진이 남아 있습니다",
    },
    hint={
        "en": "begin with black pictures, not with a copy of the old ones",
        "ko": "원래 사진의 복사본이 아니라 검은 사진에서 시작하세요",
    },
)
def augment_shift_old_picture(images, dy, dx):
    inside = augment_shift(np.ones_like(images), dy, dx) > 0
    return np.where(inside, augment_shift(images, dy, dx), images)


@mistake(
    "augment_shift",
    cause={
        "en": "the pictures move down or up only; dx has no effect",
        "ko": "사진이 아래위로만 움직입니다. dx의 효과가 없습니다",
    },
    hint={
        "en": "the second step must go on from the result of the first",
        "ko": "둘째 단계는 첫 단계의 결과에서 이어져야 합니다",
    },
)
def augment_shift_only_dy(images, dy, dx):
    return augment_shift(images, dy, 0)


@mistake(
    "augment_shift",
    cause={
        "en": "the pictures move right or left only; dy has no effect",
        "ko": "사진이 좌우로만 움직입니다. dy의 효과가 없습니다",
    },
    hint={
        "en": "the second step must go on from the result of the first",
        "ko": "둘째 단계는 첫 단계의 결과에서 이어져야 합니다",
    },
)
def augment_shift_only_dx(images, dy, dx):
    return augment_shift(images, 0, dx)


@mistake(
    "augment_shift",
    cause={
        "en": "only the part that stays in view is returned, in smaller pictures",
        "ko": "화면에 남은 부분만 더 작은 사진으로 돌려줍니다",
    },
    hint={
        "en": "the network expects pictures of one size; fill up with black",
        "ko": "신경망은 크기가 같은 사진을 기대합니다. 검정으로 채우세요",
    },
)
def augment_shift_cropped(images, dy, dx):
    _, height, width, _ = images.shape
    rows = slice(max(-dy, 0), height - max(dy, 0))
    return images[:, rows, max(-dx, 0) : width - max(dx, 0)]


# Early stopping.


@mistake(
    "early_stopping_epoch",
    cause={
        "en": "the best of all epochs is returned, even of those after the stop",
        "ko": "멈춘 뒤의 에포크까지 포함해 가장 좋은 것을 돌려줍니다",
    },
    hint={
        "en": "once patience has run out, nobody trains on; those costs never come to be",
        "ko": "patience가 다하면 학습이 끝납니다. 그 뒤의 비용은 생기지 않습니다",
    },
)
def early_stopping_epoch_overall(dev_costs, patience):
    return int(np.argmin(dev_costs))


def watch(dev_costs, patience, *, equal_counts=False, in_a_row=True):
    """Return the best epoch and the last one, by rules that can be bent."""
    best = waited = epoch = 0
    for epoch, cost in enumerate(dev_costs[1:], start=1):
        lower = cost < dev_costs[best]
        if lower or (equal_counts and cost == dev_costs[best]):
            best = epoch
            waited = 0 if in_a_row else waited
        else:
            waited += 1
        if waited >= patience:
            break
    return best, epoch


@mistake(
    "early_stopping_epoch",
    cause={
        "en": "this is the last epoch of training, not the best one",
        "ko": "가장 좋은 에포크가 아니라 학습의 마지막 에포크입니다",
    },
    hint={
        "en": "training stops `patience` epochs late on purpose; which parameters are kept?",
        "ko": "학습은 일부러 `patience`만큼 늦게 멈춥니다. 간직하는 것은 언제의 매개변수입니까?",
    },
)
def early_stopping_epoch_last(dev_costs, patience):
    return watch(dev_costs, patience)[1]


@mistake(
    "early_stopping_epoch",
    cause={
        "en": "an equal cost counts as better, so of equal epochs the last is returned",
        "ko": "같은 비용도 나아진 것으로 여겨, 같은 에포크 가운데 마지막 것을 돌려줍니다",
    },
    hint={
        "en": "no progress is no progress; look at the sign of your comparison",
        "ko": "제자리는 나아진 것이 아닙니다. 비교 기호를 살펴보세요",
    },
)
def early_stopping_epoch_equal_counts(dev_costs, patience):
    return watch(dev_costs, patience, equal_counts=True)[0]


@mistake(
    "early_stopping_epoch",
    cause={
        "en": "the epochs are counted from 1",
        "ko": "에포크를 1부터 세었습니다",
    },
    hint={
        "en": "the first cost of the list belongs to epoch 0",
        "ko": "리스트의 첫 비용은 에포크 0의 것입니다",
    },
)
def early_stopping_epoch_from_one(dev_costs, patience):
    return watch(dev_costs, patience)[0] + 1


@mistake(
    "early_stopping_epoch",
    cause={
        "en": "training stops one epoch late: after patience + 1 epochs without progress",
        "ko": "한 에포크 늦게 멈춥니다. 나아지지 않은 에포크를 patience + 1번 기다립니다",
    },
    hint={
        "en": "with patience 1, the first epoch without progress already is the last",
        "ko": "patience가 1이면 나아지지 않은 첫 에포크가 곧 마지막입니다",
    },
)
def early_stopping_epoch_one_late(dev_costs, patience):
    return watch(dev_costs, patience + 1)[0]


@mistake(
    "early_stopping_epoch",
    cause={
        "en": "training stops one epoch early: after patience - 1 epochs without progress",
        "ko": "한 에포크 일찍 멈춥니다. 나아지지 않은 에포크를 patience - 1번만 기다립니다",
    },
    hint={
        "en": "count on your fingers with the example of the text and patience 3",
        "ko": "본문의 예에서 patience 3으로 손가락을 꼽아 세어 보세요",
    },
)
def early_stopping_epoch_one_early(dev_costs, patience):
    return watch(dev_costs, patience - 1)[0]


@mistake(
    "early_stopping_epoch",
    cause={
        "en": "all epochs without progress are counted, not those in a row",
        "ko": "잇따른 것이 아니라 나아지지 않은 에포크를 모두 세었습니다",
    },
    hint={
        "en": "a new best epoch restores patience",
        "ko": "더 좋은 에포크가 나오면 기다림은 처음부터 다시 시작합니다",
    },
)
def early_stopping_epoch_in_total(dev_costs, patience):
    return watch(dev_costs, patience, in_a_row=False)[0]


@mistake(
    "early_stopping_epoch",
    cause={
        "en": "the lowest cost is returned, not the epoch in which it was reached",
        "ko": "가장 낮은 비용 자체를 돌려줍니다. 그것이 나온 에포크가 아닙니다",
    },
    hint={
        "en": "remember where the lowest cost was found, not only how low it was",
        "ko": "얼마나 낮은지만이 아니라 어디에서 나왔는지를 기억하세요",
    },
)
def early_stopping_epoch_cost(dev_costs, patience):
    return dev_costs[watch(dev_costs, patience)[0]]


@mistake(
    "early_stopping_epoch",
    cause={
        "en": "each cost is compared with the one before it, not with the lowest so far",
        "ko": "비용을 지금까지의 최솟값이 아니라 바로 앞의 비용과 견주었습니다",
    },
    hint={
        "en": "after a bad epoch, a slightly less bad one is no progress",
        "ko": "나쁜 에포크 다음에 조금 덜 나쁜 에포크가 온 것은 나아진 것이 아닙니다",
    },
)
def early_stopping_epoch_neighbours(dev_costs, patience):
    best = waited = 0
    for epoch, (before, cost) in enumerate(itertools.pairwise(dev_costs), start=1):
        waited = 0 if cost < before else waited + 1
        best = epoch if cost < before else best
        if waited >= patience:
            break
    return best


# The size of a network.


@mistake(
    "count_parameters",
    cause={
        "en": "only the weights are counted; the biases are missing",
        "ko": "가중치만 세었습니다. 편향 b가 빠졌습니다",
    },
    hint={
        "en": "each unit of each layer has a bias of its own",
        "ko": "모든 층의 유닛마다 자기 편향이 있습니다",
    },
)
def count_parameters_weights(layer_dims):
    return sum(n * n_prev for n_prev, n in itertools.pairwise(layer_dims))


@mistake(
    "count_parameters",
    cause={
        "en": "the inputs are given biases, too",
        "ko": "입력에도 편향을 주었습니다",
    },
    hint={
        "en": "the input is not a layer and computes nothing",
        "ko": "입력은 층이 아니며 아무것도 계산하지 않습니다",
    },
)
def count_parameters_input_biases(layer_dims):
    return count_parameters(layer_dims) + layer_dims[0]


@mistake(
    "count_parameters",
    cause={
        "en": "each layer is given one bias, not one for each of its units",
        "ko": "유닛마다가 아니라 층마다 편향을 하나만 주었습니다",
    },
    hint={
        "en": "b of layer l has as many rows as the layer has units",
        "ko": "l층의 b에는 그 층의 유닛 수만큼 행이 있습니다",
    },
)
def count_parameters_one_bias(layer_dims):
    return count_parameters_weights(layer_dims) + len(layer_dims) - 1


@mistake(
    "count_parameters",
    cause={
        "en": "each layer is given as many biases as the layer before it has units",
        "ko": "층마다 편향을 앞 층의 유닛 수만큼 주었습니다",
    },
    hint={
        "en": "a bias belongs to the unit that adds it",
        "ko": "편향은 그것을 더하는 유닛의 것입니다",
    },
)
def count_parameters_previous_biases(layer_dims):
    return count_parameters_weights(layer_dims) + sum(layer_dims[:-1])


@mistake(
    "count_parameters",
    cause={
        "en": "the output layer is missing",
        "ko": "출력층이 빠졌습니다",
    },
    hint={
        "en": "a list of four numbers has three layers; how often does your loop turn?",
        "ko": "수가 네 개인 목록은 3층입니다. 반복문은 몇 번 돕니까?",
    },
)
def count_parameters_without_last(layer_dims):
    return count_parameters(layer_dims[:-1])


@mistake(
    "count_parameters",
    cause={
        "en": "the first layer is missing",
        "ko": "1층이 빠졌습니다",
    },
    hint={
        "en": "the weights between the input and the first hidden layer count as well",
        "ko": "입력과 첫 은닉층 사이의 가중치도 세어야 합니다",
    },
)
def count_parameters_without_first(layer_dims):
    return count_parameters(layer_dims[1:])


# He initialization.


def weights_by(draw, layers_dims):
    """Return parameters whose weights are draw(n, n_prev)."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        n, n_prev = layers_dims[layer], layers_dims[layer - 1]
        parameters |= {f"W{layer}": draw(n, n_prev), f"b{layer}": np.zeros((n, 1))}
    return parameters


def biases_by(make, parameters):
    """Return the parameters with every bias replaced by make(bias)."""
    return {k: make(p) if k.startswith("b") else p for k, p in parameters.items()}


def scaled_by(factor, layers_dims):
    """Return parameters whose weights have the standard deviation factor(n, n_prev)."""

    def draw(n, n_prev):
        return np.random.randn(n, n_prev) * factor(n, n_prev)

    return weights_by(draw, layers_dims)


@mistake(
    "initialize_parameters_he",
    cause={
        "en": "the standard deviation is sqrt(1 / n_prev), as for tanh",
        "ko": "표준편차가 tanh에 쓰는 sqrt(1 / n_prev)입니다",
    },
    hint={
        "en": "ReLU throws half of the values away; something has to make up for that",
        "ko": "ReLU는 값의 절반을 버립니다. 그것을 메워야 합니다",
    },
)
def initialize_parameters_he_xavier(layers_dims):
    return scaled_by(lambda n, n_prev: np.sqrt(1 / n_prev), layers_dims)


@mistake(
    "initialize_parameters_he",
    cause={
        "en": "the weights are multiplied by 2 / n_prev, without the square root",
        "ko": "제곱근 없이 2 / n_prev를 곱했습니다",
    },
    hint={
        "en": "2 / n_prev is the variance; what is multiplied is the standard deviation",
        "ko": "2 / n_prev는 분산입니다. 곱하는 것은 표준편차입니다",
    },
)
def initialize_parameters_he_without_root(layers_dims):
    return scaled_by(lambda n, n_prev: 2 / n_prev, layers_dims)


@mistake(
    "initialize_parameters_he",
    cause={
        "en": "the root is taken of 2 only: the factor is sqrt(2) / n_prev",
        "ko": "2에만 제곱근을 씌웠습니다. 곱한 수가 sqrt(2) / n_prev입니다",
    },
    hint={
        "en": "look at where the parenthesis of the square root ends",
        "ko": "제곱근의 괄호가 어디에서 닫히는지 살펴보세요",
    },
)
def initialize_parameters_he_root_of_two(layers_dims):
    return scaled_by(lambda n, n_prev: np.sqrt(2) / n_prev, layers_dims)


@mistake(
    "initialize_parameters_he",
    cause={
        "en": "the spread goes by the units of the layer itself, not by its inputs",
        "ko": "퍼짐을 입력 수가 아니라 그 층 자신의 유닛 수로 정했습니다",
    },
    hint={
        "en": "the number of terms that a unit adds up is the number of columns of W",
        "ko": "유닛이 더하는 항의 수는 W의 열 수입니다",
    },
)
def initialize_parameters_he_own_units(layers_dims):
    return scaled_by(lambda n, n_prev: np.sqrt(2 / n), layers_dims)


@mistake(
    "initialize_parameters_he",
    cause={
        "en": "the weights are divided by sqrt(2 / n_prev) instead of multiplied",
        "ko": "sqrt(2 / n_prev)를 곱하지 않고 그것으로 나누었습니다",
    },
    hint={
        "en": "more inputs should make the weights smaller",
        "ko": "입력이 많을수록 가중치는 작아져야 합니다",
    },
)
def initialize_parameters_he_divided(layers_dims):
    return scaled_by(lambda n, n_prev: 1 / np.sqrt(2 / n_prev), layers_dims)


@mistake(
    "initialize_parameters_he",
    cause={
        "en": "the standard deviation is 0.01 in every layer",
        "ko": "모든 층에서 표준편차가 0.01입니다",
    },
    hint={
        "en": "a fixed number fits one width at best; which one depends on the layer",
        "ko": "정해진 수는 기껏해야 한 가지 너비에만 맞습니다. 층마다 달라야 합니다",
    },
)
def initialize_parameters_he_small(layers_dims):
    return scaled_by(lambda n, n_prev: 0.01, layers_dims)


@mistake(
    "initialize_parameters_he",
    cause={
        "en": "the weights have standard deviation 1: they have not been scaled",
        "ko": "가중치의 표준편차가 1입니다. 크기를 줄이지 않았습니다",
    },
    hint={
        "en": "the factor belongs behind the random numbers",
        "ko": "난수에 곱할 수가 남아 있습니다",
    },
)
def initialize_parameters_he_unscaled(layers_dims):
    return scaled_by(lambda n, n_prev: 1.0, layers_dims)


@mistake(
    "initialize_parameters_he",
    cause={
        "en": "the weights are uniform and never negative",
        "ko": "가중치가 균등분포이고 음수가 없습니다",
    },
    hint={
        "en": "one letter tells numpy's uniform generator from its normal one",
        "ko": "numpy의 균등분포 난수와 정규분포 난수는 함수 이름이 한 글자 다릅니다",
    },
)
def initialize_parameters_he_uniform(layers_dims):
    def draw(n, n_prev):
        return np.random.rand(n, n_prev) * np.sqrt(2 / n_prev)

    return weights_by(draw, layers_dims)


@mistake(
    "initialize_parameters_he",
    cause={
        "en": "every W has the shape (n_prev, n) instead of (n, n_prev)",
        "ko": "모든 W의 형태가 (n, n_prev)가 아니라 (n_prev, n)입니다",
    },
    hint={
        "en": "a row of W belongs to one unit of the layer, a column to one of its inputs",
        "ko": "W의 행은 그 층의 유닛 하나, 열은 그 층에 들어오는 입력 하나의 것입니다",
    },
)
def initialize_parameters_he_transposed(layers_dims):
    parameters = initialize_parameters_he(layers_dims)
    return {k: p.T if k.startswith("W") else p for k, p in parameters.items()}


@mistake(
    "initialize_parameters_he",
    cause={
        "en": "the biases are random numbers, not zero",
        "ko": "편향 b가 0이 아니라 난수입니다",
    },
    hint={
        "en": "random weights alone already make the units differ",
        "ko": "가중치만 난수여도 유닛들은 이미 서로 다릅니다",
    },
)
def initialize_parameters_he_random_biases(layers_dims):
    parameters = initialize_parameters_he(layers_dims)
    return biases_by(lambda b: np.random.randn(*b.shape) * 0.01, parameters)


@mistake(
    "initialize_parameters_he",
    cause={
        "en": "every b has the shape (n,) instead of (n, 1)",
        "ko": "모든 b의 형태가 (n, 1)이 아니라 (n,)입니다",
    },
    hint={
        "en": "a column has two axes; look at the shape that you pass to numpy",
        "ko": "열벡터는 축이 두 개입니다. numpy에 넘기는 형태를 살펴보세요",
    },
)
def initialize_parameters_he_flat_biases(layers_dims):
    return biases_by(np.ravel, initialize_parameters_he(layers_dims))


# The cost with the L2 term.


def cost_with(A3, Y, term):
    """Return the cross-entropy with another term added."""
    return cross_entropy(A3, Y) + term


def squares(parameters, names="W", layers=LAYERS):
    """Return the sum of the squares of these parameters."""
    return sum(
        np.sum(parameters[f"{k}{layer}"] ** 2) for k in names for layer in layers
    )


@mistake(
    "compute_cost_with_regularization",
    cause={
        "en": "the L2 term is missing",
        "ko": "L2 항이 빠졌습니다",
    },
    hint={
        "en": "`parameters` and `lambd` must have a part in the result",
        "ko": "`parameters`와 `lambd`가 결과에 쓰여야 합니다",
    },
)
def compute_cost_with_regularization_without_term(A3, Y, parameters, lambd):
    return cross_entropy(A3, Y)


@mistake(
    "compute_cost_with_regularization",
    cause={
        "en": "this is the L2 term alone; the cross-entropy is missing",
        "ko": "L2 항뿐이고 교차 엔트로피가 빠졌습니다",
    },
    hint={
        "en": "a network that only keeps its weights small answers the same to everything",
        "ko": "가중치만 작게 하는 신경망은 무엇을 보든 같은 답을 합니다",
    },
)
def compute_cost_with_regularization_term_only(A3, Y, parameters, lambd):
    return lambd / (2 * Y.shape[1]) * squares(parameters)


@mistake(
    "compute_cost_with_regularization",
    cause={
        "en": "the L2 term has lambd / m in front, not lambd / (2 m)",
        "ko": "L2 항 앞의 수가 lambd / (2 m)이 아니라 lambd / m입니다",
    },
    hint={
        "en": "the slope of a square brings a 2 along, which must find its partner",
        "ko": "제곱을 미분하면 2가 나옵니다. 그 짝이 여기 있어야 합니다",
    },
)
def compute_cost_with_regularization_no_half(A3, Y, parameters, lambd):
    return cost_with(A3, Y, lambd / Y.shape[1] * squares(parameters))


@mistake(
    "compute_cost_with_regularization",
    cause={
        "en": "the L2 term is not divided by m",
        "ko": "L2 항을 m으로 나누지 않았습니다",
    },
    hint={
        "en": "with more examples, the same weights should weigh less",
        "ko": "예시가 많을수록 같은 가중치의 값은 작아져야 합니다",
    },
)
def compute_cost_with_regularization_no_m(A3, Y, parameters, lambd):
    return cost_with(A3, Y, lambd / 2 * squares(parameters))


@mistake(
    "compute_cost_with_regularization",
    cause={
        "en": "the L2 term is multiplied by m / 2: it is lambd / 2 * m instead of / (2 * m)",
        "ko": "L2 항이 lambd / (2 * m)이 아니라 lambd / 2 * m으로 계산되었습니다",
    },
    hint={
        "en": "Python works from left to right; what stands below a fraction needs ( )",
        "ko": "파이썬은 왼쪽부터 계산합니다. 분모에는 괄호가 필요합니다",
    },
)
def compute_cost_with_regularization_times_m(A3, Y, parameters, lambd):
    return cost_with(A3, Y, lambd / 2 * Y.shape[1] * squares(parameters))


@mistake(
    "compute_cost_with_regularization",
    cause={
        "en": "the biases are in the L2 term, too",
        "ko": "L2 항에 편향 b도 들어 있습니다",
    },
    hint={
        "en": "a bias does not make a function steeper",
        "ko": "편향은 함수를 가파르게 하지 않습니다",
    },
)
def compute_cost_with_regularization_biases(A3, Y, parameters, lambd):
    return cost_with(A3, Y, lambd / (2 * Y.shape[1]) * squares(parameters, "Wb"))


@mistake(
    "compute_cost_with_regularization",
    cause={
        "en": "the weights of the output layer are missing from the L2 term",
        "ko": "L2 항에 출력층의 가중치가 빠졌습니다",
    },
    hint={
        "en": "the network has three layers; count your summands",
        "ko": "신경망은 3층입니다. 더한 항을 세어 보세요",
    },
)
def compute_cost_with_regularization_without_W3(A3, Y, parameters, lambd):
    term = lambd / (2 * Y.shape[1]) * squares(parameters, layers=(1, 2))
    return cost_with(A3, Y, term)


@mistake(
    "compute_cost_with_regularization",
    cause={
        "en": "the weights of layer 1 are missing from the L2 term",
        "ko": "L2 항에 1층의 가중치가 빠졌습니다",
    },
    hint={
        "en": "the network has three layers; count your summands",
        "ko": "신경망은 3층입니다. 더한 항을 세어 보세요",
    },
)
def compute_cost_with_regularization_without_W1(A3, Y, parameters, lambd):
    term = lambd / (2 * Y.shape[1]) * squares(parameters, layers=(2, 3))
    return cost_with(A3, Y, term)


@mistake(
    "compute_cost_with_regularization",
    cause={
        "en": "the L2 term is subtracted",
        "ko": "L2 항을 뺐습니다",
    },
    hint={
        "en": "large weights should make the cost higher",
        "ko": "가중치가 크면 비용이 높아져야 합니다",
    },
)
def compute_cost_with_regularization_subtracted(A3, Y, parameters, lambd):
    return cost_with(A3, Y, -lambd / (2 * Y.shape[1]) * squares(parameters))


@mistake(
    "compute_cost_with_regularization",
    cause={
        "en": "the weights are added up without being squared",
        "ko": "가중치를 제곱하지 않고 더했습니다",
    },
    hint={
        "en": "a negative weight is as dear as a positive one",
        "ko": "음수 가중치의 값도 양수 가중치와 같아야 합니다",
    },
)
def compute_cost_with_regularization_not_squared(A3, Y, parameters, lambd):
    total = sum(np.sum(parameters[f"W{layer}"]) for layer in LAYERS)
    return cost_with(A3, Y, lambd / (2 * Y.shape[1]) * total)


@mistake(
    "compute_cost_with_regularization",
    cause={
        "en": "the absolute values are added up (L1), not the squares (L2)",
        "ko": "제곱(L2)이 아니라 절댓값(L1)을 더했습니다",
    },
    hint={
        "en": "the 2 in the name of the term says what is done to each weight",
        "ko": "항의 이름에 든 2가 가중치마다 무엇을 할지 말해 줍니다",
    },
)
def compute_cost_with_regularization_absolute(A3, Y, parameters, lambd):
    total = sum(np.sum(np.abs(parameters[f"W{layer}"])) for layer in LAYERS)
    return cost_with(A3, Y, lambd / (2 * Y.shape[1]) * total)


@mistake(
    "compute_cost_with_regularization",
    cause={
        "en": "the norm of each W is added, not its square",
        "ko": "W마다 노름의 제곱이 아니라 노름을 더했습니다",
    },
    hint={
        "en": "`np.linalg.norm` ends with a square root",
        "ko": "`np.linalg.norm`은 마지막에 제곱근을 구합니다",
    },
)
def compute_cost_with_regularization_norm(A3, Y, parameters, lambd):
    total = sum(np.linalg.norm(parameters[f"W{layer}"]) for layer in LAYERS)
    return cost_with(A3, Y, lambd / (2 * Y.shape[1]) * total)


@mistake(
    "compute_cost_with_regularization",
    cause={
        "en": "each W is added up first and squared then",
        "ko": "W마다 먼저 더하고 나서 제곱했습니다",
    },
    hint={
        "en": "the square of a sum is not the sum of the squares",
        "ko": "합의 제곱은 제곱의 합이 아닙니다",
    },
)
def compute_cost_with_regularization_square_of_sum(A3, Y, parameters, lambd):
    total = sum(np.sum(parameters[f"W{layer}"]) ** 2 for layer in LAYERS)
    return cost_with(A3, Y, lambd / (2 * Y.shape[1]) * total)


@mistake(
    "compute_cost_with_regularization",
    cause={
        "en": "the squares are averaged within each W, not added up",
        "ko": "W마다 제곱의 합이 아니라 평균을 구했습니다",
    },
    hint={
        "en": "a layer with more weights pays more",
        "ko": "가중치가 많은 층은 값을 더 치릅니다",
    },
)
def compute_cost_with_regularization_mean_square(A3, Y, parameters, lambd):
    total = sum(np.mean(parameters[f"W{layer}"] ** 2) for layer in LAYERS)
    return cost_with(A3, Y, lambd / (2 * Y.shape[1]) * total)


# Backward with the L2 term.


def gradients_with(X, Y, cache, change):
    """Return the gradients without L2, each dW replaced by change(dW, W, m)."""
    gradients = backward_propagation_with_regularization(X, Y, cache, 0.0)
    W = dict(zip(LAYERS, (cache[2], cache[6], cache[10]), strict=True))
    for layer in LAYERS:
        key = f"dW{layer}"
        gradients[key] = change(gradients[key], W[layer], X.shape[1])
    return gradients


@mistake(
    "backward_propagation_with_regularization",
    cause={
        "en": "the L2 term is missing from every dW",
        "ko": "모든 dW에 L2 항이 빠졌습니다",
    },
    hint={
        "en": "the cost has a new part, so its slope has one as well",
        "ko": "비용에 새 항이 생겼으므로 기울기에도 새 항이 생깁니다",
    },
)
def backward_propagation_with_regularization_without_term(X, Y, cache, lambd):
    return backward_propagation_with_regularization(X, Y, cache, 0.0)


@mistake(
    "backward_propagation_with_regularization",
    cause={
        "en": "the L2 term is lambd / (2 m) * W: the 2 has stayed",
        "ko": "L2 항이 lambd / (2 m) * W입니다. 2가 남아 있습니다",
    },
    hint={
        "en": "what is the slope of w squared?",
        "ko": "w의 제곱을 미분하면 무엇입니까?",
    },
)
def backward_propagation_with_regularization_half(X, Y, cache, lambd):
    return backward_propagation_with_regularization(X, Y, cache, lambd / 2)


@mistake(
    "backward_propagation_with_regularization",
    cause={
        "en": "the L2 term is lambd * W, not divided by m",
        "ko": "L2 항이 lambd * W이고 m으로 나누지 않았습니다",
    },
    hint={
        "en": "the term of the cost was divided by m; so is its slope",
        "ko": "비용의 항을 m으로 나누었으므로 그 기울기도 나누어야 합니다",
    },
)
def backward_propagation_with_regularization_no_m(X, Y, cache, lambd):
    return backward_propagation_with_regularization(X, Y, cache, lambd * X.shape[1])


@mistake(
    "backward_propagation_with_regularization",
    cause={
        "en": "the L2 term is divided by m twice",
        "ko": "L2 항을 m으로 두 번 나누었습니다",
    },
    hint={
        "en": "multiply out your parentheses: what is divided how often?",
        "ko": "괄호를 풀어 보세요. 무엇을 몇 번 나누었습니까?",
    },
)
def backward_propagation_with_regularization_m_twice(X, Y, cache, lambd):
    return backward_propagation_with_regularization(X, Y, cache, lambd / X.shape[1])


@mistake(
    "backward_propagation_with_regularization",
    cause={
        "en": "the L2 term is subtracted",
        "ko": "L2 항을 뺐습니다",
    },
    hint={
        "en": "each step should make the weights smaller, not larger",
        "ko": "걸음마다 가중치가 커지는 것이 아니라 작아져야 합니다",
    },
)
def backward_propagation_with_regularization_subtracted(X, Y, cache, lambd):
    return backward_propagation_with_regularization(X, Y, cache, -lambd)


@mistake(
    "backward_propagation_with_regularization",
    cause={
        "en": "the L2 term has the square of W; it should have W",
        "ko": "L2 항에 W가 아니라 W의 제곱이 들어 있습니다",
    },
    hint={
        "en": "the square stands in the cost; here stands its slope",
        "ko": "제곱은 비용에 있습니다. 여기에는 그 기울기가 와야 합니다",
    },
)
def backward_propagation_with_regularization_squared(X, Y, cache, lambd):
    return gradients_with(X, Y, cache, lambda dW, W, m: dW + lambd / m * W**2)


@mistake(
    "backward_propagation_with_regularization",
    cause={
        "en": "every entry of dW gets the sum of the whole W, not its own weight",
        "ko": "dW의 모든 원소에 자기 가중치가 아니라 W 전체의 합을 더했습니다",
    },
    hint={
        "en": "each weight decays by a share of itself; nothing is added up",
        "ko": "가중치는 저마다 자기 크기의 일부를 잃습니다. 더하는 것이 없습니다",
    },
)
def backward_propagation_with_regularization_sum(X, Y, cache, lambd):
    return gradients_with(X, Y, cache, lambda dW, W, m: dW + lambd / m * np.sum(W))


@mistake(
    "backward_propagation_with_regularization",
    cause={
        "en": "only dW3 has the L2 term",
        "ko": "dW3에만 L2 항이 있습니다",
    },
    hint={
        "en": "every weight of the network has its price",
        "ko": "신경망의 모든 가중치에 값이 매겨져 있습니다",
    },
)
def backward_propagation_with_regularization_only_last(X, Y, cache, lambd):
    priced = backward_propagation_with_regularization(X, Y, cache, lambd)
    free = backward_propagation_with_regularization(X, Y, cache, 0.0)
    return free | {"dW3": priced["dW3"]}


@mistake(
    "backward_propagation_with_regularization",
    cause={
        "en": "dW1 has no L2 term; dW2 and dW3 have it",
        "ko": "dW2와 dW3에는 L2 항이 있고 dW1에는 없습니다",
    },
    hint={
        "en": "every weight of the network has its price",
        "ko": "신경망의 모든 가중치에 값이 매겨져 있습니다",
    },
)
def backward_propagation_with_regularization_not_first(X, Y, cache, lambd):
    priced = backward_propagation_with_regularization(X, Y, cache, lambd)
    free = backward_propagation_with_regularization(X, Y, cache, 0.0)
    return priced | {"dW1": free["dW1"]}


@mistake(
    "backward_propagation_with_regularization",
    cause={
        "en": "the biases have an L2 term, too",
        "ko": "편향 b의 기울기에도 L2 항이 있습니다",
    },
    hint={
        "en": "look at the cost: which parameters stand in its second part?",
        "ko": "비용의 둘째 부분에 어떤 매개변수가 있는지 살펴보세요",
    },
)
def backward_propagation_with_regularization_biases(X, Y, cache, lambd):
    gradients = backward_propagation_with_regularization(X, Y, cache, lambd)
    for layer, b in zip(LAYERS, (cache[3], cache[7], cache[11]), strict=True):
        gradients[f"db{layer}"] = gradients[f"db{layer}"] + lambd / X.shape[1] * b
    return gradients


@mistake(
    "backward_propagation_with_regularization",
    cause={
        "en": "apart from the L2 term, dW and db are sums over the m examples, not means",
        "ko": "L2 항 말고는 dW와 db가 예시 m개에 대한 평균이 아니라 합입니다",
    },
    hint={
        "en": "the cross-entropy is a mean over the batch; so is its gradient",
        "ko": "교차 엔트로피는 예시에 대한 평균입니다. 그 기울기도 그렇습니다",
    },
)
def backward_propagation_with_regularization_sums(X, Y, cache, lambd):
    m = X.shape[1]
    gradients = backward_propagation_with_regularization(X, Y, cache, lambd / m)
    return {key: gradient * m for key, gradient in gradients.items()}


@mistake(
    "backward_propagation_with_regularization",
    cause={
        "en": "the slope of ReLU is missing in both hidden layers",
        "ko": "두 은닉층에서 ReLU의 미분이 빠졌습니다",
    },
    hint={
        "en": "a unit whose Z is negative lets no gradient through",
        "ko": "Z가 음수인 유닛은 기울기를 통과시키지 않습니다",
    },
)
def backward_propagation_with_regularization_no_relu(X, Y, cache, lambd):
    _, A1, W1, _, _, A2, W2, _, _, A3, W3, _ = cache
    m = X.shape[1]
    dZ3 = A3 - Y
    dZ2 = W3.T @ dZ3
    dZ1 = W2.T @ dZ2
    gradients = {}
    for layer, dZ, A, W in ((3, dZ3, A2, W3), (2, dZ2, A1, W2), (1, dZ1, X, W1)):
        gradients[f"dW{layer}"] = dZ @ A.T / m + lambd / m * W
        gradients[f"db{layer}"] = np.mean(dZ, axis=1, keepdims=True)
    return gradients


@mistake(
    "backward_propagation_with_regularization",
    cause={
        "en": "every db has the shape (n,) instead of (n, 1)",
        "ko": "모든 db의 형태가 (n, 1)이 아니라 (n,)입니다",
    },
    hint={
        "en": "look at `keepdims` where you sum over the examples",
        "ko": "예시에 대해 더하는 곳에서 `keepdims`를 살펴보세요",
    },
)
def backward_propagation_with_regularization_flat_biases(X, Y, cache, lambd):
    gradients = backward_propagation_with_regularization(X, Y, cache, lambd)
    return {k: g.ravel() if k.startswith("db") else g for k, g in gradients.items()}


@mistake(
    "backward_propagation_with_regularization",
    cause={
        "en": "all gradients have the opposite sign in the part of the cross-entropy",
        "ko": "교차 엔트로피에서 온 부분의 부호가 모두 반대입니다",
    },
    hint={
        "en": "the way back begins with A3 - Y: too high a prediction gives a positive slope",
        "ko": "역전파는 A3 - Y에서 시작합니다. 예측이 너무 높으면 기울기는 양수입니다",
    },
)
def backward_propagation_with_regularization_wrong_sign(X, Y, cache, lambd):
    gradients = backward_propagation_with_regularization(X, Y, cache, -lambd)
    return {key: -gradient for key, gradient in gradients.items()}


# Dropout, forward. The masks are drawn as the reference draws them, in the same order.


def uniform(n, m):
    """Return uniform random numbers between 0 and 1."""
    return np.random.rand(n, m)


def drop(X, parameters, keep_prob, *, kept=None, scale=None, draw=uniform):
    """Return A3 and the cache of a way forward with another dropout.

    Parameters
    ----------
    kept : callable
        kept(u): the mask, from random numbers u (n, m).
    scale : callable
        scale(A): what the kept activations become.
    draw : callable
        draw(n, m): random numbers.
    """
    kept = kept or (lambda u: (u < keep_prob).astype(int))
    scale = scale or (lambda A: A / keep_prob)
    W1, b1, W2, b2, W3, b3 = (
        parameters[k] for k in ("W1", "b1", "W2", "b2", "W3", "b3")
    )
    Z1 = W1 @ X + b1
    D1 = kept(draw(*Z1.shape))
    A1 = scale(relu(Z1) * D1)
    Z2 = W2 @ A1 + b2
    D2 = kept(draw(*Z2.shape))
    A2 = scale(relu(Z2) * D2)
    Z3 = W3 @ A2 + b3
    A3 = sigmoid(Z3)
    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


@mistake(
    "forward_propagation_with_dropout",
    cause={
        "en": "the units that stay are not divided by keep_prob",
        "ko": "남은 유닛을 keep_prob로 나누지 않았습니다",
    },
    hint={
        "en": "with a part of the units gone, the next layer gets too little on average",
        "ko": "유닛 일부가 꺼지면 다음 층이 받는 값이 평균적으로 작아집니다",
    },
)
def forward_propagation_with_dropout_unscaled(X, parameters, keep_prob):
    return drop(X, parameters, keep_prob, scale=lambda A: A)


@mistake(
    "forward_propagation_with_dropout",
    cause={
        "en": "the units that stay are multiplied by keep_prob, not divided",
        "ko": "남은 유닛을 keep_prob로 나누지 않고 곱했습니다",
    },
    hint={
        "en": "should the units that stay get larger or smaller, to make up for the others?",
        "ko": "꺼진 유닛을 메우려면 남은 유닛은 커져야 합니까, 작아져야 합니까?",
    },
)
def forward_propagation_with_dropout_multiplied(X, parameters, keep_prob):
    return drop(X, parameters, keep_prob, scale=lambda A: A * keep_prob)


@mistake(
    "forward_propagation_with_dropout",
    cause={
        "en": "the units that stay are divided by 1 - keep_prob",
        "ko": "남은 유닛을 1 - keep_prob로 나누었습니다",
    },
    hint={
        "en": "work out the mean of a unit over both cases, as in the text",
        "ko": "본문처럼 두 경우에 대한 평균을 계산해 보세요",
    },
)
def forward_propagation_with_dropout_wrong_divisor(X, parameters, keep_prob):
    return drop(X, parameters, keep_prob, scale=lambda A: A / (1 - keep_prob))


@mistake(
    "forward_propagation_with_dropout",
    cause={
        "en": "units are dropped with probability keep_prob: the comparison is turned round",
        "ko": "유닛을 keep_prob의 확률로 끕니다. 비교가 거꾸로입니다",
    },
    hint={
        "en": "with keep_prob = 0.9, nine of ten numbers are below 0.9; those units stay",
        "ko": "keep_prob = 0.9이면 열에 아홉은 0.9보다 작고, 그 유닛들이 남아야 합니다",
    },
)
def forward_propagation_with_dropout_turned_round(X, parameters, keep_prob):
    return drop(X, parameters, keep_prob, kept=lambda u: (u > keep_prob).astype(int))


@mistake(
    "forward_propagation_with_dropout",
    cause={
        "en": "units stay with probability 1 - keep_prob, and are scaled for that",
        "ko": "유닛이 1 - keep_prob의 확률로 남고, 그에 맞추어 나누었습니다",
    },
    hint={
        "en": "keep_prob is the probability of staying, not of going",
        "ko": "keep_prob는 꺼질 확률이 아니라 남을 확률입니다",
    },
)
def forward_propagation_with_dropout_rate(X, parameters, keep_prob):
    return drop(X, parameters, 1 - keep_prob)


@mistake(
    "forward_propagation_with_dropout",
    cause={
        "en": "nothing is dropped and nothing scaled: all masks are ones",
        "ko": "아무것도 끄지 않고 나누지도 않았습니다. 마스크가 모두 1입니다",
    },
    hint={
        "en": "this is the network at test time; training needs masks drawn at random",
        "ko": "이것은 테스트할 때의 신경망입니다. 학습할 때는 마스크를 무작위로 뽑습니다",
    },
)
def forward_propagation_with_dropout_nothing(X, parameters, keep_prob):
    return drop(X, parameters, 1.0)


@mistake(
    "forward_propagation_with_dropout",
    cause={
        "en": "one mask is used for all examples: D1 and D2 have a single column",
        "ko": "모든 예시에 마스크 하나를 씁니다. D1과 D2의 열이 하나입니다",
    },
    hint={
        "en": "each example drops units of its own",
        "ko": "예시마다 꺼지는 유닛이 다릅니다",
    },
)
def forward_propagation_with_dropout_one_column(X, parameters, keep_prob):
    return drop(X, parameters, keep_prob, draw=lambda n, m: np.random.rand(n, 1))


@mistake(
    "forward_propagation_with_dropout",
    cause={
        "en": "the random numbers are normal, so more units stay than keep_prob says",
        "ko": "난수가 정규분포여서 keep_prob보다 많은 유닛이 남습니다",
    },
    hint={
        "en": "which of numpy's generators gives numbers evenly spread between 0 and 1?",
        "ko": "0과 1 사이에 고르게 퍼진 수를 주는 numpy 함수는 무엇입니까?",
    },
)
def forward_propagation_with_dropout_normal(X, parameters, keep_prob):
    return drop(X, parameters, keep_prob, draw=np.random.randn)


@mistake(
    "forward_propagation_with_dropout",
    cause={
        "en": "the masks are the random numbers themselves, not 0 and 1",
        "ko": "마스크가 0과 1이 아니라 난수 그대로입니다",
    },
    hint={
        "en": "a unit stays or goes; compare the random numbers with keep_prob",
        "ko": "유닛은 남거나 꺼집니다. 난수를 keep_prob와 비교하세요",
    },
)
def forward_propagation_with_dropout_raw_numbers(X, parameters, keep_prob):
    return drop(X, parameters, keep_prob, kept=lambda u: u)


@mistake(
    "forward_propagation_with_dropout",
    cause={
        "en": "the activations are right; the masks in the cache are divided by keep_prob",
        "ko": "활성값은 맞지만 캐시의 마스크가 keep_prob로 나뉘어 있습니다",
    },
    hint={
        "en": "the masks hold 0 and 1; the way back does a division of its own",
        "ko": "마스크에는 0과 1이 들어갑니다. 나누기는 역전파에서 따로 합니다",
    },
)
def forward_propagation_with_dropout_scaled_masks(X, parameters, keep_prob):
    def kept(u):
        return (u < keep_prob) / keep_prob

    return drop(X, parameters, keep_prob, kept=kept, scale=lambda A: A)


@mistake(
    "forward_propagation_with_dropout",
    cause={
        "en": "A3 is right; the cache holds A1 and A2 from before the dropping",
        "ko": "A3은 맞지만 캐시의 A1과 A2가 끄기 전의 값입니다",
    },
    hint={
        "en": "the way back needs the activations that the next layer really saw",
        "ko": "역전파에는 다음 층이 실제로 받은 활성값이 필요합니다",
    },
)
def forward_propagation_with_dropout_old_activations(X, parameters, keep_prob):
    A3, cache = forward_propagation_with_dropout(X, parameters, keep_prob)
    changed = list(cache)
    changed[2], changed[7] = relu(cache[0]), relu(cache[5])
    return A3, tuple(changed)


@mistake(
    "forward_propagation_with_dropout",
    cause={
        "en": "the cache has no masks D1 and D2",
        "ko": "캐시에 마스크 D1과 D2가 없습니다",
    },
    hint={
        "en": "the way back must drop the same units; how shall it know which?",
        "ko": "역전파도 같은 유닛을 꺼야 합니다. 어느 것인지 어떻게 알겠습니까?",
    },
)
def forward_propagation_with_dropout_no_masks(X, parameters, keep_prob):
    A3, cache = forward_propagation_with_dropout(X, parameters, keep_prob)
    return A3, tuple(part for place, part in enumerate(cache) if place not in (1, 6))


@mistake(
    "forward_propagation_with_dropout",
    cause={
        "en": "the output is dropped, too: A3 has zeros",
        "ko": "출력층에도 드롭아웃을 썼습니다. A3에 0이 있습니다",
    },
    hint={
        "en": "every example needs an answer; only hidden layers drop units",
        "ko": "모든 예시에 답이 있어야 합니다. 유닛을 끄는 것은 은닉층뿐입니다",
    },
)
def forward_propagation_with_dropout_output(X, parameters, keep_prob):
    A3, cache = forward_propagation_with_dropout(X, parameters, keep_prob)
    A3 = A3 * (np.random.rand(*A3.shape) < keep_prob) / keep_prob
    return A3, (*cache[:11], A3, *cache[12:])


@mistake(
    "forward_propagation_with_dropout",
    cause={
        "en": "only layer 1 drops units; the mask of layer 2 is all ones",
        "ko": "1층에서만 유닛을 끕니다. 2층의 마스크가 모두 1입니다",
    },
    hint={
        "en": "both hidden layers get the same three steps",
        "ko": "두 은닉층에 똑같은 세 단계가 들어갑니다",
    },
)
def forward_propagation_with_dropout_first_layer(X, parameters, keep_prob):
    W2, b2, W3, b3 = (parameters[k] for k in ("W2", "b2", "W3", "b3"))
    _, cache = forward_propagation_with_dropout(X, parameters, keep_prob)
    Z2 = W2 @ cache[2] + b2
    A2 = relu(Z2)
    Z3 = W3 @ A2 + b3
    A3 = sigmoid(Z3)
    D2 = np.ones(Z2.shape)
    return A3, (*cache[:5], Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


# Dropout, backward.


def back_through(X, Y, cache, keep_prob, *, masks=(True, True), scales=(1, 1)):
    """Return the gradients through another dropout.

    Parameters
    ----------
    masks : pair of bool
        Whether the masks of layers 1 and 2 are applied.
    scales : pair of int
        How often the gradients of layers 1 and 2 are divided by keep_prob.
    """
    Z1, D1, A1, _, _, Z2, D2, A2, W2, _, _, A3, W3, _ = cache
    m = X.shape[1]
    dZ3 = A3 - Y
    dA2 = (W3.T @ dZ3) * (D2 if masks[1] else 1) / keep_prob ** scales[1]
    dZ2 = dA2 * (Z2 > 0)
    dA1 = (W2.T @ dZ2) * (D1 if masks[0] else 1) / keep_prob ** scales[0]
    dZ1 = dA1 * (Z1 > 0)
    gradients = {}
    for layer, dZ, A in ((3, dZ3, A2), (2, dZ2, A1), (1, dZ1, X)):
        gradients[f"dW{layer}"] = dZ @ A.T / m
        gradients[f"db{layer}"] = np.mean(dZ, axis=1, keepdims=True)
    return gradients


@mistake(
    "backward_propagation_with_dropout",
    cause={
        "en": "the gradients are not divided by keep_prob",
        "ko": "기울기를 keep_prob로 나누지 않았습니다",
    },
    hint={
        "en": "what has been scaled on the way forward is scaled on the way back",
        "ko": "순전파에서 나눈 것은 역전파에서도 나눕니다",
    },
)
def backward_propagation_with_dropout_unscaled(X, Y, cache, keep_prob):
    return back_through(X, Y, cache, keep_prob, scales=(0, 0))


@mistake(
    "backward_propagation_with_dropout",
    cause={
        "en": "the gradients are multiplied by keep_prob, not divided",
        "ko": "기울기를 keep_prob로 나누지 않고 곱했습니다",
    },
    hint={
        "en": "the way back scales by the same number as the way forward",
        "ko": "역전파에서 곱하거나 나누는 수는 순전파와 같습니다",
    },
)
def backward_propagation_with_dropout_multiplied(X, Y, cache, keep_prob):
    return back_through(X, Y, cache, keep_prob, scales=(-1, -1))


@mistake(
    "backward_propagation_with_dropout",
    cause={
        "en": "the gradients are divided by keep_prob twice in each layer",
        "ko": "층마다 기울기를 keep_prob로 두 번 나누었습니다",
    },
    hint={
        "en": "the masks in the cache hold 0 and 1; one division per layer is enough",
        "ko": "캐시의 마스크에는 0과 1이 들어 있습니다. 나누기는 층마다 한 번이면 됩니다",
    },
)
def backward_propagation_with_dropout_scaled_twice(X, Y, cache, keep_prob):
    return back_through(X, Y, cache, keep_prob, scales=(2, 2))


@mistake(
    "backward_propagation_with_dropout",
    cause={
        "en": "the division by keep_prob is missing in layer 1",
        "ko": "1층에서 keep_prob로 나누지 않았습니다",
    },
    hint={
        "en": "both hidden layers have been scaled on the way forward",
        "ko": "순전파에서 두 은닉층을 모두 나누었습니다",
    },
)
def backward_propagation_with_dropout_scaled_once(X, Y, cache, keep_prob):
    return back_through(X, Y, cache, keep_prob, scales=(0, 1))


@mistake(
    "backward_propagation_with_dropout",
    cause={
        "en": "the masks are not applied to the gradients",
        "ko": "기울기에 마스크를 씌우지 않았습니다",
    },
    hint={
        "en": "ReLU alone does not know that a unit with positive Z was dropped",
        "ko": "Z가 양수인데 꺼진 유닛을 ReLU만으로는 알 수 없습니다",
    },
)
def backward_propagation_with_dropout_no_masks(X, Y, cache, keep_prob):
    return back_through(X, Y, cache, keep_prob, masks=(False, False))


@mistake(
    "backward_propagation_with_dropout",
    cause={
        "en": "nothing of dropout is in the gradients: no masks and no division",
        "ko": "기울기에 드롭아웃이 전혀 없습니다. 마스크도 나누기도 없습니다",
    },
    hint={
        "en": "the cache holds two arrays more than without dropout; use them",
        "ko": "캐시에는 드롭아웃이 없을 때보다 배열이 두 개 더 있습니다. 그것을 쓰세요",
    },
)
def backward_propagation_with_dropout_ignored(X, Y, cache, keep_prob):
    return back_through(X, Y, cache, keep_prob, masks=(False, False), scales=(0, 0))


@mistake(
    "backward_propagation_with_dropout",
    cause={
        "en": "the mask of layer 1 is not applied",
        "ko": "1층의 마스크를 씌우지 않았습니다",
    },
    hint={
        "en": "what you do to dA2, do to dA1 as well",
        "ko": "dA2에 한 일을 dA1에도 하세요",
    },
)
def backward_propagation_with_dropout_no_first_mask(X, Y, cache, keep_prob):
    return back_through(X, Y, cache, keep_prob, masks=(False, True))


@mistake(
    "backward_propagation_with_dropout",
    cause={
        "en": "the slope of ReLU is missing in both hidden layers",
        "ko": "두 은닉층에서 ReLU의 미분이 빠졌습니다",
    },
    hint={
        "en": "a unit that stayed may still have had a negative Z",
        "ko": "남은 유닛도 Z가 음수였을 수 있습니다",
    },
)
def backward_propagation_with_dropout_no_relu(X, Y, cache, keep_prob):
    all_positive = list(cache)
    all_positive[0], all_positive[5] = np.ones(cache[0].shape), np.ones(cache[5].shape)
    return back_through(X, Y, all_positive, keep_prob)


@mistake(
    "backward_propagation_with_dropout",
    cause={
        "en": "dW and db are sums over the m examples, not means",
        "ko": "dW와 db가 예시 m개에 대한 평균이 아니라 합입니다",
    },
    hint={
        "en": "the cost is a mean over the batch; so is its gradient",
        "ko": "비용은 예시에 대한 평균입니다. 그 기울기도 그렇습니다",
    },
)
def backward_propagation_with_dropout_sums(X, Y, cache, keep_prob):
    gradients = backward_propagation_with_dropout(X, Y, cache, keep_prob)
    return {key: gradient * X.shape[1] for key, gradient in gradients.items()}


@mistake(
    "backward_propagation_with_dropout",
    cause={
        "en": "every db has the shape (n,) instead of (n, 1)",
        "ko": "모든 db의 형태가 (n, 1)이 아니라 (n,)입니다",
    },
    hint={
        "en": "look at `keepdims` where you sum over the examples",
        "ko": "예시에 대해 더하는 곳에서 `keepdims`를 살펴보세요",
    },
)
def backward_propagation_with_dropout_flat_biases(X, Y, cache, keep_prob):
    gradients = backward_propagation_with_dropout(X, Y, cache, keep_prob)
    return {k: g.ravel() if k.startswith("db") else g for k, g in gradients.items()}


@mistake(
    "backward_propagation_with_dropout",
    cause={
        "en": "A1 and A2 of the cache are masked and scaled once more, for dW2 and dW3",
        "ko": "dW2와 dW3을 구할 때 캐시의 A1과 A2를 다시 끄고 나누었습니다",
    },
    hint={
        "en": "the activations in the cache are those that the next layer saw",
        "ko": "캐시의 활성값은 다음 층이 받은 그대로입니다",
    },
)
def backward_propagation_with_dropout_activations_again(X, Y, cache, keep_prob):
    gradients = backward_propagation_with_dropout(X, Y, cache, keep_prob)
    gradients["dW2"] = gradients["dW2"] / keep_prob
    gradients["dW3"] = gradients["dW3"] / keep_prob
    return gradients


@mistake(
    "backward_propagation_with_dropout",
    cause={
        "en": "new masks are drawn on the way back",
        "ko": "역전파에서 마스크를 새로 뽑았습니다",
    },
    hint={
        "en": "the gradient must go through the units that were there on the way forward",
        "ko": "기울기는 순전파 때 있던 유닛을 지나야 합니다. 마스크는 캐시에 있습니다",
    },
)
def backward_propagation_with_dropout_new_masks(X, Y, cache, keep_prob):
    changed = list(cache)
    changed[1] = np.random.rand(*cache[1].shape) < keep_prob
    changed[6] = np.random.rand(*cache[6].shape) < keep_prob
    return back_through(X, Y, changed, keep_prob)
