"""Cases for sections 5 and 6: the key, its algorithm, and the signature."""

import base64
import hashlib

from . import rsa
from .case import BASE, PLUS, accepted, changed, content, refused
from .curves import Ed25519, SM2, ecdsa, sm2, sm2_digest
from .signers import (
    ALGORITHMS,
    TRUSTED,
    armored,
    base64url,
    ed25519,
    element,
    integer,
    es256,
    es384,
    ps256,
    ps256_3072,
    rs256,
    rs256_4096,
    sm2 as sm2_signer,
    stranger,
    unnamed,
)


def valid():
    for signer in ALGORITHMS:
        for claims in (BASE, PLUS):
            name = f"{signer.kid}-{claims['license']['category']}"
            entry = content(claims, signer)
            yield accepted(
                f"signed-{name}",
                f"a {claims['license']['category']} license signed with {signer.algorithm}",
                signer.token(claims),
                entry,
            )
            yield accepted(f"signed-{name}-armored", "the same in armor", armored(signer.token(claims)), entry)
    for signer in (ps256_3072, rs256_4096):
        yield accepted(
            f"signed-{signer.kid}", f"an RSA key of {signer.rsa.bits} bits", signer.token(BASE), content(BASE, signer)
        )
    header = unnamed.header(kid=unnamed.thumbprint)
    yield accepted(
        "signed-thumbprint",
        "a key whose id is its thumbprint",
        unnamed.token(BASE, header=header),
        content(BASE, unnamed, kid=unnamed.thumbprint),
    )


def keys():
    yield refused("key-unknown", "a key that is not trusted", stranger.token(BASE), "unknown-key", None)
    yield refused(
        "key-unknown-case",
        "key ids are compared byte by byte",
        ed25519.token(BASE, header=ed25519.header(kid="Ed25519")),
        "unknown-key",
        None,
    )
    yield refused(
        "key-thumbprint-of-named",
        "a key with a kid does not also have its thumbprint as an id",
        ed25519.token(BASE, header=ed25519.header(kid=ed25519.thumbprint)),
        "unknown-key",
        None,
    )
    for signer in ALGORITHMS:
        for other in [
            *(other.algorithm for other in ALGORITHMS if other is not signer),
            *(["EdDSA"] if signer is not ed25519 else []),
        ]:
            token = signer.token(BASE, header=signer.header(alg=other))
            yield refused(
                f"mismatch-{signer.kid}-{other}",
                f"a key for {signer.algorithm} and the alg {other}, with a valid signature of the key",
                token,
                "algorithm-mismatch",
                None,
            )
    yield refused(
        "mismatch-ps256-rs256-signed-so",
        "a key for PS256, and a valid RS256 signature with the alg RS256",
        ps256.token(
            BASE, header=ps256.header(alg="RS256"), signature=lambda text: ps256.rsa.power(rsa.pkcs1(256, text))
        ),
        "algorithm-mismatch",
        None,
    )


def invalid(name, note, signer, signature, payload=BASE, header=None):
    return refused(
        f"signature-{name}", note, signer.token(payload, header=header, signature=signature), "signature-invalid", None
    )


