import LicenseStore
import LicenseTesting
import Licensing
import Testing

// block
// block
// block
// block
// block
// block
