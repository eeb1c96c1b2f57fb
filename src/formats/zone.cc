#include "formats/zone.h"

#include <unicode/basictz.h>
#include <unicode/timezone.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <map>
#include <mutex>
#include <utility>

#include "base/text.h"

namespace formats {

namespace {

class FixedZone : public Zone {
 public:
  explicit FixedZone(std::int64_t offset) : offset_(offset) {}
  [[nodiscard]] std::int64_t to_utc(std::int64_t local) const override { return local - offset_; }
  [[nodiscard]] std::int64_t to_local(std::int64_t utc) const override { return utc + offset_; }

 private:
  std::int64_t offset_;
};

class TableZone : public Zone {
 public:
  explicit TableZone(std::vector<Transition> transitions) : transitions_(std::move(transitions)) {
    std::stable_sort(transitions_.begin(), transitions_.end(),
                     [](const Transition& a, const Transition& b) { return a.utc < b.utc; });
  }
  [[nodiscard]] std::int64_t to_utc(std::int64_t local) const override {
    // The offset before the change settles both cases: it gives the first of two readings, and
    // reads a skipped time as if the clock had not been changed.
    const std::int64_t day = 86'400;
    const std::int64_t before = offset_at(local - day);
    const std::int64_t early = local - before;
    if (offset_at(early) == before) return early;
    const std::int64_t late = local - offset_at(early);
    return offset_at(late) == offset_at(early) ? late : early;
  }
  [[nodiscard]] std::int64_t to_local(std::int64_t utc) const override { return utc + offset_at(utc); }

 private:
  [[nodiscard]] std::int64_t offset_at(std::int64_t utc) const {
    const auto after = std::upper_bound(transitions_.begin(), transitions_.end(), utc,
                                        [](std::int64_t at, const Transition& one) { return at < one.utc; });
    return after == transitions_.begin() ? after->offset_seconds : std::prev(after)->offset_seconds;
  }

  std::vector<Transition> transitions_;
};

class NamedZone : public Zone {
 public:
  explicit NamedZone(std::unique_ptr<icu::BasicTimeZone> zone) : zone_(std::move(zone)) {}
  [[nodiscard]] std::int64_t to_utc(std::int64_t local) const override { return local - offset(local, true); }
  [[nodiscard]] std::int64_t to_local(std::int64_t utc) const override { return utc + offset(utc, false); }

 private:
  [[nodiscard]] std::int64_t offset(std::int64_t seconds, bool local) const {
    std::int32_t raw = 0;
    std::int32_t daylight = 0;
    UErrorCode status = U_ZERO_ERROR;
    const auto milliseconds = static_cast<double>(seconds) * 1000.0;
    if (local) {
      zone_->getOffsetFromLocal(milliseconds, UCAL_TZ_LOCAL_FORMER, UCAL_TZ_LOCAL_FORMER, raw, daylight, status);
    } else {
      zone_->getOffset(milliseconds, 0, raw, daylight, status);
    }
    return U_FAILURE(status) ? 0 : (raw + daylight) / 1000;
  }

