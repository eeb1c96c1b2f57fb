#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <ostream>

#include "app/session.h"
#include "app/share/share.h"
#include "faces/cli/cli.h"
#include "faces/cli/text.h"
#include "wire/wire.h"
#include "words/words.h"

namespace faces::cli {

namespace {

constexpr Argument piece_arguments[] = {
    {"DO", "usage.piece.do", true},
    {"WHAT", "usage.piece.what", true},
};
constexpr Option piece_options[] = {
    {"--title", "", "usage.piece.title"},
    {"--link", "URL", "usage.piece.link"},
    {"--text", "TEXT", "usage.piece.text"},
};

std::string counts(const app::PieceView& one) {
  return say("cli.piece.counts",
             {{"people", one.sent.size()}, {"replied", one.replied}, {"engaged", one.engaged}, {"moved", one.moved_up}});
}

/// What came of sending it to one of them.
std::string back(const app::SentView& sent) {
  const standing::Rung rung = sent.person.card.standing.rung;
  return say("cli.piece.back", {{"replied", yes(sent.replied.has_value())},
                                {"answered", sent.replied.value_or(base::Day{})},
                                {"engaged", yes(sent.engaged.has_value())},
                                {"taken", sent.engaged.value_or(base::Day{})},
                                {"rose", yes(rung > sent.before)},
                                {"before", rung_words(sent.before)},
                                {"now", rung_words(rung)}});
}

std::string whom_it_serves(std::uint32_t number) {
  return say("cli.piece.share", {{"command", fmt::format("wellmet share {}", number)}});
}

int show(Context& context, const app::PieceView& one) {
  if (context.json()) {
    context.out() << wire::dump(wire::piece_json(one));
    return done;
  }
  context.out() << Paint(context.color()).bold(safe(one.piece.title, 100)) << "\n";
  context.out() << words::say(one.piece.published) << (one.piece.link.empty() ? "" : " · " + safe(one.piece.link, 200)) << "\n";
  context.out() << say("cli.piece.about", {{"words", safe(one.piece.words, 100)}}) << "\n" << counts(one) << "\n";
  if (!one.sent.empty()) context.out() << "\n";
  for (const app::SentView& sent : one.sent) {
    context.out() << "  " << pad(safe(sent.person.card.person.name, 28), 28) << "  " << words::say(sent.on) << "  " << back(sent)
                  << "\n";
  }
  if (one.sent.empty() && !context.quiet()) context.out() << whom_it_serves(one.piece.number) << "\n";
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
    context.out() << say("cli.piece.none") << "\n";
  }
  for (const app::PieceView& one : *all) {
    context.out() << fmt::format("{:>4}  ", one.piece.number) << pad(words::say(one.piece.published), 11) << "  "
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
    context.out() << fmt::format("{:>4}  ", one.number) << pad(words::say(one.published), 11) << "  " << safe(one.title, 80)
                  << "\n";
  }
  if (added->unchanged) context.out() << say("cli.piece.unchanged") << "\n";
  if (added->added.empty() && !added->unchanged) {
    context.out() << (added->known > 0 ? say("cli.piece.known") : say("cli.piece.empty")) << "\n";
  }
  if (added->older > 0) context.out() << say("cli.piece.older", {{"n", added->older}}) << "\n";
  if (added->wordless > 0) context.out() << say("cli.piece.wordless", {{"n", added->wordless}}) << "\n";
  if (!added->added.empty() && !context.quiet()) context.out() << whom_it_serves(added->added.back().number) << "\n";
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
    .group = "usage.group.what-to-do",
    .summary = "usage.piece",
    .examples =
        "wellmet piece add https://you.example/feed.xml\n"
        "wellmet piece add \"How we halved our build times\" --link https://you.example/builds --text \"caching, ninja, CI\"\n"
        "wellmet piece fetch\n"
        "wellmet piece show 12\n",
    .arguments = piece_arguments,
    .options = piece_options,
    .run = run_piece,
    .notes = "usage.piece.notes",
};

}  // namespace faces::cli
