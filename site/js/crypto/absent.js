/** The curve of age's hardware keys: the site makes none, and it weighs more than all the rest. */

export const p256 = undefined;
