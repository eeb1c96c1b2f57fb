#include "people/compare.h"

#include <algorithm>
#include <cmath>

#include "base/name.h"
#include "base/text.h"
#include "people/alike.h"
#include "people/compare_companies.h"
#include "people/compare_names.h"

namespace people {

namespace {

/// −log2 of each value's share among the rows that have one.
std::vector<float> rarity_of(const LinkColumn& column) {
  std::vector<std::size_t> counts(column.values().size());
  std::size_t total = 0;
  for (const std::uint32_t value : column.rows()) {
    if (value == 0) continue;
    ++counts[value];
    ++total;
  }
  std::vector<float> bits(counts.size());
  for (std::size_t i = 1; i < counts.size(); ++i) {
    bits[i] =
        static_cast<float>(std::log2(static_cast<double>(total) / static_cast<double>(std::max<std::size_t>(counts[i], 1))));
  }
  return bits;
}

/// A column by itself.
class OfColumn : public Comparison {
 public:
  explicit OfColumn(const LinkColumn& column) : column_(column), rarity_(rarity_of(column)) {
    for (const std::string& value : column.values()) spelled_.push_back({value, characters(value)});
  }

  [[nodiscard]] Outcome compare(std::size_t a, std::size_t b) const override {
    const std::uint32_t x = column_.at(a);
    const std::uint32_t y = column_.at(b);
    if (x == 0 || y == 0) return {};
    if (x == y) return {1, rarity_[x]};
    return {alike(x, y), -1};
  }
  [[nodiscard]] std::string title() const override { return column_.title(); }
  [[nodiscard]] AtSight at_sight() const override { return {&rarity_, nullptr, nullptr, 0}; }
  [[nodiscard]] int effort() const override { return 1; }

 protected:
  /// Of two different values: 2 .. levels.
  [[nodiscard]] virtual std::uint8_t alike(std::uint32_t x, std::uint32_t y) const = 0;
  [[nodiscard]] const std::string& text(std::uint32_t value) const { return column_.values()[value]; }

  [[nodiscard]] const Spelled& spelled(std::uint32_t value) const { return spelled_[value]; }

  const LinkColumn& column_;
  std::vector<float> rarity_;
  std::vector<Spelled> spelled_;
};

/// Digits that people type: one slip is near.
class OfNumber : public OfColumn {
 public:
  using OfColumn::OfColumn;
  [[nodiscard]] std::size_t levels() const override { return 3; }

 protected:
  [[nodiscard]] std::uint8_t alike(std::uint32_t x, std::uint32_t y) const override {
    const std::string& a = text(x);
    const std::string& b = text(y);
    return std::min(a.size(), b.size()) >= 3 && one_edit(spelled(x), spelled(y)) ? 2 : 3;
  }
};

/// Equal but for the country or trunk prefix; one slip.
class OfPhone : public OfColumn {
 public:
  using OfColumn::OfColumn;
  [[nodiscard]] std::size_t levels() const override { return 4; }

 protected:
  [[nodiscard]] std::uint8_t alike(std::uint32_t x, std::uint32_t y) const override {
    constexpr std::size_t tail = 8;
    const std::string& a = text(x);
    const std::string& b = text(y);
    if (a.size() > tail && b.size() > tail && a.compare(a.size() - tail, tail, b, b.size() - tail, tail) == 0) return 2;
    return a.size() > tail && one_edit(spelled(x), spelled(y)) ? 3 : 4;
  }
};

/// Eight digits, year first. A date is mistyped, or remembered wrongly: near in time is near.
class OfDate : public OfColumn {
 public:
  explicit OfDate(const LinkColumn& column) : OfColumn(column) {
    for (const std::string& value : column.values()) days_.push_back(days_of(value));
  }
  [[nodiscard]] std::size_t levels() const override { return 6; }

 protected:
  [[nodiscard]] std::uint8_t alike(std::uint32_t x, std::uint32_t y) const override {
    const std::string& a = text(x);
    const std::string& b = text(y);
    if (one_edit(spelled(x), spelled(y))) return 2;
    if (a.size() != 8 || b.size() != 8) return 6;
    const bool year = a.compare(0, 4, b, 0, 4) == 0;
    const bool month = a.compare(4, 2, b, 4, 2) == 0;
    const bool day = a.compare(6, 2, b, 6, 2) == 0;
    if (year && a.compare(4, 2, b, 6, 2) == 0 && a.compare(6, 2, b, 4, 2) == 0) return 2;
    const int apart = std::abs(days_[x] - days_[y]);
    if (apart <= 31 || year + month + day == 2) return 3;
    return apart <= 366 ? 4 : apart <= 3'653 ? 5 : 6;
  }

