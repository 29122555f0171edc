"""Makes the files that students hand in, good and bad, with the programs that make such files.

usage: upload_files.py FOLDER BASE.PDF    BASE.PDF is any paper of one page.
"""

import pathlib
import random
import subprocess
import sys
import zipfile
import zlib

LIMIT = 512 * 1024
UPLOAD_LIMIT = 20 * 1024 * 1024
folder, base = map(pathlib.Path, sys.argv[1:])


def run(*command):
    subprocess.run([str(part) for part in command], check=True, cwd=folder)


def write(name, content):
    (folder / name).write_bytes(content)


def read(name):
    return (folder / name).read_bytes()


def pictures():
    picture = ["-size", "700x900", "gradient:#c9a58a-#35506b"]
    for name, *ways in [
            ("photo.jpg",), ("progressive.jpg", "-interlace", "JPEG"),
            ("cmyk.jpg", "-colorspace", "CMYK"), ("grey.jpg", "-colorspace", "Gray"),
            ("plain.png", "-depth", "8"), ("interlaced.png", "-interlace", "PNG"),
            ("sixteen.png", "-depth", "16", "-define", "png:bit-depth=16"),
            ("alpha.png", "-alpha", "set", "-channel", "A", "-evaluate", "set", "50%"),
            ("phone.heic",), ("picture.webp",), ("picture.gif",), ("picture.tiff", "-depth", "8", "-compress", "zip")]:
        run("convert", *picture, *ways, name)
    run("convert", "-size", "200x300", "gradient:", "scan.bmp")
    run("convert", "-size", "300x400", "gradient:", "small.jpg")
    for name in ["photo.jpg", "plain.png", "scan.bmp"]:
        whole = read(name)
        write(f"cut-{name}", whole[:len(whole) // 2])
    # What was lost on the way: a hole in the middle, the ends as they were.
    for name in ["photo.jpg", "plain.png"]:
        hole = bytearray(read(name))
        at = len(hole) // 2
        hole[at:at + 400] = random.Random(7).randbytes(400).replace(b"\xff", b"\xfe")
        write(f"hole-{name}", bytes(hole))


def chunk(kind, data):
    body = kind + data
    return len(data).to_bytes(4, "big") + body + zlib.crc32(body).to_bytes(4, "big")


def bombs():
    """Small files of very many pixels."""
    side = 30_000
    pack = zlib.compressobj(9)
    row = bytes(side // 8 + 1)
    pixels = b"".join(pack.compress(row) for _ in range(side)) + pack.flush()
    size = side.to_bytes(4, "big") * 2
    write("bomb.png", b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", size + b"\x01\0\0\0\0") +
          chunk(b"IDAT", pixels) + chunk(b"IEND", b""))
    jpeg = bytearray(read("photo.jpg"))
    frame = jpeg.index(b"\xff\xc0")
    jpeg[frame + 5:frame + 9] = (60_000).to_bytes(2, "big") * 2
    write("bomb.jpg", bytes(jpeg))


def locked_papers():
    def locked(name, length, *ways, user="secret", more=()):
        run("qpdf", "--allow-weak-crypto", *more, "--encrypt", user, "owner", length, *ways, "--",
            base, name)

    locked("locked-rc4-40.pdf", 40)
    locked("locked-rc4-128.pdf", 128)
    locked("locked-aes-128.pdf", 128, "--use-aes=y")
    locked("locked-aes-256.pdf", 256)
    locked("locked-objects.pdf", 256, more=["--object-streams=generate"])
    locked("locked-metadata-open.pdf", 256, "--cleartext-metadata")
    locked("owner-rc4-40.pdf", 40, user="")
    locked("owner-aes-128.pdf", 128, "--use-aes=y", "--print=none", user="")
    locked("owner-aes-256.pdf", 256, "--print=none", "--extract=n", user="",
           more=["--object-streams=generate"])


def changed_papers():
    run("qpdf", "--qdf", "--object-streams=disable", base, "plain.qdf")
    plain = read("plain.qdf")

    def changed(name, old, new):
        assert old in plain, old
        mended = subprocess.run(["fix-qdf"], input=plain.replace(old, new, 1), check=True,
                                capture_output=True)
        write(name, mended.stdout)

    catalog = b"/Type /Catalog"
    changed("script.pdf", catalog,
            catalog + b" /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>")
    changed("launch.pdf", catalog, catalog + b" /OpenAction << /S /Launch /F (calc.exe) >>")
    box = plain[plain.index(b"/MediaBox"):]
    box = box[:box.index(b"]") + 1]
    changed("huge-page.pdf", box, b"/MediaBox [ 0 0 14400 14400 ]")
    run("qpdf", "--object-streams=generate", base, "objects.pdf")
    run("qpdf", "--linearize", base, "linear.pdf")
    run("pdftocairo", "-pdf", base, "cairo.pdf")
    run("qpdf", "--empty", "pageless.pdf")
    run("qpdf", base, "--add-attachment", folder / "photo.jpg", "--", "carrier.pdf")


def damaged_papers():
    whole = base.read_bytes()
    write("cut.pdf", whole[:len(whole) // 2])
    write("cut-end.pdf", whole[:-40])
    content = bytearray(read("objects.pdf"))
    at = content.index(b"stream\n") + 20
    content[at:at + 60] = random.Random(7).randbytes(60)
    write("hole.pdf", bytes(content))


def strangers():
    write("empty.pdf", b"")
    write("page.pdf", b"<!DOCTYPE html><title>x</title><script>alert(1)</script>")
    write("drawing.png", b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
    write("words.pdf", "在學證明".encode())
    write("phone.avif", b"\0\0\0\x1cftypavif\0\0\0\0avifmif1miaf" + bytes(300))
    for name, inside in [("letter.docx", "word/document.xml"), ("archive.pdf", "a.txt")]:
        with zipfile.ZipFile(folder / name, "w") as packed:
            packed.writestr("[Content_Types].xml", "<Types/>")
            packed.writestr(inside, "<x/>")
    write("zip-and-paper.pdf", read("archive.pdf") + base.read_bytes())
    write("html-and-paper.pdf", b"<script>alert(1)</script>\n" + base.read_bytes())


def sizes():
    photo = read("photo.jpg")
    for name, size in [("just-fits.jpg", LIMIT - 1), ("no-longer-fits.jpg", LIMIT),
                       ("photo-just-fits.jpg", UPLOAD_LIMIT),
                       ("photo-one-too-many.jpg", UPLOAD_LIMIT + 1)]:
        write(name, photo + bytes(size - len(photo)))
    for name, size in [("upload-just-fits.pdf", UPLOAD_LIMIT), ("upload-one-too-many.pdf", UPLOAD_LIMIT + 1)]:
        write(name, padded(size))


def padded(size):
    """A paper with a comment before its end that makes it so large."""
    paper = base.read_bytes()
    end = paper.rindex(b"startxref")
    return paper[:end] + b"%" + b" " * (size - len(paper) - 2) + b"\n" + paper[end:]


def scanned(name, jpeg, width, height, pages):
    """Pages of A4 that each show the picture, as scanners write them."""
    kids = " ".join(f"{3 + 3 * page} 0 R" for page in range(pages))
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>",
               f"<< /Type /Pages /Kids [{kids}] /Count {pages} >>".encode()]
    for page in range(pages):
        own = 3 + 3 * page
        drawn = b"q 595 0 0 842 0 0 cm /Scan Do Q"
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {own + 1} 0 R"
            f" /Resources << /XObject << /Scan {own + 2} 0 R >> >> >>".encode(),
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn),
            f"<< /Type /XObject /Subtype /Image /Width {width} /Height {height} /ColorSpace /DeviceRGB"
            f" /BitsPerComponent 8 /Filter /DCTDecode /Length {len(jpeg)} >>\nstream\n".encode()
            + jpeg + b"\nendstream"]
    paper, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(paper))
        paper += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    write(name, paper + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\n"
          b"startxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table, len(objects) + 1, len(paper)))


def scans():
    """What is larger than what is kept of it."""
    grain = ["-size", "1654x2339", "xc:#e8e4da", "-seed", "7", "+noise", "Gaussian"]
    run("convert", *grain, "-quality", "92", "scan-page.jpg")
    scanned("scanned.pdf", read("scan-page.jpg"), 1654, 2339, pages=2)
    run("convert", "scan-page.jpg", "-resize", "50%", "large.png")
    run("convert", "scan-page.jpg", "-resize", "50%", "large.bmp")
    run("qpdf", "--qdf", "--object-streams=disable", base, "full.qdf")
    letters = random.Random(7).randbytes(900_000).hex()[:1_200_000].encode()
    at = read("full.qdf").index(b"stream\n") + len(b"stream\n")
    mended = subprocess.run(["fix-qdf"], input=read("full.qdf")[:at] + b"% " + letters + b"\n" + read("full.qdf")[at:],
                            check=True, capture_output=True)
    write("full.pdf", mended.stdout)


def phone():
    """One picture as a phone stores it in each way of holding it; the corners tell which is up."""
    run("convert", "-size", "1512x2016", "xc:#d00", "xc:#0d0", "+append", "(", "-size", "1512x2016",
        "xc:#00d", "xc:#ddd", "+append", ")", "-append", "+noise", "Gaussian", "-quality", "95",
        "upright.jpg")
    stored = {1: [], 2: ["-flop"], 3: ["-rotate", "180"], 4: ["-flip"], 5: ["-transpose"],
              6: ["-rotate", "270"], 7: ["-transverse"], 8: ["-rotate", "90"]}
    for orientation, ways in stored.items():
        name = f"phone-{orientation}.jpg"
        run("convert", "upright.jpg", *ways, "-quality", "95", name)
        run("exiftool", "-q", "-overwrite_original", "-n", f"-Orientation={orientation}",
            "-Model=Phone", "-GPSLatitude=25", name)
        held = read(name)
        assert len(held) < UPLOAD_LIMIT, len(held)
        write(name, held + bytes(UPLOAD_LIMIT - len(held)))


for make in [pictures, bombs, locked_papers, changed_papers, damaged_papers, strangers, sizes, scans, phone]:
    make()
