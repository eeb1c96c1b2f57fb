#pragma once

/// The JSON of docs/api and of --json: the same words from every face.

#include <nlohmann/json_fwd.hpp>
#include <span>
#include <string>
#include <vector>

#include "app/focus/acquaintance.h"
#include "app/focus/focus.h"
#include "app/help/help.h"
#include "app/letters.h"
#include "app/meet/meet.h"
#include "app/people/people.h"
#include "app/people/review.h"
#include "app/people/triage.h"
#include "app/person.h"
#include "app/plan/plan.h"
#include "app/session.h"
#include "app/settings/settings.h"
#include "app/share/share.h"

namespace wire {

/// {"code": …, "args": {…}, "text": …}: the text in the language of this thread; days as "2026-03-14", messages within as
/// lists of the same.
[[nodiscard]] nlohmann::json message_json(const base::Message& message);
[[nodiscard]] std::vector<std::string> texts_of(std::span<const base::Message> messages);

[[nodiscard]] nlohmann::json status_json(const app::Totals& totals);
/// Somebody who is only mentioned: who they are and where they stand, in short.
[[nodiscard]] nlohmann::json named_json(const app::PersonView& view);
[[nodiscard]] nlohmann::json person_json(const app::PersonView& view);
[[nodiscard]] nlohmann::json people_json(const app::PeopleView& view);
[[nodiscard]] nlohmann::json facets_json(const app::FacetsView& facets);
[[nodiscard]] nlohmann::json map_json(const app::MapView& map);
[[nodiscard]] nlohmann::json show_json(const app::ShowView& view);
[[nodiscard]] nlohmann::json step_json(const app::StepView& step);
[[nodiscard]] nlohmann::json why_json(const app::WhyView& why);
[[nodiscard]] nlohmann::json plan_json(const app::PlanView& plan);
[[nodiscard]] nlohmann::json import_json(const app::ImportReport& report);
[[nodiscard]] nlohmann::json questions_json(const std::vector<app::QuestionView>& questions, std::size_t total);
[[nodiscard]] nlohmann::json report_json(const app::Report& report);
[[nodiscard]] nlohmann::json triage_json(const app::Triage& triage);
/// The next people to ask about, at most `limit`, and what the answers so far say of the others.
[[nodiscard]] nlohmann::json triage_cards_json(app::Triage triage, std::size_t limit);
/// `{"ok", "faults": [words]}`.
[[nodiscard]] nlohmann::json check_json(const std::vector<base::Message>& faults);
[[nodiscard]] nlohmann::json history_json(const std::vector<ledger::Change>& changes);
[[nodiscard]] nlohmann::json sources_json(const std::vector<app::SourceView>& sources);
[[nodiscard]] nlohmann::json me_json(const app::Totals& totals);
[[nodiscard]] nlohmann::json draft_json(const app::Draft& draft);
[[nodiscard]] nlohmann::json offers_json(const std::vector<plays::Offer>& offers);
[[nodiscard]] nlohmann::json needs_json(const std::vector<app::NeedView>& needs, const std::vector<app::NoticedView>& noticed);
[[nodiscard]] nlohmann::json introduction_json(const app::IntroductionView& one);
[[nodiscard]] nlohmann::json market_json(const app::MarketView& market);
[[nodiscard]] nlohmann::json let_go_json(const app::LetGoView& proposals);
[[nodiscard]] nlohmann::json piece_json(const app::PieceView& piece);
[[nodiscard]] nlohmann::json pieces_added_json(const app::PiecesView& added);
[[nodiscard]] nlohmann::json audience_json(const app::AudienceView& audience);
[[nodiscard]] nlohmann::json letters_json(const std::vector<app::PieceLetter>& letters);
[[nodiscard]] nlohmann::json asks_json(const std::vector<app::AskView>& asks);
[[nodiscard]] nlohmann::json trip_json(const app::TripView& trip);
[[nodiscard]] nlohmann::json towns_json(const std::vector<app::TownView>& towns);
[[nodiscard]] nlohmann::json slots_json(const app::SlotsView& slots);
[[nodiscard]] nlohmann::json invitations_json(const std::vector<app::InvitationView>& invitations);
[[nodiscard]] nlohmann::json brief_json(const app::BriefView& brief);
[[nodiscard]] nlohmann::json favours_json(const app::FavoursView& favours);
[[nodiscard]] nlohmann::json path_json(const app::PathView& path);
[[nodiscard]] nlohmann::json communities_json(const std::vector<app::CircleView>& circles);
[[nodiscard]] nlohmann::json cohesion_json(const app::CohesionChange& change);

/// {"done": …}, as a document.
[[nodiscard]] std::string done_document(const std::string& text);
/// One document with a line break at its end; text that is not UTF-8 is repaired, never thrown at.
[[nodiscard]] std::string dump(const nlohmann::json& json);

}  // namespace wire
