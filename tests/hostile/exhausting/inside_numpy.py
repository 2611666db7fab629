# tries: to stay inside numpy, where Python cannot interrupt it
# symptoms: {center: timed-out}
# spends: all of its time
# says: "did not finish within 0.2 s"
import numpy as np

BIG = np.ones((1500, 1500))


def center(X):
    return np.linalg.svd(BIG @ BIG @ BIG @ BIG)
