import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { requestIdSchema } from '../../shared/ids.ts';
import { systemRandom } from '../defaults.ts';
import { createMemoryStore } from '../secrets/memory-store.ts';
import { createSeal } from '../secrets/seal.ts';
import { openBody, sealBody } from './seal-body.ts';

const id = requestIdSchema.parse('req_0000000000000001');
const other = requestIdSchema.parse('req_0000000000000002');
const seal = createSeal(createMemoryStore(), systemRandom, 'bodies:seal');

test.each([
  { text: Buffer.from('a prompt\nof two lines, 世界'), size: 99 },
  { text: Buffer.alloc(0), size: 0 },
  { text: null, size: 4_000_000 },
])('a body comes back as it was: %o', async (body) => {
  const sealed = await sealBody(seal, id, 'request', body);
  expect(await openBody(seal, id, 'request', sealed)).toEqual(body);
});

test('it opens as that side of that request only', async () => {
  const sealed = await sealBody(seal, id, 'request', { text: Buffer.from('a prompt'), size: 8 });
  expect(await openBody(seal, id, 'response', sealed)).toBeUndefined();
  expect(await openBody(seal, other, 'request', sealed)).toBeUndefined();
});

test('it is encrypted, not only packed: wherever one begins to read, nothing unpacks', async () => {
  const sealed = await sealBody(seal, id, 'request', { text: Buffer.from('a prompt '.repeat(50)), size: 450 });
  for (let from = 0; from < sealed.length; from += 1) expect(() => gunzipSync(sealed.subarray(from))).toThrow();
});
