import { BASE64URL, MODELS_DEV } from './provider-record.ts';
import type { ProviderRecord } from './provider-record.ts';
import { words } from './words.ts';

/** Providers in the internet, those that most people have first. */
export const HOSTED_PROVIDERS = {
  openai: {
    title: 'OpenAI',
    defaultBaseUrl: 'https://api.openai.com/v1',
    keysAt: 'https://platform.openai.com/api-keys',
    keysSource: 'developers.openai.com/codex/auth; 2026-11',
    keyPrefixes: ['sk-', 'sk-proj-', 'sk-svcacct-'],
    keyLetters: BASE64URL,
    variables: {
      names: words(`
        OPENAI_API_KEY OPENAI_ADMIN_KEY OPENAI_BASE_URL OPENAI_API_BASE OPENAI_API_HOST OPENAI_HOST OPENAI_BASE_PATH
        OPENAI_ORGANIZATION OPENAI_ORG_ID OPENAI_PROJECT OPENAI_PROJECT_ID
      `),
      source: 'openai-node README; goose docs, providers.md; 2026-11',
    },
  },
  anthropic: {
    title: 'Anthropic',
    defaultBaseUrl: 'https://api.anthropic.com',
    keysAt: 'https://platform.claude.com/settings/keys',
    keysSource: 'platform.claude.com/docs/en/get-api-key; 2026-11',
    keyPrefixes: ['sk-ant-'],
    keyLetters: BASE64URL,
    variables: {
      names: words(`
        ANTHROPIC_API_KEY ANTHROPIC_AUTH_TOKEN ANTHROPIC_BASE_URL ANTHROPIC_API_BASE ANTHROPIC_API_URL ANTHROPIC_HOST
        ANTHROPIC_CUSTOM_HEADERS ANTHROPIC_ADMIN_KEY ANTHROPIC_ADMIN_API_KEY ANTHROPIC_AWS_* ANTHROPIC_BEDROCK_*
        ANTHROPIC_VERTEX_* ANTHROPIC_FOUNDRY_* CLAUDE_API_KEY
      `),
      source: 'code.claude.com/docs/en/env-vars; litellm docs, config_settings.md; 2026-11',
    },
  },
  gemini: {
    title: 'Google Gemini',
    defaultBaseUrl: 'https://generativelanguage.googleapis.com',
    keysAt: 'https://aistudio.google.com/apikey',
    keysSource: '@google/genai 3.1.0 README; 2026-11',
    // AI Studio makes "AQ." keys only since mid-2026; older ones begin with "AIza". Source: Google's staff on
    // discuss.ai.google.dev, topic 171575; 2026-11.
    keyPrefixes: ['AQ.', 'AIza'],
    keyLetters: BASE64URL,
    // Those of Maps and Firebase.
    keysAlsoElsewhere: true,
    variables: {
      names: words(`
        GEMINI_API_KEY GOOGLE_API_KEY GOOGLE_GENERATIVE_AI_API_KEY GOOGLE_GENAI_API_KEY GOOGLE_AI_API_KEY
        GOOGLE_CLOUD_API_KEY GOOGLE_GEMINI_BASE_URL GEMINI_API_BASE GEMINI_CLI_CUSTOM_HEADERS
        GOOGLE_GENAI_USE_VERTEXAI GOOGLE_GENAI_USE_GCA GOOGLE_VERTEX_* VERTEX_PROJECT VERTEX_LOCATION VERTEXAI_*
      `),
      source: `gemini-cli docs, configuration.md; litellm docs, vertex; ${MODELS_DEV}`,
    },
  },
  openrouter: {
    title: 'OpenRouter',
    defaultBaseUrl: 'https://openrouter.ai/api/v1',
    keysAt: 'https://openrouter.ai/settings/keys',
    keysSource: 'openrouter.ai/docs, Authentication; 2026-11',
    keyPrefixes: ['sk-or-v1-', 'sk-or-'],
    keyLetters: BASE64URL,
    variables: {
      names: words(`OPENROUTER_API_KEY OPENROUTER_BASE_URL OPENROUTER_API_BASE OPENROUTER_KEY OR_API_KEY`),
      source: `${MODELS_DEV}; litellm docs, openrouter`,
    },
  },
  azure: {
    title: 'Azure OpenAI',
    defaultBaseUrl: undefined,
    baseUrlExample: 'https://RESOURCE.openai.azure.com',
    keysAt: 'https://ai.azure.com',
    keysSource: 'learn.microsoft.com, Codex with Azure OpenAI; 2026-11',
    keyForm: '32 or 84 characters',
    hint: 'A deployment that is not called as its model counts as the dearest one until its first reply names it.',
    variables: {
      names: words(`
        AZURE_API_KEY AZURE_API_BASE AZURE_API_VERSION AZURE_AD_TOKEN AZURE_AI_* AZURE_OPENAI_* AZURE_RESOURCE_NAME
        AZURE_COGNITIVE_SERVICES_* AZURE_INFERENCE_* AZUREAI_*
      `),
      source: `${MODELS_DEV}; litellm docs, azure; 2026-11`,
    },
  },
  bedrock: {
    title: 'Amazon Bedrock',
    defaultBaseUrl: 'https://bedrock-runtime.us-east-1.amazonaws.com',
    regionUrl: 'https://bedrock-runtime.REGION.amazonaws.com',
    machineLogin: true,
    keysAt: 'https://console.aws.amazon.com/bedrock/home#/api-keys',
    keysSource: 'docs.aws.amazon.com, Amazon Bedrock API keys; 2026-11',
    keyPrefixes: ['ABSK', 'bedrock-api-key-'],
    keyLetters: 'A-Za-z0-9+/=_-',
    keyForm: 'a Bedrock API key, or ACCESS_KEY_ID:SECRET_ACCESS_KEY',
    hint:
      'A Bedrock API key, ACCESS_KEY_ID:SECRET_ACCESS_KEY, or profile:NAME. Without one, the AWS login of this ' +
      'machine is used.',
    variables: {
      names: words(`
        AWS_BEARER_TOKEN_BEDROCK AWS_ENDPOINT_URL_BEDROCK_RUNTIME
      `),
      source: `${MODELS_DEV}; code.claude.com/docs/en/amazon-bedrock; 2026-11`,
    },
  },
  vertex: {
    title: 'Google Vertex AI',
    defaultBaseUrl: 'https://aiplatform.googleapis.com',
    regionUrl: 'https://REGION-aiplatform.googleapis.com',
    regionUrls: { us: 'https://aiplatform.us.rep.googleapis.com', eu: 'https://aiplatform.eu.rep.googleapis.com' },
    machineLogin: true,
    keysAt: 'https://console.cloud.google.com/iam-admin/serviceaccounts',
    keysSource: 'docs.cloud.google.com, Vertex AI authentication; 2026-11',
    keyForm: 'the JSON file of a service account, or an API key of express mode',
    hint:
      'The JSON file of a service account, or an API key. Without one, the Google login of this machine is used ' +
      '(gcloud auth application-default login).',
    variables: {
      names: words(`
        GOOGLE_VERTEX_BASE_URL GOOGLE_VERTEX_API_KEY
      `),
      source: `${MODELS_DEV}; code.claude.com/docs/en/google-vertex-ai; 2026-11`,
    },
  },
  mistral: {
    title: 'Mistral',
    defaultBaseUrl: 'https://api.mistral.ai/v1',
    keysAt: 'https://console.mistral.ai/api-keys',
    keysSource: 'docs.mistral.ai, quickstart "first API request"; 2026-11',
    keyForm: '32 characters',
    variables: {
      names: words(`MISTRAL_API_KEY MISTRAL_AI_API_KEY MISTRAL_BASE_URL MISTRAL_API_BASE CODESTRAL_API_KEY`),
      source: `${MODELS_DEV}; litellm docs, mistral and codestral`,
    },
  },
  groq: {
    title: 'Groq',
    defaultBaseUrl: 'https://api.groq.com/openai/v1',
    keysAt: 'https://console.groq.com/keys',
    keysSource: 'console.groq.com/docs/quickstart; 2026-11',
    keyPrefixes: ['gsk_'],
    variables: {
      names: words(`GROQ_API_KEY GROQ_BASE_URL GROQ_API_BASE`),
      source: `${MODELS_DEV}; groq-typescript README`,
    },
  },
  xai: {
    title: 'xAI',
    defaultBaseUrl: 'https://api.x.ai/v1',
    keysAt: 'https://console.x.ai/team/default/api-keys',
    keysSource: 'docs.x.ai/developers/quickstart; 2026-11',
    keyPrefixes: ['xai-'],
    variables: {
      names: words(`XAI_API_KEY XAI_BASE_URL XAI_API_BASE GROK_API_KEY GROK_BASE_URL`),
      source: `${MODELS_DEV}; @vibe-kit/grok-cli 0.0.34 README`,
    },
  },
  deepseek: {
    title: 'DeepSeek',
    defaultBaseUrl: 'https://api.deepseek.com/v1',
    keysAt: 'https://platform.deepseek.com/api_keys',
    keysSource: 'ai-sdk docs, 30-deepseek.mdx; zed docs, use-api-access.md; 2026-11',
    keyPrefixes: ['sk-'],
    variables: {
      names: words(`DEEPSEEK_API_KEY DEEPSEEK_BASE_URL DEEPSEEK_API_BASE`),
      source: MODELS_DEV,
    },
  },
  together: {
    title: 'Together AI',
    defaultBaseUrl: 'https://api.together.xyz/v1',
    keysAt: 'https://api.together.ai/settings/projects/~current/api-keys',
    keysSource: 'docs.together.ai/docs/api-keys-authentication; 2026-11',
    keyPrefixes: ['tgp_v1_', 'tgp_'],
    keyLetters: BASE64URL,
    variables: {
      names: words(`TOGETHER_API_KEY TOGETHERAI_API_KEY TOGETHER_AI_API_KEY TOGETHER_AI_TOKEN TOGETHER_BASE_URL`),
      source: `${MODELS_DEV}; litellm docs, togetherai`,
    },
  },
  fireworks: {
    title: 'Fireworks AI',
    defaultBaseUrl: 'https://api.fireworks.ai/inference/v1',
    keysAt: 'https://app.fireworks.ai/settings/users/api-keys',
    keysSource: 'fw-ai/cookbook, fireworks-training/references/getting-started.md; 2026-11',
    keyPrefixes: ['fw_'],
    variables: {
      names: words(`FIREWORKS_API_KEY FIREWORKS_AI_API_KEY FIREWORKSAI_API_KEY FIREWORKS_AI_TOKEN FIREWORKS_BASE_URL`),
      source: `${MODELS_DEV}; litellm docs, fireworks_ai`,
    },
  },
  cerebras: {
    title: 'Cerebras',
    defaultBaseUrl: 'https://api.cerebras.ai/v1',
    keysAt: 'https://cloud.cerebras.ai',
    keysSource: 'inference-docs.cerebras.ai/console/api-keys; 2026-11',
    keyPrefixes: ['csk-'],
    variables: {
      names: words(`CEREBRAS_API_KEY CEREBRAS_BASE_URL CEREBRAS_API_BASE`),
      source: MODELS_DEV,
    },
  },
  moonshot: {
    title: 'Moonshot AI',
    defaultBaseUrl: 'https://api.moonshot.ai/v1',
    keysAt: 'https://platform.kimi.ai/console/api-keys',
    keysSource: 'docs.n8n.io, Moonshot credentials; kimi-code, open-platform.ts; 2026-11',
    keyPrefixes: ['sk-'],
    variables: {
      names: words(`
        MOONSHOT_API_KEY MOONSHOT_BASE_URL MOONSHOT_API_BASE KIMI_API_KEY KIMI_BASE_URL KIMI_MODEL_API_KEY
        KIMI_MODEL_BASE_URL
      `),
      source: `${MODELS_DEV}; @moonshot-ai/kimi-code 2.1.0, its bundle`,
    },
  },
  zai: {
    title: 'Z.ai',
    defaultBaseUrl: 'https://api.z.ai/api/paas/v4',
    keysAt: 'https://z.ai/manage-apikey/apikey-list',
    keysSource: 'docs.z.ai/guides/overview/quick-start; 2026-11',
    keyForm: 'a key with a dot in it',
    variables: {
      names: words(`
        ZAI_API_KEY Z_AI_API_KEY ZAI_BASE_URL ZAI_CODING_* ZHIPU_API_KEY ZHIPUAI_API_KEY BIGMODEL_API_KEY GLM_API_KEY
      `),
      source: `${MODELS_DEV}; @earendil-works/pi-ai 1.6.0, its bundle`,
    },
  },
  qwen: {
    title: 'Qwen (DashScope)',
    defaultBaseUrl: 'https://dashscope-intl.aliyuncs.com/compatible-mode/v1',
    keysAt: 'https://modelstudio.console.alibabacloud.com',
    keysSource: '@qwen-code/qwen-code 0.24.4, its quickstart.md; 2026-11',
    keyPrefixes: ['sk-'],
    hint: 'Billed at the prices of its international address. A model that has none here is refused until you set one.',
    variables: {
      names: words(`
        DASHSCOPE_API_KEY DASHSCOPE_BASE_URL DASHSCOPE_HTTP_BASE_URL QWEN_API_KEY QWEN_BASE_URL QWEN_TOKEN_PLAN_*
        BAILIAN_* ALIBABA_*_API_KEY ALIBABA_API_KEY
      `),
      source: `${MODELS_DEV}; @earendil-works/pi-ai 1.6.0, its bundle; qwenlm.github.io`,
    },
  },
  perplexity: {
    title: 'Perplexity',
    defaultBaseUrl: 'https://api.perplexity.ai',
    keysAt: 'https://www.perplexity.ai/account/api/keys',
    keysSource: 'docs.perplexity.ai, Quickstart; 2026-11',
    keyPrefixes: ['pplx-'],
    variables: {
      names: words(`PERPLEXITY_API_KEY PERPLEXITYAI_API_KEY PPLX_API_KEY PERPLEXITY_BASE_URL PERPLEXITY_API_BASE`),
      source: `${MODELS_DEV}; litellm docs, perplexity`,
    },
  },
} satisfies Readonly<Record<string, ProviderRecord>>;
