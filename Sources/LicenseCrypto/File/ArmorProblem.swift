package import LicenseModel

/// A reason why the armor of a license file is malformed.
package enum ArmorProblem: CaseIterable, Sendable {
    case lookalike
    case endWithoutBegin
    case missingEnd
    case beginInsideBlock
    case invalidCharacter
    case textAfterEnd
    case tooManyBlocks

    /// Returns the error for the problem.
    ///
    /// - Parameter line: The number of the line, starting at 1.
    /// - Returns: An error with the code `malformed`.
    package func error(onLine line: Int) -> LicenseError {
        let (english, chinese) = self.texts(line)
        let save =
            self == .tooManyBlocks
            ? ""
            : " Save the file that \(LicenseError.contact) sent again, and import it"
                + " without opening or changing it. If it is refused again, ask \(LicenseError.contact) for a new copy."
        let chineseSave =
            self == .tooManyBlocks
            ? "" : "请重新保存\(LicenseError.contact)提供的原文件，不要打开或修改，直接导入。如仍被拒绝，请联系\(LicenseError.contact)重新获取许可证。"
        return LicenseError(.malformed, english + save, chinese + chineseSave, line: line)
    }

    private func texts(_ line: Int) -> (english: String, chinese: String) {
        switch self {
        case .lookalike:
            (
                "Line \(line) looks like the start or the end of a license, but something on it was changed or added.",
                "第\(line)行看起来是许可证的开始行或结束行，但其内容有改动或多余字符。"
            )
        case .endWithoutBegin:
            (
                "Line \(line) is the end of a license whose start, -----BEGIN LICENSE-----, is missing.",
                "第\(line)行是许可证的结束行，但缺少开始行-----BEGIN LICENSE-----。"
            )
        case .missingEnd:
            (
                "The license that starts on line \(line) has no end, -----END LICENSE-----.",
                "从第\(line)行开始的许可证缺少结束行-----END LICENSE-----。"
            )
        case .beginInsideBlock:
            (
                "Line \(line) starts a license, but the one before it has no end, -----END LICENSE-----.",
                "第\(line)行是许可证的开始行，但前一个许可证缺少结束行-----END LICENSE-----。"
            )
        case .invalidCharacter:
            (
                "Line \(line) has a character that cannot be part of a license.",
                "第\(line)行含有许可证中不应出现的字符。"
            )
        case .textAfterEnd:
            (
                "Line \(line) has text after the end of a license, -----END LICENSE-----.",
                "第\(line)行在许可证的结束标记-----END LICENSE-----之后还有其他内容。"
            )
        case .tooManyBlocks:
            (
                "The file has more than \(LicenseText.maximumBlocks) licenses (line \(line)). Split it into several files.",
                "该文件中的许可证超过\(LicenseText.maximumBlocks)个（第\(line)行）。请将其拆分为多个文件。"
            )
        }
    }
}
