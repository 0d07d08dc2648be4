import { readPassphrase, readSecretFromStdinOrPrompt } from './passphrase.ts';

/* The child process of passphrase.test.ts: reads a secret and prints only its length and whether it is the right one. */
const [what = '', expected = '', ...rest] = process.argv.slice(2);

try {
  const secret =
    what === 'secret'
      ? await readSecretFromStdinOrPrompt({ label: 'OpenAI key', command: 'purser provider add openai' })
      : await readPassphrase({
          prompt: 'Passphrase',
          confirm: what === 'confirm',
          fd: rest[0] === undefined ? undefined : Number(rest[0]),
        });
  process.stdout.write(
    `RESULT ${secret === Buffer.from(expected, 'hex').toString() ? 'right' : 'wrong'} ${secret.length}\n`,
  );
} catch (error) {
  process.stdout.write(`ERROR ${error instanceof Error ? error.message : String(error)}\n`);
}
process.stdout.write(`RAW ${process.stdin.isTTY && process.stdin.isRaw}\n`);
