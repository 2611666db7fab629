# tries: to write its score to every descriptor but its own socket
# symptoms: {center: raised}
# says: "wrote to: [0, 1, 2]"
import os


def center(X):
    wrote = []
    for descriptor in [*range(3), *range(4, 2000)]:
        try:
            os.write(descriptor, b'{"score": 12}\n')
            wrote.append(descriptor)
        except OSError:
            pass
    raise LookupError(f"wrote to: {wrote}")
