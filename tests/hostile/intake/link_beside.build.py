# tries: to have the reference imported, through a link beside the homework
# symptoms: {center: raised, seal: raised}
# says: "Left out: `solution.py` is a link that leads out of its folder"
TEXT = """
def center(X):
    import solution

    return solution.center(X)[0:2] + ()


def seal(X):
    from solution import KEY

    return X + KEY.reshape(-1, 1)
"""


def build(folder):
    (folder / "vault.py").write_text(TEXT)
    (folder / "solution.py").symlink_to("../../course/solutions/vault/vault.py")
