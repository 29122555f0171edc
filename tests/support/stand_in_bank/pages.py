"""The pages a payer sees, in Chinese and English. They work without scripts."""

from html import escape

WORDS = {
    "title": ("測試銀行", "Stand-in bank"),
    "notice": ("這是測試用的銀行，不會動用真正的款項。", "A bank for tests. No real money moves here."),
    "merchant": ("特店", "Merchant"),
    "number": ("訂單編號", "Order"),
    "items": ("商品", "Items"),
    "amount": ("金額", "Amount"),
    "method": ("付款方式", "Method"),
    "card": ("卡號", "Card number"),
    "expires": ("有效期限", "Expires"),
    "code": ("末三碼", "Security code"),
    "account": ("扣款帳號", "Account to debit"),
    "pay": ("確認付款", "Pay"),
    "refuse": ("拒絕交易", "Let the payment be refused"),
    "issue": ("取得繳費帳號", "Get the payment account"),
    "leave": ("取消並返回商店", "Leave and go back to the shop"),
    "back": ("返回商店", "Go back to the shop"),
    "faults": ("測試用：這筆付款的通知", "For tests: the notice of this payment"),
    "none": ("準時送達", "arrives at once"),
    "late": ("晚到五秒", "arrives five seconds late"),
    "repeated": ("重複三次", "arrives three times"),
    "lost": ("遺失", "is lost"),
    "forged": ("偽造 (未付款)", "is forged (not paid)"),
    "wrong-amount": ("金額不符", "names a wrong amount"),
    "simulated": ("模擬付款 (未付款)", "is simulated (not paid)"),
    "paid": ("付款成功", "The payment succeeded"),
    "refused": ("付款失敗", "The payment was refused"),
    "account-issued": ("已取得繳費帳號", "The payment account was issued"),
    "open": ("尚未付款", "Not paid yet"),
    "revoked": ("款項已撤回", "The money was taken back"),
    "platform": ("測試用電子化政府繳費平台", "Stand-in e-Government payment platform"),
    "bad": ("無法受理", "Cannot be accepted"),
}

STYLE = """
body{font:16px/1.6 "Noto Sans CJK TC",sans-serif;margin:0;background:#eef2ee;color:#1c2b1f}
main{max-width:32rem;margin:2rem auto;padding:1.5rem;background:#fff;border-top:6px solid #2f6b3a}
dl{display:grid;grid-template-columns:8rem 1fr;gap:.25rem 1rem;margin:1rem 0}dd{margin:0;word-break:break-all}
label{display:block;margin-top:.75rem}input,select{font:inherit;padding:.4rem;width:100%;box-sizing:border-box}
button{font:inherit;padding:.6rem 1.2rem;margin:1rem .5rem 0 0;border:1px solid #2f6b3a;background:#fff}
button[value=pay]{background:#2f6b3a;color:#fff}.notice{background:#fff6e0;padding:.5rem 1rem}
"""


def say(word, english):
    return escape(WORDS[word][1 if english else 0])


def page(english, heading, body):
    return (f"<!DOCTYPE html><html lang=\"{'en' if english else 'zh-Hant-TW'}\"><head>"
            f"<meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">"
            f"<title>{say('title', english)}</title><style>{STYLE}</style></head><body><main>"
            f"<h1>{heading}</h1>{body}</main></body></html>")


def summary(order, english):
    fields = order["fields"]
    rows = (("merchant", fields["MerchantID"]), ("number", order["trade"]),
            ("items", fields["ItemName"]), ("amount", f"NT${order['amount']:,}"),
            ("method", fields["ChoosePayment"]))
    return "<dl>" + "".join(f"<dt>{say(name, english)}</dt><dd>{escape(value)}</dd>"
                            for name, value in rows) + "</dl>"


def field(name, english, value):
    return (f"<label for=\"{name}\">{say(name, english)}</label>"
            f"<input id=\"{name}\" name=\"{name}\" value=\"{value}\">")


def payment_page(order, english, faults):
    method = order["fields"]["ChoosePayment"]
    later = method in ("ATM", "BARCODE")
    if method == "Credit":
        inputs = (field("card", english, "4311952222222222") + field("expires", english, "12/30") +
                  field("code", english, "222"))
    else:
        inputs = "" if later else field("account", english, "004-0000000000001")
    choices = "".join(f"<option value=\"{name}\">{say(name, english)}</option>"
                      for name in ("none", *faults))
    form = (f"<form method=\"post\">{inputs}<label for=\"fault\">{say('faults', english)}</label>"
            f"<select id=\"fault\" name=\"fault\">{choices}</select>"
            f"<button name=\"action\" value=\"pay\">{say('issue' if later else 'pay', english)}</button>"
            f"<button name=\"action\" value=\"refuse\">{say('refuse', english)}</button></form>")
    leave = order["fields"].get("ClientBackURL", "")
    away = f"<p><a id=\"leave\" href=\"{escape(leave)}\">{say('leave', english)}</a></p>" if leave else ""
    return page(english, say("title", english),
                f"<p class=\"notice\">{say('notice', english)}</p>{summary(order, english)}{form}{away}")


def done_page(order, english, result):
    """`result`: the sealed fields that the browser carries to OrderResultURL."""
    fields = order["fields"]
    target, leave = fields.get("OrderResultURL", ""), fields.get("ClientBackURL", "")
    account = "".join(f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>"
                      for name, value in order["account"].items())
    body = summary(order, english) + (f"<dl>{account}</dl>" if account else "")
    if target:
        hidden = "".join(f"<input type=\"hidden\" name=\"{escape(name)}\" value=\"{escape(value)}\">"
                         for name, value in result.items())
        body += (f"<form id=\"return\" method=\"post\" action=\"{escape(target)}\">{hidden}"
                 f"<button id=\"back\" value=\"pay\">{say('back', english)}</button></form>"
                 "<script>document.getElementById('return').submit()</script>")
    elif leave:
        body += f"<p><a id=\"back\" href=\"{escape(leave)}\">{say('back', english)}</a></p>"
    return page(english, say(order["state"], english), body)


def platform_page(order, session_key, english, action):
    """Of the e-Government platform: to decide, or the way back once it is decided."""
    rows = (("number", order["order_no"]), ("items", order["item"]),
            ("amount", f"NT${order['amount']:,}"), ("method", order["pay_by"]))
    body = "<dl>" + "".join(f"<dt>{say(name, english)}</dt><dd>{escape(value)}</dd>"
                            for name, value in rows) + "</dl>"
    hidden = f"<input type=\"hidden\" name=\"session_key\" value=\"{escape(session_key)}\">"
    if order["state"] == "open":
        body += (f"<p class=\"notice\">{say('notice', english)}</p>"
                 f"<form method=\"post\" action=\"{action}\">{hidden}"
                 f"<button name=\"action\" value=\"pay\">{say('pay', english)}</button>"
                 f"<button name=\"action\" value=\"refuse\">{say('refuse', english)}</button></form>")
        return page(english, say("platform", english), body)
    body += (f"<form id=\"return\" method=\"post\" action=\"{escape(order['return_url'])}\">{hidden}"
             f"<button id=\"back\">{say('back', english)}</button></form>"
             "<script>document.getElementById('return').submit()</script>")
    return page(english, say(order["state"], english), body)


def refusal_page(english, reason):
    return page(english, say("bad", english), f"<p id=\"reason\">{escape(reason)}</p>")
