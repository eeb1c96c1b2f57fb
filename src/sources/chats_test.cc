// What exports of WhatsApp, Telegram, Messenger and Signal were seen to do.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sources/collect.h"

namespace sources {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

std::string whatsapp(const std::string& lines) { return made_of("WhatsApp Chat with Jane.txt", lines); }

TEST(WhatsApp, MarksThatNobodySeesAreNoPartOfNamesOrDates) {
  for (const char* lines :
       {"\xef\xbb\xbf"
        "1/29/18, 12:24\xe2\x80\xafPM - Jane: x\n\xef\xbb\xbf"
        "1/30/18, 12:24\xc2\xa0PM - Me Too: y\n",
        "\xe2\x80\x8e[29/01/2018, 12:24:00] \xe2\x80\xaaJane\xe2\x80\xac: \xe2\x80\x8ex\n[30/01/2018, 12:24:00] Me Too: y\n"}) {
    EXPECT_THAT(whatsapp(lines), AllOf(StartsWith("whatsapp\nread 2 messages\n"), HasSubstr("at 2018-01-29T12:24:00Z\n"),
                                       HasSubstr("from name:whatsapp/Jane (Jane)\n    to me:\n")))
        << lines;
  }
}

TEST(WhatsApp, EveryMessageCountsWhateverItHolds) {
  const std::string made = whatsapp(
      "29/01/2018, 10:00 - Jane: first: with a colon\nand a second line\n\nand a fourth\n"
      "29/01/2018, 10:01 - Jane:.\n29/01/2018, 10:02 - Jane:\n29/01/2018, 10:03 - Jane: <Media omitted>\n"
      "29/01/2018, 10:04 - Jane: <Medien ausgeschlossen>\n29/01/2018, 10:05 - Jane: \xe2\x80\x8e<attached: 1-PHOTO.jpg>\n"
      "29/01/2018, 10:06 - Jane: IMG-20231230-WA0003.jpg (file attached)\n29/01/2018, 10:07 - Jane: null\n"
      "29/01/2018, 10:08 - You: This message was deleted\n29/01/2018, 10:09 - Jane: x <This message was edited>\n");
  EXPECT_THAT(made, HasSubstr("read 10 messages\n"));
  EXPECT_THAT(made, HasSubstr("at 2018-01-29T10:08:00Z\n    thread whatsapp/Jane\n    from me:\n"));
}

TEST(WhatsApp, LinesOfTheProgramAreNobodys) {
  EXPECT_THAT(whatsapp("29/01/2018, 10:00 - Messages and calls are end-to-end encrypted.\n"
                       "29/01/2018, 10:01 - Jane created group \"Boats: all\"\n29/01/2018, 10:01 - Jane added Bo\n"
                       "29/01/2018, 10:02 - Jane left\n29/01/2018, 10:03 - Jane changed the subject to \"Boats\"\n"
                       "29/01/2018, 10:04 - Jane changed their phone number to a new number.\n"
                       "29/01/2018, 10:05 - Your security code with Jane changed.\n29/01/2018, 10:06 - Jane: x\n"),
              AllOf(HasSubstr("read 8 messages\n"), HasSubstr("left out 7 system lines\n")));
  // On new iPhones the group, or whom it is about, stands as the author.
  EXPECT_THAT(whatsapp("[29/01/2018, 10:00:00] Boats: \xe2\x80\x8eMessages and calls are end-to-end encrypted.\n"
                       "[29/01/2018, 10:01:00] Jane: x\n"),
              HasSubstr("left out 1 system lines\n"));
}

TEST(WhatsApp, PeopleAreNamesNumbersAndPushnames) {
  const std::string made = made_of("Boats.txt",
                                   "29/01/2018, 10:00 - +46\xc2\xa0"
                                   "70 123 45 67: x\n29/01/2018, 10:01 - ~\xc2\xa0Zoë: y\n"
                                   "29/01/2018, 10:02 - Bo Ek: @46701234567 z\n");
  EXPECT_THAT(made, AllOf(HasSubstr("from phone:+46701234567\n"), HasSubstr("from name:whatsapp/Zoë (Zoë)\n"),
                          HasSubstr("from name:whatsapp/Bo Ek (Bo Ek)\n"), HasSubstr("group 3\n"),
                          HasSubstr("remark where.name name=Boats: sources.does-not-say-which\n")));
}

TEST(WhatsApp, TheFileIsNamedAfterTheOther) {
  const std::string lines = "29/01/2018, 10:00 - Jane: x\n29/01/2018, 10:01 - Mara: y\n";
  for (const char* name : {"WhatsApp Chat with Jane.txt", "WhatsApp Chat - Jane.zip/_chat.txt", "WhatsApp Chat mit Jane.txt",
                           "WhatsApp Chat with Jane (1).txt", "Chat de WhatsApp con Jane.txt", "Jane.txt"}) {
    EXPECT_THAT(made_of(name, lines), HasSubstr("from name:whatsapp/Jane (Jane)\n    to me:\n")) << name;
  }
}

std::string telegram(const std::string& type, const std::string& messages, const std::string& name = "\"Jane\"") {
  return made_of(
      "DataExport_2024-03-04/result.json",
      R"({"about":"x","personal_information":{"user_id":1,"first_name":"Mara","last_name":"","phone_number":"+46700000001","username":"@m","bio":""},
 "contacts":{"about":"x","list":[]},"frequent_contacts":{"about":"x","list":[{"id":2,"category":"people","type":"user","name":"Jane","rating":9.5}]},
 "chats":{"about":"x","list":[{"name":)" +
          name + R"(,"type":")" + type + R"(","id":2,"messages":[)" + messages +
          R"(]}]},"left_chats":{"about":"x","list":[{"name":"Old","type":"private_group","id":3,"messages":[
  {"id":1,"type":"message","date":"2020-01-01T00:00:00","date_unixtime":"1577836800","from":"Cy","from_id":"user9","text":"x"}]}]}})");
}

