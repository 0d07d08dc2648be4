// Verifies an export of Purser's record without Purser: node verify-record.mjs audit.jsonl [HASH]
// Each line has `seq`, `text` and `hash`; the hash is the SHA-256 of the hash before, the number and the text, each on
// its line. HASH is one that you kept elsewhere: it must be one of the record's.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

const [file, kept] = process.argv.slice(2);
let before = '0'.repeat(64);
let entries = 0;
let isKept = kept === undefined;
for await (const line of createInterface({ input: createReadStream(file, 'utf8') })) {
  if (line.trim() === '') continue;
  const { seq, text, hash } = JSON.parse(line);
  const own = createHash('sha256')
    .update(`${before}\n${entries + 1}\n${text}`)
    .digest('hex');
  if (seq !== entries + 1 || hash !== own) {
    console.error(`Entry ${entries + 1}, or one before it, was changed.`);
    process.exit(1);
  }
  before = hash;
  entries = seq;
  isKept ||= hash === kept;
}
if (!isKept) {
  console.error(`The ${entries} entries fit together, but the hash that you kept is not among them.`);
  process.exit(1);
}
console.log(`${entries} entries, unchanged. The last hash is ${before}.`);
