// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>

#include <memory>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

namespace auditloupe::testing {

/// A certificate and its key, both as PEM.
struct TestCertificate
{
    QByteArray certificate = {};
    QByteArray key = {};
};

template <typename T, void (*Free)(T *)>
struct Freer
{
    void operator()(T *pointer) const { Free(pointer); }
};

template <typename Write>
QByteArray toPem(Write write)
{
    struct BioFreer
    {
        void operator()(BIO *bio) const { BIO_free(bio); }
    };
    const std::unique_ptr<BIO, BioFreer> bio(BIO_new(BIO_s_mem()));
    write(bio.get());
    char *bytes = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &bytes);
    return {bytes, size};
}

template <typename T, typename Read>
T *fromPem(const QByteArray &pem, Read read)
{
    BIO *bio = BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size()));
    T *object = read(bio, nullptr, nullptr, nullptr);
    BIO_free(bio);
    return object;
}

inline void addExtension(X509 *certificate, int id, const char *value)
{
    X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, nullptr, id, value);
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
}

/// Valid from `fromDay` to `toDay`, counted from today, for `names` ("IP:127.0.0.1"). Signed by
/// `issuer`, or by itself.
inline TestCertificate makeCertificate(const char *names, int fromDay = -1, int toDay = 1,
                                       const TestCertificate &issuer = {})
{
    constexpr long SecondsADay = 86'400;
    const std::unique_ptr<EVP_PKEY, Freer<EVP_PKEY, EVP_PKEY_free>> key(EVP_EC_gen("P-256"));
    const std::unique_ptr<X509, Freer<X509, X509_free>> certificate(X509_new());
    X509 *x509 = certificate.get();
    X509_set_version(x509, X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(x509), 1);
    X509_gmtime_adj(X509_getm_notBefore(x509), fromDay * SecondsADay);
    X509_gmtime_adj(X509_getm_notAfter(x509), toDay * SecondsADay);
    X509_set_pubkey(x509, key.get());
    X509_NAME *name = X509_get_subject_name(x509);
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC,
                               reinterpret_cast<const unsigned char *>(names), -1, -1, 0);
    addExtension(x509, NID_subject_alt_name, names);
    addExtension(x509, NID_basic_constraints, "critical,CA:TRUE");
    if (issuer.key.isEmpty()) {
        X509_set_issuer_name(x509, name);
        X509_sign(x509, key.get(), EVP_sha256());
    } else {
        const std::unique_ptr<EVP_PKEY, Freer<EVP_PKEY, EVP_PKEY_free>> issuerKey(
            fromPem<EVP_PKEY>(issuer.key, PEM_read_bio_PrivateKey));
        const std::unique_ptr<X509, Freer<X509, X509_free>> above(
            fromPem<X509>(issuer.certificate, PEM_read_bio_X509));
        X509_set_issuer_name(x509, X509_get_subject_name(above.get()));
        X509_sign(x509, issuerKey.get(), EVP_sha256());
    }
    return {.certificate = toPem([&](BIO *bio) { PEM_write_bio_X509(bio, x509); }),
            .key = toPem([&](BIO *bio) {
                PEM_write_bio_PrivateKey(bio, key.get(), nullptr, nullptr, 0, nullptr, nullptr);
            })};
}

} // namespace auditloupe::testing
