"""Faults of the storage, data cleared, and what a page tells of them."""

FAULT = """
// window.fault = {mode: 'throw' | 'abort' | 'quota', at: number of the call that fails}; window.calls counts them.
window.calls = 0;
window.fault = null;
function due() { return ++window.calls === window.fault?.at; }
const WATCHED = [[IDBDatabase, ['transaction']], [IDBObjectStore, ['put', 'get', 'getAll', 'add', 'delete']]];
for (const [owner, names] of WATCHED) {
  for (const name of names) {
    const real = owner.prototype[name];
    owner.prototype[name] = function (...given) {
      const fails = due();
      if (fails && window.fault.mode === 'throw') throw new DOMException('panne injectée', 'UnknownError');
      const result = real.apply(this, given);
      // A commit that fails: every request has succeeded, then the browser gives up the transaction.
      if (fails && result instanceof IDBRequest) result.addEventListener('success', ({ target: { transaction } }) => {
        transaction.abort();
        if (window.fault?.mode !== 'quota') return;
        const error = new DOMException('panne injectée', 'QuotaExceededError');
        Object.defineProperty(transaction, 'error', { value: error });
      });
      return result;
    };
  }
}
"""
HOUSEKEEPING = 2
"""Faults that may fall upon the page itself, not upon the journey: some seconds after its start it looks for what it
has to purge."""
NAME = "pidStore.list().then(([one]) => pidStore.get(one.id)).then((record) => JSON.parse(record.json).eleve.nom)"
"""The name in the only draft."""
TYPED = "Un travail que rien ne doit perdre."
WIPE = """async () => {
  if (location.protocol !== 'file:') {
    for (const one of await navigator.serviceWorker.getRegistrations()) await one.unregister();
  }
  localStorage.clear();
  await new Promise((resolve, reject) => {
    const asked = indexedDB.deleteDatabase('dossier-pid');
    asked.onsuccess = resolve;
    asked.onerror = reject;
  });
}"""
"""What a cleaner does from another page of the site."""


def tells(page):
    """Whether the page has told that the draft is gone, and no longer says that it is saved."""
    gone = page.locator("#conflit")
    return gone.is_visible() and "n’est plus enregistré sur cet ordinateur" in gone.inner_text() \
        and page.locator("#etat-enregistrement").inner_text() == ""
