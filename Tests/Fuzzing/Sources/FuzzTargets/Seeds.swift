extension FuzzTarget {
    /// Returns the seed with a name.
    public func seed(_ name: String) -> [UInt8] {
        guard let seed = self.seeds.first(where: { $0.name == name }) else {
            fatalError("The target \(self.rawValue) has no seed \(name)")
        }
        return seed.input
    }

    /// The inputs that a fuzzer starts from, each with a name.
    public var seeds: [(name: String, input: [UInt8])] {
        switch self {
        case .json: Self.named(Self.texts)
        case .file: Self.named(Self.files)
        case .claims: Self.recipes
        case .keys: Self.named(Self.keyTexts)
        case .vendor: VendorRecipe.seeds
        case .der: DERTree.seeds
        case .canary: [("start", Array("LI".utf8))]
        }
    }

    private static func named(_ texts: [String: String]) -> [(name: String, input: [UInt8])] {
        texts.sorted { $0.key < $1.key }.map { ($0.key, Array($0.value.utf8)) }
    }

    private static var texts: [String: String] {
        [
            "base": ClaimsRecipe.base.text,
            "plus": ClaimsRecipe.plus.text,
            "empty": "{}",
            "escapes": #"{"a\"\\\/\b\f\n\r\t":"\u00e9\ud83d\ude00","é":"😀"}"#,
            "numbers": #"{"a":[0,-0,1,-1,1.5,1e3,1E+3,1e-3,9007199254740991,9007199254740992]}"#,
            "words": #"{"a":true,"b":false,"c":null,"d":[],"e":{}}"#,
            "deep": #"{"a":{"a":{"a":{"a":{"a":{"a":{"a":{}}}}}}}}"#,
            "duplicate": #"{"ab":1,"a\u0062":2}"#,
            "spaces": " {\t\"a\" :\r\n[ 1 , 2 ] } ",
        ]
    }

    private static var files: [String: String] {
        let armored = Issuer.seedTokens.map { "-----BEGIN LICENSE-----\n\($0)\n-----END LICENSE-----\n" }
        return [
            "bare": Issuer.seedTokens[0],
            "armored": armored[0],
            "bundle": "words\r\n" + armored.joined(separator: "\n \t\n"),
            "mark": "\u{FEFF}" + armored[1],
            "header": #"eyJhbGciOiJFZDI1NTE5Iiwia2lkIjoiZnV6eiIsInR5cCI6ImxpY2Vuc2Urand0In0.e30.AA"#,
            "end": "-----END LICENSE-----",
            "indented": "key: |\n" + armored[0].split(separator: "\n").map { "  \($0)\n" }.joined(),
            "one-line": armored.map { $0.split(separator: "\n").joined(separator: " \\n") }.joined(separator: "\\r\\n"),
            "quoted": armored[0] + "> " + armored[1],
            "json": #"{"license": ""# + armored[0].split(separator: "\n").joined(separator: "\\n") + "\"}",
            "page": "<html>\n" + armored[0] + "-----BEGIN LICENCE-----",
            "private-key": "-----BEGIN PRIVATE KEY-----\nMC4C\n-----END PRIVATE KEY-----\n",
            "base64": "LS0tLS1CRUdJTiBMSUNFTlNFLS0tLS0KYQotLS0tLUVORCBMSUNFTlNFLS0tLS0K",
            "utf-16": "\u{FEFF}-\0-\0-\0-\0-\0B\0E\0G\0",
            // A license with the signature of another license.
            "swapped": Issuer.seedTokens[0].split(separator: ".").prefix(2).joined(separator: ".") + "."
                + Issuer.seedTokens[1].split(separator: ".")[2],
        ]
    }

    private static var recipes: [(name: String, input: [UInt8])] {
        [
            ("raw-base", [0] + Array(ClaimsRecipe.base.text.utf8)),
            ("raw-plus", [0] + Array(ClaimsRecipe.plus.text.utf8)),
            ("base", [64]),
            ("plus", [65]),
            ("base-changed", [64, 0, 6, 3, 1, 4, 30]),
            ("plus-changed", [65, 1, 3, 25, 4, 12, 14]),
        ]
    }

    // The private halves of these keys were never saved.
    private static var keyTexts: [String: String] {
        [
            "ed25519": #"{"kty":"OKP","crv":"Ed25519","x":"KqSQLTjlFwUlk7lLH36I6m4iT1Sj6Lr6mNcFNo7XlOU","kid":"a"}"#,
            "p256": #"{"kty":"EC","crv":"P-256","x":"u0BMh_8X3Hj77DjjNBgXNetq0CoYHzRnPcIFF9LVGeA","#
                + #""y":"X4aUSt4S3_MpXndp5pu17Lv2bxC6cy9Yb7uT-hyjKmw","iss":"v","nbf":1,"exp":2,"environment":"test"}"#,
            "set": #"{"keys":[{"kty":"OKP","crv":"Ed25519","x":"KqSQLTjlFwUlk7lLH36I6m4iT1Sj6Lr6mNcFNo7XlOU"}]}"#,
            "sm2": #"{"kty":"EC","crv":"SM2","x":"g2DTUIm90OW7IuPUgKR38UAuZlx9kISS7AzjIQuliXQ","#
                + #""y":"iu3La7OZq8DLnU2ipjVatqNV0NjR7SzkGYjt7K49iFc","alg":"SM2-SM3","use":"sig","key_ops":["verify"]}"#,
            "rsa": #"{"kty":"RSA","e":"AQAB","n":"AQAB","alg":"PS256"}"#,
            "pem": "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAKqSQLTjlFwUlk7lLH36I6m4iT1Sj6Lr6mNcFNo7XlOU=\n"
                + "-----END PUBLIC KEY-----\n",
        ]
    }
}
