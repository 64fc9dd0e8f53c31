/** What a page of a campaign tells the mailbox. Its address says: ?box=…&trial=…. */

const asked = new URLSearchParams(location.search);

/** Post a message; a box that does not answer changes nothing of the trial. */
function tell(kind, message = {}) {
  const body = JSON.stringify({ ...message, kind, trial: asked.get('trial') });
  return fetch(asked.get('box'), { method: 'POST', body }).catch(() => {});
}

const rest = (milliseconds) => new Promise((resolve) => { setTimeout(resolve, milliseconds); });

/** A short sum of a text (FNV-1a), to recognise a text that was cut or mixed. */
function sum(text) {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash >>> 0).toString(16);
}
