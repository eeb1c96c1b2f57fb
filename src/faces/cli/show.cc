#include <fmt/format.h>

#include <cmath>
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
    {"PERSON", "usage.show.person", false, true},
};
constexpr Option show_options[] = {
    {"--timeline", "N", "usage.show.timeline"},
    {"--facts", "", "usage.show.facts"},
};

std::string last_of(const std::vector<app::RowView>& rows, ledger::Kind kind, bool help = false) {
  for (const app::RowView& row : rows) {
    if (row.counts && (help ? standing::is_help(row.kind) : row.kind == kind)) return row_words(row);
  }
  return {};
}

std::string fact_line(const app::ShowView& view, ledger::Kind kind, std::size_t count) {
  const std::string last = last_of(view.timeline, kind);
  return say("cli.times-last", {{"n", count}, {"known", yes(!last.empty())}, {"row", last}});
}

/// "41, fading    61 % likely to answer within 14 days if you write today".
std::string strength_words(const app::ShowView& view) {
  constexpr std::uint32_t own_min = 30;  // Letters of the owner's past that make a chance more than a guess.
  const auto& s = view.person.card.standing;
  const double now = s.strength, before = view.strength_before;
  const bool some = now >= 1 || before >= 1;
  return say("cli.show.strengths", {{"strength", std::llrint(now)},
                                    {"way", some && now < 0.8 * before   ? "fading"
                                            : some && before < 0.8 * now ? "growing"
                                                                         : "other"},
                                    {"chance", percent(s.reply_chance)},
                                    {"guess", yes(view.learned.ties < own_min)}});
}

/// "in touch in 7 of the last 12 months".
std::string constancy_words(const standing::Constancy& c) {
  const bool months = c.window_days == 30 || c.window_days == 31;
  const std::string_view kind = c.window_days == 7 ? "weeks" : months ? "months" : c.window_days == 91 ? "quarters" : "other";
  return say("cli.show.in-touch", {{"in_touch", c.in_touch}, {"n", c.windows}, {"kind", kind}, {"days", c.window_days}});
}

/// What address books and profiles say, a `row` each.
template <typename Row>
void print_card(const app::ShowView& view, const Row& row) {
  const auto& p = view.person.card.person;
  std::string handles;
  for (const auto* list : {&p.emails, &p.phones, &p.profiles}) {
    for (const std::string& handle : *list) handles += (handles.empty() ? "" : " · ") + safe(handle, 70);
  }
  if (!handles.empty()) row(say("cli.show.reach"), handles);
  if (!p.names.empty()) {
    std::string names;
    for (std::size_t i = 0; i < p.names.size() && i < 6; ++i) names += (i > 0 ? " · " : "") + safe(p.names[i], 40);
    row(say("cli.show.also"), names);
  }
  if (p.job_change) {
    const people::JobChange& job = *p.job_change;
    const std::string before = job.title + (job.title.empty() || job.company.empty() ? "" : ", ") + job.company;
    row(say("cli.show.job"), say("cli.show.new-job", {{"after", job.after}, {"by", job.by}, {"before", safe(before, 100)}}));
  }
  if (!p.birthday.empty()) row(say("cli.show.birthday"), safe(p.birthday, 20));
  for (const std::string& note : p.notes) row(say("cli.show.note"), safe(note, 160));
}

