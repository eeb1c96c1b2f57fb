#pragma once

/// Where bytes go that somebody asked for: standard output, and files that a command is told to
/// write. Every write is checked, to the last flush: what a full disk did not take is told, never
/// passed over.

#include <memory>
#include <ostream>
#include <streambuf>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace base {

/// A stream to a descriptor, which stays open. After the first write that fails the stream is bad,
/// and nothing more is written.
class Output : public std::ostream {
 public:
  /// `name`: what a problem calls it.
  Output(int descriptor, std::string name);

  /// Writes what is still held back. Fault::unreadable where that, or any write before, has failed.
  [[nodiscard]] Result<void> flushed();
  /// The errno of the first write that failed (EPIPE: the reader has gone); 0 when none has.
  [[nodiscard]] int error() const { return buffer_.error; }

 private:
  struct Buffer : std::streambuf {
    explicit Buffer(int to);
    int overflow(int letter) override;
    int sync() override;
    std::streamsize xsputn(const char* bytes, std::streamsize size) override;
    bool write_all(const char* bytes, std::size_t size);
    bool drain();

    int descriptor;
    int error = 0;
    std::vector<char> held;
  };

  Buffer buffer_;
  std::string name_;
};

/// Why `where` could not be written (an errno), and what to do.
[[nodiscard]] Problem unwritten(std::string where, int why);

/// A file that is written beside its place, and put there whole by `keep`; without it nothing is
/// left of it, and what was there before stays. A device or a pipe, which has no "beside", is
/// written to directly.
class OutFile {
 public:
  enum class For {
    everybody,  ///< As the umask says.
    owner,      ///< Mode 0600, whatever it says.
    scratch,    ///< Likewise, and of no use after a power cut: not synced.
  };
  [[nodiscard]] static Result<std::unique_ptr<OutFile>> open(const std::string& path, For whom = For::everybody);
  ~OutFile();
  OutFile(const OutFile&) = delete;
  OutFile& operator=(const OutFile&) = delete;

  [[nodiscard]] std::ostream& out() { return out_; }
  /// Fault::unreadable where a write has failed, or the file cannot be put in its place.
  [[nodiscard]] Result<void> keep();

 private:
  OutFile(int descriptor, std::string path, std::string part, For whom);
  int descriptor_;
  For whom_;
  std::string path_;
  std::string part_;  ///< Where it is written; empty: in its place.
  Output out_;
};

/// All of a file: whole or not at all.
[[nodiscard]] Result<void> write_file(const std::string& path, std::string_view bytes,
                                      OutFile::For whom = OutFile::For::everybody);

/// Where a symbolic link leads, also where nothing is there yet; else `path`. It is what is
/// written, not the link.
[[nodiscard]] std::string behind_links(const std::string& path);

/// Makes the folder and those above it, where they are not there.
[[nodiscard]] Result<void> make_folder(const std::string& path);

/// Puts the file `part`, whose bytes are on the disk, in the place of `path` on the same disk, so
/// that a power cut leaves one or the other.
[[nodiscard]] Result<void> put_in_place(const std::string& part, const std::string& path);

}  // namespace base
