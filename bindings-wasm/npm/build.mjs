// Makes `dist/` of `src/`: ESM by TypeScript, CJS beside it file by file, and the variant for workerd. Run by `cargo xtask`, after the
// WebAssembly modules were put into `src/wasm`.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { transformSync } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const [src, dist] = [join(here, "src"), join(here, "dist")];

rmSync(dist, { recursive: true, force: true });
execFileSync(process.execPath, [join(here, "node_modules/typescript/bin/tsc"), "-p", here], { stdio: "inherit" });
for (const name of readdirSync(join(src, "wasm")).filter((name) => name.endsWith(".js"))) {
  cpSync(join(src, "wasm", name), join(dist, "esm/wasm", name));
}
// The types never reach these: what they declare is not for users.
for (const name of ["wasm", "testing-wasm", "base64", "inspect"]) {
  rmSync(join(dist, `esm/${name}.d.ts`));
}

// CJS: the same files, so that a class is the same class whichever entry it came from.
for (const name of files(join(dist, "esm"))) {
  const to = join(dist, "cjs", name);
  mkdirSync(dirname(to), { recursive: true });
  if (name.endsWith(".js")) {
    const { code } = transformSync(readFileSync(join(dist, "esm", name), "utf8"), { format: "cjs", target: "es2022" });
    writeFileSync(to, code);
  } else {
    cpSync(join(dist, "esm", name), to);
  }
}
// The simulator's module is large and for tests only, and CJS is Node's: there it is read from the file that workerd has, too.
writeFileSync(
  join(dist, "cjs/testing-wasm.js"),
  transformSync(readFileSync(join(src, "cjs/testing-wasm.js"), "utf8"), { format: "cjs", target: "es2022" }).code,
);
rmSync(join(dist, "cjs/wasm/testing_base64.js"));
writeFileSync(join(dist, "cjs/package.json"), '{ "type": "commonjs" }\n');

// workerd: the modules as files, imported.
for (const name of files(join(dist, "esm")).filter((name) => name.endsWith(".js") && !name.endsWith("_base64.js") && name !== "base64.js")) {
  cpSync(join(dist, "esm", name), join(dist, "workerd", name));
}
cpSync(join(src, "workerd"), join(dist, "workerd"), { recursive: true });
for (const name of ["payscore_bg.wasm", "testing_bg.wasm"]) {
  cpSync(join(src, "wasm", name), join(dist, "workerd/wasm", name));
}

function files(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(folder.length + 1));
}
