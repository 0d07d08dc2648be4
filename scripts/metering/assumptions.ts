/** The assumptions behind the bounds, and what is not served. Their sources stand beside the code that uses them. */
export const ASSUMPTIONS = `## Assumptions behind the bounds

- A file to transcribe counts as the longest that its format allows, whatever it claims: 500 bytes per second in MP3,
  40 in AAC, 8 in Opus, the length in the header in WAV, and one byte in FLAC, where silence takes no space. A model
  such as gpt-4o-transcribe hears 25 minutes at most. Sound inside a chat message counts as the same length, at 40
  tokens per second, up to the model's window.
- DeepSeek bills by the hour in which a request ends: it is held at the dearest price of the next hour. China's
  public holidays are off-peak there, but nobody publishes them as a table: a request that ends in a peak hour of a
  holiday is settled at the peak price.
- Qwen's prices are those of the international address; other regions cost less.
- A name that moves from model to model (\`gemini-flash-latest\`, \`mistral-small-latest\`, \`openrouter/auto\`)
  costs as much as the dearest model that it may mean. A model that differs from another only by its date has that
  model's price; no other name does.
- A host that keeps tokens in a region has its surcharge: 10 percent at OpenAI's \`eu.\`, \`us.\` and similar hosts
  for models since 2026-03-05, at xAI's and at Mistral's regional ones. A deployment at Azure costs up to 20 percent
  more in a data zone or a region, and nothing in a request tells where it is, so the dearest counts. If they
  are global, say so: \`purser provider set azure --deployment-type global\`.
- A deployment at Azure may have any name. An unknown one counts as the dearest model there until its first reply names
  one, and is then settled by that; or say it: \`--deployment NAME=MODEL\`. API versions before 2024-09-01 cannot be
  asked for the usage of a stream, so such a stream is estimated. The model router costs the served model's price plus
  $0.14 per million tokens of input; a deployment that goes back to an earlier model counts as one.
- Prices that are neither in the price library nor in Purser's own records come from models.dev, as it came with this
  version, and from a newer one once you ask. A price of 0 there counts only where the provider's own list is meant
  (OpenRouter). Longest answers from models.dev bound what is held; a longer answer is believed.
- A model that nobody knows the price of may be allowed at the dearest of its family, or of its provider. Its rows are
  marked, and corrected when its price is known.
- Hugging Face's router is held and settled at the dearest host, marked \`estimated\`; name one (\`MODEL:groq\`) to be
  exact. Vercel's gateway picks a host by itself: its rows are estimated at the listed price, and a dearer host would
  cost more.
- OpenRouter may serve a model through a dearer provider than the published price assumes (\`provider.max_price\` in
  the request forbids that). The cost that it reports is settled.
- A project at OpenAI whose default is the priority tier is billed for it without asking; the reply says so, and that
  is settled. The same goes for a workspace at Anthropic whose default is one region, at 10 percent more.
- Nobody documents how much Claude reads after one search: it is held at 32,000 tokens, three times the most seen. A
  fetched page is held at the model's window, unless the request limits it; only if that does not fit, tools get
  limits on calls and tokens. A PDF ignores limits on tokens, and is billed as the provider counts it.
- Batches are held at half the price. Anthropic's are settled by the usage of each result, OpenAI's by that of the
  batch; if nobody can read them within a day, at what was held. Gemini's are settled at what was held, marked
  \`estimated\`. A file, batch or skill at Anthropic belongs to the sub-key that made it, and after that one is revoked
  to the others of its agent.
- Nobody reports how long a container runs. At Anthropic it counts for the time of the request and four and a half
  minutes, five minutes at least, at $0.05 an hour; free hours count like paid ones. At OpenAI it counts for every 20
  minutes that have begun, so a row can be too high, never too low.
- How much code or an MCP server brings to read is written nowhere. A stream of Claude is held for 100,000 tokens for
  each open call, and then for what came; a plain request for the window in every round. If a small cap has no room for
  that, ask with \`"stream": true\`.
- Hosted tools of OpenAI's Responses are held for 128 calls where the cap has room, else Purser sets
  \`max_tool_calls\`; a stream is held for 16, and cut if there are more. A picture without a size or quality is held at
  two megapixels of the highest usual quality.
- Gemini runs code at most six times in one answer, and fetches no more pages than the request has addresses, at most
  twenty. From Gemini 3 on, Google bills every query and limits none: a query is held as at least 16 tokens of output,
  half of the fewest ever seen, so set \`maxOutputTokens\` in requests that search. What a search brings is held at
  16,384 tokens and four more readings of the request.
- A Gemini cache is billed when it is made: its tokens as input, and their storage for the lifetime that was asked for,
  even if it is deleted before. One that was made elsewhere counts as one without tools. An interaction that goes on
  from an earlier one is held at the model's window.
- Live sessions (OpenAI Realtime, Gemini Live): every answer and every transcript is a request of its own. Sound is
  bounded by its length: 10 tokens a second of a person and 20 of the model at OpenAI, 32 at Google, silence included
  there. While a microphone is open, the next answer is held all the time: it counts as one more parallel request, and
  leaves a row of $0 if it never begins.
- OpenRouter, and xAI in Responses, are settled by what they say they charged. Their own searches take no limit
  everywhere: they are held for 30 and 32 calls. Perplexity's totals are rounded, so its tokens and fees count. A page
  of Mistral's OCR is held for 1,000 pages unless \`pages\` names them. Groq's tools are held for 32 calls.
- Ollama costs nothing on your machine. Its cloud is counted at list price (a plan's credits may pay for it), DeepSeek
  twice that from 12 to 18 UTC. Pulling, making and deleting models needs a policy that names it.
- Claude since 4.5 costs a tenth more at Bedrock in every profile but \`global.\`. At Vertex AI everything costs a
  tenth more outside of the place \`global\`, but for older Claude. Other models of Bedrock cost more outside of the
  United States, by shares that no price list here has: they are held and settled at 1.7 times the price, marked
  \`estimated\`. If you know yours, set it.
- The ARN of an application inference profile, or of a model of one's own, does not tell which model it is: set its
  price with \`purser price set\`. Guardrails, Bedrock's priority tier and tools that Amazon runs are refused.
- Searches that Google gives a project for free are counted like paid ones.
- Only Gemini tells in a header that a priority tier had no room; the request is settled at the priority price.

## Not served

| | why |
|---|---|
| Calls by WebRTC or SIP, client secrets, ephemeral tokens (OpenAI, Gemini) | They go past Purser: use a WebSocket |
| Translation and transcription sessions, GPT-Live | They are billed by the second, for which there is no hold yet |
| Vector stores and file search stores, made here | They are billed by the day. Those made elsewhere can be used |
| Fine-tuning, evals, videos, containers made by hand | They are billed later, without a request to hold to a cap |
| Assistants of OpenAI | They were shut down on 2026-08-26: use Responses |
| Templates without a model, presets of OpenRouter | Nobody sees what is in them: write it into the request |
| Agents of Gemini, deep research, Veo and Imagen | Nothing limits a task, and pictures and film have no unit here yet |
| Guardrails of Amazon, tools that it runs | They have no price or no usage |
| Bodies of InvokeModel other than Claude's and Titan's | They tell no usage: use Converse |
| Subscription logins (Claude, ChatGPT) | They are no keys: see [connections.md](connections.md) |
`;