const std::string hi =
    R"({"id":1,"type":"message","date":"2024-03-04T12:20:34","date_unixtime":"1709551234","from":"Jane","from_id":"user2","text":"hi","text_entities":[]})";

TEST(Telegram, ReadsChatsOfPeopleAndLeavesOthersOut) {
  EXPECT_THAT(telegram("personal_chat", hi),
              AllOf(StartsWith("telegram\n"), HasSubstr("claim account:telegram/user1 owner = archive\n"),
                    HasSubstr("wrote by chat at 2024-03-04T11:20:34Z\n    thread telegram/Jane\n    from account:telegram/user2 "
                              "(Jane)\n    to account:telegram/user1\n"),
                    HasSubstr("from account:telegram/user9 (Cy)\n")));  // A chat that was left.
  for (const char* type : {"private_group", "private_supergroup", "public_supergroup"}) {
    EXPECT_THAT(telegram(type, hi), HasSubstr("from account:telegram/user2 (Jane)\n")) << type;
  }
  for (const auto& [type, reason] : {std::pair("saved_messages", "notes to oneself"), std::pair("bot_chat", "robots"),
                                     std::pair("private_channel", "channels"), std::pair("public_channel", "channels")}) {
    EXPECT_THAT(telegram(type, hi), HasSubstr("left out 1 " + std::string(reason) + "\n")) << type;
  }
  EXPECT_THAT(telegram("personal_chat", hi, "null"), HasSubstr("thread telegram/user2\n")) << "a deleted account has no name";
}

