"""CheckMacValue: the seal under every message between a merchant and the gateway.

Keys are sorted without regard to case, framed by HashKey and HashIV, encoded as .NET does,
lower-cased and hashed with SHA-256.
"""

import hashlib
import hmac
from urllib.parse import quote_plus

FIELD = "CheckMacValue"


def encode(text):
    return quote_plus(text, safe="-_.!*()").lower().replace("~", "%7e")


def check_mac_value(fields, key, iv):
    names = sorted((name for name in fields if name != FIELD), key=str.lower)
    joined = "&".join(f"{name}={fields[name]}" for name in names)
    framed = f"HashKey={key}&{joined}&HashIV={iv}"
    return hashlib.sha256(encode(framed).encode()).hexdigest().upper()


class Seal:
    def __init__(self, merchant, key, iv):
        self.merchant = merchant
        self._key = key
        self._iv = iv

    def sealed(self, fields):
        return {**fields, FIELD: check_mac_value(fields, self._key, self._iv)}

    def holds(self, fields):
        expected = check_mac_value(fields, self._key, self._iv)
        return hmac.compare_digest(expected, fields.get(FIELD, ""))
