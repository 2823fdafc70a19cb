#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "base/draw.h"
#include "language/questions.h"

/// Two phrasings of each of many topics stand side by side; each should find its twin among the
/// others' (a softmax over cosines both ways: van den Oord et al. 2018). AdaGrad (Duchi et al.
/// 2011).
namespace attune::language {
namespace {

// Our choice, by phrasings left out (bench/topics).
constexpr int kLeast = 4;  // phrasings that a feature must stand in
constexpr int kPasses = 72;
constexpr std::size_t kTogether = 256;
constexpr std::size_t kFewest = 32;
constexpr float kTemperature = 0.12F;
constexpr float kRate = 0.1F;
constexpr float kBegin = 0.1F;
constexpr float kTiny = 1e-6F;
constexpr double kTypical = 0.999;  // of all numbers lie below what is packed as the largest

using Matrix = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using Vector = Eigen::RowVectorXf;
using Rows = std::vector<std::uint32_t>;  // places of a phrasing's features

std::map<std::uint32_t, std::uint32_t> number(const std::vector<QuestionSet>& sets) {
  std::map<std::uint32_t, int> counts;
  for (const auto& set : sets)
    for (const auto& topic : set)
      for (const auto& words : topic) {
        auto keys = question_features(words);
        std::ranges::sort(keys);
        const auto repeated = std::ranges::unique(keys);
        keys.erase(repeated.begin(), repeated.end());
        for (const std::uint32_t key : keys) ++counts[key];
      }
  std::map<std::uint32_t, std::uint32_t> index;
  for (const auto& [key, count] : counts)
    if (count >= kLeast) index.emplace(key, static_cast<std::uint32_t>(index.size()));
  return index;
}

class Learner {
 public:
  Learner(const std::vector<QuestionSet>& sets, const std::map<std::uint32_t, std::uint32_t>& index)
      : weights_(static_cast<Eigen::Index>(index.size()), Questions::kDims),
        squares_(Matrix::Zero(weights_.rows(), weights_.cols())) {
    for (Eigen::Index i = 0; i < weights_.size(); ++i)
      weights_.data()[i] =
          kBegin *
          static_cast<float>(2 * base::draw(static_cast<std::uint64_t>(i), 0, "begin") - 1);
    for (const auto& set : sets) {
      sets_.emplace_back();
      for (const auto& topic : set) {
        std::vector<Rows> phrasings;
        for (const auto& words : topic) phrasings.push_back(rows_of(words, index));
        if (phrasings.size() > 1) sets_.back().push_back(std::move(phrasings));
      }
    }
  }

  void pass(std::uint64_t number) {
    for (std::size_t s = 0; s < sets_.size(); ++s) {
      const std::uint64_t seed = number * sets_.size() + s;
      const auto order = shuffled(sets_[s].size(), seed);
      for (std::size_t first = 0; first < order.size(); first += kTogether) {
        const std::size_t count = std::min(kTogether, order.size() - first);
        if (count < std::min(kFewest, order.size())) continue;
        step(sets_[s], std::span(order).subspan(first, count), seed);
      }
    }
  }

  [[nodiscard]] const Matrix& weights() const { return weights_; }

 private:
  using Topics = std::vector<std::vector<Rows>>;

  /// One side: a phrasing of each topic, as directions.
  struct Side {
    std::vector<const Rows*> rows;
    Matrix directions;
    Eigen::VectorXf lengths;
  };

  static Rows rows_of(const std::vector<std::string>& words,
                      const std::map<std::uint32_t, std::uint32_t>& index) {
    Rows rows;
    for (const std::uint32_t key : question_features(words))
      if (const auto found = index.find(key); found != index.end()) rows.push_back(found->second);
    return rows;
  }

  static std::vector<std::size_t> shuffled(std::size_t count, std::uint64_t seed) {
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t i = count; i > 1; --i)
      std::swap(order[i - 1], order[base::draw_index(seed, i, "order", i)]);
    return order;
  }

