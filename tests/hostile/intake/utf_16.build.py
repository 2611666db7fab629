# tries: an encoding that is not UTF-8, in which code looks like something else
# error: "`vault.py` is saved as UTF-16; expected UTF-8. Save it again with the encoding UTF-8."
def build(folder):
    (folder / "vault.py").write_text("x = 1", encoding="utf-16")
