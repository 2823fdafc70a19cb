#include "server/review_json.h"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace attune::server {
namespace {

using Json = nlohmann::ordered_json;
using base::Result;

std::string printed(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// What `read` makes of the body. The library's own message may quote it, so it is not passed on.
template <class T, class Read>
Result<T> reading(std::string_view body, const char* what, Read read) {
  try {
    return read(Json::parse(body));
  } catch (const std::exception&) {
    return base::fail(base::Code::invalid,
                      std::string(what) + ", as docs/formats/api.md says; reload the page");
  }
}

std::optional<int> whole(const Json& json, const char* key) {
  if (!json.contains(key) || json.at(key).is_null()) return std::nullopt;
  const Json& value = json.at(key);
  if (!value.is_number_integer() || value < -1000 || value > 1'000'000)
    throw std::out_of_range("a number");
  return value.get<int>();
}

Json numbered_words(const std::map<int, std::string>& words) {
  Json out = Json::object();
  for (const auto& [value, text] : words) out[std::to_string(value)] = text;
  return out;
}

Json instrument_json(const review::Instrument& one) {
  Json items = Json::array(), codes = Json::array();
  for (const review::Item& item : one.items)
    items.push_back({{"id", item.id},
                     {"ask", item.ask},
                     {"self", item.self},
                     {"low", item.low},
                     {"high", item.high},
                     {"count", item.count},
                     {"anchors", numbered_words(item.anchors)}});
  for (const review::Code& code : one.codes)
    codes.push_back({{"id", code.id},
                     {"title", code.title},
                     {"about", code.about},
                     {"needs_text", code.needs_text}});
  return {{"id", one.id},
          {"title", one.title},
          {"about", one.about},
          {"license", one.license},
          {"target", review::name(one.target)},
          {"items", std::move(items)},
          {"severity", numbered_words(one.severity)},
          {"codes", std::move(codes)}};
}

Json turns_json(const std::vector<conversation::Turn>& turns) {
  const auto numbers = review::numbers(turns);
  Json all = Json::array();
  for (std::size_t i = 0; i < turns.size(); ++i)
    all.push_back({{"turn", numbers[i]},
                   {"speaker", conversation::name(turns[i].speaker)},
                   {"text", turns[i].text}});
  return all;
}

const char* kind_of(const review::Task& task) {
  return task.is_pair() ? "pair" : "talk";
}

/// How many of the rater's tasks in the batch are handed in.
Json progress_json(const review::Batch& batch, const Colleague& rater,
                   const std::set<std::string>& done) {
  std::size_t count = 0;
  const auto tasks = review::tasks(batch, rater.id);
  for (const review::Task& task : tasks) count += done.contains(task.id) ? 1 : 0;
  return {{"id", rater.id},
          {"name", rater.name},
          {"group", review::name(rater.group)},
          {"done", count},
          {"of", tasks.size()}};
}

}  // namespace

Result<Filled> read_filled(std::string_view body) {
  auto form = review::form_from_json(body);
  if (!form) return tl::unexpected(form.error());
  return reading<Filled>(body, "a form needs sheets and marks", [&](const Json& json) {
    return Filled{*form, json.value("left_out", std::vector<std::string>{})};
  });
}

std::string filled_json(const Filled& filled) {
  Json json = Json::parse(review::to_json(filled.form));
  json["left_out"] = filled.left_out;
  return printed(json);
}

Result<Shown> read_choice(std::string_view body) {
  return reading<
      Shown>(body, "a pair's form has preferred, reason and seconds", [](const Json& json) {
    return Shown{whole(json, "preferred"), json.value("reason", ""), json.value("seconds", 0.0)};
  });
}

std::string choice_json(const Shown& choice) {
  return printed({{"preferred", choice.preferred ? Json(*choice.preferred) : Json(nullptr)},
                  {"reason", choice.reason},
                  {"seconds", choice.seconds}});
}

Result<review::Batch> read_batch(std::string_view body) {
  using Strings = std::vector<std::string>;
  return reading<review::Batch>(
      body, "a batch has a title, instruments, talks and raters", [](const Json& json) {
        review::Batch batch{.id = "",
                            .title = json.at("title"),
                            .instruments = json.value("instruments", Strings{}),
                            .talks = json.value("talks", Strings{}),
                            .pairs = {},
                            .raters = json.at("raters").get<Strings>(),
                            .seed = 0,
                            .trial = json.value("trial", "")};
        for (const Json& pair : json.value("pairs", Json::array()))
          batch.pairs.emplace_back(pair.at(0), pair.at(1));
        return batch;
      });
}

Result<review::Settled> read_settled(std::string_view body) {
  return reading<review::Settled>(body, "what is settled has a talk, an instrument, what and open",
                                  [](const Json& json) {
                                    return review::Settled{.talk = json.at("talk"),
                                                           .instrument = json.at("instrument"),
                                                           .what = json.at("what"),
                                                           .turn = whole(json, "turn"),
                                                           .value = whole(json, "value"),
                                                           .reason = json.value("reason", ""),
                                                           .by = "",
                                                           .open = json.at("open")};
                                  });
}

Result<ImportWish> read_import(std::string_view body) {
  return reading<ImportWish>(
      body, "an import has a basis, a text and preview", [](const Json& json) {
        return ImportWish{json.at("basis"), json.value("note", ""), json.at("text"),
                          json.value("client", ""), json.value("preview", true)};
      });
}

std::string imported_json(const std::vector<Imported>& talks, Words words) {
  Json all = Json::array();
  for (const Imported& one : talks) {
    Json talk{{"talk", one.talk},
              {"turns", one.words.turns.size()},
              {"replaced", one.words.replaced.size()}};
    if (words == Words::shown) {
      talk["turns_preview"] = turns_json(one.words.turns);
      talk["found"] = Json::array();
      for (const corpus::Replaced& what : one.words.replaced)
        talk["found"].push_back({{"was", what.was}, {"as", what.as}});
    }
    all.push_back(std::move(talk));
  }
  return printed({{"talks", std::move(all)}});
}

std::string instruments_json(const std::map<std::string, review::Instrument>& instruments) {
  Json all = Json::array();
  for (const auto& [_, one] : instruments) all.push_back(instrument_json(one));
  return printed({{"instruments", std::move(all)}});
}

std::string queue_json(const review::Book& book, const std::vector<Queued>& queue) {
  Json all = Json::array();
  for (const Queued& one : queue)
    all.push_back({{"task", one.task.id},
                   {"batch", book.batches.at(one.task.batch).title},
                   {"title", one.task.title},
                   {"kind", kind_of(one.task)},
                   {"state", one.state},
                   {"turns", one.turns}});
  const auto done = std::ranges::count(queue, "done", &Queued::state);
  return printed({{"tasks", std::move(all)},
                  {"done", done},
                  {"of", queue.size()},
                  {"simulated", std::ranges::any_of(queue, &Queued::simulated)}});
}

std::string task_json(const TaskPage& page) {
  Json json{{"task", page.task.id},
            {"kind", kind_of(page.task)},
            {"title", page.task.title},
            {"instruments", page.instruments}};
  if (page.task.is_pair()) {
    json["left"] = {{"turns", turns_json(page.left)}};
    json["right"] = {{"turns", turns_json(page.right)}};
  } else {
    json["turns"] = turns_json(page.left);
  }
  json["draft"] = page.draft.empty() ? Json(nullptr) : Json::parse(page.draft);
  json["state"] = page.state;
  return printed(json);
}

std::string own_ratings_json(const review::Shelf& shelf, const std::string& rater) {
  std::map<std::string, review::Task> tasks;
  for (const auto& [_, batch] : shelf.book().batches)
    if (std::ranges::find(batch.raters, rater) != batch.raters.end())
      for (review::Task& task : review::tasks(batch, rater)) tasks[task.id] = task;
  std::vector<std::pair<base::Instant, Json>> all;
  const auto add = [&](const auto& one, const char* kind, Json form) {
    const auto task = tasks.find(one.task);
    const bool known = task != tasks.end();
    const std::string batch = known ? shelf.book().batches.at(task->second.batch).title : "";
    all.emplace_back(one.at, Json{{"task", one.task},
                                  {"batch", batch},
                                  {"title", known ? task->second.title : ""},
                                  {"kind", kind},
                                  {"at", one.at.time_since_epoch().count()},
                                  {"form", std::move(form)}});
  };
  for (const review::Rating& one : shelf.book().ratings)
    if (one.rater.id == rater) add(one, "talk", Json::parse(review::to_json(one.form)));
  for (const review::Choice& one : shelf.book().choices) {
    if (one.rater.id != rater) continue;
    const auto task = tasks.find(one.task);
    const bool swapped = task != tasks.end() && task->second.swapped;
    const Shown shown{swapped ? -one.preferred : one.preferred, one.reason, one.seconds};
    add(one, "pair", Json::parse(choice_json(shown)));
  }
  std::ranges::stable_sort(all, std::greater{}, [](const auto& one) { return one.first; });
  Json ratings = Json::array();
  for (auto& [_, json] : all) ratings.push_back(std::move(json));
  return printed({{"ratings", std::move(ratings)}});
}

std::string talks_json(const review::Shelf& shelf) {
  std::map<std::string, int> rated;
  for (const review::Rating* one : shelf.book().counting()) ++rated[one->talk];
  Json all = Json::array();
  for (const auto& [id, talk] : shelf.talks()) {
    Json json{{"talk", id}, {"origin", review::name(talk.origin)}, {"turns", talk.replies}};
    if (talk.origin == review::Origin::session)
      json["opened"] = talk.opened.time_since_epoch().count();
    json["rated"] = rated[id];
    json["training"] = talk.training;
    json["gold"] = shelf.book().gold.contains(id);
    all.push_back(std::move(json));
  }
  return printed({{"talks", std::move(all)}});
}

std::string raters_json(const std::vector<Colleague>& raters) {
  Json all = Json::array();
  for (const Colleague& one : raters)
    all.push_back({{"id", one.id}, {"name", one.name}, {"group", review::name(one.group)}});
  return printed({{"raters", std::move(all)}});
}

std::string batch_json(const std::string& id) {
  return printed({{"batch", id}});
}

std::string batches_json(const review::Shelf& shelf, const std::vector<Colleague>& raters) {
  std::set<std::string> done;
  for (const auto& one : shelf.book().ratings) done.insert(one.task);
  for (const auto& one : shelf.book().choices) done.insert(one.task);
  Json all = Json::array();
  for (const auto& [id, batch] : shelf.book().batches) {
    Json progress = Json::array();
    for (const std::string& rater : batch.raters) {
      const auto known = std::ranges::find(raters, rater, &Colleague::id);
      // Whoever may not rate any more keeps what they did, without a name.
      const Colleague one = known == raters.end() ? Colleague{.id = rater, .name = ""} : *known;
      progress.push_back(progress_json(batch, one, done));
    }
    all.push_back({{"batch", id},
                   {"title", batch.title},
                   {"instruments", batch.instruments},
                   {"talks", batch.talks.size()},
                   {"pairs", batch.pairs.size()},
                   {"trial", batch.trial},
                   {"raters", std::move(progress)}});
  }
  return printed({{"batches", std::move(all)}});
}

std::string disagreements_json(const std::vector<Differing>& items, std::size_t more) {
  Json all = Json::array();
  for (const Differing& one : items) {
    const review::Disagreement& about = one.about;
    Json json{{"talk", about.talk},
              {"instrument", about.instrument},
              {"what", about.what},
              {"title", about.title}};
    if (about.turn) json["turn"] = *about.turn;
    json["words"] = one.words;
    json["values"] = Json::array();
    for (const review::Voice& voice : about.voices)
      json["values"].push_back({{"rater", voice.rater},
                                {"group", review::name(voice.kind)},
                                {"value", voice.value},
                                {"text", voice.text}});
    json["settled"] = nullptr;
    if (const review::Settled* word = about.settled)
      json["settled"] = {{"value", word->value ? Json(*word->value) : Json(nullptr)},
                         {"open", word->open},
                         {"reason", word->reason}};
    all.push_back(std::move(json));
  }
  return printed({{"items", std::move(all)}, {"more", more}});
}

std::string agreement_json(const review::AgreementReport& report, const review::Sliced& slice) {
  Json json = Json::parse(review::to_json(report));
  json["gold"] = Json::array();
  for (const auto& [rater, known] : slice.gold)
    json["gold"].push_back({{"rater", rater}, {"n", known.n}, {"same", known.same}});
  return printed(json);
}

}  // namespace attune::server
