// Type-aware rules for the browser programs and their tests. Run: npm run lint
import path from "node:path";
import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";

export default defineConfig(
  { ignores: ["**/node_modules/", "**/out/", "**/bin/", "**/obj/"] },
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { project: path.join(import.meta.dirname, "tsconfig.json") } },
    rules: {
      // Objects here consist of closures: their functions never use "this", so they may be detached.
      "@typescript-eslint/unbound-method": "off",
      // The test runner awaits its tests.
      "@typescript-eslint/no-floating-promises": [
        "error",
        { allowForKnownSafeCalls: [{ from: "package", package: "node:test", name: ["test", "describe", "it"] }] },
      ],
      // Some implementations of asynchronous interfaces have nothing to await.
      "@typescript-eslint/require-await": "off",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
    },
  },
);
