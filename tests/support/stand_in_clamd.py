"""clamd as far as the site asks it: PING and INSTREAM over a Unix socket, as clamd(8) has them.

It finds the test file of EICAR wherever it stands among the bytes. How it behaves is one word in the
file --mode, read with each connection: `scan`, also without a file; `slow` takes everything and says
nothing; `error` cannot scan; `closed` breaks off without an answer; `garbled` says what no clamd
says. A stream beyond --limit bytes is refused as soon as its piece is announced.
"""

import argparse
import pathlib
import signal
import socketserver
import struct
import threading

# Written in two parts, so that no scanner takes this source for the test file itself.
EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
NAME = b"Eicar-Test-Signature"


class Clamd(socketserver.StreamRequestHandler):
    mode_file = None
    limit = 0

    def handle(self):
        # Whoever hangs up early is gone; there is nobody to tell.
        try:
            self.answer()
        except (BrokenPipeError, ConnectionResetError, struct.error):
            pass

    def answer(self):
        mode = self.mode_file.read_text().strip() if self.mode_file.exists() else "scan"
        command = self.read_command()
        if command == b"zPING":
            return self.say(b"PONG")
        if command != b"zINSTREAM":
            return self.say(b"UNKNOWN COMMAND")
        if mode == "closed":
            return None
        stream = self.read_stream()
        if stream is None:
            return self.say(b"INSTREAM size limit exceeded. ERROR")
        if mode == "slow":
            return self.rfile.read()  # until the other end gives up
        if mode == "error":
            return self.say(b"stream: Can't allocate memory ERROR")
        if mode == "garbled":
            return self.say(b"stream: perhaps")
        return self.say(b"stream: " + NAME + b" FOUND" if EICAR in stream else b"stream: OK")

    def say(self, words):
        self.wfile.write(words + b"\0")

    def read_command(self):
        command = b""
        while byte := self.rfile.read(1):
            if byte == b"\0":
                break
            command += byte
        return command

    def read_stream(self):
        """The bytes of all pieces; None: they are more than the limit."""
        stream = b""
        while True:
            (length,) = struct.unpack("!I", self.rfile.read(4))
            if length == 0:
                return stream
            if len(stream) + length > self.limit:
                return None
            stream += self.rfile.read(length)


class Server(socketserver.ThreadingUnixStreamServer):
    daemon_threads = True


def main():
    parser = argparse.ArgumentParser(description="clamd for tests")
    parser.add_argument("--socket", type=pathlib.Path, required=True)
    parser.add_argument("--mode", type=pathlib.Path, required=True)
    parser.add_argument("--limit", type=int, default=1 << 20, help="StreamMaxLength, in bytes")
    options = parser.parse_args()

    Clamd.mode_file = options.mode
    Clamd.limit = options.limit
    # Nobody sees the socket before somebody listens at it.
    fresh = options.socket.with_suffix(".new")
    server = Server(str(fresh), Clamd)
    fresh.rename(options.socket)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: threading.Thread(target=server.shutdown).start())
    server.serve_forever(poll_interval=0.05)
    options.socket.unlink(missing_ok=True)


if __name__ == "__main__":
    main()
