#include "ledger/ruling.h"

#include <gtest/gtest.h>

#include <array>
#include <set>
#include <utility>

#include "ledger/book.h"
#include "ledger/old_ruling.h"
#include "ledger/sample_book.h"

namespace ledger {
namespace {

template <std::size_t... i>
std::vector<Decision> one_of_each(std::index_sequence<i...>) {
  return {std::variant_alternative_t<i, Decision>{}...};
}
std::vector<Decision> one_of_each() { return one_of_each(std::make_index_sequence<std::variant_size_v<Decision>>()); }

TEST(Ruling, EveryKindHasANumberAndAWordOfItsOwnAndComesBack) {
  std::set<RulingKind> kinds;
  std::set<std::string_view> words;
  for (const Decision& decision : one_of_each()) {
    const RulingKind kind = kind_of(decision);
    EXPECT_TRUE(kinds.insert(kind).second) << static_cast<int>(kind);
    ASSERT_NE(word(kind), "") << static_cast<int>(kind);
    EXPECT_TRUE(words.insert(word(kind)).second) << word(kind);
    EXPECT_EQ(parse_ruling_kind(word(kind)).value(), kind);
    const auto back = parse_decision(kind, body_of(decision));
    ASSERT_TRUE(back) << body_of(decision) << " " << back.error().what;
    EXPECT_EQ(*back, decision);
  }
}

TEST(Ruling, TheFormInWhichTheyAreKept) {
  EXPECT_EQ(body_of(Answer{Refer::hesitate}), R"({"refer":"hesitate"})");
  EXPECT_EQ(body_of(MeetingVerdict{0xfedc'ba98'7654'3210ULL, true}), R"({"row":"fedcba9876543210","yes":true})");
  EXPECT_EQ(body_of(Piece{"Fast \"tables\"", "", "", "tables", *base::parse_iso_day("2026-10-01")}),
            R"({"link":"","published":"2026-10-01","source":"","title":"Fast \"tables\"","words":"tables"})");
  EXPECT_EQ(body_of(IntroductionAgreed{{7}, true}), R"({"of":7,"second":true})");
  EXPECT_EQ(body_of(Same{}), "{}");
}

TEST(Ruling, WhatIsMissingOrUnknownIsPassedOverAndWhatIsOfAnotherTypeIsNot) {
  EXPECT_EQ(*parse_decision(RulingKind::offer, R"({"text":"taxes","later":[1]})"), Decision(Offer{"taxes"}));
  EXPECT_EQ(*parse_decision(RulingKind::step_done, R"({"play":"talk"})"), Decision(StepDone{"talk", "", ""}));
  for (const char* torn : {R"({"text":7})", "[]", "", "{"}) EXPECT_FALSE(parse_decision(RulingKind::offer, torn)) << torn;
  EXPECT_FALSE(parse_decision(RulingKind::need_met, R"({"of":-1})"));
  EXPECT_FALSE(parse_decision(RulingKind::need_met, R"({"of":4294967296})"));
  EXPECT_FALSE(parse_decision(RulingKind::step_postponed, R"({"until":"2026-02-30"})"));
  EXPECT_FALSE(parse_decision(RulingKind::answer, R"({"refer":"perhaps"})"));
  EXPECT_FALSE(parse_decision(static_cast<RulingKind>(200), "{}"));
}

TEST(Ruling, ReferencesAreRenumberedAndNothingElse) {
  Decision of = PieceSent{{7}, 9};
  renumber_references(of, [](RulingNumber number) { return RulingNumber{number.value + 100}; });
  EXPECT_EQ(of, Decision(PieceSent{{107}, 9}));
  Decision none = StepDone{"talk", "owed", ""};
  renumber_references(none, [](RulingNumber) { return RulingNumber{1}; });
  EXPECT_EQ(none, Decision(StepDone{"talk", "owed", ""}));
}

TEST(Ruling, ItsKeyIsThatOfItsContent) {
  const SaidRuling one{
      .number = {3}, .key = 0, .at = {100}, .about = {sample_handle("email:ada@x.example")}, .decision = Offer{"taxes"}};
  std::set<std::uint64_t> keys{key_of(one)};
  SaidRuling other = one;
  other.number = {4};
  keys.insert(key_of(other));
  other = one;
  other.at = {101};
  keys.insert(key_of(other));
  other = one;
  other.about.clear();
  keys.insert(key_of(other));
  other = one;
  other.decision = Need{"taxes"};
  keys.insert(key_of(other));
  EXPECT_EQ(keys.size(), 5U);
  EXPECT_FALSE(keys.contains(0));
}

TEST(OldRuling, EveryVerbThatWasWrittenIsRead) {
  using Pair = std::pair<const char*, Decision>;
  const Pair all[] = {
      {"same", Same{}},
      {"apart", Apart{}},
      {"unsure", Unsure{}},
      {"let-go", LetGo{}},
      {"take-back", TakeBack{}},
      {"exempt", Exempt{}},
      {"unexempt", Unexempt{}},
      {"organisation", IsOrganisation{}},
      {"person", IsPerson{}},
      {"answer yes", Answer{Refer::yes}},
      {"answer none", Answer{Refer::none}},
      {"tag chess club", Tag{"chess club"}},
      {"no-tag sailing", Untag{"sailing"}},
      {"done talk owed\nat last", StepDone{"talk", "owed", "at last"}},
      {"skip help need-3", StepSkipped{"help", "need-3", ""}},
      {"later 2026-12-01 talk owed\nnot now", StepPostponed{*base::parse_iso_day("2026-12-01"), "talk", "owed"}},
      {"was-met 00ff", MeetingVerdict{255, true}},
      {"not-met 00ff", MeetingVerdict{255, false}},
      {"was-help 1", HelpVerdict{1, true}},
      {"was-no-help 1", HelpVerdict{1, false}},
      {"offer taxes", Offer{"taxes"}},
      {"no-offer 3", OfferDropped{{3}}},
      {"need a flat", Need{"a flat"}},
      {"need-met 3", NeedMet{{3}}},
      {"no-need 3", NeedDropped{{3}}},
      {"noticed 0123", NeedNoticed{"0123"}},
      {"intro Ada\nBo\nengines", Introduction{"Ada", "Bo", "engines"}},
      {"intro-asked 7 1", IntroductionAsked{{7}, false}},
      {"intro-agreed 7 2", IntroductionAgreed{{7}, true}},
      {"intro-declined 7 1", IntroductionDeclined{{7}, false}},
      {"intro-made 7", IntroductionMade{{7}}},
      {"intro-came 7 they work together", IntroductionOutcome{{7}, "they work together"}},
      {"market Health\ntitle:cto", Market{"Health", "title:cto"}},
      {"no-market Health", MarketDropped{"Health"}},
      {"piece T\n2026-10-01\nhttps://a.example\n\nw",
       Piece{"T", "https://a.example", "", "w", *base::parse_iso_day("2026-10-01")}},
      {"no-piece 2", PieceDropped{{2}}},
      {"sent 2", PieceSent{{2}, 42}},
      {"topics databases", Topics{"databases"}},
      {"letter Subject: x\n\ny", LetterForm{"Subject: x\n\ny"}},
      {"invitation 2026-06-10T13:00:00Z 45 2026-06-10 15:00 Europe/Berlin\nLunch",
       Invitation{*base::parse_iso_instant("2026-06-10T13:00:00Z"), 45, *base::parse_iso_day("2026-06-10"), 900, "Europe/Berlin",
                  "Lunch"}},
      {"invitation-met 5", InvitationMet{{5}}},
      {"invitation-off 5", InvitationOff{{5}}},
  };
  std::set<RulingKind> kinds;
  for (const auto& [title, decision] : all) {
    const auto read = old_decision(title, 42);
    ASSERT_TRUE(read) << title;
    EXPECT_EQ(*read, decision) << title;
    kinds.insert(kind_of(decision));
  }
  EXPECT_EQ(kinds.size(), std::variant_size_v<Decision>);
  for (const char* nothing :
       {"", "done", "need-met x", "intro ", "answer perhaps", "invitation soon", "piece Torn", "later soon talk owed"})
    EXPECT_FALSE(old_decision(nothing, 0)) << nothing;
}

TEST(OldRuling, WhatSharedANumberGetsItsOwnAndWhatCountedLaterStillDoes) {
  const auto old = [](std::uint32_t number, std::uint64_t key, Decision decision) {
    return Ruling{.number = {number}, .key = key, .at = {100}, .about = {}, .decision = std::move(decision)};
  };
  std::vector<Ruling> all = {old(5, 1, LetGo{}),          old(5, 2, Apart{}),      old(6, 3, NeedNoticed{"k"}),
                             old(6, 4, Need{"x"}),        old(8, 5, Offer{"one"}), old(8, 6, Offer{"other"}),
                             old(9, 7, OfferDropped{{8}})};
  number_old_rulings(all);
  std::set<std::uint32_t> numbers;
  const auto of = [&](std::uint64_t key) {
    return std::find_if(all.begin(), all.end(), [key](const Ruling& one) { return one.key == key; })->number.value;
  };
  for (const Ruling& one : all) numbers.insert(one.number.value);
  EXPECT_EQ(numbers.size(), all.size());
  EXPECT_EQ(of(4), 6U) << "a need keeps the number by which the owner speaks of it";
  EXPECT_EQ(of(5), 8U);
  EXPECT_EQ(of(7), 9U);
  EXPECT_GT(of(3), 6U);
  EXPECT_GT(of(6), 8U);
  EXPECT_LT(of(1), of(2));
}

}  // namespace
}  // namespace ledger
