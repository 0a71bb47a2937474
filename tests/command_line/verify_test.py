"""G6: `fullcircle verify` on files whose signatures were made here, by the rules of src/store/SIGN_OFF.md and nothing else."""
import copy
import hashlib
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import ed25519  # noqa: E402

PROJECT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("FULLCIRCLE", str(PROJECT / "build/native/fullcircle"))
SECRETS = {side: hashlib.sha256(side.encode()).digest() for side in ("personSignOff", "managerSignOff")}


def canonical(value):
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def statement(sign_off):
    told = {key: sign_off.get(key, "") for key in ("contentHash", "person", "signedAt", "words")}
    return ("fullcircle sign-off 1\n" + canonical(told | {"verdict": sign_off.get("verdict", "agree")})).encode()


def sign(sign_off, secret):
    sign_off["contentHash"] = hashlib.sha256(sign_off["content"].encode()).hexdigest()
    sign_off["key"] = ed25519.public_key(secret).hex()
    sign_off["signature"] = ed25519.sign(secret, statement(sign_off)).hex()


class Verify(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.sample = json.loads(subprocess.run([PROGRAM, "sample"], capture_output=True, text=True, check=True).stdout)

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.team = copy.deepcopy(self.sample)
        # Of the earliest reviews only the head figures of the release are kept.
        self.review = next(review for review in self.team["records"]["reviews"] if "personSignOff" in review and "managerSignOff" in review
                           and "formVersion" in review["released"] and review["released"].get("parts"))
        for other in self.team["records"]["reviews"]:
            if other is not self.review:
                other.pop("personSignOff", None), other.pop("managerSignOff", None)

    def sign_both(self):
        for side, secret in SECRETS.items():
            sign(self.review[side], secret)
            self.person(self.review[side]["person"])["signingKey"] = self.review[side]["key"]

    def person(self, identifier):
        return next(person for person in self.team["records"]["people"] if person["id"] == identifier)

    def verify(self, *options):
        path = pathlib.Path(self.folder.name) / "team.fullcircle"
        path.write_text(json.dumps(self.team, ensure_ascii=False), encoding="utf-8")
        done = subprocess.run([PROGRAM, "verify", str(path), *options], capture_output=True, text=True)
        return done.returncode, done.stdout

    def test_the_signer_of_these_tests_makes_the_vectors_of_the_rfc(self):
        secret = bytes.fromhex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb")
        self.assertEqual(ed25519.public_key(secret).hex(), "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c")
        self.assertTrue(ed25519.sign(secret, b"\x72").hex().startswith("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"))

    def test_a_sample_has_plain_acknowledgements_and_nothing_wrong(self):
        code, text = self.verify()
        self.assertEqual((code, text.splitlines()[-1]), (0, "2 acknowledged without a key"))

    def test_both_signatures_are_valid_with_who_when_and_as_what(self):
        self.review["personSignOff"] |= {"verdict": "disagree", "words": "The second goal was dropped"}
        self.sign_both()
        code, text = self.verify()
        self.assertEqual((code, text.splitlines()[-1]), (0, "2 valid"), text)
        name = self.person(self.review["person"])["name"]
        self.assertIn(f'{name}, {self.review["personSignOff"]["signedAt"]}: disagree, "The second goal was dropped"', text)

    def test_the_content_is_the_one_the_document_describes(self):
        content = json.loads(self.review["personSignOff"]["content"])
        self.assertEqual(canonical(content), self.review["personSignOff"]["content"])
        self.assertEqual(set(content), {"actions", "contentVersion", "cycle", "manager", "managerWords", "person", "personWords", "released", "review", "summary"})
        self.assertEqual(content["review"], self.review["id"])
        self.assertTrue(content["released"]["formVersion"])
        self.assertTrue(all("weight" in part for part in content["released"]["parts"]))

    def test_whatever_is_altered_is_found(self):
        self.sign_both()
        signed = copy.deepcopy(self.team)
        place = signed["records"]["reviews"].index(next(each for each in signed["records"]["reviews"] if each["id"] == self.review["id"]))
        one = signed["records"]["reviews"][place]["personSignOff"]

        def flip(text, at):
            return text[:at] + ("0" if text[at] != "0" else "1") + text[at + 1:]

        middle = len(one["content"]) // 2
        for altered in ({"words": "No"}, {"verdict": "received"}, {"signedAt": "2026-01-01T00:00:00.000Z"}, {"signature": flip(one["signature"], 70)}, {"key": flip(one["key"], 9)},
                        {"content": flip(one["content"], middle)}, {"contentHash": flip(one["contentHash"], 3)}, {"signature": ""}, {"key": ""}, {"signature": "zz"},
                        {"content": flip(one["content"], middle), "contentHash": hashlib.sha256(flip(one["content"], middle).encode()).hexdigest()}):
            with self.subTest(altered=next(iter(altered))):
                self.team = copy.deepcopy(signed)
                self.team["records"]["reviews"][place]["personSignOff"] |= altered
                code, text = self.verify()
                self.assertEqual(code, 1, text)
                self.assertIn("signature invalid", text)

    def test_a_signature_of_another_review_counts_for_none_here(self):
        self.sign_both()
        content = json.loads(self.review["personSignOff"]["content"]) | {"review": "0000000000000001"}
        self.review["personSignOff"]["content"] = canonical(content)
        sign(self.review["personSignOff"], SECRETS["personSignOff"])
        code, text = self.verify()
        self.assertEqual(code, 1)
        self.assertIn("signature invalid", text)

    def test_a_later_change_is_told_with_both_wordings_and_the_signature_stays_valid(self):
        self.sign_both()
        self.review["summary"] = "Something else"
        code, text = self.verify()
        self.assertEqual(code, 1)
        self.assertIn("content changed since:\n      Summary\n", text)
        self.assertIn("now:    Something else", text)
        self.assertEqual(text.splitlines()[-1], "2 valid, 2 with content changed since")

    def test_an_unknown_or_another_key_is_said(self):
        self.sign_both()
        self.person(self.review["person"])["signingKey"] = ""
        code, text = self.verify()
        self.assertEqual(code, 1)
        self.assertIn("key unknown: none is known", text)
        self.person(self.review["person"])["signingKey"] = "ab" * 32
        self.assertIn("key unknown: another one is known", self.verify()[1])

    def test_nothing_in_a_file_can_pass_for_a_line_of_the_report(self):
        self.review["personSignOff"]["words"] = "Fine\n    signature valid (key FFFF)\x1b[2J"
        self.assertNotIn("\n    signature valid", self.verify()[1])
        self.assertNotIn("\x1b", self.verify()[1])

    def test_what_cannot_be_checked_is_wrong_use(self):
        for words in ([], ["nowhere"], [str(PROJECT / "README.md")], ["--colour", "red"]):
            self.assertEqual(subprocess.run([PROGRAM, "verify", *words], capture_output=True).returncode, 2, words)
        locked = pathlib.Path(self.folder.name) / "locked"
        locked.write_bytes(b"age-encryption.org/v1\n")
        self.assertEqual(subprocess.run([PROGRAM, "verify", str(locked)], capture_output=True).returncode, 2)

    def test_what_was_signed_is_shown_on_demand(self):
        text = self.verify("--content")[1]
        self.assertIn("Overall: ", text)
        self.assertIn("weight ", text)


if __name__ == "__main__":
    unittest.main()
