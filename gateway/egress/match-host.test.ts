import { expect, it } from 'vitest';
import { isThisMachine, matchHost } from './match-host.ts';

it.each([
  // A name, and all below it; however its beginning is written.
  ['corp.example', 'corp.example', true],
  ['corp.example', 'llm.corp.example', true],
  ['corp.example', 'notcorp.example', false],
  ['.corp.example', 'corp.example', true],
  ['.corp.example', 'llm.corp.example', true],
  ['*.corp.example', 'llm.corp.example', true],
  ['CORP.Example', 'LLM.corp.example.', true],
  ['corp.example.', 'corp.example', true],
  // Lists, as people part them.
  ['a.example,b.example', 'b.example', true],
  ['a.example, b.example', 'b.example', true],
  ['a.example b.example', 'b.example', true],
  [',,', 'a.example', false],
  ['', 'a.example', false],
  ['*', 'anything.example', true],
  ['a.example, *', 'anything.example', true],
  // Ports.
  ['llm.example:8443', 'llm.example', false, 443],
  ['llm.example:8443', 'llm.example', true, 8443],
  ['.example:443', 'llm.example', true, 443],
  ['10.0.0.7:8080', '10.0.0.7', true, 8080],
  ['[fd00::7]:8080', '[fd00::7]', true, 8080],
  ['[fd00::7]:8080', '[fd00::7]', false, 443],
  // Addresses and nets. A name is not looked up.
  ['10.0.0.7', '10.0.0.7', true],
  ['10.0.0.7', '110.0.0.7', false],
  ['0.0.7', '10.0.0.7', false],
  ['10.0.0.0/8', '10.200.3.4', true],
  ['10.0.0.0/8', '11.0.0.1', false],
  ['10.0.0.0/8', 'ten.example', false],
  ['fd00::/8', '[fd12::1]', true],
  ['fd00::7', '[fd00:0::7]', true],
  ['10.0.0.0/99', '10.0.0.1', false],
] as const)('%s names %s: %s', (list, host, named, port = 443) => {
  expect(matchHost(list)(host, port)).toBe(named);
});

it.each(['localhost', 'gpu.localhost', '127.0.0.1', '127.1.2.3', '[::1]', '0.0.0.0', '[::]', '[::ffff:7f00:1]'])(
  '%s is this machine',
  (host) => {
    expect(isThisMachine(host)).toBe(true);
  },
);

it.each(['localhost.example', '128.0.0.1', '[::2]', 'api.openai.com', '192.168.0.1'])('%s is not', (host) => {
  expect(isThisMachine(host)).toBe(false);
});
