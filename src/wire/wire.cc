#include "wire/wire.h"

#include <nlohmann/json.hpp>

#include "words/words.h"

namespace wire {

using nlohmann::json;

namespace {

json messages_json(const std::vector<base::Message>& parts) {
  json out = json::array();
  for (const base::Message& part : parts) out.push_back(message_json(part));
  return out;
}

json value_json(std::int64_t number) { return number; }
json value_json(double share) { return share; }
json value_json(const std::string& text) { return text; }
json value_json(base::Day day) { return base::iso(day); }
json value_json(const std::vector<base::Message>& parts) { return messages_json(parts); }

json argument_json(const base::Argument& argument) {
  return std::visit([](const auto& value) { return value_json(value); }, argument);
}

}  // namespace

json message_json(const base::Message& message) {
  json args = json::object();
  for (const auto& [name, value] : message.arguments) args[name] = argument_json(value);
  return {{"code", message.code}, {"args", std::move(args)}, {"text", words::say(message)}};
}

std::vector<std::string> texts_of(std::span<const base::Message> messages) {
  std::vector<std::string> out;
  for (const base::Message& one : messages) out.push_back(words::say(one));
  return out;
}

std::string done_document(const std::string& text) { return dump({{"done", text}}); }

std::string dump(const json& document) { return document.dump(2, ' ', false, json::error_handler_t::replace) + "\n"; }

}  // namespace wire
