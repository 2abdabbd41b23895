import Foundation
import Licensing
import ManagementNode
import ZStackLicensing

/// The vendor's public keys, which verify licenses.
enum VendorKeys {
    /// The key of the vendor.
    ///
    /// It is part of the program, so that replacing a file cannot replace it.
    ///
    /// This example is not sold, and its private key was destroyed.
    private static let production =
        #"{"kty": "OKP", "crv": "Ed25519", "kid": "management-node-1", "x": "Dt4zCb5u0JpF58qgEeM29AXfPSvMWLGwZsL73yEsruU"}"#

    /// Returns the key of the vendor, and those of files.
    ///
    /// - Throws: `TrustedKeyError` if a file has no usable key, or an error if it cannot be read.
    static func trusted(with files: [String]) throws -> TrustedKeys {
        var keys = try TrustedKeys(jwk: self.production)
        for file in files {
            keys = try keys.union(try TrustedKeys(contents: try self.text(of: file)))
        }
        return keys
    }

    /// Returns the format of the platform's own license files, which a vendor signs as S/MIME messages.
    ///
    /// - Parameters:
    ///   - file: The file with the vendor's public key in PEM.
    ///   - issuer: The issuer of the licenses.
    ///   - allowsSHA1: Whether signatures with SHA-1 are accepted.
    /// - Returns: The format, for the verifier.
    /// - Throws: `TrustedKeyError` if the file has no usable key, or an error if it cannot be read.
    static func format(_ file: String, issuer: String, allowsSHA1: Bool) throws -> LicenseFormat {
        try VendorLicenseReader(
            trusting: try self.text(of: file),
            issuer: try ClaimString(issuer),
            product: ProductCatalog.zstack.product,
            environment: .production,
            allowsSHA1: allowsSHA1
        )
        .format
    }

    private static func text(of file: String) throws -> String {
        do {
            return try String(contentsOfFile: file, encoding: .utf8)
        } catch {
            throw StartError("The key file '\(file)' cannot be read. Check its path and its permissions.")
        }
    }
}
