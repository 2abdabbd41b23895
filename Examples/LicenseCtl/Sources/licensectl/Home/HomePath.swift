import ArgumentParser

/// An argument that names a license folder.
struct HomePath: ExpressibleByArgument {
    /// The path, which is not empty.
    let path: String

    init?(argument: String) {
        guard let path = String(validating: CarriedArgument.bytes(of: argument), as: UTF8.self), !path.isEmpty else {
            return nil
        }
        self.path = path
    }
}
