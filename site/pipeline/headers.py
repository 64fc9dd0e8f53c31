"""Headers for the static hosts that accept them: ``_headers`` (Netlify, Cloudflare Pages, …) and ``.htaccess``
(Apache).

The site holds without them: they add what a page cannot ask for by itself. Both files say the same, from one list.
"""

from pipeline import policy, single

DENIED = ("accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "hid", "magnetometer", "microphone",
          "midi", "payment", "serial", "usb")
"""Powers of the browser that no page of the site uses."""

EVERYWHERE = {
    "Content-Security-Policy": policy.text(policy.of_header()),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": ", ".join(f"{power}=()" for power in DENIED),
    "Cross-Origin-Opener-Policy": "same-origin",
    # Names of files do not change from a version to the next: the service worker keeps them, not the HTTP cache.
    "Cache-Control": "no-cache",
}

SINGLE_FILE = {"Content-Disposition": f'attachment; filename="{single.NAME}"'}
"""The single file is to be kept, not opened in place: the policy above would refuse its inline script."""


def cloudflare() -> str:
    """The text of ``_headers``."""
    return _section("/*", EVERYWHERE) + _section(f"/{single.NAME}", SINGLE_FILE)


def _section(path: str, headers: dict[str, str]) -> str:
    return path + "\n" + "".join(f"  {name}: {value}\n" for name, value in headers.items())


def apache() -> str:
    """The text of ``.htaccess``; without the module of headers, it says nothing and breaks nothing."""
    rules = "".join(f"  {_rule(name, value)}\n" for name, value in EVERYWHERE.items())
    own = "".join(f"    {_rule(name, value)}\n" for name, value in SINGLE_FILE.items())
    return ("AddType text/javascript .js\nAddType application/manifest+json .webmanifest\n"
            f'<IfModule mod_headers.c>\n{rules}  <Files "{single.NAME}">\n{own}  </Files>\n</IfModule>\n')


def _rule(name: str, value: str) -> str:
    quoted = value.replace('"', r"\"")
    return f'Header always set {name} "{quoted}"'
