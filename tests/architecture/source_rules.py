"""The rules that the source keeps, as functions from a project folder to a list of breaches in words.

The levels and what they may include come from the table in src/README.md: the map is the test.
"""
import json
import pathlib
import re

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.M)
IMGUI = re.compile(r"^(backends/)?(imgui|imstb|imconfig)[\w/]*\.h$")
CLOCK_OR_CHANCE = re.compile(
    r"std::chrono::(?:system|steady|high_resolution)_clock|\brandom_device\b|\bgettimeofday\b|\bclock_gettime\b"
    r"|\bstd::time\(|\bs?rand\(|\bgetrandom\b|\bemscripten_get_now\b|\bDate\.now\b")
SNAKE_CASE = re.compile(r"^[a-z0-9]+(_[a-z0-9]+)*(\.[a-z0-9_]+)*$")
# Figures of results as pages and tables. A goal's page has none.
RESULT_REPORT = re.compile(r"\b(?!goal_)\w+_report_(?:html|csv)\b|\bencode_insight_csv\b|\bhand_out_results\b|\bon_paper\(")
TRANSLATED = re.compile(r'\btr(?:_count)?\(\s*"([^"\\]+)"')
LITERAL = re.compile(r'"((?:[^"\\\n]|\\.)*)"|\'([^\'\n]*)\'|`([^`\n]*)`')
PLURAL = re.compile(r"_(zero|one|two|few|many|other)$")
SWITCHED_OFF = re.compile(r"doctest::(?:skip|may_fail|should_fail)|\b(?:test|it|describe)\.(?:skip|only|todo)\b|@unittest\.skip")
# Split, so that this file keeps the rule too.
MACHINE_WORDS = re.compile("/wo" + "rk/|/ro" + "ot/|/ho" + r"me/\w|TO" + "DO|FIX" + "ME")
TEXT = {".cpp", ".h", ".js", ".mjs", ".py", ".sh", ".cmake", ".css", ".html", ".md", ".txt", ".json", ""}


def files(project, *folders, suffixes):
    for folder in folders:
        for path in sorted((project / folder).rglob("*")):
            if path.is_file() and path.suffix in suffixes:
                yield path


def read(path):
    return path.read_text(encoding="utf-8", errors="replace")


def code(path):
    """Without comments, which may name what the code does not use."""
    return re.sub(r"//.*", "", read(path))


def read_levels(project):
    """Level -> set of levels it may include, None meaning anything."""
    levels = {}
    for row in re.findall(r"^\|(.+)\|\s*$", read(project / "src/README.md"), re.M):
        cells = [cell.strip() for cell in row.split("|")]
        if name := re.fullmatch(r"`(\w+)`", cells[0]):
            allowed = None if cells[2] == "anything" else set(re.findall(r"`(\w+)`", cells[2]))
            levels[name[1]] = allowed
    return levels


def level_of(project, path):
    return path.relative_to(project / "src").parts[0]


def sources(project):
    return files(project, "src", suffixes={".cpp", ".h"})


def levels_include_only_what_their_row_allows(project):
    levels = read_levels(project)
    breaches = []
    for path in sources(project):
        level = level_of(project, path)
        name = path.relative_to(project)
        if level not in levels:
            breaches.append(f"{name}: src/README.md has no level {level}")
            continue
        for kind, included in INCLUDE.findall(read(path)):
            target = included.split("/")[0]
            if target in levels and levels[level] is not None and target not in levels[level] | {level}:
                breaches.append(f"{name} includes {included}")
            elif kind == '"' and target not in levels and not IMGUI.match(included):
                breaches.append(f"{name} includes {included}, not by its path from src/")
    return breaches


def libraries_stay_in_their_levels(project):
    breaches = []
    for path in sources(project):
        level = level_of(project, path)
        for _, included in INCLUDE.findall(read(path)):
            library = ("Dear ImGui" if IMGUI.match(included) else "nlohmann/json" if included.startswith("nlohmann/")
                       else "Emscripten" if included.startswith(("emscripten", "GLES")) else None)
            allowed = {"Dear ImGui": {"ui", "platform"}, "nlohmann/json": {"exchange"}, "Emscripten": {"platform"}}
            if library and level not in allowed[library]:
                breaches.append(f"{path.relative_to(project)} includes {library}")
    return breaches


def only_platform_reads_a_clock_or_draws_chance(project):
    return [f"{path.relative_to(project)}: {found[0]}"
            for path in sources(project) if level_of(project, path) != "platform"
            if (found := CLOCK_OR_CHANCE.search(code(path)))]


def file_names_are_snake_case(project):
    return [str(path.relative_to(project)) for path in files(project, "src", "tests", suffixes={".cpp", ".h", ".py", ".mjs"})
            if not SNAKE_CASE.match(path.name)]


