"""Known wrong versions of the graded functions, and what to say about each.

Courses return three values from a step of Adam, or five; where a wrong version has
corrected averages to return, it is declared in both forms.
"""

import numpy as np
from given import (
    dictionary_to_vector,
    forward_propagation_n,
    gradients_to_vector,
    vector_to_dictionary,
)
from optimizers import update_parameters_with_adam, update_parameters_with_momentum

from autograder.course.mistakes import mistake

# Mini-batches.


def cut(X, Y, starts, size):
    """Return the mini-batches that begin at `starts`."""
    return [(X[:, k : k + size], Y[:, k : k + size]) for k in starts]


def shuffled(X, Y, seed):
    """Return the columns of X and Y in one random order."""
    np.random.seed(seed)
    order = np.random.permutation(X.shape[1])
    return X[:, order], Y[:, order]


def whole(X, size):
    """Return where the mini-batches of full size begin."""
    return range(0, X.shape[1] - size + 1, size)


@mistake(
    "random_mini_batches",
    cause={
        "en": "the last mini-batch is missing when it has fewer columns",
        "ko": "열이 모자라는 마지막 미니배치가 빠져 있습니다",
    },
    hint={
        "en": "what is left over at the end are examples too",
        "ko": "끝에 남은 것도 예시입니다. 버리지 마세요",
    },
)
def batches_without_the_rest(X, Y, mini_batch_size=64, seed=0):
    return cut(*shuffled(X, Y, seed), whole(X, mini_batch_size), mini_batch_size)


@mistake(
    "random_mini_batches",
    cause={
        "en": "there is one mini-batch too many, with no column, when the size divides m",
        "ko": "m이 미니배치 크기로 나누어떨어질 때 열이 없는 미니배치가 하나 더 있습니다",
    },
    hint={
        "en": "when nothing is left over, nothing should be added",
        "ko": "남은 것이 없으면 아무것도 더하지 않아야 합니다",
    },
)
def batches_with_an_empty_one(X, Y, mini_batch_size=64, seed=0):
    starts = range(0, X.shape[1] + 1, mini_batch_size)
    return cut(*shuffled(X, Y, seed), starts, mini_batch_size)


@mistake(
    "random_mini_batches",
    cause={
        "en": "the columns of X are shuffled and those of Y are not",
        "ko": "X의 열은 섞였지만 Y의 열은 섞이지 않았습니다",
    },
    hint={
        "en": "an example and its label must move together",
        "ko": "예시와 레이블은 함께 움직여야 합니다",
    },
)
def batches_with_labels_in_order(X, Y, mini_batch_size=64, seed=0):
    starts = range(0, X.shape[1], mini_batch_size)
    return cut(shuffled(X, Y, seed)[0], Y, starts, mini_batch_size)


@mistake(
    "random_mini_batches",
    cause={
        "en": "X and Y are shuffled in two different orders",
        "ko": "X와 Y를 서로 다른 순서로 섞었습니다",
    },
    hint={
        "en": "draw one order, and use it twice",
        "ko": "순서는 한 번만 뽑아 두 배열에 함께 쓰세요",
    },
)
def batches_in_two_orders(X, Y, mini_batch_size=64, seed=0):
    np.random.seed(seed)
    m = X.shape[1]
    X, Y = X[:, np.random.permutation(m)], Y[:, np.random.permutation(m)]
    return cut(X, Y, range(0, m, mini_batch_size), mini_batch_size)


@mistake(
    "random_mini_batches",
    cause={
        "en": "nothing has been shuffled: the columns are in the order of X",
        "ko": "섞지 않았습니다. 열이 X의 순서 그대로입니다",
    },
    hint={
        "en": "which of your arrays do you cut: the shuffled one or the given one?",
        "ko": "자르고 있는 배열이 섞은 것인지, 받은 그대로인지 확인해 보세요",
    },
)
def batches_in_order(X, Y, mini_batch_size=64, seed=0):
    return cut(X, Y, range(0, X.shape[1], mini_batch_size), mini_batch_size)


@mistake(
    "random_mini_batches",
    cause={
        "en": "the last mini-batch holds the first columns again, not those left over",
        "ko": "마지막 미니배치에 남은 열이 아니라 처음의 열이 다시 들어 있습니다",
    },
    hint={
        "en": "at which column does the last mini-batch begin?",
        "ko": "마지막 미니배치는 몇 번째 열에서 시작하나요?",
    },
)
def batches_rest_from_the_front(X, Y, mini_batch_size=64, seed=0):
    X, Y = shuffled(X, Y, seed)
    starts, rest = whole(X, mini_batch_size), X.shape[1] % mini_batch_size
    batches = cut(X, Y, starts, mini_batch_size)
    return batches + ([(X[:, :rest], Y[:, :rest])] if rest else [])


@mistake(
    "random_mini_batches",
    cause={
        "en": "the last mini-batch is filled up to full size with columns used before",
        "ko": "마지막 미니배치가 이미 쓴 열로 채워져 크기가 꽉 차 있습니다",
    },
    hint={
        "en": "the last mini-batch may be smaller; no example comes twice",
        "ko": "마지막 미니배치는 더 작아도 됩니다. 같은 예시가 두 번 나오면 안 됩니다",
    },
)
def batches_rest_filled_up(X, Y, mini_batch_size=64, seed=0):
    X, Y = shuffled(X, Y, seed)
    m, size = X.shape[1], mini_batch_size
    last = [m - size] if m % size else []
    return cut(X, Y, [*whole(X, size), *last], size)


