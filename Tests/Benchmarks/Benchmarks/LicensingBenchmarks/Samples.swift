import Foundation

/// The claims of a base license whose token has about 700 bytes.
let payload = """
    {"iss":"https://licensing.example","aud":"cloud","sub":"admin@customer.example",\
    "jti":"c13da58a-9362-4e5c-8f6f-7e6da7ace732","iat":1700000000,"nbf":1700000000,"exp":1731536000,\
    "license":{"category":"base","edition":"enterprise","type":"Paid","limits":{"hosts":250,"vms":"unlimited"},\
    "modules":["vmware","baremetal"],"sequence":7,"organization":"Customer Ltd"}}
    """

/// The payload of a license, a JSON text of about 600 bytes.
let json = Array(
    payload.replacing(#""sequence":7"#, with: #""sequence":7,"features":\#(features)"#).utf8
)

private let features = "[" + (0..<20).map { #""feature-\#($0)""# }.joined(separator: ",") + "]"

/// The type that a program would decode the payload into.
struct SamplePayload: Codable, Sendable {
    struct License: Codable, Sendable {
        let category: String
        let edition: String
        let type: String
        let modules: [String]
        let features: [String]?
        let sequence: Int
        let organization: String
    }

    let iss: String
    let aud: String
    let sub: String
    let jti: String
    let iat: Int
    let nbf: Int
    let exp: Int
    let license: License
}

func base64URL(_ bytes: [UInt8]) -> String {
    Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
}

/// Converts an ECDSA or SM2 signature from DER to r‖s.
func rawPair(_ der: [UInt8], size: Int) -> [UInt8] {
    func integer(at start: Int) -> (number: [UInt8], end: Int) {
        let end = start + 2 + Int(der[start + 1])
        let digits = der[(start + 2)..<end].drop { $0 == 0 }
        return ([UInt8](repeating: 0, count: size - digits.count) + digits, end)
    }
    let r = integer(at: 2)
    return r.number + integer(at: r.end).number
}

/// Returns the result of a call, and traps if the call throws or returns `nil`.
func requireValue<Value>(_ make: () throws -> Value?) -> Value {
    do {
        guard let value = try make() else {
            fatalError("The call returned nil")
        }
        return value
    } catch {
        fatalError("\(error)")
    }
}
