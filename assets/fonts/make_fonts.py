"""Subsets Inter to the letters of European languages, and gives its tabular digits code points of their own.

Dear ImGui does no shaping: it draws one glyph for each code point. So U+F730 to U+F739 hold the tabular 0 to 9
(0xF700 plus the ASCII digit). In the page the same file offers them as the feature `tnum`. All other features and
kerning are left out, so that the canvas and the page's text fields set a line to the same width.
"""
import argparse
import pathlib

from fontTools import subset
from fontTools.ttLib import TTFont

WEIGHTS = ("Regular", "Medium", "SemiBold")
TABULAR_OFFSET = 0xF700
LETTERS = [
    *range(0x20, 0x7F), *range(0xA0, 0x180),            # Latin, Latin-1, Latin Extended-A
    *range(0x218, 0x21C), 0x1E9E,                        # Romanian, capital sharp s
    *range(0x2009, 0x200B), *range(0x2010, 0x2016),      # thin spaces, hyphens, dashes
    *range(0x2018, 0x201F), *range(0x2020, 0x2023), 0x2026, 0x202F, 0x2030, 0x2032, 0x2033, 0x2039, 0x203A,
    0x20AC, 0x2122, *range(0x2190, 0x2196), 0x21B5, 0x21E7, 0x2212, 0x221A, 0x2248, 0x2260, 0x2264, 0x2265,
    0x2318, 0x2325, 0x25CB, 0x25CF,                      # command and option keys, circles
]


def tabular_digits(font):
    """Digit code point -> name of its tabular glyph."""
    plain = font.getBestCmap()
    gsub = font["GSUB"].table
    lookups = {index for record in gsub.FeatureList.FeatureRecord if record.FeatureTag == "tnum"
               for index in record.Feature.LookupListIndex}
    swaps = {}
    for index in lookups:
        for table in gsub.LookupList.Lookup[index].SubTable:
            swaps.update(getattr(getattr(table, "ExtSubTable", table), "mapping", {}))
    return {digit: swaps[plain[digit]] for digit in range(0x30, 0x3A)}


def make_font(source, target):
    font = TTFont(source)
    digits = {digit + TABULAR_OFFSET: glyph for digit, glyph in tabular_digits(font).items()}
    for table in font["cmap"].tables:
        if table.isUnicode() and table.format in (4, 12):
            table.cmap.update(digits)

    options = subset.Options()
    options.layout_features = ["tnum"]
    options.hinting = False
    options.desubroutinize = True
    options.name_IDs = [1, 2]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=LETTERS + list(digits))
    subsetter.subset(font)
    target.parent.mkdir(parents=True, exist_ok=True)
    font.save(target)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--inter", type=pathlib.Path, required=True, help="folder with Inter-Regular.otf and its siblings")
    parser.add_argument("--out", type=pathlib.Path, required=True, help="folder to write inter-regular.otf and so on to")
    arguments = parser.parse_args()
    for weight in WEIGHTS:
        make_font(arguments.inter / f"Inter-{weight}.otf", arguments.out / f"inter-{weight.lower()}.otf")
