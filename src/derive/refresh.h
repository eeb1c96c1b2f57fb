#pragma once

/// What brings the cached picture up to date, in the cheapest way that is right: nothing where it is the one of the
/// moment; a few persons anew where what was said moves only them (amend.cc); the plan anew where that alone moves
/// (replan.cc); else everything. Dropping the cache loses nothing.

#include <cstdint>
#include <vector>

#include "base/message.h"
#include "base/result.h"
#include "people/people.h"
#include "standing/standing.h"
#include "store/store.h"

namespace derive {

/// Why a picture was made anew.
enum class Anew : std::uint8_t {
  no,          ///< It was not.
  first,       ///< There was none, or one of another form.
  moment,      ///< It is another day, or something counts that did not yet.
  much,        ///< Much was said, or something that overtakes what was said before.
  later,       ///< It is of a moment to come.
  teaches,     ///< It is of a kind that moves many, or of a time that forecasts are learned from.
  newcomer,    ///< It names somebody new.
  nobody,      ///< A meeting with nobody but the owner may be somebody's by its title.
  claim,       ///< It says more of somebody than a note.
  owner,       ///< An address of the owner's was taken back.
  invitation,  ///< What others of an invitation say bears on it.
  namesake,    ///< They share a name with somebody, or are known by what others say.
  linkage,     ///< It bears on who they are.
  help,        ///< It bears on a letter that introduces or thanks.
  bulk,        ///< It bears on letters that looked like bulk.
  lessons,     ///< It bears on what the owner's steps led to.
  last_word,   ///< Nothing else speaks of an address of theirs.
  unlearned,   ///< What forecasts go by cannot be read.
  gone,        ///< Nothing is known of them any more.
  elsewhere,   ///< Somebody else wrote meanwhile, or the file may not be written to, or steps were cut off.
};
[[nodiscard]] base::Message message_of(Anew why);

/// Makes sure that the cached picture is the one of `moment`, and says what it took.
struct Refreshed {
  enum class How : std::uint8_t { no, amended, rebuilt } how = How::no;
  Anew why = Anew::no;
};
[[nodiscard]] base::Result<Refreshed> refresh(ledger::Ledger& ledger, store::Pictures& pictures, const standing::Policy& policy,
                                              base::Instant moment);
/// The same with the plan and who fits which market, which may be made anew later than the rest.
[[nodiscard]] base::Result<void> refresh_plan(ledger::Ledger& ledger, store::Pictures& pictures, const standing::Policy& policy,
                                              base::Instant moment);
/// Everything from nothing.
[[nodiscard]] base::Result<void> rebuild(ledger::Ledger& ledger, store::Pictures& pictures, const standing::Policy& policy,
                                         base::Instant moment);

/// Brings the picture of `key` up to date by what was said since, where that moves only the
/// persons whom it speaks of. Else why all is to be made anew.
[[nodiscard]] base::Result<Anew> amend(ledger::Ledger& ledger, store::Pictures& pictures, const standing::Policy& policy,
                                       base::Instant moment, const store::PictureKey& key);
/// The plan and the markets anew, from the picture that lies there.
[[nodiscard]] base::Result<void> replan(ledger::Ledger& ledger, store::Pictures& pictures, base::Instant moment,
                                        const store::PictureKey& key);

/// For each identity of the picture whose it is.
[[nodiscard]] base::Result<std::vector<people::PersonId>> persons_of_identities(store::Pictures& pictures);

}  // namespace derive
