#include "sources/mail_folders.h"

#include <gtest/gtest.h>

#include "sources/mail_message.h"

namespace sources {
namespace {

TEST(MailFolders, KnowsFoldersByTheirPath) {
  for (const char* path : {"Sent", "Mail/Local Folders/Sent.mbox", "Maildir/.Sent/cur/1:2,S", "INBOX.Sent/cur/1",
                           "Sent Messages.mbox/Messages/12.emlx", "x/Gesendet", "[Gmail].Sent Mail", "Envoyés/1.eml",
                           "Sent Messages.mbox/mbox", "Elementos enviados.mbox"}) {
    EXPECT_EQ(folder_of_path(path), MailFolder::sent) << path;
  }
  EXPECT_EQ(folder_of_path("Entwürfe.mbox"), MailFolder::drafts);
  EXPECT_EQ(folder_of_path("Junk E-mail/1.eml"), MailFolder::junk);
  EXPECT_EQ(folder_of_path("Mail/Papierkorb"), MailFolder::deleted);
  for (const char* path : {"All mail Including Spam and Trash.mbox", "inbox", "", "/",
                           "/home/a/.local/share/Trash/files/mail/old.mbox", "Sent/2020/x/y.eml"}) {
    EXPECT_EQ(folder_of_path(path), MailFolder::other) << path;
  }
}

TEST(MailFolders, KnowsMaildirFlags) {
  EXPECT_EQ(folder_of_flags("cur/1.x:2,ST"), MailFolder::deleted);
  EXPECT_EQ(folder_of_flags("cur/1.x!2,D"), MailFolder::drafts);
  EXPECT_EQ(folder_of_flags("cur/1.x;2,RS"), MailFolder::other);
  EXPECT_EQ(folder_of_flags("cur/DT"), MailFolder::other);
  EXPECT_TRUE(is_unfinished("tmp/1220863087.12663.ignore"));
  EXPECT_FALSE(is_unfinished("/tmp/mail.eml"));
}

TEST(MailFolders, KnowsGmailLabels) {
  EXPECT_EQ(folder_of_labels("Inbox,Opened,Category Updates"), MailFolder::other);
  EXPECT_EQ(folder_of_labels("Sent,\"a, Spam\""), MailFolder::sent);
  EXPECT_EQ(folder_of_labels("Opened, Spam"), MailFolder::junk);
  EXPECT_EQ(folder_of_labels("Gesendet,Papierkorb"), MailFolder::deleted);
  EXPECT_EQ(folder_of_labels("Отправленные"), MailFolder::sent);
  EXPECT_EQ(folder_of_labels("Chat"), MailFolder::chat);
  EXPECT_EQ(folder_of_labels("\"unfinished"), MailFolder::other);
}

TEST(MailMessage, CleansNames) {
  EXPECT_EQ(person_name("'Jane Doe' via Team"), "Jane Doe");
  EXPECT_EQ(person_name("\"Jane\""), "Jane");
  EXPECT_EQ(person_name("Jane (via Google Docs)"), "Jane");
  EXPECT_EQ(person_name("jane@x.example"), "");
  EXPECT_EQ(person_name(" \xe2\x80\x8fJane\x01 "), "Jane");
}

}  // namespace
}  // namespace sources
