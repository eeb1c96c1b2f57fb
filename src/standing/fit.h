#pragma once

/// Logistic regression around weights that are known beforehand: the likelihood of yes and no,
/// times a normal around each weight's start. docs/decisions/0007-own-newton.md says why it is
/// ours.

#include <cstddef>
#include <vector>

namespace standing {

/// 1 / (1 + e^-z).
[[nodiscard]] double logistic(double z);
/// The chance of a yes at log-odds `z`, where `lapse` of all answers are a coin's.
[[nodiscard]] double with_lapse(double z, double lapse);
/// How much an answer at `z` tells of the weights (Fisher's information), 0..1/4.
[[nodiscard]] double information(double z, double lapse);

inline constexpr std::size_t lane = 8;  ///< Numbers that one instruction multiplies.

/// Rows of numbers with an answer each. Rows are filled up to whole lanes with zeros.
struct Matrix {
  std::size_t width = 0;
  double lapse = 0;  ///< How often an answer has nothing to do with the row, and is a coin's.
  std::vector<float> cells = {};
  std::vector<float> weight = {};
  std::vector<bool> yes = {};

  [[nodiscard]] std::size_t rows() const { return weight.size(); }
  [[nodiscard]] std::size_t stride() const { return (width + lane - 1) / lane * lane; }
  [[nodiscard]] const float* row(std::size_t i) const { return cells.data() + i * stride(); }
  /// After the cells of a row.
  void end_row(float its_weight, bool its_yes) {
    cells.resize((rows() + 1) * stride(), 0);
    weight.push_back(its_weight);
    yes.push_back(its_yes);
  }
};

/// The weights of the greatest posterior, by Newton's method with halved steps. `start` and `hold`
/// have `m.width` numbers; `hold` is the precision (1 / variance) of each weight, above 0.
[[nodiscard]] std::vector<double> fit(const Matrix& m, const std::vector<double>& start, const std::vector<double>& hold);

/// How uncertain `weights` still are: their covariance, width × width, by Laplace's approximation.
[[nodiscard]] std::vector<double> covariance(const Matrix& m, const std::vector<double>& weights,
                                             const std::vector<double>& hold);

}  // namespace standing
