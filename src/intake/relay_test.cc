#include "intake/relay.h"

#include <gtest/gtest.h>

#include <atomic>
#include <future>
#include <thread>

namespace intake {
namespace {

ledger::Record record_of(std::size_t n) {
  ledger::Record record;
  record.claims.push_back({ledger::me(), ledger::Field::note, std::to_string(n), {}});
  return record;
}

const auto no_tick = [](std::size_t) { return true; };

TEST(Relay, HandsOnEverythingInOrder) {
  Relay relay;
  constexpr std::size_t many = 20'000;
  const auto reader = std::async(std::launch::async, [&] {
    relay.inside("a.csv");
    for (std::size_t n = 0; n < many; ++n) {
      if (n % 3 == 0) {
        relay.leave_out("rows", std::to_string(n));
      } else {
        relay.add("rows", record_of(n));
      }
    }
    relay.problem("rows", base::say("where.line", {{"n", 1}}), base::say("sources.no-date"));
    relay.close();
  });
  std::vector<std::string> got;
  relay.drain(
      [&](Item& item) {
        got.push_back(item.kind == Item::Kind::add       ? item.record.claims[0].value
                      : item.kind == Item::Kind::inside  ? item.what
                      : item.kind == Item::Kind::problem ? item.wrong.code
                                                         : item.reason);
        return true;
      },
      no_tick);
  reader.wait();
  ASSERT_EQ(got.size(), many + 2);
  EXPECT_EQ(got.front(), "a.csv");
  for (std::size_t n = 0; n < many; ++n) ASSERT_EQ(got[n + 1], std::to_string(n));
  EXPECT_EQ(got.back(), "sources.no-date");
}

TEST(Relay, AWriterThatWantsNoMoreStopsTheReader) {
  Relay relay;
  const auto reader = std::async(std::launch::async, [&] {
    std::size_t n = 0;
    while (relay.progress(n)) relay.add("rows", record_of(n++));  // An endless file.
    relay.close();
  });
  std::size_t taken = 0;
  relay.drain([&](Item&) { return ++taken < 1'000; }, no_tick);
  EXPECT_EQ(taken, 1'000U);
  EXPECT_TRUE(relay.stopped());
}

TEST(Relay, TellsHowFarTheReaderIsAndLetsItBeCancelled) {
  Relay relay;
  const auto reader = std::async(std::launch::async, [&] {
    while (relay.progress(77)) {
    }  // Nothing to say yet.
    relay.close();
  });
  std::size_t bytes = 0;
  relay.drain([](Item&) { return true; },
              [&](std::size_t read) {
                bytes = read;
                return false;
              });
  EXPECT_EQ(bytes, 77U);
}

/// Until the reader says no more of its own accord: it waits for room.
void wait_until_blocked(const std::atomic<std::size_t>& said) {
  for (std::size_t before = said + 1, same = 0; same < 1'000;) {
    std::this_thread::yield();
    same = said == before ? same + 1 : 0;
    before = said;
  }
}

TEST(Relay, FewBytesWaitHoweverLargeTheRecords) {
  Relay relay;
  std::atomic<std::size_t> said = 0;
  const auto reader = std::async(std::launch::async, [&] {
    for (std::size_t n = 0; n < 100; ++n) {
      ledger::Record large;
      large.evidence.emplace_back().thread = std::string(1 << 20, 'x');
      relay.add("rows", std::move(large));
      ++said;
    }
    relay.close();
  });
  std::size_t ahead = 0;
  std::size_t taken = 0;
  relay.drain(
      [&](Item&) {
        if (taken % 10 == 0) wait_until_blocked(said);
        ahead = std::max(ahead, said - taken);
        ++taken;
        return true;
      },
      no_tick);
  EXPECT_EQ(taken, 100U);
  EXPECT_LE(ahead, 12U) << "eight batches of one record each, and what is in either hand";
}

TEST(Relay, NothingIsNothing) {
  Relay relay;
  relay.close();
  relay.drain([](Item&) { return ADD_FAILURE(), true; }, no_tick);
}

}  // namespace
}  // namespace intake
