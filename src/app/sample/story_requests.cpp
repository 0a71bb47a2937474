#include "app/sample/story.h"
#include "exchange/answer_file.h"

namespace fullcircle {
namespace {

enum class Progress { to_export, waiting, received };

struct StoryRequest {
  std::string_view subject, rater;
  RaterGroup group;
  Progress progress;
  int due_day = 5;
  int exported_day = -10;
  int received_day = -3;
  std::vector<int> ratings;  ///< in the order of the form; empty: drawn
  std::string_view keep, try_out;
};

constexpr auto manager = RaterGroup::manager, peer = RaterGroup::peer, report = RaterGroup::report, other = RaterGroup::other_team;
constexpr auto to_export = Progress::to_export, waiting = Progress::waiting, received = Progress::received;

/// Order of the ratings: communication, ownership, collaboration, expertise, customer focus, developing others.
std::vector<StoryRequest> requests_about_mara() {
  return {
      {"mara", "david", manager, received, 9, -10, 0, {4, 4, 4, 4, 5, 3}, "mara_4", "mara_4"},
      {"mara", "jonas", peer, received, 9, -10, -3, {4, 4, 3, 4, 4, 5}, "mara_1", ""},
      {"mara", "priya", peer, received, 9, -10, 0, {4, 4, 4, 4, 4, 2}, "mara_6", "mara_3"},
      {"mara", "tom", peer, received, 9, -10, -2, {4, 4, 3, 5, 5, 4}, "mara_7", ""},
      {"mara", "ines", peer, received, 9, -10, -1, {3, 4, 4, 4, 4, 3}, "", "mara_5"},
      {"mara", "yuki", peer, received, 9, -10, -4, {4, 5, 4, 4, 5, 4}, "mara_3", "mara_1"},
      {"mara", "ben", other, received, 9, -10, -2, {4, 4, 4, 4, 5, 3}, "mara_2", ""},
      {"mara", "samir", other, received, 9, -10, -2, {4, 5, 4, 4, 4, 4}, "mara_8", ""},
      {"mara", "carla", other, received, 9, -10, -1, {4, 4, 3, 5, 5, 3}, "", "mara_6"},
      {"mara", "oskar", report, received, 9, -10, -4, {4, 4, 4, 5, 5, 3}, "mara_5", "mara_2"},
      {"mara", "nils", report, received, 9, -10, -2, {5, 4, 3, 4, 5, 4}, "", ""},
      {"mara", "elena", other, waiting, 9},
  };
}

std::vector<StoryRequest> other_requests() {
  return {
      {"jonas", "elena", manager, waiting, -2, -9},
      {"jonas", "priya", peer, received, 5, -9, -4},
      {"jonas", "yuki", peer, received, 5, -9, -2},
      {"jonas", "ben", peer, received, 5, -9, 0},
      {"jonas", "tom", other, received, 5, -9, -3},
      {"jonas", "aisha", other, waiting, 5, -9},
      {"tom", "david", manager, received, 5, -7, -1},
      {"tom", "carla", peer, received, 5, -7, -1},
      {"tom", "mara", peer, received, 5, -7, 0},
      {"tom", "samir", peer, waiting, 5, -7},
      {"elena", "lena", manager, to_export, 9},
      {"elena", "ines", peer, to_export, 9},
      {"elena", "samir", peer, received, 9, -8, -2},
      {"elena", "aisha", peer, waiting, 9, -8},
      {"oskar", "mara", manager, received, 5, -10, -5},
      {"oskar", "nils", peer, received, 5, -10, -4},
      {"oskar", "ines", peer, received, 5, -10, -3},
      {"carla", "david", manager, received, 5, -10, -6},
      {"carla", "tom", peer, received, 5, -10, -5},
      {"carla", "aisha", peer, received, 5, -10, -5},
      {"yuki", "elena", manager, received, 5, -9, -4},
      {"yuki", "jonas", peer, received, 5, -9, -4},
      {"yuki", "priya", peer, received, 5, -9, -3},
      {"priya", "elena", manager, waiting, 5, -8},
      {"priya", "jonas", peer, received, 5, -8, -1},
      {"ben", "elena", manager, received, 5, -8, -1},
      {"ben", "yuki", peer, to_export, 5},
      {"david", "lena", manager, waiting, 5, -6},
      {"samir", "lena", manager, waiting, 5, -6},
      {"ines", "samir", manager, received, 5, -8, 0},
      {"nils", "mara", manager, waiting, 5, -8},
      {"aisha", "lena", manager, waiting, 5, -6},
  };
}

constexpr std::string_view kKeepItem = "keep", kTryItem = "try";

void add_words(FeedbackResponse& response, std::string_view item, std::string text) {
  Comment comment;
  comment.item = item;
  comment.text = std::move(text);
  response.comments.push_back(std::move(comment));
}

void add_example(Story& story, FeedbackResponse& response, std::string item, const std::string& key) {
  response.comments.push_back({std::move(item), story.text(key + ".situation"), story.text(key + ".behaviour"), story.text(key + ".impact"), {}, {}});
}

void add_story_words(Story& story, const StoryRequest& entry, FeedbackResponse& response) {
  if (!entry.keep.empty()) add_words(response, kKeepItem, story.text("keep." + std::string(entry.keep)));
  if (!entry.try_out.empty()) add_words(response, kTryItem, story.text("try." + std::string(entry.try_out)));
  if (entry.subject != "mara") return;
  if (entry.rater == "jonas") add_example(story, response, "communication", "sbi.mara_comm");
  if (entry.rater == "yuki") add_example(story, response, "collaboration", "sbi.mara_collab");
  if (entry.rater == "ines") add_example(story, response, "customer_focus", "sbi.mara_customer");
  if (entry.rater == "oskar") add_example(story, response, "developing_others", "sbi.mara_dev");
}

std::vector<int> draw_ratings(SeededRandom& random, double level) {
  std::vector<int> ratings;
  for (int i = 0; i < 6; ++i) ratings.push_back(std::clamp(static_cast<int>(level + random.spread() + 0.5), 2, 5));
  return ratings;
}

void add_drawn_words(Story& story, FeedbackResponse& response) {
  constexpr int kPool = 12;
  SeededRandom& random = story.writer.random;
  if (random.chance(0.7)) add_words(response, kKeepItem, story.writer.text_of("pool.keep.", random.between(1, kPool)));
  if (random.chance(0.6)) add_words(response, kTryItem, story.writer.text_of("pool.try.", random.between(1, kPool)));
}

FeedbackRequest make_request(Story& story, const StoryRequest& entry) {
  SampleWriter& writer = story.writer;
  FeedbackRequest request;
  request.id = writer.new_id<FeedbackRequest>();
  request.cycle = story.cycle;
  request.subject = story.person(entry.subject);
  request.rater = story.person(entry.rater);
  request.group = entry.group;
  request.due_day = writer.day(entry.due_day);
  request.token = writer.random.token();
  request.form_version = story.form.version;
  if (entry.progress == Progress::to_export) return request;
  request.state = RequestState::exported;
  request.exported_at = writer.at(entry.exported_day, 11, writer.random.between(0, 50));
  if (entry.progress == Progress::received) {
    request.state = RequestState::received;
    request.received_at = writer.at(entry.received_day, 8, writer.random.between(0, 59));
  }
  return request;
}

void add_answer(Story& story, const StoryRequest& entry, const FeedbackRequest& request) {
  SeededRandom& random = story.writer.random;
  auto response = make_story_response(story, story.cycle, entry.subject, entry.group,
                                      entry.ratings.empty() ? draw_ratings(random, 3.4 + 0.8 * random.share()) : entry.ratings);
  response.id = response_id_for(request.token);
  if (entry.group == RaterGroup::manager) response.author = request.rater;
  response.submitted_at = request.received_at;
  if (entry.ratings.empty())
    add_drawn_words(story, response);
  else
    add_story_words(story, entry, response);
  // Half of a group are first seen in another order than they were asked in; stamps must not give the order away.
  story.writer.add(std::move(response), *request.received_at);
}

/// The one request that reached this device as a file: Aisha is asked about Elena and has begun to answer.
void add_received_request(Story& story, const FeedbackRequest& request) {
  ReceivedRequest received_request;
  received_request.id = Id<ReceivedRequest>(request.id);
  received_request.team_name = story.text("team.name");
  received_request.subject_name = "Elena";
  received_request.subject_role = story.text("role.product_lead");
  received_request.asked_by = "Lena";
  received_request.group = request.group;
  received_request.due_day = request.due_day;
  received_request.token = request.token;
  received_request.form = story.form.id;
  received_request.sections = story.form.sections;
  for (auto& section : received_request.sections)
    for (auto& item : section.items)
      for (const auto& competency : story.competency_records)
        if (item.competency == competency.id) item.anchors = competency.anchors;
  const auto& items = received_request.sections[0].items;
  for (int i = 0; i < 3; ++i) received_request.answers.push_back({items[static_cast<std::size_t>(i)].key, i == 1 ? 5.0 : 4.0, false, {}, {}});
  story.writer.add(std::move(received_request), story.writer.at(-2, 17));
}

void add_self_reviews(Story& story) {
  for (const auto& [key, boss] : story.managers) {
    SeededRandom& random = story.writer.random;
    auto response = make_story_response(story, story.cycle, key, RaterGroup::self,
                                        key == "mara" ? std::vector<int>{4, 4, 5, 4, 3, 4} : draw_ratings(random, 3.8));
    response.id = story.writer.new_id<FeedbackResponse>();
    response.author = story.person(key);
    response.submitted_at = story.writer.at(-20 - random.between(0, 6), 13, random.between(0, 59));
    if (key == "mara") response.submitted_at = story.writer.at(-20, 17, 5);
    story.writer.add(response, *response.submitted_at);
  }
}

void add_import_log(Story& story) {
  ImportLog log;
  log.id = story.writer.new_id<ImportLog>();
  log.at = story.writer.at(0, 9, 12);
  for (std::string_view file : {"answer-david-mara", "answer-priya-mara", "answer-ben-jonas", "answer-mara-tom", "answer-samir-ines"})
    log.files.push_back({std::string(file) + ".fullcircle", ImportOutcome::fresh, {}, {}});
  log.files.push_back({"answer-jonas-mara.fullcircle", ImportOutcome::already_there, {}, {}});
  log.new_count = 5;
  log.known_count = 1;
  story.writer.add(std::move(log), story.writer.at(0, 9, 12));
}

}  // namespace

FeedbackResponse make_story_response(Story& story, Id<ReviewCycle> cycle, std::string_view subject, RaterGroup group,
                                     const std::vector<int>& ratings) {
  FeedbackResponse response;
  response.cycle = cycle;
  response.subject = story.person(subject);
  response.group = group;
  response.form = story.form.id;
  response.form_version = story.form.version;
  const auto& items = story.form.sections[0].items;
  for (std::size_t i = 0; i < items.size() && i < ratings.size(); ++i)
    response.answers.push_back({items[i].key, static_cast<double>(ratings[i]), false, {}, {}});
  return response;
}

void build_story_requests(Story& story) {
  add_self_reviews(story);
  auto entries = requests_about_mara();
  for (auto& entry : other_requests()) entries.push_back(std::move(entry));
  for (const auto& entry : entries) {
    auto request = make_request(story, entry);
    if (entry.progress == Progress::received) add_answer(story, entry, request);
    if (entry.rater == "aisha" && entry.subject == "elena") add_received_request(story, request);
    story.writer.add(std::move(request), story.writer.at(-14, 9, 30));
  }
  add_import_log(story);
}

/// Half a year ago, three or four answers each. Asked for and collected then; the requests were cleared away.
void build_story_previous_answers(Story& story) {
  SampleWriter& writer = story.writer;
  const auto add = [&](const std::string& key, RaterGroup group, const std::vector<int>& ratings, int day) {
    auto response = make_story_response(story, story.previous_cycle, key, group, ratings);
    response.id = writer.new_id<FeedbackResponse>();
    if (group == RaterGroup::self) response.author = story.person(key);
    if (group == RaterGroup::manager) response.author = story.managers[key];
    response.submitted_at = writer.at(kPreviousCycleShift + day, 15, writer.random.between(0, 59));
    if (group == RaterGroup::peer) add_drawn_words(story, response);
    writer.add(response, *response.submitted_at);
  };
  for (const auto& [key, boss] : story.managers) {
    if (key == "nils") continue;
    if (key == "mara") {
      add(key, RaterGroup::self, {4, 4, 4, 4, 3, 4}, -20);
      add(key, RaterGroup::manager, {4, 4, 3, 4, 4, 3}, 2);
      for (const auto& ratings : {std::vector{4, 4, 4, 4, 4, 3}, {4, 4, 3, 4, 5, 3}, {3, 4, 4, 4, 4, 3}, {4, 4, 3, 4, 4, 2}}) add(key, RaterGroup::peer, ratings, 1);
      continue;
    }
    const double level = 3.3 + 0.8 * writer.random.share();
    add(key, RaterGroup::self, draw_ratings(writer.random, 3.8), -20);
    add(key, RaterGroup::manager, draw_ratings(writer.random, level), 2);
    for (int i = 0; i < 3; ++i) add(key, RaterGroup::peer, draw_ratings(writer.random, level), 1);
  }
}

}  // namespace fullcircle
