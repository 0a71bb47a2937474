"""The built site in build/site: complete, small enough, and its fonts hold what the texts and the code ask for."""
import json
import pathlib
import re
import unittest

import brotli
from fontTools.ttLib import TTFont

PROJECT = pathlib.Path(__file__).resolve().parents[2]
SITE = PROJECT / "build/site"
# Over the wire, fonts included. The aim is 450 (tests/bench prints the size beside it); until the program is that small, this keeps it from growing.
MOST_KB = 900


def letters_of(tree):
    if isinstance(tree, dict):
        return set().union(*map(letters_of, tree.values()))
    return set(tree) if isinstance(tree, str) else set()


class Fonts(unittest.TestCase):
    def test_every_letter_of_the_texts_is_in_every_weight(self):
        letters = set()
        for path in (PROJECT / "assets/languages").glob("*.json"):
            letters |= letters_of(json.loads(path.read_text(encoding="utf-8")))
        for path in SITE.glob("fonts/inter-*.otf"):
            missing = {letter for letter in letters if ord(letter) >= 0x20} - {chr(point) for point in TTFont(path).getBestCmap()}
            self.assertEqual(missing, set(), path.name)

    def test_tabular_digits_are_equally_wide_and_have_their_own_code_points(self):
        for path in SITE.glob("fonts/inter-*.otf"):
            font = TTFont(path)
            widths = {font["hmtx"][font.getBestCmap()[0xF700 + ord(digit)]][0] for digit in "0123456789"}
            self.assertEqual(len(widths), 1, path.name)

    def test_there_are_three_weights_and_the_icons(self):
        names = sorted(path.name for path in SITE.glob("fonts/*") if path.suffix in {".otf", ".ttf"})
        self.assertEqual(names, ["inter-medium.otf", "inter-regular.otf", "inter-semibold.otf", "lucide.ttf"])

    def test_every_icon_of_the_header_is_drawn_by_the_icon_font(self):
        header = (PROJECT / "build/web/generated/ui/theme/icons.h").read_text(encoding="utf-8")
        points = [int(value, 16) for value in re.findall(r"= (0x[0-9a-f]+)", header)]
        font = TTFont(SITE / "fonts/lucide.ttf")
        drawn = [point for point in points if font["glyf"][font.getBestCmap()[point]].numberOfContours > 0]
        self.assertEqual(drawn, points)
        self.assertGreater(len(points), 20)


class Scripts(unittest.TestCase):
    IMPORT = re.compile(r"""^(?:import|export)\b[^'";]*?\bfrom\s*['"]([^'"]+)['"]""", re.M)

    def test_every_import_is_the_path_of_a_file(self):
        count = 0
        for script in SITE.rglob("*.js"):
            for name in self.IMPORT.findall(script.read_text(encoding="utf-8")):
                self.assertTrue(name.startswith("."), f"{script}: {name}")
                self.assertTrue((script.parent / name).is_file(), f"{script}: {name}")
                count += 1
        self.assertGreater(count, 50)

    def test_libraries_come_with_their_licences_and_without_what_is_never_called(self):
        modules = SITE / "modules"
        packages = {path.parent.relative_to(modules).as_posix() for path in modules.rglob("LICENSE.txt")}
        self.assertEqual(packages, {"age-encryption", "@noble/ciphers", "@noble/hashes", "@scure/base"})
        self.assertLess(sum(path.stat().st_size for path in modules.rglob("*.br")) / 1024, 45)


class Files(unittest.TestCase):
    def test_every_packed_file_unpacks_to_its_original(self):
        packed = list(SITE.rglob("*.br"))
        self.assertGreater(len(packed), 5)
        for path in packed:
            self.assertEqual(brotli.decompress(path.read_bytes()), path.with_suffix("").read_bytes(), path.name)

    def test_the_site_grows_no_further(self):
        size = sum(path.stat().st_size for path in SITE.rglob("*.br"))
        self.assertLess(size / 1024, MOST_KB)

    def test_everything_the_page_names_is_there(self):
        page = (SITE / "index.html").read_text(encoding="utf-8")
        for name in re.findall(r'(?:href|src)="([^"#:]+)"', page):
            self.assertTrue((SITE / name).is_file(), name)

    def test_every_module_is_asked_for_at_once(self):
        page = (SITE / "index.html").read_text(encoding="utf-8")
        announced = set(re.findall(r'rel="modulepreload" href="([^"]+)"', page))
        imported = set()
        for path in SITE.glob("*.js"):
            if path.name not in {"fullcircle.js", "service_worker.js", "age_worker.js"}:  # workers come later, if at all
                imported |= set(re.findall(r"from '\./([^']+)'", path.read_text(encoding="utf-8")))
        self.assertEqual(imported - announced, set())


if __name__ == "__main__":
    unittest.main()
