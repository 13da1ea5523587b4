# Generated from core's declarations by `cargo xtask generate`. Do not edit.
"""The settings of a merchant."""

from __future__ import annotations

import secrets
import time
from typing import TYPE_CHECKING, Any, Literal

from payscore import _native

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from payscore import _models as m


class Configured:
    """Takes the settings of a merchant and has core check them."""

    def __init__(
        self,
        *,
        mchid: str,
        serial_no: str | None = None,
        certificate: str | None = None,
        private_key: str | None = None,
        api_v3_key: str | Sequence[str] | None = None,
        api_v2_key: str | None = None,
        public_keys: Mapping[str, str] | None = None,
        certificates: Sequence[str] | None = None,
        bootstrap: bool | None = None,
        service_id: str | None = None,
        service_mode: m.ServiceMode | None = None,
        service_ceiling: int | None = None,
        appid: str | None = None,
        channel_id: str | None = None,
        base_url: str | None = None,
        fallback_base_url: str | None = None,
        wechatpay_serial: str | None = None,
        validate: bool | Literal["strict"] | None = None,
        clock: Callable[[], float] = time.time,
        nonce: Callable[[], str] = lambda: secrets.token_hex(16),
    ) -> None:
        """The settings of a merchant. Always required: `mchid`, `certificate` or `serial_no`, and a key that verifies
        WeChat Pay. A private key is required to sign here, an APIv3 key to read callbacks.

        ``mchid``: The institution's merchant number (从业机构商户号), digits. Never the sub-merchant's.
        ``serial_no``: The serial of the merchant's API certificate, in hexadecimal. Not needed with `certificate`.
        ``certificate``: The merchant's API certificate in PEM (apiclient_cert.pem). It replaces `serial_no`, and must
            match the private key.
        ``private_key``: The merchant's private key in PEM (apiclient_key.pem). Leave it out if signing happens
            elsewhere.
        ``api_v3_key``: The APIv3 key, 32 bytes. After a reset, several keys with the newest first.
        ``api_v2_key``: The APIv2 key, 32 characters. Only signed jumps use it.
        ``public_keys``: WeChat Pay's public keys: from id (`PUB_KEY_ID_…`) to PEM.
        ``certificates``: WeChat Pay's platform certificates, in PEM.
        ``bootstrap``: Allows creating a merchant that trusts no key yet. Such a merchant can only read the reply to
            `download_certificates`, which brings the first keys. Not needed with `public_keys`.
        ``service_id``: The default service (服务ID).
        ``service_mode``: The default service's mode, if known. If set, calls are checked against it.
        ``service_ceiling``: The default service's ceiling per order, in fen, as agreed with WeChat Pay. If set, amounts
            are checked against it.
        ``appid``: The default AppID of the institution.
        ``channel_id``: The default channel partner (渠道商商户号).
        ``base_url``: Where requests go; by default `https://api.mch.weixin.qq.com`. Plain http is for this machine
            only.
        ``fallback_base_url``: The other address, which `again` uses; by default `https://api2.mch.weixin.qq.com`.
        ``wechatpay_serial``: The key with which WeChat Pay signs its answers: a public key's id or a certificate's
            serial. By default it is the public key, or without one the certificate that lasts longest. Required with
            several public keys, because an id does not say which is newer.
        ``validate``: How strictly parameters are checked before signing. By default, rules that an official page states
            refuse, and other rules are advice. `"strict"` also rejects on advice; `false` checks only what is needed to
            build the request.
        ``clock``: The time in Unix seconds.
        ``nonce``: 1 to 32 random letters and digits, fresh for every call.

        Raises :class:`payscore.ConfigError`, which names everything that is wrong at once.
        """
        passed: list[dict[str, Any]] = [
            {
                "mchid": mchid,
                "serial_no": serial_no,
                "certificate": certificate,
                "private_key": private_key,
                "api_v3_key": api_v3_key,
                "api_v2_key": api_v2_key,
                "public_keys": public_keys,
                "certificates": certificates,
                "bootstrap": bootstrap,
                "service_id": service_id,
                "service_mode": service_mode,
                "service_ceiling": service_ceiling,
                "appid": appid,
                "channel_id": channel_id,
                "base_url": base_url,
                "fallback_base_url": fallback_base_url,
                "wechatpay_serial": wechatpay_serial,
                "validate": validate,
            }
        ]
        # If core refuses them, the traceback shows this frame: no variable of it may hold a secret.
        del mchid, serial_no, certificate, private_key, api_v3_key, api_v2_key, public_keys, certificates
        del bootstrap, service_id, service_mode, service_ceiling, appid, channel_id, base_url, fallback_base_url
        del wechatpay_serial, validate
        self._clock = clock
        self._nonce = nonce
        self._native = _native.Merchant("", passed.pop())
