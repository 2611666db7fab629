# tries: to run code where its answer is unpickled, copied or printed
# symptoms: {center: wrong-type, price: wrong-type}
# says: "an object of type Runs"
import os


class Runs:
    def __reduce__(self):
        return os.system, ("touch /tmp/left-by-a-hostile-pickle",)

    __reduce_ex__ = __copy__ = __deepcopy__ = __getstate__ = __reduce__

    def __repr__(self):
        os.system("touch /tmp/left-by-a-hostile-repr")
        return "12"

    __str__ = __repr__


def center(X):
    return Runs(), {Runs(): Runs()}


def price(X, rate=0.5):
    return Runs()
