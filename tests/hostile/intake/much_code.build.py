# tries: the most code that is taken, as many small statements
# symptoms: {center: not-run | missing-function | wrong-value, spread: not-run | missing-function, standardize: not-run | missing-function, price: not-run | missing-function, seal: not-run | missing-function}
def build(folder):
    text = "def center(X):\n    return 0 * X, 0 * X[:, :1]\n"
    (folder / "vault.py").write_text(text + "x=1\n" * ((1 << 18) - 100))
