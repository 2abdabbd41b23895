import LicenseModel

// Claims of a type. A claim of the wrong type is an error, never the same as absent.
extension JSONValue {
    func identifier<Identifier: LicenseIdentifier>(_ member: String) throws(LicenseError) -> Identifier {
        guard let text = self.string else {
            throw .claim(member, "is not a text")
        }
        guard let identifier = Identifier(rawValue: text) else {
            throw .claim(member, Identifier.problem(in: text) ?? "is not an identifier")
        }
        return identifier
    }

    func line(_ member: String) throws(LicenseError) -> ClaimString {
        guard let text = self.string else {
            throw .claim(member, "is not a text")
        }
        guard let line = ClaimString(rawValue: text) else {
            throw .claim(member, ClaimString.problem(in: text) ?? "is not a line of text")
        }
        return line
    }

    func instant(_ member: String) throws(LicenseError) -> LicenseInstant {
        guard let instant = self.instant else {
            throw .claim(member, "is not an instant in whole seconds since 1970, at most 253402300799")
        }
        return instant
    }

    func integer(_ member: String, in range: ClosedRange<Int>) throws(LicenseError) -> Int {
        guard let integer = self.integer, range.contains(integer) else {
            throw .claim(member, "is not an integer from \(range.lowerBound) to \(range.upperBound)")
        }
        return integer
    }

    func boolean(_ member: String) throws(LicenseError) -> Bool {
        guard let boolean = self.boolean else {
            throw .claim(member, "is neither true nor false")
        }
        return boolean
    }

    /// An array of values, none of which is there twice.
    func distinct<Element: ValidatedText>(
        _ member: String,
        count: ClosedRange<Int>,
        _ element: (JSONValue, String) throws(LicenseError) -> Element
    ) throws(LicenseError) -> [Element] {
        guard let elements = self.elements, count.contains(elements.count) else {
            throw .claim(member, "is not an array of \(count.lowerBound) to \(count.upperBound) elements")
        }
        var all: [Element] = []
        // One set for all types of elements, which are equal if their bytes are.
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

    /// The units of a license and their limits.
    func limits(_ member: String) throws(LicenseError) -> [LimitUnit: License.Limit] {
        guard let members = self.members, members.count <= 64 else {
            throw .claim(member, "is not an object of at most 64 units")
        }
        var limits: [LimitUnit: License.Limit] = [:]
        for (name, value) in members {
            guard let unit = name.flatMap(LimitUnit.init(rawValue:)) else {
                throw .claim(member, "has a unit whose name is not an identifier")
            }
            if value.word == "unlimited" {
                limits[unit] = .unlimited
            } else if let count = value.integer, (0...License.Limit.maximumCount).contains(count) {
                limits[unit] = .count(count)
            } else {
                throw .claim("\(member).\(unit)", "is neither an integer from 0 to 2^53 - 1 nor 'unlimited'")
            }
        }
        return limits
    }
}
