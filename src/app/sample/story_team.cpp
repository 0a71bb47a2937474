#include "app/sample/story.h"

#include "app/person_tint.h"
#include "app/templates.h"

namespace fullcircle {
namespace {

struct StoryPerson {
  std::string_view key, name, role, unit, manager;
  int joined_days_ago;
  std::size_t tint;   ///< of the avatar, so that neighbours in the lists differ
};

constexpr StoryPerson kPeople[] = {
    {"lena", "Lena", "managing_director", "", "", 4100, 6},
    {"aisha", "Aisha", "people_partner", "operations", "lena", 1320, 5},
    {"ben", "Ben", "data_analyst", "product", "elena", 610, 6},
    {"carla", "Carla", "office_manager", "operations", "david", 2240, 1},
    {"david", "David", "operations_lead", "operations", "lena", 2950, 2},
    {"elena", "Elena", "product_lead", "product", "lena", 1780, 4},
    {"ines", "Ines", "account_manager", "sales", "samir", 980, 0},
    {"jonas", "Jonas", "engineer_a", "product", "elena", 1510, 5},
    {"mara", "Mara", "support_lead", "support", "david", 1890, 0},
    {"nils", "Nils", "support_agent_b", "support", "mara", 250, 4},
    {"oskar", "Oskar", "support_agent_a", "support", "mara", 740, 1},
    {"priya", "Priya", "engineer_b", "product", "elena", 460, 2},
    {"samir", "Samir", "sales_lead", "sales", "lena", 2080, 1},
    {"tom", "Tom", "buyer", "operations", "david", 860, 3},
    {"yuki", "Yuki", "designer", "product", "elena", 1150, 3},
};

struct StoryUnit {
  std::string_view key, head;
};
constexpr StoryUnit kUnits[] = {{"support", "mara"}, {"product", "elena"}, {"operations", "david"}, {"sales", "samir"}};

const int kSetUpDay = -400;

void build_units_and_people(Story& story) {
  SampleWriter& writer = story.writer;
  for (const auto& person : kPeople) {
    auto id = writer.new_id<Person>();
    while (person_tint(id.high) != person.tint) ++id.high;
    story.people.emplace(person.key, id);
  }
  for (const auto& unit : kUnits) {
    Unit record;
    record.id = story.units.emplace(unit.key, writer.new_id<Unit>()).first->second;
    record.name = story.text("unit." + std::string(unit.key));
    record.head = story.person(unit.head);
    writer.add(std::move(record), writer.at(kSetUpDay, 9));
  }
  for (const auto& person : kPeople) {
    const std::string key(person.key);
    Person record;
    record.id = story.person(key);
    record.name = person.name;
    record.email = key + "@northside.example";
    record.role = story.roles.find(person.role)->second;
    if (!person.unit.empty()) record.unit = story.units.find(person.unit)->second;
    if (!person.manager.empty()) record.manager = story.managers[key] = story.person(person.manager);
    record.is_external = person.manager.empty();  // the board: asked for feedback, not reviewed with the team
    record.joined_day = writer.day(-person.joined_days_ago);
    if (const auto wish = "wish." + key; writer.words.has(wish)) record.coaching_wish = story.text(wish);
    if (!record.coaching_wish.empty()) record.coaching_style = key == "tom" || key == "priya" ? CoachingStyle::structured : CoachingStyle::free;
    if (key == "mara") record.lead_note = story.text("note.david_mara");
    writer.add(std::move(record), writer.at(-std::min(person.joined_days_ago, -kSetUpDay), 10));
  }
}

void build_roles(Story& story) {
  for (const auto& person : kPeople) {
    const std::string key(person.role);
    if (story.roles.contains(key)) continue;
    Role role;
    role.id = story.roles[key] = story.writer.new_id<Role>();
    role.name = story.text("role." + key);
    const auto optional_text = [&](const std::string& name) {
      return story.writer.words.has(name) ? story.text(name) : std::string();
    };
    const auto numbered = [&](const std::string& group, std::vector<std::string>& out) {
      for (int i = 1; story.writer.words.has(group + "_" + std::to_string(i)); ++i) out.push_back(story.text(group + "_" + std::to_string(i)));
    };
    role.purpose = optional_text("role.purpose." + key);
    numbered("role.duty." + key, role.duties);
    numbered("role.area." + key, role.key_areas);
    if (auto text = optional_text("role.responsible." + key); !text.empty()) role.responsibilities.push_back(std::move(text));
    const bool leads = key.ends_with("_lead");
    for (const auto& [name, competency] : story.competencies)
      role.expected_levels.push_back({competency, leads || name == "customer_focus" ? 4.0 : name == "developing_others" ? 3.0 : 3.5, {}});
    story.writer.add(std::move(role), story.writer.at(kSetUpDay, 9, 30));
  }
}

/// The standard competencies and values; the form of the story asks about the competencies only, in seven short steps.
void build_criteria(Story& story, const Templates& templates) {
  SampleWriter& writer = story.writer;
  auto content = make_standard_content(templates, [&] { return writer.random.id(); });
  for (std::size_t i = 0; i < content.competencies.size(); ++i) {
    story.competencies[templates.competencies[i].key] = content.competencies[i].id;
    writer.add(content.competencies[i], writer.at(kSetUpDay, 9, 10));
  }
  for (auto& value : content.values) writer.add(std::move(value), writer.at(kSetUpDay, 9, 15));
  story.competency_records = std::move(content.competencies);
  story.form = std::move(content.form);
  story.form.sections.erase(story.form.sections.begin() + 1);
  writer.add(story.form, writer.at(kSetUpDay, 9, 20));
}

}  // namespace

void build_story_team(Story& story, const SampleOptions& options) {
  SampleWriter& writer = story.writer;
  story.workspace = Id<Workspace>(options.workspace.is_none() ? writer.random.id() : options.workspace);
  story.rules = default_rules();
  build_criteria(story, shipped_templates(options.language));
  build_roles(story);
  build_units_and_people(story);
  Workspace workspace;
  workspace.id = story.workspace;
  workspace.name = story.text("team.name");
  workspace.strategy = story.text("team.strategy");
  workspace.lead = story.person("aisha");
  workspace.rules = story.rules;
  workspace.is_sample = true;
  writer.add(std::move(workspace), writer.at(kSetUpDay, 9));
}

}  // namespace fullcircle
