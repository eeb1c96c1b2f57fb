#pragma once

#include <string>
#include <string_view>

#include "store/store.h"

namespace store {

/// A card as one text, and back: the `body` of the table person. Not an exchange format: the picture is dropped
/// whenever `card_form` changes. Why not CBOR: docs/decisions/0015.
[[nodiscard]] std::string card_text(const people::Person& person, const standing::Standing& standing);
[[nodiscard]] Card parse_card(std::uint64_t code, std::string_view text);
[[nodiscard]] std::string step_text(const plays::Step& step);
[[nodiscard]] plays::Step parse_step(std::string_view text);
/// Changes whenever a field of cards or steps is added, dropped, moved or renamed. Whoever writes the same field in
/// another way renames it.
[[nodiscard]] std::int64_t card_form();

}  // namespace store
