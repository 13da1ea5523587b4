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
        """What a merchant is made of. Only `mchid`, a serial or certificate, and a key to trust are needed to sign
        elsewhere; a private key to sign here; an APIv3 key to read callbacks.

        ``mchid``: The institution's merchant number (从业机构商户号), digits. Never the sub-merchant's.
        ``serial_no``: The serial of the merchant's API certificate, hexadecimal. Not needed with `certificate`.
        ``certificate``: The merchant's API certificate, PEM (apiclient_cert.pem), instead of `serial_no`; must match
            the private key.
        ``private_key``: The merchant's private key, PEM (apiclient_key.pem). Leave it out when signing happens
            elsewhere.
        ``api_v3_key``: The APIv3 key, 32 bytes; several after a reset, newest first.
        ``api_v2_key``: The APIv2 key, 32 characters; for signed jumps only.
        ``public_keys``: WeChat Pay's public keys: `PUB_KEY_ID_…` to PEM.
        ``certificates``: WeChat Pay's platform certificates, PEM.
        ``bootstrap``: Allows a merchant without any key to verify WeChat Pay with: nothing can be read by it but the
            answer to `download_certificates`, which brings the first ones. Not needed with `public_keys`.
        ``service_id``: The default service (服务ID).
        ``service_mode``: How the default service works, when you know it: then calls are checked against it.
        ``service_ceiling``: The most that an order of the default service may come to, in fen, as agreed with WeChat
            Pay: then calls are checked against it.
        ``appid``: The default AppID of the institution.
        ``channel_id``: The default channel partner (渠道商商户号).
        ``base_url``: Where requests go; `https://api.mch.weixin.qq.com` when left out. Plain http for loopback only.
        ``fallback_base_url``: The other address; `https://api2.mch.weixin.qq.com` when left out.
        ``wechatpay_serial``: With which key answers are to be signed. When left out: the public key, else the
            certificate that lasts longest. Needed with several public keys, because an id does not say which is the
            newer one.
        ``validate``: How strictly parameters are checked before signing: by default what an official page refuses is
            refused, and the rest is advice; strictly, advice refuses, too; switched off, only what is needed to make
            the bytes is checked.
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
