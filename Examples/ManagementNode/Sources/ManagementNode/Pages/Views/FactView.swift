/// A term with its value, such as the end of a license.
struct FactView {
    let term: String
    let value: String
}
