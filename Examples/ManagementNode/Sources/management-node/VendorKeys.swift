import Foundation
import Licensing

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
            let contents = try String(contentsOfFile: file, encoding: .utf8)
            keys = try keys.union(try TrustedKeys(contents: contents))
        }
        return keys
    }
}
