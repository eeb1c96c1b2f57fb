// What real LinkedIn exports of 2014 to 2026 were seen to do.

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

std::string with_ends(std::string_view text, std::string_view end) {
  std::string out;
  for (const char c : text) out += c == '\n' ? std::string(end) : std::string(1, c);
  return out;
}

std::string utf16(std::string_view ascii, bool big) {
  std::string wide = big ? "\xfe\xff" : "\xff\xfe";
  for (const char c : ascii) wide += big ? std::string{'\0', c} : std::string{c, '\0'};
  return wide;
}

const std::string notes =
    "Notes:\n\"When exporting your connection data, you may notice that some of the email "
    "addresses are missing. You will only see email addresses for connections who have allowed "
    "it.\"\n\n";
const std::string old_heads = "First Name,Last Name,Email Address,Company,Position,Connected On\n";
const std::string heads = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n";

TEST(LinkedIn, FindsTheHeaderOfConnectionsInEveryEra) {
  const std::string old_row = "Ada,Lovelace,,Engines,Programmer,08 Feb 2026";
  const std::string row = "Ada,Lovelace,https://www.linkedin.com/in/ada-lovelace,,Engines,Programmer,08 Feb 2026";
  for (const std::string& content : {old_heads + old_row, notes + old_heads + old_row, notes + heads + row,
                                     "\xef\xbb\xbf" + notes + heads + row,                    // A mark before "Notes:".
                                     "\n" + notes.substr(0, notes.size() - 1) + heads + row,  // Blank before, none after.
                                     notes + "\n" + heads + row,                              // Two blank lines.
                                     "Notes:\nSome addresses are missing, as you\nmay notice.\n\n" + heads + row,  // Unquoted.
                                     with_ends(notes + heads + row + "\n", "\r\n"), with_ends(notes + heads + row, "\r"),
                                     utf16(notes + heads + row, true), utf16(notes + heads + row, false)}) {
    EXPECT_THAT(made_of("Connections.csv", content),
                AllOf(StartsWith("linkedin\nread 1 connections\nrecord\n"), HasSubstr("name = Ada Lovelace\n"),
                      HasSubstr("company = Engines\n"), HasSubstr("listed by LinkedIn at 2026-02-08\n")))
        << content;
  }
}

TEST(LinkedIn, TakesColumnsInAnyOrder) {
  EXPECT_THAT(
      made_of("x.csv",
              "Connected On,Mood,Position,Company,Last Name,First Name,URL\n"
              "08 Feb 2026,fine,Programmer,Engines,Lovelace,Ada,linkedin.com/in/ada\n"),
      AllOf(HasSubstr("claim linkedin:ada name = Ada Lovelace\n"), HasSubstr("title = Programmer\n"), Not(HasSubstr("fine"))));
  EXPECT_THAT(made_of("x.csv", "First Name;Last Name;Company;Connected On\nAda;Lovelace;;4-Apr-21\n"),
              HasSubstr("listed by LinkedIn at 2021-04-04\n"));
  EXPECT_THAT(made_of("x.csv", "First Name\tLast Name\tCompany\tConnected On\nAda\tLovelace\t\t\n"),
              HasSubstr("read 1 connections\nrecord\n"));
}

TEST(LinkedIn, KeepsWhoHasAnOddDateOrName) {
  const std::string made = made_of("Connections.csv", heads +
                                                          ",,,,,,07 Jun 2026\n[firstname],[lastname],[url],,,,\n"
                                                          "Ada,\"Lovelace 🚀 (she/her), Ph.D.\",,,,,8 février 2026\n"
                                                          "Bo,Ek,,,,,ogos 2026\nCy,Ex,,,,,\n");
  EXPECT_THAT(made, HasSubstr("read 5 connections\nleft out 2 hidden members\n"));
  EXPECT_THAT(made, HasSubstr("family = Lovelace 🚀 (she/her), Ph.D.\n"));
  EXPECT_THAT(made, HasSubstr("listed by LinkedIn at 2026-02-08\n"));  // Months in a few languages.
  EXPECT_THAT(made, HasSubstr("remark where.line n=5: sources.date-cannot-read-2 written=ogos 2026\n"));
  EXPECT_THAT(made, HasSubstr("name = Bo Ek\n"));
  EXPECT_THAT(made, HasSubstr("name = Cy Ex\n"));
}

