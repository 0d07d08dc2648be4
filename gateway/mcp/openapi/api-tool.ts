/** What is known of an API: its document, checked for depth, size and references that lead elsewhere. */
export interface ApiDescription {
  readonly version: '3.0' | '3.1';
  readonly title: string;
  readonly document: JsonRecord;
}

export type JsonRecord = Readonly<Record<string, unknown>>;

export type ParameterPlace = 'path' | 'query' | 'header';

/** How one argument is written into a request. */
export interface ApiParameter {
  /** Its name among the arguments of the tool. */
  readonly argument: string;
  /** Its name in the request. */
  readonly name: string;
  readonly place: ParameterPlace;
  readonly style: string;
  readonly explode: boolean;
  /** Written as JSON text: a parameter that is described by its `content`. */
  readonly asJson: boolean;
}

/** How the argument `body` is written. */
export interface ApiBody {
  readonly kind: 'json' | 'form' | 'text';
  readonly contentType: string;
  /** For forms: properties that have a style of their own. */
  readonly styles: Readonly<Record<string, FieldStyle>>;
}

export interface FieldStyle {
  readonly style: string;
  readonly explode: boolean;
}

export interface ApiTool {
  /** Unique in its description, and the same whatever the order of the file. */
  readonly name: string;
  readonly title?: string;
  readonly description: string;
  /** JSON Schema 2020-12, without references. */
  readonly inputSchema: JsonRecord;
  readonly annotations: ToolAnnotations;
  /** In capitals. */
  readonly method: string;
  /** The template, such as `/repos/{owner}`. */
  readonly path: string;
  readonly parameters: readonly ApiParameter[];
  readonly body?: ApiBody;
}

export interface ToolAnnotations {
  readonly readOnlyHint: boolean;
  readonly destructiveHint: boolean;
  readonly idempotentHint: boolean;
}

/** An operation that is no tool, and a sentence that says why. */
export interface LeftOut {
  readonly method: string;
  readonly path: string;
  readonly why: string;
}
