#pragma once

/// JSON archives of any size, element by element: everything is passed over except the objects and
/// scalars that a source asks for by path. Never more than one element is in memory.

#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "base/result.h"
#include "formats/bytes.h"

namespace sources {

/// What a source wants of a file. A path has the keys from the root, "/" before each, and "[]" for
/// an element of an array: "/chats/list[]/messages[]".
struct JsonWishes {
  /// True: the object at `path` is handed over whole (its first 1 MiB) to `element`.
  std::function<bool(std::string_view path)> wants;
  /// False: stop reading.
  std::function<bool(std::string_view path, const nlohmann::json& value)> element;
  /// A string, number or boolean outside of wanted objects, as text.
  std::function<void(std::string_view path, std::string_view value)> scalar;
  /// An object outside of wanted ones begins or ends.
  std::function<void(std::string_view path, bool begins)> object;
};

/// Reads to the end. A Problem: what is wrong with the JSON and at which byte; everything before
/// has been handed over. Bytes that are not UTF-8 and controls within texts are replaced.
[[nodiscard]] base::Result<void> read_json(formats::Bytes& bytes, const JsonWishes& wishes);

/// The member of an object as text: strings as they are, whole numbers in digits, else empty.
[[nodiscard]] std::string json_text(const nlohmann::json& object, const char* key);
/// A whole number, also when it is written as text; 0 when there is none.
[[nodiscard]] long long json_number(const nlohmann::json& object, const char* key);

}  // namespace sources