TEST(LinkedIn, ReadsTheOutlookExportOf2014) {
  EXPECT_THAT(made_of("linkedin_connections_export_microsoft_outlook.csv",
                      "\"Title\",\"First Name\",\"Middle Name\",\"Last Name\",\"Suffix\",\"E-mail Address\","
                      "\"E-mail 2 Address\",\"Company\",\"Department\",\"Job Title\"\n"
                      "\"\",\"Ada\",\"\",\"Lovelace\",\"\",\"ada@lovelace.example\",\"\",\"Engines\",\"\","
                      "\"Programmer\"\n"),
              AllOf(StartsWith("outlook_contacts\nread 1 contacts\n"), HasSubstr("company = Engines\n")));
}

// The columns of each era; what a row means is the same.
TEST(LinkedIn, ReadsMessagesOfEveryEra) {
  const std::string from = "2-a=,,Ada,https://www.linkedin.com/in/ada,Mara,";
  const std::string url = "https://www.linkedin.com/in/mara,";
  const std::string rest = "2026-03-01 09:30:00 UTC,,\"Two\r\nlines\n\",";
  const std::string head = "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,";
  const std::string urls = "RECIPIENT PROFILE URLS,";
  const std::string tail = "DATE,SUBJECT,CONTENT,FOLDER";
  for (const std::string& content :
       {head + tail + "\n" + from + rest + "INBOX\n", head + urls + tail + "\n" + from + url + rest + "ARCHIVE\n",
        head + urls + tail + ",ATTACHMENTS\n" + from + url + rest + ",\n",
        head + urls + tail + ",IS MESSAGE DRAFT,IS CONVERSATION DRAFT\n" + from + url + rest + "INBOX,No,No\n",
        head + urls + tail + ",ATTACHMENTS,IS MESSAGE DRAFT,IS CONVERSATION DRAFT\n" + from + url + rest +
            "INBOX,,false,false\n"}) {
    EXPECT_THAT(made_of("messages.csv", content),
                AllOf(StartsWith("linkedin\nread 1 messages\n"), HasSubstr("wrote by LinkedIn at 2026-03-01T09:30:00Z\n"),
                      HasSubstr("from linkedin:ada (Ada)\n"), HasSubstr(" (Mara)\n"), Not(HasSubstr("lines"))))
        << content;
  }
}

const std::string every_field =
    R"("CONVERSATION ID","CONVERSATION TITLE","FROM","SENDER PROFILE URL","TO","RECIPIENT PROFILE URLS","DATE","SUBJECT","CONTENT","FOLDER","ATTACHMENTS")"
    "\n";

std::string message(const std::string& id, const std::string& from, const std::string& from_url, const std::string& to,
                    const std::string& to_urls, const std::string& content) {
  const std::string next = R"(",")";
  return "\"" + id + next + "" + next + from + next + from_url + next + to + next + to_urls + next + "2026-03-01 09:30:00 UTC" +
         next + "" + next + content + next + "INBOX" + next + "\"\n";
}

TEST(LinkedIn, ReadsMessagesThatQuoteEveryField) {
  const std::string ada = "https://www.linkedin.com/in/ada";
  const std::string bo = "https://www.linkedin.com/in/bo";
  const std::string made =
      made_of("Messages.csv", "\"BADROW\"\n" + every_field + "BADROW\n" +
                                  message("2-a=", "Ada", ada, "Bo, Ph.D.", bo, "<p>Tea&nbsp;&amp; cake<br></p>\r\nat \"\"5\"\"") +
                                  message("2-b=", "Ada", ada, "Bo, Ph.D., Cy", bo + "," + "https://www.linkedin.com/in/cy", "") +
                                  message("2-c=", "Ada", ada, "Bo, Cy", bo + ";https://www.linkedin.com/in/cy", "") +
                                  message("2-d=", "LinkedIn Member", "", "Bo", bo, "hi") +
                                  message("", "Ada", ada, "Bo", bo, "no conversation"));
  EXPECT_THAT(made, StartsWith("linkedin\nread 6 messages\nleft out 1 hidden members\n"
                               "problem where.line n=3: sources.fewer-cells-header\n"));
  EXPECT_THAT(made, HasSubstr("    thread linkedin/2-a=\n    from linkedin:ada (Ada)\n"
                              "    to linkedin:bo (Bo, Ph.D.)\n"));
  // As many names as there are commas are not as many as there are people.
  EXPECT_THAT(made, HasSubstr("    thread linkedin/2-b=\n    from linkedin:ada (Ada)\n"
                              "    to linkedin:bo\n    to linkedin:cy\n"));
  EXPECT_THAT(made, HasSubstr("    thread linkedin/2-c=\n    from linkedin:ada (Ada)\n"
                              "    to linkedin:bo (Bo)\n    to linkedin:cy (Cy)\n"));
  EXPECT_THAT(made, HasSubstr("T09:30:00Z\n    from linkedin:ada (Ada)\n    to linkedin:bo (Bo)\n"));
  EXPECT_THAT(made, Not(HasSubstr("cake")));
}

