/// A small random generator that starts from a seed, so that every run has the same worlds (Steele et al., 2014).
struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        self.state = seed
    }

    mutating func next() -> UInt64 {
        self.state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = self.state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// True once in so many times.
    mutating func oneIn(_ count: UInt64) -> Bool {
        self.next() % count == 0
    }

    /// A number from 0 up to, and without, another.
    mutating func below(_ count: Int) -> Int {
        Int(self.next() % UInt64(count))
    }
}
