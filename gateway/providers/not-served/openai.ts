import { whyNotServedBy } from './why-not-served.ts';
import type { NotServed } from './why-not-served.ts';

/** Calls of OpenAI's API that are not passed on. Source: developers.openai.com, "Deprecations", read on 2026-11-30. */
const SENTENCES: NotServed = [
  [
    /^(assistants|threads)(\/|$)/,
    'OpenAI shut the Assistants API down on 2026-08-26. Use /responses with "conversation" instead.',
  ],
  [
    /^images\/variations$/,
    'OpenAI retired images/variations with dall-e-2 on 2026-05-12. Use images/edits with a GPT Image model instead.',
  ],
  [
    /^(evals|graders)(\/|$)/,
    'OpenAI shuts its evals down on 2026-11-30, and the models that they call are billed without a request that ' +
      'could be held to a cap. Send the requests of an evaluation one by one.',
  ],
  [/^prompts(\/|$)/, 'OpenAI shuts prompt templates down on 2026-11-30. Write their text into your requests.'],
  [
    /^containers(\/|$)/,
    'A container is billed by the minute until it expires, without a request that could be held to a cap. Let ' +
      '/responses begin one: {"type": "code_interpreter", "container": {"type": "auto"}}.',
  ],
  [
    /^vector_stores(\/|$)/,
    'A vector store is billed by the gigabyte and day for as long as it exists, without a request that could be held ' +
      'to a cap. Make it in the dashboard of OpenAI; "file_search" in /responses may use it by its id.',
  ],
  [
    /^fine_tuning(\/|$)/,
    'Training is billed by what it reads in a file, without a request that could be held to a cap. Start it in the ' +
      'dashboard of OpenAI; its models can be used here once you set their price.',
  ],
  [
    /^videos(\/|$)/,
    'OpenAI has no usage in its replies about videos, so their cost is only known on its bill. Purser does not pass ' +
      'them on.',
  ],
];

/** @returns undefined for a path that only is not known */
export const whyOpenAiIsNotServed = whyNotServedBy(SENTENCES);
