import js from "@eslint/js";
import globals from "globals";

export default [
  { ignores: [".venv/", "build/"] },
  js.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser, Plotly: "readonly" } },
    rules: { "no-restricted-syntax": ["error", "ImportExpression"] }, // exports/scripts.py links static imports alone
  },
];
