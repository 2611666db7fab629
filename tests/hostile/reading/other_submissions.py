# tries: to read and run what an honest student handed in
# symptoms: {center: raised, seal: raised}
# says: found nothing
# unconfined: sees a canary
import os


def theirs():
    for place, _, names in os.walk("@@HANDED@@"):
        for name in names:
            if "honest" in place and name == "vault.py":
                with open(os.path.join(place, name)) as file:
                    return file.read()
    raise LookupError("found nothing")


def center(X):
    raise LookupError(theirs()[-60:])


def seal(X):
    space = {}
    exec(theirs().replace("from given", "from numpy"), space)
    return space["seal"](X)
