// What tables of contacts by Google, Outlook and Thunderbird were seen to do.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/text.h"
#include "sources/collect.h"

namespace sources {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

const std::string google_old =
    "Name,Given Name,Additional Name,Family Name,Yomi Name,Nickname,Birthday,Notes,Group Membership,"
    "E-mail 1 - Type,E-mail 1 - Value,E-mail 2 - Type,E-mail 2 - Value,E-mail 3 - Type,E-mail 3 - "
    "Value,Phone 1 - Type,Phone 1 - Value,Address 1 - Type,Address 1 - Formatted,Address 1 - City,"
    "Organization 1 - Type,Organization 1 - Name,Organization 1 - Yomi Name,Organization 1 - Title,"
    "Relation 1 - Type,Relation 1 - Value,Website 1 - Type,Website 1 - Value\n";
const std::string google_new =
    "First Name,Middle Name,Last Name,Nickname,File As,Organization Name,Organization Title,Birthday,"
    "Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Relation 1 "
    "- Label,Relation 1 - Value\n";

TEST(ContactsCsv, ReadsGooglesOldLayout) {
  EXPECT_THAT(made_of("google.csv", google_old + "Ada Lovelace,Ada,,Lovelace,,,--12-01,\"two\nlines\",* myContacts ::: Family,"
                                                 "* Home,a@x.example ::: b@x.example,Work,c@x.example,,d@x.example,,,"
                                                 "Home,\"1 Quay\nMalmö\",Malmö,,Engines,,Countess,Spouse,William,"
                                                 "Profile,http://www.linkedin.com/in/ada\n"),
              AllOf(StartsWith("google_contacts\nread 1 contacts\n"), HasSubstr("same = email:b@x.example\n"),
                    HasSubstr("same = email:d@x.example\n"), HasSubstr("birthday = --12-01\n"), HasSubstr("label = Family\n"),
                    Not(HasSubstr("myContacts")), HasSubstr("city = Malmö\n"), HasSubstr("note = two\\nlines\n"),
                    HasSubstr("note = spouse: William\n"), HasSubstr("same = linkedin:ada\n")));
}

TEST(ContactsCsv, ReadsGooglesNewLayout) {
  EXPECT_THAT(made_of("contacts.csv", google_new + "Ada,King,Lovelace,,,Engines,,1988-06-15,,https://x,* myContacts ::: "
                                                   "Crew,* ,ada@x.example,Mobile,+46701234567,* Manager,Charles\n"),
              AllOf(StartsWith("google_contacts\nread 1 contacts\n"), HasSubstr("name = Ada King Lovelace\n"),
                    HasSubstr("birthday = 1988-06-15\n"), HasSubstr("label = Crew\n"), HasSubstr("note = manager: Charles\n")));
}

// The old export was UTF-16 where a name was not ASCII.
TEST(ContactsCsv, ReadsGoogleInUtf16) {
  std::string wide = "\xff\xfe";
  for (const char c : google_old + "Ada,Ada,,,,,,,,,ada@x.example\n") wide += {c, '\0'};
  EXPECT_THAT(made_of("google.csv", wide),
              AllOf(StartsWith("google_contacts\n"), HasSubstr("claim email:ada@x.example name = Ada\n")));
}

TEST(ContactsCsv, ReadsOutlooksDesktopExport) {
  EXPECT_THAT(made_of("outlook.csv",
                      "\"Title\",\"First Name\",\"Middle Name\",\"Last Name\",\"Suffix\",\"Company\",\"Department\","
                      "\"Job Title\",\"Business City\",\"Business Country\",\"Assistant's Phone\",\"Business Phone\","
                      "\"Mobile Phone\",\"Assistant's Name\",\"Birthday\",\"Categories\",\"Children\",\"E-mail "
                      "Address\",\"E-mail Type\",\"E-mail Display Name\",\"E-mail 2 Address\",\"E-mail 2 Type\","
                      "\"Manager's Name\",\"Notes\",\"Spouse\",\"Web Page\"\r\n"
                      "\"\",\"Ada\",\"\",\"Lovelace\",\"\",\"Engines\",\"\",\"Countess\",\"Malm\xf6\",\"Sweden\",\"\","
                      "\"+46 40 123 45 67\",\"\",\"Mary\",\"0/0/00\",\"\",\"\",\"/o=Acme/cn=Ada\",\"EX\",\"Ada\","
                      "\"ada@x.example\",\"SMTP\",\"Charles\",\"\",\"William\",\"\"\r\n"),
              AllOf(StartsWith("outlook_contacts\nread 1 contacts\n"), HasSubstr("claim email:ada@x.example "),
                    HasSubstr("city = Malmö\n"), HasSubstr("note = spouse: William\n"), HasSubstr("note = manager: Charles\n"),
                    HasSubstr("note = assistant: Mary\n"), Not(HasSubstr("birthday")), Not(HasSubstr("cn="))));
}

TEST(ContactsCsv, ReadsOutlookOnTheWeb) {
  EXPECT_THAT(made_of("x.csv",
                      "\xef\xbb\xbf"
                      "First Name,Middle Name,Last Name,Title,Suffix,Given Name Yomi,Family Name Yomi,Web "
                      "Page,Birthday,Notes,E-mail Address,E-mail 2 Address,E-mail 3 Address,Primary "
                      "Phone,Home Phone,Company,Job Title,Categories\n"
                      "Ada,,Lovelace,,,,,,1988-06-15,,ada@x.example,,ada@y.example,+46701234567\n"),
              AllOf(StartsWith("outlook_contacts\nread 1 contacts\n"),  // A row of fewer cells is normal.
                    HasSubstr("same = email:ada@y.example\n"), HasSubstr("same = phone:+46701234567\n"),
                    HasSubstr("birthday = 1988-06-15\n")));
}

TEST(ContactsCsv, ReadsOutlooksHeadersInOtherLanguages) {
  for (const char* header :
       {"Vorname;Nachname;E-Mail-Adresse;E-Mail 2: Adresse;Firma;Position;Mobiltelefon;Geburtstag",
        "Prénom;Nom;Adresse de messagerie;x;Société;Profession;Tél. mobile;Anniversaire",
        "Nombre;Apellidos;Dirección de correo electrónico 2;x;Organización;Puesto;x;x",
        "Nome;Cognome;Indirizzo E-mail;x;Società;Qualifica;Telefono Mobile;Compleanno",
        "Primeiro nome;Último nome;Endereço de E-mail;x;Empresa;Cargo;Celular;Aniversário",
        "Imię;Nazwisko;Adres e-mail;x;Firma;Stanowisko;Telefon komórkowy;x",
        "Имя;Фамилия;Адрес электронной почты;x;Организация;x;x;x", "名字;姓氏;電子郵件地址;x;公司;職稱;行動電話;x",
        "Etunimi;Sukunimi;Ensisijainen sähköposti;x;x;x;x;x", "Krstné meno;Priezvisko;E-mailová adresa;x;x;x;x;x"}) {
    const std::string made =
        made_of("x.csv", std::string(header) + "\nAda;Lovelace;ada@x.example;;Engines;Countess;+46701234567;1988-06-15\n");
    EXPECT_THAT(made,
                AllOf(StartsWith("outlook_contacts\n"), HasSubstr("name = Ada Lovelace\n"), HasSubstr("email:ada@x.example")))
        << header;
    const auto has = [&](std::string_view word, const char* claim) {
      if (!base::contains(header, word)) return;
      EXPECT_THAT(made, HasSubstr(claim)) << header;
    };
    for (const char* word : {"Firma", "Société", "Organización", "Società", "Empresa", "Организация", "公司"}) {
      has(word, "company = Engines\n");
    }
    for (const char* word : {"Position", "Profession", "Puesto", "Qualifica", "Cargo", "Stanowisko", "職稱"}) {
      has(word, "title = Countess\n");
    }
    for (const char* word : {"Mobiltelefon", "Tél. mobile", "Telefono Mobile", "Celular", "komórkowy", "行動電話"}) {
      has(word, "same = phone:+46701234567\n");
    }
    for (const char* word : {"Geburtstag", "Anniversaire", "Compleanno", "Aniversário"}) {
      has(word, "birthday = 1988-06-15\n");
    }
  }
  EXPECT_THAT(made_of("x.csv",
                      "Vorname,Weitere Vornamen,Nachname,E-Mail-Adresse,Abteilung,Telefon geschäftlich,"
                      "Telefon privat,Notizen\nAda,King,Lovelace,ada@x.example,,+4640123456,+4640123457,hi\n"),
              AllOf(HasSubstr("name = Ada King Lovelace\n"), HasSubstr("same = phone:+4640123456\n"),
                    HasSubstr("same = phone:+4640123457\n"), HasSubstr("note = hi\n")));
}

TEST(ContactsCsv, ReadsThunderbird) {
  EXPECT_THAT(made_of("tb.csv",
                      "First Name,Last Name,Display Name,Nickname,Primary Email,Secondary Email,Screen "
                      "Name,Work Phone,Home Phone,Mobile Number,Home City,Work City,Job Title,"
                      "Organization,Web Page 1,Birth Year,Birth Month,Birth Day,Custom 1,Notes,\n"
                      "Ada,Lovelace,Ada L.,,ada@x.example,,,,,,,,,Engines,,1988,6,5,,,\n"
                      "Bo,Ek,Bo Ek,,bo@x.example,,,,,,,,,,,,12,1,,,\n"),
              AllOf(StartsWith("thunderbird_contacts\nread 2 contacts\n"), HasSubstr("name = Ada L.\n"),
                    HasSubstr("birthday = 1988-06-05\n"), HasSubstr("birthday = --12-01\n")));
}

}  // namespace
}  // namespace sources
