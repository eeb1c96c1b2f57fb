#pragma once

/// The ledger of one owner, in an SQLite file.

#include <functional>
#include <memory>
#include <unordered_map>
#include <unordered_set>

#include "ledger/engine.h"
#include "store/database.h"

namespace store {

class SqliteLedger : public ledger::Ledger {
 public:
  /// The tables are there: migrations.h.
  explicit SqliteLedger(Database& database) : database_(database) {}

  base::Result<std::unique_ptr<ledger::Transaction>> begin() override;
  base::Result<ledger::Book> read() override;
  base::Result<ledger::Mark> mark() override;
  base::Result<std::int64_t> head() override;
  base::Result<std::optional<ledger::News>> since(const ledger::Mark& mark) override;
  base::Result<std::vector<ledger::Change>> changes() override;
  base::Result<std::vector<ledger::FileAccount>> files(ledger::ChangeId change) override;
  base::Result<std::vector<ledger::Ruling>> rulings(const WantedRuling& wanted = {}) override;
  base::Result<ledger::SomeRows> rows_of(std::span<const ledger::IdentityId> whose, std::span<const ledger::RowId> more) override;
  base::Result<ledger::SomeRows> one_row(ledger::RowId row) override;
  base::Result<std::vector<ledger::ShownClaim>> claims_of(std::span<const ledger::IdentityId> whose) override;
  base::Result<void> each_title(ledger::RowId last, const EachTitle& each) override;
  base::Result<std::optional<ledger::IdentityId>> identity(const ledger::Handle& handle) override;
  base::Result<std::optional<ledger::Handle>> handle(ledger::IdentityId identity) override;
  base::Result<std::vector<ledger::Handle>> handles() override;
  base::Result<void> each_evidence(const std::function<bool(const ledger::Evidence&)>& each) override;

 private:
  [[nodiscard]] base::Result<std::unordered_set<std::uint32_t>> dead_changes();
  [[nodiscard]] base::Result<std::unordered_set<std::uint32_t>> superseded();
  [[nodiscard]] base::Result<std::unordered_map<std::int64_t, std::int64_t>> stamps();
  /// Live rulings with the change that they came with, in the order in which they count.
  using EachRuling = std::function<void(std::uint32_t change, ledger::Ruling ruling)>;
  using WantedChange = std::function<bool(std::uint32_t change)>;
  [[nodiscard]] base::Result<void> read_rulings(const WantedChange& change, const WantedRuling& wanted, const EachRuling& each);
  [[nodiscard]] base::Problem unreadable(const std::string& what) const;

  Database& database_;
};

}  // namespace store
