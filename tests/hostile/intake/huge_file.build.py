# tries: a notebook of 300 MB, which nobody wants in memory
# error: "`vault.ipynb` is larger than 20 MiB. Clear the outputs of the notebook, save it and hand it in again."
import os


def build(folder):
    with (folder / "vault.ipynb").open("wb") as file:
        file.write(b'{"cells": [')
        os.truncate(file.fileno(), 300 << 20)
