// The floor: the same page and the same storage, bound and judged by hand in plain JavaScript, for this form only.
// It fills the page shown, stores what is typed, and saves. It judges the answers that are missing and the rules of
// eligibility, period, project and signatures. They are written directly on the answers, without a catalogue or a text
// of their own.
'use strict';

const id = new URLSearchParams(location.search).get('d');
const opened = pidStore.get(id);
const at = (value, path) => path.split('.').reduce((found, key) => found?.[key], value);
let dossier;
let rev;
let timer;

function put(path, value) {
  const keys = path.split('.');
  const last = keys.pop();
  keys.reduce((found, key) => found[key], dossier)[last] = value;
}

const number = (iso) => (/^\d{4}-\d\d-\d\d$/.test(iso ?? '') ? Date.parse(iso) / 86400000 : null);

function age(birth, day) {
  const [year, month, date] = birth.split('-').map(Number);
  const [thatYear, thatMonth, thatDate] = day.split('-').map(Number);
  return thatYear - year - (thatMonth < month || (thatMonth === month && thatDate < date) ? 1 : 0);
}

const blank = (value) =>
  value === '' || value === null || value === undefined || (Array.isArray(value) && value.length === 0);

function missing() {
  const found = [];
  for (const path of REQUIRED) {
    const [list, inside] = path.split('[].');
    if (inside === undefined) {
      if (blank(at(dossier, path))) found.push(path);
    } else {
      (at(dossier, list) ?? []).forEach((item, index) => {
        if (!inside.includes('[]') && blank(at(item, inside))) found.push(`${list}.${index}.${inside}`);
      });
    }
  }
  return found;
}

const RULES = {
  'EL-02': ({ eleve }) => !['4e', '3e'].includes(eleve.niveau),
  'EL-03': ({ eleve, stages }) => ['6e', '5e'].includes(eleve.niveau) && stages.length > 0,
  'EL-04': ({ eleve, dossier: { annee_scolaire } }) => {
    const sixteen = Number(eleve.date_naissance.slice(0, 4)) + 16 + eleve.date_naissance.slice(4);
    const year = Number(annee_scolaire.slice(0, 4));
    return `${year}-09-01` <= sixteen && sixteen < `${year + 1}-09-01`;
  },
  'EL-06': ({ eleve, parcours }) => age(eleve.date_naissance, parcours.debut) >= 16,
  'EL-07': ({ eleve, parcours }) => age(eleve.date_naissance, parcours.debut) >= 18,
  'EL-09': ({ eleve, stages }) =>
    stages.some(({ debut, type }) => age(eleve.date_naissance, debut) < 15 && type !== 'sequence_observation'),
  'PE-01': ({ parcours }) => number(parcours.debut) > number(parcours.fin),
  'PR-01': ({ situation }) => (situation.constats ?? '').trim().length < 40,
  'PR-02': ({ parcours }) =>
    parcours.objectifs.length === 0 || parcours.objectifs.some(({ echeance }) => blank(echeance)),
  'PR-03': ({ parcours }) =>
    parcours.objectifs.some(
      ({ echeance }) => number(echeance) < number(parcours.debut) || number(echeance) > number(parcours.fin),
    ),
  'PR-04': ({ parcours }) => parcours.objectifs.some(({ strategies }) => strategies.length === 0),
  'PR-06': ({ referent }) => blank(referent.nom) || blank(referent.fonction),
  'SI-01': ({ signatures }) => !signatures.some(({ role, date }) => role === 'eleve' && date),
  'SI-02': ({ signatures }) => !signatures.some(({ role, date }) => role.startsWith('responsable') && date),
  'SI-03': (all) => all.desaccord_connu === true,
  'SI-04': ({ signatures }) => !signatures.some(({ role, date }) => role === 'chef_etablissement' && date),
  'SI-05': ({ signatures }) => !signatures.some(({ role, date }) => role === 'referent' && date),
  'SI-06': ({ signatures, stages }) =>
    stages.some(({ lieu }) => !signatures.some((one) => one.lieu === lieu && one.date)),
};

function judge() {
  const found = Object.keys(RULES).filter((rule) => {
    try {
      return RULES[rule](dossier);
    } catch {
      return false; // an answer is missing: the rule is pending
    }
  });
  document.getElementById('avancement').textContent = `${missing().length} réponses manquent, ${found.join(' ')}`;
}

function show(slug) {
  document.querySelectorAll('section.page').forEach((section) => { section.hidden = section.id !== slug; });
  document.getElementById(slug).querySelectorAll('.champ[data-path]').forEach((champ) => {
    const value = at(dossier, champ.dataset.path);
    champ.querySelectorAll('input, textarea, select').forEach((control) => {
      const part = control.dataset.part;
      if (part) control.value = (value ?? '').split('-')[['annee', 'mois', 'jour'].indexOf(part)] ?? '';
      else if (control.type === 'radio') control.checked = value === control.value;
      else if (control.type === 'checkbox') control.checked = (value ?? []).includes(control.value);
      else control.value = value ?? '';
    });
  });
}

document.addEventListener('input', ({ target }) => {
  const champ = target.closest('.champ[data-path]');
  if (!champ || target.dataset.part || target.type === 'checkbox') return;
  put(champ.dataset.path, target.value);
  judge();
  clearTimeout(timer);
  timer = setTimeout(async () => {
    ({ rev } = await pidStore.save({ id, expected_rev: rev, json: JSON.stringify(dossier, null, 2) }));
    document.getElementById('etat-enregistrement').textContent = 'Enregistré';
  }, 400);
});

document.addEventListener('DOMContentLoaded', async () => {
  const record = await opened;
  dossier = JSON.parse(record.json);
  rev = record.rev;
  show(location.hash.slice(1));
  document.documentElement.dataset.ouvert = '';
  setTimeout(() => {
    judge();
    document.documentElement.dataset.juge = '';
  });
});
