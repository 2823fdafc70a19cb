#include "language/solver.h"

#include <linear.h>

#include <memory>

#include "base/result.h"

namespace attune::language {
namespace {

void be_silent(const char*) {}

// liblinear's own view of the rows: one block of nodes, a bias node and an end mark in each row.
class Problem {
 public:
  Problem(std::span<const Row* const> rows, std::span<const double> targets, std::size_t columns)
      : targets_(targets.begin(), targets.end()) {
    std::size_t size = 0;
    for (const Row* row : rows) size += row->size() + 2;
    nodes_.reserve(size);
    const int bias = static_cast<int>(columns) + 1;
    for (const Row* row : rows) {
      starts_.push_back(nodes_.data() + nodes_.size());
      for (const auto& [column, value] : *row) {
        nodes_.push_back({static_cast<int>(column) + 1, static_cast<double>(value)});
      }
      nodes_.push_back({bias, 1});
      nodes_.push_back({-1, 0});
    }
    problem_.l = static_cast<int>(rows.size());
    problem_.n = bias;
    problem_.y = targets_.data();
    problem_.x = starts_.data();
    problem_.bias = 1;
  }

  const problem& get() const { return problem_; }

 private:
  std::vector<double> targets_;
  std::vector<feature_node> nodes_;
  std::vector<feature_node*> starts_;
  problem problem_{};
};

Line solve(const Problem& rows, parameter& settings, std::size_t columns) {
  set_print_string_function(be_silent);
  const char* fault = check_parameter(&rows.get(), &settings);
  base::expects(fault == nullptr);
  model* solved = train(&rows.get(), &settings);
  Line line;
  // liblinear writes weights for the class it met first.
  const double sign = settings.solver_type == L2R_LR && solved->label[0] != 1 ? -1 : 1;
  for (std::size_t i = 0; i < columns; ++i) line.weights.push_back(sign * solved->w[i]);
  line.bias = sign * solved->w[columns];
  free_and_destroy_model(&solved);
  return line;
}

}  // namespace

double Line::at(const Row& row) const {
  double sum = bias;
  for (const auto& [column, value] : row) sum += weights[column] * static_cast<double>(value);
  return sum;
}

Line fit_logistic(std::span<const Row* const> rows, std::span<const double> targets,
                  std::size_t columns, const SolverOptions& options) {
  const Problem problem(rows, targets, columns);
  int labels[] = {1};
  double weights[] = {options.positive_weight};
  parameter settings{};
  settings.solver_type = L2R_LR;
  settings.C = options.cost;
  settings.eps = options.tolerance;
  settings.nr_weight = 1;
  settings.weight_label = labels;
  settings.weight = weights;
  return solve(problem, settings, columns);
}

Line fit_regression(std::span<const Row* const> rows, std::span<const double> targets,
                    std::size_t columns, const SolverOptions& options) {
  const Problem problem(rows, targets, columns);
  parameter settings{};
  settings.solver_type = L2R_L2LOSS_SVR;
  settings.C = options.cost;
  settings.eps = options.tolerance;
  settings.p = 0.05;
  return solve(problem, settings, columns);
}

}  // namespace attune::language
