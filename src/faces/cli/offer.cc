#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <ostream>

#include "app/help/help.h"
#include "app/session.h"
#include "faces/cli/cli.h"
#include "faces/cli/text.h"
#include "wire/wire.h"

namespace faces::cli {

namespace {

constexpr Argument offer_arguments[] = {
    {"TEXT", "usage.offer.text", true},
};
constexpr Option offer_options[] = {
    {"--remove", "N", "usage.offer.remove"},
};

int run_offer(Context& context) {
  const auto removed = context.number("--remove", 1);
  if (!removed) return context.fail(removed.error());
  const auto text = context.value("TEXT");
  if (text && removed->has_value())
    return context.fail({base::Fault::usage, {}, base::say("cli.new-offer-remove"), base::say("cli.give-both")});
  auto session = context.open();
  if (!session) return context.fail(session.error());
  if (text || removed->has_value()) {
    const auto said = text ? app::offer(*session, *text) : app::drop_offer(*session, static_cast<std::uint32_t>(**removed));
    return said ? context.say(*said) : context.fail(said.error());
  }
  const auto commitments = app::commitments(*session);
  if (!commitments) return context.fail(commitments.error());
  if (context.json()) {
    context.out() << wire::dump(wire::offers_json(commitments->offers));
    return done;
  }
  if (commitments->offers.empty()) context.out() << say("cli.offer.none") << "\n";
  for (const plays::Offer& one : commitments->offers) context.out() << fmt::format("{:>4}  {}\n", one.number, safe(one.text));
  return done;
}

}  // namespace

extern const Command command_offer;
const Command command_offer{
    .name = "offer",
    .group = "usage.group.what-to-do",
    .summary = "usage.offer",
    .examples =
        "wellmet offer \"hiring data engineers\"\n"
        "wellmet offer\n",
    .arguments = offer_arguments,
    .options = offer_options,
    .run = run_offer,
};

}  // namespace faces::cli
