import LicenseModel
import TestSupport
import Testing
import ZStackLicensing

/// Expects that a message has a text in English and a different one in Chinese.
func expectBothLanguages(_ message: LicenseMessage, sourceLocation: SourceLocation = #_sourceLocation) {
    expectBothLanguages(ProductCatalog.zstack.text(of: message), sourceLocation: sourceLocation)
}

/// Expects that a text is in English and Chinese, and that each language has only its characters.
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

/// Returns whether a scalar is a CJK unified ideograph.
private func isChinese(_ scalar: Unicode.Scalar) -> Bool {
    (0x4E00...0x9FFF).contains(scalar.value)
}
