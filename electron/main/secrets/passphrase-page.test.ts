import { expect, test } from 'vitest';
import { passphrasePageUrl } from './passphrase-page.ts';

const read = (url: string): string => decodeURIComponent(url.slice(url.indexOf(',') + 1));

test('a new vault asks twice, an old one once; what went wrong is text, never markup', () => {
  expect(read(passphrasePageUrl(true, '')).match(/type="password"/g)).toHaveLength(2);
  const page = read(passphrasePageUrl(false, 'No <b>"file"</b> & co'));
  expect(page.match(/type="password"/g)).toHaveLength(1);
  expect(page).toContain('No &#60;b&#62;&#34;file&#34;&#60;/b&#62; &#38; co</p>');
  expect(page).toContain("default-src 'none'");
});
