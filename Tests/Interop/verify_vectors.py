#!/usr/bin/env python3
"""A second verifier of the license format, written only from Documentation/Format.md, and run over the published vectors.

    python3 Tests/Interop/verify_vectors.py [VECTOR_FOLDER]

It needs Python 3.9 or later and the package `cryptography`. It shares no code with the library or with the generator of the
vectors. If all three agree, they agree with the page. Section numbers refer to the page.
"""

import base64
import hashlib
import json
import random
import re
import sys
from collections import namedtuple
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa, utils


class Refused(Exception):
    """An error of the format: a code, and optionally a member (section 9), a block and a line (section 1.4)."""

    def __init__(self, code, member=None, block=None, line=None):
        super().__init__(code)
        self.code, self.member, self.block, self.line = code, member, block, line


# --- Section 4: JSON -------------------------------------------------------------------------------------------------------------------

class NotJSON(Exception):
    """The text is not JSON according to section 4."""


class OtherNumber:
    """A well-formed number that is not an integer (section 4). No rule accepts it, so its value does not matter."""


class JSONReader:
    MAX_DEPTH, MAX_MEMBERS, MAX_VALUES, MAX_INTEGER = 8, 256, 4096, 2**53 - 1
    SPACE = re.compile(r"[ \t\n\r]*")
    PLAIN = re.compile(r'[^"\\\x00-\x1f]*')
    NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?")
    HEX = re.compile(r"[0-9A-Fa-f]{4}")
    ESCAPES = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
    LITERALS = {"true": True, "false": False, "null": None}

    def __init__(self, data):
        try:
            # Python's decoder refuses overlong forms, surrogates and scalars above U+10FFFF. It keeps a byte order mark, which the
            # grammar then refuses.
            self.text = data.decode("utf-8", "strict")
        except UnicodeDecodeError:
            raise NotJSON("not UTF-8")
        self.at = 0
        self.values = 0

    def read(self):
        self.skip_space()
        if not self.text.startswith("{", self.at):
            raise NotJSON("the outermost value is not an object")
        value = self.value(1)
        self.skip_space()
        if self.at != len(self.text):
            raise NotJSON("text after the end")
        return value

    def skip_space(self):
        self.at = self.SPACE.match(self.text, self.at).end()

    def take(self, character):
        """Skips the next character if it is this one, and returns whether it was."""
        if self.text.startswith(character, self.at):
            self.at += 1
            return True
        return False

    def need(self, character):
        if not self.take(character):
            raise NotJSON("expected " + character)

    def value(self, depth):
        """Reads a value. `depth` is its depth if it is an object or an array."""
        self.values += 1
        if self.values > self.MAX_VALUES:
            raise NotJSON("too many values")
        character = self.text[self.at:self.at + 1]
        if character in ("{", "["):
            if depth > self.MAX_DEPTH:
                raise NotJSON("too deep")
            return self.object(depth) if character == "{" else self.array(depth)
        if character == '"':
            return self.string()
        for literal, value in self.LITERALS.items():
            if self.text.startswith(literal, self.at):
                self.at += len(literal)
                return value
        return self.number()

    def items(self, end):
        """Yields before each item, up to the closing character."""
        self.at += 1
        self.skip_space()
        if self.take(end):
            return
        while True:
            self.skip_space()
            yield
            self.skip_space()
            if self.take(end):
                return
            self.need(",")

    def object(self, depth):
        members = {}
        for _ in self.items("}"):
            name = self.string()
            if name in members:
                raise NotJSON("a duplicate member")
            if len(members) == self.MAX_MEMBERS:
                raise NotJSON("too many members")
            self.skip_space()
            self.need(":")
            self.skip_space()
            members[name] = self.value(depth + 1)
        return members

    def array(self, depth):
        return [self.value(depth + 1) for _ in self.items("]")]

    def string(self):
        self.need('"')
        pieces = []
        while True:
            plain = self.PLAIN.match(self.text, self.at)
            pieces.append(plain.group())
            self.at = plain.end()
            if self.take('"'):
                return "".join(pieces)
            self.need("\\")
            pieces.append(self.escape())

    def escape(self):
        character = self.text[self.at:self.at + 1]
        self.at += 1
        if character in self.ESCAPES:
            return self.ESCAPES[character]
        if character != "u":
            raise NotJSON("an unknown escape")
        unit = self.four_digits()
        if unit == 0 or 0xDC00 <= unit <= 0xDFFF:
            raise NotJSON("an escape that is not a scalar")
        if 0xD800 <= unit <= 0xDBFF:
            self.need("\\")
            self.need("u")
            low = self.four_digits()
            if not 0xDC00 <= low <= 0xDFFF:
                raise NotJSON("an incomplete surrogate pair")
            unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00)
        return chr(unit)

    def four_digits(self):
        digits = self.HEX.match(self.text, self.at)
        if not digits:
            raise NotJSON("fewer than four hexadecimal digits")
        self.at = digits.end()
        return int(digits.group(), 16)

    def number(self):
        match = self.NUMBER.match(self.text, self.at)
        if not match:
            raise NotJSON("a missing value")
        self.at = match.end()
        text = match.group()
        # The length is checked first, because Python refuses to convert numbers with thousands of digits.
        if match.group(1) or match.group(2) or text == "-0" or len(text) > 17 or abs(int(text)) > self.MAX_INTEGER:
            return OtherNumber()
        return int(text)


