// JSON of the owner's commitments.

#include <nlohmann/json.hpp>

#include "wire/wire.h"
#include "words/words.h"

namespace wire {

namespace {

using nlohmann::json;

}  // namespace

json offers_json(const std::vector<plays::Offer>& offers) {
  json list = json::array();
  for (const plays::Offer& one : offers)
    list.push_back({{"n", one.number}, {"offer", one.text}, {"since", base::iso(one.since)}});
  return {{"offers", std::move(list)}};
}

json needs_json(const std::vector<app::NeedView>& needs, const std::vector<app::NoticedView>& noticed) {
  json list = json::array();
  for (const app::NeedView& one : needs) {
    json helpers = json::array();
    for (const app::RelevantView& helper : one.helpers)
      helpers.push_back({{"person", named_json(helper.person)}, {"words", helper.words}});
    list.push_back({{"n", one.need.number},
                    {"person", named_json(one.who)},
                    {"need", one.need.text},
                    {"since", base::iso(one.need.since)},
                    {"offers", offers_json(one.offers)["offers"]},
                    {"helpers", std::move(helpers)}});
  }
  json maybe = json::array();
  for (const app::NoticedView& one : noticed) {
    maybe.push_back({{"n", one.n},
                     {"key", one.key},
                     {"person", named_json(one.who)},
                     {"need", one.need},
                     {"from", one.from},
                     {"day", one.day ? json(base::iso(*one.day)) : json(nullptr)}});
  }
  return {{"needs", std::move(list)}, {"noticed", std::move(maybe)}};
}

json introduction_json(const app::IntroductionView& view) {
  const plays::Introduction& one = view.introduction;
  json draft = nullptr;
  if (view.draft) draft = draft_json(*view.draft);
  const auto asked = [](const plays::Introduction::Side& side) {
    return side.asked ? json(base::iso(*side.asked)) : json(nullptr);
  };
  return {{"n", one.number},
          {"stage", plays::word(one.stage)},
          {"first", named_json(view.first)},
          {"second", named_json(view.second)},
          {"asked", {asked(one.first), asked(one.second)}},
          {"agreed", {one.first.agreed, one.second.agreed}},
          {"why", words::say(one.why)},
          {"since", base::iso(one.since)},
          {"came", one.came.empty() ? json(nullptr) : json(one.came)},
          {"draft", std::move(draft)}};
}

json market_json(const app::MarketView& view) {
  json list = json::array();
  for (const app::MarketView::One& one : view.best) {
    list.push_back({{"person", named_json(one.person)},
                    {"fits", one.fit.how == plays::Fit::How::yes},
                    {"holds", texts_of(one.fit.holds)},
                    {"unknown", texts_of(one.fit.unknown)}});
  }
  return {{"name", view.name.empty() ? json(nullptr) : json(view.name)},
          {"rule", view.rule},
          {"words", words::say(view.words)},
          {"people", view.people},
          {"fits", view.fits},
          {"maybe", view.maybe},
          {"network", view.network},
          {"best", std::move(list)}};
}

json let_go_json(const app::LetGoView& view) {
  json list = json::array();
  for (const app::LetGoView::One& one : view.batch)
    list.push_back({{"person", named_json(one.person)}, {"why", words::say(one.why)}});
  return {{"total", view.of}, {"people", view.people}, {"fits", view.fits}, {"batch", std::move(list)}};
}

json favours_json(const app::FavoursView& view) {
  json list = json::array();
  for (const app::FavoursView::One& one : view.people) {
    list.push_back(
        {{"person", named_json(one.person)}, {"help_out", one.out}, {"help_in", one.in}, {"thanks_due", one.thanks_due}});
  }
  return {{"both_ways", view.both}, {"only_out", view.only_out}, {"only_in", view.only_in}, {"people", std::move(list)}};
}

}  // namespace wire
