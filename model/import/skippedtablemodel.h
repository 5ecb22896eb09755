// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/casefile/recordtablemodel.h"
#include "model/import/importer.h"

#include <vector>

namespace auditloupe {

/// The files that an import left out, each with the reason.
class SkippedTableModel : public RecordTableModel
{
    Q_OBJECT

public:
    enum class Column { Path, Reason };
    Q_ENUM(Column)

    using RecordTableModel::RecordTableModel;

    void setFiles(std::vector<SkippedFile> files);
    const SkippedFile &fileAt(int row) const { return m_files[static_cast<std::size_t>(row)]; }

private:
    int records() const override { return int(m_files.size()); }
    int columns() const override;
    QString title(int column) const override;
    QVariant value(int row, int column, int role) const override;

    std::vector<SkippedFile> m_files;
};

} // namespace auditloupe
