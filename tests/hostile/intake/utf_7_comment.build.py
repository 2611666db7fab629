# tries: a coding comment with which a line that looks like a comment is code
# error: "`vault.py` is not UTF-8 text (byte 63). Save it again with the encoding UTF-8."
TEXT = b"# -*- coding: utf-7 -*-\n# +AAo-import os\n+AGQ-ef center(X): # \xe9\n"


def build(folder):
    (folder / "vault.py").write_bytes(TEXT)
