#pragma once

/// The use cases, once for every face: import, who stands where, what to do today, and everything
/// that the owner can say. Faces turn arguments into these calls and results into text.

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "app/acquaintance.h"
#include "app/meet.h"
#include "app/report.h"
#include "app/triage.h"
#include "app/views.h"
#include "base/result.h"
#include "base/time.h"
#include "store/store.h"

namespace app {

struct Settings {
  std::string database;             ///< Path of the data file.
  base::Instant now{};
  std::optional<base::Day> as_of;   ///< Derive as if it were the end of that day.
  int wait_ms = 10'000;             ///< For another writer.
  bool numbers_lists = true;        ///< The numbers of a list stand for what they stood for when it was last shown.
};

using intake::Progress;

enum class Verb {
  met, called, wrote, helped, got_help, asked, was_asked, introduced, was_introduced, referred,
  was_referred, shared, engaged, thanked, note,
};
/// Fault::usage, with all that there are, when it is none of them.
[[nodiscard]] base::Result<Verb> parse_verb(std::string_view text);

/// What is being said, while the transaction lasts that keeps it.
struct Saying {
  std::uint32_t change = 0;          ///< The number that it will have.
  base::Instant at{};
  ledger::RulingNumber next_ruling;  ///< Of the next ruling in it.
  ledger::Record record;

  /// Adds a ruling; its number.
  ledger::RulingNumber decide(ledger::Decision decision, std::vector<ledger::Handle> about);
  /// For evidence of it: the same in no other change and no other data file.
  [[nodiscard]] std::string reference(std::string_view deed, std::span<const ledger::Handle> about) const;
};

class App {
 public:
  /// `create`: make the data file when it is not there.
  [[nodiscard]] static base::Result<std::unique_ptr<App>> open(const Settings& settings, bool create);

  [[nodiscard]] base::Day today() const;
  [[nodiscard]] base::Instant moment() const;
  /// For a process that lives on.
  void set_now(base::Instant now) { settings_.now = now; }

  // Files in.
  /// `under`: a folder that names of files are told without, where they were only laid there to be read.
  [[nodiscard]] base::Result<ImportReport> import(const std::vector<std::string>& paths, bool dry_run,
                                                  const Progress& progress, const std::string& under = {});

  // What is known.
  [[nodiscard]] base::Result<Totals> status();
  [[nodiscard]] base::Result<PeopleView> people(const store::Filter& filter);
  /// How many of those whom `people` would list have which facet; see store::Facets.
  [[nodiscard]] base::Result<FacetsView> facets(const store::Filter& filter);
  /// By any part of a name, or by whole words of it only: where the words may be no name at all.
  enum class Naming { part, whole_words };
  /// Exactly one person: Fault::not_found, or Fault::ambiguous with the candidates in the problem.
  [[nodiscard]] base::Result<PersonView> find(std::string_view text, Naming naming = Naming::part);
  [[nodiscard]] base::Result<ShowView> show(std::string_view text);
  enum class Minutes : std::uint8_t {
    now,         ///< That the owner has from now on.
    of_the_day,  ///< That the owner has today: what was done today has used up some of them.
  };
  /// The steps that gain most in so many minutes.
  [[nodiscard]] base::Result<PlanView> today_plan(int minutes, Minutes kind = Minutes::now);
  [[nodiscard]] base::Result<Report> report(const ReportAsk& ask);
  [[nodiscard]] base::Result<std::vector<QuestionView>> questions(std::size_t limit);
  /// The referral test, as far as it has come.
  [[nodiscard]] base::Result<Triage> triage();

  /// Makes sure that the cached picture is the one of `moment`, and says what it took.
  enum class Refreshed { no, amended, rebuilt };
  [[nodiscard]] base::Result<Refreshed> refresh();
  /// The same with the plan and who fits which market, which may be made anew later than the rest.
  [[nodiscard]] base::Result<void> refresh_plan();
  /// What everything shown goes by: it changes whenever anything that is shown may. Brings the picture up to date.
  struct Stamp {
    std::int64_t head = 0;  ///< The number of the last change.
    base::Instant from{};   ///< When the picture was made.
    friend bool operator==(const Stamp&, const Stamp&) = default;
  };
  [[nodiscard]] base::Result<Stamp> stamp();
  /// The number of the change that was said last by this App; 0 before the first.
  [[nodiscard]] std::uint32_t said_change() const { return said_change_; }
  /// The number of the last change; 0 before the first.
  [[nodiscard]] base::Result<std::int64_t> last_change() { return store_->head(); }

