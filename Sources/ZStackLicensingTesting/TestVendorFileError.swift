/// An error that describes why a test file cannot be made.
enum TestVendorFileError: Error, Sendable {
    /// The libcrypto of this process cannot sign the file.
    case notSigned
}
