import type { ToolSpec } from '../tool-spec.ts';
import { aider } from './aider/aider.ts';
import { amp } from './amp/amp.ts';
import { auggie } from './auggie/auggie.ts';
import { claudeCode } from './claude-code/claude-code.ts';
import { cline } from './cline/cline.ts';
import { codex } from './codex/codex.ts';
import { continueDev } from './continue/continue.ts';
import { copilotCli } from './copilot-cli/copilot-cli.ts';
import { crush } from './crush/crush.ts';
import { cursor } from './cursor/cursor.ts';
import { cursorCli } from './cursor-cli/cursor-cli.ts';
import { desktopSession } from './desktop-session/desktop-session.ts';
import { direnv } from './direnv/direnv.ts';
import { droid } from './droid/droid.ts';
import { geminiCli } from './gemini-cli/gemini-cli.ts';
import { goose } from './goose/goose.ts';
import { grokCli } from './grok-cli/grok-cli.ts';
import { jetbrainsAi } from './jetbrains-ai/jetbrains-ai.ts';
import { junie } from './junie/junie.ts';
import { kilo } from './kilo/kilo.ts';
import { kimiCode } from './kimi-code/kimi-code.ts';
import { neovim } from './neovim/neovim.ts';
import { openclaw } from './openclaw/openclaw.ts';
import { opencode } from './opencode/opencode.ts';
import { pi } from './pi/pi.ts';
import { project } from './project/project.ts';
import { qwenCode } from './qwen-code/qwen-code.ts';
import { shell } from './shell/shell.ts';
import { vscodeChat, vscodeTerminal } from './vscode/vscode.ts';
import { windsurf } from './windsurf/windsurf.ts';
import { zed } from './zed/zed.ts';

/** Every tool Purser knows, in the order in which it is shown. */
export const TOOLS: readonly ToolSpec[] = [
  claudeCode,
  codex,
  geminiCli,
  opencode,
  pi,
  kilo,
  qwenCode,
  kimiCode,
  openclaw,
  cline,
  continueDev,
  copilotCli,
  aider,
  goose,
  crush,
  junie,
  droid,
  grokCli,
  vscodeChat,
  vscodeTerminal,
  zed,
  jetbrainsAi,
  neovim,
  cursor,
  cursorCli,
  windsurf,
  amp,
  auggie,
  shell,
  project,
  direnv,
  desktopSession,
];
