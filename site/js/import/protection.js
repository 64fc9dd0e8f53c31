/**
 * 'age' or 'zip' where a file asks for a code or a key, else null. By its name too: damage at its beginning must not
 * hide what it is.
 */
export function protection(head, name) {
  if (head.startsWith('PK\u0003\u0004') || /\.zip$/i.test(name)) return 'zip';
  return /^(age-encryption\.org\/|\s*-----BEGIN AGE )/.test(head) || /\.age$/i.test(name) ? 'age' : null;
}
