#include "base/name.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

#include "base/text.h"

namespace base {

namespace {

const std::unordered_set<std::string_view>& credentials() {
  static const std::unordered_set<std::string_view> words = {
      "phd", "ph.d", "ph.d.", "mba", "md",    "m.d.",    "jr",   "jr.", "sr",  "sr.", "ii",  "iii",
      "iv",  "esq",  "esq.",  "cpa", "pmp",   "cfa",     "msc",  "bsc", "ma",  "ba",  "llm", "rn",
      "dds", "mph",  "ceng",  "pe",  "cissp", "shrm-cp", "sphr", "phr", "edd", "dr",  "prof"};
  return words;
}

const std::unordered_set<std::string_view>& titles() {
  static const std::unordered_set<std::string_view> words = {
      "dr",   "dr.", "mr",   "mr.",        "mrs",  "mrs.", "ms",  "ms.", "miss", "prof", "prof.", "sir", "herr",
      "frau", "ing", "ing.", "dipl.-ing.", "mag.", "m.",   "mme", "sr.", "sra.", "don",  "rev",   "rev."};
  return words;
}

/// Text in brackets is pronouns, a nickname, a company: not the name itself.
std::string without_brackets(std::string_view text) {
  std::string out;
  int depth = 0;
  for (const char c : text) {
    if (c == '(' || c == '[' || c == '{') {
      ++depth;
    } else if (c == ')' || c == ']' || c == '}') {
      if (depth > 0) --depth;
    } else if (depth == 0) {
      out += c;
    }
  }
  return out;
}

std::string unquoted(std::string_view text) {
  text = trim(text);
  while (text.size() >= 2 && (text.front() == '"' || text.front() == '\'') && text.back() == text.front()) {
    text = trim(text.substr(1, text.size() - 2));
  }
  return std::string(text);
}

bool all_credentials(std::string_view text) {
  const std::string lower = lower_ascii(text);
  for (const std::string_view part : split(lower, ',')) {
    for (const std::string_view word : split_words(part)) {
      if (!credentials().contains(word)) return false;
    }
  }
  return true;
}

/// "Lovelace, Ada" is "Ada Lovelace"; "Ada Lovelace, PhD" is "Ada Lovelace".
std::string in_order(std::string_view text) {
  const std::size_t comma = text.find(',');
  if (comma == std::string_view::npos) return std::string(text);
  const std::string_view before = trim(text.substr(0, comma));
  const std::string_view after = trim(text.substr(comma + 1));
  if (after.empty() || all_credentials(after)) return std::string(before);
  const std::string_view given = trim(after.substr(0, after.find(',')));
  if (split_words(before).size() >= 3) return std::string(before);  // "Ada King Lovelace, Berlin"
  return std::string(given) + " " + std::string(before);
}

/// Letters, inner hyphens and apostrophes only.
std::string letters_of(std::string_view word) {
  std::string out;
  for (const char c : word) {
    if ((c >= 'a' && c <= 'z') || (c == '-' && !out.empty())) out += c;
  }
  while (!out.empty() && out.back() == '-') out.pop_back();
  return out;
}

}  // namespace

Name parse_name(std::string_view raw) {
  Name name;
  const std::string text = in_order(without_brackets(unquoted(clip(raw, 300))));
  const std::string folded = fold(text);
  for (const std::string_view word : split_words(folded)) {
    if (titles().contains(word) && name.words.empty()) continue;
    std::string clean = letters_of(word);
    if (!clean.empty()) name.words.push_back(one_spelling(clean));
  }
  while (name.words.size() > 2 && credentials().contains(name.words.back())) name.words.pop_back();
  return name;
}

std::string one_spelling(std::string_view word) {
  constexpr std::size_t size_least = 4;
  if (word.size() < size_least) return std::string(word);
  std::string out;
  for (const char c : word) {
    const char before = out.empty() ? '\0' : out.back();
    const bool second = (c == 'e' && (before == 'a' || before == 'o' || before == 'u')) || (c == 'a' && before == 'a');
    if (!second) out += c;
  }
  return out;
}

std::string Name::text() const {
  std::string out;
  for (const std::string& word : words) {
    if (!out.empty()) out += ' ';
    out += word;
  }
  return out;
}

std::string Name::key() const {
  if (words.size() < 2 || words.front().size() < 2 || words.back().size() < 2) return {};
  return std::string(formal(words.front())) + " " + words.back();
}

std::string_view formal(std::string_view given) {
  // Short forms that stand for one name only, by language.
  static constexpr std::pair<std::string_view, std::string_view> known[] = {
      // English
      {"bob", "robert"},
      {"bobby", "robert"},
      {"rob", "robert"},
      {"robbie", "robert"},
      {"bill", "william"},
      {"billy", "william"},
      {"will", "william"},
      {"willy", "william"},
      {"liam", "william"},
      {"dick", "richard"},
      {"rick", "richard"},
      {"rich", "richard"},
      {"ricky", "richard"},
      {"jim", "james"},
      {"jimmy", "james"},
      {"jamie", "james"},
      {"mike", "michael"},
      {"mick", "michael"},
      {"mickey", "michael"},
      {"dave", "david"},
      {"davy", "david"},
      {"tom", "thomas"},
      {"tommy", "thomas"},
      {"joe", "joseph"},
      {"joey", "joseph"},
      {"jon", "jonathan"},
      {"jonny", "jonathan"},
      {"dan", "daniel"},
      {"danny", "daniel"},
      {"matt", "matthew"},
      {"andy", "andrew"},
      {"drew", "andrew"},
      {"tony", "anthony"},
      {"steve", "steven"},
      {"stephen", "steven"},
      {"stevie", "steven"},
      {"greg", "gregory"},
      {"jeff", "jeffrey"},
      {"geoff", "jeffrey"},
      {"geoffrey", "jeffrey"},
      {"ken", "kenneth"},
      {"kenny", "kenneth"},
      {"ben", "benjamin"},
      {"benny", "benjamin"},
      {"nick", "nicholas"},
      {"nicky", "nicholas"},
      {"nicolas", "nicholas"},
      {"tim", "timothy"},
      {"ed", "edward"},
      {"eddie", "edward"},
      {"ted", "edward"},
      {"ned", "edward"},
      {"chuck", "charles"},
      {"charlie", "charles"},
      {"fred", "frederick"},
      {"freddie", "frederick"},
      {"larry", "lawrence"},
      {"laurence", "lawrence"},
      {"pete", "peter"},
      {"phil", "philip"},
      {"phillip", "philip"},
      {"ray", "raymond"},
      {"ron", "ronald"},
      {"don", "donald"},
      {"doug", "douglas"},
      {"walt", "walter"},
      {"zach", "zachary"},
      {"zack", "zachary"},
      {"josh", "joshua"},
      {"nate", "nathan"},
      {"kate", "katherine"},
      {"katie", "katherine"},
      {"kathy", "katherine"},
      {"cathy", "katherine"},
      {"catherine", "katherine"},
      {"katharine", "katherine"},
      {"kat", "katherine"},
      {"liz", "elizabeth"},
      {"lizzie", "elizabeth"},
      {"beth", "elizabeth"},
      {"betty", "elizabeth"},
      {"eliza", "elizabeth"},
      {"elisabeth", "elizabeth"},
      {"betsy", "elizabeth"},
      {"maggie", "margaret"},
      {"meg", "margaret"},
      {"peggy", "margaret"},
      {"marge", "margaret"},
      {"jen", "jennifer"},
      {"jenny", "jennifer"},
      {"jenn", "jennifer"},
      {"sue", "susan"},
      {"susie", "susan"},
      {"suzie", "susan"},
      {"debbie", "deborah"},
      {"deb", "deborah"},
      {"debra", "deborah"},
      {"becky", "rebecca"},
      {"becca", "rebecca"},
      {"vicky", "victoria"},
      {"vicki", "victoria"},
      {"tori", "victoria"},
      {"abby", "abigail"},
      {"angie", "angela"},
      {"barb", "barbara"},
      {"cindy", "cynthia"},
      {"mandy", "amanda"},
      {"patty", "patricia"},
      {"trish", "patricia"},
      {"tricia", "patricia"},
      {"penny", "penelope"},
      {"pam", "pamela"},
      {"sandy", "sandra"},
      {"steph", "stephanie"},
      {"tess", "theresa"},
      {"teresa", "theresa"},
      {"terri", "theresa"},
      {"ginny", "virginia"},
      {"nan", "nancy"},
      {"gabby", "gabrielle"},
      // German, Nordic, Dutch
      {"hans", "johannes"},
      {"hannes", "johannes"},
      {"joop", "johannes"},
      {"seppi", "josef"},
      {"sepp", "josef"},
      {"klaus", "nikolaus"},
      {"claus", "nikolaus"},
      {"niko", "nikolaus"},
      {"uli", "ulrich"},
      {"wolf", "wolfgang"},
      {"fritz", "friedrich"},
      {"heinz", "heinrich"},
      {"conny", "cornelia"},
      {"gabi", "gabriele"},
      {"kathi", "katharina"},
      {"lasse", "lars"},
      {"kalle", "karl"},
      {"bosse", "bo"},
      {"pelle", "per"},
      {"anki", "ann-christin"},
      // French, Spanish, Italian, Portuguese
      {"paco", "francisco"},
      {"pancho", "francisco"},
      {"curro", "francisco"},
      {"pepe", "jose"},
      {"chema", "jose"},
      {"lola", "dolores"},
      {"concha", "concepcion"},
      {"manolo", "manuel"},
      {"nacho", "ignacio"},
      {"kike", "enrique"},
      {"quique", "enrique"},
      {"gigi", "luigi"},
      {"beppe", "giuseppe"},
      {"peppe", "giuseppe"},
      {"pino", "giuseppe"},
      {"chico", "francisco"},
      {"ze", "jose"},
      {"toni", "antonio"},
      {"tonio", "antonio"},
      {"jojo", "joseph"},
      // Slavic
      {"vanya", "ivan"},
      {"misha", "mikhail"},
      {"dima", "dmitry"},
      {"dmitri", "dmitry"},
      {"dmitrij", "dmitry"},
      {"kolya", "nikolay"},
      {"volodya", "vladimir"},
      {"vova", "vladimir"},
      {"seryozha", "sergey"},
      {"sergei", "sergey"},
      {"sergej", "sergey"},
      {"katya", "ekaterina"},
      {"masha", "maria"},
      {"natasha", "natalia"},
      {"natalya", "natalia"},
      {"olya", "olga"},
      {"tanya", "tatiana"},
      {"lena", "elena"},
      {"yelena", "elena"},
      {"anya", "anna"},
      {"kasia", "katarzyna"},
      {"gosia", "malgorzata"},
      {"asia", "joanna"},
      {"basia", "barbara"},
      {"krzysiek", "krzysztof"},
      {"tomek", "tomasz"},
      {"wojtek", "wojciech"},
      {"zosia", "zofia"},
      {"honza", "jan"},
      {"pepa", "josef"},
  };
  static const std::unordered_map<std::string, std::string> table = [] {
    std::unordered_map<std::string, std::string> out;
    for (const auto& [small, full] : known) out.emplace(one_spelling(small), one_spelling(full));
    return out;
  }();
  const auto found = table.find(std::string(given));
  return found == table.end() ? given : std::string_view(found->second);
}

bool compatible(const Name& a, const Name& b) {
  if (a.words.empty() || b.words.empty()) return true;
  if (a.words.size() == 1 || b.words.size() == 1) {
    const Name& one = a.words.size() == 1 ? a : b;
    const Name& other = a.words.size() == 1 ? b : a;
    for (const std::string& word : other.words) {
      if (word == one.words[0] || formal(word) == formal(one.words[0])) return true;
    }
    return false;
  }
  const std::string_view given_a = formal(a.words.front());
  const std::string_view given_b = formal(b.words.front());
  const bool given = given_a == given_b || (given_a.front() == given_b.front() && (given_a.size() == 1 || given_b.size() == 1));
  const bool swapped = a.words.front() == b.words.back() && a.words.back() == b.words.front();
  return given || swapped;
}

std::string shown_name(std::string_view raw) {
  const std::string text = in_order(unquoted(strip_format(clip(raw, 2'000))));
  std::string out;
  for (const std::string_view word : split_words(text)) {
    if (!out.empty()) out += ' ';
    out += word;
  }
  return out;
}

std::string company_key(std::string_view text) {
  static const std::unordered_set<std::string_view> forms = {
      "inc",     "ltd", "llc", "llp", "plc", "corp", "corporation", "company", "co", "gmbh",    "ag",           "kg",
      "ab",      "as",  "asa", "oy",  "oyj", "aps",  "a/s",         "bv",      "nv", "sa",      "sas",          "sarl",
      "srl",     "spa", "sl",  "slu", "lda", "ltda", "pty",         "pte",     "kk", "limited", "incorporated", "group",
      "holding", "ug",  "se",  "the", "sp",  "zoo",  "oo",          "sro",     "doo"};
  const std::string folded = fold(clip(text, 300));
  std::string out;
  std::string clean;
  for (const char c : folded) {
    if (c == '.' || c == '\'') continue;  // "s.r.o." is "sro".
    clean += (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '/' ? c : ' ';
  }
  for (const std::string_view word : split_words(clean)) {
    if (forms.contains(word)) continue;
    if (!out.empty()) out += ' ';
    out += word;
  }
  return out.empty() ? std::string(trim(folded)) : out;
}

}  // namespace base
