# Generated from core's declarations by `cargo xtask generate`. Do not edit.
"""One method per operation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, overload

from payscore import _models as m

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from payscore._call import Call, Draft


class Operations:
    """Signs an operation. The result is a call, which any HTTP client can send."""

    def create_order(
        self,
        *,
        extra: Mapping[str, Any] | None = None,
        **params: Unpack[m.CreateOrderParams],
    ) -> Call[m.Order]:
        """Creates an order (创建订单). An order that the user confirms begins as `CREATED`, and its reply holds the
        `package` for the jump into WeChat. A package is valid for one hour; the identical call gives a fresh one. After
        a lost answer, repeat the identical call or query. Never create again under another number.

        Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194023>
        """
        result: Call[m.Order] = self._call("create_order", None, extra, params)
        return result

    def query_order(
        self,
        order: m.OrderRef | m.Order | Mapping[str, Any] | None = None,
        /,
        *,
        extra: Mapping[str, Any] | None = None,
        **params: Unpack[m.QueryOrderParams],
    ) -> Call[m.Order]:
        """Queries an order (查询订单) by exactly one of `out_order_no` and `query_id`. A client brings the `query_id`
        back from WeChat.

        Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194035>
        """
        result: Call[m.Order] = self._call("query_order", order, extra, params)
        return result

    def cancel_order(
        self,
        order: m.OrderRef | m.Order | Mapping[str, Any] | None = None,
        /,
        *,
        extra: Mapping[str, Any] | None = None,
        **params: Unpack[m.CancelOrderParams],
    ) -> Call[m.OrderCancelled]:
        """Cancels an order (取消订单), before or after the user confirmed. A completed order can be cancelled while it
        is unpaid and no deduction number is in force; that gives up the money. After a lost answer, query: someone may
        have completed the order meanwhile.

        Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194058>
        """
        result: Call[m.OrderCancelled] = self._call("cancel_order", order, extra, params)
        return result

    def complete_order(
        self,
        order: m.OrderRef | m.Order | Mapping[str, Any] | None = None,
        /,
        *,
        extra: Mapping[str, Any] | None = None,
        **params: Unpack[m.CompleteOrderParams],
    ) -> Call[m.OrderCompleted]:
        """Completes an order (完结订单): the service has ended, and this is the bill. In this mode, completing does
        **not** charge the user. Register a deduction number, then withhold at the clearing house. After a lost answer,
        query.

        Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194080>
        """
        result: Call[m.OrderCompleted] = self._call("complete_order", order, extra, params)
        return result

    def modify_order(
        self,
        order: m.OrderRef | m.Order | Mapping[str, Any] | None = None,
        /,
        *,
        extra: Mapping[str, Any] | None = None,
        **params: Unpack[m.ModifyOrderParams],
    ) -> Call[m.OrderModified]:
        """Lowers the amount of a completed, unpaid order (修改订单金额). WeChat Pay refuses it while a deduction number
        is in force. It is not proven for this mode that the amount can be lowered more than once. After payment, refund
        the difference at the clearing house instead. After a lost answer, query.

        Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194282>
        """
        result: Call[m.OrderModified] = self._call("modify_order", order, extra, params)
        return result

    def sync_order(
        self,
        order: m.OrderRef | m.Order | Mapping[str, Any] | None = None,
        /,
        *,
        extra: Mapping[str, Any] | None = None,
        **params: Unpack[m.SyncOrderParams],
    ) -> Call[m.OrderSynced]:
        """Reports that the user paid a completed order through another channel (同步订单信息). The order becomes
        `DONE`, paid elsewhere. WeChat Pay refuses it while a deduction number is in force. If the user pays twice after
        all, refund one payment. After a lost answer, query.

        Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194292>
        """
        result: Call[m.OrderSynced] = self._call("sync_order", order, extra, params)
        return result

    def register_deduct_info(
        self,
        order: m.OrderRef | m.Order | Mapping[str, Any] | None = None,
        /,
        *,
        extra: Mapping[str, Any] | None = None,
        **params: Unpack[m.RegisterDeductInfoParams],
    ) -> Call[m.DeductionRegistered]:
        """Registers a deduction number (登记扣款信息). It is valid for 24 hours, for one entrusted withholding at the
        clearing house. Store the number before you call. This call moves no money. After a lost answer, call
        `query_deduction`. Never register a second number meanwhile.

        Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194100>
        """
        result: Call[m.DeductionRegistered] = self._call("register_deduct_info", order, extra, params)
        return result

    def query_deduction(
        self,
        order: m.OrderRef | m.Order | Mapping[str, Any] | None = None,
        /,
        *,
        extra: Mapping[str, Any] | None = None,
        **params: Unpack[m.QueryDeductionParams],
    ) -> Call[m.DeductionInfo]:
        """Queries the deduction number that is registered for an order (查询扣款信息). The reply does not show whether
        the user has paid: query the order for that.

        Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194110>
        """
        result: Call[m.DeductionInfo] = self._call("query_deduction", order, extra, params)
        return result

    def apply_permissions(
        self,
        *,
        extra: Mapping[str, Any] | None = None,
        **params: Unpack[m.ApplyPermissionsParams],
    ) -> Call[m.PermissionsApplied]:
        """Prepares a user's authorisation of a service (从业机构预授权). For services without confirmation (免确认)
        only. The reply's token leads the user into the authorisation view. The callback, or `query_permissions`, shows
        whether the user agreed. After a lost answer, repeat the identical request. It is not proven for this mode that
        this gives a token again.

        Source: <https://pay.weixin.qq.com/doc/v3/partner/4012691489>
        """
        result: Call[m.PermissionsApplied] = self._call("apply_permissions", None, extra, params)
        return result

    def query_permissions(
        self,
        *,
        extra: Mapping[str, Any] | None = None,
        **params: Unpack[m.QueryPermissionsParams],
    ) -> Call[m.Permissions]:
        """Queries a user's authorisation (查询授权记录). For services without confirmation (免确认) only.

        Source: <https://pay.weixin.qq.com/doc/v3/partner/4012461004>
        """
        result: Call[m.Permissions] = self._call("query_permissions", None, extra, params)
        return result

    def terminate_permissions(
        self,
        *,
        extra: Mapping[str, Any] | None = None,
        **params: Unpack[m.TerminatePermissionsParams],
    ) -> Call[m.PermissionsTerminated]:
        """Ends a user's authorisation of a service (解除授权关系). For services without confirmation (免确认) only.
        WeChat Pay refuses it while the user has unfinished orders. Their money can still be collected afterwards. After
        a lost answer, query the authorisation.

        Source: <https://pay.weixin.qq.com/doc/v3/partner/4012461012>
        """
        result: Call[m.PermissionsTerminated] = self._call("terminate_permissions", None, extra, params)
        return result

    def create_delivery_order(
        self,
        *,
        extra: Mapping[str, Any] | None = None,
        **params: Unpack[m.CreateDeliveryOrderParams],
    ) -> Call[m.Order]:
        """Creates a buy-now-pay-on-delivery order (创建先用后付订单), for e-commerce. It needs a permission of its own.
        Afterwards use the ordinary order operations; WeChat Pay documents neither this nor the lengths of the fields
        that only this operation has. After a lost answer, repeat the identical call or query. Never create again under
        another number.

        Source: <https://pay.weixin.qq.com/doc/v3/partner/4012783674>
        """
        result: Call[m.Order] = self._call("create_delivery_order", None, extra, params)
        return result

    def download_certificates(
        self,
        *,
        extra: Mapping[str, Any] | None = None,
        **params: Unpack[m.DownloadCertificatesParams],
    ) -> Call[m.PlatformCertificates]:
        """Downloads WeChat Pay's platform certificates (下载平台证书). Only the APIv3 key opens them. The answer is
        verified with the keys that were trusted before and those that it brings. To trust them, create a new merchant
        with them in `certificates`. Call it every 12 hours, and when a serial is unknown at most once a minute
        (`certificates_due`). Merchants that have only a WeChat Pay public key need no certificates; for them it is
        answered with 404.

        Source: <https://pay.weixin.qq.com/doc/v3/merchant/4012551764>
        """
        result: Call[m.PlatformCertificates] = self._call("download_certificates", None, extra, params)
        return result

    def security_echo(
        self,
        *,
        extra: Mapping[str, Any] | None = None,
        **params: Unpack[m.SecurityEchoParams],
    ) -> Call[m.SecurityEchoed]:
        """Tests signing, verifying and sealing without a trade (商户签名验签/加解密测试). With `notify_url`, it tests a
        callback as well. Seal with the key that the request names in `Wechatpay-Serial`; `seal_sensitive` does.

        Source: <https://pay.weixin.qq.com/doc/v3/partner/4015139289>
        """
        result: Call[m.SecurityEchoed] = self._call("security_echo", None, extra, params)
        return result

    def request(
        self,
        *,
        extra: Mapping[str, Any] | None = None,
        **params: Unpack[m.RawRequestParams],
    ) -> Call[m.RawReply]:
        """Calls any APIv3 endpoint for which Payscore has no type. The request is signed and its answer verified, like
        every other. Payscore does not know what its error codes and a lost answer mean: query before anything else.

        Source: <https://pay.weixin.qq.com/doc/v3/partner/4012081726>
        """
        result: Call[m.RawReply] = self._call("request", None, extra, params)
        return result

    def upload(
        self,
        *,
        extra: Mapping[str, Any] | None = None,
        **params: Unpack[m.UploadParams],
    ) -> Call[m.RawReply]:
        """Uploads a file (图片/视频上传) to an endpoint that takes one. Only the file's description is signed. It holds
        the file's SHA-256.

        Source: <https://pay.weixin.qq.com/doc/v3/merchant/4012365335>
        """
        result: Call[m.RawReply] = self._call("upload", None, extra, params)
        return result

    def download(
        self,
        *,
        extra: Mapping[str, Any] | None = None,
        **params: Unpack[m.DownloadParams],
    ) -> Call[m.Downloaded]:
        """Downloads a file (账单下载 and the like). An earlier, signed answer named its address and its hash. The file
        itself is not signed: it is checked by the hash, over the bytes as they came. WeChat Pay's hash is that of the
        uncompressed file, so request it uncompressed.

        Source: <https://pay.weixin.qq.com/doc/v3/merchant/4013071238>
        """
        result: Call[m.Downloaded] = self._call("download", None, extra, params)
        return result

    def _call(self, operation: str, order: Any, extra: Any, params: Any) -> Any:
        raise TypeError("use payscore.Merchant")


class Drafts:
    """Turns an operation, by its name, into exact bytes that are not signed yet."""

    @overload
    def draft(
        self,
        operation: Literal["create_order"],
        /,
        *,
        extra: Mapping[str, Any] | None = None,
        **params: Unpack[m.CreateOrderParams],
    ) -> Draft[m.Order]: ...

    @overload
    def draft(
        self,
        operation: Literal["query_order"],
        order: m.OrderRef | m.Order | Mapping[str, Any] | None = None,
        /,
        *,
        extra: Mapping[str, Any] | None = None,
        **params: Unpack[m.QueryOrderParams],
    ) -> Draft[m.Order]: ...

    @overload
    def draft(
        self,
        operation: Literal["cancel_order"],
        order: m.OrderRef | m.Order | Mapping[str, Any] | None = None,
        /,
        *,
        extra: Mapping[str, Any] | None = None,
        **params: Unpack[m.CancelOrderParams],
    ) -> Draft[m.OrderCancelled]: ...

    @overload
    def draft(
        self,
        operation: Literal["complete_order"],
        order: m.OrderRef | m.Order | Mapping[str, Any] | None = None,
        /,
        *,
        extra: Mapping[str, Any] | None = None,
        **params: Unpack[m.CompleteOrderParams],
    ) -> Draft[m.OrderCompleted]: ...

    @overload
    def draft(
        self,
        operation: Literal["modify_order"],
        order: m.OrderRef | m.Order | Mapping[str, Any] | None = None,
        /,
        *,
        extra: Mapping[str, Any] | None = None,
        **params: Unpack[m.ModifyOrderParams],
    ) -> Draft[m.OrderModified]: ...

    @overload
    def draft(
        self,
        operation: Literal["sync_order"],
        order: m.OrderRef | m.Order | Mapping[str, Any] | None = None,
        /,
        *,
        extra: Mapping[str, Any] | None = None,
        **params: Unpack[m.SyncOrderParams],
    ) -> Draft[m.OrderSynced]: ...

    @overload
    def draft(
        self,
        operation: Literal["register_deduct_info"],
        order: m.OrderRef | m.Order | Mapping[str, Any] | None = None,
        /,
        *,
        extra: Mapping[str, Any] | None = None,
        **params: Unpack[m.RegisterDeductInfoParams],
    ) -> Draft[m.DeductionRegistered]: ...

    @overload
    def draft(
        self,
        operation: Literal["query_deduction"],
        order: m.OrderRef | m.Order | Mapping[str, Any] | None = None,
        /,
        *,
        extra: Mapping[str, Any] | None = None,
        **params: Unpack[m.QueryDeductionParams],
    ) -> Draft[m.DeductionInfo]: ...

    @overload
    def draft(
        self,
        operation: Literal["apply_permissions"],
        /,
        *,
        extra: Mapping[str, Any] | None = None,
        **params: Unpack[m.ApplyPermissionsParams],
    ) -> Draft[m.PermissionsApplied]: ...

    @overload
    def draft(
        self,
        operation: Literal["query_permissions"],
        /,
        *,
        extra: Mapping[str, Any] | None = None,
        **params: Unpack[m.QueryPermissionsParams],
    ) -> Draft[m.Permissions]: ...

    @overload
    def draft(
        self,
        operation: Literal["terminate_permissions"],
        /,
        *,
        extra: Mapping[str, Any] | None = None,
        **params: Unpack[m.TerminatePermissionsParams],
    ) -> Draft[m.PermissionsTerminated]: ...

    @overload
    def draft(
        self,
        operation: Literal["create_delivery_order"],
        /,
        *,
        extra: Mapping[str, Any] | None = None,
        **params: Unpack[m.CreateDeliveryOrderParams],
    ) -> Draft[m.Order]: ...

    @overload
    def draft(
        self,
        operation: Literal["download_certificates"],
        /,
        *,
        extra: Mapping[str, Any] | None = None,
        **params: Unpack[m.DownloadCertificatesParams],
    ) -> Draft[m.PlatformCertificates]: ...

    @overload
    def draft(
        self,
        operation: Literal["security_echo"],
        /,
        *,
        extra: Mapping[str, Any] | None = None,
        **params: Unpack[m.SecurityEchoParams],
    ) -> Draft[m.SecurityEchoed]: ...

    @overload
    def draft(
        self,
        operation: Literal["request"],
        /,
        *,
        extra: Mapping[str, Any] | None = None,
        **params: Unpack[m.RawRequestParams],
    ) -> Draft[m.RawReply]: ...

    @overload
    def draft(
        self,
        operation: Literal["upload"],
        /,
        *,
        extra: Mapping[str, Any] | None = None,
        **params: Unpack[m.UploadParams],
    ) -> Draft[m.RawReply]: ...

    @overload
    def draft(
        self,
        operation: Literal["download"],
        /,
        *,
        extra: Mapping[str, Any] | None = None,
        **params: Unpack[m.DownloadParams],
    ) -> Draft[m.Downloaded]: ...

    def draft(self, operation: str, order: Any = None, /, *, extra: Any = None, **params: Any) -> Any:
        return self._draft(operation, order, extra, params)

    def _draft(self, operation: str, order: Any, extra: Any, params: Any) -> Any:
        raise TypeError("use payscore.Merchant")


class Performed:
    """Performs an operation over HTTP and returns the verified reply."""

    def create_order(
        self,
        *,
        extra: Mapping[str, Any] | None = None,
        **params: Unpack[m.CreateOrderParams],
    ) -> m.Order:
        """Creates an order (创建订单). An order that the user confirms begins as `CREATED`, and its reply holds the
        `package` for the jump into WeChat. A package is valid for one hour; the identical call gives a fresh one. After
        a lost answer, repeat the identical call or query. Never create again under another number.

        Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194023>
        """
        result: m.Order = self._perform("create_order", None, extra, params)
        return result

    def query_order(
        self,
        order: m.OrderRef | m.Order | Mapping[str, Any] | None = None,
        /,
        *,
        extra: Mapping[str, Any] | None = None,
        **params: Unpack[m.QueryOrderParams],
    ) -> m.Order:
        """Queries an order (查询订单) by exactly one of `out_order_no` and `query_id`. A client brings the `query_id`
        back from WeChat.

        Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194035>
        """
        result: m.Order = self._perform("query_order", order, extra, params)
        return result

    def cancel_order(
        self,
        order: m.OrderRef | m.Order | Mapping[str, Any] | None = None,
        /,
        *,
        extra: Mapping[str, Any] | None = None,
        **params: Unpack[m.CancelOrderParams],
    ) -> m.OrderCancelled:
        """Cancels an order (取消订单), before or after the user confirmed. A completed order can be cancelled while it
        is unpaid and no deduction number is in force; that gives up the money. After a lost answer, query: someone may
        have completed the order meanwhile.

        Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194058>
        """
        result: m.OrderCancelled = self._perform("cancel_order", order, extra, params)
        return result

    def complete_order(
        self,
        order: m.OrderRef | m.Order | Mapping[str, Any] | None = None,
        /,
        *,
        extra: Mapping[str, Any] | None = None,
        **params: Unpack[m.CompleteOrderParams],
    ) -> m.OrderCompleted:
        """Completes an order (完结订单): the service has ended, and this is the bill. In this mode, completing does
        **not** charge the user. Register a deduction number, then withhold at the clearing house. After a lost answer,
        query.

        Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194080>
        """
        result: m.OrderCompleted = self._perform("complete_order", order, extra, params)
        return result

    def modify_order(
        self,
        order: m.OrderRef | m.Order | Mapping[str, Any] | None = None,
        /,
        *,
        extra: Mapping[str, Any] | None = None,
        **params: Unpack[m.ModifyOrderParams],
    ) -> m.OrderModified:
        """Lowers the amount of a completed, unpaid order (修改订单金额). WeChat Pay refuses it while a deduction number
        is in force. It is not proven for this mode that the amount can be lowered more than once. After payment, refund
        the difference at the clearing house instead. After a lost answer, query.

        Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194282>
        """
        result: m.OrderModified = self._perform("modify_order", order, extra, params)
        return result

    def sync_order(
        self,
        order: m.OrderRef | m.Order | Mapping[str, Any] | None = None,
        /,
        *,
        extra: Mapping[str, Any] | None = None,
        **params: Unpack[m.SyncOrderParams],
    ) -> m.OrderSynced:
        """Reports that the user paid a completed order through another channel (同步订单信息). The order becomes
        `DONE`, paid elsewhere. WeChat Pay refuses it while a deduction number is in force. If the user pays twice after
        all, refund one payment. After a lost answer, query.

        Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194292>
        """
        result: m.OrderSynced = self._perform("sync_order", order, extra, params)
        return result

    def register_deduct_info(
        self,
        order: m.OrderRef | m.Order | Mapping[str, Any] | None = None,
        /,
        *,
        extra: Mapping[str, Any] | None = None,
        **params: Unpack[m.RegisterDeductInfoParams],
    ) -> m.DeductionRegistered:
        """Registers a deduction number (登记扣款信息). It is valid for 24 hours, for one entrusted withholding at the
        clearing house. Store the number before you call. This call moves no money. After a lost answer, call
        `query_deduction`. Never register a second number meanwhile.

        Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194100>
        """
        result: m.DeductionRegistered = self._perform("register_deduct_info", order, extra, params)
        return result

    def query_deduction(
        self,
        order: m.OrderRef | m.Order | Mapping[str, Any] | None = None,
        /,
        *,
        extra: Mapping[str, Any] | None = None,
        **params: Unpack[m.QueryDeductionParams],
    ) -> m.DeductionInfo:
        """Queries the deduction number that is registered for an order (查询扣款信息). The reply does not show whether
        the user has paid: query the order for that.

        Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194110>
        """
        result: m.DeductionInfo = self._perform("query_deduction", order, extra, params)
        return result

    def apply_permissions(
        self,
        *,
        extra: Mapping[str, Any] | None = None,
        **params: Unpack[m.ApplyPermissionsParams],
    ) -> m.PermissionsApplied:
        """Prepares a user's authorisation of a service (从业机构预授权). For services without confirmation (免确认)
        only. The reply's token leads the user into the authorisation view. The callback, or `query_permissions`, shows
        whether the user agreed. After a lost answer, repeat the identical request. It is not proven for this mode that
        this gives a token again.

        Source: <https://pay.weixin.qq.com/doc/v3/partner/4012691489>
        """
        result: m.PermissionsApplied = self._perform("apply_permissions", None, extra, params)
        return result

    def query_permissions(
        self,
        *,
        extra: Mapping[str, Any] | None = None,
        **params: Unpack[m.QueryPermissionsParams],
    ) -> m.Permissions:
        """Queries a user's authorisation (查询授权记录). For services without confirmation (免确认) only.

        Source: <https://pay.weixin.qq.com/doc/v3/partner/4012461004>
        """
        result: m.Permissions = self._perform("query_permissions", None, extra, params)
        return result

    def terminate_permissions(
        self,
        *,
        extra: Mapping[str, Any] | None = None,
        **params: Unpack[m.TerminatePermissionsParams],
    ) -> m.PermissionsTerminated:
        """Ends a user's authorisation of a service (解除授权关系). For services without confirmation (免确认) only.
        WeChat Pay refuses it while the user has unfinished orders. Their money can still be collected afterwards. After
        a lost answer, query the authorisation.

        Source: <https://pay.weixin.qq.com/doc/v3/partner/4012461012>
        """
        result: m.PermissionsTerminated = self._perform("terminate_permissions", None, extra, params)
        return result

    def create_delivery_order(
        self,
        *,
        extra: Mapping[str, Any] | None = None,
        **params: Unpack[m.CreateDeliveryOrderParams],
    ) -> m.Order:
        """Creates a buy-now-pay-on-delivery order (创建先用后付订单), for e-commerce. It needs a permission of its own.
        Afterwards use the ordinary order operations; WeChat Pay documents neither this nor the lengths of the fields
        that only this operation has. After a lost answer, repeat the identical call or query. Never create again under
        another number.

        Source: <https://pay.weixin.qq.com/doc/v3/partner/4012783674>
        """
        result: m.Order = self._perform("create_delivery_order", None, extra, params)
        return result

    def download_certificates(
        self,
        *,
        extra: Mapping[str, Any] | None = None,
        **params: Unpack[m.DownloadCertificatesParams],
    ) -> m.PlatformCertificates:
        """Downloads WeChat Pay's platform certificates (下载平台证书). Only the APIv3 key opens them. The answer is
        verified with the keys that were trusted before and those that it brings. To trust them, create a new merchant
        with them in `certificates`. Call it every 12 hours, and when a serial is unknown at most once a minute
        (`certificates_due`). Merchants that have only a WeChat Pay public key need no certificates; for them it is
        answered with 404.

        Source: <https://pay.weixin.qq.com/doc/v3/merchant/4012551764>
        """
        result: m.PlatformCertificates = self._perform("download_certificates", None, extra, params)
        return result

    def security_echo(
        self,
        *,
        extra: Mapping[str, Any] | None = None,
        **params: Unpack[m.SecurityEchoParams],
    ) -> m.SecurityEchoed:
        """Tests signing, verifying and sealing without a trade (商户签名验签/加解密测试). With `notify_url`, it tests a
        callback as well. Seal with the key that the request names in `Wechatpay-Serial`; `seal_sensitive` does.

        Source: <https://pay.weixin.qq.com/doc/v3/partner/4015139289>
        """
        result: m.SecurityEchoed = self._perform("security_echo", None, extra, params)
        return result

    def request(
        self,
        *,
        extra: Mapping[str, Any] | None = None,
        **params: Unpack[m.RawRequestParams],
    ) -> m.RawReply:
        """Calls any APIv3 endpoint for which Payscore has no type. The request is signed and its answer verified, like
        every other. Payscore does not know what its error codes and a lost answer mean: query before anything else.

        Source: <https://pay.weixin.qq.com/doc/v3/partner/4012081726>
        """
        result: m.RawReply = self._perform("request", None, extra, params)
        return result

    def upload(
        self,
        *,
        extra: Mapping[str, Any] | None = None,
        **params: Unpack[m.UploadParams],
    ) -> m.RawReply:
        """Uploads a file (图片/视频上传) to an endpoint that takes one. Only the file's description is signed. It holds
        the file's SHA-256.

        Source: <https://pay.weixin.qq.com/doc/v3/merchant/4012365335>
        """
        result: m.RawReply = self._perform("upload", None, extra, params)
        return result

    def download(
        self,
        *,
        extra: Mapping[str, Any] | None = None,
        **params: Unpack[m.DownloadParams],
    ) -> m.Downloaded:
        """Downloads a file (账单下载 and the like). An earlier, signed answer named its address and its hash. The file
        itself is not signed: it is checked by the hash, over the bytes as they came. WeChat Pay's hash is that of the
        uncompressed file, so request it uncompressed.

        Source: <https://pay.weixin.qq.com/doc/v3/merchant/4013071238>
        """
        result: m.Downloaded = self._perform("download", None, extra, params)
        return result

    def _perform(self, operation: str, order: Any, extra: Any, params: Any) -> Any:
        raise TypeError("use payscore.httpx.Client or payscore.requests.Client")


class AsyncPerformed:
    """Performs an operation over HTTP and returns the verified reply."""

    async def create_order(
        self,
        *,
        extra: Mapping[str, Any] | None = None,
        **params: Unpack[m.CreateOrderParams],
    ) -> m.Order:
        """Creates an order (创建订单). An order that the user confirms begins as `CREATED`, and its reply holds the
        `package` for the jump into WeChat. A package is valid for one hour; the identical call gives a fresh one. After
        a lost answer, repeat the identical call or query. Never create again under another number.

        Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194023>
        """
        result: m.Order = await self._perform("create_order", None, extra, params)
        return result

    async def query_order(
        self,
        order: m.OrderRef | m.Order | Mapping[str, Any] | None = None,
        /,
        *,
        extra: Mapping[str, Any] | None = None,
        **params: Unpack[m.QueryOrderParams],
    ) -> m.Order:
        """Queries an order (查询订单) by exactly one of `out_order_no` and `query_id`. A client brings the `query_id`
        back from WeChat.

        Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194035>
        """
        result: m.Order = await self._perform("query_order", order, extra, params)
        return result

    async def cancel_order(
        self,
        order: m.OrderRef | m.Order | Mapping[str, Any] | None = None,
        /,
        *,
        extra: Mapping[str, Any] | None = None,
        **params: Unpack[m.CancelOrderParams],
    ) -> m.OrderCancelled:
        """Cancels an order (取消订单), before or after the user confirmed. A completed order can be cancelled while it
        is unpaid and no deduction number is in force; that gives up the money. After a lost answer, query: someone may
        have completed the order meanwhile.

        Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194058>
        """
        result: m.OrderCancelled = await self._perform("cancel_order", order, extra, params)
        return result

    async def complete_order(
        self,
        order: m.OrderRef | m.Order | Mapping[str, Any] | None = None,
        /,
        *,
        extra: Mapping[str, Any] | None = None,
        **params: Unpack[m.CompleteOrderParams],
    ) -> m.OrderCompleted:
        """Completes an order (完结订单): the service has ended, and this is the bill. In this mode, completing does
        **not** charge the user. Register a deduction number, then withhold at the clearing house. After a lost answer,
        query.

        Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194080>
        """
        result: m.OrderCompleted = await self._perform("complete_order", order, extra, params)
        return result

    async def modify_order(
        self,
        order: m.OrderRef | m.Order | Mapping[str, Any] | None = None,
        /,
        *,
        extra: Mapping[str, Any] | None = None,
        **params: Unpack[m.ModifyOrderParams],
    ) -> m.OrderModified:
        """Lowers the amount of a completed, unpaid order (修改订单金额). WeChat Pay refuses it while a deduction number
        is in force. It is not proven for this mode that the amount can be lowered more than once. After payment, refund
        the difference at the clearing house instead. After a lost answer, query.

        Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194282>
        """
        result: m.OrderModified = await self._perform("modify_order", order, extra, params)
        return result

    async def sync_order(
        self,
        order: m.OrderRef | m.Order | Mapping[str, Any] | None = None,
        /,
        *,
        extra: Mapping[str, Any] | None = None,
        **params: Unpack[m.SyncOrderParams],
    ) -> m.OrderSynced:
        """Reports that the user paid a completed order through another channel (同步订单信息). The order becomes
        `DONE`, paid elsewhere. WeChat Pay refuses it while a deduction number is in force. If the user pays twice after
        all, refund one payment. After a lost answer, query.

        Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194292>
        """
        result: m.OrderSynced = await self._perform("sync_order", order, extra, params)
        return result

    async def register_deduct_info(
        self,
        order: m.OrderRef | m.Order | Mapping[str, Any] | None = None,
        /,
        *,
        extra: Mapping[str, Any] | None = None,
        **params: Unpack[m.RegisterDeductInfoParams],
    ) -> m.DeductionRegistered:
        """Registers a deduction number (登记扣款信息). It is valid for 24 hours, for one entrusted withholding at the
        clearing house. Store the number before you call. This call moves no money. After a lost answer, call
        `query_deduction`. Never register a second number meanwhile.

        Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194100>
        """
        result: m.DeductionRegistered = await self._perform("register_deduct_info", order, extra, params)
        return result

    async def query_deduction(
        self,
        order: m.OrderRef | m.Order | Mapping[str, Any] | None = None,
        /,
        *,
        extra: Mapping[str, Any] | None = None,
        **params: Unpack[m.QueryDeductionParams],
    ) -> m.DeductionInfo:
        """Queries the deduction number that is registered for an order (查询扣款信息). The reply does not show whether
        the user has paid: query the order for that.

        Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194110>
        """
        result: m.DeductionInfo = await self._perform("query_deduction", order, extra, params)
        return result

    async def apply_permissions(
        self,
        *,
        extra: Mapping[str, Any] | None = None,
        **params: Unpack[m.ApplyPermissionsParams],
    ) -> m.PermissionsApplied:
        """Prepares a user's authorisation of a service (从业机构预授权). For services without confirmation (免确认)
        only. The reply's token leads the user into the authorisation view. The callback, or `query_permissions`, shows
        whether the user agreed. After a lost answer, repeat the identical request. It is not proven for this mode that
        this gives a token again.

        Source: <https://pay.weixin.qq.com/doc/v3/partner/4012691489>
        """
        result: m.PermissionsApplied = await self._perform("apply_permissions", None, extra, params)
        return result

    async def query_permissions(
        self,
        *,
        extra: Mapping[str, Any] | None = None,
        **params: Unpack[m.QueryPermissionsParams],
    ) -> m.Permissions:
        """Queries a user's authorisation (查询授权记录). For services without confirmation (免确认) only.

        Source: <https://pay.weixin.qq.com/doc/v3/partner/4012461004>
        """
        result: m.Permissions = await self._perform("query_permissions", None, extra, params)
        return result

    async def terminate_permissions(
        self,
        *,
        extra: Mapping[str, Any] | None = None,
        **params: Unpack[m.TerminatePermissionsParams],
    ) -> m.PermissionsTerminated:
        """Ends a user's authorisation of a service (解除授权关系). For services without confirmation (免确认) only.
        WeChat Pay refuses it while the user has unfinished orders. Their money can still be collected afterwards. After
        a lost answer, query the authorisation.

        Source: <https://pay.weixin.qq.com/doc/v3/partner/4012461012>
        """
        result: m.PermissionsTerminated = await self._perform("terminate_permissions", None, extra, params)
        return result

    async def create_delivery_order(
        self,
        *,
        extra: Mapping[str, Any] | None = None,
        **params: Unpack[m.CreateDeliveryOrderParams],
    ) -> m.Order:
        """Creates a buy-now-pay-on-delivery order (创建先用后付订单), for e-commerce. It needs a permission of its own.
        Afterwards use the ordinary order operations; WeChat Pay documents neither this nor the lengths of the fields
        that only this operation has. After a lost answer, repeat the identical call or query. Never create again under
        another number.

        Source: <https://pay.weixin.qq.com/doc/v3/partner/4012783674>
        """
        result: m.Order = await self._perform("create_delivery_order", None, extra, params)
        return result

    async def download_certificates(
        self,
        *,
        extra: Mapping[str, Any] | None = None,
        **params: Unpack[m.DownloadCertificatesParams],
    ) -> m.PlatformCertificates:
        """Downloads WeChat Pay's platform certificates (下载平台证书). Only the APIv3 key opens them. The answer is
        verified with the keys that were trusted before and those that it brings. To trust them, create a new merchant
        with them in `certificates`. Call it every 12 hours, and when a serial is unknown at most once a minute
        (`certificates_due`). Merchants that have only a WeChat Pay public key need no certificates; for them it is
        answered with 404.

        Source: <https://pay.weixin.qq.com/doc/v3/merchant/4012551764>
        """
        result: m.PlatformCertificates = await self._perform("download_certificates", None, extra, params)
        return result

    async def security_echo(
        self,
        *,
        extra: Mapping[str, Any] | None = None,
        **params: Unpack[m.SecurityEchoParams],
    ) -> m.SecurityEchoed:
        """Tests signing, verifying and sealing without a trade (商户签名验签/加解密测试). With `notify_url`, it tests a
        callback as well. Seal with the key that the request names in `Wechatpay-Serial`; `seal_sensitive` does.

        Source: <https://pay.weixin.qq.com/doc/v3/partner/4015139289>
        """
        result: m.SecurityEchoed = await self._perform("security_echo", None, extra, params)
        return result

    async def request(
        self,
        *,
        extra: Mapping[str, Any] | None = None,
        **params: Unpack[m.RawRequestParams],
    ) -> m.RawReply:
        """Calls any APIv3 endpoint for which Payscore has no type. The request is signed and its answer verified, like
        every other. Payscore does not know what its error codes and a lost answer mean: query before anything else.

        Source: <https://pay.weixin.qq.com/doc/v3/partner/4012081726>
        """
        result: m.RawReply = await self._perform("request", None, extra, params)
        return result

    async def upload(
        self,
        *,
        extra: Mapping[str, Any] | None = None,
        **params: Unpack[m.UploadParams],
    ) -> m.RawReply:
        """Uploads a file (图片/视频上传) to an endpoint that takes one. Only the file's description is signed. It holds
        the file's SHA-256.

        Source: <https://pay.weixin.qq.com/doc/v3/merchant/4012365335>
        """
        result: m.RawReply = await self._perform("upload", None, extra, params)
        return result

    async def download(
        self,
        *,
        extra: Mapping[str, Any] | None = None,
        **params: Unpack[m.DownloadParams],
    ) -> m.Downloaded:
        """Downloads a file (账单下载 and the like). An earlier, signed answer named its address and its hash. The file
        itself is not signed: it is checked by the hash, over the bytes as they came. WeChat Pay's hash is that of the
        uncompressed file, so request it uncompressed.

        Source: <https://pay.weixin.qq.com/doc/v3/merchant/4013071238>
        """
        result: m.Downloaded = await self._perform("download", None, extra, params)
        return result

    async def _perform(self, operation: str, order: Any, extra: Any, params: Any) -> Any:
        raise TypeError("use payscore.httpx.AsyncClient")


class Functions:
    """What a merchant computes by itself, without a call to WeChat Pay."""

    def launch_confirm(
        self,
        package: str,
    ) -> m.Launch:
        """The jump in which the user confirms an order (调起支付分-确认订单).

        Source: <https://pay.weixin.qq.com/doc/v3/partner/4012090600>

        ``package``: The `package` of the reply to `create_order`. Valid for one hour.
        """
        params = {
            "package": package,
        }
        result: m.Launch = self._compute("launch_confirm", params)
        return result

    def launch_confirm_signed(
        self,
        package: str,
    ) -> m.Launch:
        """The older, signed form of the jump in which the user confirms an order. Use it only where the form with the
        package alone is refused. It is not proven that WeChat still accepts it. It needs the APIv2 key.

        Source: <https://pay.weixin.qq.com/doc/v3/partner/4012155293>

        ``package``: The `package` of the reply to `create_order`. Valid for one hour.
        """
        params = {
            "package": package,
        }
        result: m.Launch = self._compute("launch_confirm_signed", params)
        return result

    def launch_authorise(
        self,
        apply_permissions_token: str,
    ) -> m.Launch:
        """The jump in which the user authorises a service without confirmation (调起支付分-授权服务).

        Source: <https://pay.weixin.qq.com/doc/v3/partner/4015271651>

        ``apply_permissions_token``: The token of the reply to `apply_permissions`. Valid for one hour.
        """
        params = {
            "apply_permissions_token": apply_permissions_token,
        }
        result: m.Launch = self._compute("launch_authorise", params)
        return result

    def launch_detail(
        self,
        out_order_no: str,
        *,
        service_id: str | None = None,
    ) -> m.Launch:
        """The jump that shows an order to the user (调起支付分-订单详情). It is signed with the APIv2 key: make a fresh
        one for each jump, on the server. It is concluded, not proven, that its `mch_id` is the institution's number.

        Source:
        <https://pay.weixin.qq.com/docs/partner/apis/partner-institution-weixin-pay-score/acquiring-bank-service-order/miniprogram-calls-order-details.html>

        ``out_order_no``: The merchant's order number (商户服务订单号).
        ``service_id``: The service (服务ID). By default, the merchant's `service_id`.
        """
        params = {
            "out_order_no": out_order_no,
            "service_id": service_id,
        }
        result: m.Launch = self._compute("launch_detail", params)
        return result

    def read_launch_return(
        self,
        returned: Any,
    ) -> m.LaunchReturn:
        """Reads what a client received when the user came back from WeChat Pay Score (返回): the options of
        `App.onShow` in a mini program, the result of `wx.invoke` in a page, or the response of the app's SDK.

        Source: <https://pay.weixin.qq.com/doc/v3/partner/4012090600>

        ``returned``: The object, as the client received it.
        """
        params = {
            "returned": returned,
        }
        result: m.LaunchReturn = self._compute("read_launch_return", params)
        return result

    def acknowledge_prepay(
        self,
        out_trade_no: str,
        prepay_resp_http_code: int,
        *,
        prepay_req_header: str | None = None,
        prepay_req_body: str | None = None,
        prepay_resp_header: str | None = None,
        prepay_resp_body: str | None = None,
        deduction: m.DeductionParams | m.Deduction | None = None,
        nothing_registered: bool | None = None,
    ) -> m.PrepayAcknowledgement:
        """Builds the answer to MCH_PREPAY (商户预下单回调) from the clearing house's reply to your unified order, and
        the deduction to store before you send the answer. Store both, and send the same answer if the notification is
        repeated. The members of the answer are concluded, not proven: confirm them with WeChat Pay.

        It is refused with `state.prepay_locked` while `deduction` is in force, or while its withholding is unknown.

        Source: <https://pay.weixin.qq.com/doc/v3/partner/4012084127>

        ``out_trade_no``: The order number of the unified order that you placed at the clearing house. The user may pay
            under it.
        ``prepay_resp_http_code``: The HTTP status of the clearing house's reply.
        ``prepay_req_header``: The headers of your request to the clearing house, as text.
        ``prepay_req_body``: The body of your request to the clearing house, as text.
        ``prepay_resp_header``: The headers of its reply, as text.
        ``prepay_resp_body``: The body of its reply, as text.
        ``deduction``: The order's deduction as you have stored it: a number, or this same pre-order. Pass either this
            or `nothing_registered`: if the user pays beside a withholding, they are charged twice.
        ``nothing_registered``: True if no deduction number was ever registered for the order.
        """
        params = {
            "out_trade_no": out_trade_no,
            "prepay_resp_http_code": prepay_resp_http_code,
            "prepay_req_header": prepay_req_header,
            "prepay_req_body": prepay_req_body,
            "prepay_resp_header": prepay_resp_header,
            "prepay_resp_body": prepay_resp_body,
            "deduction": deduction,
            "nothing_registered": nothing_registered,
        }
        result: m.PrepayAcknowledgement = self._compute("acknowledge_prepay", params)
        return result

    def encode_attach(
        self,
        data: str,
    ) -> m.Attach:
        """Encodes the merchant's own data (商户数据包) for `attach`. The result may have at most 256 characters.

        ``data``: The data.
        """
        params = {
            "data": data,
        }
        result: m.Attach = self._compute("encode_attach", params)
        return result

    def certificates_due(
        self,
        *,
        downloaded_at: int | None = None,
        serial_unknown: bool | None = None,
    ) -> m.CertificatesStep:
        """Whether WeChat Pay's platform certificates should be downloaded now. If a serial is unknown, they should be
        downloaded at once, but at most once a minute. Otherwise they should be downloaded every 10 hours: WeChat Pay
        asks for at least every 12. Merchants that have only a public key do not need this.

        Source: <https://pay.weixin.qq.com/doc/v3/merchant/4012551764>

        ``downloaded_at``: When they were last downloaded, in Unix seconds. Absent if never.
        ``serial_unknown``: Whether a message had a serial that is not trusted (`verification.serial.unknown`).
        """
        params = {
            "downloaded_at": downloaded_at,
            "serial_unknown": serial_unknown,
        }
        result: m.CertificatesStep = self._compute("certificates_due", params)
        return result

    def _compute(self, function: str, params: Any) -> Any:
        raise TypeError("use payscore.Merchant")
