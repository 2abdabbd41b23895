public import GRDB
public import Licensing

/// An instant is a column of seconds since 1970.
extension LicenseInstant: @retroactive DatabaseValueConvertible {
    /// The seconds since 1970 in UTC.
    public var databaseValue: DatabaseValue {
        self.secondsSince1970.databaseValue
    }

    /// Reads an instant, or returns `nil` if the column is not an integer.
    public static func fromDatabaseValue(_ value: DatabaseValue) -> LicenseInstant? {
        Int64.fromDatabaseValue(value).map(LicenseInstant.init(secondsSince1970:))
    }
}
