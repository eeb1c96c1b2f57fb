#include "standing/infer.h"

#include "standing/introductions.h"
#include "standing/thanks.h"
#include "standing/titles.h"

namespace standing {

std::vector<Reading> infer(const ledger::Book& book, const people::People& people, const std::vector<Reading>& readings,
                           const Policy& policy, base::Instant moment) {
  std::vector<Reading> all = read_titles(book, people, policy, moment);
  for (const auto& some :
       {read_introductions(book, people, readings, policy, moment), read_thanks(book, people, readings, policy, moment)})
    all.insert(all.end(), some.begin(), some.end());
  return all;
}

}  // namespace standing
