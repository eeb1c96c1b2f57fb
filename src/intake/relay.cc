#include "intake/relay.h"

#include <chrono>
#include <utility>

namespace intake {

namespace {

// A batch is full at so many items or texts of so many bytes.
constexpr std::size_t items_handed_over = 256;
constexpr std::size_t bytes_handed_over = std::size_t{1} << 20U;
constexpr std::size_t batches_waiting_max = 8;
constexpr std::chrono::milliseconds tick_every{100};

std::size_t text_bytes(const ledger::Printed& record) {
  std::size_t sum = 0;
  for (const ledger::Evidence& e : record.evidence) sum += e.title.size() + e.place.size() + e.thread.size() + e.reference.size();
  for (const ledger::Claim& claim : record.claims) sum += claim.value.size();
  return sum;
}

}  // namespace

void Relay::add(std::string_view what, ledger::Record record) {
  push({Item::Kind::add, std::string(what), {}, ledger::printed(std::move(record))});
}

void Relay::set_aside(std::string_view what, std::string_view reason, ledger::Record record) {
  push({Item::Kind::set_aside, std::string(what), std::string(reason), ledger::printed(std::move(record))});
}

void Relay::leave_out(std::string_view what, std::string_view reason) {
  push({Item::Kind::leave_out, std::string(what), std::string(reason), {}, {}, {}});
}

void Relay::problem(std::string_view what, base::Message where, base::Message wrong) {
  push({Item::Kind::problem, std::string(what), {}, {}, std::move(where), std::move(wrong)});
}

void Relay::remark(base::Message where, base::Message wrong) {
  push({Item::Kind::remark, {}, {}, {}, std::move(where), std::move(wrong)});
}

void Relay::claim(const ledger::Claim& claim) {
  push({Item::Kind::claim, {}, {}, ledger::printed({.evidence = {}, .claims = {claim}})});
}

void Relay::inside(const std::string& member) { push({Item::Kind::inside, member, {}, {}, {}, {}}); }

bool Relay::progress(std::size_t bytes_read) {
  const std::lock_guard lock(mutex_);
  bytes_ = bytes_read;
  return !stopped_;
}

bool Relay::stopped() {
  const std::lock_guard lock(mutex_);
  return stopped_;
}

void Relay::close() {
  std::unique_lock lock(mutex_);
  hand_over(lock);
  closed_ = true;
  changed_.notify_all();
}

void Relay::push(Item item) {
  filling_bytes_ += text_bytes(item.record);
  filling_.push_back(std::move(item));
  if (filling_.size() < items_handed_over && filling_bytes_ < bytes_handed_over) return;
  std::unique_lock lock(mutex_);
  hand_over(lock);
}

void Relay::hand_over(std::unique_lock<std::mutex>& lock) {
  changed_.wait(lock, [&] { return stopped_ || waiting_.size() < batches_waiting_max; });
  if (!stopped_) waiting_.push_back(std::move(filling_));
  filling_.clear();
  filling_.reserve(items_handed_over);
  filling_bytes_ = 0;
  changed_.notify_all();
}

void Relay::drain(const std::function<bool(Item&)>& take, const std::function<bool(std::size_t)>& tick) {
  auto ticked = std::chrono::steady_clock::now();
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait_for(lock, tick_every, [&] { return closed_ || !waiting_.empty(); });
    if (waiting_.empty() && closed_) return;
    std::vector<Item> batch;
    if (!waiting_.empty()) {
      batch = std::move(waiting_.front());
      waiting_.pop_front();
      changed_.notify_all();
    }
    const std::size_t bytes = bytes_;
    lock.unlock();
    bool more = true;
    for (std::size_t i = 0; more && i < batch.size(); ++i) more = take(batch[i]);
    if (const auto now = std::chrono::steady_clock::now(); more && now - ticked >= tick_every) {
      ticked = now;
      more = tick(bytes);
    }
    lock.lock();
    if (more) continue;
    lock.unlock();
    stop();
    lock.lock();
    changed_.wait(lock, [&] { return closed_; });
    return;
  }
}

void Relay::stop() {
  const std::lock_guard lock(mutex_);
  stopped_ = true;
  waiting_.clear();
  changed_.notify_all();
}

}  // namespace intake
