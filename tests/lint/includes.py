"""Every #include goes in the direction the layers allow, and every library stays in its room.

A layer is the longest folder below that a path starts with; a file directly in fcgi/ is a main and
may see everything, as may the tests.
"""

import pathlib
import re
import sys

LAYERS = {
    "fcgi/base": {"fcgi/base"},
    "fcgi/http": {"fcgi/http", "fcgi/base"},
    "fcgi/pool": {"fcgi/pool", "fcgi/http", "fcgi/base"},
    "handlers/rules": {"handlers/rules"},
    "sql": {"sql", "handlers/rules", "fcgi/base"},
    "views": {"views", "handlers/rules", "fcgi/base"},
    "handlers": {"handlers", "handlers/rules", "sql", "views", "fcgi/base", "fcgi/http"},
}

# Beginnings of library headers and the only places (layer or beginning of a path) they appear in.
LIBRARIES = {
    "fcgi": ("fcgi/http",),
    "boost/asio": ("fcgi/pool",),
    "systemd/": ("fcgi/pool", "fcgi/base"),
    "openssl/": ("fcgi/base",),
    "argon2": ("fcgi/base",),
    "toml++/": ("fcgi/base",),
    "cppconn/": ("sql",),
    "mysql": ("sql",),
    "ctemplate/": ("views/",),
    "boost/locale": ("views/",),
    "pango/": ("views/pdf",),
    "cairo": ("views/pdf", "views/captcha_picture"),
    "qrencode": ("views/pdf",),
    "jpeglib": ("handlers/application/picture", "views/pdf"),
    "png": ("handlers/application/picture",),
    "curl/": ("handlers/",),
    "magic": ("handlers/",),
    "nlohmann/": ("handlers/", "sql", "fcgi/pool"),
    "CLI/": ("handlers/operator",),
    "ZXing/": ("handlers/operator",),
    "poppler": ("handlers/operator",),
}

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^">]+)[">]', re.MULTILINE)
STANDARD = re.compile(r"[a-z_0-9]+")


def layer_of(path):
    folder = path.rpartition("/")[0]
    while folder and folder not in LAYERS:
        folder = folder.rpartition("/")[0]
    return folder


def problems(path, text):
    layer = layer_of(path)
    for kind, header in INCLUDE.findall(text):
        if kind == '"':
            if "/" not in header:
                yield f"{path}: \"{header}\" does not start at the repository's root"
            elif layer and layer_of(header) not in LAYERS[layer]:
                yield f"{path}: {layer} must not see {header}"
            continue
        if not layer:
            continue
        if layer == "handlers/rules" and not STANDARD.fullmatch(header):
            yield f"{path}: the rules stand on the standard library alone, not on <{header}>"
        for beginning, places in LIBRARIES.items():
            if header.startswith(beginning) and not path.startswith(places):
                yield f"{path}: <{header}> belongs to {' and '.join(places)}"


def main(root):
    files = [file for folder in ("fcgi", "handlers", "sql", "views", "tests")
             for pattern in ("*.h", "*.cc") for file in (root / folder).rglob(pattern)
             if "node_modules" not in file.parts]
    found = [problem for file in sorted(files)
             for problem in problems(str(file.relative_to(root)), file.read_text())]
    if not files:
        found.append("no source file found")
    print("\n".join(found) if found else f"{len(files)} files look where they may")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(__file__).parents[2]))
