// The functions of libcrypto that protect passwords and sessions: scrypt, SHA-256, and a comparison in constant time.
#ifndef C_NODE_CRYPTO_SHIM_H
#define C_NODE_CRYPTO_SHIM_H

#include <openssl/crypto.h>
#include <openssl/evp.h>

#endif
