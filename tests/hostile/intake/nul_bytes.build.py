# tries: NUL bytes, at which a parser of C stops
# error: "`vault.py` is not a text file: it holds NUL bytes. Save it again as UTF-8 text."
def build(folder):
    (folder / "vault.py").write_bytes(b"x = 1\0\nimport os\n")
