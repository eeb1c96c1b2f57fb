#include "formats/feed.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace formats {
namespace {

using testing::HasSubstr;

TEST(Feed, ReadsRssAtomAndRdfAlike) {
  constexpr std::string_view rss =
      "<?xml version=\"1.0\"?><rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel>"
      "<title>Blog</title><item><title>Fast &amp;amp; safe</title><link> https://a.example/1 </link>"
      "<pubDate>Mon, 02 Nov 2026 09:00:00 +0100</pubDate><description>front</description>"
      "<content:encoded><![CDATA[<p>Postgres <b>indexes</b></p>]]></content:encoded></item></channel></rss>";
  constexpr std::string_view atom =
      "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Blog</title><entry><title type=\"html\">Fast &amp;amp; safe</title>"
      "<link rel=\"self\" href=\"https://a.example/self\"/><link href=\"https://a.example/1\"/>"
      "<updated>2026-11-02T08:00:00Z</updated>"
      "<content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\">Postgres "
      "<b>indexes</b></div></content></entry></feed>";
  constexpr std::string_view rdf =
      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
      "<channel><title>Blog</title></channel><item><title>Fast &amp;amp; safe</title><link>https://a.example/1</link>"
      "<dc:date>2026-11-02</dc:date><description>Postgres indexes</description></item></rdf:RDF>";
  for (const std::string_view text : {rss, atom, rdf}) {
    const auto entries = read_feed(text);
    ASSERT_TRUE(entries.has_value());
    ASSERT_EQ(entries->size(), 1U) << text;
    const Entry& one = entries->front();
    EXPECT_EQ(one.title, "Fast & safe");
    EXPECT_EQ(one.link, "https://a.example/1");
    EXPECT_EQ(one.text, "Postgres indexes");
    ASSERT_TRUE(one.published.has_value());
    EXPECT_EQ(base::iso(*one.published), "2026-11-02");
  }
}

TEST(Feed, EntitiesThatTheFileDeclaresAreNotExpanded) {
  std::string laughs = "<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY a \"" + std::string(1000, 'x') + "\">";
  for (char c = 'b'; c < 'l'; ++c) {
    laughs += std::string("<!ENTITY ") + c + " \"";
    for (int i = 0; i < 10; ++i) laughs += std::string("&") + static_cast<char>(c - 1) + ";";
    laughs += "\">";
  }
  laughs += "]><rss><channel><item><title>Ha &k;</title></item></channel></rss>";
  const auto entries = read_feed(laughs);
  ASSERT_TRUE(entries.has_value());
  ASSERT_EQ(entries->size(), 1U);
  EXPECT_EQ(entries->front().title, "Ha &k;");
}

TEST(Feed, SaysWhatIsNoFeed) {
  EXPECT_EQ(read_feed("<html><body>Hi</body></html>").error().what, base::say("formats.xml-but-no-feed", {{"root", "html"}}));
  EXPECT_EQ(read_feed("<rss><channel><item>").error().what.code, "formats.no-xml-byte");
  EXPECT_EQ(read_feed("").error().what.code, "formats.no-xml-byte");
  EXPECT_EQ(read_feed(std::string(feed_bytes_max + 1, ' ')).error().what,
            base::say("formats.more-mb-which-no", {{"feed_bytes_max", 16}}));
}

TEST(Feed, DepthsThatNoPageHasAreCutOff) {
  std::string deep = "<rss><channel><item><title>t";
  for (int i = 0; i < 200'000; ++i) deep += "<a>";
  for (int i = 0; i < 200'000; ++i) deep += "</a>";
  const auto entries = read_feed(deep + "</title></item></channel></rss>");
  ASSERT_TRUE(entries.has_value());
  EXPECT_EQ(entries->front().title, "t");
}

TEST(Feed, AnEntryWithoutTitleHasItsFirstWords) {
  const auto entries = read_feed("<rss><channel><item><description>Only words</description></item><item/></channel></rss>");
  ASSERT_TRUE(entries.has_value());
  ASSERT_EQ(entries->size(), 1U);
  EXPECT_EQ(entries->front().title, "Only words");
}

TEST(Markdown, TitleFromFrontMatterThenHeading) {
  const Entry first =
      read_markdown("---\ntitle: \"On hiring\"\ndate: 2026-10-01\nurl: https://a.example/h\n---\n# Other\n\nText *here*.\n");
  EXPECT_EQ(first.title, "On hiring");
  EXPECT_EQ(first.link, "https://a.example/h");
  EXPECT_EQ(first.text, "Text here.");
  ASSERT_TRUE(first.published.has_value());
  EXPECT_EQ(base::iso(*first.published), "2026-10-01");
  const Entry second = read_markdown("Intro\n\n## On `C++`\nBody <script>x</script>\n");
  EXPECT_EQ(second.title, "On C++");
  EXPECT_THAT(second.text, HasSubstr("Intro"));
  EXPECT_TRUE(read_markdown("").title.empty());
}

TEST(PlainText, TagsGoAndReferencesAreCharacters) {
  EXPECT_EQ(plain_text("<p>Fast &amp; safe</p><p>next</p>"), "Fast & safe next");
  EXPECT_EQ(plain_text("a &lt; b < c"), "a < b < c");
}

}  // namespace
}  // namespace formats
