# >>> purser (shell) >>>
set -gx OPENAI_BASE_URL 'http://127.0.0.1:4141/openai/v1'
set -gx OPENAI_API_KEY 'sk-purser-ISSUED-WHEN-YOU-CONNECT'
# <<< purser (shell) <<<
