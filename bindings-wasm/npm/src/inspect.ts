/** The method by which Node, Deno and Bun let an object show itself. */
export const INSPECT: unique symbol = Symbol.for("nodejs.util.inspect.custom") as never;
