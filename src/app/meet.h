#pragma once

/// What the play "meet" gives: who is where.

#include <optional>
#include <string>
#include <vector>

#include "app/views.h"
#include "base/time.h"
#include "formats/places.h"
#include "plays/visit.h"

namespace app {

/// Who is where the owner goes.
struct TripView {
  formats::Place place;
  base::Days days;
  int within_km = 0;
  struct One {
    PersonView person;
    plays::Visit visit;
    double km = 0;
    bool perhaps = false;                ///< Their town may be another one of that name.
    std::optional<base::Day> last_spoken;
  };
  std::vector<One> people;               ///< The first to see first.
  std::size_t total = 0;                 ///< Of whom `people` are the first.
  std::size_t in_touch = 0;              ///< Everybody with whom the owner is in touch,
  std::size_t located = 0;               ///< and whose town is known.
};

/// Where people live whom the owner never met, and who are one step away.
struct TownView {
  std::string name;
  std::vector<PersonView> people;        ///< By strength.
};

}  // namespace app
