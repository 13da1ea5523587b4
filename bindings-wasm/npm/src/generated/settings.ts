// Generated from core's declarations by `cargo xtask generate`. Do not edit.

import type * as m from "./models.js";

/**
 * What a merchant is made of. Only `mchid`, a serial or certificate, and a key to trust are needed to sign elsewhere; a
 * private key to sign here; an APIv3 key to read callbacks.
 */
export interface MerchantOptions {
  /** The institution's merchant number (从业机构商户号), digits. Never the sub-merchant's. */
  readonly mchid: string;
  /** The serial of the merchant's API certificate, hexadecimal. Not needed with `certificate`. */
  readonly serial_no?: string | undefined;
  /** The merchant's API certificate, PEM (apiclient_cert.pem), instead of `serial_no`; must match the private key. */
  readonly certificate?: string | undefined;
  /** The merchant's private key, PEM (apiclient_key.pem). Leave it out when signing happens elsewhere. */
  readonly private_key?: string | undefined;
  /** The APIv3 key, 32 bytes; several after a reset, newest first. */
  readonly api_v3_key?: string | readonly string[] | undefined;
  /** The APIv2 key, 32 characters; for signed jumps only. */
  readonly api_v2_key?: string | undefined;
  /** WeChat Pay's public keys: `PUB_KEY_ID_…` to PEM. */
  readonly public_keys?: Readonly<Record<string, string>> | undefined;
  /** WeChat Pay's platform certificates, PEM. */
  readonly certificates?: readonly string[] | undefined;
  /**
   * Allows a merchant without any key to verify WeChat Pay with: nothing can be read by it but the answer to
   * `download_certificates`, which brings the first ones. Not needed with `public_keys`.
   */
  readonly bootstrap?: boolean | undefined;
  /** The default service (服务ID). */
  readonly service_id?: string | undefined;
  /** How the default service works, when you know it: then calls are checked against it. */
  readonly service_mode?: m.ServiceMode | undefined;
  /**
   * The most that an order of the default service may come to, in fen, as agreed with WeChat Pay: then calls are
   * checked against it.
   */
  readonly service_ceiling?: number | bigint | undefined;
  /** The default AppID of the institution. */
  readonly appid?: string | undefined;
  /** The default channel partner (渠道商商户号). */
  readonly channel_id?: string | undefined;
  /** Where requests go; `https://api.mch.weixin.qq.com` when left out. Plain http for loopback only. */
  readonly base_url?: string | undefined;
  /** The other address; `https://api2.mch.weixin.qq.com` when left out. */
  readonly fallback_base_url?: string | undefined;
  /**
   * With which key answers are to be signed. When left out: the public key, else the certificate that lasts longest.
   * Needed with several public keys, because an id does not say which is the newer one.
   */
  readonly wechatpay_serial?: string | undefined;
  /**
   * How strictly parameters are checked before signing: by default what an official page refuses is refused, and the
   * rest is advice; strictly, advice refuses, too; switched off, only what is needed to make the bytes is checked.
   */
  readonly validate?: boolean | "strict" | undefined;
  /** The time in Unix seconds; the system's time by default. */
  readonly clock?: (() => number) | undefined;
  /** 1 to 32 random letters and digits, new for every call; a UUID without hyphens by default. */
  readonly nonce?: (() => string) | undefined;
}
