#include "app/plan/openers.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "app/letters.h"
#include "base/text.h"
#include "plays/occasions.h"
#include "plays/words.h"

namespace app {

namespace {

using ledger::Channel;
using ledger::Kind;
using standing::Direction;
using standing::Fact;

// Docs: docs/plays.md#letters.
constexpr int late_days = 7;         ///< An answer that comes later says that it is sorry.
constexpr int day_told_days = 45;    ///< What is longer ago goes by its month.
constexpr int year_told_days = 300;  ///< And what is longer ago still, by its year too.
constexpr std::size_t title_columns = 80, words_columns = 60;

constexpr std::array<std::string_view, 12> months = {"January", "February", "March",     "April",   "May",      "June",
                                                     "July",    "August",   "September", "October", "November", "December"};
constexpr std::array<std::string_view, 13> numbers = {"no",    "one",   "two",  "three", "four",   "five",  "six",
                                                      "seven", "eight", "nine", "ten",   "eleven", "twelve"};

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

std::string month_of(base::Day day) { return std::string(months[static_cast<std::size_t>(base::civil_of(day).month - 1)]); }

/// "12 November", with the year where it is long ago.
std::string date(base::Day day, base::Day today) {
  const base::Civil c = base::civil_of(day);
  return fmt::format("{} {}{}", c.day, month_of(day), today - day > year_told_days ? fmt::format(" {}", c.year) : "");
}

/// "on 12 November", "in March", "in March 2024".
std::string when(base::Day day, base::Day today) {
  const int days = today - day;
  if (days <= 0) return "today";
  if (days == 1) return "yesterday";
  if (days <= day_told_days) return "on " + date(day, today);
  return fmt::format("in {}{}", month_of(day), days > year_told_days ? fmt::format(" {}", base::civil_of(day).year) : "");
}

std::string in_words(int n) {
  return n < static_cast<int>(numbers.size()) ? std::string(numbers[static_cast<std::size_t>(n)]) : std::to_string(n);
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
    const std::string& topic = step_.step.topic;
    if (topic == "owed") return owed();
    if (topic == "dropped") return dropped();
    if (topic == "birthday") return birthday();
    if (topic == "anniversary") return anniversary();
    if (topic == "new-job") return new_job();
    if (topic == "due" || topic == "quiet") return hello();
    if (topic == "first-talk") return first_talk();
    if (topic == "unspoken") return unspoken();
    if (topic == "no-help") return no_help();
    if (topic == "thanks") return thanks();
    if (topic == "first-letter") return first_letter();
    if (topic.starts_with("need-")) return need();
    if (topic == "introduction") return introduced();
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
    return tells ? fmt::format("“{}”", quotable(bare, title_columns)) : "";
  }
  /// " about “Build times”", or nothing.
  [[nodiscard]] std::string about(const RowView& row) const {
    const std::string title = quoted(row);
    return title.empty() ? "" : " about " + title;
  }
  /// "Re: Build times" where `row` is a letter of mail with a subject, else `other`.
  [[nodiscard]] std::string reply_or(const std::optional<RowView>& row, std::string other) const {
    if (!row || row->channel != Channel::mail) return other;
    const std::string subject = quotable(bare_subject(base::trim(row->note)), 2 * title_columns);
    return subject.empty() || base::starts_with_no_case(subject, "(no subject") ? other : "Re: " + subject;
  }

  [[nodiscard]] std::string company() const { return quotable(person_.company, words_columns); }
  [[nodiscard]] std::string at_company() const { return person_.company.empty() ? "" : " at " + company(); }
  [[nodiscard]] std::string how_are_things() const {
    return fmt::format("How are things{}?", person_.company.empty() ? " with you" : at_company());
  }
  [[nodiscard]] std::string owner() const { return given_name(matter_.owner_name); }
  [[nodiscard]] std::string hello_subject() const { return owner().empty() ? "Hello" : "Hello from " + owner(); }

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
      return standing_.last_two_way ? fmt::format("We were last in touch {}.", when(*standing_.last_two_way)) : "";
    const RowView& row = *matter_.last;
    const std::string title = quoted(row), then = upper_first(when(row));
    // A meeting that is not sure to have been one is not spoken of.
    if ((row.kind == Kind::called || row.kind == Kind::met) && standing_.meet != Fact::yes) return "";
    if (row.kind == Kind::called)
      return title.empty() ? fmt::format("We last spoke {}.", when(row)) : fmt::format("{} we spoke: {}.", then, title);
    if (row.kind == Kind::met)
      return title.empty() ? fmt::format("We last met {}.", when(row)) : fmt::format("{} we met: {}.", then, title);
    // A reply is of a letter each way.
    const bool one_way = bare_subject(base::trim(row.note)).size() == base::trim(row.note).size();
    const bool mine = one_way && row.direction == Direction::out, theirs = one_way && row.direction == Direction::in;
    if (title.empty())
      return fmt::format("{} {}.", mine ? "I last wrote to you" : theirs ? "You last wrote to me" : "We last wrote", when(row));
    return fmt::format("{} {} about {}.", then, mine ? "I wrote to you" : theirs ? "you wrote to me" : "we wrote", title);
  }

