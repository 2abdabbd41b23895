package import LicenseModel
package import LicensePolicy
import ZStackLicensing

// Texts and names of the ZStack platform's catalog, so that tests do not have to pass the catalog.
extension LicenseMessage {
    package var english: String {
        ProductCatalog.zstack.text(of: self).english
    }

    package var simplifiedChinese: String {
        ProductCatalog.zstack.text(of: self).simplifiedChinese
    }

    package subscript(language: LicenseLanguage) -> String {
        ProductCatalog.zstack.text(of: self)[language]
    }
}

extension LicenseSlot {
    package var name: LocalizedText {
        ProductCatalog.zstack.name(of: self)
    }
}

extension LimitUnit {
    package var name: LocalizedText {
        ProductCatalog.zstack.name(of: self)
    }
}
