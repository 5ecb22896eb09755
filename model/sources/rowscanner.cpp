// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/sources/rowscanner.h"

namespace auditloupe {

void RowScanner::reset(char delimiter)
{
    m_position = 0;
    m_state = State::CellStart;
    m_delimiter = delimiter;
}

RowScanner::Status RowScanner::scan(std::string_view bytes)
{
    while (m_position < bytes.size()) {
        if (m_state == State::Quoted) {
            m_position = bytes.find('"', m_position);
            if (m_position == std::string_view::npos) {
                m_position = bytes.size();
                return Status::NeedMore;
            }
            m_state = State::QuoteSeen;
            ++m_position;
            continue;
        }
        const char c = bytes[m_position];
        if (c == '\n') {
            return Status::Done;
        }
        if (c == '"' && m_state != State::Plain) {
            m_state = State::Quoted; // the cell's first quote, or one of a pair inside it
        } else if (c == m_delimiter) {
            m_state = State::CellStart;
        } else if (m_state == State::QuoteSeen && c != '\r') {
            return Status::Malformed;
        } else if (c != '\r') {
            m_state = State::Plain;
        }
        ++m_position;
    }
    return Status::NeedMore;
}

} // namespace auditloupe
