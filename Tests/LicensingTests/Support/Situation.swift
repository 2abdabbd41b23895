import LicenseTesting
import Licensing

/// A table of `Documentation/WhatHappensWhen.md`: what the product answers before, during and after an event.
struct Situation: Sendable {
    /// The heading of the page that the table is below.
    let heading: String
    let facts: [Fact]
    let columns: @Sendable () throws -> [Column]

    init(_ heading: String, _ facts: [Fact], columns: @escaping @Sendable () throws -> [Column]) {
        self.heading = heading
        self.facts = facts
        self.columns = columns
    }

    /// A column of the table: a gate, and what is in use.
    struct Column {
        let title: String
        let gate: LicenseGate
        var usage = LicenseUsage.zero

        init(_ title: String, _ licensing: TestLicensing, databases: Int = 0) {
            self.init(title, licensing.gate, databases: databases)
        }

        init(_ title: String, _ gate: LicenseGate, databases: Int = 0) {
            self.title = title
            self.gate = gate
            self.usage = LicenseUsage(total: ["databases": databases])
        }
    }

    /// The lines of the table in Markdown.
    func markdown() throws -> [String] {
        let columns = try self.columns()
        let titles = ["what"] + columns.map(\.title)
        let rows = self.facts.map { fact in [fact.rawValue] + columns.map(fact.text) }
        return ([titles, titles.map { _ in "---" }] + rows).map { "| \($0.joined(separator: " | ")) |" }
    }
}

extension Situation {
    /// A row of a table: a question, with its answer for each column.
    enum Fact: String {
        case baseStatus = "status of the base"
        case moduleStatus = "status of the module"
        case menu = "menu entry of the module"
        case viewCore = "view the core"
        case operateCore = "operate the core"
        case viewModule = "view the module"
        case operateModule = "operate the module"
        case addDatabase = "add a database"
        case addDatabaseToModule = "add a database to the module"
        case keepRunningAndRecover = "keep workloads running, recover"
        case login = "login"
        case reminders = "reminders"
        case findings = "findings"
        case baseLicense = "license of the base"
        case moduleLicense = "license of the module"
        case baseDays = "days covered, base"
        case moduleDays = "days covered, module"
        case limit = "limit of databases"
        case allowance = "allowance of the module"
        case overage = "databases beyond the limit"
        case trustedTime = "day of the trusted time"

        func text(_ column: Column) -> String {
            let (gate, state) = (column.gate, column.gate.entitlements)
            let (base, module) = (state.base, state[.module("replication")])
            switch self {
            case .baseStatus: return "`\(base.status)`"
            case .moduleStatus: return "`\(module.status)`"
            case .menu: return module.menu.map { "`\($0)`" } ?? "none"
            case .viewCore: return Self.text(gate.decision(for: .view(.base)))
            case .operateCore: return Self.text(gate.decision(for: .operate(.base)))
            case .viewModule: return Self.text(gate.decision(for: .view(module.slot)))
            case .operateModule: return Self.text(gate.decision(for: .operate(module.slot)))
            case .addDatabase:
                return Self.text(state.decision(adding: ["databases": 1], to: .base, given: column.usage))
            case .addDatabaseToModule:
                return Self.text(state.decision(adding: ["databases": 1], to: module.slot, given: column.usage))
            case .keepRunningAndRecover:
                let slots = [LicenseSlot.base, module.slot]
                return slots.allSatisfy { gate.allows(.keepRunning($0)) && gate.allows(.recover($0)) } ? "yes" : "no"
            case .login: return "`\(state.login.rawValue)`"
            case .reminders: return Self.list(state.reminders.map { "`\($0.kind)`, \($0.daysUntilEnd) days" })
            case .findings: return Self.list(gate.findings.map { "`\($0.code)`" })
            case .baseLicense: return base.license.map { "\($0.id)" } ?? "none"
            case .moduleLicense: return module.license.map { "\($0.id)" } ?? "none"
            case .baseDays: return base.daysCovered.map { "\($0)" } ?? "none"
            case .moduleDays: return module.daysCovered.map { "\($0)" } ?? "none"
            case .limit: return "\(state.limit(of: "databases").count.map { "\($0)" } ?? "unlimited")"
            case .allowance: return module.license?.limits["databases"]?.count.map { "\($0)" } ?? "none"
            case .overage: return "\(state.quotas(given: column.usage).first?.overage ?? 0)"
            case .trustedTime: return "\(state.instant)".split(separator: "T").first.map(String.init) ?? "none"
            }
        }

        private static func text(_ decision: LicenseDecision) -> String {
            self.list(decision.reasons.map { "`\($0.code)`" }, empty: "yes")
        }

        private static func list(_ texts: [String], empty: String = "none") -> String {
            texts.isEmpty ? empty : texts.joined(separator: "<br>")
        }
    }
}