  // What the owner says. Each gives what was written, in words.
  [[nodiscard]] base::Result<std::string> log(Verb verb, const std::vector<std::string>& persons,
                                              std::string_view text, base::Day on);
  [[nodiscard]] base::Result<std::string> refer(std::string_view person, std::string_view answer);
  /// The same of somebody whom `triage` has given. The picture is made anew by the next question only.
  [[nodiscard]] base::Result<std::string> refer(const PersonView& person, std::string_view answer);
  [[nodiscard]] base::Result<std::string> rule(std::string_view verb, const std::vector<std::string>& persons);
  /// Gives these a tag, or takes it off.
  [[nodiscard]] base::Result<std::string> tag(std::string_view name, const std::vector<std::string>& persons, bool on);
  [[nodiscard]] base::Result<std::string> merge(std::string_view a, std::string_view b);
  [[nodiscard]] base::Result<std::string> split(std::string_view person, const std::vector<std::string>& handles);
  /// The key of step `n` of today, as it was last shown.
  [[nodiscard]] base::Result<std::string> step_key(int n);
  /// Why the step of that key is in the plan.
  [[nodiscard]] base::Result<WhyView> why(std::string_view key);
  /// `word`: "done", "skip" or "later" (which has an `until`). Done twice on a day is kept once.
  [[nodiscard]] base::Result<std::string> answer_step(std::string_view key, std::string_view word, std::string_view text,
                                                      std::optional<base::Day> until);
  /// The key of question `n` of review, as it was last shown.
  [[nodiscard]] base::Result<std::string> question_key(int n);
  /// `word`: "yes", "no" or "later".
  [[nodiscard]] base::Result<std::string> answer_question(std::string_view key, std::string_view word);
  [[nodiscard]] base::Result<std::string> me(const std::vector<std::string>& add,
                                             const std::vector<std::string>& remove, std::string_view region);

  // Commitments: offers, needs, introductions under way. Things go by their number.
  [[nodiscard]] base::Result<plays::Commitments> commitments();
  [[nodiscard]] base::Result<std::string> offer(std::string_view text);
  [[nodiscard]] base::Result<std::string> drop_offer(std::uint32_t number);
  [[nodiscard]] base::Result<std::vector<NeedView>> needs();
  /// Noticed in letters of the last 180 days and in notes, the newest first, but for what was decided.
  [[nodiscard]] base::Result<std::vector<NoticedView>> noticed_needs();
  /// The key of need `n`, as noticed_needs last gave it.
  [[nodiscard]] base::Result<std::string> noticed_key(int n);
  [[nodiscard]] base::Result<std::string> answer_noticed(std::string_view key, bool yes);
  [[nodiscard]] base::Result<std::string> need(std::string_view person, std::string_view text);
  /// `helped`: by the owner, which is evidence of help; `met`: otherwise; `drop`: it never was one.
  enum class Settled { helped, met, drop };
  [[nodiscard]] base::Result<std::string> settle_need(std::uint32_t number, Settled how);
  [[nodiscard]] base::Result<std::vector<IntroductionView>> introductions();
  [[nodiscard]] base::Result<IntroductionView> introduction(std::uint32_t number);
  [[nodiscard]] base::Result<std::string> introduce(std::string_view first, std::string_view second, std::string_view why);
  enum class Word : std::uint8_t {
    asked,     ///< They were asked whether they would like it, and have not answered yet.
    agreed,
    declined,
  };
  /// What one of the two says to it, or that they were asked: Fault::usage once it has been made.
  [[nodiscard]] base::Result<std::string> move_introduction(std::uint32_t number, std::string_view person, Word word);
  /// Made: help to both of them, on that day.
  [[nodiscard]] base::Result<std::string> introduction_made(std::uint32_t number);
  [[nodiscard]] base::Result<std::string> introduction_came(std::uint32_t number, std::string_view text);
  [[nodiscard]] base::Result<FavoursView> favours();
  // Share: what the owner published, and whom it serves. Pieces go by their number.
  struct PieceWords {
    std::string title, link, text;
  };
  [[nodiscard]] base::Result<PiecesView> add_piece(const PieceWords& words);
  /// From a feed's address or file, LinkedIn's Shares.csv, a Markdown file, or a folder of them.
  [[nodiscard]] base::Result<PiecesView> add_pieces(const std::string& from);
  /// From every feed on the web that brought a piece before.
  [[nodiscard]] base::Result<PiecesView> fetch_pieces();
  [[nodiscard]] base::Result<std::vector<PieceView>> pieces();
  [[nodiscard]] base::Result<PieceView> piece(std::uint32_t number);
  [[nodiscard]] base::Result<std::string> drop_piece(std::uint32_t number);
  [[nodiscard]] base::Result<AudienceView> audience(std::uint32_t number, std::size_t limit);
  /// The letter to one of them. Nothing is noted.
  [[nodiscard]] base::Result<Draft> piece_letter(std::uint32_t number, std::string_view person);
  /// Letters for these, and a note in the ledger that they went out.
  [[nodiscard]] base::Result<std::vector<PieceLetter>> share(std::uint32_t number, const std::vector<std::string>& persons);
  /// How letters with pieces go: "Subject: {{title}}", an empty line, the text.
  [[nodiscard]] base::Result<std::string> letter_form();
  [[nodiscard]] base::Result<std::string> set_letter_form(std::string_view text);
  [[nodiscard]] base::Result<std::string> set_topics(std::string_view text);
  /// Whom to ask about something, who would most gladly tell first.
  [[nodiscard]] base::Result<std::vector<AskView>> ask(std::string_view about, std::size_t limit);

