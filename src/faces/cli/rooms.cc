#include "faces/cli/rooms.h"

#include "app/people/say.h"

namespace faces::cli {

int rule(Context& context, std::string_view verb) {
  auto session = context.open();
  if (!session) return context.fail(session.error());
  const auto said = app::rule(*session, verb, context.values("PERSON"));
  return said ? context.say(*said) : context.fail(said.error());
}

}  // namespace faces::cli
