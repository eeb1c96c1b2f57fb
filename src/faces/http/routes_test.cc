#include "faces/http/routes.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "words/words.h"

namespace faces::http {
namespace {

const Route* asked(const std::string& method, const std::string& path, Request& request, std::vector<std::string_view>& allowed) {
  request = {.method = method, .path = path, .arguments = {}, .query = {}, .body = {}};
  allowed.clear();
  return find_route(request, allowed);
}

// Kills: an argument that takes what is a word; a path that is another one's beginning.
TEST(Routes, WordsWinOverArguments) {
  Request request;
  std::vector<std::string_view> allowed;
  const Route* facets = asked("GET", "/people/facets", request, allowed);
  ASSERT_NE(facets, nullptr);
  EXPECT_EQ(facets->path, "/people/facets");
  const Route* person = asked("GET", "/people/ada lovelace", request, allowed);
  ASSERT_NE(person, nullptr);
  EXPECT_EQ(request.arguments.at("id"), "ada lovelace");
  EXPECT_EQ(asked("GET", "/people/ada/", request, allowed), nullptr);
  EXPECT_EQ(asked("GET", "/people/ada/lovelace", request, allowed), nullptr);
  EXPECT_EQ(asked("GET", "/peopl", request, allowed), nullptr);
  EXPECT_TRUE(allowed.empty());
}

TEST(Routes, WhatAPathTakesIsTold) {
  Request request;
  std::vector<std::string_view> allowed;
  EXPECT_EQ(asked("PUT", "/offers", request, allowed), nullptr);
  EXPECT_EQ(std::set<std::string_view>(allowed.begin(), allowed.end()), (std::set<std::string_view>{"GET", "POST"}));
}

// Kills: a fault that is told as success, and words that are lost on the way.
TEST(Routes, ProblemsKeepTheirWords) {
  const Reply reply = problem_reply({base::Fault::not_found, "a file, line 3",
                                     base::say("app.nobody-called", {{"text", "\"x\""}}), base::say("app.say-which-address-id")});
  EXPECT_EQ(reply.status, 404);
  EXPECT_EQ(reply.type, "application/problem+json");
  const auto told = nlohmann::json::parse(reply.body);
  EXPECT_EQ(told["detail"], "nobody is called “\"x\"”");
  EXPECT_EQ(told["where"], "a file, line 3");
  EXPECT_EQ(told["help"], "say which one, by address or id; nothing was done");
  EXPECT_EQ(told["status"], 404);
}

// Kills: a browser told to type a command, in whatever language.
TEST(Routes, HelpHasNoCommands) {
  const auto help = [](std::string_view code) { return words::say(help_of(base::say(code))); };
  EXPECT_EQ(help("plan.see-today"), "");                    // wellmet today
  EXPECT_EQ(help("meet.instance-zone-europe-berlin"), "");  // --zone Europe/Berlin
  EXPECT_EQ(help("base.check-disk"), "check that the disk is in order, or choose another place, then try again");
  const words::Speaking strange("xx");
  EXPECT_EQ(help("plan.see-today"), "");
  EXPECT_EQ(help("base.check-disk").substr(0, 3), "⟦");
}

// Kills: text that is not UTF-8 taken for a fault of ours.
TEST(Routes, TextThatIsNotUtf8IsRepaired) { EXPECT_NE(json_reply({{"name", "\xff"}}).body.find("\ufffd"), std::string::npos); }

}  // namespace
}  // namespace faces::http
