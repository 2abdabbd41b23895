// The part of libcrypto that the package uses, without functions that are deprecated in OpenSSL 3.
#ifndef C_LICENSE_OPENSSL_SHIM_H
#define C_LICENSE_OPENSSL_SHIM_H

#ifndef OPENSSL_NO_DEPRECATED
#define OPENSSL_NO_DEPRECATED
#endif

#include <openssl/opensslv.h>
#if OPENSSL_VERSION_MAJOR < 3
#error "swift-licensing needs OpenSSL 3.0 or later"
#endif

#include <openssl/bn.h>
#include <openssl/conf.h>
#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/params.h>
#include <openssl/pkcs12.h>
#include <openssl/provider.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

// EVP_DigestVerifyInit_ex or EVP_DigestSignInit_ex. The function is a parameter, so that a program that only verifies
// signatures does not link the function that creates them.
typedef int (*CLicenseOpenSSL_Start)(
    EVP_MD_CTX *context, EVP_PKEY_CTX **key_context, const char *digest, OSSL_LIB_CTX *library, const char *properties,
    EVP_PKEY *key, const OSSL_PARAM parameters[]
);

// Starts ECDSA, or Ed25519 if the digest is NULL. Neither has further parameters.
static inline int CLicenseOpenSSL_init_plain(
    CLicenseOpenSSL_Start start, EVP_MD_CTX *context, const char *digest, OSSL_LIB_CTX *library, EVP_PKEY *key
) {
    return start(context, NULL, digest, library, NULL, key, NULL);
}

// Starts RSASSA-PSS, with the same digest for MGF1, and a salt that is exactly as long as the digest. By default,
// libcrypto accepts a salt of any length, and signs with the longest possible salt.
static inline int CLicenseOpenSSL_init_pss(
    CLicenseOpenSSL_Start start, EVP_MD_CTX *context, const char *digest, OSSL_LIB_CTX *library, EVP_PKEY *key
) {
    const OSSL_PARAM parameters[] = {
        OSSL_PARAM_construct_utf8_string(OSSL_SIGNATURE_PARAM_PAD_MODE, (char *)OSSL_PKEY_RSA_PAD_MODE_PSS, 0),
        OSSL_PARAM_construct_utf8_string(OSSL_SIGNATURE_PARAM_MGF1_DIGEST, (char *)digest, 0),
        OSSL_PARAM_construct_utf8_string(OSSL_SIGNATURE_PARAM_PSS_SALTLEN, (char *)OSSL_PKEY_RSA_PSS_SALT_LEN_DIGEST, 0),
        OSSL_PARAM_construct_end(),
    };
    return start(context, NULL, digest, library, NULL, key, parameters);
}

// Starts RSASSA-PKCS1-v1_5.
static inline int CLicenseOpenSSL_init_pkcs1(
    CLicenseOpenSSL_Start start, EVP_MD_CTX *context, const char *digest, OSSL_LIB_CTX *library, EVP_PKEY *key
) {
    const OSSL_PARAM parameters[] = {
        OSSL_PARAM_construct_utf8_string(OSSL_SIGNATURE_PARAM_PAD_MODE, (char *)OSSL_PKEY_RSA_PAD_MODE_PKCSV15, 0),
        OSSL_PARAM_construct_end(),
    };
    return start(context, NULL, digest, library, NULL, key, parameters);
}

// Starts SM2 with the signer id of GB/T 35276. By default, libcrypto 3.0 uses an empty id.
static inline int CLicenseOpenSSL_init_sm2(
    CLicenseOpenSSL_Start start, EVP_MD_CTX *context, const char *digest, OSSL_LIB_CTX *library, EVP_PKEY *key
) {
    EVP_PKEY_CTX *key_context = NULL;
    // libcrypto 3.0 does not accept the id as a parameter together with the digest.
    return start(context, &key_context, digest, library, NULL, key, NULL) == 1
        && EVP_PKEY_CTX_set1_id(key_context, "1234567812345678", 16) == 1;
}

// Creates a private key from the curve's name, the uncompressed public point, and the private number in native byte
// order. Returns NULL if libcrypto refuses them.
static inline EVP_PKEY *CLicenseOpenSSL_curve_key(
    EVP_PKEY_CTX *context, const char *curve, const unsigned char *point, size_t point_size, const unsigned char *number,
    size_t number_size
) {
    EVP_PKEY *key = NULL;
    OSSL_PARAM parameters[] = {
        OSSL_PARAM_construct_utf8_string(OSSL_PKEY_PARAM_GROUP_NAME, (char *)curve, 0),
        OSSL_PARAM_construct_octet_string(OSSL_PKEY_PARAM_PUB_KEY, (void *)point, point_size),
        OSSL_PARAM_construct_BN(OSSL_PKEY_PARAM_PRIV_KEY, (unsigned char *)number, number_size),
        OSSL_PARAM_construct_end(),
    };
    if (EVP_PKEY_fromdata_init(context) != 1 || EVP_PKEY_fromdata(context, &key, EVP_PKEY_KEYPAIR, parameters) != 1) {
        return NULL;
    }
    return key;
}

// Creates a private RSA key from the numbers n, e, d, p, q, dp, dq, and qi in native byte order. Returns NULL if
// libcrypto refuses them.
static inline EVP_PKEY *CLicenseOpenSSL_rsa_key(
    EVP_PKEY_CTX *context, const unsigned char *const numbers[8], const size_t sizes[8]
) {
    static const char *const names[8] = {
        OSSL_PKEY_PARAM_RSA_N, OSSL_PKEY_PARAM_RSA_E, OSSL_PKEY_PARAM_RSA_D, OSSL_PKEY_PARAM_RSA_FACTOR1,
        OSSL_PKEY_PARAM_RSA_FACTOR2, OSSL_PKEY_PARAM_RSA_EXPONENT1, OSSL_PKEY_PARAM_RSA_EXPONENT2,
        OSSL_PKEY_PARAM_RSA_COEFFICIENT1,
    };
    EVP_PKEY *key = NULL;
    OSSL_PARAM parameters[9];
    for (int index = 0; index < 8; index++) {
        parameters[index] = OSSL_PARAM_construct_BN(names[index], (unsigned char *)numbers[index], sizes[index]);
    }
    parameters[8] = OSSL_PARAM_construct_end();
    if (EVP_PKEY_fromdata_init(context) != 1 || EVP_PKEY_fromdata(context, &key, EVP_PKEY_KEYPAIR, parameters) != 1) {
        return NULL;
    }
    return key;
}

#endif
