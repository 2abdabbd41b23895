public import LicenseModel

// What a license covers, and for whom.
extension TestLicense {
    /// A license with other limits, which replace all that it has.
    ///
    /// - Parameter limits: The limits. A base license names one or more.
    /// - Returns: The license.
    public func limited(to limits: [LimitUnit: Int]) -> TestLicense {
        self.with {
            $0.limits = limits.mapValues { .count($0) }
            $0.isUnlimited = false
            $0.unlimitedUnits = []
        }
    }

    /// A license for any number of each unit that it names.
    ///
    /// - Returns: The license.
    public func unlimited() -> TestLicense {
        self.with { $0.isUnlimited = true }
    }

    /// A license for any number of some units.
    ///
    /// - Parameter units: The units, whose limits are replaced.
    /// - Returns: The license.
    public func unlimited(_ units: LimitUnit...) -> TestLicense {
        self.unlimited(units)
    }

    /// A license for any number of some units.
    ///
    /// - Parameter units: The units, whose limits are replaced. None: the license stays as it is.
    /// - Returns: The license.
    public func unlimited(_ units: [LimitUnit]) -> TestLicense {
        self.with { $0.unlimitedUnits.formUnion(units) }
    }

    /// A base license that bundles modules, or a license for more modules.
    ///
    /// - Parameter modules: The modules, which are added.
    /// - Returns: The license.
    public func bundling(_ modules: License.Module...) -> TestLicense {
        self.bundling(modules)
    }

    /// A base license that bundles modules, or a license for more modules.
    ///
    /// - Parameter modules: The modules, which are added.
    /// - Returns: The license.
    public func bundling(_ modules: [License.Module]) -> TestLicense {
        self.with {
            switch $0.scope {
            case .base(let edition, let bundled): $0.scope = .base(edition, bundling: bundled + modules)
            case .plus(let first): $0.scope = .plus(first + modules)
            }
        }
    }

    /// A base license of another edition.
    ///
    /// A license for modules has none, and stays as it is.
    ///
    /// - Parameter edition: The edition.
    /// - Returns: The license.
    public func edition(_ edition: License.Edition) -> TestLicense {
        self.with {
            if case .base(_, let modules) = $0.scope {
                $0.scope = .base(edition, bundling: modules)
            }
        }
    }

    /// A license of another commercial type.
    ///
    /// - Parameter type: The type.
    /// - Returns: The license.
    public func type(_ type: LicenseType) -> TestLicense {
        self.with { $0.type = type }
    }

    /// A license for some functions alone.
    ///
    /// - Parameter features: The functions. None: no function at all.
    /// - Returns: The license.
    public func features(_ features: License.Feature...) -> TestLicense {
        self.features(features)
    }

    /// A license for some features alone.
    ///
    /// - Parameter features: The features. None: no feature at all.
    /// - Returns: The license.
    public func features(_ features: [License.Feature]) -> TestLicense {
        self.with { $0.features = features }
    }

    /// A license that is bound to nodes.
    ///
    /// - Parameter nodes: Their thumbprints.
    /// - Returns: The license.
    public func bound(to nodes: String...) -> TestLicense {
        self.bound(to: nodes)
    }

    /// A license that is bound to nodes.
    ///
    /// - Parameter nodes: Their thumbprints, 1 to 64.
    /// - Returns: The license.
    public func bound(to nodes: [String]) -> TestLicense {
        self.with { $0.nodes = nodes }
    }

    /// A license for another product, which a world's verifier refuses.
    ///
    /// - Parameter product: The product.
    /// - Returns: The license.
    public func product(_ product: ProductID) -> TestLicense {
        self.with { $0.product = product }
    }

    /// A license issued to another than the world's licensee.
    ///
    /// - Parameters:
    ///   - licensee: To whom.
    ///   - organization: The licensee's organization, if it is to be named.
    /// - Returns: The license.
    public func issued(to licensee: String, of organization: String? = nil) -> TestLicense {
        self.with {
            $0.licensee = licensee
            $0.organization = organization
        }
    }

    /// A license issued by another than the world's issuer.
    ///
    /// - Parameter issuer: By whom.
    /// - Returns: The license.
    public func issued(by issuer: String) -> TestLicense {
        self.with { $0.issuer = issuer }
    }

    /// A license with an id of its own.
    ///
    /// - Parameter id: The id. By default a world counts: `test-1`, `test-2` and so on.
    /// - Returns: The license.
    public func id(_ id: LicenseID) -> TestLicense {
        self.with { $0.id = id }
    }

    /// A license with a number that rises with each license of a licensee.
    ///
    /// - Parameter sequence: The number, 0 to 2^53 - 1.
    /// - Returns: The license.
    public func sequence(_ sequence: Int) -> TestLicense {
        self.with { $0.sequence = sequence }
    }
}
