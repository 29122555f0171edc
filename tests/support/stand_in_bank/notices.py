"""Tells the merchant's server what became of an order, and goes on until it says `1|OK`."""

import secrets
import threading
import time
import urllib.error
import urllib.request
from urllib.parse import urlencode

FAULTS = ("late", "repeated", "lost", "forged", "wrong-amount", "simulated")
ATTEMPTS = 50
NEVER_TRUE = ("forged", "wrong-amount")  # not worth a second attempt


def stamp(seconds):
    return time.strftime("%Y/%m/%d %H:%M:%S", time.gmtime(seconds + 8 * 3600))


def payment_type(method):
    return {"Credit": "Credit_CreditCard", "WebATM": "WebATM_BOT", "ATM": "ATM_BOT",
            "BARCODE": "BARCODE_BARCODE"}.get(method, method)


def result_fields(order, code, message):
    fields = order["fields"]
    paid_at = order["paid_at"]
    return {
        "MerchantID": fields["MerchantID"],
        "MerchantTradeNo": order["trade"],
        "StoreID": fields.get("StoreID", ""),
        "RtnCode": str(code),
        "RtnMsg": message,
        "TradeNo": order["trade_no"],
        "TradeAmt": str(order["amount"]),
        "PaymentDate": stamp(paid_at) if paid_at else "",
        "PaymentType": payment_type(fields["ChoosePayment"]),
        "PaymentTypeChargeFee": "0",
        "TradeDate": stamp(order["opened_at"]),
        "SimulatePaid": "0",
        **{name: fields.get(name, "") for name in
           ("CustomField1", "CustomField2", "CustomField3", "CustomField4")},
    }


class Notifier:
    def __init__(self, store, seal, retry_seconds, timeout_seconds):
        self._store = store
        self._seal = seal
        self._retry = retry_seconds
        self._timeout = timeout_seconds
        self._wake = threading.Event()

    def tell(self, order, code, message, fault=None, url_field="ReturnURL", extra=None):
        """Writes the notice down; the thread sends it. A lost one is never written."""
        if fault == "lost":
            return
        fields = {**result_fields(order, code, message), **(extra or {})}
        if fault in ("forged", "simulated"):
            fields.update(RtnCode="1", RtnMsg="交易成功", PaymentDate=stamp(time.time()))
        if fault == "simulated":
            fields["SimulatePaid"] = "1"
        if fault == "wrong-amount":
            fields["TradeAmt"] = str(order["amount"] + 1)
        fields = self._seal.sealed(fields)
        if fault == "forged":
            fields["CheckMacValue"] = secrets.token_hex(32).upper()
        url = order["fields"].get(url_field, "")
        if url:
            self._store.add_notice(order["trade"], url, fields,
                                   delay=5 if fault == "late" else 0,
                                   sends=3 if fault == "repeated" else 1,
                                   attempts=ATTEMPTS - 1 if fault in NEVER_TRUE else 0)
            self._wake.set()

    def start(self):
        threading.Thread(target=self._run, daemon=True).start()

    def _run(self):
        while True:
            for notice in self._store.due_notices():
                self._send(notice)
            self._wake.wait(0.2)
            self._wake.clear()

    def _send(self, notice):
        body = urlencode(notice["fields"]).encode()
        try:
            with urllib.request.urlopen(notice["url"], body, self._timeout) as answer:
                text = answer.read(1000).decode("utf-8", "replace")
        except (OSError, urllib.error.URLError) as error:
            text = f"no answer: {error}"
        answered = text == "1|OK"
        sends_left = notice["sends_left"] - (1 if answered else 0)
        if answered:
            state = "answered" if sends_left == 0 else "waiting"
        else:
            state = "given-up" if notice["attempts"] + 1 >= ATTEMPTS else "waiting"
        pause = 0.2 if answered else self._retry
        self._store.note_attempt(notice["id"], text, state, sends_left, time.time() + pause)
        print(f"notice {notice['id']} of {notice['trade']}: {text!r}", flush=True)
