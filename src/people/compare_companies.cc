#include "people/compare_companies.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/email.h"
#include "base/text.h"
#include "people/alike.h"

namespace people {

namespace {

enum CompanyLevel : std::uint8_t { same_company = 1, near_company, other_company };

/// Shorter ones are countries and words.
constexpr std::size_t label_size_least = 3;

/// A domain of so many that is no company's is a provider's: it ties nobody.
constexpr std::size_t everybodys_least = 5;

float bits_of(std::size_t count, std::size_t total) {
  return static_cast<float>(
      std::log2(static_cast<double>(std::max<std::size_t>(total, 1)) / static_cast<double>(std::max<std::size_t>(count, 1))));
}

class OfCompany : public Comparison {
 public:
  OfCompany(const LinkColumn& companies, const LinkColumn* emails) : companies_(companies), emails_(emails) {
    for (const std::string& name : companies.values()) {
      spelled_.push_back({name, characters(name)});
      labels_.push_back(labels_of(name));
    }
    if (emails != nullptr) read_domains();
    count();
  }

  [[nodiscard]] Outcome compare(std::size_t a, std::size_t b) const override {
    const std::uint32_t x = companies_.at(a);
    const std::uint32_t y = companies_.at(b);
    if (x != 0 && x == y) return {same_company, bits_[x]};
    const std::uint32_t mail_x = emails_ == nullptr ? 0 : domain_[emails_->at(a)];
    const std::uint32_t mail_y = emails_ == nullptr ? 0 : domain_[emails_->at(b)];
    if (mail_x != 0 && mail_x == mail_y && !everybodys_[mail_x]) return {same_company, domain_bits_[mail_x]};
    const std::uint32_t at_x = label_of_domain_[mail_x];
    const std::uint32_t at_y = label_of_domain_[mail_y];
    if (is_at(x, at_y)) return {same_company, label_bits_[at_y]};
    if (is_at(y, at_x)) return {same_company, label_bits_[at_x]};
    if (at_x != 0 && at_x == at_y) return {same_company, label_bits_[at_x]};
    if (x != 0 && y != 0) {
      const bool near = (labels_[x][1] != 0 && labels_[x][1] == labels_[y][1]) || as_alike(spelled_[x], spelled_[y], .92);
      return {near ? near_company : other_company, -1};
    }
    const bool both_known = (x != 0 || at_x != 0) && (y != 0 || at_y != 0);
    return both_known ? Outcome{other_company, -1} : Outcome{};
  }
  [[nodiscard]] std::size_t levels() const override { return other_company; }
  [[nodiscard]] int effort() const override { return 2; }
  [[nodiscard]] std::string title() const override { return companies_.title(); }

 private:
  /// What a domain of "fjord analytics" would be called: "fjordanalytics" or "fjord".
  using Labels = std::array<std::uint32_t, 2>;

  std::uint32_t number_of(std::string label) {
    return numbers_.try_emplace(std::move(label), static_cast<std::uint32_t>(numbers_.size() + 1)).first->second;
  }
  Labels labels_of(const std::string& company) {
    std::string joined = company;
    std::erase(joined, ' ');
    if (joined.size() < label_size_least) return {};
    const std::string first = company.substr(0, company.find(' '));
    const std::uint32_t whole = number_of(std::move(joined));
    return {whole, first.size() < label_size_least ? whole : number_of(first)};
  }
  [[nodiscard]] bool is_at(std::uint32_t company, std::uint32_t label) const {
    return label != 0 && (labels_[company][0] == label || labels_[company][1] == label);
  }

  void read_domains() {
    std::unordered_map<std::string_view, std::uint32_t> domains;
    for (const std::string& address : emails_->values()) {
      const std::size_t at = address.rfind('@');
      if (at == std::string::npos) {
        domain_.push_back(0);
        continue;
      }
      const std::string_view domain = std::string_view(address).substr(at + 1);
      const auto [known, fresh] = domains.try_emplace(domain, static_cast<std::uint32_t>(label_of_domain_.size()));
      if (fresh) {
        everybodys_.push_back(base::is_provider(domain));
        label_of_domain_.push_back(everybodys_.back() ? 0 : employer(domain));
      }
      domain_.push_back(known->second);
    }
  }
  /// The label of the company whose domain this is; 0 when none that anybody works for.
  [[nodiscard]] std::uint32_t employer(std::string_view domain) const {
    auto labels = base::split(domain, '.');
    labels.pop_back();
    for (const std::string_view label : labels) {
      const auto found = numbers_.find(std::string(label));
      if (found != numbers_.end()) return found->second;
    }
    return 0;
  }

  /// How many rows are at each company, domain and label.
  void count() {
    std::vector<std::size_t> companies(companies_.values().size());
    std::vector<std::size_t> domains(label_of_domain_.size());
    std::vector<std::size_t> labels(numbers_.size() + 1);
    std::size_t somewhere = 0;
    std::size_t with_mail = 0;
    for (std::size_t row = 0; row < companies_.rows().size(); ++row) {
      const std::uint32_t company = companies_.at(row);
      const std::uint32_t domain = emails_ == nullptr ? 0 : domain_[emails_->at(row)];
      const std::uint32_t label = label_of_domain_[domain];
      somewhere += company != 0 || label != 0 ? 1 : 0;
      with_mail += domain != 0 ? 1 : 0;
      ++companies[company];
      ++domains[domain];
      if (label != 0) ++labels[label];
      const auto [joined, first] = labels_[company];
      if (joined != 0 && joined != label) ++labels[joined];
      if (first != joined && first != label) ++labels[first];
    }
    for (const std::size_t n : companies) bits_.push_back(bits_of(n, somewhere));
    for (std::size_t i = 0; i < domains.size(); ++i) {
      domain_bits_.push_back(bits_of(domains[i], with_mail));
      if (label_of_domain_[i] == 0 && domains[i] >= everybodys_least) everybodys_[i] = true;
    }
    for (const std::size_t n : labels) label_bits_.push_back(bits_of(n, somewhere));
  }

  const LinkColumn& companies_;
  const LinkColumn* emails_;
  std::unordered_map<std::string, std::uint32_t> numbers_;  ///< Of labels, from 1.
  std::vector<Spelled> spelled_;                            ///< By company.
  std::vector<Labels> labels_;
  std::vector<std::uint32_t> domain_;              ///< By address; 0 for none.
  std::vector<std::uint32_t> label_of_domain_{0};  ///< By domain.
  std::vector<bool> everybodys_{false};            ///< By domain: a provider's.
  std::vector<float> bits_, domain_bits_, label_bits_;
};

}  // namespace

std::unique_ptr<Comparison> compare_companies(const LinkColumn& companies, const LinkColumn* emails) {
  return std::make_unique<OfCompany>(companies, emails);
}

}  // namespace people
