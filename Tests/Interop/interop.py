"""Verifies licenses of licensectl with other implementations, and the other way around. All keys are temporary."""

import base64
import json
import pathlib
import secrets
import subprocess
import sys

import jwt
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from gmssl import sm2
from joserfc import jwk, jws

LICENSECTL, WORK = str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(sys.argv[2])
JOSE = ["Ed25519", "ES256", "ES384", "PS256", "RS256"]
KEYS_EACH = 4
# The SubjectPublicKeyInfo of an SM2 key, up to the coordinates (GB/T 35276).
SM2_PREFIX = bytes.fromhex("3059301306072a8648ce3d020106082a811ccf5501822d03420004")
# PyJWT knows only the older name EdDSA, so register the name of RFC 9864.
jwt.register_algorithm("Ed25519", jwt.algorithms.OKPAlgorithm())

passed = failed = 0


def check(name, succeeds):
    global passed, failed
    if succeeds:
        passed += 1
    else:
        failed += 1
        print("failed:", name)


def encode(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def decode(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def run(*arguments, text=None):
    return subprocess.run(arguments, input=text, capture_output=True, text=True, check=False)


def token_of(armored):
    block = armored.split("-----BEGIN LICENSE-----\n")[1].split("\n-----END LICENSE-----")[0]
    return block.replace("\n", "")


def changed(token):
    """Returns the token with another id in its payload and the same signature."""
    header, payload, signature = token.split(".")
    claims = json.loads(decode(payload))
    claims["jti"] += "x"
    return ".".join([header, encode(json.dumps(claims).encode()), signature])


def claims_of(number):
    """Returns one of several kinds of claims, with non-ASCII characters."""
    license = [
        {"category": "base", "edition": "enterprise", "type": "Paid", "limits": {"hosts": 10 + number}},
        {"category": "plus", "modules": ["vmware", "baremetal"], "type": "AddOn", "limits": {"vms": "unlimited"}},
        {"category": "base", "edition": "hybrid", "type": "OEM", "perpetual": True, "limits": {"cpus": 2**53 - 1},
         "features": ["clone"], "nodes": ["node a"], "organization": "示例 \"Example\" \\ 🏢"},
    ][number % 3]
    claims = {"iss": "https://vendor.example", "aud": "cloud", "sub": "Müller 有限公司", "jti": f"I-{number}", "license": license}
    if "perpetual" not in license:
        claims["exp"] = 1900000000 + number
    return claims


def issue(key_file, claims):
    """Returns a token that licensectl issues, or None if it fails."""
    result = run(LICENSECTL, "issue", "--key", str(key_file), "--claims", "-", "--at", "2026-11-24T12:00:00Z",
                 text=json.dumps(claims, ensure_ascii=False))
    return token_of(result.stdout) if result.returncode == 0 else None


def licensectl_verifies(token, public_key, claims):
    """Returns whether licensectl accepts a token and reads its claims correctly."""
    trusted = WORK / "trusted.jwk"
    trusted.write_text(json.dumps(public_key))
    result = run(LICENSECTL, "verify", "--trust", str(trusted), "--product", "cloud", "-", text=token)
    if result.returncode != 0:
        return False
    line = json.loads(result.stdout)
    return line["ok"] and line["id"] == claims["jti"] and line["licensee"] == claims["sub"] \
        and line["limits"] == claims["license"].get("limits", {})


def joserfc_verifies(token, public_key, claims, algorithm):
    try:
        read = jws.deserialize_compact(token, jwk.import_key(public_key), algorithms=[algorithm])
    except Exception:
        return False
    return json.loads(read.payload) == claims


def pyjwt_verifies(token, public_key, claims, algorithm):
    try:
        key = jwt.PyJWK(public_key, algorithm="EdDSA" if algorithm == "Ed25519" else algorithm).key
        return jwt.decode(token, key, algorithms=[algorithm], audience="cloud") == claims
    except Exception:
        return False


def sm2_point(public_key):
    return decode(public_key["x"]) + decode(public_key["y"])


def gmssl_verifies(token, public_key, claims):
    signed, signature = token.rsplit(".", 1)
    key = sm2.CryptSM2(private_key=None, public_key=sm2_point(public_key).hex())
    is_valid = key.verify_with_sm3(decode(signature).hex(), signed.encode())
    return bool(is_valid) and json.loads(decode(signed.split(".")[1])) == claims


def der_integer(number):
    digits = number.lstrip(b"\0") or b"\0"
    digits = b"\0" * (digits[0] >> 7) + digits
    return bytes([2, len(digits)]) + digits


def openssl_verifies(token, public_key, algorithm):
    """Verifies a token with the openssl command, as in section 12 of Documentation/Format.md."""
    signed, signature = token.rsplit(".", 1)
    signature = decode(signature)
    if algorithm == "SM2-SM3":
        info = SM2_PREFIX + sm2_point(public_key)
        pem = "-----BEGIN PUBLIC KEY-----\n" + base64.encodebytes(info).decode() + "-----END PUBLIC KEY-----\n"
    else:
        raw = jwk.import_key(public_key).raw_value
        pem = raw.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()
    if algorithm in ("ES256", "ES384", "SM2-SM3"):
        half = len(signature) // 2
        content = der_integer(signature[:half]) + der_integer(signature[half:])
        signature = bytes([0x30, len(content)]) + content
    (WORK / "key.pem").write_text(pem)
    (WORK / "signed").write_text(signed)
    (WORK / "signature").write_bytes(signature)
    files = ["-signature", str(WORK / "signature"), str(WORK / "signed")]
    digest = ["openssl", "dgst", "-verify", str(WORK / "key.pem")]
    command = {
        "Ed25519": ["openssl", "pkeyutl", "-verify", "-pubin", "-inkey", str(WORK / "key.pem"), "-rawin",
                    "-in", str(WORK / "signed"), "-sigfile", str(WORK / "signature")],
        "ES256": digest + ["-sha256"] + files,
        "ES384": digest + ["-sha384"] + files,
        "PS256": digest + ["-sha256", "-sigopt", "rsa_padding_mode:pss", "-sigopt", "rsa_pss_saltlen:32",
                           "-sigopt", "rsa_mgf1_md:sha256"] + files,
        "RS256": digest + ["-sha256"] + files,
        "SM2-SM3": digest + ["-sm3", "-sigopt", "distid:1234567812345678"] + files,
    }[algorithm]
    return run(*command).returncode == 0


def other_verifiers(algorithm):
    if algorithm == "SM2-SM3":
        yield "gmssl", gmssl_verifies
    else:
        yield "joserfc", lambda token, key, claims: joserfc_verifies(token, key, claims, algorithm)
        yield "PyJWT", lambda token, key, claims: pyjwt_verifies(token, key, claims, algorithm)
    yield "openssl", lambda token, key, claims: openssl_verifies(token, key, algorithm)


def issued_by_licensectl(algorithm, number, folder):
    """Checks that other implementations verify licenses of licensectl, and refuse modified ones."""
    if not (folder / "private.jwk").exists():
        check(f"{algorithm} keygen", run(LICENSECTL, "keygen", "--alg", algorithm, "--out", str(folder)).returncode == 0)
    public_key = json.loads((folder / "public.jwk").read_text())
    if algorithm == "SM2-SM3" and sm2_point(public_key)[0] >> 4 in (0, 4):
        # gmssl strips leading digits 0 and 4 from a point, so try another key.
        (folder / "private.jwk").unlink()
        (folder / "public.jwk").unlink()
        return issued_by_licensectl(algorithm, number, folder)
    claims = claims_of(number)
    token = issue(folder / "private.jwk", claims)
    signed_claims = {"iat": 1795521600, **claims}
    for name, verifies in other_verifiers(algorithm):
        test = f"{algorithm} {number}: issued by licensectl, verified by {name}"
        check(test, token is not None and verifies(token, public_key, signed_claims))
        check(test + ", modified", token is not None and not verifies(changed(token), public_key, signed_claims))


def issued_by_jose_libraries(algorithm, number):
    """Checks that licensectl verifies licenses of joserfc and PyJWT, and signs with private keys of joserfc."""
    key = {
        "Ed25519": lambda: jwk.OKPKey.generate_key("Ed25519"),
        "ES256": lambda: jwk.ECKey.generate_key("P-256"),
        "ES384": lambda: jwk.ECKey.generate_key("P-384"),
        "PS256": lambda: jwk.RSAKey.generate_key(2048),
        "RS256": lambda: jwk.RSAKey.generate_key(3072),
    }[algorithm]()
    members = {"kid": key.thumbprint(), "alg": algorithm}
    public_key = {**key.as_dict(private=False), **members}
    private_key = {**key.as_dict(private=True), **members}
    claims = {"iat": 1795521600, **claims_of(number)}
    header = {"alg": algorithm, "kid": members["kid"], "typ": "license+jwt"}
    payload = json.dumps(claims, ensure_ascii=False).encode()
    tokens = {"joserfc": jws.serialize_compact(header, payload, key, algorithms=[algorithm])}
    tokens["PyJWT"] = jwt.encode(claims, key.raw_value, algorithm=algorithm, headers=header)
    if algorithm == "Ed25519":
        older = {**header, "alg": "EdDSA"}
        tokens["joserfc, EdDSA"] = jws.serialize_compact(older, payload, key, algorithms=["EdDSA"])
    for name, token in tokens.items():
        test = f"{algorithm} {number}: issued by {name}, verified by licensectl"
        check(test, licensectl_verifies(token, public_key, claims))
        check(test + ", modified", not licensectl_verifies(changed(token), public_key, claims))

    private_file = WORK / "joserfc.jwk"
    private_file.write_text(json.dumps(private_key))
    token = issue(private_file, claims_of(number))
    check(f"{algorithm} {number}: issued by licensectl with a key of joserfc",
          token is not None and joserfc_verifies(token, public_key, claims, algorithm))


def issued_by_gmssl(number):
    while True:
        private = f"{secrets.randbits(255) + 1:064x}"
        key = sm2.CryptSM2(private_key=private, public_key="")
        point = key._kg(int(private, 16), key.ecc_table["g"])
        if point[0] not in "04":
            break
    public_key = {"kty": "EC", "crv": "SM2", "kid": "gmssl", "x": encode(bytes.fromhex(point[:64])),
                  "y": encode(bytes.fromhex(point[64:]))}
    claims = {"iat": 1795521600, **claims_of(number)}
    header = {"alg": "SM2-SM3", "kid": "gmssl", "typ": "license+jwt"}
    signed = encode(json.dumps(header).encode()) + "." + encode(json.dumps(claims).encode())
    signature = sm2.CryptSM2(private_key=private, public_key=point).sign_with_sm3(signed.encode())
    token = signed + "." + encode(bytes.fromhex(signature))
    test = f"SM2-SM3 {number}: issued by gmssl, verified by licensectl"
    check(test, licensectl_verifies(token, public_key, claims))
    check(test + ", modified", not licensectl_verifies(changed(token), public_key, claims))

    private_file = WORK / "gmssl.jwk"
    private_file.write_text(json.dumps({**public_key, "d": encode(bytes.fromhex(private))}))
    token = issue(private_file, claims_of(number))
    check(f"SM2-SM3 {number}: issued by licensectl with a key of gmssl",
          token is not None and gmssl_verifies(token, public_key, claims))


for algorithm in JOSE + ["SM2-SM3"]:
    for number in range(3 * KEYS_EACH):
        issued_by_licensectl(algorithm, number, WORK / f"{algorithm}-{number // 3}")
for algorithm in JOSE:
    for number in range(KEYS_EACH):
        issued_by_jose_libraries(algorithm, number)
for number in range(KEYS_EACH):
    issued_by_gmssl(number)
print(f"{passed} passed, {failed} failed")
sys.exit(failed != 0)
