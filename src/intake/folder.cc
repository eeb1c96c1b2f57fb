#include "intake/folder.h"

#include <algorithm>
#include <array>
#include <filesystem>

#include "base/text.h"
#include "formats/bytes.h"
#include "formats/zip.h"
#include "sources/sources.h"

namespace intake {

namespace {

namespace fs = std::filesystem;

/// What lies in a folder; a link is neither.
struct Entry {
  std::string path;
  bool folder = false;
  bool file = false;
  [[nodiscard]] std::string_view name() const { return std::string_view(path).substr(path.rfind('/') + 1); }
};

bool is_linkedin_name(const Entry& entry) {
  std::string name = base::lower_ascii(entry.name());
  std::erase(name, ' ');
  std::erase(name, '_');
  static constexpr std::array<std::string_view, 5> names = {"connections.csv", "messages.csv", "invitations.csv", "profile.csv",
                                                            "emailaddresses.csv"};
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// Thunderbird's indexes, Maildir's bookkeeping and hidden files say nothing.
bool is_bookkeeping(std::string_view name) {
  return name.starts_with('.') || name.ends_with(".msf") || name.ends_with(".lock") || name == "table_of_contents" ||
         name == "maildirfolder" || name == "subscriptions" || base::starts_with_no_case(name, "dovecot") ||
         base::starts_with_no_case(name, "courier");
}

class Walker {
 public:
  void walk(const fs::path& path, bool given) {
    std::error_code error;
    const fs::file_status status = given ? fs::status(path, error) : fs::symlink_status(path, error);
    if (!fs::exists(status)) {
      if (given) complain(path, base::say("intake.not-there"), base::say("intake.check-name"));
    } else if (fs::is_directory(status)) {
      folder(path.string());
    } else if (fs::is_regular_file(status) || given) {
      out_.units.push_back({path.string(), {path.string()}, given});
    }
  }

  Listing take() { return std::move(out_); }

 private:
  void complain(const fs::path& path, base::Message what, base::Message hint) {
    out_.problems.push_back({base::Fault::unreadable, path.string(), std::move(what), std::move(hint)});
  }

  std::vector<Entry> entries(const std::string& path) {
    std::vector<Entry> all;
    std::error_code error;
    fs::directory_iterator end;
    fs::directory_iterator one(path, error);
    for (; !error && one != end; one.increment(error)) {
      std::error_code ignored;  // What vanished meanwhile is neither.
      const bool link = one->is_symlink(ignored);
      all.push_back({one->path().string(), !link && one->is_directory(ignored), !link && one->is_regular_file(ignored)});
    }
    if (error)
      complain(path, base::say("intake.cannot-be-read", {{"why", error.message()}}), base::say("intake.give-permission"));
    std::sort(all.begin(), all.end(), [](const Entry& a, const Entry& b) { return a.path < b.path; });
    return all;
  }

  void all_files(const std::vector<Entry>& inside, std::vector<std::string>& files) {
    for (const Entry& entry : inside) {
      if (entry.folder) all_files(entries(entry.path), files);
      if (entry.file && !entry.name().starts_with('.')) files.push_back(entry.path);
    }
  }

  void folder(const std::string& path) {
    const std::vector<Entry> inside = entries(path);
    const auto has_folder = [&](std::string_view name) {
      return std::any_of(inside.begin(), inside.end(), [&](const Entry& entry) { return entry.folder && entry.name() == name; });
    };
    if (has_folder("cur") && has_folder("new")) return maildir(path, inside);
    if (std::any_of(inside.begin(), inside.end(), is_linkedin_name)) {
      Unit unit{path, {}};
      all_files(inside, unit.parts);
      out_.units.push_back(std::move(unit));
      return;
    }
    Unit letters{path, {}};
    for (const Entry& entry : inside) {
      if (is_bookkeeping(entry.name())) continue;
      if (entry.file && single_message(entry.path)) {
        letters.parts.push_back(entry.path);
      } else {
        walk(entry.path, false);
      }
    }
    if (!letters.parts.empty()) out_.units.push_back(std::move(letters));
  }

  /// The messages of a Maildir and of the folders in it (".Sent") are one unit; what somebody put
  /// beside them is not lost.
  void maildir(const std::string& path, const std::vector<Entry>& inside) {
    Unit unit{path, {}};
    messages(inside, unit.parts);
    out_.units.push_back(std::move(unit));
  }

  void messages(const std::vector<Entry>& inside, std::vector<std::string>& files) {
    for (const Entry& entry : inside) {
      const std::string_view name = entry.name();
      if (entry.folder && (name == "cur" || name == "new")) {
        all_files(entries(entry.path), files);
      } else if (entry.folder && name != "tmp") {
        messages(entries(entry.path), files);
      } else if (entry.file && !is_bookkeeping(name)) {
        walk(entry.path, false);
      }
    }
  }

  /// One message in a file of its own: a folder of ten thousand of them is one import.
  bool single_message(const std::string& path) {
    const auto bytes = formats::open_file(path);
    if (!bytes) return false;
    const auto head = formats::read_head(**bytes, 8'192);
    if (!head || head->substr(0, 5) == "From " || formats::is_zip(*head)) return false;
    last_ = sources::recognise({.path = path, .head = *head}, last_);
    return last_ != nullptr && last_->name == "mail";
  }

  Listing out_;
  const sources::Source* last_ = nullptr;  ///< What the file before was.
};

}  // namespace

base::Result<Listing> Folder::list(std::string_view) {
  Walker walker;
  for (const std::string& path : paths_) {
    std::string clean = path;
    while (clean.size() > 1 && clean.back() == '/') clean.pop_back();
    walker.walk(clean, true);
  }
  return walker.take();
}

base::Result<std::unique_ptr<formats::Bytes>> Folder::open(const std::string& part) { return formats::open_file(part); }

}  // namespace intake
