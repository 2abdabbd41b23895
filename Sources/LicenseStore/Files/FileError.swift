#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A failed operation on a file.
struct FileError: Error, Hashable {
    /// What failed: the name of the system's error, such as `ENOSPC`, or one of the store's own codes.
    let code: String

    /// The system's error number, or 0 for the store's own codes.
    let number: Int32

    /// The file is a folder, a FIFO, a socket or a device, which the store never opens.
    static let notRegular = FileError(code: "not-regular")

    /// The file is a link that leaves the folder, or that cannot be followed safely.
    static let link = FileError(code: "link")

    /// The file is larger than any file that the store reads.
    static let tooLarge = FileError(code: "too-large")

    /// The file does not have the contents that were written to it.
    static let writtenWrong = FileError(code: "written-wrong")

    /// The file ended early while it was read.
    static let changed = FileError(code: "changed-while-read")

    /// The file does not have the form that the store gives it.
    static let damaged = FileError(code: "damaged")

    /// The file does not exist, as the system reports it.
    static let missing = FileError(number: ENOENT)

    private init(code: String) {
        self.code = code
        self.number = 0
    }

    /// Creates an error from the number that the system gave.
    init(number: Int32) {
        self.number = number
        self.code = Self.names[number] ?? "errno-\(number)"
    }

    /// Whether the file or one of its folders does not exist.
    var isMissing: Bool {
        self.number == ENOENT
    }

    /// Whether the file exists already.
    var isExisting: Bool {
        self.number == EEXIST
    }

    /// Whether the process lacks the permission for the operation.
    var isDenied: Bool {
        self.number == EACCES || self.number == EPERM
    }

    /// Whether the file system cannot be written to.
    var isReadOnly: Bool {
        self.number == EROFS
    }

    /// Whether there is no space left, or none that the user may use.
    var isFull: Bool {
        self.number == ENOSPC || self.number == EDQUOT
    }

    private static let names: [Int32: String] = [
        EACCES: "EACCES", EAGAIN: "EAGAIN", EBUSY: "EBUSY", EDQUOT: "EDQUOT", EEXIST: "EEXIST", EFBIG: "EFBIG",
        EINTR: "EINTR", EINVAL: "EINVAL", EIO: "EIO", EISDIR: "EISDIR", ELOOP: "ELOOP", EMFILE: "EMFILE",
        EMLINK: "EMLINK", ENAMETOOLONG: "ENAMETOOLONG", ENFILE: "ENFILE", ENODEV: "ENODEV", ENOENT: "ENOENT",
        ENOLCK: "ENOLCK", ENOMEM: "ENOMEM", ENOSPC: "ENOSPC", ENOSYS: "ENOSYS", ENOTDIR: "ENOTDIR",
        ENOTEMPTY: "ENOTEMPTY", ENXIO: "ENXIO", EPERM: "EPERM", EROFS: "EROFS", ESTALE: "ESTALE",
        ETIMEDOUT: "ETIMEDOUT", EXDEV: "EXDEV",
    ]
}
