import LicenseModel
import TestSupport
import Testing
import ZStackLicensing

/// Checks that a text is there in both languages, and is in each what it should be.
func expectBothLanguages(_ message: LicenseMessage, sourceLocation: SourceLocation = #_sourceLocation) {
    expectBothLanguages(ProductCatalog.zstack.text(of: message), sourceLocation: sourceLocation)
}

/// Both languages have something to say.
func expectBothLanguages(_ text: LocalizedText, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(text.english.contains { $0.isLetter }, sourceLocation: sourceLocation)
    #expect(!text.english.unicodeScalars.contains(where: isChinese), "\(text.english)", sourceLocation: sourceLocation)
    #expect(
        text.simplifiedChinese.unicodeScalars.contains(where: isChinese),
        "\(text.simplifiedChinese)",
        sourceLocation: sourceLocation
    )
    #expect(text.english != text.simplifiedChinese, sourceLocation: sourceLocation)
    #expect(text[.english] == text.english, sourceLocation: sourceLocation)
    #expect(text[.simplifiedChinese] == text.simplifiedChinese, sourceLocation: sourceLocation)
}

/// Whether a scalar is a CJK unified ideograph.
private func isChinese(_ scalar: Unicode.Scalar) -> Bool {
    (0x4E00...0x9FFF).contains(scalar.value)
}
