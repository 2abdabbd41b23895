public import LicenseModel

extension LicenseStoreError.Code {
    /// The file to install cannot be read.
    public static var unreadable: Self { Self(rawValue: "unreadable") }

    /// A license that was issued later for the same purpose is already installed.
    public static var olderThanInstalled: Self { Self(rawValue: "older-than-installed") }

    /// Two different licenses have the same ID.
    ///
    /// To install, they have the same issuer. To delete, they have different issuers, and the call names none.
    public static var idConflict: Self { Self(rawValue: "id-conflict") }

    /// The caller is not an administrator.
    public static var notAuthorized: Self { Self(rawValue: "not-authorized") }

    /// No license with the ID is installed.
    public static var notFound: Self { Self(rawValue: "not-found") }

    /// The folder has 4,096 licenses.
    public static var storeFull: Self { Self(rawValue: "store-full") }

    /// The installed licenses have changed since the plan was made.
    ///
    /// The error has the new plan.
    public static var planChanged: Self { Self(rawValue: "plan-changed") }

    /// An operation on a file of the folder failed.
    ///
    /// Nothing has changed for the licenses in use.
    public static var storageFailed: Self { Self(rawValue: "storage-failed") }

    /// The change is done, but the disk did not confirm that it is saved.
    ///
    /// No method throws this code: the outcome of the change has it.
    public static var durabilityUnknown: Self { Self(rawValue: "durability-unknown") }

    /// Another process has been changing the folder for five seconds.
    public static var locked: Self { Self(rawValue: "locked") }

    /// All codes of the store that this release defines.
    ///
    /// A refused license file has the code of its ``/LicenseModel/LicenseError`` instead.
    public static var known: [Self] {
        [
            .unreadable, .olderThanInstalled, .idConflict, .notAuthorized, .notFound, .storeFull, .planChanged,
            .storageFailed, .durabilityUnknown, .locked,
        ]
    }
}
