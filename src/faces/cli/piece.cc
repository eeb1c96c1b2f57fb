#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <ostream>

#include "app/session.h"
#include "app/share/share.h"
#include "faces/cli/cli.h"
#include "faces/cli/text.h"
#include "wire/wire.h"

namespace faces::cli {

namespace {

constexpr Argument piece_arguments[] = {
    {"DO", "add, list, show, fetch or remove; left out: list", true},
    {"WHAT",
     "to add: a feed's address or file, a Markdown file or a folder of them, Shares.csv, or a title;\n"
     "to show or remove: its number",
     true},
};
constexpr Option piece_options[] = {
    {"--title", "", "WHAT is a title, whatever it looks like"},
    {"--link", "URL", "where it can be read"},
    {"--text", "TEXT", "what it is about, or all of it"},
};

std::string counts(const app::PieceView& one) {
  if (one.sent.empty()) return "not shared yet";
  std::string out = "to " + counted(one.sent.size(), "person", "people");
  if (one.replied > 0) out += fmt::format(", {} answered", one.replied);
  if (one.engaged > 0) out += fmt::format(", {} took it up", one.engaged);
  if (one.moved_up > 0) out += fmt::format(", {} moved up since", one.moved_up);
  return out;
}

int show(Context& context, const app::PieceView& one) {
  if (context.json()) {
    context.out() << wire::dump(wire::piece_json(one));
    return done;
  }
  context.out() << Paint(context.color()).bold(safe(one.piece.title, 100)) << "\n";
  context.out() << base::words(one.piece.published) << (one.piece.link.empty() ? "" : " · " + safe(one.piece.link, 200)) << "\n";
  context.out() << "about: " << safe(one.piece.words, 100) << "\n" << counts(one) << "\n";
  if (!one.sent.empty()) context.out() << "\n";
  for (const app::SentView& sent : one.sent) {
    std::string back = sent.replied ? "answered " + base::words(*sent.replied) : sent.engaged ? "" : "nothing back yet";
    if (sent.engaged) back += (back.empty() ? "" : ", ") + std::string("took it up ") + base::words(*sent.engaged);
    const standing::Rung rung = sent.person.card.standing.rung;
    if (rung > sent.before) back += ", " + rung_words(sent.before) + " → " + rung_words(rung);
    context.out() << "  " << pad(safe(sent.person.card.person.name, 28), 28) << "  " << base::words(sent.on) << "  " << back
                  << "\n";
  }
  if (one.sent.empty() && !context.quiet())
    context.out() << fmt::format("Whom it would serve: wellmet share {}\n", one.piece.number);
  return done;
}

int list_pieces(Context& context, app::Session& session) {
  const auto all = app::pieces(session);
  if (!all) return context.fail(all.error());
  if (context.json()) {
    nlohmann::json out = nlohmann::json::array();
    for (const app::PieceView& one : *all) out.push_back(wire::piece_json(one));
    context.out() << wire::dump({{"pieces", std::move(out)}});
    return done;
  }
  if (all->empty()) {
    context.out() << "Nothing is there to share yet. What have you published? wellmet piece add https://you.example/feed.xml\n";
  }
  for (const app::PieceView& one : *all) {
    context.out() << fmt::format("{:>4}  ", one.piece.number) << pad(base::words(one.piece.published), 11) << "  "
                  << safe(one.piece.title, 70) << " · " << counts(one) << "\n";
  }
  return done;
}

int tell(Context& context, const base::Result<app::PiecesView>& added) {
  if (!added) return context.fail(added.error());
  if (context.json()) {
    context.out() << wire::dump(wire::pieces_added_json(*added));
    return done;
  }
  for (const plays::Piece& one : added->added) {
    context.out() << fmt::format("{:>4}  ", one.number) << pad(base::words(one.published), 11) << "  " << safe(one.title, 80)
                  << "\n";
  }
  if (added->unchanged) context.out() << "Nothing new: the server has the same as before.\n";
  if (added->added.empty() && !added->unchanged) {
    context.out() << (added->known > 0 ? "Nothing new: all of it is there already.\n" : "There is nothing in it.\n");
  }
  if (added->older > 0) context.out() << several(added->older, "older pieces") << " left out; once more brings the next ones.\n";
  if (added->wordless > 0) {
    context.out() << several(added->wordless, "pieces") << " left out: nothing tells what "
                  << (added->wordless == 1 ? "it is" : "they are") << " about.\n";
  }
  if (!added->added.empty() && !context.quiet())
    context.out() << fmt::format("Whom it would serve: wellmet share {}\n", added->added.back().number);
  return added->added.empty() && added->known == 0 && !added->unchanged ? answer_is_no : done;
}

/// What stands for a title rather than for a place where pieces are.
bool is_title(const Context& context, const std::string& what) {
  if (context.flag("--title") || context.value("--link") || context.value("--text")) return true;
  return what.find(' ') != std::string::npos && what.find('/') == std::string::npos && !what.ends_with(".md") &&
         !what.ends_with(".xml");
}

int run_piece(Context& context) {
  const std::string verb = context.value("DO").value_or("list");
  const auto what = context.value("WHAT");
  auto session = context.open();
  if (!session) return context.fail(session.error());
  if (verb == "list" && !what) return list_pieces(context, *session);
  if (verb == "fetch" && !what) return tell(context, app::fetch_pieces(*session));
  if (verb == "add" && what) {
    if (!is_title(context, *what)) return tell(context, app::add_pieces(*session, *what));
    return tell(context,
                app::add_piece(*session, {*what, context.value("--link").value_or(""), context.value("--text").value_or("")}));
  }
  if ((verb == "show" || verb == "remove") && what) {
    const auto number = context.number("WHAT", 1);
    if (!number) return context.fail(number.error());
    const auto n = static_cast<std::uint32_t>(**number);
    if (verb == "remove") {
      const auto said = app::drop_piece(*session, n);
      return said ? context.say(*said) : context.fail(said.error());
    }
    const auto one = app::piece(*session, n);
    return one ? show(context, *one) : context.fail(one.error());
  }
  return context.fail({base::Fault::usage, {}, base::say("cli.say-what-do-which"), base::say("cli.add-what-list-show")});
}

}  // namespace

extern const Command command_piece;
const Command command_piece{
    .name = "piece",
    .group = "What to do",
    .summary = "what you have published, and what came of sharing it",
    .examples =
        "wellmet piece add https://you.example/feed.xml\n"
        "wellmet piece add \"How we halved our build times\" --link https://you.example/builds --text \"caching, ninja, CI\"\n"
        "wellmet piece fetch\n"
        "wellmet piece show 12\n",
    .arguments = piece_arguments,
    .options = piece_options,
    .run = run_piece,
    .notes =
        "Of a piece its title, day, address and most telling words are kept, not its text. A feed is asked for again with\n"
        "fetch, and only for what has changed; the newest 20 at once.",
};

}  // namespace faces::cli
