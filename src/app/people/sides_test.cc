#include "app/people/sides.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace app {
namespace {

using standing::Fact;
using standing::Rung;
using ::testing::ElementsAre;

PersonView person(std::string name, std::string company) {
  PersonView view;
  view.card.person.name = std::move(name);
  view.card.person.company = std::move(company);
  return view;
}

TEST(Sides, SayWhatAgreesAndWhatDiffers) {
  PersonView a = person("Ada Lovelace", "Engines Ltd");
  PersonView b = person("Ada King Lovelace", "Engines");
  a.card.person.emails = {"ada@engines.example"};
  b.card.person.emails = {"ada@post.example"};
  a.card.person.city = "London";
  a.card.person.profiles = {"https://www.linkedin.com/in/ada"};
  const Sides sides = side_by_side(a, b);
  EXPECT_THAT(sides.agree, ElementsAre("name", "company"));
  EXPECT_THAT(sides.differ, ElementsAre("domain of mail")) << "what one of the two does not say is neither";
}

TEST(Sides, SpokenHereAndHelpThereAreANetwork) {
  PersonView a = person("Ada Lovelace", "");
  PersonView b = a;
  a.card.standing.rung = Rung::met;
  a.card.standing.meet = Fact::yes;
  b.card.standing.rung = Rung::in_touch;
  b.card.standing.help = Fact::yes;
  EXPECT_EQ(side_by_side(a, b).together, Rung::network);
  EXPECT_TRUE(side_by_side(a, b).moves);
  b.card.person.answer = "no";
  EXPECT_EQ(side_by_side(a, b).together, Rung::met);
  EXPECT_FALSE(side_by_side(a, b).moves);
}

TEST(Sides, WritingOneWayEachIsInTouch) {
  PersonView a = person("Ada Lovelace", "");
  PersonView b = a;
  a.card.standing.rung = b.card.standing.rung = Rung::aware;
  a.card.standing.counts.wrote_in = 1;
  b.card.standing.counts.wrote_out = 1;
  EXPECT_EQ(side_by_side(a, b).together, Rung::in_touch);
}

TEST(Sides, NamesakesAreToldApartByWhatDiffers) {
  EXPECT_EQ(told_apart(person("Maria Silva", "Fjord"), person("Maria Silva", "Kestrel")),
            std::pair(std::string("Maria Silva, Fjord"), std::string("Maria Silva, Kestrel")));
  EXPECT_EQ(told_apart(person("Maria Silva", "Fjord"), person("Bo Ek", "Fjord")),
            std::pair(std::string("Maria Silva"), std::string("Bo Ek")));
  PersonView a = person("Maria Silva", "Fjord");
  PersonView b = a;
  a.card.person.emails = {"maria@fjord.example"};
  EXPECT_EQ(told_apart(a, b), std::pair(std::string("Maria Silva, maria@fjord.example"), std::string("Maria Silva")));
}

}  // namespace
}  // namespace app
