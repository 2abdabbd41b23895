"""RSA (RFC 8017), only for test vectors."""

import hashlib
import itertools

from .curves import number_from

SMALL_PRIMES = [p for p in range(3, 2_000) if all(p % q for q in range(2, int(p**0.5) + 1))]


def is_prime(number):
    if any(number % prime == 0 for prime in SMALL_PRIMES):
        return False
    odd, twos = number - 1, 0
    while odd % 2 == 0:
        odd, twos = odd // 2, twos + 1
    for base in [2] + SMALL_PRIMES[:11]:
        power = pow(base, odd, number)
        if power not in (1, number - 1) and all(
            (power := power * power % number) != number - 1 for _ in range(twos - 1)
        ):
            return False
    return True


def prime(phrase, bits, exponent=65_537, shape=lambda number: number):
    """Returns the first prime of a size, with its two highest bits set, that is derived from a phrase."""
    for index in itertools.count():
        parts = [number_from(f"{phrase} {index} {part}", 2**512) for part in range((bits + 511) // 512)]
        number = sum(part << 512 * position for position, part in enumerate(parts)) % 2**bits
        number = shape(number | 3 << bits - 2 | 1)
        if number.bit_length() == bits and number % exponent != 1 and is_prime(number):
            return number


class RSA:
    """An RSA key with the exponent 65537."""

    def __init__(self, phrase, bits, shape=lambda number: number):
        self.p = prime(f"{phrase} p", (bits + 1) // 2, shape=shape)
        self.q = prime(f"{phrase} q", bits // 2, shape=shape)
        self.modulus = self.p * self.q
        self.bits = self.modulus.bit_length()
        self.size = (self.bits + 7) // 8
        self.secret = pow(65_537, -1, (self.p - 1) * (self.q - 1))
        self.inverse = pow(self.q, -1, self.p)

    def power(self, message):
        """Applies the private key to bytes (RFC 8017, section 5.1.2). The result is as long as the modulus."""
        value = int.from_bytes(message, "big")
        first, second = pow(value, self.secret % (self.p - 1), self.p), pow(value, self.secret % (self.q - 1), self.q)
        factor = (first - second) * self.inverse % self.p
        return (second + factor * self.q).to_bytes(self.size, "big")


# The bytes of a DigestInfo before the digest (RFC 8017, section 9.2, note 1).
DIGEST_INFO = {
    "sha1": bytes.fromhex("3021300906052B0E03021A05000414"),
    "sha256": bytes.fromhex("3031300D060960864801650304020105000420"),
    "sha384": bytes.fromhex("3041300D060960864801650304020205000430"),
}


def pkcs1(size, text, digest="sha256", info=None, padding=None, tail=b""):
    """EMSA-PKCS1-v1_5 (RFC 8017, section 9.2), or an invalid variant of it."""
    info = (DIGEST_INFO[digest] if info is None else info) + hashlib.new(digest, text).digest()
    padding = b"\xff" * (size - len(info) - 3 - len(tail)) if padding is None else padding
    return b"\0\1" + padding + b"\0" + info + tail


def mask(seed, size, digest):
    blocks = (hashlib.new(digest, seed + count.to_bytes(4, "big")).digest() for count in range(size))
    return b"".join(itertools.islice(blocks, size // hashlib.new(digest).digest_size + 1))[:size]


def pss(bits, text, digest="sha256", mask_digest=None, salt_size=32, trailer=b"\xbc", label=""):
    """EMSA-PSS (RFC 8017, section 9.1.1), with a salt derived from the text."""
    size = (bits + 6) // 8
    salt = hashlib.shake_256(label.encode() + text).digest(salt_size)
    inner = hashlib.new(digest, bytes(8) + hashlib.new(digest, text).digest() + salt).digest()
    block = bytes(size - salt_size - len(inner) - 2) + b"\1" + salt
    masked = bytearray(a ^ b for a, b in zip(block, mask(inner, len(block), mask_digest or digest)))
    masked[0] &= 0xFF >> 8 * size - (bits - 1)
    return bytes(masked) + inner + trailer
