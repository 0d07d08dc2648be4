import { describe, expect, test } from 'vitest';
import { createPages } from './pages.ts';

describe('our pages', () => {
  const bundled = createPages(undefined);

  test.each(['', '#agents', '?range=day'])('the dashboard with "%s" is ours', (suffix) => {
    expect(bundled.isOurs(`${bundled.dashboardUrl}${suffix}`)).toBe(true);
  });

  test.each([
    'purser-app://dashboard/other.html',
    'purser-app://evil/index.html',
    'purser-app://user@dashboard/index.html',
    'file:///index.html',
    'https://dashboard/index.html',
    'http://localhost:5173/',
    'about:blank',
    '',
    'not a url',
  ])('%s is not', (url) => {
    expect(bundled.isOurs(url)).toBe(false);
  });

  test('in development the dev server is, and the bundle is not', () => {
    const pages = createPages('http://localhost:5173');
    expect(pages.isOurs('http://localhost:5173/#x')).toBe(true);
    expect(pages.isOurs('http://localhost:5174/')).toBe(false);
    expect(pages.isOurs(bundled.dashboardUrl)).toBe(false);
  });
});