  /// Focus: one market or two, and letting go of those who are in none and whom nothing ties.
  [[nodiscard]] base::Result<std::string> market(std::string_view name, std::string_view rule);
  [[nodiscard]] base::Result<std::string> drop_market(std::string_view name);
  [[nodiscard]] base::Result<MarketView> try_market(std::string_view name, std::string_view rule);
  [[nodiscard]] base::Result<MarketView> show_market(std::string_view name);
  [[nodiscard]] base::Result<std::vector<MarketView>> markets();
  [[nodiscard]] base::Result<LetGoView> let_go_proposals(std::size_t limit);
  /// All of the last batch that `let_go_proposals` gave, but for these.
  [[nodiscard]] base::Result<std::string> let_go_batch(const std::vector<std::string>& except);

  // Who knows whom.
  /// To a person, to a company or market, or to whom a rule takes in.
  [[nodiscard]] base::Result<PathView> path(std::string_view to);
  [[nodiscard]] base::Result<std::vector<CircleView>> communities();
  /// The strongest ties, at most `limit` of them, and who of these know each other; members and those one step
  /// away come first.
  [[nodiscard]] base::Result<MapView> map(std::size_t limit);
  /// How closely those in the lists hang together, and how they would without some of them.
  [[nodiscard]] base::Result<CohesionChange> cohesion_without(std::span<const std::uint32_t> persons);
  // Meet: who is where.
  /// Fault::ambiguous with the candidates in the problem; `limit` 0: all.
  [[nodiscard]] base::Result<TripView> trip(std::string_view place, base::Days days, int within_km, std::size_t limit);
  /// Most people first; whoever's town is not known comes last, under an empty name.
  [[nodiscard]] base::Result<std::vector<TownView>> towns();
  /// When the owner is free by these calendar files, which are read for that alone.
  [[nodiscard]] base::Result<SlotsView> slots(const std::vector<std::string>& files, const SlotsAsk& ask);
  [[nodiscard]] base::Result<BriefView> brief(std::string_view person);
  [[nodiscard]] base::Result<InviteView> invite(const InviteAsk& ask);
  /// The owner says that it went out.
  [[nodiscard]] base::Result<std::string> invitation_sent(const InviteAsk& ask);
  /// Those to come, the next first; then those of the last 30 days of which nothing tells how they went, the latest first.
  [[nodiscard]] base::Result<std::vector<InvitationView>> invitations();
  /// They met: evidence of a meeting, with a word about it or none.
  [[nodiscard]] base::Result<std::string> invitation_met(std::uint32_t number, std::string_view text);
  [[nodiscard]] base::Result<std::string> invitation_off(std::uint32_t number);
  /// A letter that proposes the first free times of `slots`, on three days.
  [[nodiscard]] base::Result<Draft> propose(const std::vector<std::string>& persons, const SlotsView& slots, int length_minutes);

