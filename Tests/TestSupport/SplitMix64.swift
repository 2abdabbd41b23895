/// A random number generator that returns the same numbers in every run (Steele, Lea and Flood, 2014).
package struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64

    /// Creates a generator whose numbers depend only on the seed.
    package init(seed: UInt64) {
        self.state = seed
    }

    package mutating func next() -> UInt64 {
        self.state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = self.state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// Returns `true` with a probability of 1 in `count`.
    package mutating func oneIn(_ count: UInt64) -> Bool {
        self.next() % count == 0
    }

    /// Returns a number from 0 to `count - 1`.
    package mutating func below(_ count: Int) -> Int {
        Int(self.next() % UInt64(count))
    }
}
