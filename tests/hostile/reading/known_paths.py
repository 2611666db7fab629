# tries: to open the checks, the reference, the secret and the gradebook, all paths known
# symptoms: {center: raised, seal: raised}
# says: found nothing
# unconfined: sees a canary
PATHS = """
    solutions/vault/test_vault.py solutions/vault/vault.py gradebook.db
    .autograder/secret solutions/vault/assignment.yaml course.yaml
""".split()


def center(X):
    found = []
    for path in PATHS:
        try:
            with open("@@COURSE@@/" + path, "rb") as file:
                found.append(file.read()[:400].decode(errors="replace"))
        except OSError:
            pass
    raise LookupError("".join(f[f.find("CANARY"):][:60] for f in found) or "found nothing")


def seal(X):
    return center(X)
