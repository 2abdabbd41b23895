/// The public key of the vendor of the Quickstart's licences, as a JWK (RFC 8037). Licenses/make.sh made it.
let vendorKey = #"{"kty":"OKP","crv":"Ed25519","kid":"quickstart","x":"Czn7lCB-eRIY2X9dBHn2l2TPnxWv3E9d1yneEqYEjxo"}"#
