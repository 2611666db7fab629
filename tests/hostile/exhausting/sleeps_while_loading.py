# tries: to sleep for an hour while the file is loaded
# symptoms: {}
# says: "did not return and was skipped"
import time


def price(X, rate=time.sleep(3600)):
    return 1.0
