// What the vendor's program writes.
let vendorKey = ""

func serve(_ licenses: Licenses) async throws {}

// block
// block
// block

func run() async throws {
    // block
}

// block
