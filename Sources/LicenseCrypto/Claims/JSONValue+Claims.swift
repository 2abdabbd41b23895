import LicenseModel

// Each function converts a claim or throws. A claim of the wrong type is an error, and never treated as absent.
extension JSONValue {
    /// Returns the value as an identifier.
    func identifier<Identifier: LicenseIdentifier>(_ member: String) throws(LicenseError) -> Identifier {
        guard let text = self.string else {
            throw .claim(member, "must be a string")
        }
        guard let identifier = Identifier(rawValue: text) else {
            throw .claim(member, Identifier.problem(in: text) ?? "is not a valid identifier")
        }
        return identifier
    }

    /// Returns the value as a single-line string.
    func claimString(_ member: String) throws(LicenseError) -> ClaimString {
        guard let text = self.string else {
            throw .claim(member, "must be a string")
        }
        guard let claimString = ClaimString(rawValue: text) else {
            throw .claim(member, ClaimString.problem(in: text) ?? "is not a valid string")
        }
        return claimString
    }

    /// Returns the value as an instant in whole seconds since 1970.
    func instant(_ member: String) throws(LicenseError) -> LicenseInstant {
        guard let instant = self.instant else {
            throw .claim(member, "must be a time in whole seconds since 1970, from 0 to 253402300799")
        }
        return instant
    }

    /// Returns the value as an integer in a range.
    func integer(_ member: String, in range: ClosedRange<Int>) throws(LicenseError) -> Int {
        guard let integer = self.integer, range.contains(integer) else {
            throw .claim(member, "must be an integer from \(range.lowerBound) to \(range.upperBound)")
        }
        return integer
    }

    /// Returns the value as a Boolean.
    func boolean(_ member: String) throws(LicenseError) -> Bool {
        guard let boolean = self.boolean else {
            throw .claim(member, "must be true or false")
        }
        return boolean
    }

    /// Returns the elements of an array, and throws if two of them are equal.
    func distinct<Element: ValidatedText>(
        _ member: String,
        count: ClosedRange<Int>,
        _ element: (JSONValue, String) throws(LicenseError) -> Element
    ) throws(LicenseError) -> [Element] {
        guard let elements = self.elements, count.contains(elements.count) else {
            throw .claim(member, "must be an array of \(count.lowerBound) to \(count.upperBound) elements")
        }
        var all: [Element] = []
        // Texts are equal if their bytes are. A set of one type for all elements avoids a specialization for each of them.
        var seen: Set<BytewiseText> = []
        all.reserveCapacity(elements.count)
        for value in elements {
            let path = "\(member)[\(all.count)]"
            let next = try element(value, path)
            guard seen.insert(BytewiseText(next.rawValue)).inserted else {
                throw .claim(path, "is a duplicate")
            }
            all.append(next)
        }
        return all
    }

    /// Returns the units of a license and their limits.
    func limits(_ member: String) throws(LicenseError) -> [LimitUnit: License.Limit] {
        guard let members = self.members, members.count <= 64 else {
            throw .claim(member, "must be an object of at most 64 units")
        }
        var limits: [LimitUnit: License.Limit] = [:]
        for (name, value) in members {
            guard let unit = name.flatMap(LimitUnit.init(rawValue:)) else {
                throw .claim(member, "has a unit whose name is not a valid identifier")
            }
            if value.asciiString == "unlimited" {
                limits[unit] = .unlimited
            } else if let count = value.integer, (0...License.Limit.maximumCount).contains(count) {
                limits[unit] = .count(count)
            } else {
                throw .claim("\(member).\(unit)", "must be an integer from 0 to 2^53 - 1 or 'unlimited'")
            }
        }
        return limits
    }
}
