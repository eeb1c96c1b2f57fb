#include "lab/demo_files.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "base/text.h"

namespace lab {

namespace {

constexpr const char* month_names[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr const char* weekdays[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};

std::string clock(base::Instant at) { return base::iso(at).substr(11, 8); }

// "Tue, 03 Mar 2026 09:30:00 +0000"
std::string mail_date(base::Instant at) {
  const base::Day day = base::day_of(at);
  const base::Civil civil = base::civil_of(day);
  return fmt::format("{}, {:02} {} {} {} +0000", weekdays[base::weekday_of(day)], civil.day, month_names[civil.month - 1],
                     civil.year, clock(at));
}

std::string base64(std::string_view text) {
  constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t i = 0; i < text.size(); i += 3) {
    std::uint32_t bits = 0;
    for (std::size_t k = 0; k < 3; ++k) {
      const auto byte = i + k < text.size() ? static_cast<unsigned char>(text[i + k]) : 0U;
      bits = bits << 8U | byte;
    }
    for (std::size_t k = 0; k < 4; ++k) {
      out += i + k > text.size() ? '=' : letters[bits >> (18U - 6U * k) & 63U];
    }
  }
  return out;
}

// A mailbox as a header holds it, its name encoded where it must be (RFC 2047).
std::string mailbox(const std::string& name, const std::string& address) {
  if (base::all_ascii(name)) return fmt::format("\"{}\" <{}>", name, address);
  return fmt::format("=?UTF-8?B?{}?= <{}>", base64(name), address);
}

struct Envelope {
  std::string from;
  std::string to;
  std::string labels;
  std::string extra;
  std::string subject;
};

Envelope envelope_of(const DemoWorld& world, const DemoMail& mail, std::size_t number) {
  const std::string own = mailbox(owner_name, owner_email);
  const DemoPerson& person = world.people[mail.person];
  switch (mail.noise) {
    case Noise::list:
      return {mailbox("A. Stranger", fmt::format("stranger{}@lists.example", number % 97)), "sailing@lists.example",
              "Inbox,Category Forums",
              "List-Id: Sailing <sailing.lists.example>\nList-Post: "
              "<mailto:sailing@lists.example>\nPrecedence: list\n",
              "[sailing] Which sail for light winds"};
    case Noise::robot:
      return {mailbox("Parcel Service", "no-reply@parcels.example"), own, "Inbox,Category Updates",
              "Auto-Submitted: auto-generated\n", "Your parcel is on its way"};
    case Noise::newsletter:
      return {mailbox("Weekly Letter", fmt::format("news{}@letters.example", number % 29)), own, "Inbox,Category Promotions",
              "List-Unsubscribe: <https://letters.example/unsubscribe>\n", "This week's letter"};
    case Noise::draft:
      return {own, mailbox("Somebody New", fmt::format("new{}@nowhere.example", number)), "Drafts", "", "Unfinished"};
    case Noise::none:
      break;
  }
  const std::string& address = person.emails[mail.second_address ? 1 : 0];
  const std::string theirs =
      person.unsigned_mail ? address : mailbox(number % 3 == 0 ? person.short_name() : person.name(), address);
  if (!mail.copied.empty()) {
    std::string copied;
    for (const std::size_t i : mail.copied)
      copied += (copied.empty() ? "Cc: " : ", ") + mailbox(world.people[i].name(), world.people[i].emails.front());
    const std::string& sender = mail.out ? own : theirs;
    return {sender, mail.out ? theirs : own, mail.out ? "Sent" : "Inbox,Opened", copied + "\n", "Plans for the autumn"};
  }
  if (mail.out) return {own, theirs, "Sent", "", "Lunch next week?"};
  return {theirs, own, "Inbox,Opened", "", "Re: Lunch next week?"};
}

}  // namespace

std::string mbox_file(const DemoWorld& world) {
  std::string out;
  std::size_t number = 0;
  for (const DemoMail& mail : world.mails) {
    const Envelope envelope = envelope_of(world, mail, ++number);
    const base::Day day = base::day_of(mail.at);
    const base::Civil civil = base::civil_of(day);
    out += fmt::format(
        "From {0}@xxx {1} {2} {3:02} {4} +0000 {5}\nX-GM-THRID: {0}\nX-Gmail-Labels: {6}\n"
        "MIME-Version: 1.0\nDate: {7}\nMessage-ID: <{0}.demo@post.example>\n{8}Subject: {9}\n"
        "From: {10}\nTo: {11}\nContent-Type: text/plain; charset=\"UTF-8\"\n\n"
        "Hello,\n\nsome words about this and that.\n\n",
        1'500'000'000'000'000'000U + number, weekdays[base::weekday_of(day)], month_names[civil.month - 1], civil.day,
        clock(mail.at), civil.year, envelope.labels, mail_date(mail.at), envelope.extra, envelope.subject, envelope.from,
        envelope.to);
  }
  return out;
}

/// Where somebody lives, if their card says it: two of three do.
std::string_view town_of(const DemoPerson& one) {
  constexpr std::string_view towns[] = {"Berlin", "Potsdam", "Hamburg", "Stockholm", "Göteborg", "Wien", "London", "Paris"};
  const std::uint64_t code = base::hash64(one.name() + one.company);
  return one.organisation || code % 3 == 0 ? "" : towns[code / 3 % std::size(towns)];
}

std::string contacts_file(const DemoWorld& world) {
  std::string out;
  std::size_t number = 0;
  for (const DemoPerson& one : world.people) {
    if (!one.card) continue;
    constexpr const char* versions[] = {"3.0", "4.0", "2.1"};
    // Version 2.1 has no way to write other scripts but quoted-printable.
    const bool ascii = base::all_ascii(one.name());
    const std::string_view version = versions[++number % (ascii ? 3 : 2)];
    out += fmt::format("BEGIN:VCARD\r\nVERSION:{}\r\n", version);
    if (one.organisation) {
      out += fmt::format("FN:{0}\r\nN:;;;;\r\nORG:{0};\r\nX-ABShowAs:COMPANY\r\n", one.company);
    } else {
      out += fmt::format("FN:{} {}\r\nN:{};{};;;\r\nORG:{}\r\n", one.given, one.family, one.family, one.given, one.company);
      if (!one.nickname.empty()) out += fmt::format("NICKNAME:{}\r\n", one.nickname);
    }
    for (const std::string& email : one.emails) {
      out += version == "2.1"   ? fmt::format("EMAIL;INTERNET:{}\r\n", email)
             : version == "3.0" ? fmt::format("item1.EMAIL;TYPE=INTERNET:{}\r\n", email)
                                : fmt::format("EMAIL;TYPE=work:{}\r\n", email);
    }
    if (!one.phone.empty()) {
      out += version == "4.0"   ? fmt::format("TEL;VALUE=uri:tel:{}\r\n", one.phone)
             : version == "2.1" ? fmt::format("TEL;CELL:{}\r\n", one.phone)
                                : fmt::format("TEL;TYPE=CELL:{}\r\n", one.phone);
    }
    const std::string_view town = town_of(one);
    // As above: 2.1 writes other letters otherwise.
    if (!town.empty() && (version != "2.1" || base::all_ascii(town))) out += fmt::format("ADR:;;;{};;;\r\n", town);
    out += "END:VCARD\r\n";
  }
  return out;
}

std::string calls_file(const DemoWorld& world) {
  std::string out =
      fmt::format("<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n<calls count=\"{}\">\n", world.calls.size());
  for (const DemoCall& one : world.calls) {
    const DemoPerson& person = world.people[one.person];
    const int type = one.out ? 2 : one.seconds == 0 ? 3 : 1;
    out += fmt::format(
        "  <call number=\"{}\" duration=\"{}\" date=\"{}\" type=\"{}\" presentation=\"1\" "
        "subscription_id=\"1\" readable_date=\"{}\" contact_name=\"{}\" />\n",
        person.phone, one.seconds, one.at.seconds * 1000, type, base::iso(one.at), person.name());
  }
  return out + "</calls>\n";
}

std::string texts_file(const DemoWorld& world) {
  std::string out =
      fmt::format("<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n<smses count=\"{}\">\n", world.texts.size() + 1);
  for (const DemoMessage& one : world.texts) {
    const DemoPerson& person = world.people[one.person];
    out += fmt::format(
        "  <sms protocol=\"0\" address=\"{}\" date=\"{}\" type=\"{}\" subject=\"null\" "
        "body=\"See you soon\" toa=\"null\" sc_toa=\"null\" service_center=\"null\" read=\"1\" "
        "status=\"-1\" locked=\"0\" date_sent=\"0\" sub_id=\"1\" readable_date=\"{}\" "
        "contact_name=\"{}\" />\n",
        person.phone, one.at.seconds * 1000, one.out ? 2 : 1, base::iso(one.at), person.name());
  }
  out += fmt::format(
      "  <sms protocol=\"0\" address=\"PARCELS\" date=\"{}\" type=\"1\" subject=\"null\" "
      "body=\"Your parcel is here\" read=\"1\" status=\"-1\" locked=\"0\" "
      "contact_name=\"(Unknown)\" />\n",
      base::start_of(world.today - 5).seconds * 1000);
  return out + "</smses>\n";
}

std::string chat_file(const DemoWorld& world) {
  std::string out;
  for (const DemoMessage& one : world.chat) {
    const base::Civil day = base::civil_of(base::day_of(one.at));
    out += fmt::format("{:02}/{:02}/{}, {} - {}: {}\n", day.day, day.month, day.year, clock(one.at).substr(0, 5),
                       one.out ? owner_name : world.people[one.person].name(), one.out ? "Are you there?" : "Yes, see you!");
  }
  return out;
}

std::string truth_file(const DemoWorld& world) {
  nlohmann::ordered_json truth;
  truth["owner"] = {
      {"name", owner_name},
      {"region", "SE"},
      {"handles",
       {std::string("email:") + owner_email, std::string("phone:") + owner_phone, std::string("linkedin:") + owner_slug}}};
  auto& people = truth["people"] = nlohmann::ordered_json::array();
  for (std::size_t i = 0; i < world.people.size(); ++i) {
    const DemoPerson& one = world.people[i];
    std::vector<std::string> handles;
    for (const std::string& email : one.emails) handles.push_back("email:" + email);
    if (!one.slug.empty()) handles.push_back("linkedin:" + one.slug);
    if (!one.phone.empty()) handles.push_back("phone:" + one.phone);
    // Recommendations name people by name and company only.
    if (one.recommended) handles.push_back("name:linkedin/" + one.name() + "/" + one.company);
    people.push_back({{"id", i + 1},
                      {"name", one.name()},
                      {"handles", handles},
                      {"organisation", one.organisation},
                      {"namesake", one.namesake},
                      {"standing", is_network(one.facts) ? "network" : "contact"},
                      {"rung", rung_of(one.facts)},
                      {"one_step_away", is_one_step_away(one.facts)}});
  }
  return truth.dump(1) + "\n";
}

}  // namespace lab
