#include "formats/mail_words.h"

#include <gtest/gtest.h>

namespace formats {
namespace {

std::string joined(const std::vector<MailAddress>& list) {
  std::string out;
  for (const MailAddress& one : list) out += one.name + "<" + one.address + ">";
  return out;
}

TEST(MailWords, DecodesText) {
  EXPECT_EQ(mail_text(" plain\r\n\tfolded "), "plain folded");
  EXPECT_EQ(mail_text("=?UTF-8?Q?Caf=C3=A9?= =?utf-8?b?w6k=?="), "Caféé");
  EXPECT_EQ(mail_text("=?iso-8859-1?Q?R=E9sum=E9?= x"), "Résumé x");
  EXPECT_EQ(mail_text("caf\xe9"), "café");
  EXPECT_EQ(mail_text("café"), "café");
  EXPECT_EQ(mail_text("=?UTF-8?Q?=C3?= =?UTF-8?Q?=A9?="), "é");
  EXPECT_EQ(mail_text("=?utf-8?B?Wm8=?= =?utf-8?B?w6s=?= !"), "Zoë !");
}

TEST(MailWords, ReadsAddresses) {
  EXPECT_EQ(joined(mail_addresses("a@x.example, Jane Doe <j@x.example>,\n \"Doe, Bo\" <b@x.example>")),
            "<a@x.example>Jane Doe<j@x.example>Doe, Bo<b@x.example>");
  EXPECT_EQ(joined(mail_addresses("j@x.example (Jane Doe)")), "Jane Doe<j@x.example>");
  EXPECT_EQ(joined(mail_addresses("Team: a@x.example, b@y.example;")), "<a@x.example><b@y.example>");
  EXPECT_EQ(joined(mail_addresses("undisclosed-recipients:;")), "");
  EXPECT_EQ(joined(mail_addresses("=?utf-8?q?J=C3=A9?= <j@x.example>")), "Jé<j@x.example>");
  EXPECT_EQ(joined(mail_addresses("jane at x.example (Jane Doe)")), "Jane Doe<jane@x.example>");
  EXPECT_EQ(joined(mail_addresses("jane at mail dot x dot example (Jane Doe)")), "Jane Doe<jane@mail.x.example>");
  EXPECT_EQ(joined(mail_addresses("\"=?utf-8?q?J=C3=A9?=\" <j@x.example>")), "Jé<j@x.example>");
  EXPECT_EQ(joined(mail_addresses("=?utf-8?B?Wm8=?= =?utf-8?B?w6s=?= <z@x.example>")), "Zoë<z@x.example>");
  EXPECT_EQ(joined(mail_addresses("")), "");
}

TEST(MailWords, TheShortWayAgreesWithGMime) {
  for (const char* raw :
       {"a@x.example", " <a@x.example>", "Jane Doe <j@x.example>", "Jane Q. Doe <j@x.example>", "\"Doe, Jane\" <j@x.example>",
        "'Jane' <j@x.example>", "a@x.example,b@x.example", "a@x.example, Bo <b@x.example>", "\"A B\"\n <a@x.example>",
        "a@x.example,", "Jane <j+tag@x-y.example>", "A O'Neil <a.o'neil@x.example>"}) {
    EXPECT_EQ(joined(mail_addresses(raw)), joined(mail_addresses_slow(raw))) << raw;
  }
  for (const char* raw : {"Thu, 22 Aug 2002 12:36:23 +0700", "22 Aug 2002 12:36:23 -0000", "Fri, 1 May 1998 09:41:02 +0000 (GMT)",
                          "Mon,  3 Jun 1996 12:50:27 -0730", "Sat, 31 Dec 2016 23:59:59 +0530"}) {
    EXPECT_EQ(mail_date(raw), mail_date_slow(raw)) << raw;
    EXPECT_TRUE(mail_date(raw).has_value()) << raw;
  }
}

TEST(MailWords, ReadsDates) {
  EXPECT_EQ(base::iso(*mail_date("Thu, 22 Aug 2002 12:36:23 +0700")), "2002-08-22T05:36:23Z");
  EXPECT_EQ(base::iso(*mail_date("22 Aug 02 12:36 GMT")), "2002-08-22T12:36:00Z");
  EXPECT_EQ(base::iso(*mail_date("Thu Aug 22 12:36:23 2002")), "2002-08-22T12:36:23Z");
  EXPECT_EQ(base::iso(*mail_date("Thu, 22 Aug 2002 12:36:23 GMT+0100")), "2002-08-22T11:36:23Z");
  EXPECT_EQ(base::iso(*mail_date("Thu, 22 Aug 2002 12:36:23 +-0500")), "2002-08-22T17:36:23Z");
  EXPECT_FALSE(mail_date("").has_value());
  EXPECT_FALSE(mail_date("soon").has_value());
  EXPECT_FALSE(mail_date("Thu, 42 Aug 2002 12:36:23 +0700").has_value());
  EXPECT_EQ(base::iso(*separator_date("a@x.example Mon Mar 04 11:20:34 +0100 2024")), "2024-03-04T10:20:34Z");
  EXPECT_EQ(base::iso(*separator_date("May Day <may@x.example>  Tue Apr  7 10:00:00 98")), "1998-04-07T10:00:00Z");
  EXPECT_FALSE(separator_date("Russia with love").has_value());
}

}  // namespace
}  // namespace formats