# --- Types and encodings (sections 2 and 7.1) ------------------------------------------------------------------------------------------

KEY_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")
IDENTIFIER = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
NOT_IN_TEXT = re.compile(
    "[\u0000-\u001f\u007f-\u009f\u2028\u2029"  # control characters and separators
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidirectional controls
    "\u00ad\u115f\u1160\u17b4\u17b5\u200b\u2060-\u2065\u206a-\u206f\u2800\u3164\ufeff\uffa0\ufff9-\ufffb"  # invisible characters
    "\U0001d173-\U0001d17a\U000e0000-\U000e007f"
    "\ufdd0-\ufdef" + "".join(chr(plane << 16 | 0xFFFE) + chr(plane << 16 | 0xFFFF) for plane in range(17)) + "]")  # noncharacters
JOINERS = "\u200c\u200d"
NOT_FIRST_IN_TEXT = re.compile("[" + JOINERS + "\u180b-\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]")
BASE64URL = re.compile(rb"[A-Za-z0-9_-]*")
LAST_INSTANT = 253402300799


def is_string(value):
    return isinstance(value, str)


def is_ascii_string(value):
    return is_string(value) and value.isascii()


def is_key_id(value):
    return is_string(value) and KEY_ID.fullmatch(value) is not None


def is_identifier(value):
    return is_string(value) and IDENTIFIER.fullmatch(value) is not None


def is_module(value):
    return is_identifier(value) and value not in ("base", "core")


def is_text(value):
    return (is_string(value) and 1 <= len(value) <= 256 and NOT_IN_TEXT.search(value) is None
            and NOT_FIRST_IN_TEXT.match(value) is None and value[-1] not in JOINERS)


def is_integer(low, high):
    # In Python `True` is an `int` by inheritance, but not by type.
    return lambda value: type(value) is int and low <= value <= high


def is_boolean(value):
    return isinstance(value, bool)


is_instant = is_integer(0, LAST_INSTANT)
is_count = is_integer(0, 2**53 - 1)
is_days = is_integer(1, 365)


def from_base64url(text):
    """Returns the bytes, or None if encoding them again gives another text, which means that it is not canonical."""
    if BASE64URL.fullmatch(text) is None or len(text) % 4 == 1:
        return None
    data = base64.urlsafe_b64decode(text + b"=" * (-len(text) % 4))
    return data if to_base64url(data) == text else None


def to_base64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=")


# --- Curves, and SM2 (section 6) -------------------------------------------------------------------------------------------------------

Curve = namedtuple("Curve", "name algorithm size p a b")
P256_P = 2**256 - 2**224 + 2**192 + 2**96 - 1
P384_P = 2**384 - 2**128 - 2**96 + 2**32 - 1
SM2_P = 0xFFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF00000000FFFFFFFFFFFFFFFF
SM2_N = 0xFFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54123
SM2_G = (0x32C4AE2C1F1981195F9904466A39C9948FE30BBFF2660BE1715A4589334C74C7,
         0xBC3736A2F4F6779C59BDCEE36B692153D0A9877CC62A474002DF32E52139F0A0)
CURVES = {
    curve.name: curve for curve in (
        Curve("P-256", "ES256", 32, P256_P, -3, 0x5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B),
        Curve("P-384", "ES384", 48, P384_P, -3,
              0xB3312FA7E23EE7E4988E056BE3F82D19181D9C6EFE8141120314088F5013875AC656398D8A2ED19D2A85C8EDD3EC2AEF),
        Curve("SM2", "SM2-SM3", 32, SM2_P, -3, 0x28E9FA9E9D9F5E344D5A9E4BCF6509A7F39789F515AB8F92DDBCBD414D940E93),
    )
}


