/** A command as a person types it, and what it does. */
export interface Example {
  readonly run: string;
  readonly does: string;
}

const example = (run: string, does: string): Example => ({ run, does });

/** Examples by command, without `purser`; the empty name is the command line itself. Help and the manual show them. */
export const EXAMPLES: Readonly<Record<string, readonly Example[]>> = {
  '': [
    example('purser provider add openai', 'store your OpenAI key; Purser asks for it'),
    example('purser connect claude-code', 'give Claude Code a capped sub-key'),
    example('purser status', 'what runs, what it spends, what waits for you'),
    example('purser open', 'the dashboard, in your browser'),
  ],
  open: [
    example('purser open', 'open the dashboard here'),
    example('purser open --print', 'a link for a browser elsewhere, over SSH'),
  ],
  status: [
    example('purser status --json', 'the same for a script'),
    example('purser status --line', 'for a prompt or a bar'),
    example("purser status --line --format '{today} of today, {state}'", 'in your own words'),
  ],
  usage: [
    example('purser usage --by model', 'what each model cost'),
    example('purser usage --today --by session', 'what each conversation of today cost'),
    example('purser usage --since 2026-11-01 --until 2026-11-30', 'one month'),
  ],
  'usage correct': [example('purser usage correct req_ab12cd34ef56 0.0231', "as the provider's bill says")],
  reconcile: [
    example('purser reconcile', 'every bill that can be read, since the first of the month'),
    example('purser reconcile openai --since 2026-11-01', 'by day, model and real key'),
  ],
  'reconcile settle': [example('purser reconcile settle openai 2026-11-27', 'no estimate of that day above its bill')],
  'provider admin-key': [
    example('purser provider admin-key openai', 'asks for the key, hidden, and reads the bill with it once'),
    example('purser provider admin-key openai < admin-key.txt', 'from a file'),
    example('purser provider admin-key openai --remove', 'forget it'),
  ],
  approve: [
    example('purser approve', 'let the only waiting request through, once'),
    example('purser approve --raise 2', 'raise its cap by $2 until midnight'),
    example('purser approve --always', 'a call of a tool: let this agent call it from now on'),
    example('purser approve --deny', 'refuse it'),
  ],
  mcp: [
    example(
      'purser mcp add files -- npx -y @modelcontextprotocol/server-filesystem ~/shop',
      'a server that is a command',
    ),
    example(
      'purser mcp add github --url https://api.githubcopilot.com/mcp/ --header Authorization',
      'one that runs elsewhere',
    ),
  ],
  'mcp add': [
    example(
      'purser mcp add search --secret API_KEY --price "*=0.005" -- npx -y some-server',
      'asks for API_KEY; a call costs',
    ),
  ],
  'mcp import': [
    example('purser mcp import claude-code --dry-run', 'what Claude Code has by itself, and what would change'),
    example('purser mcp import cursor github --as github-work', 'one server, under another name'),
    example('purser mcp import claude-code --undo', 'everything as it was'),
  ],
  'mcp serve': [example('purser mcp serve files --agent "Claude Code"', 'for a client that only starts commands')],
  'audit verify': [
    example('purser audit verify', 'check the log of this gateway'),
    example('purser audit verify audit.jsonl', 'check an exported one'),
  ],
  'audit export': [example('purser audit export > audit.jsonl', 'the whole log, one entry a line')],
  'provider add': [
    example('purser provider add anthropic', 'asks for the key'),
    example('purser provider add openai < key.txt', 'the key from a file'),
    example('purser provider add openai --from pass:ai/openai', 'the key stays in your password store'),
    example('purser provider add house --base-url http://10.0.0.5:8000/v1', 'a server of your own'),
  ],
  'secrets move': [example('purser secrets move --to vault', 'asks for a passphrase; the keychain is empty then')],
  'provider source add': [
    example('purser provider source add vault --address https://vault.example.com:8200', 'asks for a token'),
    example('purser provider source add vault --auth approle --role-id ID', 'asks for the secret id'),
    example('purser provider source add aws --region eu-west-1', 'with the credentials that AWS finds'),
  ],
  'provider refresh': [example('purser provider refresh openai', 'after its key was rotated there')],
  'provider remove': [example('purser provider remove openai', 'asks first')],
  'agent add': [example('purser agent add "My script"', 'then give it a sub-key')],
  'agent list': [example('purser agent list --all', 'with those that are archived')],
  'agent rename': [example('purser agent rename "My new tool" Triage', 'its sub-keys and history stay')],
  'agent archive': [
    example('purser agent archive "My script"', 'out of the lists, its requests refused'),
    example('purser agent archive "My script" --undo', 'back as it was'),
  ],
  'agent merge': [example('purser agent merge "My new tool" --into Triage', 'asks first')],
  'agent delete': [example('purser agent delete "My script"', 'asks first')],
  'agent bodies': [
    example('purser agent bodies "My script" --keep 7d', 'log its prompts and replies for a week'),
    example('purser agent bodies "My script" --off', 'stop, and delete the log'),
  ],
  'key issue': [
    example('purser key issue --agent "My script" --cap 5/day', '$5 a day for all its sub-keys'),
    example('purser key issue --agent CI --alone --cap 20/total --expires 30d', '$20 for this one, 30 days'),
    example('purser key issue --agent Triage --cap 1/day --ask', 'ask you when that is used up'),
  ],
  'key rotate': [example('purser key rotate key_ab12cd34ef56 --grace 1h', 'the old secret works for an hour')],
  'key revoke': [
    example('purser key revoke key_ab12cd34ef56', 'cuts its running requests'),
    example('purser key revoke key_ab12cd34ef56 --undo', 'takes it back, within a few seconds'),
  ],
  connect: [
    example('purser connect', 'the tools that were found here'),
    example('purser connect claude-code --dry-run', 'only show the change'),
    example('purser connect codex --cap 5/day --yes', 'connect it without a question'),
  ],
  disconnect: [example('purser disconnect claude-code', 'put its files back')],
  'connections verify': [example('purser connections verify claude-code --run', 'with a small real request')],
  doctor: [example('purser doctor --fix', 'fix what can be fixed')],
  run: [
    example('purser run --agent Claude --create -- claude -p "fix the tests"', 'at most $2'),
    example('purser run --agent CI --cap 5/total -- ./nightly.sh', 'at most $5'),
  ],
  token: [example('purser token --agent "Claude Code" --for 1h', 'for an apiKeyHelper')],
  'agent group': [
    example('purser agent group "My script" night-shift', 'its spending counts there too'),
    example('purser agent group "My script"', 'in no group any more'),
  ],
  'cap set': [
    example('purser cap set "Claude Code" 10/day 100/month', 'all its sub-keys together'),
    example('purser cap set "Claude Code" 3/day --model "claude-opus-*"', 'on some models'),
    example('purser cap set "Claude Code" 2/total --conversation', 'on each conversation'),
    example('purser cap set group:night-shift 15/day', 'on all agents of a group'),
  ],
  'cap raise': [
    example('purser cap raise "Claude Code" day', 'as much again, until midnight'),
    example('purser cap raise everything month --by 20', '$20 more'),
  ],
  'policy export': [example('purser policy export --output policy.yaml', 'to edit it')],
  'policy check': [example('purser policy check policy.yaml --offline', 'in CI')],
  'policy suggest': [example('purser policy suggest "Claude Code"', 'narrow it to what it has used')],
  'policy apply': [example('purser policy apply policy.yaml --dry-run', 'what would change')],
  'price set': [example('purser price set my-model --input 0.5 --output 2', 'dollars per million tokens')],
  'price show': [example('purser price show gpt-5-mini', 'and where it comes from')],
  'price allow': [example('purser price allow new-model --provider openai', 'at the dearest price of its family')],
  'price reprice': [example('purser price reprice --since 2026-11-01', "what it would cost at today's prices")],
  serve: [
    example('purser serve --ui', 'with the dashboard, in a browser'),
    example('purser serve --secrets vault', 'keys in a file that is encrypted'),
  ],
  'dashboard logout': [example('purser dashboard logout --all', 'every browser')],
  command: [
    example('purser command install', '`purser` in every terminal'),
    example('sudo purser command install --dir /usr/local/bin', 'for every user'),
  ],
  completion: [
    example('purser completion bash >> ~/.bashrc', 'bash'),
    example('purser completion zsh > ~/.zfunc/_purser', 'zsh, with ~/.zfunc in fpath'),
    example('purser completion fish > ~/.config/fish/completions/purser.fish', 'fish'),
    example('purser completion powershell >> $PROFILE', 'PowerShell'),
  ],
};
