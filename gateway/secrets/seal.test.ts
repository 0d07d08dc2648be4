import { expect, test } from 'vitest';
import { systemRandom } from '../defaults.ts';
import { createMemoryStore } from './memory-store.ts';
import { createSeal } from './seal.ts';

const plain = Buffer.from('what stood there before: sk-ant-MARK');

test('what is sealed opens again, for what it belongs to and with its key only', async () => {
  const secrets = createMemoryStore();
  const seal = createSeal(secrets, systemRandom, 'a:seal');
  const sealed = await seal.close(plain, 'req_1');
  expect(sealed.toString('latin1')).not.toContain('MARK');
  expect(await seal.open(sealed, 'req_1')).toEqual(plain);
  expect(await seal.open(sealed, 'req_2')).toBeUndefined();
  expect(await createSeal(secrets, systemRandom, 'b:seal').open(sealed, 'req_1')).toBeUndefined();
  expect(await createSeal(secrets, systemRandom, 'a:seal').open(sealed, 'req_1')).toEqual(plain);
});

test('a changed byte, a short text and another key open nothing', async () => {
  const secrets = createMemoryStore();
  const seal = createSeal(secrets, systemRandom, 'a:seal');
  const sealed = await seal.close(plain);
  const changed = Buffer.from(sealed);
  changed.writeUInt8(changed.readUInt8(30) ^ 1, 30);
  expect(await seal.open(changed)).toBeUndefined();
  expect(await seal.open(sealed.subarray(0, 10))).toBeUndefined();
  await secrets.set('a:seal', Buffer.alloc(32, 7).toString('base64'));
  expect(await seal.open(sealed)).toBeUndefined();
});

test('the first things, sealed at once, have one key; the same thing is never the same bytes', async () => {
  const seal = createSeal(createMemoryStore(), systemRandom, 'a:seal');
  const [one, other] = await Promise.all([seal.close(plain), seal.close(plain)]);
  expect(one).not.toEqual(other);
  expect(await Promise.all([seal.open(one), seal.open(other)])).toEqual([plain, plain]);
});
