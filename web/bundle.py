"""Scripts of shell/ and the npm packages they import by name, joined into one script each by esbuild."""
import json
import os
import pathlib
import subprocess
import tempfile

# What the tested browsers understand, and no older: nothing is rewritten for a browser that has no WebGL 2 or X25519.
TARGET = "chrome111,firefox115,safari16.4"

# What age-encryption imports and Fullcircle never calls: post-quantum keys, keys in hardware, and X25519 in JavaScript,
# which every browser brings along. shell/age_left_out.js stands in for them.
LEFT_OUT = ("@noble/post-quantum/hybrid.js", "@noble/curves/nist.js", "@noble/curves/ed25519.js")
STAND_IN = "age_left_out.js"


class Bundler:
    """Joins scripts given as {name: bytes}. `modules` is the folder of the npm packages."""

    def __init__(self, modules, scripts, is_minified):
        self.modules = pathlib.Path(modules).resolve()
        self.scripts = scripts
        self.options = ["--minify"] if is_minified else []
        self.packages = set()  # of which something was taken

    def join(self, entry, form="esm"):
        """One script, `esm` for a module or `iife` for a classic one."""
        with tempfile.TemporaryDirectory() as folder:
            folder = pathlib.Path(folder).resolve()
            for name, data in self.scripts.items():
                (folder / name).write_bytes(data)
            out, described = folder / "out" / entry, folder / "out" / "described.json"
            subprocess.run(
                ["node", str(self.modules / "esbuild/bin/esbuild"), entry, "--bundle", f"--format={form}", "--charset=utf8", f"--target={TARGET}",
                 "--legal-comments=none", "--log-level=warning", f"--outfile={out}", f"--metafile={described}", *self.options,
                 *(f"--alias:{name}={folder / STAND_IN}" for name in LEFT_OUT)],
                cwd=folder, env={**os.environ, "NODE_PATH": str(self.modules)}, check=True)
            inputs = json.loads(described.read_text(encoding="utf-8"))["outputs"]
            for output in inputs.values():
                self.packages |= {self.package_of(folder, name) for name, taken in output["inputs"].items() if taken["bytesInOutput"]} - {None}
            return out.read_bytes()

    def package_of(self, folder, name):
        path = (folder / name).resolve()
        if not path.is_relative_to(self.modules):
            return None
        parts = path.relative_to(self.modules).parts
        return "/".join(parts[:2] if parts[0].startswith("@") else parts[:1])

    def licences(self):
        """The licences of what was taken, as one text."""
        return "\n\n".join(f"{package}\n\n{(self.modules / package / 'LICENSE').read_text(encoding='utf-8')}"
                           for package in sorted(self.packages)).encode()
