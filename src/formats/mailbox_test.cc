#include "formats/mailbox.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace formats {
namespace {

/// Hands out `text` in pieces of 7 bytes, as a slow disk may.
class Trickle : public Bytes {
 public:
  explicit Trickle(std::string_view text) : text_(text) {}
  base::Result<std::size_t> read(std::span<char> to) override {
    const std::size_t size = std::min<std::size_t>({to.size(), text_.size(), 7});
    std::copy_n(text_.begin(), size, to.begin());
    text_.remove_prefix(size);
    return size;
  }

 private:
  std::string_view text_;
};

std::vector<std::string> subjects(std::string_view text, std::size_t buffer_bytes = 1 << 20) {
  Trickle bytes(text);
  Mailbox box(bytes, buffer_bytes);
  MailHead head;
  std::vector<std::string> out;
  for (;;) {
    const auto more = box.next(head);
    EXPECT_TRUE(more.has_value());
    if (!more || !*more) return out;
    std::string found = head.too_long ? "too long" : "none";
    for (const MailField& field : head.fields) {
      if (field.name == "Subject") found = field.value;
    }
    out.push_back(found);
  }
}

const std::string day = "Mon Jan 15 10:30:00 2024";

TEST(Mailbox, SplitsOnlyAtSeparators) {
  const std::string text = "From a@x.example " + day +
                           "\nFrom: a@x.example\nSubject:1\n\nHi\n\nFrom Russia with love\n>From me\n"
                           "Line\nFrom b@x.example " +
                           day + "\nno field here\n\nFrom b@x.example " + day +
                           "\nFrom: b@x.example\nSubject:2\n\nend\nFrom c@x.example " + day +
                           "\nFrom: c@x.example\nSubject:3\n\nno blank line before\n";
  EXPECT_EQ(subjects(text), (std::vector<std::string>{"1", "2", "3"}));
}

TEST(Mailbox, BelievesAContentLengthThatIsRight) {
  const std::string body = "x\n\nFrom q@x.example " + day + "\nSubject: inside\n\ny\n";
  const std::string text = "From a@x.example " + day + "\nSubject:1\nContent-Length: " + std::to_string(body.size()) + "\n\n" +
                           body + "\nFrom b@x.example " + day +
                           "\nSubject:2\nContent-Length: 7\n\nwrong length\n\nFrom c@x.example " + day + "\nSubject:3\n\n";
  EXPECT_EQ(subjects(text), (std::vector<std::string>{"1", "2", "3"}));
}

TEST(Mailbox, ReadsMessagesLargerThanItsBuffer) {
  std::string text;
  for (int i = 0; i < 5; ++i) {
    text += "From a@x.example " + day + "\r\nFrom: a@x.example\r\nSubject:" + std::to_string(i) + "\r\n\r\n" +
            std::string(30'000 + static_cast<std::size_t>(i), 'x') + "\r\n\r\n";
  }
  EXPECT_EQ(subjects(text, 8'192), (std::vector<std::string>{"0", "1", "2", "3", "4"}));
}

TEST(Mailbox, TellsOfAnEndlessHeaderAndReadsOn) {
  const std::string text = "From a@x.example " + day + "\nX: " + std::string(50'000, 'y') + "\nSubject:1\n\n\nFrom a@x.example " +
                           day + "\nSubject:2\n\n";
  EXPECT_EQ(subjects(text, 8'192), (std::vector<std::string>{"too long", "2"}));
}

TEST(Mailbox, KnowsItsForms) {
  EXPECT_EQ(mail_form("From - \nFrom: x\n"), MailForm::mbox);
  EXPECT_EQ(mail_form("From 184@xxx\nX-GM-THRID: 1\n"), MailForm::mbox);
  EXPECT_EQ(mail_form("\n\nFrom: a@x.example\nTo: b@x.example\n"), MailForm::single);
  EXPECT_EQ(mail_form("214  \nFrom: a@x.example\nTo: b@x.example\n"), MailForm::emlx);
  EXPECT_EQ(mail_form("This isn't an mbox.\n"), MailForm::none);
  EXPECT_EQ(mail_form("BEGIN:VCARD\nVERSION:3.0\n"), MailForm::none);
  EXPECT_EQ(mail_form(""), MailForm::none);
  EXPECT_EQ(subjects("20\nFrom: a@x.example\nSubject:1\nTo: b@x.example\n\nx<?xml"), (std::vector<std::string>{"1"}));
}

TEST(Mailbox, KnowsSeparators) {
  for (const char* line :
       {"From a@x.example  Thu Aug 22 12:36:23 2002", "From - Mon Mar 11 09:00:00 2024", "From - ",
        "From 1790123456789012345@xxx Mon Mar 04 11:20:34 +0000 2024", "From 1844347792267117879@xxx",
        "From Prof Jane Doe <jane@x.example>  Tue Apr  7 10:00:00 1998", "From user at x.example  Thu Apr  2 10:00 98",
        "From su|t@n @end|ng |rom gm@||@com  Mon Jan 15 10:30:00 2024", "From a@x.example Mon Jan 15 10:30:00 EST 2024"}) {
    EXPECT_TRUE(is_separator(line)) << line;
  }
  for (const char* line : {"From Russia with love", "From me, too.", "From here on, lines start", "From 10:30 on May we", "From ",
                           "From: a", "From Monday to Friday"}) {
    EXPECT_FALSE(is_separator(line)) << line;
  }
}

}  // namespace
}  // namespace formats
