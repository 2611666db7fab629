# tries: to clear the grader's screen, set its title and type for it
# symptoms: {center: raised, price: raised}
# student: "clear\x1b[2J\x07"
SCREEN = "\x1b[2J\x1b[H\x1b]0;passed\x07\x1b[32m12/12\x1b[0m\x9b31m\x90q\x9c\x08\x08\x7f\r12 of 12"


def center(X):
    raise ValueError(SCREEN)


def price(X, rate=0.5):
    print(SCREEN)
    raise type(SCREEN.replace("\x00", ""), (Exception,), {})(SCREEN)
