import LicenseCrypto
import LicenseModel
import Synchronization
import ZStackLicensing
import ZStackLicensingTesting

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

private let verifier = VendorRecipe.value {
    LicenseVerifier(
        trusting: try TrustedKeys([]),
        product: .only("cloud"),
        environments: [.test],
        formats: [try TestVendorFile.reader(product: "cloud", allowsSHA1: true).format]
    )
}

/// The license of the good file.
private let genuine = VendorRecipe.value { try verifier.verify(contents: VendorRecipe.good).licenses }

/// The number of inputs.
private let vendorRuns = Atomic<Int>(0)

/// The number of inputs whose message has the right form.
private let vendorMessages = Atomic<Int>(0)

/// The number of inputs that were accepted as licenses.
private let vendorAccepted = Atomic<Int>(0)

private let vendorTime = SlowestRun()

/// Prints the numbers when the process exits.
///
/// It also loads the key, which is not part of any input's time.
private let report: Void = {
    guarantee(genuine.count == 1, "the good file has one license")
    atexit {
        let (runs, messages) = (vendorRuns.load(ordering: .relaxed), vendorMessages.load(ordering: .relaxed))
        let accepted = vendorAccepted.load(ordering: .relaxed)
        print(
            "vendor: \(messages) of \(runs) inputs past the message, \(accepted) of them licenses; slowest \(vendorTime.description)"
        )
    }
}()

/// Verifies a license file of the platform that the input describes.
func fuzzVendor(_ input: [UInt8]) {
    guard let (file, kind) = VendorRecipe.contents(of: input) else {
        return
    }
    _ = report
    vendorRuns.add(1, ordering: .relaxed)
    vendorTime.measure { verify(file, kind) }
}

private func verify(_ file: [UInt8], _ kind: VendorRecipe.Kind) {
    do {
        let licenses = try verifier.verify(contents: file).licenses
        vendorMessages.add(1, ordering: .relaxed)
        vendorAccepted.add(1, ordering: .relaxed)
        switch kind {
        case .unsigned:
            guarantee(licenses == genuine, "only the license that was signed is accepted")
        case .signed:
            guarantee(licenses.count == 1 && licenses[0].environment == .test, "a file has one license")
            guarantee(licenses[0].issuedAt < licenses[0].expiresAt ?? .earliest, "a license starts before it ends")
            guarantee(
                licenses[0].limits[.hosts] != nil || licenses[0].limits[.cpus] != nil,
                "a base license has a limit"
            )
        }
    } catch {
        // What the texts say of the message starts with the file or a line of it.
        let text = error.message.english
        let isMessage = error.code == .malformed && !text.hasPrefix("The sign") && !text.hasPrefix("A signed")
        vendorMessages.add(isMessage || error.code == .tooLarge ? 0 : 1, ordering: .relaxed)
        if case .signed(let license) = kind, !license.isEmpty, license.count < 10_000 {
            guarantee(
                [.claimsInvalid, .unsupportedRequirement].contains(error.code),
                "after a valid signature, only the license can be at fault"
            )
        }
        checkText(of: error)
    }
}
