#include "app/units.h"

#include <algorithm>
#include <array>
#include <filesystem>

#include "base/text.h"
#include "formats/bytes.h"
#include "formats/zip.h"
#include "sources/sources.h"

namespace app {

namespace {

namespace fs = std::filesystem;

bool is_linkedin_name(const fs::path& path) {
  std::string name = base::lower_ascii(path.filename().string());
  std::erase(name, ' ');
  std::erase(name, '_');
  static constexpr std::array<std::string_view, 5> names = {"connections.csv", "messages.csv", "invitations.csv",
                                                            "profile.csv", "emailaddresses.csv"};
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// Thunderbird's indexes, Maildir's bookkeeping and hidden files say nothing.
bool is_bookkeeping(const fs::path& path) {
  const std::string name = path.filename().string();
  const std::string extension = path.extension().string();
  return name.front() == '.' || extension == ".msf" || extension == ".lock" || name == "table_of_contents" ||
         base::starts_with_no_case(name, "dovecot");
}

class Walker {
 public:
  void walk(const fs::path& path, bool given) {
    std::error_code error;
    const fs::file_status status = given ? fs::status(path, error) : fs::symlink_status(path, error);
    if (!fs::exists(status)) {
      if (given) complain(path, "is not there", "check the name");
    } else if (fs::is_directory(status)) {
      folder(path);
    } else if (fs::is_regular_file(status) || given) {
      out_.units.push_back({path.string(), {path.string()}, given});
    }
  }

  Units take() { return std::move(out_); }

 private:
  void complain(const fs::path& path, std::string what, std::string hint) {
    out_.problems.push_back({base::Fault::unreadable, path.string(), std::move(what), std::move(hint)});
  }

  std::vector<fs::path> entries(const fs::path& path) {
    std::vector<fs::path> all;
    std::error_code error;
    fs::directory_iterator end;
    fs::directory_iterator one(path, error);
    for (; !error && one != end; one.increment(error)) all.push_back(one->path());
    if (error) complain(path, "cannot be read: " + error.message(), "give yourself permission to read it (chmod u+rx)");
    std::sort(all.begin(), all.end());
    return all;
  }

  void all_files(const fs::path& path, std::vector<std::string>& files) {
    for (const fs::path& entry : entries(path)) {
      std::error_code error;
      const fs::file_status status = fs::symlink_status(entry, error);
      if (fs::is_directory(status)) {
        if (entry.filename() != "tmp") all_files(entry, files);
      } else if (fs::is_regular_file(status) && entry.filename().string().front() != '.') {
        files.push_back(entry.string());
      }
    }
  }

  void folder(const fs::path& path) {
    std::error_code error;
    const std::vector<fs::path> inside = entries(path);
    const bool maildir = fs::is_directory(path / "cur", error) && fs::is_directory(path / "new", error);
    const bool linkedin = std::any_of(inside.begin(), inside.end(), is_linkedin_name);
    if (maildir) {
      Unit unit{path.string(), {}};
      all_files(path, unit.files);
      // Only messages: folders of a Maildir also hold indexes and subscriptions.
      std::erase_if(unit.files, [](const std::string& file) {
        const std::string parent = fs::path(file).parent_path().filename().string();
        return parent != "cur" && parent != "new";
      });
      out_.units.push_back(std::move(unit));
      return;
    }
    if (linkedin) {
      Unit unit{path.string(), {}};
      all_files(path, unit.files);
      out_.units.push_back(std::move(unit));
      return;
    }
    Unit letters{path.string(), {}};
    for (const fs::path& entry : inside) {
      if (is_bookkeeping(entry)) continue;
      if (single_message(entry)) {
        letters.files.push_back(entry.string());
      } else {
        walk(entry, false);
      }
    }
    if (!letters.files.empty()) out_.units.push_back(std::move(letters));
  }

  /// One message in a file of its own: a folder of ten thousand of them is one import.
  static bool single_message(const fs::path& path) {
    std::error_code error;
    if (!fs::is_regular_file(fs::symlink_status(path, error))) return false;
    const auto bytes = formats::open_file(path.string());
    if (!bytes) return false;
    const auto head = formats::read_head(**bytes, 8'192);
    if (!head || head->substr(0, 5) == "From " || formats::is_zip(*head)) return false;
    const sources::Source* source = sources::recognise({.path = path.string(), .head = *head});
    return source != nullptr && source->name == "mail";
  }

  Units out_;
};

}  // namespace

Units find_units(const std::vector<std::string>& paths) {
  Walker walker;
  for (const std::string& path : paths) {
    std::string clean = path;
    while (clean.size() > 1 && clean.back() == '/') clean.pop_back();
    walker.walk(clean, true);
  }
  return walker.take();
}

}  // namespace app
