public import ArgumentParser
public import Licensing
public import ZStackLicensing

extension UTCOffset: @retroactive ExpressibleByArgument {
    /// Parses an offset such as `+08:00`.
    public init?(argument: String) {
        let text = Array(argument)
        guard text.count == 6, text[3] == ":", let sign = ["+": 1, "-": -1][text[0]],
            let hours = Int(String(text[1...2])), let minutes = Int(String(text[4...5])),
            0..<24 ~= hours, 0..<60 ~= minutes
        else {
            return nil
        }
        self.init(minutes: sign * (60 * hours + minutes))
    }
}

extension LicenseLanguage: @retroactive ExpressibleByArgument {}