void print_facts(Context& context, const app::ShowView& view) {
  const auto& p = view.person.card.person;
  const auto& s = view.person.card.standing;
  const auto row = [&](const std::string& label, const std::string& text) {
    context.out() << "  " << pad(label, 9) << "  " << text << "\n";
  };
  row(say("cli.show.met"), s.counts.met > 0                    ? fact_line(view, ledger::Kind::met, s.counts.met)
                           : s.meet == standing::Fact::unknown ? say("cli.unknown-meet")
                                                               : say("cli.never"));
  if (s.counts.called > 0) row(say("cli.show.called"), fact_line(view, ledger::Kind::called, s.counts.called));
  if (s.counts.wrote_in + s.counts.wrote_out > 0) {
    row(say("cli.show.wrote"), say("cli.wrote-last", {{"in", s.counts.wrote_in},
                                                      {"out", s.counts.wrote_out},
                                                      {"known", "yes"},
                                                      {"row", last_of(view.timeline, ledger::Kind::wrote)}}));
  } else {
    const bool unknown = s.talk == standing::Fact::unknown || !view.covers.talk;
    row(say("cli.show.wrote"), unknown ? say("cli.show.unknown-mail") : say("cli.never"));
  }
  if (s.counts.help_in + s.counts.help_out > 0) {
    row(say("cli.show.help"), say("cli.show.help-last", {{"out", s.counts.help_out},
                                                         {"in", s.counts.help_in},
                                                         {"known", "yes"},
                                                         {"row", last_of(view.timeline, ledger::Kind::helped, true)}}));
  } else {
    row(say("cli.show.help"), s.help == standing::Fact::unknown ? say("cli.show.unknown-help") : say("cli.none"));
  }
  const std::string refer = fmt::format("wellmet refer {} yes|hesitate|no|stranger", view.person.id());
  row(say("cli.show.refer"), p.answer.empty() ? say("cli.show.not-asked", {{"command", refer}})
                                              : say("cli.show.answer", {{"answer", safe(p.answer, 20)}}));
  if (p.organisation.empty()) {
    row(say("cli.show.strength"), strength_words(view));
    std::string reasons;
    for (const base::Message& reason : view.strength_reasons)
      reasons += (reasons.empty() ? "" : " · ") + safe(words::say(reason), 80);
    if (!reasons.empty()) row(say("cli.show.because"), reasons);
  }
  if (view.constancy) row(say("cli.show.constant"), constancy_words(*view.constancy));
  if (view.next)
    row(say("cli.show.next"), say("cli.show.next-step", {{"todo", view.next->step.todo}, {"reason", view.next->step.reason}}));
  if (view.waits) row(say("cli.show.next"), say("cli.show.waits", {{"until", view.waits->until}, {"since", view.waits->since}}));
  print_card(view, row);
}

void print_sources(Context& context, const app::ShowView& view) {
  const Paint paint(context.color());
  context.out() << "\n";
  const auto row = [&](const std::string& label, const std::string& value, const std::string& teller) {
    context.out() << "  " << pad(label, 9) << "  " << value << "  " << paint.dim("(" + teller + ")") << "\n";
  };
  // "address book, contacts.vcf, 20 Nov 2026".
  for (const app::FactView& one : view.facts) {
    row(fact_words(one.fact), safe(one.value, 70),
        say("cli.show.teller", {{"source", file_kind_words(one.source)},
                                {"filed", yes(!one.file.empty())},
                                {"file", safe(one.file, 60)},
                                {"dated", one.at     ? "yes"
                                          : one.told ? "told"
                                                     : "no"},
                                {"day", one.at ? *one.at : one.told.value_or(base::Day{})},
                                {"why", !one.shown ? "hidden" : yes(!one.why.empty())},
                                {"reason", one.why}}));
  }
  for (const app::NoteView& one : view.notes) {
    row(say("cli.show.note"), safe(one.text, 160),
        say("cli.show.teller", {{"source", file_kind_words(one.source)},
                                {"filed", yes(!one.file.empty())},
                                {"file", safe(one.file, 60)},
                                {"dated", yes(one.at.has_value())},
                                {"day", one.at.value_or(base::Day{})},
                                {"why", "no"},
                                {"reason", ""}}));
  }
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
    context.out() << "  " << day << "  " << arrow << " " << pad(kind_words(row.kind), 11) << "  " << safe(row.note, 60)
                  << (row.note.empty() ? "" : "  ") << paint.dim("(" + source_words(row) + ")")
                  << (row.confidence < 0.999 ? paint.dim("  " + say("cli.show.sure", {{"percent", percent(row.confidence)}}))
                                             : "")
                  << (row.counts ? "" : paint.dim("  " + say("cli.show.does-not-count"))) << "\n";
  }
  if (shown != 0 && view->timeline.size() > shown) {
    context.out() << "  " << say("cli.show.more", {{"n", view->timeline.size() - shown}}) << "\n";
  }
  return done;
}

}  // namespace

extern const Command command_show;
const Command command_show{
    .name = "show",
    .group = "usage.group.who-you-know",
    .summary = "usage.show",
    .examples =
        "wellmet show ada\n"
        "wellmet show ada@lovelace.example --json\n"
        "wellmet show +46701234567 --as-of \"last friday\"\n",
    .arguments = show_arguments,
    .options = show_options,
    .run = run_show,
};

}  // namespace faces::cli