  // Changes.
  /// What was imported, the newest first.
  [[nodiscard]] base::Result<std::vector<SourceView>> sources();
  [[nodiscard]] base::Result<std::vector<store::Change>> history();
  /// The last live change that is no undo, or the one named.
  [[nodiscard]] base::Result<std::string> undo(std::optional<std::uint32_t> change);

  // Out, and upkeep.
  [[nodiscard]] base::Result<std::string> export_people(std::string_view format, const store::Filter& filter);
  /// Birthdays, and the days on which members of the network are due, as iCalendar.
  [[nodiscard]] base::Result<CalendarView> calendar();
  /// Everything, line by line, until `line` gives false.
  [[nodiscard]] base::Result<void> export_ledger(const std::function<bool(const std::string&)>& line);
  /// What is wrong, in words; empty when all is well. Rebuilds the picture and compares.
  [[nodiscard]] base::Result<std::vector<std::string>> check();
  [[nodiscard]] base::Result<void> backup(const std::string& path);
  /// See store::Store::restore; the second where the data file cannot be opened (Fault::damaged).
  [[nodiscard]] base::Result<std::string> restore(const std::string& path);
  [[nodiscard]] static base::Result<std::string> replace_damaged(const std::string& database, const std::string& path);
  /// Who was let in to the server of this data file.
  [[nodiscard]] store::SessionStore sessions() { return store_->sessions(); }

