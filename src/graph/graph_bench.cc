// graph_bench [PEOPLE] [ACQUAINTANCES]: what circles, cohesion and a path take in memory, in seconds.
// Made of 200 people each who know each other, and one acquaintance in ten anywhere.

#include <fmt/format.h>

#include <chrono>
#include <cstdlib>
#include <map>
#include <random>

#include "graph/cohesion.h"
#include "graph/communities.h"
#include "graph/paths.h"

namespace {

template <class Work>
auto timed(const char* what, const Work& work) {
  const auto started = std::chrono::steady_clock::now();
  auto result = work();
  fmt::print("{:<12} {:.3f} s\n", what, std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count());
  return result;
}

}  // namespace

int main(int argc, char** argv) {
  const auto number = [&](int i, std::uint32_t otherwise) {
    return argc > i ? static_cast<std::uint32_t>(std::strtoul(argv[i], nullptr, 10)) : otherwise;
  };
  const std::uint32_t people = std::max(number(1, 50'000), 400U);
  const std::uint32_t wanted = number(2, 500'000);
  constexpr std::uint32_t house = 200;
  std::mt19937_64 random(1);  // NOLINT: the same every time.
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> weights;
  while (weights.size() < wanted) {
    const auto a = static_cast<std::uint32_t>(random() % people);
    const std::uint32_t home = a - a % house;
    const auto b = static_cast<std::uint32_t>(random() % 10 == 0 ? random() % people : home + random() % house);
    if (a != b && b < people) weights[{std::min(a, b), std::max(a, b)}] += 250;
  }
  std::vector<graph::Acquaintance> all;
  for (const auto& [ends, weight] : weights) all.push_back({{ends.first}, {ends.second}, {.weight = weight}});
  std::vector<people::Person> persons(people);
  for (std::uint32_t i = 0; i < people; ++i) {
    persons[i].name = fmt::format("Given Family{}", i);
    persons[i].company = fmt::format("Company {}", i / house);
    persons[i].title = i % 3 == 0 ? "Engineer" : "Director of many things";
  }
  const std::vector<bool> in(people, true);
  const auto circles = timed("circles", [&] { return graph::circles(all, in, persons); });
  const auto cohesion = timed("cohesion", [&] { return graph::cohesion(all, in); });
  const auto known = timed("by person", [&] { return graph::by_person(all, people); });
  const std::vector<graph::Voice> voices(people, {.answers = .5, .speaks = graph::Voice::Speaks::readily});
  const people::PersonId target{people / 2};
  const auto chains = timed("one path", [&] {
    return graph::warmest(
        {&target, 1}, voices, [&](people::PersonId who) { return std::span<const graph::Known>(known[who.value]); }, 5);
  });
  fmt::print("{} people, {} acquaintances: {} circles, the largest {} of {}; constraint {:.3f}; {} chains\n", people, all.size(),
             circles.size(), circles.empty() ? "" : circles.front().name, circles.empty() ? 0 : circles.front().members.size(),
             cohesion.constraint, chains.size());
}
