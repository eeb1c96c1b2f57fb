#include "app/share/fetch.h"

#include <curl/curl.h>
#include <fmt/format.h>

#include <memory>

#include "base/text.h"

namespace app {

namespace {

constexpr long seconds_max = 30;
constexpr long redirects_max = 5;

struct Answer {
  Fetched* fetched;
  std::size_t bytes_max;
  bool too_large = false;
};

std::size_t take_body(char* bytes, std::size_t size, std::size_t count, void* user) {
  auto& answer = *static_cast<Answer*>(user);
  if (answer.fetched->body.size() + size * count > answer.bytes_max) {
    answer.too_large = true;
    return 0;
  }
  answer.fetched->body.append(bytes, size * count);
  return size * count;
}

std::size_t take_header(char* bytes, std::size_t size, std::size_t count, void* user) {
  Seen& seen = static_cast<Answer*>(user)->fetched->seen;
  const std::string_view line(bytes, size * count);
  if (base::starts_with_no_case(line, "HTTP/")) seen = {};  // Another answer, after a redirect.
  if (base::starts_with_no_case(line, "etag:")) seen.etag = base::trim(line.substr(5));
  if (base::starts_with_no_case(line, "last-modified:")) seen.modified = base::trim(line.substr(14));
  return size * count;
}

}  // namespace

bool is_web_address(std::string_view text) {
  return base::starts_with_no_case(text, "http://") || base::starts_with_no_case(text, "https://");
}

base::Result<Fetched> fetch(const std::string& url, const Seen& seen, std::size_t bytes_max) {
  static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
  const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> curl(started == CURLE_OK ? curl_easy_init() : nullptr,
                                                                 curl_easy_cleanup);
  if (!curl)
    return base::fail(base::Fault::unreadable, url, base::say("share.cannot-asked-network-library"),
                      base::say("share.try-again"));
  curl_slist* list = nullptr;
  if (!seen.etag.empty()) list = curl_slist_append(list, ("If-None-Match: " + seen.etag).c_str());
  if (!seen.modified.empty()) list = curl_slist_append(list, ("If-Modified-Since: " + seen.modified).c_str());
  const std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> headers(list, curl_slist_free_all);

  Fetched fetched;
  Answer answer{&fetched, bytes_max};
  curl_easy_setopt(curl.get(), CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl.get(), CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(curl.get(), CURLOPT_FOLLOWLOCATION, 1L);
  curl_easy_setopt(curl.get(), CURLOPT_MAXREDIRS, redirects_max);
  curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT, seconds_max);
  curl_easy_setopt(curl.get(), CURLOPT_ACCEPT_ENCODING, "");
  curl_easy_setopt(curl.get(), CURLOPT_USERAGENT, "wellmet");
  curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, headers.get());
  curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, take_body);
  curl_easy_setopt(curl.get(), CURLOPT_WRITEDATA, &answer);
  curl_easy_setopt(curl.get(), CURLOPT_HEADERFUNCTION, take_header);
  curl_easy_setopt(curl.get(), CURLOPT_HEADERDATA, &answer);
  const CURLcode code = curl_easy_perform(curl.get());
  if (answer.too_large) {
    return base::fail(base::Fault::unreadable, url, base::say("share.sends-more-mb-which", {{"bytes_max", bytes_max >> 20U}}),
                      base::say("share.give-address-rss-atom"));
  }
  if (code != CURLE_OK) {
    return base::fail(base::Fault::unreadable, url, base::say("share.cannot-fetched", {{"code", curl_easy_strerror(code)}}),
                      base::say("share.look-address-network-save"));
  }
  long status = 0;
  curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
  fetched.unchanged = status == 304;
  if (!fetched.unchanged && status != 200) {
    return base::fail(base::Fault::unreadable, url, base::say("share.server-answered", {{"status", status}}),
                      base::say("share.open-address-browser-see"));
  }
  return fetched;
}

}  // namespace app
