#include "cli/graph.h"

#include <malloc.h>

#include <future>
#include <utility>

#include "client/case_yaml.h"
#include "client/dynamics.h"
#include "voice/acts_yaml.h"
#include "voice/typing.h"

namespace attune::cli {

base::Result<session::Desk*> Graph::desk(const std::string& case_id) const {
  const auto found = desks.find(case_id);
  if (found != desks.end()) return found->second.get();
  std::string known;
  for (const std::string& id : order) known += (known.empty() ? "" : ", ") + id;
  return base::fail(base::Code::not_found,
                    "there is no client '" + case_id + "'; the clients are " + known);
}

std::unique_ptr<session::Desk> Graph::seat(client::Case person) const {
  return std::make_unique<session::Desk>(std::move(person), dynamics, *reader, *meaning, *coach,
                                         acts, prompts.get(), ideas.get());
}

namespace {

/// Supporters answer what raters will be asked.
base::Result<session::SelfForm> self_form(const std::map<std::string, review::Instrument>& all) {
  session::SelfForm form;
  const auto found = all.find(form.instrument);
  if (found == all.end())
    return base::fail(base::Code::not_found, "there is no instrument " + form.instrument);
  form.items.clear();
  for (const review::Item& item : found->second.items) form.items[item.id] = {item.low, item.high};
  return form;
}

/// What a language model is given, and how it is judged by how these clients write.
base::Result<void> add_prompts(Graph& graph, const std::vector<client::Case>& cases) {
  const auto folder = graph.places.content / "prompts";
  auto prompts = voice::load_prompts(folder);
  if (!prompts) return tl::unexpected(prompts.error());
  graph.prompts = std::make_unique<voice::Prompts>(*std::move(prompts));
  auto ideas = voice::load_prompt_text(folder / "ideas.md");
  if (!ideas) return tl::unexpected(ideas.error());
  graph.ideas = std::make_unique<coach::ModeledCoach>(*graph.coach, std::move(ideas->text));
  for (const client::Case& person : cases)
    for (const client::Line& line : person.lines) graph.prompts->usage.add(voice::text_of(line));
  return {};
}

}  // namespace

base::Result<Graph> build_graph(Words words, coach::OwnStory own_story) {
  Graph graph;
  auto places = find_places();
  if (!places) return tl::unexpected(places.error());
  graph.places = *places;
  // The longest part of the start, so it begins first.
  auto loading = std::async(std::launch::async, client::load_cases, places->content / "clients");
  auto reader = language::Reader::open(places->models);
  if (!reader) return tl::unexpected(base::wrap("loading the models", reader.error()));
  graph.reader = *std::move(reader);
  auto meaning = language::Meaning::open(places->models, places->content / "lexicons");
  if (!meaning) return tl::unexpected(base::wrap("loading the lexicons", meaning.error()));
  graph.meaning = *std::move(meaning);
  auto coach = coach::Coach::open({places->content / "suggestions.yaml",
                                   places->content / "nudges.yaml", places->content / "ideas"},
                                  *graph.reader, *graph.meaning, own_story);
  if (!coach) return tl::unexpected(base::wrap("loading the coach's words", coach.error()));
  graph.coach = *std::move(coach);
  auto texts = debrief::load_texts(places->content / "debrief.yaml");
  if (!texts) return tl::unexpected(base::wrap("loading the debrief's texts", texts.error()));
  graph.texts = *std::move(texts);
  auto progress_texts = progress::load_texts(places->content / "progress.yaml");
  if (!progress_texts)
    return tl::unexpected(base::wrap("loading the progress page's texts", progress_texts.error()));
  graph.progress_texts = *std::move(progress_texts);
  auto protocols = protocol::load_protocols(places->content / "protocols");
  if (!protocols) return tl::unexpected(base::wrap("loading the protocols", protocols.error()));
  graph.protocols = *std::move(protocols);
  auto instruments = review::load_instruments(places->content / "instruments");
  if (!instruments)
    return tl::unexpected(base::wrap("loading the instruments", instruments.error()));
  graph.instruments = *std::move(instruments);
  auto dynamics = client::load_dynamics(places->content / "dynamics.yaml");
  if (!dynamics) return tl::unexpected(base::wrap("loading the dynamics", dynamics.error()));
  auto acts = voice::load_acts(places->content / "acts.yaml");
  if (!acts) return tl::unexpected(base::wrap("loading the acts", acts.error()));
  auto cases = loading.get();
  if (!cases) return tl::unexpected(base::wrap("loading the clients", cases.error()));
  if (words == Words::modeled)
    if (auto added = add_prompts(graph, *cases); !added)
      return tl::unexpected(base::wrap("loading the prompts", added.error()));
  graph.dynamics = *std::move(dynamics);
  graph.acts = *std::move(acts);
  const auto form = self_form(graph.instruments);
  if (!form) return tl::unexpected(form.error());
  for (client::Case& person : *cases) {
    graph.order.push_back(person.id);
    auto desk = graph.seat(std::move(person));
    desk->self_form = *form;
    graph.desks[graph.order.back()] = std::move(desk);
  }
  malloc_trim(0);  // what parsing gave back, some 35 MB, the allocator would keep
  return graph;
}

}  // namespace attune::cli
