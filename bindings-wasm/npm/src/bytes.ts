// What users hand in as bytes, whatever made it: recognised by what it is inside, not by its class, since another realm (a worker, vm,
// a test runner) has classes of its own.
const TYPED = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Uint8Array.prototype), Symbol.toStringTag)?.get;
const LENGTH = Object.getOwnPropertyDescriptor(ArrayBuffer.prototype, "byteLength")?.get;

/** The bytes of a body, copied, so that nothing can change them between the check and the reading; or what was handed over instead. */
export function bodyOf(body: unknown): Uint8Array<ArrayBuffer> | string {
  if (body === null || body === undefined) {
    return new Uint8Array();
  }
  try {
    return bytesOf(body) ?? joined(body) ?? kindOf(body);
  } catch {
    return "a value that cannot be looked at";
  }
}

/** The bytes that this value is, copied; nothing when it is something else. */
export function bytesOf(value: unknown): Uint8Array<ArrayBuffer> | undefined {
  if (ArrayBuffer.isView(value)) {
    return new Uint8Array(value.buffer, value.byteOffset, value.byteLength).slice();
  }
  return isBuffer(value) ? new Uint8Array(value).slice() : undefined;
}

/** `Uint8Array`, `Float64Array`, …; nothing for what is no typed array. */
export function typedArray(value: object): string | undefined {
  return TYPED?.call(value) as string | undefined;
}

/** Chunks, as they arrived. */
function joined(body: unknown): Uint8Array<ArrayBuffer> | undefined {
  if (!Array.isArray(body)) {
    return undefined;
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (const chunk of body) {
    const bytes = bytesOf(chunk);
    if (!bytes) {
      return undefined;
    }
    chunks.push(bytes);
    length += bytes.length;
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

function isBuffer(value: unknown): value is ArrayBuffer {
  const tag = Object.prototype.toString.call(value);
  if (tag === "[object ArrayBuffer]") {
    LENGTH?.call(value); // Throws when it only says so.
    return true;
  }
  return tag === "[object SharedArrayBuffer]";
}

function kindOf(body: unknown): string {
  if (typeof body === "string") {
    return "text";
  }
  const { then, pipe, getReader, arrayBuffer } = body as { readonly [member: string]: unknown };
  if (typeof then === "function") {
    return "a Promise, which nobody awaited";
  }
  if (typeof pipe === "function" || typeof getReader === "function") {
    return "a stream, which nobody has read";
  }
  return typeof arrayBuffer === "function" ? "a Blob or Response, whose bytes nobody took" : "parsed JSON";
}
