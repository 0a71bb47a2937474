"""Puts the site together in one folder: the page from shell/, the program, the libraries it loads, fonts, icons, manifest.

Only files whose bytes changed are written, and files that no longer belong are removed, so that a second run
does nothing. With --pack each text-like file gets a .br and a .gz beside it, made once per content; that takes some
seconds, so a build while working goes without.
"""
import argparse
import gzip
import hashlib
import json
import pathlib

import library_modules

try:
    import brotli
except ImportError:  # a host's own Python may lack it: the server then falls back to gzip
    brotli = None

PROJECT = pathlib.Path(__file__).resolve().parent.parent
PACKED = {".html", ".css", ".js", ".mjs", ".wasm", ".json", ".webmanifest", ".svg", ".otf", ".ttf", ".txt", ".md"}


def sources(program):
    """Site path -> file on disk."""
    found = {}

    def add_folder(folder, prefix=""):
        if folder.is_dir():
            for file in sorted(folder.rglob("*")):
                if file.is_file():
                    found[prefix + file.relative_to(folder).as_posix()] = file

    add_folder(PROJECT / "shell")
    add_folder(PROJECT / "web" / "public")
    add_folder(program / "assets")
    for name in ("fullcircle.js", "fullcircle.wasm"):
        found[name] = program / name
    return found


def write_if_changed(path, data):
    if path.is_file() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return True


def contents(program, modules):
    """Site path -> bytes, with the service worker that lists them all and changes when any of them does."""
    found = {name: source.read_bytes() for name, source in sources(program).items()}
    scripts = {name: data.decode() for name, data in found.items() if name.endswith(".js") and name != "fullcircle.js"}
    found |= library_modules.deliver(modules, {name: text for name, text in scripts.items() if library_modules.imports_a_package(text)})
    names = sorted("./" if name == "index.html" else name for name in found if name != "_headers")
    version = hashlib.sha256(b"".join(name.encode() + hashlib.sha256(data).digest() for name, data in sorted(found.items()))).hexdigest()
    worker = (PROJECT / "web" / "service_worker.js").read_text(encoding="utf-8")
    worker = worker.replace("const version = '';", f"const version = '{version[:16]}';", 1)
    worker = worker.replace("const files = [];", f"const files = {json.dumps(names)};", 1)
    found["service_worker.js"] = worker.encode()
    return found


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
    for name, data in contents(program, modules).items():
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
    parser.add_argument("--pack", action="store_true", help="add .br and .gz files")
    arguments = parser.parse_args()
    assemble(arguments.program, arguments.modules, arguments.site, arguments.pack)
