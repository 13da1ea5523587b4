# Generated from core's declarations by `cargo xtask types`. Do not edit.
"""One method per operation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, overload

from payscore import _models as m

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from payscore._call import Call, Draft


class Operations:
    """Signs an operation: a call, to be sent by any HTTP client."""

    def create_order(self, *, extra: Mapping[str, Any] | None = None, **params: Unpack[m.CreateOrderParams]) -> Call[m.Order]:
        """Creates an order (创建订单). With confirmation it begins as `CREATED` and its reply holds the `package` for the jump into
        WeChat, valid for one hour; repeating the identical call gives a fresh one. After a lost answer, repeat it or query: never
        create anew under another number.

        Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194023>
        """
        result: Call[m.Order] = self._call("create_order", None, extra, params)
        return result

    def query_order(self, order: m.OrderRef | m.Order | Mapping[str, Any] | None = None, /, *, extra: Mapping[str, Any] | None = None, **params: Unpack[m.QueryOrderParams]) -> Call[m.Order]:
        """Asks how an order stands (查询订单), by `out_order_no` or by the `query_id` that a client brought back from WeChat:
        exactly one of them.

        Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194035>
        """
        result: Call[m.Order] = self._call("query_order", order, extra, params)
        return result

    def cancel_order(self, order: m.OrderRef | m.Order | Mapping[str, Any] | None = None, /, *, extra: Mapping[str, Any] | None = None, **params: Unpack[m.CancelOrderParams]) -> Call[m.OrderCancelled]:
        """Cancels an order (取消订单): before or after the user confirmed, and even after completion while the money is still to be
        paid and no registered deduction number is in force. Then the money is forfeited.

        Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194058>
        """
        result: Call[m.OrderCancelled] = self._call("cancel_order", order, extra, params)
        return result

    def complete_order(self, order: m.OrderRef | m.Order | Mapping[str, Any] | None = None, /, *, extra: Mapping[str, Any] | None = None, **params: Unpack[m.CompleteOrderParams]) -> Call[m.OrderCompleted]:
        """Completes an order (完结订单): the service has ended, this is the bill. In this mode completing does **not** charge the
        user: register a deduction and withhold at the clearing house. After a lost answer, query.

        Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194080>
        """
        result: Call[m.OrderCompleted] = self._call("complete_order", order, extra, params)
        return result

    def register_deduct_info(self, order: m.OrderRef | m.Order | Mapping[str, Any] | None = None, /, *, extra: Mapping[str, Any] | None = None, **params: Unpack[m.RegisterDeductInfoParams]) -> Call[m.DeductionRegistered]:
        """Registers a deduction number (登记扣款信息) for one entrusted withholding at the clearing house within 24 hours. Store the
        number before calling. It moves no money. After a lost answer, ask with `query_deduction`; never register a second number
        meanwhile.

        Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194100>
        """
        result: Call[m.DeductionRegistered] = self._call("register_deduct_info", order, extra, params)
        return result

    def query_deduction(self, order: m.OrderRef | m.Order | Mapping[str, Any] | None = None, /, *, extra: Mapping[str, Any] | None = None, **params: Unpack[m.QueryDeductionParams]) -> Call[m.DeductionInfo]:
        """Asks which deduction number is registered for an order (查询扣款信息). It does not say whether the money came: query the
        order for that.

        Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194110>
        """
        result: Call[m.DeductionInfo] = self._call("query_deduction", order, extra, params)
        return result

    def _call(self, operation: str, order: Any, extra: Any, params: Any) -> Any:
        raise TypeError("use payscore.Merchant")

class Drafts:
    """Turns an operation, by name, into exact bytes that are not signed yet."""

    @overload
    def draft(self, operation: Literal["create_order"], /, *, extra: Mapping[str, Any] | None = None, **params: Unpack[m.CreateOrderParams]) -> Draft[m.Order]: ...

    @overload
    def draft(self, operation: Literal["query_order"], order: m.OrderRef | m.Order | Mapping[str, Any] | None = None, /, *, extra: Mapping[str, Any] | None = None, **params: Unpack[m.QueryOrderParams]) -> Draft[m.Order]: ...

    @overload
    def draft(self, operation: Literal["cancel_order"], order: m.OrderRef | m.Order | Mapping[str, Any] | None = None, /, *, extra: Mapping[str, Any] | None = None, **params: Unpack[m.CancelOrderParams]) -> Draft[m.OrderCancelled]: ...

    @overload
    def draft(self, operation: Literal["complete_order"], order: m.OrderRef | m.Order | Mapping[str, Any] | None = None, /, *, extra: Mapping[str, Any] | None = None, **params: Unpack[m.CompleteOrderParams]) -> Draft[m.OrderCompleted]: ...

    @overload
    def draft(self, operation: Literal["register_deduct_info"], order: m.OrderRef | m.Order | Mapping[str, Any] | None = None, /, *, extra: Mapping[str, Any] | None = None, **params: Unpack[m.RegisterDeductInfoParams]) -> Draft[m.DeductionRegistered]: ...

    @overload
    def draft(self, operation: Literal["query_deduction"], order: m.OrderRef | m.Order | Mapping[str, Any] | None = None, /, *, extra: Mapping[str, Any] | None = None, **params: Unpack[m.QueryDeductionParams]) -> Draft[m.DeductionInfo]: ...

    def draft(self, operation: str, order: Any = None, /, *, extra: Any = None, **params: Any) -> Any:
        return self._draft(operation, order, extra, params)

    def _draft(self, operation: str, order: Any, extra: Any, params: Any) -> Any:
        raise TypeError("use payscore.Merchant")

class Performed:
    """Performs an operation over HTTP and returns the verified reply."""

    def create_order(self, *, extra: Mapping[str, Any] | None = None, **params: Unpack[m.CreateOrderParams]) -> m.Order:
        """Creates an order (创建订单). With confirmation it begins as `CREATED` and its reply holds the `package` for the jump into
        WeChat, valid for one hour; repeating the identical call gives a fresh one. After a lost answer, repeat it or query: never
        create anew under another number.

        Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194023>
        """
        result: m.Order = self._perform("create_order", None, extra, params)
        return result

    def query_order(self, order: m.OrderRef | m.Order | Mapping[str, Any] | None = None, /, *, extra: Mapping[str, Any] | None = None, **params: Unpack[m.QueryOrderParams]) -> m.Order:
        """Asks how an order stands (查询订单), by `out_order_no` or by the `query_id` that a client brought back from WeChat:
        exactly one of them.

        Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194035>
        """
        result: m.Order = self._perform("query_order", order, extra, params)
        return result

    def cancel_order(self, order: m.OrderRef | m.Order | Mapping[str, Any] | None = None, /, *, extra: Mapping[str, Any] | None = None, **params: Unpack[m.CancelOrderParams]) -> m.OrderCancelled:
        """Cancels an order (取消订单): before or after the user confirmed, and even after completion while the money is still to be
        paid and no registered deduction number is in force. Then the money is forfeited.

        Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194058>
        """
        result: m.OrderCancelled = self._perform("cancel_order", order, extra, params)
        return result

    def complete_order(self, order: m.OrderRef | m.Order | Mapping[str, Any] | None = None, /, *, extra: Mapping[str, Any] | None = None, **params: Unpack[m.CompleteOrderParams]) -> m.OrderCompleted:
        """Completes an order (完结订单): the service has ended, this is the bill. In this mode completing does **not** charge the
        user: register a deduction and withhold at the clearing house. After a lost answer, query.

        Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194080>
        """
        result: m.OrderCompleted = self._perform("complete_order", order, extra, params)
        return result

    def register_deduct_info(self, order: m.OrderRef | m.Order | Mapping[str, Any] | None = None, /, *, extra: Mapping[str, Any] | None = None, **params: Unpack[m.RegisterDeductInfoParams]) -> m.DeductionRegistered:
        """Registers a deduction number (登记扣款信息) for one entrusted withholding at the clearing house within 24 hours. Store the
        number before calling. It moves no money. After a lost answer, ask with `query_deduction`; never register a second number
        meanwhile.

        Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194100>
        """
        result: m.DeductionRegistered = self._perform("register_deduct_info", order, extra, params)
        return result

    def query_deduction(self, order: m.OrderRef | m.Order | Mapping[str, Any] | None = None, /, *, extra: Mapping[str, Any] | None = None, **params: Unpack[m.QueryDeductionParams]) -> m.DeductionInfo:
        """Asks which deduction number is registered for an order (查询扣款信息). It does not say whether the money came: query the
        order for that.

        Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194110>
        """
        result: m.DeductionInfo = self._perform("query_deduction", order, extra, params)
        return result

    def _perform(self, operation: str, order: Any, extra: Any, params: Any) -> Any:
        raise TypeError("use payscore.Merchant")

class AsyncPerformed:
    """Performs an operation over HTTP and returns the verified reply."""

    async def create_order(self, *, extra: Mapping[str, Any] | None = None, **params: Unpack[m.CreateOrderParams]) -> m.Order:
        """Creates an order (创建订单). With confirmation it begins as `CREATED` and its reply holds the `package` for the jump into
        WeChat, valid for one hour; repeating the identical call gives a fresh one. After a lost answer, repeat it or query: never
        create anew under another number.

        Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194023>
        """
        result: m.Order = await self._perform("create_order", None, extra, params)
        return result

    async def query_order(self, order: m.OrderRef | m.Order | Mapping[str, Any] | None = None, /, *, extra: Mapping[str, Any] | None = None, **params: Unpack[m.QueryOrderParams]) -> m.Order:
        """Asks how an order stands (查询订单), by `out_order_no` or by the `query_id` that a client brought back from WeChat:
        exactly one of them.

        Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194035>
        """
        result: m.Order = await self._perform("query_order", order, extra, params)
        return result

    async def cancel_order(self, order: m.OrderRef | m.Order | Mapping[str, Any] | None = None, /, *, extra: Mapping[str, Any] | None = None, **params: Unpack[m.CancelOrderParams]) -> m.OrderCancelled:
        """Cancels an order (取消订单): before or after the user confirmed, and even after completion while the money is still to be
        paid and no registered deduction number is in force. Then the money is forfeited.

        Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194058>
        """
        result: m.OrderCancelled = await self._perform("cancel_order", order, extra, params)
        return result

    async def complete_order(self, order: m.OrderRef | m.Order | Mapping[str, Any] | None = None, /, *, extra: Mapping[str, Any] | None = None, **params: Unpack[m.CompleteOrderParams]) -> m.OrderCompleted:
        """Completes an order (完结订单): the service has ended, this is the bill. In this mode completing does **not** charge the
        user: register a deduction and withhold at the clearing house. After a lost answer, query.

        Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194080>
        """
        result: m.OrderCompleted = await self._perform("complete_order", order, extra, params)
        return result

    async def register_deduct_info(self, order: m.OrderRef | m.Order | Mapping[str, Any] | None = None, /, *, extra: Mapping[str, Any] | None = None, **params: Unpack[m.RegisterDeductInfoParams]) -> m.DeductionRegistered:
        """Registers a deduction number (登记扣款信息) for one entrusted withholding at the clearing house within 24 hours. Store the
        number before calling. It moves no money. After a lost answer, ask with `query_deduction`; never register a second number
        meanwhile.

        Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194100>
        """
        result: m.DeductionRegistered = await self._perform("register_deduct_info", order, extra, params)
        return result

    async def query_deduction(self, order: m.OrderRef | m.Order | Mapping[str, Any] | None = None, /, *, extra: Mapping[str, Any] | None = None, **params: Unpack[m.QueryDeductionParams]) -> m.DeductionInfo:
        """Asks which deduction number is registered for an order (查询扣款信息). It does not say whether the money came: query the
        order for that.

        Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194110>
        """
        result: m.DeductionInfo = await self._perform("query_deduction", order, extra, params)
        return result

    async def _perform(self, operation: str, order: Any, extra: Any, params: Any) -> Any:
        raise TypeError("use payscore.Merchant")


class Functions:
    """What a merchant computes without calling anyone."""

    def launch_confirm(self, package: str) -> m.Launch:
        """The jump that lets the user confirm an order (调起支付分-确认订单).

        Source: <https://pay.weixin.qq.com/doc/v3/partner/4012090600>

        ``package``: From the reply to `create_order`, valid for one hour.
        """
        result: m.Launch = self._compute("launch_confirm", {"package": package})
        return result

    def _compute(self, function: str, params: Any) -> Any:
        raise TypeError("use payscore.Merchant")
