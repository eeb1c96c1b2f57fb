#pragma once

#include <string>
#include <vector>

#include "base/result.h"

namespace app {

/// What is imported, told and undone as one file: a file, an archive, a LinkedIn folder, a Maildir,
/// a folder of single messages.
struct Unit {
  std::string path;                ///< As told to people.
  std::vector<std::string> files;  ///< In order of name.
  bool named = true;               ///< Given by name: then not knowing its kind is an error.
};

struct Units {
  std::vector<Unit> units;
  std::vector<base::Problem> problems;  ///< Folders and files that cannot be opened.
};

/// Every unit under `paths`, in the order given; folders are walked, links to folders are not.
[[nodiscard]] Units find_units(const std::vector<std::string>& paths);

}  // namespace app
