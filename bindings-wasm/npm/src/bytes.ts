// Bytes that users pass, from whatever source. They are recognised by their content, not by their class, because
// another realm (a worker, vm, a test runner) has classes of its own.
const TYPED = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Uint8Array.prototype), Symbol.toStringTag)?.get;
const LENGTH = Object.getOwnPropertyDescriptor(ArrayBuffer.prototype, "byteLength")?.get;

/**
 * The bytes of a body, copied, so that nothing can change them between the check and the reading. For anything else it
 * returns a description of what was passed.
 */
export function bodyOf(body: unknown): Uint8Array<ArrayBuffer> | string {
  if (body === null || body === undefined) {
    return new Uint8Array();
  }
  try {
    return bytesOf(body) ?? joined(body) ?? kindOf(body);
  } catch {
    return "a value that cannot be inspected";
  }
}

/** The bytes that this value is, copied; nothing when it is something else. */
export function bytesOf(value: unknown): Uint8Array<ArrayBuffer> | undefined {
  if (ArrayBuffer.isView(value)) {
    return new Uint8Array(value.buffer, value.byteOffset, value.byteLength).slice();
  }
  return isBuffer(value) ? new Uint8Array(value).slice() : undefined;
}

/** `Uint8Array`, `Float64Array`, …; nothing for a value that is no typed array. */
export function typedArray(value: object): string | undefined {
  return TYPED?.call(value) as string | undefined;
}

/** Chunks, in the order in which they arrived. */
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
    LENGTH?.call(value); // Throws for an object that only carries the tag.
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
    return "a Promise that was not awaited";
  }
  if (typeof pipe === "function" || typeof getReader === "function") {
    return "a stream that was not read";
  }
  return typeof arrayBuffer === "function" ? "a Blob or Response whose bytes were not taken" : "parsed JSON";
}
