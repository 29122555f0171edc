"""A stand-in for the payment gateway: checkout, notice and query as ECPay publishes them.

Pays, refuses and misbehaves on demand. State is kept under --data; the port is written to
--port-file, and taken from there (or from the file of that name ending in .last) at the next start
so that a restarted bank is found where it was.

Control, for tests: POST /control/faults (name, times), POST /control/pay, /control/revoke and
/control/notify (trade), GET /control/orders and /control/notices. Faults of a notice are named in
notices.py; `query-slow`, `query-rubbish`, `query-down` and `checkout-down` spoil the next answers.

Below /e-government it plays that platform (e_government.py): POST /control/e-government (order_no
and action: pay, refuse or revoke), GET /control/e-government; `session-slow`, `session-rubbish`,
`session-down` spoil the next session, the faults of a query the next confirmation.
"""

import argparse
import json
import pathlib
import re
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, parse_qsl, urlsplit

import e_government
import notices
import pages
from check_mac import Seal
from store import Store

QUERY_FAULTS = ("query-slow", "query-rubbish", "query-down")
SESSION_FAULTS = ("session-slow", "session-rubbish", "session-down")
ANSWER_FAULTS = (*QUERY_FAULTS, *SESSION_FAULTS, "checkout-down")
REQUIRED = ("MerchantID", "MerchantTradeNo", "MerchantTradeDate", "PaymentType", "TotalAmount",
            "TradeDesc", "ItemName", "ReturnURL", "ChoosePayment", "EncryptType", "CheckMacValue")
METHODS = ("Credit", "WebATM", "ATM", "BARCODE")
FORM = "application/x-www-form-urlencoded"
TRADE_STATUS = {"open": "0", "account-issued": "0", "paid": "1", "refused": "10200095"}


def checkout_problem(seal, fields):
    missing = [name for name in REQUIRED if not fields.get(name)]
    if missing:
        return "missing: " + ", ".join(missing)
    if fields["MerchantID"] != seal.merchant:
        return "unknown MerchantID"
    if not seal.holds(fields):
        return "CheckMacValue Error"
    if not re.fullmatch(r"[0-9A-Za-z]{1,20}", fields["MerchantTradeNo"]):
        return "MerchantTradeNo: 1 to 20 letters and digits"
    if not re.fullmatch(r"\d{4}/\d\d/\d\d \d\d:\d\d:\d\d", fields["MerchantTradeDate"]):
        return "MerchantTradeDate: yyyy/MM/dd HH:mm:ss"
    if not re.fullmatch(r"[1-9]\d{0,7}", fields["TotalAmount"]):
        return "TotalAmount: a whole number above zero"
    if fields["PaymentType"] != "aio" or fields["EncryptType"] != "1":
        return "PaymentType must be aio and EncryptType 1"
    if fields["ChoosePayment"] not in METHODS:
        return "ChoosePayment: one of " + ", ".join(METHODS)
    return None


class Bank:
    def __init__(self, store, seal, notifier, platform):
        self.platform = platform
        self.store = store
        self.seal = seal
        self.notifier = notifier

    def pay(self, trade, fault=None):
        order = self.store.order(trade=trade)
        if fault in ("forged", "simulated"):
            self.notifier.tell(order, 1, "交易成功", fault)
        elif order["fields"]["ChoosePayment"] in ("ATM", "BARCODE") and order["state"] == "open":
            self._issue_account(order, fault)
        elif self.store.move(trade, ("open", "account-issued", "refused"), "paid"):
            self.notifier.tell(self.store.order(trade=trade), 1, "交易成功", fault)

    def refuse(self, trade, fault=None):
        if self.store.move(trade, ("open",), "refused"):
            order = self.store.order(trade=trade)
            self.notifier.tell(order, 10100248, "拒絕交易，請客戶聯絡發卡行確認原因", fault)

    def revoke(self, trade):
        return self.store.move(trade, ("paid",), "refused")

    def _issue_account(self, order, fault):
        expires = time.strftime("%Y/%m/%d", time.localtime(time.time() + 3 * 86400))
        digits = order["trade_no"][-14:]
        if order["fields"]["ChoosePayment"] == "ATM":
            code, account = 2, {"BankCode": "004", "vAccount": digits, "ExpireDate": expires}
        else:
            code, account = 10100073, {"Barcode1": digits[:9], "Barcode2": digits + "00",
                                       "Barcode3": f"{digits[:6]}{order['amount']:09}",
                                       "ExpireDate": expires + " 23:59:59"}
        if self.store.move(order["trade"], ("open",), "account-issued", account):
            self.notifier.tell(self.store.order(trade=order["trade"]), code, "Get Code Succeeded",
                               fault, "PaymentInfoURL", account)

    def result(self, order):
        code = {"paid": 1, "refused": 10100248, "account-issued": 2}.get(order["state"], 10200047)
        return self.seal.sealed(notices.result_fields(order, code, order["state"]))

    def query(self, fields):
        order = self.store.order(trade=fields.get("MerchantTradeNo", ""))
        answer = {"MerchantID": fields["MerchantID"],
                  "MerchantTradeNo": fields.get("MerchantTradeNo", ""),
                  "StoreID": "", "TradeNo": "", "TradeAmt": "0", "PaymentDate": "",
                  "PaymentType": "", "HandlingCharge": "0", "PaymentTypeChargeFee": "0",
                  "TradeDate": "", "TradeStatus": "10200047", "ItemName": ""}
        if order:
            told = notices.result_fields(order, 0, "")
            answer.update({name: told[name] for name in
                           ("StoreID", "TradeNo", "TradeAmt", "PaymentDate", "PaymentType",
                            "TradeDate", "CustomField1", "CustomField2", "CustomField3",
                            "CustomField4")})
            answer["ItemName"] = order["fields"]["ItemName"]
            answer["TradeStatus"] = TRADE_STATUS[order["state"]]
        sealed = self.seal.sealed(answer)
        return "&".join(f"{name}={value}" for name, value in sealed.items())


