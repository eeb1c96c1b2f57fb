#pragma once

#include <Poco/Net/HTTPRequestHandlerFactory.h>
#include <Poco/Net/HTTPServerConnection.h>
#include <Poco/Net/HTTPServerParams.h>
#include <Poco/Net/TCPServerConnectionFactory.h>

#include "faces/http/server.h"

namespace faces::http {

/// One connection, and the requests that come by it one after another. In the place of Poco's own,
/// which gives no answer to a head that it cannot read.
class Connection : public Poco::Net::HTTPServerConnection {
 public:
  Connection(const Poco::Net::StreamSocket& socket, Poco::Net::HTTPServerParams::Ptr params,
             Poco::Net::HTTPRequestHandlerFactory::Ptr ending, Server& server)
      : HTTPServerConnection(socket, params, ending), params_(params), server_(server) {}
  void run();  // Of Poco::Runnable.

 private:
  /// False: it was the last one.
  bool answer_next(Poco::Net::HTTPServerSession& session);
  Poco::Net::HTTPServerParams::Ptr params_;
  Server& server_;
};

/// Makes connections, and ends those that there are.
class Connections : public Poco::Net::TCPServerConnectionFactory {
 public:
  Connections(Poco::Net::HTTPServerParams::Ptr params, Server& server);
  Poco::Net::TCPServerConnection* createConnection(const Poco::Net::StreamSocket& socket) override;
  void end_all();

 private:
  class Ending;
  Poco::Net::HTTPServerParams::Ptr params_;
  Poco::SharedPtr<Ending> ending_;
  Server& server_;
};

}  // namespace faces::http
