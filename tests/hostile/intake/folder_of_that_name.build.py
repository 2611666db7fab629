# tries: a folder that is called like the homework
# error: "`vault.py` is a folder or a device; expected a file. Hand in the file itself."
def build(folder):
    (folder / "vault.py").mkdir()
    (folder / "vault.py" / "vault.py").write_text("x = 1")
