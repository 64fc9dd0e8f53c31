/** Let the page save before something takes it away: a new version of the site, the lock of a shared computer. */

/**
 * Listeners of « pid-avant-mise-a-jour » give their promises to `event.detail.attendre`.
 * Resolves with false when one of them could not save.
 */
export async function saveFirst() {
  const promises = [];
  const attendre = (promise) => promises.push(promise);
  window.dispatchEvent(new CustomEvent('pid-avant-mise-a-jour', { detail: { attendre } }));
  const outcomes = await Promise.allSettled(promises);
  return outcomes.every(({ status }) => status === 'fulfilled');
}