TEST(LinkedIn, AMessageIsItselfInTwoArchives) {
  const auto reference = [](const std::string& content) {
    Collect collected;
    const Source* source = recognise({.path = "messages.csv", .head = content});
    (void)read({.source = *source, .path = "messages.csv", .content = content, .today = {}}, collected);
    return collected.records.at(0).evidence.at(0).reference;
  };
  const std::string ada = "https://www.linkedin.com/in/ada";
  const std::string first = every_field + message("2-a=", "Ada", ada, "Bo", "linkedin.com/in/bo", "hi");
  EXPECT_EQ(reference(first), reference("CONVERSATION ID,FROM,SENDER PROFILE URL,TO,DATE,SUBJECT,CONTENT,FOLDER\n"
                                        "2-a=,Ada," +
                                        ada + ",Bo,2026-03-01 09:30:00,,hi,INBOX\n"));
  EXPECT_NE(reference(first), reference(every_field + message("2-a=", "Ada", ada, "Bo", "linkedin.com/in/bo", "ho")));
}

TEST(LinkedIn, MachinesThatTalkAreNobody) {
  for (const char* name :
       {"guide_messages.csv", "coach_messages.csv", "learning_coach_messages.csv", "learning_role_play_messages.csv"}) {
    EXPECT_THAT(made_of(name, every_field + message("2-a=", "Coach", "", "Mara", "", "Hi")),
                StartsWith("linkedin\nread 1 messages\nleft out 1 AI coach\n"))
        << name;
  }
  EXPECT_EQ(made_of("LearningCoachMessages.csv", "No conversations found"), "nothing\n");
}

TEST(LinkedIn, OnlyWhatWasSaidOfEndorsementsAndRecommendationsCounts) {
  const std::string head = "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\n";
  EXPECT_THAT(made_of("Recommendations_Given.csv", head + "Ada,Lovelace,Engines,,x,2026-08-10,VISIBLE\n"
                                                          "Ada,Lovelace,Looms,,x,2026-08-11,VISIBLE\n"),
              AllOf(HasSubstr("to name:linkedin/Ada Lovelace/Engines"), HasSubstr("to name:linkedin/Ada Lovelace/Looms")))
      << "namesakes are told apart by their company";
  EXPECT_THAT(made_of("x.csv", head + "Ada,Lovelace,Engines,,x,2026-08-10,VISIBLE\n"),
              HasSubstr("left out 1 the file's name says neither given nor received\n"));
  // Whatever became of it, the endorsement was given.
  for (const char* status : {"ACCEPTED", "PENDING", "HIDDEN"}) {
    EXPECT_THAT(made_of("Endorsement_Received_Info.csv",
                        "Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,Endorser "
                        "Public Url,Endorsement Status\n2024/05/24 18:04:01 UTC,Tea,Ada,Lovelace,"
                        "www.linkedin.com/in/ada," +
                            std::string(status) + "\n"),
                HasSubstr("endorsed by LinkedIn at 2024-05-24T18:04:01Z\n"))
        << status;
  }
}

TEST(LinkedIn, ReadsContactsUnderBothNames) {
  for (const char* name : {"Contacts.csv", "ImportedContacts.csv"}) {
    EXPECT_THAT(made_of(name,
                        "Source,FirstName,MiddleName,LastName,Companies,Title,Emails,PhoneNumbers,"
                        "CreatedAt,UpdatedAt,Addresses,Sites,InstantMessageHandles,FullName,Birthday,"
                        "Location,BookmarkedAt,Profiles\nGMAIL,Bo,,Ek,,,bo@ek.example,,,,,,,,,,,\n"),
                AllOf(StartsWith("linkedin\n"), HasSubstr("claim email:bo@ek.example name = Bo Ek\n")));
  }
}

