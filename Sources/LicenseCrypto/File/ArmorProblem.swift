package import LicenseModel

/// A reason why the armor of a license file is malformed.
package enum ArmorProblem: Int, CaseIterable, Sendable {
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
        let (english, chinese) = Self.texts.text(self.rawValue, [("\(line)", "\(line)")])
        guard self != .tooManyBlocks else {
            return LicenseError(.malformed, english, chinese, line: line)
        }
        return LicenseError(
            .malformed,
            "% Save the file that @ sent again, and import it without opening or changing it. If it is refused again, ask @ for a"
                + " new copy.",
            "%请重新保存@提供的原文件，不要打开或修改，直接导入。如仍被拒绝，请联系@重新获取许可证。",
            localized: [(english, chinese)],
            line: line
        )
    }

    /// What is wrong, in the order of the cases, with the number of the line.
    package static let texts = DetailTexts(
        """
        lookalike
        Line % looks like the start or the end of a license, but something on it was changed or added.
        第%行看起来是许可证的开始行或结束行，但其内容有改动或多余字符。

        endWithoutBegin
        Line % is the end of a license whose start, -----BEGIN LICENSE-----, is missing.
        第%行是许可证的结束行，但缺少开始行-----BEGIN LICENSE-----。

        missingEnd
        The license that starts on line % has no end, -----END LICENSE-----.
        从第%行开始的许可证缺少结束行-----END LICENSE-----。

        beginInsideBlock
        Line % starts a license, but the one before it has no end, -----END LICENSE-----.
        第%行是许可证的开始行，但前一个许可证缺少结束行-----END LICENSE-----。

        invalidCharacter
        Line % has a character that cannot be part of a license.
        第%行含有许可证中不应出现的字符。

        textAfterEnd
        Line % has text after the end of a license, -----END LICENSE-----.
        第%行在许可证的结束标记-----END LICENSE-----之后还有其他内容。

        tooManyBlocks
        The file has more than \(LicenseText.maximumBlocks) licenses (line %). Split it into several files.
        该文件中的许可证超过\(LicenseText.maximumBlocks)个（第%行）。请将其拆分为多个文件。
        """
    )
}
