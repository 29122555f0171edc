"""Every #include goes in the direction the layers allow, and every library stays in its room.

A layer (a room, in handlers/) is the longest folder below that a path starts with; a file directly
in fcgi/ is a main and may see everything, as may the tests. A row names the layers that the layer
may see beside itself. The rows form no circle, and none names a layer or library that nothing uses.
"""

import pathlib
import re
import sys

# What every room of handlers/ stands on.
BELOW = {"handlers/rules", "sql", "views", "fcgi/base", "fcgi/http"}
# What an area of the site stands on; areas never see each other.
ROOMS = {"handlers/web", "handlers/mail", "handlers/form", "handlers/papers"} | BELOW
AREAS = ("account", "application", "cases", "correction", "download", "payment", "progress",
         "review", "site", "todo", "withdrawal")

LAYERS = {
    "fcgi/base": set(),
    "fcgi/http": {"fcgi/base"},
    "fcgi/pool": {"fcgi/http", "fcgi/base"},
    "handlers/rules": set(),
    "sql": {"handlers/rules", "fcgi/base"},
    "views": {"handlers/rules", "fcgi/base"},
    "handlers/web": BELOW,
    "handlers/mail": BELOW,
    "handlers/form": {"handlers/web"} | BELOW,
    "handlers/papers": {"handlers/form", "handlers/web"} | BELOW,
    **{f"handlers/{area}": ROOMS for area in AREAS},
    # routes, forms and dispatch
    "handlers": {f"handlers/{area}" for area in AREAS} | {"handlers/web"} | BELOW,
    "handlers/jobs": {"handlers/payment", "handlers/review", "handlers/web", "handlers/mail", "handlers/papers",
                      "handlers/rules", "sql", "views", "fcgi/base"},
    "handlers/operator": {f"handlers/{area}" for area in AREAS} | {"handlers/jobs", "handlers"} | ROOMS,
}

# Beginnings of library headers and the only places (beginnings of a path) they appear in.
LIBRARIES = {
    "fcgi": ("fcgi/http",),
    "boost/asio": ("fcgi/pool",),
    "systemd/": ("fcgi/pool",),
    "openssl/": ("fcgi/base", "handlers/papers"),
    "argon2": ("fcgi/base",),
    "fido": ("handlers/account/webauthn",),
    "opencc/": ("fcgi/base",),
    "unicode/": ("fcgi/base",),
    "toml++/": ("fcgi/base",),
    "cppconn/": ("sql",),
    "ctemplate/": ("views/",),
    "boost/locale": ("views/",),
    "pango/": ("views/pdf",),
    "hb": ("views/pdf",),
    "cairo": ("views/pdf", "views/pages/captcha_picture"),
    "qrencode": ("views/pdf",),
    "libheif/": ("handlers/form/picture_heic",),
    "jpeglib": ("handlers/form/picture",),
    "png": ("handlers/form/picture",),
    "qpdf/": ("handlers/form/pdf_",),
    "dlib/": ("handlers/form/faces",),
    "zip": ("handlers/account/zip_archive",),
    "curl/": ("handlers/mail", "handlers/payment"),
    "nlohmann/": (
        "handlers/account/personal_data_json", "handlers/account/webauthn", "handlers/operator", "sql"),
    "CLI/": ("handlers/operator",),
    "ZXing/": ("handlers/operator",),
    "poppler": ("handlers/operator",),
}

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^">]+)[">]', re.MULTILINE)
# std::expected of C++23 for C++20: the one header that the rules include beside the standard
# library.
EXPECTED = "tl/expected.hpp"
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
            elif layer and layer_of(header) not in LAYERS[layer] | {layer}:
                yield f"{path}: {layer} must not see {header}"
            continue
        if not layer:
            continue
        if layer == "handlers/rules" and header != EXPECTED and not STANDARD.fullmatch(header):
            yield f"{path}: the rules stand on the standard library alone, not on <{header}>"
        for beginning, places in LIBRARIES.items():
            if header.startswith(beginning) and not path.startswith(places):
                yield f"{path}: <{header}> belongs to {' and '.join(places)}"


def circles():
    """The layers that see themselves by way of others."""
    for layer in LAYERS:
        seen, ahead = set(), set(LAYERS[layer])
        while ahead:
            at = ahead.pop()
            seen.add(at)
            ahead |= LAYERS[at] - seen
        if layer in seen:
            yield f"{layer} sees itself by way of the layers it may see"


def unused(includes):
    """Rows and entries of the tables above that no file needs. `includes`: (path, header) pairs."""
    edges = {(layer_of(path), layer_of(header)) for path, header in includes if "/" in header}
    folders = {layer_of(path) for path, _ in includes}
    for layer in LAYERS:
        if layer not in folders:
            yield f"the layer {layer} has no file"
    for layer in ("fcgi/http", "fcgi/pool", "sql", "views", "handlers/jobs"):
        for seen in sorted(LAYERS[layer]):
            if (layer, seen) not in edges:
                yield f"{layer} need not see {seen}"
    for beginning, places in LIBRARIES.items():
        for place in places:
            if not any(header.startswith(beginning) and path.startswith(place)
                       for path, header in includes):
                yield f"<{beginning}…> is not used in {place}"


def main(root):
    files = [file for folder in ("fcgi", "handlers", "sql", "views", "tests")
             for pattern in ("*.h", "*.cc") for file in (root / folder).rglob(pattern)
             if "node_modules" not in file.parts]
    found = [problem for file in sorted(files)
             for problem in problems(str(file.relative_to(root)), file.read_text())]
    includes = [(str(file.relative_to(root)), header) for file in files
                for _, header in INCLUDE.findall(file.read_text())]
    found += [*circles(), *unused(includes)]
    if not files:
        found.append("no source file found")
    print("\n".join(found) if found else f"{len(files)} files look where they may")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(__file__).parents[2]))
