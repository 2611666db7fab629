# tries: a zip of which a megabyte unpacks to a gigabyte
# error: "`vault.py` holds more than 1 MiB of code. Hand in only the functions, without data."
import zipfile


def build(folder):
    with zipfile.ZipFile(folder / "homework.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open("vault.py", "w", force_zip64=True) as file:
            for _ in range(256):
                file.write(bytes(1 << 20))
