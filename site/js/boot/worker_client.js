/** Talk to a service worker of the site (see sw.js for what it answers). */

/** Resolve with the answer of `worker` to `message`: for 'etat', {version, complet}. */
export function ask(worker, message) {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => {
      port1.close();
      resolve(data);
    };
    worker.postMessage(message, [port2]);
  });
}

/** Resolve with true once `worker` is in one of the `wanted` states, or with false if its installation failed. */
export function settled(worker, wanted) {
  return new Promise((resolve) => {
    const look = () => {
      if (worker.state === 'redundant') resolve(false);
      else if (wanted.includes(worker.state)) resolve(true);
      else return;
      worker.removeEventListener('statechange', look);
    };
    worker.addEventListener('statechange', look);
    look();
  });
}
