// window.naughty: what the campaign of the naughty strings asks of a page of the site, put in it before its own
// scripts.
"use strict";
(() => {
  const MADE = 'script, iframe, object, embed, img, form, base, meta, link, style';
  const SAFE_LINKS = /^(https?|blob|mailto):/;
  const PAUSE_MS = 10;
  const LONGEST_MS = 60_000;
  const refused = [];
  document.addEventListener('securitypolicyviolation', (event) => refused.push(event.violatedDirective));

  async function until(condition, what) {
    const begun = performance.now();
    while (!condition()) {
      if (performance.now() - begun > LONGEST_MS) throw new Error(`${what}: not in time`);
      await new Promise((resolve) => { setTimeout(resolve, PAUSE_MS); });
    }
  }

  const count = (path) => document.evaluate(`count(${path})`, document, null, XPathResult.NUMBER_TYPE).numberValue;

  const told = (one) => [
    one.localName,
    one.id,
    one.getAttribute('src') ?? one.getAttribute('href') ?? '',
    one.textContent.slice(0, 40),
  ];

  /** What a text that gets out of its place would change: elements that can act, names of all elements, width. */
  function screen() {
    const banner = document.getElementById('erreur-inattendue');
    return {
      made: [...document.querySelectorAll(MADE)].map((one) => told(one).join(' ')),
      tags: [...new Set([...document.getElementsByTagName('*')].map((one) => one.localName))],
      wide: document.documentElement.scrollWidth - innerWidth,
      banner: banner.hidden ? '' : `« ${banner.textContent} »`,
      refused: refused.splice(0),
    };
  }

  /** The same, and the attributes that act in the whole document, pages that are not shown included. */
  const state = () => ({
    ...screen(),
    handlers: count('//@*[starts-with(name(), "on") or name() = "srcdoc" or name() = "formaction"]'),
    links: [...document.links].map((one) => one.href).filter((address) => !SAFE_LINKS.test(address)),
  });

  const fieldsOf = (section) => [...section.querySelectorAll('.champ[data-path]')].map((champ) => [
    champ.dataset.path, [...champ.querySelectorAll('input, textarea, select')].map((one) => one.value)]);

  /** Whether an address is shown: a page, or in it an item or a step. */
  const isHere = (section, address) =>
    !section.hidden && (!address.includes('/') || section.dataset.ici === address);

  /**
   * Go to each address, its panels open: {address: {…screen, fields: [[path, values of its controls]], text}}. The
   * fields and the text of a page are those of all its items.
   */
  async function walk(addresses, whole) {
    const seen = {};
    for (const address of addresses) {
      const section = document.getElementById(address.split('/')[0]);
      location.hash = `#${address}`;
      await until(() => isHere(section, address), address);
      for (const one of section.querySelectorAll('details')) one.open = true;
      const told = whole && !address.includes('/') ? { fields: fieldsOf(section), text: section.textContent } : {};
      seen[address] = { ...screen(), ...told };
    }
    return { ...seen, 'every page': state() };
  }

  /** Show documents on screen, the first place of each: {slug: {…state, text}}. */
  async function sheets(slugs) {
    const [panel, seen] = [document.getElementById('apercu-document'), {}];
    for (const slug of slugs) {
      const button = document.querySelector(`[data-action=document-apercu][data-document=${slug}]`);
      if (!button) continue;
      button.click();
      await until(() => !panel.hidden, slug);
      seen[`sheet ${slug}`] = { ...state(), text: document.getElementById('apercu-feuille').textContent };
      document.querySelector('[data-action=document-fermer]').click();
      await until(() => panel.hidden, slug);
    }
    return seen;
  }

  window.naughty = Object.freeze({ state, walk, sheets });
})();
