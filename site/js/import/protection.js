/** Whether a file is one that asks for a code or a key. By its name too: damage at its beginning must not hide what it is. */

const HEAD = 64;

/** 'age', 'zip', or null; only the first signs are read. */
export async function protection(file) {
  const head = await file.slice(0, HEAD).text();
  if (head.startsWith('PK\u0003\u0004') || /\.zip$/i.test(file.name)) return 'zip';
  return /^(age-encryption\.org\/|\s*-----BEGIN AGE )/.test(head) || /\.age$/i.test(file.name) ? 'age' : null;
}