 private:
  /// Days since the year 0, about: months of 30 days, so that mistyped ones count too.
  static int days_of(const std::string& text) {
    if (text.size() != 8) return -100'000;
    const auto number = [&](std::size_t at, std::size_t size) {
      int value = 0;
      for (std::size_t i = at; i < at + size; ++i) value = value * 10 + (text[i] - '0');
      return value;
    };
    return number(0, 4) * 365 + number(4, 2) * 30 + number(6, 2);
  }

  std::vector<int> days_;
};

/// A column whose value may stand in the other column of its kind, which is level `levels` − 1.
class OfCrossing : public OfColumn {
 public:
  /// `other` may be null: then nothing crosses.
  OfCrossing(const LinkColumn& column, const LinkColumn* other) : OfColumn(column), other_(other) {
    if (other == nullptr) return;
    other_rarity_ = rarity_of(*other);
    std::unordered_map<std::string_view, std::uint32_t> numbers;
    for (std::uint32_t i = 1; i < other->values().size(); ++i) {
      numbers.emplace(other->values()[i], i);
    }
    for (const std::string& value : column.values()) {
      const auto found = numbers.find(value);
      there_.push_back(found == numbers.end() ? 0 : found->second);
    }
  }

  /// This column of the row before against the other column of the row behind; the other column
  /// looks the other way, so that one coincidence is not counted twice.
  [[nodiscard]] Outcome compare(std::size_t a, std::size_t b) const override {
    const Outcome straight = OfColumn::compare(a, b);
    if (other_ == nullptr || (straight.level != 0 && straight.level != levels())) return straight;
    const std::uint32_t x = there_[column_.at(std::min(a, b))];
    if (x == 0 || x != other_->at(std::max(a, b))) return straight;
    return {crossed(), other_rarity_[x]};
  }
  [[nodiscard]] AtSight at_sight() const override {
    if (other_ == nullptr) return OfColumn::at_sight();
    return {&rarity_, other_, &there_, crossed()};
  }

 private:
  [[nodiscard]] std::uint8_t crossed() const { return static_cast<std::uint8_t>(levels() - 1); }

  const LinkColumn* other_;
  std::vector<float> other_rarity_;
  std::vector<std::uint32_t> there_;  ///< By value, its number in the other column.
};

/// Words: addresses, titles, towns. Near by letters, or by the words that both have, rare ones
/// more.
class OfText : public OfCrossing {
 public:
  OfText(const LinkColumn& column, const LinkColumn* other) : OfCrossing(column, other), words_(column.values().size()) {
    std::unordered_map<std::string, std::uint32_t> numbers;
    std::vector<std::size_t> counts;
    for (std::size_t i = 1; i < words_.size(); ++i) {
      for (const std::string_view word : base::split_words(column.values()[i])) {
        const auto [at, fresh] = numbers.try_emplace(std::string(word), static_cast<std::uint32_t>(counts.size()));
        if (fresh) counts.push_back(0);
        if (words_[i].size() < words_max) words_[i].push_back(at->second);
      }
      std::sort(words_[i].begin(), words_[i].end());
      words_[i].erase(std::unique(words_[i].begin(), words_[i].end()), words_[i].end());
      for (const std::uint32_t word : words_[i]) ++counts[word];
    }
    for (const std::size_t count : counts) {
      weight_.push_back(static_cast<float>(std::log2(1 + static_cast<double>(words_.size()) / static_cast<double>(count + 1))));
    }
    count_words();
  }
  [[nodiscard]] std::size_t levels() const override { return 6; }
  [[nodiscard]] int effort() const override { return 3; }

 protected:
  [[nodiscard]] std::uint8_t alike(std::uint32_t x, std::uint32_t y) const override {
    const double shared = overlap(words_[x], words_[y]);
    if (shared >= .8) return 2;
    const Spelled& a = spelled(x);
    const Spelled& b = spelled(y);
    if (std::max(a.text.size(), b.text.size()) < 64 && as_alike(a, b, .85)) return jaro_winkler(a.text, b.text) >= .92 ? 2 : 3;
    return shared >= .5 ? 3 : shared >= .25 ? 4 : 6;
  }

 private:
  static constexpr std::size_t words_max = 30;
  /// Words go together, so that each says only a part of what it would alone.
  static constexpr float word_share = .25F;
  static constexpr float words_bits_most = 8;

