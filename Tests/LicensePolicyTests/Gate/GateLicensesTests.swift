import LicenseModel
import LicensePolicy
import LicenseTesting
import TestSupport
import Testing
import ZStackLicensing

@Suite("The loaded licenses of a gate")
struct GateLicensesTests {
    private struct ModificationError: Error, Equatable {
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

    @Test("The licenses are those that were passed, in order and without duplicates")
    func given() {
        let gate = Self.gate(Self.plus, Self.base, Self.plus, Self.other, Self.base)
        #expect(gate.licenses == [Self.plus, Self.base, Self.other])
        gate.update([Self.other, Self.other, Self.base])
        #expect(gate.licenses == [Self.other, Self.base])
        gate.update([])
        #expect(gate.licenses == [])
        #expect(Self.gate().licenses == [])
    }

    @Test("Only licenses with the same payload are duplicates, not those with the same id")
    func duplicates() {
        // A separate value with the same payload.
        let again = License.plus(.vmware)
        let renewed = License.plus(.vmware, sequence: 2)
        let gate = Self.gate(Self.base, Self.plus, again, renewed)
        #expect(gate.licenses.map(\.id) == ["B-1", "P-1", "P-1"])
        #expect(gate.licenses.map(\.payloadDigest) == [Self.base, Self.plus, renewed].map(\.payloadDigest))
        gate.modify { $0 += [again, renewed, Self.base] }
        #expect(gate.licenses == [Self.base, Self.plus, renewed])
    }

    @Test("The licenses include those that are excluded")
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

    @Test("A modification gets the loaded licenses, and its result applies immediately")
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

    @Test("A modification returns the result of its closure")
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

    @Test("If a modification throws, the licenses do not change")
    func failure() {
        let gate = Self.gate(Self.base)
        let check = gate.makeCheck(for: .operate(.base))
        let error = #expect(throws: ModificationError.self) {
            // The method throws the closure's error type.
            try gate.modify { (licenses: inout [License]) throws(ModificationError) in
                licenses = [Self.other]
                throw ModificationError(number: 7)
            }
        }
        #expect(error?.number == 7)
        #expect(gate.licenses == [Self.base])
        #expect(check.isAllowed)
        // The gate can still be modified.
        gate.modify { $0.append(Self.plus) }
        #expect(gate.licenses == [Self.base, Self.plus])
    }

    @Test("A modification runs outside the gate's lock, so it can use the gate", .timeLimit(.minutes(1)))
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

    @Test("If another change comes first, a modification runs again with its licenses")
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

    @Test("A modification runs again even if the other changes cancel each other out")
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

    @Test("A modification is delivered as a change")
    func followers() async {
        let gate = Self.gate(Self.base)
        var changes = gate.changes().makeAsyncIterator()
        gate.modify { $0.append(Self.plus) }
        let change = await changes.next()
        #expect(change?.before.modules.map(\.slot) == [])
        #expect(change?.after.modules.map(\.slot) == [Self.vmware])
    }
}