TEST(Telegram, NamesLoseEscapeSequencesWhole) {
  const std::string red =
      R"({"id":1,"type":"message","date":"2024-03-04T12:20:34","date_unixtime":"1709551234","from":"Ja\u001b[31mne","from_id":"user2","text":"hi"})";
  EXPECT_THAT(telegram("personal_chat", red, R"("Ja\u001b[2Jne")"),
              AllOf(HasSubstr("thread telegram/Jane\n"), HasSubstr("from account:telegram/user2 (Jane)\n")));
}

TEST(Telegram, ReadsMessagesOfEveryShape) {
  EXPECT_THAT(
      telegram(
          "private_group",
          R"({"id":1,"type":"message","date":"2024-03-04T12:20:34","from":"Jane","from_id":2,"text":["see ",{"type":"link","text":"x"}]})"),
      HasSubstr("wrote by chat at 2024-03-04T12:20:34Z\n    thread telegram/Jane\n    from account:telegram/user2 (Jane)\n"))
      << "older: a number, and local time alone";
  EXPECT_THAT(telegram("private_group",
                       R"({"id":1,"type":"message","date_unixtime":"1709551234","from":"News","from_id":"channel5","text":"x"},
 {"id":2,"type":"service","date_unixtime":"1709551234","actor":"Jane","actor_id":"user2","action":"invite_members","members":["Bo"],"text":""},
 {"id":3,"type":"service","date_unixtime":"1709551234","actor":"Jane","actor_id":"user2","action":"phone_call","duration_seconds":90,"discard_reason":"hangup","text":""},
 {"id":4,"type":"message","date_unixtime":"1709551235","edited":"x","reply_to_message_id":1,"forwarded_from":"Bo","from":"Jane","from_id":"user2","text":""})"),
              AllOf(HasSubstr("left out 1 channels\n"), HasSubstr("left out 1 system lines\n"),
                    HasSubstr("called by phone at 2024-03-04T11:20:34Z for 90 s\n"), HasSubstr("at 2024-03-04T11:20:35Z")));
}

TEST(Telegram, ReadsTheExportOfOneChat) {
  EXPECT_THAT(
      made_of("ChatExport_2024-03-04/result.json", R"({"name":"Jane","type":"personal_chat","id":2,"messages":[)" + hi + "]}"),
      HasSubstr("from account:telegram/user2 (Jane)\n    to me:\n"));
}

std::string messenger(const std::string& path, const std::string& messages) {
  return made_of(path, R"({"participants":[{"name":"Zo\u00c3\u00ab"},{"name":"Mara"}],"messages":[)" + messages +
                           R"(],"title":"Zo\u00c3\u00ab","thread_type":"Regular","thread_path":"inbox/zoe_1"})");
}

TEST(Messenger, ReadsThreadsWhereverTheyLie) {
  for (const char* root : {"", "your_activity_across_facebook/", "your_facebook_activity/", "your_instagram_activity/"}) {
    for (const char* box : {"inbox", "archived_threads", "filtered_threads", "message_requests", "e2ee_cutover"}) {
      const std::string path = std::string(root) + "messages/" + box + "/zoe_1/message_10.json";
      EXPECT_THAT(
          messenger(
              path,
              R"({"sender_name":"Zo\u00c3\u00ab","timestamp_ms":1709551234000,"content":"\u00e2\u0098\u0095","type":"Generic",
 "reactions":[{"reaction":"x","actor":"Mara"}],"photos":[],"share":{"link":"x"}})"),
          AllOf(StartsWith("messenger\n"), HasSubstr("claim name:messenger/Mara owner = archive\n"),
                HasSubstr("    thread messenger/zoe_1\n    from name:messenger/Zoë (Zoë)\n    to name:messenger/Mara (Mara)\n")))
          << path;
    }
  }
}

TEST(Messenger, LeavesOutWhatIsNoMessage) {
  const std::string path = "messages/inbox/zoe_1/message_1.json";
  EXPECT_THAT(messenger(path, R"({"sender_name":"Mara","timestamp_ms":1709551234000,"content":"x","is_unsent":true},
 {"sender_name":"Mara","timestamp_ms":1709551234000,"content":"Bo joined","type":"Subscribe"},
 {"sender_name":"Mara","timestamp_ms":1709551234000,"type":"Call","call_duration":0},
 {"sender_name":"Mara","timestamp_ms":1709551234000,"type":"Call","call_duration":61},
 {"sender_name":"Facebook user","timestamp_ms":1709551234000,"content":"x"})"),
              AllOf(HasSubstr("read 5 messages\n"), HasSubstr("left out 1 taken back\n"), HasSubstr("left out 1 system lines\n"),
                    HasSubstr("left out 1 deleted accounts\n"), HasSubstr("called by phone at 2024-03-04T11:20:34Z missed\n"),
                    HasSubstr("called by phone at 2024-03-04T11:20:34Z for 61 s\n")));
}

TEST(Messenger, ReadsWhatWasEncrypted) {
  EXPECT_THAT(
      made_of(
          "Zoë_1.json",
          R"({"participants":["Zoë","Mara"],"threadName":"Zoë_1","messages":[{"senderName":"Zoë","text":"hi","timestamp":1709551234000,"type":"text","isUnsent":false,"media":[],"reactions":[]}]})"),
      HasSubstr("from name:messenger/Zoë (Zoë)\n"))
      << "written as it should be: nothing is repaired";
}

TEST(Signal, ReadsItsTextExport) {
  EXPECT_THAT(made_of("Jane Doe/index.md", "[2019-12-24, 12:23] Jane Doe: Merry\nChristmas\n[2019-12-24, 12:25] Me: You too\n"),
              AllOf(StartsWith("signal\nread 2 messages\n"), HasSubstr("at 2019-12-24T12:23:00Z"),
                    HasSubstr("from me:\n    to name:signal/Jane Doe (Jane Doe)\n")));
}

}  // namespace
}  // namespace sources
