#include "formats/places.h"

#include <gtest/gtest.h>

namespace formats {
namespace {

const Places& places() {
  static const Places all;
  return all;
}

std::string first(std::string_view text) {
  const auto found = places().named(text);
  return found.empty() ? "" : place_words(found.front());
}

TEST(Places, AreNamedAsPeopleWriteThem) {
  for (const char* text : {"Berlin", "berlin", "Berlin, Germany", "Greater Berlin Area", "Berlin Metropolitan Area",
                           "10115 Berlin", "Berlin, DE", "Berlin Mitte", "Berlin, Kreuzberg, Germany"})
    EXPECT_EQ(first(text), "Berlin, Germany") << text;
  for (const char* text : {"München", "Munchen", "Muenchen", "Munich, Bavaria, Germany"})
    EXPECT_EQ(first(text), "Munich, Bavaria, Germany") << text;
  EXPECT_EQ(first("Warszawa"), "Warsaw, Masovian Voivodeship, Poland");
  EXPECT_EQ(first("Kraków"), "Krakow, Lesser Poland Voivodeship, Poland");
  EXPECT_EQ(first("Wien"), "Vienna, Austria");
  EXPECT_EQ(first("Göteborg"), "Gothenburg, Västra Götaland County, Sweden");
  EXPECT_EQ(first("Köln"), "Cologne, North Rhine-Westphalia, Germany");
  EXPECT_EQ(first("Praha"), "Prague, Hlavní město Praha, Czech Republic");
  EXPECT_EQ(first("Düsseldorf"), first("Duesseldorf"));
  EXPECT_EQ(first("Sevilla"), "Seville, Andalusia, Spain") << "not the smaller one in Colombia";
  EXPECT_EQ(first("San Francisco Bay Area"), "San Francisco, California, United States of America");
  EXPECT_EQ(first("Mexico City"), "Mexico City, Mexico");
  EXPECT_EQ(first("New York City Metropolitan Area"), "New York, United States of America");
  EXPECT_EQ(first("Washington DC-Baltimore Area"), "Washington D.C., District of Columbia, United States of America");
}

TEST(Places, ARegionOrCountryDecides) {
  EXPECT_EQ(places().named("Springfield").size(), 8U);
  for (const char* text :
       {"Springfield, IL", "Springfield, Illinois", "Springfield, Illinois, United States", "Springfield, il, USA"}) {
    ASSERT_EQ(places().named(text).size(), 1U) << text;
    EXPECT_EQ(first(text), "Springfield, Illinois, United States of America");
  }
  EXPECT_EQ(first("Frankfurt, DE"), "Frankfurt am Main, Hesse, Germany");
  EXPECT_EQ(places().named("Frankfurt").size(), 2U);
  EXPECT_EQ(first("London, Ontario"), "London, Ontario, Canada");
  EXPECT_EQ(first("London, UK"), "London, England, United Kingdom");
  EXPECT_EQ(first("Berlin, France"), "");
  EXPECT_EQ(first("Luxembourg"), "Luxembourg");
  EXPECT_EQ(first("Jamaica, NY"), "Jamaica, New York, United States of America");
}

TEST(Places, WhatIsNoneIsNone) {
  for (const char* text : {"", " ", ",", "Area", "Nowhere at all", "Remote", "🌍", "12345", "Germany", "Jamaica", "Lebanon"})
    EXPECT_EQ(first(text), "") << text;
}

TEST(Places, LieSoFarApart) {
  const auto berlin = places().named("Berlin").front(), potsdam = places().named("Potsdam, Germany").front();
  EXPECT_NEAR(distance_km(berlin, potsdam), 27, 2);
  EXPECT_NEAR(distance_km(berlin, places().named("Sydney").front()), 16'100, 100);
  EXPECT_EQ(distance_km(berlin, berlin), 0);
}

}  // namespace
}  // namespace formats