  void fill(Side& side) const {
    const auto count = static_cast<Eigen::Index>(side.rows.size());
    side.directions = Matrix::Zero(count, Questions::kDims);
    side.lengths.resize(count);
    for (Eigen::Index i = 0; i < count; ++i) {
      auto row = side.directions.row(i);
      for (const std::uint32_t place : *side.rows[static_cast<std::size_t>(i)])
        row += weights_.row(place);
      side.lengths[i] = std::max(kTiny, row.norm());
      row /= side.lengths[i];
    }
  }

  void step(const Topics& topics, std::span<const std::size_t> which, std::uint64_t seed) {
    Side one, other;
    for (const std::size_t topic : which) {
      const auto& all = topics[topic];
      const std::size_t first = base::draw_index(seed, topic, "first", all.size());
      const std::size_t second = base::draw_index(seed, topic, "second", all.size() - 1);
      one.rows.push_back(&all[first]);
      other.rows.push_back(&all[second + (second >= first ? 1 : 0)]);
    }
    fill(one), fill(other);
    const Matrix scores = one.directions * other.directions.transpose() / kTemperature;
    Matrix forth = (scores.colwise() - scores.rowwise().maxCoeff()).array().exp();
    forth.array().colwise() /= forth.rowwise().sum().array().eval();
    Matrix back = (scores.rowwise() - scores.colwise().maxCoeff()).array().exp();
    back.array().rowwise() /= back.colwise().sum().array().eval();
    Matrix slope = forth + back;
    slope.diagonal().array() -= 2;
    slope /= kTemperature * static_cast<float>(which.size());
    const Matrix of_one = slope * other.directions, of_other = slope.transpose() * one.directions;
    learn(one, of_one), learn(other, of_other);
  }

  void learn(const Side& side, const Matrix& slope) {
    for (Eigen::Index i = 0; i < slope.rows(); ++i) {
      const auto direction = side.directions.row(i);
      const Vector of_sum =
          (slope.row(i) - slope.row(i).dot(direction) * direction) / side.lengths[i];
      const Vector square = of_sum.cwiseProduct(of_sum);
      for (const std::uint32_t place : *side.rows[static_cast<std::size_t>(i)]) {
        squares_.row(place) += square;
        weights_.row(place).array() -=
            kRate * of_sum.array() / (squares_.row(place).array().sqrt() + kTiny);
      }
    }
  }

  Matrix weights_, squares_;
  std::vector<Topics> sets_;
};

float typical(const Matrix& weights) {
  std::vector<float> sizes(weights.data(), weights.data() + weights.size());
  for (float& size : sizes) size = std::abs(size);
  const auto at =
      sizes.begin() + static_cast<std::ptrdiff_t>(kTypical * static_cast<double>(sizes.size() - 1));
  std::nth_element(sizes.begin(), at, sizes.end());
  return std::max(kTiny, *at);
}

}  // namespace

Questions Questions::learn(const std::vector<QuestionSet>& sets) {
  const auto index = number(sets);
  Questions questions;
  if (index.empty()) return questions;
  Learner learner(sets, index);
  for (std::uint64_t pass = 0; pass < kPasses; ++pass) learner.pass(pass);
  const float largest = typical(learner.weights());
  questions.roots_.resize(index.size());
  std::vector<std::uint32_t> keys(index.size());
  for (const auto& [key, place] : index) {
    keys[place] = key;
    for (std::size_t k = 0; k < kDims; ++k) {
      const float x = learner.weights()(place, static_cast<Eigen::Index>(k)) / largest;
      const float root = std::min(7.0F, std::round(7 * std::sqrt(std::abs(x))));
      questions.roots_[place][k] = static_cast<std::int8_t>(std::copysign(root, x));
    }
  }
  questions.keys_ = Keys(std::move(keys));
  return questions;
}

}  // namespace attune::language
