"""The closing line of tests/run can be believed: whatever goes wrong in a program is counted."""
import pathlib
import subprocess
import tempfile
import unittest

COUNTING = pathlib.Path(__file__).parent / "counting.sh"
FUZZING = pathlib.Path(__file__).parent / "fuzzing.sh"


def finished(commands):
    with tempfile.TemporaryDirectory() as folder:
        script = f'project={folder}; . {COUNTING}; . {FUZZING}\n{commands}\nfinish\n'
        return subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=False)


def run(commands):
    """The last line and the exit status of a run with these commands."""
    done = finished(commands)
    return done.stdout.strip().splitlines()[-1], done.returncode


def everything(commands):
    """All that a run with these commands prints."""
    return finished(commands).stdout


class Counting(unittest.TestCase):
    def test_the_counts_of_all_programs_are_added(self):
        doctest = 'count a doctest echo "[doctest] test cases:  12 |  12 passed | 0 failed | 0 skipped"'
        tap = r"""count b tap printf '# pass 3\n# fail 0\n# cancelled 0\n'"""
        unit = r"""count c unittest printf 'Ran 5 tests in 0.1s\n\nOK\n'"""
        self.assertEqual(run(f"{doctest}\n{tap}\n{unit}"), ("20 passed, 0 failed", 0))

    def test_a_failed_case_is_counted_and_fails_the_run(self):
        self.assertEqual(run('count a doctest echo "[doctest] test cases: 3 | 2 passed | 1 failed | 0 skipped"'), ("2 passed, 1 failed", 1))
        self.assertEqual(run(r"""count a unittest printf 'Ran 5 tests in 0.1s\n\nFAILED (failures=1, errors=1)\n'"""), ("3 passed, 2 failed", 1))
        self.assertEqual(run(r"""count a tap printf '# pass 3\n# fail 1\n# cancelled 1\n'"""), ("3 passed, 2 failed", 1))

    def test_a_skipped_browser_test_is_not_a_passed_one(self):
        self.assertEqual(run(r"""count a tap printf '# pass 3\n# fail 0\n# skipped 1\n'"""), ("3 passed, 1 failed", 1))

    def test_a_program_that_crashes_counts_as_failed(self):
        self.assertEqual(run("count a doctest sh -c 'kill -SEGV $$'"), ("0 passed, 1 failed", 1))

    def test_a_good_summary_with_a_bad_exit_counts_as_failed(self):
        self.assertEqual(run(r"""count a tap sh -c 'printf "# pass 3\n# fail 0\n"; exit 1'"""), ("3 passed, 1 failed", 1))

    def test_a_fuzz_program_passes_only_if_it_ran_and_ended_well(self):
        self.assertEqual(run(r"""count a fuzz printf 'stat::number_of_executed_units: 12\n0\n'"""), ("1 passed, 0 failed", 0))
        self.assertEqual(run(r"""count a fuzz printf 'stat::number_of_executed_units: 12\n77\n'"""), ("0 passed, 1 failed", 1))
        self.assertEqual(run(r"""count a fuzz printf '0\n'"""), ("0 passed, 1 failed", 1))

    def test_each_fuzz_program_is_counted_from_its_own_log(self):
        log = lambda name, units, status: (
            f"mkdir -p $fuzz_folder; echo stat::number_of_executed_units: {units} >$fuzz_folder/{name}.log; echo {status} >$fuzz_folder/{name}.status\n")
        script = log("fuzz_a", 12, 0) + log("fuzz_b", 9, 77) + "true & fuzzing=$!\ncount_fuzzing"
        self.assertEqual(run(script), ("1 passed, 1 failed", 1))

    def test_a_failed_browser_test_is_shown_even_far_before_the_end(self):
        tap = "# Subtest: saving\\nnot ok 1 - saving\\n  error: no button\\nok 2 - others\\n" + "  ---\\n" * 400 + "# pass 1\\n# fail 1\\n"
        shown = everything(f"count a tap printf '{tap}'")
        self.assertIn("error: no button", shown)
        self.assertNotIn("others", shown)

    def test_a_run_without_any_test_fails(self):
        self.assertEqual(run(""), ("0 passed, 0 failed", 1))


if __name__ == "__main__":
    unittest.main()
