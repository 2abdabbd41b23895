import LicenseCrypto
import LicenseModel

/// What a verdict names after the code of a license error.
enum VerdictDetail {
    /// The member that the error names, as in `claims-invalid exp`.
    case member
    /// The block that the error names, as in `malformed 2`.
    case block
}

/// Runs something that can throw, and names the outcome: `accepted`, or the error's code with a detail.
func verdict(with detail: VerdictDetail? = nil, _ body: () throws -> some Any) -> String {
    do {
        _ = try body()
        return "accepted"
    } catch let error as LicenseError {
        return switch detail {
        case .member?: "\(error.code) \(error.member ?? "-")"
        case .block?: "\(error.code) \(error.block.map(String.init) ?? "-")"
        case nil: error.code.description
        }
    } catch let error as TrustedKeyError {
        return error.code.description
    } catch is JSONError {
        return "refused"
    } catch {
        return "another error: \(type(of: error))"
    }
}
