package import Testing

// Tags that connect a test to its row in the table of requirements in Documentation/Policy.md.
extension Tag {
    @Tag package static var row19: Self
    @Tag package static var row20: Self
    @Tag package static var row21: Self
    @Tag package static var row22: Self
    @Tag package static var row23: Self
    @Tag package static var row24: Self
    @Tag package static var row25: Self
    @Tag package static var row26: Self
    @Tag package static var row27: Self
    @Tag package static var row28: Self
    @Tag package static var row30: Self
    @Tag package static var row31: Self
    @Tag package static var row51: Self
    @Tag package static var row52: Self
    @Tag package static var row53: Self
    @Tag package static var row54: Self
    @Tag package static var row55: Self
    @Tag package static var row56: Self
    @Tag package static var row57: Self
    @Tag package static var row58: Self
    @Tag package static var row59: Self
}
