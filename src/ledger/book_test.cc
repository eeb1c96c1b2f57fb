#include "ledger/book.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "ledger/sample_book.h"

namespace ledger {
namespace {

Evidence meeting(std::string reference, std::uint64_t version, std::string_view day) {
  Evidence e;
  e.kind = Kind::met;
  e.at = sample_noon(day);
  e.reference = std::move(reference);
  e.version = version;
  e.parties.push_back({me(), Role::organiser, {}});
  e.parties.push_back({sample_handle("email:ada@x.example"), Role::accepted, "Ada Lovelace"});
  return e;
}

Record record_of(Evidence evidence) {
  Record record;
  record.evidence.push_back(std::move(evidence));
  return record;
}

TEST(Book, AFingerprintIsTheSameForTheSameAndDiffersForAnythingElse) {
  const Evidence one = meeting("calendar/1", 1, "2026-03-14");
  EXPECT_EQ(fingerprint(one).key, fingerprint(meeting("calendar/1", 1, "2026-03-14")).key);
  const Evidence moved = meeting("calendar/1", 2, "2026-03-15");
  EXPECT_EQ(fingerprint(one).slot, fingerprint(moved).slot) << "one event, however often it moves";
  EXPECT_NE(fingerprint(one).key, fingerprint(moved).key);
  Evidence declined = one;
  declined.parties[1].role = Role::declined;
  EXPECT_NE(fingerprint(one).key, fingerprint(declined).key);
  Evidence bare = one;
  bare.reference.clear();
  EXPECT_EQ(fingerprint(bare).slot, fingerprint(bare).key) << "without a reference, what it says is what it is";
  EXPECT_EQ(fingerprint(one).key >> 63U, 0U) << "fits a signed column";
  const Claim claim{sample_handle("email:ada@x.example"), Field::city, "Malmö", {}};
  Claim dated = claim;
  dated.at = {5};
  EXPECT_NE(fingerprint(claim), fingerprint(dated));
}

TEST(Book, AThreadGoesOutAsAHashAndComesInUnchanged) {
  Evidence e;
  EXPECT_EQ(thread_of(e), 0U);
  e.thread = "thread#00000000000000ff";
  EXPECT_EQ(thread_of(e), 0xffU);
  e.thread = "thread#00000000000000fg";
  EXPECT_NE(thread_of(e), 0xfU) << "not sixteen digits: a name like any other";
}

TEST(Book, WhatEntersIsCleanAndWhatWasCleanHasTheFingerprintThatItHad) {
  Evidence ordinary = meeting("calendar/1", 1, "2026-03-14");
  ordinary.title = "Lunch, 12:30 \u2013 5\u00a0\u20ac at Zo\u00eb's \U0001f468\u200d\U0001f469";
  EXPECT_EQ(printed(record_of(ordinary)).evidence_prints[0].key, fingerprint(ordinary).key);

  Evidence hostile = meeting("calendar/\u200b1", 1, "2026-03-14");
  hostile.title = "Lu\x1b[31mnch\u202e";
  hostile.place = "\u2066Pier\n4";
  hostile.thread = "a\u200b";
  hostile.parties[1].name = "Ada\u200b Lovelace";
  Record record = record_of(hostile);
  const Handle ada = sample_handle("email:ada@x.example");
  record.claims = {{ada, Field::note, "likes\x07\nhorses", {}}, {ada, Field::company, "\u200b", {}}, {ada, Field::owner, "", {}}};
  record.rulings = {{.number = {}, .key = 0, .at = {}, .about = {}, .decision = Offer{"a\nboat\u202e"}},
                    {.number = {}, .key = 0, .at = {}, .about = {}, .decision = LetterForm{"Subject: a\n\nb\u202e"}}};
  const Printed clean = printed(record);
  EXPECT_EQ(clean.evidence[0].title, "Lunch");
  EXPECT_EQ(clean.evidence[0].place, "Pier 4");
  EXPECT_EQ(clean.evidence[0].reference, hostile.reference) << "what it is in the world, whatever it is called";
  EXPECT_EQ(clean.evidence[0].thread, hostile.thread);
  ASSERT_EQ(clean.claims.size(), 3U) << "a claim that nobody can see is none";
  EXPECT_EQ(clean.claims[0].value, "likes\nhorses");
  EXPECT_EQ(clean.claims[1].value, "");
  EXPECT_EQ(clean.claims[2].value, "Ada Lovelace");
  EXPECT_EQ(std::get<Offer>(clean.rulings[0].decision).text, "a boat");
  EXPECT_EQ(std::get<LetterForm>(clean.rulings[1].decision).text, "Subject: a\n\nb");
}

TEST(Book, WhatWasCutIsTheSameWhenItComesBack) {
  Evidence e = meeting("calendar/1", 1, "2026-03-14");
  e.title = std::string(title_bytes_max - 1, 'x') + " and more";
  const Printed once = printed(record_of(e));
  EXPECT_EQ(printed(record_of(once.evidence[0])).evidence_prints[0].key, once.evidence_prints[0].key);
}

TEST(Book, TheNewestVersionOfAnEventCountsWhateverTheOrder) {
  const Evidence first = meeting("calendar/1", 1, "2026-03-14");
  const Evidence moved = meeting("calendar/1", 2, "2026-03-21");
  const Evidence back = meeting("calendar/1", 3, "2026-03-14");
  std::vector<Evidence> all = {first, moved, back};
  std::vector<std::size_t> order = {0, 1, 2};
  do {
    MemoryLedger ledger;
    for (const std::size_t i : order) ASSERT_TRUE(ledger.add(record_of(all[i]), {}));
    const Book book = *ledger.read();
    ASSERT_EQ(book.rows.size(), 1U);
    EXPECT_EQ(book.rows[0].at, back.at) << order[0] << order[1] << order[2];
  } while (std::next_permutation(order.begin(), order.end()));
}

TEST(Book, WhatIsThereAlreadyIsNotNew) {
  MemoryLedger ledger;
  const Record record = record_of(meeting("calendar/1", 1, "2026-03-14"));
  EXPECT_TRUE(*ledger.add(record, {}));
  EXPECT_FALSE(*ledger.add(record, {}));
  const Book book = *ledger.read();
  EXPECT_EQ(book.rows.size(), 1U);
  EXPECT_EQ(book.claims.size(), 1U) << "the name that the attendee was shown with";
}

TEST(Book, TitlesAreKeptOnlyWhereADerivationReadsThem) {
  EXPECT_TRUE(title_matters(Kind::met, 1, 0));
  EXPECT_FALSE(title_matters(Kind::met, 2, 0));
  EXPECT_FALSE(title_matters(Kind::wrote, 2, 0));
  EXPECT_TRUE(title_matters(Kind::wrote, 3, 0)) << "it may introduce two of them";
  EXPECT_TRUE(title_matters(Kind::wrote, 2, telling)) << "it may thank";
}

TEST(Book, HandlesReadBackAsTheyAreWritten) {
  for (const std::string_view text : {"email:ada@x.example", "phone:+46701234567", "uid:vcard/a:b", "name:whatsapp/Jane Doe"}) {
    const auto handle = parse_handle(text);
    ASSERT_TRUE(handle) << text;
    EXPECT_EQ(ledger::text(*handle), text);
  }
  EXPECT_FALSE(parse_handle("ada@x.example"));
  EXPECT_FALSE(parse_handle("planet:mars"));
}

}  // namespace
}  // namespace ledger
