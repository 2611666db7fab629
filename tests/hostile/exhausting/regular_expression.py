# tries: a regular expression that never ends
# symptoms: {center: timed-out}
# spends: all of its time
# says: "did not finish within 0.2 s"
import re


def center(X):
    return re.match(r"(a|a)*(a*)*b", "a" * 60)