  /// "for the introduction in March".
  [[nodiscard]] std::string what_they_did(const RowView& row) const {
    const std::string_view what = row.kind == Kind::introduced    ? "the introduction"
                                  : row.kind == Kind::recommended ? "your recommendation"
                                  : row.kind == Kind::referred    ? "recommending me"
                                                                  : "your help";
    return fmt::format("for {} {}", what, when(row));
  }

  [[nodiscard]] std::string invitation_words() const {
    const std::string town = quotable(person_.city.substr(0, person_.city.find(',')), words_columns);
    return fmt::format("ould you have twenty minutes for a call next week{}? Which day would suit you?",
                       town.empty() ? "" : ", or for coffee in " + town);
  }

  [[nodiscard]] Words owed() const {
    const base::Day day = matter_.evidence ? base::day_of(matter_.evidence->at) : base::day_of(*standing_.waiting_since);
    const bool answer = step_.step.urgency < 2;
    const bool late = matter_.today - day > late_days;
    const std::string subject = reply_or(matter_.evidence, answer ? "Your answer" : "Your " + letter_word());
    const std::string what = subject.starts_with("Re: ") || !matter_.evidence ? "" : about(*matter_.evidence);
    return {subject,
            sentences(
                {fmt::format("Thank you for your {} of {}{}.", answer ? "answer" : letter_word(), date(day, matter_.today), what),
                 late && !answer ? "I am sorry that my answer took so long." : "",
                 answer ? "What comes next on your side?" : "Shall we talk about it this week, or is a line by mail enough?"})};
  }

  /// What they wrote, as people call it.
  [[nodiscard]] std::string letter_word() const {
    return matter_.evidence && matter_.evidence->channel == Channel::mail ? "letter" : "message";
  }

  [[nodiscard]] Words dropped() const {
    const base::Day day = matter_.evidence ? base::day_of(matter_.evidence->at) : base::day_of(*standing_.waiting_since);
    const std::string subject = reply_or(matter_.evidence, "Your " + letter_word());
    const std::string what = subject.starts_with("Re: ") || !matter_.evidence ? "" : about(*matter_.evidence);
    const std::string date = app::date(day, matter_.today);
    if (standing_.waiting_closes)
      return {subject,
              fmt::format("Thank you for your answer of {}{}: I am sorry that I left it there. How did it go on?", date, what)};
    return {subject, fmt::format("I am sorry that your {} of {}{} had no answer from me for so long. Is it still open for you?",
                                 letter_word(), date, what)};
  }

  [[nodiscard]] Words birthday() const {
    const auto day = plays::next_birthday(person_.birthday, matter_.today);
    const int ahead = day ? *day - matter_.today : 0;
    if (ahead == 0) return {"Happy birthday", "Happy birthday, and a good year to come! What are you looking forward to in it?"};
    return {"Your birthday",
            fmt::format("All the best for your birthday {}, and a good year to come! What are you looking forward to in it?",
                        ahead == 1 ? "tomorrow" : "on " + date(*day, matter_.today))};
  }

  [[nodiscard]] Words anniversary() const {
    const auto day = plays::next_birthday(base::iso(*standing_.first_spoken), matter_.today);
    const int years = day ? base::civil_of(*day).year - base::civil_of(*standing_.first_spoken).year : 0;
    const std::string span = years == 1 ? "a year" : in_words(years) + " years";
    const std::string on =
        !day || *day == matter_.today ? "Today it is" : fmt::format("On {} it will be", date(*day, matter_.today));
    return {upper_first(span),
            sentences({fmt::format("{} {} since we first spoke, as far as my calendar and notes go.", on, span),
                       standing_.counts.help_in > 0 ? "Thank you for your help in that time." : "",
                       years == 1 ? "How has the year been for you?" : "How have the years been for you?"})};
  }

  [[nodiscard]] Words new_job() const {
    const std::string title = quotable(person_.title, words_columns);
    const bool moved = person_.job_change && !base::equal_no_case(person_.job_change->company, person_.company);
    const std::string job = title.empty() ? (person_.company.empty() ? "" : fmt::format("your new job at {}", company()))
                            : moved || person_.company.empty()
                                ? fmt::format("your new job: {}{}", title, person_.company.empty() ? "" : ", " + company())
                                : fmt::format("your new role at {}: {}", company(), title);
    return {"Your new job", fmt::format("Congratulations on {}! How is the start, and what would help you with it?",
                                        job.empty() ? "your new job" : job)};
  }

  /// To a member of the network who is due, or has gone quiet.
  [[nodiscard]] Words hello() const {
    const auto open = chance();
    const bool owes =
        standing_.counts.help_in > standing_.counts.help_out && matter_.evidence && matter_.evidence->direction == Direction::in;
    const std::string question = open ? fmt::format("Do you still need {}?", open->need) +
                                            (open->offer.empty() ? "" : fmt::format(" I can help with {}.", open->offer))
                                 : matter_.last && !quoted(*matter_.last).empty() ? "What has come of it?"
                                                                                  : how_are_things();
    const std::string help = owes ? fmt::format("Thank you again {}.", what_they_did(*matter_.evidence)) : "";
    return {reply_or(matter_.last, hello_subject()), sentences({help, last_words(), question})};
  }

