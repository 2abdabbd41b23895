@_spi(Fuzzing) import LicenseCrypto

/// Parses the input as strict JSON.
func fuzzJSON(_ input: [UInt8]) {
    guard let count = JSONProbe.countValues(input) else {
        return
    }
    guarantee(count <= 4_096, "at most 4,096 values")
    guarantee(String(validating: input, as: UTF8.self) != nil, "only UTF-8 is accepted")
    guarantee(input.contains(UInt8(ascii: "{")) && input.contains(UInt8(ascii: "}")), "only an object is accepted")
    // White space around the object is ignored, and anything else after it is refused.
    guarantee(JSONProbe.countValues([0x20] + input + [0x0A]) == count, "white space around the object is ignored")
    guarantee(JSONProbe.countValues(input + [UInt8(ascii: "x")]) == nil, "text after the object is refused")
    guarantee(
        JSONProbe.countValues(input.dropLast()) == nil || input.last.map { $0 <= 0x20 } ?? false,
        "an incomplete object is refused"
    )
}

extension JSONProbe {
    fileprivate static func countValues(_ input: ArraySlice<UInt8>) -> Int? {
        self.countValues(Array(input))
    }
}
