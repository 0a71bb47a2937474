"""Makes the icon font and ui/theme/icons.h from icons.txt and Lucide's own font and code points.

The header is generated, so the list, the font and the code cannot disagree; an unknown name stops the build.
"""
import argparse
import json
import pathlib

from fontTools import subset
from fontTools.ttLib import TTFont


def read_names(path):
    lines = (line.split("#")[0].strip() for line in path.read_text().splitlines())
    return sorted({line for line in lines if line})


def make_font(source, points, target):
    options = subset.Options()
    options.layout_features = []
    options.hinting = False
    options.name_IDs = [1, 2]
    options.glyph_names = False
    options.notdef_outline = False
    options.drop_tables += ["GSUB", "FFTM"]
    font = subset.load_font(str(source), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=points)
    subsetter.subset(font)
    subset.save_font(font, str(target), options)


def header(names, points):
    lines = [f"  {name.replace('-', '_')} = {points[name]:#x}," for name in names]
    return "\n".join([
        "// Generated from assets/icons/icons.txt; add an icon there.",
        "#pragma once",
        "",
        "namespace fullcircle::ui {",
        "",
        "/// A Lucide icon; its value is the code point in fonts/lucide.ttf.",
        "enum class Icon : char32_t {",
        "  none = 0,",
        *lines,
        "};",
        "",
        "}  // namespace fullcircle::ui",
        "",
    ])


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--list", type=pathlib.Path, required=True)
    parser.add_argument("--lucide", type=pathlib.Path, required=True, help="the font folder of lucide-static")
    parser.add_argument("--font", type=pathlib.Path, required=True, help="font to write")
    parser.add_argument("--header", type=pathlib.Path, required=True, help="header to write")
    arguments = parser.parse_args()

    code_points = json.loads((arguments.lucide / "codepoints.json").read_text())
    wanted = read_names(arguments.list)
    unknown = [name for name in wanted if name not in code_points]
    if unknown:
        raise SystemExit(f"{arguments.list}: Lucide has no {', '.join(unknown)}")
    for output in (arguments.font, arguments.header):
        output.parent.mkdir(parents=True, exist_ok=True)
    make_font(arguments.lucide / "lucide.ttf", [code_points[name] for name in wanted], arguments.font)
    arguments.header.write_text(header(wanted, code_points))
