#include "formats/feed.h"

#include <cmark.h>
#include <fmt/format.h>

#include <cstdlib>
#include <memory>
#include <pugixml.hpp>

#include "base/clean.h"
#include "base/text.h"
#include "formats/mail_words.h"
#include "formats/xml_pull.h"

namespace formats {

namespace {

/// The name without its prefix: "dc:date" is date.
std::string_view local(std::string_view name) { return name.substr(name.find(':') + 1); }

/// Elements within (Atom's type="xhtml") as their text, down to where no page goes.
std::string text_of(const pugi::xml_node& node, int depth_left = 50) {
  std::string out;
  for (const pugi::xml_node& part : node.children()) {
    if (part.type() == pugi::node_pcdata || part.type() == pugi::node_cdata) out += part.value();
    if (part.type() == pugi::node_element && depth_left > 0) out += " " + text_of(part, depth_left - 1) + " ";
  }
  return out;
}

/// RSS has mail dates, Atom and Dublin Core ISO 8601.
std::optional<base::Day> day_of(std::string_view text) {
  text = base::trim(text);
  if (const auto day = base::parse_iso_day(text.substr(0, 10))) return day;
  if (const auto at = mail_date(text)) return base::day_of(*at);
  return std::nullopt;
}

std::string link_of(const pugi::xml_node& node) {
  const std::string_view href = node.attribute("href").value();
  if (href.empty()) return std::string(base::trim(text_of(node)));
  const std::string_view rel = node.attribute("rel").value();
  return rel.empty() || rel == "alternate" ? std::string(base::trim(href)) : std::string();
}

Entry entry_of(const pugi::xml_node& item) {
  Entry entry;
  std::string summary, updated;
  for (const pugi::xml_node& part : item.children()) {
    const std::string_view name = local(part.name());
    if (name == "title" && entry.title.empty()) entry.title = plain_text(text_of(part));
    if (name == "link" && entry.link.empty()) entry.link = link_of(part);
    if (name == "guid" && entry.link.empty() && std::string_view(part.attribute("isPermaLink").value()) != "false") {
      if (const std::string id = text_of(part); base::starts_with_no_case(id, "http")) entry.link = id;
    }
    // "content:encoded" and Atom's content are the whole; description and summary its front.
    if (name == "encoded" || name == "content") entry.text = plain_text(text_of(part));
    if (name == "description" || name == "summary") summary = plain_text(text_of(part));
    if ((name == "pubDate" || name == "published" || name == "date") && !entry.published) entry.published = day_of(text_of(part));
    if (name == "updated") updated = text_of(part);
  }
  if (entry.text.empty()) entry.text = std::move(summary);
  if (!entry.published && !updated.empty()) entry.published = day_of(updated);
  return entry;
}

base::Problem no_feed(base::Message what) {
  return {base::Fault::unreadable, {}, std::move(what), base::say("formats.give-address-file-rss")};
}

struct FreeNode {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};

/// A line of front matter: `key: value`, the value perhaps in quotes.
std::string value_of(std::string_view line, std::string_view key) {
  if (!base::starts_with_no_case(line, key) || line.substr(key.size()).substr(0, 1) != ":") return "";
  std::string_view value = base::trim(line.substr(key.size() + 1));
  if (value.size() >= 2 && (value.front() == '"' || value.front() == '\'') && value.back() == value.front()) {
    value = value.substr(1, value.size() - 2);
  }
  return std::string(value);
}

/// Reads the block between two lines of ---, and gives what comes after it.
std::string_view read_front_matter(std::string_view text, Entry& entry) {
  if (text.substr(0, 4) != "---\n" && text.substr(0, 5) != "---\r\n") return text;
  const std::size_t end = text.find("\n---", 3);
  if (end == std::string_view::npos) return text;
  for (const std::string_view line : base::split(text.substr(0, end), '\n')) {
    if (const std::string title = value_of(line, "title"); !title.empty()) entry.title = base::cleaned(title);
    if (const std::string date = value_of(line, "date"); !date.empty()) entry.published = day_of(date);
    for (const std::string_view key : {"link", "url", "canonical_url"}) {
      if (std::string link = value_of(line, key); !link.empty()) entry.link = std::move(link);
    }
  }
  const std::size_t next = text.find('\n', end + 4);
  return next == std::string_view::npos ? std::string_view() : text.substr(next + 1);
}

}  // namespace

std::string plain_text(std::string_view html) {
  std::string out;
  for (std::size_t at = 0; at < html.size();) {
    if (html[at] != '<') {
      out += html[at++];
      continue;
    }
    const std::size_t end = html.find('>', at);
    if (end == std::string_view::npos) {  // "a < b", and no tag.
      out += html.substr(at);
      break;
    }
    out += ' ';
    at = end + 1;
  }
  return base::cleaned(xml_text(out));
}

base::Result<std::vector<Entry>> read_feed(std::string_view bytes) {
  if (bytes.size() > feed_bytes_max) {
    return base::fail(no_feed(base::say("formats.more-mb-which-no", {{"feed_bytes_max", feed_bytes_max >> 20U}})));
  }
  std::string_view front = bytes.substr(0, 1'000);
  if (front.substr(0, 3) == "\xEF\xBB\xBF") front.remove_prefix(3);
  // UTF-16 begins with its own mark or a NUL.
  if (const std::string_view text = base::trim(front);
      !text.empty() && text.front() > ' ' && text.front() < '\x7f' && text.front() != '<') {
    return base::fail(no_feed(base::say("formats.no-xml")));
  }
  pugi::xml_document document;
  const pugi::xml_parse_result read = document.load_buffer(bytes.data(), bytes.size());
  if (!read) return base::fail(no_feed(base::say("formats.no-xml-byte", {{"offset", read.offset}})));
  const pugi::xml_node root = document.document_element();
  const std::string_view name = local(root.name());
  if (name != "rss" && name != "feed" && name != "RDF") {
    return base::fail(no_feed(base::say("formats.xml-but-no-feed", {{"root", base::printable(root.name(), 40)}})));
  }
  // RSS 2.0 keeps its items in the channel, RSS 1.0 beside it, Atom in the root.
  std::vector<Entry> entries;
  for (const pugi::xml_node& holder : {root, root.child("channel")}) {
    for (const pugi::xml_node& item : holder.children()) {
      if (local(item.name()) != "item" && local(item.name()) != "entry") continue;
      Entry entry = entry_of(item);
      if (entry.title.empty()) entry.title = base::clip(entry.text, 80);
      if (!entry.title.empty()) entries.push_back(std::move(entry));
    }
  }
  return entries;
}

Entry read_markdown(std::string_view text) {
  Entry entry;
  if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
  const std::string clean = base::to_utf8(text);
  const std::string_view body = read_front_matter(clean, entry);
  const std::unique_ptr<cmark_node, FreeNode> root(cmark_parse_document(body.data(), body.size(), CMARK_OPT_DEFAULT));
  const std::unique_ptr<cmark_iter, decltype(&cmark_iter_free)> walk(cmark_iter_new(root.get()), cmark_iter_free);
  std::string heading;
  bool in_heading = false, had_heading = false;
  for (cmark_event_type event = cmark_iter_next(walk.get()); event != CMARK_EVENT_DONE; event = cmark_iter_next(walk.get())) {
    cmark_node* node = cmark_iter_get_node(walk.get());
    const cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_HEADING) {
      in_heading = event == CMARK_EVENT_ENTER && !had_heading;
      had_heading = had_heading || event == CMARK_EVENT_EXIT;
    }
    if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE) {
      std::string& to = in_heading ? heading : entry.text;
      to += cmark_node_get_literal(node);
    } else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK || type == CMARK_NODE_PARAGRAPH ||
               type == CMARK_NODE_HEADING) {
      entry.text += ' ';
    }
  }
  if (entry.title.empty()) entry.title = base::cleaned(heading);
  entry.text = base::cleaned(entry.text);
  return entry;
}

}  // namespace formats
