import LicenseModel
import LicensePolicy
import ZStackLicensing

// What the cloud platform's catalog makes of a message.
extension LicenseMessage {
    var english: String {
        ProductCatalog.zstack.text(of: self).english
    }

    var simplifiedChinese: String {
        ProductCatalog.zstack.text(of: self).simplifiedChinese
    }

    subscript(language: LicenseLanguage) -> String {
        ProductCatalog.zstack.text(of: self)[language]
    }
}

extension LicenseSlot {
    var name: LocalizedText {
        ProductCatalog.zstack.name(of: self)
    }
}

extension LimitUnit {
    var name: LocalizedText {
        ProductCatalog.zstack.name(of: self)
    }
}
