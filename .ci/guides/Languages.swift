import Licensing
import Testing

// block

func german() throws -> ProductCatalog {
    // block
    return german
}

@Test
func texts() throws {
    let german = try german()
    // block
}

// A server's request.
struct Request {
    enum Name { case acceptLanguage }
    var headers: [Name: String] = [:]
}

func answer(to request: Request, by gate: LicenseGate) -> String {
    // block
    return text
}
