"""The e-Government payment platform: session, payment page, confirmation, batch check.

Only the shape of the platform is public; what is assumed of its messages stands in
handlers/payment/egov_message.h, and is checked here as strictly as a platform would. It never
brings news by itself. State is kept in one SQLite file of its own.
"""

import hashlib
import hmac
import re
import secrets
import time
from urllib.parse import urlencode

from transaction import transaction

SCHEMA = """
CREATE TABLE IF NOT EXISTS orders (
  order_no TEXT PRIMARY KEY,
  state TEXT NOT NULL,           -- open, paid, refused, revoked
  amount INTEGER NOT NULL,
  pay_by TEXT NOT NULL,
  item TEXT NOT NULL,
  payer TEXT NOT NULL,
  return_url TEXT NOT NULL,
  trade_no TEXT NOT NULL,
  paid_at REAL
);
CREATE TABLE IF NOT EXISTS sessions (
  session_key TEXT PRIMARY KEY,
  order_no TEXT NOT NULL
);
"""
CODES = {"open": "1001", "paid": "0000", "refused": "2001", "revoked": "3001"}
GOOD, BAD, FORGED, UNKNOWN = "0000", "9001", "9002", "4004"
SESSION_FIELDS = {"order_no", "amount", "payer", "item", "pay_by", "return_url"}
CONFIRM_FIELDS = {"order_no", "session_key"}
EVERY_QUESTION = {"service_id", "time", "mac"}


def seal(fields, key):
    lines = "".join(f"{name}={fields[name]}\n" for name in sorted(fields) if name != "mac")
    return hmac.new(key.encode(), lines.encode(), hashlib.sha256).hexdigest()


def taipei(seconds):
    return time.strftime("%Y%m%d%H%M%S", time.gmtime(seconds + 8 * 3600))


class Platform:
    def __init__(self, file, service, key):
        self._file = file
        self._service = service
        self._key = key
        with self._transaction() as database:
            database.executescript(SCHEMA)

    def _transaction(self):
        return transaction(self._file)

    def _problem(self, fields, wanted):
        if set(fields) != wanted | EVERY_QUESTION or not all(fields.values()):
            return BAD
        if not hmac.compare_digest(seal(fields, self._key), fields["mac"]):
            return FORGED
        if fields["service_id"] != self._service:
            return BAD
        if not fields["time"].isdigit() or abs(time.time() - int(fields["time"])) > 180:
            return BAD
        return None

    def _sealed(self, **fields):
        return urlencode({**fields, "mac": seal(fields, self._key)})

    def open_session(self, fields):
        problem = self._problem(fields, SESSION_FIELDS)
        if problem is None and not (
                re.fullmatch(r"[0-9A-Z]{1,20}", fields["order_no"])
                and re.fullmatch(r"[1-9]\d{0,7}", fields["amount"])
                and fields["pay_by"] in ("ACCOUNT", "WEBATM", "CARD")
                and re.match(r"https?://", fields["return_url"])):
            problem = BAD
        order_no = fields.get("order_no", "")
        if problem:
            return self._sealed(code=problem, order_no=order_no)
        session_key = secrets.token_hex(20)
        order = (order_no, int(fields["amount"]), fields["pay_by"], fields["item"],
                 fields["payer"], fields["return_url"])
        with self._transaction() as database:
            row = database.execute("SELECT * FROM orders WHERE order_no = ?",
                                   (order_no,)).fetchone()
            if row is None:
                database.execute(
                    "INSERT INTO orders (order_no, amount, pay_by, item, payer, return_url, state, "
                    "trade_no) VALUES (?,?,?,?,?,?,'open',?)",
                    (*order, f"G{secrets.randbelow(10**12):012}"))
            elif row["state"] != "open" or (row["order_no"], row["amount"]) != order[:2]:
                return self._sealed(code=BAD, order_no=order_no)
            database.execute("INSERT INTO sessions VALUES (?,?)", (session_key, order_no))
        return self._sealed(code=GOOD, order_no=order_no, session_key=session_key)

    def confirm(self, fields):
        problem = self._problem(fields, CONFIRM_FIELDS)
        order_no, session_key = fields.get("order_no", ""), fields.get("session_key", "")
        told = {"order_no": order_no, "session_key": session_key}
        if problem:
            return self._sealed(code=problem, **told)
        order = self.order(session_key)
        if order is None or order["order_no"] != order_no:
            return self._sealed(code=UNKNOWN, **told)
        told["code"] = CODES[order["state"]]
        if order["paid_at"]:
            told |= {"trade_no": order["trade_no"], "amount": str(order["amount"]),
                     "paid_at": taipei(order["paid_at"])}
        return self._sealed(**told)

    def order(self, session_key):
        with self._transaction() as database:
            row = database.execute("SELECT o.* FROM orders o JOIN sessions USING (order_no) "
                                   "WHERE session_key = ?", (session_key,)).fetchone()
        return dict(row) if row else None

    def orders(self):
        with self._transaction() as database:
            rows = database.execute("SELECT * FROM orders ORDER BY order_no").fetchall()
        return [dict(row) for row in rows]

    def move(self, order_no, from_states, to):
        """Moves the order and says whether this call was the one that moved it."""
        marks = ",".join("?" * len(from_states))
        paid_at = time.time() if to == "paid" else None
        with self._transaction() as database:
            moved = database.execute(
                f"UPDATE orders SET state = ?, paid_at = COALESCE(?, paid_at) "
                f"WHERE order_no = ? AND state IN ({marks})",
                (to, paid_at, order_no, *from_states))
            return moved.rowcount == 1

    def decide(self, order_no, action):
        """By its payer, or as `revoke` by the batch check; False when it is too late for that."""
        from_states, to = {"pay": (("open", "refused"), "paid"), "refuse": (("open",), "refused"),
                           "revoke": (("paid",), "revoked")}[action]
        return self.move(order_no, from_states, to)
