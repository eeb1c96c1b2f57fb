#include "base/email.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace base {

namespace {

template <std::size_t N>
bool one_of(std::string_view word, const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

/// `local` without separators, so that "no-reply", "no_reply" and "noreply" are one.
std::string without_separators(std::string_view local) {
  std::string out;
  for (const char c : local) {
    if (c != '-' && c != '_' && c != '.') out += c;
  }
  return out;
}

bool ends_with(std::string_view text, std::string_view tail) {
  return text.size() >= tail.size() && text.substr(text.size() - tail.size()) == tail;
}

}  // namespace

Result<Email> Email::parse(std::string_view raw) {
  std::string_view text = trim(raw);
  if (starts_with_no_case(text, "mailto:")) text.remove_prefix(7);
  if (text.size() >= 2 && text.front() == '<' && text.back() == '>') {
    text = text.substr(1, text.size() - 2);
  }
  text = trim(text);
  const std::size_t at = text.rfind('@');
  const auto bad = [&] { return fail(Fault::bad_input, {}, base::say("base.no-mail-address", {{"raw", printable(raw, 60)}})); };
  if (at == std::string_view::npos || at == 0 || at + 1 >= text.size() || text.size() > 254) {
    return bad();
  }
  for (const char c : text) {
    const auto u = static_cast<unsigned char>(c);
    if (u <= ' ' || u == 0x7f || c == '<' || c == '>' || c == ',' || c == ';' || c == '(' || c == ')' || c == '"' || c == '\\') {
      return bad();
    }
  }
  const std::string_view domain = text.substr(at + 1);
  if (domain.front() == '.' || contains(domain, "..") || contains(domain, "/")) return bad();
  std::string lower = all_ascii(text) ? lower_ascii(text) : to_utf8(text);
  while (lower.back() == '.') lower.pop_back();
  if (lower.back() == '@') return bad();
  return Email(std::move(lower));
}

std::string_view Email::local() const { return std::string_view(text_).substr(0, text_.rfind('@')); }

std::string_view Email::domain() const { return std::string_view(text_).substr(text_.rfind('@') + 1); }

std::string Email::mailbox() const {
  std::string name(local());
  std::string host(domain());
  if (const std::size_t plus = name.find('+'); plus != std::string::npos && plus > 0) {
    name.resize(plus);
  }
  if (host == "googlemail.com") host = "gmail.com";
  if (host == "gmail.com") std::erase(name, '.');
  return name + "@" + host;
}

bool is_robot(const Email& email) {
  static constexpr std::array<std::string_view, 35> names = {"noreply",
                                                             "donotreply",
                                                             "notification",
                                                             "notifications",
                                                             "notify",
                                                             "alert",
                                                             "alerts",
                                                             "mailerdaemon",
                                                             "postmaster",
                                                             "bounce",
                                                             "bounces",
                                                             "newsletter",
                                                             "newsletters",
                                                             "automated",
                                                             "root",
                                                             "cron",
                                                             "daemon",
                                                             "messagesnoreply",
                                                             "invitations",
                                                             "messages",
                                                             "autoreply",
                                                             "autoresponder",
                                                             "devnull",
                                                             "nobody",
                                                             "listserv",
                                                             "majordomo",
                                                             "robot",
                                                             "bot",
                                                             "mailrobot",
                                                             "reminder",
                                                             "reminders",
                                                             "digest",
                                                             "jobalerts",
                                                             "calendarnotification",
                                                             "drivesharesnoreply"};
  static constexpr std::array<std::string_view, 8> hosts = {"reply.github.com",
                                                            "noreply.github.com",
                                                            "docs.google.com",
                                                            "bounce.linkedin.com",
                                                            "group.calendar.google.com",
                                                            "resource.calendar.google.com",
                                                            "group.v.calendar.google.com",
                                                            "plus.google.com"};
  if (one_of(email.domain(), hosts)) return true;
  std::string_view local = email.local();
  if (const std::size_t plus = local.find('+'); plus != std::string_view::npos && plus > 0) {
    local = local.substr(0, plus);
  }
  const std::string name = without_separators(local);
  return one_of(name, names) || contains(name, "noreply") || contains(name, "donotreply") || ends_with(local, "-bounces") ||
         ends_with(local, "-request") || ends_with(local, "-admin") || local.substr(0, 6) == "owner-" ||
         local.substr(0, 7) == "bounce-" || local.substr(0, 8) == "bounces-" || ends_with(name, "notification") ||
         ends_with(name, "notifications");
}

bool is_role(const Email& email) {
  static constexpr std::array<std::string_view, 44> names = {
      "info",      "support",    "sales",      "billing",         "hello",
      "team",      "marketing",  "updates",    "service",         "services",
      "news",      "contact",    "office",     "admin",           "help",
      "helpdesk",  "hr",         "jobs",       "careers",         "press",
      "media",     "accounts",   "accounting", "invoice",         "invoices",
      "orders",    "order",      "shop",       "store",           "feedback",
      "webmaster", "hostmaster", "abuse",      "security",        "privacy",
      "legal",     "enquiries",  "inquiries",  "customerservice", "customersupport",
      "reception", "events",     "members",    "membership"};
  return one_of(without_separators(email.local()), names);
}

bool is_provider(std::string_view domain) {
  static constexpr std::array<std::string_view, 30> known = {
      "gmail.com",  "googlemail.com", "hotmail.com", "outlook.com", "live.com",       "msn.com", "yahoo.com",    "ymail.com",
      "icloud.com", "me.com",         "mac.com",     "aol.com",     "gmx.de",         "gmx.net", "gmx.com",      "gmx.at",
      "gmx.ch",     "web.de",         "t-online.de", "proton.me",   "protonmail.com", "pm.me",   "fastmail.com", "mail.com",
      "mail.ru",    "yandex.ru",      "qq.com",      "163.com",     "126.com",        "hey.com"};
  return std::find(known.begin(), known.end(), domain) != known.end() || domain.starts_with("yahoo.") ||
         domain.starts_with("hotmail.") || domain.starts_with("outlook.") || domain.starts_with("live.");
}

}  // namespace base
