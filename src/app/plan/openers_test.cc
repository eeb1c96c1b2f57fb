#include "app/plan/openers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace app {
namespace {

using ledger::Channel;
using ledger::Kind;
using standing::Direction;
using standing::Fact;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

base::Day day(std::string_view iso) { return *base::parse_iso_day(iso); }

RowView row(Kind kind, std::string_view on, std::string title, Channel channel = Channel::mail) {
  RowView out;
  out.kind = kind;
  out.at = base::start_of(day(on));
  out.channel = channel;
  out.note = std::move(title);
  return out;
}

/// Ada, of Fjord, on 28 November 2026; the owner is Mara Lindqvist.
class Openers : public ::testing::Test {
 protected:
  Openers() {
    matter.today = day("2026-11-28");
    matter.owner_name = "Mara Lindqvist";
    person().name = "Ada Winterhalt";
    person().company = "Fjord";
    person().emails = {"ada@fjord.example"};
  }
  people::Person& person() { return step.person.card.person; }
  standing::Standing& standing() { return step.person.card.standing; }

  Draft letter(std::string topic, int urgency = 0) {
    step.step.topic = std::move(topic);
    for (const plays::Play* play : plays::all_play_table()) {  // The one whose topic it is.
      if (plays::topic_of(play->name, step.step.topic).letter != plays::Opening::none) step.step.play = play->name;
    }
    step.step.urgency = urgency;
    const auto draft = opener(step, matter);
    EXPECT_TRUE(draft) << step.step.topic;
    return draft.value_or(Draft{});
  }
  void need(std::string text, std::uint32_t number = 6) {
    matter.needs.push_back({number, people::PersonId{1}, std::move(text), {}});
  }
  void offer(std::string text) { matter.offers.push_back({3, std::move(text), {}}); }