class Handler(BaseHTTPRequestHandler):
    server_version = "stand-in-bank"

    @property
    def bank(self):
        return self.server.bank

    def do_GET(self):
        path = urlsplit(self.path).path
        if path == "/healthz":
            self._answer(200, "ok", "text/plain")
        elif path == "/favicon.ico":
            self._answer(204, "", "image/x-icon")
        elif path == "/control/orders":
            self._json(self.bank.store.orders())
        elif path == "/control/e-government":
            self._json(self.bank.platform.orders())
        elif path == "/control/notices":
            self._json(self.bank.store.notices())
        elif match := re.fullmatch(r"/Cashier/Page/([0-9a-f]{32})", path):
            self._order_page(match[1])
        else:
            self._answer(404, "not found", "text/plain")

    def do_POST(self):
        length = int(self.headers.get("Content-Length") or 0)
        body = self.rfile.read(min(length, 1 << 20)).decode("utf-8", "replace")
        fields = dict(parse_qsl(body, keep_blank_values=True))
        path = urlsplit(self.path).path
        if path == "/Cashier/AioCheckOut/V5":
            self._checkout(fields)
        elif path == "/Cashier/QueryTradeInfo/V5":
            self._query(fields)
        elif match := re.fullmatch(r"/Cashier/Page/([0-9a-f]{32})", path):
            self._decide(match[1], fields)
        elif path == "/control/e-government":
            done = self.bank.platform.decide(fields.get("order_no"), fields.get("action"))
            self._answer(200 if done else 409, "", "text/plain")
        elif path.startswith("/e-government/"):
            self._platform(path.removeprefix("/e-government/"), fields)
        elif path.startswith("/control/"):
            self._control(path.removeprefix("/control/"), fields)
        else:
            self._answer(404, "not found", "text/plain")

    def _english(self, order=None):
        asked = parse_qs(urlsplit(self.path).query).get("lang", [""])[0]
        told = order["fields"].get("Language", "") if order else ""
        return asked == "en" or told == "ENG"

    def _checkout(self, fields):
        if self.bank.store.take_fault(["checkout-down"]):
            return self._answer(503, "down", "text/plain")
        english = fields.get("Language") == "ENG"
        problem = checkout_problem(self.bank.seal, fields)
        if problem:
            return self._answer(400, pages.refusal_page(english, problem))
        order = self.bank.store.open_order(fields)
        if order is None:
            return self._answer(400, pages.refusal_page(english, "MerchantTradeNo was used before"))
        return self._see(f"/Cashier/Page/{order['token']}")

    def _order_page(self, token):
        order = self.bank.store.order(token=token)
        if order is None:
            return self._answer(404, "not found", "text/plain")
        english = self._english(order)
        done = "done" in parse_qs(urlsplit(self.path).query, keep_blank_values=True)
        if order["state"] == "open" and not done:
            return self._answer(200, pages.payment_page(order, english, notices.FAULTS))
        return self._answer(200, pages.done_page(order, english, self.bank.result(order)))

    def _decide(self, token, fields):
        order = self.bank.store.order(token=token)
        if order is None:
            return self._answer(404, "not found", "text/plain")
        fault = fields.get("fault", "none")
        if fault not in notices.FAULTS:
            fault = self.bank.store.take_fault(notices.FAULTS)
        if fields.get("action") == "refuse":
            self.bank.refuse(order["trade"], fault)
        else:
            self.bank.pay(order["trade"], fault)
        return self._see(f"/Cashier/Page/{token}?done=1")

    def _platform(self, step, fields):
        platform = self.bank.platform
        if step == "session":
            if not self._spoilt(SESSION_FAULTS):
                self._answer(200, platform.open_session(fields), FORM)
            return
        if step == "confirm":
            if not self._spoilt(QUERY_FAULTS):
                self._answer(200, platform.confirm(fields), FORM)
            return
        session_key = fields.get("session_key", "")
        order = platform.order(session_key) if step == "pay" else None
        if order is None:
            return self._answer(404, "not found", "text/plain")
        if fields.get("action") in ("pay", "refuse"):
            platform.decide(order["order_no"], fields["action"])
            order = platform.order(session_key)
        english = fields.get("language") == "en"
        return self._answer(200, pages.platform_page(order, session_key, english, "pay"))

    def _spoilt(self, faults):
        """Answers in the spoilt way that waits, if one does."""
        fault = (self.bank.store.take_fault(faults) or "").rpartition("-")[2]
        if fault == "slow":
            time.sleep(30)
        if fault == "rubbish":
            self._answer(200, "<html>maintenance &&&==", "text/html")
        if fault == "down":
            self._answer(500, "down", "text/plain")
        return fault in ("rubbish", "down")

    def _query(self, fields):
        if self._spoilt(QUERY_FAULTS):
            return None
        stamp = fields.get("TimeStamp", "")
        if fields.get("MerchantID") != self.bank.seal.merchant or not self.bank.seal.holds(fields):
            return self._answer(200, "0|CheckMacValue Error", "text/html")
        if not stamp.isdigit() or abs(time.time() - int(stamp)) > 180:
            return self._answer(200, "0|TimeStamp Error", "text/html")
        return self._answer(200, self.bank.query(fields), "text/html; charset=utf-8")

    def _control(self, action, fields):
        store = self.bank.store
        if action == "faults":
            if fields.get("name") == "none":
                store.clear_faults()
            elif fields.get("name") in (*notices.FAULTS, *ANSWER_FAULTS):
                store.add_fault(fields["name"], int(fields.get("times", "1")))
            else:
                return self._answer(400, "no such fault\n", "text/plain")
            return self._answer(200, "ok\n", "text/plain")
        order = store.order(trade=fields.get("trade", ""))
        if order is None:
            return self._answer(404, "no such order\n", "text/plain")
        if action == "pay":
            self.bank.pay(order["trade"], fields.get("fault"))
        elif action == "revoke":
            self.bank.revoke(order["trade"])
        elif action == "notify":
            self.bank.notifier.tell(order, 1, "交易成功", fields.get("fault"))
        else:
            return self._answer(404, "not found\n", "text/plain")
        return self._answer(200, "ok\n", "text/plain")

    def _json(self, value):
        self._answer(200, json.dumps(value, ensure_ascii=False, indent=1), "application/json")

    def _see(self, location):
        self.send_response(303)
        self.send_header("Location", location)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _answer(self, status, text, content_type="text/html; charset=utf-8"):
        body = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class Server(ThreadingHTTPServer):
    daemon_threads = True
    bank = None


