# tries: a zip in which the homework is a link to a secret file
# error: "In the archive `homework.zip`, `vault.py` is a link or a device; expected a file. Hand in the file itself."
import stat
import zipfile


def build(folder):
    entry = zipfile.ZipInfo("vault.py")
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(folder / "homework.zip", "w") as archive:
        archive.writestr(entry, "../../course/solutions/vault/vault.py")
