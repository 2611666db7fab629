# tries: 4 MB of x=1, which takes a parser 12 seconds and 2 GB
# error: "`vault.py` holds more than 1 MiB of code. Hand in only the functions, without data."
def build(folder):
    (folder / "vault.py").write_text("x=1\n" * (1 << 20))
