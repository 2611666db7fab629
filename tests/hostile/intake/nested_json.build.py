# tries: a notebook nested 100,000 deep, on which a parser of JSON overflows its stack
# error: "`vault.ipynb` is not a notebook: it has no list of cells. Open it in Jupyter, save it and hand it in again."
def build(folder):
    (folder / "vault.ipynb").write_text('{"cells":' + "[" * 100_000)
