#pragma once

/// Where a meeting takes place: a room, a conference on the net, the telephone.

#include <string_view>

#include "ledger/ledger.h"

namespace sources {

/// True when `text` holds a link to a conference: the host of a service or a part of it
/// ("zoom.us", "eu.zoom.us", never "notzoom.us").
[[nodiscard]] bool has_conference_link(std::string_view text);
/// What LOCATION alone says: in_person for a place, video or phone for what stands for one,
/// unknown when it is empty or says nothing ("TBD").
[[nodiscard]] ledger::Channel channel_of_place(std::string_view location);

}  // namespace sources
