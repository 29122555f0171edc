#!/usr/bin/python3
"""turn_page.py FILE MATRIX OUT: every page of a PDF drawn through "a b c d e f", as a crooked scan."""

import base64
import json
import subprocess
import sys
import tempfile

source, matrix, target = sys.argv[1:]
whole = json.loads(subprocess.check_output(["qpdf", "--json=2", "--json-stream-data=inline", source]))
objects = whole["qpdf"][1]


def stream(text):
    data = base64.b64encode(text.encode()).decode()
    return {"stream": {"data": data, "dict": {}}}


highest = max(int(key[4:].split()[0]) for key in objects if key.startswith("obj:"))
objects[f"obj:{highest + 1} 0 R"] = stream(f"q {matrix} cm\n")
objects[f"obj:{highest + 2} 0 R"] = stream("\nQ")
whole["qpdf"][0]["maxobjectid"] = highest + 2
for entry in objects.values():
    page = entry.get("value")
    if isinstance(page, dict) and page.get("/Type") == "/Page":
        contents = page["/Contents"]
        contents = contents if isinstance(contents, list) else [contents]
        page["/Contents"] = [f"{highest + 1} 0 R", *contents, f"{highest + 2} 0 R"]
        page["/MediaBox"] = [-120, -120, 960, 960]
# qpdf goes back and forth in what it reads.
with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
    json.dump(whole, file)
    file.flush()
    subprocess.run(["qpdf", "--json-input", file.name, target], check=True)
