#include "app/sample/sample_workspace.h"

#include <algorithm>

#include "app/embedded_text.h"
#include "app/sample/generated.h"
#include "app/sample/story.h"

namespace fullcircle {
namespace {

constexpr int kMostPeople = 10'000;

/// The tests read both files, so neither of them fails here.
Language sample_words(std::string_view code) {
  auto english = Language::parse("en", embedded_sample_words("en"));
  auto words = Language::parse(code, embedded_sample_words(code), std::make_shared<Language>(english ? std::move(*english) : Language()));
  return words ? std::move(*words) : Language();
}

Document tell_story(SampleWriter& writer, const SampleOptions& options) {
  Story story(writer);
  build_story_team(story, options);
  draw_last_actions(story);
  build_story_cycles(story);
  build_story_goals(story);
  build_story_requests(story);
  build_story_previous_answers(story);
  build_story_feedback(story);
  build_story_growth(story);
  Document document = writer.finish(story.workspace);
  replay_story(document, story);
  return document;
}

Document generate(SampleWriter& writer, const SampleOptions& options) {
  Generated sample(writer);
  build_generated_team(sample, options);
  sample.cycle = writer.new_id<ReviewCycle>();
  build_generated_goals(sample);
  build_generated_reviews(sample);
  build_generated_growth(sample);
  build_generated_history(sample);
  return writer.finish(sample.workspace);
}

}  // namespace

Document build_sample_workspace(const SampleOptions& asked) {
  SampleOptions options = asked;
  options.people = std::clamp(options.people, 1, kMostPeople);
  const Language words = sample_words(options.language);
  SampleWriter writer(options, words);
  return options.people == kStoryPeople ? tell_story(writer, options) : generate(writer, options);
}

}  // namespace fullcircle
