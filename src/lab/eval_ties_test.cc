#include "lab/eval_ties.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace lab {
namespace {

class EvalTies : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = testing::TempDir() + "ties_" + testing::UnitTest::GetInstance()->current_test_info()->name();
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  void write(const std::string& name, const std::string& text) const { std::ofstream(folder_ + "/" + name) << text; }
  /// An owner with six ties; n and a correspond every ten days, the others wrote once.
  void write_set() const {
    std::ostringstream history;
    history << "src,dst,t,channel\n";
    for (const char* other : {"b", "c", "d", "e", "f"}) history << other << ",n,1000,mail\n";
    for (int day = 0; day < 300; day += 10) {
      history << "n,a," << day * 86400 << ",mail\n"
              << "a,n," << day * 86400 + 3600 << ",mail\n";
    }
    history << "n,a," << 310 * 86400 << ",mail\n";  // After the cut: may not be read.
    write("history.csv", history.str());
    write("cut.json", R"({"T":25920000,"H_days":90,"reply_window_days":14})");
    write("candidates_reciprocal.csv", "ego,alter\nn,b\nn,a\nn,nobody\n");
  }
  [[nodiscard]] std::string out() const { return folder_ + "/out.csv"; }

  std::string folder_;
};

TEST_F(EvalTies, WritesAChanceForEachCandidateInTheirOrder) {
  write_set();
  const auto report = eval_ties(folder_, "reciprocal", out(), {});
  ASSERT_TRUE(report) << report.error().what;
  EXPECT_EQ(report->candidates, 3U);
  EXPECT_EQ(report->owners, 1U);
  EXPECT_EQ(report->events, 65U) << "without the one after the cut";
  EXPECT_EQ(report->examples, 18U) << "six ties, one horizon and more ago, three times";
  EXPECT_EQ(report->examples_yes, 3U);
  std::ifstream file(out());
  std::string line;
  std::getline(file, line);
  EXPECT_EQ(line, "ego,alter,score");
  std::vector<double> chances;
  for (const std::string head : {"n,b,", "n,a,", "n,nobody,"}) {
    std::getline(file, line);
    ASSERT_EQ(line.substr(0, head.size()), head);
    chances.push_back(std::stod(line.substr(head.size())));
  }
  EXPECT_LT(chances[0], 0.2);
  EXPECT_GT(chances[1], 0.8);
}

TEST_F(EvalTies, ReadsNothingOfTheFuture) {
  write_set();
  ASSERT_TRUE(eval_ties(folder_, "reciprocal", out(), {}));
  const auto text = [&] {
    std::stringstream all;
    all << std::ifstream(out()).rdbuf();
    return all.str();
  };
  const std::string before = text();
  write("future.csv", "src,dst,t\nn,b,26000000\nb,n,26000001\n");
  write("labels_reciprocal.csv", "ego,alter,label\nn,b,1\nn,a,0\nn,nobody,1\n");
  ASSERT_TRUE(eval_ties(folder_, "reciprocal", out(), {}));
  EXPECT_EQ(text(), before);
}

TEST_F(EvalTies, SaysWhatIsWrong) {
  EXPECT_EQ(eval_ties(folder_, "friendship", out(), {}).error().fault, base::Fault::usage);
  EXPECT_EQ(eval_ties(folder_, "silent", out(), {}).error().where, folder_ + "/cut.json");
  for (const char* cut : {"[]", R"({"T":"soon"})", R"({"T":1e300})", R"({"T":0,"H_days":"ninety"})", R"({"T":0,"H_days":0})"}) {
    write("cut.json", cut);
    EXPECT_EQ(eval_ties(folder_, "silent", out(), {}).error().where, folder_ + "/cut.json") << cut;
  }
  write_set();
  EXPECT_FALSE(eval_ties(folder_, "silent", out(), {})) << "there is no candidates_silent.csv";
  write("history.csv", "src,dst,t\nn,a,soon\nn,b\n");
  const auto report = eval_ties(folder_, "reciprocal", out(), {});
  ASSERT_TRUE(report);
  EXPECT_EQ(report->problems.size(), 2U);
  EXPECT_FALSE(eval_ties(folder_, "reciprocal", out(), folder_ + "/none.prior"));
}

TEST_F(EvalTies, LearnsWeightsThatItCanStartFrom) {
  write_set();
  const std::string prior = folder_ + "/prior";
  ASSERT_TRUE(learn_ties({folder_, folder_}, true, prior));
  EXPECT_TRUE(eval_ties(folder_, "reciprocal", out(), prior));
}

}  // namespace
}  // namespace lab
