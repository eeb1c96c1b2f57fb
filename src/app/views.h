#pragma once

/// What the use cases give: faces turn these into text, JSON or pages.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/picture.h"
#include "base/result.h"
#include "base/time.h"
#include "intake/intake.h"
#include "standing/constancy.h"
#include "store/store.h"

namespace app {

/// A person as lists and pages show them.
struct PersonView {
  std::uint32_t person = 0;
  store::Card card;
  [[nodiscard]] std::string id() const { return people::id_text(card.person.code); }
};

/// One row of evidence in words.
struct RowView {
  ledger::Kind kind = ledger::Kind::listed;
  standing::Direction direction = standing::Direction::none;
  base::Instant at{};
  bool day_only = false;
  ledger::Channel channel = ledger::Channel::unknown;
  std::string source;      ///< "calendar", "mail", …: the first part of its reference.
  std::string note;        ///< Title or subject.
  std::string place;
  double confidence = 1;
  bool counts = true;
};

/// A letter for the owner to send, or not.
struct Draft {
  std::string to;  ///< Addresses, by ", "; empty where none is known.
  std::string subject;
  std::string body;
};

struct StepView {
  int n = 0;
  std::string key;         ///< The same whenever the plan has this step: "p1a2b talk owed".
  plays::Step step;
  PersonView person;
  std::string note;        ///< Title of the evidence that the reason names; may be empty.
  std::optional<base::Day> note_day;
  std::string opening;     ///< What to open with, in words: an open promise, or what was last spoken of; may be empty.
  std::optional<Draft> draft;  ///< Where a letter is the thing to do.
};

/// The plan of a day.
struct PlanView {
  int minutes = 0;    ///< That the owner has, as asked.
  plays::Done done;   ///< Today, so far.
  std::vector<StepView> steps;
};

/// What the owner wrote and nobody has answered yet, so that nothing else is proposed for a while.
struct WaitView {
  base::Day since{};
  base::Day until{};
};

/// A step of the plan, and its place among all that could be done today.
struct WhyView {
  StepView step;
  std::size_t place = 0;  ///< From 1, before the minutes were looked at.
  std::size_t of = 0;
};

/// One thing that is known of somebody, and who says so.
struct FactView {
  std::string fact;    ///< "name", "company", "title", "city", "birthday", "email", "phone", "linkedin".
  std::string value;
  bool shown = true;   ///< False where what another source says stands before it.
  std::string why;     ///< Why this value is shown and not another; empty where there is no other.
  std::string source;  ///< The kind of file: "linkedin", "vcard", "mail", …; or "you".
  std::string file;    ///< Its name; empty where several of the kind came together.
  std::optional<base::Day> at;    ///< Of which day it tells.
  std::optional<base::Day> told;  ///< When it was imported or said.
};

/// The owner's words about somebody.
struct NoteView {
  std::string text;
  std::string source;  ///< As of a fact.
  std::string file;
  std::optional<base::Day> at;  ///< When it was said, or else imported.
};

struct ShowView {
  PersonView person;
  std::vector<RowView> reasons;   ///< What proves the standing: spoken and help, newest first.
  std::vector<RowView> timeline;  ///< Everything, newest first.
  std::vector<FactView> facts;    ///< By fact, what is shown first.
  std::vector<NoteView> notes;    ///< The newest first.
  std::optional<StepView> next;
  std::optional<WaitView> waits;  ///< Where there is no step, and this is why.
  standing::Coverage covers;      ///< What the imported sources could have shown.
  std::vector<std::string> strength_reasons;  ///< The biggest first, at most three.
  double strength_before = 0;     ///< 30 days ago.
  standing::Past learned;         ///< What the reply chance was learned from.
  std::optional<standing::Constancy> constancy;  ///< Of people in touch or higher.
};

struct PeopleView {
  std::size_t total = 0;
  std::vector<PersonView> people;
};

/// What a list could be narrowed by, and what would be left.
struct FacetsView {
  store::Facets counts;
  std::size_t let_go = 0, organisations = 0;  ///< Who are not in the list, but would be if asked for.
};

/// Two people side by side.
struct Sides {
  std::vector<std::string> agree;  ///< "name", "company", "town", …
  std::vector<std::string> differ;
  standing::Rung together = standing::Rung::listed;  ///< As one person.
  bool moves = false;              ///< Together they stand higher than either alone.
};

/// A question in review: are `a` and `b` one person? Or, with `met`: did that meeting with `a` take
/// place? Or, with `tells` too: does that letter tell of help between `a` and the owner?
struct QuestionView {
  int n = 0;
  std::string key;  ///< The same whenever this is asked: "same p1a2b p3c4d".
  PersonView a;
  PersonView b;
  std::string why;
  Sides sides;  ///< Of `a` and `b`.
  std::optional<store::ShownRow> met = {};
  std::optional<store::Inferred> tells = {};
};

/// Somebody who has to do with what was asked for.
struct RelevantView {
  PersonView person;
  double score = 0;                ///< To be compared within one list only.
  std::vector<std::string> words;  ///< Those that tell; what counts most comes first.
  std::string where;               ///< In which of their words: "title and company", "your note"; may be empty.
  std::optional<RowView> about;    ///< The latest letter or meeting with one of the words in its title.
};

struct NeedView {
  plays::Need need;
  PersonView who;
  std::vector<plays::Offer> offers;  ///< Of the owner's, those that have words in common with it.
  std::vector<RelevantView> helpers;  ///< The likeliest first.
};

/// What a letter or a note seems to say that somebody needs.
struct NoticedView {
  int n = 0;
  PersonView who;
  std::string need;
  std::string from;                ///< The subject, or the note.
  std::optional<base::Day> day;    ///< Of the letter; none for a note.
  std::string key;                 ///< The same whenever this is noticed.
};

struct IntroductionView {
  plays::Introduction introduction;
  PersonView first, second;
  std::optional<PersonView> turn;  ///< Who is to be written to next; both, where both agreed.
  std::optional<Draft> draft;      ///< Of that letter.
};

/// Whom a rule takes in, among everybody who is in the lists.
struct MarketView {
  std::string name;  ///< Empty while it is only tried.
  std::string rule;  ///< As written.
  std::string words;
  std::size_t fits = 0, maybe = 0, people = 0;
  std::size_t network = 0;            ///< Of those who fit.
  struct One {
    PersonView person;
    plays::Fit fit;
  };
  std::vector<One> best;              ///< Who fits, the strongest first; then who may.
};

/// Whom the owner might let go, and why.
struct LetGoView {
  struct One {
    PersonView person;
    std::string why;
  };
  std::vector<One> batch;
  std::size_t of = 0;                 ///< How many could be proposed in all.
  std::size_t people = 0, fits = 0;   ///< Everybody in the lists, and those who fit a market.
  bool markets = false;               ///< There is one.
};

/// What came back of one letter with a piece.
struct SentView {
  PersonView person;
  base::Day on{};
  std::optional<base::Day> replied;
  std::optional<base::Day> engaged;
  standing::Rung before = standing::Rung::listed;  ///< On the day before.
};

struct PieceView {
  plays::Piece piece;
  std::vector<SentView> sent;
  std::size_t replied = 0, engaged = 0, moved_up = 0;
};

/// Whom a piece would serve.
struct AudienceView {
  plays::Piece piece;
  std::vector<RelevantView> people;  ///< The best first.
  std::size_t of = 0;                ///< How many it would serve in all.
  std::size_t resting = 0;           ///< Who would come before the last of these, but got something of late.
};

/// A letter with a piece in it.
struct PieceLetter {
  PersonView person;
  Draft draft;
  std::string file;  ///< As a mail program reads it (RFC 5322).
  std::string link;  ///< mailto:
};

/// What an address, file or folder brought.
struct PiecesView {
  std::vector<plays::Piece> added;
  std::size_t known = 0;
  std::size_t older = 0;     ///< More than are taken at once.
  std::size_t wordless = 0;  ///< Nothing in them tells what they are about.
  bool unchanged = false;    ///< So said the server.
};

/// Who could be asked about something, and why they would gladly.
struct AskView {
  RelevantView who;
  std::string gladly;
  Draft draft;
};

/// The two-way street: with one person, or with everybody.
struct FavoursView {
  struct One {
    PersonView person;
    std::uint32_t out = 0, in = 0;
    bool thanks_due = false;
  };
  std::vector<One> people;     ///< With whom help has flowed: thanks due first, then the latest contact.
  std::size_t only_out = 0, only_in = 0, both = 0;
};

/// An iCalendar file and what is in it.
struct CalendarView {
  std::string text;
  std::size_t birthdays = 0;
  std::size_t due = 0;
};

using intake::FileReport;

/// One import, with what each of its files brought then.
struct SourceView {
  store::Change change;
  std::vector<store::FileAccount> files;
};

struct ImportReport {
  std::vector<FileReport> files;
  Totals totals;
  std::optional<ledger::ChangeId> change;  ///< None when nothing was new.
  double seconds = 0;
};

}  // namespace app
