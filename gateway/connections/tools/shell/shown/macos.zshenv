# >>> purser (shell) >>>
export OPENAI_BASE_URL='http://127.0.0.1:4141/openai/v1'
export OPENAI_API_KEY='sk-purser-ISSUED-WHEN-YOU-CONNECT'
# <<< purser (shell) <<<
