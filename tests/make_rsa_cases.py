"""Writes tests/rsa_cases.json: RSA keys, signatures and sealed texts in every malformed shape.

All RSA backends must judge them alike.

Made of one known test key with plain integers, so that no RSA library has a say in what it holds.
Run: python3 tests/make_rsa_cases.py
"""

import base64
import hashlib
import json
import math
import pathlib
import random

HERE = pathlib.Path(__file__).parent
DICE = random.Random(20251125)
RSA = bytes.fromhex("06092a864886f70d010101")
PSS = bytes.fromhex("06092a864886f70d01010a")
NULL = b"\x05\x00"
E = 65537


# DER, as much as is needed.
def tlv(tag, content):
    n = len(content)
    size = (
        bytes([n])
        if n < 128
        else bytes([0x80 | (n.bit_length() + 7) // 8]) + n.to_bytes((n.bit_length() + 7) // 8, "big")
    )
    return bytes([tag]) + size + content


def number(n, padding=0):
    return tlv(2, b"\0" * padding + n.to_bytes(n.bit_length() // 8 + 1, "big"))


def negative(n):
    return tlv(2, n.to_bytes((n.bit_length() + 7) // 8, "big"))


def seq(*parts):
    return tlv(0x30, b"".join(parts))


def numbers(der):
    """The integers of a PKCS#1 private key."""

    def read(at):
        size, at = der[at + 1], at + 2
        if size & 0x80:
            length = size & 0x7F
            size, at = int.from_bytes(der[at : at + length], "big"), at + length
        return at, at + size

    at, _ = read(0)
    out = []
    while at < len(der):
        start, end = read(at)
        out.append(int.from_bytes(der[start:end], "big"))
        at = end
    return out


def pem(label, der):
    text = base64.b64encode(der).decode()
    lines = "\n".join(text[at : at + 64] for at in range(0, len(text), 64))
    return f"-----BEGIN {label}-----\n{lines}\n-----END {label}-----\n"


def prime(bits):
    while True:
        p = DICE.getrandbits(bits) | 3 << (bits - 2) | 1
        if (
            all(p % small for small in (3, 5, 7, 11, 13, 17, 19, 23))
            and p % E != 1
            and pow(2, p - 1, p) == 1
            and pow(3, p - 1, p) == 1
        ):
            return p


def exactly(bits):
    """Two primes of half the size, or nearly, whose product has so many bits."""
    while True:
        p, q = prime(bits - bits // 2), prime(bits // 2)
        if (p * q).bit_length() == bits:
            return p, q


KEYS = json.loads((HERE / "vectors/keys.json").read_text())
TEXT = KEYS["doc_merchant"]["private_key_pkcs1_pem"]
_, n, e, d, p, q, dp, dq, qi = numbers(base64.b64decode("".join(line for line in TEXT.splitlines() if "-" not in line)))
assert e == E and n == p * q


def members(p=p, q=q, e=E, **changed):
    d = pow(e, -1, math.lcm(p - 1, q - 1)) if math.gcd(e, math.lcm(p - 1, q - 1)) == 1 else 1
    out = {
        "version": 0,
        "n": p * q,
        "e": e,
        "d": d,
        "p": p,
        "q": q,
        "dp": d % (p - 1),
        "dq": d % (q - 1),
        "qi": pow(q, -1, p),
    }
    return {**out, **changed}


def pkcs1(**m):
    return seq(*(number(value) for value in members(**m).values()))


def pkcs8(key, algorithm=seq(RSA, NULL), version=0, tail=b""):
    return seq(number(version), algorithm, tlv(4, key), tail)


def spki(key, algorithm=seq(RSA, NULL), unused=0):
    return seq(algorithm, tlv(3, bytes([unused]) + key))


private, public = [], []


def a_private(name, der, good=False, code="config.private_key.unreadable", label="PRIVATE KEY"):
    private.append({"name": name, "pem": pem(label, der), "good": good, **({} if good else {"code": code})})


def a_public(name, der, good=False, label="PUBLIC KEY"):
    public.append({"name": name, "pem": pem(label, der), "good": good})


SMALL = "config.private_key.too_small"
p1536, q1536 = exactly(3072)
sizes = {bits: exactly(bits) for bits in (1024, 2040, 2041, 2047, 2049, 2056)}

a_private("PKCS#8", pkcs8(pkcs1()), True)
a_private("PKCS#1", pkcs1(), True, label="RSA PRIVATE KEY")
a_private("the smaller prime first", pkcs8(pkcs1(p=min(p, q), q=max(p, q))), True)
a_private("the larger prime first", pkcs8(pkcs1(p=max(p, q), q=min(p, q))), True)
a_private("d of Euler's function, not Carmichael's", pkcs8(pkcs1(d=pow(E, -1, (p - 1) * (q - 1)))), True)
a_private("3072 bits", pkcs8(pkcs1(p=p1536, q=q1536)), True)
a_private("with attributes", pkcs8(pkcs1(), tail=tlv(0xA0, b"")), True)
for bits, (a, b) in sizes.items():
    a_private(f"{bits} bits", pkcs8(pkcs1(p=a, q=b)), code=SMALL if bits < 2048 else "config.private_key.unreadable")
a_private("dP is wrong", pkcs8(pkcs1(dp=dp + 2)))
a_private("dQ is wrong", pkcs8(pkcs1(dq=dq + 2)))
a_private("dP and dQ are exchanged", pkcs8(pkcs1(dp=dq, dq=dp)))
a_private("dP is not reduced", pkcs8(pkcs1(dp=dp + p - 1)))
a_private("qInv is wrong", pkcs8(pkcs1(qi=qi + 1)))
a_private("qInv is zero", pkcs8(pkcs1(qi=0)))
a_private("all CRT members are one", pkcs8(pkcs1(dp=1, dq=1, qi=1)))
a_private("all CRT members are zero", pkcs8(pkcs1(dp=0, dq=0, qi=0)))
a_private(
    "p and q are exchanged, the rest is not",
    pkcs8(seq(*(number(v) for v in members(dp=dp, dq=dq, qi=qi, p=q, q=p, d=d, n=n).values()))),
)
for name, changes in {
    "p is another prime": {"p": sizes[2049][0]},
    "p is one and q is n": {"p": 1, "q": n},
    "p is n and q is one": {"p": n, "q": 1},
    "p and q are zero": {"p": 0, "q": 0},
    "d is wrong": {"d": d + 2},
    "d is zero": {"d": 0},
    "d is one": {"d": 1},
    "d is beyond n": {"d": n + d},
    "e is another than d undoes": {"e": 65539},
    "e is one": {"e": 1},
    "e is even": {"e": 65536},
    "e is zero": {"e": 0},
    "e is n": {"e": n},
    "n is even": {"n": n + 1},
    "n is another": {"n": n + 2},
    "version 1 without further primes": {"version": 1},
    "version 2": {"version": 2},
}.items():
    a_private(name, pkcs8(seq(*(number(v) for v in {**members(), **changes}.values()))))
a_private("e and d are one", pkcs8(pkcs1(d=1, dp=1, dq=1, e=1)))
three = next(pair for pair in iter(lambda: exactly(2048), None) if all(x % 3 == 2 for x in pair))
a_private("e is three, and d undoes it", pkcs8(pkcs1(p=three[0], q=three[1], e=3)))
lean = next(pair for pair in iter(lambda: (prime(1000), prime(1048)), None) if (pair[0] * pair[1]).bit_length() == 2048)
a_private("primes of 1000 and 1048 bits", pkcs8(pkcs1(p=lean[0], q=lean[1])))
a_private(
    "p and q are one prime",
    pkcs8(seq(*(number(v) for v in {**members(), "p": p, "q": p, "n": p * p, "dq": dp}.values()))),
)
a_private(
    "n has its sign bit set", pkcs8(seq(number(0), negative(n), *(number(v) for v in list(members().values())[2:])))
)
a_private(
    "n begins with a zero too many",
    pkcs8(seq(number(0), number(n, 1), *(number(v) for v in list(members().values())[2:]))),
)
a_private("a ninth number", pkcs8(seq(*(number(v) for v in members().values()), number(7))))
a_private("qInv is missing", pkcs8(seq(*(number(v) for v in list(members().values())[:-1]))))
a_private("bytes follow", pkcs8(pkcs1()) + b"\0")
a_private("bytes follow inside", pkcs8(pkcs1() + b"\0"))
for name, algorithm in {
    "NULL is tagged as a text": seq(RSA, b"\x0c\x00"),
    "NULL is tagged as a number": seq(RSA, b"\x02\x00"),
    "NULL is missing": seq(RSA),
    "NULL has content": seq(RSA, b"\x05\x01\x00"),
    "NULL is a sequence": seq(RSA, b"\x30\x00"),
    "NULL twice": seq(RSA, NULL, NULL),
    "NULL is long": seq(RSA, b"\x05\x81\x00"),
}.items():
    a_private(name, pkcs8(pkcs1(), algorithm))
    a_public(name, spki(seq(number(n), number(E)), algorithm))
a_private("for PSS only", pkcs8(pkcs1(), seq(PSS)), code="config.private_key.not_rsa")

key = seq(number(n), number(E))
a_public("SubjectPublicKeyInfo", spki(key), True)
a_public("PKCS#1", key, True, label="RSA PUBLIC KEY")
a_public("3072 bits", spki(seq(number(p1536 * q1536), number(E))), True)
for bits, (a, b) in sizes.items():
    a_public(f"{bits} bits", spki(seq(number(a * b), number(E))))
for name, exponent in {
    "e is three": 3,
    "e is one": 1,
    "e is even": 65536,
    "e is zero": 0,
    "e is n": n,
    "e is 65539": 65539,
}.items():
    a_public(name, spki(seq(number(n), number(exponent))))
a_public("n is even", spki(seq(number(n + 1), number(E))))
a_public("n is zero", spki(seq(number(0), number(E))))
a_public("n has its sign bit set", spki(seq(negative(n), number(E))))
a_public("n begins with a zero too many", spki(seq(number(n, 1), number(E))))
a_public("a third number", spki(seq(number(n), number(E), number(1))))
a_public("a bit is unused", spki(key, unused=1))
a_public("bytes follow", spki(key) + b"\0")
a_public("bytes follow inside", spki(key + b"\0"))
a_public("for PSS only", spki(key, seq(PSS)))

# Signatures: RSASSA-PKCS1-v1_5 over SHA-256 holds for one block only.
SIZE = 256
MESSAGE = b"1554208460\n593BEC0C930BF1AFEB40B4A08C8FB242\n{}\n"
SHA256 = bytes.fromhex("608648016503040201")
signatures = []


def info(oid=SHA256, parameters=NULL, digest=hashlib.sha256(MESSAGE).digest()):
    return seq(seq(tlv(6, oid), parameters), tlv(4, digest))


def block(content, first=0, kind=1, fill=0xFF, count=None, end=b"\0"):
    count = SIZE - 3 - len(content) if count is None else count
    return (bytes([first, kind]) + bytes([fill]) * count + end + content).ljust(SIZE, b"\xaa")


def signed(block):
    return pow(int.from_bytes(block, "big"), d, n).to_bytes(SIZE, "big")


def a_signature(name, raw, holds=False, message=MESSAGE):
    raw_text = base64.b64encode(raw).decode()
    signatures.append({"name": name, "message": message.decode(), "signature_base64": raw_text, "holds": holds})


good = signed(block(info()))
a_signature("as it should be", good, True)
a_signature("of another message", good, message=MESSAGE + b"\n")
a_signature("the first byte is one", signed(block(info(), first=1)))
a_signature("block type 0", signed(block(info(), kind=0, fill=0)))
a_signature("block type 2", signed(block(info(), kind=2)))
a_signature("padded with FE", signed(block(info(), fill=0xFE)))
a_signature("padded with 00", signed(block(info(), fill=0)))
a_signature("no zero before the hash", signed(block(info(), count=SIZE - 2 - len(info()), end=b"")))
a_signature("short padding, bytes follow", signed(block(info(), count=8)))
a_signature("no padding, bytes follow", signed(block(info(), count=0)))
a_signature(
    "bytes follow in the hash's envelope",
    signed(block(seq(seq(tlv(6, SHA256), NULL), tlv(4, hashlib.sha256(MESSAGE).digest()), b"\x04\x01\x00"))),
)
a_signature("NULL is missing", signed(block(info(parameters=b""))))
a_signature("NULL is tagged as a text", signed(block(info(parameters=b"\x0c\x00"))))
a_signature("NULL carries bytes", signed(block(info(parameters=tlv(5, b"\xaa" * 8)))))
a_signature("SHA-1", signed(block(info(bytes.fromhex("2b0e03021a"), digest=hashlib.sha1(MESSAGE).digest()))))
a_signature(
    "SHA-512", signed(block(info(bytes.fromhex("608648016503040203"), digest=hashlib.sha512(MESSAGE).digest())))
)
a_signature("SHA-512's name over SHA-256", signed(block(info(bytes.fromhex("608648016503040203")))))
a_signature("the hash without its envelope", signed(block(hashlib.sha256(MESSAGE).digest())))
a_signature("the hash is cut", signed(block(info(digest=hashlib.sha256(MESSAGE).digest()[:31]))))
a_signature("long form of a length", signed(block(b"\x30\x81\x31" + info()[2:])))
a_signature("a byte in front", b"\0" + good)
a_signature("a byte behind", good + b"\0")
a_signature("a byte short", good[:-1])
a_signature("empty", b"")
for name, value in {
    "zero": 0,
    "one": 1,
    "n less one": n - 1,
    "n": n,
    "n less the signature": n - int.from_bytes(good, "big"),
}.items():
    a_signature(name, value.to_bytes(SIZE, "big"))
found = set()
for counter in range(100_000):
    text = f"{counter}\n".encode()
    value = int.from_bytes(signed(block(info(digest=hashlib.sha256(text).digest()))), "big") if len(found) < 2 else 0
    if "zero" not in found and value.bit_length() <= SIZE * 8 - 8 and value:
        found.add("zero")
        a_signature("begins with a zero", value.to_bytes(SIZE, "big"), True, text)
        a_signature("the zero that it begins with is cut", value.to_bytes(SIZE - 1, "big"), False, text)
    if "beyond" not in found and value and value + n < 1 << SIZE * 8:
        found.add("beyond")
        a_signature("one that n may be added to", value.to_bytes(SIZE, "big"), True, text)
        a_signature("n is added", (value + n).to_bytes(SIZE, "big"), False, text)
    if len(found) == 2:
        break

# Sealed texts: RSAES-OAEP with SHA-1, MGF1-SHA-1 and no label.
sealed = []


def mgf(seed, length, hashed):
    out = b"".join(hashed(seed + at.to_bytes(4, "big")).digest() for at in range(length // 20 + 1))
    return out[:length]


def oaep(text, first=0, label=b"", hashed=hashlib.sha1, masked=hashlib.sha1, gap=0, one=1, data=None):
    size = hashed().digest_size
    data = data or hashed(label).digest() + bytes([gap]) * (SIZE - 2 * size - 2 - len(text)) + bytes([one]) + text
    seed = DICE.randbytes(size)
    data = bytes(a ^ b for a, b in zip(data, mgf(seed, len(data), masked)))
    return bytes([first]) + bytes(a ^ b for a, b in zip(seed, mgf(data, size, masked))) + data


def seal(block):
    value = int.from_bytes(block, "big")
    assert value < n
    return pow(value, E, n).to_bytes(SIZE, "big")


def a_sealed(name, raw, text=None):
    sealed.append({"name": name, "sealed_base64": base64.b64encode(raw).decode(), "text": text})


TEXT_ = "张三"
plain = TEXT_.encode()
a_sealed("as it should be", seal(oaep(plain)), TEXT_)
a_sealed("the longest", seal(oaep(b"x" * 214)), "x" * 214)
a_sealed("empty", seal(oaep(b"")), "")
a_sealed("the first byte is 01", seal(oaep(plain, first=1)))
a_sealed("the first byte is 7F", seal(oaep(plain, first=0x7F)))
a_sealed("with a label", seal(oaep(plain, label=b"x")))
a_sealed("the gap is not zero", seal(oaep(plain, gap=2)))
a_sealed("no one before the text", seal(oaep(plain, one=0)))
a_sealed("two before the text", seal(oaep(plain, one=2)))
a_sealed("no text and no one", seal(oaep(b"", data=hashlib.sha1().digest() + bytes(SIZE - 41))))
a_sealed("SHA-256", seal(oaep(plain, hashed=hashlib.sha256)))
a_sealed("PKCS#1 v1.5", seal(b"\0\2" + b"\x77" * (SIZE - 3 - len(plain)) + b"\0" + plain))
a_sealed("not padded", seal(plain.rjust(SIZE, b"\0")))
a_sealed("a byte in front", b"\0" + seal(oaep(plain)))
a_sealed("a byte behind", seal(oaep(plain)) + b"\0")
a_sealed("a byte short", seal(oaep(plain))[:-1])
a_sealed("nothing", b"")
a_sealed("zero", bytes(SIZE))
a_sealed("n", n.to_bytes(SIZE, "big"))
while True:
    value = int.from_bytes(seal(oaep(plain)), "big")
    if value + n < 1 << SIZE * 8:
        break
a_sealed("n may be added", value.to_bytes(SIZE, "big"), TEXT_)
a_sealed("n is added", (value + n).to_bytes(SIZE, "big"))
while True:
    raw = seal(oaep(plain))
    if raw[0] == 0:
        break
a_sealed("begins with a zero", raw, TEXT_)
a_sealed("the zero that it begins with is cut", raw[1:])

cases = {
    "about": "How every RSA backend must judge malformed keys, signatures and sealed texts. "
    "Written by make_rsa_cases.py.",
    "private_key_pem": pem("PRIVATE KEY", pkcs8(pkcs1())),
    "public_key_pem": pem("PUBLIC KEY", spki(key)),
    "private_keys": private,
    "public_keys": public,
    "signatures": signatures,
    "sealed": sealed,
}
(HERE / "rsa_cases.json").write_text(json.dumps(cases, ensure_ascii=False, indent=1) + "\n")
print({name: len(value) for name, value in cases.items() if isinstance(value, list)})
