"""The catalogs use the words of the glossary, one term a thing.

usage: glossary.py [CATALOGS GLOSSARY]
The glossary is the table in locale/README.md: English term, zh-TW, meaning, words not to use in
English, words not to use in Chinese. A Chinese term in `code` is held to: where a message says the
English term, its translation says one of those. The second table names what no sentence says.
English is read from the messages and from locale/en, Chinese from locale/zh_TW.
"""

import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import catalogs  # noqa: E402

HEADING = re.compile(r"^## (.*)$", re.MULTILINE)
CODE = re.compile(r"`([^`]+)`")
# Names of folders in the archive of one's data, which are no words of the sentence.
NAMES = ("The folders cases, drafts, permits and receipts",)
MARKER = re.compile(r"\{\{[^{}]+\}\}|\{[0-9A-Z_]+\}")


def section(text, title):
    parts = HEADING.split(text)
    found = [body for name, body in zip(parts[1::2], parts[2::2]) if name == title]
    if len(found) != 1:
        raise ValueError(f"the glossary has {len(found)} parts named {title!r}")
    return found[0]


def rows(text, cells):
    """Of a table, its head among them."""
    for line in text.split("\n"):
        if not line.startswith("|") or line.startswith("|---"):
            continue
        row = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if len(row) != cells:
            raise ValueError(f"{line!r} has {len(row)} cells instead of {cells}")
        yield row


def listed(cell):
    return [word.strip() for word in cell.split(",") if word.strip()]


def english(word):
    """A word or phrase with its plural, whole and in any case; a hyphen does not part words."""
    return re.compile(rf"(?<![\w-]){re.escape(word)}(?:s|es)?(?![\w-])", re.IGNORECASE)


def read(text):
    """(terms, not_english, not_chinese) of the glossary's text."""
    terms, not_english, not_chinese = [], [], []
    for term, chinese, _, avoid, chinese_avoid in list(rows(section(text, "Glossary"), 5))[1:]:
        held = CODE.findall(chinese)
        if held:
            terms.append((term, english(term), held))
        not_english += [(english(word), term) for word in listed(avoid)]
        not_chinese += [(word, chinese.replace("`", "")) for word in listed(chinese_avoid)]
    for word, instead in list(rows(section(text, "What no sentence says"), 2))[1:]:
        if re.search(r"[\u3000-\u9fff]", word):
            not_chinese.append((word, instead))
        else:
            not_english.append((english(word), instead))
    if not terms or not not_english or not not_chinese:
        raise ValueError("the glossary says nothing")
    return terms, not_english, not_chinese


def without_names(message):
    for part in NAMES:
        message = message.replace(part, "")
    return MARKER.sub("", message)


def english_problems(name, message, not_english):
    message = without_names(message)
    for pattern, instead in not_english:
        if match := pattern.search(message):
            yield f"{name}: {match[0]!r} in {message!r}; instead: {instead}"


def chinese_problems(name, message, translation, terms, not_chinese):
    for word, instead in not_chinese:
        if word in translation:
            yield f"{name}: {word} in {translation!r}; instead: {instead}"
    for term, pattern, held in terms:
        if pattern.search(without_names(message)) and not any(word in translation for word in held):
            yield f"{name}: {message!r} says {term!r}, {translation!r} none of {' '.join(held)}"


def problems(folder, glossary):
    terms, not_english, not_chinese = read(glossary)
    # The English of these is said by locale/en.
    elsewhere = {key for file in (folder / "en").glob("*.po") for key in catalogs.entries(file)}
    for file in sorted((folder / "zh_TW").glob("*.po")):
        for key, (translations, _) in catalogs.entries(file).items():
            message = key[1]
            if key not in elsewhere:
                yield from english_problems(file.name, message, not_english)
            for translation in translations:
                yield from chinese_problems(file.name, message, translation, terms, not_chinese)
    for file in sorted((folder / "en").glob("*.po")):
        for translations, _ in catalogs.entries(file).values():
            for translation in translations:
                yield from english_problems(f"en/{file.name}", translation, not_english)


def main(folder, glossary):
    found = list(problems(folder, glossary.read_text(encoding="utf-8")))
    print("\n".join(found) if found else "the catalogs use the words of the glossary")
    return 1 if found else 0


if __name__ == "__main__":
    if len(sys.argv) == 3:
        sys.exit(main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])))
    ROOT = pathlib.Path(__file__).parents[2] / "locale"
    sys.exit(main(ROOT, ROOT / "README.md"))
