# tries: a link to the reference in place of the homework
# error: "`vault.py` is a link that leads out of its folder or to nothing. Hand in the file itself."
def build(folder):
    (folder / "vault.py").symlink_to("../../course/solutions/vault/vault.py")
