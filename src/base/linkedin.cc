#include "base/linkedin.h"

#include <charconv>

#include "base/text.h"

namespace base {

namespace {

std::string percent_decode(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    unsigned value = 0;
    if (text[i] == '%' && i + 2 < text.size() &&
        std::from_chars(text.data() + i + 1, text.data() + i + 3, value, 16).ptr == text.data() + i + 3) {
      out += static_cast<char>(value);
      i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

}  // namespace

Result<LinkedIn> LinkedIn::parse(std::string_view raw) {
  std::string_view text = trim(raw);
  const auto bad = [&] {
    return fail(Fault::bad_input, {}, base::say("base.no-linkedin-profile", {{"raw", printable(raw, 80)}}));
  };
  for (const std::string_view scheme : {"https://", "http://"}) {
    if (starts_with_no_case(text, scheme)) text.remove_prefix(scheme.size());
  }
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return bad();
  std::string_view host = text.substr(0, slash);
  if (const std::size_t dot = host.find('.');
      dot != std::string_view::npos && (dot == 2 || equal_no_case(host.substr(0, dot), "www"))) {
    host.remove_prefix(dot + 1);
  }
  if (!equal_no_case(host, "linkedin.com")) return bad();
  std::string_view path = text.substr(slash);
  path = path.substr(0, path.find_first_of("?#"));
  while (!path.empty() && path.back() == '/') path.remove_suffix(1);
  const bool old_form = starts_with_no_case(path, "/pub/");
  if (old_form) {
    path.remove_prefix(1);
  } else if (starts_with_no_case(path, "/in/")) {
    path.remove_prefix(4);
    path = path.substr(0, path.find('/'));  // "/in/slug/de" carries a language.
  } else {
    return bad();
  }
  std::string slug = to_utf8(percent_decode(path));
  if (slug.empty() || slug.size() > 200) return bad();
  return LinkedIn(all_ascii(slug) ? lower_ascii(slug) : slug);
}

std::string LinkedIn::url() const {
  if (slug_.substr(0, 4) == "pub/") return "https://www.linkedin.com/" + slug_;
  return "https://www.linkedin.com/in/" + slug_;
}

}  // namespace base
