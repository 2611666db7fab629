# tries: expressions nested so deep that a parser or compiler overflows its stack
# spends: all of its time
# says: "could not be read"
def build(folder):
    text = "def center(X):\n    return " + "(" * 5000 + "0" + ")" * 5000
    text += "\n\n\ndef price(X, rate=0.5):\n    return " + "-" * 90000 + "1"
    text += "\n\n\ndef seal(X):\n    return " + "+".join(["1"] * 50000) + "\n"
    (folder / "vault.py").write_text(text)
