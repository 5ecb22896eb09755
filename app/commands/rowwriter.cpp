// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "app/commands/rowwriter.h"

#include "app/commands/command.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace auditloupe {

namespace {

/// A spreadsheet takes such a cell for a formula.
bool looksLikeFormula(std::string_view cell)
{
    return !cell.empty() && std::string_view("=+-@\t\r").contains(cell.front());
}

std::string csvCell(std::string_view value)
{
    std::string cell = looksLikeFormula(value) ? "'" : "";
    cell += value;
    if (cell.find_first_of(",\"\r\n") == std::string::npos) {
        return cell;
    }
    std::string quoted = "\"";
    for (const char c : cell) {
        quoted += c == '"' ? std::string_view("\"\"") : std::string_view(&c, 1);
    }
    return quoted + '"';
}

class CsvWriter : public RowWriter
{
public:
    CsvWriter(const std::vector<std::string> &names, StandardOutput &output)
        : m_output(output)
    {
        std::string line;
        for (const std::string &name : names) {
            line += line.empty() ? "" : ",";
            line += csvCell(name);
        }
        m_output.write(line + '\n');
    }

    bool write(Values values) override
    {
        std::string line;
        for (std::size_t i = 0; i < values.size(); ++i) {
            line += i == 0 ? "" : ",";
            line += values[i] ? csvCell(values[i]->text) : std::string();
        }
        return m_output.write(line + '\n');
    }

    bool finish() override { return m_output.flush(); }

private:
    StandardOutput &m_output;
};

class JsonlWriter : public RowWriter
{
public:
    JsonlWriter(const std::vector<std::string> &names, StandardOutput &output)
        : m_output(output)
    {
        for (const std::string &name : names) {
            m_keys.push_back((m_keys.empty() ? "{" : ",") + jsonString(name) + ':');
        }
    }

    bool write(Values values) override
    {
        std::string line;
        for (std::size_t i = 0; i < values.size(); ++i) {
            line += m_keys[i];
            line += values[i] ? values[i]->json : "null";
        }
        return m_output.write(line + "}\n");
    }

    bool finish() override { return m_output.flush(); }

private:
    StandardOutput &m_output;
    std::vector<std::string> m_keys; // with the punctuation before and behind them
};

/// Characters, not bytes. Wide ones are taken for one cell: no terminal agrees with another there.
std::size_t width(std::string_view text)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; }));
}

bool isNumber(const FieldText &value)
{
    return value.json.find_first_of("-0123456789") == 0;
}

/// The first rows decide how wide the columns are; a later cell that is wider is never cut.
class TableWriter : public RowWriter
{
public:
    TableWriter(std::vector<std::string> names, StandardOutput &output)
        : m_output(output)
        , m_widths(names.size(), 0)
        , m_isNumber(names.size(), true)
    {
        m_rows.push_back(std::move(names));
    }

    bool write(Values values) override
    {
        std::vector<std::string> row;
        for (std::size_t i = 0; i < values.size(); ++i) {
            row.push_back(values[i] ? terminalText(values[i]->text) : "-");
            m_isNumber[i] = m_isNumber[i] && (!values[i] || isNumber(*values[i]));
        }
        m_rows.push_back(std::move(row));
        return m_rows.size() < (m_started ? 1U : RowsForWidths) || flushRows();
    }

    bool finish() override
    {
        flushRows();
        return m_output.flush();
    }

private:
    static constexpr std::size_t RowsForWidths = 1000;

    bool flushRows()
    {
        if (!m_started) {
            for (const std::vector<std::string> &row : m_rows) {
                for (std::size_t i = 0; i < row.size(); ++i) {
                    m_widths[i] = std::max(m_widths[i], width(row[i]));
                }
            }
            m_started = true;
        }
        bool open = true;
        for (const std::vector<std::string> &row : m_rows) {
            open = m_output.write(line(row));
        }
        m_rows.clear();
        return open;
    }

    std::string line(const std::vector<std::string> &row) const
    {
        std::string text;
        for (std::size_t i = 0; i < row.size(); ++i) {
            const std::size_t taken = width(row[i]);
            const std::string padding(m_widths[i] - std::min(taken, m_widths[i]), ' ');
            text += i == 0 ? "" : "  ";
            text += m_isNumber[i] ? padding + row[i] : row[i] + padding;
        }
        text.erase(text.find_last_not_of(' ') + 1);
        return text + '\n';
    }

    StandardOutput &m_output;
    std::vector<std::vector<std::string>> m_rows;
    std::vector<std::size_t> m_widths;
    std::vector<bool> m_isNumber;
    bool m_started = false;
};

} // namespace

Result<RowFormat> rowFormat(const QString &name)
{
    if (name.isEmpty() || name == "table"_L1) {
        return RowFormat::Table;
    }
    if (name == "csv"_L1) {
        return RowFormat::Csv;
    }
    if (name == "jsonl"_L1) {
        return RowFormat::Jsonl;
    }
    return std::unexpected(
        Error{.message = commandText(QT_TRANSLATE_NOOP("CommandLine",
                                                       "“%1” cannot be printed here. Formats are "
                                                       "table, csv and jsonl."))
                             .arg(name)});
}

std::unique_ptr<RowWriter> RowWriter::make(RowFormat format, std::vector<std::string> names,
                                           StandardOutput &output)
{
    switch (format) {
    case RowFormat::Csv:
        return std::make_unique<CsvWriter>(names, output);
    case RowFormat::Jsonl:
        return std::make_unique<JsonlWriter>(names, output);
    case RowFormat::Table:
        break;
    }
    return std::make_unique<TableWriter>(std::move(names), output);
}

} // namespace auditloupe
