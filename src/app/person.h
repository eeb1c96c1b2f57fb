#pragma once

/// Somebody as lists and pages show them, and how one is found by what people type.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/session.h"

namespace app {

/// A person as lists and pages show them.
struct PersonView {
  std::uint32_t person = 0;
  store::Card card;
  [[nodiscard]] std::string id() const { return people::id_text(card.person.code); }
};

/// One row of evidence in words.
struct RowView {
  ledger::Kind kind = ledger::Kind::listed;
  standing::Direction direction = standing::Direction::none;
  base::Instant at{};
  bool day_only = false;
  ledger::Channel channel = ledger::Channel::unknown;
  std::string source;  ///< "calendar", "mail", …: the first part of its reference.
  std::string note;    ///< Title or subject.
  std::string place;
  double confidence = 1;
  bool counts = true;
};

/// By any part of a name, or by whole words of it only: where the words may be no name at all.
enum class Naming { part, whole_words };
/// Exactly one person: Fault::not_found, or Fault::ambiguous with the candidates in the problem.
[[nodiscard]] base::Result<PersonView> find(Session& session, std::string_view text, Naming naming = Naming::part);
[[nodiscard]] base::Result<PersonView> view(Session& session, std::uint32_t person);

/// The handle by which rulings and evidence name them.
[[nodiscard]] base::Result<ledger::Handle> leader(Session& session, const PersonView& person);
[[nodiscard]] base::Result<std::vector<ledger::Handle>> leaders(Session& session, const std::vector<PersonView>& persons);

}  // namespace app