  std::unique_ptr<icu::BasicTimeZone> zone_;
};

ZonePtr iana(std::string_view name) {
  if (name.empty() || name.size() > 100 || !base::all_ascii(name)) return nullptr;
  const auto id = icu::UnicodeString::fromUTF8(icu::StringPiece(name.data(), static_cast<std::int32_t>(name.size())));
  std::unique_ptr<icu::TimeZone> zone(icu::TimeZone::createTimeZone(id));
  if (!zone || *zone == icu::TimeZone::getUnknown()) return nullptr;
  auto* basic = dynamic_cast<icu::BasicTimeZone*>(zone.get());
  if (basic == nullptr) return nullptr;
  static_cast<void>(zone.release());
  return std::make_shared<NamedZone>(std::unique_ptr<icu::BasicTimeZone>(basic));
}

// "/mozilla.org/20050126_1/Europe/Stockholm", "America-Chicago", "Europe/New York".
ZonePtr iana_behind_prefix(std::string_view name) {
  for (std::string_view rest = name; !rest.empty();) {
    if (ZonePtr zone = iana(rest)) return zone;
    const std::size_t slash = rest.find('/');
    if (slash == std::string_view::npos) break;
    rest.remove_prefix(slash + 1);
  }
  std::string other(name);
  for (char& c : other) c = c == ' ' ? '_' : c;
  if (ZonePtr zone = iana(other)) return zone;
  if (const std::size_t dash = other.find('-'); dash != std::string::npos) {
    other[dash] = '/';
    if (ZonePtr zone = iana(other)) return zone;
  }
  for (const std::string_view american : {"Eastern", "Central", "Mountain", "Pacific"}) {
    if (name == american) return iana("US/" + std::string(american));
  }
  return nullptr;
}

ZonePtr windows(std::string_view name) {
  // Outlook numbers a zone that it has changed: "Eastern Standard Time 1".
  if (const std::size_t space = name.rfind(' '); space != std::string_view::npos && space + 1 < name.size() &&
                                                 name.find_first_not_of("0123456789", space + 1) == std::string_view::npos) {
    name = name.substr(0, space);
  }
  if (name.empty() || name.size() > 100) return nullptr;
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString id;
  icu::TimeZone::getIDForWindowsID(
      icu::UnicodeString::fromUTF8(icu::StringPiece(name.data(), static_cast<std::int32_t>(name.size()))), nullptr, id, status);
  if (U_FAILURE(status) || id.isEmpty()) return nullptr;
  std::string text;
  id.toUTF8String(text);
  return iana(text);
}

// "(UTC+01:00) Amsterdam, Berlin", "(GMT-05:00) Eastern", "UTC+11", "GMT+0530".
ZonePtr offset_in(std::string_view name) {
  if (!name.empty() && name.front() == '(') name.remove_prefix(1);
  if (!base::starts_with_no_case(name, "UTC") && !base::starts_with_no_case(name, "GMT")) {
    return nullptr;
  }
  name.remove_prefix(3);
  if (name.empty() || name.front() == ')') return fixed_zone(0);
  const char sign = name.front();
  if (sign != '+' && sign != '-') return nullptr;
  std::array<int, 4> digits{};
  std::size_t count = 0;
  bool colon = false;
  for (const char c : name.substr(1)) {
    if (c == ':' && count > 0) {
      colon = colon || count == 1;
      if (colon && count == 1) digits = {0, digits[0]}, count = 2;
      continue;
    }
    if (c < '0' || c > '9' || count == digits.size()) break;
    digits[count++] = c - '0';
  }
  if (count == 0) return nullptr;
  if (count == 1) digits = {0, digits[0]};
  const int minutes = (digits[0] * 10 + digits[1]) * 60 + digits[2] * 10 + digits[3];
  if (minutes > 18 * 60) return nullptr;
  return fixed_zone((sign == '-' ? -60 : 60) * minutes);
}

// What Outlook before 2007 called the zones of Windows.
ZonePtr old_outlook(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 12> names = {{
      {"Canberra, Melbourne, Sydney", "Australia/Sydney"},
      {"Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", "Europe/Berlin"},
      {"Brussels, Copenhagen, Madrid, Paris", "Europe/Paris"},
      {"Belgrade, Bratislava, Budapest, Ljubljana, Prague", "Europe/Budapest"},
      {"Sarajevo, Skopje, Warsaw, Zagreb", "Europe/Warsaw"},
      {"Athens, Istanbul, Minsk", "Europe/Athens"},
      {"Helsinki, Kyiv, Riga, Sofia, Tallinn, Vilnius", "Europe/Kiev"},
      {"Greenwich Mean Time : Dublin, Edinburgh, Lisbon, London", "Europe/London"},
      {"Eastern Time (US & Canada)", "America/New_York"},
      {"Central Time (US & Canada)", "America/Chicago"},
      {"Mountain Time (US & Canada)", "America/Denver"},
      {"Pacific Time (US & Canada)", "America/Los_Angeles"},
  }};
  for (const auto& [old, now] : names) {
    if (base::contains(name, old)) return iana(now);
  }
  return nullptr;
}

ZonePtr look_up(std::string_view name) {
  while (base::starts_with_no_case(name, "TZID=")) name.remove_prefix(5);
  name = base::trim(name);
  if (name.size() > 1 && name.front() == '"' && name.back() == '"') {
    name = name.substr(1, name.size() - 2);
  }
  if (base::starts_with_no_case(name, "tzone://Microsoft/Utc")) return fixed_zone(0);
  for (ZonePtr (*const way)(std::string_view) : {iana_behind_prefix, windows, old_outlook, offset_in}) {
    if (ZonePtr zone = way(name)) return zone;
  }
  return nullptr;
}

}  // namespace

ZonePtr fixed_zone(std::int64_t offset_seconds) { return std::make_shared<FixedZone>(offset_seconds); }

ZonePtr zone_of(std::vector<Transition> transitions) { return std::make_shared<TableZone>(std::move(transitions)); }

ZonePtr zone_named(std::string_view name) {
  static std::mutex guard;
  static std::map<std::string, ZonePtr, std::less<>> cache;
  const std::scoped_lock lock(guard);
  const auto found = cache.find(name);
  if (found != cache.end()) return found->second;
  ZonePtr zone = look_up(name);
  if (cache.size() < 1000) cache.emplace(std::string(name), zone);
  return zone;
}

}  // namespace formats
