#include "app/sample/story.h"

namespace fullcircle {
namespace {

struct StoryFeedback {
  std::string_view author, about;
  int day;
  FeedbackKind kind;
  std::string_view competency;
};

constexpr auto keep = FeedbackKind::keep, try_out = FeedbackKind::try_out, thanks = FeedbackKind::thanks;

/// The words are at "feedback.<author>_<about>".
constexpr StoryFeedback kFeedback[] = {
    {"jonas", "mara", -7, keep, "communication"},      {"oskar", "mara", -22, keep, "customer_focus"},
    {"elena", "mara", -38, try_out, "collaboration"},  {"nils", "mara", -34, keep, "developing_others"},
    {"david", "mara", -45, keep, "communication"},     {"ben", "mara", -52, keep, "ownership"},
    {"tom", "mara", -60, thanks, "collaboration"},     {"ines", "mara", -64, try_out, "communication"},
    {"mara", "jonas", -9, keep, "ownership"},          {"elena", "jonas", -16, keep, "communication"},
    {"yuki", "jonas", -30, try_out, "collaboration"},  {"david", "tom", -12, keep, "communication"},
    {"carla", "tom", -25, try_out, "ownership"},       {"elena", "priya", -16, keep, "expertise"},
    {"priya", "yuki", -19, keep, "customer_focus"},    {"lena", "carla", -41, thanks, "ownership"},
    {"samir", "ines", -11, keep, "customer_focus"},    {"lena", "ines", -27, try_out, "ownership"},
    {"mara", "oskar", -10, keep, "developing_others"}, {"mara", "nils", -6, try_out, "communication"},
    {"oskar", "nils", -20, keep, "customer_focus"},    {"elena", "ben", -5, keep, "communication"},
    {"aisha", "david", -33, keep, "collaboration"},    {"tom", "david", -3, try_out, "ownership"},
    {"lena", "samir", -4, thanks, "customer_focus"},   {"ben", "elena", -8, keep, "communication"},
    {"mara", "aisha", -29, thanks, "ownership"},
};

void add_feedback(Story& story) {
  for (const auto& entry : kFeedback) {
    Feedback record;
    record.id = story.writer.new_id<Feedback>();
    record.author = story.person(entry.author);
    record.about = story.person(entry.about);
    record.day = story.writer.day(entry.day);
    record.kind = entry.kind;
    record.text = story.text("feedback." + std::string(entry.author) + "_" + std::string(entry.about));
    record.competency = story.competencies.find(entry.competency)->second;
    story.writer.add(std::move(record), story.writer.at(entry.day, 16, story.writer.random.between(0, 59)));
  }
  Feedback note;
  note.id = story.writer.new_id<Feedback>();
  note.author = story.person("david");
  note.about = story.person("mara");
  note.day = story.writer.day(-5);
  note.text = story.text("note.david_mara");
  note.is_private = true;
  story.writer.add(std::move(note), story.writer.at(-5, 18));
}

struct LastCheckIn {
  std::string_view person;
  int day;
};
constexpr LastCheckIn kLastCheckIns[] = {
    {"aisha", -3}, {"ben", -6},  {"carla", -1}, {"david", -5},  {"elena", -4},  {"ines", -9}, {"jonas", -2},
    {"nils", -7},  {"oskar", 0}, {"priya", -12}, {"samir", -8}, {"tom", -13},   {"yuki", -1},
};

CheckIn make_check_in(Story& story, std::string_view person, int day) {
  CheckIn check_in;
  check_in.id = story.writer.new_id<CheckIn>();
  check_in.person = story.person(person);
  check_in.with = story.managers.find(person)->second;
  check_in.day = story.writer.day(day);
  check_in.is_held = true;
  return check_in;
}

/// Mara's last seven, a fortnight apart; how she was, in figures she chose to share.
void add_check_ins_of_mara(Story& story) {
  constexpr int kWithWords = 4;
  static constexpr double kWellbeing[] = {3.7, 3.5, 3.6, 3.4, 3.1, 3.5, 4.0};
  constexpr int kCount = static_cast<int>(std::size(kWellbeing));
  for (int i = 0; i < kCount; ++i) {
    const int day = -16 - 14 * (kCount - 1 - i);
    CheckIn check_in = make_check_in(story, "mara", day);
    check_in.wellbeing = kWellbeing[i];
    if (const int number = i - (kCount - kWithWords) + 1; number >= 1) {
      check_in.person_words = story.writer.text_of("check_in.mara_", number);
      check_in.with_words = story.writer.text_of("check_in.david_", number);
      check_in.next_steps = story.writer.text_of("check_in.next_", number);
      if (number == 1) check_in.private_note = story.text("check_in.private");
    }
    check_in.goals = {story.goals["tickets"], story.goals["agents"]};
    story.writer.add(std::move(check_in), story.writer.at(day, 11));
  }
}

void add_other_check_ins(Story& story) {
  constexpr int kPool = 6, kNextPool = 4, kBack = 3, kRhythmDays = 14;
  SeededRandom& random = story.writer.random;
  for (const auto& last : kLastCheckIns) {
    for (int i = kBack - 1; i >= 0; --i) {
      const int day = last.day - i * kRhythmDays;
      CheckIn check_in = make_check_in(story, last.person, day);
      const int number = random.between(1, kPool);
      check_in.person_words = story.writer.text_of("pool.check_in_person.", number);
      check_in.with_words = story.writer.text_of("pool.check_in_with.", number);
      check_in.next_steps = story.writer.text_of("pool.check_in_next.", random.between(1, kNextPool));
      story.writer.add(std::move(check_in), story.writer.at(day, 9, random.between(0, 59)));
    }
  }
  struct Planned {
    std::string_view person;
    int day;
  };
  for (const Planned& planned : {Planned{"tom", 0}, Planned{"priya", 1}}) {
    CheckIn check_in = make_check_in(story, planned.person, planned.day);
    check_in.is_held = false;
    story.writer.add(std::move(check_in), story.writer.at(-5, 9));
  }
}

}  // namespace

void build_story_feedback(Story& story) {
  add_feedback(story);
  add_check_ins_of_mara(story);
  add_other_check_ins(story);
}

}  // namespace fullcircle
