// Makes `dist/` of the `src/` of one package: `node build.mjs FOLDER`. ESM comes from TypeScript; CJS is made of it
// file by file; the variant for workerd imports its WebAssembly from a file. `cargo xtask` runs it, after it has put
// the modules into `src/wasm`.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { transformSync } from "esbuild";

const tools = join(dirname(fileURLToPath(import.meta.url)), "node_modules");
const folder = resolve(process.argv[2]);
const [src, dist] = [join(folder, "src"), join(folder, "dist")];

rmSync(dist, { recursive: true, force: true });
execFileSync(process.execPath, [join(tools, "typescript/bin/tsc"), "-p", folder], { stdio: "inherit" });
for (const name of files(join(src, "wasm")).filter((name) => name.endsWith(".js"))) {
  cpSync(join(src, "wasm", name), join(dist, "esm/wasm", name));
}
// No public type mentions what these declare.
for (const name of ["wasm", "base64", "crossing", "engine", "inspect"]) {
  rmSync(join(dist, `esm/${name}.d.ts`), { force: true });
}

// CJS: the same files, so that a class is the same class whichever entry it was imported from.
for (const name of files(join(dist, "esm"))) {
  if (name.endsWith(".js")) {
    write(join(dist, "cjs", name), cjs(join(dist, "esm", name)));
  } else {
    cpSync(join(dist, "esm", name), join(dist, "cjs", name));
  }
}
write(join(dist, "cjs/package.json"), '{ "type": "commonjs" }\n');
if (existsSync(join(src, "cjs"))) {
  // This one reads the module from the file that workerd has.
  write(join(dist, "cjs/wasm.js"), cjs(join(src, "cjs/wasm.js")));
  files(join(dist, "cjs"))
    .filter((name) => name.endsWith("_bytes.js"))
    .forEach((name) => rmSync(join(dist, "cjs", name)));
}

// workerd: the modules are files, and imported.
for (const name of files(join(dist, "esm")).filter((name) => name.endsWith(".js") && !name.endsWith("_bytes.js"))) {
  cpSync(join(dist, "esm", name), join(dist, "workerd", name));
}
cpSync(join(src, "workerd"), join(dist, "workerd"), { recursive: true });
for (const name of files(join(src, "wasm")).filter((name) => name.endsWith(".wasm"))) {
  cpSync(join(src, "wasm", name), join(dist, "workerd/wasm", name));
}

function cjs(file) {
  return transformSync(readFileSync(file, "utf8"), { format: "cjs", target: "es2022" }).code;
}

function write(file, text) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function files(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(folder.length + 1));
}
