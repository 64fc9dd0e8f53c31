/** What age would need for its post-quantum and hardware keys: the site makes none, and they weigh more than all the rest. */

export const MLKEM768P256 = undefined;
export const MLKEM768X25519 = undefined;
export const p256 = undefined;
