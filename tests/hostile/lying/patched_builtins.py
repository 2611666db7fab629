# tries: to replace the builtins with which a check might be written
# symptoms: {center: crashed | malformed-reply | raised | wrong-type}
import builtins


def center(X):
    for name in ("all", "any", "abs", "len", "sum", "max", "min", "isinstance", "type", "round"):
        setattr(builtins, name, lambda *_, **__: True)
    builtins.AssertionError = builtins.Exception = KeyboardInterrupt
    builtins.__import__ = lambda *_, **__: None
    return X, X
