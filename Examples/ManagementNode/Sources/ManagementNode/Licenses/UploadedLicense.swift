import Foundation
import Licensing

/// A license file in a call of the platform's API, where it is a text in base64.
enum UploadedLicense {
    /// Returns the bytes of the file.
    ///
    /// - Throws: `PlatformFailure` if the text is not base64.
    static func decode(_ text: String) throws(PlatformFailure) -> [UInt8] {
        guard let data = Data(base64Encoded: text, options: .ignoreUnknownCharacters), !data.isEmpty else {
            throw .invalid("The license must be the license file in base64.", "许可证必须是经 base64 编码的许可证文件。")
        }
        return Array(data)
    }
}
