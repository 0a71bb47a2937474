"""What the page may do, as a content security policy: nothing but run its own code and load its own files."""
import base64
import hashlib

# Text becomes code only where shell/trusted.js lets it. Compiling WebAssembly needs a permission of its own.
ALWAYS = {"default-src": "'none'", "base-uri": "'none'", "form-action": "'none'",
          "require-trusted-types-for": "'script'", "trusted-types": "fullcircle"}


def source_of(text):
    """An inline script or style, by the hash of its text."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _written(directives):
    return "; ".join(f"{name} {value}" for name, value in {**ALWAYS, **directives}.items())


def of_site(style):
    """For the page of the site, in which the policy stands as well: a server may forget to send it."""
    return _written({"script-src": "'self' 'wasm-unsafe-eval'", "style-src": source_of(style), "img-src": "data:",
                     "connect-src": "'self'", "worker-src": "'self'", "manifest-src": "'self'"})


def of_server(style):
    """What only a server can say comes with it: that no other page may frame this one."""
    return of_site(style) + "; frame-ancestors 'none'"


def of_file(style, script):
    """For the page that is a file of its own: it asks nobody for anything."""
    return _written({"script-src": f"{source_of(script)} 'wasm-unsafe-eval'", "style-src": source_of(style), "img-src": "data:",
                     "connect-src": "'none'", "worker-src": "blob:"})
