// The part of libcrypto that licences need, without what OpenSSL 3 deprecates.
#ifndef C_LICENSE_OPENSSL_SHIM_H
#define C_LICENSE_OPENSSL_SHIM_H

#ifndef OPENSSL_NO_DEPRECATED
#define OPENSSL_NO_DEPRECATED
#endif

#include <openssl/opensslv.h>
#if OPENSSL_VERSION_MAJOR < 3
#error "swift-licensing needs OpenSSL 3.0 or later"
#endif

#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/provider.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

#endif
