#include "standing/fit.h"

#include <algorithm>
#include <cmath>

namespace standing {

namespace {

constexpr int steps_max = 40;

class Fit {
 public:
  Fit(const Matrix& m, std::vector<double> start, std::vector<double> hold)
      : m_(m), start_(std::move(start)), hold_(std::move(hold)), weights_(start_) {}

  std::vector<double> run() {
    double loss = loss_at(weights_);
    for (int i = 0; i < steps_max; ++i) {
      const std::vector<double> step = newton_step();
      double part = 1, next = 0;
      std::vector<double> tried;
      for (; part > 1e-4; part /= 2) {
        tried = weights_;
        for (std::size_t j = 0; j < tried.size(); ++j) tried[j] -= part * step[j];
        next = loss_at(tried);
        if (next <= loss) break;
      }
      if (next > loss) break;
      weights_ = tried;
      if (loss - next < 1e-6 * (1 + std::abs(loss))) break;
      loss = next;
    }
    return weights_;
  }

  [[nodiscard]] std::vector<double> inverse_curvature() const {
    const std::size_t d = weights_.size();
    const std::vector<double> curve = curve_here().total;
    std::vector<double> inverse;
    for (std::size_t j = 0; j < d; ++j) {
      std::vector<double> unit(d, 0);
      unit[j] = 1;
      const std::vector<double> column = solve(curve, std::move(unit));
      inverse.insert(inverse.end(), column.begin(), column.end());
    }
    return inverse;
  }

 private:
  static double dot(const float* x, const std::vector<double>& w) {
    double sum = 0;
    for (std::size_t j = 0; j < w.size(); ++j) sum += static_cast<double>(x[j]) * w[j];
    return sum;
  }

  [[nodiscard]] double loss_at(const std::vector<double>& w) const {
    double loss = 0;
    for (std::size_t i = 0; i < m_.rows(); ++i) {
      const double z = dot(m_.row(i), w);
      if (m_.lapse > 0) {
        const double p = with_lapse(z, m_.lapse);
        loss -= static_cast<double>(m_.weight[i]) * std::log(m_.yes[i] ? p : 1 - p);
        continue;
      }
      // log(1 + e^z) without overflow.
      const double soft = z > 0 ? z + std::log1p(std::exp(-z)) : std::log1p(std::exp(z));
      loss += static_cast<double>(m_.weight[i]) * (soft - (m_.yes[i] ? z : 0));
    }
    for (std::size_t j = 0; j < w.size(); ++j) loss += 0.5 * hold_[j] * (w[j] - start_[j]) * (w[j] - start_[j]);
    return loss;
  }

  [[nodiscard]] std::vector<double> newton_step() const {
    Curve curve = curve_here();
    return solve(std::move(curve.total), std::move(curve.slope));
  }

  /// Second and first derivatives of the loss at the weights.
  struct Curve {
    std::vector<double> total;  ///< The lower half of d × d.
    std::vector<double> slope;
  };
  [[nodiscard]] Curve curve_here() const {
    const std::size_t d = weights_.size(), stride = m_.stride();
    std::vector<float> curve(d * stride, 0);
    std::vector<double> total(d * d, 0), slope(d, 0);
    for (std::size_t i = 0; i < m_.rows(); ++i) {
      const float* x = m_.row(i);
      const double z = dot(x, weights_);
      const double p = with_lapse(z, m_.lapse);
      const double weight = static_cast<double>(m_.weight[i]);
      const double told = information(z, m_.lapse);
      const float bend = static_cast<float>(weight * told);
      // Without lapses, told = p (1 - p), and the slope is p less the answer.
      const double slope_of = m_.lapse > 0 ? std::sqrt(told / (p * (1 - p))) : 1;
      const double miss = weight * slope_of * (p - (m_.yes[i] ? 1 : 0));
      for (std::size_t j = 0; j < d; ++j) {
        slope[j] += miss * static_cast<double>(x[j]);
        const float left = bend * x[j];
        float* const line = curve.data() + j * stride;
        // The curvature is symmetric: what is left of the diagonal will do.
        for (std::size_t k = 0; k <= j; k += lane) {
          for (std::size_t l = 0; l < lane; ++l) line[k + l] += left * x[k + l];
        }
      }
      // Single precision is quick; moved over before it loses digits.
      if (i % 512 == 511 || i + 1 == m_.rows()) {
        for (std::size_t j = 0; j < d; ++j) {
          for (std::size_t k = 0; k <= j; ++k) total[j * d + k] += static_cast<double>(curve[j * stride + k]);
        }
        std::fill(curve.begin(), curve.end(), 0.0F);
      }
    }
    for (std::size_t j = 0; j < d; ++j) {
      total[j * d + j] += hold_[j] + 1e-9;
      slope[j] += hold_[j] * (weights_[j] - start_[j]);
    }
    return {std::move(total), std::move(slope)};
  }

  /// Cholesky, from the lower half of `a`. REQUIRES: positive definite, as a curvature with `hold`
  /// added is.
  static std::vector<double> solve(std::vector<double> a, std::vector<double> b) {
    const std::size_t d = b.size();
    for (std::size_t j = 0; j < d; ++j) {
      for (std::size_t k = 0; k <= j; ++k) {
        double sum = a[j * d + k];
        for (std::size_t l = 0; l < k; ++l) sum -= a[j * d + l] * a[k * d + l];
        a[j * d + k] = j == k ? std::sqrt(std::max(sum, 1e-12)) : sum / a[k * d + k];
      }
    }
    for (std::size_t j = 0; j < d; ++j) {
      for (std::size_t l = 0; l < j; ++l) b[j] -= a[j * d + l] * b[l];
      b[j] /= a[j * d + j];
    }
    for (std::size_t j = d; j-- > 0;) {
      for (std::size_t l = j + 1; l < d; ++l) b[j] -= a[l * d + j] * b[l];
      b[j] /= a[j * d + j];
    }
    return b;
  }

  const Matrix& m_;
  std::vector<double> start_;
  std::vector<double> hold_;
  std::vector<double> weights_;
};

}  // namespace

double logistic(double z) { return 1 / (1 + std::exp(-std::clamp(z, -30.0, 30.0))); }

double with_lapse(double z, double lapse) { return lapse / 2 + (1 - lapse) * logistic(z); }

double information(double z, double lapse) {
  const double p = logistic(z), seen = with_lapse(z, lapse);
  const double slope = (1 - lapse) * p * (1 - p);
  return lapse > 0 ? slope * slope / (seen * (1 - seen)) : slope;
}

std::vector<double> fit(const Matrix& m, const std::vector<double>& start, const std::vector<double>& hold) {
  return Fit(m, start, hold).run();
}

std::vector<double> covariance(const Matrix& m, const std::vector<double>& weights, const std::vector<double>& hold) {
  return Fit(m, weights, hold).inverse_curvature();
}

}  // namespace standing
