import Synchronization
@_spi(Fuzzing) import ZStackLicensing

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

private let derRuns = Atomic<Int>(0)
private let derAccepted = Atomic<Int>(0)
private let derTime = SlowestRun()

/// Prints the numbers when the process exits.
private let report: Void = {
    atexit {
        let (runs, accepted) = (derRuns.load(ordering: .relaxed), derAccepted.load(ordering: .relaxed))
        print("der: \(runs) inputs, \(accepted) of them DER; slowest \(derTime.description)")
    }
}()

/// Reads the input, or a changed signature, as DER, and compares what the reader says with a simpler reader.
func fuzzDER(_ input: [UInt8]) {
    guard let mode = input.first else {
        return
    }
    var bytes = Array(input.dropFirst())
    if mode & 1 == 1 {
        let tree = VendorRecipe.signedTree.copy
        tree.change(by: input.dropFirst())
        bytes = tree.encodings
    }
    guard bytes.count <= 16 * 1_024 else {
        return
    }
    _ = report
    derRuns.add(1, ordering: .relaxed)
    var elements: [VendorFileProbe.Element]?
    derTime.measure { elements = VendorFileProbe.elements(bytes) }
    derAccepted.add(elements == nil ? 0 : 1, ordering: .relaxed)
    guarantee((elements != nil) == isDER(bytes[...]), "both readers accept the same bytes")
    for element in elements ?? [] {
        guarantee(element.range.upperBound == element.contents.upperBound, "an element ends with its contents")
        let header = [element.tag] + DERTree.length(element.contents.count)
        guarantee(
            Array(bytes[element.range.lowerBound..<element.contents.lowerBound]) == header,
            "an element has one encoding"
        )
    }
    if VendorFileProbe.isSignedData(bytes) {
        // The form says nothing of the size of the signature, which can be empty. The rest has at least this size.
        guarantee(bytes.count > 100 && bytes[0] == 0x30, "signed data has every part")
    }
}

/// Returns whether bytes are DER elements with tags of one byte, and constructed ones consist of such elements.
///
/// It is written for clearness: it recurses, and it copies.
private func isDER(_ bytes: ArraySlice<UInt8>) -> Bool {
    var rest = bytes
    while let tag = rest.popFirst() {
        guard tag != 0, tag & 0x1F != 0x1F, let first = rest.popFirst() else {
            return false
        }
        let digits = first < 0x80 ? [first] : Array(rest.prefix(Int(first) - 0x80))
        let count = digits.reduce(0) { min($0 << 8 | Int($1), 1 << 20) }
        guard DERTree.length(count) == (first < 0x80 ? [] : [first]) + digits else {
            return false
        }
        rest = first < 0x80 ? rest : rest.dropFirst(digits.count)
        guard rest.count >= count else {
            return false
        }
        if tag & 0x20 != 0, !isDER(rest.prefix(count)) {
            return false
        }
        rest = rest.dropFirst(count)
    }
    return true
}

extension DERTree {
    /// The inputs from which the target `der` starts.
    static var seeds: [(name: String, input: [UInt8])] {
        [
            ("signature", [0] + VendorRecipe.signedData),
            ("unchanged", [1]),
            ("changed", [1, 3, 5, 0x31, 8, 2, 0]),
            ("empty", [0, 0x30, 0]),
            ("nested", [0, 0x30, 6, 0x31, 4, 0xA0, 2, 0x05, 0]),
            ("long", [0, 0x04, 0x81, 0x80] + [UInt8](repeating: 0x41, count: 0x80)),
            ("longer", [0, 0x04, 0x82, 0x01, 0x00] + [UInt8](repeating: 0x42, count: 0x100)),
            ("indefinite", [0, 0x30, 0x80, 0x05, 0, 0, 0]),
        ]
    }
}
