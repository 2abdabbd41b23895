import ZStackLicensing

/// An object as the platform's clients read it.
protocol Inventory: Encodable, Sendable {
    associatedtype Object: ManagedObject

    init(_ object: Object, offset: UTCOffset)

    /// The Java type that the client reads the object into.
    static func type(of object: Object) -> String
}
