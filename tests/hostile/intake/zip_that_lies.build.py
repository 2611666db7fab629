# tries: a zip that says it is small, is encrypted and has another checksum
# error: "The archive `homework.zip` is broken or not a zip. Make it again, or hand in the file itself."
import io
import zipfile


def build(folder):
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("vault.py", "def center(X):\n    return X\n" * 1000)
    data = bytearray(raw.getvalue())
    at = data.rfind(b"PK\1\2")
    data[at + 24 : at + 28] = (10).to_bytes(4, "little")  # unpacked size
    data[at + 16 : at + 20] = bytes(4)  # checksum
    (folder / "homework.zip").write_bytes(data)