  StepView step;
  Matter matter;
};

TEST_F(Openers, AnswerALetterInItsThread) {
  matter.evidence = row(Kind::wrote, "2026-11-24", "Re: AW: Which of the two?");
  const Draft draft = letter("owed", 2);
  EXPECT_EQ(draft.to, "ada@fjord.example");
  EXPECT_EQ(draft.subject, "Re: Which of the two?");
  EXPECT_EQ(draft.body,
            "Hi Ada,\n\nThank you for your letter of 24 November. Shall we talk about it this week, or is a line by mail "
            "enough?\n\nMara\n");
}

TEST_F(Openers, AreSorryForWhatIsLaterThanAWeekOnly) {
  matter.evidence = row(Kind::wrote, "2026-11-21", "Which of the two?");
  EXPECT_THAT(letter("owed", 2).body, Not(HasSubstr("sorry")));
  matter.evidence = row(Kind::wrote, "2026-11-20", "Which of the two?");
  EXPECT_THAT(letter("owed", 2).body, HasSubstr("I am sorry that my answer took so long."));
}

TEST_F(Openers, AskHowItGoesOnWhereTheLastWordIsTheirs) {
  matter.evidence = row(Kind::wrote, "2026-11-24", "Re: Which of the two?");
  EXPECT_THAT(letter("owed", 0).body, HasSubstr("Thank you for your answer of 24 November. What comes next on your side?"));
  matter.evidence = row(Kind::wrote, "2026-11-15", "Re: Which of the two?");
  EXPECT_THAT(letter("owed", 0).body, Not(HasSubstr("sorry"))) << "nobody waits";
}

TEST_F(Openers, CallAMessageAMessage) {
  matter.evidence = row(Kind::wrote, "2026-11-24", "", Channel::chat);
  const Draft draft = letter("owed", 2);
  EXPECT_EQ(draft.subject, "Your message");
  EXPECT_THAT(draft.body, HasSubstr("Thank you for your message of 24 November."));
}

TEST_F(Openers, TakeUpAThreadThatWasDropped) {
  matter.evidence = row(Kind::wrote, "2026-10-12", "Build times");
  const Draft draft = letter("dropped");
  EXPECT_EQ(draft.subject, "Re: Build times");
  EXPECT_THAT(
      draft.body,
      HasSubstr("I am sorry that your letter of 12 October had no answer from me for so long. Is it still open for you?"));
  standing().waiting_closes = true;
  EXPECT_THAT(letter("dropped").body, HasSubstr("Thank you for your answer of 12 October"));
}

TEST_F(Openers, WishWellOnTheDayAndBefore) {
  person().birthday = "1980-11-28";
  EXPECT_THAT(letter("birthday").body, StartsWith("Hi Ada,\n\nHappy birthday"));
  person().birthday = "--11-29";
  EXPECT_THAT(letter("birthday").body, HasSubstr("your birthday tomorrow"));
  person().birthday = "--11-30";
  EXPECT_THAT(letter("birthday").body, HasSubstr("your birthday on 30 November"));
  EXPECT_EQ(letter("birthday").subject, "Your birthday");
}

TEST_F(Openers, CountTheYearsSinceTheFirstTalk) {
  standing().first_spoken = day("2021-11-28");
  EXPECT_THAT(letter("anniversary").body,
              HasSubstr("Today it is five years since we first spoke, as far as my calendar and notes go."));
  EXPECT_EQ(letter("anniversary").subject, "Five years");
  standing().first_spoken = day("2025-11-30");
  standing().counts.help_in = 1;
  EXPECT_THAT(letter("anniversary").body, HasSubstr("On 30 November it will be a year since we first spoke"));
  EXPECT_THAT(letter("anniversary").body, HasSubstr("Thank you for your help"));
}

TEST_F(Openers, CongratulateOnAMoveOrARole) {
  person().title = "Head of Data";
  person().job_change = people::JobChange{"Kestrel", "Data Engineer", day("2026-09-01"), day("2026-11-01")};
  EXPECT_THAT(letter("new-job").body, HasSubstr("Congratulations on your new job: Head of Data, Fjord!"));
  person().job_change->company = "FJORD";
  EXPECT_THAT(letter("new-job").body, HasSubstr("Congratulations on your new role at Fjord: Head of Data!"));
  person().title.clear();
  EXPECT_THAT(letter("new-job").body, HasSubstr("Congratulations on your new job at Fjord!"));
  person().company.clear();
  EXPECT_THAT(letter("new-job").body, HasSubstr("Congratulations on your new job!"));
}

TEST_F(Openers, SayHelloWithTheLastTopicAndItsMonth) {
  matter.last = row(Kind::wrote, "2026-03-14", "Re: Build times");
  const Draft draft = letter("quiet", 1);
  EXPECT_EQ(draft.subject, "Re: Build times");
  EXPECT_EQ(draft.body, "Hi Ada,\n\nIn March we wrote about “Build times”. What has come of it?\n\nMara\n");
  matter.last = row(Kind::wrote, "2026-03-14", "Build times");
  matter.last->direction = Direction::out;
  EXPECT_THAT(letter("quiet", 1).body, HasSubstr("In March I wrote to you about “Build times”.")) << "no answer came";
  matter.last->note = "Lunch next week?";
  EXPECT_THAT(letter("quiet", 1).body, HasSubstr("I last wrote to you in March. How are things at Fjord?"));
  matter.last = row(Kind::met, "2025-03-14", "Pricing workshop", Channel::calendar);
  EXPECT_THAT(letter("due").body, Not(HasSubstr("met"))) << "that it was a meeting is not sure";
  standing().meet = Fact::yes;
  EXPECT_THAT(letter("due").body, HasSubstr("In March 2025 we met: “Pricing workshop”."));
  EXPECT_EQ(letter("due").subject, "Hello from Mara");
}

TEST_F(Openers, ThankWhoeverGaveMoreAndAskAboutTheirNeed) {
  matter.last = row(Kind::called, "2026-03-14", "", Channel::phone);
  standing().meet = Fact::yes;
  matter.evidence = row(Kind::introduced, "2026-02-03", "");
  matter.evidence->direction = Direction::in;
  standing().counts.help_in = 2;
  standing().counts.help_out = 1;
  need("Data engineers.");
  EXPECT_THAT(
      letter("due").body,
      HasSubstr("Thank you again for the introduction in February. We last spoke in March. Do you still need data engineers?"));
  offer("hiring data engineers");
  EXPECT_THAT(letter("due").body, HasSubstr("Do you still need data engineers? I can help with hiring data engineers."));
  matter.evidence->direction = Direction::out;
  EXPECT_THAT(letter("due").body, Not(HasSubstr("Thank you"))) << "help that went to them";
}

TEST_F(Openers, ProposeAFirstTalk) {
  matter.last = row(Kind::wrote, "2026-11-02", "Build times");
  person().city = "Berlin, Germany";
  standing().meet = Fact::no;
  const Draft draft = letter("first-talk");
  EXPECT_EQ(draft.subject, "Re: Build times");
  EXPECT_THAT(
      draft.body,
      HasSubstr("We have written to each other, last on 2 November about “Build times”, and never spoken. "
                "Would you have twenty minutes for a call next week, or for coffee in Berlin? Which day would suit you?"));
  standing().meet = Fact::unknown;
  EXPECT_THAT(letter("first-talk").body, Not(HasSubstr("never spoken"))) << "no file could tell";
}

TEST_F(Openers, ProposeATalkToWhomeverHelpTiesThemTo) {
  matter.evidence = row(Kind::helped, "2026-05-04", "");
  matter.evidence->direction = Direction::in;
  standing().meet = Fact::no;
  EXPECT_THAT(letter("unspoken").body,
              HasSubstr("Thank you again for your help in May. We have never spoken: would you have twenty minutes"));
  matter.evidence = row(Kind::helped, "2026-05-04", "Lease of the mill", Channel::calendar);
  matter.evidence->direction = Direction::out;
  EXPECT_THAT(letter("unspoken").body, HasSubstr("What has come of “Lease of the mill” since May?"));
}

TEST_F(Openers, AskWhatWouldHelpAfterAMeeting) {
  matter.evidence = row(Kind::met, "2026-11-20", "One-to-one", Channel::calendar);
  EXPECT_THAT(letter("no-help").body,
              HasSubstr("Thank you for your time on 20 November. What would help you most at Fjord just now?"));
  EXPECT_EQ(letter("no-help").subject, "After our meeting");
  for (const char* title : {"Lunch Ada/Mara", "Åsa – Mara ☕", "1:1"}) {
    person().name = "Ada Åsa Winterhalt";
    matter.evidence->note = title;
    EXPECT_THAT(letter("no-help").body, Not(HasSubstr("“"))) << "names and lunch tell nothing: " << title;
  }
  matter.evidence->note = "Pricing workshop";
  EXPECT_THAT(letter("no-help").body, HasSubstr("on 20 November (“Pricing workshop”)."));
  matter.evidence = row(Kind::called, "2026-05-20", "", Channel::phone);
  EXPECT_THAT(letter("no-help").body, HasSubstr("We spoke in May."));
}

TEST_F(Openers, OfferWhatFitsANeed) {
  need("a tax adviser", 5);
  need("data engineers", 6);
  offer("hiring data engineers");
  step.step.number = 6;
  const Draft draft = letter("need-6");
  EXPECT_EQ(draft.subject, "Data engineers");
  EXPECT_THAT(draft.body,
              HasSubstr("I gather that you need data engineers, and I can help with hiring data engineers. Would half an hour"));
  step.step.topic = "need-5";
  step.step.number = 5;
  EXPECT_FALSE(opener(step, matter)) << "nothing of the owner's fits";
}

TEST_F(Openers, ThankForWhatTheyDid) {
  matter.evidence = row(Kind::helped, "2026-11-20", "found me a flat in Lund", Channel::you);
  const Draft draft = letter("thanks", 1);
  EXPECT_EQ(draft.subject, "Thank you");
  EXPECT_EQ(draft.body,
            "Hi Ada,\n\nThank you for your help on 20 November (“found me a flat in Lund”). How are things at Fjord?\n\nMara\n");
  matter.evidence = row(Kind::introduced, "2026-11-20", "You and Bo Berg");
  EXPECT_EQ(letter("thanks", 1).subject, "Re: You and Bo Berg");
}

TEST_F(Openers, WriteForTheFirstTime) {
  matter.topics = "databases";
  const Draft draft = letter("first-letter");
  EXPECT_EQ(draft.subject, "Hello from Mara Lindqvist");
  EXPECT_THAT(draft.body,
              HasSubstr("I am Mara Lindqvist; what I work on is databases. What are you working on at Fjord just now?\n\nMara"));
  matter.topics.clear();
  EXPECT_THAT(letter("first-letter").body, HasSubstr("I am Mara Lindqvist. What are you working on at Fjord just now?\n\nMara"));
}

TEST_F(Openers, AskWhatCameOfAnIntroduction) {
  step.step.topic = "introduction";
  EXPECT_FALSE(opener(step, matter)) << "not made yet: its letters are written elsewhere";
  matter.introduced_to.emplace().card.person.name = "Bo Berg";
  matter.introduced_on = day("2026-11-05");
  EXPECT_THAT(letter("introduction").body,
              HasSubstr("On 5 November I introduced you and Bo Berg to each other. What has come of it?"));
}

TEST_F(Openers, LeaveOtherTopicsAlone) {
  step.step.topic = "piece-8";
  EXPECT_FALSE(opener(step, matter));
}

TEST_F(Openers, GreetWithoutANameAndWithoutAnAddress) {
  person().name = "ada@fjord.example";
  person().emails.clear();
  matter.owner_name.clear();
  matter.evidence = row(Kind::wrote, "2026-11-24", "Build times");
  const Draft draft = letter("owed", 2);
  EXPECT_EQ(draft.to, "");
  EXPECT_EQ(
      draft.body,
      "Hello,\n\nThank you for your letter of 24 November. Shall we talk about it this week, or is a line by mail enough?\n");
  person().name = "Аня Петрова";
  EXPECT_THAT(letter("owed", 2).body, StartsWith("Hi Аня,\n"));
  person().name = "Dr. Ada Winterhalt";
  EXPECT_THAT(letter("owed", 2).body, StartsWith("Hi Ada,\n"));
  person().name = "Dr. Winterhalt";
  EXPECT_THAT(letter("owed", 2).body, StartsWith("Hi Dr. Winterhalt,\n"));
}

TEST_F(Openers, QuoteNoTitleThatTellsNothingOrThatAProgramWrote) {
  for (const char* title : {"", "Re:", "(no subject)", "Re: Hello", "Accepted: Pricing workshop", "Thank you for your help"}) {
    matter.last = row(Kind::wrote, "2026-03-14", title);
    EXPECT_THAT(letter("quiet").body, HasSubstr("We last wrote in March. How are things at Fjord?")) << title;
  }
  matter.last = row(Kind::wrote, "2026-03-14", "(no subject)");
  EXPECT_EQ(letter("quiet").subject, "Hello from Mara");
  matter.last = row(Kind::met, "2026-03-14", "she was late again", Channel::you);
  EXPECT_THAT(letter("quiet").body, Not(HasSubstr("late"))) << "the owner's own note";
}

TEST_F(Openers, KeepWhatOthersWroteToOneShortLine) {
  const std::string long_title = "Build\r\ntimes \x1b[31m" + std::string(300, 'x');
  matter.evidence = row(Kind::wrote, "2026-11-24", long_title);
  const Draft draft = letter("owed", 2);
  EXPECT_THAT(draft.subject, StartsWith("Re: Build times xxx"));
  EXPECT_THAT(draft.subject, EndsWith("…"));
  EXPECT_LT(draft.subject.size(), 180U);
  matter.last = matter.evidence;
  EXPECT_THAT(letter("quiet").body, HasSubstr("…”. What has come of it?"));
  need("a tax\nadviser\x01");
  EXPECT_THAT(letter("quiet").body, HasSubstr("Do you still need a tax adviser?"));
}

}  // namespace
}  // namespace app
