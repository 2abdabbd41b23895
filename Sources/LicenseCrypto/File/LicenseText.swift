package import LicenseModel

/// The text of a license file, split into its tokens (`Documentation/Format.md`, section 1).
///
/// A file is either one or more armored blocks with any text around them, or a bare token with optional white space
/// around it.
package struct LicenseText {
    /// The maximum size of a file in bytes: 256 KiB.
    package static let maximumSize = 256 * 1_024

    /// The maximum number of armored blocks in a file.
    package static let maximumBlocks = 64

    /// The bytes of each token, in the file's order.
    package let tokens: [[UInt8]]

    /// Whether the file is armored, in which case errors include a block number.
    package let isArmored: Bool

    /// Splits the contents of a file into tokens.
    ///
    /// - Throws: `LicenseError` with `tooLarge` or `malformed`.
    package init(_ bytes: [UInt8]) throws(LicenseError) {
        guard bytes.count <= Self.maximumSize else {
            throw LicenseError(
                .tooLarge,
                "The file is larger than 256 KiB, so it is probably not a license. Choose the file that @ sent. If it is that"
                    + " file, ask @ for a new one.",
                "该文件超过256 KiB，可能不是许可证。请选择@提供的许可证文件；如确为该文件，请联系@重新获取。"
            )
        }
        let start = bytes[...].hasPrefix("\u{FEFF}") ? 3 : 0
        let armored = try ArmorReader(bytes, from: start).tokens
        self.isArmored = !armored.isEmpty
        self.tokens = self.isArmored ? armored : [Array(bytes[start...].trimmingBlanks)]
    }
}

extension ArraySlice<UInt8> {
    /// The bytes without the spaces, tabs and line breaks at the start and the end.
    var trimmingBlanks: ArraySlice<UInt8> {
        guard let first = self.firstIndex(where: { !$0.isBlank }), let last = self.lastIndex(where: { !$0.isBlank })
        else {
            return []
        }
        return self[first...last]
    }
}
