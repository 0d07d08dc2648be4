import { expect, it } from 'vitest';
import { isPrivateHost } from './private-host.ts';

const hostOf = (host: string): string => new URL(`http://${host}/`).hostname;

it.each([
  'localhost',
  'LOCALHOST',
  'api.localhost',
  'localhost.',
  '127.0.0.1',
  '127.8.9.1',
  '0x7f.1',
  '2130706433',
  '0.0.0.0',
  '[::1]',
  '[::ffff:127.0.0.1]',
  '10.0.0.5',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.20',
  '169.254.7.7',
  '100.64.0.1',
  '[fd12::7]',
  '[fe80::1]',
  'ollama',
  'gpu-box',
  'printer.local',
  'models.internal',
  'host.docker.internal',
  'nas.home.arpa',
  'box.lan',
  'x.test',
])("%s is here, or in a network of one's own", (host) => expect(isPrivateHost(hostOf(host))).toBe(true));

it.each([
  'api.openai.com',
  '8.8.8.8',
  '172.15.0.1',
  '172.32.0.1',
  '192.169.0.1',
  '100.128.0.1',
  '11.0.0.1',
  '[2606:4700::1111]',
  '[::ffff:8.8.8.8]',
  'localhost.example.com',
  'local.example.com',
  '127.0.0.1.example.com',
  'internal.com',
  'mylocalhost.com',
])("%s is somebody else's", (host) => expect(isPrivateHost(hostOf(host))).toBe(false));
