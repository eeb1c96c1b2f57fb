#pragma once

/// What the header of one message says: who wrote to whom and when, what it answers, and by which
/// marks a program or a list shows that it, not somebody, sent it.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/email.h"
#include "base/time.h"
#include "formats/mailbox.h"
#include "ledger/ledger.h"
#include "sources/mail_folders.h"

namespace sources {

struct MailRecipient {
  base::Email address;
  ledger::Role role = ledger::Role::to;
  std::string name;
};

struct MailMessage {
  std::string id;      ///< Without angle brackets; empty when missing.
  std::string thread;  ///< Root of References, else In-Reply-To, else the id, else X-GM-THRID.
  std::string subject;
  std::optional<base::Email> from;
  std::string from_name;
  std::vector<MailRecipient> recipients;  ///< Each address once.
  std::optional<base::Instant> at;
  base::Message date_remark;  ///< Why `at` is not the Date header's; empty when it is.
  std::string_view noise;     ///< "lists" or "notices"; empty for mail of a person.
  bool bulk = false;
  bool expunged = false;                  ///< Thunderbird deleted it without compacting.
  MailFolder folder = MailFolder::other;  ///< By Gmail's labels.
  bool labelled = false;                  ///< It has labels: they outrank the file's name.
  std::string list;                       ///< The address of the list that sent it; may be empty.
};

/// `today` bounds dates: what lies beyond is a wrong clock. Day 0: no bound.
[[nodiscard]] MailMessage read_message(const formats::MailHead& head, base::Day today);
/// "'Jane' via List" and "Jane (Google Docs)" as "Jane"; nothing when the name is only an address.
[[nodiscard]] std::string person_name(std::string_view name);

}  // namespace sources
