"""ECDSA, SM2 and Ed25519, written directly from the standards: slow and not constant-time, only for test vectors."""

import functools
import hashlib


def sm3(data):
    return hashlib.new("sm3", data).digest()


def number_from(phrase, limit):
    """Returns a number from 1 to limit - 1, derived from a phrase. The keys and nonces of the vectors come from here."""
    seed = b"".join(hashlib.sha512(b"%d %s" % (index, phrase.encode())).digest() for index in range(2))
    return int.from_bytes(seed, "big") % (limit - 1) + 1


class Curve:
    """A curve y² = x³ + ax + b over the integers modulo p, with a base point of prime order n."""

    def __init__(self, name, p, a, b, n, base):
        self.name, self.p, self.a, self.b, self.n, self.base = name, p, a, b, n, base
        self.size = (p.bit_length() + 7) // 8

    def add(self, left, right):
        if left is None or right is None:
            return left or right
        (x1, y1), (x2, y2) = left, right
        if x1 == x2 and (y1 + y2) % self.p == 0:
            return None
        if left == right:
            slope = (3 * x1 * x1 + self.a) * pow(2 * y1, -1, self.p)
        else:
            slope = (y2 - y1) * pow(x2 - x1, -1, self.p)
        x = (slope * slope - x1 - x2) % self.p
        return x, (slope * (x1 - x) - y1) % self.p

    def multiply(self, factor, point):
        result = None
        while factor:
            if factor & 1:
                result = self.add(result, point)
            point = self.add(point, point)
            factor >>= 1
        return result


P256 = Curve(
    "P-256",
    2**256 - 2**224 + 2**192 + 2**96 - 1,
    -3,
    0x5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B,
    0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551,
    (
        0x6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296,
        0x4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5,
    ),
)
P384 = Curve(
    "P-384",
    2**384 - 2**128 - 2**96 + 2**32 - 1,
    -3,
    0xB3312FA7E23EE7E4988E056BE3F82D19181D9C6EFE8141120314088F5013875AC656398D8A2ED19D2A85C8EDD3EC2AEF,
    0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFC7634D81F4372DDF581A0DB248B0A77AECEC196ACCC52973,
    (
        0xAA87CA22BE8B05378EB1C71EF320AD746E1D3B628BA79B9859F741E082542A385502F25DBF55296C3A545E3872760AB7,
        0x3617DE4A96262C6F5D9E98BF9292DC29F8F41DBD289A147CE9DA3113B5F0B8C00A60B1CE1D7E819D7A431D7C90EA0E5F,
    ),
)
SM2 = Curve(
    "SM2",
    0xFFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF00000000FFFFFFFFFFFFFFFF,
    0xFFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF00000000FFFFFFFFFFFFFFFC,
    0x28E9FA9E9D9F5E344D5A9E4BCF6509A7F39789F515AB8F92DDBCBD414D940E93,
    0xFFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54123,
    (
        0x32C4AE2C1F1981195F9904466A39C9948FE30BBFF2660BE1715A4589334C74C7,
        0xBC3736A2F4F6779C59BDCEE36B692153D0A9877CC62A474002DF32E52139F0A0,
    ),
)


def ecdsa(curve, secret, digest):
    """Returns r and s for a digest (FIPS 186-5, section 6.4.1)."""
    e = int.from_bytes(digest[: curve.size], "big")
    k = number_from(f"nonce {secret:x} {digest.hex()}", curve.n)
    r = curve.multiply(k, curve.base)[0] % curve.n
    return r, pow(k, -1, curve.n) * (e + r * secret) % curve.n


def sm2_digest(public, text, signer_id=b"1234567812345678", digest=sm3):
    """Returns the digest that SM2 signs, over Z and the text (GB/T 32918.2, sections 5.5 and 6.1)."""
    z = (8 * len(signer_id)).to_bytes(2, "big") + signer_id
    for value in (SM2.a, SM2.b, *SM2.base, *public):
        z += value.to_bytes(32, "big")
    return digest(digest(z) + text)


def sm2(secret, digest):
    """Returns r and s for a digest (GB/T 32918.2, section 6.1)."""
    e = int.from_bytes(digest, "big")
    k = number_from(f"nonce {secret:x} {digest.hex()}", SM2.n)
    r = (e + SM2.multiply(k, SM2.base)[0]) % SM2.n
    return r, pow(1 + secret, -1, SM2.n) * (k - r * secret) % SM2.n


class Ed25519:
    """Ed25519 (RFC 8032, section 5.1), with points as (X, Y, Z, T)."""

    p = 2**255 - 19
    L = 2**252 + 27742317777372353535851937790883648493
    d = -121665 * pow(121666, -1, p) % p
    neutral = (0, 1, 1, 0)
    order_2 = (0, p - 1, 1, 0)

    @classmethod
    def add(cls, left, right):
        a = (left[1] - left[0]) * (right[1] - right[0]) % cls.p
        b = (left[1] + left[0]) * (right[1] + right[0]) % cls.p
        c = 2 * left[3] * right[3] * cls.d % cls.p
        d = 2 * left[2] * right[2] % cls.p
        e, f, g, h = b - a, d - c, d + c, b + a
        return e * f % cls.p, g * h % cls.p, f * g % cls.p, e * h % cls.p

    @classmethod
    @functools.cache
    def doubles(cls):
        """Returns the base point multiplied by 1, 2, 4, 8 and so on."""
        y = 4 * pow(5, -1, cls.p) % cls.p
        square = (y * y - 1) * pow(cls.d * y * y + 1, -1, cls.p) % cls.p
        x = pow(square, (cls.p + 3) // 8, cls.p)
        if (x * x - square) % cls.p:
            x = x * pow(2, (cls.p - 1) // 4, cls.p) % cls.p
        x = x if x % 2 == 0 else cls.p - x
        points = [(x, y, 1, x * y % cls.p)]
        while len(points) < 256:
            points.append(cls.add(points[-1], points[-1]))
        return points

    @classmethod
    def multiple(cls, factor):
        """Returns the base point multiplied by a factor."""
        result = cls.neutral
        for bit, point in enumerate(cls.doubles()):
            if factor >> bit & 1:
                result = cls.add(result, point)
        return result

    @classmethod
    def encode(cls, point):
        inverse = pow(point[2], -1, cls.p)
        x, y = point[0] * inverse % cls.p, point[1] * inverse % cls.p
        return (y | (x & 1) << 255).to_bytes(32, "little")

    @classmethod
    @functools.cache
    def keys(cls, seed):
        """Returns the secret scalar, the prefix for nonces, and the encoded public key."""
        digest = hashlib.sha512(seed).digest()
        secret = int.from_bytes(digest[:32], "little") & (1 << 254) - 8 | 1 << 254
        return secret, digest[32:], cls.encode(cls.multiple(secret))

    @classmethod
    def sign(cls, seed, text, shift=neutral, context=b""):
        """Returns R and S for a text. The shift is added to R. The context is the prefix of Ed25519ctx and Ed25519ph."""
        secret, prefix, public = cls.keys(seed)
        nonce = int.from_bytes(hashlib.sha512(context + prefix + text).digest(), "little") % cls.L
        encoded = cls.encode(cls.add(cls.multiple(nonce), shift))
        k = int.from_bytes(hashlib.sha512(context + encoded + public + text).digest(), "little")
        return encoded, (nonce + k * secret) % cls.L
