#include "people/alike.h"

#include <algorithm>
#include <array>
#include <bit>

namespace people {

std::size_t edits(std::string_view a, std::string_view b, std::size_t most) {
  constexpr std::size_t size_max = 200;
  a = a.substr(0, size_max);
  b = b.substr(0, size_max);
  while (!a.empty() && !b.empty() && a.front() == b.front()) {
    a.remove_prefix(1);
    b.remove_prefix(1);
  }
  while (!a.empty() && !b.empty() && a.back() == b.back()) {
    a.remove_suffix(1);
    b.remove_suffix(1);
  }
  const std::size_t apart = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  if (apart > most) return most + 1;
  if (a.empty() || b.empty()) return apart;
  std::array<std::array<std::uint16_t, size_max + 1>, 3> rows;
  for (std::size_t k = 0; k <= b.size(); ++k) rows[0][k] = static_cast<std::uint16_t>(k);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    auto& now = rows[i % 3];
    const auto& last = rows[(i + 2) % 3];
    now[0] = static_cast<std::uint16_t>(i);
    std::uint16_t least = now[0];
    for (std::size_t k = 1; k <= b.size(); ++k) {
      const int other = a[i - 1] == b[k - 1] ? 0 : 1;
      int best = std::min({last[k] + 1, now[k - 1] + 1, last[k - 1] + other});
      if (i > 1 && k > 1 && a[i - 1] == b[k - 2] && a[i - 2] == b[k - 1]) {
        best = std::min(best, rows[(i + 1) % 3][k - 2] + 1);
      }
      now[k] = static_cast<std::uint16_t>(best);
      least = std::min(least, now[k]);
    }
    // A swap reaches back two rows; the row before counts as well.
    if (least > most && *std::min_element(last.begin(), last.begin() + static_cast<std::ptrdiff_t>(b.size()) + 1) > most) {
      return most + 1;
    }
  }
  return std::min<std::size_t>(rows[a.size() % 3][b.size()], most + 1);
}

double jaro_winkler(std::string_view a, std::string_view b) {
  constexpr std::size_t size_max = 64;
  a = a.substr(0, size_max);
  b = b.substr(0, size_max);
  if (a.empty() || b.empty()) return a.empty() && b.empty() ? 1 : 0;
  const std::size_t longer = std::max(a.size(), b.size());
  const std::size_t reach = longer / 2 > 0 ? longer / 2 - 1 : 0;
  std::uint64_t in_a = 0;
  std::uint64_t in_b = 0;
  std::size_t common = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const std::size_t from = i > reach ? i - reach : 0;
    const std::size_t to = std::min(b.size(), i + reach + 1);
    for (std::size_t k = from; k < to; ++k) {
      if ((in_b >> k & 1U) != 0 || a[i] != b[k]) continue;
      in_a |= std::uint64_t{1} << i;
      in_b |= std::uint64_t{1} << k;
      ++common;
      break;
    }
  }
  if (common == 0) return 0;
  std::size_t moved = 0;
  std::size_t k = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if ((in_a >> i & 1U) == 0) continue;
    while ((in_b >> k & 1U) == 0) ++k;
    if (a[i] != b[k]) ++moved;
    ++k;
  }
  const auto c = static_cast<double>(common);
  const double jaro =
      (c / static_cast<double>(a.size()) + c / static_cast<double>(b.size()) + (c - static_cast<double>(moved) / 2) / c) / 3;
  std::size_t prefix = 0;
  while (prefix < std::min({a.size(), b.size(), std::size_t{4}}) && a[prefix] == b[prefix]) ++prefix;
  return jaro + static_cast<double>(prefix) * .1 * (1 - jaro);
}

std::string letters_of(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if ((c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80) out += c;
  }
  return out;
}

std::uint64_t characters(std::string_view text) {
  std::uint64_t set = 0;
  for (const char c : text) {
    const unsigned place = c >= 'a' && c <= 'z'   ? static_cast<unsigned>(c - 'a')
                           : c >= '0' && c <= '9' ? 26U + static_cast<unsigned>(c - '0')
                                                  : 36U + static_cast<unsigned char>(c) % 28U;
    set |= std::uint64_t{1} << place;
  }
  return set;
}

bool one_edit(const Spelled& a, const Spelled& b) {
  if (std::popcount(a.characters & ~b.characters) > 1 || std::popcount(b.characters & ~a.characters) > 1) return false;
  return edits(a.text, b.text, 1) <= 1;
}

bool as_alike(const Spelled& a, const Spelled& b, double least) {
  if (a.text.empty() || b.text.empty()) return false;
  // A character that the other has not is no common one.
  const auto in_a = static_cast<double>(a.text.size()) - std::popcount(a.characters & ~b.characters);
  const auto in_b = static_cast<double>(b.text.size()) - std::popcount(b.characters & ~a.characters);
  const double common = std::min(in_a, in_b);
  const double jaro = (common / static_cast<double>(a.text.size()) + common / static_cast<double>(b.text.size()) + 1) / 3;
  std::size_t prefix = 0;
  while (prefix < 4 && prefix < a.text.size() && prefix < b.text.size() && a.text[prefix] == b.text[prefix]) ++prefix;
  if (jaro + static_cast<double>(prefix) * .1 * (1 - jaro) < least) return false;
  return jaro_winkler(a.text, b.text) >= least;
}

}  // namespace people
