package import Testing

// Tags that connect a test to its row in the table of requirements in Documentation/Policy.md.
extension Tag {
    @Tag package static var row21: Self
    @Tag package static var row22: Self
    @Tag package static var row23: Self
    @Tag package static var row24: Self
    @Tag package static var row25: Self
    @Tag package static var row26: Self
    @Tag package static var row27: Self
    @Tag package static var row28: Self
}
