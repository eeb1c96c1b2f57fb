#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <ostream>

#include "app/people/people.h"
#include "app/person.h"
#include "base/time.h"
#include "faces/cli/cli.h"
#include "faces/cli/text.h"
#include "wire/wire.h"
#include "words/words.h"

namespace faces::cli {

namespace {

constexpr Argument show_arguments[] = {
    {"PERSON", "an id, an address, a number, a LinkedIn URL or any part of a name", false, true},
};
constexpr Option show_options[] = {
    {"--timeline", "N", "at most N rows of the timeline; 0 is all (default 8)"},
    {"--facts", "", "where each fact and note comes from"},
};

std::string last_of(const std::vector<app::RowView>& rows, ledger::Kind kind, bool help = false) {
  for (const app::RowView& row : rows) {
    if (row.counts && (help ? standing::is_help(row.kind) : row.kind == kind)) return row_words(row);
  }
  return {};
}

std::string fact_line(const app::ShowView& view, ledger::Kind kind, std::size_t count, std::string_view none) {
  if (count == 0) return std::string(none);
  const std::string last = last_of(view.timeline, kind);
  return counted(count, "time", "times") + (last.empty() ? "" : ", last " + last);
}

/// "41, fading    61 % likely to answer within 14 days if you write today".
std::string strength_words(const app::ShowView& view) {
  constexpr std::uint32_t own_min = 30;  // Letters of the owner's past that make a chance more than a guess.
  const auto& s = view.person.card.standing;
  const double now = s.strength, before = view.strength_before;
  std::string out = fmt::format("{:.0f}", now);
  if (now >= 1 || before >= 1) out += now < 0.8 * before ? ", fading" : before < 0.8 * now ? ", growing" : "";
  return fmt::format("{}    {:.0f} % likely to answer within 14 days if you write today{}", out, 100 * s.reply_chance,
                     view.learned.ties < own_min ? " (a guess: your own mail tells too little yet)" : "");
}

/// "in touch in 7 of the last 12 months".
std::string constancy_words(const standing::Constancy& c) {
  const bool months = c.window_days == 30 || c.window_days == 31;
  const std::string windows = c.window_days == 7    ? "weeks"
                              : months              ? "months"
                              : c.window_days == 91 ? "quarters"
                                                    : fmt::format("windows of {} days, your rhythm with them", c.window_days);
  return fmt::format("in touch in {} of the last {} {}", c.in_touch, c.windows, windows);
}

void print_facts(Context& context, const app::ShowView& view) {
  const auto& p = view.person.card.person;
  const auto& s = view.person.card.standing;
  const auto row = [&](std::string_view label, const std::string& text) {
    context.out() << "  " << pad(label, 9) << "  " << text << "\n";
  };
  const bool unknown_meet = s.meet == standing::Fact::unknown;
  row("met",
      fact_line(view, ledger::Kind::met, s.counts.met, unknown_meet ? "unknown: no calendar or call log imported" : "never"));
  if (s.counts.called > 0) row("called", fact_line(view, ledger::Kind::called, s.counts.called, "never"));
  if (s.counts.wrote_in + s.counts.wrote_out > 0) {
    row("wrote", fmt::format("{} to you, {} from you, last {}", thousands(s.counts.wrote_in), thousands(s.counts.wrote_out),
                             last_of(view.timeline, ledger::Kind::wrote)));
  } else {
    row("wrote", s.talk == standing::Fact::unknown || !view.covers.talk ? "unknown: no mail or messages imported" : "never");
  }
  if (s.counts.help_in + s.counts.help_out > 0) {
    row("help", fmt::format("{} from you, {} to you, last {}", thousands(s.counts.help_out), thousands(s.counts.help_in),
                            last_of(view.timeline, ledger::Kind::helped, true)));
  } else {
    row("help", s.help == standing::Fact::unknown ? "unknown: no source says" : "none");
  }
  row("refer?", p.answer.empty() ? fmt::format("not asked    wellmet refer {} yes|hesitate|no|stranger", view.person.id())
                                 : "you said: " + safe(p.answer, 20));
  if (p.organisation.empty()) {
    row("strength", strength_words(view));
    std::string reasons;
    for (const base::Message& reason : view.strength_reasons)
      reasons += (reasons.empty() ? "" : " · ") + safe(words::say(reason), 80);
    if (!reasons.empty()) row("because", reasons);
  }
  if (view.constancy) row("constant", constancy_words(*view.constancy));
  if (view.next) row("next", words::say(view.next->step.todo) + "    (" + words::say(view.next->step.reason) + ")");
  if (view.waits)
    row("next", fmt::format("nothing before {}: what you wrote on {} has no answer yet", base::words(view.waits->until),
                            base::words(view.waits->since)));
  std::string handles;
  for (const auto* list : {&p.emails, &p.phones, &p.profiles}) {
    for (const std::string& handle : *list) handles += (handles.empty() ? "" : " · ") + safe(handle, 70);
  }
  if (!handles.empty()) row("reach", handles);
  if (!p.names.empty()) {
    std::string names;
    for (std::size_t i = 0; i < p.names.size() && i < 6; ++i) names += (i > 0 ? " · " : "") + safe(p.names[i], 40);
    row("also", names);
  }
  if (p.job_change) {
    const people::JobChange& job = *p.job_change;
    const std::string before = job.title + (job.title.empty() || job.company.empty() ? "" : ", ") + job.company;
    row("job",
        fmt::format("new between {} and {}; before that: {}", base::words(job.after), base::words(job.by), safe(before, 100)));
  }
  if (!p.birthday.empty()) row("birthday", safe(p.birthday, 20));
  for (const std::string& note : p.notes) row("note", safe(note, 160));
}

/// "address book, contacts.vcf, 20 Nov 2026".
std::string teller_words(const std::string& source, const std::string& file, const std::string& when) {
  return (source == "you" ? "your word" : file_kind_words(source)) + (file.empty() ? "" : ", " + safe(file, 60)) +
         (when.empty() ? "" : ", " + when);
}

void print_sources(Context& context, const app::ShowView& view) {
  const Paint paint(context.color());
  context.out() << "\n";
  const auto row = [&](std::string_view label, const std::string& value, const std::string& teller) {
    context.out() << "  " << pad(label, 9) << "  " << value << "  " << paint.dim("(" + teller + ")") << "\n";
  };
  for (const app::FactView& one : view.facts) {
    const std::string why = !one.shown ? "; not shown" : one.why.empty() ? "" : "; " + words::say(one.why);
    const std::string when = one.at ? base::words(*one.at) : one.told ? "imported " + base::words(*one.told) : "";
    row(one.fact, safe(one.value, 70), teller_words(one.source, one.file, when) + why);
  }
  for (const app::NoteView& one : view.notes)
    row("note", safe(one.text, 160), teller_words(one.source, one.file, one.at ? base::words(*one.at) : ""));
}

int run_show(Context& context) {
  std::string who;
  for (const std::string& word : context.values("PERSON")) who += (who.empty() ? "" : " ") + word;
  auto session = context.open();
  if (!session) return context.fail(session.error());
  const auto view = app::show(*session, who);
  if (!view) return context.fail(view.error());
  if (context.json()) {
    context.out() << wire::dump(wire::show_json(*view));
    return done;
  }
  const Paint paint(context.color());
  const auto& p = view->person.card.person;
  std::string head = paint.bold(safe(p.name, 80));
  std::string job = safe(p.company, 60);
  if (!p.title.empty()) job += (job.empty() ? "" : ", ") + safe(p.title, 60);
  for (const std::string& part : {job, safe(p.city, 60)}) {
    if (!part.empty()) head += " · " + part;
  }
  const std::string words = standing_words(view->person);
  context.out() << head << "\n" << (view->person.card.standing.network ? paint.warm(words) : paint.cool(words)) << "\n\n";
  print_facts(context, *view);
  if (context.flag("--facts")) print_sources(context, *view);
  const auto limit = context.number("--timeline", 0);
  if (!limit) return context.fail(limit.error());
  const std::size_t shown = limit->has_value() ? static_cast<std::size_t>(**limit) : 8;
  if (!view->timeline.empty()) context.out() << "\n";
  for (std::size_t i = 0; i < view->timeline.size() && (shown == 0 || i < shown); ++i) {
    const app::RowView& row = view->timeline[i];
    const std::string_view arrow = row.direction == standing::Direction::out    ? "→"
                                   : row.direction == standing::Direction::in   ? "←"
                                   : row.direction == standing::Direction::both ? "↔"
                                                                                : " ";
    // An address book does not say since when.
    const std::string day = row.at == base::Instant{} ? pad("", 10) : base::iso(base::day_of(row.at));
    context.out() << "  " << day << "  " << arrow << " " << pad(ledger::word(row.kind), 11) << "  " << safe(row.note, 60)
                  << (row.note.empty() ? "" : "  ") << paint.dim("(" + source_words(row) + ")")
                  << (row.confidence < 0.999 ? paint.dim(fmt::format("  {:.0f} % sure", 100 * row.confidence)) : "")
                  << (row.counts ? "" : paint.dim("  does not count")) << "\n";
  }
  if (shown != 0 && view->timeline.size() > shown) {
    context.out() << "  and " << thousands(view->timeline.size() - shown) << " more (--timeline 0 shows all)\n";
  }
  return done;
}

}  // namespace

extern const Command command_show;
const Command command_show{
    .name = "show",
    .group = "Who you know",
    .summary = "where you stand with somebody, and why",
    .examples =
        "wellmet show ada\n"
        "wellmet show ada@lovelace.example --json\n"
        "wellmet show +46701234567 --as-of \"last friday\"\n",
    .arguments = show_arguments,
    .options = show_options,
    .run = run_show,
};

}  // namespace faces::cli
