import { expect, it } from 'vitest';
import { maskSecrets } from './mask-secrets.ts';
import { SUB_KEY_MARK } from '../verify/sub-key-mark.ts';

it.each([
  ['"ANTHROPIC_API_KEY": "sk-ant-api03-abcdefghijklmnop",', '"ANTHROPIC_API_KEY": "********",'],
  ['export OPENAI_API_KEY=sk-proj-abcdefghijklmnop # mine', 'export OPENAI_API_KEY=******** # mine'],
  ['GITHUB_TOKEN=ghp_abcdefghijklmnopqrstuvwx', 'GITHUB_TOKEN=********'],
  ["password: 'correct horse'", "password: '******** horse'"],
  ['  Authorization: Bearer abcdefghijk', '  Authorization: Bearer ********'],
  ['DATABASE_URL=postgres://me:hunter22@db/app', 'DATABASE_URL=postgres://me:********@db/app'],
  ['"headers": { "X": "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTYifQ.abc" }', '"headers": { "X": "********" }'],
  ['aws: AKIAIOSFODNN7EXAMPLE', 'aws: ********'],
  ['MAPS_API_KEY=K7Q2ZZ81PL0OMN55', 'MAPS_API_KEY=********'],
  ['"pin_token": 8837265510', '"pin_token": ********'],
  ['webhook_token_url: https://hooks.example/services/T0/B0/abcdef?sig=1', 'webhook_token_url: ********'],
  ['"token_type": "K7Q2ZZ81PL0OMN55"', '"token_type": "********"'],
  ['"sourceToken": "manual"', '"sourceToken": "********"'],
])('hides the secret in %s', (line, masked) => {
  expect(maskSecrets(line)).toBe(masked);
});

it.each([
  `"apiKey": "${SUB_KEY_MARK}"`,
  'env_key = "OPENAI_API_KEY"',
  '"apiKey": "${env:KEY}"',
  'api_key_env: PURSER_GOOSE_API_KEY',
  '"keybindings": true',
  '"max_tokens": 200000',
  'env_key = "OPENAI"',
  '"tokenSource": "manual"',
  'credential_storage = keychain',
  "secret-type: 'env-file'",
  `"apiKeyHelper": "'/usr/bin/purser' 'token' '--agent' 'Claude Code'"`,
  'base_url = "http://127.0.0.1:4141/openai/v1"',
])('shows %s', (line) => {
  expect(maskSecrets(line)).toBe(line);
});
