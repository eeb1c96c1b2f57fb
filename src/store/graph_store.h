#pragma once

/// Who knows whom, as bytes that graph/ packs: a cache beside the cached picture, made when it is first
/// asked for. It belongs to one picture, whose persons it names.

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "store/database.h"
#include "store/shown.h"

namespace store {

class GraphStore {
 public:
  explicit GraphStore(Database& database) : database_(database) {}

  struct Graph {
    std::string cohesion, voices, circles;
    std::vector<std::string> known;  ///< By person; empty, or left out at the end: nobody.
    friend bool operator==(const Graph&, const Graph&) = default;
  };

  /// Whether the one that is kept is of the picture of `key`.
  [[nodiscard]] base::Result<bool> is_of(const PictureKey& key);
  /// In the place of any other; in memory, for this command, where the file may not be written to.
  [[nodiscard]] base::Result<void> save(const PictureKey& key, const Graph& graph);

  [[nodiscard]] base::Result<std::string> cohesion();
  [[nodiscard]] base::Result<std::string> voices();
  [[nodiscard]] base::Result<std::string> circles();
  /// Empty where they know nobody.
  [[nodiscard]] base::Result<std::string> known(std::uint32_t person);
  /// Everything, for comparing and for reading all.
  [[nodiscard]] base::Result<Graph> all();

 private:
  [[nodiscard]] base::Result<void> write(const PictureKey& key, const Graph& graph);
  [[nodiscard]] base::Result<std::string> first(const char* sql);
  Database& database_;
};

}  // namespace store
