import LicenseCrypto
package import LicenseIssuing
import LicenseModel

/// A private RSA key of 2,048 bits, made for these tests with `openssl genpkey`.
///
/// The keys are public, so they are keys of the test environment, and must not sign anything but tests. They are fixed
/// because libcrypto takes up to half a second to generate such a key.
package enum TestVendorKey: Sendable {
    /// The key that the reader of the tests trusts.
    case vendor

    /// A key that no reader trusts.
    case other

    /// The signing key, which is loaded once.
    package var key: SigningKey {
        get throws {
            switch self {
            case .vendor: try Self.vendorKey.get()
            case .other: try Self.otherKey.get()
            }
        }
    }

    private static let vendorKey = Result { try Self.load(Self.vendor) }
    private static let otherKey = Result { try Self.load(Self.other) }

    private static func load(_ key: TestVendorKey) throws -> SigningKey {
        try SigningKey(
            pem: SecretBytes("-----BEGIN PRIVATE KEY-----\n\(key.base64)\n-----END PRIVATE KEY-----\n"),
            algorithm: .rs256,
            conditions: KeyConditions(issuer: .any, validity: .always, environment: .test)
        )
    }

    /// The PrivateKeyInfo (RFC 5958) in base64, on one line.
    private var base64: String {
        switch self {
        case .vendor:
            """
            MIIEvAIBADANBgkqhkiG9w0BAQEFAASCBKYwggSiAgEAAoIBAQCViftHHM9nyvIJg4Se2mb74Vug18Luv6+hm05y8IZxAHplWOi/\
            fP9A4U3g8YsNcbR+NACXD3gd4mXWc8MmAwehUyaYEfFR6pcgBlgt47xKax9TAnJDzZ9tu07277ydNkeDAn1aEZ12UafycIm5kGRz\
            sdTlia9N6IDTfSoqbprWYu+JC1gzQLjy0wlteUqvpCqvdyD0tcs3kG78blccmNw+jK8I0D18nkKiCYaFSgToCbtA9QZu1HeRYrWN\
            XRA/hhQ0XEZl0MZFD2OAj+lAMWOtVgpU12tGh6Yt9ozDfKo+oyGrUWlEzlFKd0yQpFO6yCKmfofzHmcHlixVy5yIIsrHAgMBAAEC\
            ggEAQyB0buCs7e+5JLIoF1L9BbaM9i/Ern3XrljUJ153S0SmrNXzbPoEbzB0UDS9ceSH3FslpKnqBqg5hMHkaSzVAQMdgQgU5uvC\
            uTp/3OGtBU7++blQZ8Vm+tApS0okxgG2qkW01Xiw0YsoM/l2qZj6rsC2S++5hOSI5+b4xaFu2itRcwRDberDD3ytxQCxttoBU9cy\
            3cXhARQRR4XQo2VWvX5KKvJ65TyLp5r/HS2PhuD0AxNlYtxs+H4vEoDsD7XZ3fQ5IRFbn52wMp8D3jawvQDRo7UzEqzMu7pg2V48\
            o3o+d4lQ8OEcgenx8Pa913Nb9rfW68cNIjgt7zFfnAFDKQKBgQDNbSD7xJwZ6DoNrk+DHvADayzW+mwD1Xmyp7as+SYBI2ehsYuz\
            T/SYDnTxRaaTaxVWkSPC/eWyUyBkQhjo+nLHW5OBEoSiwhex/oSz52UP1/vjUPWPvZwFgAwtRbrbHPGyhs77NUGJ7jWe/cwarv8y\
            r8nnbpqrzVhCIGNqmdsKMwKBgQC6Wpa5PqIbSwdG9+dr8EmSStIZ+ENMQsvaYcumwGm5+IdKVIVg8FZvGRQjJfZL2Ub3WQEPCUuR\
            jguI0IkGERUhmas8aGUq/tO9KnC4U0SCX6VdnWAxbFytvHtBAsXfcP6ByuiIjCj7gqmhtrmjMsa0wW0BUgkLa+aQdFPVnAXRHQKB\
            gG5LQGFM748NW1YLF8/LpYwAWCPYcnQgguXEHFWEs736t2JeRCZzMF0PrgP4pHYUEXHYHX5M+a2j6glKX7t+9G9LIMg1HBeS5EwB\
            3lgFTgKSsUAcMKwLXqCpXmBURv3r7W0v6iOANX8L8ag6lgJhoM0jCuGCRfMmHlPqtdX/Y1Z3AoGAO1XKtfLmZLBQAd2/NtQMaOMf\
            4Jr2uppuE/udf1u2jjs+wIEG8uWzb65ZhhN5R49IFEunlaUNBaxnqclUR7U6uDcYmaRXygfXXVzdBSOmJajUm2kXjsUFAWCJEhsS\
            6+EreCImRgvypJpm7pGiq/7n2/fWgFwhexyBDi+r3dDO3VUCgYAvuPHeyXXx8YGRARgMTcSsuC/sXd+dkyuZStDoxAulpLc6pliD\
            /VrZdB2DO2YjOReFyl6YTLHt82emB87kdfUaZRaOCj9n7iABBp552OdART/kpwGbjkK3DPcuKCYBAGtqT84O3Ih+tOBnioVwWeft\
            V+WLes8+k5HYN4VyST9U3g==
            """
        case .other:
            """
            MIIEvAIBADANBgkqhkiG9w0BAQEFAASCBKYwggSiAgEAAoIBAQCeXrltD5l00EToSxl4mRlqpH4zoiqTKRo1H7GcjLsqe6wh/ArT\
            1vB9g/eutIYfseMuUTUONBGUYZdxpaa3zfYP39WTgVRAWQOTbWpWTocfT/oQvxjemmr+1K+uZzm1TEFZyqysR5V2f/GEeLGL02UY\
            vBax2i9AJdtvZUOE2kUueXFlWqy0CN5CTAAiaBSxed1tUp9qe1eA5SXgNQYCnOFY1nG4XwmHYJBbFeNFKiq6YJSlhrFXeV+F2gei\
            A5IVh8lnDt/Rei+Bj9RYmgE5jAneEfMCezW3HLn0h8DexbRf8cO9rRq4Gpl9kcHWhxEAk8J6Q9iIoeijXnE7cUzSCvTpAgMBAAEC\
            ggEANStDIJjcocmsYLqZ3hG0ZUe9cPNQTOC/QjeWRyM+USh9JVm7ftyKF/GezYIhB3IO/gVYhSC5CDJtiEOfgdT9d93jk+aXFRVt\
            bGkPCtPJbJtKrqWhoVaBdnWMV8ajKrljtVQkfaB4zvRsbtegb/u0VMYM7n/8XhJ3peH+9ZLcKBopJwklww66E0yWnEU0gmicnJ+/\
            S9GSRZSMgHaRDImfSEB40dCYNWe99vUGD6fTlixlgvOSV7ZJeA8Sm5v9hAomhq8R9OhZIj/EcA8o8NXvAe6h1FOH7pJciY4iuPkb\
            YzgbrzN96nXU9W9Du7xBOWBLC1zntBvqeg4/fEA0hAgu0wKBgQDVkJwIQsDU4PB+C4MGpeaqNlZtIPAIK1bOgrysaXTcUIxcf03D\
            VqzpiGjcZkE6N8a+Vx1YY3k7adx2gGM8gPdaAFNSgkXHNXnLspGf20GT07quaWSjrbps+asOrfZdz1Cu5W5b5heq5+QvslbeRMUz\
            uB6yPE2Ajz4j0dKXN5jhtwKBgQC91oV4WWCYvzog1u7pjPMOG58EpGpXSPUVY3MhrFipe8gbZdWUkFqgrWW4pXIdIuiiH/mf15YV\
            5iAmb5dxlGe6rRaui47Vn+9lv5UH0bw2gMQ7nz6mcX2tO1XuEbMl50aCcvLI36OW7dKOhF0ZKITH4PkF3wLj9Q1cLW3/BgJeXwKB\
            gFl5UXXAictmRjt4lTd20BHl3AWyc/3oMmEosuVE9VnMQVILX8gEC0N4C/6ytIcwkQpzsu6yFjuHGX9oQKs7mOXTFxWNULCqPdHS\
            iWJA2NOXNDIYI7rTcTRw0XK//WTGE5aCtt63opjOuHInNG/AviHx9KJV016WJMGbCbCi8WE3AoGAEe+izKwlJEltBI1KJWbb0Als\
            DNQ79+M8xLiQuC3AcsLvNSd59n9tEKFRaxC2p2oU8Lx0qVWFKKyFfRwuAt0yr8CK1BL7e9OQmtxvCD4Yuk2QPNHe6XrvlN52T/f8\
            JSik0M5rge8fVbNCoZR/91CMuxXWcWeQrlkI2hywt9epgaECgYBVjOv5gBe4gQzYEvD+Ai0hyfmBXnDl5u0+o/f+mrhD2NAn54qv\
            stAp8SwLz1TIKWZZ8MYDkoPxj4B5Et1ksoqsqDNx4anz+BKoRgbzQWcFTZ5QNsvPOtFqUH16O98S02/K8/Gq68OEF2Qhkq5U/mp/\
            lwjie2fXxj/R205fMynScQ==
            """
        }
    }

    /// A certificate of the vendor's test key that it signed itself, in DER.
    ///
    /// A license file contains the vendor's certificate, which no reader reads.
    package static let certificate: [UInt8] =
        Base64.decodePadded(
            Array(
                """
                MIIDbzCCAlegAwIBAgIURv1LrswbX7VmAR1b9a9GJhKMs/owDQYJKoZIhvcNAQELBQAwRzEsMCoGA1UECgwjVGVzdCBrZXkgdGhh\
                dCBzaWducyBubyByZWFsIGxpY2Vuc2UxFzAVBgNVBAMMDnZlbmRvci5leGFtcGxlMB4XDTI2MTEzMDEzMDQ0NloXDTM2MTEyNzEz\
                MDQ0NlowRzEsMCoGA1UECgwjVGVzdCBrZXkgdGhhdCBzaWducyBubyByZWFsIGxpY2Vuc2UxFzAVBgNVBAMMDnZlbmRvci5leGFt\
                cGxlMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAlYn7RxzPZ8ryCYOEntpm++FboNfC7r+voZtOcvCGcQB6ZVjov3z/\
                QOFN4PGLDXG0fjQAlw94HeJl1nPDJgMHoVMmmBHxUeqXIAZYLeO8SmsfUwJyQ82fbbtO9u+8nTZHgwJ9WhGddlGn8nCJuZBkc7HU\
                5YmvTeiA030qKm6a1mLviQtYM0C48tMJbXlKr6Qqr3cg9LXLN5Bu/G5XHJjcPoyvCNA9fJ5CogmGhUoE6Am7QPUGbtR3kWK1jV0Q\
                P4YUNFxGZdDGRQ9jgI/pQDFjrVYKVNdrRoemLfaMw3yqPqMhq1FpRM5RSndMkKRTusgipn6H8x5nB5YsVcuciCLKxwIDAQABo1Mw\
                UTAdBgNVHQ4EFgQUeLmzxrJR6qSbSEuAmGxjby3xCUkwHwYDVR0jBBgwFoAUeLmzxrJR6qSbSEuAmGxjby3xCUkwDwYDVR0TAQH/\
                BAUwAwEB/zANBgkqhkiG9w0BAQsFAAOCAQEAZ4VhvMapVceFPpWmDf90nV5/iRkocI7/N0RDHUyySj3C2npZ9QppAivQLBCtiqzE\
                WmHFDooe8f/0jUZhBojjg5OyOxs7IIP9ckW5+qjMAs4Qnfb3e0lqwHszXd6bWs2GlBSNsPHR2YCMPO/1auuOEU1FnvMCcHH5M3Y8\
                fuL/3SxUkpewkgpGq+v218WEt9BykSf3f0Ciw0zltpgsvE5OFLLEACZW4xVX53VCzmr+A6aSNzMYOeh5d/RIVUl54tfIEoun9Zug\
                G0yAwWT0YdagZiBImRVp15pD4cghheABtN9OslkVYHadg7SxX1zvmULTryYkuGWD+nSBJhdlQAXoTA==
                """
                .utf8
            )
        ) ?? []

    /// The issuer and the serial number of the certificate, which name the signer (RFC 5652, section 10.2.4).
    ///
    /// The serial number is the second element of the certificate, and the issuer the fourth one.
    package static let signerName = TestDER.sequence(
        Array(Self.certificate[50..<123]),
        Array(Self.certificate[13..<35])
    )
}
