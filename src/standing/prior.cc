// The weights that come with wellmet, as text in two headers beside this.

#include <fmt/format.h>

#include <algorithm>
#include <locale>
#include <sstream>

#include "standing/forecast.h"
#include "standing/prior_alone.h"
#include "standing/prior_circles.h"

namespace standing {

namespace {

constexpr std::array<std::string_view, question_count> questions = {"exchange", "reply", "silence"};
constexpr std::string_view constant = "constant";

std::size_t question_named(std::string_view name) {
  return static_cast<std::size_t>(std::find(questions.begin(), questions.end(), name) - questions.begin());
}

std::size_t signal_named(std::string_view name) {
  std::size_t i = 0;
  while (i < signal_count && word(static_cast<Signal>(i)) != name) ++i;
  return name == constant ? signal_count : i < signal_count ? i : signal_count + 1;
}

Prior shipped(std::string_view text) {
  auto prior = parse_prior(text, "prior");
  // What is compiled in is whole: a test reads it.
  return prior ? *prior : Prior{};
}

}  // namespace

const Prior& shipped_prior(bool circles) {
  static const Prior alone = shipped(prior_alone_text);
  static const Prior all = shipped(prior_circles_text);
  return circles ? all : alone;
}

std::string text_of(const Prior& prior) {
  std::string out;
  for (std::size_t q = 0; q < question_count; ++q) {
    const Start& start = prior[q];
    for (std::size_t i = 0; i < signal_count; ++i) {
      out += fmt::format("{} {} {:.4f} {:.4f} {:.4f}\n", questions[q], word(static_cast<Signal>(i)), start.middle[i],
                         start.deviation[i], start.weights[i]);
    }
    out += fmt::format("{} {} 0 1 {:.4f}\n", questions[q], constant, start.weights.back());
  }
  return out;
}

base::Result<Prior> parse_prior(std::string_view text, const std::string& where) {
  Prior prior;
  std::istringstream lines{std::string(text)};
  std::string line;
  std::size_t number = 0, read = 0;
  while (std::getline(lines, line)) {
    ++number;
    if (line.empty()) continue;
    std::istringstream words(line);
    words.imbue(std::locale::classic());
    std::string question, signal;
    double middle = 0, deviation = 0, weight = 0;
    words >> question >> signal >> middle >> deviation >> weight;
    const std::size_t q = question_named(question), i = signal_named(signal);
    if (!words || q == question_count || i > signal_count || !(deviation > 0)) {
      return base::fail(base::Fault::bad_input, fmt::format("{} line {}", where, number), base::say("standing.no-weight"),
                        base::say("standing.write-file-anew-wellmet"));
    }
    prior[q].weights[i] = weight;
    ++read;
    if (i == signal_count) continue;
    prior[q].middle[i] = static_cast<float>(middle);
    prior[q].deviation[i] = static_cast<float>(deviation);
  }
  if (read != question_count * (signal_count + 1))
    return base::fail(base::Fault::bad_input, where, base::say("standing.lacks-weights"),
                      base::say("standing.write-file-anew-wellmet"));
  return prior;
}

}  // namespace standing
