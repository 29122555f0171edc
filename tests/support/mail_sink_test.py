"""The mail sink keeps what it accepts, whole, and refuses whom it is told to refuse."""

import pathlib
import smtplib
import subprocess
import tempfile
import time
import unittest

HERE = pathlib.Path(__file__).parent


class MailSinkTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.start()
        self.addCleanup(self.stop)

    def start(self):
        self.sink = subprocess.Popen(
            ["/usr/bin/python3", "-B", str(HERE / "mail_sink.py"), "--mail", str(self.folder / "mail"),
             "--faults", str(self.folder / "faults"), "--port-file", str(self.folder / "port")])
        while True:
            try:
                self.smtp = smtplib.SMTP("127.0.0.1", int((self.folder / "port").read_text()))
                return
            except (OSError, ValueError):
                self.assertIsNone(self.sink.poll())
                time.sleep(0.02)

    def stop(self):
        self.smtp.close()
        self.sink.kill()
        self.sink.wait()

    def mails(self):
        return sorted((self.folder / "mail").glob("[!.]*.eml"))

    def test_a_mail_is_one_file_with_every_byte(self):
        self.smtp.sendmail("from@a.example", ["to@b.example", "too@b.example"],
                           "Subject: x\r\n\r\n.dot\r\n中文\r\n".encode())
        [mail] = self.mails()
        self.assertEqual(
            "X-Envelope-From: from@a.example\r\nX-Envelope-To: to@b.example\r\n"
            "X-Envelope-To: too@b.example\r\nSubject: x\r\n\r\n.dot\r\n中文\r\n".encode(),
            mail.read_bytes())

    def test_refusals_last_as_long_as_their_line(self):
        (self.folder / "faults").write_text("full@* 451\n*@gone.example 550\n")
        for address, code in (("full@b.example", 451), ("any@gone.example", 550)):
            with self.assertRaises(smtplib.SMTPRecipientsRefused) as refused:
                self.smtp.sendmail("from@a.example", [address], "x")
            self.assertEqual(code, refused.exception.recipients[address][0])
        self.assertEqual([], self.mails())
        (self.folder / "faults").write_text("")
        self.smtp.sendmail("from@a.example", ["full@b.example"], "x")
        self.assertEqual(1, len(self.mails()))

    def test_a_sender_and_a_caller_may_be_refused(self):
        (self.folder / "faults").write_text("MAIL 553\n")
        with self.assertRaises(smtplib.SMTPSenderRefused):
            self.smtp.sendmail("from@a.example", ["to@b.example"], "x")
        (self.folder / "faults").write_text("GREETING 554\n")
        with self.assertRaises(smtplib.SMTPConnectError) as refused:
            smtplib.SMTP("127.0.0.1", int((self.folder / "port").read_text()))
        self.assertEqual(554, refused.exception.smtp_code)
        self.assertEqual([], self.mails())

    def test_a_killed_sink_comes_back_on_its_port_with_its_mails(self):
        self.smtp.sendmail("from@a.example", ["to@b.example"], "x")
        port = (self.folder / "port").read_text()
        self.stop()
        self.start()
        self.assertEqual(port, (self.folder / "port").read_text())
        self.assertEqual(1, len(self.mails()))


if __name__ == "__main__":
    unittest.main()
