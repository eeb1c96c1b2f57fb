#include "graph/measures.h"

#include <igraph/igraph.h>

#include <algorithm>
#include <new>

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
  done(igraph_community_leiden(graph.get(), graph.weights(), strength.get(), twice > 0 ? 1 / twice : 1, randomness, false,
                               rounds, membership.get(), nullptr, nullptr));
  const auto found = membership.values();
  return {found.begin(), found.end()};
}

Closure closure(std::span<const Edge> edges, std::uint32_t vertices) {
  Graph graph(edges, vertices);
  Vector constraint;
  Closure out;
  done(igraph_constraint(graph.get(), constraint.get(), igraph_vss_all(), graph.weights()));
  done(igraph_transitivity_undirected(graph.get(), &out.transitivity, IGRAPH_TRANSITIVITY_ZERO));
  out.constraint.assign(constraint.values().begin(), constraint.values().end());
  return out;
}

}  // namespace graph
