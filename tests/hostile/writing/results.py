# tries: to append a forged line to the results, and to rewrite them at the end
# symptoms: {center: raised}
# says: refused
import atexit
import json

LINE = {"student": "writing-results", "outcome": "graded", "score": 12.0, "max_score": 12.0}


def forge():
    with open("@@OUT@@/results.jsonl", "a") as file:
        file.write(json.dumps(LINE) + "\n")


atexit.register(forge)


class Late:
    def __del__(self):
        forge()


KEPT = Late()


def center(X):
    try:
        forge()
    except OSError:
        raise PermissionError("refused") from None
