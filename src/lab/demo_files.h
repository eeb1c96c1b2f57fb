#pragma once

/// The invented life as the text of the files that services export.

#include <string>
#include <utility>
#include <vector>

#include "lab/demo_world.h"

namespace lab {

inline constexpr const char* owner_name = "Mara Lindqvist";
inline constexpr const char* owner_email = "mara@lindqvist.example";
inline constexpr const char* owner_phone = "+46700000001";
inline constexpr const char* owner_slug = "mara-lindqvist";

/// Name and content of a file.
using DemoFile = std::pair<std::string, std::string>;

[[nodiscard]] std::vector<DemoFile> linkedin_files(const DemoWorld& world);
[[nodiscard]] std::string mbox_file(const DemoWorld& world);
[[nodiscard]] std::string contacts_file(const DemoWorld& world);
[[nodiscard]] std::string calendar_file(const DemoWorld& world);
[[nodiscard]] std::string calls_file(const DemoWorld& world);
[[nodiscard]] std::string texts_file(const DemoWorld& world);
[[nodiscard]] std::string chat_file(const DemoWorld& world);
[[nodiscard]] std::string truth_file(const DemoWorld& world);

}  // namespace lab
