import LicenseModel
@_spi(Fuzzing) import ZStackLicensingTesting

/// A license file of the platform in which the bytes of a fuzzer's input change one part.
enum VendorRecipe {
    /// A good file, which starts at 2026-01-01T00:00:00Z.
    static let file = TestVendorFile(issuedAt: LicenseInstant(secondsSince1970: 1_767_225_600))

    static let good: [UInt8] = value { try file.contents() }

    private static let signature = value { try file.signature }

    /// The encoding of the good file's signed data.
    static let signedData: [UInt8] = signature.signedData

    /// The elements of the good file's signed data and of its attributes, which are copied before they are changed.
    nonisolated(unsafe) static let signedTree = DERTree(signedData)
    nonisolated(unsafe) private static let attributesTree = DERTree(signature.attributes)

    /// Returns a value that a test key makes, which never fails in a fuzzer.
    static func value<Value>(_ body: () throws -> Value) -> Value {
        do {
            return try body()
        } catch {
            fatalError("\(error)")
        }
    }

    /// What a change leaves of the file.
    enum Kind {
        /// The license and the key: what is accepted has the license of the good file.
        case unsigned
        /// The key: what is accepted has this license.
        case signed([UInt8])
    }

    /// Returns the file that an input describes.
    ///
    /// The first byte chooses the part that the others change.
    static func contents(of input: [UInt8]) -> (file: [UInt8], kind: Kind)? {
        guard let mode = input.first else {
            return nil
        }
        let recipe = input.dropFirst()
        switch mode & 0x1F {
        case 0...3: return (Array(recipe), .unsigned)
        case 4...8: return (bytes(good, by: recipe), .unsigned)
        case 9...13: return (lines(by: recipe), .unsigned)
        case 14...22:
            let tree = signedTree.copy
            tree.change(by: recipe)
            return (value { try file.contents(signedData: tree.encodings) }, .unsigned)
        case 23...26: return (value { try file.contents(signedData: bytes(signedData, by: recipe)) }, .unsigned)
        // A signature takes ten times as long as all other work, so that few inputs have one.
        case 27, 28:
            let tree = attributesTree.copy
            tree.change(by: recipe)
            return (value { try file.contents(attributes: tree.encodings) }, .unsigned)
        case 29:
            let license = bytes(file.license, by: recipe)
            return (value { try file.contents(license: license) }, .signed(license))
        case 30:
            let license = members(by: recipe)
            return (value { try file.contents(license: license) }, .signed(license))
        default:
            return (value { try file.contents(content: Array(recipe)) }, .signed([]))
        }
    }

    /// Changes bytes: four bytes of the recipe for each change, of which there are at most eight.
    private static func bytes(_ bytes: [UInt8], by recipe: ArraySlice<UInt8>) -> [UInt8] {
        var bytes = bytes
        var rest = recipe.prefix(32)
        while let operation = rest.popFirst(), let high = rest.popFirst(), let low = rest.popFirst(),
            let value = rest.popFirst(), !bytes.isEmpty
        {
            let index = (Int(high) << 8 | Int(low)) % bytes.count
            switch operation % 5 {
            case 0: bytes[index] = value
            case 1: bytes[index] ^= 1 << (value & 7)
            case 2: bytes.insert(value, at: index)
            case 3: bytes.remove(at: index)
            default: bytes.insert(contentsOf: bytes[index..<min(index + Int(value), bytes.count)], at: index)
            }
        }
        return bytes
    }

    private static let words = [
        "", " ", "\t", "--", "MIME-Version: 1.0", "This is an S/MIME signed message", "Content-Type: text/plain",
        "Content-Transfer-Encoding: base64", "------246DD01C6E1C8F3597F6DEA0C45FB3A4",
        "------246DD01C6E1C8F3597F6DEA0C45FB3A4--", "------246DD01C6E1C8F3597F6DEA0C45FB3A4 ", "AAAA", "=", "\r",
        "\u{0}", "é",
    ]

    /// Changes lines: three bytes of the recipe for each change, of which there are at most eight.
    private static func lines(by recipe: ArraySlice<UInt8>) -> [UInt8] {
        var lines = good.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
        var rest = recipe.prefix(24)
        while let operation = rest.popFirst(), let choice = rest.popFirst(), let value = rest.popFirst(), !lines.isEmpty
        {
            let index = Int(choice) % lines.count
            switch operation % 7 {
            case 0: lines.remove(at: index)
            case 1: lines.insert(lines[index], at: index)
            case 2: lines.swapAt(index, Int(value) % lines.count)
            case 3: lines.insert(Array(self.words[Int(value) % self.words.count].utf8), at: index)
            case 4: lines[index] += Array(self.words[Int(value) % self.words.count].utf8)
            case 5: lines[index].append(0x0D)
            default: lines[index] = lines[index].map { $0 == value ? 0x20 : $0 }
            }
        }
        return Array(lines.joined(separator: [0x0A]))
    }

    private static let names = [
        "user", "licenseid", "type", "hostnum", "issuetime", "expiretime", "thumbprint", "prodinfo", "Cpunum", "vmnum",
        "capacity", "later",
    ]

    private static let values = [
        "0", "1", "5", "-1", "1.0", "2147483647", "2147483648", "9007199254740992", "null", "true", "[]", "{}", #""""#,
        #""a""#, #""\u0000""#, #""ZStack license""#, #""Standard.Cloud""#, #""\u202e""#, #""2026-01-01T00:00:00Z""#,
        #""2027-01-01T08:00:00.5+08:00""#, #""9999-12-31T23:59:59Z""#, #""1969-12-31T23:59:59Z""#, #""企业""#,
    ]

    /// Changes the members of the license: three bytes of the recipe for each change, of which there are at most eight.
    private static func members(by recipe: ArraySlice<UInt8>) -> [UInt8] {
        var members = [
            #""user":"u""#, #""licenseid":"L-1""#, #""type":1"#, #""hostnum":5"#,
            #""issuetime":"2026-01-01T00:00:00Z""#,
            #""expiretime":"2027-01-01T00:00:00Z""#, #""thumbprint":"""#, #""prodinfo":"ZStack""#, #""Cpunum":0"#,
        ]
        var rest = recipe.prefix(24)
        while let operation = rest.popFirst(), let choice = rest.popFirst(), let value = rest.popFirst() {
            let member =
                "\"\(self.names[Int(choice) % self.names.count])\":\(self.values[Int(value) % self.values.count])"
            switch operation % 3 {
            case 0 where !members.isEmpty: members.remove(at: Int(choice) % members.count)
            case 1 where !members.isEmpty: members[Int(operation) % members.count] = member
            default: members.append(member)
            }
        }
        return Array("{\(members.joined(separator: ","))}".utf8)
    }

    /// The inputs from which the target `vendor` starts.
    static var seeds: [(name: String, input: [UInt8])] {
        [
            ("raw", [0] + self.good),
            ("bytes", [4, 1, 2, 0, 3]),
            ("lines", [9, 3, 4, 5, 1, 8, 0]),
            ("unchanged", [14]),
            ("elements", [14, 0, 9, 0, 1, 12, 3]),
            ("certificate", [14, 4, 30, 7]),
            ("signature", [23, 0, 4, 1, 0xFF]),
            ("attributes", [27]),
            ("swapped", [27, 2, 0, 1]),
            ("license", [29]),
            ("members", [30]),
            ("plain", [30, 1, 2, 5]),
            ("content", [31] + Array(#"{"license":"e30=","aeskey":""}"#.utf8)),
        ]
    }
}
