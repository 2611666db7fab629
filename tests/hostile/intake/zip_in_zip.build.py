# tries: a zip in a zip in a zip, each with many copies of the next
# error: "The archive `c.zip` lies inside another one and is too large or too deeply nested to be opened. Hand in the file itself."
import io
import zipfile


def packed(name, data, copies=1):
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(copies):
            archive.writestr(f"{number}/{name}" if copies > 1 else name, data)
    return raw.getvalue()


def build(folder):
    data = packed("vault.py", b"x = 1\n" * 100)
    for name in ("c.zip", "b.zip"):
        data = packed(name, data)
    (folder / "a.zip").write_bytes(data)
