import LicenseCrypto
import LicenseModel

/// Runs something that may throw, and names the outcome: the error's code, or `accepted`.
func verdict(_ body: () throws -> some Any) -> String {
    do {
        _ = try body()
        return "accepted"
    } catch let error as LicenseError {
        return error.code.description
    } catch let error as TrustedKeyError {
        return error.code.description
    } catch is JSONError {
        return "refused"
    } catch {
        return "another error: \(type(of: error))"
    }
}

/// Like ``verdict(_:)``, and after a claim's code the member that the error names, as in `claims-invalid exp`.
func verdictAndMember(_ body: () throws -> some Any) -> String {
    do {
        _ = try body()
        return "accepted"
    } catch let error as LicenseError {
        return "\(error.code) \(error.member ?? "-")"
    } catch {
        return "another error: \(type(of: error))"
    }
}

/// Like ``verdict(_:)``, and after the code the block that the error names, as in `malformed 2`.
func verdictAndBlock(_ body: () throws -> some Any) -> String {
    do {
        _ = try body()
        return "accepted"
    } catch let error as LicenseError {
        return "\(error.code) \(error.block.map(String.init) ?? "-")"
    } catch {
        return "another error: \(type(of: error))"
    }
}
