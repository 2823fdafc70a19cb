#include <Spectra/MatOp/SparseSymMatProd.h>
#include <Spectra/SymEigsSolver.h>
#include <Eigen/SparseCore>

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>

#include "base/draw.h"
#include "language/corpora.h"
#include "language/tokens.h"
#include "language/train_heads.h"

namespace attune::language {
namespace {

constexpr int kLeastCount = 5;
constexpr std::size_t kMostWords = 16'000;
constexpr int kDims = 64;
constexpr int kWindow = 5;
// Levy, Goldberg and Dagan (TACL 2015): context counts to the power 0.75, and singular values to
// the power 0.5, serve similarity best.
constexpr double kSmoothing = 0.75;
constexpr double kPower = 0.5;

using Matrix = Eigen::SparseMatrix<double>;

struct Counted {
  std::vector<std::string> words;
  std::unordered_map<std::string, int> index;
  std::vector<int> texts;  // that hold each word
  std::size_t all_texts = 0;
};

Counted count_words(const std::vector<std::string>& texts) {
  std::map<std::string, std::pair<int, int>> counts;  // word → times, texts
  for (const auto& text : texts) {
    const Tokens tokens = tokenize(text);
    std::map<std::string, int> here;
    for (const Token& token : tokens.list) {
      if (token.kind == Token::Kind::word) ++here[std::string(tokens.form(token))];
    }
    for (const auto& [word, times] : here) {
      counts[word].first += times;
      ++counts[word].second;
    }
  }
  std::vector<std::pair<int, std::string>> order;
  for (const auto& [word, times] : counts) {
    if (times.first >= kLeastCount) order.emplace_back(-times.first, word);
  }
  std::sort(order.begin(), order.end());
  order.resize(std::min(order.size(), kMostWords));
  Counted counted;
  counted.all_texts = texts.size();
  for (const auto& [times, word] : order) {
    counted.index[word] = static_cast<int>(counted.words.size());
    counted.words.push_back(word);
    counted.texts.push_back(counts[word].second);
  }
  return counted;
}

using Pairs = std::unordered_map<std::uint64_t, double>;

void count_pairs(const std::string& text, const Counted& counted, Pairs& pairs) {
  const Tokens tokens = tokenize(text);
  std::vector<int> words;
  for (const Token& token : tokens.list) {
    const auto found = counted.index.find(std::string(tokens.form(token)));
    if (found != counted.index.end()) words.push_back(found->second);
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    for (std::size_t j = i + 1; j < words.size() && j <= i + kWindow; ++j) {
      const auto low = static_cast<std::uint64_t>(std::min(words[i], words[j]));
      const auto high = static_cast<std::uint64_t>(std::max(words[i], words[j]));
      pairs[low << 32 | high] += 1.0 / static_cast<double>(j - i);
    }
  }
}

// Positive pointwise mutual information, symmetric.
Matrix ppmi(const Pairs& pairs, std::size_t size) {
  std::vector<std::pair<std::uint64_t, double>> sorted(pairs.begin(), pairs.end());
  std::sort(sorted.begin(), sorted.end());
  std::vector<double> sums(size);
  for (const auto& [pair, times] : sorted) {
    sums[pair >> 32] += times;
    sums[pair & 0xFFFFFFFFU] += times;
  }
  double total = 0, smooth_total = 0;
  for (const double sum : sums) {
    total += sum;
    smooth_total += std::pow(sum, kSmoothing);
  }
  const auto share = [&](std::uint64_t word) {
    return std::pow(sums[word], kSmoothing) / smooth_total;
  };
  std::vector<Eigen::Triplet<double>> cells;
  for (const auto& [pair, times] : sorted) {
    const std::uint64_t a = pair >> 32;
    const std::uint64_t b = pair & 0xFFFFFFFFU;
    const double either = std::sqrt(share(a) * sums[b] / total * share(b) * sums[a] / total);
    const double value = std::log(times / total / either);
    if (value <= 0) continue;
    cells.emplace_back(static_cast<int>(a), static_cast<int>(b), value);
    if (a != b) cells.emplace_back(static_cast<int>(b), static_cast<int>(a), value);
  }
  Matrix matrix(static_cast<int>(size), static_cast<int>(size));
  matrix.setFromTriplets(cells.begin(), cells.end());
  return matrix;
}

base::Result<Eigen::MatrixXd> vectors_of(const Matrix& matrix) {
  Spectra::SparseSymMatProd<double> product(matrix);
  Spectra::SymEigsSolver<Spectra::SparseSymMatProd<double>> solver(product, kDims, 3 * kDims);
  solver.init();
  solver.compute(Spectra::SortRule::LargestMagn, 300, 1e-6);
  if (solver.info() != Spectra::CompInfo::Successful) {
    return base::fail(base::Code::internal, "the word vectors did not converge");
  }
  Eigen::MatrixXd vectors = solver.eigenvectors();
  for (int k = 0; k < kDims; ++k) {
    vectors.col(k) *= std::pow(std::abs(solver.eigenvalues()[k]), kPower);
    // An eigenvector's sign is free; fix it.
    Eigen::Index largest = 0;
    vectors.col(k).cwiseAbs().maxCoeff(&largest);
    if (vectors(largest, k) < 0) vectors.col(k) *= -1;
  }
  vectors.rowwise().normalize();
  return vectors;
}

ModelFile pack_words(const Counted& counted, const Eigen::MatrixXd& vectors) {
  std::vector<std::uint32_t> keys;
  std::vector<float> weights, scales;
  std::vector<std::int8_t> bytes;
  const double most = std::log(static_cast<double>(counted.all_texts) / kLeastCount);
  for (std::size_t i = 0; i < counted.words.size(); ++i) {
    keys.push_back(static_cast<std::uint32_t>(base::hash(counted.words[i])));
    const double idf = std::log(static_cast<double>(counted.all_texts) / counted.texts[i]) / most;
    weights.push_back(static_cast<float>(std::clamp(idf, 0.0, 1.0)));
    const auto row = vectors.row(static_cast<Eigen::Index>(i));
    const double scale = std::max(row.cwiseAbs().maxCoeff(), 1e-9) / 127;
    scales.push_back(static_cast<float>(scale));
    for (int k = 0; k < kDims; ++k)
      bytes.push_back(static_cast<std::int8_t>(std::round(row[k] / scale)));
  }
  ModelFile file("words");
  file.put("keys", keys);
  file.put("weights", weights);
  file.put("scales", scales);
  file.put("vectors", bytes);
  return file;
}

FullCard card_of(const Training& training, const Counted& counted) {
  FullCard card;
  card.head = "words";
  card.date = training.options.date;
  card.license = "CC BY-SA 4.0";
  card.data = text_sources();
  card.figures = {{"words known", "count", static_cast<double>(counted.words.size()), 0, 0,
                   static_cast<int>(counted.all_texts), "the training texts"}};
  card.known_failures = {"Little text: rare words have weak neighbors.",
                         "Opposites stand close to each other (love, hate)."};
  card.not_for = {"Anything but comparing short everyday texts."};
  return card;
}

}  // namespace

base::Result<Trained> train_words(const Training& training) {
  const auto texts = load_texts(training.data);
  if (!texts) return tl::unexpected(texts.error());
  const Counted counted = count_words(*texts);
  training.say("counting pairs of " + std::to_string(counted.words.size()) + " words");
  Pairs pairs;
  for (const auto& text : *texts) count_pairs(text, counted, pairs);
  training.say("finding vectors");
  const auto vectors = vectors_of(ppmi(pairs, counted.words.size()));
  if (!vectors) return tl::unexpected(vectors.error());
  return Trained{pack_words(counted, *vectors), card_of(training, counted)};
}

}  // namespace attune::language
