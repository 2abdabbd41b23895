import LicenseModel
import Testing

@Suite("Texts of errors in two languages")
struct DetailTextsTests {
    private static let texts = DetailTexts(
        """
        first
        The key '%' has % bits.
        密钥“%”有%位。

        second
        Nothing to fill in.
        没有值。
        """
    )

    @Test("Texts have names and numbers in the order of their lines")
    func order() {
        #expect(Self.texts.names == ["first", "second"])
        #expect(Self.texts[0] == ("The key '%' has % bits.", "密钥“%”有%位。"))
        #expect(Self.texts[1] == ("Nothing to fill in.", "没有值。"))
    }

    @Test("Values replace the percent signs of each language in order")
    func values() {
        #expect(Self.texts.text(0, [("a%", "甲%"), ("7", "七")]) == ("The key 'a%' has 7 bits.", "密钥“甲%”有七位。"))
    }

    @Test("A percent sign without a value is dropped, and a spare value is ignored")
    func otherCounts() {
        #expect("%, %".filled(with: ["a"]) == "a, ")
        #expect("%".filled(with: ["a", "b"]) == "a")
        #expect("".filled(with: ["a"]) == "")
    }

    @Test("The contact of an error is the catalog's, and values can have any characters")
    func contact() {
        let catalog = ProductCatalog(product: "photon", name: "Photon", contact: "sales")
        let error = LicenseError(.malformed, "'%' is wrong. Ask @.", "“%”有误。请联系@。", ["% @"])
        #expect(catalog.text(of: error).english == "'% @' is wrong. Ask sales.")
        #expect(catalog.text(of: error).simplifiedChinese == "“% @”有误。请联系sales。")
    }
}
