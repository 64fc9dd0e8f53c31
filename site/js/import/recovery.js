/**
 * The recovery file of a shared computer, before its passphrase is known: shape and sizes only (js/coffre/recovery.js).
 */

const MARK = '"pid-reprise"';
const NEAR = 60;
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;
/** A file may not make the computer work for minutes. */
const MOST_ROUNDS = 10_000_000;

/** In base64, a third more than the largest dossier. */
export const LARGEST_RECOVERY = 2_800_000;

/** Whether a file says that it is one, from its first signs. */
export const isRecovery = async (file) => (await file.slice(0, NEAR).text()).includes(MARK);

const isBytes = (text, length) =>
  typeof text === 'string' && BASE64.test(text) && (length === undefined || text.length === length);

/** What the file holds, or null where it has not the shape of a recovery file. */
export function recoveryOf(text) {
  let file;
  try {
    file = JSON.parse(text);
  } catch {
    return null;
  }
  const { version, marque, derivation, clef, contenu } = file;
  const { nom, tours, sel } = derivation ?? {};
  const isWhole =
    version === 1
    && /^[0-9a-f]{16}$/.test(marque)
    && nom === 'PBKDF2-SHA-256'
    && Number.isSafeInteger(tours)
    && tours > 0
    && tours <= MOST_ROUNDS
    && isBytes(sel, 24)
    && isBytes(clef, 80)
    && isBytes(contenu);
  return isWhole ? { marque, derivation: { tours, sel }, clef, contenu } : null;
}
