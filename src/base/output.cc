#include "base/output.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

namespace base {

namespace {

constexpr std::size_t held_bytes = std::size_t{1} << 16U;
constexpr mode_t everybodys = 0666, owners = 0600;

bool sync_to_disk(int descriptor) {
  return ::fsync(descriptor) == 0 || errno == EINVAL || errno == EROFS || errno == ENOTSUP;  // Where nothing can be synced.
}

/// A new file beside `path`, of a name that no other process or thread uses; `part` is that name.
/// -1: errno says why.
int open_beside(const std::string& path, mode_t mode, std::string& part) {
  static std::atomic<unsigned> count = 0;
  for (;;) {
    part = fmt::format("{}.part-{}-{}", path, ::getpid(), ++count);
    const int file = ::open(part.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, mode);
    if (file >= 0 || errno != EEXIST) return file;  // One is there: a process of the same number was killed.
  }
}

Result<void> renamed(const std::string& part, const std::string& path) {
  if (std::rename(part.c_str(), path.c_str()) != 0) return fail(unwritten(path, errno));
  return {};
}

}  // namespace

Problem unwritten(std::string where, int why) {
  Message hint = say("base.give-permission-to-write");
  if (why == ENOSPC || why == EDQUOT) hint = say("base.make-room");
  if (why == EFBIG) hint = say("base.raise-limit");
  if (why == EIO) hint = say("base.check-disk");
  if (why == ENOENT || why == ENOTDIR) hint = say("base.check-name-and-folder");
  return {Fault::unreadable, std::move(where), base::say("base.cannot-written", {{"why", std::strerror(why)}}), std::move(hint)};
}

Output::Buffer::Buffer(int to) : descriptor(to), held(held_bytes) { setp(held.data(), held.data() + held.size()); }

bool Output::Buffer::write_all(const char* bytes, std::size_t size) {
  while (size > 0 && error == 0) {
    const ssize_t wrote = ::write(descriptor, bytes, size);
    if (wrote > 0) {
      bytes += wrote;
      size -= static_cast<std::size_t>(wrote);
    } else if (wrote < 0 && errno == EAGAIN) {  // Somebody made it a descriptor that does not wait.
      pollfd until{.fd = descriptor, .events = POLLOUT, .revents = 0};
      ::poll(&until, 1, -1);
    } else if (wrote == 0 || errno != EINTR) {
      error = wrote == 0 ? EIO : errno;
    }
  }
  return error == 0;
}

bool Output::Buffer::drain() {
  const bool written = write_all(pbase(), static_cast<std::size_t>(pptr() - pbase()));
  setp(held.data(), held.data() + held.size());
  return written;
}

int Output::Buffer::overflow(int letter) {
  if (!drain()) return traits_type::eof();
  if (traits_type::eq_int_type(letter, traits_type::eof())) return traits_type::not_eof(letter);
  return sputc(traits_type::to_char_type(letter));
}

int Output::Buffer::sync() { return drain() ? 0 : -1; }

std::streamsize Output::Buffer::xsputn(const char* bytes, std::streamsize size) {
  if (size <= epptr() - pptr()) {
    std::memcpy(pptr(), bytes, static_cast<std::size_t>(size));
    pbump(static_cast<int>(size));
    return size;
  }
  if (!drain()) return 0;
  if (size < epptr() - pptr()) return xsputn(bytes, size);
  return write_all(bytes, static_cast<std::size_t>(size)) ? size : 0;
}

Output::Output(int descriptor, std::string name) : std::ostream(nullptr), buffer_(descriptor), name_(std::move(name)) {
  rdbuf(&buffer_);
}

Result<void> Output::flushed() {
  flush();
  if (error() == 0 && good()) return {};
  return base::fail(unwritten(name_, error() == 0 ? EIO : error()));
}

OutFile::OutFile(int descriptor, std::string path, std::string part, For whom)
    : descriptor_(descriptor), whom_(whom), path_(std::move(path)), part_(std::move(part)), out_(descriptor, path_) {}

Result<std::unique_ptr<OutFile>> OutFile::open(const std::string& path, For whom) {
  namespace fs = std::filesystem;
  std::error_code error;
  const std::string target = behind_links(path);
  const fs::file_status there = fs::status(target, error);
  if (fs::is_directory(there)) return fail(unwritten(path, EISDIR));
  std::string part;
  const bool beside = !fs::exists(there) || fs::is_regular_file(there);
  const int file = beside ? open_beside(target, whom == For::everybody ? everybodys : owners, part)
                          : ::open(target.c_str(), O_WRONLY | O_CLOEXEC);
  if (file < 0) return fail(unwritten(path, errno));
  std::unique_ptr<OutFile> opened(new OutFile(file, target, part, whom));
  if (beside && whom != For::everybody && ::fchmod(file, owners) != 0) return fail(unwritten(path, errno));
  return opened;
}

OutFile::~OutFile() {
  ::close(descriptor_);
  if (!part_.empty()) ::unlink(part_.c_str());
}

Result<void> OutFile::keep() {
  if (auto written = out_.flushed(); !written) return written;
  if (part_.empty()) return {};
  if (whom_ != For::scratch && !sync_to_disk(descriptor_)) return fail(unwritten(path_, errno));
  auto placed = whom_ == For::scratch ? renamed(part_, path_) : put_in_place(part_, path_);
  if (placed) part_.clear();
  return placed;
}

std::string behind_links(const std::string& path) {
  namespace fs = std::filesystem;
  std::error_code error;
  constexpr int links_max = 40;  // As Linux has it.
  fs::path at = path;
  for (int i = 0; i < links_max && fs::is_symlink(at, error); ++i) at = at.parent_path() / fs::read_symlink(at, error);
  return at.string();
}

Result<void> write_file(const std::string& path, std::string_view bytes, OutFile::For whom) {
  auto file = OutFile::open(path, whom);
  if (!file) return fail(file.error());
  (*file)->out() << bytes;
  return (*file)->keep();
}

Result<void> make_folder(const std::string& path) {
  std::error_code error;
  std::filesystem::create_directories(path, error);
  if (std::filesystem::is_directory(path)) return {};
  return fail(unwritten(path, error ? error.value() : ENOTDIR));
}

Result<void> put_in_place(const std::string& part, const std::string& path) {
  if (auto done = renamed(part, path); !done) return done;
  const std::string folder = std::filesystem::path(path).parent_path().string();
  const int file = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  // A folder that may be written to but not read cannot be synced; the file is in its place all the
  // same.
  if (file < 0) return {};
  const bool synced = sync_to_disk(file);
  const int why = errno;
  ::close(file);
  if (!synced) return fail(unwritten(path, why));
  return {};
}

}  // namespace base
