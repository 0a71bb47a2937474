"""The modules of npm packages that scripts of shell/ import by name, as files of the site.

A browser finds no package by its name, and a worker has no import map, so each import is rewritten to the path of the
module it means, and what those import comes along. Comments stay behind except licences: they are half of the bytes.
"""
import json
import os
import pathlib
import re

FOLDER = "modules"
# What age-encryption imports and Fullcircle never calls: post-quantum keys, keys in hardware, passkeys, and X25519 in
# JavaScript, which every browser brings along. shell/age_left_out.js stands in for them.
LEFT_OUT = {"@noble/post-quantum/hybrid.js", "@noble/curves/nist.js", "@noble/curves/ed25519.js", "age-encryption/dist/webauthn.js"}
STAND_IN = "age_left_out.js"

IMPORT = re.compile(r"""^((?:import|export)\b[^'";]*?\bfrom\s*)(['"])([^'"]+)\2""", re.MULTILINE)
# Whole lines only, so that no text in quotes is taken for a comment.
COMMENT = re.compile(r"^[ \t]*(?:/\*(?!!)(?:(?!\*/).)*\*/|//[^\n]*)[ \t]*\n", re.MULTILINE | re.DOTALL)


def package_of(specifier):
    parts = specifier.split("/")
    return "/".join(parts[:2] if specifier.startswith("@") else parts[:1])


def entry_of(modules, specifier):
    """Path below the folder of packages of what a bare specifier means."""
    package = package_of(specifier)
    if specifier != package:
        return specifier
    described = json.loads((modules / package / "package.json").read_text(encoding="utf-8"))
    return f"{package}/{(described.get('module') or described['main']).removeprefix('./')}"


def site_path(modules, specifier, importer):
    """Site path of an imported module; `importer` is the site path of who imports it."""
    if specifier.startswith("."):
        path = os.path.normpath(os.path.join(os.path.dirname(importer), specifier)).replace(os.sep, "/")
        below = path.removeprefix(FOLDER + "/")
        return STAND_IN if below in LEFT_OUT else path
    return STAND_IN if specifier in LEFT_OUT else f"{FOLDER}/{entry_of(modules, specifier)}"


def imports_a_package(script):
    return any(not found[2].startswith((".", "/")) for found in IMPORT.findall(script))


def deliver(modules, scripts):
    """Takes {site path: text} of scripts that import packages; returns them and everything they need, as {site path: bytes}."""
    found = {}
    waiting = dict(scripts)
    while waiting:
        name, text = waiting.popitem()

        def rewrite(match, importer=name):
            target = site_path(modules, match[3], importer)
            if target.startswith(FOLDER + "/") and target not in found and target not in waiting:
                waiting[target] = COMMENT.sub("", (modules / target.removeprefix(FOLDER + "/")).read_text(encoding="utf-8"))
            path = os.path.relpath(target, os.path.dirname(importer) or ".").replace(os.sep, "/")
            return f"{match[1]}'{path if path.startswith('.') else './' + path}'"

        found[name] = IMPORT.sub(rewrite, text).encode()
    for package in {package_of(name.removeprefix(FOLDER + "/")) for name in found if name.startswith(FOLDER + "/")}:
        found[f"{FOLDER}/{package}/LICENSE.txt"] = (modules / package / "LICENSE").read_bytes()
    return found
