/** The parts of the manual that no command says of itself. */
export const BEFORE = [
  'Every command takes',
  '- `--data-dir DIR` (or `PURSER_DATA_DIR`): which gateway. Default: `~/.local/share/purser` (Linux),',
  '  `~/Library/Application Support/Purser` (macOS), `%APPDATA%\\Purser` (Windows).',
  '- `--json`: one JSON document on stdout and nothing else. Failures, including refused arguments, go to stderr as',
  '  `{"error":{"code":"NOT_FOUND","message":"..."}}`. Exit code 0 means done, 1 means no. Codes are stable: see',
  '  [shared/errors.ts](../shared/errors.ts). `purser run` gives its receipt on stderr the ' +
    'same way, and notes as `{"note":"..."}`.',
  '',
  'Hidden characters in a name (an escape sequence, reversed text, a line break) are escaped ' +
    'wherever they are printed: `\\x1b`,',
  '`\\u202e`, `\\x0a`. In JSON it is `\\u202e`, and reads back as the original.',
  '',
  'Behind a proxy, with your own certificate authority, or for a server that requires a client certificate, set',
  '`HTTPS_PROXY`, `NO_PROXY`, `NODE_EXTRA_CA_CERTS`, `PURSER_CLIENT_CERT` and more. Purser ' +
    'reads them when it starts. See',
  '[network.md](network.md).',
  '',
  'Money is an integer of nano-dollars (`nanodollars`, 1 USD = 1,000,000,000) beside a decimal string (`usd`).',
].join('\n');

export const AFTER = [
  '## Stops',
  '',
  'A stop is `key revoke`, `key pause`, `panic`, `pause`, `agent pause`, or a policy that ' +
    'only takes away. It works at once. If',
  'the disk has no room for it, the answer says so (exit code 1, with `--json` `"notYetStored": true`), lists show',
  '`NOT YET ON DISK`, and it is written as soon as there is room.',
  '',
  '## A program on a sub-key',
  '',
  '`purser run` gives its program a sub-key that ends with it, and as far as possible ' +
    'nothing else that pays for models. Exit',
  'code and signals pass through (127: no such command). A receipt goes to stderr: requests, ' +
    'tokens, dollars, time, and a',
  'sentence if there was no request, or why one was refused; with `--json` it is JSON, and ' +
    '`notes` are those sentences. In',
  'the chart by project, the run counts for the repository around its working folder.',
  '',
  "The program's environment changes like this:",
  '',
  '- Each protocol with a provider gets its base URL and the sub-key (`OPENAI_*`, ' +
    '`ANTHROPIC_*`, `GEMINI_API_KEY` and',
  '  `GOOGLE_GEMINI_BASE_URL`).',
  '- Every other variable that is known to pay for models is removed: keys, base URLs and ' +
    'choices of every kind of provider that',
  '  Purser knows, of other vendors of models, and of tools themselves ' +
    '(`COPILOT_PROVIDER_*`, `CLAUDE_CODE_USE_BEDROCK`). The',
  '  list, with sources: [provider-variables.ts](../gateway/connections/provider-variables.ts).',
  '- So is every variable, whatever its name, whose value looks like a key of such a vendor; ' +
    '`run` names those. `--keep VARIABLE`',
  '  keeps one (`HF_TOKEN`, for downloads).',
  '- Credentials of clouds stay (`AWS_ACCESS_KEY_ID`, `GOOGLE_APPLICATION_CREDENTIALS`, ' +
    '`GITHUB_TOKEN`): programs deploy and push',
  '  with them. They can pay for models, too: a program that calls Bedrock with them is not under the cap.',
  '- `127.0.0.1,localhost,::1` is added to `NO_PROXY` and `no_proxy`, so that no proxy gets the sub-key.',
  '',
  'Tools whose own config overrides variables get a config that ends with the process and ' +
    "contains only Purser's provider: Claude",
  'Code, Codex, OpenCode, Kilo, Gemini CLI, Qwen Code, Cline, Copilot CLI, Continue, ' +
    'OpenClaw, pi, Kimi Code, Grok CLI and',
  'Goose (Goose follows its documentation; the others were run, most with a key of the ' +
    "person's own in their config). A tool",
  'that needs a model gets the usual one of your provider; so does Codex, unless you name ' +
    'one. If that cannot be done (`aider`',
  'beside a `.env`, `crush`, Cursor, Amp, and arguments such as `--api-key`), `run` says so ' +
    'and does not start; `--anyway`',
  'starts it without that promise.',
  '',
  '`run` recognizes a tool by the name of the command: a tool that a script or `npx` starts ' +
    'gets the variables but no config. No',
  "environment can keep out a key that a program finds in a file, such as a project's " +
    '`.env`. So a receipt without a single',
  'request says so.',
  '',
  '## Where provider keys live',
  '',
  '- `keychain` (default): the OS keychain. If it does not answer, `serve` says why and stops.',
  '- `vault`: `vault.json` in the data folder, encrypted with a passphrase from ' +
    '`--passphrase-file`, `--passphrase-fd`',
  '  or a prompt.',
  '- `memory`: until the gateway stops.',
].join('\n');
