import type { AgentCommand } from '../../scripts/agent-tools.ts';

/** Stands for every credential of the person's own: none may leave the machine. */
export const CANARY = 'CANARY-of-the-person';

/** A real tool, and the person who already uses it. */
export interface Tool {
  /** As `purser connect` names it. */
  readonly id: string;
  /** As the ledger names it. */
  readonly agent: string;
  readonly command: AgentCommand;
  readonly provider: 'anthropic' | 'openai' | 'gemini';
  /** Arguments that make it answer one prompt and end. */
  ask(prompt: string): readonly string[];
  /** Arguments that `purser run` cannot give: a connection sets a model where the tool's own has no price yet. */
  readonly runFlags: readonly string[];
  /** Nothing in `purser run` sets it up: it takes its provider from its own file alone. */
  readonly connectedOnly?: true;
  /** It ends with 0 whatever came of a prompt. */
  readonly endsWell?: true;
  /**
   * It takes every 403 for a login that has failed, and says so beside the sentence of Purser, which only its log has.
   * A 402 would read better and switch it off for ten minutes instead of one.
   */
  readonly takesForLogin?: true;
  /** Makes it send a picture that lies in its folder; for tools that can. */
  askAbout?(picture: string): readonly string[];
  /** Reads its connection from the startup files of a shell. */
  readonly inShell?: true;
  /** The person's own environment: keys that must not be used, and no reports home. */
  readonly env: Readonly<Record<string, string>>;
  /**
   * The files of the home folder before, by path; with the lines that the tool adds to its own config at its first
   * start.
   */
  readonly files: Readonly<Record<string, string>>;
  /** Most requests that one refused prompt may lead to, as seen by running this version. */
  readonly mostTries: number;
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
const FAR = 4_102_444_800_000;

const claudeCode: Tool = {
  id: 'claude-code',
  agent: 'Claude Code',
  command: 'claude',
  provider: 'anthropic',
  ask: (prompt) => ['-p', prompt],
  runFlags: [],
  env: { ANTHROPIC_API_KEY: CANARY, CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1', DISABLE_AUTOUPDATER: '1' },
  files: {
    '.claude/settings.json': json({ includeCoAuthoredBy: false, env: { ANTHROPIC_API_KEY: CANARY, EDITOR: 'vi' } }),
    '.claude/.credentials.json': json({
      claudeAiOauth: {
        accessToken: CANARY,
        refreshToken: CANARY,
        expiresAt: FAR,
        scopes: ['user:inference'],
        subscriptionType: 'max',
      },
    }),
  },
  mostTries: 1,
};

const codex: Tool = {
  id: 'codex',
  agent: 'Codex CLI',
  command: 'codex',
  provider: 'openai',
  ask: (prompt) => ['exec', '--skip-git-repo-check', prompt],
  runFlags: [],
  env: { OPENAI_API_KEY: CANARY },
  files: {
    '.codex/config.toml':
      '# mine\nmodel_reasoning_effort = "low" # quick\ncheck_for_update_on_startup = false\n\n[analytics]\nenabled = ' +
      'false\n',
    '.codex/auth.json': json({ OPENAI_API_KEY: CANARY }),
  },
  mostTries: 1,
};

const geminiCli: Tool = {
  id: 'gemini-cli',
  agent: 'Gemini CLI',
  command: 'gemini',
  provider: 'gemini',
  ask: (prompt) => ['--skip-trust', '-m', 'gemini-2.5-flash', '-p', prompt],
  runFlags: [],
  inShell: true,
  env: { GEMINI_API_KEY: CANARY },
  files: {
    '.bashrc': `# mine\nexport GEMINI_API_KEY=${CANARY}\n`,
    '.gemini/settings.json': '{\n  // mine\n  "privacy": { "usageStatisticsEnabled": false }\n}\n',
  },
  mostTries: 1,
};

const openCode: Tool = {
  id: 'opencode',
  agent: 'OpenCode',
  command: 'opencode',
  provider: 'openai',
  ask: (prompt) => ['run', '-m', 'purser/gpt-6-sol', prompt],
  askAbout: (picture) => ['run', '-m', 'purser/gpt-6-sol', '-f', picture, '--', 'What is it?'],
  runFlags: [],
  env: { OPENAI_API_KEY: CANARY, OPENCODE_DISABLE_MODELS_FETCH: '1', OPENCODE_DISABLE_AUTOUPDATE: '1' },
  files: {
    '.config/opencode/opencode.jsonc':
      '{\n  "$schema": "https://opencode.ai/config.json",\n  // mine\n  "share": "disabled",\n}\n',
    '.local/share/opencode/auth.json': json({ openai: { type: 'api', key: CANARY } }),
  },
  mostTries: 2,
};

const qwenCode: Tool = {
  id: 'qwen-code',
  agent: 'Qwen Code',
  command: 'qwen',
  provider: 'openai',
  ask: (prompt) => ['-p', prompt],
  runFlags: ['--auth-type', 'openai', '-m', 'gpt-6-sol'],
  env: { OPENAI_API_KEY: CANARY },
  files: {
    '.qwen/settings.json': '{\n  // mine\n  "privacy": { "usageStatisticsEnabled": false },\n  "$version": 4\n}\n',
  },
  mostTries: 1,
};

const pi: Tool = {
  id: 'pi',
  agent: 'pi',
  command: 'pi',
  provider: 'openai',
  ask: (prompt) => ['-p', prompt],
  askAbout: (picture) => ['-p', `@${picture}`, 'What is it?'],
  runFlags: [],
  connectedOnly: true,
  env: { OPENAI_API_KEY: CANARY, PI_OFFLINE: '1', PI_TELEMETRY: '0' },
  files: {
    '.pi/agent/models.json': '{\n  // mine\n  "providers": {}\n}\n',
    '.pi/agent/auth.json': json({ openai: { type: 'api_key', key: CANARY } }),
  },
  mostTries: 1,
};

const kimiCode: Tool = {
  id: 'kimi-code',
  agent: 'Kimi Code',
  command: 'kimi',
  provider: 'openai',
  ask: (prompt) => ['-p', prompt],
  runFlags: [],
  connectedOnly: true,
  env: { OPENAI_API_KEY: CANARY, KIMI_API_KEY: CANARY },
  files: {
    '.kimi-code/config.toml': `telemetry = false\n[providers.kimi]\ntype = "kimi"\napi_key = "${CANARY}" # work\n`,
  },
  mostTries: 1,
};

const kilo: Tool = {
  id: 'kilo',
  agent: 'Kilo Code',
  command: 'kilo',
  provider: 'openai',
  ask: (prompt) => ['run', '-m', 'purser/gpt-6-sol', prompt],
  askAbout: (picture) => ['run', '-m', 'purser/gpt-6-sol', '-f', picture, '--', 'What is it?'],
  runFlags: [],
  connectedOnly: true,
  env: { OPENAI_API_KEY: CANARY, KILO_DISABLE_MODELS_FETCH: '1', KILO_DISABLE_AUTOUPDATE: '1' },
  // With the lines that Kilo adds to its own config at its first start.
  files: {
    '.config/kilo/kilo.jsonc':
      '{\n  "$schema": "https://app.kilo.ai/config.json",\n  // mine\n  "share": "disabled",\n  "permission": { ' +
      '"bash": "allow" }\n}\n',
  },
  mostTries: 2,
};

const openclaw: Tool = {
  id: 'openclaw',
  agent: 'OpenClaw',
  command: 'openclaw',
  provider: 'openai',
  ask: (prompt) => ['agent', '--local', '--agent', 'main', '--message', prompt],
  runFlags: [],
  // With an OPENAI_API_KEY its memory search asks OpenAI directly: its coverage says so.
  env: { ANTHROPIC_API_KEY: CANARY },
  files: { '.openclaw/openclaw.json': json({ agents: { defaults: { workspace: '~/claw' } } }) },
  takesForLogin: true,
  mostTries: 2,
};

const cline: Tool = {
  id: 'cline',
  agent: 'Cline',
  command: 'cline',
  provider: 'openai',
  ask: (prompt) => [prompt],
  runFlags: [],
  connectedOnly: true,
  env: { OPENAI_API_KEY: CANARY },
  files: {
    '.cline/data/settings/providers.json': json({
      version: 1,
      lastUsedProvider: 'cline',
      modes: {},
      providers: {
        cline: {
          settings: { provider: 'cline', apiKey: CANARY },
          updatedAt: '2026-09-01T10:00:00.000Z',
          tokenSource: 'manual',
        },
      },
    }),
  },
  mostTries: 1,
};

const copilotCli: Tool = {
  id: 'copilot-cli',
  agent: 'GitHub Copilot CLI',
  command: 'copilot',
  provider: 'openai',
  ask: (prompt) => ['-p', prompt, '--allow-all-tools'],
  runFlags: [],
  connectedOnly: true,
  inShell: true,
  env: { OPENAI_API_KEY: CANARY, GITHUB_TOKEN: CANARY },
  files: { '.bashrc': '# mine\nalias ll="ls -l"\n' },
  mostTries: 1,
};

const continueDev: Tool = {
  id: 'continue',
  agent: 'Continue',
  command: 'cn',
  provider: 'openai',
  ask: (prompt) => ['-p', prompt],
  runFlags: [],
  connectedOnly: true,
  env: { OPENAI_API_KEY: CANARY },
  files: { '.continue/config.yaml': '# mine\nname: Cellar\nversion: 1.0.0\nschema: v1\nmodels: []\n' },
  mostTries: 1,
};

const grokCli: Tool = {
  id: 'grok-cli',
  agent: 'Grok CLI (Vibe Kit)',
  command: 'grok',
  provider: 'openai',
  ask: (prompt) => ['-m', 'gpt-6-sol', '-p', prompt],
  runFlags: [],
  connectedOnly: true,
  endsWell: true,
  env: { OPENAI_API_KEY: CANARY, XAI_API_KEY: CANARY },
  files: { '.grok/user-settings.json': `{\n  "apiKey": "${CANARY}",\n  "settingsVersion": 2\n}` },
  mostTries: 1,
};

/** Those that can be had from the npm registry. */
export const TOOLS: readonly Tool[] = [
  claudeCode,
  codex,
  geminiCli,
  openCode,
  qwenCode,
  pi,
  kimiCode,
  kilo,
  openclaw,
  cline,
  copilotCli,
  continueDev,
  grokCli,
];
/** Those that `purser run` sets up. */
export const RUN_TOOLS: readonly Tool[] = TOOLS.filter(({ connectedOnly }) => connectedOnly !== true);
/** Those that send a picture when they are asked to. */
export const SEEING_TOOLS: readonly Tool[] = TOOLS.filter(({ askAbout }) => askAbout !== undefined);
/** Those that can fetch their key from a command. */
export const ASKING_TOOLS: readonly Tool[] = [claudeCode, codex];
