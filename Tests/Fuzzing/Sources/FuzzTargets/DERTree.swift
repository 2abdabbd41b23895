/// DER elements as a tree, which the bytes of a fuzzer's input change element by element.
///
/// The lengths of the elements around a change stay right, so that most changes get past the outer elements.
final class DERTree {
    private var tag: UInt8
    private var bytes: [UInt8]
    private var children: [DERTree]

    /// How the length is written, if it is not in its shortest form: extra bytes of zeros, or the indefinite form.
    private var spelling = Spelling.shortest

    private enum Spelling {
        case shortest
        case padded
        case indefinite
    }

    private init(tag: UInt8, bytes: [UInt8], children: [DERTree]) {
        self.tag = tag
        self.bytes = bytes
        self.children = children
    }

    /// Creates a tree whose root has no tag, from encodings that follow each other.
    ///
    /// The encodings must be DER, as those of a seed are.
    convenience init(_ encodings: [UInt8]) {
        self.init(tag: 0, bytes: [], children: Self.elements(encodings))
    }

    private static func elements(_ bytes: [UInt8]) -> [DERTree] {
        var elements: [DERTree] = []
        var rest = bytes[...]
        while let tag = rest.popFirst(), let first = rest.popFirst() {
            var count = Int(first)
            if first >= 0x80 {
                count = 0
                for _ in 0..<(first - 0x80) {
                    count = count << 8 | Int(rest.popFirst() ?? 0)
                }
            }
            let contents = Array(rest.prefix(count))
            rest = rest.dropFirst(count)
            let isConstructed = tag & 0x20 != 0
            elements.append(
                DERTree(
                    tag: tag,
                    bytes: isConstructed ? [] : contents,
                    children: isConstructed ? self.elements(contents) : []
                )
            )
        }
        return elements
    }

    /// Appends the encodings of the contents.
    private func writeContents(to output: inout [UInt8]) {
        output += self.bytes
        for child in self.children {
            child.write(to: &output)
        }
    }

    /// Appends the encoding.
    private func write(to output: inout [UInt8]) {
        var contents: [UInt8] = []
        self.writeContents(to: &contents)
        output.append(self.tag)
        switch self.spelling {
        case .shortest: output += Self.length(contents.count)
        case .padded: output += [0x83, 0, UInt8(contents.count >> 8 & 0xFF), UInt8(contents.count & 0xFF)]
        case .indefinite: output.append(0x80)
        }
        output += contents
        if self.spelling == .indefinite {
            output += [0, 0]
        }
    }

    /// The encodings of the elements below the root.
    var encodings: [UInt8] {
        var output: [UInt8] = []
        self.writeContents(to: &output)
        return output
    }

    /// Returns a length in its shortest form (X.690, section 10.1).
    static func length(_ count: Int) -> [UInt8] {
        guard count >= 0x80 else {
            return [UInt8(count)]
        }
        var digits: [UInt8] = []
        var rest = count
        while rest > 0 {
            digits.insert(UInt8(rest & 0xFF), at: 0)
            rest >>= 8
        }
        return [0x80 + UInt8(digits.count)] + digits
    }

    /// Appends all elements below this one with the elements that they are in, in the order of their starts.
    private func addPlaces(to places: inout [(parent: DERTree, index: Int)]) {
        for index in self.children.indices {
            places.append((self, index))
            self.children[index].addPlaces(to: &places)
        }
    }

    /// A tree of its own with the same elements.
    var copy: DERTree {
        let copy = DERTree(tag: self.tag, bytes: self.bytes, children: self.children.map(\.copy))
        copy.spelling = self.spelling
        return copy
    }

    /// Changes the tree as a recipe says, with three bytes for each change, of which there are at most eight.
    func change(by recipe: ArraySlice<UInt8>) {
        var rest = recipe.prefix(24)
        while let operation = rest.popFirst(), let choice = rest.popFirst(), let value = rest.popFirst() {
            var places: [(parent: DERTree, index: Int)] = []
            self.addPlaces(to: &places)
            guard !places.isEmpty, places.count < 1_000 else {
                return
            }
            let (parent, index) = places[Int(choice) % places.count]
            let element = parent.children[index]
            switch operation % 11 {
            case 0: parent.children.remove(at: index)
            case 1: parent.children.insert(element.copy, at: index)
            case 2: parent.children.swapAt(index, (index + 1) % parent.children.count)
            case 3: element.tag = value
            case 4 where !element.bytes.isEmpty:
                element.bytes[Int(value) % element.bytes.count] ^= 1 << (operation >> 5)
            case 5: element.bytes.append(value)
            case 6: element.bytes.removeLast(min(1, element.bytes.count))
            case 7:
                let (_, other) = places[Int(value) % places.count]
                parent.children.insert(places[Int(value) % places.count].parent.children[other].copy, at: index)
            case 8: element.spelling = .padded
            case 9: element.spelling = .indefinite
            default: element.bytes = []
            }
        }
    }
}
