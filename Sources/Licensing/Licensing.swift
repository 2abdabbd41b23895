// A server that enforces licenses imports only this module. You can also import the three modules individually.
@_exported public import LicenseCrypto
@_exported public import LicenseModel
@_exported public import LicensePolicy
