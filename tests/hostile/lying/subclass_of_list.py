# tries: to return a list without an end
# symptoms: {center: raised | out-of-memory | timed-out}
# spends: all of its time
class Endless(list):
    def __iter__(self):
        while True:
            yield 1.0

    def __len__(self):
        return 2


def center(X):
    return Endless([1, 2])
