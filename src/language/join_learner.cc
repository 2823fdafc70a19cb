#include "language/join_learner.h"

#include <Eigen/Dense>
#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "language/net_learner.h"

namespace attune::language {
namespace {

using conversation::kEmotions;
using Matrix = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

// Chosen by cross-validation on the training part; the rest as is usual.
constexpr int kFolds = 5;
constexpr int kEpochs = 8;
constexpr float kDropout = 0.2F;
constexpr float kDecay = 1e-4F;
constexpr float kRate = 0.002F;
constexpr float kLastRate = 0.05F;  // of it, at the end
constexpr Eigen::Index kBatch = 256;
constexpr float kOutSize = 0.1F;
constexpr float kOutBias = -1.5F;  // most emotions are seldom there
constexpr float kFirst = 0.9F, kSecond = 0.99F, kTiny = 1e-7F;
constexpr float kMeanShare = 0.01F;
constexpr float kLeastSpread = 1e-3F;

/// What is learned, in the order of JoinNumbers; biases are one row.
struct Numbers {
  enum : std::size_t { kHidden, kHiddenBias, kOut, kPast, kOutBias, kAll };
  std::array<Matrix, kAll> all;

  Numbers() {
    const auto put = [&](std::size_t which, std::size_t rows, std::size_t columns) {
      all[which] =
          Matrix::Zero(static_cast<Eigen::Index>(rows), static_cast<Eigen::Index>(columns));
    };
    put(kHidden, kJoined, kJoinWidth);
    put(kHiddenBias, 1, kJoinWidth);
    put(kOut, kJoinWidth, kEmotions);
    put(kPast, kJoined, kEmotions);
    put(kOutBias, 1, kEmotions);
  }

  [[nodiscard]] Matrix layer(const Matrix& inputs) const {
    return (inputs * all[kHidden]).rowwise() + all[kHiddenBias].row(0);
  }
  [[nodiscard]] Matrix values(const Matrix& inputs, const Matrix& layer) const {
    return (layer * all[kOut] + inputs * all[kPast]).rowwise() + all[kOutBias].row(0);
  }
  [[nodiscard]] Matrix values(const Matrix& inputs) const {
    return values(inputs, layer(inputs).cwiseMax(0.0F));
  }
};

class Learner {
 public:
  Learner(const Matrix& inputs, const Matrix& is) : inputs_(inputs), is_(is) {
    for (float& weight : now_.all[Numbers::kHidden].reshaped())
      weight = chance_.normal() / std::sqrt(static_cast<float>(kJoined));
    for (float& weight : now_.all[Numbers::kOut].reshaped()) weight = kOutSize * chance_.normal();
    now_.all[Numbers::kOutBias].setConstant(kOutBias);
  }

  Numbers learn() {
    std::vector<Eigen::Index> order(static_cast<std::size_t>(inputs_.rows()));
    std::iota(order.begin(), order.end(), 0);
    const Eigen::Index batch = std::min(kBatch, inputs_.rows());
    const Eigen::Index batches = inputs_.rows() / batch;
    steps_ = static_cast<float>(kEpochs * batches);
    for (int epoch = 0; epoch < kEpochs; ++epoch) {
      for (std::size_t i = order.size(); i > 1; --i)
        std::swap(order[i - 1], order[chance_.below(i)]);
      for (Eigen::Index b = 0; b < batches; ++b)
        step(std::span(order).subspan(static_cast<std::size_t>(b * batch),
                                      static_cast<std::size_t>(batch)));
    }
    return mean_;
  }

 private:
  void step(std::span<const Eigen::Index> rows) {
    const Matrix x = inputs_(rows, Eigen::all), y = is_(rows, Eigen::all);
    const Matrix left = Matrix::NullaryExpr(x.rows(), kJoinWidth, [&] {
      return chance_.next() < kDropout ? 0.0F : 1 / (1 - kDropout);
    });
    const Matrix before = now_.layer(x);
    const Matrix layer = before.cwiseMax(0.0F).cwiseProduct(left);
    const Matrix values = now_.values(x, layer);
    const Matrix by_value =
        (1 / (1 + (-values.array()).exp()) - y.array()).matrix() / static_cast<float>(x.rows());
    Matrix by_layer = (by_value * now_.all[Numbers::kOut].transpose()).cwiseProduct(left);
    by_layer = (before.array() > 0).select(by_layer, 0.0F);
    adapt({x.transpose() * by_layer, by_layer.colwise().sum(), layer.transpose() * by_value,
           x.transpose() * by_value, by_value.colwise().sum()});
  }

