#include "lab/demo.h"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>

#include <filesystem>

#include "base/output.h"
#include "base/try.h"
#include "lab/demo_files.h"

namespace lab {

namespace {

namespace fs = std::filesystem;

la_ssize_t append(archive*, void* out, const void* data, std::size_t size) {
  static_cast<std::string*>(out)->append(static_cast<const char*>(data), size);
  return static_cast<la_ssize_t>(size);
}

// Without times: zip keeps them by the clock of the machine that writes.
std::string zip_of(const std::vector<DemoFile>& files) {
  std::string out;
  archive* const zip = archive_write_new();
  archive_write_set_format_zip(zip);
  archive_write_set_bytes_per_block(zip, 0);
  archive_write_open(zip, &out, nullptr, append, nullptr);
  for (const auto& [name, content] : files) {
    archive_entry* const entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_size(entry, static_cast<la_int64_t>(content.size()));
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_write_header(zip, entry);
    archive_write_data(zip, content.data(), content.size());
    archive_entry_free(entry);
  }
  archive_write_close(zip);
  archive_write_free(zip);
  return out;
}

// LinkedIn names its archives by the day on which they were asked for.
std::string archive_name(base::Day day) {
  const base::Civil civil = base::civil_of(day);
  return fmt::format("Basic_LinkedInDataExport_{:02}-{:02}-{:04}.zip", civil.month, civil.day, civil.year);
}

}  // namespace

base::Result<void> write_demo(const std::string& folder, int people, std::uint64_t seed, base::Day today) {
  const fs::path root(folder);
  CHECK(base::make_folder(folder));
  std::error_code why;
  if (!fs::is_empty(root, why) && !why) {
    return base::fail(base::Fault::usage, folder, base::say("lab.not-empty"), base::say("lab.choose-new-folder-nothing"));
  }
  const DemoWorld world = make_world(people, seed, today);
  const base::Day asked = today - 2;
  std::vector<DemoFile> files = {
      {archive_name(asked), zip_of(linkedin_files(world))},
      {"All mail.mbox", mbox_file(world)},
      {"contacts.vcf", contacts_file(world)},
      {"calendar.ics", calendar_file(world)},
      {"calls.xml", calls_file(world)},
      {"sms.xml", texts_file(world)},
      {"truth.json", truth_file(world)},
  };
  if (!world.chat.empty()) {
    files.push_back({"WhatsApp Chat with " + world.people[world.chat_with].name() + ".txt", chat_file(world)});
  }
  for (const auto& [name, content] : files) {
    CHECK(base::write_file((root / name).string(), content));
  }
  return {};
}

}  // namespace lab
