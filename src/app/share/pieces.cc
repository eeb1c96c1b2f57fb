// What the owner published: from feeds, files and by hand.

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "app/letters.h"
#include "app/share/fetch.h"
#include "app/share/share.h"
#include "base/clean.h"
#include "base/text.h"
#include "base/try.h"
#include "formats/csv.h"
#include "formats/feed.h"
#include "plays/words.h"

namespace app {

namespace {

namespace fs = std::filesystem;

// Docs: docs/plays.md#share.
constexpr std::size_t pieces_at_once_max = 20;
constexpr std::size_t title_bytes_max = 200;
constexpr std::size_t link_bytes_max = 300;
constexpr std::size_t source_bytes_max = 200;
constexpr std::size_t words_bytes_max = 1'000;
constexpr std::size_t topics_bytes_max = 400;

base::Result<std::string> whole(const std::string& path) {
  TRY(bytes, formats::open_file(path));
  return formats::read_head(*bytes, formats::feed_bytes_max + 1);
}

/// LinkedIn's Shares.csv: Date, ShareLink, ShareCommentary, SharedUrl, ….
std::optional<std::vector<formats::Entry>> read_shares(const std::string& text) {
  const auto bytes = formats::bytes_of(text);
  formats::CsvReader reader(*bytes);
  formats::CsvRow row;
  std::vector<std::string> names;
  std::vector<formats::Entry> entries;
  const auto cell = [&](std::string_view name) {
    for (std::size_t i = 0; i < names.size() && i < row.cells.size(); ++i) {
      if (base::equal_no_case(names[i], name)) return std::string(base::trim(row.cells[i]));
    }
    return std::string();
  };
  for (;;) {
    const auto more = reader.next(row);
    if (!more || !*more) return names.empty() ? std::nullopt : std::optional(entries);
    if (names.empty()) {
      names.assign(row.cells.begin(), row.cells.end());
      const bool shares = std::any_of(names.begin(), names.end(),
                                      [](const std::string& one) { return base::equal_no_case(one, "ShareCommentary"); });
      if (!shares) return std::nullopt;
      continue;
    }
    const std::string words = cell("ShareCommentary");
    const std::string first(base::clip(base::split(words, '\n').front(), title_bytes_max));
    if (first.empty()) continue;
    formats::Entry entry{
        .title = first, .link = cell("ShareLink"), .text = words, .published = base::parse_iso_day(cell("Date").substr(0, 10))};
    entries.push_back(std::move(entry));
  }
}

bool is_markdown(const fs::path& path) {
  const std::string extension = base::lower_ascii(path.extension().string());
  return extension == ".md" || extension == ".markdown";
}

base::Result<formats::Entry> markdown_of(const fs::path& path) {
  TRY(text, whole(path.string()));
  formats::Entry entry = formats::read_markdown(text);
  if (entry.title.empty()) entry.title = path.stem().string();
  return entry;
}

base::Result<std::vector<formats::Entry>> entries_of(const std::string& path) {
  std::error_code error;
  if (fs::is_directory(path, error)) {
    std::vector<fs::path> files;
    for (fs::recursive_directory_iterator it(path, fs::directory_options::skip_permission_denied, error), end;
         !error && it != end; it.increment(error)) {
      if (it->is_regular_file(error) && is_markdown(it->path())) files.push_back(it->path());
    }
    std::sort(files.begin(), files.end());
    if (files.empty())
      return base::fail(base::Fault::unreadable, path, base::say("share.no-markdown-md"),
                        base::say("share.give-folder-articles"));
    std::vector<formats::Entry> entries;
    for (const fs::path& file : files) {
      TRY(entry, markdown_of(file));
      entries.push_back(std::move(entry));
    }
    return entries;
  }
  if (is_markdown(path)) {
    TRY(entry, markdown_of(path));
    return std::vector{std::move(entry)};
  }
  TRY(text, whole(path));
  if (auto shares = read_shares(text)) return std::move(*shares);
  auto feed = formats::read_feed(text);
  if (!feed) feed.error().where = path;
  return feed;
}

}  // namespace

namespace {

base::Result<PiecesView> keep_pieces(Session& session, std::vector<plays::Piece> found, const std::string& from) {
  PiecesView out;
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.published > b.published; });
  const auto same = [](const plays::Piece& a, const plays::Piece& b) {
    return a.link.empty() || b.link.empty() ? a.title == b.title && a.published == b.published : a.link == b.link;
  };
  const auto kept = change(session, "piece", [&](Saying& saying) -> base::Result<base::Message> {
    TRY(now, commitments(session));
    for (plays::Piece& piece : found) {
      const auto is_same = [&](const plays::Piece& one) { return same(one, piece); };
      if (std::any_of(now.pieces.begin(), now.pieces.end(), is_same) ||
          std::any_of(out.added.begin(), out.added.end(), is_same)) {
        ++out.known;
      } else if (plays::telling_words(piece.words).empty()) {
        ++out.wordless;
      } else if (out.added.size() == pieces_at_once_max) {
        ++out.older;
      } else {
        out.added.push_back(std::move(piece));
      }
    }
    if (out.added.empty()) return base::fail(base::Fault::unchanged, {}, base::say("share.nothing-new-published"));
    std::reverse(out.added.begin(), out.added.end());  // The newest has the highest number.
    for (plays::Piece& piece : out.added) {
      piece.number = saying.decide(ledger::Piece{piece.title, piece.link, piece.source, piece.words, piece.published}, {}).value;
    }
    return out.added.size() == 1 ? base::say("share.published", {{"title", base::printable(out.added[0].title, 80)}})
                                 : base::say("share.pieces", {{"added", out.added.size()}, {"from", base::printable(from, 80)}});
  });
  if (!kept && kept.error().fault != base::Fault::unchanged) return base::fail(kept.error());
  return out;
}

}  // namespace

