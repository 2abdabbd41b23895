import LicenseStore
import Licensing

/// What Prometheus reads about licenses.
enum LicenseMetrics {
    /// Adds the metrics of a report.
    ///
    /// They are of the report and not in a registry, so that those of a deleted license vanish by themselves.
    static func add(_ state: LicenseStateReport, to text: inout PrometheusText) {
        let report = state.entitlements
        // A module that was never bought must not trigger an alert.
        let slots = report.slots.filter { $0.slot == .base || $0.licenseID != nil }
        text.add(
            "license_days_covered",
            "gauge",
            slots.map { slot in
                // 0 if nothing can be operated, whatever the cause. A license without an end covers any number of days.
                let days = slot.operateDenialCodes.isEmpty ? slot.daysCovered.map(Double.init) ?? .infinity : 0
                return ([("slot", "\(slot.slot)")], days)
            }
        )
        text.add(
            "license_limit",
            "gauge",
            report.quotas.map { ([("unit", $0.unit.rawValue)], $0.licensed.count.map(Double.init) ?? .infinity) }
        )
        text.add("license_used", "gauge", report.quotas.map { ([("unit", $0.unit.rawValue)], Double($0.used)) })
        let codes = report.findings.map(\.code.rawValue) + state.folderFindings.map(\.code.rawValue)
        let findings = Dictionary(grouping: codes) { $0 }.sorted { $0.key < $1.key }
        text.add("license_findings", "gauge", findings.map { ([("code", $0.key)], Double($0.value.count)) })
    }
}
