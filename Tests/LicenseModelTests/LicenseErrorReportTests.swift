import Foundation
import LicenseModel
import Testing

@Suite("JSON reports of license errors")
struct LicenseErrorReportTests {
    private static let catalog = ProductCatalog.database

    private static func json(_ report: LicenseErrorReport) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return String(decoding: try encoder.encode(report), as: UTF8.self)
    }

    @Test("A report has the error's code, location and message, and decodes unchanged")
    func coding() throws {
        let error = LicenseError(
            .claimsInvalid,
            message: LocalizedText("Wrong.", [.simplifiedChinese: "错误。"]),
            member: "license.limits.cores",
            block: 2,
            licenseID: "L-1"
        )
        let report = LicenseErrorReport(error, catalog: Self.catalog)
        #expect(
            try Self.json(report)
                .hasPrefix(
                    #"{"block":2,"code":"claims-invalid","licenseID":"L-1","member":"license.limits.cores","#
                        + #""message":{"en":"Wrong."#
                )
        )
        #expect(report.message.simplifiedChinese.contains("错误。"))
        #expect(try JSONDecoder().decode(LicenseErrorReport.self, from: Data(Self.json(report).utf8)) == report)
    }

    @Test("A report omits the properties that the error does not have")
    func omitted() throws {
        let report = LicenseErrorReport(LicenseError(.wrongProduct, message: "Wrong."), catalog: Self.catalog)
        #expect(report.member == nil && report.block == nil && report.licenseID == nil)
        #expect(
            try Self.json(report).hasPrefix(#"{"code":"wrong-product","message":{"en":"Wrong.","zh-Hans":"#)
        )
        #expect(try JSONDecoder().decode(LicenseErrorReport.self, from: Data(Self.json(report).utf8)) == report)
    }

    @Test("A code from a later release is kept")
    func laterCode() throws {
        let json = #"{"code":"revoked","message":{"en":"Revoked.","fr":"Révoquée."}}"#
        let report = try JSONDecoder().decode(LicenseErrorReport.self, from: Data(json.utf8))
        #expect(report.code.rawValue == "revoked")
        #expect(report.message["fr"] == "Révoquée.")
        #expect(try Self.json(report) == json)
    }

    @Test(
        "A report with a missing or invalid member is refused",
        arguments: [
            #"{"message":{"en":"Wrong."}}"#, #"{"code":"malformed"}"#,
            #"{"code":"malformed","message":{"fr":"Faux."}}"#,
            #"{"code":"mal formed","message":{"en":"Wrong."}}"#, #"{"code":"malformed","message":{"en":""}}"#,
            #"{"code":"malformed","message":{"en":"a\u001b[31m"}}"#,
            #"{"code":"malformed","block":"2","message":{"en":"Wrong."}}"#,
            #"{"code":"malformed","line":0,"message":{"en":"Wrong."}}"#,
            #"{"code":"malformed","recognizedFile":"a b","message":{"en":"Wrong."}}"#,
        ]
    )
    func refused(_ json: String) {
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(LicenseErrorReport.self, from: Data(json.utf8))
        }
    }

    @Test(
        "The contact placeholder is replaced, but text in braces is not",
        arguments: [
            ("Ask \(LicenseError.contact).", "Ask Photon support.", "Ask 光子支持团队."),
            ("\(LicenseError.contact)", "Photon support", "光子支持团队"),
            ("天\(LicenseError.contact)\(LicenseError.contact)", "天Photon supportPhoton support", "天光子支持团队光子支持团队"),
            ("Node '{contact}' is not '{license}' [x", "Node '{contact}' is not '{license}' [x", nil),
        ] as [(String, String, String?)]
    )
    func contact(text: String, english: String, chinese: String?) {
        let error = LicenseError(.wrongNode, message: LocalizedText(text, [.simplifiedChinese: text]))
        let message = LicenseErrorReport(error, catalog: Self.catalog).message
        #expect(message.english == english)
        #expect(message.simplifiedChinese == chinese ?? english)
        #expect(Self.catalog.text(of: error) == message)
    }

    @Test("An error without its own message has the general message of its code")
    func generalMessage() throws {
        let catalog = try Self.catalog.adding(["error.malformed": "Kaputt. Fragen Sie {contact}."], in: "de")
        let message = LicenseErrorReport(LicenseError(.malformed, block: 3), catalog: catalog).message
        #expect(message["de"] == "Kaputt. Fragen Sie den Photon-Support.")
        #expect(message.english.contains("damaged"))
        #expect(message.simplifiedChinese.contains("第3个许可证"))
        #expect(LicenseErrorReport(LicenseError(.tooLarge), catalog: catalog).message["de"].contains("Photon support"))
    }

    @Test("An error with only an English message has the Chinese message of its code")
    func englishOnly() {
        let error = LicenseError(
            .claimsInvalid,
            message: LocalizedText("The limit is -1. Ask \(LicenseError.contact)."),
            member: "license.limits",
            block: 1
        )
        let message = LicenseErrorReport(error, catalog: Self.catalog).message
        #expect(message.english == "The limit is -1. Ask Photon support.")
        for part in ["（license.limits）", "第1个许可证", "光子支持团队"] {
            #expect(message.simplifiedChinese.contains(part))
        }
    }

    @Test("A report of a recognized file names it, and has its message")
    func recognizedFile() throws {
        let error = LicenseError(.malformed, line: 3, recognizedFile: .mailQuoting)
        let report = LicenseErrorReport(error, catalog: Self.catalog)
        let json = try Self.json(report)
        #expect(json.hasPrefix(#"{"code":"malformed","line":3,"message":{"en":"Line 3 starts with '>'"#))
        #expect(json.hasSuffix(#","recognizedFile":"mail-quoting"}"#))
        #expect(report.message.simplifiedChinese.hasPrefix("第3行"))
        #expect(try JSONDecoder().decode(LicenseErrorReport.self, from: Data(json.utf8)) == report)
    }

    @Test("A catalog replaces the message of a recognized file by its key or the code's")
    func recognizedFileInCatalog() throws {
        let error = LicenseError(.malformed, recognizedFile: .pdf)
        let byCode = try Self.catalog.adding(["error.malformed": "Broken."], in: .english)
        #expect(byCode.text(of: error).english == "Broken.")
        #expect(byCode.text(of: error).simplifiedChinese == Self.catalog.text(of: error).simplifiedChinese)
        let byKind = try byCode.adding(["file.pdf": "A PDF. Ask {contact}."], in: .english)
        #expect(byKind.text(of: error).english == "A PDF. Ask Photon support.")
        let german = try Self.catalog.adding(["error.malformed": "Kaputt."], in: "de")
        #expect(german.text(of: error)["de"] == "Kaputt.")
        #expect(german.text(of: error).english.contains("PDF"))
    }

    @Test("A catalog's text for an error can use the member and the block", arguments: ["de", "zh-Hans"])
    func memberAndBlock(tag: String) throws {
        let language = try LicenseLanguage(tag)
        let error = LicenseError(.claimsInvalid, member: "license.limits", block: 3)
        let catalog = try Self.catalog.adding(["error.claims-invalid": "{member}[, {block}]: {code}"], in: language)
        #expect(LicenseErrorReport(error, catalog: catalog).message[language] == "license.limits, 3: claims-invalid")
    }

    @Test("A catalog's text for a code replaces the error's message in that language")
    func catalogText() throws {
        let catalog = try Self.catalog.adding(["error.malformed": "Broken. Ask {contact}."], in: .english)
        let text = LocalizedText("The END is missing.", [.simplifiedChinese: "缺少结尾。"])
        let message = LicenseErrorReport(LicenseError(.malformed, message: text), catalog: catalog).message
        #expect(message.english == "Broken. Ask Photon support.")
        #expect(message.simplifiedChinese == "缺少结尾。")
    }

    @Test("Without a catalog, an error's message refers to the vendor")
    func withoutCatalog() {
        let text = LocalizedText("Ask \(LicenseError.contact).", [.simplifiedChinese: "联系\(LicenseError.contact)"])
        let error = LicenseError(.malformed, message: text)
        #expect(error.message.english == "Ask the vendor.")
        #expect(error.message.simplifiedChinese == "联系供应商")
    }
}
