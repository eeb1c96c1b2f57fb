#pragma once

/// Tags and attributes of an XML file as they come, for files that are too large or too broken for
/// a real parser: text between tags, comments and declarations pass by; surrogate pairs written as
/// two references are one character; a tag that breaks off ends where the next line begins one.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "formats/bytes.h"

namespace formats {

struct XmlAttribute {
  std::string name;
  std::string value;  ///< Decoded, UTF-8; its first 64 KiB.
};

struct XmlTag {
  std::string name;     ///< As written, at most 200 bytes.
  bool opens = false;   ///< "<a" …
  bool closes = false;  ///< … "</a>"; "<a/>" does both.
  bool broken = false;  ///< It broke off; the attributes are those before the break.
  std::size_t offset = 0;
  std::vector<XmlAttribute> attributes;  ///< At most 200.
};

/// The value of attribute `name`; empty when there is none.
[[nodiscard]] std::string_view attribute(const XmlTag& tag, std::string_view name);
/// "&lt;", "&#10;", "&#55357;&#56832;" as characters; what is no reference stays as it is.
[[nodiscard]] std::string xml_text(std::string_view raw);

class XmlPull {
 public:
  explicit XmlPull(Bytes& bytes) : bytes_(bytes) {}
  /// The next tag; false at the end.
  [[nodiscard]] base::Result<bool> next(XmlTag& tag);
  [[nodiscard]] std::size_t bytes_read() const { return base_ + buffer_.size(); }

 private:
  [[nodiscard]] bool fill();
  [[nodiscard]] int peek();
  int take();
  [[nodiscard]] bool skip_to(std::string_view end);
  [[nodiscard]] bool skip_markup();
  void read_attributes(XmlTag& tag);
  [[nodiscard]] bool read_quoted(int quote, std::string& raw);

  Bytes& bytes_;
  std::string buffer_;
  std::size_t at_ = 0;
  std::size_t base_ = 0;
  base::Result<void> state_;  ///< The fault of the disk, if any.
};

}  // namespace formats
