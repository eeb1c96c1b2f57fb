#include "sources/calendar_place.h"

#include <gtest/gtest.h>

namespace sources {
namespace {

using ledger::Channel;

TEST(CalendarPlace, KnowsConferencesByTheirHost) {
  EXPECT_TRUE(has_conference_link("Join: https://zoom.us/j/1?pwd=x"));
  EXPECT_TRUE(has_conference_link("<a href=\"https://eu.zoom.us/j/1\">"));
  EXPECT_TRUE(has_conference_link("https://teams.microsoft.com/l/meetup-join/19%3a"));
  EXPECT_TRUE(has_conference_link("see https://x.example and https://meet.google.com/abc"));
  EXPECT_FALSE(has_conference_link("https://notzoom.us/j/1"));
  EXPECT_FALSE(has_conference_link("https://zoom.us.evil.example/j/1"));
  EXPECT_FALSE(has_conference_link("zoom.us"));
}

TEST(CalendarPlace, TellsPlacesFromWhatStandsForThem) {
  EXPECT_EQ(channel_of_place("Storgatan 1, Stockholm"), Channel::in_person);
  EXPECT_EQ(channel_of_place("Room 4"), Channel::in_person);
  EXPECT_EQ(channel_of_place("Microsoft Teams-Besprechung"), Channel::video);
  EXPECT_EQ(channel_of_place("https://zoom.us/j/1"), Channel::video);
  EXPECT_EQ(channel_of_place("zoom.us/j/1"), Channel::video);
  EXPECT_EQ(channel_of_place("Online"), Channel::video);
  EXPECT_EQ(channel_of_place("tel:+46701234567"), Channel::phone);
  EXPECT_EQ(channel_of_place("+46 70 123 45 67"), Channel::phone);
  EXPECT_EQ(channel_of_place("https://x.example/agenda"), Channel::unknown);
  EXPECT_EQ(channel_of_place("TBD"), Channel::unknown);
  EXPECT_EQ(channel_of_place(""), Channel::unknown);
}

}  // namespace
}  // namespace sources