  /// That a long text is wholly the same says more than that a short one is, which the share of
  /// rows that have it cannot tell: few texts are long enough to come twice by chance.
  void count_words() {
    const float rarest = *std::max_element(rarity_.begin(), rarity_.end());
    for (std::size_t i = 1; i < words_.size(); ++i) {
      if (rarity_[i] < rarest - 1) continue;
      float sum = 0;
      for (const std::uint32_t word : words_[i]) sum += weight_[word];
      rarity_[i] += std::clamp(word_share * (sum - rarity_[i]), 0.F, words_bits_most);
    }
  }

  [[nodiscard]] double overlap(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) const {
    double common = 0;
    double all = 0;
    for (std::size_t i = 0, k = 0; i < a.size() || k < b.size();) {
      if (k == b.size() || (i < a.size() && a[i] < b[k])) {
        all += weight_[a[i++]];
      } else if (i == a.size() || b[k] < a[i]) {
        all += weight_[b[k++]];
      } else {
        all += weight_[a[i]];
        common += weight_[a[i]];
        ++i;
        ++k;
      }
    }
    return all > 0 ? common / all : 0;
  }

  std::vector<std::vector<std::uint32_t>> words_;
  std::vector<float> weight_;
};

/// One part of a name, which may stand in the place of the other.
class OfNamePart : public OfCrossing {
 public:
  OfNamePart(const LinkColumn& column, const LinkColumn* other) : OfCrossing(column, other) {
    if (column.trait() != Trait::given) return;
    for (const std::string& value : column.values()) formal_.push_back(base::formal(value));
  }
  [[nodiscard]] std::size_t levels() const override { return 5; }
  [[nodiscard]] int effort() const override { return 2; }

 protected:
  [[nodiscard]] std::uint8_t alike(std::uint32_t x, std::uint32_t y) const override {
    const std::string& a = text(x);
    const std::string& b = text(y);
    if (column_.trait() == Trait::given) {
      if (formal_[x] == formal_[y]) return 2;
      if ((a.size() == 1 || b.size() == 1) && a.front() == b.front()) return 2;
    }
    const bool slip = std::min(a.size(), b.size()) >= 3 && one_edit(spelled(x), spelled(y));
    return slip || as_alike(spelled(x), spelled(y), .88) ? 3 : 5;
  }

 private:
  std::vector<std::string_view> formal_;
};

const LinkColumn* only(const LinkTable& table, Trait trait) {
  const LinkColumn* found = nullptr;
  for (const LinkColumn& column : table.columns) {
    if (column.trait() == trait && found == nullptr) found = &column;
  }
  return found;
}

/// "address_2" of "address_1".
const LinkColumn* sibling(const LinkTable& table, const LinkColumn& column) {
  const auto stem = [](const LinkColumn& one) {
    const std::size_t end = one.title().find_last_not_of("0123456789");
    return one.title().substr(0, end == std::string::npos ? 0 : end + 1);
  };
  const LinkColumn* found = nullptr;
  for (const LinkColumn& other : table.columns) {
    if (&other == &column || other.trait() != column.trait() || stem(other) != stem(column)) continue;
    if (stem(column) == column.title() || found != nullptr) return nullptr;  // Not numbered, or more than two.
    found = &other;
  }
  return found;
}

}  // namespace

std::vector<std::unique_ptr<Comparison>> comparisons_of(const LinkTable& table) {
  std::vector<std::unique_ptr<Comparison>> all;
  const LinkColumn* name = only(table, Trait::name);
  const LinkColumn* email = only(table, Trait::email);
  const LinkColumn* company = only(table, Trait::company);
  const LinkColumn* given = only(table, Trait::given);
  const LinkColumn* family = only(table, Trait::family);
  for (const LinkColumn& column : table.columns) {
    switch (column.trait()) {
      case Trait::name:
        all.push_back(compare_names(column, &column == name ? email : nullptr));
        break;
      case Trait::email:
        all.push_back(compare_emails(column, name, company == nullptr));
        break;
      case Trait::given:
        all.push_back(std::make_unique<OfNamePart>(column, &column == given ? family : nullptr));
        break;
      case Trait::family:
        all.push_back(std::make_unique<OfNamePart>(column, &column == family ? given : nullptr));
        break;
      case Trait::company:
        all.push_back(compare_companies(column, &column == company ? email : nullptr));
        break;
      case Trait::phone:
        all.push_back(std::make_unique<OfPhone>(column));
        break;
      case Trait::date:
        all.push_back(std::make_unique<OfDate>(column));
        break;
      case Trait::number:
        all.push_back(std::make_unique<OfNumber>(column));
        break;
      case Trait::text:
        all.push_back(std::make_unique<OfText>(column, sibling(table, column)));
        break;
    }
  }
  return all;
}

}  // namespace people
