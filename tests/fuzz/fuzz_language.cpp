// A language file that is read answers for every key it has, with and without numbers; templates are read or refused.
#include "app/language.h"
#include "app/templates.h"
#include "fuzz.h"

using namespace fullcircle;

int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const auto text = as_text(bytes, size);
  if (const auto templates = parse_templates(text)) {
    std::uint64_t next = 0;
    const StandardContent content = make_standard_content(*templates, [&] { return RecordId{++next, 1}; });
    promise(content.competencies.size() == templates->competencies.size());
    for (const KpiTemplate& kpi : templates->kpis) make_goal(kpi, Id<Goal>(RecordId{1, 1}), "12");
  }
  const auto language = Language::parse("de", text);
  if (!language) {
    promise(!language.error().code.empty());
    return 0;
  }
  for (const std::string_view key : language->keys()) {
    promise(language->has(key) && language->tr(key).data() != key.data());
    for (const TextRun& run : split_runs(language->tr(key))) promise(run.text.size() <= size);
    for (const int count : {0, 1, 1234567}) language->tr(key, {{"count", count}, {"name", "Ada"}});
    language->describe({.code = std::string(key), .place = "12:7 records.people.3.name", .detail = "x"});
  }
  promise(language->missing_keys().size() <= 2 * language->keys().size() + 8);
  return 0;
}
