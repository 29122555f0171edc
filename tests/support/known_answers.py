#!/usr/bin/python3 -B
"""Numbers of money by another hand: what the collectors' and the gateway's papers say, calculated
without the code of the site, so that a test can hold the site's answers against them.

  known_answers.py accounts SEED COUNT        category own-number amount account
  known_answers.py barcodes SEED COUNT        deadline item number period amount first second third
  known_answers.py seals SEED COUNT           key iv value name value name value …
  known_answers.py settlement SEED COUNT FILE line shop account status booked paid symbols amount

A row a line, its cells parted by tabs. `settlement` writes the collector's file of 120 bytes a
record in Big5 to FILE. The papers' own examples are calculated first; a wrong one ends it."""

import datetime
import hashlib
import random
import sys
import urllib.parse


def virtual_account(category, own, amount):
    """Category, own number and the amount in ten places, weighed 1 3 7 1 3 7 …"""
    places = f'{category}{own}{amount:010d}'
    weights = (1, 3, 7) * len(places)
    return f'{category}{own}{sum(int(d) * w for d, w in zip(places, weights)) % 10}'


def symbol_value(character):
    table = {str(d): d for d in range(10)}
    table.update(zip('ABCDEFGHI', range(1, 10)))
    table.update(zip('JKLMNOPQR', range(1, 10)))
    table.update(zip('STUVWXYZ', range(2, 10)))
    table.update({'+': 1, '%': 2, '-': 6, '.': 7, ' ': 8, '$': 9, '/': 0})
    return table[character]


def check_characters(first, second, third):
    """`third` without its own check characters. Odd and even places apart, each modulo 11."""
    odd = even = 0
    for symbol in (first, second, third):
        odd += sum(map(symbol_value, symbol[0::2]))
        even += sum(map(symbol_value, symbol[1::2]))
    return {0: 'A', 10: 'B'}.get(odd % 11, str(odd % 11)) + \
           {0: 'X', 10: 'Y'}.get(even % 11, str(even % 11))


def barcodes(deadline, item, number, period, amount):
    first = f'{(deadline.year - 1911) % 100:02d}{deadline:%m%d}{item}'
    return first, number, period + check_characters(first, number, f'{period}{amount:09d}') \
        + f'{amount:09d}'


def seal(fields, key, iv):
    """.NET's URL encoding, lower case, SHA-256, upper case."""
    words = '&'.join(f'{k}={v}' for k, v in sorted(fields, key=lambda field: field[0].lower()))
    words = urllib.parse.quote_plus(f'HashKey={key}&{words}&HashIV={iv}', safe='-_.!*()')
    return hashlib.sha256(words.replace('~', '%7e').lower().encode()).hexdigest().upper()


def prove():
    assert virtual_account('700602', '000046271', 14520) == '7006020000462711'
    assert virtual_account('138508', '695200100', 1000) == '1385086952001009'
    assert virtual_account('138508', '695200100', 300) == '1385086952001007'
    for first, second, third in (('991231Y01', 'ABCDEFGHIKLMNPQR', '12349Y000007890'),
                                 ('960402627', 'AIIN000000020892', '040265000003900'),
                                 ('4912316R7', '0015030950700056', '123156000003600'),
                                 ('0807096II', '1385086952001009', '070939000001000')):
        assert check_characters(first, second, third[:4] + third[6:]) == third[4:6], third
    key, iv = 'pwFHCqoQZGmho4w6', 'EkRm7iFT261dpevs'
    assert seal([('ChoosePayment', 'ALL'), ('EncryptType', '1'), ('ItemName', 'Apple iphone 15'),
                 ('MerchantID', '3002607'), ('MerchantTradeDate', '2023/03/12 15:30:23'),
                 ('MerchantTradeNo', 'ecpay20230312153023'), ('PaymentType', 'aio'),
                 ('ReturnURL', 'https://www.ecpay.com.tw/receive.php'), ('TotalAmount', '30000'),
                 ('TradeDesc', '促銷方案')], key, iv) == \
        '6C51C9E6888DE861FD62FB1DD17029FC742634498FD813DC43D4243B5685B840'
    assert seal([('MerchantID', '3002607'), ('ItemName', "Tom's Shop"), ('TotalAmount', '100')],
                key, iv) == 'CF0A3D4901D99459D8641516EC57210700E8A5C9AB26B1D021301E9CB93EF78D'


