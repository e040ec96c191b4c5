import { readFileSync } from "node:fs";
import { cpus } from "node:os";
import { defineConfig } from "vitest/config";
import { namesOf } from "./emoji-data.mjs";
import { compile } from "./src/ftl.mjs";

export default defineConfig({
  plugins: [
    {
      // What esbuild's text loader does in the build. Before vite's own handling of style sheets.
      name: "text",
      enforce: "pre",
      load(id) {
        const [path = id] = id.split("?");
        if (path.endsWith(".ftl")) return `export default ${JSON.stringify(compile(readFileSync(path, "utf8")))}`;
        if (id.endsWith("?names"))
          return `export default ${JSON.stringify(namesOf(JSON.parse(readFileSync(path, "utf8"))))}`;
        return /\.(css|txt)$/.test(id) ? `export default ${JSON.stringify(readFileSync(id, "utf8"))}` : undefined;
      },
      transform(code, id) {
        return /\.(ftl|css|txt)(\?\w+)?$|\?names$/.test(id) ? { code, map: null } : undefined;
      },
    },
  ],
  // On two processors vitest would keep one for itself, which has next to nothing to do.
  test: { include: ["test/**/*.test.ts"], css: false, testTimeout: 20_000, maxWorkers: Math.max(2, cpus().length) },
});
