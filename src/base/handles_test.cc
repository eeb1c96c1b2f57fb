// Addresses, numbers, profiles and names: parse once at the edge.

#include <gtest/gtest.h>

#include "base/email.h"
#include "base/linkedin.h"
#include "base/name.h"
#include "base/phone.h"

namespace base {
namespace {

TEST(Email, IsReadFromTheFormsThatFilesHold) {
  for (const char* text :
       {"Ada@Lovelace.example", " <ada@lovelace.example> ", "mailto:ada@lovelace.example", "ada@lovelace.example."}) {
    const auto email = Email::parse(text);
    ASSERT_TRUE(email) << text;
    EXPECT_EQ(email->text(), "ada@lovelace.example");
    EXPECT_EQ(email->local(), "ada");
    EXPECT_EQ(email->domain(), "lovelace.example");
  }
  for (const char* text : {"", "ada", "@x.example", "ada@", "/O=EX/CN=ADA", "a b@x.example", "a@x..example", "a@.x",
                           "<a@b.example>, <c@d.example>"}) {
    EXPECT_FALSE(Email::parse(text)) << text;
  }
  EXPECT_FALSE(Email::parse(std::string(250, 'a') + "@x.example")) << "254 bytes at most";
}

TEST(Email, OneMailboxHasManySpellings) {
  EXPECT_EQ(Email::parse("ada+news@x.example")->mailbox(), "ada@x.example");
  EXPECT_EQ(Email::parse("a.d.a+x@googlemail.com")->mailbox(), "ada@gmail.com");
  EXPECT_EQ(Email::parse("a.da@x.example")->mailbox(), "a.da@x.example") << "dots matter elsewhere";
  EXPECT_EQ(Email::parse("+ada@x.example")->mailbox(), "+ada@x.example");
}

TEST(Email, ProgramsAndOfficesAreTold) {
  for (const char* text : {"no-reply@x.example", "no_reply+1@x.example", "mailer-daemon@x.example", "x-bounces@lists.example",
                           "notifications@github.com", "abc@reply.github.com"}) {
    EXPECT_TRUE(is_robot(*Email::parse(text))) << text;
  }
  EXPECT_FALSE(is_robot(*Email::parse("ada@x.example")));
  EXPECT_FALSE(is_robot(*Email::parse("abbot@x.example")));
  EXPECT_TRUE(is_role(*Email::parse("info@x.example")));
  EXPECT_TRUE(is_role(*Email::parse("help-desk@x.example")));
  EXPECT_FALSE(is_role(*Email::parse("sales.ada@x.example")));
}

TEST(Phone, IsReadInTheOwnersRegion) {
  const Region home{"GB"};
  for (const char* text : {"+44 20 7946 0018", "(020) 7946 0018", "0044 20 7946 0018", "tel:+442079460018", "+44 (0)20 7946 0018",
                           "\u202a+44 20 7946 0018\u202c"}) {
    const auto phone = Phone::parse(text, home);
    ASSERT_TRUE(phone) << text;
    EXPECT_EQ(phone->text(), "+442079460018") << text;
  }
  EXPECT_EQ(Phone::parse("070-123 45 67", {"SE"})->text(), "+46701234567");
  EXPECT_EQ(Phone::parse("+46 70 123 45 67", {})->region(), Region{"SE"});
}

TEST(Phone, NoCountryNoNumber) {
  EXPECT_FALSE(Phone::parse("020 7946 0018", {}));
  for (const char* text : {"", "112", "72300", "AMAZON", "-1", "+999999999999999999"}) {
    EXPECT_FALSE(Phone::parse(text, {"SE"})) << text;
  }
  EXPECT_EQ(national_digits("070-123 45 67"), "0701234567");
  EXPECT_EQ(national_digits("72300"), "") << "a short code";
  EXPECT_EQ(national_digits("AMAZON 12345678"), "");
}

TEST(LinkedIn, IsReadFromEveryFormOfItsAddress) {
  for (const char* url : {"https://www.linkedin.com/in/Ada-Lovelace", "linkedin.com/in/ada-lovelace/",
                          "http://de.linkedin.com/in/ada-lovelace?trk=x#y", "https://www.linkedin.com/in/ada-lovelace/de"}) {
    const auto profile = LinkedIn::parse(url);
    ASSERT_TRUE(profile) << url;
    EXPECT_EQ(profile->slug(), "ada-lovelace");
    EXPECT_EQ(profile->url(), "https://www.linkedin.com/in/ada-lovelace");
  }
  EXPECT_EQ(LinkedIn::parse("https://www.linkedin.com/in/j%C3%BCrgen")->slug(), "jürgen");
  EXPECT_EQ(LinkedIn::parse("linkedin.com/pub/ada/1/2/3")->slug(), "pub/ada/1/2/3");
  for (const char* url : {"", "https://www.linkedin.com/company/acme", "https://evil.example/in/ada",
                          "https://notlinkedin.com/in/ada", "https://www.linkedin.com/in/"}) {
    EXPECT_FALSE(LinkedIn::parse(url)) << url;
  }
}

TEST(Name, KeysMeetWhereTheNameIsOne) {
  for (const char* text : {"Ada Lovelace", "Lovelace, Ada", "Dr. Ada Lovelace (she/her)", "Ada Lovelace, PhD", "\"Ada Lovelace\"",
                           "ADA KING LOVELACE", "Åda Lovelacé"}) {
    EXPECT_EQ(parse_name(text).key(), "ada lovelace") << text;
  }
  EXPECT_EQ(parse_name("Kate Smith").key(), parse_name("Katherine Smith").key());
  EXPECT_EQ(parse_name("Alex Smith").key(), "alex smith") << "stands for several: stays as it is";
  EXPECT_EQ(parse_name("A. Lovelace").key(), "");
  EXPECT_EQ(parse_name("Ada").key(), "");
  EXPECT_EQ(parse_name("").key(), "");
  EXPECT_EQ(parse_name("Ada King Lovelace").text(), "ada king lovelace");
}

TEST(Name, CompatibleNamesCanBeOnePersons) {
  const auto agree = [](const char* a, const char* b) { return compatible(parse_name(a), parse_name(b)); };
  EXPECT_TRUE(agree("Bob Smith", "Robert Smith"));
  EXPECT_TRUE(agree("Ada Byron", "Ada Lovelace")) << "marriage";
  EXPECT_TRUE(agree("A. Lovelace", "Ada Lovelace"));
  EXPECT_TRUE(agree("Ada", "Ada Lovelace"));
  EXPECT_TRUE(agree("Li Wei", "Wei Li"));
  EXPECT_FALSE(agree("Ada Lovelace", "Charles Lovelace"));
  EXPECT_FALSE(agree("Grace", "Ada Lovelace"));
}

TEST(Name, IsShownWithoutWhatIsNotTheName) {
  EXPECT_EQ(shown_name("  'Lovelace,  Ada' "), "Ada Lovelace");
  EXPECT_EQ(shown_name("Ada\u202e Lovelace"), "Ada Lovelace");
  EXPECT_EQ(shown_name("Ada Lovelace, MBA"), "Ada Lovelace");
}

TEST(Name, CompaniesMeetWithoutTheirLegalForm) {
  EXPECT_EQ(company_key("Acme, Inc."), "acme");
  EXPECT_EQ(company_key("ACME GmbH"), "acme");
  EXPECT_EQ(company_key("Fjord & Kestrel AB"), "fjord kestrel");
  EXPECT_EQ(company_key("The Group"), "the group") << "never nothing";
}

TEST(Name, HasOneSpelling) {
  EXPECT_EQ(parse_name("Jürgen Händel").words, parse_name("Juergen Haendel").words);
  EXPECT_EQ(parse_name("Øystein Ågård").words, parse_name("Oeystein Aagaard").words);
  EXPECT_EQ(one_spelling("joe"), "joe");
  EXPECT_EQ(formal("mike"), one_spelling("michael"));
}

}  // namespace
}  // namespace base
