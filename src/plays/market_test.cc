#include "plays/market.h"

#include <gtest/gtest.h>

namespace plays {
namespace {

people::Person person(std::string title, std::string company, std::string city) {
  people::Person p;
  p.title = std::move(title);
  p.company = std::move(company);
  p.city = std::move(city);
  return p;
}

Fit::How how(std::string_view rule, const people::Person& p) { return fit(*Rule::parse(rule), p).how; }

TEST(Market, EveryConditionMustHoldAndOneWordOfEachSuffices) {
  const auto ada = person("Co-Founder & CTO", "Analytical Engines", "Zürich");
  EXPECT_EQ(how("title:founder,cfo city:zurich", ada), Fit::How::yes);
  EXPECT_EQ(how("title:cfo city:zurich", ada), Fit::How::no);
  EXPECT_EQ(how("title:founder no-company:analytical", ada), Fit::How::no);
  EXPECT_EQ(how("title:founder no-company:fjord", ada), Fit::How::yes);
  EXPECT_EQ(how("engines", ada), Fit::How::yes) << "without a name: anywhere";
  EXPECT_EQ(how("company:\"analytical engines\"", ada), Fit::How::yes);
}

TEST(Market, WhatIsNotKnownIsNotNo) {
  const auto bo = person("Founder", "", "");
  EXPECT_EQ(how("title:founder city:berlin", bo), Fit::How::maybe);
  EXPECT_EQ(fit(*Rule::parse("title:founder city:berlin"), bo).unknown,
            std::vector<base::Message>{base::say("market.field", {{"of", "town"}})});
  EXPECT_EQ(how("city:berlin", bo), Fit::How::no) << "of whom nothing is known that speaks for it";
}

TEST(Market, WordsCountFromTheirBeginning) {
  EXPECT_EQ(how("title:engineer", person("Engineering manager", "", "")), Fit::How::yes);
  EXPECT_EQ(how("title:art", person("Start-up scout", "", "")), Fit::How::no);
}

TEST(Market, LabelsOfTheAddressBookCountAndNoLabelIsNone) {
  auto ada = person("Founder", "", "");
  EXPECT_EQ(how("title:founder label:sailing", ada), Fit::How::no) << "the owner puts tags, so that a missing one says no";
  ada.tags = {"Family", "Sailing club"};
  EXPECT_EQ(how("title:founder tag:sailing", ada), Fit::How::yes);
  EXPECT_EQ(how("title:founder no-label:family", ada), Fit::How::no);
}

TEST(Market, SeniorityIsReadFromTitles) {
  EXPECT_EQ(how("seniority:leads", person("Head of Data", "", "")), Fit::How::yes);
  EXPECT_EQ(how("seniority:leads", person("Senior engineer", "", "")), Fit::How::no);
  EXPECT_EQ(how("seniority:senior,leads", person("Senior engineer", "", "")), Fit::How::yes);
}

TEST(Market, ARuleIsShownInWords) {
  const auto condition = [](std::string_view of, std::string_view how, std::string_view word) {
    return base::say("market.condition", {{"of", of}, {"how", how}, {"words", base::say("said.name", {{"name", word}})}});
  };
  const auto also = [](base::Message first, base::Message next) {
    return base::say("market.also", {{"first", std::move(first)}, {"next", std::move(next)}});
  };
  EXPECT_EQ(Rule::parse("city:berlin no-company:acme seniority:leads")->words(),
            also(also(condition("town", "has", "berlin"), condition("company", "without", "acme")),
                 condition("seniority", "is", "leads")));
  EXPECT_EQ(Rule::parse("title:founder,cto,ceo")->words(),
            base::say("market.condition", {{"of", "title"},
                                           {"how", "has"},
                                           {"words", base::say("market.or", {{"first", "founder, cto"}, {"last", "ceo"}})}}));
}

TEST(Market, WhatIsNoRuleIsRefused) {
  for (const std::string_view text : {"", "   ", "no-title:founder", "title:", "colour:red", "title:,,", "seniority:king"})
    EXPECT_FALSE(Rule::parse(text)) << text;
}

TEST(Market, WhoFitsLessGainsLess) {
  const std::vector<Market> one = {{"m", "title:founder city:berlin", *Rule::parse("title:founder city:berlin")}};
  const double yes = focus_factor(one, person("Founder", "", "Berlin"));
  const double maybe = focus_factor(one, person("Founder", "", ""));
  const double no = focus_factor(one, person("Painter", "", "Berlin"));
  EXPECT_EQ(yes, 1);
  EXPECT_LT(maybe, yes);
  EXPECT_LT(no, maybe);
  EXPECT_EQ(focus_factor({}, person("Painter", "", "")), 1);
}

}  // namespace
}  // namespace plays
