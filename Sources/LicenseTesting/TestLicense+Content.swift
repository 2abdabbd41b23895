public import LicenseModel

// Functions that change what a license covers and whom it is for.
extension TestLicense {
    /// Returns a copy of the license with these limits instead of its own.
    ///
    /// - Parameter limits: The number of each unit, 0 to 2^53 - 1. A base license needs at least one unit.
    /// - Returns: The changed license.
    public func limited(to limits: [LimitUnit: Int]) -> TestLicense {
        self.with {
            $0.limits = limits.mapValues { .count($0) }
            $0.isUnlimited = false
            $0.unlimitedUnits = []
        }
    }

    /// Returns a copy of the license with an unlimited number of each unit that it covers.
    ///
    /// - Returns: The changed license.
    public func unlimited() -> TestLicense {
        self.with { $0.isUnlimited = true }
    }

    /// Returns a copy of the license with an unlimited number of some units.
    ///
    /// - Parameter units: The units, whose limits are replaced.
    /// - Returns: The changed license.
    public func unlimited(_ units: LimitUnit...) -> TestLicense {
        self.unlimited(units)
    }

    /// Returns a copy of the license with an unlimited number of some units.
    ///
    /// - Parameter units: The units, whose limits are replaced. If empty, the license does not change.
    /// - Returns: The changed license.
    public func unlimited(_ units: [LimitUnit]) -> TestLicense {
        self.with { $0.unlimitedUnits.formUnion(units) }
    }

    /// Returns a copy of the license with more modules: a base license bundles them, and a plus license covers them.
    ///
    /// - Parameter modules: The modules to add.
    /// - Returns: The changed license.
    public func bundling(_ modules: License.Module...) -> TestLicense {
        self.bundling(modules)
    }

    /// Returns a copy of the license with more modules: a base license bundles them, and a plus license covers them.
    ///
    /// - Parameter modules: The modules to add.
    /// - Returns: The changed license.
    public func bundling(_ modules: [License.Module]) -> TestLicense {
        self.with {
            switch $0.scope {
            case .base(let edition, let bundled): $0.scope = .base(edition, bundling: bundled + modules)
            case .plus(let first): $0.scope = .plus(first + modules)
            }
        }
    }

    /// Returns a copy of the base license with another edition.
    ///
    /// A plus license has no edition, and does not change.
    ///
    /// - Parameter edition: The edition of the product.
    /// - Returns: The changed license.
    public func edition(_ edition: License.Edition) -> TestLicense {
        self.with {
            if case .base(_, let modules) = $0.scope {
                $0.scope = .base(edition, bundling: modules)
            }
        }
    }

    /// Returns a copy of the license with another commercial type.
    ///
    /// By default, a base license is `paid`, and a plus license is `addOn`.
    ///
    /// - Parameter type: The commercial type.
    /// - Returns: The changed license.
    public func type(_ type: LicenseType) -> TestLicense {
        self.with { $0.type = type }
    }

    /// Returns a copy of the license that covers only some features.
    ///
    /// - Parameter features: The features. If empty, the license covers no features.
    /// - Returns: The changed license.
    public func features(_ features: License.Feature...) -> TestLicense {
        self.features(features)
    }

    /// Returns a copy of the license that covers only some features.
    ///
    /// - Parameter features: The features. If empty, the license covers no features.
    /// - Returns: The changed license.
    public func features(_ features: [License.Feature]) -> TestLicense {
        self.with { $0.features = features }
    }

    /// Returns a copy of the license that is bound to nodes.
    ///
    /// - Parameter nodes: The thumbprints of the nodes, 1 to 64.
    /// - Returns: The changed license.
    public func bound(to nodes: String...) -> TestLicense {
        self.bound(to: nodes)
    }

    /// Returns a copy of the license that is bound to nodes.
    ///
    /// - Parameter nodes: The thumbprints of the nodes, 1 to 64.
    /// - Returns: The changed license.
    public func bound(to nodes: [String]) -> TestLicense {
        self.with { $0.nodes = nodes }
    }

    /// Returns a copy of the license for another product, which the verifier of ``TestLicensing`` refuses.
    ///
    /// - Parameter product: The product of the license.
    /// - Returns: The changed license.
    public func product(_ product: ProductID) -> TestLicense {
        self.with { $0.product = product }
    }

    /// Returns a copy of the license for another licensee than the default, `Test Customer`.
    ///
    /// - Parameters:
    ///   - licensee: The name of the licensee, 1 to 256 characters.
    ///   - organization: The licensee's organization, or `nil` for none.
    /// - Returns: The changed license.
    public func issued(to licensee: String, of organization: String? = nil) -> TestLicense {
        self.with {
            $0.licensee = licensee
            $0.organization = organization
        }
    }

    /// Returns a copy of the license from another issuer than the default, `Test Vendor`.
    ///
    /// - Parameter issuer: The name of the issuer, 1 to 256 characters.
    /// - Returns: The changed license.
    public func issued(by issuer: String) -> TestLicense {
        self.with { $0.issuer = issuer }
    }

    /// Returns a copy of the license with a specific ID.
    ///
    /// By default, ``TestLicensing`` numbers its licenses `test-1`, `test-2` and so on.
    ///
    /// - Parameter id: The ID of the license.
    /// - Returns: The changed license.
    public func id(_ id: LicenseID) -> TestLicense {
        self.with { $0.id = id }
    }

    /// Returns a copy of the license with a sequence number, which increases with each license for a licensee.
    ///
    /// - Parameter sequence: The sequence number, 0 to 2^53 - 1.
    /// - Returns: The changed license.
    public func sequence(_ sequence: Int) -> TestLicense {
        self.with { $0.sequence = sequence }
    }
}
