#include "debrief/sheet_plot.h"

#include <algorithm>
#include <cmath>

#include "base/markup.h"

namespace attune::debrief {
namespace {

using conversation::Speaker;
namespace svg = base::svg;

// In the plot's own units; the page scales it to its width.
constexpr double kLeft = 84, kRight = 704, kWide = 720;
constexpr double kTop = 16, kBottom = 196;         // of the lines
constexpr double kBarTop = 222, kBarBottom = 282;  // of the columns
constexpr double kHigh = 324;

class Plot {
 public:
  explicit Plot(const Sheet& sheet) : sheet_(sheet), course_(sheet.course) {
    for (const CoursePoint& point : course_) {
      top_ = std::max(top_, std::abs(point.valence));
      longest_ = std::max(longest_, point.words);
    }
    top_ = std::min(1.0, std::ceil(top_ * 4) / 4);
    step_ = (kRight - kLeft) / static_cast<double>(std::max<std::size_t>(1, course_.size()));
  }

  std::string draw() {
    return frame() + moments() + columns() + line(Speaker::supporter) + line(Speaker::client) +
           key();
  }

 private:
  [[nodiscard]] double x(std::size_t at) const {
    return kLeft + step_ * (static_cast<double>(at) + 0.5);
  }
  [[nodiscard]] double y(double valence) const {
    return (kTop + kBottom) / 2 - valence / top_ * (kBottom - kTop) / 2;
  }
  std::string frame() const;
  std::string moments() const;
  std::string columns() const;
  std::string line(Speaker speaker) const;
  std::string key() const;

  const Sheet& sheet_;
  const std::vector<CoursePoint>& course_;
  double top_ = 0.5, step_ = 1;
  int longest_ = 1;
};

std::string Plot::frame() const {
  std::string out = svg::line({kLeft, kTop}, {kRight, kTop}, "axis") +
                    svg::line({kLeft, y(0)}, {kRight, y(0)}, "zero") +
                    svg::line({kLeft, kBottom}, {kRight, kBottom}, "axis") +
                    svg::line({kLeft, kBarBottom}, {kRight, kBarBottom}, "zero");
  out += svg::text({kLeft - 10, kTop + 4}, "pleasant", "end") +
         svg::text({kLeft - 10, y(0) + 4}, "0", "end") +
         svg::text({kLeft - 10, kBottom + 4}, "unpleasant", "end") +
         svg::text({kLeft - 10, kBarBottom - 4}, "words", "end") +
         svg::text({kLeft - 10, kBarTop + 8}, std::to_string(longest_), "end");
  const std::size_t every = std::max<std::size_t>(1, course_.size() / 12);
  std::size_t free = 0;  // the first place that is not too near the last number
  for (std::size_t i = 0; i < course_.size(); ++i) {
    if (course_[i].speaker != Speaker::supporter || i < free) continue;
    out += svg::text({x(i), kBarBottom + 15}, std::to_string(course_[i].turn), "middle");
    free = i + every;
  }
  return out;
}

std::string Plot::moments() const {
  std::string out;
  for (std::size_t i = 0; i < course_.size(); ++i) {
    const bool looked = std::ranges::any_of(sheet_.moments, [&](const Moment& moment) {
      return course_[i].speaker == Speaker::supporter && moment.quote.turn == course_[i].turn;
    });
    if (looked) out += svg::line({x(i), kTop}, {x(i), kBarBottom}, "look");
  }
  return out;
}

std::string Plot::columns() const {
  std::string out;
  const double width = std::clamp(step_ * 0.6, 1.0, 16.0);
  for (std::size_t i = 0; i < course_.size(); ++i) {
    const double height =
        std::max(1.0, (kBarBottom - kBarTop) * course_[i].words / static_cast<double>(longest_));
    out += svg::rect({x(i) - width / 2, kBarBottom - height}, {width, height},
                     course_[i].speaker == Speaker::client ? "client-bar" : "own-bar");
  }
  return out;
}

std::string Plot::line(Speaker speaker) const {
  const bool client = speaker == Speaker::client;
  const double size = std::clamp(step_ / 4, 1.2, 4.0);
  std::string points, marks;
  for (std::size_t i = 0; i < course_.size(); ++i) {
    if (course_[i].speaker != speaker) continue;
    const double at = y(course_[i].valence);
    points += svg::number(x(i)) + "," + svg::number(at) + " ";
    marks += client ? svg::circle({x(i), at}, size, "client-mark")
                    : svg::rect({x(i) - size * 0.8, at - size * 0.8}, {size * 1.6, size * 1.6},
                                "own-mark");
  }
  return "<polyline class=\"" + std::string(client ? "client-line" : "own-line") + "\" points=\"" +
         points + "\"/>\n" + marks;
}

std::string Plot::key() const {
  const double at = kHigh - 8;
  std::string out = svg::line({kLeft, at - 4}, {kLeft + 26, at - 4}, "client-line") +
                    svg::circle({kLeft + 13, at - 4}, 4, "client-mark") +
                    svg::text({kLeft + 34, at}, sheet_.client, "start");
  out += svg::line({kLeft + 150, at - 4}, {kLeft + 176, at - 4}, "own-line") +
         svg::rect({kLeft + 160, at - 7}, {6.4, 6.4}, "own-mark") +
         svg::text({kLeft + 184, at}, "you", "start");
  if (!sheet_.moments.empty())
    out += svg::line({kLeft + 236, at - 4}, {kLeft + 262, at - 4}, "look") +
           svg::text({kLeft + 270, at}, "a moment to look at again", "start");
  return out + svg::text({kRight, at}, "numbers: replies", "end");
}

}  // namespace

std::string course_plot(const Sheet& sheet, const std::string& id) {
  return "<svg viewBox=\"0 0 " + svg::number(kWide) + " " + svg::number(kHigh) +
         "\" role=\"img\" aria-labelledby=\"" + id + "-plot\">\n<title id=\"" + id +
         "-plot\">How pleasant or unpleasant the words read of " + base::escaped(sheet.client) +
         " and of you, turn by turn, with the length of each turn as columns; the "
         "table after it says the same.</title>\n" +
         Plot(sheet).draw() + "</svg>\n";
}

}  // namespace attune::debrief
