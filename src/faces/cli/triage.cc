#include <fmt/format.h>
#include <iostream>
#include <nlohmann/json.hpp>
#include <ostream>
#include <termios.h>
#include <unistd.h>

#include "app/json.h"
#include "faces/cli/cli.h"
#include "faces/cli/text.h"

namespace faces::cli {

namespace {

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
    case 'y': return "yes";
    case 'h': return "hesitate";
    case 'n': return "no";
    case 's': return "stranger";
    default: return {};
  }
}

void print_card(Context& context, const app::PersonView& view, std::size_t left) {
  const Paint paint(context.color());
  const auto& p = view.card.person;
  const auto& s = view.card.standing;
  context.out() << "\n" << paint.bold(safe(p.name, 60));
  for (const std::string& part : {p.company, p.title, p.city}) {
    if (!part.empty()) context.out() << " · " << safe(part, 40);
  }
  context.out() << fmt::format("\n  met {}, called {}, wrote {} to you and {} from you, help {} from you and {} to you\n",
                               counted(s.counts.met, "time", "times"), counted(s.counts.called, "time", "times"), s.counts.wrote_in, s.counts.wrote_out, s.counts.help_out,
                               s.counts.help_in)
                << "  Would you refer somebody to them without hesitation?\n"
                << "  y yes · h hesitate · n no · s stranger · l later · u undo · q quit   (" << thousands(left) << " left) "
                << std::flush;
}

int ask_all(Context& context, app::App& app, std::vector<app::PersonView> all) {
  const OneKey keys(context.environment().in_is_terminal);
  std::vector<std::size_t> asked;  // Places of those answered, for undo.
  std::size_t i = 0;
  while (i < all.size()) {
    print_card(context, all[i], all.size() - i);
    const char key = OneKey::read(context.environment().in);
    if (key == 'q') break;
    if (key == 'u') {
      if (asked.empty()) continue;
      const auto undone = app.undo({});
      if (!undone) return context.fail(undone.error());
      i = asked.back();
      asked.pop_back();
      context.out() << "\n" << *undone << "\n";
      continue;
    }
    if (key == 'l') {
      context.out() << "later\n";
      ++i;
      continue;
    }
    const std::string answer = answer_of(key);
    if (answer.empty()) continue;
    const auto said = app.refer(all[i].id(), answer);
    if (!said) return context.fail(said.error());
    context.out() << answer << "\n";
    asked.push_back(i++);
  }
  context.out() << "\n" << counted(asked.size(), "answer", "answers") << ". Go on any time: wellmet triage\n";
  return done;
}

int run(Context& context) {
  auto app = context.open();
  if (!app) return context.fail(app.error());
  auto all = (*app)->to_triage(0);
  if (!all) return context.fail(all.error());
  if (context.json()) {
    app::PeopleView view{all->size(), std::move(*all)};
    context.out() << app::dump(app::people_json(view));
    return done;
  }
  if (all->empty()) {
    context.out() << "Nobody is left to ask about.\n";
    return done;
  }
  return ask_all(context, **app, std::move(*all));
}

}  // namespace

extern const Command command_triage;
const Command command_triage{
    .name = "triage",
    .group = "What you say",
    .summary = "the referral test, one person after another, one key each",
    .examples =
        "wellmet triage\n"
        "wellmet triage --json\n",
    .arguments = {},
    .options = {},
    .run = run,
};

}  // namespace faces::cli