@mistake(
    "random_mini_batches",
    cause={
        "en": "the very last column is missing",
        "ko": "맨 마지막 열이 빠져 있습니다",
    },
    hint={
        "en": "the end of a slice is not part of it",
        "ko": "슬라이스의 끝 번호는 슬라이스에 들어가지 않습니다",
    },
)
def batches_without_the_last_column(X, Y, mini_batch_size=64, seed=0):
    X, Y = shuffled(X, Y, seed)
    starts = range(0, X.shape[1], mini_batch_size)
    return cut(X[:, :-1], Y[:, :-1], starts, mini_batch_size)


@mistake(
    "random_mini_batches",
    cause={
        "en": "every mini-batch is drawn from all columns, so some come twice and some never",
        "ko": "미니배치마다 전체 열에서 새로 뽑아, 두 번 나오거나 한 번도 나오지 않는 열이 있습니다",
    },
    hint={
        "en": "shuffle once, then cut; do not draw again for every mini-batch",
        "ko": "한 번 섞은 다음 자르세요. 미니배치마다 새로 뽑지 마세요",
    },
)
def batches_drawn_again(X, Y, mini_batch_size=64, seed=0):
    np.random.seed(seed)
    m, batches = X.shape[1], []
    for start in range(0, m, mini_batch_size):
        chosen = np.random.randint(0, m, min(mini_batch_size, m - start))
        batches.append((X[:, chosen], Y[:, chosen]))
    return batches


# What is remembered, before the first step.


def starting_with(make, parameters):
    """Return the averages that make(parameter) gives."""
    return {f"d{key}": make(value) for key, value in parameters.items()}


def small_random(value):
    """Return small random numbers in the shape of a parameter."""
    return np.random.randn(*value.shape) * 0.01


COPIES = {
    "cause": {
        "en": "the averages start as copies of the parameters, not at zero",
        "ko": "평균이 0이 아니라 매개변수의 복사본에서 출발합니다",
    },
    "hint": {
        "en": "a parameter lends only its shape; no gradient has been seen yet",
        "ko": "매개변수에서는 형태만 빌려 옵니다. 아직 본 기울기가 없습니다",
    },
}
RANDOM = {
    "cause": {
        "en": "the averages start as small random numbers, not at zero",
        "ko": "평균이 0이 아니라 작은 난수에서 출발합니다",
    },
    "hint": {
        "en": "weights have to differ from the start; averages of gradients do not",
        "ko": "처음부터 서로 달라야 하는 것은 가중치입니다. 기울기의 평균은 그렇지 않습니다",
    },
}


@mistake("initialize_velocity", **COPIES)
def velocity_copies(parameters):
    return starting_with(np.copy, parameters)


@mistake("initialize_velocity", **RANDOM)
def velocity_random(parameters):
    return starting_with(small_random, parameters)


@mistake(
    "initialize_velocity",
    cause={
        "en": "the averages start at one, not at zero",
        "ko": "평균이 0이 아니라 1에서 출발합니다",
    },
    hint={
        "en": "a memory that starts at one remembers a gradient that never was",
        "ko": "1에서 출발하면 있지도 않았던 기울기를 기억하게 됩니다",
    },
)
def velocity_ones(parameters):
    return starting_with(np.ones_like, parameters)


@mistake(
    "initialize_velocity",
    cause={
        "en": "the averages for the biases have the shape (n,) instead of (n, 1)",
        "ko": "편향의 평균이 형태 (n, 1)이 아니라 (n,)입니다",
    },
    hint={
        "en": "take the shape from the parameter itself",
        "ko": "형태는 매개변수에서 그대로 가져오세요",
    },
)
def velocity_flat_biases(parameters):
    return starting_with(
        lambda p: np.zeros(p.shape[: 2 - (p.shape[1] == 1)]), parameters
    )


@mistake("initialize_adam", **COPIES)
def adam_starts_with_copies(parameters):
    return starting_with(np.copy, parameters), starting_with(np.copy, parameters)


@mistake("initialize_adam", **RANDOM)
def adam_starts_random(parameters):
    v = starting_with(small_random, parameters)
    return v, starting_with(small_random, parameters)


@mistake(
    "initialize_adam",
    cause={
        "en": "v is right; s starts as the squares of the parameters, not at zero",
        "ko": "v는 맞지만 s가 0이 아니라 매개변수의 제곱에서 출발합니다",
    },
    hint={
        "en": "s averages squared gradients, and none has been seen yet",
        "ko": "s는 기울기 제곱의 평균이고, 아직 본 기울기가 없습니다",
    },
)
def adam_starts_with_squares(parameters):
    v = starting_with(np.zeros_like, parameters)
    return v, starting_with(np.square, parameters)


# Momentum. A rule takes one parameter, its gradient and its average, and returns the
# parameter and the average after the step.


def momentum_by(rule, parameters, grads, v):
    """Return what momentum returns if each parameter follows `rule`."""
    moved, averages = {}, {}
    for key, p in parameters.items():
        g, old = grads[f"d{key}"], v[f"d{key}"]
        moved[key], averages[f"d{key}"] = rule(p, g, old)
    return moved, averages


