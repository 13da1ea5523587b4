/** How Node, Deno and Bun ask an object to show itself. */
export const INSPECT: unique symbol = Symbol.for("nodejs.util.inspect.custom") as never;
