import Foundation

extension WycheproofTests {
    /// The texts of the JWK Sets, in the order of the groups: the public one, where a group has one; members sorted.
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
