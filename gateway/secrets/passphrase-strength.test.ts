import { expect, it } from 'vitest';
import { explainWeakPassphrase } from './passphrase-strength.ts';

it.each(['a', 'ab', 'password123', 'qwertyuiop', 'Berlin2026', 'aaaaaaaaaaaaaaaa', 'iloveyou!'])(
  '%j is refused, with what would make it better',
  async (passphrase) => {
    const why = await explainWeakPassphrase(passphrase);
    expect(why).toMatch(/^That passphrase is too easy to guess\. .*Four or five words/);
    expect(why).not.toContain(`"${passphrase}"`);
  },
);

it.each(['correct horse battery staple', 'violet kettle ninety harbour', 'x9$Lq2!vB7&p', 'tästy secret 鍵 umbrella'])(
  '%j will do',
  async (passphrase) => {
    expect(await explainWeakPassphrase(passphrase)).toBeUndefined();
  },
);

it('a very long one takes no longer than a long one', async () => {
  expect(await explainWeakPassphrase('ab'.repeat(100_000))).toMatch(/too easy/);
  expect(await explainWeakPassphrase('violet kettle ninety harbour '.repeat(1_000))).toBeUndefined();
});
