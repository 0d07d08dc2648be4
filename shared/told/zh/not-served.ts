import type { ToldEntries } from '../told.ts';

/** Why a path of a provider is not served. */
export const TOLD_NOT_SERVED: ToldEntries = [
  ['A client secret', '客户端密钥'],
  ['A token of its own', '独立的令牌'],
  [
    '{0} works at the provider itself, past Purser and its caps, so Purser lets none be made. Connect over a ' +
      'WebSocket to Purser, with the sub-key: {1}',
    '{0}直接在提供商处生效，会绕过 Purser 及其限额，因此 Purser 不允许创建。请用子密钥通过 WebSocket 连接 Purser：{1}',
  ],
  [
    'A call over WebRTC or SIP goes past Purser and its caps, so Purser does not let one be made. Connect over a ' +
      'WebSocket to Purser, with the sub-key: {0}',
    '通过 WebRTC 或 SIP 的通话会绕过 Purser 及其限额，因此 Purser 不允许。请用子密钥通过 WebSocket 连接 Purser：{0}',
  ],
  [
    'ai.live.connect with httpOptions.baseUrl ending in /gemini.',
    'ai.live.connect，其 httpOptions.baseUrl 以 /gemini 结尾。',
  ],
  [
    'the base URL that this tool has, with ws: for http:, and /realtime?model=gpt-realtime-2.',
    '这个工具的 Base URL，把 http: 换成 ws:，再加上 /realtime?model=gpt-realtime-2。',
  ],
  [
    'A call over WebRTC goes past Purser, so Purser cannot meter it. Connect over a WebSocket with "model" in ' +
      'the address instead.',
    '通过 WebRTC 的通话会绕过 Purser，因此无法计量。请改用地址中带“model”的 WebSocket 连接。',
  ],
  [
    'Purser meters Realtime sessions that answer: name their model in the address (?model=gpt-realtime-2). For ' +
      'transcripts alone use POST /v1/audio/transcriptions.',
    'Purser 计量会作答的 Realtime 会话：请在地址中指定模型（?model=gpt-realtime-2）。如果只需转写，请使用 POST /v1/audio/transcriptions。',
  ],
  [
    'OpenAI shut the Assistants API down on 2026-08-26. Use /responses with "conversation" instead.',
    'OpenAI 已于 2026-08-26 停用 Assistants API。请改用带“conversation”的 /responses。',
  ],
  [
    'OpenAI retired images/variations with dall-e-2 on 2026-05-12. Use images/edits with a GPT Image model instead.',
    'OpenAI 已于 2026-05-12 随 dall-e-2 一起停用 images/variations。请改用带 GPT Image 模型的 images/edits。',
  ],
  [
    'OpenAI shuts its evals down on 2026-11-30, and the models that they call are billed without a request that ' +
      'could be held to a cap. Send the requests of an evaluation one by one.',
    'OpenAI 将于 2026-11-30 停用 Evals，而且它们调用模型的费用不经过可受限额约束的请求。请逐个发送评估请求。',
  ],
  [
    'OpenAI shuts prompt templates down on 2026-11-30. Write their text into your requests.',
    'OpenAI 将于 2026-11-30 停用提示模板。请把模板文本写进请求。',
  ],
  [
    'A container is billed by the minute until it expires, without a request that could be held to a cap. Let ' +
      '/responses begin one: {0}',
    '容器在到期前按分钟计费，不经过可受限额约束的请求。请让 /responses 创建容器：{0}',
  ],
  [
    'A vector store is billed by the gigabyte and day for as long as it exists, without a request that could be ' +
      'held to a cap. Make it in the dashboard of OpenAI; "file_search" in /responses may use it by its id.',
    '向量存储只要存在就按每 GB 每天计费，不经过可受限额约束的请求。请在 OpenAI 的控制台中创建；/responses 中的“file_search”可以通过 ID 使用它。',
  ],
  [
    'Training is billed by what it reads in a file, without a request that could be held to a cap. Start it in ' +
      'the dashboard of OpenAI; its models can be used here once you set their price.',
    '训练按其从文件中读取的内容计费，不经过可受限额约束的请求。请在 OpenAI 的控制台中启动；设置价格后即可在这里使用训练出的模型。',
  ],
  [
    'Training is billed by what it reads in a file, without a request that could be held to a cap. Start it with ' +
      'a key of your own.',
    '训练按其从文件中读取的内容计费，不经过可受限额约束的请求。请用你自己的密钥启动。',
  ],
  [
    'OpenAI has no usage in its replies about videos, so their cost is only known on its bill. Purser does not ' +
      'pass them on.',
    'OpenAI 关于视频的回复中没有用量，费用只有在账单上才知道。Purser 不转发这类请求。',
  ],
  [
    'A file search store is billed by what is embedded from a file, which nobody can tell from its bytes. Make ' +
      'it with a key of your own, and name it in requests here: searching it works.',
    '文件搜索库按从文件中嵌入的内容计费，无法从文件字节得知。请用你自己的密钥创建，并在这里的请求中引用：可以正常搜索。',
  ],
  [
    'Pictures and film of this kind are billed by the piece or the second, for which there is no hold yet. Use a ' +
      'Gemini model that makes pictures, with :generateContent.',
    '这类图片和视频按件或按秒计费，Purser 还无法为其预留金额。请使用能生成图片的 Gemini 模型和 :generateContent。',
  ],
  [
    'An agent of Mistral brings tools whose prices its pages give in two ways, and it chooses how often it uses ' +
      'them. Use chat/completions, with tools of your own.',
    'Mistral 的智能体自带工具，其页面对工具价格有两种说法，且使用次数由智能体决定。请使用带你自己工具的 chat/completions。',
  ],
  [
    'This is billed later, by what is in a file, without a request that could be held to a cap.',
    '这会在之后按文件内容计费，不经过可受限额约束的请求。',
  ],
];
