#pragma once

/// Out again, in open formats: vCard, JSContact, CSV and, for everything, JSON lines.

#include <functional>
#include <string>
#include <string_view>

#include "app/session.h"

namespace wire {

/// `format`: vcard, jscontact or csv.
[[nodiscard]] base::Result<std::string> export_people(app::Session& session, std::string_view format,
                                                      const store::Filter& filter);
/// Everything, line by line, until `line` gives false.
[[nodiscard]] base::Result<void> export_ledger(app::Session& session, const std::function<bool(const std::string&)>& line);

}  // namespace wire