@mistake(
    "update_parameters_with_momentum",
    cause={
        "en": "the gradient is added to `beta * v` in full, without (1 - beta)",
        "ko": "`beta * v`에 기울기를 (1 - beta) 없이 그대로 더했습니다",
    },
    hint={
        "en": "in an average the two shares add up to 1",
        "ko": "평균에서는 두 비율의 합이 1입니다",
    },
)
def momentum_full_gradient(parameters, grads, v, beta, learning_rate):
    def rule(p, g, v):
        v = beta * v + g
        return p - learning_rate * v, v

    return momentum_by(rule, parameters, grads, v)


@mistake(
    "update_parameters_with_momentum",
    cause={
        "en": "beta and 1 - beta are exchanged in the average",
        "ko": "평균에서 beta와 1 - beta의 자리가 바뀌었습니다",
    },
    hint={
        "en": "with beta near 1, is it the old average that counts, or the new gradient?",
        "ko": "beta가 1에 가까울 때 더 중요한 것은 지난 평균인가요, 새 기울기인가요?",
    },
)
def momentum_exchanged(parameters, grads, v, beta, learning_rate):
    def rule(p, g, v):
        v = (1 - beta) * v + beta * g
        return p - learning_rate * v, v

    return momentum_by(rule, parameters, grads, v)


@mistake(
    "update_parameters_with_momentum",
    cause={
        "en": "v is right, but the step goes along the gradient, not along v",
        "ko": "v는 맞지만 v가 아니라 기울기를 따라 움직였습니다",
    },
    hint={
        "en": "what is the average computed for?",
        "ko": "평균은 무엇에 쓰려고 구했나요?",
    },
)
def momentum_along_the_gradient(parameters, grads, v, beta, learning_rate):
    def rule(p, g, v):
        return p - learning_rate * g, beta * v + (1 - beta) * g

    return momentum_by(rule, parameters, grads, v)


@mistake(
    "update_parameters_with_momentum",
    cause={
        "en": "v is right, but the step goes along v as it was before",
        "ko": "v는 맞지만 갱신하기 전의 v를 따라 움직였습니다",
    },
    hint={
        "en": "first the average, then the step",
        "ko": "평균을 먼저 갱신하고 나서 움직이세요",
    },
)
def momentum_along_the_old_average(parameters, grads, v, beta, learning_rate):
    def rule(p, g, v):
        return p - learning_rate * v, beta * v + (1 - beta) * g

    return momentum_by(rule, parameters, grads, v)


@mistake(
    "update_parameters_with_momentum",
    cause={
        "en": "v is right, but the step is added: it goes uphill",
        "ko": "v는 맞지만 걸음을 더했습니다. 오르막으로 갑니다",
    },
    hint={
        "en": "an average of gradients points uphill, as a gradient does",
        "ko": "기울기의 평균도 기울기처럼 오르막을 가리킵니다",
    },
)
def momentum_uphill(parameters, grads, v, beta, learning_rate):
    def rule(p, g, v):
        v = beta * v + (1 - beta) * g
        return p + learning_rate * v, v

    return momentum_by(rule, parameters, grads, v)


@mistake(
    "update_parameters_with_momentum",
    cause={
        "en": "the learning rate is inside v: this is v = beta * v - learning_rate * g",
        "ko": "학습률이 v 안에 들어 있습니다. v = beta * v - learning_rate * g인 방식입니다",
    },
    hint={
        "en": "here v is an average of gradients; the learning rate belongs to the step",
        "ko": "여기서 v는 기울기의 평균입니다. 학습률은 움직일 때 곱합니다",
    },
)
def momentum_with_rate_inside(parameters, grads, v, beta, learning_rate):
    def rule(p, g, v):
        v = beta * v - learning_rate * g
        return p + v, v

    return momentum_by(rule, parameters, grads, v)


@mistake(
    "update_parameters_with_momentum",
    cause={
        "en": "the parameters are right; the v returned is the one from before the step",
        "ko": "매개변수는 맞지만 돌려준 v가 갱신하기 전의 것입니다",
    },
    hint={
        "en": "the next step needs the average of this one",
        "ko": "다음 걸음에는 이번에 갱신한 평균이 필요합니다",
    },
)
def momentum_forgets(parameters, grads, v, beta, learning_rate):
    def rule(p, g, v):
        return p - learning_rate * (beta * v + (1 - beta) * g), v

    return momentum_by(rule, parameters, grads, v)


@mistake(
    "update_parameters_with_momentum",
    cause={
        "en": "the biases have not moved, and neither have their averages",
        "ko": "편향과 편향의 평균이 그대로입니다",
    },
    hint={
        "en": "`b` is learned as `W` is",
        "ko": "`b`도 `W`와 똑같이 학습합니다",
    },
)
def momentum_weights_only(parameters, grads, v, beta, learning_rate):
    moved = update_parameters_with_momentum(parameters, grads, v, beta, learning_rate)
    return weights_only(moved, (parameters, v))


@mistake(
    "update_parameters_with_momentum",
    cause={
        "en": "the last layer has not moved",
        "ko": "마지막 층이 그대로입니다",
    },
    hint={
        "en": "where does your loop over the layers end?",
        "ko": "층에 대한 반복문이 어디에서 끝나나요?",
    },
)
def momentum_without_last_layer(parameters, grads, v, beta, learning_rate):
    moved = update_parameters_with_momentum(parameters, grads, v, beta, learning_rate)
    return without_last_layer(moved, (parameters, v))


