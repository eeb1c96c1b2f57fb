#pragma once

/// The JSON of docs/api and of --json: the same words from every face.

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "app/app.h"

namespace app {

[[nodiscard]] nlohmann::json status_json(const Totals& totals);
/// Somebody who is only mentioned: who they are and where they stand, in short.
[[nodiscard]] nlohmann::json named_json(const PersonView& view);
[[nodiscard]] nlohmann::json person_json(const PersonView& view);
[[nodiscard]] nlohmann::json people_json(const PeopleView& view);
[[nodiscard]] nlohmann::json facets_json(const FacetsView& facets);
[[nodiscard]] nlohmann::json map_json(const MapView& map);
[[nodiscard]] nlohmann::json show_json(const ShowView& view);
[[nodiscard]] nlohmann::json why_json(const WhyView& why);
[[nodiscard]] nlohmann::json plan_json(const PlanView& plan);
[[nodiscard]] nlohmann::json import_json(const ImportReport& report);
[[nodiscard]] nlohmann::json questions_json(const std::vector<QuestionView>& questions, std::size_t total);
[[nodiscard]] nlohmann::json report_json(const Report& report);
[[nodiscard]] nlohmann::json triage_json(const Triage& triage);
/// The next people to ask about, at most `limit`, and what the answers so far say of the others.
[[nodiscard]] nlohmann::json triage_cards_json(Triage triage, std::size_t limit);
[[nodiscard]] nlohmann::json history_json(const std::vector<store::Change>& changes);
[[nodiscard]] nlohmann::json sources_json(const std::vector<SourceView>& sources);
[[nodiscard]] nlohmann::json me_json(const Totals& totals);
[[nodiscard]] nlohmann::json draft_json(const Draft& draft);
[[nodiscard]] nlohmann::json offers_json(const std::vector<plays::Offer>& offers);
[[nodiscard]] nlohmann::json needs_json(const std::vector<NeedView>& needs, const std::vector<NoticedView>& noticed);
[[nodiscard]] nlohmann::json introduction_json(const IntroductionView& one);
[[nodiscard]] nlohmann::json market_json(const MarketView& market);
[[nodiscard]] nlohmann::json let_go_json(const LetGoView& proposals);
[[nodiscard]] nlohmann::json piece_json(const PieceView& piece);
[[nodiscard]] nlohmann::json pieces_added_json(const PiecesView& added);
[[nodiscard]] nlohmann::json audience_json(const AudienceView& audience);
[[nodiscard]] nlohmann::json letters_json(const std::vector<PieceLetter>& letters);
[[nodiscard]] nlohmann::json asks_json(const std::vector<AskView>& asks);
[[nodiscard]] nlohmann::json trip_json(const TripView& trip);
[[nodiscard]] nlohmann::json towns_json(const std::vector<TownView>& towns);
[[nodiscard]] nlohmann::json slots_json(const SlotsView& slots);
[[nodiscard]] nlohmann::json invitations_json(const std::vector<InvitationView>& invitations);
[[nodiscard]] nlohmann::json brief_json(const BriefView& brief);
[[nodiscard]] nlohmann::json favours_json(const FavoursView& favours);
[[nodiscard]] nlohmann::json path_json(const PathView& path);
[[nodiscard]] nlohmann::json communities_json(const std::vector<CircleView>& circles);
[[nodiscard]] nlohmann::json cohesion_json(const CohesionChange& change);

/// One document with a line break at its end; text that is not UTF-8 is repaired, never thrown at.
[[nodiscard]] std::string dump(const nlohmann::json& json);

}  // namespace app
