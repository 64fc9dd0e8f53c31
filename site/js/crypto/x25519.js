/**
 * X25519 for browsers whose WebCrypto lacks it, from noble's Montgomery curves alone: their Edwards part is not needed
 * here.
 */

import { pow } from '@noble/curves/abstract/modular.js';
import { montgomery } from '@noble/curves/abstract/montgomery.js';

const P = 2n ** 255n - 19n;

/** RFC 7748, section 5: the three bits that make any 32 bytes a scalar. */
function adjustScalarBytes(bytes) {
  bytes[0] &= 248;
  bytes[31] = (bytes[31] & 127) | 64;
  return bytes;
}

export const x25519 = montgomery({ P, type: 'x25519', powPminus2: (x) => pow(x, P - 2n, P), adjustScalarBytes });