base::Result<PiecesView> add_piece(Session& session, const PieceWords& words) {
  plays::Piece piece{.number = 0,
                     .title = base::cleaned(words.title, title_bytes_max),
                     .link = base::cleaned(words.link),
                     .source = {},
                     .words = plays::gist(words.title, words.text, words_bytes_max),
                     .published = session.today()};
  if (!piece.link.empty() && (!is_web_address(piece.link) || piece.link.size() > link_bytes_max ||
                              piece.link.find_first_of(" \n") != std::string::npos)) {
    return base::fail(base::Fault::usage, {}, base::say("share.no-address-link", {{"link", base::printable(piece.link, 60)}}),
                      base::say("share.give-begins-https-most"));
  }
  if (piece.words.empty())
    return base::fail(base::Fault::usage, {}, base::say("share.nothing-tells-what-piece"),
                      base::say("share.add-some-text-wellmet"));
  return keep_pieces(session, {std::move(piece)}, "you");
}

base::Result<PiecesView> add_pieces(Session& session, const std::string& from) {
  std::string text;
  Seen seen;
  const bool web = is_web_address(from);
  const std::string memory = "feed " + from;
  if (web) {
    // What was taken back, or never came, has to be sent again.
    TRY(now, commitments(session));
    const bool known =
        std::any_of(now.pieces.begin(), now.pieces.end(), [&](const plays::Piece& one) { return one.source == from; });
    if (known) {
      TRY(kept, session.pictures().recall(memory));
      const auto lines = base::split(kept, '\n');
      if (lines.size() == 2) seen = {std::string(lines[0]), std::string(lines[1])};
    }
    TRY(fetched, fetch(from, seen, formats::feed_bytes_max));
    if (fetched.unchanged) {
      PiecesView out;
      out.unchanged = true;
      return out;
    }
    text = std::move(fetched.body);
    seen = std::move(fetched.seen);
  }
  auto entries = web ? formats::read_feed(text) : entries_of(from);
  if (!entries) {
    if (entries.error().where.empty()) entries.error().where = from;
    return base::fail(entries.error());
  }
  std::vector<plays::Piece> found;
  for (const formats::Entry& entry : *entries) {
    const std::string link =
        entry.link.size() <= link_bytes_max && is_web_address(entry.link) ? base::cleaned(entry.link, link_bytes_max) : "";
    found.push_back({.number = 0,
                     .title = base::cleaned(entry.title, title_bytes_max),
                     .link = link,
                     .source = base::cleaned(from, source_bytes_max),
                     .words = plays::gist(entry.title, entry.text, words_bytes_max),
                     .published = entry.published.value_or(session.today())});
  }
  TRY(out, keep_pieces(session, std::move(found), from));
  if (web) CHECK(session.pictures().remember(memory, seen.etag + "\n" + seen.modified));
  return out;
}

base::Result<PiecesView> fetch_pieces(Session& session) {
  TRY(now, commitments(session));
  std::vector<std::string> feeds;
  for (const plays::Piece& one : now.pieces) {
    if (is_web_address(one.source) && std::find(feeds.begin(), feeds.end(), one.source) == feeds.end())
      feeds.push_back(one.source);
  }
  if (feeds.empty())
    return base::fail(base::Fault::not_found, {}, base::say("share.no-piece-came-feed"),
                      base::say("share.wellmet-piece-add-https"));
  PiecesView out;
  out.unchanged = true;
  for (const std::string& feed : feeds) {
    TRY(one, add_pieces(session, feed));
    std::move(one.added.begin(), one.added.end(), std::back_inserter(out.added));
    out.known += one.known;
    out.older += one.older;
    out.wordless += one.wordless;
    out.unchanged = out.unchanged && one.unchanged;
  }
  return out;
}

base::Result<base::Message> drop_piece(Session& session, std::uint32_t number) {
  return change(session, "piece", [&](Saying& saying) -> base::Result<base::Message> {
    TRY(found, piece(session, number));
    saying.decide(ledger::PieceDropped{{number}}, {});
    return base::say("share.no-longer", {{"title", base::printable(found.piece.title, 80)}});
  });
}

base::Result<base::Message> set_topics(Session& session, std::string_view text) {
  const std::string topics = base::cleaned(text, topics_bytes_max);
  return change(session, "me", [&](Saying& saying) -> base::Result<base::Message> {
    saying.decide(ledger::Topics{topics}, {});
    return topics.empty() ? base::say("share.known-nothing-particular")
                          : base::say("share.known", {{"topics", base::printable(topics)}});
  });
}

}  // namespace app
