import Licensing

/// How a status looks: a symbol and a style besides its word, so that no one depends on color.
struct StatusStyle {
    /// The class of the style sheet.
    let name: String
    let symbol: String

    init(_ status: LicenseStatus) {
        switch status {
        case .valid, .activated: (self.name, self.symbol) = ("good", "✓")
        case .grace: (self.name, self.symbol) = ("grace", "!")
        case .expired: (self.name, self.symbol) = ("expired", "✕")
        case .notYetValid: (self.name, self.symbol) = ("waiting", "…")
        default: (self.name, self.symbol) = ("empty", "–")
        }
    }
}
