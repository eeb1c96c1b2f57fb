#include "people/linkage.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "people/compare_names.h"

namespace people {
namespace {

/// A table in a line a row; the cells are parted by '|'.
LinkTable table(const std::vector<std::pair<Trait, std::string>>& columns, const std::vector<std::string>& rows) {
  LinkTable made;
  for (const auto& [trait, title] : columns) made.columns.emplace_back(trait, title);
  for (const std::string& row : rows) {
    std::size_t from = 0;
    for (LinkColumn& column : made.columns) {
      const std::size_t to = std::min(row.find('|', from), row.size());
      column.add(std::string_view(row).substr(from, to - from));
      from = std::min(to + 1, row.size());
    }
    ++made.rows;
  }
  return made;
}

/// Names nobody shares: "nabc nabd".
std::string invented(std::size_t i) {
  const auto word = [](std::size_t n) {
    std::string out;
    for (int k = 0; k < 6; ++k) {
      out += static_cast<char>('a' + n % 26);
      n = n / 26 + 7 * (n % 26);
    }
    return out;
  };
  return word(i * 37 + 5) + " " + word(i * 101 + 11);
}

/// 300 people with address and day of birth, a third of them twice: a slip in the name, another
/// mailbox. `row[i]` and `row[300 + i]` are one for i < 100.
std::vector<std::string> people_with_slips() {
  std::vector<std::string> rows;
  for (std::size_t i = 0; i < 300; ++i) {
    // Multiples of primes: no two columns go in step.
    rows.push_back(invented(i) + "|" + std::to_string(1940 + i * 37 % 61) + "-0" + std::to_string(1 + i * 11 % 7) + "-1" +
                   std::to_string(i * 29 % 10) + "|town" + std::to_string(i * 17 % 13));
  }
  for (std::size_t i = 0; i < 100; ++i) {
    std::string row = rows[i];
    if (i % 2 == 0) std::swap(row[2], row[3]);
    if (i % 3 == 0) row.resize(row.rfind('|') + 1);
    rows.push_back(row);
  }
  return rows;
}

const std::vector<std::pair<Trait, std::string>> person = {{Trait::name, "name"}, {Trait::date, "born"}, {Trait::text, "town"}};

TEST(Linkage, FindsWhoIsTwiceAndNobodyElse) {
  const Linkage found = link(table(person, people_with_slips()));
  std::size_t together = 0;
  std::size_t wrong = 0;
  for (std::size_t a = 0; a < found.cluster.size(); ++a) {
    for (std::size_t b = 0; b < a; ++b) {
      if (found.cluster[a] != found.cluster[b]) continue;
      ++(a == b + 300 && b < 100 ? together : wrong);
    }
  }
  EXPECT_GE(together, 98U);
  EXPECT_EQ(wrong, 0U);
  EXPECT_NEAR(found.prior, 100. / (400 * 399 / 2), .0003) << "100 pairs of 79,800";
}

TEST(Linkage, WhatManyShareIsNotWhatMakesThemTheSame) {
  std::vector<std::string> rows;
  for (std::size_t i = 0; i < 900; ++i) {
    rows.push_back(invented(i) + "|1980-01-" + std::to_string(10 + i % 15) + "|town" + std::to_string(i % 15));
  }
  const Linkage found = link(table(person, rows));
  EXPECT_EQ(std::set(found.cluster.begin(), found.cluster.end()).size(), 900U);
}

TEST(Linkage, TheOrderOfRowsDoesNotMatter) {
  const std::vector<std::string> rows = people_with_slips();
  const std::vector<std::uint32_t> forward = link(table(person, rows)).cluster;
  const std::vector<std::uint32_t> backward = link(table(person, {rows.rbegin(), rows.rend()})).cluster;
  const auto last = static_cast<std::uint32_t>(rows.size() - 1);
  for (std::uint32_t a = 0; a <= last; ++a) {
    for (std::uint32_t b = 0; b < a; ++b) {
      ASSERT_EQ(forward[a] == forward[b], backward[last - a] == backward[last - b]) << a << " " << b;
    }
  }
}

TEST(Linkage, ComparesAcrossSourcesOnly) {
  LinkTable some = table(person, people_with_slips());
  some.source.assign(some.rows, 0);
  std::fill(some.source.begin() + 350, some.source.end(), 1);
  const Linkage found = link(some);
  EXPECT_NE(found.cluster[300], found.cluster[0]) << "both of source 0";
  EXPECT_EQ(found.cluster[351], found.cluster[51]);
}

TEST(Linkage, OneAddressIsOnePersonWhateverTheNames) {
  std::vector<std::string> rows;
  for (std::size_t i = 0; i < 60; ++i) rows.push_back(invented(i) + "|" + "m" + std::to_string(i) + "@x.example");
  rows.insert(rows.end(), {"zq71|ada@engines.example", "Ada Lovelace|ada@engines.example", "Bo Ek|root@pc.(none)",
                           "Cy Young|root@pc.(none)", "Dee Smith|office@y.example", "Eli Jones|office@y.example"});
  const Linkage found = link(table({{Trait::name, "name"}, {Trait::email, "email"}}, rows));
  EXPECT_EQ(found.cluster[60], found.cluster[61]);
  EXPECT_NE(found.cluster[62], found.cluster[63]) << "no address that anybody has";
  EXPECT_NE(found.cluster[64], found.cluster[65]) << "two full names: an office's";
}

TEST(Linkage, ManyEqualRowsAreOneAndTakeNoTime) {
  std::vector<std::string> rows;
  for (std::size_t i = 0; i < 500; ++i) rows.push_back(invented(i) + "|1980-01-22|town");
  for (std::size_t i = 0; i < 20'000; ++i) rows.push_back(invented(7) + "|1980-01-22|town");
  const Linkage found = link(table({{Trait::name, "name"}, {Trait::date, "born"}, {Trait::text, "town"}}, rows));
  EXPECT_LT(found.pairs, 1'000'000U);
}

TEST(Linkage, TakesWhatSaysNothing) {
  EXPECT_TRUE(link(LinkTable{}).cluster.empty());
  EXPECT_EQ(link(table({{Trait::text, "x"}}, {"a"})).cluster, std::vector<std::uint32_t>{0});
  const Linkage empty = link(table({{Trait::text, "x"}}, {"", "", ""}));
  EXPECT_EQ(std::set(empty.cluster.begin(), empty.cluster.end()).size(), 3U);
  const Linkage equal = link(table({{Trait::text, "x"}}, {"a", "a", "b", "c"}));
  EXPECT_EQ(equal.cluster.size(), 4U);
  EXPECT_EQ(link(table(person, {"Ada|" + std::string(1'000, 'x') + "|y", "Ada||"})).cluster.size(), 2U);
}

/// The level at which the first two rows' names (and addresses) agree.
int level(const std::vector<std::string>& rows) {
  const LinkTable made = table({{Trait::name, "name"}, {Trait::email, "email"}}, rows);
  return compare_names(made.columns[0], &made.columns[1])->compare(0, 1).level;
}

TEST(CompareNames, KnowsNamesInTheirUsualForms) {
  const auto names = [](const std::string& a, const std::string& b) { return level({a + "|", b + "|", "Bo Ek|"}); };
  EXPECT_EQ(names("Ada Lovelace", "Lovelace, Ada"), 1);
  EXPECT_EQ(names("Ada Lovelace", "ADA KING LOVELACE"), 1);
  EXPECT_EQ(names("Łukasz Åström", "Lukasz Astrom"), 1);
  EXPECT_EQ(names("AdaLovelace", "Ada Lovelace"), 1);
  EXPECT_EQ(names("A. Lovelace", "Ada Lovelace"), 2);
  EXPECT_EQ(names("Bob Smith", "Robert Smith"), 2);
  EXPECT_EQ(names("Ada Lovlace", "Ada Lovelace"), 3);
  EXPECT_EQ(names("Ada", "Ada Lovelace"), 5);
  EXPECT_EQ(names("Ada Byron", "Ada Lovelace"), 7);
  EXPECT_EQ(names("Bo Ek", "Ada Lovelace"), 8);
  EXPECT_EQ(names("", "Ada Lovelace"), 0);
}

TEST(CompareNames, ReadsNamesInAddresses) {
  const auto spelled = [](const std::string& address) { return level({"Ada Lovelace|", "Engine|" + address, "Bo Ek|"}); };
  for (const char* address : {"ada.lovelace@x.example", "lovelace_ada@x.example", "alovelace@x.example", "lovelacea99@x.example",
                              "adal@x.example", "ada.k.lovelace@x.example", "1234+adalovelace@users.noreply.example"}) {
    EXPECT_EQ(spelled(address), 4) << address;
  }
  EXPECT_EQ(spelled("ada@x.example"), 6);
  EXPECT_EQ(spelled("engine@x.example"), 8);
  EXPECT_EQ(level({"bob smith|", "x|robertsmith@x.example", "Bo Ek|"}), 4) << "what Bob is short for";
}

TEST(CompareEmails, KnowsMailboxesAndDomains) {
  const auto emails = [](const std::string& a, const std::string& b) {
    const LinkTable made = table({{Trait::name, "name"}, {Trait::email, "email"}}, {"x|" + a, "y|" + b, "z|z@z.example"});
    return compare_emails(made.columns[1], &made.columns[0], true)->compare(0, 1);
  };
  EXPECT_EQ(emails("Ada@X.example", "ada@x.example").level, 1);
  EXPECT_TRUE(emails("ada@x.example", "ada@x.example").certain);
  EXPECT_FALSE(emails("ada@pc.(none)", "ada@pc.(none)").certain);
  EXPECT_EQ(emails("ada+news@x.example", "ada@y.example").level, 2);
  EXPECT_EQ(emails("ada.lovelace@x.example", "adalovelace1@y.example").level, 3);
  EXPECT_EQ(emails("ada@x.example", "bo@x.example").level, 4);
  EXPECT_EQ(emails("ada@x.example", "bo@y.example").level, 5);
  EXPECT_EQ(emails("", "bo@y.example").level, 0);
}

}  // namespace
}  // namespace people
