#pragma once

/// Share: what the owner published, whom it serves, letters with it, and what came back. Pieces go by their number.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/help/relevant.h"
#include "app/letters.h"
#include "app/person.h"

namespace app {

/// What came back of one letter with a piece.
struct SentView {
  PersonView person;
  base::Day on{};
  std::optional<base::Day> replied;
  std::optional<base::Day> engaged;
  standing::Rung before = standing::Rung::listed;  ///< On the day before.
};

struct PieceView {
  plays::Piece piece;
  std::vector<SentView> sent;
  std::size_t replied = 0, engaged = 0, moved_up = 0;
};

/// Whom a piece would serve.
struct AudienceView {
  plays::Piece piece;
  std::vector<RelevantView> people;  ///< The best first.
  std::size_t of = 0;                ///< How many it would serve in all.
  std::size_t resting = 0;           ///< Who would come before the last of these, but got something of late.
};

/// A letter with a piece in it.
struct PieceLetter {
  PersonView person;
  Draft draft;
  std::string file;  ///< As a mail program reads it (RFC 5322).
  std::string link;  ///< mailto:
};

/// What an address, file or folder brought.
struct PiecesView {
  std::vector<plays::Piece> added;
  std::size_t known = 0;
  std::size_t older = 0;     ///< More than are taken at once.
  std::size_t wordless = 0;  ///< Nothing in them tells what they are about.
  bool unchanged = false;    ///< So said the server.
};

struct PieceWords {
  std::string title, link, text;
};
[[nodiscard]] base::Result<PiecesView> add_piece(Session& session, const PieceWords& words);
/// From a feed's address or file, LinkedIn's Shares.csv, a Markdown file, or a folder of them.
[[nodiscard]] base::Result<PiecesView> add_pieces(Session& session, const std::string& from);
/// From every feed on the web that brought a piece before.
[[nodiscard]] base::Result<PiecesView> fetch_pieces(Session& session);
[[nodiscard]] base::Result<std::vector<PieceView>> pieces(Session& session);
[[nodiscard]] base::Result<PieceView> piece(Session& session, std::uint32_t number);
[[nodiscard]] base::Result<base::Message> drop_piece(Session& session, std::uint32_t number);

[[nodiscard]] base::Result<AudienceView> audience(Session& session, std::uint32_t number, std::size_t limit);
/// The letter to one of them. Nothing is noted.
[[nodiscard]] base::Result<Draft> piece_letter(Session& session, std::uint32_t number, std::string_view person);
/// The same of a piece at hand, as the owner's form has it.
[[nodiscard]] base::Result<Draft> piece_draft(Session& session, const plays::Piece& piece, const PersonView& person,
                                              const plays::Commitments& now);
/// Letters for these, and a note in the ledger that they went out.
[[nodiscard]] base::Result<std::vector<PieceLetter>> share(Session& session, std::uint32_t number,
                                                           const std::vector<std::string>& persons);
/// That the piece went out, where a step is done that was for a piece which they do not have yet; false for other steps.
[[nodiscard]] base::Result<bool> note_step_sent(Session& session, std::string_view topic, const PersonView& person,
                                                Saying& saying);

/// How letters with pieces go: "Subject: {{title}}", an empty line, the text.
[[nodiscard]] base::Result<std::string> letter_form(Session& session);
[[nodiscard]] base::Result<base::Message> set_letter_form(Session& session, std::string_view text);
/// What the owner is known for.
[[nodiscard]] base::Result<base::Message> set_topics(Session& session, std::string_view text);

}  // namespace app
