/**
 * Brython looks for indexedDB as it starts: where a browser throws when it is named, nothing would start that could say
 * so.
 */
try {
  Reflect.get(globalThis, 'indexedDB');
} catch {
  Object.defineProperty(globalThis, 'indexedDB', { value: undefined });
}
