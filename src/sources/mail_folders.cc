#include "sources/mail_folders.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/text.h"

namespace sources {

namespace {

// Names as base::fold leaves them: Latin letters, lower case, no accents. What the folder is
// called in Thunderbird, Apple Mail, Outlook, Gmail and Dovecot.
constexpr std::array<std::string_view, 31> sent_names = {"sent",
                                                         "sent items",
                                                         "sent mail",
                                                         "sent messages",
                                                         "sent-mail",
                                                         "sentmail",
                                                         "outgoing",
                                                         "gesendet",
                                                         "gesendete",
                                                         "gesendete elemente",
                                                         "gesendete objekte",
                                                         "gesendete nachrichten",
                                                         "envoyes",
                                                         "messages envoyes",
                                                         "elements envoyes",
                                                         "enviados",
                                                         "elementos enviados",
                                                         "mensajes enviados",
                                                         "itens enviados",
                                                         "e-mails enviados",
                                                         "correo enviado",
                                                         "inviati",
                                                         "posta inviata",
                                                         "inviata",
                                                         "verzonden",
                                                         "verzonden items",
                                                         "verzonden berichten",
                                                         "skickat",
                                                         "skickade objekt",
                                                         "sendt",
                                                         "wyslane"};
constexpr std::array<std::string_view, 15> draft_names = {
    "drafts",     "draft", "outbox",    "unsent messages", "entwurfe",  "entwurf", "postausgang", "brouillons",
    "borradores", "bozze", "concepten", "utkast",          "rascunhos", "szkice",  "templates"};
constexpr std::array<std::string_view, 14> junk_names = {"spam",
                                                         "junk",
                                                         "junk e-mail",
                                                         "junk email",
                                                         "junk mail",
                                                         "bulk mail",
                                                         "werbung",
                                                         "courrier indesirable",
                                                         "indesirables",
                                                         "correo no deseado",
                                                         "posta indesiderata",
                                                         "ongewenste e-mail",
                                                         "skrappost",
                                                         "lixo eletronico"};
constexpr std::array<std::string_view, 18> deleted_names = {"trash",         "deleted",
                                                            "deleted items", "deleted messages",
                                                            "bin",           "papierkorb",
                                                            "geloscht",      "geloschte elemente",
                                                            "corbeille",     "elements supprimes",
                                                            "papelera",      "eliminados",
                                                            "cestino",       "prullenbak",
                                                            "papperskorg",   "lixeira",
                                                            "lixo",          "kosz"};

// What folding cannot bring to Latin letters in a way that people would know.
constexpr std::array<std::string_view, 4> sent_exact = {"送信済み", "送信済みメール", "已发送", "Отправленные"};
constexpr std::array<std::string_view, 3> draft_exact = {"下書き", "草稿", "Черновики"};
constexpr std::array<std::string_view, 4> junk_exact = {"迷惑メール", "垃圾邮件", "Спам", "스팸함"};
constexpr std::array<std::string_view, 4> deleted_exact = {"ゴミ箱", "已删除", "Корзина", "휴지통"};

template <std::size_t N>
bool one_of(std::string_view name, const std::array<std::string_view, N>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

MailFolder folder_of_name(std::string_view raw) {
  const std::string name = base::fold(raw);
  if (one_of(name, sent_names) || one_of(raw, sent_exact)) return MailFolder::sent;
  if (one_of(name, draft_names) || one_of(raw, draft_exact)) return MailFolder::drafts;
  if (one_of(name, junk_names) || one_of(raw, junk_exact)) return MailFolder::junk;
  if (one_of(name, deleted_names) || one_of(raw, deleted_exact)) return MailFolder::deleted;
  return MailFolder::other;
}

void drop_tail(std::string_view& name, std::string_view tail) {
  if (name.size() > tail.size() && base::equal_no_case(name.substr(name.size() - tail.size()), tail)) {
    name.remove_suffix(tail.size());
  }
}

/// "Sent.mbox", ".Sent", "INBOX.Sent", "Sent.sbd", "[Gmail].Sent Mail" without their wrapping.
MailFolder folder_of_part(std::string_view part) {
  drop_tail(part, ".mbox");
  drop_tail(part, ".mbx");
  drop_tail(part, ".sbd");
  if (const MailFolder whole = folder_of_name(part); whole != MailFolder::other) return whole;
  const std::size_t dot = part.rfind('.');
  if (dot == std::string_view::npos) return MailFolder::other;
  return folder_of_name(part.substr(dot + 1));
}

bool is_inner(std::string_view part) {
  return part == "cur" || part == "new" || part == "Messages" || part == "mbox" || part == "Data";
}

}  // namespace

MailFolder folder_of_path(std::string_view path) {
  std::vector<std::string_view> parts = base::split(path, '/');
  // The file itself when it is an mbox, and the folder that it lies in; further up are folders of
  // the disk ("~/.local/share/Trash/…") that say nothing about mail.
  int looked = 0;
  while (!parts.empty() && looked < 2) {
    const std::string_view part = parts.back();
    parts.pop_back();
    if (part.empty() || is_inner(part)) continue;
    if (const MailFolder found = folder_of_part(part); found != MailFolder::other) return found;
    ++looked;
  }
  return MailFolder::other;
}

MailFolder folder_of_flags(std::string_view path) {
  const std::string_view name = path.substr(path.rfind('/') + 1);
  for (std::size_t i = 0; i + 3 <= name.size(); ++i) {
    if (name.substr(i + 1, 2) != "2,") continue;
    if (name[i] != ':' && name[i] != '!' && name[i] != ';') continue;
    const std::string_view flags = name.substr(i + 3);
    if (flags.find('T') != std::string_view::npos) return MailFolder::deleted;
    if (flags.find('D') != std::string_view::npos) return MailFolder::drafts;
    return MailFolder::other;
  }
  return MailFolder::other;
}

MailFolder folder_of_labels(std::string_view labels) {
  MailFolder best = MailFolder::other;
  std::size_t at = 0;
  while (at < labels.size()) {
    while (at < labels.size() && labels[at] == ' ') ++at;
    std::string_view label;
    if (at < labels.size() && labels[at] == '"') {
      const std::size_t close = std::min(labels.find('"', at + 1), labels.size());
      label = labels.substr(at + 1, close - at - 1);
      at = std::min(labels.find(',', close), labels.size()) + 1;
    } else {
      const std::size_t stop = std::min(labels.find(',', at), labels.size());
      label = base::trim(labels.substr(at, stop - at));
      at = stop + 1;
    }
    const MailFolder found = label == "Chat" ? MailFolder::chat : folder_of_name(label);
    // What takes a message out of the account outranks what keeps it in.
    if (found == MailFolder::drafts || found == MailFolder::junk || found == MailFolder::deleted) {
      return found;
    }
    if (found != MailFolder::other) best = found;
  }
  return best;
}

bool is_unfinished(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string_view::npos || slash < 3) return false;
  const std::string_view folder = path.substr(0, slash);
  const std::string_view name = path.substr(slash + 1);
  const bool in_tmp = folder == "tmp" || folder.ends_with("/tmp");
  std::size_t digits = 0;
  while (digits < name.size() && name[digits] >= '0' && name[digits] <= '9') ++digits;
  return in_tmp && digits >= 9 && digits < name.size() && name[digits] == '.';
}

}  // namespace sources
