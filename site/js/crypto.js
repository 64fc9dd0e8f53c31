/** window.pidCrypto: encryption for the road, loaded when somebody protects or opens a protected file. */

import { decrypt, encryptForKey, newKeyPair, protectedKey, publicKeyOf, secretKeyOf } from './crypto/age.js';
import { candidates, fingerprint, newCode, readCode } from './crypto/code.js';
import { askedBy, isUnlocked, open } from './crypto/open.js';
import { readReception, receptionText } from './crypto/reception.js';
import { writeZip } from './crypto/zip_write.js';

window.pidCrypto = Object.freeze({
  newCode, readCode, candidates, fingerprint,
  newKeyPair, publicKeyOf, secretKeyOf, protectedKey, readReception, receptionText,
  encryptForKey, decrypt, writeZip,
  askedBy, open, isUnlocked,
});
