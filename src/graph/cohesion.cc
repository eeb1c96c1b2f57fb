#include "graph/cohesion.h"

#include <algorithm>
#include <cmath>

#include "graph/measures.h"

namespace graph {

Cohesion cohesion(std::span<const Acquaintance> all, const std::vector<bool>& in) {
  std::vector<Edge> edges;
  for (const Acquaintance& one : all) {
    if (in[one.a.value] && in[one.b.value]) edges.push_back({one.a.value, one.b.value, static_cast<double>(one.shared.weight)});
  }
  const auto people = static_cast<double>(std::count(in.begin(), in.end(), true));
  const auto pairs = static_cast<double>(edges.size());
  Cohesion out{.people = static_cast<std::size_t>(people), .acquaintances = edges.size()};
  if (people > 1) out.density = 2 * pairs / (people * (people - 1));
  const Closure closed = closure(edges, static_cast<std::uint32_t>(in.size()));
  out.transitivity = closed.transitivity;
  double sum = 0, some = 0;
  for (const double one : closed.constraint) {
    if (std::isnan(one)) continue;
    sum += one;
    ++some;
  }
  if (some > 0) out.constraint = sum / some;
  if (people > 0) out.effective_size = people - 2 * pairs / people;
  return out;
}

}  // namespace graph
