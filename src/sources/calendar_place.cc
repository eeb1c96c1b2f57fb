#include "sources/calendar_place.h"

#include <string>

#include "base/phone.h"
#include "base/text.h"

namespace sources {

namespace {

constexpr std::string_view hosts[] = {"zoom.us",
                                      "zoomgov.com",
                                      "teams.microsoft.com",
                                      "teams.live.com",
                                      "webex.com",
                                      "meet.google.com",
                                      "whereby.com",
                                      "facetime.apple.com",
                                      "gotomeeting.com",
                                      "gotomeet.me",
                                      "meet.jit.si",
                                      "bluejeans.com",
                                      "chime.aws",
                                      "join.skype.com",
                                      "meet.lync.com",
                                      "hangouts.google.com",
                                      "plus.google.com/hangouts",
                                      "around.co",
                                      "gather.town",
                                      "ringcentral.com"};

// What calendar programs put where a place should stand, in the languages seen.
constexpr std::string_view online_words[] = {
    "microsoft teams", "teams meeting",   "teams-besprechung", "teams-möte", "réunion teams", "google meet", "zoom",
    "webex",           "skype",           "hangout",           "facetime",   "video call",    "videocall",   "video conference",
    "videokonferenz",  "visioconférence", "gotomeeting",       "jitsi",      "whereby"};
constexpr std::string_view online_whole[] = {"online", "remote", "virtual", "web", "internet", "teams", "meet", "video"};
constexpr std::string_view phone_whole[] = {"phone",   "telephone", "call",       "by phone",
                                            "telefon", "téléphone", "phone call", "conference call"};
constexpr std::string_view nothing_whole[] = {"tbd", "tba", "tbc", "-", "?", "n/a", "none"};

template <std::size_t N>
bool is_one_of(std::string_view text, const std::string_view (&list)[N]) {
  for (const std::string_view word : list) {
    if (text == word) return true;
  }
  return false;
}

bool ends_host(char c) { return c == '/' || c == '?' || c == ':' || c == '#'; }

// `text` from the host of a link on.
bool is_conference(std::string_view text) {
  const std::size_t end = text.find_first_of(" \t\r\n<>\"'\\");
  text = text.substr(0, end);
  std::size_t host_size = 0;
  while (host_size < text.size() && !ends_host(text[host_size])) ++host_size;
  const std::string host = base::lower_ascii(text.substr(0, host_size));
  for (const std::string_view known : hosts) {
    if (known.find('/') != std::string_view::npos) {
      if (base::starts_with_no_case(text, known)) return true;
      continue;
    }
    if (host == known) return true;
    if (host.size() > known.size() && host[host.size() - known.size() - 1] == '.' &&
        std::string_view(host).substr(host.size() - known.size()) == known) {
      return true;
    }
  }
  return false;
}

}  // namespace

bool has_conference_link(std::string_view text) {
  for (std::size_t at = text.find("://"); at != std::string_view::npos; at = text.find("://", at)) {
    at += 3;
    if (is_conference(text.substr(at))) return true;
  }
  return false;
}

ledger::Channel channel_of_place(std::string_view location) {
  using ledger::Channel;
  const std::string text = base::lower_ascii(base::trim(location));
  if (text.empty() || is_one_of(text, nothing_whole)) return Channel::unknown;
  if (base::starts_with_no_case(text, "tel:") || is_one_of(text, phone_whole)) {
    return Channel::phone;
  }
  if (has_conference_link(text) || is_conference(text)) return Channel::video;
  if (is_one_of(text, online_whole)) return Channel::video;
  for (const std::string_view word : online_words) {
    if (base::contains(text, word)) return Channel::video;
  }
  if (base::contains(text, "://")) return Channel::unknown;
  if (base::Phone::parse(text, {})) return Channel::phone;
  return Channel::in_person;
}

}  // namespace sources
