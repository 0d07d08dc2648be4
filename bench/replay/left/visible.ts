import { digList, digText } from '../dig.ts';

/** The output that one event of a stream shows. */
export interface Shown {
  /** Characters of answer, thought or call. */
  readonly length: number;
  /** Some of it is a thought. */
  readonly thought: boolean;
  /** A tool that runs at the provider has brought its result: what comes next has read it. */
  readonly hostedResult: boolean;
}

/** Reads it in every protocol. */
export function shownIn(event: unknown): Shown {
  const thoughts = [
    digText(event, 'delta', 'thinking'),
    ...digList(event, 'choices').flatMap((choice) => [
      digText(choice, 'delta', 'reasoning_content'),
      digText(choice, 'delta', 'reasoning'),
      thinkingOf(choice),
    ]),
    ...partsOf(event).map((part) =>
      Reflect.get(Object(part), 'thought') === true ? digText(part, 'text') : undefined,
    ),
    /reasoning.*\.delta$/.test(digText(event, 'type') ?? '') ? digText(event, 'delta') : undefined,
  ];
  const texts = [
    digText(event, 'delta', 'text'),
    digText(event, 'delta', 'partial_json'),
    digText(event, 'delta'),
    ...digList(event, 'choices').flatMap((choice) => [
      digText(choice, 'delta', 'content'),
      digText(choice, 'text'),
      ...digList(choice, 'delta', 'tool_calls').map((call) => digText(call, 'function', 'arguments')),
    ]),
    ...digList(event, 'choices').flatMap((choice) =>
      digList(choice, 'delta', 'content').map((part) => digText(part, 'text')),
    ),
    ...partsOf(event).map(
      (part) =>
        digText(part, 'text') ??
        (Reflect.get(Object(part), 'functionCall') === undefined ? undefined : JSON.stringify(part)),
    ),
  ];
  return {
    length: lengthOf(thoughts) + lengthOf(texts),
    thought: lengthOf(thoughts) > 0,
    hostedResult: isHostedResult(event),
  };
}

function partsOf(event: unknown): readonly unknown[] {
  return digList(event, 'candidates').flatMap((candidate) => digList(candidate, 'content', 'parts'));
}

/** Mistral has thoughts as parts of the content. */
function thinkingOf(choice: unknown): string | undefined {
  const parts = digList(choice, 'delta', 'content').flatMap((part) => digList(part, 'thinking'));
  return parts.length === 0 ? undefined : parts.map((part) => digText(part, 'text') ?? '').join('');
}

function lengthOf(texts: readonly (string | undefined)[]): number {
  return texts.reduce((sum, text) => sum + (text?.length ?? 0), 0);
}

function isHostedResult(event: unknown): boolean {
  if (digText(event, 'content_block', 'type')?.endsWith('_tool_result'))
    return digText(event, 'type') === 'content_block_start';
  const item = digText(event, 'item', 'type') ?? '';
  return (
    digText(event, 'type') === 'response.output_item.done' &&
    item.endsWith('_call') &&
    !/^(function|custom_tool|local_shell|computer)_call$/.test(item)
  );
}
