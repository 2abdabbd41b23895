import FuzzTargets

/// The entry point that libFuzzer calls for each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    FuzzTarget.der.run(Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
}
