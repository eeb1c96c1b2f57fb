#include "base/text.h"

#include <gtest/gtest.h>

namespace base {
namespace {

TEST(Text, FoldingMakesSpellingsMeet) {
  EXPECT_EQ(fold("Łukasz  ÅSTRÖM "), "lukasz astrom");
  EXPECT_EQ(fold("ada\tLOVELACE"), "ada lovelace");
  EXPECT_EQ(fold("Ольга"), fold("Olga"));
  EXPECT_EQ(fold("e\u0301mile"), fold("\u00e9mile")) << "composed or not";
  EXPECT_EQ(fold(""), "");
  EXPECT_EQ(fold("\u202eadA"), "ada") << "a mark of direction is no letter";
}

TEST(Text, WhatIsPrintedCanNeitherSteerATerminalNorTurnTextRound) {
  EXPECT_EQ(printable("a\x1b[31mb"), "a\\x1b[31mb");
  EXPECT_EQ(printable("a\nb\tc\x7f"), "a\\nb\\tc\\x7f");
  EXPECT_EQ(printable("a\u202eb"), "a\\u202eb");
  EXPECT_EQ(printable("\u2066x\u2069"), "\\u2066x\\u2069");
  EXPECT_EQ(printable("\u009b31m"), "\\x9b31m") << "the one-character form of an escape";
  EXPECT_EQ(printable("\xff\xfe"), "\\xff\\xfe");
  EXPECT_EQ(printable("王小明"), "王小明");
  EXPECT_TRUE(is_utf8(printable("\xc3(\xa0\xa1")));
}

TEST(Text, LongTextsEndInAnEllipsis) {
  EXPECT_EQ(printable("abcdef", 3), "abc…");
  EXPECT_EQ(printable("abc", 3), "abc");
  EXPECT_EQ(printable("王小明", 4), "王小…") << "two columns each";
  std::string accents = "a";
  for (int i = 0; i < 5'000; ++i) accents += "\u0301";
  EXPECT_LT(printable(accents, 100).size(), 1'000U) << "marks take no columns, but they do take room";
}

TEST(Text, ColumnsCountAsTerminalsDo) {
  EXPECT_EQ(columns("abc"), 3U);
  EXPECT_EQ(columns("王小"), 4U);
  EXPECT_EQ(columns("e\u0301"), 1U);
}

TEST(Text, AnythingBecomesUtf8) {
  EXPECT_EQ(to_utf8("Malm\xf6"), "Malmö");
  EXPECT_EQ(to_utf8("Malmö"), "Malmö");
  EXPECT_EQ(to_utf8(std::string_view("a\0b", 3)), "ab");
  EXPECT_EQ(to_utf8("\xd0\xcf", "koi8-r"), "по");
  EXPECT_EQ(to_utf8("Malmö", "no-such-charset"), "Malmö");
  EXPECT_FALSE(is_utf8("\xed\xa0\x80")) << "half a surrogate pair";
}

TEST(Text, ClippingNeverCutsALetter) {
  EXPECT_EQ(clip("aö", 2), "a");
  EXPECT_EQ(clip("aö", 3), "aö");
  EXPECT_EQ(clip("王", 2), "");
}

TEST(Text, WordsAndPartsAreTakenAsTheyStand) {
  EXPECT_EQ(trim(" \u00a0a b\u00a0\n"), "a b");
  EXPECT_EQ(split("a,,b,", ',').size(), 4U);
  EXPECT_EQ(split_words("  a  b ").size(), 2U);
  EXPECT_TRUE(equal_no_case("Ada", "aDA"));
  EXPECT_TRUE(starts_with_no_case("MAILTO:x", "mailto:"));
  EXPECT_EQ(strip_format("a\u200bb\x07"), "ab");
}

TEST(Text, AHashIsTheSameOnEveryMachine) {
  EXPECT_EQ(hash64("wellmet"), hash64(std::string("well") + "met"));
  EXPECT_NE(hash64("a"), hash64("b"));
  EXPECT_EQ(hash64(""), 0x40bd'efd9'4169'e6caULL) << "BLAKE2b-128 of nothing, as published";
}

}  // namespace
}  // namespace base
