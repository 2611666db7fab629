# tries: to take memory bit by bit, and to keep it when told that there is none
# symptoms: {center: out-of-memory | timed-out}
# spends: all of its time
KEPT = []


def center(X):
    size = 1 << 24
    while size > 1 << 12:
        try:
            KEPT.append(bytearray(size))
        except MemoryError:
            size //= 2
    raise MemoryError
