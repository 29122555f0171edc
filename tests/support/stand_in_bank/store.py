"""Orders, notices and faults, kept in one SQLite file so that a killed bank forgets nothing.

An order goes open -> paid | refused, or open -> account issued -> paid for the methods that are
paid later. Every change is committed to the disk before anybody is told of it.
"""

import json
import secrets
import sqlite3
import time

from transaction import transaction

SCHEMA = """
CREATE TABLE IF NOT EXISTS orders (
  trade TEXT PRIMARY KEY,        -- MerchantTradeNo
  trade_no TEXT NOT NULL UNIQUE, -- the gateway's own number
  token TEXT NOT NULL UNIQUE,    -- names the order in the payer's page
  state TEXT NOT NULL,           -- open, account-issued, paid, refused
  amount INTEGER NOT NULL,
  fields TEXT NOT NULL,          -- the checkout form as it came, JSON
  account TEXT NOT NULL,         -- what was issued to pay later with, JSON
  opened_at REAL NOT NULL,
  paid_at REAL
);
CREATE TABLE IF NOT EXISTS notices (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  trade TEXT NOT NULL,
  url TEXT NOT NULL,
  fields TEXT NOT NULL,          -- as sent, sealed, JSON
  state TEXT NOT NULL,           -- waiting, answered, given-up
  sends_left INTEGER NOT NULL,   -- a repeated notice is sent on although it was answered
  attempts INTEGER NOT NULL,
  due_at REAL NOT NULL,
  last_answer TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS faults (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  times_left INTEGER NOT NULL
);
"""


class Store:
    def __init__(self, file):
        self._file = file
        with self._transaction() as database:
            database.executescript(SCHEMA)

    def _transaction(self):
        return transaction(self._file)

    def open_order(self, fields):
        """The new order, or None when its number was used before."""
        now = time.time()
        trade_no = time.strftime("%y%m%d%H%M%S", time.localtime(now)) + f"{secrets.randbelow(10**8):08}"
        try:
            with self._transaction() as database:
                database.execute(
                    "INSERT INTO orders VALUES (?,?,?,'open',?,?,'{}',?,NULL)",
                    (fields["MerchantTradeNo"], trade_no, secrets.token_hex(16),
                     int(fields["TotalAmount"]), json.dumps(fields), now))
        except sqlite3.IntegrityError:
            return None
        return self.order(trade=fields["MerchantTradeNo"])

    def order(self, trade=None, token=None):
        column, value = ("trade", trade) if trade is not None else ("token", token)
        with self._transaction() as database:
            row = database.execute(f"SELECT * FROM orders WHERE {column} = ?", (value,)).fetchone()
        return self._order(row) if row else None

    def orders(self):
        with self._transaction() as database:
            rows = database.execute("SELECT * FROM orders ORDER BY opened_at").fetchall()
        return [self._order(row) for row in rows]

    @staticmethod
    def _order(row):
        return {**dict(row), "fields": json.loads(row["fields"]),
                "account": json.loads(row["account"])}

    def move(self, trade, from_states, to, account=None):
        """Moves the order and says whether this call was the one that moved it."""
        marks = ",".join("?" * len(from_states))
        paid_at = time.time() if to == "paid" else None
        with self._transaction() as database:
            moved = database.execute(
                f"UPDATE orders SET state = ?, paid_at = COALESCE(?, paid_at), "
                f"account = COALESCE(?, account) WHERE trade = ? AND state IN ({marks})",
                (to, paid_at, json.dumps(account) if account else None, trade, *from_states))
            return moved.rowcount == 1

    def add_notice(self, trade, url, fields, delay=0, sends=1, attempts=0):
        with self._transaction() as database:
            added = database.execute(
                "INSERT INTO notices (trade, url, fields, state, sends_left, attempts, due_at, "
                "last_answer) VALUES (?,?,?,'waiting',?,?,?,'')",
                (trade, url, json.dumps(fields), sends, attempts, time.time() + delay))
            return added.lastrowid

    def due_notices(self):
        with self._transaction() as database:
            rows = database.execute(
                "SELECT * FROM notices WHERE state = 'waiting' AND due_at <= ? ORDER BY due_at",
                (time.time(),)).fetchall()
        return [{**dict(row), "fields": json.loads(row["fields"])} for row in rows]

    def notices(self):
        with self._transaction() as database:
            rows = database.execute("SELECT * FROM notices ORDER BY id").fetchall()
        return [{**dict(row), "fields": json.loads(row["fields"])} for row in rows]

    def note_attempt(self, notice_id, answer, state, sends_left, due_at):
        with self._transaction() as database:
            database.execute(
                "UPDATE notices SET attempts = attempts + 1, last_answer = ?, state = ?, "
                "sends_left = ?, due_at = ? WHERE id = ?",
                (answer, state, sends_left, due_at, notice_id))

    def add_fault(self, name, times):
        with self._transaction() as database:
            database.execute("INSERT INTO faults (name, times_left) VALUES (?, ?)", (name, times))

    def clear_faults(self):
        with self._transaction() as database:
            database.execute("DELETE FROM faults")

    def take_fault(self, names):
        """The oldest fault waiting among `names`, used up by one; or None."""
        marks = ",".join("?" * len(names))
        with self._transaction() as database:
            row = database.execute(
                f"SELECT id, name FROM faults WHERE times_left > 0 AND name IN ({marks}) "
                "ORDER BY id LIMIT 1", tuple(names)).fetchone()
            if row is None:
                return None
            database.execute("UPDATE faults SET times_left = times_left - 1 WHERE id = ?",
                             (row["id"],))
            return row["name"]
