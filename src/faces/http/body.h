#pragma once

/// Where one request ends and the next begins. What is left of a body would be taken for the head
/// of the next request, which behind a proxy may be somebody else's: so whatever announces a body
/// closes the connection, unless all of it was read; and a head that does not say plainly where its
/// body ends is not answered to.

#include <Poco/Net/HTTPServerRequest.h>
#include <Poco/Net/HTTPServerResponse.h>

#include <cstdint>
#include <optional>
#include <string>

#include "app/vault.h"
#include "base/result.h"

namespace faces::http {

/// What a head announces.
struct Framing {
  bool plain = true;  ///< It can be read in one way only (RFC 9112, 6).
  bool chunked = false;
  std::uint64_t bytes = 0;  ///< Where it is not chunked.
};
[[nodiscard]] Framing framing_of(const Poco::Net::NameValueCollection& head);

/// The body of one request, for as long as it is answered. What nobody has read by then is taken
/// in, up to a point, so that whoever sends it hears the answer.
class Body {
 public:
  Body(Poco::Net::HTTPServerRequest& request, Poco::Net::HTTPServerResponse& response);
  ~Body();
  Body(const Body&) = delete;
  Body& operator=(const Body&) = delete;

  [[nodiscard]] bool is_plain() const { return framing_.plain; }
  /// No longer than `most`. Fault::full where it is longer, Fault::bad_input where it did not
  /// arrive whole.
  [[nodiscard]] base::Result<std::string> read(std::size_t most);
  /// Into `file` in `folder`; of what did not arrive whole nothing is left. Gives how many bytes
  /// there were. `name`: what a problem calls it.
  [[nodiscard]] base::Result<std::uint64_t> receive(const app::Scratch& folder, const std::string& file, const std::string& name);

 private:
  /// The next bytes of it, at most `size`; 0 at its end.
  std::size_t next(char* into, std::size_t size);
  [[nodiscard]] bool is_whole() const { return ended_ && (framing_.chunked || got_ == framing_.bytes); }

  Poco::Net::HTTPServerRequest& request_;
  Poco::Net::HTTPServerResponse& response_;
  Framing framing_;
  bool keep_;     ///< The connection could be kept for another request.
  bool awaited_;  ///< The sender waits to be told to go on.
  bool ended_ = false;
  std::uint64_t got_ = 0;
};

}  // namespace faces::http
