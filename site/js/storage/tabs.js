/** A channel between the tabs of the site, or null where the browser has none or forbids it. */
export function channelOf(name) {
  try {
    return new BroadcastChannel(name);
  } catch {
    return null;
  }
}
