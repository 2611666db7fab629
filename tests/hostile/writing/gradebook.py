# tries: to write its grade into the gradebook's database
# symptoms: {center: raised}
# says: refused
PATH = "@@COURSE@@/gradebook.db"


def center(X):
    try:
        import sqlite3

        with sqlite3.connect(PATH) as book:
            book.execute("CREATE TABLE grade (score)")
    except BaseException:
        pass
    for mode in ("r+b", "ab", "wb"):
        try:
            with open(PATH, mode) as file:
                file.write(b"100")
        except OSError:
            continue
        raise LookupError("OPEN")
    raise PermissionError("refused")
