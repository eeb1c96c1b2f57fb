#include "faces/http/body.h"

#include <Poco/String.h>

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "base/try.h"

namespace faces::http {

namespace {

/// Of what nobody reads, this much is taken in.
constexpr std::uint64_t forgotten_max = std::uint64_t{64} << 20U;
/// Of a length: more are no number of bytes.
constexpr std::size_t digits_max = 18;
constexpr std::size_t part_bytes = std::size_t{1} << 18U;

/// The characters that a header's name is of: RFC 9110, 5.6.2.
bool is_token(std::string_view name) {
  constexpr std::string_view signs = "!#$%&'*+-.^_`|~";
  return !name.empty() && std::all_of(name.begin(), name.end(), [&](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || signs.find(c) != std::string_view::npos;
  });
}

std::optional<std::uint64_t> length_of(std::string_view text) {
  if (text.empty() || text.size() > digits_max) return std::nullopt;
  std::uint64_t n = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    n = 10 * n + static_cast<std::uint64_t>(c - '0');
  }
  return n;
}

base::Result<std::uint64_t> no_room(base::Problem problem, const std::string& name) {
  problem.fault = base::Fault::full;
  problem.where = name;
  problem.what = base::say("http.cannot-kept", {{"why", problem.what}});
  problem.hint = base::say("http.make-room");
  return base::fail(std::move(problem));
}

}  // namespace

// Poco takes the first of several lengths, "+5" and "1,000" for lengths, and any coding but
// "chunked" for none.
Framing framing_of(const Poco::Net::NameValueCollection& head) {
  Framing framing;
  int lengths = 0, codings = 0;
  for (const auto& [name, value] : head) {
    framing.plain = framing.plain && is_token(name);
    if (Poco::icompare(name, "Content-Length") == 0) {
      const auto length = length_of(value);
      framing.bytes = length.value_or(0);
      framing.plain = framing.plain && length && ++lengths == 1;
    } else if (Poco::icompare(name, "Transfer-Encoding") == 0) {
      framing.chunked = true;
      framing.plain = framing.plain && Poco::icompare(value, "chunked") == 0 && ++codings == 1;
    }
  }
  framing.plain = framing.plain && (lengths == 0 || codings == 0);
  return framing;
}

Body::Body(Poco::Net::HTTPServerRequest& request, Poco::Net::HTTPServerResponse& response)
    : request_(request),
      response_(response),
      framing_(framing_of(request)),
      keep_(response.getKeepAlive()),
      awaited_(request.getExpectContinue()),
      ended_(!framing_.chunked && framing_.bytes == 0) {
  if (!framing_.plain || !ended_) response_.setKeepAlive(false);
}

Body::~Body() {
  // Whoever waits to be told to go on has not sent it, and of a head that is not plain nobody knows
  // what follows.
  if (awaited_ || !framing_.plain) return;
  std::vector<char> part(ended_ ? 0 : part_bytes);
  while (!ended_ && got_ < forgotten_max) next(part.data(), part.size());
}

std::size_t Body::next(char* into, std::size_t size) {
  if (ended_) return 0;
  if (awaited_) response_.sendContinue();
  awaited_ = false;
  const std::uint64_t wanted = framing_.chunked ? size : std::min<std::uint64_t>(size, framing_.bytes - got_);
  std::istream& in = request_.stream();
  in.read(into, static_cast<std::streamsize>(wanted));
  const auto got = static_cast<std::size_t>(in.gcount());
  got_ += got;
  ended_ = got == 0 || (!framing_.chunked && got_ == framing_.bytes);
  // Chunks may have ended because what came was not a chunk: that connection is not kept.
  if (is_whole() && !framing_.chunked && !response_.sent()) response_.setKeepAlive(keep_);
  return got;
}

base::Result<std::string> Body::read(std::size_t most) {
  if (framing_.bytes > most) return base::fail(base::Fault::full, {}, base::say("http.body-too-large"));
  std::string body;
  std::vector<char> part(ended_ ? 0 : std::min(part_bytes, framing_.chunked ? part_bytes : framing_.bytes));
  while (const std::size_t got = next(part.data(), part.size())) {
    body.append(part.data(), got);
    if (body.size() > most) return base::fail(base::Fault::full, {}, base::say("http.body-too-large"));
  }
  if (!is_whole())
    return base::fail(base::Fault::bad_input, {}, base::say("http.body-did-not-arrive"), base::say("http.send-again"));
  return body;
}

base::Result<std::uint64_t> Body::receive(const app::Scratch& folder, const std::string& file, const std::string& name) {
  const auto to = folder.file(file);
  if (!to) return no_room(to.error(), name);
  std::vector<char> part(part_bytes);
  while ((*to)->out()) {
    const std::size_t got = next(part.data(), part.size());
    if (got == 0) break;
    (*to)->out().write(part.data(), static_cast<std::streamsize>(got));
  }
  if ((*to)->out() && !is_whole())
    return base::fail(base::Fault::bad_input, name, base::say("http.did-not-arrive-whole"), base::say("http.send-again"));
  const auto kept = (*to)->keep();
  if (!kept) return no_room(kept.error(), name);
  return got_;
}

}  // namespace faces::http
