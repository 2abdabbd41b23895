public import LicenseModel

// What a licence covers, and for whom.
extension TestLicense {
    /// A licence with other limits, which replace all that it has.
    ///
    /// - Parameter limits: The limits. A base licence names `hosts` or `cpus`.
    /// - Returns: The licence.
    public func limited(to limits: [LimitUnit: Int]) -> TestLicense {
        self.with { $0.limits = limits.mapValues { .count($0) } }
    }

    /// A licence for any number of some units.
    ///
    /// - Parameter units: The units, whose limits are replaced. None: each that it names.
    /// - Returns: The licence.
    public func unlimited(_ units: LimitUnit...) -> TestLicense {
        self.with {
            for unit in units.isEmpty ? Array($0.limits.keys) : units {
                $0.limits[unit] = .unlimited
            }
        }
    }

    /// A base licence that bundles modules, or a licence for more modules.
    ///
    /// - Parameter modules: The modules, which are added.
    /// - Returns: The licence.
    public func bundling(_ modules: Module...) -> TestLicense {
        self.with {
            switch $0.scope {
            case .base(let edition, let bundled): $0.scope = .base(edition, bundling: bundled + modules)
            case .plus(let first): $0.scope = .plus(first + modules)
            }
        }
    }

    /// A base licence of another edition.
    ///
    /// A licence for modules has none, and stays as it is.
    ///
    /// - Parameter edition: The edition.
    /// - Returns: The licence.
    public func edition(_ edition: Edition) -> TestLicense {
        self.with {
            if case .base(_, let modules) = $0.scope {
                $0.scope = .base(edition, bundling: modules)
            }
        }
    }

    /// A licence of another commercial type.
    ///
    /// - Parameter type: The type.
    /// - Returns: The licence.
    public func type(_ type: LicenseType) -> TestLicense {
        self.with { $0.type = type }
    }

    /// A licence for some functions alone.
    ///
    /// - Parameter features: The functions. None: no function at all.
    /// - Returns: The licence.
    public func features(_ features: Feature...) -> TestLicense {
        self.with { $0.features = features }
    }

    /// A licence that is bound to nodes.
    ///
    /// - Parameter nodes: Their thumbprints.
    /// - Returns: The licence.
    public func bound(to nodes: ClaimString...) -> TestLicense {
        self.with { $0.nodes = nodes }
    }

    /// A licence for another product, which a world's verifier refuses.
    ///
    /// - Parameter product: The product.
    /// - Returns: The licence.
    public func product(_ product: ProductID) -> TestLicense {
        self.with { $0.product = product }
    }

    /// A licence issued to another than the world's licensee.
    ///
    /// - Parameters:
    ///   - licensee: To whom.
    ///   - organization: The licensee's organization, if it is to be named.
    /// - Returns: The licence.
    public func issued(to licensee: ClaimString, of organization: ClaimString? = nil) -> TestLicense {
        self.with {
            $0.licensee = licensee
            $0.organization = organization
        }
    }

    /// A licence issued by another than the world's issuer.
    ///
    /// - Parameter issuer: By whom.
    /// - Returns: The licence.
    public func issued(by issuer: ClaimString) -> TestLicense {
        self.with { $0.issuer = issuer }
    }

    /// A licence with an id of its own.
    ///
    /// - Parameter id: The id. By default a world counts: `test-1`, `test-2` and so on.
    /// - Returns: The licence.
    public func id(_ id: LicenseID) -> TestLicense {
        self.with { $0.id = id }
    }

    /// A licence with a number that rises with each licence of a licensee.
    ///
    /// - Parameter sequence: The number, 0 to 2^53 - 1.
    /// - Returns: The licence.
    public func sequence(_ sequence: Int) -> TestLicense {
        self.with { $0.sequence = sequence }
    }
}
