"""The command line, from a sample workspace through requests and answers to results, and what it says when something is wrong."""
import csv
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

PROJECT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("FULLCIRCLE", str(PROJECT / "build/native/fullcircle"))
COMMANDS = ["sample", "check", "merge", "rate", "request", "answer", "import", "verify", "table"]


class CommandLine(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.team = self.path("team.fullcircle")
        self.run_fine("sample", "-o", self.team)

    def path(self, name):
        return str(pathlib.Path(self.folder.name) / name)

    def run_it(self, *words, stdin=""):
        return subprocess.run([PROGRAM, *words], capture_output=True, text=True, input=stdin, cwd=self.folder.name, timeout=120)

    def run_fine(self, *words, stdin=""):
        done = self.run_it(*words, stdin=stdin)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout

    def run_wrong(self, code, *words):
        done = self.run_it(*words)
        self.assertEqual(done.returncode, code, done.stdout + done.stderr)
        self.assertTrue(done.stderr.strip())
        return done.stderr

    def read(self, name):
        return pathlib.Path(self.path(name)).read_bytes()

    def write(self, name, content):
        pathlib.Path(self.path(name)).write_bytes(content)
        return self.path(name)

    def requests(self):
        return self.run_fine("request", self.team, "-o", "requests").split()

    def test_each_command_tells_its_use(self):
        self.assertIn("sample", self.run_fine("--help"))
        for command in COMMANDS:
            self.assertIn("fullcircle " + command, self.run_fine(command, "--help"))

    def test_wrong_use_is_told_and_changes_nothing(self):
        for words in ([], ["fly"], ["check"], ["merge", self.team], ["rate"], ["request"], ["answer"], ["import", self.team], ["table", self.team],
                      ["sample", "--people", "0"], ["sample", "--people", "many"], ["sample", "--seed"], ["sample", "--colour", "red"], ["check", "nowhere"], ["check", "."],
                      ["table", self.team, "responses"], ["sample", "--today", "tomorrow"], ["sample", "-o", "no/such/folder/x"]):
            self.run_wrong(2, *words)
        self.assertEqual(sorted(os.listdir(self.folder.name)), ["team.fullcircle"])

    def test_the_same_sample_is_the_same_bytes(self):
        self.assertEqual(self.run_fine("sample").encode(), self.read("team.fullcircle"))
        self.assertNotEqual(self.run_fine("sample", "--people", "30", "--seed", "2"), self.run_fine("sample", "--people", "30", "--seed", "3"))

    def test_a_sample_of_any_size_is_fine(self):
        self.assertIn("fine", self.run_fine("check", self.team))
        self.run_fine("sample", "--people", "50", "-o", "fifty")
        self.assertIn("50 people", self.run_fine("check", "fifty"))

    def test_answers_go_in_once_and_show_in_the_results(self):
        request = self.requests()[0]
        self.run_fine("answer", request, "--all", "4", "--comment", "keep=Always on time", "--day", "2026-11-18", "-o", "answer")
        self.assertIn("answer: new", self.run_fine("import", self.team, "answer", "-o", "after"))
        self.assertIn("already there", self.run_fine("import", "after", "answer"))
        self.assertIn("fine", self.run_fine("check", "after"))
        self.assertIn(b"Always on time", self.read("after"))
        self.assertEqual(len(json.loads(self.run_fine("rate", "after"))), len(json.loads(self.run_fine("rate", self.team))))

    def test_a_later_answer_after_the_due_day_is_named_both(self):
        request = self.requests()[0]
        for name, rating, day in (("first", "4", "2026-11-01"), ("second", "3", "2031-01-02")):
            self.run_fine("answer", request, "--all", rating, "--day", day, "-o", name)
        self.run_fine("import", self.team, "first", "-o", "after")
        self.assertRegex(self.run_fine("import", "after", "second"), r"second: a later answer to the same request, \d+ days after the due day")

    def test_an_altered_answer_does_not_count(self):
        self.run_fine("answer", self.requests()[0], "--all", "4", "-o", "answer")
        self.write("altered", self.read("answer").replace(b'"rating": 4', b'"rating": 5', 1))
        self.assertIn("changed after its export", self.run_wrong(1, "import", self.team, "altered", "-o", "after"))

    def test_an_answer_must_fit_its_form(self):
        request = self.requests()[0]
        self.run_wrong(2, "answer", request, "--rating", "no_such_item=4")
        self.run_wrong(2, "answer", request, "--rating", "4")
        self.run_fine("answer", request, "--all", "9", "-o", "answer")
        self.assertIn("rating on the scale", self.run_wrong(1, "import", self.team, "answer"))

    def test_results_carry_every_term_down_to_what_was_given(self):
        results = json.loads(self.run_fine("rate", self.team))
        self.assertGreater(len(results), 5)
        rated = [result for result in results if result["overall"]["value"] is not None]
        self.assertTrue(rated)
        for result in rated:
            for term in self.terms(result["overall"]):
                counted = [child for child in term.get("terms", []) if "leftOut" not in child]
                if term["rule"] == "weighted_mean" and counted and term["value"] is not None:
                    weight = sum(child["weight"] for child in counted)
                    mean = sum(child["weight"] * child["value"] for child in counted) / weight
                    self.assertAlmostEqual(mean, term["value"], places=9)
        person = rated[0]["person"]
        of_person = json.loads(self.run_fine("rate", self.team, "--person", person))
        self.assertEqual({result["person"] for result in of_person}, {person})
        self.run_wrong(1, "rate", self.team, "--person", "0000000000000000")

    def terms(self, term):
        yield term
        for child in term.get("terms", []):
            yield from self.terms(child)

    def test_copies_merge_to_the_same_bytes_in_any_order(self):
        first, second = self.requests()[:2]
        for name, request in (("a", first), ("b", second)):
            self.run_fine("answer", request, "--all", "3", "-o", "answer-" + name)
            self.run_fine("import", self.team, "answer-" + name, "-o", name)
        self.run_fine("merge", "a", "b", "-o", "ab")
        self.run_fine("merge", "b", "a", "-o", "ba")
        self.run_fine("merge", "ab", "a", self.team, "-o", "again")
        self.assertEqual(self.read("ab"), self.read("ba"))
        self.assertEqual(self.read("ab"), self.read("again"))
        self.run_fine("sample", "--people", "3", "--seed", "9", "-o", "other")
        self.assertIn("another team", self.run_wrong(1, "merge", "a", "other"))

    def test_problems_are_named_with_their_place(self):
        whole = self.read("team.fullcircle")
        for name, content, words in (
                ("cut", whole[:len(whole) // 2], "ends in the middle"),
                ("empty", b"", "empty"),
                ("noise", bytes(range(256)) * 8, ""),
                ("deep", b'{"a":' * 100000, "nested deeper"),
                ("list", b"[1, 2]", "expected object"),
                ("newer", whole.replace(b'"minReader": 1', b'"minReader": 9'), "newer program"),
                ("twice", whole.replace(b'"minReader": 1', b'"minReader": 1, "minReader": 1'), "twice"),
                ("latin", whole.replace(b"Northside", b"N\xf6rdside"), "UTF-8"),
                ("kind", b'{"format": "fullcircle.answer"}', "missing"),
                ("encrypted", b"age-encryption.org/v1\n", "age -d"),
                ("value", whole.replace(b'"isSample": true', b'"isSample": "yes"'), "not understood")):
            self.assertIn(words, self.run_wrong(1, "check", self.write(name, content)), name)
            if name not in ("value", "kind", "encrypted"):
                self.run_wrong(1, "merge", self.team, name, "-o", "out")
        self.assertFalse(pathlib.Path(self.path("out")).exists())

    def test_a_table_is_written_and_read_as_csv(self):
        text = self.run_fine("table", self.team, "people")
        rows = list(csv.DictReader(text.lstrip("\ufeff").splitlines()))
        self.assertEqual(len(rows), 15)
        self.assertTrue(all(row["name"] for row in rows))
        self.write("people.csv", b"Name;E-Mail;Vorgesetzter\nAda;ada@x.org;Bo\nBo;nothing;\n")
        self.assertIn("line 3, E-Mail: no e-mail address: nothing", self.run_wrong(1, "check", "people.csv"))

    def test_standard_input_and_output_serve_as_files(self):
        self.assertIn("fine", self.run_fine("check", "-", stdin=self.read("team.fullcircle").decode()))


if __name__ == "__main__":
    unittest.main()
