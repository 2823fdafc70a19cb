#include "client/dynamics.h"

namespace attune::client {

double Dynamics::operator()(std::string_view name) const {
  const auto found = coefficients.find(name);
  base::expects(found != coefficients.end());
  return found->second;
}

}  // namespace attune::client
