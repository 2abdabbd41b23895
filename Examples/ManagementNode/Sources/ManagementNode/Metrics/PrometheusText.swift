/// Metrics in the text format of Prometheus, version 0.0.4.
struct PrometheusText {
    /// The text, which ends with a line break unless it is empty.
    private(set) var text = ""

    /// Adds a metric with the values of all its labels.
    ///
    /// - Parameters:
    ///   - name: The name, in which characters that the format does not allow become `_`.
    ///   - type: The type, such as `counter`.
    ///   - values: The values, each with its labels. Without values, nothing is added.
    mutating func add(_ name: String, _ type: String, _ values: [(labels: [(String, String)], value: Double)]) {
        self.add(name, type, samples: values.map { ("", $0.labels, $0.value) })
    }

    /// Adds a metric whose samples have names that start with its own, such as those of a summary.
    mutating func add(
        _ name: String,
        _ type: String,
        samples: [(suffix: String, labels: [(String, String)], value: Double)]
    ) {
        guard !samples.isEmpty else {
            return
        }
        let name = Self.name(name)
        self.text += "# TYPE \(name) \(type)\n"
        for sample in samples {
            let labels = sample.labels.map { "\(Self.name($0.0))=\"\(Self.escape($0.1))\"" }.joined(separator: ",")
            self.text += "\(name)\(sample.suffix)\(labels.isEmpty ? "" : "{\(labels)}") \(Self.number(sample.value))\n"
        }
    }

    /// Returns a name that the format allows.
    static func name(_ text: String) -> String {
        let name = String(
            decoding: text.utf8.map { byte in
                switch byte {
                case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "a")...UInt8(ascii: "z"):
                    byte
                default: UInt8(ascii: "_")
                }
            },
            as: UTF8.self
        )
        return name.first?.isNumber ?? true ? "_" + name : name
    }

    private static func escape(_ text: String) -> String {
        text.unicodeScalars
            .map { scalar in
                switch scalar {
                case "\\": #"\\"#
                case "\"": #"\""#
                case "\n": #"\n"#
                default: String(scalar)
                }
            }
            .joined()
    }

    private static func number(_ value: Double) -> String {
        switch value {
        case .infinity: "+Inf"
        case -.infinity: "-Inf"
        case let value where value.isNaN: "NaN"
        case let value where value == value.rounded() && abs(value) < 1e15: "\(Int64(value))"
        default: "\(value)"
        }
    }
}
