# tries: to sleep for an hour while the file is loaded
# spends: all of its time
import time


def price(X, rate=time.sleep(3600)):
    return 1.0
