// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "app/commands/queryoutput.h"

#include "model/casefile/rowfields.h"
#include "model/event/masking.h"
#include "model/query/eventdocuments.h"
#include "model/query/eventquery.h"
#include "model/query/fieldsql.h"
#include "model/query/fieldvalue.h"

#include <algorithm>
#include <numeric>

namespace auditloupe {

namespace {

constexpr std::size_t RowsAtOnce = 2048;

/// Counts rows down to the limit.
class Allowance
{
public:
    explicit Allowance(std::optional<std::int64_t> limit)
        : m_left(limit)
    {
    }

    bool isUsedUp() const { return m_left && *m_left <= 0; }

    void use()
    {
        if (m_left) {
            --*m_left;
        }
    }

private:
    std::optional<std::int64_t> m_left;
};

/// Events on their way out, with their further copies where these are wanted.
class EventPrinter
{
public:
    EventPrinter(CaseReader &reader, const QueryOptions &options)
        : m_reader(reader)
        , m_wantsCopies(options.wantsCopies())
        , m_wantsEntries(options.wantsEntries)
        , m_allowance(options.limit)
    {
    }
    virtual ~EventPrinter() = default;
    Q_DISABLE_COPY_MOVE(EventPrinter)

    /// False when nothing more is wanted; failure() tells whether something went wrong.
    bool print(std::span<const EventId> ids)
    {
        const Result<void> printed = printAll(ids);
        if (!printed) {
            m_failure = printed.error();
        }
        return printed && wantsMore();
    }

    bool wantsMore() const { return !m_ended && !m_allowance.isUsedUp(); }
    const std::optional<Error> &failure() const { return m_failure; }

protected:
    virtual Result<void> printAll(std::span<const EventId> ids) = 0;

    CaseReader &reader() { return m_reader; }
    bool wantsEntries() const { return m_wantsEntries; }

    /// Runs `write`, which answers whether the output is still open, unless the limit is reached.
    template <typename Write>
    void printOne(Write write)
    {
        if (wantsMore()) {
            m_allowance.use();
            m_ended = !write();
        }
    }

    /// Runs `print(copy, bytes)` for each further copy of the event.
    template <typename Print>
    Result<void> printCopies(EventId id, Print print)
    {
        if (!m_wantsCopies) {
            return {};
        }
        const Result<std::vector<EventCopy>> copies = m_reader.copiesOf(id);
        if (!copies) {
            return std::unexpected(copies.error());
        }
        for (const EventCopy &copy : *copies) {
            const Result<QByteArray> bytes =
                m_wantsEntries ? m_reader.copyEntryBytes(copy) : m_reader.copyBytes(copy);
            if (!bytes) {
                return std::unexpected(bytes.error());
            }
            print(copy, {bytes->constData(), static_cast<std::size_t>(bytes->size())});
        }
        return {};
    }

private:
    CaseReader &m_reader;
    bool m_wantsCopies = false;
    bool m_wantsEntries = false;
    bool m_ended = false;
    Allowance m_allowance;
    std::optional<Error> m_failure;
};

class RowPrinter : public EventPrinter
{
public:
    RowPrinter(CaseReader &caseReader, const QueryOptions &options,
               std::map<SourceId, SourceInfo> sources, StandardOutput &output)
        : EventPrinter(caseReader, options)
        , m_sources(std::move(sources))
        , m_fields(options.fieldPointers())
        , m_values(m_fields, options.filter.unit)
        , m_writer(RowWriter::make(options.format, options.fieldNames(), output))
        , m_unmasked(options.unmasked)
        , m_masks(!options.unmasked && m_values.needDocument())
    {
    }

    void finish() { m_writer->finish(); }

protected:
    Result<void> printAll(std::span<const EventId> ids) override
    {
        while (!ids.empty() && wantsMore()) {
            const std::size_t count = std::min(RowsAtOnce, ids.size());
            if (const Result<void> printed = printSome(ids.first(count)); !printed) {
                return printed;
            }
            ids = ids.subspan(count);
        }
        return {};
    }

private:
    Result<void> printSome(std::span<const EventId> ids)
    {
        Result<std::vector<EventRow>> rows = reader().rows(ids);
        if (!rows) {
            return std::unexpected(rows.error());
        }
        const Result<std::vector<std::string>> documents = documentsOf(*rows);
        if (!documents) {
            return std::unexpected(documents.error());
        }
        for (std::size_t i = 0; i < rows->size() && wantsMore(); ++i) {
            const Result<void> printed = printRow((*rows)[i], (*documents)[i]);
            if (!printed) {
                return printed;
            }
        }
        return {};
    }

    /// The rows' bytes, empty where no field needs them. Neighbours in time may stand far apart:
    /// they are read in order of id.
    Result<std::vector<std::string>> documentsOf(std::span<const EventRow> rows)
    {
        std::vector<std::string> documents(rows.size());
        if (!m_values.needDocument()) {
            return documents;
        }
        std::vector<std::size_t> places(rows.size());
        std::iota(places.begin(), places.end(), 0);
        std::ranges::sort(places, {}, [&](std::size_t place) { return rows[place].id; });
        std::vector<EventId> ids;
        std::ranges::transform(places, std::back_inserter(ids),
                               [&](std::size_t place) { return rows[place].id; });
        const Result<void> read =
            readDocuments(reader(), ids, [&](std::size_t i, std::string_view document) {
                documents[places[i]] = document;
                return true;
            });
        if (!read) {
            return std::unexpected(read.error());
        }
        return documents;
    }

