import LicenseModel
import LicensePolicy
import LicenseTesting
import TestSupport
import Testing
import ZStackLicensing

@Suite("The licenses of a gate")
struct GateLicensesTests {
    private struct Refusal: Error, Equatable {
        let number: Int
    }

    private static let vmware = LicenseSlot.module(.vmware)
    private static let base = License.base()
    private static let plus = License.plus(.vmware)
    private static let other = License.plus(.baremetal, id: "P-2")

    private static func gate(_ licenses: License...) -> LicenseGate {
        LicenseGate(
            licenses,
            configuration: .unchecked,
            trustedClock: .firstStart,
            clock: TestLicenseClock(at: .now)
        )
    }

    @Test("It has those that it was given, each once and in that order")
    func given() {
        let gate = Self.gate(Self.plus, Self.base, Self.plus, Self.other, Self.base)
        #expect(gate.licenses == [Self.plus, Self.base, Self.other])
        gate.update([Self.other, Self.other, Self.base])
        #expect(gate.licenses == [Self.other, Self.base])
        gate.update([])
        #expect(gate.licenses == [])
        #expect(Self.gate().licenses == [])
    }

    @Test("A payload is there once, and licenses of one id with other content are two")
    func duplicates() {
        // Another value of the same content.
        let again = License.plus(.vmware)
        let renewed = License.plus(.vmware, sequence: 2)
        let gate = Self.gate(Self.base, Self.plus, again, renewed)
        #expect(gate.licenses.map(\.id) == ["B-1", "P-1", "P-1"])
        #expect(gate.licenses.map(\.payloadDigest) == [Self.base, Self.plus, renewed].map(\.payloadDigest))
        gate.modify { $0 += [again, renewed, Self.base] }
        #expect(gate.licenses == [Self.base, Self.plus, renewed])
    }

    @Test("Licenses that are excluded are among them, too")
    func excluded() {
        let old = License.plus(.vmware, updatesUntil: .days(-1))
        let gate = LicenseGate(
            [old, Self.base],
            configuration: PolicyConfiguration(catalog: .zstack, node: .any, build: .made(at: .now)),
            trustedClock: .firstStart,
            clock: TestLicenseClock(at: .now)
        )
        #expect(gate.licenses == [old, Self.base])
    }

    @Test("A modification starts with what is there, and what it leaves counts at once")
    func modify() {
        let gate = Self.gate(Self.base)
        let check = gate.makeCheck(for: .operate(Self.vmware))
        #expect(!check.isAllowed)
        let seen = gate.modify { licenses in
            let seen = licenses
            licenses = [Self.plus] + licenses + [Self.other]
            return seen
        }
        #expect(seen == [Self.base])
        #expect(gate.licenses == [Self.plus, Self.base, Self.other])
        #expect(check.isAllowed)
        gate.modify { $0.removeAll { $0.id == "P-1" } }
        #expect(gate.licenses == [Self.base, Self.other])
        #expect(!check.isAllowed)
    }

    @Test("What a modification returns is what the caller gets")
    func result() {
        let gate = Self.gate(Self.base)
        let count: Int = gate.modify { licenses in
            licenses.append(Self.plus)
            return licenses.count
        }
        #expect(count == 2)
        let id: LicenseID? = gate.modify { $0.popLast()?.id }
        #expect(id == "P-1")
        #expect(gate.licenses == [Self.base])
    }

    @Test("What a modification throws comes out as it is, and the licenses stay as they are")
    func failure() {
        let gate = Self.gate(Self.base)
        let check = gate.makeCheck(for: .operate(.base))
        let error = #expect(throws: Refusal.self) {
            // The closure's own error is thrown, by its type.
            try gate.modify { (licenses: inout [License]) throws(Refusal) in
                licenses = [Self.other]
                throw Refusal(number: 7)
            }
        }
        #expect(error?.number == 7)
        #expect(gate.licenses == [Self.base])
        #expect(check.isAllowed)
        // The gate can be modified all the same.
        gate.modify { $0.append(Self.plus) }
        #expect(gate.licenses == [Self.base, Self.plus])
    }

    @Test("A modification runs outside the gate's lock, and may ask the gate", .timeLimit(.minutes(1)))
    func outsideTheLock() {
        let gate = Self.gate(Self.base)
        let answers = gate.modify { licenses in
            licenses.append(Self.plus)
            return [
                gate.allows(.operate(.base)), gate.allows(.operate(Self.vmware)), gate.licenses == [Self.base],
                gate.report().base.licenseID == "B-1",
            ]
        }
        #expect(answers == [true, false, true, true])
        #expect(gate.allows(.operate(Self.vmware)))
    }

    @Test("If another change comes first, a modification runs again with what is there now")
    func again() {
        let gate = Self.gate(Self.base)
        var seen: [[LicenseID]] = []
        let result = gate.modify { licenses in
            seen.append(licenses.map(\.id))
            if seen.count <= 2 {
                gate.update([Self.base] + (seen.count == 1 ? [Self.other] : []))
            }
            licenses.append(Self.plus)
            return seen.count
        }
        #expect(seen == [["B-1"], ["B-1", "P-2"], ["B-1"]])
        #expect(result == 3)
        #expect(gate.licenses == [Self.base, Self.plus])
    }

    @Test("A change to the same licenses is a change, too: nothing goes by an old number")
    func sameAgain() {
        let gate = Self.gate(Self.base)
        var runs = 0
        gate.modify { licenses in
            runs += 1
            if runs == 1 {
                gate.modify { $0.append(Self.other) }
                gate.modify { $0.removeLast() }
            }
            licenses.append(Self.plus)
        }
        #expect(runs == 2)
        #expect(gate.licenses == [Self.base, Self.plus])
    }

    @Test("Who follows the gate is told of a modification")
    func followers() async {
        let gate = Self.gate(Self.base)
        var changes = gate.changes().makeAsyncIterator()
        gate.modify { $0.append(Self.plus) }
        let change = await changes.next()
        #expect(change?.before.modules.map(\.slot) == [])
        #expect(change?.after.modules.map(\.slot) == [Self.vmware])
    }
}
