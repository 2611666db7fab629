# tries: to run code while the file is loaded, by all that a definition evaluates
# symptoms: {center: raised}
# says: "ran: decorator default class metaclass subclass"
import os

RAN = []


def ran(what):
    RAN.append(what)
    try:
        os.mkdir("/tmp/left-by-a-hostile-import")
        os.system("touch /tmp/left-by-a-hostile-import")
    except OSError:
        pass
    return lambda function: function


class Meta(type):
    def __new__(cls, *arguments):
        ran("metaclass")
        return super().__new__(cls, *arguments)


@ran("decorator")
def first(one=ran("default")):
    return one


class Base:
    ran("class")

    def __init_subclass__(cls):
        ran("subclass")


class Derived(metaclass=Meta):
    pass


class Last(Base):
    pass


NOTE: ran("annotation") = 1


def center(X) -> ran("never"):
    raise LookupError("ran: " + " ".join(w for w in RAN if w != "never" or NOTE))