def all_algorithms():
    for signer in ALGORITHMS:

        def one(name, note, change):
            return invalid(
                f"{signer.kid}-{name}", f"{signer.algorithm}: {note}", signer, lambda text: change(signer.sign(text))
            )

        yield one("first-bit", "the first bit flipped", lambda data: bytes([data[0] ^ 0x80]) + data[1:])
        yield one("last-bit", "the last bit flipped", lambda data: data[:-1] + bytes([data[-1] ^ 1]))
        yield one(
            "middle-bit",
            "a bit in the middle flipped",
            lambda data: data[: len(data) // 2] + bytes([data[len(data) // 2] ^ 8]) + data[len(data) // 2 + 1 :],
        )
        yield one("zeros", "all bits zero", lambda data: bytes(len(data)))
        yield one("ones", "all bits one", lambda data: b"\xff" * len(data))
        yield one("short", "the last byte is missing", lambda data: data[:-1])
        yield one("long", "a zero byte after the signature", lambda data: data + b"\0")
        yield one("long-before", "a zero byte before the signature", lambda data: b"\0" + data)
        yield one("one-byte", "a single byte", lambda data: data[:1])
        yield one("twice", "the signature twice", lambda data: data * 2)
        header, payload, signature = signer.token(BASE).split(".")
        other = signer.token(PLUS).split(".")
        yield refused(
            f"signature-{signer.kid}-other-payload",
            f"{signer.algorithm}: the payload of another license",
            f"{header}.{other[1]}.{signature}",
            "signature-invalid",
            None,
        )
        spaced = base64url(signer.header().replace(",", ", ").encode())
        yield refused(
            f"signature-{signer.kid}-other-header",
            f"{signer.algorithm}: the same header in another encoding",
            f"{spaced}.{payload}.{signature}",
            "signature-invalid",
            None,
        )
        yield invalid(
            f"{signer.kid}-payload-alone",
            f"{signer.algorithm}: signature over only the payload",
            signer,
            lambda text: signer.sign(text.split(b".")[1]),
        )
        yield invalid(
            f"{signer.kid}-digest",
            f"{signer.algorithm}: signature over the SHA-256 of the text instead of the text",
            signer,
            lambda text: signer.sign(hashlib.sha256(text).digest()),
        )
    yield invalid("other-key", "signed with another trusted key", ed25519, stranger.sign)
    yield invalid(
        "expired",
        "an invalid signature of an expired license",
        ed25519,
        lambda text: bytes(64),
        changed(BASE, "exp", 1_790_000_001),
    )
    yield invalid("bad-payload", "an invalid signature and a payload that is not JSON", ed25519, lambda text: bytes(64), "{")
    yield invalid(
        "eddsa",
        "a valid signature over the header with the alg Ed25519, in a token with the alg EdDSA",
        ed25519,
        lambda text: ed25519.sign((ed25519.token(BASE).rsplit(".", 1)[0]).encode()),
        header=ed25519.header(alg="EdDSA"),
    )


def edwards():
    def one(name, note, signature):
        return invalid(f"ed25519-{name}", f"Ed25519: {note}", ed25519, signature)

    def joined(encoded, s):
        return encoded + s.to_bytes(32, "little")

    def with_s(change):
        def signature(text):
            encoded, s = Ed25519.sign(ed25519.seed, text)
            return joined(encoded, change(s))

        return signature

    yield one("s-plus-l", "S + L instead of S", with_s(lambda s: s + Ed25519.L))
    yield one("s-plus-2l", "S + 2L instead of S", with_s(lambda s: s + 2 * Ed25519.L))
    yield one("s-negative", "L - S instead of S", with_s(lambda s: Ed25519.L - s))
    yield one(
        "s-big-endian",
        "S big-endian",
        lambda text: (lambda r, s: r + s.to_bytes(32, "big"))(*Ed25519.sign(ed25519.seed, text)),
    )
    yield one(
        "cofactor",
        "valid only in the equation with cofactor",
        lambda text: joined(*Ed25519.sign(ed25519.seed, text, shift=Ed25519.order_2)),
    )
    yield one(
        "r-sign",
        "the sign bit of R flipped",
        lambda text: (lambda data: data[:31] + bytes([data[31] ^ 0x80]) + data[32:])(ed25519.sign(text)),
    )
    context = b"SigEd25519 no Ed25519 collisions" + b"\0\0"
    yield one(
        "ctx",
        "Ed25519ctx with an empty context",
        lambda text: joined(*Ed25519.sign(ed25519.seed, text, context=context)),
    )
    prehash = b"SigEd25519 no Ed25519 collisions" + b"\1\0"
    yield one(
        "ph",
        "Ed25519ph",
        lambda text: joined(*Ed25519.sign(ed25519.seed, hashlib.sha512(text).digest(), context=prehash)),
    )


def curves():
    for signer in (es256, es384, sm2_signer):
        n, size = signer.curve.n, signer.curve.size
        encode = signer.encode

        def one(name, note, change):
            return invalid(
                f"{signer.kid}-{name}", f"{signer.algorithm}: {note}", signer, lambda text: change(*signer.pair(text))
            )

        yield one("r-0", "r is 0", lambda r, s: encode(0, s))
        yield one("s-0", "s is 0", lambda r, s: encode(r, 0))
        yield one("r-n", "r is n", lambda r, s: encode(n, s))
        yield one("s-n", "s is n", lambda r, s: encode(r, n))
        yield one("r-1-s-1", "r and s are 1", lambda r, s: encode(1, 1))
        yield one("swapped", "s‖r", lambda r, s: encode(s, r))
        yield one("r-negative", "n - r instead of r", lambda r, s: encode(n - r, s))
        yield one(
            "little-endian",
            "r and s little-endian",
            lambda r, s: r.to_bytes(size, "little") + s.to_bytes(size, "little"),
        )
        yield one("der", "DER sequence of r and s", der)
        yield one(
            "wide", "r and s are one byte longer", lambda r, s: r.to_bytes(size + 1, "big") + s.to_bytes(size + 1, "big")
        )
    for signer in (es256, es384):
        token = signer.token(
            BASE, signature=lambda text: (lambda r, s: signer.encode(r, signer.curve.n - s))(*signer.pair(text))
        )
        yield accepted(
            f"signature-{signer.kid}-other-s",
            f"{signer.algorithm}: n - s instead of s is also valid",
            token,
            content(BASE, signer),
        )
    digests = {
        "es256": (es256, hashlib.sha384, hashlib.sha512, hashlib.sha1),
        "es384": (es384, hashlib.sha256, hashlib.sha512),
    }
    for name, (signer, *others) in digests.items():
        for digest in others:
            yield invalid(
                f"{name}-{digest().name}",
                f"{signer.algorithm}: with {digest().name}",
                signer,
                lambda text: signer.encode(*ecdsa(signer.curve, signer.secret, digest(text).digest())),
            )


def der(r, s):
    return element(0x30, integer(r) + integer(s))


def chinese():
    def one(name, note, digest):
        return invalid(
            f"sm2-{name}",
            f"SM2-SM3: {note}",
            sm2_signer,
            lambda text: sm2_signer.encode(*sm2(sm2_signer.secret, digest(text))),
        )

    public, sm3 = sm2_signer.public, lambda text: hashlib.new("sm3", text).digest()
    yield one("no-id", "an empty signer id", lambda text: sm2_digest(public, text, signer_id=b""))
    yield one("other-id", "another signer id", lambda text: sm2_digest(public, text, signer_id=b"ALICE123@YAHOO.COM"))
    yield one(
        "id-nul",
        "the signer id with a zero byte after it",
        lambda text: sm2_digest(public, text, signer_id=b"1234567812345678\0"),
    )
    yield one("no-z", "SM3 of the text without Z", sm3)
    yield one(
        "sha256",
        "SHA-256 instead of SM3",
        lambda text: sm2_digest(public, text, digest=lambda data: hashlib.sha256(data).digest()),
    )
    yield one("digest-twice", "Z and a digest of the text", lambda text: sm2_digest(public, sm3(text)))
    yield invalid(
        "sm2-other-s",
        "SM2-SM3: n - s instead of s",
        sm2_signer,
        lambda text: (lambda r, s: sm2_signer.encode(r, SM2.n - s))(*sm2_signer.pair(text)),
    )
    yield invalid(
        "sm2-t-0",
        "SM2-SM3: r + s is n",
        sm2_signer,
        lambda text: (lambda r, s: sm2_signer.encode(r, SM2.n - r))(*sm2_signer.pair(text)),
    )
    yield invalid(
        "sm2-ecdsa",
        "SM2-SM3: an ECDSA signature on the same curve with SM3",
        sm2_signer,
        lambda text: sm2_signer.encode(*ecdsa(SM2, sm2_signer.secret, sm3(text))),
    )


def factoring():
    def pss(name, note, **how):
        return invalid(
            f"ps256-{name}", f"PS256: {note}", ps256, lambda text: ps256.rsa.power(rsa.pss(ps256.rsa.bits, text, **how))
        )

    for size in (0, 20, 31, 33, 48, 222):
        yield pss(f"salt-{size}", f"a salt of {size} bytes", salt_size=size)
    yield pss("mgf1-sha1", "MGF1 with SHA-1", mask_digest="sha1")
    yield pss("mgf1-sha384", "MGF1 with SHA-384", mask_digest="sha384")
    yield pss("sha384", "SHA-384 throughout, salt of 32 bytes", digest="sha384")
    yield pss("sha384-salt-48", "PS384", digest="sha384", salt_size=48)
    yield pss("trailer", "another trailer field", trailer=b"\xcc")
    yield invalid(
        "ps256-as-rs256", "PS256: an RS256 signature", ps256, lambda text: ps256.rsa.power(rsa.pkcs1(256, text))
    )
    yield invalid(
        "rs256-as-ps256", "RS256: a PS256 signature", rs256, lambda text: rs256.rsa.power(rsa.pss(2_048, text))
    )

    def pkcs1(name, note, **how):
        return invalid(
            f"rs256-{name}", f"RS256: {note}", rs256, lambda text: rs256.rsa.power(rsa.pkcs1(256, text, **how))
        )

    yield pkcs1("sha1", "SHA-1", digest="sha1")
    yield pkcs1("sha384", "SHA-384", digest="sha384")
    yield pkcs1("sha384-info", "SHA-256 with the DigestInfo of SHA-384", info=rsa.DIGEST_INFO["sha384"])
    yield pkcs1("no-info", "no DigestInfo", info=b"")
    yield pkcs1("no-null", "a DigestInfo without NULL", info=bytes.fromhex("302F300B0609608648016503040201" + "0420"))
    yield pkcs1(
        "short-padding",
        "eight bytes of padding, and more bytes after the digest",
        padding=b"\xff" * 8,
        tail=bytes(256 - 3 - 8 - 51),
    )
    yield pkcs1("other-padding", "a byte of the padding is not FF", padding=b"\xff" * 100 + b"\xfe" + b"\xff" * 101)
    yield pkcs1("type-2", "zeros as padding", padding=bytes(202))
    for signer in (ps256, rs256):

        def over(text):
            value = int.from_bytes(signer.sign(text), "big") + signer.rsa.modulus
            return value.to_bytes((value.bit_length() + 7) // 8, "big")

        yield invalid(f"{signer.kid}-plus-n", f"{signer.algorithm}: the signature plus n", signer, over)
        # The signature of this license starts with a zero byte, which is part of the signature.
        claims = next(
            claims
            for claims in (changed(BASE, "jti", f"zero-{number}") for number in range(10_000))
            if base64.urlsafe_b64decode(signer.token(claims).split(".")[2] + "==")[0] == 0
        )
        yield accepted(
            f"signature-{signer.kid}-zero",
            f"{signer.algorithm}: a signature that starts with a zero byte",
            signer.token(claims),
            content(claims, signer),
        )
        yield invalid(
            f"{signer.kid}-zero-cut",
            f"{signer.algorithm}: the same without the zero byte",
            signer,
            lambda text: signer.sign(text).lstrip(b"\0"),
            claims,
        )


def cases():
    yield from valid()
    yield from keys()
    yield from all_algorithms()
    yield from edwards()
    yield from curves()
    yield from chinese()
    yield from factoring()
    # A verifier must use only the key that kid names, and not try the other keys of the set.
    for signer in TRUSTED[1:4]:
        yield invalid(
            f"{signer.kid}-for-ed25519",
            "signed with a trusted key other than the one that kid names",
            ed25519,
            signer.sign,
        )
