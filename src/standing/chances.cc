#include "standing/chances.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace standing {

namespace {

/// Share that answered within 14 days, by days since the last contact, where they had written back
/// before: mean of three mail services. docs/policy.md#chances.
double answered_before(int days) {
  struct Step {
    int days;
    double share;
  };
  constexpr std::array<Step, 5> steps = {{{7, 0.73}, {30, 0.62}, {90, 0.51}, {180, 0.47}, {365, 0.40}}};
  for (const Step& step : steps) {
    if (days <= step.days) return step.share;
  }
  return 0.35;
}

}  // namespace

Chances estimate(const Signals& s) {
  Chances c;
  if (s.days_since_last < 0) {
    c.reply = 0.15;  // A first message to a stranger on a list of contacts.
    return c;
  }
  const bool mutual = s.spoken > 0 || (s.wrote_out > 0 && s.wrote_in > 0);
  c.reply = mutual ? answered_before(s.days_since_last)
            : s.wrote_in > 0 ? 0.45   // They wrote and were never answered.
            : s.wrote_out > 0 ? 0.14  // They never wrote back.
                              : 0.20;
  // Alive ties: about three in four show something in the next 90 days, fewer the longer the
  // silence; each weighted exchange of late adds to the odds.
  const double lively = s.out + s.in;
  const double both = std::min(s.out, s.in);
  const double months = static_cast<double>(s.days_since_last) / 30.0;
  const double any = 1 / (1 + std::exp(-(-0.6 + 0.9 * std::log1p(lively) - 0.25 * std::min(months, 24.0))));
  c.silence = std::clamp(1 - any, 0.01, 0.99);
  c.exchange = std::clamp(any * (both + 0.1) / (both + 0.6), 0.01, 0.99);
  return c;
}

}  // namespace standing
