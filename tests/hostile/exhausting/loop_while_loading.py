# tries: to loop for ever while the file is loaded, again and again
# spends: all of its time
# says: "did not return and was skipped"
def forever():
    while True:
        pass


def center(X, one=forever()):
    while True:
        pass


class Held:
    forever()


ONE = forever()


def price(X, rate=forever()):
    return ONE
