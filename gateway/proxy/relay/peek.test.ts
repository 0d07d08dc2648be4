import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { beginsWithEvents } from './framing.ts';
import { collect } from './collect.ts';
import { peek } from './peek.ts';

const tells = (head: Buffer): boolean => beginsWithEvents(head) !== undefined;

it('reads no further than needed, and hands on everything', async () => {
  const { head, body } = await peek(
    Readable.from([Buffer.from('\n da'), Buffer.from('ta: 1\n\n'), Buffer.from('data: 2\n\n')]),
    tells,
  );
  expect(beginsWithEvents(head)).toBe(true);
  expect(head.toString()).not.toContain('2');
  expect((await collect(body, 100)).toString()).toBe('\n data: 1\n\ndata: 2\n\n');
});

it('gives up on blanks that never end', async () => {
  let sent = 0;
  const blanks = Readable.from(
    (function* () {
      for (; ; sent += 1) yield Buffer.from('\n'.repeat(64));
    })(),
  );
  const { head, body } = await peek(blanks, tells);
  expect(head.length).toBeLessThanOrEqual(4_160);
  expect(sent).toBeLessThan(200);
  body.destroy();
});
