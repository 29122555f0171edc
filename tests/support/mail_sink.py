"""A mail server that delivers into a folder: one .eml file a mail, whole or not at all.

Refuses on demand: each line of --faults is `PATTERN CODE`, for instance `*@full.example 451`; a
recipient that matches the shell pattern is answered with that code for as long as the line stands.
`GREETING CODE` refuses whoever connects, `MAIL CODE` every sender.
"""

import argparse
import fnmatch
import os
import pathlib
import signal
import socket
import ssl
import threading
import time
import uuid

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP

REASONS = {"451": "451 4.3.0 try again later", "550": "550 5.1.1 no such mailbox"}


class Faults:
    def __init__(self, file):
        self._file = file

    def answer_to(self, what):
        """How it is refused; None: it is not."""
        lines = self._file.read_text().split("\n") if self._file.exists() else []
        for pattern, code in (line.split() for line in lines if line.strip()):
            if fnmatch.fnmatch(what.lower(), pattern.lower()):
                return REASONS.get(code, f"{code} refused")
        return None


class Door(SMTP):
    """Refuses in the greeting; what it is told after that has no answer."""

    faults = None

    async def push(self, status):
        refusal = self.faults.answer_to("greeting") if str(status).startswith("220 ") else None
        await super().push(refusal or status)
        if refusal:
            self.transport.close()


class Sink:
    def __init__(self, folder, faults):
        self._folder = folder
        self._faults = faults

    async def handle_MAIL(self, server, session, envelope, address, options):
        refusal = self._faults.answer_to("mail")
        if not refusal:
            envelope.mail_from = address
        return refusal or "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        refusal = self._faults.answer_to(address)
        if refusal:
            return f"{refusal} <{address}>"  # as relays do
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        name = f"{time.time_ns()}-{uuid.uuid4().hex[:8]}.eml"
        head = f"X-Envelope-From: {envelope.mail_from}\r\n" + "".join(
            f"X-Envelope-To: {address}\r\n" for address in envelope.rcpt_tos)
        fresh = self._folder / f".{name}"
        with open(fresh, "wb") as file:
            file.write(head.encode() + envelope.original_content)
            file.flush()
            os.fsync(file.fileno())
        fresh.rename(self._folder / name)
        return "250 OK"


def free_port(port_file):
    """The port of the last time (also kept in a file ending in .last) when it is free."""
    known = [file for file in (port_file, port_file.with_suffix(".last")) if file.exists()]
    remembered = known[0].read_text().strip() if known else "0"
    for port in (int(remembered), 0):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return probe.getsockname()[1]
    raise SystemExit("no free port")


def main():
    parser = argparse.ArgumentParser(description="mail server for tests")
    parser.add_argument("--mail", type=pathlib.Path, required=True)
    parser.add_argument("--faults", type=pathlib.Path, required=True)
    parser.add_argument("--port-file", type=pathlib.Path, required=True)
    parser.add_argument("--certificate", help="PEM; mails are then taken after STARTTLS alone")
    parser.add_argument("--key", help="of the certificate, PEM")
    options = parser.parse_args()

    options.mail.mkdir(parents=True, exist_ok=True)
    port = free_port(options.port_file)
    faults = Faults(options.faults)

    class Server(Controller):
        def factory(self):
            door = Door(self.handler, **self.SMTP_kwargs)
            door.faults = faults
            return door

    tls = {}
    if options.certificate:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(options.certificate, options.key)
        tls = {"tls_context": context, "require_starttls": True}
    controller = Server(Sink(options.mail, faults), hostname="127.0.0.1", port=port,
                        enable_SMTPUTF8=True, **tls)
    controller.start()
    fresh = options.port_file.with_suffix(".new")
    fresh.write_text(f"{port}\n")
    fresh.rename(options.port_file)

    done = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: done.set())
    done.wait()
    controller.stop()


if __name__ == "__main__":
    main()
