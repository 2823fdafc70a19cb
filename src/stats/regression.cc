#include "stats/regression.h"

#include <algorithm>
#include <cmath>

#include <Eigen/Cholesky>

#include "base/result.h"

namespace attune::stats {
namespace {

constexpr int kSteps = 50;
constexpr double kStill = 1e-9;
constexpr double kLeastChance = 1e-9;

Eigen::MatrixXd matrix(const Rows& rows) {
  const auto columns = static_cast<Eigen::Index>(rows.front().size());
  Eigen::MatrixXd made(static_cast<Eigen::Index>(rows.size()), columns);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    base::expects(rows[i].size() == rows.front().size());
    made.row(static_cast<Eigen::Index>(i)) =
        Eigen::Map<const Eigen::RowVectorXd>(rows[i].data(), columns);
  }
  return made;
}

Eigen::VectorXd column(std::span<const double> values) {
  return Eigen::Map<const Eigen::VectorXd>(values.data(), static_cast<Eigen::Index>(values.size()));
}

std::vector<double> listed(const Eigen::VectorXd& values) {
  return {values.data(), values.data() + values.size()};
}

}  // namespace

Moments& Moments::operator+=(const Moments& other) {
  squares.resize(other.squares.size());
  products.resize(other.products.size());
  for (std::size_t i = 0; i < squares.size(); ++i) squares[i] += other.squares[i];
  for (std::size_t i = 0; i < products.size(); ++i) products[i] += other.products[i];
  return *this;
}

Moments moments(const Rows& rows, std::span<const double> outcome) {
  base::expects(!rows.empty() && rows.size() == outcome.size());
  const Eigen::MatrixXd x = matrix(rows);
  const Eigen::MatrixXd squares = x.transpose() * x;
  return {{squares.data(), squares.data() + squares.size()},
          listed(x.transpose() * column(outcome))};
}

std::vector<double> least_squares(const Moments& moments, double ridge) {
  const auto columns = static_cast<Eigen::Index>(moments.products.size());
  Eigen::MatrixXd squares =
      Eigen::Map<const Eigen::MatrixXd>(moments.squares.data(), columns, columns);
  squares.diagonal().array() += ridge;
  return listed(squares.ldlt().solve(column(moments.products)));
}

std::vector<double> least_squares(const Rows& rows, std::span<const double> outcome, double ridge) {
  return least_squares(moments(rows, outcome), ridge);
}

std::vector<double> logistic(const Rows& rows, std::span<const double> outcome, double ridge) {
  base::expects(!rows.empty() && rows.size() == outcome.size());
  const Eigen::MatrixXd x = matrix(rows);
  const Eigen::VectorXd y = column(outcome);
  Eigen::VectorXd penalty = Eigen::VectorXd::Constant(x.cols(), ridge);
  penalty(0) = kStill;
  Eigen::VectorXd slopes = Eigen::VectorXd::Zero(x.cols());
  for (int step = 0; step < kSteps; ++step) {
    const Eigen::ArrayXd chances = 1 / (1 + (-(x * slopes).array()).exp());
    const Eigen::VectorXd weights = chances * (1 - chances);
    Eigen::MatrixXd curve = x.transpose() * weights.asDiagonal() * x;
    curve.diagonal() += penalty;
    const Eigen::VectorXd down =
        x.transpose() * (chances.matrix() - y) + penalty.cwiseProduct(slopes);
    const Eigen::VectorXd move = curve.ldlt().solve(down);
    slopes -= move;
    if (move.cwiseAbs().maxCoeff() < kStill) break;
  }
  return listed(slopes);
}

double chance(std::span<const double> slopes, std::span<const double> row) {
  base::expects(slopes.size() == row.size());
  return 1 / (1 + std::exp(-column(slopes).dot(column(row))));
}

double log_loss(double chance, bool happened) {
  return -std::log(std::max(kLeastChance, happened ? chance : 1 - chance));
}

}  // namespace attune::stats
