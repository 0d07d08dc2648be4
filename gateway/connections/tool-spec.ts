import type { ToolView } from '../../shared/contract/connection-views.ts';
import type { ModelAbilities } from '../domain/model/model-abilities.ts';
import type { FormatId } from './formats/formats.ts';
import type { JsonObject, PlainPath } from './formats/json-value.ts';
import type { FileWant } from './change/want.ts';
import type { McpEntryForm } from './mcp/entry-form.ts';

/** Protocol families. A provider of the person's speaks one of them, a tool one or more. */
export const FAMILIES = ['anthropic', 'openai', 'gemini'] as const;
export type Family = (typeof FAMILIES)[number];

/** The addresses at which a tool reaches one provider through the gateway, in the forms that tools want. */
export interface ToolRoute {
  /** The provider's name in Purser. */
  readonly provider: string;
  /** `http://127.0.0.1:PORT/NAME` */
  readonly root: string;
  readonly v1: string;
  readonly v1beta: string;
  /** Models a tool should offer, best first; tools that ask for none ignore it. */
  readonly models: readonly string[];
  /** The known abilities of one of its models; left out where nobody knows any. */
  readonly abilitiesOf?: (model: string) => ModelAbilities;
  /** Its models need the Responses protocol of whoever speaks it, to think and call functions at once. */
  readonly wantsResponses?: boolean;
}

export type ToolRoutes = Readonly<Partial<Record<Family, ToolRoute>>>;

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
  /** The folder of graphical programs' settings: `~/.config`, `~/Library/Application Support` or `%APPDATA%`. */
  appData(...names: readonly string[]): string;
  /** The first of these files that is there; else the first one. */
  firstThere(...files: readonly string[]): string;
  isThere(file: string): boolean;
}

/** All that a tool's change is planned from. `key` is the mark that stands for the sub-key. */
export interface PlanInput {
  readonly paths: MachinePaths;
  readonly routes: ToolRoutes;
  readonly key: string;
  /** Absolute path of a project folder; null for the whole machine. */
  readonly project: string | null;
  /** Prints a short-lived sub-key, for a tool that asks a command instead of holding one; null: the file holds it. */
  readonly command: KeyCommand | null;
  /** The way to the MCP servers in Purser; null: no entry for them is wanted. */
  readonly mcp: McpRoute | null;
}

/** A program by its absolute path, and its arguments. */
export interface KeyCommand {
  readonly program: string;
  readonly args: readonly string[];
}

/** The path that a tool's SDK adds to an address in its file to make its first request. */
export interface SdkPath {
  /** A key on the way to the address, or the variable that holds it. Left out: wherever it stands. */
  readonly under?: string;
  /** A value that stands beside the address, or beside an object that holds it. */
  readonly beside?: readonly [name: string, value: string];
  /** Such as `/chat/completions`; empty where the file holds the whole address. */
  readonly adds: string;
}

/** The effect of a variable of the environment on a connected tool. */
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
  /** The kind of evidence, and the version or the place. `told`: others say so, and nobody here looked. */
  readonly evidence: KnownBy | `${KnownBy}: ${string}`;
}

/** A login that a tool keeps for itself, and what becomes of it once the tool is connected. */
export interface LoginRule {
  /**
   * `none`: the tool keeps none. `loses`: it is not used for connected providers. `wins`: it is used instead.
   * `unknown`: nobody looked.
   */
  readonly effect: 'none' | 'loses' | 'wins' | 'unknown';
  /** One sentence. */
  readonly words: string;
  readonly evidence: Coverage['evidence'];
  /** The file that it is kept in, if it is one. Nothing in it is ever shown. */
  file?(paths: MachinePaths): string;
  /** Of one that wins: true where its file says that it does. Left out: it wins whenever it is there. */
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
  /** Its effect where this variable is set for everything, while the tool itself is not connected. */
  readonly inShell?: { readonly variable: string; readonly words: string };
}

/** A choice of a model or a provider in a tool's files that wins over what Purser wrote there. */
export interface OverrideRule {
  /** Those that are there are looked into. */
  files(paths: MachinePaths): readonly string[];
  readonly format: FormatId;
  /** `*`: every field or element. A value that is no text chooses nothing. */
  readonly at: readonly PlainPath[];
  /** A value that leads through Purser. */
  readonly ours: RegExp;
  /** The remedy: how the person makes the tool use Purser's. */
  readonly byHand: string;
  readonly evidence: Coverage['evidence'];
}

