import type { ToolView } from '../../shared/contract/connection-views.ts';
import type { ModelAbilities } from '../domain/model/model-abilities.ts';
import type { FormatId } from './formats/formats.ts';
import type { PlainPath } from './formats/json-value.ts';
import type { FileWant } from './change/want.ts';

/** Protocol families. A provider of the person's speaks one of them, a tool one or more. */
export const FAMILIES = ['anthropic', 'openai', 'gemini'] as const;
export type Family = (typeof FAMILIES)[number];

/** Where a tool reaches one provider through the gateway, in the forms that tools want it. */
export interface Route {
  /** The provider's name in Purser. */
  readonly provider: string;
  /** `http://127.0.0.1:PORT/NAME` */
  readonly root: string;
  readonly v1: string;
  readonly v1beta: string;
  /** Models a tool should offer, best first; tools that ask for none ignore it. */
  readonly models: readonly string[];
  /** What is known of one of its models; left out where nobody knows anything. */
  readonly abilitiesOf?: (model: string) => ModelAbilities;
  /** Its models need the Responses protocol of whoever speaks it, to think and call functions at once. */
  readonly wantsResponses?: boolean;
}

export type Routes = Readonly<Partial<Record<Family, Route>>>;

/** The machine that a tool's paths are on. */
export interface MachinePaths {
  readonly platform: NodeJS.Platform;
  readonly home: string;
  /** A variable of the environment; undefined when it is unset or empty. */
  env(name: string): string | undefined;
  /** A path under the home folder. */
  at(...names: readonly string[]): string;
  /** Joins with this machine's separator. */
  join(...names: readonly string[]): string;
  /** `$XDG_CONFIG_HOME`, or `~/.config`; the same on macOS for the tools that use it. */
  config(...names: readonly string[]): string;
  /** Where graphical programs keep their settings: `~/.config`, `~/Library/Application Support` or `%APPDATA%`. */
  appData(...names: readonly string[]): string;
  /** Which of these files are there. The first one that is; else the first one. */
  firstThere(...files: readonly string[]): string;
  isThere(file: string): boolean;
}

/** What a tool's change is planned from. `key` is the mark that stands for the sub-key. */
export interface PlanInput {
  readonly paths: MachinePaths;
  readonly routes: Routes;
  readonly key: string;
  /** Absolute path of a project folder; null for the whole machine. */
  readonly project: string | null;
  /** Prints a short-lived sub-key, for a tool that asks a command instead of holding one; null: the file holds it. */
  readonly command: KeyCommand | null;
}

/** A program by its absolute path, and its arguments. */
export interface KeyCommand {
  readonly program: string;
  readonly args: readonly string[];
}

/** What a tool's SDK adds to an address in its file to make its first request. */
export interface SdkPath {
  /** A key on the way to the address, or the variable that holds it. Left out: wherever it stands. */
  readonly under?: string;
  /** A value that stands beside the address, or beside an object that holds it. */
  readonly beside?: readonly [name: string, value: string];
  /** Such as `/chat/completions`; empty where the file holds the whole address. */
  readonly adds: string;
}

/** How a variable of the environment gets along with what Purser writes into a tool's file. */
export interface VariableRule {
  readonly name: string;
  /**
   * `beats`: it wins over the file. `moves`: the tool then reads another file. `leaks`: the tool ignores the base URL
   * with it, and a key goes straight to the vendor.
   */
  readonly effect: 'beats' | 'moves' | 'leaks';
}

type KnownBy = ToolView['coverage']['known'];

export interface Coverage {
  readonly level: 'everything' | 'partly' | 'not-possible';
  /** One sentence: what is metered and what is not, or why it cannot be. */
  readonly words: string;
  /** How it is known, and of which version or where. `told`: others say so, and nobody here looked. */
  readonly evidence: KnownBy | `${KnownBy}: ${string}`;
}

