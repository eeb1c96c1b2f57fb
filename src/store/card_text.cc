#include "store/card_text.h"

#include <charconv>
#include <cmath>
#include <concepts>
#include <type_traits>

#include "base/text.h"
#include "people/fields.h"

namespace store {

namespace {

// The fields that are kept, in the order in which they are written. Each table is used to write, to read and to
// know the form of what lies there: `field` takes a name and a value, which is not const where it is read into.

template <class Field, class JobChange>
requires std::same_as<std::remove_const_t<JobChange>, people::JobChange>
void each_field(Field& field, JobChange& change) {
  field("company", change.company);
  field("title", change.title);
  field("after", change.after);
  field("by", change.by);
}

template <class Field, class Person>
requires std::same_as<std::remove_const_t<Person>, people::Person>
void each_field(Field& field, Person& person) {
  people::each_field([&](const people::PersonField& one, auto& value) { field(one.name, value); }, person);
}

template <class Field, class Counts>
requires std::same_as<std::remove_const_t<Counts>, standing::Counts>
void each_field(Field& field, Counts& counts) {
  field("wrote out", counts.wrote_out);
  field("wrote in", counts.wrote_in);
  field("met", counts.met);
  field("called", counts.called);
  field("help out", counts.help_out);
  field("help in", counts.help_in);
}

/// Without the grounds, which `stand` gives anew.
template <class Field, class Standing>
requires std::same_as<std::remove_const_t<Standing>, standing::Standing>
void each_field(Field& field, Standing& standing) {
  field("known", standing.known);
  field("network", standing.network);
  field("one step away", standing.one_step_away);
  field("quiet", standing.quiet);
  field("rung", standing.rung);
  field("talk", standing.talk);
  field("meet", standing.meet);
  field("help", standing.help);
  each_field(field, standing.counts);
  field("strength", standing.strength);
  field("exchange chance", standing.exchange_chance);
  field("reply chance", standing.reply_chance);
  field("silence chance", standing.silence_chance);
  field("last two-way", standing.last_two_way);
  field("last", standing.last);
  field("median gap", standing.median_gap_days);
  field("exchanges", standing.exchanges);
  field("waiting since", standing.waiting_since);
  field("waiting row", standing.waiting_row);
  field("waiting closes", standing.waiting_closes);
  field("unthanked since", standing.unthanked_since);
  field("unthanked row", standing.unthanked_row);
  field("last help row", standing.last_help_row);
  field("last spoken row", standing.last_spoken_row);
  field("last row", standing.last_row);
  field("first spoken", standing.first_spoken);
  field("last out", standing.last_out);
  field("unanswered", standing.unanswered);
  field("unsure row", standing.unsure_row);
  field("sure spoken", standing.sure_spoken);
  field("short call", standing.short_call);
  field("unsure help row", standing.unsure_help_row);
}

template <class Field, class Step>
requires std::same_as<std::remove_const_t<Step>, plays::Step>
void each_field(Field& field, Step& step) {
  field("person", step.person.value);
  field("play", step.play);
  field("topic", step.topic);
  field("reason", step.reason);
  field("todo", step.todo);
  field("row", step.row);
  field("number", step.number);
  field("minutes", step.minutes);
  field("urgency", step.urgency);
  field("gives", step.gives);
  field("asks", step.asks);
  field("gain", step.gain);
  field("turn", step.turn);
}

constexpr char field_end = '\x1f';
constexpr char item_end = '\x1e';

template <class Value>
concept WholeNumber = std::integral<Value> || std::is_enum_v<Value>;

/// Writes fields one after the other; `FieldReader` reads them in the same order.
class FieldWriter {
 public:
  void operator()(std::string_view, const std::string& value) {
    append(value);
    out_ += field_end;
  }
  void operator()(std::string_view, const std::vector<std::string>& values) {
    for (const std::string& value : values) {
      append(value);
      out_ += item_end;
    }
    out_ += field_end;
  }
  template <WholeNumber Value>
  void operator()(std::string_view, const Value& value) {
    integer(static_cast<std::int64_t>(value));
  }
  /// In millionths: what is shown has two decimals.
  void operator()(std::string_view, const double& value) { integer(std::llround(value * 1e6)); }
  void operator()(std::string_view, const base::Day& day) { integer(day.days); }
  void operator()(std::string_view, const base::Instant& at) { integer(at.seconds); }
  void operator()(std::string_view, const base::Message& message) {
    append(base::pack(message));
    out_ += field_end;
  }
  void operator()(std::string_view, const people::JobChange& change) { each_field(*this, change); }
  template <class Value>
  void operator()(std::string_view name, const std::optional<Value>& value) {
    integer(value ? 1 : 0);
    if (value) (*this)(name, *value);
  }
  std::string take() { return std::move(out_); }

