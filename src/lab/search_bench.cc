// How fast a list narrows while somebody types, and how fast a path is found by a part of a name, in one
// process: lab_search_bench DB DAY WORD... types, on DAY, each WORD letter by letter; prints the median and the slowest of
// the key strokes, and of the paths, in milliseconds. The picture and the graph are drawn before.

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>

#include "app/focus/acquaintance.h"
#include "app/people/people.h"
#include "app/session.h"

namespace {

template <typename F>
double milliseconds(F work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

void tell(const char* what, std::vector<double>& times) {
  if (times.empty()) return;
  std::sort(times.begin(), times.end());
  fmt::print("{}: {} times, median {:.1f} ms, slowest {:.1f} ms\n", what, times.size(), times[times.size() / 2], times.back());
}

}  // namespace

int main(int argc, char** argv) {
  const auto day = argc < 4 ? std::nullopt : base::parse_iso_day(argv[2]);
  if (!day) {
    fmt::print(stderr, "usage: lab_search_bench DB DAY WORD...\n");
    return 2;
  }
  auto session = app::Session::open({.database = argv[1], .now = base::end_of(*day), .as_of = *day}, false);
  if (!session || !app::status(*session) || !app::communities(*session)) return 1;
  std::vector<double> keys, paths;
  std::size_t found = 0, ways = 0;
  for (int round = 0; round < 5; ++round) {
    for (int i = 3; i < argc; ++i) {
      const std::string word = argv[i];
      for (std::size_t n = 1; n <= word.size(); ++n) {
        store::Filter filter;
        filter.query = word.substr(0, n);
        filter.limit = 20;
        keys.push_back(milliseconds([&] {
          if (const auto list = app::people(*session, filter)) found += list->people.size();
        }));
      }
      paths.push_back(milliseconds([&] { ways += app::path(*session, word).has_value() ? 1 : 0; }));
    }
  }
  tell("search", keys);
  tell("path", paths);
  fmt::print("{} people shown, {} ways looked for in vain or found\n", found, ways);
}
