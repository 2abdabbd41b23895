/// A private RSA key of 2,048 bits, made for these tests with `openssl genpkey`.
///
/// libcrypto takes up to half a second to generate such a key, so tests of something else than the generation use one of
/// these. They sign nothing but tests.
package enum RSAKeySample: Sendable {
    case first
    case second

    /// The PrivateKeyInfo (RFC 5958) in base64, on one line.
    package var base64: String {
        switch self {
        case .first:
            """
            MIIEugIBADANBgkqhkiG9w0BAQEFAASCBKQwggSgAgEAAoIBAQCKscOocQSO+5UkeJEfADvpomVEsvDi+FEwCl1WnKAtWOhY\
            0Ev5jSfJ8YzM6nxyk7IANa71VhPkY4PSh/RmaOD3ZFqyKoNx99HXLdU8c/D6+0SRw535KIm9AkorwgYQIOw+4dNoIh+/861+\
            OMwQGDhSz03CUzXFNFrAvUJQbw1NtFR3vYjuhkxwhIISsOyAZARZM5mQnxaYtFK2SIIBq+RDx1FDGE8w0Q1+LTWJ1mdX5oUD\
            yCrypTcmhtaB5oU/CLNkokQcqGu9XaZ9SGH60ESP1XvGloKYC/Znd2NT7fAc+0d2i5JHr/8eJdN8SB2cKaQcF/B/nGiLCLma\
            sVoOaALpAgMBAAECgf96963hyh86JkgCITBWeOUMLOkpRjENC3ZWgabMnYSzfM0dvioEnk7vKgEMLcC1iJc18fxzlYqz4KEf\
            wcQoiEeHEEYMpGTZk9jlgpCf6Kvf2qeqe4wa1jZI8Thehsf/xMp93JSNEk3UHAvWiitjABZWVWmiWuQ+bdmIyXd7zC1sL9Tf\
            Wtuk/CmNscyuIFaUJCeU88PddKHFqK3HqUBFT3OfXwKcjs3N21HNH7LyfvRDBfeQYXZvI1IP3fCTNu4ijrJ+BoFzb37FuSOa\
            P7t4hTxD1KvIyO7uf81/wcnpxHgCDZ+ndpoodU865vf018M/pmh07BtmPdpHpMbvIMOhT1ECgYEAvHOlKxahOxO54QQMX77J\
            jskZaooWsfKT5SdYU7HlE8Itd2j1x5827tPSYQ+g6gD3HD5YfYxO7x2ECWu0cPEgexzmz3jiOK3VztB1PBQbalIsYxJvDtdG\
            o+FCyJ5XQVJiQIYekj5bM8nhCqrWyGXcNKz1qMrFuM89jRZ9BRLSvhkCgYEAvGhg96/AENb2DItUI77HVuMFkz8EH+4RQcf2\
            t0GjF4aCfsRuXKO4fUkN/jaZMUFrDGmSuWxQaUBRuO9V2vPGhC/Lswm+iMU9OHI3hJ7iwAi+rtXe91RYVKQVUcwq2ZDMJAB8\
            DNeNR/kJ0366bQxUwkwbeBiZ1c2stp82HD3KZVECgYBCh81a7e1T7v3ji8tWjgOYjjST4VZr0kkWUJKlUZufIyFsE7kZlYMO\
            Q+f07lCP7HFRHk2dXUiMsG3p6YVVjjs6W5S80F+FRRHDpuKMqEiZe5NCEsL0iVneB2vNaeFCJXScdP0cAjmuieoSGwgizZs1\
            WY6M3bF6Mmf3hGX0wZV3GQKBgC9k+m+UMHaL/J0vN10+kpqSxUZDJeB6XLD1gmSbCFHUrmMBOtnm/XPWusRmK6cuU6VtsVEf\
            pCK14VjqK+jGRfveohlJrDpvk3TtlnWwGk5AZOdKOapx9z5jgFFxUJ4mRJQR4yK/3nRqe0ROrsrbvT6bMpXFan1UHcxaxJva\
            F13hAoGAO+pjTvUKfVrrJOZUsZ8iPXo/GSCYVy2Sf2q5rglSLwoAlgAMDZmWiYYKSMqJSk4BF44rS+gbiWvD4xVV6lz+m0B1\
            q7DBh4ZpXqDZxK6jmIw8Su2eVGDSQeh/TqjVVZl1BiVQPPSlJBoluD0IIuTbpOnqdIZt5bwPHgicJkahFcw=
            """
        case .second:
            """
            MIIEvAIBADANBgkqhkiG9w0BAQEFAASCBKYwggSiAgEAAoIBAQDME64dQDwDVhhVJul5ZYC5EINc1ODqVWvXp5AJ79GB1/ZL\
            5qfWFBdnmHuzdH5dfWVWIWQMffVUE7SMunI18TwSeHDsS1cq8ufScpHuwzAg6GrBkAyFmO18qOK0NeHo+EaAkP2Fg3hHju1Z\
            RTvuS11hWYo+rquGMbQUI/H3arPhkLkMyt89bJeVJ0A8C87ZMN/rrMpZ/ewk24nhi+IYS2LMDW238LckgnCqsWyodvD1uMHc\
            tvATOg54OL3DPsjk/fK7qVUQJopQncsF5QTWWCMEwC5vplUlRNTc1hSahEXVEYcknu1TS5H4fkJnwIT0P6ZtN22pfMv0KA6F\
            w5vA8q3NAgMBAAECggEAEmHabuWUkktcxTzMToRLWEApyQCe4tS/ck00XwTEVyEMHTGhYBnussTsLZG6eTLcoCnBUJO+96wP\
            uRZpR70bR2GkcFBoAWUgZxctWHep++jbhuRyEE2iZLZ0tz1cREcq2JVW1MIvISj5ba9cEt6kgmqVlohWyG9tNFw5hSsOGWzt\
            vnm7OQgRD18UhYtAmjbkcwPAHMAwQldqHnZvkZPLzLZ/4zEgPatc1LyDJgIbUv6GkG8mYWoB379T2ORPmytxBaa31U0epPN3\
            ZsaNCt7+onVnjSQo7WDCTjZxFtvGTK/H2WwygfqVSh0uMqixBmcvJPvJz6BfxvGNhNNukpvDYQKBgQD46+S08CD0tl6TIfih\
            THdyWpzs0NfAEnsJ69zaDKAIu5gHFGePyGcv51+Cz6mJKiR+gTQqm2ikdeN/CwNrJ5pnCO9a6jVOkLWnZeB/YgYa+gMzioG3\
            WlmwmzMPxde1r6lMyO74soKYFDTUe0vaCj/3gQIT1bvfHay9527WRzRFrQKBgQDR4VNfr1KMkm6cGNaDcr+UMCQqfRHKK/+q\
            WCpXVCwWxVMxEtV4Sh2uc+x5hHHNWph/5edo+f8hiJiWlJQHJlJPbSKpx4llYLxFIu4//Erw2qIBiffDHkVH1uF8OdH4XfPu\
            Bniibl5DOdENvrWfMLg0DIIS+1Pt1RGfdoi/92HMoQKBgEStwSJzBoS+NIXf35uRX3t7qMRmMsDZ2Hy6SOsYhKckKyP460Hu\
            hxneeqm65gnkSMFmoKAI1OxbYnNQ9JaCDMXU30V0TVTp9FTFdRVwVELpLCzyUCvoj8p8Z7A4Y/XLC6kV32lax1FycckWY607\
            Gr8NJyeV1woOQ/T5f8k7SB7ZAoGABDEo9idNUct29B0246c+FlqjzklzOoOIdsGODvJ6cvX8BGXo558rWpmsJn0zvLNLinpw\
            FdOwed39ljxffIkSac23PIbkwqac/BCHi7WhVZA4XimATmBjZ9zt4gpRnFFcFuwAKtZjgZo9B7ZAcG6Lr1Z0nqZwdbakxHec\
            oaDyTiECgYBiRaVeySjGpZjS3/JKzCRAGh+via+2WZpe0WReDZyp2iQOkR+1W/Z0qZ0QAk26udNENRewePWPFXlaBTNY8Wl1\
            lYvqmWJtxgS6wyczzj6bPWvFTvKeQMON58mUo0TytPmE+4rPmE6+a2n4jurfxvBqjsfiekPjZqgPVrewwnDdoQ==
            """
        }
    }
}
