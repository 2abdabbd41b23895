/// A table of text with aligned columns.
struct Table: CustomStringConvertible {
    private var rows: [[String]]

    init(_ head: String...) {
        self.rows = [head]
    }

    mutating func add(_ cells: String...) {
        self.rows.append(cells)
    }

    var description: String {
        let widths = self.rows[0].indices.map { column in self.rows.map { Self.width($0[column]) }.max() ?? 0 }
        var lines: [String] = []
        for row in self.rows {
            var line = ""
            for (cell, width) in zip(row, widths) {
                line += cell + String(repeating: " ", count: width - Self.width(cell) + 2)
            }
            while line.last == " " {
                line.removeLast()
            }
            lines.append(line)
        }
        return lines.joined(separator: "\n")
    }

    /// Returns the width of a text in terminal columns, of which a Chinese character takes two.
    private static func width(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
    }
}
