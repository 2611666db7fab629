# tries: to use all of the time in the first function and blame the grader for the rest
# symptoms: {center: timed-out, spread: wrong-type | not-run, standardize: wrong-type | not-run, price: timed-out | not-run, seal: timed-out | not-run}
def center(X):
    while True:
        pass


spread = standardize = price = seal = center