 private:
  App(Settings settings, std::unique_ptr<store::Store> store)
      : settings_(std::move(settings)), store_(std::move(store)) {}
  [[nodiscard]] base::Result<void> rebuild();
  /// Brings the picture of `key` up to date by what was said since, where that moves only the
  /// persons whom it speaks of. False where it may move others: then all is to be made anew.
  [[nodiscard]] base::Result<bool> amend(const store::PictureKey& key);
  /// One person anew, from their own rows.
  [[nodiscard]] store::Amended derived(store::Store::PersonBook& part, const standing::Learned& learned, const Totals& totals) const;
  /// The plan and the markets anew, from the picture that lies there.
  [[nodiscard]] base::Result<void> replan(const store::PictureKey& key);
  /// The rows of those whom the owner invited to what is over, which show whether they met.
  [[nodiscard]] base::Result<void> add_invited(ledger::Book& book, const people::People& people);
  [[nodiscard]] base::Result<PersonView> view(std::uint32_t person);
  /// Makes sure that the graph is the one of the cached picture.
  [[nodiscard]] base::Result<void> acquaint();
  [[nodiscard]] base::Result<void> draw_graph(const store::PictureKey& key);
  /// Everybody's, as the graph has them.
  [[nodiscard]] base::Result<std::vector<graph::Acquaintance>> acquaintances();
  /// `words` occur in everybody who is of the group; empty: nothing is known.
  [[nodiscard]] base::Result<PathView> path_to(const plays::Market& group, const std::string& words = {});
  [[nodiscard]] base::Result<void> find_introducers(std::span<const people::PersonId> targets, PathView& out);
  /// One change: what `say` reads and what it writes is one transaction, so that of two at once the later knows the
  /// earlier. `say` gives what was said, in words; a fault of it, and nothing is kept.
  [[nodiscard]] base::Result<std::string> change(std::string_view command,
                                                 const std::function<base::Result<std::string>(Saying&)>& say);
  /// The same within a change: two persons are one.
  [[nodiscard]] base::Result<std::string> join(std::string_view a, std::string_view b, Saying& saying);
  [[nodiscard]] base::Result<std::string> take_back(std::optional<std::uint32_t> change);
  [[nodiscard]] base::Result<bool> is_done_today(const PersonView& person, const ledger::StepDone& step);
  /// What the owner did by doing a step, where no command of its own says it.
  [[nodiscard]] base::Result<void> note_deed(const ledger::StepDone& step, const PersonView& person, const ledger::Handle& handle, Saying& saying);
  /// On a meeting, or with `help` on a letter.
  [[nodiscard]] base::Result<std::string> answer_row(std::string_view person, std::string_view key,
                                                     std::string_view word, bool help);
  /// Keeps what the numbers of a list stand for, where that is wanted.
  [[nodiscard]] base::Result<void> number_list(const std::string& list, const std::string& body) {
    return settings_.numbers_lists ? store_->remember(list, body) : base::Result<void>();
  }
  /// Line `n` of a list as it was last shown.
  [[nodiscard]] base::Result<std::string> remembered(const std::string& list, int n, std::string_view lacks, std::string_view hint);
  /// Whom the step of that key is about, and its play and topic.
  [[nodiscard]] base::Result<std::pair<PersonView, std::string>> step_of(std::string_view key);
  /// Where what is known of them comes from: fills `facts` and `notes`.
  [[nodiscard]] base::Result<void> trace(const store::Store::PersonBook& part, ShowView& out);
  /// What steps are told with.
  struct Telling {
    plays::Commitments commitments;
    std::string owner_name;
    std::vector<std::int32_t> whose;  ///< store::Store::seating.
  };
  [[nodiscard]] base::Result<Telling> telling();
  /// Which steps were done today, and the minutes that they took.
  [[nodiscard]] base::Result<plays::Done> done_today();
  /// A step as it is shown, with its evidence and a letter.
  [[nodiscard]] base::Result<StepView> step_view(int n, const plays::Step& step, const Telling& with);
  [[nodiscard]] base::Result<std::optional<Draft>> step_draft(const StepView& step, const std::optional<store::ShownRow>& evidence,
                                                              const std::optional<store::ShownRow>& last, const Telling& with);
  [[nodiscard]] static std::string opening(const StepView& step, const std::optional<store::ShownRow>& last, const plays::Commitments& now);
  /// A row with what it is and which way it went, towards one person.
  [[nodiscard]] base::Result<RowView> row_towards(const PersonView& person, const store::ShownRow& row, const Telling& with);
  /// The letter with a piece, as the owner's form has it. Nothing is noted.
  [[nodiscard]] base::Result<Draft> piece_draft(const plays::Piece& piece, const PersonView& person, const plays::Commitments& now);
  [[nodiscard]] base::Result<ledger::Handle> leader(const PersonView& person);
  /// Everybody in touch or closer who has to do with `words`, the best first.
  [[nodiscard]] base::Result<std::vector<RelevantView>> relevant(const std::vector<std::string>& words,
                                                                 std::string_view favoured);
  /// What one person has to do with `words`; no score.
  [[nodiscard]] base::Result<RelevantView> told_of(const PersonView& person, const std::vector<std::string>& words);
  /// That the piece went to them; gives the id of the letter.
  [[nodiscard]] base::Result<std::string> note_sent(const plays::Piece& piece, const PersonView& person, std::string_view domain, Saying& saying);
  /// The same where a step is done that was for a piece which they do not have yet; false for other steps.
  [[nodiscard]] base::Result<bool> note_step_sent(std::string_view topic, const PersonView& person, Saying& saying);
  /// Everybody named, once, who has not got the piece yet.
  [[nodiscard]] base::Result<std::vector<PersonView>> recipients(const PieceView& piece, const std::vector<std::string>& persons);
  /// What a step of an introduction, done, makes of it: they have been asked, or it has been made.
  [[nodiscard]] base::Result<void> note_step_introduction(const PersonView& person, Saying& saying);
  /// That an introduction was made: the word of it, and the help to both.
  [[nodiscard]] base::Result<void> note_made(const IntroductionView& one, Saying& saying);
  [[nodiscard]] base::Result<PiecesView> keep_pieces(std::vector<plays::Piece> found, const std::string& from);
  [[nodiscard]] base::Result<SentView> came_back(const plays::Sent& sent);
  [[nodiscard]] base::Result<InvitationView> invitation(std::uint32_t number);
  [[nodiscard]] base::Result<InvitationView> invitation_view(const plays::Invitation& one);
  [[nodiscard]] base::Result<IntroductionView> introduction_view(const plays::Introduction& one);
  /// For each identity of the picture whose it is.
  [[nodiscard]] base::Result<std::vector<people::PersonId>> persons_of_identities();
  [[nodiscard]] base::Result<std::vector<ledger::Handle>> leaders(const std::vector<PersonView>& persons);

  Settings settings_;
  std::unique_ptr<store::Store> store_;
  standing::Policy policy_;
  std::uint32_t said_change_ = 0;
};

}  // namespace app