  void adapt(const std::array<Matrix, Numbers::kAll>& gradients) {
    const float rate = kRate * (1 - (1 - kLastRate) * static_cast<float>(step_) / steps_);
    ++step_;
    const float first_left = 1 - std::pow(kFirst, static_cast<float>(step_));
    const float second_left = 1 - std::pow(kSecond, static_cast<float>(step_));
    const bool averages = static_cast<float>(step_) > steps_ / 2;
    for (std::size_t i = 0; i < Numbers::kAll; ++i) {
      auto& now = now_.all[i];
      const bool is_bias = i == Numbers::kHiddenBias || i == Numbers::kOutBias;
      const Matrix gradient = gradients[i] + (is_bias ? 0 : kDecay) * now;
      first_.all[i] = kFirst * first_.all[i] + (1 - kFirst) * gradient;
      second_.all[i] = kSecond * second_.all[i] + (1 - kSecond) * gradient.cwiseAbs2();
      now.array() -= rate * (first_.all[i].array() / first_left) /
                     ((second_.all[i].array() / second_left).sqrt() + kTiny);
      mean_.all[i] += (averages ? kMeanShare : 1.0F) * (now - mean_.all[i]);
    }
  }

  const Matrix& inputs_;
  const Matrix& is_;
  NetChance chance_{1};
  Numbers now_, first_, second_, mean_;
  int step_ = 0;
  float steps_ = 1;
};

std::vector<float> flat(const Matrix& matrix) {
  return {matrix.data(), matrix.data() + matrix.size()};
}

/// For inputs as they are, from what was learned of inputs with `mean` and `spread` taken out.
JoinNumbers of(Numbers learned, const Eigen::RowVectorXf& mean, const Eigen::RowVectorXf& spread) {
  auto& all = learned.all;
  for (const auto& [map, bias] : {std::pair{Numbers::kHidden, Numbers::kHiddenBias},
                                  std::pair{Numbers::kPast, Numbers::kOutBias}}) {
    all[map] = spread.cwiseInverse().asDiagonal() * all[map];
    all[bias] -= mean * all[map];
  }
  return {flat(all[Numbers::kHidden]), flat(all[Numbers::kHiddenBias]), flat(all[Numbers::kOut]),
          flat(all[Numbers::kPast]), flat(all[Numbers::kOutBias])};
}

}  // namespace

FittedJoin fit_join(std::span<const JoinText> texts) {
  const auto count = static_cast<Eigen::Index>(texts.size());
  Matrix inputs(count, static_cast<Eigen::Index>(kJoined));
  Matrix is(count, static_cast<Eigen::Index>(kEmotions));
  for (Eigen::Index i = 0; i < count; ++i) {
    const JoinText& text = texts[static_cast<std::size_t>(i)];
    for (std::size_t j = 0; j < kJoined; ++j)
      inputs(i, static_cast<Eigen::Index>(j)) = text.inputs[j];
    for (std::size_t k = 0; k < kEmotions; ++k)
      is(i, static_cast<Eigen::Index>(k)) = static_cast<float>(text.is[k]);
  }
  const Eigen::RowVectorXf mean = inputs.colwise().mean();
  inputs.rowwise() -= mean;
  const Eigen::RowVectorXf spread =
      inputs.cwiseAbs2().colwise().mean().cwiseSqrt().cwiseMax(kLeastSpread);
  inputs = inputs * spread.cwiseInverse().asDiagonal();
  FittedJoin fitted{of(Learner(inputs, is).learn(), mean, spread),
                    std::vector<std::vector<double>>(texts.size())};
  for (int fold = 0; fold < kFolds; ++fold) {
    std::vector<Eigen::Index> in, out;
    for (Eigen::Index i = 0; i < count; ++i)
      (texts[static_cast<std::size_t>(i)].group % kFolds == fold ? out : in).push_back(i);
    const Matrix seen = inputs(in, Eigen::all), seen_is = is(in, Eigen::all);
    const Matrix values = Learner(seen, seen_is).learn().values(inputs(out, Eigen::all));
    for (std::size_t o = 0; o < out.size(); ++o) {
      const auto row = values.row(static_cast<Eigen::Index>(o)).cast<double>();
      fitted.held_out[static_cast<std::size_t>(out[o])].assign(row.begin(), row.end());
    }
  }
  return fitted;
}

}  // namespace attune::language
