#include "app/people/triage.h"

#include <termios.h>
#include <unistd.h>

#include <iostream>
#include <nlohmann/json.hpp>
#include <ostream>

#include "app/people/say.h"
#include "app/person.h"
#include "app/session.h"
#include "app/settings/settings.h"
#include "faces/cli/cli.h"
#include "faces/cli/text.h"
#include "wire/wire.h"
#include "words/words.h"

namespace faces::cli {

namespace {

constexpr Option triage_options[] = {
    {"--list", "", "usage.triage.list"},
    {"--limit", "N", "usage.triage.limit"},
};

/// One key at a time, without waiting for a line; as it was when it goes.
class OneKey {
 public:
  explicit OneKey(bool terminal) : terminal_(terminal && tcgetattr(STDIN_FILENO, &before_) == 0) {
    if (!terminal_) return;
    termios now = before_;
    now.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO);
    tcsetattr(STDIN_FILENO, TCSANOW, &now);
  }
  ~OneKey() {
    if (terminal_) tcsetattr(STDIN_FILENO, TCSANOW, &before_);
  }
  OneKey(const OneKey&) = delete;
  OneKey& operator=(const OneKey&) = delete;

  /// 'q' at the end of the input.
  static char read(std::istream& in) {
    char key = 'q';
    do {
      if (!in.get(key)) return 'q';
    } while (key == '\n');
    return key;
  }

 private:
  termios before_{};
  bool terminal_;
};

std::string answer_of(char key) {
  switch (key) {
    case 'y':
      return "yes";
    case 'h':
      return "hesitate";
    case 'n':
      return "no";
    case 's':
      return "stranger";
    default:
      return {};
  }
}

void print_card(Context& context, const app::PersonView& view, std::size_t asked, std::size_t left) {
  const Paint paint(context.color());
  const auto& p = view.card.person;
  const auto& s = view.card.standing;
  context.out() << "\n" << paint.bold(safe(p.name, 60));
  for (const std::string& part : {p.company, p.title, p.city}) {
    if (!part.empty()) context.out() << " · " << safe(part, 40);
  }
  context.out() << "\n  "
                << say("cli.triage.counts", {{"met", s.counts.met},
                                             {"called", s.counts.called},
                                             {"in", s.counts.wrote_in},
                                             {"out", s.counts.wrote_out},
                                             {"help_out", s.counts.help_out},
                                             {"help_in", s.counts.help_in}})
                << "\n  " << say("cli.triage.question") << "\n  "
                << say("cli.triage.keys", {{"y", "y"},
                                           {"h", "h"},
                                           {"n", "n"},
                                           {"s", "s"},
                                           {"l", "l"},
                                           {"u", "u"},
                                           {"q", "q"},
                                           {"asked", asked},
                                           {"left", left}})
                << " " << std::flush;
}

/// Those not asked, as the answers have it, and where word and evidence disagree.
void print_list(Context& context, const app::Triage& triage, std::size_t limit) {
  const Paint paint(context.color());
  std::ostream& out = context.out();
  const auto likely = triage.likely(limit);
  if (!likely.empty()) {
    out << say("cli.triage.likely", {{"by", triage.asked() > 0 ? "answers" : "evidence"}}) << "\n";
    for (const app::LikelyAnswer& one : likely) {
      std::string reasons;
      for (const base::Message& reason : one.reasons) reasons += (reasons.empty() ? "" : " · ") + safe(words::say(reason), 60);
      out << "  " << pad(say("cli.percent", {{"percent", percent(one.yes_chance)}}), 5, true) << "  "
          << paint.bold(pad(safe(one.person.card.person.name, 28), 28)) << "  " << reasons << "\n";
    }
    const std::size_t more = triage.likely(0).size() - likely.size();
    if (more > 0) out << "         " << say("cli.more", {{"n", more}}) << "\n";
  }
  const auto disagreements = triage.disagreements();
  if (!disagreements.empty()) {
    out << "\n" << say("cli.triage.disagree") << "\n";
    for (const app::Disagreement& one : disagreements) {
      out << "  " << paint.bold(pad(safe(one.person.card.person.name, 28), 28)) << "  " << words::say(one.words) << "  "
          << one.person.id() << "\n";
    }
  }
}

void print_end(Context& context, const app::Triage& triage, std::size_t answers) {
  const base::Message then = triage.next() == nullptr                 ? base::say("cli.triage.nobody-left")
                             : triage.settled() && triage.asked() > 0 ? base::say("cli.triage.settled")
                                                                      : base::say("cli.triage.go-on");
  context.out() << "\n" << say("cli.triage.end", {{"n", answers}, {"then", then}}) << "\n";
}

int ask_all(Context& context, app::Session& session, app::Triage triage) {
  const OneKey keys(context.environment().in_is_terminal);
  std::vector<app::PersonView> said;  // Those answered in this session, for undo.
  std::optional<app::PersonView> again;
  bool told = triage.settled();
  while (again || triage.next() != nullptr) {
    const app::PersonView asked = again ? *again : *triage.next();
    print_card(context, asked, triage.asked(), triage.left());
    if (!context.out().flush()) break;  // Nobody is to answer what nobody sees.
    const char key = OneKey::read(context.environment().in);
    if (key == 'q') break;
    if (key == 'u') {
      if (said.empty()) continue;
      const auto undone = app::undo(session, {});
      if (!undone) return context.fail(undone.error());
      again = said.back();
      said.pop_back();
      triage.answer(*again, "none");
      context.out() << "\n" << say("cli.sentence", {{"said", *undone}}) << "\n";
      continue;
    }
    if (key == 'l') {
      triage.answer(asked, "later");
      again.reset();
      context.out() << "later\n";
      continue;
    }
    const std::string answer = answer_of(key);
    if (answer.empty()) continue;
    const auto written = app::refer(session, asked, answer);
    if (!written) return context.fail(written.error());
    context.out() << answer << "\n";
    triage.answer(asked, answer);
    said.push_back(asked);
    again.reset();
    if (!told && triage.settled() && triage.next() != nullptr) {
      told = true;
      context.out() << "\n" << say("cli.triage.little") << "\n";
    }
  }
  print_end(context, triage, said.size());
  return done;
}

int run_triage(Context& context) {
  const auto limit = context.number("--limit", 0);
  if (!limit) return context.fail(limit.error());
  auto session = context.open();
  if (!session) return context.fail(session.error());
  auto triage = app::triage(*session);
  if (!triage) return context.fail(triage.error());
  if (context.json()) {
    context.out() << wire::dump(wire::triage_json(*triage));
    return done;
  }
  if (context.flag("--list")) {
    print_list(context, *triage, limit->has_value() ? static_cast<std::size_t>(**limit) : 20);
    if (triage->next() == nullptr) context.out() << say("cli.triage.nobody-left") << "\n";
    return done;
  }
  if (triage->next() == nullptr) {
    context.out() << say("cli.triage.nobody-left") << "\n";
    return done;
  }
  return ask_all(context, *session, std::move(*triage));
}

}  // namespace

extern const Command command_triage;
const Command command_triage{
    .name = "triage",
    .group = "usage.group.what-you-say",
    .summary = "usage.triage",
    .examples =
        "wellmet triage\n"
        "wellmet triage --list\n",
    .arguments = {},
    .options = triage_options,
    .run = run_triage,
    .notes = "usage.triage.notes",
};

}  // namespace faces::cli
