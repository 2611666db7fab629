# tries: to import modules of its own that are called like the worker's
# symptoms: {center: raised}
# says: "protocol worker wire"
TEXT = """
import protocol
import wire
import worker


def center(X):
    raise LookupError(f"{protocol.NAME} {worker.NAME} {wire.NAME}")
"""


def build(folder):
    (folder / "vault.py").write_text(TEXT)
    for name in ("protocol", "worker", "wire", "zygote", "numpy_core", "lockdown"):
        (folder / f"{name}.py").write_text(f"NAME = '{name}'\n\n\ndef pack(*_):\n    return 12\n")
