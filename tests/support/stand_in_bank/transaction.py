"""One transaction on a file of the stand-in bank: durable, alone, and undone by an exception."""

import contextlib
import sqlite3


@contextlib.contextmanager
def transaction(file):
    database = sqlite3.connect(file, timeout=10, isolation_level=None)
    database.row_factory = sqlite3.Row
    try:
        database.execute("PRAGMA synchronous=FULL")
        database.execute("BEGIN IMMEDIATE")
        yield database
        database.execute("COMMIT") if database.in_transaction else None
    finally:
        database.close()
