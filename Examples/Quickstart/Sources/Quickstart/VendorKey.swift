/// The public key of the vendor of the Quickstart's licenses, as a JWK (RFC 8037).
///
/// Licenses/make.sh made it.
let vendorKey = #"{"kty":"OKP","crv":"Ed25519","kid":"quickstart","x":"-czJKVApYofmtjVCHCEtqXVnAhWbqEAP_o0WhQTmPcI"}"#
