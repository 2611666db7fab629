# tries: formulas, quotes, line ends and markup in the names of files
# error: "It is unclear which of `=1+1.py`, `a,\"b\";c.ipynb`, `xy<b>.py` is the homework. Hand in one of them, as `vault.py` or `vault.ipynb`."
# student: "+1+1,\"two\"; cells"
def build(folder):
    for name in ("=1+1.py", 'a,"b";c.ipynb', "x\ny<b>.py"):
        (folder / name).write_text("x = 1")
