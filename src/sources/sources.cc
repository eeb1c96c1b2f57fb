#include "sources/sources.h"

namespace sources {

namespace {

/// From here on a source may be believed without asking the others.
constexpr int sure_enough = 80;

}  // namespace

const Source* recognise(const Peek& peek, const Source* likely) {
  if (likely != nullptr && likely->recognise(peek) >= sure_enough) return likely;
  const Source* best = nullptr;
  int sure = 0;
  for (const Source* source : all_source_table()) {
    const int now = source->recognise(peek);
    if (now > sure) {
      sure = now;
      best = source;
    }
  }
  return best;
}

}  // namespace sources