TEST(LinkedIn, TheOwnersOwnTablesTellOfTheOwner) {
  EXPECT_THAT(made_of("Positions.csv",
                      "Company Name,Title,Description,Location,Started On,Finished On\n"
                      "Lindqvist AB,Founder,,,Jan 2024,\nKestrel,Clerk,,,2019,2023\n"),
              AllOf(HasSubstr("company = Lindqvist AB at 2024-01-01T00:00:00Z\n"),
                    HasSubstr("company = Kestrel at 2019-01-01T00:00:00Z\n")));
  EXPECT_THAT(made_of("Whatsapp Phone Numbers.csv", "Extension,Number,Type\n,+46 70 123 45 67,\n"),
              HasSubstr("claim phone:+46701234567 owner = archive\n"));
  EXPECT_THAT(made_of("Profile.csv",
                      "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,"
                      "Zip Code,Geo Location,Twitter Handles,Websites,Instant Messengers\n"
                      "Mara,Lindqvist,,,,Founder,,,,Sweden,[mara],\"[PERSONAL:http://a.example]\","
                      "\"[SKYPE:mara]\"\n"),
              AllOf(HasSubstr("name = Mara Lindqvist\n"), HasSubstr("country = SE\n"), Not(HasSubstr("city"))));
}

// Every other table that exports were seen to hold: counted, and nothing made of it.
TEST(LinkedIn, CountsTheTablesThatSayNothingOfPeople) {
  constexpr std::pair<const char*, const char*> tables[] = {
      {"Comments_34875879.csv", "Date,Link,Message"},
      {"Reactions.csv", "Date,Type,Link"},
      {"Shares_1.csv", "Date,ShareLink,ShareCommentary,SharedURL,MediaURL,Visibility"},
      {"Shares.csv", "Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility"},
      {"Votes.csv", "Date,Link,OptionText"},
      {"Member_Follows.csv", "Date,FullName,Status"},
      {"Company Follows.csv", "Organization,Followed On"},
      {"Company_Follows.csv", "Organization,Followed On"},
      {"Hashtag_Follows.csv", "HashTag,State,LastModifiedTime"},
      {"Education.csv", "School Name,Start Date,End Date,Notes,Degree Name,Activities"},
      {"Events.csv", "Event Name,Event Time,Status,External Url"},
      {"Rich_Media.csv", "Date/Time,Media Description,Media Link"},
      {"Rich Media.csv", "Type,Media Link"},
      {"Saved_Items.csv", "savedItem,createdTime"},
      {"SearchQueries.csv", "Time,Search Query"},
      {"Jobs/Job Applications_1.csv",
       "Application Date,Contact Email,Contact Phone Number,Company Name,Job Title,Job Url,Resume "
       "Name,Question And Answers"},
      {"Jobs/Saved Jobs.csv", "Saved Date,Job Url,Job Title,Company Name"},
      {"SavedJobAlerts.csv", "ALERT_PARAMETERS,QUERY_CONTEXT,SAVED_SEARCH_ID"},
      {"Certifications.csv", "Name,Url,Authority,Started On,Finished On,License Number"},
      {"Languages.csv", "Name,Proficiency"},
      {"Registration.csv", "Registered At,Registration Ip,Subscription Types"},
      {"Ads Clicked.csv", "Ad clicked Date,Ad Title/Id"},
      {"Ad_Targeting.csv", "Member Age,Company Names,Company Names,degreeClass"},
      {"Basic_LinkedInDataExport_01-02-2026/Skills.csv", "Name"},
      {"Complete_LinkedInDataExport_01-02-2026/InstantReposts.csv", "Date,Link"}};
  for (const auto& [name, columns] : tables) {
    std::string row = "x";
    for (const char c : std::string_view(columns)) row += c == ',' ? ",x" : "";
    const std::string content = std::string(columns) + "\n" + row + "\n";
    EXPECT_EQ(made_of(name, content), "linkedin\nread 1 other rows\nleft out 1 not about people\n") << name;
    EXPECT_EQ(made_of(name, notes + content).substr(0, 8), "linkedin") << name;
  }
}

TEST(LinkedIn, AnInvitationIsDirectedByItsOwnWord) {
  const std::string head = "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n";
  EXPECT_THAT(made_of("Invitations.csv", head + "Mara,Ada,\"1/29/26, 2:37\u202fPM\",,OUTGOING,linkedin.com/in/mara,"
                                                "linkedin.com/in/ada\n"),
              AllOf(HasSubstr("claim linkedin:mara owner = archive\n"),
                    HasSubstr("invited by LinkedIn at 2026-01-29T14:37:00Z\n    from linkedin:mara "
                              "(Mara)\n    to linkedin:ada (Ada)\n")));
}

}  // namespace
}  // namespace sources
