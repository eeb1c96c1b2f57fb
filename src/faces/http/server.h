#pragma once

#include <Poco/Net/HTTPServerRequest.h>
#include <Poco/Net/HTTPServerResponse.h>

#include <atomic>
#include <memory>
#include <mutex>
#include <set>
#include <string>

#include "faces/http/body.h"
#include "faces/http/http.h"
#include "faces/http/imports.h"
#include "faces/http/kept.h"
#include "faces/http/routes.h"
#include "faces/http/sessions.h"
#include "faces/http/workers.h"

namespace faces::http {

/// Answers one request after another, many at a time: who may ask is told first, then what was asked.
class Server {
 public:
  Server(Options options, std::unique_ptr<Sessions> sessions, int port);
  void answer(Poco::Net::HTTPServerRequest& request, Poco::Net::HTTPServerResponse& response);
  /// Ends what would go on for ever.
  void stop() { stopping_ = true; }

 private:
  using In = Poco::Net::HTTPServerRequest;
  using Out = Poco::Net::HTTPServerResponse;

  [[nodiscard]] bool is_our_name(std::string_view host) const;
  [[nodiscard]] base::Result<std::optional<Session>> who(const In& request, const Request& asked);
  /// Nothing where it may go on; else why not.
  [[nodiscard]] std::optional<Reply> refused(const In& request) const;

  void enter(const std::string& link, const In& request, Out& response);
  void page(const In& request, const std::string& path, Out& response);
  void api(In& request, Request asked, Body& body, Out& response);
  /// What no route answers: `session` is of whoever asks.
  void own(In& request, Request& asked, const Session& session, Body& body, Out& response);
  void sign_in(const Request& asked, const std::optional<Session>& session, const In& in, Out& response);
  void sessions(const Request& asked, const Session& session, const In& in, Out& response);
  void ticket(const Request& asked, const Session& session, const In& in, Out& response);
  void demo(const Request& asked, const In& in, Out& response);
  void restore(const In& request, Body& body, Out& response);
  void imports(const In& request, const Request& asked, Body& body, Out& response);
  [[nodiscard]] bool is_let_in(const In& request, const Request& asked);
  void progress(const std::string& id, const In& in, const Request& asked, Out& response);
  void changes(const In& in, const Request& asked, Out& response);
  [[nodiscard]] std::shared_ptr<const Reply> run(const Route& route, Request& asked, const In& request, Out& response);
  void send(const Reply& reply, const In& request, Out& response);
  /// The path takes other methods: these.
  void not_so(const std::string& methods, const In& request, Out& response);
  void send_cookie(const std::string& value, std::int64_t seconds, Out& response) const;

  Options options_;
  std::unique_ptr<Sessions> sessions_;
  std::set<std::string, std::less<>> names_;  ///< By which it may be asked, with and without the port.
  Workers workers_;
  Imports imports_;
  Kept kept_;
  std::atomic<bool> stopping_ = false;
  std::mutex demo_mutex_;               ///< Which data file is shown, and whose it is.
  std::unique_ptr<app::Scratch> demo_;  ///< Where the invented life lies while it is looked at.
  std::atomic<bool> invented_ = false;  ///< It is being looked at.
  std::atomic<unsigned> age_;           ///< Another one with each data file, and each start.
};

}  // namespace faces::http
