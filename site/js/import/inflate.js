/** Inflates what a file holds, never beyond a limit: a small file may hide a huge one. */

/** More would come out than the limit; `size` is what came out. */
export class TooLarge extends Error {
  constructor(size) {
    super();
    this.size = size;
  }
}

/** The file may be sound: this browser lacks what reads it. */
export class Unable extends Error {}

/** Bytes that tell what a file is. */
export const BEGINNING = 2000;
/** Blanks that programs leave after the end, which browsers refuse, at most. */
const MOST_BLANKS = 3;

/** Chunks as one array; the shorter way of making one. */
export const joined = async (chunks) => new Uint8Array(await new Blob(chunks).arrayBuffer());

function inflater(bytes, format) {
  try {
    return new Blob([bytes]).stream().pipeThrough(new DecompressionStream(format)).getReader();
  } catch {
    throw new Unable();
  }
}

/**
 * The inflated bytes; `limitOf`, given their beginning, says how many at most, 0 for none of them: the answer is then
 * null. `format`: 'deflate' or 'deflate-raw'.
 */
export async function inflate(bytes, format, limitOf, blanks = MOST_BLANKS) {
  const reader = inflater(bytes, format);
  const chunks = [];
  let size = 0;
  let limit;
  try {
    for (let step = await reader.read(); !step.done; step = await reader.read()) {
      size += step.value.length;
      chunks.push(step.value);
      if (size >= BEGINNING) limit ??= limitOf(await joined(chunks));
      if (size > limit) {
        await reader.cancel();
        if (limit === 0) return null;
        throw new TooLarge(size);
      }
    }
  } catch (error) {
    if (error instanceof TooLarge || blanks === 0 || ![0, 10, 13, 32].includes(bytes.at(-1))) throw error;
    return inflate(bytes.subarray(0, -1), format, limitOf, blanks - 1);
  }
  const whole = await joined(chunks);
  return (limit ?? limitOf(whole)) === 0 ? null : whole;
}
