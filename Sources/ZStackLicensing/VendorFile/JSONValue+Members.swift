import LicenseCrypto
import LicenseModel

// Each function converts a member of a license or throws. A member of the wrong type is an error, and never treated as absent.
extension JSONValue {
    /// Returns the value as a text of any length.
    func text(_ member: String) throws(LicenseError) -> String {
        guard let text = self.string else {
            throw .claim(member, "must be a string", "必须是字符串")
        }
        return text
    }

    /// Returns the value as an identifier.
    func identifier<Identifier: LicenseIdentifier>(_ member: String) throws(LicenseError) -> Identifier {
        guard let identifier = Identifier(rawValue: try self.text(member)) else {
            throw .claim(
                member,
                "must be 1 to 64 of the characters A-Z a-z 0-9 . _ -, and start with a letter or digit",
                "必须是1至64个字符（A-Z a-z 0-9 . _ -），以字母或数字开头"
            )
        }
        return identifier
    }

    /// Returns the value as a number of the vendor's, which is an integer of 32 bits.
    func number(_ member: String) throws(LicenseError) -> Int {
        guard let number = self.integer, (0...Int(Int32.max)).contains(number) else {
            throw .claim(member, "must be an integer from 0 to \(Int32.max)", "必须是0至\(Int32.max)的整数")
        }
        return number
    }

    /// Returns the value as an instant.
    func instant(_ member: String) throws(LicenseError) -> LicenseInstant {
        guard let instant = LicenseInstant(rfc3339: try self.text(member)), instant.secondsSince1970 >= 0 else {
            throw .claim(
                member,
                "must be a date and time with an offset (RFC 3339), from 1970 to 9999",
                "必须是带时区偏移的日期和时间（RFC 3339），取值1970年至9999年"
            )
        }
        return instant
    }
}
