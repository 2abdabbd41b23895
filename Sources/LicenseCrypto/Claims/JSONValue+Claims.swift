package import LicenseModel

// Each function converts a claim or throws. A claim of the wrong type is an error, and never treated as absent.
extension JSONValue {
    /// Returns the value as an identifier.
    func identifier<Identifier: LicenseIdentifier>(_ member: String) throws(LicenseError) -> Identifier {
        guard let text = self.string else {
            throw .claim(member, "must be a string", "必须是字符串")
        }
        guard let identifier = Identifier(rawValue: text) else {
            throw .claim(
                member,
                Identifier.problem(in: text) ?? "is not a valid identifier",
                "不是有效的标识符（1至64个字符，限A-Z a-z 0-9 . _ -，以字母或数字开头；模块不得为base或core）"
            )
        }
        return identifier
    }

    /// Returns the value as a single-line string.
    package func claimString(_ member: String) throws(LicenseError) -> ClaimString {
        guard let text = self.string else {
            throw .claim(member, "must be a string", "必须是字符串")
        }
        guard let claimString = ClaimString(rawValue: text) else {
            let problem = ClaimString.localizedProblem(in: text) ?? ("is not a valid string", "不是有效的文本")
            throw .claim(member, problem.english, problem.chinese)
        }
        return claimString
    }

    /// Returns the value as an instant in whole seconds since 1970.
    func instant(_ member: String) throws(LicenseError) -> LicenseInstant {
        guard let instant = self.instant else {
            throw .claim(
                member,
                "must be a time in whole seconds since 1970, from 0 to 253402300799",
                "必须是自1970年起的整秒数，取值0至253402300799"
            )
        }
        return instant
    }

    /// Returns the value as an integer in a range.
    func integer(_ member: String, in range: ClosedRange<Int>) throws(LicenseError) -> Int {
        guard let integer = self.integer, range.contains(integer) else {
            throw .claim(
                member,
                "must be an integer from \(range.lowerBound) to \(range.upperBound)",
                "必须是\(range.lowerBound)至\(range.upperBound)的整数"
            )
        }
        return integer
    }

    /// Returns the value as a Boolean.
    func boolean(_ member: String) throws(LicenseError) -> Bool {
        guard let boolean = self.boolean else {
            throw .claim(member, "must be true or false", "必须是true或false")
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
            throw .claim(
                member,
                "must be an array of \(count.lowerBound) to \(count.upperBound) elements",
                "必须是含\(count.lowerBound)至\(count.upperBound)个元素的数组"
            )
        }
        var all: [Element] = []
        // Texts are equal if their bytes are. A set of one type for all elements avoids a specialization for each of them.
        var seen: Set<BytewiseText> = []
        all.reserveCapacity(elements.count)
        for value in elements {
            let path = "\(member)[\(all.count)]"
            let next = try element(value, path)
            guard seen.insert(BytewiseText(next.rawValue)).inserted else {
                throw .claim(path, "is a duplicate", "与前面的元素重复")
            }
            all.append(next)
        }
        return all
    }

    /// Returns the units of a license and their limits.
    func limits(_ member: String) throws(LicenseError) -> [LimitUnit: License.Limit] {
        guard let members = self.members, members.count <= 64 else {
            throw .claim(member, "must be an object of at most 64 units", "必须是最多含64个单位的对象")
        }
        var limits: [LimitUnit: License.Limit] = [:]
        for (name, value) in members {
            guard let unit = name.flatMap(LimitUnit.init(rawValue:)) else {
                throw .claim(member, "has a unit whose name is not a valid identifier", "中有单位的名称不是有效的标识符")
            }
            if value.asciiString == "unlimited" {
                limits[unit] = .unlimited
            } else if let count = value.integer, (0...License.Limit.maximumCount).contains(count) {
                limits[unit] = .count(count)
            } else {
                throw .claim(
                    "\(member).\(unit)",
                    "must be an integer from 0 to 2^53 - 1 or 'unlimited'",
                    "必须是0至2^53-1的整数或“unlimited”"
                )
            }
        }
        return limits
    }
}
