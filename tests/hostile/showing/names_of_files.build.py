# tries: to write its feedback over that of somebody else, by its name
# symptoms: {center: wrong-value}
# student: "evil\\..\\..\\honest-001"
def build(folder):
    (folder / "vault.py").write_text("def center(X):\n    return 0 * X, 0 * X[:, :1]\n")
