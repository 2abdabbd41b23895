/// A form of the media type `multipart/form-data` (RFC 7578), with which a browser uploads files.
///
/// The reader is strict and bounded: it takes the body that browsers and curl send, and refuses any other.
struct MultipartForm: Sendable, Equatable {
    /// A field of the form.
    struct Part: Sendable, Equatable {
        /// The name of the field.
        let name: String

        /// The name of the file, or `nil` if the field is not a file.
        ///
        /// It is what the client says: it is never a path to use.
        let fileName: String?

        /// The bytes of the field.
        let contents: ArraySlice<UInt8>
    }

    /// The most parts that a form can have.
    static let maximumParts = 16

    /// The most bytes of the headers of a part.
    static let maximumHeaderSize = 2_048

    /// The fields of the form, in the order of the body.
    let parts: [Part]

    /// Reads the body of a form, or returns `nil` if it is not a complete form.
    ///
    /// - Parameters:
    ///   - body: The body, whose size the caller has limited.
    ///   - boundary: The text that separates parts.
    init?(_ body: [UInt8], boundary: String) {
        let delimiter = Array("--\(boundary)".utf8)
        var parts: [Part] = []
        guard body.starts(with: delimiter) else {
            return nil
        }
        var rest = body[delimiter.count...]
        while !rest.starts(with: Array("--".utf8)) {
            guard parts.count < Self.maximumParts, rest.starts(with: Self.lineEnd),
                let header = Self.split(rest.dropFirst(2), at: Self.headerEnd, limit: Self.maximumHeaderSize),
                let content = Self.split(header.after, at: Self.lineEnd + delimiter, limit: header.after.count),
                let part = Part(header: header.before, contents: content.before)
            else {
                return nil
            }
            parts.append(part)
            rest = content.after
        }
        // After the last delimiter, only a line end may follow.
        let end = rest.dropFirst(2)
        guard end.isEmpty || end.elementsEqual(Self.lineEnd) else {
            return nil
        }
        self.parts = parts
    }

    /// Returns the boundary in the header `Content-Type`, or `nil` if the header has none that RFC 2046 allows.
    static func boundary(in contentType: String) -> String? {
        let parameters = contentType.split(separator: ";").dropFirst()
            .map { $0.split(separator: " ").joined(separator: " ") }
        guard contentType.lowercased().hasPrefix("multipart/form-data"),
            let parameter = parameters.first(where: { $0.lowercased().hasPrefix("boundary=") })
        else {
            return nil
        }
        var value = parameter.dropFirst("boundary=".count)
        if value.count >= 2, value.hasPrefix("\""), value.hasSuffix("\"") {
            value = value.dropFirst().dropLast()
        }
        let isValid = value.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "a")...UInt8(ascii: "z"):
                true
            default: "'()+_,-./:=?".utf8.contains(byte)
            }
        }
        return isValid && 1...70 ~= value.utf8.count ? String(value) : nil
    }

    private static let lineEnd = Array("\r\n".utf8)
    private static let headerEnd = Array("\r\n\r\n".utf8)

    /// Splits bytes at the first occurrence of a separator that starts within a number of bytes.
    private static func split(
        _ bytes: ArraySlice<UInt8>,
        at separator: [UInt8],
        limit: Int
    ) -> (before: ArraySlice<UInt8>, after: ArraySlice<UInt8>)? {
        var start = bytes.startIndex
        while let index = bytes[start...].firstIndex(of: separator[0]), index - bytes.startIndex <= limit {
            if bytes[index...].starts(with: separator) {
                return (bytes[..<index], bytes[(index + separator.count)...])
            }
            start = index + 1
        }
        return nil
    }
}

extension MultipartForm.Part {
    /// Reads the headers of a part, of which only `Content-Disposition` matters.
    fileprivate init?(header: ArraySlice<UInt8>, contents: ArraySlice<UInt8>) {
        guard let text = String(validating: header, as: UTF8.self) else {
            return nil
        }
        let lines = text.split(separator: "\r\n", omittingEmptySubsequences: false)
        let prefix = "content-disposition: form-data"
        let dispositions = lines.filter { $0.lowercased().hasPrefix(prefix) }
        guard let disposition = dispositions.first, dispositions.count == 1,
            let parameters = Self.parameters(disposition.dropFirst(prefix.count)), let name = parameters["name"]
        else {
            return nil
        }
        (self.name, self.fileName, self.contents) = (name, parameters["filename"], contents)
    }

    /// Reads parameters such as `; name="file"; filename="a.lic"`, or returns `nil` if they have another form.
    ///
    /// Browsers write a quotation mark as `%22`. A backslash has no special meaning (RFC 7578, section 4.2).
    private static func parameters(_ text: Substring) -> [String: String]? {
        var parameters: [String: String] = [:]
        var rest = text
        while !rest.isEmpty {
            guard rest.hasPrefix("; "), let sign = rest.firstIndex(of: "=") else {
                return nil
            }
            let key = rest[rest.index(rest.startIndex, offsetBy: 2)..<sign].lowercased()
            let value = rest[rest.index(after: sign)...]
            guard value.hasPrefix("\""), let end = value.dropFirst().firstIndex(of: "\""), parameters[key] == nil else {
                return nil
            }
            parameters[key] = String(value[value.index(after: value.startIndex)..<end])
            rest = value[value.index(after: end)...]
        }
        return parameters
    }
}
