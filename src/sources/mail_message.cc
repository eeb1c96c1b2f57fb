#include "sources/mail_message.h"

#include <algorithm>
#include <array>

#include "base/clean.h"
#include "base/text.h"
#include "formats/mail_words.h"

namespace sources {

namespace {

using formats::MailAddress;
using formats::MailField;
using ledger::Role;

constexpr std::size_t id_bytes_max = 250;
constexpr std::size_t name_bytes_max = 200;
constexpr std::size_t addresses_max = 5'000;

/// The headers that are looked at; the first of each counts.
enum Known : std::size_t {
  from,
  sender,
  reply_to,
  to,
  cc,
  bcc,
  date,
  message_id,
  in_reply_to,
  references,
  subject,
  delivered_to,
  original_to,
  return_path,
  received,
  list_id,
  list_post,
  list_unsubscribe,
  list_help,
  precedence,
  mailing_list,
  been_there,
  mailman,
  ml_name,
  auto_submitted,
  autoreply,
  autorespond,
  auto_suppress,
  feedback_id,
  original_from,
  original_sender,
  content_type,
  gmail_labels,
  gmail_thread,
  mozilla_status,
  campaign,
  known_count
};

constexpr std::array<std::string_view, known_count> known_names = {"from",
                                                                   "sender",
                                                                   "reply-to",
                                                                   "to",
                                                                   "cc",
                                                                   "bcc",
                                                                   "date",
                                                                   "message-id",
                                                                   "in-reply-to",
                                                                   "references",
                                                                   "subject",
                                                                   "delivered-to",
                                                                   "x-original-to",
                                                                   "return-path",
                                                                   "received",
                                                                   "list-id",
                                                                   "list-post",
                                                                   "list-unsubscribe",
                                                                   "list-help",
                                                                   "precedence",
                                                                   "mailing-list",
                                                                   "x-beenthere",
                                                                   "x-mailman-version",
                                                                   "x-ml-name",
                                                                   "auto-submitted",
                                                                   "x-autoreply",
                                                                   "x-autorespond",
                                                                   "x-auto-response-suppress",
                                                                   "feedback-id",
                                                                   "x-original-from",
                                                                   "x-original-sender",
                                                                   "content-type",
                                                                   "x-gmail-labels",
                                                                   "x-gm-thrid",
                                                                   "x-mozilla-status",
                                                                   "x-campaign"};

struct Fields {
  std::array<std::string_view, known_count> value{};
  std::array<bool, known_count> has{};
};

Fields gather(const std::vector<MailField>& fields) {
  Fields out;
  for (const MailField& field : fields) {
    const std::size_t size = field.name.size();
    if (size < 2 || size > 24) continue;
    const char first = static_cast<char>(field.name[0] | 0x20);
    for (std::size_t i = 0; i < known_count; ++i) {
      const std::string_view name = known_names[i];
      if (name.size() != size || name[0] != first) continue;
      if (!base::equal_no_case(name, field.name)) continue;
      if (!out.has[i] || base::trim(out.value[i]).empty()) out.value[i] = field.value;
      out.has[i] = true;
      break;
    }
  }
  return out;
}

/// The ids in a References, In-Reply-To or Message-ID header: what is in angle brackets, else the
/// whole when it is one word.
std::string first_id(std::string_view raw) {
  const std::string_view text = base::trim(raw);
  std::string_view id;
  if (const std::size_t open = text.find('<'); open != std::string_view::npos) {
    const std::size_t close = text.find('>', open);
    if (close != std::string_view::npos) id = text.substr(open + 1, close - open - 1);
  } else if (text.find_first_of(" \t\n(\"") == std::string_view::npos) {
    id = text;
  }
  std::string out;
  for (const char c : id.substr(0, 4 * id_bytes_max)) {
    if (static_cast<unsigned char>(c) > ' ') out += c;  // Folded ids lose their folds.
  }
  if (!base::all_ascii(out)) out = base::to_utf8(out);
  return std::string(base::clip(out, id_bytes_max));
}

bool word_is(std::string_view raw, std::string_view word) { return base::starts_with_no_case(base::trim(raw), word); }

bool has_no_case(std::string_view text, std::string_view part) {
  return base::contains(base::lower_ascii(text.substr(0, 2'000)), part);
}

bool is_list(const Fields& fields) {
  if (fields.has[list_id] || fields.has[list_post] || fields.has[mailing_list] || fields.has[been_there] || fields.has[mailman] ||
      fields.has[ml_name]) {
    return true;
  }
  const std::string_view rank = fields.value[precedence];
  if (word_is(rank, "bulk") || word_is(rank, "list") || word_is(rank, "junk")) return true;
  if (!fields.has[sender]) return false;
  const auto by = formats::mail_addresses(fields.value[sender]);
  if (by.empty()) return false;
  const auto email = base::Email::parse(by.front().address);
  if (!email) return false;
  const std::string_view local = email->local();
  const auto ends = [&](std::string_view tail) {
    return local.size() >= tail.size() && local.substr(local.size() - tail.size()) == tail;
  };
  return local.substr(0, 6) == "owner-" || ends("-bounces") || ends("-admin") || base::contains(local, "-bounces+");
}

bool is_notice(const Fields& fields) {
  if (fields.has[auto_submitted] && !word_is(fields.value[auto_submitted], "no")) return true;
  if (fields.has[autoreply] || fields.has[autorespond] || fields.has[auto_suppress]) return true;
  if (word_is(fields.value[precedence], "auto_reply")) return true;
  if (base::trim(fields.value[return_path]) == "<>") return true;
  const std::string_view type = fields.value[content_type];
  if (word_is(type, "multipart/report")) return true;
  return word_is(type, "text/calendar") && has_no_case(type, "method=reply");
}

/// "<mailto:list@x.example>" of List-Post, or X-BeenThere's address.
std::string list_address(const Fields& fields) {
  if (fields.has[been_there]) return std::string(base::trim(fields.value[been_there]));
  const std::string_view post = fields.value[list_post];
  const std::size_t at = post.find("mailto:");
  if (at == std::string_view::npos) return {};
  return std::string(post.substr(at, post.find_first_of(">?", at) - at));
}

std::string charset_of(const Fields& fields) {
  const std::string type = base::lower_ascii(fields.value[content_type].substr(0, 2'000));
  const std::size_t at = type.find("charset=");
  if (at == std::string::npos) return {};
  const std::string_view rest = std::string_view(type).substr(at + 8);
  const std::string_view open = rest.substr(0, 1) == "\"" ? rest.substr(1) : rest;
  return std::string(base::trim(open.substr(0, open.find_first_of("\"; \t\r\n"))));
}

struct Author {
  std::optional<base::Email> address;
  std::string name;
};

Author author_in(std::string_view raw, std::string_view charset) {
  Author found;
  for (const MailAddress& one : formats::mail_addresses(raw, charset)) {
    const auto email = base::Email::parse(one.address);
    if (found.name.empty()) found.name = person_name(one.name);
    if (!email) continue;
    found.address = *email;
    if (!one.name.empty()) found.name = person_name(one.name);
    break;
  }
  return found;
}

/// "jane=40x.example@dmarc.ietf.org", where a list put its own domain on the author's address.
std::optional<base::Email> unwrapped(const base::Email& email) {
  if (email.domain().substr(0, 6) != "dmarc.") return {};
  std::string local(email.local());
  const std::size_t at = local.rfind("=40");
  if (at == std::string::npos) return {};
  local.replace(at, 3, "@");
  const auto inner = base::Email::parse(local);
  return inner ? std::optional(*inner) : std::nullopt;
}

/// Who wrote it, past what lists do to From to satisfy DMARC.
Author author_of(const Fields& fields, std::string_view charset) {
  Author author = author_in(fields.value[from], charset);
  const auto replace_by = [&](std::string_view raw) {
    Author real = author_in(raw, charset);
    if (!real.address || !author.address || real.address == author.address) return false;
    if (real.name.empty()) real.name = author.name;
    author = std::move(real);
    return true;
  };
  if (fields.has[original_from] && replace_by(fields.value[original_from])) return author;
  if (author.address) {
    if (auto inner = unwrapped(*author.address)) {
      author.address = std::move(inner);
    } else if (has_no_case(fields.value[from], " via ") && fields.has[original_sender]) {
      replace_by(fields.value[original_sender]);
    } else if (has_no_case(fields.value[from], "' via ") && fields.has[reply_to]) {
      replace_by(fields.value[reply_to]);
    }
    return author;
  }
  for (const Known other : {sender, reply_to, return_path}) {
    Author second = author_in(fields.value[other], charset);
    if (!second.address) continue;
    if (!author.name.empty()) second.name = author.name;
    return second;
  }
  return author;
}

void add_recipients(std::string_view raw, std::string_view charset, Role role, MailMessage& message) {
  if (raw.empty()) return;
  for (const MailAddress& one : formats::mail_addresses(raw, charset)) {
    if (message.recipients.size() >= addresses_max) return;
    auto email = base::Email::parse(one.address);
    if (!email) continue;
    const bool known = std::any_of(message.recipients.begin(), message.recipients.end(),
                                   [&](const MailRecipient& other) { return other.address == *email; });
    if (known) continue;
    message.recipients.push_back({*std::move(email), role, person_name(one.name)});
  }
}

bool is_likely(base::Instant at, base::Day today) {
  // Nobody's mail is older than 1971; two days ahead is a time zone and a slow clock.
  return at.seconds > 31'536'000 && (today.days == 0 || at < base::start_of(today + 3));
}

void read_date(const Fields& fields, std::string_view separator, base::Day today, MailMessage& message) {
  const auto written = formats::mail_date(fields.value[date]);
  if (written && is_likely(*written, today)) {
    message.at = written;
    return;
  }
  const base::Message of_arrival =
      fields.has[date] ? base::say("sources.date-wrong-arrival-stands") : base::say("sources.no-date-arrival-stands");
  const std::string_view hop = fields.value[received];
  if (const std::size_t semicolon = hop.rfind(';'); semicolon != std::string_view::npos) {
    message.at = formats::mail_date(hop.substr(semicolon + 1));
    if (message.at && is_likely(*message.at, today)) {
      message.date_remark = of_arrival;
      return;
    }
  }
  message.at = formats::separator_date(separator);
  if (message.at && is_likely(*message.at, today)) {
    message.date_remark = of_arrival;
    return;
  }
  message.at = written;
  if (written) message.date_remark = base::say("sources.date-hardly-right");
}

}  // namespace

std::string person_name(std::string_view raw) {
  std::string clean = base::cleaned(raw, name_bytes_max);
  std::string_view name = clean;
  if (const std::size_t via = name.find(" via "); via != std::string_view::npos && via > 0) {
    name = name.substr(0, via);
  } else if (const std::size_t open = name.find(" (via "); open != std::string_view::npos) {
    name = name.substr(0, open);
  }
  name = base::trim(name);
  while (name.size() >= 2 && (name.front() == '\'' || name.front() == '"') && name.back() == name.front()) {
    name = base::trim(name.substr(1, name.size() - 2));
  }
  if (name.find('@') != std::string_view::npos) return {};
  return std::string(name);
}

MailMessage read_message(const formats::MailHead& head, base::Day today) {
  const Fields fields = gather(head.fields);
  MailMessage message;
  if (fields.has[mozilla_status]) {
    const std::string_view bits = base::trim(fields.value[mozilla_status]);
    message.expunged = !bits.empty() && std::string_view("89abcdefABCDEF").find(bits.back()) != std::string_view::npos;
  }
  if (fields.has[gmail_labels]) {
    message.folder = folder_of_labels(formats::mail_text(fields.value[gmail_labels]));
    message.labelled = true;
  }
  if (is_list(fields)) {
    message.noise = "lists";
    message.list = list_address(fields);
  } else if (is_notice(fields)) {
    message.noise = "notices";
  }
  if (!message.noise.empty()) return message;

  const std::string charset = charset_of(fields);
  Author author = author_of(fields, charset);
  message.from = std::move(author.address);
  message.from_name = std::move(author.name);
  if (!message.from || base::is_robot(*message.from)) return message;
  add_recipients(fields.value[to], charset, Role::to, message);
  add_recipients(fields.value[cc], charset, Role::copied, message);
  add_recipients(fields.value[bcc], charset, Role::copied, message);
  if (message.recipients.empty()) {
    // Whoever has the file got it in blind copy.
    const Known got = fields.has[original_to] ? original_to : delivered_to;
    add_recipients(fields.value[got], charset, Role::copied, message);
  }
  message.subject = base::cleaned(formats::mail_text(fields.value[subject], charset), 2'000);
  read_date(fields, head.separator, today, message);
  message.id = first_id(fields.value[message_id]);
  message.thread = first_id(fields.value[references]);
  if (message.thread.empty()) message.thread = first_id(fields.value[in_reply_to]);
  if (message.thread.empty()) message.thread = message.id;
  if (message.thread.empty() && fields.has[gmail_thread]) {
    message.thread = "gm/" + base::cleaned(base::to_utf8(fields.value[gmail_thread]), 40);
  }
  message.bulk = fields.has[list_unsubscribe] || fields.has[feedback_id] || fields.has[campaign];
  return message;
}

}  // namespace sources
