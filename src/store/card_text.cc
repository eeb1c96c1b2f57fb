#include "store/card_text.h"

#include <charconv>
#include <cmath>

#include "base/text.h"

namespace store {

namespace {

constexpr char field_end = '\x1f';
constexpr char item_end = '\x1e';

/// Writes fields one after the other; `Parts` reads them in the same order.
class Fields {
 public:
  Fields& text(std::string_view value) {
    for (const char c : value) out_ += c == field_end || c == item_end ? ' ' : c;
    out_ += field_end;
    return *this;
  }
  Fields& list(const std::vector<std::string>& values) {
    for (const std::string& value : values) {
      for (const char c : value) out_ += c == field_end || c == item_end ? ' ' : c;
      out_ += item_end;
    }
    out_ += field_end;
    return *this;
  }
  Fields& integer(std::int64_t value) {
    char digits[24];
    const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
    out_.append(digits, end).push_back(field_end);
    return *this;
  }
  /// In millionths: what is shown has two decimals.
  Fields& real(double value) {
    return integer(std::llround(value * 1e6));
  }
  std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

class Parts {
 public:
  explicit Parts(std::string_view text) : rest_(text) {}
  std::string_view next() {
    const std::size_t end = rest_.find(field_end);
    const std::string_view part = rest_.substr(0, end);
    rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
    return part;
  }
  std::string text() { return std::string(next()); }
  std::int64_t integer() {
    const std::string_view part = next();
    std::int64_t value = 0;
    std::from_chars(part.data(), part.data() + part.size(), value);
    return value;
  }
  double real() { return static_cast<double>(integer()) / 1e6; }
  std::vector<std::string> list() {
    std::vector<std::string> values;
    for (const std::string_view item : base::split(next(), item_end)) {
      if (!item.empty()) values.emplace_back(item);
    }
    return values;
  }

