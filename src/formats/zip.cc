#include "formats/zip.h"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>

#include <array>
#include <clocale>
#include <mutex>
#include <optional>
#include <span>
#include <vector>

#include "base/text.h"

namespace formats {

namespace {

constexpr std::size_t archive_read_size = std::size_t{256} << 10U;

// libarchive turns names into the locale's characters and gives none that the locale cannot hold;
// in the "C" locale those are all that are not ASCII.
void use_utf8_names() {
  static std::once_flag once;
  std::call_once(once, [] { std::setlocale(LC_CTYPE, "C.UTF-8"); });
}

// One archive being read: the compressed bytes in, what libarchive says of them, and how much has
// come out.
class Archive {
 public:
  Archive(Bytes& bytes, const ZipLimits& limits)
      : bytes_(bytes), limits_(limits), archive_(archive_read_new()), chunk_(archive_read_size) {}
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;
  ~Archive() { archive_read_free(archive_); }

  [[nodiscard]] base::Result<void> open(bool gzip) {
    use_utf8_names();
    if (gzip) {
      archive_read_support_filter_gzip(archive_);
      archive_read_support_format_raw(archive_);
    } else {
      archive_read_support_format_zip_streamable(archive_);
      archive_read_set_options(archive_, "hdrcharset=UTF-8");
    }
    if (archive_read_open(archive_, this, nullptr, give, nullptr) < ARCHIVE_WARN) return failed();
    return {};
  }

  // ARCHIVE_WARN, too, is a member that can be read.
  [[nodiscard]] base::Result<archive_entry*> next() {
    archive_entry* entry = nullptr;
    const int got = archive_read_next_header(archive_, &entry);
    if (got == ARCHIVE_EOF) return nullptr;
    if (got < ARCHIVE_WARN) return base::fail(failed().error());
    if (++members_ > limits_.members_max) {
      return base::fail(base::Fault::unreadable, {}, base::say("formats.holds-more-files", {{"limits", limits_.members_max}}),
                        base::say("formats.unpack-yourself-import-files"));
    }
    return entry;
  }

  [[nodiscard]] base::Result<std::size_t> read(std::span<char> to) {
    const la_ssize_t got = archive_read_data(archive_, to.data(), to.size());
    if (got < 0) return base::fail(failed().error());
    out_ += static_cast<std::uint64_t>(got);
    const bool swollen = out_ > limits_.ratio_from_bytes && out_ / limits_.ratio_max > in_;
    if (out_ > limits_.bytes_max || swollen) {
      return base::fail(base::Fault::unreadable, {}, base::say("formats.unpacks-far-more-should"),
                        base::say("formats.unpack-yourself-import-files"));
    }
    return static_cast<std::size_t>(got);
  }

  // The rest of a member that the visitor did not want counts towards the limits as well.
  [[nodiscard]] base::Result<void> skip_rest() {
    std::array<char, 65536> waste{};
    for (;;) {
      const auto got = read(waste);
      if (!got) return base::fail(got.error());
      if (*got == 0) return {};
    }
  }

  [[nodiscard]] base::Result<void> failed() const {
    if (!input_problem_.what.empty()) return base::fail(input_problem_);
    const char* const told = archive_error_string(archive_);
    const std::string why = base::to_utf8(told == nullptr ? "unknown reason" : told);
    const std::string lower = base::lower_ascii(why);
    if (base::contains(lower, "encrypt") || base::contains(lower, "passphrase")) return encrypted();
    if (base::contains(lower, "truncated") || base::contains(lower, "unexpected end")) {
      return base::fail(base::Fault::unreadable, {}, base::say("formats.cut-off-before-end"),
                        base::say("formats.download-copy-again"));
    }
    return base::fail(base::Fault::unreadable, {}, base::say("formats.damaged", {{"why", why}}),
                      base::say("formats.download-copy-again"));
  }

  [[nodiscard]] static base::Result<void> encrypted() {
    return base::fail(base::Fault::unreadable, {}, base::say("formats.protected-password"),
                      base::say("formats.unpack-password-import-folder"));
  }

