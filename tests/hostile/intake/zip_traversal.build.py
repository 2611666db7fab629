# tries: a zip whose paths lead out of it, to where results and solutions are
# error: "The path of `../../../../tmp/left-by-a-hostile/vault.py` leads out of the archive `homework.zip`. Make the archive again from the folder of your homework."
import zipfile


def build(folder):
    with zipfile.ZipFile(folder / "homework.zip", "w") as archive:
        archive.writestr("../../../../tmp/left-by-a-hostile/vault.py", "x = 1")
