#include "app/plan/openers.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/letters.h"
#include "base/text.h"
#include "plays/occasions.h"
#include "plays/visit.h"
#include "plays/words.h"
#include "words/words.h"

namespace app {

namespace {

using ledger::Channel;
using ledger::Kind;
using plays::Opening;
using standing::Direction;
using standing::Fact;
using words::say;

// Docs: docs/plays.md#letters.
constexpr int late_days = 7;         ///< An answer that comes later says that it is sorry.
constexpr int day_told_days = 45;    ///< What is longer ago goes by its month.
constexpr int year_told_days = 300;  ///< And what is longer ago still, by its year too.
constexpr std::size_t title_columns = 80, words_columns = 60;

/// What stands for nothing where a sentence chooses by it: the name of a company that is not known.
constexpr std::string_view nothing = "_";

/// Words of titles that tell nothing of what was written or spoken about.
constexpr std::string_view empty_words[] = {
    "1",           "11",      "1on1",     "a",           "advice",       "afternoon", "again",   "and",      "anruf",
    "appointment", "at",      "beer",     "besprechung", "betreff",      "breakfast", "busy",    "call",     "catch",
    "catching",    "catchup", "chat",     "coffee",      "conversation", "danke",     "day",     "dinner",   "drinks",
    "evening",     "fika",    "for",      "friday",      "google",       "hallo",     "hangout", "hello",    "help",
    "hey",         "hi",      "in",       "intro",       "introduction", "kaffee",    "kein",    "lunch",    "many",
    "meet",        "meeting", "message",  "microsoft",   "mittagessen",  "monday",    "month",   "morning",  "next",
    "no",          "on",      "one",      "online",      "our",          "phone",     "private", "question", "quick",
    "re",          "short",   "some",     "soon",        "subject",      "sync",      "talk",    "teams",    "telefonat",
    "termin",      "thank",   "thanks",   "the",         "this",         "thursday",  "time",    "to",       "today",
    "tomorrow",    "tuesday", "untitled", "up",          "update",       "urgent",    "video",   "w",        "wednesday",
    "week",        "weekly",  "with",     "x",           "you",          "your",      "zoom"};

/// How titles begin that a program wrote.
constexpr std::string_view automatic[] = {"accepted:", "declined:",  "tentative:",      "invitation:", "updated invitation",
                                          "canceled:", "cancelled:", "automatic reply", "auto:",       "out of office",
                                          "zusage:",   "absage:",    "abwesenheit",     "undelivered", "delivery status"};

std::string or_nothing(std::string text) { return text.empty() ? std::string(nothing) : text; }

std::string month_of(base::Day day) { return say("letter.month", {{"month", base::civil_of(day).month}}); }

/// "12 November", with the year where it is long ago.
std::string date(base::Day day, base::Day today) {
  const base::Civil c = base::civil_of(day);
  const bool long_ago = today - day > year_told_days;
  return say("letter.date", {{"day", c.day}, {"month", month_of(day)}, {"long_ago", long_ago ? "yes" : "no"}, {"year", c.year}});
}

/// "on 12 November", "in March", "in March 2024".
std::string when(base::Day day, base::Day today) {
  const int days = today - day;
  if (days <= 0) return say("letter.today");
  if (days == 1) return say("letter.yesterday");
  if (days <= day_told_days) return say("letter.on", {{"date", date(day, today)}});
  const base::Civil c = base::civil_of(day);
  return say("letter.in", {{"month", month_of(day)}, {"long_ago", days > year_told_days ? "yes" : "no"}, {"year", c.year}});
}

/// Sentences with blanks between; empty ones are passed over.
std::string sentences(std::initializer_list<std::string> all) {
  std::string out;
  for (const std::string& one : all) {
    if (!one.empty()) out += (out.empty() ? "" : " ") + one;
  }
  return out;
}

std::string upper_first(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

/// Within a sentence: "Data engineers." as "data engineers"; "SQL" and "I" stay.
std::string within_sentence(std::string_view raw) {
  std::string text = quotable(raw, words_columns);
  while (text.ends_with('.')) text.pop_back();
  const auto upper = [&](std::size_t i) { return i < text.size() && text[i] >= 'A' && text[i] <= 'Z'; };
  if (upper(0) && text.size() > 1 && text[1] >= 'a' && text[1] <= 'z') text[0] = static_cast<char>(text[0] - 'A' + 'a');
  return text;
}

/// Lower case as far as ASCII goes: enough to know names and everyday words again, and ready at once where base::fold
/// needs 0.1 s to begin.
std::vector<std::string> lower_words(std::string_view text) {
  std::string lower = base::lower_ascii(text);
  for (std::size_t i = 0; i < lower.size(); ++i) {
    const auto byte = static_cast<unsigned char>(lower[i]);
    const bool letter = (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte >= 0x80;
    // Of other signs: Latin-1's, the dashes and arrows from U+2000 on, emoji.
    const std::size_t bytes = !letter ? 1 : byte == 0xc2 ? 2 : byte == 0xe2 ? 3 : byte == 0xf0 ? 4 : 0;
    if (bytes > 0) lower.replace(i, bytes, " ");
  }
  std::vector<std::string> words;
  for (const std::string_view word : base::split_words(lower)) words.emplace_back(word);
  return words;
}

/// Writes the letter of one step.
class Opener {
 public:
  Opener(const StepView& step, const Matter& matter)
      : step_(step), matter_(matter), person_(step.person.card.person), standing_(step.person.card.standing) {}

  /// Subject and text, without greeting and name.
  struct Words {
    std::string subject, text;
  };
  [[nodiscard]] std::optional<Words> write() const {
    switch (plays::topic_of(step_.step.play, step_.step.topic).letter) {
      case Opening::owed:
        return owed();
      case Opening::dropped:
        return dropped();
      case Opening::birthday:
        return birthday();
      case Opening::anniversary:
        return anniversary();
      case Opening::new_job:
        return new_job();
      case Opening::hello:
        return hello();
      case Opening::first_talk:
        return first_talk();
      case Opening::unspoken:
        return unspoken();
      case Opening::no_help:
        return no_help();
      case Opening::thanks:
        return thanks();
      case Opening::first_letter:
        return first_letter();
      case Opening::need:
        return need();
      case Opening::introduced:
        return introduced();
      case Opening::none:
        break;
    }
    return std::nullopt;
  }

 private:
  [[nodiscard]] std::string when(base::Day day) const { return app::when(day, matter_.today); }
  [[nodiscard]] std::string when(const RowView& row) const { return when(base::day_of(row.at)); }

  /// The title of a row as it may be quoted: nothing where it tells nothing, was written by a program, or is the owner's
  /// own note.
  [[nodiscard]] std::string quoted(const RowView& row) const {
    const std::string_view bare = bare_subject(base::trim(row.note));
    if (row.channel == Channel::you || row.channel == Channel::address_book) return "";
    for (const std::string_view one : automatic) {
      if (base::starts_with_no_case(bare, one)) return "";
    }
    std::vector<std::string> names = lower_words(person_.name);
    for (const std::string& word : lower_words(matter_.owner_name)) names.push_back(word);
    const auto words = lower_words(bare);
    const bool tells = std::any_of(words.begin(), words.end(), [&](const std::string& word) {
      return std::find(std::begin(empty_words), std::end(empty_words), word) == std::end(empty_words) &&
             std::find(names.begin(), names.end(), word) == names.end();
    });
    return tells ? say("letter.quoted", {{"title", quotable(bare, title_columns)}}) : "";
  }
  /// "Re: Build times" where `row` is a letter of mail with a subject, else `other`.
  [[nodiscard]] std::string reply_or(const std::optional<RowView>& row, std::string other) const {
    if (!row || row->channel != Channel::mail) return other;
    const std::string subject = quotable(bare_subject(base::trim(row->note)), 2 * title_columns);
    return subject.empty() || base::starts_with_no_case(subject, "(no subject") ? other : "Re: " + subject;
  }

  [[nodiscard]] std::string company() const { return or_nothing(quotable(person_.company, words_columns)); }
  [[nodiscard]] std::string how_are_things() const { return say("letter.how-are-things", {{"company", company()}}); }
  [[nodiscard]] std::string owner() const { return given_name(matter_.owner_name); }
  [[nodiscard]] std::string hello_subject() const { return say("letter.hello", {{"owner", or_nothing(owner())}}); }

  /// What they need, by the first of their needs that is open, and what of the owner's may meet it.
  struct Chance {
    std::string need, offer;
  };
  [[nodiscard]] std::optional<Chance> chance(std::optional<std::uint32_t> number = {}) const {
    for (const plays::Need& need : matter_.needs) {
      if (number && need.number != *number) continue;
      Chance found{within_sentence(need.text), ""};
      for (const plays::Offer& offer : matter_.offers) {
        if (found.offer.empty() && !plays::words_in_common(need.text, offer.text).empty())
          found.offer = within_sentence(offer.text);
      }
      return found;
    }
    return std::nullopt;
  }

  /// Their latest letter, call or meeting: "In March we wrote about “Build times”."
  [[nodiscard]] std::string last_words() const {
    if (!matter_.last)
      return standing_.last_two_way ? say("letter.last-in-touch", {{"when", when(*standing_.last_two_way)}}) : "";
    const RowView& row = *matter_.last;
    const std::string title = or_nothing(quoted(row)), then = when(row);
    // A meeting that is not sure to have been one is not spoken of.
    if ((row.kind == Kind::called || row.kind == Kind::met) && standing_.meet != Fact::yes) return "";
    if (row.kind == Kind::called) return upper_first(say("letter.last-spoke", {{"when", then}, {"title", title}}));
    if (row.kind == Kind::met) return upper_first(say("letter.last-met", {{"when", then}, {"title", title}}));
    // A reply is of a letter each way.
    const bool one_way = bare_subject(base::trim(row.note)).size() == base::trim(row.note).size();
    const std::string_view by = one_way && row.direction == Direction::out  ? "me"
                                : one_way && row.direction == Direction::in ? "you"
                                                                            : "both";
    return upper_first(say("letter.last-wrote", {{"by", by}, {"when", then}, {"title", title}}));
  }

  /// Help to the owner: whoever was asked for it gave it.
  [[nodiscard]] static bool is_for_owner(const RowView& help) {
    return help.direction == (help.kind == Kind::asked ? Direction::out : Direction::in);
  }

  /// "for the introduction in March".
  [[nodiscard]] std::string what_they_did(const RowView& row) const {
    const std::string_view what = row.kind == Kind::introduced    ? "introduction"
                                  : row.kind == Kind::recommended ? "recommendation"
                                  : row.kind == Kind::referred    ? "referral"
                                                                  : "help";
    return say("letter.what-they-did", {{"what", what}, {"when", when(row)}});
  }

  /// The town of the person, to meet there.
  [[nodiscard]] std::string town() const {
    return or_nothing(quotable(person_.city.substr(0, person_.city.find(',')), words_columns));
  }

  [[nodiscard]] Words owed() const {
    const base::Day day = matter_.evidence ? base::day_of(matter_.evidence->at) : base::day_of(*standing_.waiting_since);
    const bool answer = step_.step.urgency < 2;
    const bool late = matter_.today - day > late_days;
    const std::string_view what = answer ? "answer" : letter_word();
    const std::string subject = reply_or(matter_.evidence, say("letter.your", {{"what", what}}));
    return {subject, sentences({say("letter.owed-thanks",
                                    {{"what", what}, {"date", date(day, matter_.today)}, {"title", title_beside(subject)}}),
                                late && !answer ? say("letter.owed-sorry") : "",
                                answer ? say("letter.owed-next") : say("letter.owed-question")})};
  }

  /// What they wrote, as people call it.
  [[nodiscard]] std::string_view letter_word() const {
    return matter_.evidence && matter_.evidence->channel == Channel::mail ? "letter" : "message";
  }

  /// The title of what they wrote, where the subject does not say it already.
  [[nodiscard]] std::string title_beside(std::string_view subject) const {
    return or_nothing(subject.starts_with("Re: ") || !matter_.evidence ? "" : quoted(*matter_.evidence));
  }

  [[nodiscard]] Words dropped() const {
    const base::Day day = matter_.evidence ? base::day_of(matter_.evidence->at) : base::day_of(*standing_.waiting_since);
    const std::string subject = reply_or(matter_.evidence, say("letter.your", {{"what", letter_word()}}));
    const std::string title = title_beside(subject), date = app::date(day, matter_.today);
    if (standing_.waiting_closes) return {subject, say("letter.dropped-answer", {{"date", date}, {"title", title}})};
    return {subject, say("letter.dropped", {{"what", letter_word()}, {"date", date}, {"title", title}})};
  }

  [[nodiscard]] Words birthday() const {
    const auto day = plays::next_birthday(person_.birthday, matter_.today);
    const int ahead = day ? *day - matter_.today : 0;
    if (ahead == 0) return {say("letter.birthday-today-subject"), say("letter.birthday-today")};
    return {say("letter.birthday-subject"), say("letter.birthday", {{"ahead", ahead}, {"date", date(*day, matter_.today)}})};
  }

  [[nodiscard]] Words anniversary() const {
    const auto day = plays::next_birthday(base::iso(*standing_.first_spoken), matter_.today);
    const int years = day ? base::civil_of(*day).year - base::civil_of(*standing_.first_spoken).year : 0;
    const std::string on = !day || *day == matter_.today ? std::string(nothing) : date(*day, matter_.today);
    return {upper_first(say("letter.years", {{"years", years}})),
            sentences({say("letter.anniversary", {{"date", on}, {"years", years}}),
                       standing_.counts.help_in > 0 ? say("letter.anniversary-thanks") : "",
                       say("letter.anniversary-question", {{"years", years}})})};
  }

  [[nodiscard]] Words new_job() const {
    const std::string title = or_nothing(quotable(person_.title, words_columns));
    const bool moved = person_.job_change && !base::equal_no_case(person_.job_change->company, person_.company);
    return {say("letter.new-job-subject"),
            say("letter.new-job", {{"what", moved ? "job" : "role"}, {"title", title}, {"company", company()}})};
  }

  /// To a member of the network who is due, or has gone quiet.
  [[nodiscard]] Words hello() const {
    const auto open = chance();
    const bool owes = standing_.counts.help_in > standing_.counts.help_out && matter_.evidence && is_for_owner(*matter_.evidence);
    const std::string question = open ? say("letter.still-need", {{"need", open->need}, {"offer", or_nothing(open->offer)}})
                                 : matter_.last && !quoted(*matter_.last).empty() ? say("letter.come-of-it")
                                                                                  : how_are_things();
    const std::string help = owes ? say("letter.thank-again", {{"did", what_they_did(*matter_.evidence)}}) : "";
    return {reply_or(matter_.last, hello_subject()), sentences({help, last_words(), question})};
  }

  [[nodiscard]] Words first_talk() const {
    const std::string title = or_nothing(matter_.last ? quoted(*matter_.last) : "");
    const std::string then = matter_.last ? when(*matter_.last) : "";
    const bool never = plays::never_spoken(standing_) == "yes";
    return {reply_or(matter_.last, say("letter.twenty-minutes")),
            sentences({never ? say("letter.never-spoken", {{"when", then}, {"title", title}}) : last_words(),
                       say("letter.invitation", {{"never", "no"}, {"town", town()}})})};
  }

  [[nodiscard]] Words unspoken() const {
    const auto& row = matter_.evidence;
    std::string so_far;
    if (row && is_for_owner(*row)) {
      so_far = say("letter.thank-again", {{"did", what_they_did(*row)}});
    } else if (row && !quoted(*row).empty()) {
      so_far = say("letter.come-of-since", {{"title", quoted(*row)}, {"month", month_of(base::day_of(row->at))}});
    } else {
      so_far = last_words();
    }
    return {say("letter.twenty-minutes"),
            sentences({so_far, say("letter.invitation", {{"never", plays::never_spoken(standing_)}, {"town", town()}})})};
  }

  [[nodiscard]] Words no_help() const {
    const auto& row = matter_.evidence;
    const bool fresh = row && matter_.today - base::day_of(row->at) <= plays::after_meeting_days;
    const std::string_view what = row && row->kind == Kind::called ? "call" : "meeting";
    const std::string title = or_nothing(row ? quoted(*row) : "");
    const std::string so_far = fresh ? say("letter.thank-time", {{"when", when(*row)}, {"title", title}})
                               : row ? say("letter.last-spoke-about", {{"when", when(*row)}, {"title", title}})
                                     : "";
    const auto open = chance();
    const std::string question = !open                 ? say("letter.what-would-help", {{"company", company()}})
                                 : open->offer.empty() ? say("letter.still-need", {{"need", open->need}, {"offer", nothing}})
                                                       : offer_words(*open);
    return {fresh ? say("letter.after-our", {{"what", what}}) : say("letter.what-would-help-subject"),
            sentences({so_far, question})};
  }

  [[nodiscard]] static std::string offer_words(const Chance& open) {
    return say("letter.offer", {{"need", open.need}, {"offer", open.offer}});
  }

  [[nodiscard]] Words thanks() const {
    if (!matter_.evidence) return {say("letter.thank-you"), sentences({say("letter.thank-help"), how_are_things()})};
    const RowView& row = *matter_.evidence;
    // Here the owner's own note says what it was.
    RowView told = row;
    if (told.channel == Channel::you) told.channel = Channel::unknown;
    return {reply_or(row, say("letter.thank-you")),
            sentences(
                {say("letter.thank-for", {{"did", what_they_did(row)}, {"title", or_nothing(quoted(told))}}), how_are_things()})};
  }

  [[nodiscard]] std::optional<Words> need() const {
    const auto open = chance(step_.step.number);
    if (!open || open->offer.empty()) return std::nullopt;
    return Words{upper_first(open->need), offer_words(*open)};
  }

  [[nodiscard]] Words first_letter() const {
    const auto& counts = standing_.counts;
    const bool theirs = counts.wrote_in > 0 && counts.wrote_out == 0, mine = counts.wrote_out > 0 && counts.wrote_in == 0;
    std::string so_far;
    if (matter_.last && (theirs || mine))
      so_far = say("letter.wrote",
                   {{"by", theirs ? "you" : "me"}, {"when", when(*matter_.last)}, {"title", or_nothing(quoted(*matter_.last))}});
    const std::string name = or_nothing(quotable(matter_.owner_name, words_columns));
    const std::string topics = or_nothing(within_sentence(matter_.topics));
    return {say("letter.hello", {{"owner", name}}),
            sentences({name == nothing ? "" : say("letter.who-i-am", {{"name", name}, {"topics", topics}}), so_far,
                       say("letter.working-on", {{"company", company()}})})};
  }

  /// Where two were introduced a while ago: what came of it is not known yet.
  [[nodiscard]] std::optional<Words> introduced() const {
    if (!matter_.introduced_to) return std::nullopt;
    const std::string other = quotable(matter_.introduced_to->card.person.name, words_columns);
    return Words{say("letter.you-and", {{"name", other}}),
                 upper_first(say("letter.introduced", {{"when", when(matter_.introduced_on)}, {"name", other}}))};
  }

  const StepView& step_;
  const Matter& matter_;
  const people::Person& person_;
  const standing::Standing& standing_;
};

}  // namespace

std::optional<Draft> opener(const StepView& step, const Matter& matter) {
  const auto words = Opener(step, matter).write();
  if (!words) return std::nullopt;
  return Draft{
      .to = address(step.person),
      .subject = words->subject,
      .body = tidied(fmt::format("{}\n\n{}\n\n{}\n", greeting(step.person), words->text, given_name(matter.owner_name)))};
}

}  // namespace app
