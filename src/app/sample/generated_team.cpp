#include "app/sample/generated.h"
#include "app/sample/name_lists.h"
#include "app/templates.h"

namespace fullcircle {
namespace {

constexpr int kFewestReports = 5, kMostReports = 9;
constexpr int kSetUpDay = -400;
constexpr int kQuestionsPerCompetency = 3;
constexpr std::string_view kRoles[] = {"managing_director", "director",     "team_lead",      "technician",  "planner", "engineer_a", "engineer_b",
                                       "account_manager",   "data_analyst", "support_agent_a", "designer",   "buyer"};
constexpr std::string_view kUnits[] = {"support", "product", "operations", "sales"};

/// Numbers people level by level, each manager's reports in a row.
void shape_organisation(Generated& sample, int people) {
  sample.members.resize(static_cast<std::size_t>(people));
  int next = 1;
  for (int i = 0; i < people && next < people; ++i) {
    auto& boss = sample.members[static_cast<std::size_t>(i)];
    boss.first_report = next;
    boss.report_count = std::min(people - next, sample.writer.random.between(kFewestReports, kMostReports));
    for (int r = 0; r < boss.report_count; ++r) sample.members[static_cast<std::size_t>(next + r)].manager = i;
    next += boss.report_count;
  }
}

/// One unit for each manager, inside the unit the manager belongs to.
void build_units(Generated& sample) {
  SampleWriter& writer = sample.writer;
  for (std::size_t i = 0; i < sample.members.size(); ++i) {
    auto& boss = sample.members[i];
    if (boss.report_count == 0) continue;
    Unit unit;
    unit.id = writer.new_id<Unit>();
    unit.head = boss.id;
    const auto number = sample.units.size();
    unit.name = i == 0 ? writer.text("unit.management") : writer.text("unit." + std::string(kUnits[number % std::size(kUnits)]));
    if (number > std::size(kUnits)) unit.name += " " + std::to_string(number / std::size(kUnits));
    if (i > 0) unit.parent = sample.units[static_cast<std::size_t>(boss.unit)];
    for (int r = 0; r < boss.report_count; ++r)
      sample.members[static_cast<std::size_t>(boss.first_report + r)].unit = static_cast<int>(number);
    sample.units.push_back(unit.id);
    sample.unit_names.push_back(unit.name);
    writer.add(std::move(unit), writer.at(kSetUpDay, 9));
  }
}

std::string mail_name(std::string_view name) {
  std::string out;
  for (char c : name)
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) out += static_cast<char>(c | 0x20);
  return out;
}

void build_people(Generated& sample, const std::vector<Id<Role>>& roles) {
  SampleWriter& writer = sample.writer;
  SeededRandom& random = writer.random;
  writer.reserve<Person>(sample.members.size());
  for (std::size_t i = 0; i < sample.members.size(); ++i) {
    auto& member = sample.members[i];
    const auto first = random.pick(sample_first_names()), family = random.pick(sample_family_names());
    const auto number = std::to_string(i + 1);
    Person person;
    person.id = member.id;
    person.name = std::string(first) + " " + std::string(family);
    person.email = mail_name(first) + "." + mail_name(family) + number + "@northside.example";
    person.staff_number = "N" + std::string(5 - std::min<std::size_t>(5, number.size()), '0') + number;
    const std::size_t role = i == 0 ? 0 : member.report_count > 0 ? (member.manager == 0 ? 1 : 2) : 3 + i % (std::size(kRoles) - 3);
    person.role = roles[role];
    if (!sample.units.empty()) person.unit = sample.units[static_cast<std::size_t>(member.unit)];
    if (member.manager >= 0) person.manager = sample.members[static_cast<std::size_t>(member.manager)].id;
    person.joined_day = member.joined = writer.day(-random.between(120, 5000));
    member.level = std::clamp(3.6 + 0.7 * random.spread(), 2.4, 4.7);
    writer.add(std::move(person), writer.at(-random.between(90, -kSetUpDay), 10, random.between(0, 59)));
  }
}

std::vector<Id<Role>> build_roles(Generated& sample) {
  std::vector<Id<Role>> ids;
  for (auto key : kRoles) {
    Role role;
    role.id = ids.emplace_back(sample.writer.new_id<Role>());
    role.name = sample.writer.text("role." + std::string(key));
    for (const auto& competency : sample.competencies) role.expected_levels.push_back({competency.id, 3.5, {}});
    sample.writer.add(std::move(role), sample.writer.at(kSetUpDay, 9, 30));
  }
  return ids;
}

/// The standard form with three questions for each competency, so 20 in all.
void build_criteria(Generated& sample, const Templates& templates) {
  SampleWriter& writer = sample.writer;
  auto content = make_standard_content(templates, [&] { return writer.random.id(); });
  auto& sections = content.form.sections;
  sections.erase(sections.begin() + 1);
  std::vector<FormItem> items;
  for (const auto& item : sections[0].items) {
    items.push_back(item);
    for (int i = 2; i <= kQuestionsPerCompetency; ++i) {
      FormItem more = item;
      more.key = item.key + "_" + std::to_string(i);
      more.text = writer.text("pool.question." + item.key + "." + std::to_string(i));
      items.push_back(std::move(more));
    }
  }
  sections[0].items = std::move(items);
  for (const auto& competency : content.competencies) writer.add(competency, writer.at(kSetUpDay, 9, 10));
  for (auto& value : content.values) writer.add(std::move(value), writer.at(kSetUpDay, 9, 15));
  sample.competencies = std::move(content.competencies);
  sample.form = std::move(content.form);
  writer.add(sample.form, writer.at(kSetUpDay, 9, 20));
}

}  // namespace

TextPool::TextPool(const SampleWriter& writer, std::string_view group) {
  for (int i = 1; writer.words.has(std::string(group) + std::to_string(i)); ++i) texts_.push_back(writer.text_of(group, i));
}

void build_generated_team(Generated& sample, const SampleOptions& options) {
  SampleWriter& writer = sample.writer;
  sample.workspace = Id<Workspace>(options.workspace.is_none() ? writer.random.id() : options.workspace);
  sample.rules = default_rules();
  build_criteria(sample, shipped_templates(options.language));
  shape_organisation(sample, options.people);
  for (auto& member : sample.members) member.id = writer.new_id<Person>();
  build_units(sample);
  build_people(sample, build_roles(sample));
  Workspace workspace;
  workspace.id = sample.workspace;
  workspace.name = writer.text("pool.team_name");
  workspace.strategy = writer.text("team.strategy");
  workspace.lead = sample.members[0].id;
  workspace.rules = sample.rules;
  workspace.is_sample = true;
  writer.add(std::move(workspace), writer.at(kSetUpDay, 9));
}

}  // namespace fullcircle
