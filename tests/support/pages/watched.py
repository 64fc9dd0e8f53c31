"""The addresses of the site, and pages that tell what they refuse or throw."""

PATHS = ["", "eligibilite/index.html", "dossier/index.html", "etablissement/index.html", "ouvrir/index.html",
         "regles/index.html",
         "regles/changements/index.html", "regles/st-09/index.html", "regles/el-05/index.html", "aide/index.html",
         "cles/index.html",
         "donnees-personnelles/index.html", "accessibilite/index.html", "formulaire-vierge/index.html",
         "plan/index.html"]
SPY = """
window.problems = [];
document.addEventListener("securitypolicyviolation",
  (event) => problems.push(event.violatedDirective + " " + event.blockedURI));
window.addEventListener("error", (event) => problems.push(event.message));
window.addEventListener("unhandledrejection", (event) => problems.push(String(event.reason)));
"""
WATCH_POLICY = """
window.refused = [];
document.addEventListener('securitypolicyviolation',
  (event) => window.refused.push(event.violatedDirective + ' ' + event.blockedURI));
"""
INSTALLED = "navigator.serviceWorker.ready.then((registration) => registration.active.state)"
CONTROLLED = "navigator.serviceWorker.controller !== null"


def install(page, address):
    page.add_init_script(SPY)
    page.goto(address)
    assert page.evaluate(INSTALLED) in ("activating", "activated")
    page.reload()
    assert page.evaluate(CONTROLLED)
