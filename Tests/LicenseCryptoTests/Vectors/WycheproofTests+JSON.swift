import Foundation

extension WycheproofTests {
    /// Returns the JWK Set of each group, with sorted members: the public one, or the private one if there is no other.
    static func setTexts() throws -> [String] {
        let data = Data(try Vectors.bytes("wycheproof/json_web_key_test.json"))
        let file = try JSONSerialization.jsonObject(with: data) as? [String: Any]
        let groups = file?["testGroups"] as? [[String: Any]] ?? []
        return try groups.map { group in
            let set = try JSONSerialization.data(
                withJSONObject: group["public"] ?? group["private"] ?? [:],
                options: .sortedKeys
            )
            return String(decoding: set, as: UTF8.self)
        }
    }
}