def no_test_is_switched_off(project):
    own = project / "tests/architecture"
    return [f"{path.relative_to(project)}: {found[0]}"
            for path in files(project, "tests", suffixes={".cpp", ".h", ".py", ".mjs"}) if own not in path.parents
            if (found := SWITCHED_OFF.search(read(path)))]


def no_machine_paths_or_open_notes(project):
    return [f"{path.relative_to(project)}: {found[0]}"
            for path in files(project, "src", "tests", "web", "shell", "assets", suffixes=TEXT)
            if (found := MACHINE_WORDS.search(read(path)))]


def flatten(tree, prefix=""):
    for key, value in tree.items():
        if isinstance(value, dict):
            yield from flatten(value, f"{prefix}{key}.")
        else:
            yield prefix + key, value


def flatten_items(tree):
    """As flatten, for lists of texts too (templates)."""
    for key, value in flatten(tree):
        if isinstance(value, list):
            for index, item in enumerate(value):
                yield from flatten(item, f"{key}.{index}.") if isinstance(item, dict) else [(f"{key}.{index}", item)]
        else:
            yield key, value


def read_texts(project, folder):
    """Language -> {key without plural ending: {its texts}}, for one folder of texts."""
    languages = {}
    for path in sorted((project / "assets" / folder).glob("*.json")):
        texts = languages.setdefault(path.stem, {})
        entries = dict(flatten_items(json.loads(read(path))))
        for key, text in entries.items():
            base = PLURAL.sub("", key)
            texts.setdefault(base if f"{base}_other" in entries else key, set()).add(str(text))
    return languages


def has_text(texts, key):
    """Whether there is a text for the key; a key that ends in a dot or underscore is the start of several."""
    if key.endswith((".", "_")):
        return any(each.startswith(key) for each in texts)
    return key in texts or PLURAL.sub("", key) in texts


def every_text_exists_in_every_language(project):
    languages, sample = read_texts(project, "languages"), read_texts(project, "sample")
    breaches = []
    for path in sources(project):
        for key in sorted(set(TRANSLATED.findall(code(path)))):
            missing = [language for language, texts in languages.items()
                       if not has_text(texts, key) and not has_text(sample.get(language, {}), key)]
            if missing:
                breaches.append(f"{path.relative_to(project)}: {key} is not in {', '.join(missing)}")
    for folder, found in (("languages", languages), ("sample", sample), ("templates", read_texts(project, "templates"))):
        everything = set().union(*found.values())
        for language, texts in found.items():
            breaches += [f"{folder}/{language}.json lacks {key}" for key in sorted(everything - set(texts))]
    return breaches


def every_text_is_named_somewhere(project):
    """By its key, by the last part of it, or by a piece of that which begins or ends with "_". Months and weekdays have numbers."""
    literals = {text for path in files(project, "src", "web", "shell", suffixes={".cpp", ".h", ".js", ".mjs", ".html"})
                for found in LITERAL.findall(read(path)) if (text := "".join(found))}
    starts = tuple(text for text in literals if re.fullmatch(r"\w[\w.]*_", text))
    ends = tuple(text for text in literals if re.fullmatch(r"_\w+", text))
    is_named = lambda key, last: key in literals or last in literals or last.isdigit() or key.startswith(starts) or last.startswith(starts) or last.endswith(ends)
    return [f"languages/en.json: nothing names {key}" for key in sorted(read_texts(project, "languages").get("en", {}))
            if not is_named(key, key.split(".")[-1])]


def translations_keep_their_placeholders(project):
    holes = lambda texts: {hole for text in texts for hole in re.findall(r"{{\s*(\w+)\s*}}", text)}
    breaches = []
    for folder in ("languages", "sample", "templates"):
        languages = read_texts(project, folder)
        english = languages.get("en", {})
        breaches += [f"{folder}/{language}.json: {key} has {sorted(holes(texts))}, English has {sorted(holes(english[key]))}"
                     for language, found in languages.items() for key, texts in found.items()
                     if key in english and holes(texts) - {"count"} != holes(english[key]) - {"count"}]
    return breaches


def results_leave_through_their_reports(project):
    """Screens ask reports/outgoing.h, which knows what may leave the device and what is noted then."""
    return [f"{path.relative_to(project)}: {found[0]}"
            for path in sources(project) if level_of(project, path) == "ui"
            if (found := RESULT_REPORT.search(code(path)))]


RULES = [
    levels_include_only_what_their_row_allows,
    libraries_stay_in_their_levels,
    only_platform_reads_a_clock_or_draws_chance,
    file_names_are_snake_case,
    no_test_is_switched_off,
    no_machine_paths_or_open_notes,
    every_text_exists_in_every_language,
    every_text_is_named_somewhere,
    translations_keep_their_placeholders,
    results_leave_through_their_reports,
]
