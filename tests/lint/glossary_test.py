"""The lint of the glossary finds what it is there for, and says nothing of what is right."""

import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import glossary  # noqa: E402

GLOSSARY = """
## Glossary

| English | zh-TW | meaning | not in English | not in Chinese |
|---|---|---|---|---|
| email address | `電子郵件`, `信箱` | where emails go to | mailbox | 郵箱 |
| application | 申請 | of one service | case | |

## What no sentence says

| not | instead |
|---|---|
| throw away | delete |
| 網絡 | 網路 |
"""
HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'


def found(message, translation, english=""):
    with tempfile.TemporaryDirectory() as folder:
        for language, text in (("zh_TW", translation), ("en", english)):
            file = pathlib.Path(folder) / language / "site.po"
            file.parent.mkdir()
            entry = f'\nmsgid "{message}"\nmsgstr "{text}"\n' if text else ""
            file.write_text(HEADER + entry, encoding="utf-8")
        return list(glossary.problems(pathlib.Path(folder), GLOSSARY))


class GlossaryTest(unittest.TestCase):
    def test_takes_what_is_right(self):
        self.assertEqual([], found("Your email address", "您的電子郵件"))
        self.assertEqual([], found("Use a lower-case letter", "請用小寫字母"))
        self.assertEqual([], found("Sent to {MAILBOX}.", "已寄至 {MAILBOX}。"))

    def test_names_an_english_word_of_another_term(self):
        self.assertIn("'mailboxes'", found("Two mailboxes", "兩個信箱")[0])
        self.assertIn("instead: application", found("View the case", "檢視")[0])

    def test_names_what_no_sentence_says(self):
        self.assertIn("instead: delete", found("Throw away the draft", "刪除草稿")[0])
        self.assertIn("instead: 網路", found("Network", "網絡")[0])

    def test_names_a_chinese_word_of_another_term(self):
        self.assertIn("郵箱", found("Address", "郵箱")[0])

    def test_holds_the_translation_to_the_term(self):
        self.assertEqual(1, len(found("Your email address", "您的帳號")))

    def test_reads_the_english_where_it_differs_from_the_message(self):
        self.assertEqual([], found("Mailbox", "信箱", "Email address"))
        self.assertIn("en/site.po", found("Address", "信箱", "Mailbox")[0])

    def test_refuses_a_glossary_that_says_nothing(self):
        with self.assertRaises(ValueError):
            glossary.read("## Glossary\n\n## What no sentence says\n")


if __name__ == "__main__":
    unittest.main()
