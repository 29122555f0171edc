"""The stand-in bank keeps the gateway's published interface, and its word after a kill -9."""

import json
import pathlib
import re
import subprocess
import sys
import tempfile
import threading
import time
import unittest
import urllib.error
import urllib.request
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qsl, urlencode

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE / "stand_in_bank"))

import e_government  # noqa: E402
from check_mac import Seal, check_mac_value  # noqa: E402

KEY, IV = "pwFHCqoQZGmho4w6", "EkRm7iFT261dpevs"
SEAL = Seal("3002607", KEY, IV)


class CheckMacValue(unittest.TestCase):
    def test_known_answers(self):
        self.assertEqual(
            "6C51C9E6888DE861FD62FB1DD17029FC742634498FD813DC43D4243B5685B840",
            check_mac_value({
                "TradeDesc": "促銷方案", "PaymentType": "aio",
                "MerchantTradeDate": "2023/03/12 15:30:23",
                "MerchantTradeNo": "ecpay20230312153023", "MerchantID": "3002607",
                "ReturnURL": "https://www.ecpay.com.tw/receive.php",
                "ItemName": "Apple iphone 15", "TotalAmount": "30000", "ChoosePayment": "ALL",
                "EncryptType": "1"}, KEY, IV))
        self.assertEqual(
            "CF0A3D4901D99459D8641516EC57210700E8A5C9AB26B1D021301E9CB93EF78D",
            check_mac_value({"MerchantID": "3002607", "ItemName": "Tom's Shop",
                             "TotalAmount": "100"}, KEY, IV))


class Shop(BaseHTTPRequestHandler):
    """The merchant's server: keeps what it is told and answers as it is bidden."""

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.server.told.append(dict(parse_qsl(body, keep_blank_values=True)))
        answer = self.server.answers.pop(0) if self.server.answers else "1|OK"
        self.send_response(200)
        self.end_headers()
        self.wfile.write(answer.encode())

    def log_message(self, *_):
        pass


def wait_until(true, what):
    for _ in range(600):
        if true():
            return
        time.sleep(0.05)
    raise AssertionError(f"waited in vain for {what}")


class BankTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.shop = HTTPServer(("127.0.0.1", 0), Shop)
        self.shop.told, self.shop.answers = [], []
        threading.Thread(target=self.shop.serve_forever, daemon=True).start()
        self.addCleanup(self.shop.server_close)
        self.addCleanup(self.shop.shutdown)
        self.bank = None
        self.start_bank()
        self.addCleanup(self.kill_bank)

    def start_bank(self):
        folder = pathlib.Path(self.folder.name)
        self.bank = subprocess.Popen(
            ["/usr/bin/python3", "-B", str(HERE / "stand_in_bank"), "--data", str(folder),
             "--port-file", str(folder / "port"), "--retry-seconds", "0.2"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.url = ""
        wait_until(self.answers, "the bank")

    def answers(self):
        port_file = pathlib.Path(self.folder.name) / "port"
        if not port_file.exists():
            return False
        self.url = f"http://127.0.0.1:{port_file.read_text().strip()}"
        try:
            return self.get("/healthz") == "ok"
        except OSError:
            return False

    def kill_bank(self):
        self.bank.kill()
        self.bank.wait()

    def get(self, path):
        with urllib.request.urlopen(self.url + path) as answer:
            return answer.read().decode()

    def post(self, path, fields):
        request = urllib.request.Request(self.url + path, urlencode(fields).encode())
        with urllib.request.urlopen(request) as answer:
            return answer.geturl(), answer.read().decode()

    def checkout_fields(self, trade, **others):
        return SEAL.sealed({
            "MerchantID": "3002607", "MerchantTradeNo": trade,
            "MerchantTradeDate": "2026/03/12 15:30:23", "PaymentType": "aio",
            "TotalAmount": "1000", "TradeDesc": "fee", "ItemName": "證照費",
            "ReturnURL": f"http://127.0.0.1:{self.shop.server_address[1]}/notice",
            "ClientBackURL": "http://shop.test/back", "ChoosePayment": "Credit",
            "EncryptType": "1", **others})

    def open_order(self, trade, **others):
        page, text = self.post("/Cashier/AioCheckOut/V5", self.checkout_fields(trade, **others))
        self.assertIn("NT$1,000", text)
        return re.sub(r"^http://[^/]*", "", page)

    def query(self, trade):
        _, text = self.post("/Cashier/QueryTradeInfo/V5", SEAL.sealed(
            {"MerchantID": "3002607", "MerchantTradeNo": trade,
             "TimeStamp": str(int(time.time()))}))
        fields = dict(pair.split("=", 1) for pair in text.split("&"))
        self.assertTrue(SEAL.holds(fields), text)
        return fields

    def test_a_paid_order_is_told_with_a_good_seal_and_found_by_query(self):
        page = self.open_order("P1")
        self.assertEqual("0", self.query("P1")["TradeStatus"])
        _, done = self.post(page, {"action": "pay", "fault": "none"})
        self.assertIn("http://shop.test/back", done)
        wait_until(lambda: self.shop.told, "the notice")
        notice = self.shop.told[0]
        self.assertTrue(SEAL.holds(notice))
        self.assertEqual(("1", "1000", "0"),
                         (notice["RtnCode"], notice["TradeAmt"], notice["SimulatePaid"]))
        self.assertEqual("1", self.query("P1")["TradeStatus"])
        self.assertEqual("證照費", self.query("P1")["ItemName"])

    def test_a_refused_order_fails(self):
        self.post(self.open_order("R1"), {"action": "refuse", "fault": "none"})
        wait_until(lambda: self.shop.told, "the notice")
        self.assertNotEqual("1", self.shop.told[0]["RtnCode"])
        self.assertEqual("10200095", self.query("R1")["TradeStatus"])

    def test_an_unknown_order_is_said_to_be_unknown(self):
        self.assertEqual("10200047", self.query("nobody")["TradeStatus"])

    def test_a_checkout_with_a_broken_seal_or_a_used_number_is_refused(self):
        fields = self.checkout_fields("S1")
        with self.assertRaises(urllib.error.HTTPError) as refused:
            self.post("/Cashier/AioCheckOut/V5", {**fields, "TotalAmount": "1"})
        refused.exception.close()
        self.open_order("S1")
        with self.assertRaises(urllib.error.HTTPError) as refused:
            self.post("/Cashier/AioCheckOut/V5", fields)
        refused.exception.close()

    def test_a_notice_is_sent_until_it_is_acknowledged_also_by_a_restarted_bank(self):
        self.shop.answers = ["0|down", "0|down", "0|down"]
        self.post(self.open_order("K1"), {"action": "pay", "fault": "none"})
        wait_until(lambda: self.shop.told, "the first notice")
        self.kill_bank()
        self.start_bank()
        wait_until(lambda: not self.shop.answers and len(self.shop.told) >= 4, "the fourth notice")
        self.assertEqual("1", self.query("K1")["TradeStatus"])
        wait_until(lambda: [notice["state"] for notice in json.loads(self.get("/control/notices"))]
                   == ["answered"], "the acknowledgement")

    def test_faults(self):
        def told_after(trade, fault):
            before = len(self.shop.told)
            self.post(self.open_order(trade), {"action": "pay", "fault": fault})
            wait_until(lambda: len(self.shop.told) > before, fault)
            return self.shop.told[before], self.query(trade)["TradeStatus"]

        notice, status = told_after("F1", "forged")
        self.assertFalse(SEAL.holds(notice))
        self.assertEqual(("1", "0"), (notice["RtnCode"], status))
        notice, status = told_after("F2", "wrong-amount")
        self.assertTrue(SEAL.holds(notice))
        self.assertEqual(("1001", "1"), (notice["TradeAmt"], status))
        notice, status = told_after("F3", "simulated")
        self.assertEqual(("1", "0"), (notice["SimulatePaid"], status))
        told_after("F4", "repeated")
        wait_until(lambda: [told["MerchantTradeNo"] for told in self.shop.told].count("F4") == 3,
                   "three notices")
        self.post(self.open_order("F5"), {"action": "pay", "fault": "lost"})
        self.assertEqual("1", self.query("F5")["TradeStatus"])
        self.assertNotIn("F5", [told["MerchantTradeNo"] for told in self.shop.told])

        self.post("/control/faults", {"name": "query-rubbish"})
        _, text = self.post("/Cashier/QueryTradeInfo/V5", {})
        self.assertNotIn("TradeStatus", text)

    def test_an_account_to_pay_later_is_issued_then_paid(self):
        url = f"http://127.0.0.1:{self.shop.server_address[1]}/info"
        self.post(self.open_order("A1", ChoosePayment="ATM", PaymentInfoURL=url),
                  {"action": "pay", "fault": "none"})
        wait_until(lambda: self.shop.told, "the account")
        self.assertEqual("2", self.shop.told[0]["RtnCode"])
        self.assertEqual(14, len(self.shop.told[0]["vAccount"]))
        self.assertEqual("0", self.query("A1")["TradeStatus"])
        self.post("/control/pay", {"trade": "A1"})
        wait_until(lambda: len(self.shop.told) == 2, "the payment")
        self.assertEqual("1", self.shop.told[1]["RtnCode"])


    def ask_platform(self, step, fields, key="a key for the stand-in platform alone"):
        fields = {**fields, "service_id": "SVC001", "time": str(int(time.time()))}
        fields["mac"] = e_government.seal(fields, key)
        _, text = self.post(f"/e-government/{step}", fields)
        answer = dict(parse_qsl(text, keep_blank_values=True))
        self.assertEqual(answer["mac"], e_government.seal(
            answer, "a key for the stand-in platform alone"))
        return answer

    def test_the_platform_opens_a_session_takes_the_payer_confirms_and_revokes(self):
        order = {"order_no": "P1", "amount": "1000", "payer": "陳小明", "item": "證照費",
                 "pay_by": "CARD", "return_url": "http://shop.test/back"}
        session = self.ask_platform("session", order)["session_key"]
        question = {"order_no": "P1", "session_key": session}
        self.assertEqual("1001", self.ask_platform("confirm", question)["code"])
        _, text = self.post("/e-government/pay", {"session_key": session})
        self.assertIn("NT$1,000", text)
        _, text = self.post("/e-government/pay", {"session_key": session, "action": "pay"})
        self.assertIn("http://shop.test/back", text)
        paid = self.ask_platform("confirm", question)
        self.assertEqual(("0000", "1000"), (paid["code"], paid["amount"]))
        self.post("/control/e-government", {"order_no": "P1", "action": "revoke"})
        self.assertEqual("3001", self.ask_platform("confirm", question)["code"])
        self.assertEqual("4004", self.ask_platform(
            "confirm", {**question, "session_key": "another"})["code"])
        self.assertEqual([], self.shop.told, "it brings no notices")

    def test_the_platform_refuses_what_is_forged_or_incomplete(self):
        order = {"order_no": "P2", "amount": "1000", "payer": "陳小明", "item": "證照費",
                 "pay_by": "CARD", "return_url": "http://shop.test/back"}
        self.assertEqual("9002", self.ask_platform("session", order, "another key")["code"])
        for name, value in (("amount", "0"), ("amount", "1e3"), ("pay_by", "CASH"),
                            ("return_url", "javascript:"), ("order_no", "p-2"), ("payer", "")):
            self.assertEqual("9001", self.ask_platform("session", {**order, name: value})["code"])
        self.assertEqual("9001", self.ask_platform("session", {**order, "more": "1"})["code"])
        self.assertEqual("[]", self.get("/control/e-government"))


if __name__ == "__main__":
    unittest.main()