def bind(port_file):
    """On the port of the last time when it is free, so that links to the bank stay good."""
    known = [file for file in (port_file, port_file.with_suffix(".last")) if file.exists()]
    remembered = known[0].read_text().strip() if known else "0"
    try:
        server = Server(("127.0.0.1", int(remembered)), Handler)
    except OSError:
        server = Server(("127.0.0.1", 0), Handler)
    fresh = port_file.with_suffix(".new")
    fresh.write_text(f"{server.server_address[1]}\n")
    fresh.rename(port_file)
    return server


def main():
    parser = argparse.ArgumentParser(description="stand-in payment gateway for tests")
    parser.add_argument("--data", type=pathlib.Path, required=True)
    parser.add_argument("--port-file", type=pathlib.Path, required=True)
    parser.add_argument("--merchant", default="3002607")
    parser.add_argument("--key", default="pwFHCqoQZGmho4w6")
    parser.add_argument("--iv", default="EkRm7iFT261dpevs")
    parser.add_argument("--service", default="SVC001")
    parser.add_argument("--service-key", default="a key for the stand-in platform alone")
    parser.add_argument("--retry-seconds", type=float, default=2)
    parser.add_argument("--timeout-seconds", type=float, default=10)
    options = parser.parse_args()

    options.data.mkdir(parents=True, exist_ok=True)
    store = Store(options.data / "bank.db")
    seal = Seal(options.merchant, options.key, options.iv)
    notifier = notices.Notifier(store, seal, options.retry_seconds, options.timeout_seconds)
    platform = e_government.Platform(options.data / "e-government.db", options.service,
                                     options.service_key)
    Server.bank = Bank(store, seal, notifier, platform)
    server = bind(options.port_file)
    notifier.start()
    server.serve_forever()


if __name__ == "__main__":
    main()