def is_on_curve(curve, x, y):
    return x < curve.p and y < curve.p and (y * y - (x * x * x + curve.a * x + curve.b)) % curve.p == 0


def sm2_add(first, second):
    """Adds two points of the SM2 curve; None is the point at infinity. Nothing is secret, so it is not constant-time."""
    if first is None or second is None:
        return first or second
    (x1, y1), (x2, y2) = first, second
    if x1 == x2:
        if (y1 + y2) % SM2_P == 0:
            return None
        slope = (3 * x1 * x1 - 3) * pow(2 * y1, -1, SM2_P) % SM2_P
    else:
        slope = (y2 - y1) * pow(x2 - x1, -1, SM2_P) % SM2_P
    x3 = (slope * slope - x1 - x2) % SM2_P
    return x3, (slope * (x1 - x3) - y1) % SM2_P


def sm2_multiply(factor, point):
    result = None
    for bit in bin(factor)[2:]:
        result = sm2_add(result, result)
        if bit == "1":
            result = sm2_add(result, point)
    return result


def sm3(data):
    digest = hashes.Hash(hashes.SM3())
    digest.update(data)
    return digest.finalize()


def verify_sm2(public_key, message, r, s):
    identity = b"1234567812345678"
    curve = CURVES["SM2"]
    numbers = (curve.a % curve.p, curve.b) + SM2_G + public_key
    z = sm3((8 * len(identity)).to_bytes(2, "big") + identity + b"".join(number.to_bytes(32, "big") for number in numbers))
    e = int.from_bytes(sm3(z + message), "big")
    t = (r + s) % SM2_N
    if not (1 <= r < SM2_N and 1 <= s < SM2_N) or t == 0:
        return False
    point = sm2_add(sm2_multiply(s, SM2_G), sm2_multiply(t, public_key))
    return point is not None and (e + point[0]) % SM2_N == r


# --- Section 10: trusted keys ----------------------------------------------------------------------------------------------------------

# `numbers` is the 32 bytes of an Ed25519 key, (x, y) of a key on a curve, or the modulus of an RSA key.
Key = namedtuple("Key", "id algorithm issuer start end environment numbers thumbprint")

ALGORITHMS = {"Ed25519": "Ed25519", "EdDSA": "Ed25519", "ES256": "ES256", "ES384": "ES384", "PS256": "PS256", "RS256": "RS256",
              "SM2-SM3": "SM2-SM3"}
RSA_ALGORITHMS = ("PS256", "RS256")
PRIVATE_MEMBERS = ("d", "p", "q", "dp", "dq", "qi", "oth", "k", "priv")
ENVIRONMENTS = ("production", "test")
MAX_TEXT, MAX_KEYS = 262144, 64

ED25519_P = 2**255 - 19
ED25519_WEAK = {0, 1, ED25519_P - 1} | {int.from_bytes(bytes.fromhex(text), "little") for text in (
    "26E8958FC2B227B045C3F489F2EF98F0D5DFAC05D3C63339B13802886D53FC05", "C7176A703D4DD84FBA3C0B760D10670F2A2053FA2C39CCC64EC7FD7792AC037A")}
SMALL_PRIMES = [n for n in range(2, 752) if all(n % d for d in range(2, int(n**0.5) + 1))]
ROCA_RESIDUES = {p: {pow(65537, k, p) for k in range(p)} for p in SMALL_PRIMES if 3 <= p <= 167}


def is_weak_ed25519(data):
    y = int.from_bytes(data, "little") & (2**255 - 1)
    return y >= ED25519_P or y in ED25519_WEAK


def is_prime(n):
    """Runs the Miller-Rabin test on an odd number, with random bases that an attacker cannot predict."""
    twos = ((n - 1) & (1 - n)).bit_length() - 1
    for _ in range(24):
        power = pow(random.SystemRandom().randrange(2, n - 1), (n - 1) >> twos, n)
        if power in (1, n - 1):
            continue
        for _ in range(twos - 1):
            power = power * power % n
            if power == n - 1:
                break
        else:
            return False
    return True


