# tries: the most code that is taken, as many small statements
# symptoms: {center: missing-function | wrong-value}
# spends: all of its time
def build(folder):
    text = "def center(X):\n    return 0 * X, 0 * X[:, :1]\n"
    (folder / "vault.py").write_text(text + "x=1\n" * ((1 << 18) - 100))
