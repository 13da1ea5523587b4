// Generated from core's declarations by `cargo xtask generate`. Do not edit.

import type * as m from "./models.js";

/**
 * The settings of a merchant. Always required: `mchid`, `certificate` or `serial_no`, and a key that verifies WeChat
 * Pay. A private key is required to sign here, an APIv3 key to read callbacks.
 */
export interface MerchantOptions {
  /** The institution's merchant number (从业机构商户号), digits. Never the sub-merchant's. */
  readonly mchid: string;
  /** The serial of the merchant's API certificate, in hexadecimal. Not needed with `certificate`. */
  readonly serial_no?: string | undefined;
  /**
   * The merchant's API certificate in PEM (apiclient_cert.pem). It replaces `serial_no`, and must match the private
   * key.
   */
  readonly certificate?: string | undefined;
  /** The merchant's private key in PEM (apiclient_key.pem). Leave it out if signing happens elsewhere. */
  readonly private_key?: string | undefined;
  /** The APIv3 key, 32 bytes. After a reset, several keys with the newest first. */
  readonly api_v3_key?: string | readonly string[] | undefined;
  /** The APIv2 key, 32 characters. Only signed jumps use it. */
  readonly api_v2_key?: string | undefined;
  /** WeChat Pay's public keys: from id (`PUB_KEY_ID_…`) to PEM. */
  readonly public_keys?: Readonly<Record<string, string>> | undefined;
  /** WeChat Pay's platform certificates, in PEM. */
  readonly certificates?: readonly string[] | undefined;
  /**
   * Allows creating a merchant that trusts no key yet. Such a merchant can only read the reply to
   * `download_certificates`, which brings the first keys. Not needed with `public_keys`.
   */
  readonly bootstrap?: boolean | undefined;
  /** The default service (服务ID). */
  readonly service_id?: string | undefined;
  /** The default service's mode, if known. If set, calls are checked against it. */
  readonly service_mode?: m.ServiceMode | undefined;
  /**
   * The default service's ceiling per order, in fen, as agreed with WeChat Pay. If set, amounts are checked against it.
   */
  readonly service_ceiling?: number | bigint | undefined;
  /** The default AppID of the institution. */
  readonly appid?: string | undefined;
  /** The default channel partner (渠道商商户号). */
  readonly channel_id?: string | undefined;
  /** Where requests go; by default `https://api.mch.weixin.qq.com`. Plain http is for this machine only. */
  readonly base_url?: string | undefined;
  /** The other address, which `again` uses; by default `https://api2.mch.weixin.qq.com`. */
  readonly fallback_base_url?: string | undefined;
  /**
   * The key with which WeChat Pay signs its answers: a public key's id or a certificate's serial. By default it is the
   * public key, or without one the certificate that lasts longest. Required with several public keys, because an id
   * does not say which is newer.
   */
  readonly wechatpay_serial?: string | undefined;
  /**
   * How strictly parameters are checked before signing. By default, rules that an official page states refuse, and
   * other rules are advice. `"strict"` also rejects on advice; `false` checks only what is needed to build the request.
   */
  readonly validate?: boolean | "strict" | undefined;
  /** The time in Unix seconds; the system's time by default. */
  readonly clock?: (() => number) | undefined;
  /** 1 to 32 random letters and digits, new for every call; a UUID without hyphens by default. */
  readonly nonce?: (() => string) | undefined;
}
