// Generated from core's declarations by `cargo xtask generate`. Do not edit.

{{import}}{{doc}}export interface MerchantOptions {
{{settings}}  /** The time in Unix seconds; the system's time by default. */
  readonly clock?: (() => number) | undefined;
  /** 1 to 32 random letters and digits, new for every call; a UUID without hyphens by default. */
  readonly nonce?: (() => string) | undefined;
}
