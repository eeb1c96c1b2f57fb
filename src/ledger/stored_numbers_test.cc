// What is stored in data files and hashed into fingerprints: a number that changes here corrupts every file there is.

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "ledger/ledger.h"
#include "ledger/ruling.h"

namespace ledger {
namespace {

template <class Enum>
std::string words_to(int last) {
  std::string out;
  for (int i = 0; i <= last; ++i) out += fmt::format("{}={} ", i, word(static_cast<Enum>(i)));
  return out;
}

TEST(StoredNumbers, NeverChange) {
  EXPECT_EQ(words_to<HandleKind>(7), "0=me 1=email 2=phone 3=local_phone 4=linkedin 5=uid 6=account 7=name ");
  EXPECT_EQ(words_to<Field>(17),
            "0=name 1=given 2=family 3=nickname 4=company 5=title 6=city 7=country 8=birthday 9=note 10=url 11=label 12=same "
            "13=organisation 14=owner 15=not_owner 16=covers 17=region ");
  EXPECT_EQ(words_to<Kind>(16),
            "0=listed 1=invited 2=wrote 3=called 4=met 5=crossed 6=introduced 7=recommended 8=endorsed 9=helped 10=asked "
            "11=referred 12=noted 13=thanked 14= 15=shared 16=engaged ");
  EXPECT_EQ(words_to<Channel>(10),
            "0=unknown 1=mail 2=LinkedIn 3=SMS 4=chat 5=phone 6=video 7=in_person 8=calendar 9=address_book 10=you ");
  EXPECT_EQ(words_to<Role>(9), "0=from 1=to 2=copied 3=organiser 4=accepted 5=tentative 6=waiting 7=declined 8=with 9=about ");
  EXPECT_EQ(words_to<Refer>(4), "0= 1=yes 2=hesitate 3=no 4=stranger ");
  EXPECT_EQ(
      words_to<RulingKind>(62),
      "0= 1=same 2=apart 3=unsure 4=answer 5=let-go 6=take-back 7=exempt 8=unexempt 9=organisation 10=person 11=tag 12=untag "
      "13=step-done 14=step-skipped 15=step-postponed 16=meeting-verdict 17=help-verdict 18= 19= 20= 21= 22= 23= 24= 25= 26= "
      "27= 28= 29= 30= 31= 32=offer 33=offer-dropped 34=need 35=need-met 36=need-dropped 37=need-noticed 38= 39= "
      "40=introduction 41=introduction-asked 42=introduction-agreed 43=introduction-declined 44=introduction-made "
      "45=introduction-outcome 46= 47= 48=market 49=market-dropped 50= 51= 52=piece 53=piece-dropped 54=piece-sent 55=topics "
      "56=letter-form 57= 58= 59= 60=invitation 61=invitation-met 62=invitation-off ");
  EXPECT_FALSE(parse_kind("")) << "the hole is not a kind";
  EXPECT_FALSE(parse_kind("ruled"));
  EXPECT_EQ(day_only | bulk << 8 | cancelled << 16, 1 | 2 << 8 | 4 << 16);
  EXPECT_EQ(missed | inferred << 8 | telling << 16, 8 | 16 << 8 | 128 << 16);
}

}  // namespace
}  // namespace ledger
