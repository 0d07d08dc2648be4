import type { ToldEntries } from '../told.ts';

/** What is wrong with the record. */
export const TOLD_RECORD: ToldEntries = [
  [
    'The record ends at entry {0}, and entry {1} was sealed already: its end was cut off, or an older ledger was ' +
      'put in its place. If you did not restore a backup, somebody else did.',
    '审计日志止于第 {0} 条，而第 {1} 条早已封存：末尾被截断，或换上了更旧的账本。如果你没有恢复备份，那就是别人做的。',
  ],
  [
    'Entry {0} of the record is not the one that was sealed: the record was written anew outside Purser.',
    '审计日志的第 {0} 条不是当初封存的那条：日志在 Purser 之外被重写过。',
  ],
  [
    'Entry {0} of the record, or one before it, was changed outside Purser.',
    '审计日志的第 {0} 条或之前的某条在 Purser 之外被改动过。',
  ],
  [
    'The secret store is older than the record: it knows the record up to entry {0}, and entry {1} was sealed. ' +
      'If you did not restore it from a backup, somebody else did.',
    '密钥库比审计日志更旧：它只记录到第 {0} 条，而第 {1} 条已封存。如果你没有从备份恢复密钥库，那就是别人做的。',
  ],
  [
    'The record was sealed up to entry {0}, and the key of the seal is not in the secret store any more. If you ' +
      'have moved your keys to another store, that is why.',
    '审计日志已封存到第 {0} 条，但封存所用的密钥已不在密钥库中。如果你把密钥移到了其他位置，原因就在于此。',
  ],
];
