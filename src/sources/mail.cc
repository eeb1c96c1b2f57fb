// Mail: mbox files, Thunderbird and Apple folders, Google Takeout, Maildir, single messages.
// Only headers are read. A message becomes one piece of evidence; what_mail programs and lists sent is
// left out, told by the headers that they must set.

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "base/text.h"
#include "formats/mail_words.h"
#include "formats/mailbox.h"
#include "sources/mail_folders.h"
#include "sources/mail_message.h"
#include "sources/sources.h"

namespace sources {

namespace {

using formats::MailForm;
using ledger::Role;

constexpr std::string_view what_mail = "messages";
/// Mail to more people than this is no more than crossing paths (docs: evidence).
constexpr std::size_t recipients_max = 8;
constexpr std::size_t mail_parties_max = 200;

int recognise_mail(const Peek& peek) {
  const MailForm form = formats::mail_form(peek.head);
  if (form == MailForm::none) return 0;
  if (form == MailForm::mbox) return 95;
  if (form == MailForm::emlx) return 90;
  return is_unfinished(peek.path) ? 0 : 80;
}

/// Why a folder's messages are no evidence; empty when they may be.
std::string_view reason_of(MailFolder folder) {
  switch (folder) {
    case MailFolder::drafts:
      return "drafts";
    case MailFolder::junk:
      return "spam and trash";
    case MailFolder::deleted:
      return "deleted";
    default:
      return {};
  }
}

class MailReader {
 public:
  MailReader(Input& input, Sink& sink) : input_(input), sink_(sink), mailbox_(input.bytes), folder_(folder_of_path(input.path)) {}

  base::Result<void> read() {
    formats::MailHead head;
    std::size_t told = 0;
    for (;;) {
      const auto more = mailbox_.next(head);
      if (!more) return base::fail(more.error());
      if (!*more) break;
      ++count_;
      take(head);
      if (mailbox_.bytes_read() - told >= std::size_t{4} << 20U) {
        told = mailbox_.bytes_read();
        if (!sink_.progress(told)) return {};
      }
    }
    if (covers_) sink_.claim({ledger::me(), ledger::Field::covers, "talk", {}});
    return {};
  }

 private:
  void take(const formats::MailHead& head) {
    const base::Message where = base::say("where.message", {{"n", count_}});
    if (head.too_long) return sink_.problem(what_mail, where, base::say("sources.header-longer-1-mib"));
    MailMessage message = read_message(head, input_.today);
    MailFolder folder = message.folder;
    if (folder == MailFolder::other && !message.labelled) folder = folder_;
    if (folder == MailFolder::other && mailbox_.form() == MailForm::single) {
      folder = folder_of_flags(input_.path);
    }
    if (message.expunged) folder = MailFolder::deleted;
    if (const auto reason = reason_of(folder); !reason.empty()) {
      // Gmail's own labels name trash and spam in one breath.
      const bool trash = folder == MailFolder::deleted && message.folder == folder;
      return sink_.leave_out(what_mail, trash && !message.expunged ? "spam and trash" : reason);
    }
    if (!message.list.empty() && lists_.insert(message.list).second) claim_list(message.list);
    if (!message.noise.empty()) return sink_.leave_out(what_mail, message.noise);
    if (!message.from) return sink_.problem(what_mail, where, base::say("sources.no-senders-address"));
    if (base::is_robot(*message.from)) return sink_.leave_out(what_mail, "robots");
    if (!message.at) return sink_.problem(what_mail, where, base::say("sources.no-date"));
    if (!message.date_remark.empty()) sink_.remark(where, message.date_remark);
    covers_ = true;
    if (folder == MailFolder::sent && owners_.insert(message.from->text()).second) {
      sink_.claim({ledger::handle(*message.from), ledger::Field::owner, "sent mail", {}});
    }
    add(message, folder);
  }

  void claim_list(const std::string& address) {
    if (const auto email = base::Email::parse(address)) {
      sink_.claim({ledger::handle(*email), ledger::Field::organisation, "mailing list", {}});
    }
  }

  void add(const MailMessage& message, MailFolder folder) {
    ledger::Record record;
    record.evidence.resize(1);
    ledger::Evidence& evidence = record.evidence.front();
    evidence.kind = message.recipients.size() > recipients_max ? ledger::Kind::crossed : ledger::Kind::wrote;
    evidence.channel = folder == MailFolder::chat ? ledger::Channel::chat : ledger::Channel::mail;
    evidence.at = *message.at;
    evidence.thread = message.thread;
    evidence.title = base::clip(message.subject, 200);
    evidence.reference =
        fmt::format("mail/{}/{:016x}", message.id,
                    base::hash64(fmt::format("{}|{}|{}", message.from->text(), message.at->seconds, message.subject)));
    if (evidence.thread.empty()) evidence.thread = evidence.reference;
    add_party(record, {ledger::handle(*message.from), Role::from, message.from_name}, *message.from);
    for (const MailRecipient& one : message.recipients) {
      if (evidence.parties.size() >= mail_parties_max) {
        evidence.group = static_cast<std::uint32_t>(message.recipients.size() + 1);
        break;
      }
      add_party(record, {ledger::handle(one.address), one.role, one.name}, one.address);
    }
    if (message.bulk) {
      evidence.flags |= ledger::bulk;
      return sink_.set_aside(what_mail, "bulk mail", std::move(record));
    }
    sink_.add(what_mail, std::move(record));
  }

  static void add_party(ledger::Record& record, ledger::Party party, const base::Email& address) {
    if (base::is_role(address)) {
      record.claims.push_back({party.who, ledger::Field::organisation, "role address", {}});
    }
    record.evidence.front().parties.push_back(std::move(party));
  }

  Input& input_;
  Sink& sink_;
  formats::Mailbox mailbox_;
  MailFolder folder_;
  std::size_t count_ = 0;
  bool covers_ = false;
  std::set<std::string> owners_;
  std::set<std::string> lists_;
};

base::Result<void> read_mail(Input& input, Sink& sink) { return MailReader(input, sink).read(); }

}  // namespace

extern const Source source_mail;
const Source source_mail{"mail", "mail", recognise_mail, read_mail};

}  // namespace sources
