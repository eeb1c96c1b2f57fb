#include "faces/cli/filter.h"

#include "app/people/filter.h"
#include "base/try.h"

namespace faces::cli {

base::Result<store::Filter> filter_of(const Context& context) {
  const app::Given given = [&](std::string_view word) -> std::vector<std::string> {
    const std::string option = "--" + std::string(word);
    std::vector<std::string> values = context.values(option);
    if (values.empty() && context.flag(option)) values.emplace_back();
    return values;
  };
  TRY(filter, app::filter_of(given, "--"));
  for (const std::string& word : context.values("QUERY")) filter.query += word + " ";
  TRY(limit, context.number("--limit", 0));
  const bool short_list = !context.json();
  filter.limit = limit ? static_cast<std::size_t>(*limit) : short_list ? 50 : 0;
  return filter;
}

}  // namespace faces::cli
