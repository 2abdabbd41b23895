"""A license file and a public key in PEM for each algorithm, for section 12 of Documentation/Format.md."""

from . import signers

CLAIMS = {
    "iss": "Example Vendor",
    "aud": "cloud",
    "sub": "admin@customer.example",
    "jti": "example-1",
    "iat": 1_790_000_000,
    "exp": 1_821_536_000,
    "license": {"category": "base", "edition": "enterprise", "type": "Paid", "limits": {"hosts": 5}},
}


def files():
    for signer in signers.ALGORITHMS:
        text = f"An example of a license, signed with {signer.algorithm}. This text is not signed.\n\n"
        yield f"{signer.kid}.lic", text + signers.armored(signer.token(CLAIMS))
        yield f"{signer.kid}.pem", signer.pem
