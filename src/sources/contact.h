#pragma once

/// One entry of an address book kept as a table, whichever program wrote it.

#include <string>
#include <string_view>
#include <vector>

#include "sources/sources.h"

namespace sources {

struct Contact {
  std::string name;  ///< As shown; empty: made from `given` and `family`.
  std::string given;
  std::string family;
  std::string nickname;
  std::string company;
  std::string title;
  std::string city;
  std::string country;
  std::string birthday;  ///< "1980-01-22" or "--01-22"; other shapes are not kept.
  std::string note;
  std::vector<std::string> emails;
  std::vector<std::string> phones;
  std::vector<std::string> urls;
  std::vector<std::string> labels;
  std::vector<std::string> related;  ///< As related_note writes them.
};

/// A tie to somebody else as a note, "spouse: Otto Example": seldom more is given than a name. Empty
/// where `who` is no name but the id of another card.
[[nodiscard]] std::string related_note(std::string_view kind, std::string_view who);

/// The values of a cell that holds several ("a@x ::: b@y", "a@x, b@y; c@z").
void add_values(std::vector<std::string>& to, std::string_view cell);

/// Gives `contact` to the sink as one of the "contacts": listed, with what the entry claims. The
/// first mail address is the handle, else the first phone, LinkedIn profile, or the name; the
/// others are `same`. An entry with none of these is left out.
void add_contact(Sink& sink, const Contact& contact);

}  // namespace sources
