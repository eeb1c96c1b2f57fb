#include "formats/xml_pull.h"

#include <gtest/gtest.h>

namespace formats {
namespace {

std::string tags(std::string_view text) {
  const auto bytes = bytes_of(text);
  XmlPull pull(*bytes);
  XmlTag tag;
  std::string out;
  for (;;) {
    const auto more = pull.next(tag);
    EXPECT_TRUE(more.has_value());
    if (!more || !*more) return out;
    out += std::string(tag.opens ? "+" : "") + (tag.closes ? "-" : "") + (tag.broken ? "!" : "") + tag.name;
    for (const XmlAttribute& one : tag.attributes) out += " " + one.name + "=" + one.value;
    out += "|";
  }
}

TEST(XmlPull, ReadsTagsAndPassesOverTheRest) {
  EXPECT_EQ(tags("<?xml version='1.0'?><!-- <x> --- --><!DOCTYPE a><a b=\"1\" c = '2' d=3>text<e/>"
                 "<![CDATA[<f>]]]></a >"),
            "+a b=1 c=2 d=3|+-e|-a|");
}

TEST(XmlPull, DecodesReferences) {
  EXPECT_EQ(xml_text("&lt;&#10;&amp;amp;&#x41;"), "<\n&amp;A");
  EXPECT_EQ(xml_text("&#55357;&#56832;"), "😀");
  EXPECT_EQ(xml_text("&#55357;x &#0;&nope; &"), "\xef\xbf\xbdx &nope; &");
  EXPECT_EQ(xml_text("&#99999999999;&#;"), "&#99999999999;&#;");
}

TEST(XmlPull, EndsABrokenTagAtTheNextLine) {
  EXPECT_EQ(tags("<a b=\"1 < 2\"/>\n<a b=\"open />\n  <c d=\"1\"/>"), "+-a b=1 < 2|+!a b=open />\n  |+-c d=1|");
  EXPECT_EQ(tags("<a b=\"1\" \n<c/>"), "+!a b=1|+-c|");
  EXPECT_EQ(tags("<a b=\""), "+!a b=|");
  EXPECT_EQ(tags("<"), "+!|");
}

TEST(XmlPull, KeepsOnlyTheFrontOfHugeValues) {
  const std::string text = "<a data=\"" + std::string(5'000'000, 'x') + "\" b=\"2\"/>";
  const auto bytes = bytes_of(text);
  XmlPull pull(*bytes);
  XmlTag tag;
  ASSERT_TRUE(pull.next(tag).value());
  EXPECT_EQ(attribute(tag, "data").size(), 65'536U);
  EXPECT_EQ(attribute(tag, "b"), "2");
}

}  // namespace
}  // namespace formats
