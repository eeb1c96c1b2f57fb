#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace base {

/// Whether a text keeps its line breaks.
enum class Lines { one, many };

/// Makes text from outside (a title, a place, a note, what somebody typed) fit to be kept and shown
/// anywhere. What steers or hides goes: escape sequences whole, controls, marks and overrides of
/// direction, whatever has no width of its own. Joiners stay where scripts and emoji need them
/// (RFC 5892, appendix A; UTS #51), and so do variation selectors. What is not UTF-8 becomes U+FFFD.
/// White space: none at the ends; in one line a run of it is one blank, of many lines '\n' breaks.
/// At most `bytes_max`. What is clean comes out as it was, to the byte: to clean twice is to clean
/// once.
void clean(std::string& text, std::size_t bytes_max = std::string::npos, Lines lines = Lines::one);
[[nodiscard]] std::string cleaned(std::string_view text, std::size_t bytes_max = std::string::npos, Lines lines = Lines::one);

}  // namespace base