 private:
  void append(std::string_view value) {
    for (const char c : value) out_ += c == field_end || c == item_end ? ' ' : c;
  }
  void integer(std::int64_t value) {
    char digits[24];
    const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
    out_.append(digits, end).push_back(field_end);
  }

  std::string out_;
};

class FieldReader {
 public:
  explicit FieldReader(std::string_view text) : rest_(text) {}
  void operator()(std::string_view, std::string& value) { value = next(); }
  void operator()(std::string_view, std::vector<std::string>& values) {
    for (const std::string_view item : base::split(next(), item_end)) {
      if (!item.empty()) values.emplace_back(item);
    }
  }
  template <WholeNumber Value>
  void operator()(std::string_view, Value& value) {
    value = static_cast<Value>(integer());
  }
  void operator()(std::string_view, bool& value) { value = integer() != 0; }
  void operator()(std::string_view, double& value) { value = static_cast<double>(integer()) / 1e6; }
  void operator()(std::string_view, base::Day& day) { day.days = static_cast<std::int32_t>(integer()); }
  void operator()(std::string_view, base::Instant& at) { at.seconds = integer(); }
  void operator()(std::string_view, base::Message& message) { message = base::unpack_message(next()).value_or(base::Message{}); }
  void operator()(std::string_view, people::JobChange& change) { each_field(*this, change); }
  template <class Value>
  void operator()(std::string_view name, std::optional<Value>& value) {
    if (integer() != 0) (*this)(name, value.emplace());
  }

 private:
  std::string_view next() {
    const std::size_t end = rest_.find(field_end);
    const std::string_view part = rest_.substr(0, end);
    rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
    return part;
  }
  std::int64_t integer() {
    const std::string_view part = next();
    std::int64_t value = 0;
    std::from_chars(part.data(), part.data() + part.size(), value);
    return value;
  }

  std::string_view rest_;
};

/// The names of all fields, one after the other.
class FieldNames {
 public:
  template <class Value>
  void operator()(std::string_view name, const Value&) {
    add(name);
  }
  void operator()(std::string_view name, const std::optional<people::JobChange>&) {
    add(name);
    const people::JobChange change;
    each_field(*this, change);
  }
  [[nodiscard]] const std::string& all() const { return all_; }

 private:
  void add(std::string_view name) {
    all_ += name;
    all_ += field_end;
  }

  std::string all_;
};

}  // namespace

std::string card_text(const people::Person& person, const standing::Standing& standing) {
  FieldWriter write;
  each_field(write, person);
  each_field(write, standing);
  return write.take();
}

Card parse_card(std::uint64_t code, std::string_view text) {
  FieldReader read(text);
  Card card;
  card.person.code = code;
  each_field(read, card.person);
  each_field(read, card.standing);
  return card;
}

std::string step_text(const plays::Step& step) {
  FieldWriter write;
  each_field(write, step);
  return write.take();
}

plays::Step parse_step(std::string_view text) {
  FieldReader read(text);
  plays::Step step;
  each_field(read, step);
  return step;
}

std::int64_t card_form() {
  FieldNames names;
  const Card card;
  each_field(names, card.person);
  each_field(names, card.standing);
  const plays::Step step;
  each_field(names, step);
  return static_cast<std::int64_t>(base::hash64(names.all()));
}

}  // namespace store
