"""Every template escapes by itself, and none takes a value where escaping cannot help.

Without AUTOESCAPE on its first line a template escapes nothing, silently. Whether they parse is for
the renderer to say, which reads every one of them at its start.
"""

import pathlib
import re
import sys

FIRST_LINES = {
    ".tpl": '{{%AUTOESCAPE context="HTML"}}',
    ".txt.tpl": "{{%PLAIN_TEXT}}",
}
# Attributes whose address ctemplate does not look at unless it is told to (:U=html), names made of
# values, and inline code.
FORBIDDEN = (
    (r"(?i)<[^>]*\s(formaction|poster|xlink:href|srcset|srcdoc|ping)\s*=\s*\"[^\"]*\{\{(?![A-Z_]+:U=html\}\})[A-Z]",
     "a value in an address that is not checked"),
    (r"<\{\{[A-Z]", "a value as the name of an element"),
    (r"(?i)<[^>]*\son[a-z]+\s*=", "inline script"),
    (r"(?i)<script(?![^>]*\bsrc=)[^>]*>(?!\s*</script>)(?![^<]*application/(ld\+)?json)",
     "inline script"),
    (r":none\}\}", "a value that is not escaped"),
)
INLINE_STYLE = r"(?i)<[^>]*\sstyle\s*="


def problems(path, text):
    kind = ".txt.tpl" if path.endswith(".txt.tpl") else ".tpl"
    first = FIRST_LINES[kind]
    if not text.startswith(first + "\n"):
        yield f"{path}: the first line is not {first}"
    if kind == ".txt.tpl":
        return
    for pattern, what in FORBIDDEN:
        for match in re.finditer(pattern, text):
            yield f"{path}:{text[:match.start()].count(chr(10)) + 1}: {what}"
    # A mail has no style sheet, a page has no other styles.
    if "/mail/" not in path:
        for match in re.finditer(INLINE_STYLE, text):
            yield f"{path}:{text[:match.start()].count(chr(10)) + 1}: inline style"


def main(root):
    files = sorted((root / "views").rglob("*.tpl"))
    found = []
    for file in files:
        path = str(file.relative_to(root))
        found += problems(path, file.read_text())
    if not files:
        found.append("no template found")
    print("\n".join(found) if found else f"{len(files)} templates are in order")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(__file__).parents[2]))
