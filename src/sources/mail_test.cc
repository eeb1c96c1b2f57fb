// What mailboxes and their messages were seen to do.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sources/collect.h"

namespace sources {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

const std::string date = "Date: Mon, 4 Mar 2024 11:20:34 +0000\n";

// A message of `headers` from Jane to the owner, on 2024-03-04 unless they say, in a file of its own.
std::string letter(const std::string& headers) {
  std::string head;
  for (const std::string line : {"From: Jane <jane@x.example>\n", "To: me@y.example\n", date.c_str()}) {
    const std::string name = line.substr(0, line.find(':') + 1);
    if (("\n" + headers).find("\n" + name) == std::string::npos) head += line;
  }
  return made_of("1.eml", head + headers + "\n\nText\n");
}

std::vector<std::string> references(const std::string& path, const std::string& content) {
  Collect collected;
  const Source* source = recognise({.path = path, .head = content});
  (void)read({.source = *source, .path = path, .content = content, .today = {}}, collected);
  std::vector<std::string> out;
  for (const auto& record : collected.records) out.push_back(record.evidence.at(0).reference);
  return out;
}

TEST(Mail, ListsAreTold) {
  for (const char* header :
       {"List-Id: <a.x.example>", "List-Post: <mailto:a@x.example>", "Mailing-List: contact a-help@x.example",
        "X-BeenThere: a@x.example", "X-Mailman-Version: 2.1", "X-ML-Name: a", "Precedence: bulk", "Precedence: LIST",
        "Precedence: junk", "Sender: owner-a@x.example", "Sender: a-bounces@x.example", "Sender: a-admin@x.example"}) {
    EXPECT_THAT(letter(header), StartsWith("mail\nread 1 messages\nleft out 1 lists\n")) << header;
  }
  // Even where it answers the owner: lists make no ties (2-domain, Evidence).
  EXPECT_THAT(letter("List-Id: <a.x.example>\nIn-Reply-To: <mine@y.example>"), Not(HasSubstr("wrote")));
}

TEST(Mail, BulkIsSetAsideAndNoticesAreLeftOut) {
  for (const char* header : {"List-Unsubscribe: <https://x.example/u>", "Feedback-ID: 1:2:3", "X-Campaign: spring"}) {
    EXPECT_THAT(letter(header), AllOf(HasSubstr("left out 1 bulk mail\n"), HasSubstr(" bulk\n"))) << header;
  }
  for (const char* header :
       {"Auto-Submitted: auto-generated", "Auto-Submitted: auto-replied", "X-Auto-Response-Suppress: All", "X-Autoreply: yes",
        "X-Autorespond: x", "Content-Type: multipart/report; report-type=delivery-status", "Return-Path: <>",
        "Content-Type: text/calendar; method=REPLY"}) {
    EXPECT_THAT(letter(header), HasSubstr("left out 1 notices\n")) << header;
  }
  EXPECT_THAT(letter("Auto-Submitted: no"), HasSubstr("wrote by mail"));
}

TEST(Mail, RobotsAreNobody) {
  for (const char* from : {"no-reply@x.example",
                           "noreply@x.example",
                           "no_reply@x.example",
                           "donotreply@x.example",
                           "do-not-reply@x.example",
                           "notifications@github.com",
                           "notify@x.example",
                           "alerts@x.example",
                           "mailer-daemon@x.example",
                           "postmaster@x.example",
                           "bounces+12@x.example",
                           "newsletter@x.example",
                           "automated@x.example",
                           "root@x.example",
                           "cron@x.example",
                           "daemon@x.example",
                           "reply+abc@reply.github.com",
                           "1@noreply.github.com",
                           "\"Jane (via Google Docs)\" <d@docs.google.com>",
                           "invitations@linkedin.com",
                           "messages-noreply@linkedin.com"}) {
    EXPECT_THAT(letter("From: " + std::string(from)), HasSubstr("left out 1 robots\n")) << from;
  }
  EXPECT_THAT(letter("From: Support <support@x.example>"),
              HasSubstr("claim email:support@x.example organisation = role address\n"));
}

// Lists that write in somebody's place, since receivers refuse mail that is not its sender's.
TEST(Mail, WhoWroteIsFoundBehindTheListThatRewrote) {
  for (const char* headers :
       {"From: 'Jane' via List <list@googlegroups.com>\nX-Original-From: Jane <jane@x.example>",
        "From: 'Jane' via List <list@googlegroups.com>\nReply-To: Jane <jane@x.example>",
        "From: Jane via List <list@googlegroups.com>\nX-Original-Sender: jane@x.example",
        "From: Jane <jane=40x.example@dmarc.ietf.org>\nX-Original-From: Jane <jane@x.example>",
        "From: Jane <jane=40x.example@dmarc.ietf.org>",
        "From: Jane via B4 Relay <devnull+jane.x.example@kernel.org>\nX-Original-From: Jane <jane@x.example>"}) {
    EXPECT_THAT(letter(headers), HasSubstr("from email:jane@x.example (Jane)\n")) << headers;
  }
  EXPECT_THAT(letter("Precedence: first-class\nPrecedence: list\nDelivered-To: a@y.example\nDelivered-To: b@y.example"),
              StartsWith("mail\nread 1 messages\n"));
}

TEST(Mail, ReadsAddressesOfEveryShape) {
  constexpr std::pair<const char*, const char*> shapes[] = {
      {"\"Doe, Jane\" <jane@x.example>", "jane@x.example (Doe, Jane)"},
      {"jane@x.example (Jane Doe)", "jane@x.example (Jane Doe)"},
      {"<@relay.example:jane@x.example>", "jane@x.example"},
      {"Jane (of (the) lake) <jane@x.example>", "jane@x.example (Jane)"},
      {"'Jane' <jane@x.example>", "jane@x.example (Jane)"},
      {"jane at x dot example (Jane)", "jane@x.example (Jane)"},
      {"jane@x.example", "jane@x.example"},
      {"Jane <jane@x.example> trailing", "jane@x.example (Jane"},
      {"=?utf-8?q?J=C3=A4ne?= <jane@x.example>", "jane@x.example (Jäne)"},
      {"\"=?utf-8?q?J=C3=A4ne?=\" <jane@x.example>", "jane@x.example (Jäne)"},
      {"J\xc3\xa4ne <j\xc3\xa4ne@x.example>", "jäne@x.example (Jäne)"},
      {"Jane <jane@m\xc3\xbcller.example>", "jane@müller.example (Jane)"},
      {"Jane <krzk+dt@x.example>", "krzk+dt@x.example (Jane)"},
      {"Jane <>, <jane@x.example>", "jane@x.example"},
  };
  for (const auto& [written, read] : shapes) {
    EXPECT_THAT(letter("From: " + std::string(written)), HasSubstr("from email:" + std::string(read))) << written;
  }
  EXPECT_THAT(letter("To: Team: a@x.example, b@x.example;, undisclosed-recipients:;, Nobody In Particular"),
              HasSubstr("    to email:a@x.example\n    to email:b@x.example\n"));
  EXPECT_THAT(letter("From: Nobody In Particular\nSender: jane@x.example"), HasSubstr("from email:jane@x.example\n"));
  EXPECT_THAT(letter("To: undisclosed-recipients:;\nDelivered-To: me@y.example"), HasSubstr("copied email:me@y.example\n"));
  EXPECT_THAT(letter("To: undisclosed-recipients:;\nX-Original-To: me@y.example\nDelivered-To: box@y.example"),
              HasSubstr("copied email:me@y.example\n"));
  EXPECT_THAT(letter("Bcc: b@x.example\nCc: c@x.example"),
              AllOf(HasSubstr("copied email:c@x.example\n"), HasSubstr("copied email:b@x.example\n")));
}

TEST(Mail, DecodesTextOfEveryShape) {
  constexpr std::pair<const char*, const char*> subjects[] = {
      {"=?UTF-8?Q?Caf=C3=A9_au_lait?=", "Café au lait"},
      {"=?uTf-8?b?Q2Fmw6k=?=", "Café"},
      {"=?utf-8*en?q?Caf=C3=A9?=", "Café"},
      {"=?utf-8?q?Caf?= =?utf-8?q?=C3=A9?=", "Café"},
      {"=?utf-8?q?Caf=C3?=\n =?utf-8?q?=A9?=", "Café"},
      {"Caf\xe9", "Café"},
      {"Caf\xc3\xa9", "Café"},
      {"=?iso-2022-jp?B?GyRCRnxLXBsoQg==?=", "日本"},
      {"=?ks_c_5601-1987?B?x9GxuQ==?=", "한국"},
      {"=?gb18030?B?1tC5+g==?=", "中国"},
      {"folded\n over lines", "folded over lines"},
  };
  for (const auto& [written, read] : subjects) {
    EXPECT_THAT(letter("Subject: " + std::string(written)), HasSubstr("    title " + std::string(read) + "\n")) << written;
  }
  EXPECT_THAT(letter("Subject: =?nonsense?Q?Caf=E9?="), HasSubstr("    title Café\n")) << "an unknown charset loses nothing";
}

TEST(Mail, ReadsDatesOfEveryShape) {
  for (const char* written :
       {"Mon, 4 Mar 2024 11:20:34 +0000", "4 Mar 2024 11:20:34 +0000", "Mon, 4 Mar 24 11:20:34 GMT",
        "Mon, 4 Mar 2024 06:20:34 EST", "Mon, 4 Mar 2024 11:20:34 UT", "Mon, 4 Mar 2024 12:20:34 GMT+0100",
        "Mon, 4 Mar 2024 06:20:34 +-0500", "Mon, 4 Mar 2024 11:20:34 +0000 (GMT)", "Mon (monday), 4 Mar 2024 11:20:34 +0000"}) {
    EXPECT_THAT(letter("Date: " + std::string(written)), HasSubstr("wrote by mail at 2024-03-04T11:20:34Z\n")) << written;
  }
  EXPECT_THAT(letter("Date: Mon, 4 Mar 2024 11:20 +0000"), HasSubstr("at 2024-03-04T11:20:00Z\n"));
  // The topmost Received is the last hop.
  const std::string received = "\nReceived: by a; Mon, 4 Mar 2024 11:20:40 +0000\nReceived: by b; Mon, 4 Mar 2024 11:20:36 +0000";
  for (const char* wrong : {"whenever", "ma 4. maaliskuuta 2024 13:20:34 +0200"}) {
    EXPECT_THAT(letter("Date: " + std::string(wrong) + received),
                AllOf(HasSubstr("at 2024-03-04T11:20:40Z\n"), HasSubstr("remark where.message n=1: sources.date-wrong-arrival-stands\n")))
        << wrong;
  }
  EXPECT_THAT(letter("Date: Thu, 1 Jan 1970 00:00:00 +0000" + received), HasSubstr("at 2024-03-04T11:20:40Z\n"));
  EXPECT_THAT(letter("Date: Thu, 1 Jan 2099 00:00:00 +0000"),
              AllOf(HasSubstr("remark where.message n=1: sources.date-hardly-right\n"), HasSubstr("at 2099-01-01T00:00:00Z\n")))
      << "kept, and told";
  EXPECT_THAT(made_of("box", "From jane@x.example Mon Mar  4 11:20:41 2024\nFrom: jane@x.example\nTo: me@y.example\n\nx\n"),
              HasSubstr("at 2024-03-04T11:20:41Z\n"));
}

TEST(Mail, AnIdIsNotEnoughToTellTwoMessagesApart) {
  const std::string one =
      "From jane@x.example Mon Mar  4 11:20:34 2024\nFrom: jane@x.example\nMessage-ID: <1@x.example>\n" + date;
  const auto same = references("a.mbox", one + "Subject: a\n\nx\n\n" + one + "Subject: a\n\nx\n\n");
  ASSERT_EQ(same.size(), 2U);
  EXPECT_EQ(same[0], same[1]);
  const auto other = references("a.mbox", one + "Subject: a\n\nx\n\n" + one + "Subject: b\n\nx\n\n");
  ASSERT_EQ(other.size(), 2U);
  EXPECT_NE(other[0], other[1]);
  // The same message in two label files of Takeout, and one without an id.
  EXPECT_EQ(references("Inbox.mbox", one + "X-Gmail-Labels: Inbox\n\n")[0],
            references("Sent.mbox", one + "X-Gmail-Labels: Work\n\n")[0]);
  const std::string bare = "From: jane@x.example\nTo: me@y.example\nSubject: s\n" + date + "\nx\n";
  EXPECT_EQ(references("1.eml", bare), references("2.eml", bare));
}

TEST(Mail, ThreadsByReferencesThenReplyThenTakeout) {
  constexpr std::pair<const char*, const char*> threads[] = {
      {"Message-ID: <3@x>\nReferences: <1@x> <2@x>\nIn-Reply-To: <2@x>", "1@x"},
      {"Message-ID: <3@x>\nIn-Reply-To: <2@x>", "2@x"},
      {"Message-ID: <3@x>\nIn-Reply-To: Your message of Monday <2@x>", "2@x"},
      {"Message-ID: 3@x", "3@x"},                       // Without brackets.
      {"Message-ID:\n <long\n  3@x>", "long3@x"},       // Folded, with spaces.
      {"Message-ID: <3@x>\nReferences: <3@x>", "3@x"},  // A loop.
      {"X-GM-THRID: 179", "gm/179"},
  };
  for (const auto& [headers, thread] : threads) {
    EXPECT_THAT(letter(headers), HasSubstr("    thread " + std::string(thread) + "\n")) << headers;
  }
}

TEST(Mail, ReadsTakeout) {
  const std::string one = "From 1790123456789012345@xxx Mon Mar 04 11:20:34 +0000 2024\nX-GM-THRID: 1\nX-Gmail-Labels: ";
  const std::string rest = "\nFrom: Me <me@y.example>\nTo: jane@x.example\nMessage-ID: <1@y>\n" + date + "\nx\n\n";
  const char* box = "Takeout/Mail/Veškerá pošta včetně spamu a koše.mbox";
  EXPECT_THAT(made_of(box, one + "Sent,Opened" + rest), HasSubstr("claim email:me@y.example owner = sent mail\n"));
  for (const char* labels : {"Spam", "Trash", "Opened,\n Trash", "=?UTF-8?Q?Papierkorb,Kategori:_Reklame?="}) {
    EXPECT_THAT(made_of(box, one + labels + rest), HasSubstr("left out 1 spam and trash\n")) << labels;
  }
  EXPECT_THAT(made_of(box, one + "Drafts,Opened" + rest), HasSubstr("left out 1 drafts\n"));
  EXPECT_THAT(made_of(box, one + "Chat" + rest), HasSubstr("wrote by chat"));
  EXPECT_THAT(made_of(box, one + "Inbox,Important,Unread,Starred,Archived,Category Personal,\"a, Spam\"" + rest),
              AllOf(HasSubstr("wrote by mail"), Not(HasSubstr("owner"))));
}

TEST(Mail, SplitsBoxesOfEveryKind) {
  const std::string from = "From jane@x.example Mon Mar  4 11:20:34 2024\n";
  const std::string head = "From: jane@x.example\nTo: me@y.example\n" + date;
  for (const std::string& body :
       {std::string("a\n>From here\n"), std::string("a\n>>From there\n"), std::string("From Russia with love\n"),
        std::string("a\nFrom here on\n"), std::string("ends without a blank line\n")}) {
    EXPECT_THAT(made_of("inbox", from + head + "\n" + body + "\n" + from + head + "\n" + body), HasSubstr("read 2 messages\n"))
        << body;
  }
  const std::string whole = "x\n\n" + from + head + "\ny\n";
  EXPECT_THAT(made_of("inbox", from + head + "Content-Length: " + std::to_string(whole.size()) + "\n\n" + whole + "\n" + from +
                                   head + "Content-Length: 3\n\nwrong length\n"),
              HasSubstr("read 2 messages\n"))
      << "mboxcl2: believed where it is right";
  std::string mixed;
  for (const char c : from + head + "\nx\n\n") mixed += c == '\n' ? "\r\n" : std::string(1, c);
  EXPECT_THAT(made_of("inbox", mixed + from + head + "\nx\n"), HasSubstr("read 2 messages\n"));
  for (const char* separator :
       {"From - Mon Mar 11 09:00:00 2024", "From - ", "From 1506-ab12.mbox@xxx Mon Mar 04 11:20:34 +0000 2024",
        "From MAILER-DAEMON Mon Mar  4 11:20:34 2024", "From “jane”@x.example Mon Mar  4 11:20:34 2024",
        "From jane@x.example Mon Mar 4 11:20 24", "From jane@x.example 4 Mar 2024 11:20:34",
        "From jane@x.example Mon Mar  4 11:20:34 2024 EST"}) {
    EXPECT_THAT(made_of("inbox", from + head + "\nx\n\n" + std::string(separator) + "\n" + head + "\nx\n"),
                HasSubstr("read 2 messages\n"))
        << separator;
  }
}

TEST(Mail, KnowsWhatAFolderAndAFlagMean) {
  const std::string one = "From: Me <me@y.example>\nTo: jane@x.example\n" + date + "\nx\n";
  EXPECT_THAT(made_of("Maildir/.Sent/cur/1220863087.1.host:2,S", one), HasSubstr("owner = sent mail\n"));
  EXPECT_THAT(made_of("Maildir/cur/1220863087.1.host!2,D", one), HasSubstr("left out 1 drafts\n"));
  EXPECT_THAT(made_of("Maildir/cur/1220863087.1.host;2,T", one), HasSubstr("left out 1 deleted\n"));
  // R tells that the owner answered, not when: the answer itself lies in Sent.
  EXPECT_THAT(made_of("Maildir/cur/1220863087.1.host:2,PRSF", one), HasSubstr("wrote by mail"));
  EXPECT_EQ(made_of("Maildir/tmp/1220863087.1.host", one), "nothing\n");
  for (const char* bits : {"0008", "0009"}) {
    EXPECT_THAT(made_of("Inbox", "From - \nX-Mozilla-Status: " + std::string(bits) + "\nX-Mozilla-Keys: a\n" + one),
                HasSubstr("left out 1 deleted\n"))
        << bits;
  }
  EXPECT_THAT(made_of("Inbox", "From - \nX-Mozilla-Status: 0001\n" + one), HasSubstr("wrote by mail"));
  EXPECT_THAT(made_of("Messages/1.emlx", std::to_string(one.size()) + "\n" + one + "<?xml version=\"1.0\"?><plist/>"),
              HasSubstr("wrote by mail"));
  EXPECT_THAT(made_of("Sent Messages.mbox/mbox", "From - \n" + one), HasSubstr("owner = sent mail\n"));
}

}  // namespace
}  // namespace sources
