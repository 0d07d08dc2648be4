import { afterEach, beforeEach, expect, it } from 'vitest';
import { openExchange } from '../../testing/open-exchange.ts';
import type { Exchange } from '../../testing/open-exchange.ts';

let exchange: Exchange;
const heard: string[] = [];
const listen = (): void => exchange.response.tee((bytes) => void heard.push(bytes.toString('utf8')));
beforeEach(async () => {
  heard.length = 0;
  exchange = await openExchange();
});
afterEach(() => exchange.stop());

it('what is sent is heard piece by piece, and arrives as if nobody listened', async () => {
  listen();
  const { response } = exchange;
  response.write('text, ');
  response.write(Buffer.from('bytes, '));
  response.write('6c61746572', 'latin1');
  response.end(' and the end');
  expect(heard).toEqual(['text, ', 'bytes, ', '6c61746572', ' and the end']);
  expect((await exchange.reply).body).toBe(heard.join(''));
});

it('a part of a larger buffer is heard as that part', async () => {
  listen();
  exchange.response.end(Buffer.from('before|inside|after').subarray(7, 13));
  expect(heard).toEqual(['inside']);
  expect((await exchange.reply).body).toBe('inside');
});

it('an end without bytes is heard as nothing, and still ends', async () => {
  listen();
  exchange.response.write('all');
  exchange.response.end();
  expect([(await exchange.reply).isBroken, heard]).toEqual([false, ['all']]);
});

it('only what is sent from then on is heard', async () => {
  exchange.response.write('not this, ');
  listen();
  exchange.response.end('but this');
  expect(heard).toEqual(['but this']);
  expect((await exchange.reply).body).toBe('not this, but this');
});

it('its callbacks and its answer to a write are those of any response', async () => {
  const done = new Promise<void>((resolve) => {
    exchange.response.write('small', () => resolve());
  });
  expect(exchange.response.write('x'.repeat(2 ** 20))).toBe(false);
  await done;
  const ended = new Promise<void>((resolve) => void exchange.response.end('end', resolve));
  await ended;
  expect(exchange.response.writableFinished).toBe(true);
});
