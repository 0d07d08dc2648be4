import { describe, expect, it } from 'vitest';
import type { AuditEntry } from './entry.ts';
import { createRefusalRecord } from './refusal-record.ts';

/** Refuses so often, so many milliseconds apart. @returns how many refusals each entry stands for */
function knock(
  times: number,
  everyMs: number,
  subKeyId: string | undefined,
  rules: readonly string[] = ['cap'],
): readonly number[] {
  const written: AuditEntry[] = [];
  let now = 0;
  const append = (entry: AuditEntry): Promise<void> => {
    written.push(entry);
    return Promise.resolve();
  };
  const record = createRefusalRecord(append, { now: () => now }, { log: () => undefined }, () => undefined);
  for (let time = 0; time < times; time += 1) {
    record.note({ rule: rules[time % rules.length] ?? '', message: 'No.', provider: 'openai', subKeyId });
    now += everyMs;
  }
  return written.map(({ detail }) => Number(detail['count'] ?? 1));
}

describe('a refusal on record', () => {
  it('is written one by one where a person could have made it', () => {
    expect(knock(20, 500, 'key-1')).toEqual(Array.from({ length: 20 }, () => 1));
  });

  it('is counted where a sub-key goes on asking, and none is forgotten but the last minute of it', () => {
    const entries = knock(15_000, 0.67, 'key-1');
    expect(entries.length).toBeLessThan(25);
    const long = knock(60_000, 10, 'key-1');
    expect(long.length).toBeLessThan(32);
    expect(long.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(60_000 - 6_001);
  });

  it('is counted for each rule by itself', () => {
    expect(knock(20, 1, 'key-1', ['cap', 'models'])).toHaveLength(20);
    expect(knock(4_000, 1, 'key-1', ['cap', 'models'])).toHaveLength(40);
  });

  it('is told one by one again after a quiet minute', () => {
    expect(knock(60, 61_000, 'key-1')).toEqual(Array.from({ length: 60 }, () => 1));
  });

  it('of strangers is told once a second', () => {
    expect(knock(5_000, 1, undefined)).toEqual([1, 1_000, 1_000, 1_000, 1_000]);
  });
});
