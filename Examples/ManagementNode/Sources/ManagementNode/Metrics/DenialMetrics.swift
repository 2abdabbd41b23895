import Licensing
import Metrics

/// Counts what the licenses denied, by the code of each reason.
enum DenialMetrics {
    /// Counts the reasons of a denial.
    static func count(_ denial: LicenseDenial) {
        for reason in denial.reasons {
            Counter(label: "license_denials", dimensions: [("code", reason.code.rawValue)]).increment()
        }
    }
}
