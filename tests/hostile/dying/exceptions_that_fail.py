# tries: to raise what cannot be printed, named or formatted
# symptoms: {center: raised, spread: raised, price: raised, seal: crashed}
# says: "raised Broken"
class Meta(type):
    def __getattribute__(cls, name):
        raise SystemExit(name)


class Broken(Exception):
    def __str__(self):
        raise SystemExit(0)

    __repr__ = __format__ = __str__


class Named(Broken):
    def __str__(self):
        return "x" * 10**7


Named.__name__ = "passed" * 1000


class Surrogate(Exception):
    def __str__(self):
        return "\ud800\x00\x1b[2J" * 100


class Lying(Exception, metaclass=Meta):
    pass


def center(X):
    raise Broken


def spread(X):
    raise Named


def price(X, rate=0.5):
    raise Surrogate


def seal(X):
    raise Lying
