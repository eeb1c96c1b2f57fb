#pragma once

/// Files and folders of this machine, as an origin.

#include <string>
#include <vector>

#include "intake/origin.h"

namespace intake {

class Folder : public Origin {
 public:
  /// Every unit under `paths`, in the order given; folders are walked, links to folders are not.
  explicit Folder(std::vector<std::string> paths) : paths_(std::move(paths)) {}
  /// All of it each time: what is known already adds nothing.
  base::Result<Listing> list(std::string_view cursor) override;
  base::Result<std::unique_ptr<formats::Bytes>> open(const std::string& part) override;

 private:
  std::vector<std::string> paths_;
};

}  // namespace intake
