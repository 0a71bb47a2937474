"""This project keeps every rule, and each rule finds a breach planted in a copy of a small project."""
import json
import pathlib
import tempfile
import unittest

import source_rules

PROJECT = pathlib.Path(__file__).resolve().parents[2]

SOUND = {
    "src/README.md": "| Level | Holds | May include |\n|---|---|---|\n| `model` | a | |\n| `rating` | b | `model` |\n"
                     "| `ui` | c | `model` Dear ImGui |\n| `platform` | d | anything |\n",
    "src/model/day.h": "#include <vector>\n",
    "src/rating/mean.cpp": '#include "model/day.h"\n#include "rating/mean.h"\n',
    "src/ui/list.cpp": '#include <imgui.h>\n#include "model/day.h"\nvoid f() { tr("list.title"); tr("list.rows", 3); }\n',
    "src/platform/web_clock.cpp": "#include <emscripten/html5.h>\nauto now = std::chrono::system_clock::now();\n",
    "tests/model/day_test.cpp": 'TEST_CASE("a day has a number") {}\n',
    "assets/languages/en.json": json.dumps({"list": {"title": "List of {{name}}", "rows_one": "{{count}} row", "rows_other": "{{count}} rows"}}),
    "assets/languages/de.json": json.dumps({"list": {"title": "Liste von {{name}}", "rows_one": "{{count}} Zeile", "rows_other": "{{count}} Zeilen"}}),
}

PLANTED = {
    "levels_include_only_what_their_row_allows": {"src/model/day.h": '#include "rating/mean.h"\n'},
    "libraries_stay_in_their_levels": {"src/rating/mean.cpp": "#include <nlohmann/json.hpp>\n"},
    "only_platform_reads_a_clock_or_draws_chance": {"src/model/day.h": "auto now = std::chrono::steady_clock::now();\n"},
    "file_names_are_snake_case": {"src/model/DayOfYear.h": "\n"},
    "no_test_is_switched_off": {"tests/model/day_test.cpp": 'TEST_CASE("late" * doctest::' + 'skip()) {}\n'},
    "no_machine_paths_or_open_notes": {"src/model/day.h": "// see /ho" + "me/somebody/notes\n"},
    "every_text_exists_in_every_language": {"src/ui/list.cpp": 'void f() { tr("list.missing"); }\n'},
    "every_text_is_named_somewhere": {f"assets/languages/{code}.json": json.dumps(
        {"list": {"title": "{{name}}", "lost": "x", "rows_one": "{{count}}", "rows_other": "{{count}}"}}) for code in ("en", "de")},
    "translations_keep_their_placeholders": {"assets/languages/de.json": json.dumps(
        {"list": {"title": "Liste", "rows_one": "{{count}} Zeile", "rows_other": "{{count}} Zeilen"}})},
    "results_leave_through_their_reports": {"src/ui/list.cpp": "void f() { print(plan_report_html(plan)); }\n"},
}


def make_project(folder, *contents):
    for content in contents:
        for name, text in content.items():
            path = pathlib.Path(folder) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    return pathlib.Path(folder)


class ThisProject(unittest.TestCase):
    """One test for each rule, added below."""


class PlantedBreach(unittest.TestCase):
    """One test for each rule, added below."""

    def test_a_sound_project_breaks_no_rule(self):
        with tempfile.TemporaryDirectory() as folder:
            project = make_project(folder, SOUND)
            self.assertEqual([rule(project) for rule in source_rules.RULES], [[] for _ in source_rules.RULES])


def add_tests(rule):
    def keeps(self):
        breaches = rule(PROJECT)
        self.assertEqual(breaches, [], "\n" + "\n".join(breaches))

    def finds(self):
        with tempfile.TemporaryDirectory() as folder:
            self.assertNotEqual(rule(make_project(folder, SOUND, PLANTED[rule.__name__])), [])

    setattr(ThisProject, f"test_{rule.__name__}", keeps)
    setattr(PlantedBreach, f"test_{rule.__name__}", finds)


for each in source_rules.RULES:
    add_tests(each)

if __name__ == "__main__":
    unittest.main()
