import Benchmark
import CBenchmarkOpenSSL
import LicenseCrypto
import LicenseModel
import ZStackLicensing
@_spi(Fuzzing) import ZStackLicensingTesting

/// Compares verifying a license file of the platform with only the RSA signature and the two digests in libcrypto.
func vendorFiles() {
    let file = TestVendorFile(issuedAt: LicenseInstant(secondsSince1970: 1_767_225_600))
    let contents = requireValue { try file.contents() }
    let verifier = requireValue {
        LicenseVerifier(
            trusting: try TrustedKeys([]),
            product: .only("cloud"),
            environments: [.test],
            formats: [try TestVendorFile.reader(product: "cloud").format]
        )
    }
    let bare = BareVendorFile(file)
    ratio("verify a file of the platform ÷ bare RSA and two digests", perRound: 100) { count in
        for _ in 0..<count {
            blackHole(requireValue { try verifier.verify(contents: contents) })
        }
    } to: { count in
        for _ in 0..<count {
            bare.verify()
        }
    }
}

/// The signature and the digests of a file, verified with the minimal sequence of calls and a loaded key.
private final class BareVendorFile: @unchecked Sendable {
    private let attributes: [UInt8]
    private let signature: [UInt8]
    private let text: [UInt8]
    private let license: [UInt8]
    private let key: OpaquePointer
    private let sha256: OpaquePointer

    init(_ file: TestVendorFile) {
        (self.attributes, self.signature, self.text) = requireValue { try file.signed }
        self.license = file.license
        let pem = Array(requireValue { try TestVendorFile.publicKey }.utf8)
        self.key = requireValue {
            let memory = BIO_new_mem_buf(pem, Int32(pem.count))
            defer { BIO_free(memory) }
            return PEM_read_bio_PUBKEY(memory, nil, nil, nil)
        }
        self.sha256 = requireValue { EVP_MD_fetch(nil, "SHA256", nil) }
    }

    func verify() {
        let context = EVP_MD_CTX_new()
        var keyContext: OpaquePointer?
        EVP_DigestVerifyInit_ex(context, &keyContext, "SHA256", nil, nil, self.key, nil)
        let result = EVP_DigestVerify(
            context,
            self.signature,
            self.signature.count,
            self.attributes,
            self.attributes.count
        )
        EVP_MD_CTX_free(context)
        var digest = [UInt8](repeating: 0, count: 32)
        precondition(result == 1)
        precondition(EVP_Digest(self.text, self.text.count, &digest, nil, self.sha256, nil) == 1)
        precondition(EVP_Digest(self.license, self.license.count, &digest, nil, self.sha256, nil) == 1)
    }
}
