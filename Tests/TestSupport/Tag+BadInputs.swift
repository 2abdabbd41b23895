package import Testing

// Tags that connect a test to its row in Documentation/BadInputs.md. `.ci/run` checks that both agree.
extension Tag {
    @Tag package static var p01: Self
    @Tag package static var p02: Self
    @Tag package static var p03: Self
    @Tag package static var p04: Self
    @Tag package static var p05: Self
    @Tag package static var p06: Self
    @Tag package static var p07: Self
    @Tag package static var p08: Self
    @Tag package static var p09: Self
    @Tag package static var p10: Self
    @Tag package static var p11: Self
    @Tag package static var p12: Self
    @Tag package static var p13: Self
    @Tag package static var p14: Self
    @Tag package static var p15: Self
    @Tag package static var p16: Self
    @Tag package static var p17: Self
    @Tag package static var p18: Self
    @Tag package static var p19: Self
    @Tag package static var p20: Self
    @Tag package static var p21: Self
    @Tag package static var p22: Self
    @Tag package static var p23: Self
    @Tag package static var p24: Self
    @Tag package static var p25: Self
    @Tag package static var p26: Self
    @Tag package static var p27: Self
    @Tag package static var p28: Self
    @Tag package static var p29: Self
    @Tag package static var p30: Self
    @Tag package static var p31: Self
    @Tag package static var p32: Self
    @Tag package static var p33: Self
    @Tag package static var p34: Self
    @Tag package static var p35: Self
    @Tag package static var p36: Self
    @Tag package static var p37: Self
    @Tag package static var p38: Self
    @Tag package static var p39: Self
    @Tag package static var p40: Self
    @Tag package static var p41: Self
    @Tag package static var p42: Self
    @Tag package static var p43: Self
    @Tag package static var p44: Self
    @Tag package static var p56: Self
    @Tag package static var p57: Self
    @Tag package static var p58: Self
    @Tag package static var p59: Self
    @Tag package static var p61: Self
}
