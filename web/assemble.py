"""Puts the site together in one folder: the page, its joined script, the program, fonts, icons, manifest; and as one file.

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
import zlib

import bundle
import policy

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


def joined_fonts(folder):
    """All fonts in one file: count, lengths, bytes; shell/delivery.js takes it apart."""
    fonts = [(folder / name).read_bytes() for name in FONTS]
    return struct.pack(f"<{len(fonts) + 1}I", len(fonts), *map(len, fonts)) + b"".join(fonts)


class Parts:
    """Everything that is delivered, whatever it is delivered as."""

    def __init__(self, program, modules, is_packed):
        sources = {file.name: file.read_bytes() for file in [*(PROJECT / "shell").glob("*.*"), program / "fullcircle.js"]}
        bundler = bundle.Bundler(modules, sources, is_packed)
        self.page = sources["index.html"].decode()
        self.script = bundler.join("main.js").decode()
        self.worker = bundler.join("age_worker.js", "iife").decode()
        self.style = bundler.join("fullcircle.css").decode().strip()
        self.licences = bundler.licences()
        self.program = (program / "fullcircle.wasm").read_bytes()
        icon = base64.b64encode((PROJECT / "web/public/icon.svg").read_bytes()).decode()
        self.icon = f'<link rel="icon" href="data:image/svg+xml;base64,{icon}">'  # browsers ask for one beside the page again and again
        self.fonts = joined_fonts(program / "assets/fonts")

    def page_with(self, policy, head, body=""):
        page = self.page.replace("<!-- policy -->", f'<meta http-equiv="Content-Security-Policy" content="{policy}">', 1)
        page = page.replace("<!-- head -->", "\n  ".join([*head, f"<style>{self.style}</style>"]), 1)
        return page.replace("<!-- body -->", body, 1).encode()


def site_of(parts):
    """Site path -> bytes, with the service worker that lists them all and changes when any of them does."""
    found = {file.relative_to(PROJECT / "web/public").as_posix(): file.read_bytes()
             for file in (PROJECT / "web/public").rglob("*") if file.is_file()}
    names = {}
    for name, data in {"program.wasm": parts.program, "fonts.bin": parts.fonts, "main.js": parts.script.encode(),
                       "age_worker.js": parts.worker.encode()}.items():
        names[name] = named(name, data)
        found[names[name]] = data
    found["licences.txt"] = parts.licences
    found["_headers"] += f"  Content-Security-Policy: {policy.of_server(parts.style)}\n".encode()
    found["index.html"] = parts.page_with(policy.of_site(parts.style), [
        f'<link id="program" rel="preload" as="fetch" type="application/wasm" href="{names["program.wasm"]}" crossorigin>',
        f'<link id="fonts" rel="preload" as="fetch" href="{names["fonts.bin"]}" crossorigin>',
        f'<script type="module" src="{names["main.js"]}"></script>',
        f'<link id="age-worker" rel="worker" href="{names["age_worker.js"]}">',
        parts.icon,
        '<link rel="manifest" href="manifest.webmanifest">'])
    kept = {"./" if name == "index.html" else name: hashlib.sha256(data).hexdigest() for name, data in sorted(found.items()) if name != "_headers"}
    worker = (PROJECT / "web/service_worker.js").read_text(encoding="utf-8")
    version = hashlib.sha256((worker + json.dumps(kept)).encode()).hexdigest()[:16]
    worker = worker.replace("const version = '';", f"const version = '{version}';", 1)
    worker = worker.replace("const files = {};", f"const files = {json.dumps(kept)};", 1)
    found["service_worker.js"] = worker.encode()
    return found


def packed_text(data):
    """Compressed, in letters that survive every editor, server and mail program; shell/delivery.js unpacks it."""
    return base64.b64encode(zlib.compress(data, 9)).decode()


def file_of(parts):
    """The page with everything inside."""
    for text in (parts.script, parts.worker):
        assert "</script" not in text and "<!--" not in text
    return parts.page_with(policy.of_file(parts.style, parts.script), [parts.icon], "\n  ".join([
            f'<script type="module">{parts.script}</script>',
            f'<script id="age-worker" type="text/plain">{parts.worker}</script>',
            f'<script id="fonts" type="text/plain">{packed_text(parts.fonts)}</script>',
            f'<script id="program" type="text/plain">{packed_text(parts.program)}</script>',
            f'<script type="text/plain">{parts.licences.decode()}</script>']))


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


def assemble(parts, site, is_packed):
    wanted = set()
    for name, data in site_of(parts).items():
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
    parser.add_argument("--file", type=pathlib.Path, help="also the page with everything inside, as this file")
    parser.add_argument("--pack", action="store_true", help="minify, and add .br and .gz files")
    arguments = parser.parse_args()
    delivered = Parts(arguments.program, arguments.modules, arguments.pack)
    assemble(delivered, arguments.site, arguments.pack)
    if arguments.file:
        write_if_changed(arguments.file, file_of(delivered))
