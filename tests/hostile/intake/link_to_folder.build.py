# tries: a link to the folder of the reference
# error: "`work` is a link that leads out of its folder or to nothing. Hand in the file itself."
def build(folder):
    (folder / "work").symlink_to("../../course/solutions/vault")
