/// Fails if an input starts with four bytes that only a fuzzer with coverage can find.
func fuzzCanary(_ input: [UInt8]) {
    guard input.count >= 4 else {
        return
    }
    if input[0] == 0x4C, input[1] == 0x49, input[2] == 0x43, input[3] == 0x21 {
        guarantee(false, "this fault is planted")
    }
}
