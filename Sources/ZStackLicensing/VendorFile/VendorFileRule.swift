package import LicenseModel

/// A rule that a license file of the platform must follow, before its content is read.
///
/// The rules are those of the vendor's own files. They are stricter than RFC 5652, RFC 8551 and X.690, because what those
/// allow in addition is only of use to an attacker.
package enum VendorFileRule: Int, CaseIterable, Sendable {
    case fileSize, characters, carriageReturns, headers, headerParameters, boundary, blankAfterHeaders,
        delimiterLookalike, delimiters
    case preamble, epilogue, textHeader, textAlphabet, signatureHeader, signatureLines, signatureBase64, signatureSize
    case elementEnd, elementTag, elementLength, nothingMore, identifierForm, valueForm
    case outerType, dataVersion, oneDigest, parameters, innerType, noContent, noRevocationLists, oneSigner,
        signerVersion
    case noUnsignedAttributes, attributeOrder, attributeOnce, oneValue, hasContentType, contentType, hasDigest,
        digestSize
    case sameDigest, sameSignerDigest, sameSignatureDigest
    case knownDigest, knownSignature, noSHA1
    case signature, digest, available

    /// The code of the error for a file that does not follow the rule.
    package var code: LicenseError.Code {
        switch self {
        case .fileSize, .signatureSize: .tooLarge
        case .knownDigest, .knownSignature, .noSHA1: .unsupportedAlgorithm
        case .signature, .digest, .available: .signatureInvalid
        default: .malformed
        }
    }

    /// Throws the error for the rule if a file does not follow it.
    ///
    /// - Parameters:
    ///   - holds: Whether the file follows the rule.
    ///   - place: The number of the line or byte that the rule's text names, or `nil` if it names none.
    /// - Throws: `LicenseError` with the rule's ``code``.
    func require(_ holds: Bool, at place: Int? = nil) throws(LicenseError) {
        guard holds else {
            throw self.error(at: place)
        }
    }

    /// Returns a value, and throws the error for the rule if it is `nil`.
    func unwrap<Value>(_ value: Value?, at place: Int? = nil) throws(LicenseError) -> Value {
        guard let value else {
            throw self.error(at: place)
        }
        return value
    }

    private func error(at place: Int?) -> LicenseError {
        let problem = Self.texts.text(self.rawValue, place.map { [("\($0)", "\($0)")] } ?? [])
        return switch self {
        case .noSHA1, .knownDigest, .knownSignature, .available:
            LicenseError(self.code, problem.english, problem.chinese)
        default:
            LicenseError(
                self.code,
                "% Save the file that @ sent again, and import it without opening or changing it. If it is refused again, ask @ for"
                    + " a new copy.",
                "%请重新保存@提供的原文件，不要打开或修改，直接导入。如仍被拒绝，请联系@重新获取许可证。",
                localized: [problem]
            )
        }
    }
}