def digits(dice, count):
    return ''.join(dice.choice('0123456789') for _ in range(count))


def any_day(dice):
    return datetime.date(2019, 1, 1) + datetime.timedelta(days=dice.randrange(30 * 365))


def any_amount(dice):
    return dice.choice([300, 1000, 1300, dice.randrange(1, 10 ** dice.randrange(1, 10))])


def account_row(dice):
    category, own, amount = digits(dice, 6), digits(dice, 9), any_amount(dice)
    return category, own, amount, virtual_account(category, own, amount)


def barcode_row(dice):
    letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
    deadline, amount = any_day(dice), any_amount(dice)
    item = ''.join(dice.choice(letters) for _ in range(3))
    number = ''.join(dice.choice(letters) for _ in range(16))
    period = dice.choice([f'{deadline:%m%d}', f'{(deadline.year - 1911) % 100:02d}{deadline:%m}'])
    return (f'{deadline:%Y-%m-%d}', item, number, period, amount,
            *barcodes(deadline, item, number, period, amount))


def seal_row(dice):
    letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
    text = letters + "0123456789 -_.!*()~'/=&+%\"<>?:;,@#$^`{}|\\[]許可證照費𠮷é"
    key, iv = (''.join(dice.choice(letters) for _ in range(16)) for _ in range(2))
    names = {}
    while len(names) < 9:
        name = ''.join(dice.choice(letters) for _ in range(dice.randrange(3, 15)))
        names.setdefault(name.lower(), name)
    fields = [(name, ''.join(dice.choice(text) for _ in range(dice.randrange(30))))
              for name in names.values()]
    return (key, iv, seal(fields, key, iv), *(cell for field in fields for cell in field))


def settlement(dice, count, path):
    def column(text, width):
        encoded = text.encode('big5')
        assert len(encoded) <= width
        return encoded + b' ' * (width - len(encoded))

    def record(*columns):
        line = b''.join(column(text, width) for text, width in columns)
        assert len(line) <= 120
        return line + column('臺灣銀行代收', 120 - len(line))[:120 - len(line)] + b'\r\n'

    collector = dice.choice(['7111111', 'TFM', 'OKCVS', 'HILIFE'])
    sent = any_day(dice)
    head = (('69520000', 8), (collector, 8))
    lines = [record(('1', 1), *head, ('6II', 3), ('1', 1), (f'{sent:%Y%m%d}', 8), ('', 70))]
    total = 0
    for at in range(2, count + 2):
        paid = sent - datetime.timedelta(days=dice.randrange(1, 5))
        amount = any_amount(dice)
        number = virtual_account('138508', digits(dice, 9), amount)
        first, second, third = barcodes(paid + datetime.timedelta(days=3), '6II', number,
                                        f'{paid:%m%d}', amount)
        shop, account = digits(dice, dice.randrange(5, 9)), digits(dice, 14)
        status = dice.choice(['00', '00', '00', '01', '99'])
        lines.append(record(('2', 1), *head, (shop, 8), (account, 14), ('6II', 3), (status, 2),
                            (f'{sent:%Y%m%d}', 8), (f'{paid:%Y%m%d}', 8), (first, 9), (second, 20),
                            (third, 15), ('', 4)))
        total += amount
        print(at, shop, account, status, f'{sent:%Y-%m-%d}', f'{paid:%Y-%m-%d}', first, second,
              third, amount, sep='\t')
    lines.append(record(('3', 1), *head, ('6II', 3), (f'{sent:%Y%m%d}', 8), (f'{total:014d}00', 16),
                        (f'{count:010d}', 10), ('', 54)))
    with open(path, 'wb') as file:
        file.write(b''.join(lines))


def main():
    what, seed, count = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    prove()
    dice = random.Random(seed)
    if what == 'settlement':
        settlement(dice, count, sys.argv[4])
        return
    row = {'accounts': account_row, 'barcodes': barcode_row, 'seals': seal_row}[what]
    for _ in range(count):
        print(*row(dice), sep='\t')


main()
