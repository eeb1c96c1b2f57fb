#pragma once

/// What each cluster shows of itself, and the table that the model compares them by.

#include <deque>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "base/name.h"
#include "ledger/book.h"
#include "people/link_table.h"

namespace people {

inline constexpr std::uint32_t no_cluster = 0xffff'ffff;

/// The names that each identity was shown with: full ones, and what is less ("Ada", "A. Lovelace").
struct ShownNames {
  std::vector<std::vector<base::Name>> full;
  std::vector<std::vector<base::Name>> partial;
};

/// An identity's root, or no_cluster when it must not be joined by what it shows.
using ClusterOf = std::function<std::uint32_t(std::uint32_t)>;

/// One cluster.
struct Face {
  std::uint32_t cluster = 0;
  std::uint32_t leader = 0;              ///< The identity with the least handle: no import changes the order.
  std::vector<const base::Name*> names;  ///< Full ones first.
  std::vector<std::string> emails;
  std::vector<std::string> companies;  ///< base::company_key, ascending.
  std::vector<std::string> birthdays;
  std::string works_at;  ///< One of the companies, as people write it; may be empty.
  std::string title;
  std::string city;
  std::string book;       ///< Which address book has a card of it; may be empty.
  std::string profile;    ///< The address of one on LinkedIn; may be empty.
  std::uint32_t row = 0;  ///< In the table: the first of `rows`.
  std::uint32_t rows = 0;
};

/// What the owner said of two identities.
struct Taught {
  ClusterOf cluster_of;  ///< As if they had never said that two are one.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> same;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> apart;
};

struct Faces {
  std::vector<Face> all;                                       ///< In an order that no import changes.
  std::vector<Face> lessons;                                   ///< Parts of those that the owner put together, as they were.
  LinkTable table;                                             ///< Of both, one behind the other.
  std::vector<std::uint32_t> face_of;                          ///< By row, in `all`; beyond its end: a lesson.
  std::vector<std::uint32_t> of_identity;                      ///< In `all`; no_cluster: none.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> same;   ///< Of `lessons`.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> apart;  ///< Of `all`.
  std::deque<base::Name> made;                                 ///< Read from profiles' addresses.
};

/// The columns of the table.
enum FaceColumn : std::size_t { face_name, face_email, face_company, face_title, face_city, face_birthday, face_columns };

/// Of every cluster with a name or an address. `names` must outlive what is returned.
[[nodiscard]] Faces faces_of(const ledger::Book& book, base::Instant moment, const ShownNames& names, const ClusterOf& cluster_of,
                             const Taught& taught);

/// Whether two cannot be one person, whatever agrees: two profiles, two birthdays, or no name of
/// one that could be the other's, not even by a slip.
[[nodiscard]] bool contradict(const Face& a, const Face& b);

}  // namespace people
