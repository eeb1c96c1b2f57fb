#include "formats/bytes.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include "base/output.h"
#include "base/try.h"

namespace formats {

namespace {

class FileBytes : public Bytes {
 public:
  FileBytes(int file, std::string path) : file_(file), path_(std::move(path)) {}
  FileBytes(const FileBytes&) = delete;
  FileBytes& operator=(const FileBytes&) = delete;
  ~FileBytes() override { ::close(file_); }

  base::Result<std::size_t> read(std::span<char> to) override {
    for (;;) {
      const ssize_t got = ::read(file_, to.data(), to.size());
      if (got >= 0) return static_cast<std::size_t>(got);
      if (errno == EINTR) continue;
      return base::fail(base::Fault::unreadable, path_, base::say("formats.cannot-read", {{"errno", std::strerror(errno)}}));
    }
  }

  [[nodiscard]] std::string path() const override { return path_; }

 private:
  int file_;
  std::string path_;
};

class TextBytes : public Bytes {
 public:
  explicit TextBytes(std::string_view text) : rest_(text) {}
  base::Result<std::size_t> read(std::span<char> to) override {
    const std::size_t size = std::min(to.size(), rest_.size());
    std::memcpy(to.data(), rest_.data(), size);
    rest_.remove_prefix(size);
    return size;
  }

 private:
  std::string_view rest_;
};

class Rejoined : public Bytes {
 public:
  Rejoined(std::string_view head, Bytes& tail) : head_(head), tail_(tail) {}
  base::Result<std::size_t> read(std::span<char> to) override {
    if (head_.empty()) return tail_.read(to);
    const std::size_t size = std::min(to.size(), head_.size());
    std::memcpy(to.data(), head_.data(), size);
    head_.remove_prefix(size);
    return size;
  }
  [[nodiscard]] std::string path() const override { return tail_.path(); }

 private:
  std::string_view head_;
  Bytes& tail_;
};

}  // namespace

base::Result<std::unique_ptr<Bytes>> open_file(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) {
    const int why = errno;
    return base::fail(base::Fault::unreadable, path, base::say("formats.cannot-opened", {{"why", std::strerror(why)}}),
                      why == ENOENT   ? base::say("formats.check-name")
                      : why == EACCES ? base::say("formats.give-yourself-permission-read")
                                      : base::Message{});
  }
  ::posix_fadvise(file, 0, 0, POSIX_FADV_SEQUENTIAL);
  return std::make_unique<FileBytes>(file, path);
}

std::unique_ptr<Bytes> bytes_of(std::string_view text) { return std::make_unique<TextBytes>(text); }

std::unique_ptr<Bytes> rejoin(std::string_view head, Bytes& tail) { return std::make_unique<Rejoined>(head, tail); }

base::Result<std::string> as_file(Bytes& bytes, const std::string& spool) {
  if (std::string own = bytes.path(); !own.empty()) return own;
  TRY(file, base::OutFile::open(spool, base::OutFile::For::scratch));
  std::array<char, 65'536> part;
  for (;;) {
    TRY(got, bytes.read(part));
    if (got == 0) break;
    file->out().write(part.data(), static_cast<std::streamsize>(got));
    if (!file->out()) break;  // `keep` says why.
  }
  CHECK(file->keep());
  return spool;
}

base::Result<std::string> read_head(Bytes& bytes, std::size_t size_max) {
  const auto buffer = std::make_unique_for_overwrite<char[]>(size_max);
  std::size_t used = 0;
  while (used < size_max) {
    const auto got = bytes.read(std::span<char>(buffer.get(), size_max).subspan(used));
    if (!got) return base::fail(got.error());
    if (*got == 0) break;
    used += *got;
  }
  return std::string(buffer.get(), used);
}

}  // namespace formats
