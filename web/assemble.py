"""Puts the site together in one folder: the page, its joined script, the program, fonts, icons, manifest.

The page from shell/ gets the style sheet inside and names every other file by its content, so that nothing of one version
ever meets something of another. Only files whose bytes changed are written, and files that no longer belong are removed, so
that a second run does nothing. With --pack scripts are minified, and each text-like file gets a .br and a .gz beside it,
made once per content; that takes some seconds, so a build while working goes without.
"""
import argparse
import base64
import gzip
import hashlib
import json
import pathlib
import struct

import bundle

try:
    import brotli
except ImportError:  # a host's own Python may lack it: the server then falls back to gzip
    brotli = None

PROJECT = pathlib.Path(__file__).resolve().parent.parent
PACKED = {".html", ".css", ".js", ".wasm", ".json", ".webmanifest", ".svg", ".bin", ".txt"}
FONTS = ("inter-regular.otf", "inter-medium.otf", "inter-semibold.otf", "lucide.ttf")  # as shell/fonts.js takes them


def named(name, data):
    """The name with the hash of its content: `program.wasm` becomes `program-0123456789.wasm`."""
    stem, suffix = name.rsplit(".", 1)
    return f"{stem}-{hashlib.sha256(data).hexdigest()[:10]}.{suffix}"


def hash_source(text):
    """How a content security policy names an inline script or style."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def joined_fonts(folder):
    """All fonts in one file: count, lengths, bytes; shell/delivery.js takes it apart."""
    fonts = [(folder / name).read_bytes() for name in FONTS]
    return struct.pack(f"<{len(fonts) + 1}I", len(fonts), *map(len, fonts)) + b"".join(fonts)


def contents(program, modules, is_packed):
    """Site path -> bytes, with the service worker that lists them all and changes when any of them does."""
    sources = {file.name: file.read_bytes() for file in [*(PROJECT / "shell").glob("*.*"), program / "fullcircle.js"]}
    bundler = bundle.Bundler(modules, sources, is_packed)
    found = {file.relative_to(PROJECT / "web/public").as_posix(): file.read_bytes()
             for file in (PROJECT / "web/public").rglob("*") if file.is_file()}
    parts = {}
    for name, data in {"program.wasm": (program / "fullcircle.wasm").read_bytes(), "fonts.bin": joined_fonts(program / "assets/fonts"),
                       "age_worker.js": bundler.join("age_worker.js"), "main.js": bundler.join("main.js")}.items():
        parts[name] = named(name, data)
        found[parts[name]] = data
    found["licences.txt"] = bundler.licences()
    style = bundler.join("fullcircle.css").decode().strip()
    policy = found["_headers"].decode().replace("style-src 'self'", f"style-src {hash_source(style)}")
    found["_headers"] = policy.encode()
    head = f"""<link id="program" rel="preload" as="fetch" type="application/wasm" href="{parts["program.wasm"]}" crossorigin>
  <link id="fonts" rel="preload" as="fetch" href="{parts["fonts.bin"]}" crossorigin>
  <script type="module" src="{parts["main.js"]}"></script>
  <link id="age-worker" rel="worker" href="{parts["age_worker.js"]}">
  <link rel="icon" href="icon.svg" type="image/svg+xml">
  <link rel="manifest" href="manifest.webmanifest">
  <style>{style}</style>"""
    found["index.html"] = sources["index.html"].replace(b"<!-- delivered -->", head.encode(), 1)
    names = sorted("./" if name == "index.html" else name for name in found if name != "_headers")
    version = hashlib.sha256(b"".join(name.encode() + hashlib.sha256(data).digest() for name, data in sorted(found.items()))).hexdigest()
    worker = (PROJECT / "web" / "service_worker.js").read_text(encoding="utf-8")
    worker = worker.replace("const version = '';", f"const version = '{version[:16]}';", 1)
    worker = worker.replace("const files = [];", f"const files = {json.dumps(names)};", 1)
    found["service_worker.js"] = worker.encode()
    return found


def write_if_changed(path, data):
    if path.is_file() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return True


def pack_beside(target, data, packed_before):
    """Writes the packed forms that are missing or of older content; returns their paths."""
    paths = set()
    for suffix, pack in ((".br", brotli and brotli.compress), (".gz", lambda raw: gzip.compress(raw, 9, mtime=0))):
        if pack:
            path = target.with_name(target.name + suffix)
            paths.add(path)
            if not (packed_before and path.is_file()):
                path.write_bytes(pack(data))
    return paths


def assemble(program, modules, site, is_packed):
    wanted = set()
    for name, data in contents(program, modules, is_packed).items():
        target = site / name
        wanted.add(target)
        changed = write_if_changed(target, data)
        if target.suffix not in PACKED:
            continue
        if is_packed:
            wanted |= pack_beside(target, data, packed_before=not changed)
        elif not changed:
            wanted |= {target.with_name(target.name + suffix) for suffix in (".br", ".gz")}
    for stale in sorted(site.rglob("*"), reverse=True):
        if stale.is_file() and stale not in wanted:
            stale.unlink()
        elif stale.is_dir() and not any(stale.iterdir()):
            stale.rmdir()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", type=pathlib.Path, required=True, help="folder with fullcircle.js and .wasm")
    parser.add_argument("--modules", type=pathlib.Path, default="/srv/node_modules", help="folder of the npm packages")
    parser.add_argument("--site", type=pathlib.Path, required=True, help="folder to fill")
    parser.add_argument("--pack", action="store_true", help="minify, and add .br and .gz files")
    arguments = parser.parse_args()
    assemble(arguments.program, arguments.modules, arguments.site, arguments.pack)
