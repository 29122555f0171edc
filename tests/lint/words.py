"""Words that were replaced by the field's own do not come back, in names, comments or documents.

usage: words.py [FILE…], all text files that git does not ignore by default
words.txt beside this file lists the words, what to write instead, and their legitimate uses.
Catalogs, lock files and the list of common passwords are not read: their words are chosen by
others. Nor is the schema: a file of it that was applied once is never changed again, not even in a
comment.
"""

import bisect
import pathlib
import re
import subprocess
import sys

NOT_READ = re.compile(r"\.po$|package-lock\.json$|common_passwords\.txt$|^sql/schema/|^tests/lint/words\.txt$")


def wording(text):
    """(words, allowed): pairs of pattern and advice, and patterns that are cut out first."""
    words, allowed = [], []
    for line in text.split("\n"):
        if not line or line.startswith("#"):
            continue
        kind, word, *advice = (cell.strip() for cell in re.split(r" +\| ", line))
        if kind == "name":
            words.append((re.compile(rf"(?:{word})(?![a-z])"), advice[0]))
        elif kind == "text":
            # Warehouse and household are other words; an underscore parts words.
            whole = rf"(?<![A-Za-z])(?i:{word})(?![A-Za-z])"
            words.append((re.compile(whole), advice[0]))
        elif kind == "allow":
            allowed.append(re.compile(word, re.IGNORECASE))
        else:
            raise ValueError(f"words.txt: {line!r} is neither name, text nor allow")
    return words, allowed


def problems(path, text, words, allowed):
    # Prose is wrapped, so that a phrase may stand on two lines: the file is read as one line,
    # without what begins a line of a comment.
    line_starts, joined = [], ""
    for line in text.split("\n"):
        line_starts.append(len(joined))
        joined += line.strip().lstrip("/#*-> ") + " "
    for pattern in allowed:
        joined = pattern.sub(lambda match: "·" * len(match[0]), joined)
    for pattern, advice in words:
        for match in pattern.finditer(joined):
            number = bisect.bisect_right(line_starts, match.start())
            yield f"{path}:{number}: {match[0]!r}; instead: {advice}"


def tracked(root):
    names = subprocess.run(
        ["git", "-C", root, "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        capture_output=True, text=True, check=True).stdout
    return sorted(name for name in names.split("\0") if name and (root / name).is_file())


def main(root, names):
    words, allowed = wording((root / "tests/lint/words.txt").read_text(encoding="utf-8"))
    found, read = [], 0
    for name in names or tracked(root):
        if NOT_READ.search(name):
            continue
        content = (root / name).read_bytes()
        if b"\0" in content:
            continue
        read += 1
        found += problems(name, content.decode("utf-8", "replace"), words, allowed)
        found += (problem.replace(":1:", ":", 1) for problem in problems(name, name, words, allowed))
    if not read:
        found.append("no file found")
    print("\n".join(found) if found else f"{read} files use the words in use")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(__file__).parents[2], sys.argv[1:]))
