/**
 * Drafts and their former states as they are stored in a vault: {id, rev, modifie, scelle, versions, motif}. In clear
 * stay the random identifier, the number and the time of the revision, why a state is kept, and the sizes. The title is
 * the pupil's name: it does not.
 */

import { seal, unseal } from './cipher.js';
import { keyOf } from './key.js';

const ofDraft = ({ id, rev }) => `pid-brouillon|1|${id}|${rev}`;
const ofVersions = (id) => `pid-versions|1|${id}`;
const ofSetting = (key) => `pid-reglage|1|${key}`;

/** A draft, or a former state, to be stored. */
export async function encode(vault, /** @type {any} */ { id, rev, modifie, motif, versions, ...content }) {
  const key = await keyOf(vault);
  const scelle = await seal(key, JSON.stringify(content), ofDraft({ id, rev }));
  const record = { id, rev, modifie, scelle, ...motif && { motif } };
  return versions === undefined ? record : { ...record, versions: await encodeVersions(vault, id, versions) };
}

/** The text kept beside a draft, to be stored. */
export async function encodeVersions(vault, id, text) {
  return seal(await keyOf(vault), text, ofVersions(id));
}

/** A setting that names people, to be stored. */
export const encodeSetting = async (vault, key, text) => seal(await keyOf(vault), text, ofSetting(key));

/** The text of the setting that was stored. */
export const decodeSetting = async (vault, key, stored) => unseal(await keyOf(vault), stored, ofSetting(key));

/** The draft or the state that was stored. */
export async function decode(vault, { id, rev, modifie, scelle, motif, versions }) {
  const key = await keyOf(vault);
  const record = {
    id,
    rev,
    modifie,
    ...(motif && { motif }),
    ...JSON.parse(await unseal(key, scelle, ofDraft({ id, rev }))),
  };
  return versions === undefined ? record : { ...record, versions: await unseal(key, versions, ofVersions(id)) };
}
