"""The stand-in clamd speaks the protocol of clamd(8), and misbehaves as it is told."""

import pathlib
import socket
import struct
import subprocess
import tempfile
import time
import unittest

HERE = pathlib.Path(__file__).parent
EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


class StandInClamdTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.socket = self.folder / "clamd.sock"
        self.clamd = subprocess.Popen(
            ["/usr/bin/python3", "-B", str(HERE / "stand_in_clamd.py"), "--socket", str(self.socket),
             "--mode", str(self.folder / "mode"), "--limit", "100000"])
        self.addCleanup(self.stop)
        while not self.socket.exists():
            self.assertIsNone(self.clamd.poll())
            time.sleep(0.01)

    def stop(self):
        self.clamd.terminate()
        self.clamd.wait()

    def ask(self, data):
        with socket.socket(socket.AF_UNIX) as client:
            client.connect(str(self.socket))
            client.sendall(data)
            reply = b""
            while piece := client.recv(4096):
                reply += piece
            return reply

    def scan(self, content, size=7):
        pieces = [content[at:at + size] for at in range(0, len(content), size)]
        return self.ask(b"zINSTREAM\0" + b"".join(
            struct.pack("!I", len(piece)) + piece for piece in [*pieces, b""]))

    def test_it_answers_a_ping(self):
        self.assertEqual(self.ask(b"zPING\0"), b"PONG\0")

    def test_it_finds_the_test_file_across_pieces(self):
        self.assertEqual(self.scan(b"a paper to read"), b"stream: OK\0")
        self.assertEqual(self.scan(b""), b"stream: OK\0")
        self.assertEqual(self.scan(b"%PDF " + EICAR + b" %%EOF"),
                         b"stream: Eicar-Test-Signature FOUND\0")

    def test_it_refuses_a_stream_beyond_its_limit(self):
        self.assertEqual(self.ask(b"zINSTREAM\0" + struct.pack("!I", 100001)),
                         b"INSTREAM size limit exceeded. ERROR\0")

    def test_it_misbehaves_as_it_is_told(self):
        for mode, reply in (("error", b"stream: Can't allocate memory ERROR\0"), ("closed", b""),
                            ("garbled", b"stream: perhaps\0")):
            (self.folder / "mode").write_text(mode + "\n")
            self.assertEqual(self.scan(b"x"), reply, mode)

    def test_it_goes_with_its_socket(self):
        self.stop()
        self.assertFalse(self.socket.exists())


if __name__ == "__main__":
    unittest.main()
