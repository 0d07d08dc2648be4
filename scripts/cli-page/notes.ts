/** What the manual says of a command beside its own help, as Markdown: what it prints with `--json`, and why. */
export const NOTES: Readonly<Record<string, string>> = {
  status:
    'Says first when everything is paused and since when, then how many requests wait for you. Caps that ' +
    'are used up come ' +
    'last. `--json`: ' +
    '`{"version","url","dataFolder","pid","secretStore","timeZone","simulated","wayOut","dashboard",' +
    '"everythingPaused","everythingPausedAt","spentToday","running","waiting","usedUp"}`. ' +
    'Recipes for tmux, starship and bars: [status-line.md](status-line.md). `--line --json`: ' +
    '`{"today","left","pace","running","waiting","state"}`.',
  open:
    'Makes a login link over the private socket and hands it to your own browser: no other user of the ' +
    'computer can take ' +
    'it. Over SSH, without a display, with `--print` and where a program reads the output, it prints the ' +
    'link. A link works ' +
    'once, within ten minutes. With the desktop app it brings the window to the front. `--json`: ' +
    '`{"link","endsAt"}`.',
  usage:
    'Figures are rounded for people; a day is one of the calendar of the gateway. `--json` has exact values: ' +
    '`{"from":T,"to":T,"total":{"nanodollars":N,"usd":"0.001234",...},"rows":[...]}`.',
  'usage correct':
    'For when you know better from the bill: the row, caps and charts follow, and the change is on ' +
    'record. The dashboard ' +
    'has it too, at the opened request.',
  reconcile:
    'What is compared, when a day is final, and what can make a difference: [reconcile.md](reconcile.md). A ' +
    "difference is the provider's figure less Purser's. Exit code 1 if a bill could not be read. `--json`: " +
    '`{"bills":[{"provider","total","coverage","days","models","keys","candidates",...}],"failures":[]}`.',
  'reconcile settle':
    'Nothing is ever raised, and the day never falls below the bill. It takes a day that ended three days ago, and ' +
    'asks you first. `--json`: `{"provider","day","requests","before","after"}`.',
  'provider admin-key':
    'Not the key that requests are made with: OpenAI and Anthropic make it for administrators of an organisation. It ' +
    'stands apart in the secret store, and reads the bill only. Purser asks for the bill of yesterday before it ' +
    'keeps it.',
  approvals: 'Requests wait for you if their policy says `onCap: ask` (`key issue --ask`).',
  'audit verify':
    'Prints the last hash. Exit code 1 if an entry was changed, or if the hash that you saved is not in ' +
    'the log: then entries ' +
    'were cut off. `--json`: `{"entries","head","brokenAt","keptAt"}`.',
  'provider add':
    'NAME is a kind, or your own with `--kind`; with only `--base-url` it is any OpenAI-compatible server.\n\n' +
    '- With `--from`, a secret manager keeps the key and Purser only a reference to it: see ' +
    '[secret-managers.md](secret-managers.md).\n' +
    '- Purser asks the provider at once, for free, whether it takes the key. A refused key is not ' +
    'stored, except with ' +
    '`--unchecked`.\n' +
    "- The base URL is the one for that provider's SDK: https://, unless it is on this machine or in a " +
    'network of your own. ' +
    'For Azure it is the address of the resource, for Ollama that of the server; `--base-url ' +
    'https://ollama.com --key` is ' +
    "Ollama's cloud.\n" +
    '- Amazon Bedrock and Google Vertex AI take a region, a profile or a file instead of a plain key: see ' +
    '[clouds.md](clouds.md).\n' +
    "- Azure's SDKs take `http://127.0.0.1:4141/azure` as their endpoint (`AZURE_OPENAI_ENDPOINT`), " +
    "Anthropic's for Foundry " +
    "`http://127.0.0.1:4141/azure/anthropic`, Ollama's clients `http://127.0.0.1:4141/ollama` as their " +
    'host and the sub-key ' +
    'in a header. Pulling and deleting models of Ollama needs a policy that names the call: `endpoints: ' +
    '[api/pull]`.\n' +
    '- With `--kind http` any HTTP API is behind sub-keys: tools call `http://127.0.0.1:4141/NAME/...`, ' +
    'and the real key goes ' +
    'where the API wants it. Its limits are caps by the price of a call, and `calls` and `endpoints` of ' +
    'the policy.',
  'provider check':
    'Exit code 1 if the provider refuses the key, 0 if it cannot be reached: `--json` has the `verdict`.',
  'provider set':
    'What you know and Purser does not: whether the provider stops, and stops billing, when a tool ' +
    'leaves its stream, and ' +
    'which models the deployments of Azure have. [metering.md](metering.md) says what follows from it.',
  'agent bodies':
    'Off unless you switch it on: see [threat-model.md](threat-model.md). The dashboard shows prompts ' +
    'and replies at each ' +
    'request. `--json`: the agent with `"keepBodies":{"days":7}` (or null) and `"deleted"`.',
  'key issue':
    'Windows of `--cap` are `hour`, `day`, `week`, `month`, `total`, and `rolling-hour` and so on. With ' +
    '`/full` every request ' +
    'is held at the most that it can cost ([policy.md](policy.md#held-in-full)). `--rotate` replaces the ' +
    'secret on time if ' +
    'Purser connected the tool, and otherwise reminds you. `--ask` lets requests without room wait for ' +
    'you. `--json`: ' +
    '`{"id","key","agent","caps"}`.',
  'key rotate': 'Whether the old secret is still used is in `key list` and in the audit log.',
  connect:
    'Shows the change, and which of your own settings the tool follows past Purser. In a project, a file ' +
    'with the sub-key that ' +
    'git would commit gets a line in `.git/info/exclude`. `--key-from command` writes a command that ' +
    'runs `purser`, which ' +
    'must be in your terminals: `purser command install`. `--json`: ' +
    '`{"connection","instructions","limits"}`, with `--dry-run` the plan.',
  'mcp import':
    'Each server is added to Purser and reached once, and only then taken out of the file; the values of its ' +
    'variables and headers go to the secret store. What cannot be moved is listed with the reason, and stays. ' +
    'The tool must be connected; it gets its entry for Purser if it has none. `--undo` restores the file byte for ' +
    'byte where nothing else changed it, and so does `purser disconnect`. `--json`: ' +
    '`{"moved":[{"name","as","tools"}],"stayed"}`, with `--dry-run` the plan.',
  disconnect:
    'Restores the files byte for byte and revokes the sub-key. While no Purser runs it needs to know ' +
    'where that kept its keys, ' +
    'because the earlier contents are sealed with one of them; the default is the vault if there is one, ' +
    'else the keychain.',
  'connections verify':
    'Green only if a request arrives with the right sub-key, and if this shell sends it to no proxy.',
  doctor:
    '`--fix` takes no key out of a project, because it may be its author’s; `--import` names the files ' +
    'whose keys are yours. ' +
    '`--json`: ' +
    '`{"findings":[{"id","severity","tool","file","line","text","byHand","acts":[{"kind"}]}],"fixed":[]}`.',
  run: 'See [a program on a sub-key](#a-program-on-a-sub-key).',
  token:
    "For tools that fetch their key from a command, such as Claude Code's `apiKeyHelper` and Codex's " +
    '`auth` command. All tokens ' +
    'of an agent share one sub-key and its caps; after a revoke it needs `--renew`.',
  'cap raise':
    'WHOSE is an agent, a sub-key (`key_...`), `provider:NAME` or `everything`. Where the agent itself ' +
    'has no such cap, that of ' +
    'its only sub-key is raised. Raises of one day add up. `--json`: `{"scope","cap"}`.',
  'policy check':
    'Needs no gateway for the form; if one runs, it also looks up the names of agents, providers and ' +
    'sub-keys. `--json`: ' +
    '`{"ok":false,"problems":[{"line","column","path","message"}],"notes":[],"namesChecked":true}`. In CI:\n\n' +
    '```yaml\n- run: npx PACKAGE policy check policy.yaml --offline\n```',
  'policy apply':
    'Changes nothing if the check finds errors, and makes all changes in one commit, or none. `--json`: ' +
    '`{"ok","dryRun","changes":[{"path","from","to"}],"kept","notes"}`; `kept` are limits that the file ' +
    'does not mention.',
  'price allow':
    'Marked as assumed, until its own price is known: then its past requests are corrected, too. `price ' +
    'remove` undoes it.',
  'price update':
    'From genai-prices and, for models missing there, from models.dev. Shows what changed and what was ' +
    'not believed. Settled ' +
    'requests stay as they are.',
  'price auto': 'Reports if a price of a model in use has changed or the two disagree, and changes none.',
  'price reprice': 'A cost that the provider itself reported stays, and so does one marked `estimated`.',
  pause: 'A [stop](#stops).',
  panic: 'A [stop](#stops). Browsers are logged out of the dashboard, too.',
  serve:
    'SIGTERM and Ctrl+C let running requests finish (10 s), then it exits with 0. With `--ui` it prints ' +
    'a login link on a ' +
    'terminal and, as `ui`, with `--json`; otherwise the command that makes one. `--json`: the first line is ' +
    '`{"event":"ready","url","ui","pid"}`. For `--secrets` see [where provider keys ' +
    'live](#where-provider-keys-live).',
  'dashboard sessions':
    'A session ends by itself 12 hours after its last use and a week after it began. `--json`: ' +
    '`[{"id","browser","begunAt","lastUsedAt","endsAt","current"}]`.',
  'dashboard logout': 'All of them include links that were not used yet. `--json`: `{"ended"}`.',
  command:
    'A launcher of three lines: `~/.local/bin/purser`, on Windows ' +
    '`%LOCALAPPDATA%\\Microsoft\\WindowsApps\\purser.cmd`. The ' +
    'desktop app has the same in its settings, with a Node of its own. `--json`: `{"state","file","onPath"}`.',
  completion: 'Names of agents, sub-keys, providers and tools are completed while Purser runs.',
};
