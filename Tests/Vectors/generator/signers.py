"""The keys of the vectors, and tokens signed with them.

The keys are only for these vectors: anyone with this file can sign with them.
"""

import base64
import hashlib
import json

from . import curves, rsa


def base64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def text_of(value):
    return value if isinstance(value, bytes) else value.encode()


class Signer:
    """A key, with its JWK and its signatures in the encoding of the format."""

    def __init__(self, algorithm, kid, bits=2_048, **conditions):
        self.algorithm, self.kid, self.conditions = algorithm, kid, conditions
        self.phrase = f"swift-licensing, public test vectors, not a secret: {kid}"
        self.curve = {"ES256": curves.P256, "ES384": curves.P384, "SM2-SM3": curves.SM2}.get(algorithm)
        if algorithm == "Ed25519":
            self.seed = hashlib.sha256(self.phrase.encode()).digest()
            self.public = curves.Ed25519.keys(self.seed)[2]
        elif self.curve:
            self.secret = curves.number_from(self.phrase, self.curve.n)
            self.public = self.curve.multiply(self.secret, self.curve.base)
        else:
            self.rsa = rsa.RSA(self.phrase, bits)

    @property
    def numbers(self):
        """The required members of the JWK, which identify the key."""
        if self.algorithm == "Ed25519":
            return {"kty": "OKP", "crv": "Ed25519", "x": base64url(self.public)}
        if self.curve:
            x, y = (base64url(number.to_bytes(self.curve.size, "big")) for number in self.public)
            return {"kty": "EC", "crv": self.curve.name, "x": x, "y": y}
        return {"kty": "RSA", "n": base64url(self.rsa.modulus.to_bytes(self.rsa.size, "big")), "e": "AQAB"}

    @property
    def jwk(self):
        return {**self.numbers, "kid": self.kid, "alg": self.algorithm, "use": "sig", **self.conditions}

    @property
    def thumbprint(self):
        members = {name: self.numbers[name] for name in sorted(self.numbers)}
        return base64url(hashlib.sha256(json.dumps(members, separators=(",", ":")).encode()).digest())

    @property
    def spki(self):
        """The SubjectPublicKeyInfo of the public key, in DER."""
        if self.algorithm == "Ed25519":
            return bytes.fromhex("302A300506032B6570032100") + self.public
        if self.curve:
            oid = {"P-256": "06082A8648CE3D030107", "P-384": "06052B81040022", "SM2": "06082A811CCF5501822D"}
            point = b"\4" + b"".join(number.to_bytes(self.curve.size, "big") for number in self.public)
            return point_info(bytes.fromhex(oid[self.curve.name]), point)
        return rsa_info(self.rsa.modulus)

    @property
    def pem(self):
        return pem(self.spki)

    def sign(self, text):
        """Returns the signature of a text in the encoding of a token."""
        if self.algorithm == "Ed25519":
            encoded, s = curves.Ed25519.sign(self.seed, text)
            return encoded + s.to_bytes(32, "little")
        if self.algorithm == "PS256":
            return self.rsa.power(rsa.pss(self.rsa.bits, text))
        if self.algorithm == "RS256":
            return self.rsa.power(rsa.pkcs1(self.rsa.size, text))
        return self.encode(*self.pair(text))

    def pair(self, text):
        """Returns r and s for a text."""
        if self.algorithm == "SM2-SM3":
            return curves.sm2(self.secret, curves.sm2_digest(self.public, text))
        digest = hashlib.sha256 if self.algorithm == "ES256" else hashlib.sha384
        return curves.ecdsa(self.curve, self.secret, digest(text).digest())

    def encode(self, r, s):
        return r.to_bytes(self.curve.size, "big") + s.to_bytes(self.curve.size, "big")

    def header(self, **changes):
        members = {"alg": self.algorithm, "kid": self.kid, "typ": "license+jwt", **changes}
        return json.dumps({name: value for name, value in members.items() if value is not None}, separators=(",", ":"))

    def token(self, payload, header=None, signature=None):
        """Returns a token for a payload (a text, or claims), optionally with another header or another signing function."""
        if isinstance(payload, dict):
            payload = json.dumps(payload, separators=(",", ":"), ensure_ascii=False)
        header = self.header() if header is None else header
        signed = base64url(text_of(header)) + "." + base64url(text_of(payload))
        return signed + "." + base64url((signature or self.sign)(signed.encode()))


def element(tag, content):
    """Returns a DER element."""
    size = len(content)
    length = bytes([size]) if size < 128 else bytes([0x81, size]) if size < 256 else b"\x82" + size.to_bytes(2, "big")
    return bytes([tag]) + length + content


def integer(number):
    return element(2, number.to_bytes(number.bit_length() // 8 + 1, "big"))


def point_info(curve, point):
    return element(0x30, element(0x30, bytes.fromhex("06072A8648CE3D0201") + curve) + element(3, b"\0" + point))


def rsa_info(modulus, exponent=65_537, algorithm="300D06092A864886F70D0101010500"):
    key = element(0x30, integer(modulus) + integer(exponent))
    return element(0x30, bytes.fromhex(algorithm) + element(3, b"\0" + key))


def pem(data, label="PUBLIC KEY", width=64):
    text = base64.b64encode(data).decode()
    lines = [text[start : start + width] for start in range(0, len(text), width)]
    return "\n".join([f"-----BEGIN {label}-----", *lines, f"-----END {label}-----", ""])


def armored(token, width=64):
    lines = [token[start : start + width] for start in range(0, len(token), width)]
    return "\n".join(["-----BEGIN LICENSE-----", *lines, "-----END LICENSE-----", ""])


ed25519 = Signer("Ed25519", "ed25519")
es256 = Signer("ES256", "es256")
es384 = Signer("ES384", "es384")
ps256 = Signer("PS256", "ps256")
rs256 = Signer("RS256", "rs256")
sm2 = Signer("SM2-SM3", "sm2")
ALGORITHMS = [ed25519, es256, es384, ps256, rs256, sm2]

# Keys with conditions, keys of other sizes, a key with the longest key id, and a key that is not trusted.
vendor = Signer("Ed25519", "vendor", iss="Example Vendor")
dated = Signer("Ed25519", "dated", nbf=1_700_000_000, exp=1_800_000_000)
test = Signer("Ed25519", "test", environment="test")
longest = Signer("Ed25519", "._-" + "k" * 61)
ps256_3072 = Signer("PS256", "ps256-3072", bits=3_072)
rs256_4096 = Signer("RS256", "rs256-4096", bits=4_096)
all_conditions = Signer("ES256", "conditions", iss="Example Vendor", nbf=1_700_000_000, exp=1_800_000_000)
unnamed = Signer("Ed25519", "unnamed")
stranger = Signer("Ed25519", "stranger")

TRUSTED = [*ALGORITHMS, vendor, dated, test, longest, ps256_3072, rs256_4096, all_conditions]


def trusted_set():
    jwks = [signer.jwk for signer in TRUSTED]
    # One key has no kid, so that its id is its thumbprint.
    jwks.append({**unnamed.numbers, "alg": "EdDSA"})
    return {"keys": jwks}