/** The place where a tool keeps its MCP servers, and the form of an entry there. */
export interface McpPart {
  /** `project`: absolute path of a project folder; null for the whole machine. */
  file(paths: MachinePaths, project: string | null): string;
  readonly format: FormatId;
  /** The object with its servers by name, or the list of them. */
  at(project: string | null): PlainPath;
  /** In a list: the field that names a server. */
  readonly namedBy?: string;
  /** An entry that asks an address with headers. */
  http(url: string, headers: JsonObject): JsonObject;
  /** An entry that starts a command, for a tool whose file is to hold no sub-key. */
  stdio?(command: KeyCommand): JsonObject;
  /** How the person's own entries are read, so that they can be moved behind Purser. Source: as `evidence`. */
  readonly entry: McpEntryForm;
  /** Where the form is written down, and the day on which it was read. */
  readonly evidence: Coverage['evidence'];
}

/** How a tool reaches the MCP servers in Purser. */
export interface McpRoute {
  /** `http://127.0.0.1:PORT/mcp` */
  readonly url: string;
  /** Serves the same over its input and output; null: the file holds address and sub-key. */
  readonly command: KeyCommand | null;
}

/** Everything that differs between two tools, as data. */
export interface ToolSpec {
  readonly id: string;
  readonly title: string;
  readonly group: 'agent' | 'editor' | 'environment';
  readonly coverage: Coverage;
  /** The tool is here when one of its commands is on the PATH or one of its paths exists. */
  readonly detect: { readonly commands: readonly string[]; paths(paths: MachinePaths): readonly string[] };
  /** The providers it can use. The first is the one it is tried with. */
  readonly speaks: readonly Family[];
  readonly scope: 'machine' | 'project' | 'both';
  /** Its config names the models it may use, so it cannot be connected without any. */
  readonly offersModels?: boolean;
  /** It can fetch its key from a command, so that its file holds no secret. */
  readonly takesCommand?: boolean;
  /** The change; tools without it are connected by hand, or not at all. */
  files?(input: PlanInput): readonly FileWant[];
  /** Its entry for the MCP servers in Purser; a tool without it cannot have one, or nobody looked. */
  readonly mcp?: McpPart;
  /** Instructions for the person: before, instead of or after the change. */
  instructions?(input: PlanInput): string;
  /**
   * Instructions for the person after disconnecting: the places with the sub-key that Purser cannot reach.
   * `gatewayUrl` is the one that was written.
   */
  afterwards?(was: { readonly paths: MachinePaths; readonly gatewayUrl: string }): string;
  /**
   * One sentence on its behaviour while no Purser runs, where it does not report that at once by itself. Source: as its
   * coverage.
   */
  readonly whileDown?: string;
  /** The moment at which the tool notices the change, in words. */
  readonly reload: string;
  /** The cap its sub-key gets unless the person says otherwise. */
  readonly cap: string;
  /** The requests it has under way by itself while a person waits for one answer; left out: one. */
  readonly atOnce?: number;
  /** The paths that it adds to the addresses in its files; the first that fits counts. Source: as its coverage. */
  readonly sdkPaths?: readonly SdkPath[];
  /** A command that makes the tool ask one small thing by itself. */
  readonly selfTest?: { readonly command: string; args(routes: ToolRoutes): readonly string[] };
  /** The settings that choose its model or provider, where these can outrank what Purser wrote. */
  readonly overriddenBy?: OverrideRule;
  /** Every tool that can be connected says what becomes of its login. */
  readonly login?: LoginRule;
  readonly variables: readonly VariableRule[];
  /** Names that a `.env` of a project, or of a folder above it, sets for this tool, over anything Purser wrote. */
  readonly dotenv?: readonly string[];
  /** A project's own config that wins over the machine's: the values in it that would send requests elsewhere. */
  readonly projectConfig?: readonly {
    readonly file: readonly string[];
    readonly format: FormatId;
    readonly at: readonly PlainPath[];
  }[];
}

/** True for a tool whose models cannot come through Purser, and whose MCP calls can. */
export function isMcpOnly({ speaks, mcp }: Pick<ToolSpec, 'speaks' | 'mcp'>): boolean {
  return speaks.length === 0 && mcp !== undefined;
}
