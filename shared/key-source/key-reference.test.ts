import { describe, expect, it } from 'vitest';
import { readKeyReference, runsProgram, shownReference } from './key-reference.ts';

describe('a reference', () => {
  it.each([
    ['vault:secret/data/ai#openai', { kind: 'vault', path: 'secret/data/ai', field: 'openai' }],
    ['aws:prod/openai', { kind: 'aws', name: 'prod/openai', stage: 'AWSCURRENT' }],
    ['aws:prod#key', { kind: 'aws', name: 'prod', stage: 'AWSCURRENT', field: 'key' }],
    ['aws:prod#key?stage=AWSPREVIOUS', { kind: 'aws', name: 'prod', stage: 'AWSPREVIOUS', field: 'key' }],
    [
      'aws:arn:aws:secretsmanager:eu-west-1:1234:secret:a-x?stage=AWSPENDING#key',
      { kind: 'aws', name: 'arn:aws:secretsmanager:eu-west-1:1234:secret:a-x', stage: 'AWSPENDING', field: 'key' },
    ],
    ['gcp:projects/p/secrets/s', { kind: 'gcp', version: 'projects/p/secrets/s/versions/latest' }],
    ['gcp:projects/p/secrets/s/versions/3', { kind: 'gcp', version: 'projects/p/secrets/s/versions/3' }],
    ['azure:my-vault/openai', { kind: 'azure', vault: 'my-vault', name: 'openai' }],
    ['op://Work/Open AI/credential', { kind: 'op', uri: 'op://Work/Open AI/credential' }],
    ['bws:be8e0ad8-d545-4017-a55a-b02f014d4158', { kind: 'bws', id: 'be8e0ad8-d545-4017-a55a-b02f014d4158' }],
    ['pass:ai/openai', { kind: 'pass', name: 'ai/openai' }],
    [`cmd:get-key --of "open ai" 'it is' ""`, { kind: 'cmd', command: ['get-key', '--of', 'open ai', 'it is', ''] }],
  ])('%s', (text, meant) => {
    expect(readKeyReference(text)).toEqual(meant);
  });

  it.each([
    'sk-proj-0123456789',
    '',
    'vault:secret/data/ai',
    'vault:secret/../sys/raw#x',
    'vault:secret/data/ai?list=true#x',
    'aws:',
    'gcp:secrets/s',
    'azure:evil.example/x',
    'op://one/two',
    'bws:--help',
    'pass:--clip',
    'pass:a/../../b',
    'cmd:',
    'cmd:get "unfinished',
  ])('is refused with a sentence that says how to write one: %s', (text) => {
    expect(readKeyReference(text)).toEqual({ problem: expect.stringMatching(/\.$/) });
  });

  it('names what a program is run for, and shows no argument of a command', () => {
    const kinds = (['vault', 'aws', 'gcp', 'azure', 'op', 'bws', 'pass', 'cmd'] as const).filter((kind) =>
      runsProgram({ kind }),
    );
    expect(kinds).toEqual(['azure', 'op', 'bws', 'pass', 'cmd']);
    expect(shownReference('cmd:curl -H "X-Token: s3cret"')).toBe('cmd:curl ...');
    expect(shownReference('cmd:get-key')).toBe('cmd:get-key');
    expect(shownReference('vault:secret/data/ai#openai')).toBe('vault:secret/data/ai#openai');
  });
});
