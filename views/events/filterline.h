// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/query/filter.h"

#include <QLineEdit>

#include <vector>

class QCompleter;
class QModelIndex;
class QStandardItemModel;

namespace auditloupe {

class CaseSession;
class FilterValues;

/// The condition as text, with completion: the names of fields, the values that they have in the
/// session's case, and the word that joins conditions.
class FilterLine : public QLineEdit
{
    Q_OBJECT

public:
    explicit FilterLine(const CaseSession &session, QWidget *parent = nullptr);

protected:
    bool focusNextPrevChild(bool next) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Offer
    {
        QString text = {};
        QString note = {};
        int rank = 0; ///< the best is 0
    };

    /// Who asks: somebody who types is not disturbed by a list of everything.
    enum class Asked { ByTyping, ByKey };

    void offer(Asked asked);
    void refreshOffer();
    std::vector<Offer> offersFor(const FilterWord &word) const;
    static std::vector<Offer> wordsOf(const FilterWord &word, std::vector<Offer> words);
    static std::vector<Offer> operatorsOf(const FilterWord &word);
    static std::vector<Offer> namesOf(const FilterWord &word);
    std::vector<Offer> valuesOf(const FilterWord &word) const;
    void show(std::vector<Offer> offers);
    QRect placeOfOffers() const;
    void complete(const QModelIndex &index);

    FilterValues *m_values;
    QCompleter *m_completer;
    QStandardItemModel *m_offers;
    FilterWord m_word; // what the offers complete
};

} // namespace auditloupe
