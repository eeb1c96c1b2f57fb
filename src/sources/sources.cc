#include "sources/sources.h"

namespace sources {

const Source* recognise(const Peek& peek) {
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
