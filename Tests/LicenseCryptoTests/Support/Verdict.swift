import LicenseCrypto
import LicenseModel

/// The detail that a verdict adds to the code of a license error.
enum VerdictDetail {
    /// The member that the error names, as in `claims-invalid exp`.
    case member
    /// The block that the error names, as in `malformed 2`.
    case block
}

/// Runs a closure and returns `accepted`, or the code of the error that it throws, with a detail.
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
