public import LicenseModel
import LicenseNodeKey

/// A verified application code: what a customer sends to the vendor to get a license for a node.
///
/// The node's own key signs the code, so the sender's node has the key. The code has no secret, and everything else in it is
/// what the customer's machine says.
///
/// ```swift
/// let request = try LicenseRequest(contents: Data(contentsOf: url))
/// draft.nodes = .only([request.thumbprint])
/// ```
public struct LicenseRequest: Sendable, Hashable {
    /// The thumbprint of the node's key, which a license for this node names in `nodes`.
    public let thumbprint: ClaimString

    /// The time at which the code was made, by the clock of the customer's machine.
    public let issuedAt: LicenseInstant

    /// The product that a license is asked for, or `nil` if the code does not name it.
    public let product: ProductID?

    /// Facts about the node, as the customer's product gives them, which can be empty.
    public let host: [String: String]

    /// Reads and verifies an application code.
    ///
    /// - Parameter bytes: The contents of the file `lic-application-code.txt`, or the text that the product shows, at most 16
    ///   KiB. White space around the code is ignored, because email programs and editors add it.
    /// - Throws: ``IssuingError`` with `IssuingError.Code.invalidRequest` if the text is not a code or was changed.
    public init(contents bytes: some Collection<UInt8>) throws(IssuingError) {
        let code: ApplicationCode
        do {
            let limit = ApplicationCode.maximumSize + Self.maximumSpace
            code = try ApplicationCode(verifying: Self.trimmed(Array(bytes.prefix(limit + 1))))
        } catch {
            throw IssuingError(error)
        }
        self.thumbprint = code.thumbprint
        self.issuedAt = code.issuedAt
        self.product = code.product
        self.host = code.host
    }

    /// The maximum number of bytes of white space around a code.
    private static let maximumSpace = 1_024

    private static func trimmed(_ bytes: [UInt8]) -> [UInt8] {
        let space = Array(" \t\r\n".utf8)
        guard let end = bytes.lastIndex(where: { !space.contains($0) }) else {
            return []
        }
        return Array(bytes[...end].drop { space.contains($0) })
    }
}

extension IssuingError {
    /// Creates the error for a text that is refused as an application code.
    init(_ problem: ApplicationCode.Problem) {
        let text =
            switch problem {
            case .tooLarge: "it is larger than 16 KiB"
            case .malformed: "it is not three parts in base64url with a dot between"
            case .header: "its header is not that of an application code"
            case .claim(let name): "its member '\(name)' is missing or invalid"
            case .privateKey: "it has a private key. Tell the customer that this key must be replaced"
            case .thumbprint: "its thumbprint is not that of its key"
            case .signature: "it was changed after the node signed it"
            }
        var problems: [DraftProblem] = []
        if case .claim(let name) = problem {
            problems = [DraftProblem(member: name, problem: "is missing or invalid")]
        }
        self.init(
            .invalidRequest,
            "The text is not a valid application code: \(text). Ask the customer for the file lic-application-code.txt.",
            problems: problems
        )
    }
}