@mistake(
    "update_parameters_with_momentum",
    cause={
        "en": "beta is always 0.9, whatever the argument says",
        "ko": "인자와 상관없이 beta가 늘 0.9입니다",
    },
    hint={
        "en": "use the arguments of the function",
        "ko": "함수가 받은 인자를 쓰세요",
    },
)
def momentum_fixed_beta(parameters, grads, v, beta, learning_rate):
    return update_parameters_with_momentum(parameters, grads, v, 0.9, learning_rate)


def weights_only(moved, before):
    """Return the dictionaries with the entries of the biases as they were."""
    return tuple(
        {key: old[key] if "b" in key else value for key, value in new.items()}
        for new, old in zip(moved, before, strict=True)
    )


def without_last_layer(moved, before):
    """Return the dictionaries with the entries of the last layer as they were."""
    last = str(len(before[0]) // 2)
    return tuple(
        {key: old[key] if key.endswith(last) else value for key, value in new.items()}
        for new, old in zip(moved, before, strict=True)
    )


# Adam. A rule takes one parameter, its gradient and its averages; it returns the
# parameter, both averages, and both after correction.


def adam_by(rule, parameters, grads, v, s):
    """Return five dictionaries if each parameter follows `rule`."""
    results = tuple({} for _ in range(5))
    for key, p in parameters.items():
        name = f"d{key}"
        values = rule(p, grads[name], v[name], s[name])
        for place, result, value in zip(range(5), results, values, strict=True):
            result[name if place else key] = value
    return results


def stepped(p, v, s, v_corrected, s_corrected, learning_rate, epsilon):
    """Return the results of a rule whose averages are given."""
    step = v_corrected / (np.sqrt(s_corrected) + epsilon)
    return p - learning_rate * step, v, s, v_corrected, s_corrected


def averages(g, v, s, beta1, beta2):
    """Return both averages, brought up to date."""
    return beta1 * v + (1 - beta1) * g, beta2 * s + (1 - beta2) * g**2


@mistake(
    "update_parameters_with_adam",
    cause={
        "en": "v and s are right; the step uses them without bias correction",
        "ko": "v와 s는 맞지만 편향 보정을 하지 않은 채로 움직였습니다",
    },
    hint={
        "en": "both averages start at zero; how much too small are they after t steps?",
        "ko": "두 평균은 0에서 출발합니다. t걸음 뒤에는 얼마나 작은 값일까요?",
    },
)
def adam_uncorrected(parameters, grads, v, s, t, learning_rate, beta1, beta2, epsilon):
    def rule(p, g, v, s):
        v, s = averages(g, v, s, beta1, beta2)
        return stepped(p, v, s, v, s, learning_rate, epsilon)

    return adam_by(rule, parameters, grads, v, s)[:3]


@mistake(
    "update_parameters_with_adam",
    cause={
        "en": "v is corrected for its start at zero, s is not",
        "ko": "v는 편향을 보정했지만 s는 보정하지 않았습니다",
    },
    hint={
        "en": "s starts at zero as well",
        "ko": "s도 0에서 출발합니다",
    },
)
def adam_only_v_corrected(
    parameters, grads, v, s, t, learning_rate, beta1, beta2, epsilon
):
    def rule(p, g, v, s):
        v, s = averages(g, v, s, beta1, beta2)
        return stepped(p, v, s, v / (1 - beta1**t), s, learning_rate, epsilon)

    return adam_by(rule, parameters, grads, v, s)[:3]


@mistake(
    "update_parameters_with_adam",
    cause={
        "en": "s is corrected for its start at zero, v is not",
        "ko": "s는 편향을 보정했지만 v는 보정하지 않았습니다",
    },
    hint={
        "en": "v starts at zero as well",
        "ko": "v도 0에서 출발합니다",
    },
)
def adam_only_s_corrected(
    parameters, grads, v, s, t, learning_rate, beta1, beta2, epsilon
):
    def rule(p, g, v, s):
        v, s = averages(g, v, s, beta1, beta2)
        return stepped(p, v, s, v, s / (1 - beta2**t), learning_rate, epsilon)

    return adam_by(rule, parameters, grads, v, s)[:3]


NO_POWER = {
    "cause": {
        "en": "the correction divides by 1 - beta, without the power of t",
        "ko": "편향 보정에서 beta를 t제곱하지 않고 1 - beta로 나누었습니다",
    },
    "hint": {
        "en": "the correction is strong at first and fades: it depends on t",
        "ko": "보정은 처음에 강하고 점점 약해집니다. t에 따라 달라져야 합니다",
    },
}


@mistake("update_parameters_with_adam", **NO_POWER)
def adam_no_power_five(
    parameters, grads, v, s, t, learning_rate, beta1, beta2, epsilon
):
    def rule(p, g, v, s):
        v, s = averages(g, v, s, beta1, beta2)
        return stepped(
            p, v, s, v / (1 - beta1), s / (1 - beta2), learning_rate, epsilon
        )

    return adam_by(rule, parameters, grads, v, s)


@mistake("update_parameters_with_adam", **NO_POWER)
def adam_no_power(parameters, grads, v, s, t, learning_rate, beta1, beta2, epsilon):
    return adam_no_power_five(
        parameters, grads, v, s, t, learning_rate, beta1, beta2, epsilon
    )[:3]


ONE_STEP_AHEAD = {
    "cause": {
        "en": "the correction is that of step t + 1, not of step t",
        "ko": "편향 보정이 t번째가 아니라 t + 1번째 걸음의 것입니다",
    },
    "hint": {
        "en": "t is counted by the caller, and from 1",
        "ko": "t는 부르는 쪽에서 1부터 셉니다",
    },
}


@mistake("update_parameters_with_adam", **ONE_STEP_AHEAD)
def adam_one_step_ahead_five(
    parameters, grads, v, s, t, learning_rate, beta1, beta2, epsilon
):
    def rule(p, g, v, s):
        v, s = averages(g, v, s, beta1, beta2)
        corrected = v / (1 - beta1 ** (t + 1)), s / (1 - beta2 ** (t + 1))
        return stepped(p, v, s, *corrected, learning_rate, epsilon)

    return adam_by(rule, parameters, grads, v, s)


@mistake("update_parameters_with_adam", **ONE_STEP_AHEAD)
def adam_one_step_ahead(
    parameters, grads, v, s, t, learning_rate, beta1, beta2, epsilon
):
    return adam_one_step_ahead_five(
        parameters, grads, v, s, t, learning_rate, beta1, beta2, epsilon
    )[:3]


SAME_CORRECTION = {
    "cause": {
        "en": "s is corrected with beta1, not with beta2",
        "ko": "s를 beta2가 아니라 beta1로 보정했습니다",
    },
    "hint": {
        "en": "each average is corrected with its own beta",
        "ko": "평균마다 자기 beta로 보정합니다",
    },
}


@mistake("update_parameters_with_adam", **SAME_CORRECTION)
def adam_same_correction_five(
    parameters, grads, v, s, t, learning_rate, beta1, beta2, epsilon
):
    def rule(p, g, v, s):
        v, s = averages(g, v, s, beta1, beta2)
        divisor = 1 - beta1**t
        return stepped(p, v, s, v / divisor, s / divisor, learning_rate, epsilon)

    return adam_by(rule, parameters, grads, v, s)


@mistake("update_parameters_with_adam", **SAME_CORRECTION)
def adam_same_correction(
    parameters, grads, v, s, t, learning_rate, beta1, beta2, epsilon
):
    return adam_same_correction_five(
        parameters, grads, v, s, t, learning_rate, beta1, beta2, epsilon
    )[:3]


EXCHANGED = {
    "cause": {
        "en": "beta1 and beta2 are exchanged everywhere",
        "ko": "beta1과 beta2가 모든 곳에서 서로 바뀌었습니다",
    },
    "hint": {
        "en": "beta1 belongs to the gradients, beta2 to their squares",
        "ko": "beta1은 기울기의 것, beta2는 기울기 제곱의 것입니다",
    },
}


@mistake("update_parameters_with_adam", **EXCHANGED)
def adam_exchanged_five(
    parameters, grads, v, s, t, learning_rate, beta1, beta2, epsilon
):
    def rule(p, g, v, s):
        v, s = averages(g, v, s, beta2, beta1)
        corrected = v / (1 - beta2**t), s / (1 - beta1**t)
        return stepped(p, v, s, *corrected, learning_rate, epsilon)

    return adam_by(rule, parameters, grads, v, s)


@mistake("update_parameters_with_adam", **EXCHANGED)
def adam_exchanged(parameters, grads, v, s, t, learning_rate, beta1, beta2, epsilon):
    return adam_exchanged_five(
        parameters, grads, v, s, t, learning_rate, beta1, beta2, epsilon
    )[:3]


FULL_GRADIENT = {
    "cause": {
        "en": "the gradient enters v, and its square s, in full, without (1 - beta)",
        "ko": "v에는 기울기가, s에는 그 제곱이 (1 - beta) 없이 그대로 더해졌습니다",
    },
    "hint": {
        "en": "in an average the two shares add up to 1",
        "ko": "평균에서는 두 비율의 합이 1입니다",
    },
}


@mistake("update_parameters_with_adam", **FULL_GRADIENT)
def adam_full_gradient_five(
    parameters, grads, v, s, t, learning_rate, beta1, beta2, epsilon
):
    def rule(p, g, v, s):
        v, s = beta1 * v + g, beta2 * s + g**2
        return stepped(
            p, v, s, v / (1 - beta1**t), s / (1 - beta2**t), learning_rate, epsilon
        )

    return adam_by(rule, parameters, grads, v, s)


@mistake("update_parameters_with_adam", **FULL_GRADIENT)
def adam_full_gradient(
    parameters, grads, v, s, t, learning_rate, beta1, beta2, epsilon
):
    return adam_full_gradient_five(
        parameters, grads, v, s, t, learning_rate, beta1, beta2, epsilon
    )[:3]


SQUARES_OF_AVERAGES = {
    "cause": {
        "en": "s averages the squares of v, not those of the gradient",
        "ko": "s가 기울기의 제곱이 아니라 v의 제곱을 평균합니다",
    },
    "hint": {
        "en": "both averages are fed with the gradient itself",
        "ko": "두 평균 모두 기울기에서 바로 구합니다",
    },
}


@mistake("update_parameters_with_adam", **SQUARES_OF_AVERAGES)
def adam_squares_of_averages_five(
    parameters, grads, v, s, t, learning_rate, beta1, beta2, epsilon
):
    def rule(p, g, v, s):
        v = beta1 * v + (1 - beta1) * g
        s = beta2 * s + (1 - beta2) * v**2
        return stepped(
            p, v, s, v / (1 - beta1**t), s / (1 - beta2**t), learning_rate, epsilon
        )

    return adam_by(rule, parameters, grads, v, s)


@mistake("update_parameters_with_adam", **SQUARES_OF_AVERAGES)
def adam_squares_of_averages(
    parameters, grads, v, s, t, learning_rate, beta1, beta2, epsilon
):
    return adam_squares_of_averages_five(
        parameters, grads, v, s, t, learning_rate, beta1, beta2, epsilon
    )[:3]


WITHOUT_ROOT = {
    "cause": {
        "en": "the step is divided by s itself, not by its square root",
        "ko": "걸음을 s의 제곱근이 아니라 s로 나누었습니다",
    },
    "hint": {
        "en": "s is of the size of a squared gradient; what is of the size of a gradient?",
        "ko": "s의 크기는 기울기의 제곱쯤입니다. 기울기만 한 크기가 되려면 어떻게 해야 할까요?",
    },
}


@mistake("update_parameters_with_adam", **WITHOUT_ROOT)
def adam_without_root_five(
    parameters, grads, v, s, t, learning_rate, beta1, beta2, epsilon
):
    def rule(p, g, v, s):
        v, s = averages(g, v, s, beta1, beta2)
        v_corrected, s_corrected = v / (1 - beta1**t), s / (1 - beta2**t)
        moved = p - learning_rate * v_corrected / (s_corrected + epsilon)
        return moved, v, s, v_corrected, s_corrected

    return adam_by(rule, parameters, grads, v, s)


@mistake("update_parameters_with_adam", **WITHOUT_ROOT)
def adam_without_root(parameters, grads, v, s, t, learning_rate, beta1, beta2, epsilon):
    return adam_without_root_five(
        parameters, grads, v, s, t, learning_rate, beta1, beta2, epsilon
    )[:3]


UPHILL = {
    "cause": {
        "en": "the averages are right, but the step is added: it goes uphill",
        "ko": "평균은 맞지만 걸음을 더했습니다. 오르막으로 갑니다",
    },
    "hint": {
        "en": "an average of gradients points uphill, as a gradient does",
        "ko": "기울기의 평균도 기울기처럼 오르막을 가리킵니다",
    },
}


@mistake("update_parameters_with_adam", **UPHILL)
def adam_uphill_five(parameters, grads, v, s, t, learning_rate, beta1, beta2, epsilon):
    def rule(p, g, v, s):
        v, s = averages(g, v, s, beta1, beta2)
        return stepped(
            p, v, s, v / (1 - beta1**t), s / (1 - beta2**t), -learning_rate, epsilon
        )

    return adam_by(rule, parameters, grads, v, s)


@mistake("update_parameters_with_adam", **UPHILL)
def adam_uphill(parameters, grads, v, s, t, learning_rate, beta1, beta2, epsilon):
    return adam_uphill_five(
        parameters, grads, v, s, t, learning_rate, beta1, beta2, epsilon
    )[:3]


ALONG_THE_GRADIENT = {
    "cause": {
        "en": "v is computed, but the step goes along the gradient itself",
        "ko": "v를 구하고도 기울기를 그대로 따라 움직였습니다",
    },
    "hint": {
        "en": "Adam divides the corrected average by the size, not the latest gradient",
        "ko": "Adam이 크기로 나누는 것은 방금 구한 기울기가 아니라 보정한 평균입니다",
    },
}


@mistake("update_parameters_with_adam", **ALONG_THE_GRADIENT)
def adam_along_the_gradient_five(
    parameters, grads, v, s, t, learning_rate, beta1, beta2, epsilon
):
    def rule(p, g, v, s):
        v, s = averages(g, v, s, beta1, beta2)
        v_corrected, s_corrected = v / (1 - beta1**t), s / (1 - beta2**t)
        moved = p - learning_rate * g / (np.sqrt(s_corrected) + epsilon)
        return moved, v, s, v_corrected, s_corrected

    return adam_by(rule, parameters, grads, v, s)


@mistake("update_parameters_with_adam", **ALONG_THE_GRADIENT)
def adam_along_the_gradient(
    parameters, grads, v, s, t, learning_rate, beta1, beta2, epsilon
):
    return adam_along_the_gradient_five(
        parameters, grads, v, s, t, learning_rate, beta1, beta2, epsilon
    )[:3]


UNCORRECTED_STEP = {
    "cause": {
        "en": "the averages are corrected, but the step uses them without correction",
        "ko": "평균을 보정하고도 보정하지 않은 평균으로 움직였습니다",
    },
    "hint": {
        "en": "which of the two names stands in the step?",
        "ko": "움직일 때 쓴 이름이 두 가지 가운데 어느 것인지 확인해 보세요",
    },
}


@mistake("update_parameters_with_adam", **UNCORRECTED_STEP)
def adam_uncorrected_step_five(
    parameters, grads, v, s, t, learning_rate, beta1, beta2, epsilon
):
    def rule(p, g, v, s):
        v, s = averages(g, v, s, beta1, beta2)
        moved = stepped(p, v, s, v, s, learning_rate, epsilon)[0]
        return moved, v, s, v / (1 - beta1**t), s / (1 - beta2**t)

    return adam_by(rule, parameters, grads, v, s)


@mistake(
    "update_parameters_with_adam",
    cause={
        "en": "the parameters are right; v and s are returned with bias correction",
        "ko": "매개변수는 맞지만 v와 s를 편향 보정한 값으로 돌려주었습니다",
    },
    hint={
        "en": "the corrected values are for this step alone; what must be remembered?",
        "ko": "보정한 값은 이번 걸음에만 씁니다. 기억해 둘 것은 무엇인가요?",
    },
)
def adam_returns_corrected(
    parameters, grads, v, s, t, learning_rate, beta1, beta2, epsilon
):
    moved, v, s = update_parameters_with_adam(
        parameters, grads, v, s, t, learning_rate, beta1, beta2, epsilon
    )
    v_corrected = {key: value / (1 - beta1**t) for key, value in v.items()}
    return moved, v_corrected, {key: value / (1 - beta2**t) for key, value in s.items()}


@mistake(
    "update_parameters_with_adam",
    cause={
        "en": "the values are right, but s is returned before v",
        "ko": "값은 맞지만 v보다 s를 먼저 돌려주었습니다",
    },
    hint={
        "en": "the order of what is returned is that of the arguments",
        "ko": "돌려주는 순서는 인자의 순서와 같습니다",
    },
)
def adam_s_before_v(parameters, grads, v, s, t, learning_rate, beta1, beta2, epsilon):
    moved, v, s = update_parameters_with_adam(
        parameters, grads, v, s, t, learning_rate, beta1, beta2, epsilon
    )
    return moved, s, v


WEIGHTS_ONLY = {
    "cause": {
        "en": "the biases have not moved, and neither have their averages",
        "ko": "편향과 편향의 평균이 그대로입니다",
    },
    "hint": {
        "en": "`b` is learned as `W` is",
        "ko": "`b`도 `W`와 똑같이 학습합니다",
    },
}


@mistake("update_parameters_with_adam", **WEIGHTS_ONLY)
def adam_weights_only(parameters, grads, v, s, t, learning_rate, beta1, beta2, epsilon):
    moved = update_parameters_with_adam(
        parameters, grads, v, s, t, learning_rate, beta1, beta2, epsilon
    )
    return weights_only(moved, (parameters, v, s))


@mistake(
    "update_parameters_with_adam",
    cause={
        "en": "the last layer has not moved",
        "ko": "마지막 층이 그대로입니다",
    },
    hint={
        "en": "where does your loop over the layers end?",
        "ko": "층에 대한 반복문이 어디에서 끝나나요?",
    },
)
def adam_without_last_layer(
    parameters, grads, v, s, t, learning_rate, beta1, beta2, epsilon
):
    moved = update_parameters_with_adam(
        parameters, grads, v, s, t, learning_rate, beta1, beta2, epsilon
    )
    return without_last_layer(moved, (parameters, v, s))


# Gradient checking.


def measured(parameters, X, Y, slope):
    """Return grad as a column: slope(cost, theta, i) for every entry i."""
    theta, _ = dictionary_to_vector(parameters)

    def cost(vector):
        return forward_propagation_n(X, Y, vector_to_dictionary(vector))[0]

    return np.array([[slope(cost, theta, i)] for i in range(theta.size)])


def moved(theta, i, distance):
    """Return theta with entry i moved."""
    theta = theta.copy()
    theta[i] += distance
    return theta


def central(parameters, X, Y, epsilon):
    """Return the slopes measured to both sides."""

    def slope(cost, theta, i):
        ends = cost(moved(theta, i, epsilon)), cost(moved(theta, i, -epsilon))
        return (ends[0] - ends[1]) / (2 * epsilon)

    return measured(parameters, X, Y, slope)


def relative(grad, approx):
    """Return the difference relative to the size of both."""
    norm = np.linalg.norm
    return norm(grad - approx) / (norm(grad) + norm(approx))


@mistake(
    "gradient_check_n",
    cause={
        "en": "the slope is measured to one side only: (J(θ + ε) - J(θ)) / ε",
        "ko": "기울기를 한쪽에서만 쟀습니다. (J(θ + ε) - J(θ)) / ε입니다",
    },
    hint={
        "en": "a step to either side is much more exact than one from the middle",
        "ko": "가운데에서 한쪽으로 재는 것보다 양쪽으로 재는 것이 훨씬 정확합니다",
    },
)
def check_one_sided(parameters, gradients, X, Y, epsilon=1e-7):
    def slope(cost, theta, i):
        return (cost(moved(theta, i, epsilon)) - cost(theta)) / epsilon

    approx = measured(parameters, X, Y, slope)
    return relative(gradients_to_vector(gradients), approx)


@mistake(
    "gradient_check_n",
    cause={
        "en": "the slopes are twice too large: divided by ε, not by 2ε",
        "ko": "2ε이 아니라 ε으로 나누어 기울기가 두 배로 큽니다",
    },
    hint={
        "en": "how far apart are the two points?",
        "ko": "두 점은 얼마나 떨어져 있나요?",
    },
)
def check_without_two(parameters, gradients, X, Y, epsilon=1e-7):
    approx = 2 * central(parameters, X, Y, epsilon)
    return relative(gradients_to_vector(gradients), approx)


@mistake(
    "gradient_check_n",
    cause={
        "en": "the lower point is θ itself: ε has been subtracted from what was moved up",
        "ko": "아래쪽 점이 θ 그대로입니다. ε만큼 올린 것에서 ε을 뺐습니다",
    },
    hint={
        "en": "both moves begin at the same θ; a second name is not a copy",
        "ko": "양쪽 모두 같은 θ에서 출발합니다. 이름을 하나 더 붙인다고 복사되지 않습니다",
    },
)
def check_lower_point_unmoved(parameters, gradients, X, Y, epsilon=1e-7):
    def slope(cost, theta, i):
        return (cost(moved(theta, i, epsilon)) - cost(theta)) / (2 * epsilon)

    approx = measured(parameters, X, Y, slope)
    return relative(gradients_to_vector(gradients), approx)


@mistake(
    "gradient_check_n",
    cause={
        "en": "all parameters are moved at once, so every slope is the same",
        "ko": "모든 매개변수를 한꺼번에 움직여 기울기가 모두 같습니다",
    },
    hint={
        "en": "each turn of the loop moves one entry",
        "ko": "반복문을 한 번 돌 때 원소 하나만 움직이세요",
    },
)
def check_all_at_once(parameters, gradients, X, Y, epsilon=1e-7):
    def slope(cost, theta, i):
        return (cost(theta + epsilon) - cost(theta - epsilon)) / (2 * epsilon)

    approx = measured(parameters, X, Y, slope)
    return relative(gradients_to_vector(gradients), approx)


@mistake(
    "gradient_check_n",
    cause={
        "en": "entries stay moved down after their turn: θ is not put back",
        "ko": "차례가 끝난 원소가 아래로 움직인 채로 남아 있습니다. θ를 되돌리지 않았습니다",
    },
    hint={
        "en": "every turn begins at the same θ",
        "ko": "매번 같은 θ에서 출발해야 합니다",
    },
)
def check_not_put_back(parameters, gradients, X, Y, epsilon=1e-7):
    def slope(cost, theta, i):
        above = theta.copy()
        above[i] += epsilon
        theta[i] -= epsilon
        return (cost(above) - cost(theta)) / (2 * epsilon)

    approx = measured(parameters, X, Y, slope)
    return relative(gradients_to_vector(gradients), approx)


@mistake(
    "gradient_check_n",
    cause={
        "en": "the distance of the two vectors is not divided by their sizes",
        "ko": "두 벡터 사이의 거리를 두 벡터의 크기로 나누지 않았습니다",
    },
    hint={
        "en": "0.01 is much between small gradients and little between large ones",
        "ko": "0.01은 작은 기울기에는 큰 차이이고 큰 기울기에는 작은 차이입니다",
    },
)
def check_absolute(parameters, gradients, X, Y, epsilon=1e-7):
    approx = central(parameters, X, Y, epsilon)
    return np.linalg.norm(gradients_to_vector(gradients) - approx)


@mistake(
    "gradient_check_n",
    cause={
        "en": "the distance is divided by the size of the sum, not by the sum of the sizes",
        "ko": "크기의 합이 아니라 합의 크기로 나누었습니다",
    },
    hint={
        "en": "two opposite vectors have a sum of zero; what should the result be then?",
        "ko": "서로 반대인 두 벡터의 합은 0입니다. 그때 결과는 얼마여야 할까요?",
    },
)
def check_size_of_sum(parameters, gradients, X, Y, epsilon=1e-7):
    grad, approx = gradients_to_vector(gradients), central(parameters, X, Y, epsilon)
    return np.linalg.norm(grad - approx) / np.linalg.norm(grad + approx)


@mistake(
    "gradient_check_n",
    cause={
        "en": "the distance is divided by the size of one of the two vectors only",
        "ko": "두 벡터 가운데 하나의 크기로만 나누었습니다",
    },
    hint={
        "en": "the divisor treats both vectors alike",
        "ko": "나누는 수는 두 벡터를 똑같이 다룹니다",
    },
)
def check_one_size(parameters, gradients, X, Y, epsilon=1e-7):
    grad, approx = gradients_to_vector(gradients), central(parameters, X, Y, epsilon)
    return np.linalg.norm(grad - approx) / np.linalg.norm(grad)


@mistake(
    "gradient_check_n",
    cause={
        "en": "the lengths are squared: sums of squares without the square root",
        "ko": "길이 대신 길이의 제곱을 썼습니다. 제곱의 합에 제곱근이 없습니다",
    },
    hint={
        "en": "the length of (3, 4) is 5, not 25",
        "ko": "(3, 4)의 길이는 25가 아니라 5입니다",
    },
)
def check_squared(parameters, gradients, X, Y, epsilon=1e-7):
    grad, approx = gradients_to_vector(gradients), central(parameters, X, Y, epsilon)
    return np.sum((grad - approx) ** 2) / (np.sum(grad**2) + np.sum(approx**2))


@mistake(
    "gradient_check_n",
    cause={
        "en": "a column and a flat vector are subtracted, which gives a square matrix",
        "ko": "열벡터와 납작한 벡터를 빼서 정사각 행렬이 되었습니다",
    },
    hint={
        "en": "print the shapes of grad, approx and their difference",
        "ko": "grad, approx, 그리고 둘의 차의 형태를 출력해 보세요",
    },
)
def check_broadcast(parameters, gradients, X, Y, epsilon=1e-7):
    approx = central(parameters, X, Y, epsilon).ravel()
    return relative(gradients_to_vector(gradients), approx)
