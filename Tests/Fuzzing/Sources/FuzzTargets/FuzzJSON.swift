@_spi(Fuzzing) import LicenseCrypto

/// Reads any text as strict JSON.
func fuzzJSON(_ input: [UInt8]) {
    guard let count = JSONProbe.countValues(input) else {
        return
    }
    promise(count <= 4_096, "at most 4,096 values")
    promise(String(validating: input, as: UTF8.self) != nil, "only UTF-8 is accepted")
    promise(input.contains(UInt8(ascii: "{")) && input.contains(UInt8(ascii: "}")), "only an object is accepted")
    // White space around the object changes nothing; anything else there refuses it.
    promise(JSONProbe.countValues([0x20] + input + [0x0A]) == count, "white space around is free")
    promise(JSONProbe.countValues(input + [UInt8(ascii: "x")]) == nil, "nothing comes after the object")
    promise(JSONProbe.countValues(input.dropLast()) == nil || input.last.map { $0 <= 0x20 } ?? false, "no half object")
}

extension JSONProbe {
    fileprivate static func countValues(_ input: ArraySlice<UInt8>) -> Int? {
        self.countValues(Array(input))
    }
}
