/** Bytes that are read at most of files whose limits only the page knows; those of a dossier come from Python. */

/** Scans may stand beside the dossier. */
export const LARGEST_FILE = 100_000_000;
export const LARGEST_KEY = 20_000;
