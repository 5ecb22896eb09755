// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/base/sha256.h"

#include <openssl/evp.h>

namespace auditloupe {

namespace {

struct FreeContext
{
    void operator()(EVP_MD_CTX *context) const { EVP_MD_CTX_free(context); }
};

} // namespace

struct Sha256::Private
{
    std::unique_ptr<EVP_MD_CTX, FreeContext> context{EVP_MD_CTX_new()};
};

Sha256::Sha256()
    : d(std::make_unique<Private>())
{
    EVP_DigestInit_ex(d->context.get(), EVP_sha256(), nullptr);
}

Sha256::~Sha256() = default;

void Sha256::add(std::string_view bytes)
{
    EVP_DigestUpdate(d->context.get(), bytes.data(), bytes.size());
}

QByteArray Sha256::result()
{
    QByteArray sum(EVP_MAX_MD_SIZE, '\0');
    unsigned size = 0;
    EVP_DigestFinal_ex(d->context.get(), reinterpret_cast<unsigned char *>(sum.data()), &size);
    sum.resize(size);
    return sum;
}

} // namespace auditloupe
