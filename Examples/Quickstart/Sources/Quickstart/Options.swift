import FoundationEssentials
import Licensing

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The options that the command line specifies.
struct Options {
    /// The instant to evaluate the licenses at.
    ///
    /// By default, an instant at which the included licenses are different cases, for example expired or in the grace
    /// period.
    private(set) var instant = LicenseInstant(secondsSince1970: 1_803_888_000)

    private(set) var language = LicenseLanguage.english

    /// The license files to read.
    ///
    /// By default, the files in the folder `Licenses`.
    private(set) var files: [URL] = []

    init(_ arguments: some Collection<String>) {
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            switch argument {
            case "--zh":
                self.language = .simplifiedChinese
            case "--at":
                guard let text = rest.popFirst() else {
                    Self.fail("--at requires an instant, such as 2027-03-01T08:00:00Z, or 'now'.")
                }
                do {
                    self.instant = text == "now" ? LicenseInstant(Date()) : try LicenseInstant(text)
                } catch {
                    Self.fail("\(error)")
                }
            case let option where option.hasPrefix("--"):
                Self.fail("Unknown option: \(option). Usage: Quickstart [--at INSTANT|now] [--zh] [FILE…]")
            default:
                self.files.append(URL(filePath: argument))
            }
        }
        if self.files.isEmpty {
            let names = ["base", "vmware", "project-management", "disaster-recovery", "baremetal"]
            var folder = URL(filePath: #filePath)
            for _ in 1...3 {
                folder.deleteLastPathComponent()
            }
            self.files = names.map { folder.appending(path: "Licenses/\($0).lic") }
        }
    }

    /// Returns the text in the selected language.
    func text(_ english: String, _ chinese: String) -> String {
        self.language == .english ? english : chinese
    }

    private static func fail(_ message: String) -> Never {
        print(message)
        exit(64)
    }
}
