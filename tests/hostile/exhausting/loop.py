# tries: to loop for ever in two functions
# symptoms: {center: timed-out, price: timed-out}
# spends: all of its time
# says: "did not finish within 0.2 s"
def center(X):
    while True:
        pass


def price(X, rate=0.5):
    while True:
        pass
