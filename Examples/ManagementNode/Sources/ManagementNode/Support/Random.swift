/// Random values that an attacker cannot guess.
enum Random {
    /// Returns bytes of the system's cryptographic random number generator.
    static func bytes(_ count: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }

    /// Returns a UUID in the platform's form: 32 lowercase hexadecimal digits, all of them random.
    static func uuid() -> String {
        Hex.text(self.bytes(16))
    }

    /// Returns a password of 20 letters and digits, without those that look alike.
    static func password() -> String {
        var generator = SystemRandomNumberGenerator()
        let characters = Array("ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789")
        return String((0..<20).map { _ in characters[Int.random(in: 0..<characters.count, using: &generator)] })
    }
}
