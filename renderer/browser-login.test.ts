// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createBrowserLogin } from './browser-login.ts';

const fetched = vi.fn<typeof fetch>();
beforeEach(() => {
  vi.stubGlobal('fetch', fetched);
  fetched.mockReset();
  sessionStorage.clear();
});
afterEach(() => {
  vi.unstubAllGlobals();
  window.location.hash = '';
});

const answering = (body: object, status = 200): void =>
  void fetched.mockImplementation(async () => new Response(JSON.stringify(body), { status }));

test('a login link becomes a bearer, and its code leaves the address first thing', async () => {
  answering({ bearer: 'b-1' });
  window.location.hash = '#login=code-1';
  const login = createBrowserLogin(window);
  expect(window.location.hash).toBe('');
  expect(await login.headers()).toEqual({ authorization: 'Bearer b-1' });
  expect(fetched.mock.calls[0]?.[0]).toBe('/login');
  expect(fetched.mock.calls[0]?.[1]?.body).toBe('{"code":"code-1"}');
});

test('a session that there is needs no link', async () => {
  sessionStorage.setItem('purser:bearer', 'b-0');
  expect(await createBrowserLogin(window).headers()).toEqual({ authorization: 'Bearer b-0' });
  expect(fetched).not.toHaveBeenCalled();
});

test.each([
  ['never', '', () => undefined],
  ['link-refused', '#login=used', () => answering({}, 401)],
  ['link-refused', '#login=odd', () => answering({ token: 'x' })],
  ['link-refused', '#login=gone', () => void fetched.mockRejectedValue(new Error('down'))],
])('%s (%s): no bearer, and the reason', async (why, hash, prepare) => {
  prepare();
  window.location.hash = hash;
  const login = createBrowserLogin(window);
  expect(await login.headers()).toEqual({});
  expect(login.signedOut()).toBe(why);
});

test('a refused link does not end the session that there is, but it is told', async () => {
  sessionStorage.setItem('purser:bearer', 'b-0');
  answering({}, 401);
  window.location.hash = '#login=used';
  const login = createBrowserLogin(window);
  expect(await login.headers()).toEqual({ authorization: 'Bearer b-0' });
  expect(login.signedOut()).toBe('link-refused');
});

test('a bearer that is not taken any more has ended; one that was given back has left', async () => {
  sessionStorage.setItem('purser:bearer', 'b-0');
  const login = createBrowserLogin(window);
  expect(login.signedOut()).toBe('ended');
  login.leave();
  expect(login.signedOut()).toBe('left');
  expect(await login.headers()).toEqual({});
});

test('a page that is only prerendered does not use the link up', async () => {
  answering({ bearer: 'b-1' });
  window.location.hash = '#login=code-1';
  Object.assign(document, { prerendering: true });
  const login = createBrowserLogin(window);
  const headers = login.headers();
  await Promise.resolve();
  expect(fetched).not.toHaveBeenCalled();
  document.dispatchEvent(new Event('prerenderingchange'));
  expect(await headers).toEqual({ authorization: 'Bearer b-1' });
  Object.assign(document, { prerendering: false });
});
