// What a server needs to obey licenses, by one import: values, verification and policy. The three modules can be imported on their
// own, too.
@_exported public import LicenseCrypto
@_exported public import LicenseModel
@_exported public import LicensePolicy
