// What cards of the programs that write them were seen to do.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sources/collect.h"

namespace sources {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

// One card of `lines`, version 3.0 unless they say.
std::string card(const std::string& lines) {
  const bool versioned = lines.find("VERSION:") != std::string::npos;
  return made_of("x.vcf", "BEGIN:VCARD\n" + std::string(versioned ? "" : "VERSION:3.0\n") + lines + "\nEND:VCARD\n");
}

TEST(Vcard, ReadsCardsOfAllVersionsInOneFile) {
  const std::string made = made_of("x.vcf",
                                   "\xef\xbb\xbf\n# exported\nBEGIN:VCARD  \nVERSION:2.1\n\nFN:Ada\nTEL;CELL:+46701234567\n\n"
                                   "END:VCARD\n\n\nbegin:vcard\nversion:3.0\nfn:Bo\nemail;type=INTERNET;type=pref:bo@x.example\n"
                                   "end:vcard\nBEGIN:VCARD\nVERSION:4.0\nFN:Cy\nEMAIL;PREF=1:cy@x.example\nBEGIN:VCARD\n"
                                   "EMAIL:dee@x.example\nEND:VCARD\n");
  EXPECT_THAT(made, HasSubstr("vcard\nread 4 cards\nrecord\n"));
  for (const char* name : {"= Ada\n", "= Bo\n", "= Cy\n", "email:dee@x.example\n"}) {
    EXPECT_THAT(made, HasSubstr(name));
  }
}

TEST(Vcard, ReadsBareCarriageReturns) {
  EXPECT_THAT(made_of("x.vcf", "BEGIN:VCARD\rVERSION:3.0\rFN:Ada\rEMAIL:ada@x.example\rEND:VCARD\r"),
              AllOf(HasSubstr("read 1 cards\n"), HasSubstr("name = Ada\n")));
}

TEST(Vcard, ACardInACardIsNobody) {
  const std::string made = card(
      "VERSION:2.1\nFN:Ada\nAGENT:\nBEGIN:VCARD\nVERSION:2.1\nFN:Agent\nTEL:+46701234567\nEND:VCARD\n"
      "EMAIL:ada@x.example");
  EXPECT_THAT(made, AllOf(HasSubstr("read 1 cards\n"), HasSubstr("claim email:ada@x.example name = Ada\n"),
                          Not(HasSubstr("Agent")), Not(HasSubstr("+4670"))));
  EXPECT_THAT(card("FN:Ada\nAGENT:BEGIN\\:VCARD\\nFN:Agent\\nEND\\:VCARD\nEMAIL:ada@x.example"),
              AllOf(HasSubstr("read 1 cards\n"), Not(HasSubstr("Agent"))));
}

TEST(Vcard, ReadsWhatOutlookWrites) {
  const std::string made = card(
      "VERSION:2.1\nN;LANGUAGE=en-us:Lovelace;Ada\nFN;CHARSET=Windows-1252:Zo\xeb Lovelace\n"
      "LABEL;WORK;PREF;ENCODING=QUOTED-PRINTABLE:1 Quay=0D=0A=\n21111 Malm=F6\n"
      "EMAIL;PREF;INTERNET:ada@x.example\nEMAIL;INTERNET:/O=ACME/CN=RECIPIENTS/CN=ADA\n"
      "X-MS-OL-DEFAULT-POSTAL-ADDRESS:2\nX-MS-ANNIVERSARY;VALUE=DATE:20100704\n"
      "X-MS-SPOUSE;CHARSET=utf-8:William\nX-MS-MANAGER:Charles\nX-MS-ASSISTANT:Mary\n"
      "X-MS-IMADDRESS:ada@chat.example\nX-MS-OL-DESIGN;CHARSET=utf-8:<card/>\n"
      "X-MS-CARDPICTURE;TYPE=JPEG;ENCODING=BASE64:\n /9j/4AAQ\n\nX-MS-TEL:1");
  EXPECT_THAT(made, AllOf(HasSubstr("name = Zoë Lovelace\n"), HasSubstr("claim email:ada@x.example "),
                          HasSubstr("sources.no-mail-address-2 text=/O=ACME/CN=RECIPIENTS/CN=ADA\n"),
                          HasSubstr("note = spouse: William\n"), HasSubstr("note = manager: Charles\n"),
                          HasSubstr("note = assistant: Mary\n"), Not(HasSubstr("Quay")), Not(HasSubstr("4AAQ"))));
}

TEST(Vcard, ReadsWhatAppleWrites) {
  const std::string made = card(
      "N:;;;;\nFN:\nORG:Hill Ltd;\nitem1.URL:https://hill.example\nitem1.X-ABLabel:_$!<HomePage>!$_\n"
      "item2.X-ABADR:us\nitem3.X-ABRELATEDNAMES:Otto\nitem3.X-ABLabel:_$!<Spouse>!$_\n"
      "item4.X-ABRELATEDNAMES:Ida\nitem4.X-ABLabel:goddaughter\n"
      "item5.X-ABDATE:2010-07-04\nitem5.X-ABLabel:_$!<Anniversary>!$_\n"
      "X-SOCIALPROFILE;type=twitter;x-user=hill:http://twitter.com/hill\n"
      "X-SOCIALPROFILE;type=facebook:x-apple:hill\nIMPP;X-SERVICE-TYPE=Skype;type=HOME:skype:hill\n"
      "X-ABUID:1\\:ABPerson\nX-PHONETIC-FIRST-NAME:Hil\nBDAY;value=date:1980-01-22");
  EXPECT_THAT(made, HasSubstr("organisation = company card\n"));  // FN and N are empty.
  EXPECT_THAT(made, HasSubstr("name = Hill Ltd\n"));
  EXPECT_THAT(made, HasSubstr("note = spouse: Otto\n"));
  EXPECT_THAT(made, HasSubstr("note = goddaughter: Ida\n"));
  EXPECT_THAT(made, HasSubstr("url = http://twitter.com/hill\n"));
  EXPECT_THAT(made, HasSubstr("birthday = 1980-01-22\n"));
  EXPECT_THAT(made, Not(HasSubstr("x-apple")));
  EXPECT_THAT(card("FN:Ada\nURL:http\\://ada.example"), HasSubstr("url = http://ada.example\n"));
}

TEST(Vcard, ReadsWhatGoogleWrites) {
  const std::string made = card(
      "FN:Ada Lovelace\nN:Lovelace;Ada;;;\nitem1.EMAIL;TYPE=INTERNET:ada@x.example\n"
      "item1.X-ABLabel:Engine room\nX-PHONETIC-FIRST-NAME:Ayda\nX-GTALK:ada.chat@gmail.com\n"
      "X-AIM:ada\nX-SKYPE:ada\nX-ICQ:1\nX-JABBER:ada@jabber.example\nX-MSN:ada@msn.example\nX-YAHOO:a\n"
      "BDAY:--0122\nCATEGORIES:myContacts\nPHOTO:https://lh3.googleusercontent.com/a\n"
      "TEL;TYPE=GRAND_CENTRAL:\xe2\x80\xaa+46 70 123 45 67\xe2\x80\xac\nADR:;;1 Quay;Malmo;;21111;Sweden;1 Quay");
  EXPECT_THAT(made, AllOf(HasSubstr("birthday = --01-22\n"), HasSubstr("same = phone:+46701234567\n"),
                          HasSubstr("same = email:ada.chat@gmail.com\n"), HasSubstr("same = email:ada@jabber.example\n"),
                          HasSubstr("same = email:ada@msn.example\n"), HasSubstr("city = Malmo\n"),
                          HasSubstr("country = Sweden\n"), Not(HasSubstr("label = "))));
}

// One person in two of Takeout's files: the same reference, so that the second changes nothing.
TEST(Vcard, ACardIsItselfInTwoFiles) {
  const auto reference = [](const std::string& path) {
    Collect collected;
    const std::string content = "BEGIN:VCARD\nVERSION:3.0\nFN:Ada\nEMAIL:ada@x.example\nEND:VCARD\n";
    const Source* source = recognise({.path = path, .head = content});
    (void)read({.source = *source, .path = path, .content = content, .today = {}}, collected);
    return collected.records.at(0).evidence.at(0).reference;
  };
  EXPECT_EQ(reference("Takeout/Contacts/All Contacts/All Contacts.vcf"),
            reference("Takeout/Contacts/My Contacts/My Contacts.vcf"));
}

TEST(Vcard, ReadsWhatPhonesWrite) {
  EXPECT_THAT(card("VERSION:2.1\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E5=AE=89=E8=97=A4;=E9=BA=BB=\n=E8=A1=A3\n"
                   "X-ANDROID-CUSTOM:vnd.android.cursor.item/nickname;Mai;1;;;;;;;;;;;;;\n"
                   "X-ANDROID-CUSTOM:vnd.android.cursor.item/relation;Ken;4;;;;;;;;;;;;;\n"
                   "X-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event;1980-01-01;3;;;;\n"
                   "X-NEC-SECRET:0\nX-SIP:mai\nX-REDUCTION;CHARSET=SHIFT_JIS:\x88\xc0\n"
                   "TEL;CELL:+46701234567p12w3\nPHOTO;ENCODING=BASE64;JPEG:/9j/4AAQ\n /9j/"),
              AllOf(HasSubstr("name = 麻衣 安藤\n"), HasSubstr("nickname = Mai\n"), HasSubstr("note = related: Ken\n"),
                    HasSubstr("claim phone:+46701234567 "), Not(HasSubstr("remark"))));
}

TEST(Vcard, ReadsWhatEvolutionAndOthersWrite) {
  EXPECT_THAT(card("FN:Ada\nX-EVOLUTION-FILE-AS:Lovelace\\, Ada\nX-EVOLUTION-SPOUSE:William\n"
                   "X-EVOLUTION-MANAGER:Charles\nX-EVOLUTION-ASSISTANT:Mary\nX-EVOLUTION-ANNIVERSARY:2010-07-04\n"
                   "X-KADDRESSBOOK-X-Profession:Countess\nEMAIL:ada@x.example"),
              AllOf(HasSubstr("note = spouse: William\n"), HasSubstr("note = manager: Charles\n"),
                    HasSubstr("note = assistant: Mary\n"), HasSubstr("name = Ada\n")));
  // XING: Latin-1 and empty addresses.
  EXPECT_THAT(card("VERSION:2.1\nN;CHARSET=ISO-8859-1:M\xfcller;J\xf6rg\nADR;WORK:;;;;;;\nADR;HOME:;;;K\xf6ln;;;"),
              AllOf(HasSubstr("name = Jörg Müller\n"), HasSubstr("city = Köln\n")));
}

TEST(Vcard, ReadsVersion4) {
  const std::string made = card(
      "VERSION:4.0\nKIND:individual\nFN:Ada\nALTID=1\nORG;ALTID=1;LANGUAGE=fr:Moteurs\n"
      "ORG;ALTID=1;LANGUAGE=en:Engines\nTEL;VALUE=uri;TYPE=\"work,voice\":tel:+46-70-123-45-67;ext=2\n"
      "BDAY:19531015T231000Z\nGENDER:F\nLANG:en\nPRONOUNS;LANG=en:she/her\n"
      "SOCIALPROFILE;SERVICE-TYPE=LinkedIn:https://www.linkedin.com/in/ada\n"
      "RELATED;TYPE=friend:urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6\n"
      "RELATED;TYPE=co-worker;VALUE=text:Please ask Mary\nPHOTO:data:image/jpeg;base64,/9j/4AAQ\n"
      "X-NOTE;X=a^nb^'c^'^^:x");
  EXPECT_THAT(made, AllOf(HasSubstr("company = Moteurs\n"), Not(HasSubstr("Engines")), HasSubstr("claim phone:+46701234567 "),
                          HasSubstr("birthday = 1953-10-15\n"), HasSubstr("same = linkedin:ada\n"),
                          HasSubstr("note = co-worker: Please ask Mary\n"), Not(HasSubstr("f81d4fae")), Not(HasSubstr("4AAQ"))));
  EXPECT_THAT(card("VERSION:4.0\nKIND:group\nFN:Crew\nMEMBER:urn:uuid:1"), HasSubstr("left out 1 groups\n"));
  EXPECT_THAT(card("VERSION:4.0\nKIND:org\nFN:Engines\nORG:Engines"), HasSubstr("organisation = company card\n"));
  EXPECT_THAT(card("VERSION:4.0\nKIND:location\nFN:Quay 1\nTEL:+46701234567"), HasSubstr("organisation = company card\n"));
  EXPECT_THAT(card("VERSION:4.0\nFN:Ada\nBDAY;VALUE=text:circa 1800"),
              HasSubstr("remark where.card n=1 line=1: sources.birthday-no-calendar text=circa 1800\n"));
}

TEST(Vcard, ReadsWhatShouldNotBeThere) {
  // Quoted-printable and CHARSET in 3.0; a text that escapes nothing; a fold within an escape.
  EXPECT_THAT(card("FN;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Zo=C3=AB\nEMAIL:zoe@x.example\n"
                   "ORG:Company, The\nNOTE:one\\\n nline\\Ntwo"),
              AllOf(HasSubstr("name = Zoë\n"), HasSubstr("company = Company, The\n"), HasSubstr("note = one line two\n")));
  EXPECT_THAT(card("FN;CHARSET=ISO-8859-1:Zo\xeb\nEMAIL:zoe@x.example"), HasSubstr("name = Zoë\n"));
  EXPECT_THAT(card("EMAIL:zoe@x.example"), HasSubstr("with email:zoe@x.example\n")) << "no FN, no N";
  EXPECT_THAT(card("FN:Zoë\nUID:urn:uuid:1-2\nEMAIL:Zoe@X.example"),
              HasSubstr("claim uid:vcard/1-2 same = email:zoe@x.example\n"));
}

}  // namespace
}  // namespace sources