  [[nodiscard]] Words first_talk() const {
    const std::string title = matter_.last ? quoted(*matter_.last) : "";
    const std::string then = matter_.last ? when(*matter_.last) : "";
    const bool never = standing_.meet == Fact::no;
    const std::string so_far = never ? fmt::format("We have written to each other{}, and never spoken.",
                                                   title.empty() ? "" : fmt::format(", last {} about {}", then, title))
                                     : last_words();
    return {reply_or(matter_.last, "Twenty minutes next week?"), sentences({so_far, "W" + invitation_words()})};
  }

  [[nodiscard]] Words unspoken() const {
    const auto& row = matter_.evidence;
    std::string so_far;
    if (row && row->direction == Direction::in) {
      so_far = fmt::format("Thank you again {}.", what_they_did(*row));
    } else if (row && !quoted(*row).empty()) {
      so_far = fmt::format("What has come of {} since {}?", quoted(*row), month_of(base::day_of(row->at)));
    } else {
      so_far = last_words();
    }
    return {"Twenty minutes next week?",
            sentences({so_far, (standing_.meet == Fact::no ? "We have never spoken: w" : "W") + invitation_words()})};
  }

  [[nodiscard]] Words no_help() const {
    const auto& row = matter_.evidence;
    const bool fresh = row && matter_.today - base::day_of(row->at) <= plays::after_meeting_days;
    const std::string what = row && row->kind == Kind::called ? "call" : "meeting";
    const std::string title = row ? quoted(*row) : "";
    std::string so_far;
    if (fresh) {
      so_far = fmt::format("Thank you for your time {}{}.", when(*row), title.empty() ? "" : fmt::format(" ({})", title));
    } else if (row) {
      so_far =
          title.empty() ? fmt::format("We last spoke {}.", when(*row)) : fmt::format("We last spoke {}, {}.", when(*row), title);
    }
    const auto open = chance();
    const std::string question = !open                 ? fmt::format("What would help you most{} just now?", at_company())
                                 : open->offer.empty() ? fmt::format("Do you still need {}?", open->need)
                                                       : offer_words(*open);
    return {fresh ? "After our " + what : "What would help you?", sentences({so_far, question})};
  }

  [[nodiscard]] static std::string offer_words(const Chance& open) {
    return fmt::format("I gather that you need {}, and I can help with {}. Would half an hour next week be of use?", open.need,
                       open.offer);
  }

  [[nodiscard]] Words thanks() const {
    if (!matter_.evidence) return {"Thank you", sentences({"Thank you for your help.", how_are_things()})};
    const RowView& row = *matter_.evidence;
    // Here the owner's own note says what it was.
    RowView told = row;
    if (told.channel == Channel::you) told.channel = Channel::unknown;
    const std::string title = quoted(told);
    return {reply_or(row, "Thank you"),
            sentences({fmt::format("Thank you {}{}.", what_they_did(row), title.empty() ? "" : fmt::format(" ({})", title)),
                       how_are_things()})};
  }

  [[nodiscard]] std::optional<Words> need() const {
    const auto open = chance(step_.step.number);
    if (!open || open->offer.empty()) return std::nullopt;
    return Words{upper_first(open->need), offer_words(*open)};
  }

  [[nodiscard]] Words first_letter() const {
    std::string so_far;
    if (matter_.last && standing_.counts.wrote_in > 0 && standing_.counts.wrote_out == 0) {
      so_far = fmt::format("You wrote to me {}{}.", when(*matter_.last), about(*matter_.last));
    } else if (matter_.last && standing_.counts.wrote_out > 0 && standing_.counts.wrote_in == 0) {
      so_far = fmt::format("I wrote to you {}{}.", when(*matter_.last), about(*matter_.last));
    }
    const std::string name = quotable(matter_.owner_name, words_columns);
    const std::string topics = within_sentence(matter_.topics);
    const std::string who = name.empty()     ? ""
                            : topics.empty() ? fmt::format("I am {}.", name)
                                             : fmt::format("I am {}; what I work on is {}.", name, topics);
    return {name.empty() ? "Hello" : "Hello from " + name,
            sentences({who, so_far, fmt::format("What are you working on{} just now?", at_company())})};
  }

  /// Where two were introduced a while ago: what came of it is not known yet.
  [[nodiscard]] std::optional<Words> introduced() const {
    if (!matter_.introduced_to) return std::nullopt;
    const std::string other = quotable(matter_.introduced_to->card.person.name, words_columns);
    return Words{fmt::format("You and {}", other), fmt::format("{} I introduced you and {} to each other. What has come of it?",
                                                               upper_first(when(matter_.introduced_on)), other)};
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
