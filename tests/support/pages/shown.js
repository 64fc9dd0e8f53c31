// What a page shows to the person who fills it: its questions with their answers, its lists, where the keys lead.
// Elements are told by their rank among those of « shown.ALL », as Playwright counts them.
window.shown = (() => {
  const ALL = "main input, main select, main textarea, main button, main summary, main a[href]";
  const STOPS = "a[href], button, input, select, textarea, summary";
  // Those of a list, without its blank lines and the item that it offers, and its ready rows.
  const ITEMS = ":scope > .items > .item:not([data-discipline], .pret), :scope > .lignes > .attendus > li";
  const seen = (element) => element.checkVisibility({ visibilityProperty: true }) && !element.disabled;
  const all = () => [...document.querySelectorAll(ALL)];
  const placeOf = (element) => element.closest("[data-path]")?.dataset.path ?? "";
  const box = (element, rank) => ({
    rank, type: element.type, part: element.dataset.part ?? "", value: element.value,
    checked: element.checked ?? false, listed: [...element.list?.options ?? []].map((one) => one.value) });
  // Where a blank line of the dispenses has no item yet, its place is beyond those of the items.
  const BEYOND = 1000;
  const blank = (line) => `parcours.dispenses.${BEYOND + [...line.parentElement.children].indexOf(line)}`;
  const isBox = (element) => element.name && /^(INPUT|SELECT|TEXTAREA)$/.test(element.tagName) && !element.readOnly;

  // Questions and lists, as they come: { path, boxes } or { list, shown, rank of the button that adds }.
  function things() {
    const found = [];
    all().forEach((element, rank) => {
      const computed = isBox(element) && element.closest(".calcule");  // the discipline of such a line is read
      if (!(seen(element) || computed) || element.closest(".creneau")) return;
      const line = computed && element.closest("[data-discipline]");
      const path = line ? `${blank(line)}.${element.name.split(".").pop()}` : placeOf(element);
      const last = found[found.length - 1];
      const row = element.closest(".attendus > [data-type]");  // what such a row is about is not asked
      if (row && isBox(element) && last?.path !== path) {
        const about = path.replace(/[^.]*$/, "type");
        found.push({ path: about, boxes: [{ type: "radio", value: row.dataset.type, checked: true, listed: [] }] });
      }
      if (isBox(element) && path) {
        if (last?.path === path) last.boxes.push(box(element, rank));
        else found.push({ path, boxes: [box(element, rank)] });
      } else if (/ajouter$/.test(element.dataset.action ?? "")) {
        const holder = element.closest("[data-path]");
        found.push({ list: path, rank, shown: [...(holder?.querySelectorAll(ITEMS) ?? [])].filter(isMade).length,
          ticks: ticks(holder), last: isLast(document.activeElement, holder) });
      }
    });
    return found;
  }

  // A row that awaits a document is an item once it is answered: its place is then among those of the list.
  const isMade = (item) => !item.dataset.type || Number(item.querySelector("[name]").name.match(/\d+/)[0])
    < item.closest("[data-maximum]").dataset.maximum;

  // Whether the focus is in the last line of a list typed as lines are.
  const isLast = (here, list) => isBox(here)
    && here.closest("[data-seul] > .items > .item:last-child")?.closest(".bloc") === list;

  // The boxes above a list by which its items are begun.
  const ticks = (holder) => all().flatMap((element, rank) =>
    element.closest(".coches")?.parentElement === holder ? [box(element, rank)] : []);

  // The ranks of the boxes of one name.
  const named = (name) => all().flatMap((element, rank) => (element.name === name ? [rank] : []));

  // The rows of the open week, day by day as they come; « kept » where they are in the file.
  function rows() {
    const ranks = new Map(all().map((element, rank) => [element, rank]));
    return [...document.querySelectorAll("main .creneau")].filter(seen).map((row) => {
      const cells = {};
      for (const one of row.querySelectorAll("[data-colonne] input, [data-colonne] select"))
        if (seen(one)) cells[one.closest("[data-colonne]").dataset.colonne] = box(one, ranks.get(one));
      const away = row.querySelector("[data-action=creneau-supprimer]");
      return { day: row.closest("[data-jour]").dataset.jour, kept: row.hasAttribute("data-rang"), cells,
        away: ranks.get(away) };
    });
  }

  const time = (minutes) => `${Math.floor(minutes / 60)}`.padStart(2, "0") + ":" + `${minutes % 60}`.padStart(2, "0");

  // The grid of the open week: hours of its rows, those proposed for the next one, its cells. The place of a slot, that
  // its cell names, is read in its row; so is what is asked there, « à voir » in the cell.
  function grid() {
    const ranks = new Map(all().map((element, rank) => [element, rank]));
    const cells = [...document.querySelectorAll("main .saisie .case")].filter(seen).map((one) => {
      const { rang, jour, lettre, debut, fin } = one.dataset;
      const row = rang && document.querySelector(`main .creneau[data-rang="${rang}"]`);
      const asked = row && row.querySelector("[data-colonne=discipline]:not([hidden]) select");
      return { rank: ranks.get(one), id: one.id, slot: rang !== undefined, jour, semaine: lettre, debut: time(debut),
        fin: time(fin), lieu: row ? row.querySelector("[name=lieu]").value : "college", activite: one.value,
        counted: asked ? asked.value : null,
        pause: row?.querySelector("[data-action=creneau-pause]:not([hidden])")?.textContent ?? "" };
    });
    const headers = [...document.querySelectorAll("main .plage[data-rang]")].map((one) => hoursOf(one.value));
    return { headers, proposed: document.querySelector("main .saisie #plage-nouvelle").value, cells };
  }

  // « 8h05-9h » as two hours.
  const hoursOf = (words) => words.split("-").map((one) => {
    const [hours, minutes] = one.split("h");
    return time(Number(hours) * 60 + Number(minutes));
  });

  const identified = (id) => all().indexOf(document.getElementById(id));

  // When the slot or the room of the cell that has the focus ends.
  const ends = () => time(document.activeElement.dataset.fin);

  // Where the keys of the grid lead from the cell that has the focus to another: {key: times}.
  function moves(rank) {
    const here = document.activeElement, there = all()[rank];
    if (![here, there].every((one) => one.matches(".saisie .case"))) return {};
    const days = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];
    const key = ({ dataset }) => [days.indexOf(dataset.jour), dataset.debut.padStart(4, "0"), dataset.lettre].join();
    const boxes = [...document.querySelectorAll("main .saisie .case")].filter(seen)
      .sort((one, other) => (key(one) < key(other) ? -1 : 1));
    const far = boxes.indexOf(there) - boxes.indexOf(here);
    return far < 0 ? { "Shift+Enter": -far } : { Enter: far };
  }

  // The elements at which the Tab key stops: of radio buttons of one name, the one chosen or else the first.
  function stops() {
    const names = new Set();
    return [...document.querySelectorAll(STOPS)].filter((one) => {
      if (!seen(one) || one.tabIndex < 0) return false;
      if (one.type !== "radio") return true;
      const chosen = document.querySelector(`input[type=radio][name="${one.name}"]:checked`);
      if (chosen ? chosen !== one : names.has(one.name)) return false;
      names.add(one.name);
      return true;
    });
  }

  // The element that the hand goes to, wherever it stands once others have come, or been drawn anew.
  let target = null;
  const aim = (rank) => {
    target = all()[rank];
  };
  const aimed = () => all().indexOf(target.isConnected || !target.id ? target : document.getElementById(target.id));

  // How many times Tab leads from where the focus is to an element, -1 where it does not.
  function tabs(rank) {
    const target = all()[rank], here = document.activeElement, chain = stops();
    const after = chain.findIndex((one) => here.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING);
    const to = chain.indexOf(target);
    if (target === here) return 0;
    return here === document.body || after < 0 || to < after ? -1 : to - after + 1;
  }

  // How many times Enter leads from where the focus is to an element: each goes to the next question that waits for an
  // answer, from a title or a box of one line; -1 where it does not.
  function waits(rank) {
    const here = document.activeElement, section = here.closest("section.page"), groups = [here.name];
    const own = "[data-seul], .creneau, .saisie, .horaires, [data-entree]";
    if (!section || !here.matches("h1, input") || here.closest(own)) return -1;
    const chain = [...section.querySelectorAll("input, select, textarea, [data-action=continuer]")].filter((one) => {
      if (!seen(one) || !(here.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING)) return false;
      const { part } = one.dataset;
      if (part && part !== "jour" && !one.closest("fieldset").querySelector("input").value) return false;
      if (!/^(radio|checkbox)$/.test(one.type)) return !one.value;
      const group = one.closest("fieldset") ?? one;
      if (groups.includes(one.name) || group.querySelector(":checked")) return false;
      groups.push(one.name);
      return true;
    });
    const times = chain.indexOf(all()[rank]);
    return times < 0 || chain.slice(0, times).some((one) => !one.matches("input")) ? -1 : times + 1;
  }

  // From the last line of a list a blank one, then the question after the list.
  function leaves(list, target) {
    const after = stops().filter((one) => list.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING
      && !list.contains(one));
    const first = after.findIndex((one) => isBox(one) || one.dataset.action === "continuer");
    const tab = after.indexOf(target) - first;
    return first >= 0 && tab >= 0 ? { enter: 2, tab } : null;
  }

  // How many times Enter leads from a row of the week to another, then Tab to a cell of it; null where they do not.
  function enters(rank) {
    const to = all()[rank].closest(".creneau"), from = document.activeElement.closest(".creneau");
    const list = document.activeElement.closest("[data-seul]");
    if (list && !list.contains(all()[rank])) return leaves(list, all()[rank]);
    if (!from || !to || to === from) return null;
    const days = [...document.querySelectorAll("main .jour")].filter(seen);
    const own = from.closest(".jour");
    const rows = [...own.querySelectorAll(".creneau")];
    const left = days.slice(days.indexOf(own) + 1).map((day) => day.querySelector(".creneau.nouveau"));
    const enter = [...rows.slice(rows.indexOf(from) + 1), ...left].indexOf(to) + 1;
    const chain = stops();
    const tab = chain.indexOf(all()[rank]) - chain.indexOf(to.querySelector("[data-colonne=debut] input"));
    return enter > 0 && tab >= 0 ? { enter, tab } : null;
  }

  function focus() {
    const here = document.activeElement;
    return { rank: all().indexOf(here), value: here.value ?? "", selected: "selectionStart" in here
      && here.selectionEnd - here.selectionStart === here.value.length };
  }

  // What an element is called, for the list of what was done.
  const told = (element) => `${placeOf(element)} ${element.name || element.dataset.action || ""} `
    + (element.matches("input, select, textarea") ? element.value : element.textContent).trim().slice(0, 60);

  return { ALL, told, things, named, identified, rows, grid, ends, moves, waits, aim, aimed, tabs, enters, focus };
})();
