#include "graph/measures.h"

#include <igraph/igraph.h>

#include <limits>
#include <new>
#include <numeric>
#include <utility>

namespace graph {

namespace {

/// What can fail here with sound edges is memory alone.
void done(igraph_error_t error) {
  if (error != IGRAPH_SUCCESS) throw std::bad_alloc();
}

class Vector {
 public:
  explicit Vector(std::size_t size = 0) { done(igraph_vector_init(&it_, static_cast<igraph_integer_t>(size))); }
  Vector(const Vector&) = delete;
  Vector& operator=(const Vector&) = delete;
  ~Vector() { igraph_vector_destroy(&it_); }
  [[nodiscard]] igraph_vector_t* get() { return &it_; }
  [[nodiscard]] std::span<double> values() { return {VECTOR(it_), static_cast<std::size_t>(igraph_vector_size(&it_))}; }

 private:
  igraph_vector_t it_{};
};

class Integers {
 public:
  explicit Integers(std::size_t size = 0) { done(igraph_vector_int_init(&it_, static_cast<igraph_integer_t>(size))); }
  Integers(const Integers&) = delete;
  Integers& operator=(const Integers&) = delete;
  ~Integers() { igraph_vector_int_destroy(&it_); }
  [[nodiscard]] igraph_vector_int_t* get() { return &it_; }
  [[nodiscard]] std::span<igraph_integer_t> values() {
    return {VECTOR(it_), static_cast<std::size_t>(igraph_vector_int_size(&it_))};
  }

 private:
  igraph_vector_int_t it_{};
};

class Graph {
 public:
  Graph(std::span<const Edge> edges, std::uint32_t vertices) : weights_(edges.size()) {
    igraph_set_error_handler(igraph_error_handler_ignore);
    Integers ends(2 * edges.size());
    for (std::size_t i = 0; i < edges.size(); ++i) {
      ends.values()[2 * i] = edges[i].a;
      ends.values()[2 * i + 1] = edges[i].b;
      weights_.values()[i] = edges[i].weight;
    }
    done(igraph_create(&it_, ends.get(), vertices, IGRAPH_UNDIRECTED));
  }
  Graph(const Graph&) = delete;
  Graph& operator=(const Graph&) = delete;
  ~Graph() { igraph_destroy(&it_); }
  [[nodiscard]] igraph_t* get() { return &it_; }
  [[nodiscard]] igraph_vector_t* weights() { return weights_.get(); }

 private:
  igraph_t it_{};
  Vector weights_;
};

/// The edges of each vertex, one after another.
class Neighbours {
 public:
  struct End {
    std::uint32_t to = 0;
    double weight = 0;
  };

  Neighbours(std::span<const Edge> edges, std::uint32_t vertices)
      : begin_(vertices + 1), strength_(vertices), ends_(2 * edges.size()) {
    for (const Edge& edge : edges) {
      ++begin_[edge.a];
      ++begin_[edge.b];
      strength_[edge.a] += edge.weight;
      strength_[edge.b] += edge.weight;
    }
    // Where each one's part ends; filling it from there on moves that to where it begins.
    std::partial_sum(begin_.begin(), begin_.end(), begin_.begin());
    for (const Edge& edge : edges) {
      ends_[--begin_[edge.a]] = {edge.b, edge.weight};
      ends_[--begin_[edge.b]] = {edge.a, edge.weight};
    }
  }
  [[nodiscard]] std::span<const End> of(std::uint32_t vertex) const {
    return std::span(ends_).subspan(begin_[vertex], begin_[vertex + 1] - begin_[vertex]);
  }
  [[nodiscard]] double strength(std::uint32_t vertex) const { return strength_[vertex]; }

 private:
  std::vector<std::size_t> begin_;
  std::vector<double> strength_;
  std::vector<End> ends_;
};

}  // namespace

std::vector<std::uint32_t> leiden(std::span<const Edge> edges, std::uint32_t vertices) {
  constexpr igraph_integer_t rounds = 5;
  constexpr double randomness = 0.01;  // igraph's own.
  Graph graph(edges, vertices);
  Vector strength;
  done(igraph_strength(graph.get(), strength.get(), igraph_vss_all(), IGRAPH_ALL, IGRAPH_NO_LOOPS, graph.weights()));
  double twice = 0;
  for (const double one : strength.values()) twice += one;
  Integers membership;
  // With these vertex weights and this resolution its quality is modularity.
  igraph_rng_seed(igraph_rng_default(), 1);
  done(igraph_community_leiden(graph.get(), graph.weights(), strength.get(), twice > 0 ? 1 / twice : 1, randomness, false, rounds,
                               membership.get(), nullptr, nullptr));
  const auto found = membership.values();
  return {found.begin(), found.end()};
}

Closure closure(std::span<const Edge> edges, std::uint32_t vertices) {
  const Neighbours around(edges, vertices);
  Closure out;
  out.constraint.assign(vertices, std::numeric_limits<double>::quiet_NaN());
  // How much of the vertex's own weight each neighbour has, directly and over others; 0 for whoever is none.
  std::vector<double> direct(vertices), indirect(vertices);
  double pairs = 0, closed = 0;
  for (std::uint32_t i = 0; i < vertices; ++i) {
    const auto neighbours = around.of(i);
    if (neighbours.empty()) continue;
    for (const Neighbours::End& one : neighbours) direct[one.to] = one.weight / around.strength(i);
    for (const Neighbours::End& one : neighbours) {
      for (const Neighbours::End& next : around.of(one.to)) {
        if (direct[next.to] == 0) continue;
        indirect[next.to] += direct[one.to] * next.weight / around.strength(one.to);
        ++closed;
      }
    }
    double sum = 0;
    for (const Neighbours::End& one : neighbours) {
      const double whole = std::exchange(direct[one.to], 0) + std::exchange(indirect[one.to], 0);
      sum += whole * whole;
    }
    out.constraint[i] = sum;
    pairs += static_cast<double>(neighbours.size()) * static_cast<double>(neighbours.size() - 1);
  }
  out.transitivity = pairs > 0 ? closed / pairs : 0;
  return out;
}

}  // namespace graph
