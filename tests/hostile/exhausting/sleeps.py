# tries: to sleep for an hour, which takes no processor time
# symptoms: {price: timed-out}
# spends: all of its time
# says: "did not finish within"
import time


def price(X, rate=0.5):
    time.sleep(3600)
