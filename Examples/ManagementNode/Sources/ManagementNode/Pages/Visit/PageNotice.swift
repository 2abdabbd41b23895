/// What a page says about the change before it.
struct PageNotice: Sendable, Equatable {
    /// Whether the change was done.
    let isSuccess: Bool

    /// What happened, a line each, in the language of the person.
    let lines: [String]
}
