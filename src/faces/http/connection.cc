#include "faces/http/connection.h"

#include <Poco/Exception.h>
#include <Poco/Net/HTTPServerRequestImpl.h>
#include <Poco/Net/HTTPServerResponseImpl.h>
#include <Poco/Net/HTTPServerSession.h>
#include <Poco/Net/NetException.h>
#include <Poco/Timestamp.h>

#include <memory>
#include <ostream>

#include "base/text.h"

namespace faces::http {

namespace {

/// The last answer of a connection, in a response of its own: the one at hand may belong to a
/// request that is gone.
void send_last(Poco::Net::HTTPServerSession& session, const Reply& reply) {
  Poco::Net::HTTPServerResponseImpl response(session);
  response.setVersion(Poco::Net::HTTPMessage::HTTP_1_1);
  response.setStatusAndReason(static_cast<Poco::Net::HTTPResponse::HTTPStatus>(reply.status));
  response.setContentType(reply.type);
  response.setKeepAlive(false);
  response.setContentLength64(static_cast<Poco::Int64>(reply.body.size()));
  response.send() << reply.body << std::flush;  // sendBuffer leaves the body out where there is no request.
}

Reply unreadable() { return problem_reply(400, base::say("http.headers-unreadable"), base::say("http.as-rfc")); }

Reply fault(const std::string& what) {
  return problem_reply(500, base::say("http.own-fault", {{"what", base::printable(what)}}), base::say("http.own-fault-help"));
}

}  // namespace

void Connection::run() {
  Poco::Net::HTTPServerSession session(socket(), params_);
  try {
    while (session.hasMoreRequests() && answer_next(session)) {
    }
  } catch (const Poco::Exception&) {
    // The connection is gone, and with it whom one could tell.
  }
}

bool Connection::answer_next(Poco::Net::HTTPServerSession& session) {
  bool answered = false;
  try {
    Poco::Net::HTTPServerResponseImpl response(session);
    try {
      Poco::Net::HTTPServerRequestImpl request(response, session, params_.get());
      response.setDate(Poco::Timestamp());
      response.setVersion(request.getVersion());
      response.setKeepAlive(request.getKeepAlive() && session.canKeepAlive());
      server_.answer(request, response);
      session.setKeepAlive(response.getKeepAlive());
      return response.getKeepAlive();
    } catch (...) {
      answered = response.sent();
      throw;
    }
  } catch (const Poco::Net::NoMessageException&) {
    // Whoever was there has gone.
  } catch (const Poco::Net::MessageException&) {
    if (!answered) send_last(session, unreadable());
  } catch (const Poco::SyntaxException&) {
    if (!answered) send_last(session, unreadable());  // A length that is not a number.
  } catch (const Poco::Exception& error) {
    if (!answered && session.networkException() == nullptr) send_last(session, fault(error.displayText()));
  } catch (const std::exception& error) {
    if (!answered) send_last(session, fault(error.what()));
  }
  return false;
}

/// Poco tells connections by the factory of their handlers that the server ends; of handlers there
/// are none.
class Connections::Ending : public Poco::Net::HTTPRequestHandlerFactory {
 public:
  Poco::Net::HTTPRequestHandler* createRequestHandler(const Poco::Net::HTTPServerRequest&) override { return nullptr; }
  void end_all() { serverStopped(this, true); }
};

Connections::Connections(Poco::Net::HTTPServerParams::Ptr params, Server& server)
    : params_(std::move(params)), ending_(Poco::makeShared<Ending>()), server_(server) {}

Poco::Net::TCPServerConnection* Connections::createConnection(const Poco::Net::StreamSocket& socket) {
  return std::make_unique<Connection>(socket, params_, ending_, server_).release();  // Poco deletes it.
}

void Connections::end_all() { ending_->end_all(); }

}  // namespace faces::http
