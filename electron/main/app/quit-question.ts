import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { MessageBoxOptions } from 'electron';
import { tellTerminal } from '../../tell-terminal.ts';
import { dialogText } from './plain-text.ts';
import { words } from '../words/words.ts';

/** A person who wants to quit waits no longer than this, in milliseconds, for what is connected. */
const PATIENCE_MS = 2_000;

export interface QuitQuestionParts {
  /** The names of connected tools. */
  readonly connected: () => Promise<readonly string[]>;
  /** Kept from the first time on. */
  readonly file: string;
  /** @returns the number of the button */
  readonly ask: (box: MessageBoxOptions) => Promise<number>;
  readonly quit: () => void;
}

/** Quits; the first time that tools are connected, it says what happens to them, and asks. */
export function createQuit({ connected, file, ask, quit }: QuitQuestionParts): () => Promise<void> {
  return async () => {
    if (existsSync(file)) return quit();
    const late = new Promise<readonly string[]>((resolve) => setTimeout(() => resolve([]), PATIENCE_MS).unref());
    const tools = await Promise.race([connected().catch(() => []), late]);
    if (tools.length === 0) return quit();
    if ((await ask(quitQuestion(tools))) !== 1) return;
    remember(file);
    quit();
  };
}

function quitQuestion(tools: readonly string[]): MessageBoxOptions {
  const { quitting } = words;
  return {
    type: 'question',
    title: words.app,
    message: quitting.ask,
    detail: dialogText(quitting.what(tools)),
    buttons: [quitting.no, quitting.yes],
    defaultId: 1,
    cancelId: 0,
    noLink: true,
  };
}

function remember(file: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(file, '', { mode: 0o600 });
  } catch (error) {
    tellTerminal('What was said at the end could not be remembered; it is said again next time.', error);
  }
}