/** A login that a tool keeps for itself, and what becomes of it beside what Purser writes. */
export interface LoginRule {
  /**
   * `none`: it keeps none. `loses`: it is not used for what is connected. `wins`: it is used instead. `unknown`: nobody
   * looked.
   */
  readonly effect: 'none' | 'loses' | 'wins' | 'unknown';
  /** One sentence. */
  readonly words: string;
  readonly evidence: Coverage['evidence'];
  /** Where it is kept, when that is a file. Nothing in it is ever shown. */
  file?(paths: MachinePaths): string;
  /** Of one that wins: whether it does by what its file says. Left out: whenever it is there. */
  wins?(text: string, paths: MachinePaths): boolean;
  /** Of one that wins: how the person ends that. */
  readonly byHand?: string;
  /** Settings that outrank ours and can choose the login instead of the key; `ours` are the values that do not. */
  readonly chosenBy?: {
    files(paths: MachinePaths, project: string | null): readonly string[];
    readonly format: FormatId;
    readonly at: readonly PlainPath[];
    readonly ours: readonly string[];
  };
  /** What becomes of it where this variable is set for everything, while the tool itself is not connected. */
  readonly inShell?: { readonly variable: string; readonly words: string };
}

/** A choice of a model or a provider in a tool's files that wins over what Purser wrote there. */
export interface OverrideRule {
  /** Those that are there are looked into. */
  files(paths: MachinePaths): readonly string[];
  readonly format: FormatId;
  /** `*`: every field or element. What is no text there chooses nothing. */
  readonly at: readonly PlainPath[];
  /** A value that leads through Purser. */
  readonly ours: RegExp;
  /** What the person does to use Purser's. */
  readonly byHand: string;
  readonly evidence: Coverage['evidence'];
}

/** Everything that differs between two tools, as data. */
export interface ToolSpec {
  readonly id: string;
  readonly title: string;
  readonly group: 'agent' | 'editor' | 'environment';
  readonly coverage: Coverage;
  /** The tool is here when one of its commands is on the PATH or one of its paths exists. */
  readonly detect: { readonly commands: readonly string[]; paths(paths: MachinePaths): readonly string[] };
  /** Which providers it can use. The first is the one it is tried with. */
  readonly speaks: readonly Family[];
  readonly scope: 'machine' | 'project' | 'both';
  /** Its config names the models it may use, so it cannot be connected without any. */
  readonly offersModels?: boolean;
  /** It can fetch its key from a command, so that its file holds no secret. */
  readonly takesCommand?: boolean;
  /** The change; tools without it are connected by hand, or not at all. */
  files?(input: PlanInput): readonly FileWant[];
  /** What the person does by hand: before, instead of or after the change. */
  instructions?(input: PlanInput): string;
  /**
   * What the person does by hand after disconnecting: where the sub-key stays that Purser cannot reach.
   * `gatewayUrl` is the one that was written.
   */
  afterwards?(was: { readonly paths: MachinePaths; readonly gatewayUrl: string }): string;
  /**
   * One sentence: what it does while no Purser runs, where it does not say so at once by itself. Source: as its
   * coverage.
   */
  readonly whileDown?: string;
  /** When the tool notices the change. */
  readonly reload: string;
  /** The cap its sub-key gets unless the person says otherwise. */
  readonly cap: string;
  /** How many requests it has under way by itself while a person waits for one answer; one unless it says more. */
  readonly atOnce?: number;
  /** What it adds to the addresses in its files; of several the first that fits. Source: as its coverage. */
  readonly sdkPaths?: readonly SdkPath[];
  /** A command that makes the tool ask one small thing by itself. */
  readonly selfTest?: { readonly command: string; args(routes: Routes): readonly string[] };
  /** Where its choice is made, when connecting leaves that to the person or something else can outrank ours. */
  readonly overriddenBy?: OverrideRule;
  /** Every tool that can be connected says what becomes of its login. */
  readonly login?: LoginRule;
  readonly variables: readonly VariableRule[];
  /** Names that a `.env` of a project, or of a folder above it, sets for this tool, whatever Purser wrote elsewhere. */
  readonly dotenv?: readonly string[];
  /** A project's own config that wins over the machine's: the values in it that would send requests elsewhere. */
  readonly projectConfig?: readonly {
    readonly file: readonly string[];
    readonly format: FormatId;
    readonly at: readonly PlainPath[];
  }[];
}