 private:
  static la_ssize_t give(archive*, void* self, const void** data) {
    auto& one = *static_cast<Archive*>(self);
    const auto got = one.bytes_.read(one.chunk_);
    if (!got) {
      one.input_problem_ = got.error();
      return -1;
    }
    one.in_ += *got;
    *data = one.chunk_.data();
    return static_cast<la_ssize_t>(*got);
  }

  Bytes& bytes_;
  const ZipLimits& limits_;
  archive* archive_;
  std::vector<char> chunk_;
  base::Problem input_problem_;
  std::uint64_t in_ = 0;
  std::uint64_t out_ = 0;
  std::uint64_t members_ = 0;
};

class MemberBytes : public Bytes {
 public:
  explicit MemberBytes(Archive& archive) : archive_(archive) {}
  base::Result<std::size_t> read(std::span<char> to) override {
    if (problem) return base::fail(*problem);
    auto got = archive_.read(to);
    if (!got) problem = got.error();
    return got;
  }
  std::optional<base::Problem> problem;

 private:
  Archive& archive_;
};

class GzipBytes : public Bytes {
 public:
  GzipBytes(Bytes& bytes, const ZipLimits& limits) : limits_(limits), archive_(bytes, limits_) {}
  [[nodiscard]] base::Result<void> open() {
    if (auto done = archive_.open(true); !done) return done;
    const auto entry = archive_.next();
    if (!entry) return base::fail(entry.error());
    empty_ = *entry == nullptr;
    return {};
  }
  base::Result<std::size_t> read(std::span<char> to) override {
    if (empty_) return std::size_t{0};
    return archive_.read(to);
  }

 private:
  ZipLimits limits_;
  Archive archive_;
  bool empty_ = false;
};

/// Why a name must not be followed; empty when it may.
base::Message unsafe(std::string_view name) {
  if (name.empty()) return base::say("formats.no-name");
  const bool drive = name.size() > 1 && name[1] == ':';
  if (name.front() == '/' || name.front() == '\\' || drive) return base::say("formats.absolute-path");
  std::string slashes(name);
  for (char& c : slashes) c = c == '\\' ? '/' : c;
  for (const std::string_view part : base::split(slashes, '/')) {
    if (part == "..") return base::say("formats.leads-out");
  }
  return {};
}

}  // namespace

bool is_zip(std::string_view head) { return head.substr(0, 4) == "PK\x03\x04" || head.substr(0, 4) == "PK\x05\x06"; }

bool is_gzip(std::string_view head) { return head.substr(0, 3) == "\x1f\x8b\x08"; }

base::Result<void> read_zip(Bytes& bytes, const ZipVisitor& visitor, const ZipLimits& limits) {
  Archive archive(bytes, limits);
  if (auto done = archive.open(false); !done) return done;
  for (;;) {
    const auto entry = archive.next();
    if (!entry) return base::fail(entry.error());
    if (*entry == nullptr) return {};
    const char* const given = archive_entry_pathname(*entry);
    const std::string name = base::to_utf8(given == nullptr ? "" : given);
    if (archive_entry_is_encrypted(*entry) != 0) return Archive::encrypted();
    const bool folder = archive_entry_filetype(*entry) == AE_IFDIR || (!name.empty() && name.back() == '/');
    const base::Message why = unsafe(name);
    if (!why.empty()) visitor.skipped(name, why);
    if (!folder && why.empty()) {
      MemberBytes member(archive);
      if (!visitor.member(name, member)) return {};
      if (member.problem) return base::fail(*member.problem);
    }
    if (auto done = archive.skip_rest(); !done) return done;
  }
}

base::Result<std::unique_ptr<Bytes>> open_gzip(Bytes& bytes, const ZipLimits& limits) {
  auto opened = std::make_unique<GzipBytes>(bytes, limits);
  if (auto done = opened->open(); !done) return base::fail(done.error());
  return opened;
}

}  // namespace formats
