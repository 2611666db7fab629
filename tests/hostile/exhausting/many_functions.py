# tries: to use all of the time in the first function and blame the grader for the rest
# symptoms: {center: timed-out, spread: wrong-type, standardize: wrong-type, price: timed-out, seal: timed-out}
# spends: all of its time
def center(X):
    while True:
        pass


spread = standardize = price = seal = center
