#include "faces/cli/rooms.h"

namespace faces::cli {

int rule(Context& context, std::string_view verb) {
  auto app = context.open();
  if (!app) return context.fail(app.error());
  const auto said = (*app)->rule(verb, context.values("PERSON"));
  return said ? context.say(*said) : context.fail(said.error());
}

}  // namespace faces::cli
