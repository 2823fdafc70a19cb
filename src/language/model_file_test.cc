#include "language/model_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>

#include "language/linear.h"

namespace attune::language {
namespace {

using testing::HasSubstr;

class ModelFileTest : public testing::Test {
 protected:
  ModelFileTest() {
    std::string name = testing::TempDir() + "attune-model-XXXXXX";
    folder_ = mkdtemp(name.data());
    file_ = folder_ / "emotion.bin";
    ModelFile model("emotion");
    model.put("numbers", std::vector<float>{1, 2, 3});
    EXPECT_TRUE(model.save(file_));
  }
  ~ModelFileTest() override { std::filesystem::remove_all(folder_); }

  std::string bytes() const {
    std::ifstream in(file_, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  void write(const std::string& bytes) const { std::ofstream(file_, std::ios::binary) << bytes; }
  std::string refusal(std::string_view head = "emotion") const {
    const auto model = ModelFile::load(file_, head);
    return model ? "accepted" : model.error().message;
  }

  std::filesystem::path folder_;
  std::filesystem::path file_;
};

TEST_F(ModelFileTest, GivesBackWhatWasPut) {
  const auto model = ModelFile::load(file_, "emotion");
  ASSERT_TRUE(model);
  EXPECT_EQ(*model->get<float>("numbers", 3), (std::vector<float>{1, 2, 3}));
}

TEST_F(ModelFileTest, RefusesAnArrayOfAnotherSize) {
  const auto model = ModelFile::load(file_, "emotion");
  EXPECT_FALSE(model->get<float>("numbers", 4));
  EXPECT_FALSE(model->get<float>("letters", 3));
}

TEST_F(ModelFileTest, RefusesAMissingFile) {
  std::filesystem::remove(file_);
  EXPECT_THAT(refusal(), HasSubstr("cannot open"));
}

TEST_F(ModelFileTest, RefusesAForeignFile) {
  write(std::string(100, 'x'));
  EXPECT_THAT(refusal(), HasSubstr("not an Attune model"));
}

TEST_F(ModelFileTest, RefusesEveryCutOffLength) {
  const std::string whole = bytes();
  for (std::size_t size = 0; size < whole.size(); ++size) {
    write(whole.substr(0, size));
    EXPECT_NE(refusal(), "accepted") << size;
  }
}

TEST_F(ModelFileTest, RefusesADamagedByte) {
  std::string damaged = bytes();
  damaged.back() = static_cast<char>(damaged.back() ^ 1);
  write(damaged);
  EXPECT_THAT(refusal(), HasSubstr("checksum"));
}

TEST_F(ModelFileTest, RefusesANewerVersion) {
  std::string newer = bytes();
  newer[8] = 9;
  write(newer);
  EXPECT_THAT(refusal(), HasSubstr("version 9"));
}

TEST_F(ModelFileTest, RefusesAnotherHead) {
  EXPECT_THAT(refusal("skills"), HasSubstr("trained for 'emotion'"));
}

TEST_F(ModelFileTest, WithoutALinearModelsArraysIsRefused) {
  EXPECT_FALSE(Linear::open(*ModelFile::load(file_, "emotion")));
}

}  // namespace
}  // namespace attune::language
