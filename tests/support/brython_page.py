"""A page that runs Python under the policy of the site, and tells what went wrong."""

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'none'; base-uri 'none'; "
    "require-trusted-types-for 'script'; trusted-types site"
)
HTML = f"""<!doctype html><html lang="fr"><meta charset="utf-8"><title>essai</title>
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<p id="resultat"></p><script src="spy.js"></script><script src="brython.js"></script><script src="app.js"></script>"""
SPY = """
window.violations = [];
window.thrown = [];
window.said = [];
for (const name of ["log", "info", "warn", "error"]) console[name] = (...words) => said.push(words.join(" "));
document.addEventListener("securitypolicyviolation",
  (event) => violations.push(event.violatedDirective + " " + event.blockedURI));
window.addEventListener("error", (event) => thrown.push(event.message));
window.addEventListener("unhandledrejection", (event) => thrown.push(String(event.reason)));
"""
