#pragma once

/// What may be null, and how exact numbers are, in all of wire/.

#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "base/time.h"

namespace wire {

inline nlohmann::json optional_text(const std::string& text) {
  return text.empty() ? nlohmann::json(nullptr) : nlohmann::json(text);
}

inline nlohmann::json optional_day(const std::optional<base::Day>& day) {
  return day ? nlohmann::json(base::iso(*day)) : nlohmann::json(nullptr);
}

/// To 1 / `scale`.
inline double rounded(double value, double scale) { return std::round(value * scale) / scale; }

}  // namespace wire
