import type { Page } from '@playwright/test';

/** Every way in which a page can make its browser ask a server of another origin, by its name. */
export const KINDS = [
  'fetch',
  'fetch with credentials',
  'fetch without cors',
  'XMLHttpRequest',
  'beacon',
  'keepalive fetch',
  'image',
  'script',
  'module',
  'stylesheet',
  'font',
  'video',
  'object',
  'iframe',
  'form',
  'link prefetch',
  'EventSource',
  'WebSocket',
  'worker',
  'service worker',
  'ping of a link',
  'navigation of a frame',
] as const;

/**
 * Makes every attempt from this page, at once. Runs in the browser: nothing of this file is there but what is passed.
 * @returns the kinds whose answer the page could read
 */
export function attempt(page: Page, url: string, body: string, bearer: string): Promise<readonly string[]> {
  return page.evaluate(
    async ([target, text, credential, kinds]) => {
      const read: string[] = [];
      const patience = 1_500;
      const settle = (kind: string, ask: (told: () => void) => void): Promise<void> =>
        new Promise((resolve) => {
          setTimeout(resolve, patience);
          ask(() => {
            read.push(kind);
            resolve();
          });
        });
      const from = async (kind: string, init: RequestInit): Promise<void> => {
        const answer = await fetch(target, { signal: AbortSignal.timeout(patience), ...init }).catch(() => undefined);
        if (answer && answer.type !== 'opaque') read.push(kind);
      };
      const element = (kind: string, name: string, set: Readonly<Record<string, string>>): Promise<void> =>
        settle(kind, (told) => {
          const made = document.createElement(name);
          for (const [key, value] of Object.entries(set)) made.setAttribute(key, value);
          // A frame tells that it loaded, whatever is in it.
          if (name !== 'iframe' && name !== 'object') made.addEventListener('load', told);
          document.body.append(made);
        });
      const post: RequestInit = { method: 'POST', body: text };
      const ways: Record<(typeof kinds)[number], () => Promise<void>> = {
        fetch: () =>
          from('fetch', {
            ...post,
            headers: { 'content-type': 'application/json', authorization: `Bearer ${credential}` },
          }),
        'fetch with credentials': () => from('fetch with credentials', { ...post, credentials: 'include' }),
        'fetch without cors': () => from('fetch without cors', { ...post, mode: 'no-cors', credentials: 'include' }),
        XMLHttpRequest: () =>
          settle('XMLHttpRequest', (told) => {
            const asking = new XMLHttpRequest();
            asking.open('POST', target);
            asking.withCredentials = true;
            asking.addEventListener('load', told);
            asking.send(text);
          }),
        beacon: async () => void navigator.sendBeacon(target, new Blob([text], { type: 'text/plain' })),
        'keepalive fetch': () => from('keepalive fetch', { ...post, mode: 'no-cors', keepalive: true }),
        image: () => element('image', 'img', { src: target }),
        script: () => element('script', 'script', { src: target }),
        module: () => element('module', 'script', { src: target, type: 'module' }),
        stylesheet: () => element('stylesheet', 'link', { href: target, rel: 'stylesheet' }),
        font: () =>
          settle('font', (told) => void new FontFace('stolen', `url(${target})`).load().then(told, () => undefined)),
        video: () =>
          settle('video', (told) => {
            const made = document.createElement('video');
            made.addEventListener('loadeddata', told);
            made.src = target;
          }),
        object: () => element('object', 'object', { data: target }),
        iframe: () => element('iframe', 'iframe', { src: target }),
        form: async () => {
          const frame = Object.assign(document.createElement('iframe'), { name: 'answers' });
          const form = Object.assign(document.createElement('form'), {
            action: target,
            method: 'post',
            target: 'answers',
            enctype: 'text/plain',
          });
          form.append(Object.assign(document.createElement('input'), { name: text.slice(0, -1), value: '}' }));
          document.body.append(frame, form);
          form.submit();
        },
        'link prefetch': () => element('link prefetch', 'link', { href: target, rel: 'prefetch' }),
        EventSource: () =>
          settle('EventSource', (told) =>
            new EventSource(target, { withCredentials: true }).addEventListener('open', told),
          ),
        WebSocket: () =>
          settle('WebSocket', (told) =>
            new WebSocket(target.replace('http', 'ws'), ['openai-insecure-api-key.x']).addEventListener('open', told),
          ),
        worker: () =>
          settle('worker', (told) => {
            const [place, said] = [JSON.stringify(target), JSON.stringify(text)];
            const asked = `fetch(${place}, { method: 'POST', body: ${said} }).then(() => postMessage(1));`;
            const code = `${asked} importScripts(${place});`;
            new Worker(URL.createObjectURL(new Blob([code]))).addEventListener('message', told);
          }),
        'service worker': () =>
          settle(
            'service worker',
            (told) => void navigator.serviceWorker?.register(target).then(told, () => undefined),
          ),
        'ping of a link': async () => {
          const link = Object.assign(document.createElement('a'), { href: '#', ping: target });
          document.body.append(link);
          link.click();
        },
        'navigation of a frame': async () => {
          const frame = document.createElement('iframe');
          document.body.append(frame);
          frame.contentWindow?.location.assign(target);
        },
      };
      await Promise.all(kinds.map((kind) => ways[kind]()));
      // A request that nobody waits for, such as a beacon, is under way.
      await new Promise((resolve) => setTimeout(resolve, patience));
      return read;
    },
    [url, body, bearer, KINDS] as const,
  );
}
