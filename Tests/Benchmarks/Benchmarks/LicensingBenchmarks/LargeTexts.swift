/// Texts of 64 KiB that are expensive to parse, each with a name.
let largeTexts: [(name: String, text: [UInt8])] = {
    func text(_ start: String, _ part: (Int) -> String, _ end: String) -> [UInt8] {
        var bytes = Array(start.utf8)
        for index in 0... {
            let next = part(index).utf8
            guard bytes.count + next.count + end.utf8.count <= 65_536 else {
                break
            }
            bytes += next
        }
        return bytes + Array(end.utf8)
    }
    func members(_ count: Int) -> String {
        "{" + (0..<count).map { #""name-of-member-\#($0)":0"# }.joined(separator: ",") + "}"
    }
    let deep = String(repeating: "[", count: 6) + String(repeating: "]", count: 6)
    return [
        ("objects of many members", text(#"{"a":["#, { $0 < 11 ? ($0 == 0 ? "" : ",") + members(250) : " " }, "]}")),
        ("4,095 values", text(#"{"a":["#, { $0 < 4_094 ? ($0 == 0 ? "0" : ",0") : " " }, "]}")),
        ("deep arrays side by side", text(#"{"a":["#, { $0 < 680 ? ($0 == 0 ? "" : ",") + deep : " " }, "]}")),
        ("one string", text(#"{"a":""#, { _ in "x" }, #""}"#)),
        ("one string of escapes", text(#"{"a":""#, { _ in #"\u00e9"# }, #""}"#)),
        ("one name of escapes", text(#"{""#, { _ in #"\u0061"# }, #"":0}"#)),
        ("one number", text(#"{"a":1"#, { _ in "0" }, "}")),
        ("spaces", text("{", { _ in " " }, "}")),
    ]
}()