def integer_root(n, k):
    """Returns the largest number whose k-th power is at most n."""
    root = 1 << -(-n.bit_length() // k)
    while True:
        smaller = ((k - 1) * root + n // root**(k - 1)) // k
        if smaller >= root:
            return root
        root = smaller


def is_power_of_prime(n):
    # Each prime factor has at least ten bits, because smaller factors have already been ruled out.
    for k in range(1, n.bit_length() // 9 + 1):
        root = integer_root(n, k)
        if root**k == n and is_prime(root):
            return True
    return False


def is_weak_rsa(n):
    return (not 2048 <= n.bit_length() <= 4096
            or any(n % p == 0 for p in SMALL_PRIMES)
            or all(n % p in residues for p, residues in ROCA_RESIDUES.items())
            or is_power_of_prime(n))


def thumbprint(members):
    """Returns the thumbprint (section 10.3). The values are base64url or plain letters, so they do not need escapes."""
    text = "{" + ",".join('"%s":"%s"' % member for member in sorted(members.items())) + "}"
    return to_base64url(hashlib.sha256(text.encode("ascii")).digest()).decode("ascii")


def load_keys(text, algorithm_argument=None, id_argument=None):
    """Returns the keys of a text. Only a key in PEM can have arguments."""
    if len(text) > MAX_TEXT:
        raise Refused("too-large")
    if text.startswith((b"-", MARK + b"-")):
        return [load_pem(text, algorithm_argument, id_argument)]
    if algorithm_argument is not None or id_argument is not None:
        raise Refused("unsupported")
    try:
        document = JSONReader(text).read()
    except NotJSON:
        raise Refused(fault_of_form(text))
    if "keys" not in document:
        return [load_jwk(document)]
    if not isinstance(document["keys"], list) or not document["keys"]:
        raise Refused("malformed")
    if len(document["keys"]) > MAX_KEYS:
        raise Refused("too-large")
    keys = [load_jwk(jwk) for jwk in document["keys"]]
    if len({key.id for key in keys}) != len(keys):
        raise Refused("duplicate-key-id")
    if len({key.thumbprint for key in keys}) != len(keys):
        raise Refused("duplicate-key")
    return keys


def load_jwk(jwk):
    if not isinstance(jwk, dict):
        raise Refused("malformed")
    if any(name in jwk for name in PRIVATE_MEMBERS):
        raise Refused("private-key")
    rules = {"kid": is_key_id, "alg": lambda value: is_string(value) and value in ALGORITHMS, "iss": is_text, "nbf": is_instant,
             "exp": is_instant, "environment": lambda value: value in ENVIRONMENTS, "kty": is_ascii_string, "crv": is_ascii_string,
             "use": is_ascii_string}
    if any(name in jwk and not rule(jwk[name]) for name, rule in rules.items()):
        raise Refused("malformed")
    if "nbf" in jwk and "exp" in jwk and jwk["nbf"] >= jwk["exp"]:
        raise Refused("malformed")
    if jwk.get("use", "sig") != "sig" or jwk.get("key_ops", ["verify"]) != ["verify"]:
        raise Refused("unsupported")
    numbers = {}
    for name in ("x", "y", "n", "e"):
        if name in jwk:
            text = jwk[name]
            numbers[name] = from_base64url(text.encode("utf-8")) if is_string(text) else None
            if numbers[name] is None:
                raise Refused("malformed")

    kty, crv = jwk.get("kty"), jwk.get("crv")
    if kty == "OKP" and crv == "Ed25519":
        need_length(numbers, "x", 32)
        kind, named, value = "Ed25519", ("crv", "kty", "x"), numbers["x"]
    elif kty == "EC" and crv in CURVES:
        for name in ("x", "y"):
            need_length(numbers, name, CURVES[crv].size)
        kind, named = crv, ("crv", "kty", "x", "y")
        value = tuple(int.from_bytes(numbers[name], "big") for name in ("x", "y"))
    elif kty == "RSA":
        if not numbers.get("n") or "e" not in numbers or numbers["n"].startswith(b"\0") or "alg" not in jwk:
            raise Refused("malformed")
        if jwk["e"] != "AQAB":
            raise Refused("weak-key")
        kind, named, value = "RSA", ("e", "kty", "n"), int.from_bytes(numbers["n"], "big")
    else:
        raise Refused("unsupported")
    return make_key(kind, value, {name: jwk[name] for name in named}, jwk.get("alg"), jwk.get("kid"), jwk.get("iss"), jwk.get("nbf"),
                    jwk.get("exp"), jwk.get("environment", "production"))


def need_length(numbers, name, length):
    if len(numbers.get(name, b"")) != length:
        raise Refused("malformed")


MARK = b"\xef\xbb\xbf"
PEM = re.compile(rb"-----BEGIN PUBLIC KEY-----\r?\n((?:[A-Za-z0-9+/=]+\r?\n)+)-----END PUBLIC KEY-----\r?\n?")
SPKI_ED25519 = bytes.fromhex("302A300506032B6570032100")
SPKI_CURVES = {"P-256": bytes.fromhex("3059301306072A8648CE3D020106082A8648CE3D03010703420004"),
               "P-384": bytes.fromhex("3076301006072A8648CE3D020106052B8104002203620004"),
               "SM2": bytes.fromhex("3059301306072A8648CE3D020106082A811CCF5501822D03420004")}


def rsa_spki(n):
    """Encodes a modulus of 2048 to 4096 bits as SubjectPublicKeyInfo. All lengths that depend on it have two bytes."""
    def element(tag, content):
        return bytes([tag, 0x82]) + len(content).to_bytes(2, "big") + content
    numbers = element(0x02, n.to_bytes(n.bit_length() // 8 + 1, "big")) + bytes.fromhex("0203010001")
    return element(0x30, bytes.fromhex("300D06092A864886F70D0101010500") + element(0x03, b"\0" + element(0x30, numbers)))


def fault_of_form(text):
    """Returns the code of a text that does not have its form (section 10.5)."""
    labels = [[word for word in part.split(b" ") if word] for part in text.split(b"-")]
    return "private-key" if any(label[:1] == [b"BEGIN"] and b"PRIVATE" in label for label in labels) else "malformed"


def load_pem(text, algorithm_argument, id_argument):
    match = PEM.fullmatch(text.removeprefix(MARK))
    body = re.sub(rb"[\r\n]", b"", match.group(1)) if match else b""
    try:
        der = base64.b64decode(body, validate=True)
    except ValueError:
        der = b""
    if not match or base64.b64encode(der) != body:
        raise Refused(fault_of_form(text))
    if algorithm_argument is not None and algorithm_argument not in ALGORITHMS:
        raise Refused("malformed")
    if id_argument is not None and not is_key_id(id_argument):
        raise Refused("malformed")

    def number(data):
        return to_base64url(data).decode("ascii")

    if der.startswith(SPKI_ED25519) and len(der) == len(SPKI_ED25519) + 32:
        value = der[-32:]
        return make_key("Ed25519", value, {"crv": "Ed25519", "kty": "OKP", "x": number(value)}, algorithm_argument, id_argument)
    for name, prefix in SPKI_CURVES.items():
        size = CURVES[name].size
        if der.startswith(prefix) and len(der) == len(prefix) + 2 * size:
            x, y = der[-2 * size:-size], der[-size:]
            return make_key(name, (int.from_bytes(x, "big"), int.from_bytes(y, "big")),
                            {"crv": name, "kty": "EC", "x": number(x), "y": number(y)}, algorithm_argument, id_argument)
    # In this form, the modulus is between the first 32 bytes and the 5 bytes of the exponent. Encoding it again shows whether the
    # bytes have this form.
    n = int.from_bytes(der[32:-5], "big")
    if not 2048 <= n.bit_length() <= 4096 or rsa_spki(n) != der:
        raise Refused("unsupported")
    if algorithm_argument is None:
        raise Refused("algorithm-missing")
    members = {"e": "AQAB", "kty": "RSA", "n": number(n.to_bytes((n.bit_length() + 7) // 8, "big"))}
    return make_key("RSA", n, members, algorithm_argument, id_argument)


def make_key(kind, value, members, algorithm, key_id, issuer=None, start=None, end=None, environment="production"):
    if kind == "RSA":
        fitting, weak = RSA_ALGORITHMS, is_weak_rsa
    elif kind == "Ed25519":
        fitting, weak = ("Ed25519",), is_weak_ed25519
    else:
        fitting, weak = (CURVES[kind].algorithm,), lambda point: not is_on_curve(CURVES[kind], *point)
    algorithm = fitting[0] if algorithm is None else ALGORITHMS[algorithm]
    if algorithm not in fitting:
        raise Refused("unsupported")
    if weak(value):
        raise Refused("weak-key")
    own_id = thumbprint(members)
    return Key(own_id if key_id is None else key_id, algorithm, issuer, start, end, environment, value, own_id)


# --- Section 6: the signature ----------------------------------------------------------------------------------------------------------

def is_signature(key, message, signature):
    if key.algorithm == "SM2-SM3":
        return len(signature) == 64 and verify_sm2(key.numbers, message, *halves(signature))
    try:
        # OpenSSL, which the package uses, checks the ranges: S < L, 1 <= r, s < n, and an RSA signature below the modulus. It is more
        # lenient about lengths than the page, so they are checked here.
        if key.algorithm == "Ed25519":
            if len(signature) != 64:
                return False
            ed25519.Ed25519PublicKey.from_public_bytes(key.numbers).verify(signature, message)
        elif key.algorithm in ("ES256", "ES384"):
            size, curve, digest = 32, ec.SECP256R1(), hashes.SHA256()
            if key.algorithm == "ES384":
                size, curve, digest = 48, ec.SECP384R1(), hashes.SHA384()
            if len(signature) != 2 * size:
                return False
            public_key = ec.EllipticCurvePublicNumbers(*key.numbers, curve).public_key()
            public_key.verify(utils.encode_dss_signature(*halves(signature)), message, ec.ECDSA(digest))
        else:
            if len(signature) != (key.numbers.bit_length() + 7) // 8:
                return False
            scheme = padding.PKCS1v15()
            if key.algorithm == "PS256":
                scheme = padding.PSS(mgf=padding.MGF1(hashes.SHA256()), salt_length=32)
            rsa.RSAPublicNumbers(65537, key.numbers).public_key().verify(signature, message, scheme, hashes.SHA256())
    except InvalidSignature:
        return False
    return True


def halves(signature):
    middle = len(signature) // 2
    return int.from_bytes(signature[:middle], "big"), int.from_bytes(signature[middle:], "big")


# --- Sections 1 to 3: the file, the token, the header ----------------------------------------------------------------------------------

BEGIN, END = b"-----BEGIN LICENSE-----", b"-----END LICENSE-----"
LINE_END = re.compile(rb"\r\n|\r|\n")
SPACE_OR_ESCAPE = re.compile(rb"[ \t]|\\[nr]")
SPACES_AND_ESCAPES = re.compile(rb"(?:[ \t]|\\[nr])*")
TOKEN_CHARACTER = re.compile(rb"[A-Za-z0-9._-]")
MARKER_LETTERS = re.compile(rb"(?:BEGIN|END)LICEN[SC]E")
LONG_RUN = re.compile(rb"[A-Za-z0-9._-]{60}")
MAX_BLOCKS, MAX_TOKEN, MAX_HEADER = 64, 65536, 1024


def line_at(file, at):
    """Returns the number of the line that contains the byte at this position, which is not part of a line end."""
    return 1 + len(LINE_END.findall(file, 0, at))


def looks_like_marker(line):
    letters = re.sub(rb"[^A-Za-z]", b"", line).upper()
    if MARKER_LETTERS.fullmatch(letters):
        return True
    return MARKER_LETTERS.search(letters) is not None and LONG_RUN.search(line) is not None


def tokens_of(file):
    """Returns the tokens of the file, and whether they are in blocks."""
    if len(file) > MAX_TEXT:
        raise Refused("too-large")
    if file.startswith(b"\xef\xbb\xbf"):
        file = file[3:]
    tokens = []
    # `at` is the start of a line, or, if `after_end`, the position after an END marker.
    at, after_end = 0, False
    while at < len(file):
        line_end = LINE_END.search(file, at)
        end, next_line = line_end.span() if line_end else (len(file), len(file))
        start = SPACES_AND_ESCAPES.match(file, at).end()
        if file.startswith(BEGIN, start):
            if len(tokens) == MAX_BLOCKS:
                raise Refused("malformed", line=line_at(file, start))
            token, at = read_block(file, start, len(tokens) + 1)
            tokens.append(token)
            after_end = True
            continue
        if after_end:
            wrong = start != end
        else:
            wrong = looks_like_marker(file[at:end])
        if wrong:
            raise Refused("malformed", line=line_at(file, at))
        at, after_end = next_line, False
    return (tokens, True) if tokens else ([file.strip(b" \t\n\r")], False)


def read_block(file, begin, number):
    """Returns the token of the block whose BEGIN marker is at `begin`, and the position after its END marker."""
    token = bytearray()
    at = begin + len(BEGIN)
    while at < len(file):
        if file.startswith(END, at):
            return bytes(token), at + len(END)
        if file.startswith(BEGIN, at):
            raise Refused("malformed", block=number, line=line_at(file, at))
        dropped = SPACE_OR_ESCAPE.match(file, at) or LINE_END.match(file, at)
        if dropped:
            at = dropped.end()
        elif TOKEN_CHARACTER.match(file, at):
            token.append(file[at])
            at += 1
        else:
            raise Refused("malformed", block=number, line=line_at(file, at))
    begin_line = line_at(file, begin)
    later = (line for line, text in enumerate(LINE_END.split(file), 1) if line > begin_line and looks_like_marker(text))
    raise Refused("malformed", block=number, line=next(later, begin_line))


def parts_of(token):
    if len(token) > MAX_TOKEN:
        raise Refused("too-large")
    texts = token.split(b".")
    if len(texts) != 3 or not all(texts):
        raise Refused("malformed")
    if 3 * len(texts[0]) // 4 > MAX_HEADER:
        raise Refused("too-large")
    parts = [from_base64url(text) for text in texts]
    if None in parts:
        raise Refused("malformed")
    return parts


def read_header(data):
    try:
        header = JSONReader(data).read()
    except NotJSON:
        raise Refused("malformed")
    if set(header) != {"typ", "kid", "alg"} or header["typ"] != "license+jwt" or not is_key_id(header["kid"]) \
            or not is_string(header["alg"]):
        raise Refused("unsupported-format")
    if header["alg"] not in ALGORITHMS:
        raise Refused("unsupported-algorithm")
    return header


# --- Section 7: the claims -------------------------------------------------------------------------------------------------------------

LICENSE_MEMBERS = ("category", "edition", "modules", "type", "perpetual", "limits", "features", "organization", "nodes", "sequence",
                   "reminderDays", "graceDays", "updatesUntil", "critical")


class Claims:
    """Reads the members of an object by their rules. `prefix` precedes the name of a member in an error."""

    def __init__(self, members, prefix=""):
        self.members, self.prefix = members, prefix

    def fail(self, name):
        raise Refused("claims-invalid", self.prefix + name)

    def get(self, name, rule, required=False):
        if name not in self.members:
            return self.fail(name) if required else None
        return self.members[name] if rule(self.members[name]) else self.fail(name)

    def array(self, name, rule, low, high, required=False):
        elements = self.get(name, lambda value: isinstance(value, list) and low <= len(value) <= high, required)
        for index, element in enumerate(elements or []):
            if not rule(element) or element in elements[:index]:
                self.fail("%s[%d]" % (name, index))
        return elements

    def limits(self, required):
        units = self.get("limits", lambda value: isinstance(value, dict) and len(value) <= 64 and all(map(is_identifier, value)), required)
        for unit, value in (units or {}).items():
            if value != "unlimited" and not is_count(value):
                self.fail("limits." + unit)
        if required and not units:
            self.fail("limits")
        return units


def read_claims(data):
    """Returns the claims in the form of the vectors."""
    try:
        payload = JSONReader(data).read()
    except NotJSON:
        raise Refused("claims-invalid")
    top = Claims(payload)
    # If several claims are at fault, a verifier can name any of them.
    inner = Claims(top.get("license", lambda value: isinstance(value, dict), True), "license.")
    claims = {"iss": top.get("iss", is_text, True), "aud": top.get("aud", is_identifier, True), "sub": top.get("sub", is_text, True),
              "jti": top.get("jti", is_identifier, True), "iat": top.get("iat", is_instant, True)}
    start = top.get("nbf", is_instant)
    claims["nbf"] = claims["iat"] if start is None else start

    category = inner.get("category", lambda value: value in ("base", "plus"), True)
    base = category == "base"
    if not base and "edition" in inner.members:
        inner.fail("edition")
    perpetual = inner.get("perpetual", is_boolean) or False
    if perpetual and "exp" in payload:
        top.fail("exp")
    claims["exp"] = top.get("exp", is_instant, required=not perpetual)
    if claims["exp"] is not None and claims["nbf"] >= claims["exp"]:
        top.fail("exp")

    features = inner.array("features", is_identifier, 0, 1024)
    critical = inner.array("critical", is_identifier, 0, JSONReader.MAX_VALUES)
    claims.update({
        "category": category,
        "edition": inner.get("edition", is_identifier, required=base),
        "modules": inner.array("modules", is_module, 1, 64, required=not base) or [],
        "type": inner.get("type", is_identifier, True),
        "limits": inner.limits(required=base) or {},
        "features": None if features is None else sorted(features),
        "organization": inner.get("organization", is_text),
        "nodes": inner.array("nodes", is_text, 1, 64),
        "sequence": inner.get("sequence", is_count),
        "reminderDays": inner.get("reminderDays", is_days),
        "graceDays": inner.get("graceDays", is_days),
        "updatesUntil": inner.get("updatesUntil", is_instant),
    })
    if any(name not in LICENSE_MEMBERS for name in critical or []):
        raise Refused("unsupported-requirement", "license.critical")
    return claims


# --- The verifier: sections 1 to 8 in their order --------------------------------------------------------------------------------------

def verify(file, keys, product=None, node=None, environments=("production",)):
    """Returns one entry for each token of the file, or raises an error."""
    tokens, in_blocks = tokens_of(file)
    entries = []
    for number, token in enumerate(tokens, 1):
        try:
            entries.append(verify_token(token, keys, product, node, environments))
        except Refused as error:
            raise Refused(error.code, error.member, number if in_blocks else None)
    return entries


def verify_token(token, keys, product, node, environments):
    header_bytes, payload_bytes, signature = parts_of(token)
    header = read_header(header_bytes)
    key = next((key for key in keys if key.id == header["kid"]), None)
    if key is None:
        raise Refused("unknown-key")
    if ALGORITHMS[header["alg"]] != key.algorithm:
        raise Refused("algorithm-mismatch")
    if not is_signature(key, token.rpartition(b".")[0], signature):
        raise Refused("signature-invalid")
    claims = read_claims(payload_bytes)
    if key.issuer is not None and key.issuer != claims["iss"]:
        raise Refused("issuer-mismatch", "iss")
    if (key.start is not None and claims["iat"] < key.start) or (key.end is not None and claims["iat"] >= key.end):
        raise Refused("key-not-valid", "iat")
    if key.environment not in environments:
        raise Refused("key-not-valid")
    if product is not None and claims["aud"] != product:
        raise Refused("wrong-product", "aud")
    if node is not None and claims["nodes"] is not None and node not in claims["nodes"]:
        return {"error": "wrong-node", "id": claims["jti"]}
    claims.update(algorithm=key.algorithm, kid=key.id, environment=key.environment, payloadSHA256=hashlib.sha256(payload_bytes).hexdigest())
    return claims


# --- The vectors (section 13) ----------------------------------------------------------------------------------------------------------

def bytes_of(case):
    if "text" in case:
        return case["text"].encode("utf-8")
    if "base64" in case:
        return base64.b64decode(case["base64"], validate=True)
    return "".join(part["text"] * part["times"] for part in case["parts"]).encode("utf-8")


def result_of(action):
    try:
        return action()
    except Refused as error:
        return {"ok": False, "error": error.code, "member": error.member, "block": error.block, "line": error.line}


def verify_case(case, keys):
    options = {name: case[name] for name in ("product", "node", "environments") if name in case}
    return result_of(lambda: {"ok": True, "licenses": verify(bytes_of(case), keys, **options)})


def load_case(case):
    def load():
        return {"ok": True, "keys": [
            {"kid": key.id, "alg": key.algorithm, "iss": key.issuer, "nbf": key.start, "exp": key.end, "environment": key.environment}
            for key in load_keys(bytes_of(case), case.get("alg"), case.get("kid"))]}
    return result_of(load)


def agrees(result, expected):
    if not expected["ok"]:
        # A vector does not restrict the member, block and line that it does not mention. If one is null, the error must have none.
        result = {name: value for name, value in result.items() if name in expected}
    # Compares the JSON texts, because the Python values `True`, 1 and 1.0 are equal.
    return json.dumps(result, sort_keys=True) == json.dumps(expected, sort_keys=True)


def run(path, action):
    passed = failed = 0
    for case in json.loads(path.read_text(encoding="utf-8"))["cases"]:
        try:
            result = action(case)
            agreed = agrees(result, case["expected"])
        except Exception as error:  # An exception in this verifier fails only this case.
            result, agreed = repr(error), False
        if agreed:
            passed += 1
        else:
            failed += 1
            print("%s: %s (%s)\n  expected %s\n  got %s" % (
                path.name, case.get("id"), case.get("note"), json.dumps(case.get("expected")), json.dumps(result)))
    if passed + failed == 0:
        print("%s: no cases" % path.name)
        failed = 1
    return passed, failed


def main(arguments):
    if len(arguments) > 1:
        print("usage: verify_vectors.py [VECTOR_FOLDER]", file=sys.stderr)
        return 2
    folder = Path(arguments[0]) if arguments else Path(__file__).resolve().parent.parent / "Vectors"
    keys = load_keys((folder / "trusted-keys.json").read_bytes())
    licenses = run(folder / "licenses.json", lambda case: verify_case(case, keys))
    key_texts = run(folder / "keys.json", load_case)
    passed, failed = licenses[0] + key_texts[0], licenses[1] + key_texts[1]
    print("licenses: %d passed, %d failed; key texts: %d passed, %d failed" % (licenses + key_texts))
    print("%d passed, %d failed" % (passed, failed))
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