 private:
  std::string_view rest_;
};

constexpr std::int64_t no_day = -10'000'000;

std::int64_t number(const std::optional<base::Day>& day) { return day ? day->days : no_day; }

std::optional<base::Day> day(std::int64_t number) {
  if (number == no_day) return std::nullopt;
  return base::Day{static_cast<std::int32_t>(number)};
}

std::uint32_t small(std::int64_t value) { return static_cast<std::uint32_t>(value); }

}  // namespace

std::string card_text(const people::Person& p, const standing::Standing& s) {
  Fields w;
  w.text(p.name).text(p.company).text(p.title).text(p.city).text(p.birthday);
  w.list(p.emails).list(p.phones).list(p.profiles).list(p.notes).list(p.labels).list(p.tags).list(p.names);
  w.integer(p.job_change.has_value());
  if (p.job_change) {
    w.text(p.job_change->company).text(p.job_change->title);
    w.integer(p.job_change->after.days).integer(p.job_change->by.days);
  }
  w.text(p.organisation).integer(p.let_go).integer(p.exempt).integer(p.namesake).integer(p.doubtful).text(p.answer);
  w.integer(s.known).integer(s.network).integer(s.one_step_away).integer(s.quiet);
  w.integer(static_cast<int>(s.rung));
  w.integer(static_cast<int>(s.talk)).integer(static_cast<int>(s.meet)).integer(static_cast<int>(s.help));
  w.integer(s.counts.wrote_out).integer(s.counts.wrote_in).integer(s.counts.met).integer(s.counts.called);
  w.integer(s.counts.help_out).integer(s.counts.help_in);
  w.real(s.strength).real(s.exchange_chance).real(s.reply_chance).real(s.silence_chance);
  w.integer(number(s.last_two_way)).integer(number(s.last)).integer(s.median_gap_days).integer(s.exchanges);
  w.integer(s.waiting_since ? s.waiting_since->seconds : 0).integer(s.waiting_since.has_value());
  w.integer(s.waiting_row).integer(s.last_help_row).integer(s.last_spoken_row).integer(s.unsure_row);
  w.integer(s.unsure_help_row).integer(number(s.unthanked_since)).integer(s.unthanked_row);
  w.integer(s.waiting_closes).integer(s.last_row).integer(number(s.first_spoken)).integer(number(s.last_out)).integer(s.unanswered);
  return w.take();
}

Card parse_card(std::uint64_t code, std::string_view text) {
  Parts r(text);
  Card card;
  people::Person& p = card.person;
  standing::Standing& s = card.standing;
  p.code = code;
  p.name = r.text();
  p.company = r.text();
  p.title = r.text();
  p.city = r.text();
  p.birthday = r.text();
  p.emails = r.list();
  p.phones = r.list();
  p.profiles = r.list();
  p.notes = r.list();
  p.labels = r.list();
  p.tags = r.list();
  p.names = r.list();
  if (r.integer() != 0) {
    people::JobChange& change = p.job_change.emplace();
    change.company = r.text();
    change.title = r.text();
    change.after.days = static_cast<std::int32_t>(r.integer());
    change.by.days = static_cast<std::int32_t>(r.integer());
  }
  p.organisation = r.text();
  p.let_go = r.integer() != 0;
  p.exempt = r.integer() != 0;
  p.namesake = r.integer() != 0;
  p.doubtful = r.integer() != 0;
  p.answer = r.text();
  s.known = r.integer() != 0;
  s.network = r.integer() != 0;
  s.one_step_away = r.integer() != 0;
  s.quiet = r.integer() != 0;
  s.rung = static_cast<standing::Rung>(r.integer());
  s.talk = static_cast<standing::Fact>(r.integer());
  s.meet = static_cast<standing::Fact>(r.integer());
  s.help = static_cast<standing::Fact>(r.integer());
  s.counts.wrote_out = small(r.integer());
  s.counts.wrote_in = small(r.integer());
  s.counts.met = small(r.integer());
  s.counts.called = small(r.integer());
  s.counts.help_out = small(r.integer());
  s.counts.help_in = small(r.integer());
  s.strength = r.real();
  s.exchange_chance = r.real();
  s.reply_chance = r.real();
  s.silence_chance = r.real();
  s.last_two_way = day(r.integer());
  s.last = day(r.integer());
  s.median_gap_days = small(r.integer());
  s.exchanges = small(r.integer());
  const std::int64_t waiting = r.integer();
  if (r.integer() != 0) s.waiting_since = base::Instant{waiting};
  s.waiting_row = small(r.integer());
  s.last_help_row = small(r.integer());
  s.last_spoken_row = small(r.integer());
  s.unsure_row = small(r.integer());
  s.unsure_help_row = small(r.integer());
  s.unthanked_since = day(r.integer());
  s.unthanked_row = small(r.integer());
  s.waiting_closes = r.integer() != 0;
  s.last_row = small(r.integer());
  s.first_spoken = day(r.integer());
  s.last_out = day(r.integer());
  s.unanswered = small(r.integer());
  return card;
}

std::string step_text(const plays::Step& step) {
  Fields w;
  w.integer(step.person.value).text(step.play).text(step.topic).text(step.reason).text(step.todo);
  w.integer(step.row).integer(step.number).integer(step.minutes).integer(step.urgency).integer(step.gives).integer(step.asks).real(step.gain).integer(step.turn);
  return w.take();
}

plays::Step parse_step(std::string_view text) {
  Parts r(text);
  plays::Step step;
  step.person.value = small(r.integer());
  step.play = r.text();
  step.topic = r.text();
  step.reason = r.text();
  step.todo = r.text();
  step.row = small(r.integer());
  step.number = small(r.integer());
  step.minutes = static_cast<int>(r.integer());
  step.urgency = static_cast<int>(r.integer());
  step.gives = r.integer() != 0;
  step.asks = r.integer() != 0;
  step.gain = r.real();
  step.turn = static_cast<int>(r.integer());
  return step;
}

}  // namespace store
