import Foundation
import Licensing

func start(
    isFirstStart: Bool,
    savedTime: Data,
    file: URL,
    licenses: [License],
    configuration: PolicyConfiguration,
    decoder: JSONDecoder,
    encoder: JSONEncoder
) throws {
    // block
}

func evaluate(
    saved: Data,
    buildDate: LicenseInstant,
    licenses: [License],
    configuration: PolicyConfiguration,
    decoder: JSONDecoder
) throws -> Entitlements {
    // block
    return entitlements
}
