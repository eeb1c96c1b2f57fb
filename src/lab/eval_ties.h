#pragma once

/// Forecasts of ties on anybody's letters, for measuring them: the very code that weighs the
/// owner's own.

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"

namespace lab {

struct TiesReport {
  std::size_t events = 0;
  std::size_t owners = 0;  ///< Whose candidates were asked for.
  std::size_t candidates = 0;
  std::size_t examples = 0;           ///< Ties of the past that were learned from,
  std::size_t examples_yes = 0;       ///< and how many of them came true.
  std::vector<std::string> problems;  ///< Rows that could not be read, by place.
};

/// Reads history.csv, cut.json, egos.csv if it is there and candidates_TASK.csv of the folder
/// `data` and nothing else in it, learns from what came of ties before the cut, and writes
/// `ego,alter,score` to `out`: the chance of label 1. `task`: reciprocal, engage or silent.
/// `prior`: a file of weights to start from; those that come with wellmet where there is none.
/// Fault::usage for another task, Fault::unreadable when a file cannot be read or written.
[[nodiscard]] base::Result<TiesReport> eval_ties(const std::string& data, const std::string& task, const std::string& out,
                                                 const std::optional<std::string>& prior);

/// Writes weights learned from the past of all `folders` to the file `out`; nothing after their cut
/// is looked at. `circles`: for those who see everybody's letters.
[[nodiscard]] base::Result<void> learn_ties(const std::vector<std::string>& folders, bool circles, const std::string& out);

}  // namespace lab