    Result<void> printRow(EventRow &row, std::string_view document)
    {
        if (!m_unmasked) {
            maskTexts(row);
        }
        write(row, document);
        return printCopies(row.id, [&](const EventCopy &copy, std::string_view bytes) {
            setSource(row, copy.source);
            write(row, bytes);
        });
    }

    void setSource(EventRow &row, SourceId id) const
    {
        row.source = id;
        const auto source = m_sources.find(id);
        const bool isKnown = source != m_sources.end();
        row.sourcePath = isKnown ? std::optional(source->second.path.toStdString()) : std::nullopt;
        row.server = isKnown && !source->second.server.isEmpty()
            ? std::optional(source->second.server.toStdString())
            : std::nullopt;
    }

    void write(const EventRow &row, std::string_view document)
    {
        printOne([&] {
            auto values =
                m_masks ? m_values.of(row, maskCredentials(document)) : m_values.of(row, document);
            maskClientTexts(values);
            return m_writer->write(values);
        });
    }

    void maskClientTexts(std::vector<std::optional<FieldText>> &values) const
    {
        for (std::size_t i = 0; i < values.size() && !m_unmasked; ++i) {
            if (values[i] && isClientText(*m_fields[i])) {
                const std::string text = maskText(values[i]->text);
                values[i] = FieldText{text, jsonString(text)};
            }
        }
    }

    std::map<SourceId, SourceInfo> m_sources;
    std::vector<const Field *> m_fields;
    FieldValues m_values;
    std::unique_ptr<RowWriter> m_writer;
    bool m_unmasked = false;
    bool m_masks = false; // in documents
};

class BytesPrinter : public EventPrinter
{
public:
    BytesPrinter(CaseReader &caseReader, const QueryOptions &options, StandardOutput &output)
        : EventPrinter(caseReader, options)
        , m_output(output)
    {
    }

protected:
    Result<void> printAll(std::span<const EventId> ids) override
    {
        Result<void> done;
        const auto print = [&](std::size_t i, std::string_view bytes) {
            write(bytes);
            done = printCopies(
                ids[i], [this](const EventCopy & /*copy*/, std::string_view copy) { write(copy); });
            return done && wantsMore();
        };
        const Result<void> read =
            wantsEntries() ? readEntries(ids, print) : readDocuments(reader(), ids, print);
        return done ? read : done;
    }

private:
    template <typename Print>
    Result<void> readEntries(std::span<const EventId> ids, const Print &print)
    {
        for (std::size_t i = 0; i < ids.size(); ++i) {
            const Result<QByteArray> bytes = reader().entryBytes(ids[i]);
            if (!bytes) {
                return std::unexpected(bytes.error());
            }
            if (!print(i, {bytes->constData(), static_cast<std::size_t>(bytes->size())})) {
                break;
            }
        }
        return {};
    }

    void write(std::string_view bytes)
    {
        printOne([&] { return m_output.write(bytes) && m_output.write("\n"); });
    }

    StandardOutput &m_output;
};

Result<void> printSelected(EventPrinter &printer, CaseReader &reader, const QueryOptions &options,
                           const SortOrder &order, const JobControl &control)
{
    if (!printer.wantsMore()) {
        return {};
    }
    const Result<void> selected =
        selectEvents(reader, options.filter, order, control,
                     [&printer](std::span<const EventId> ids) { return printer.print(ids); });
    return printer.failure() ? std::unexpected(*printer.failure()) : selected;
}

} // namespace

Result<void> printEvents(CaseReader &reader, const QueryOptions &options, const JobControl &control,
                         StandardOutput &output)
{
    const Result<std::vector<SourceInfo>> sources = reader.sources();
    if (!sources) {
        return std::unexpected(sources.error());
    }
    std::map<SourceId, SourceInfo> byId;
    for (const SourceInfo &source : *sources) {
        byId.emplace(source.id, source);
    }
    RowPrinter printer(reader, options, std::move(byId), output);
    const Result<void> printed =
        printSelected(printer, reader, options, options.order.value_or(SortOrder()), control);
    printer.finish();
    return printed;
}

Result<void> printBytes(CaseReader &reader, const QueryOptions &options, const JobControl &control,
                        StandardOutput &output)
{
    BytesPrinter printer(reader, options, output);
    return printSelected(printer, reader, options,
                         options.order.value_or(SortOrder::by(SortKey::Import)), control);
}

std::optional<FieldText> groupText(const Field &field, const std::optional<std::string> &value)
{
    if (!value) {
        return std::nullopt;
    }
    const bool isNumber = field.type == FieldType::Number || field.type == FieldType::Duration;
    return FieldText{*value, isNumber ? *value : jsonString(*value)};
}

} // namespace auditloupe
