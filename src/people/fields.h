#pragma once

/// Each field of a person, described once. The card that keeps somebody, the words by which they are found, the facets of
/// lists, JSON, and where each fact comes from (`show --facts`) all follow this table.

#include <concepts>
#include <optional>
#include <string_view>
#include <type_traits>

#include "ledger/ledger.h"
#include "people/people.h"

namespace people {

struct PersonField {
  std::string_view name;                ///< As in JSON.
  bool found = false;                   ///< Searches look through it.
  bool facet = false;                   ///< Lists can be narrowed by its values.
  bool sent = false;                    ///< In the JSON of a person, as it is.
  std::optional<ledger::Field> fact{};  ///< What claims say it: it is shown who does.
};

/// Calls `visit(PersonField, value)` for each, in the order in which a card keeps them. `person` may be const.
template <class Visit, class SomePerson>
requires std::same_as<std::remove_const_t<SomePerson>, Person>
void each_field(Visit&& visit, SomePerson& person) {
  using ledger::Field;
  visit(PersonField{.name = "name", .found = true, .sent = true, .fact = Field::name}, person.name);
  visit(PersonField{.name = "company", .found = true, .facet = true, .sent = true, .fact = Field::company}, person.company);
  visit(PersonField{.name = "title", .found = true, .sent = true, .fact = Field::title}, person.title);
  visit(PersonField{.name = "city", .found = true, .facet = true, .sent = true, .fact = Field::city}, person.city);
  visit(PersonField{.name = "birthday", .sent = true, .fact = Field::birthday}, person.birthday);
  visit(PersonField{.name = "emails", .found = true, .sent = true}, person.emails);
  visit(PersonField{.name = "phones", .found = true, .sent = true}, person.phones);
  visit(PersonField{.name = "profiles", .found = true}, person.profiles);
  visit(PersonField{.name = "notes", .found = true}, person.notes);
  visit(PersonField{.name = "labels"}, person.labels);
  visit(PersonField{.name = "tags", .found = true, .facet = true, .sent = true}, person.tags);
  visit(PersonField{.name = "names", .found = true}, person.names);
  visit(PersonField{.name = "job_change", .sent = true}, person.job_change);
  visit(PersonField{.name = "organisation"}, person.organisation);
  visit(PersonField{.name = "let_go", .sent = true}, person.let_go);
  visit(PersonField{.name = "exempt", .sent = true}, person.exempt);
  visit(PersonField{.name = "namesake"}, person.namesake);
  visit(PersonField{.name = "doubtful"}, person.doubtful);
  visit(PersonField{.name = "answer", .sent = true}, person.answer);
}

/// Calls `visit(PersonField, text)` for each text that is not empty, of lists each.
template <class Visit>
void each_text(Visit&& visit, const Person& person) {
  each_field(
      [&](const PersonField& field, const auto& value) {
        using Value = std::remove_cvref_t<decltype(value)>;
        if constexpr (std::same_as<Value, std::string>) {
          if (!value.empty()) visit(field, value);
        } else if constexpr (std::same_as<Value, std::vector<std::string>>) {
          for (const std::string& one : value) visit(field, one);
        }
      },
      person);
}

}  // namespace people
