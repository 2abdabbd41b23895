import Foundation
import LicenseModel
import LicensePolicy
import TestSupport
import Testing
import ZStackLicensing

/// Decoding fails, or returns a value that does not trap and does not print control characters.
@Suite("Decoded values")
struct DecodedValueTests {
    @Test(
        "Decoding a quota fails for numbers out of range, and never traps",
        arguments: [
            (#"{"unit":"hosts","licensed":1,"used":-9223372036854775808,"absorbed":1}"#, false),
            (#"{"unit":"hosts","licensed":1,"used":-1,"absorbed":0}"#, false),
            (#"{"unit":"hosts","licensed":1,"used":0,"absorbed":-1}"#, false),
            (#"{"unit":"hosts","licensed":-1,"used":0,"absorbed":0}"#, false),
            (#"{"unit":"hosts","licensed":9007199254740992,"used":0,"absorbed":0}"#, false),
            (#"{"unit":"hosts","licensed":0,"used":9223372036854775807,"absorbed":0}"#, true),
            (#"{"unit":"hosts","licensed":0,"used":0,"absorbed":9223372036854775807}"#, true),
            (#"{"unit":"hosts","licensed":"unlimited","used":9223372036854775807,"absorbed":1}"#, true),
        ]
    )
    func quota(json: String, isValid: Bool) throws {
        let quota = try? JSONDecoder().decode(LicenseQuota.self, from: Data(json.utf8))
        #expect((quota != nil) == isValid)
        guard let quota else {
            return
        }
        #expect(quota.counted >= 0 && quota.overage >= 0)
        if case .count(let available) = quota.available {
            #expect(available >= 0)
        }
    }

    @Test(
        "Decoding a reminder fails for negative days and for an id that does not match",
        arguments: [
            (
                #"{"id":"expiring:base:B-1","kind":"expiring","subject":"base","licenseID":"B-1","daysRemaining":3}"#,
                true
            ),
            (
                #"{"id":"expiring:base:B-1","kind":"expiring","subject":"base","licenseID":"B-1","daysRemaining":0}"#,
                true
            ),
            (
                #"{"id":"expiring:base:B-1","kind":"expiring","subject":"base","licenseID":"B-1","daysRemaining":-3}"#,
                false
            ),
            (
                #"{"id":"expiring:vmware:B-1","kind":"expiring","subject":"base","licenseID":"B-1","daysRemaining":3}"#,
                false
            ),
            (#"{"id":"grace:base:B-1","kind":"expiring","subject":"base","licenseID":"B-1","daysRemaining":3}"#, false),
            (
                #"{"id":"expiring:base:\u001b[31m","kind":"expiring","subject":"base","licenseID":"\u001b[31m","daysRemaining":3}"#,
                false
            ),
            (#"{"id":"expiring:base:","kind":"expiring","subject":"base","licenseID":"B-1","daysRemaining":3}"#, false),
            (#"{"id":"","kind":"expiring","subject":"base","licenseID":"B-1","daysRemaining":3}"#, false),
        ]
    )
    func reminder(json: String, isValid: Bool) {
        #expect(((try? JSONDecoder().decode(LicenseReminder.self, from: Data(json.utf8))) != nil) == isValid)
    }

    @Test(
        "Decoding a shortage fails for negative numbers and for a request below 1",
        arguments: [
            (#"{"unit":"hosts","limit":1,"used":1,"requested":1}"#, true),
            (#"{"unit":"hosts","limit":1,"used":1,"requested":0}"#, false),
            (#"{"unit":"hosts","limit":-1,"used":1,"requested":1}"#, false),
            (#"{"unit":"hosts","limit":1,"used":-1,"requested":1}"#, false),
        ]
    )
    func shortage(json: String, isValid: Bool) {
        #expect(((try? JSONDecoder().decode(LimitShortage.self, from: Data(json.utf8))) != nil) == isValid)
    }

    @Test("Decoding a report fails if a module is unsorted, duplicate or the base")
    func moduleOrder() throws {
        let report = Entitlements([.base()], at: .now).report()
        var tree = try #require(JSONSerialization.jsonObject(with: JSONEncoder().encode(report)) as? [String: Any])
        let modules = try #require(tree["modules"] as? [Any])
        func isValid(_ change: (inout [String: Any]) -> Void) throws -> Bool {
            var changed = tree
            change(&changed)
            let data = try JSONSerialization.data(withJSONObject: changed)
            return (try? JSONDecoder().decode(EntitlementsReport.self, from: data)) != nil
        }
        #expect(try isValid { _ in })
        #expect(try !isValid { $0["modules"] = modules.reversed() as [Any] })
        #expect(try !isValid { $0["modules"] = modules + [modules[modules.count - 1]] })
        #expect(try !isValid { $0["modules"] = [$0["base"] as Any] + modules })
        #expect(try !isValid { $0["base"] = modules[0] })
        tree["modules"] = [Any]()
        #expect(try isValid { _ in })
    }

    @Test("Decoding a report fails if its base is a module, even if slots are sorted")
    func moduleAsBase() throws {
        let report = Entitlements([.base()], at: .now).report()
        var tree = try #require(JSONSerialization.jsonObject(with: JSONEncoder().encode(report)) as? [String: Any])
        let modules = try #require(tree["modules"] as? [Any])
        (tree["base"], tree["modules"]) = (modules[0], Array(modules.dropFirst()))
        let data = try JSONSerialization.data(withJSONObject: tree)
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(EntitlementsReport.self, from: data) }
    }

    @Test(
        "Decoding a slot report fails for negative days",
        arguments: ["daysCovered", "licenseDaysRemaining"],
        [(0, true), (-1, false)]
    )
    func days(member: String, count: (days: Int, isValid: Bool)) throws {
        let report = Entitlements([.base()], at: .now).report().base
        var tree = try #require(JSONSerialization.jsonObject(with: JSONEncoder().encode(report)) as? [String: Any])
        tree[member] = count.days
        let data = try JSONSerialization.data(withJSONObject: tree)
        #expect(((try? JSONDecoder().decode(SlotReport.self, from: data)) != nil) == count.isValid)
    }

    @Test(
        "A license explanation's digest is a SHA-256 value in lowercase hexadecimal",
        arguments: [
            (String(repeating: "a", count: 64), true), (String(repeating: "a", count: 63), false),
            (String(repeating: "A", count: 64), false), ("", false),
        ]
    )
    func digest(text: String, isValid: Bool) throws {
        let explanation = try #require(Entitlements([.base()], at: .now).explanation().slots.first?.licenses.first)
        var tree = try #require(
            JSONSerialization.jsonObject(with: JSONEncoder().encode(explanation)) as? [String: Any]
        )
        tree["payloadDigest"] = text
        let data = try JSONSerialization.data(withJSONObject: tree)
        #expect(((try? JSONDecoder().decode(LicenseExplanation.self, from: data)) != nil) == isValid)
    }

    @Test("A value with a replaced member is refused or prints no control characters")
    func members() throws {
        var counts = (accepted: 0, refused: 0)
        for scenario in RandomScenario.all.prefix(8) {
            let entitlements = scenario.entitlements
            let usage = LicenseUsage(total: [.hosts: 25], modules: [.vmware: [.hosts: 11]])
            let report = entitlements.report(given: usage)
            try Self.mutate(report, &counts) { decoded in
                var texts = decoded.changes(to: report).flatMap(\.texts) + report.changes(to: decoded).flatMap(\.texts)
                for reminder in decoded.reminders {
                    texts += [reminder.id, reminder.message.english, reminder.message.simplifiedChinese]
                }
                for quota in decoded.quotas {
                    texts += ["\(quota.counted)", "\(quota.available)", "\(quota.overage)"]
                }
                for slot in [decoded.base] + decoded.modules {
                    texts += [
                        "\(slot.slot)", String(describing: slot.payloadDigest), String(describing: slot.features),
                    ]
                }
                return texts
            }
            try Self.mutate(entitlements.explanation(), &counts) {
                [$0.message(in: .zstack).english, $0.message(in: .zstack).simplifiedChinese]
            }
            for point in entitlements.timeline(from: scenario.instant, to: scenario.instant + .days(90)).prefix(2) {
                try Self.mutate(point, &counts) { $0.changes.flatMap(\.texts) }
            }
            if case .denied(let denial) = entitlements.decision(for: .operate(.module(.vmware), feature: "clone")) {
                try Self.mutate(DenialReport(denial), &counts) { decoded in
                    decoded.reasons.flatMap { reason in
                        [reason.message.english, reason.remedy?.simplifiedChinese ?? "", "\(reason.shortages)"]
                    }
                }
            }
        }
        #expect(counts.accepted > 40)
        #expect(counts.refused > 200)
    }

    /// Replaces each member of a value with one of several bad values, and checks the texts of each result that decodes.
    private static func mutate<Value: Codable>(
        _ value: Value,
        _ counts: inout (accepted: Int, refused: Int),
        texts: (Value) -> [String]
    ) throws {
        let tree = try JSONSerialization.jsonObject(with: JSONEncoder().encode(value), options: .fragmentsAllowed)
        let badValues: [Any] = [
            Int.min, -1, Int.max, 1.5, "", "\u{1B}[31m", "\u{9B}", "a\u{202E}b", String(repeating: "x", count: 5_000),
            NSNull(), [Any](), [String: Any](), true,
        ]
        let badTexts = try badValues.map(Self.text)
        for (index, member) in try Self.members(of: tree).enumerated() {
            let replacement = badTexts[(index + counts.accepted) % badTexts.count]
            let data = Data((member.before + replacement + member.after).utf8)
            guard let decoded = try? JSONDecoder().decode(Value.self, from: data) else {
                counts.refused += 1
                continue
            }
            counts.accepted += 1
            _ = try JSONEncoder().encode(decoded)
            let isPrintable = texts(decoded)
                .allSatisfy { text in
                    text.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control }
                        && !text.contains("\u{202E}")
                }
            #expect(isPrintable, "\(member.before.suffix(100)) \(replacement)")
        }
    }

    /// Returns the JSON text before and after each member of a value, at any depth, and of the first elements of arrays.
    ///
    /// With another text between the two, a member is replaced without encoding the others again.
    private static func members(
        of tree: Any,
        before: String = "",
        after: String = ""
    ) throws -> [(before: String, after: String)] {
        let brackets: (open: String, close: String)
        let names: [String]
        let values: [Any]
        switch tree {
        case let object as [String: Any]:
            brackets = ("{", "}")
            let sorted = object.sorted { $0.key < $1.key }
            names = try sorted.map { try Self.text($0.key) + ":" }
            values = sorted.map(\.value)
        case let array as [Any]:
            brackets = ("[", "]")
            names = [String](repeating: "", count: array.count)
            values = array
        default: return []
        }
        let texts = try zip(names, values).map { name, value in name + (try Self.text(value)) }
        var members: [(before: String, after: String)] = []
        for index in values.indices.prefix(tree is [Any] ? 3 : .max) {
            let start = before + brackets.open + texts[..<index].map { $0 + "," }.joined() + names[index]
            let end = texts[(index + 1)...].map { "," + $0 }.joined() + brackets.close + after
            members.append((start, end))
            members += try Self.members(of: values[index], before: start, after: end)
        }
        return members
    }

    private static func text(_ value: Any) throws -> String {
        let data = try JSONSerialization.data(withJSONObject: value, options: .fragmentsAllowed)
        return String(decoding: data, as: UTF8.self)
    }
}

extension EntitlementChange {
    fileprivate var texts: [String] {
        [self.before?.description, self.after?.description].compactMap(\.self)
    }
}
