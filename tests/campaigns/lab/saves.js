/**
 * Says what a store holds, then writes save after save in it and announces each one that was confirmed. It goes on
 * until somebody kills the browser. ?store=site is the storage of the site; ?store=local is localStorage, which loses.
 */

const LENGTH = 8000;
const STATES = 10;
/** The state of one save in so many is kept, as if something else had replaced it. */
const LEAVES = 3;
const LONGEST_REST = 30;

/** The text of save `number`: as long as a dossier, recognisable, with its own sum. */
function textOf(number) {
  const body = `${number} Zoé Élève ; `.repeat(LENGTH / 10).slice(0, LENGTH);
  return JSON.stringify({ number, sum: sum(body), body });
}

/** The number of a text; throws where a part of it is missing or of another save. */
function numberOf(text) {
  const { number, sum: expected, body } = JSON.parse(text);
  if (body.length !== LENGTH || sum(body) !== expected || !body.startsWith(`${number} `))
    throw new Error('texte abîmé');
  return number;
}

function insist(condition, words) {
  if (!condition) throw new Error(words);
}

const STORES = {
  site: {
    async read() {
      const [one, ...others] = await pidStore.list();
      if (!one) return 0;
      insist(others.length === 0, 'deux brouillons');
      this.id = one.id;
      const record = await pidStore.get(one.id);
      const states = await pidStore.history(one.id);
      const number = numberOf(record.json);
      insist(
        number === record.rev && record.titre === `titre ${number}`,
        'titre ou révision d’un autre enregistrement',
      );
      insist(states.length === Math.min(STATES, Math.floor((record.rev - 1) / LEAVES)), 'états gardés incomplets');
      insist(
        states.every(
          ({ rev, json, motif }, index) =>
            rev === (Math.floor((number - 1) / LEAVES) - index) * LEAVES
            && numberOf(json) === rev
            && motif === 'remplacement',
        ),
        'états mêlés',
      );
      return number;
    },
    async save(number) {
      const draft = { json: textOf(number), titre: `titre ${number}` };
      const motif = number % LEAVES === 1 ? 'remplacement' : undefined;
      if (this.id) await pidStore.save({ ...draft, id: this.id, expected_rev: number - 1, motif });
      else this.id = (await pidStore.create(draft)).id;
    },
  },
  local: {
    async read() {
      const text = localStorage.getItem('texte');
      if (text === null) return 0;
      const number = numberOf(text);
      insist(localStorage.getItem('titre') === `titre ${number}`, 'titre d’un autre enregistrement');
      return number;
    },
    async save(number) {
      localStorage.setItem('texte', textOf(number));
      localStorage.setItem('titre', `titre ${number}`);
    },
  },
};

async function run() {
  const store = STORES[asked.get('store')];
  let number;
  try {
    number = await store.read();
  } catch (error) {
    return tell('torn', { words: String(error.message) });
  }
  await tell('found', { number });
  for (;;) {
    number += 1;
    await store.save(number);
    tell('saved', { number });
    await rest(Math.random() * LONGEST_REST);
  }
}

run().catch((error) => tell('failed', { words: String(error) }));
