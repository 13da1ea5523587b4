# Generated from core's declarations by `cargo xtask generate`. Do not edit.
"""What is read and what is passed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from payscore._record import Record

if TYPE_CHECKING:
    from dataclasses import dataclass as sealed

    from typing_extensions import NotRequired, Required, TypedDict
else:
    from typing import TypedDict

    from payscore._record import sealed

    Required = NotRequired = dict

OrderState: TypeAlias = Literal["CREATED", "DOING", "DONE", "REVOKED", "EXPIRED"] | str
"""The order's state. It says little by itself. Use `phase`.

`CREATED`: 商户已创建服务订单: waiting for the user to confirm.
`DOING`: 服务订单进行中: being used, or completed and not yet paid.
`DONE`: 服务订单完成: final.
`REVOKED`: 商户取消服务订单: final.
`EXPIRED`: 服务订单已失效: not confirmed within 30 days; final.

Other values pass as they are.
"""

StateDescription: TypeAlias = Literal["USER_CONFIRM", "MCH_COMPLETE"] | str
"""More about the state. Meaningful only while the state is `DOING`.

`USER_CONFIRM`: 用户确认: the user has confirmed, and the service is being used.
`MCH_COMPLETE`: 商户完结: the order is completed, and the money is still to be collected.

Other values pass as they are.
"""

CollectionState: TypeAlias = Literal["USER_PAYING", "USER_PAID"] | str
"""The state of the collection.

`USER_PAYING`: 待支付: to be paid.
`USER_PAID`: 已支付: paid.

Other values pass as they are.
"""

PaidType: TypeAlias = Literal["NEWTON", "MCH"] | str
"""The channel through which the user paid.

`NEWTON`: WeChat Pay Score.
`MCH`: The merchant's own channel, as `sync_order` reported it.

Other values pass as they are.
"""

RiskFundName: TypeAlias = Literal["DEPOSIT", "ADVANCE", "CASH_DEPOSIT", "ESTIMATE_ORDER_COST"] | str
"""The kind of risk fund. It must fit the mode of the service.

`DEPOSIT`: 押金 (先免模式).
`ADVANCE`: 预付款 (先免模式).
`CASH_DEPOSIT`: 保证金 (先免模式).
`ESTIMATE_ORDER_COST`: 预估订单费用 (先享模式, and orders without confirmation).

Other values pass as they are.
"""

JumpLinkType: TypeAlias = Literal["JUMP_LINK_MINI_PROGRAM"] | str
"""The kind of place to which the order's page links.

`JUMP_LINK_MINI_PROGRAM`: A page of a mini program.

Other values pass as they are.
"""

Phase: TypeAlias = (
    Literal[
        "created",
        "in_service",
        "awaiting_payment",
        "paid",
        "paid_elsewhere",
        "nothing_to_pay",
        "payment_not_shown",
        "revoked",
        "expired",
        "unrecognised",
    ]
    | str
)
"""Where an order stands, judged from `state`, `state_description` and `collection.state` together.

`created`: Waiting for the user to confirm.
`in_service`: Confirmed: the service may be rendered.
`awaiting_payment`: Completed. The money is still to be collected, which WeChat Pay does not do by itself.
`paid`: Paid through WeChat Pay Score. Final.
`paid_elsewhere`: Paid through another channel, as `sync_order` reported it. Final.
`nothing_to_pay`: Completed, and there was nothing to pay.
`payment_not_shown`: `DONE`, but WeChat Pay does not show whether or how it was paid. Final: do not wait for more, and
    compare with the clearing house's records.
`revoked`: Cancelled by the merchant. Final.
`expired`: Not confirmed within 30 days. Final.
`unrecognised`: A value that is new, or a combination that is impossible. Query again, and do not act on it.

Other values pass as they are.
"""

AuthorizationState: TypeAlias = Literal["UNAVAILABLE", "AVAILABLE", "UNBINDUSER"] | str
"""The state of an authorisation.

`UNAVAILABLE`: 用户未授权服务: the user has not authorised the service, or has withdrawn it.
`AVAILABLE`: 用户已授权服务: the user has authorised the service. Orders may be created.
`UNBINDUSER`: 未绑定用户: no user has used the token yet.

Other values pass as they are.
"""

DeductionStanding: TypeAlias = Literal["registering", "not_sent", "unknown", "failed", "closed", "paid"] | str
"""How a deduction number stands, and the withholding under it at the clearing house, as far as the merchant knows.

`registering`: Stored, and perhaps registered: the registration is about to be sent, or its answer is not known. Store a
    number with this standing before it is registered.
`not_sent`: Registered at `registered_at`; nothing was submitted under this number. Without `registered_at` it counts as
    `registering`.
`unknown`: Submitted, and no final result is known: the money may have moved.
`failed`: The clearing house reported that it failed.
`closed`: Closed at the clearing house.
`paid`: The clearing house reported that it was paid.

Other values pass as they are.
"""

NextAction: TypeAlias = (
    Literal[
        "create_order",
        "confirm_in_wechat",
        "complete_order",
        "register_deduct_info",
        "query_deduction",
        "withhold",
        "ask_clearing_house",
        "query_order",
        "nothing",
    ]
    | str
)
"""What to do next.

`create_order`: Repeat the identical creation for a fresh package.
`confirm_in_wechat`: Let the user confirm in WeChat (the jump), wait for the callback, query.
`complete_order`: Render the service, then complete the order.
`register_deduct_info`: Store a new deduction number, then register it.
`query_deduction`: Find out whether the stored number is registered: query the deduction, or send the stored, identical
    registration again.
`withhold`: Withhold at the clearing house under the registered number.
`ask_clearing_house`: Ask the clearing house how the withholding stands, then query the order.
`query_order`: Query the order.
`nothing`: Nothing.

Other values pass as they are.
"""

Later: TypeAlias = Literal["first", "second", "same", "query"] | str
"""Which of two readings of an order is the later one.

`first`: The first one: go on with it, and drop the second.
`second`: The second one: go on with it.
`same`: They show the same: either serves.
`query`: It cannot be known: query the order, and go on with the answer.

Other values pass as they are.
"""

Verdict: TypeAlias = Literal["happened", "did_not_happen", "ask_again_later"] | str
"""Whether a call whose answer was lost took effect.

`happened`: It took effect.
`did_not_happen`: It did not take effect.
`ask_again_later`: It is not known yet.

Other values pass as they are.
"""

Evidence: TypeAlias = Literal["official", "sibling", "inferred", "clock"] | str
"""The source of a rule. It decides whether a breach refuses the call or is advice.

`official`: A page of WeChat Pay for this mode, or the general rules of APIv3.
`sibling`: A page of a sibling product. Very probably it holds here as well.
`inferred`: A conclusion from official facts.
`clock`: A rule that depends on WeChat Pay's clock.

Other values pass as they are.
"""

SyncType: TypeAlias = Literal["Order_Paid"] | str
"""What `sync_order` reports about an order.

`Order_Paid`: 收款成功通知: the user paid through another channel.

Other values pass as they are.
"""

Retry: TypeAlias = Literal["never", "same_request", "query_first", "after_delay"]
"""Whether and how to try again.

`never`: Do not try again unless something changes.
`same_request`: Repeat the identical request under the same number, freshly signed.
`query_first`: Query before anything else.
`after_delay`: Try again later, with growing pauses.
"""

Outcome: TypeAlias = Literal["not_sent", "refused", "unknown", "none"]
"""What is known of the effect of a call.

`not_sent`: The request was never sent. Nothing happened.
`refused`: WeChat Pay refused it. Nothing happened.
`unknown`: It may have happened. Query, or repeat the identical request; never start anew under a new number.
`none`: The call changes nothing, or there was no call.
"""

ServiceMode: TypeAlias = Literal["waive_first", "enjoy_first", "no_confirmation"]
"""How a service works (服务模式): a property of the service, fixed with WeChat Pay when the permission is granted.

`waive_first`: 先免模式: the risk fund is waived when the user passes; `DEPOSIT`, `ADVANCE` or `CASH_DEPOSIT`.
`enjoy_first`: 先享模式: serve first, pay after; `ESTIMATE_ORDER_COST`.
`no_confirmation`: 免确认订单模式: the user authorises once and confirms no single order; `ESTIMATE_ORDER_COST`.
"""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class GoodsDetail(Record):
    """Goods that a coupon was for."""

    goods_id: str | None = None
    """The goods' number."""
    quantity: int | None = None
    """The quantity."""
    unit_price: int | None = None
    """The price of one, in fen."""
    discount_amount: int | None = None
    """The discount, in fen."""
    goods_remark: str | None = None
    """A remark."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class PromotionDetail(Record):
    """A coupon that took part in a payment."""

    coupon_id: str | None = None
    """The coupon's number."""
    amount: int | None = None
    """Its face value in fen."""
    name: str | None = None
    """Its name."""
    scope: str | None = None
    """`GLOBAL` (全场代金券) or `SINGLE` (单品优惠)."""
    type: str | None = None
    """`CASH` (充值) or `NOCASH` (免充值)."""
    stock_id: str | None = None
    """The batch."""
    wechatpay_contribute: int | None = None
    """WeChat Pay's share in fen."""
    merchant_contribute: int | None = None
    """The merchant's share in fen."""
    other_contribute: int | None = None
    """Others' share in fen."""
    currency: str | None = None
    """`CNY`."""
    goods_detail: list[GoodsDetail] | None = None
    """The goods that it was for."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class CollectionDetail(Record):
    """One collection of money."""

    seq: int | None = None
    """Its number in the list, from 1."""
    amount: int | None = None
    """The amount, in fen."""
    paid_type: PaidType | None = None
    """The channel."""
    paid_time: str | None = None
    """When it was paid: `yyyyMMddHHmmss` in Beijing time."""
    transaction_id: str | None = None
    """WeChat Pay's transaction number, once it is paid through WeChat Pay Score."""
    promotion_detail: list[PromotionDetail] | None = None
    """Coupons that took part."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Collection(Record):
    """The collection of the money (收款信息).

    Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194035>
    """

    state: CollectionState | None = None
    """The state of the collection."""
    total_amount: int | None = None
    """The total, in fen: Σ payments − Σ discounts."""
    paying_amount: int | None = None
    """The amount still to be paid, in fen."""
    paid_amount: int | None = None
    """The amount already paid, in fen."""
    details: list[CollectionDetail] | None = None
    """The single collections."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Payment(Record):
    """One item of the bill (后付费项目). The items of the completion replace those of the creation.

    Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194080>
    """

    name: str | None = None
    """The name (付费名称), at most 20 characters. Follow the conventions of your industry."""
    amount: int | None = None
    """The cost of the item as a whole (付费金额), in fen, 0 or more. `count` does not multiply it."""
    description: str | None = None
    """How it is calculated (付费说明), at most 30 characters, such as `每小时2元`."""
    count: int | None = None
    """The quantity (付费数量), 1 to 100. By default 1."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class ServiceOrderCoupon(Record):
    """A discount of the merchant (商户优惠). The discounts of the completion replace those of the creation.

    Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194080>
    """

    name: str | None = None
    """The name (优惠名称), at most 20 characters. It may occur only once in an order."""
    description: str | None = None
    """The terms (优惠说明), at most 30 characters."""
    amount: int | None = None
    """The discount (优惠金额) in fen. Optional at creation, required at completion."""
    count: int | None = None
    """The quantity (优惠数量), 1 to 100. By default 1."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class RiskFund(Record):
    """The risk fund of the service (服务风险金).

    Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194023>
    """

    name: RiskFundName | None = None
    """The kind of risk fund. In callbacks it may be Chinese text."""
    amount: int | None = None
    """The amount in fen, from 1 to the ceiling of the service."""
    description: str | None = None
    """An explanation, at most 30 characters."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class TimeRange(Record):
    """When the service is used (服务时间段), in Beijing time.

    Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194023>
    """

    start_time: str | None = None
    """When it begins: `yyyyMMddHHmmss`, `yyyyMMdd`, or `OnAccept` for the moment when the user confirms. Required at
    creation.
    """
    start_time_remark: str | None = None
    """A remark on the beginning, at most 20 characters."""
    end_time: str | None = None
    """When it ends: `yyyyMMddHHmmss` or `yyyyMMdd`. Required at completion if the creation did not name it."""
    end_time_remark: str | None = None
    """A remark on the end, at most 20 characters."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Location(Record):
    """Where the service is used (服务位置)."""

    start_location: str | None = None
    """Where it begins, at most 50 characters."""
    end_location: str | None = None
    """Where it ends, at most 50 characters."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class JumpLink(Record):
    """The link on the order's page. WeChat Pay documents no lengths."""

    jump_link_type: JumpLinkType | None = None
    """The kind of place."""
    appid: str | None = None
    """The mini program's AppID."""
    path: str | None = None
    """The page of the mini program."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class ShoppingGoods(Record):
    """Goods that the user bought. WeChat Pay documents no lengths."""

    name: str | None = None
    """The name."""
    picture: str | None = None
    """The address of a picture."""
    amount: int | None = None
    """The price, in fen."""
    count: int | None = None
    """The quantity."""
    category_id: list[str] | None = None
    """The categories."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class ShoppingInfo(Record):
    """The goods and their seller."""

    real_merchant_appid: str | None = None
    """The AppID of the real seller."""
    jump_link: JumpLink | None = None
    """The link on the order's page."""
    goods: list[ShoppingGoods] | None = None
    """The goods."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class OrderRef(Record):
    """The identity of an order. Store it, and pass it to every later call in place of the single members."""

    out_order_no: str
    """The merchant's order number (商户服务订单号)."""
    mchid: str | None = None
    """The institution's merchant number. A call by another institution about this order is refused."""
    service_id: str | None = None
    """The service."""
    appid: str | None = None
    """The institution's AppID."""
    sub_mchid: str | None = None
    """The sub-merchant's number."""
    sub_appid: str | None = None
    """The sub-merchant's AppID."""
    channel_id: str | None = None
    """The channel partner's number."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Unread(Record):
    """A member that WeChat Pay sent and that could not be read as promised. It is absent here, and stands in `raw`."""

    pointer: str
    """The place: an RFC 6901 JSON pointer into `raw`, such as `/collection/state`. If there are more than 32, the
    last entry counts the rest, with an empty pointer.
    """
    found: str
    """What stands there: its type, and the beginning of a text or number. One line, for people."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Order(Record):
    """A service order (支付分服务订单). It was verified before it was read.

    Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194035>
    """

    out_order_no: str
    """The merchant's order number (商户服务订单号)."""
    service_id: str
    """The service."""
    mchid: str
    """The institution's merchant number."""
    state: OrderState
    """The state. Look at `phase` first."""
    state_description: StateDescription | None = None
    """More about the state. Meaningful only while the state is `DOING`."""
    appid: str | None = None
    """The institution's AppID."""
    sub_mchid: str | None = None
    """The sub-merchant's number."""
    sub_appid: str | None = None
    """The sub-merchant's AppID."""
    channel_id: str | None = None
    """The channel partner's number."""
    order_id: str | None = None
    """WeChat Pay's number of the order."""
    service_introduction: str | None = None
    """The service as the user sees it (服务信息)."""
    total_amount: int | None = None
    """The amount to be paid, in fen. Present after completion."""
    need_collection: bool | None = None
    """Whether there is money to collect."""
    collection: Collection | None = None
    """The collection of the money."""
    post_payments: list[Payment] | None = None
    """The items of the bill."""
    post_discounts: list[ServiceOrderCoupon] | None = None
    """The discounts."""
    risk_fund: RiskFund | None = None
    """The risk fund."""
    time_range: TimeRange | None = None
    """When the service is used."""
    location: Location | None = None
    """Where the service is used."""
    openid: str | None = None
    """The user's OpenID under the institution's AppID."""
    sub_openid: str | None = None
    """The user's OpenID under the sub-merchant's AppID."""
    attach: str | None = None
    """The merchant's own data, as it was sent at creation."""
    notify_url: str | None = None
    """Where callbacks go."""
    package: str | None = None
    """The package for the jump in which the user confirms. Present only in the answer to `create_order`, and valid
    for one hour. Repeat the identical creation to get a fresh one.
    """
    shopping_info: ShoppingInfo | None = None
    """The goods and their seller, for pay-on-delivery orders."""
    phase: Phase
    """Where the order stands."""
    order_ref: OrderRef
    """The identity of this order. Store it, and pass it to every later call."""
    unread: list[Unread] = field(default_factory=list)
    """Members that WeChat Pay sent and that could not be read. They are absent here, and stand in `raw`."""
    raw: str
    """The verified text, as received."""
    request_id: str | None = None
    """`Request-ID` of the answer or callback."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class OrderCancelled(Record):
    """The order is cancelled."""

    unread: list[Unread] = field(default_factory=list)
    """Members that WeChat Pay sent and that could not be read. They are absent here, and stand in `raw`.
    """
    raw: str
    """The verified text as received; usually empty."""
    request_id: str | None = None
    """`Request-ID` of the answer."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class OrderCompleted(Record):
    """The order is completed. Nobody has been charged yet."""

    unread: list[Unread] = field(default_factory=list)
    """Members that WeChat Pay sent and that could not be read. They are absent here, and stand in `raw`.
    """
    raw: str
    """The verified text as received; usually empty."""
    request_id: str | None = None
    """`Request-ID` of the answer."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class OrderModified(Record):
    """The amount is lowered."""

    unread: list[Unread] = field(default_factory=list)
    """Members that WeChat Pay sent and that could not be read. They are absent here, and stand in `raw`.
    """
    raw: str
    """The verified text as received; usually empty."""
    request_id: str | None = None
    """`Request-ID` of the answer."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class OrderSynced(Record):
    """WeChat Pay knows that the order was paid elsewhere."""

    unread: list[Unread] = field(default_factory=list)
    """Members that WeChat Pay sent and that could not be read. They are absent here, and stand in `raw`.
    """
    raw: str
    """The verified text as received; usually empty."""
    request_id: str | None = None
    """`Request-ID` of the answer."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class DeductionRegistered(Record):
    """The number is registered for 24 hours and one withholding."""

    description: str | None = None
    """The description of what is sold (商品描述). Pass it to the clearing house."""
    unread: list[Unread] = field(default_factory=list)
    """Members that WeChat Pay sent and that could not be read. They are absent here, and stand in `raw`."""
    raw: str
    """The verified text, as received."""
    request_id: str | None = None
    """`Request-ID` of the answer."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class DeductionInfo(Record):
    """The registered deduction number. If there were several, it is the latest."""

    out_trade_no: str
    """The deduction number."""
    description: str | None = None
    """The description of what is sold (商品描述)."""
    unread: list[Unread] = field(default_factory=list)
    """Members that WeChat Pay sent and that could not be read. They are absent here, and stand in `raw`."""
    order_ref: OrderRef | None = None
    """The order of the call. WeChat Pay's answer does not name it."""
    raw: str
    """The verified text, as received."""
    request_id: str | None = None
    """`Request-ID` of the answer."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class PermissionsApplied(Record):
    """The authorisation is prepared. The user has not agreed yet."""

    apply_permissions_token: str | None = None
    """For the jump into the authorisation view (预授权token), valid for one hour."""
    unread: list[Unread] = field(default_factory=list)
    """Members that WeChat Pay sent and that could not be read. They are absent here, and stand in `raw`."""
    raw: str
    """The verified text, as received."""
    request_id: str | None = None
    """`Request-ID` of the answer."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Permissions(Record):
    """A user's authorisation of a service (授权记录)."""

    service_id: str
    """The service."""
    mchid: str
    """The institution's merchant number."""
    authorization_state: AuthorizationState
    """The state of the authorisation."""
    appid: str | None = None
    """The institution's AppID."""
    sub_mchid: str | None = None
    """The sub-merchant's number."""
    sub_appid: str | None = None
    """The sub-merchant's AppID."""
    channel_id: str | None = None
    """The channel partner's number."""
    openid: str | None = None
    """The user under the institution's AppID."""
    sub_openid: str | None = None
    """The user under the sub-merchant's AppID."""
    authorization_code: str | None = None
    """The merchant's authorisation number (授权协议号)."""
    notify_url: str | None = None
    """Where its callbacks go."""
    cancel_authorization_time: str | None = None
    """When the user withdrew it, in RFC 3339, with or without milliseconds."""
    authorization_success_time: str | None = None
    """When the user last authorised it, in RFC 3339, with or without milliseconds."""
    user_label: str | None = None
    """A label of the user; not proven for this mode."""
    unread: list[Unread] = field(default_factory=list)
    """Members that WeChat Pay sent and that could not be read. They are absent here, and stand in `raw`."""
    raw: str
    """The verified text, as received."""
    request_id: str | None = None
    """`Request-ID` of the answer."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class PermissionsTerminated(Record):
    """The authorisation is ended."""

    unread: list[Unread] = field(default_factory=list)
    """Members that WeChat Pay sent and that could not be read. They are absent here, and stand in `raw`.
    """
    raw: str
    """The verified text as received; usually empty."""
    request_id: str | None = None
    """`Request-ID` of the answer."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class PlatformCertificate(Record):
    """A platform certificate, opened. It is trusted because it was sealed under the APIv3 key; its chain is not
    checked. For additional assurance, compare `issuer`, or check the chain with `openssl verify` against WeChat Pay's
    CertTrustChain.p7b.
    """

    serial_no: str
    """Its serial, in upper-case hexadecimal."""
    certificate: str
    """The certificate in PEM, for `certificates` of a new merchant."""
    not_before: int
    """The beginning of its validity, in Unix seconds."""
    not_after: int
    """The end of its validity, in Unix seconds."""
    issuer: str
    """The issuer, in RFC 4514."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class CertificateLeftOut(Record):
    """A listed certificate that is not trusted."""

    code: str
    """The stable code: `decryption.key`, `decryption.algorithm` (国密), `decryption.shape`, or
    `verification.certificate`.
    """
    why: str
    """The reason, for people."""
    serial_no: str | None = None
    """The serial that the list names."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class PlatformCertificates(Record):
    """WeChat Pay's platform certificates that are in use. Also keep those that you trusted before, until they
    expire.
    """

    data: list[PlatformCertificate]
    """The certificates."""
    left_out: list[CertificateLeftOut] | None = None
    """The listed certificates that are not trusted, each with the reason. Absent if there are none. Raise an alarm
    if an APIv3 key opens only some of them, or if one has expired.
    """
    unread: list[Unread] = field(default_factory=list)
    """Members that WeChat Pay sent and that could not be read. They are absent here, and stand in `raw`."""
    raw: str
    """The verified text as received, with the certificates still sealed."""
    request_id: str | None = None
    """`Request-ID` of the answer."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class SecurityEchoed(Record):
    """The text that came back."""

    echo_message: str | None = None
    """The text."""
    encrypted_echo_message: str | None = None
    """The text that WeChat Pay opened, sealed to the merchant's certificate. `open_sensitive` opens it. This is not
    proven.
    """
    unread: list[Unread] = field(default_factory=list)
    """Members that WeChat Pay sent and that could not be read. They are absent here, and stand in `raw`."""
    raw: str
    """The verified text, as received."""
    request_id: str | None = None
    """`Request-ID` of the answer."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class RawReply(Record):
    """A verified answer for which Payscore has no type."""

    status: int
    """The HTTP status, 200 to 299."""
    pending: bool
    """Whether the request is still being processed (202). Then repeat the identical request later."""
    body: Any | None = None
    """The body as JSON. Absent if there is none, or if it is not JSON."""
    unread: list[Unread] = field(default_factory=list)
    """Members that WeChat Pay sent and that could not be read. They are absent here, and stand in `raw`."""
    raw: str
    """The verified text, as received."""
    request_id: str | None = None
    """`Request-ID` of the answer."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Downloaded(Record):
    """A file whose hash was checked."""

    content: bytes
    """The file."""
    unread: list[Unread] = field(default_factory=list)
    """Members that WeChat Pay sent and that could not be read. They are absent here, and stand in `raw`."""
    raw: str
    """Always empty. The file is in `content`."""
    request_id: str | None = None
    """`Request-ID` of the answer."""


@sealed(frozen=True, slots=True, kw_only=True, repr=False)
class Ack(Record):
    """How to answer a callback. Store the event durably first, then send this, within 5 seconds."""

    status: int
    """The HTTP status. With 200 or 204 the callback does not come again."""
    headers: dict[str, str]
    """The headers."""
    body: str
    """The body. Empty with 204."""


@sealed(frozen=True, slots=True, kw_only=True, repr=False)
class UserConfirmed(Record):
    """The user confirmed the order in WeChat (确认订单回调): the service may be rendered. A callback may come late,
    after the order has moved on: compare `order` with what you know by `later_reading` before you act on it.

    Source: <https://pay.weixin.qq.com/doc/v3/partner/4012090709>
    """

    id: str
    """Unique per notification."""
    event_type: str
    """What happened: WeChat Pay's word for it, or `order_unclear`."""
    order: Order
    """The order."""
    ack: Ack
    """How to answer, once the event is stored durably."""
    deduplication_key: str
    """The key under which to remember that this event was dealt with: insert it in the same database transaction as
    the change.
    """
    raw: str
    """The opened text as received."""
    create_time: str | None = None
    """When the notification was made, RFC 3339."""
    summary: str | None = None
    """A text for people."""
    request_id: str | None = None
    """`Request-ID` of the callback."""
    unread: list[Unread] = field(default_factory=list)
    """Members that WeChat Pay sent and that could not be read. They are absent here, and stand in `raw`. Beside the
    sealed content, `create_time` and `summary` can be among them.
    """


@sealed(frozen=True, slots=True, kw_only=True, repr=False)
class UserPaid(Record):
    """The order was paid (支付成功回调). Documented for payments that the user started; always query after a
    withholding. A callback may come late: compare `order` with what you know by `later_reading` before you act on it.

    Source:
    <https://pay.weixin.qq.com/docs/partner/apis/partner-institution-weixin-pay-score/acquiring-bank-service-order/paysuccess-callback.html>
    """

    id: str
    """Unique per notification."""
    event_type: str
    """What happened: WeChat Pay's word for it, or `order_unclear`."""
    order: Order
    """The order."""
    out_trade_no: str
    """The number under which it was paid; empty when WeChat Pay did not say."""
    ack: Ack
    """How to answer, once the event is stored durably."""
    deduplication_key: str
    """The key under which to remember that this event was dealt with: insert it in the same database transaction as
    the change.
    """
    raw: str
    """The opened text as received."""
    create_time: str | None = None
    """When the notification was made, RFC 3339."""
    summary: str | None = None
    """A text for people."""
    request_id: str | None = None
    """`Request-ID` of the callback."""
    unread: list[Unread] = field(default_factory=list)
    """Members that WeChat Pay sent and that could not be read. They are absent here, and stand in `raw`. Beside the
    sealed content, `create_time` and `summary` can be among them.
    """


@sealed(frozen=True, slots=True, kw_only=True, repr=False)
class OrderUnclear(Record):
    """An event about an order that says neither what its name promises nor its contrary: WeChat Pay uses a value
    that this version does not know, or a member that cannot be read. Store it, acknowledge it, and query the order; act
    on what the query says, never on `reported_event_type`.
    """

    id: str
    """Unique per notification."""
    event_type: str
    """What happened: WeChat Pay's word for it, or `order_unclear`."""
    reported_event_type: str
    """What WeChat Pay calls it: `PAYSCORE.USER_CONFIRM` or `PAYSCORE.USER_PAID`."""
    order: Order
    """The order, as far as it could be read."""
    ack: Ack
    """How to answer, once the event is stored durably."""
    deduplication_key: str
    """The key under which to remember that this event was dealt with: insert it in the same database transaction as
    the change.
    """
    raw: str
    """The opened text as received."""
    create_time: str | None = None
    """When the notification was made, RFC 3339."""
    summary: str | None = None
    """A text for people."""
    request_id: str | None = None
    """`Request-ID` of the callback."""
    out_trade_no: str | None = None
    """The number under which it was paid, if it says so."""
    unread: list[Unread] = field(default_factory=list)
    """Members that WeChat Pay sent and that could not be read. They are absent here, and stand in `raw`. Beside the
    sealed content, `create_time` and `summary` can be among them.
    """


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class PrepayRequest(Record):
    """What a unified order at the clearing house must carry, as WeChat Pay asks.

    Source: <https://pay.weixin.qq.com/doc/v3/partner/4012084127>
    """

    device_info: str | None = None
    """Device, such as `WEB`."""
    nonce_str: str | None = None
    """Random text: copy it as it is."""
    body: str | None = None
    """What is sold."""
    attach: str | None = None
    """The merchant's own data."""
    fee_type: str | None = None
    """`CNY`."""
    time_start: str | None = None
    """When the payment begins, `yyyyMMddHHmmss` in Beijing time."""
    time_expire: str | None = None
    """When it lapses, `yyyyMMddHHmmss` in Beijing time."""
    goods_tag: str | None = None
    """A mark for discounts."""
    notify_url: str | None = None
    """Where WeChat Pay's side takes the result: pass it through."""
    trade_type: str | None = None
    """`JSAPI`, `NATIVE` or `App`."""
    limit_pay: str | None = None
    """`no_credit`."""
    need_receipt: bool | None = None
    """Whether an electronic receipt is offered."""


@sealed(frozen=True, slots=True, kw_only=True, repr=False)
class MchPrepay(Record):
    """In WeChat's list the user asks to pay a completed order at once (商户预下单回调). Place a unified order
    (统一下单) at the clearing house with the values of `prepay_req_body`, and answer before `answer_before`. It has no
    ready acknowledgement: build it from the clearing house's answer with `acknowledge_prepay`, store it, and give a
    repeated notification the same stored one.

    Refuse it while a deduction number is in force or its withholding is unknown: both would charge the user.

    Source: <https://pay.weixin.qq.com/doc/v3/partner/4012084127>
    """

    id: str
    """Unique per notification."""
    event_type: str
    """What happened: WeChat Pay's word for it, or `order_unclear`."""
    order_ref: OrderRef
    """The identity of the order."""
    total_amount: int
    """What is to be paid, in fen."""
    prepay_req_body: PrepayRequest
    """What must be copied into the members of the same names of the unified order; the others are yours to fill.
    What `unread` names of it is missing here: copy it from `raw`, or refuse.
    """
    answer_before: int
    """The answer must be given before this moment, in Unix seconds: 5 seconds after the callback was received."""
    deduplication_key: str
    """The key under which to remember that this event was dealt with: insert it in the same database transaction as
    the change.
    """
    raw: str
    """The opened text as received."""
    create_time: str | None = None
    """When the notification was made, RFC 3339."""
    summary: str | None = None
    """A text for people."""
    request_id: str | None = None
    """`Request-ID` of the callback."""
    ack: Ack | None = None
    """Always absent: the answer is made with `acknowledge_prepay`. As long as you have none, and when you refuse,
    answer with the status 500; WeChat Pay then sends it again.
    """
    openid: str | None = None
    """The user under the institution's AppID."""
    sub_openid: str | None = None
    """The user under the sub-merchant's AppID."""
    unread: list[Unread] = field(default_factory=list)
    """Members that WeChat Pay sent and that could not be read. They are absent here, and stand in `raw`. Beside the
    sealed content, `create_time` and `summary` can be among them.
    """


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class ServiceAuthorization(Record):
    """A user's authorisation of a service, as a callback tells it. `mch_id` and `sub_mch_id`, as one sample has
    them, are read as `mchid` and `sub_mchid`.
    """

    service_id: str
    """The service."""
    authorization_code: str
    """The merchant's authorisation number (授权协议号)."""
    openorclose_time: str | None = None
    """When it was opened or closed, `yyyyMMddHHmmss` in Beijing time."""
    appid: str | None = None
    """The institution's AppID."""
    mchid: str | None = None
    """The institution's merchant number."""
    sub_mchid: str | None = None
    """The sub-merchant's number."""
    sub_appid: str | None = None
    """The sub-merchant's AppID."""
    channel_id: str | None = None
    """The channel partner's number."""
    openid: str | None = None
    """The user under the institution's AppID."""
    sub_openid: str | None = None
    """The user under the sub-merchant's AppID."""
    user_service_status: str | None = None
    """`USER_OPEN_SERVICE` or `USER_CLOSE_SERVICE`."""
    out_request_no: str | None = None
    """The number of the request; not for this kind of authorisation."""


@sealed(frozen=True, slots=True, kw_only=True, repr=False)
class UserOpenedService(Record):
    """The user authorised a service (开启授权服务回调, 免确认 only): orders may be created.

    Source:
    <https://pay.weixin.qq.com/docs/partner/apis/partner-institution-weixin-pay-score/acquiring-bank-service-auth/auth-order-callback.html>
    """

    id: str
    """Unique per notification."""
    event_type: str
    """What happened: WeChat Pay's word for it, or `order_unclear`."""
    service: ServiceAuthorization
    """The authorisation."""
    ack: Ack
    """How to answer, once the event is stored durably."""
    deduplication_key: str
    """The key under which to remember that this event was dealt with: insert it in the same database transaction as
    the change.
    """
    raw: str
    """The opened text as received."""
    create_time: str | None = None
    """When the notification was made, RFC 3339."""
    summary: str | None = None
    """A text for people."""
    request_id: str | None = None
    """`Request-ID` of the callback."""
    unread: list[Unread] = field(default_factory=list)
    """Members that WeChat Pay sent and that could not be read. They are absent here, and stand in `raw`. Beside the
    sealed content, `create_time` and `summary` can be among them.
    """


@sealed(frozen=True, slots=True, kw_only=True, repr=False)
class UserClosedService(Record):
    """The user's authorisation of a service ended (解除授权服务回调, 免确认 only): no new orders, but money that is
    owed can still be collected.

    Source:
    <https://pay.weixin.qq.com/docs/partner/apis/partner-institution-weixin-pay-score/acquiring-bank-service-auth/auth-order-callback.html>
    """

    id: str
    """Unique per notification."""
    event_type: str
    """What happened: WeChat Pay's word for it, or `order_unclear`."""
    service: ServiceAuthorization
    """The authorisation."""
    ack: Ack
    """How to answer, once the event is stored durably."""
    deduplication_key: str
    """The key under which to remember that this event was dealt with: insert it in the same database transaction as
    the change.
    """
    raw: str
    """The opened text as received."""
    create_time: str | None = None
    """When the notification was made, RFC 3339."""
    summary: str | None = None
    """A text for people."""
    request_id: str | None = None
    """`Request-ID` of the callback."""
    unread: list[Unread] = field(default_factory=list)
    """Members that WeChat Pay sent and that could not be read. They are absent here, and stand in `raw`. Beside the
    sealed content, `create_time` and `summary` can be among them.
    """


@sealed(frozen=True, slots=True, kw_only=True, repr=False)
class Unknown(Record):
    """An event that this version does not know; everything is in `raw`. It has no ready acknowledgement."""

    id: str
    """Unique per notification."""
    event_type: str
    """What happened: WeChat Pay's word for it, or `order_unclear`."""
    deduplication_key: str
    """The key under which to remember that this event was dealt with: insert it in the same database transaction as
    the change.
    """
    raw: str
    """The opened text as received."""
    create_time: str | None = None
    """When the notification was made, RFC 3339."""
    summary: str | None = None
    """A text for people."""
    request_id: str | None = None
    """`Request-ID` of the callback."""
    ack: Ack | None = None
    """Always absent: what this event wants is not known. Answer with the status 500 until your own code stores and
    understands it (it comes again, for about a day), then with 204.
    """
    unread: list[Unread] = field(default_factory=list)
    """Members that WeChat Pay sent and that could not be read. They are absent here, and stand in `raw`. Beside the
    sealed content, `create_time` and `summary` can be among them.
    """


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Launch(Record):
    """The parameters of a jump, one object for each kind of client. What comes back to the client proves nothing: query
    the order.

    Source: <https://pay.weixin.qq.com/doc/v3/partner/4012090600>
    """

    mini_program: Any
    """For `wx.openBusinessView` in a mini program (base library 2.6.0 or later)."""
    navigate_to_mini_program: Any
    """For `wx.navigateToMiniProgram` in a mini program."""
    jsapi: Any
    """For `wx.invoke("openBusinessView", …)` in a page inside WeChat (JSAPI)."""
    app: Any
    """For the OpenSDK's `WXOpenBusinessView` in an app."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class LaunchReturn(Record):
    """What a client brought back. It appears only if the user taps the return button in WeChat Pay Score's page. It
    never proves a confirmation: query the order.
    """

    came_back: bool
    """Whether it comes from WeChat Pay Score and shows no error."""
    query_id: str | None = None
    """The `query_id` from the confirm page, for `query_order`. A convenience: `out_order_no` serves as well."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Deduction(Record):
    """What the merchant knows of a deduction number. Store it as `registering` before the number is registered, and
    as `not_sent` with `registered_at` once the registration is known.
    """

    out_trade_no: str
    """The number."""
    standing: DeductionStanding
    """How its withholding stands."""
    registered_at: int | None = None
    """When it was registered, in Unix seconds; absent while that is not known."""
    stored_at: int | None = None
    """When it was stored, before its registration, in Unix seconds. Store it anew before each time the registration
    is sent again: the 24 hours may begin with any of them. A number that was stored over 24 hours ago, and under which
    nothing was submitted, is no longer in force.
    """


@sealed(frozen=True, slots=True, kw_only=True, repr=False)
class PrepayAcknowledgement(Record):
    """What to store, and then what to answer, so that the user can pay a pre-order."""

    deduction: Deduction
    """Store it as the order's deduction before you send `ack`: from then on the user may be paying. While its
    standing is `unknown`, `lifecycle` refuses to register another number. Query the unified order at the clearing
    house, or close it there.
    """
    ack: Ack
    """The answer to the callback. Send the same answer if the notification is repeated."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Attach(Record):
    """The merchant's own data, encoded."""

    attach: str
    """The value for `attach`."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class CertificatesStep(Record):
    """Whether to download certificates now."""

    due: bool
    """Whether it is due now."""
    why: str
    """Why, or why not yet."""
    not_before: int | None = None
    """If it is not due now: when it is, in Unix seconds."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Progress(Record):
    """What you remember about an order that WeChat Pay does not report, beside its deduction. Moments are in Unix
    seconds. Missing values are ignored.
    """

    created_at: int | None = None
    """When the order was created."""
    package_at: int | None = None
    """When you last received its `package`."""
    queried_at: int | None = None
    """When you last queried it."""
    queries: int | None = None
    """How often you queried it since it last changed."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Permission(Record):
    """Whether an operation is allowed now."""

    allowed: bool
    """Whether it is."""
    why: str
    """Why, or why not."""
    forfeits: str | None = None
    """What the operation gives up."""
    out_trade_no: str | None = None
    """Of `register_deduct_info`, while it is not known whether a number is registered: the only number that may be
    registered, by the stored, identical request.
    """


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class NextStep(Record):
    """The next step of an order."""

    action: NextAction
    """What to do."""
    why: str
    """Why."""
    not_before: int | None = None
    """Not before this moment, in Unix seconds: the pauses between queries grow from 5 seconds to 10 minutes, and a
    number that is about to lapse must have lapsed.
    """
    deadline: int | None = None
    """Not after this moment, in Unix seconds: a package serves for an hour, a deduction number for 24 hours less 5
    minutes for clocks that differ, and an order waits 30 days for its user.
    """


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Lifecycle(Record):
    """Where an order stands, what is allowed, and what to do next."""

    phase: Phase
    """Where it stands."""
    operations: dict[str, Permission]
    """For each operation by name, whether it is allowed."""
    next: NextStep
    """What to do next."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class LaterReading(Record):
    """Which of two readings of an order is the later one."""

    later: Later
    """`first`, `second`, `same`, or `query` where it cannot be known."""
    why: str
    """Why."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Settlement(Record):
    """What became of a call whose answer was lost."""

    verdict: Verdict
    """Whether it took effect."""
    retry: Retry
    """What to do: `never` (nothing to repeat), `same_request`, `query_first` or `after_delay`."""
    why: str
    """The reason."""
    draft: str
    """The draft that it is about: the SHA-256 of its content, in hexadecimal. `again` takes only a settlement of its
    own draft.
    """
    forfeits: str | None = None
    """What a repeat would give up now. Then `retry` is `never`: a repeat would be a new decision."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Issue(Record):
    """One thing that is wrong with a parameter or a setting, or that is probably wrong (`advice`)."""

    pointer: str
    """The place: an RFC 6901 JSON pointer into the parameters, such as `/post_payments/0/amount`."""
    code: str
    """The stable code, such as `invalid.length`."""
    detail: str
    """What is wrong, and the remedy."""
    advice: bool
    """Whether it is advice. Advice stops nothing unless `validate` is `"strict"`."""
    evidence: Evidence
    """The source of the rule."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class ErrorAnswer(Record):
    """An answer that is an error. Its body may be APIv3's JSON, other JSON, or not JSON at all, such as a gateway's
    page.

    Source: <https://pay.weixin.qq.com/doc/v3/partner/4012081726>
    """

    status: int
    """The HTTP status."""
    verified: bool
    """Whether WeChat Pay's signature held. If not, the error may come from anything between you and WeChat Pay.
    """
    body: str
    """The body as it arrived, with undecodable bytes replaced. If it is not verified, at most 64 KiB of it. Escape
    it before you show it.
    """
    wechat_code: str | None = None
    """WeChat Pay's error code, such as `ORDER_NOT_EXIST`. Absent if the body is not its JSON."""
    wechat_message: str | None = None
    """WeChat Pay's text for people, as it came. It changes, so never branch on it. Escape it before you show it.
    """
    request_id: str | None = None
    """`Request-ID` of the answer. Quote it to WeChat Pay's support."""
    request_id_number: int | None = None
    """The internal number at the end of `Request-ID`. For diagnosis only: never branch on it."""
    field: str | None = None
    """The parameter at fault: a JSON pointer for the body, a name for path and query."""
    issue: str | None = None
    """What is wrong with the parameter."""
    location: str | None = None
    """Where the parameter stands: `body`, `url`, `query` or `authorization`."""
    api_detail: Any | None = None
    """The whole `detail` member of the body, as JSON."""


class RiskFundParams(TypedDict, total=False):
    """The risk fund of the service (服务风险金).

    Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194023>
    """

    name: Required[RiskFundName]
    """The kind of risk fund. In callbacks it may be Chinese text."""
    amount: Required[int]
    """The amount in fen, from 1 to the ceiling of the service."""
    description: NotRequired[str]
    """An explanation, at most 30 characters."""


class TimeRangeParams(TypedDict, total=False):
    """When the service is used (服务时间段), in Beijing time.

    Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194023>
    """

    start_time: NotRequired[str | datetime | date]
    """When it begins: `yyyyMMddHHmmss`, `yyyyMMdd`, or `OnAccept` for the moment when the user confirms. Required at
    creation.
    """
    start_time_remark: NotRequired[str]
    """A remark on the beginning, at most 20 characters."""
    end_time: NotRequired[str | datetime | date]
    """When it ends: `yyyyMMddHHmmss` or `yyyyMMdd`. Required at completion if the creation did not name it."""
    end_time_remark: NotRequired[str]
    """A remark on the end, at most 20 characters."""


class PaymentParams(TypedDict, total=False):
    """One item of the bill (后付费项目). The items of the completion replace those of the creation.

    Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194080>
    """

    name: Required[str]
    """The name (付费名称), at most 20 characters. Follow the conventions of your industry."""
    amount: NotRequired[int]
    """The cost of the item as a whole (付费金额), in fen, 0 or more. `count` does not multiply it."""
    description: NotRequired[str]
    """How it is calculated (付费说明), at most 30 characters, such as `每小时2元`."""
    count: NotRequired[int]
    """The quantity (付费数量), 1 to 100. By default 1."""


class ServiceOrderCouponParams(TypedDict, total=False):
    """A discount of the merchant (商户优惠). The discounts of the completion replace those of the creation.

    Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194080>
    """

    name: Required[str]
    """The name (优惠名称), at most 20 characters. It may occur only once in an order."""
    description: NotRequired[str]
    """The terms (优惠说明), at most 30 characters."""
    amount: NotRequired[int]
    """The discount (优惠金额) in fen. Optional at creation, required at completion."""
    count: NotRequired[int]
    """The quantity (优惠数量), 1 to 100. By default 1."""


class LocationParams(TypedDict, total=False):
    """Where the service is used (服务位置)."""

    start_location: NotRequired[str]
    """Where it begins, at most 50 characters."""
    end_location: NotRequired[str]
    """Where it ends, at most 50 characters."""


class CreateOrderParams(TypedDict, total=False):
    """Creates an order (创建订单). An order that the user confirms begins as `CREATED`, and its reply holds the
    `package` for the jump into WeChat. A package is valid for one hour; the identical call gives a fresh one. After a
    lost answer, repeat the identical call or query. Never create again under another number.

    Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194023>
    """

    sub_mchid: Required[str]
    """The sub-merchant's number (子商户号)."""
    out_order_no: Required[str]
    """The merchant's order number (商户服务订单号): 1 to 32 of digits, letters, `_`, `-`, `|`, `*`. It must be
    unique.
    """
    service_introduction: Required[str]
    """What the user sees as the service (服务信息), at most 20 characters."""
    risk_fund: Required[RiskFundParams | RiskFund]
    """The risk fund (服务风险金)."""
    time_range: Required[TimeRangeParams | TimeRange]
    """When the service is used (服务时间段). `start_time` is required."""
    notify_url: Required[str]
    """Where callbacks about this order go (商户回调地址): a complete https address without a query, at most 255
    characters.
    """
    service_id: NotRequired[str]
    """The service (服务ID). By default, the merchant's `service_id`."""
    appid: NotRequired[str]
    """The institution's AppID. By default, the merchant's `appid`."""
    channel_id: NotRequired[str]
    """The channel partner's number (渠道商商户号). By default, the merchant's `channel_id`."""
    sub_appid: NotRequired[str]
    """The sub-merchant's AppID. Required with `sub_openid`."""
    post_payments: NotRequired[Sequence[PaymentParams | Payment]]
    """Items of the bill (后付费项目), at most 100."""
    post_discounts: NotRequired[Sequence[ServiceOrderCouponParams | ServiceOrderCoupon]]
    """Discounts (商户优惠), at most 30."""
    location: NotRequired[LocationParams | Location]
    """Where the service is used (服务位置)."""
    openid: NotRequired[str]
    """The user's OpenID under `appid`. Without confirmation, exactly one of `openid` and `sub_openid` is required.
    """
    sub_openid: NotRequired[str]
    """The user's OpenID under `sub_appid`."""
    need_user_confirm: NotRequired[bool]
    """Whether the user confirms each order: true for 需确认, false for 免确认. The service decides it. Always pass
    it.
    """
    attach: NotRequired[str]
    """The merchant's own data (商户数据包). URL-encode it first (`encode_attach`): it is sent unchanged, and may
    have at most 256 characters.
    """


class QueryOrderParams(TypedDict, total=False):
    """Queries an order (查询订单) by exactly one of `out_order_no` and `query_id`. A client brings the `query_id` back
    from WeChat.

    Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194035>
    """

    service_id: NotRequired[str]
    """The service (服务ID). By default, the merchant's `service_id`."""
    sub_mchid: NotRequired[str]
    """The sub-merchant's number."""
    channel_id: NotRequired[str]
    """The channel partner's number (渠道商商户号). By default, the merchant's `channel_id`."""
    out_order_no: NotRequired[str]
    """The merchant's order number (商户服务订单号)."""
    query_id: NotRequired[str]
    """The `query_id` that a client brought back from the confirm page, at most 512 characters."""


class CancelOrderParams(TypedDict, total=False):
    """Cancels an order (取消订单), before or after the user confirmed. A completed order can be cancelled while it is
    unpaid and no deduction number is in force; that gives up the money. After a lost answer, query: someone may have
    completed the order meanwhile.

    Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194058>
    """

    reason: Required[str]
    """The reason (取消原因), which the user sees, at most 50 characters."""
    out_order_no: NotRequired[str]
    """The merchant's order number (商户服务订单号)."""
    service_id: NotRequired[str]
    """The service (服务ID). By default, the merchant's `service_id`."""
    sub_mchid: NotRequired[str]
    """The sub-merchant's number."""
    channel_id: NotRequired[str]
    """The channel partner's number (渠道商商户号). By default, the merchant's `channel_id`."""


class CompleteOrderParams(TypedDict, total=False):
    """Completes an order (完结订单): the service has ended, and this is the bill. In this mode, completing does **not**
    charge the user. Register a deduction number, then withhold at the clearing house. After a lost answer, query.

    Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194080>
    """

    post_payments: Required[Sequence[PaymentParams | Payment]]
    """The items of the bill (后付费项目), 1 to 100. They replace the items of the creation."""
    total_amount: Required[int]
    """The total (总金额) in fen, 0 or more: Σ `post_payments` − Σ `post_discounts`."""
    out_order_no: NotRequired[str]
    """The merchant's order number (商户服务订单号)."""
    service_id: NotRequired[str]
    """The service (服务ID). By default, the merchant's `service_id`."""
    sub_mchid: NotRequired[str]
    """The sub-merchant's number."""
    channel_id: NotRequired[str]
    """The channel partner's number (渠道商商户号). By default, the merchant's `channel_id`."""
    post_discounts: NotRequired[Sequence[ServiceOrderCouponParams | ServiceOrderCoupon]]
    """Discounts (商户优惠), at most 30, each with its amount. They replace the discounts of the creation."""
    time_range: NotRequired[TimeRangeParams | TimeRange]
    """When the service was used. `end_time` is required if the creation did not name it."""
    location: NotRequired[LocationParams | Location]
    """Where the service was used."""
    complete_time: NotRequired[str | datetime]
    """When the order was completed (完结时间), in RFC 3339 with a zone."""


class ModifyOrderParams(TypedDict, total=False):
    """Lowers the amount of a completed, unpaid order (修改订单金额). WeChat Pay refuses it while a deduction number is
    in force. It is not proven for this mode that the amount can be lowered more than once. After payment, refund the
    difference at the clearing house instead. After a lost answer, query.

    Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194282>
    """

    post_payments: Required[Sequence[PaymentParams | Payment]]
    """The items of the bill (后付费项目), 1 to 100. They replace the earlier items."""
    total_amount: Required[int]
    """The new total (总金额) in fen, from 0 to the present total: Σ `post_payments` − Σ `post_discounts`."""
    reason: Required[str]
    """The reason (修改原因), at most 50 characters."""
    out_order_no: NotRequired[str]
    """The merchant's order number (商户服务订单号)."""
    service_id: NotRequired[str]
    """The service (服务ID). By default, the merchant's `service_id`."""
    sub_mchid: NotRequired[str]
    """The sub-merchant's number."""
    channel_id: NotRequired[str]
    """The channel partner's number (渠道商商户号). By default, the merchant's `channel_id`."""
    post_discounts: NotRequired[Sequence[ServiceOrderCouponParams | ServiceOrderCoupon]]
    """Discounts (商户优惠), at most 30, each with its amount. They replace the earlier discounts."""


class SyncDetailParams(TypedDict, total=False):
    """How the user paid through another channel."""

    paid_time: Required[str | datetime | date]
    """When the user paid (收款成功时间): `yyyyMMddHHmmss`, or `yyyyMMdd` for the first second of a day, in Beijing
    time.
    """


class SyncOrderParams(TypedDict, total=False):
    """Reports that the user paid a completed order through another channel (同步订单信息). The order becomes `DONE`,
    paid elsewhere. WeChat Pay refuses it while a deduction number is in force. If the user pays twice after all, refund
    one payment. After a lost answer, query.

    Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194292>
    """

    type: Required[SyncType]
    """What is reported (场景类型): `Order_Paid`."""
    detail: Required[SyncDetailParams]
    """The details (内容信息详情)."""
    out_order_no: NotRequired[str]
    """The merchant's order number (商户服务订单号)."""
    service_id: NotRequired[str]
    """The service (服务ID). By default, the merchant's `service_id`."""
    sub_mchid: NotRequired[str]
    """The sub-merchant's number."""
    channel_id: NotRequired[str]
    """The channel partner's number (渠道商商户号). By default, the merchant's `channel_id`."""


class RegisterDeductInfoParams(TypedDict, total=False):
    """Registers a deduction number (登记扣款信息). It is valid for 24 hours, for one entrusted withholding at the
    clearing house. Store the number before you call. This call moves no money. After a lost answer, call
    `query_deduction`. Never register a second number meanwhile.

    Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194100>
    """

    out_trade_no: Required[str]
    """The deduction number (扣款单号), chosen by the merchant: 1 to 32 of digits, letters, `_`, `-`, `|`, `*`. The
    withholding at the clearing house must carry the same number.
    """
    out_order_no: NotRequired[str]
    """The merchant's order number (商户服务订单号)."""
    service_id: NotRequired[str]
    """The service (服务ID). By default, the merchant's `service_id`."""
    appid: NotRequired[str]
    """The institution's AppID, as at creation. By default, the merchant's `appid`."""
    sub_mchid: NotRequired[str]
    """The sub-merchant's number."""
    sub_appid: NotRequired[str]
    """The sub-merchant's AppID."""
    channel_id: NotRequired[str]
    """The channel partner's number (渠道商商户号). By default, the merchant's `channel_id`."""


class QueryDeductionParams(TypedDict, total=False):
    """Queries the deduction number that is registered for an order (查询扣款信息). The reply does not show whether the
    user has paid: query the order for that.

    Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194110>
    """

    service_id: NotRequired[str]
    """The service (服务ID). By default, the merchant's `service_id`."""
    appid: NotRequired[str]
    """The institution's AppID. By default, the merchant's `appid`."""
    sub_mchid: NotRequired[str]
    """The sub-merchant's number."""
    sub_appid: NotRequired[str]
    """The sub-merchant's AppID."""
    channel_id: NotRequired[str]
    """The channel partner's number (渠道商商户号). By default, the merchant's `channel_id`."""
    out_order_no: NotRequired[str]
    """The merchant's order number (商户服务订单号)."""


class ApplyPermissionsParams(TypedDict, total=False):
    """Prepares a user's authorisation of a service (从业机构预授权). For services without confirmation (免确认) only.
    The reply's token leads the user into the authorisation view. The callback, or `query_permissions`, shows whether
    the user agreed. After a lost answer, repeat the identical request. It is not proven for this mode that this gives a
    token again.

    Source: <https://pay.weixin.qq.com/doc/v3/partner/4012691489>
    """

    sub_mchid: Required[str]
    """The sub-merchant's number."""
    authorization_code: Required[str]
    """The merchant's authorisation number (授权协议号): 1 to 32 of digits, letters, `_`, `-`, `|`, `*`. It must be
    unique under the institution's merchant number. Never use it again for another user.
    """
    service_id: NotRequired[str]
    """The service (服务ID). By default, the merchant's `service_id`."""
    appid: NotRequired[str]
    """The institution's AppID. By default, the merchant's `appid`."""
    sub_appid: NotRequired[str]
    """The sub-merchant's AppID."""
    channel_id: NotRequired[str]
    """The channel partner's number (渠道商商户号). By default, the merchant's `channel_id`."""
    notify_url: NotRequired[str]
    """Where the callbacks USER_OPEN_SERVICE and USER_CLOSE_SERVICE go (商户回调地址): a complete https address
    without a query, at most 255 characters.
    """


class QueryPermissionsParams(TypedDict, total=False):
    """Queries a user's authorisation (查询授权记录). For services without confirmation (免确认) only.

    Source: <https://pay.weixin.qq.com/doc/v3/partner/4012461004>
    """

    authorization_code: Required[str]
    """The merchant's authorisation number (授权协议号)."""
    sub_mchid: Required[str]
    """The sub-merchant's number."""
    service_id: NotRequired[str]
    """The service (服务ID). By default, the merchant's `service_id`."""
    channel_id: NotRequired[str]
    """The channel partner's number (渠道商商户号). By default, the merchant's `channel_id`."""


class TerminatePermissionsParams(TypedDict, total=False):
    """Ends a user's authorisation of a service (解除授权关系). For services without confirmation (免确认) only. WeChat
    Pay refuses it while the user has unfinished orders. Their money can still be collected afterwards. After a lost
    answer, query the authorisation.

    Source: <https://pay.weixin.qq.com/doc/v3/partner/4012461012>
    """

    authorization_code: Required[str]
    """The merchant's authorisation number (授权协议号)."""
    sub_mchid: Required[str]
    """The sub-merchant's number."""
    reason: Required[str]
    """The reason (撤销原因), at most 50 characters."""
    service_id: NotRequired[str]
    """The service (服务ID). By default, the merchant's `service_id`."""
    channel_id: NotRequired[str]
    """The channel partner's number (渠道商商户号). By default, the merchant's `channel_id`."""


class JumpLinkParams(TypedDict, total=False):
    """The link on the order's page. WeChat Pay documents no lengths."""

    jump_link_type: NotRequired[JumpLinkType]
    """The kind of place."""
    appid: NotRequired[str]
    """The mini program's AppID."""
    path: NotRequired[str]
    """The page of the mini program."""


class ShoppingGoodsParams(TypedDict, total=False):
    """Goods that the user bought. WeChat Pay documents no lengths."""

    name: Required[str]
    """The name."""
    picture: Required[str]
    """The address of a picture."""
    amount: Required[int]
    """The price, in fen."""
    count: Required[int]
    """The quantity."""
    category_id: NotRequired[Sequence[str]]
    """The categories."""


class ShoppingInfoParams(TypedDict, total=False):
    """The goods and their seller."""

    real_merchant_appid: NotRequired[str]
    """The AppID of the real seller."""
    jump_link: NotRequired[JumpLinkParams | JumpLink]
    """The link on the order's page."""
    goods: NotRequired[Sequence[ShoppingGoodsParams | ShoppingGoods]]
    """The goods."""


class CreateDeliveryOrderParams(TypedDict, total=False):
    """Creates a buy-now-pay-on-delivery order (创建先用后付订单), for e-commerce. It needs a permission of its own.
    Afterwards use the ordinary order operations; WeChat Pay documents neither this nor the lengths of the fields that
    only this operation has. After a lost answer, repeat the identical call or query. Never create again under another
    number.

    Source: <https://pay.weixin.qq.com/doc/v3/partner/4012783674>
    """

    out_order_no: Required[str]
    """The merchant's order number (商户服务订单号): 1 to 32 of digits, letters, `_`, `-`, `|`, `*`. It must be
    unique.
    """
    service_introduction: Required[str]
    """What the user sees as the service (服务信息), at most 20 characters."""
    time_range: Required[TimeRangeParams | TimeRange]
    """When the service is used (服务时间段). `start_time` is required."""
    service_id: NotRequired[str]
    """The service (服务ID). By default, the merchant's `service_id`."""
    appid: NotRequired[str]
    """The institution's AppID. By default, the merchant's `appid`."""
    mchid: NotRequired[str]
    """The institution's merchant number. The page lists it, although the `Authorization` header has it already.
    """
    sub_mchid: NotRequired[str]
    """The sub-merchant's number (子商户号). The page calls it optional. Always pass it."""
    sub_appid: NotRequired[str]
    """The sub-merchant's AppID. Required with `sub_openid`."""
    channel_id: NotRequired[str]
    """The channel partner's number (渠道商商户号). By default, the merchant's `channel_id`."""
    post_payments: NotRequired[Sequence[PaymentParams | Payment]]
    """Items of the bill (后付费项目), at most 100."""
    post_discounts: NotRequired[Sequence[ServiceOrderCouponParams | ServiceOrderCoupon]]
    """Discounts (商户优惠), at most 30."""
    risk_fund: NotRequired[RiskFundParams | RiskFund]
    """The risk fund (服务风险金)."""
    location: NotRequired[LocationParams | Location]
    """Where the service is used (服务位置)."""
    openid: NotRequired[str]
    """The user's OpenID under `appid`."""
    sub_openid: NotRequired[str]
    """The user's OpenID under `sub_appid`."""
    need_user_confirm: NotRequired[bool]
    """Whether the user confirms each order."""
    notify_url: NotRequired[str]
    """Where callbacks about this order go (商户回调地址): a complete https address without a query, at most 255
    characters.
    """
    attach: NotRequired[str]
    """The merchant's own data (商户数据包). URL-encode it first (`encode_attach`): it is sent unchanged, and may
    have at most 256 characters.
    """
    shopping_info: NotRequired[ShoppingInfoParams | ShoppingInfo]
    """The goods and their seller (购物信息)."""


class DownloadCertificatesParams(TypedDict, total=False):
    """Downloads WeChat Pay's platform certificates (下载平台证书). Only the APIv3 key opens them. The answer is
    verified with the keys that were trusted before and those that it brings. To trust them, create a new merchant with
    them in `certificates`. Call it every 12 hours, and when a serial is unknown at most once a minute
    (`certificates_due`). Merchants that have only a WeChat Pay public key need no certificates; for them it is answered
    with 404.

    Source: <https://pay.weixin.qq.com/doc/v3/merchant/4012551764>
    """

    algorithm_type: NotRequired[str]
    """`RSA`, `SM2` or `ALL`. By default RSA. Payscore does not support 国密 (SM2)."""


class SecurityEchoParams(TypedDict, total=False):
    """Tests signing, verifying and sealing without a trade (商户签名验签/加解密测试). With `notify_url`, it tests a
    callback as well. Seal with the key that the request names in `Wechatpay-Serial`; `seal_sensitive` does.

    Source: <https://pay.weixin.qq.com/doc/v3/partner/4015139289>
    """

    echo_message: Required[str]
    """The text that comes back (回显信息). WeChat Pay documents no length."""
    encrypted_echo_message: NotRequired[str]
    """A text that `seal_sensitive` sealed. WeChat Pay opens it."""
    notify_url: NotRequired[str]
    """Where the callback goes (商户回调地址). Without it there is no callback."""


class RawRequestParams(TypedDict, total=False):
    """Calls any APIv3 endpoint for which Payscore has no type. The request is signed and its answer verified, like
    every other. Payscore does not know what its error codes and a lost answer mean: query before anything else.

    Source: <https://pay.weixin.qq.com/doc/v3/partner/4012081726>
    """

    method: Required[str]
    """`GET`, `POST`, `PUT`, `PATCH` or `DELETE`."""
    path: Required[str]
    """The path without a query, such as `/v3/certificates`. Parts that are already percent-encoded stay unchanged.
    """
    query: NotRequired[Mapping[str, str]]
    """The query, from names to texts, in this order. Payscore encodes it."""
    body: NotRequired[Any]
    """The body. It is sent as compact JSON, with its members in the same order."""


class UploadParams(TypedDict, total=False):
    """Uploads a file (图片/视频上传) to an endpoint that takes one. Only the file's description is signed. It holds the
    file's SHA-256.

    Source: <https://pay.weixin.qq.com/doc/v3/merchant/4012365335>
    """

    path: Required[str]
    """The path of the endpoint, such as `/v3/merchant/media/upload`."""
    filename: Required[str]
    """The file's name, without quotes and line breaks."""
    content_type: Required[str]
    """The file's type, such as `image/png`."""
    file: Required[bytes]
    """The file's bytes."""
    meta: NotRequired[Any]
    """Further members of the description, besides `filename` and `sha256`."""


class DownloadParams(TypedDict, total=False):
    """Downloads a file (账单下载 and the like). An earlier, signed answer named its address and its hash. The file
    itself is not signed: it is checked by the hash, over the bytes as they came. WeChat Pay's hash is that of the
    uncompressed file, so request it uncompressed.

    Source: <https://pay.weixin.qq.com/doc/v3/merchant/4013071238>
    """

    download_url: Required[str]
    """The address, unchanged from the signed answer. Valid for 5 minutes."""
    hash_type: Required[str]
    """`SHA1` or `SHA256`."""
    hash_value: Required[str]
    """The hash in hexadecimal."""


class LaunchConfirmParams(TypedDict, total=False):
    """The jump in which the user confirms an order (调起支付分-确认订单).

    Source: <https://pay.weixin.qq.com/doc/v3/partner/4012090600>
    """

    package: Required[str]
    """The `package` of the reply to `create_order`. Valid for one hour."""


class LaunchConfirmSignedParams(TypedDict, total=False):
    """The older, signed form of the jump in which the user confirms an order. Use it only where the form with the
    package alone is refused. It is not proven that WeChat still accepts it. It needs the APIv2 key.

    Source: <https://pay.weixin.qq.com/doc/v3/partner/4012155293>
    """

    package: Required[str]
    """The `package` of the reply to `create_order`. Valid for one hour."""


class LaunchAuthoriseParams(TypedDict, total=False):
    """The jump in which the user authorises a service without confirmation (调起支付分-授权服务).

    Source: <https://pay.weixin.qq.com/doc/v3/partner/4015271651>
    """

    apply_permissions_token: Required[str]
    """The token of the reply to `apply_permissions`. Valid for one hour."""


class LaunchDetailParams(TypedDict, total=False):
    """The jump that shows an order to the user (调起支付分-订单详情). It is signed with the APIv2 key: make a fresh one
    for each jump, on the server. It is concluded, not proven, that its `mch_id` is the institution's number.

    Source:
    <https://pay.weixin.qq.com/docs/partner/apis/partner-institution-weixin-pay-score/acquiring-bank-service-order/miniprogram-calls-order-details.html>
    """

    out_order_no: Required[str]
    """The merchant's order number (商户服务订单号)."""
    service_id: NotRequired[str]
    """The service (服务ID). By default, the merchant's `service_id`."""


class ReadLaunchReturnParams(TypedDict, total=False):
    """Reads what a client received when the user came back from WeChat Pay Score (返回): the options of `App.onShow` in
    a mini program, the result of `wx.invoke` in a page, or the response of the app's SDK.

    Source: <https://pay.weixin.qq.com/doc/v3/partner/4012090600>
    """

    returned: Required[Any]
    """The object, as the client received it."""


class DeductionParams(TypedDict, total=False):
    """What the merchant knows of a deduction number. Store it as `registering` before the number is registered, and
    as `not_sent` with `registered_at` once the registration is known.
    """

    out_trade_no: Required[str]
    """The number."""
    standing: Required[DeductionStanding]
    """How its withholding stands."""
    registered_at: NotRequired[int]
    """When it was registered, in Unix seconds; absent while that is not known."""
    stored_at: NotRequired[int]
    """When it was stored, before its registration, in Unix seconds. Store it anew before each time the registration
    is sent again: the 24 hours may begin with any of them. A number that was stored over 24 hours ago, and under which
    nothing was submitted, is no longer in force.
    """


class AcknowledgePrepayParams(TypedDict, total=False):
    """Builds the answer to MCH_PREPAY (商户预下单回调) from the clearing house's reply to your unified order, and the
    deduction to store before you send the answer. Store both, and send the same answer if the notification is repeated.
    The members of the answer are concluded, not proven: confirm them with WeChat Pay.

    It is refused with `state.prepay_locked` while `deduction` is in force, or while its withholding is unknown.

    Source: <https://pay.weixin.qq.com/doc/v3/partner/4012084127>
    """

    out_trade_no: Required[str]
    """The order number of the unified order that you placed at the clearing house. The user may pay under it."""
    prepay_resp_http_code: Required[int]
    """The HTTP status of the clearing house's reply."""
    prepay_req_header: NotRequired[str]
    """The headers of your request to the clearing house, as text."""
    prepay_req_body: NotRequired[str]
    """The body of your request to the clearing house, as text."""
    prepay_resp_header: NotRequired[str]
    """The headers of its reply, as text."""
    prepay_resp_body: NotRequired[str]
    """The body of its reply, as text."""
    deduction: NotRequired[DeductionParams | Deduction]
    """The order's deduction as you have stored it: a number, or this same pre-order. Pass either this or
    `nothing_registered`: if the user pays beside a withholding, they are charged twice.
    """
    nothing_registered: NotRequired[bool]
    """True if no deduction number was ever registered for the order."""


class EncodeAttachParams(TypedDict, total=False):
    """Encodes the merchant's own data (商户数据包) for `attach`. The result may have at most 256 characters."""

    data: Required[str]
    """The data."""


class CertificatesDueParams(TypedDict, total=False):
    """Whether WeChat Pay's platform certificates should be downloaded now. If a serial is unknown, they should be
    downloaded at once, but at most once a minute. Otherwise they should be downloaded every 10 hours: WeChat Pay asks
    for at least every 12. Merchants that have only a public key do not need this.

    Source: <https://pay.weixin.qq.com/doc/v3/merchant/4012551764>
    """

    downloaded_at: NotRequired[int]
    """When they were last downloaded, in Unix seconds. Absent if never."""
    serial_unknown: NotRequired[bool]
    """Whether a message had a serial that is not trusted (`verification.serial.unknown`)."""


Event: TypeAlias = UserConfirmed | UserPaid | OrderUnclear | MchPrepay | UserOpenedService | UserClosedService | Unknown
"""A verified callback."""

Found: TypeAlias = Order | DeductionInfo | Permissions
"""What may be found out about a call whose answer was lost."""

__all__ = [
    "Event",
    "Found",
    "OrderState",
    "StateDescription",
    "CollectionState",
    "PaidType",
    "RiskFundName",
    "JumpLinkType",
    "Phase",
    "AuthorizationState",
    "DeductionStanding",
    "NextAction",
    "Later",
    "Verdict",
    "Evidence",
    "SyncType",
    "Retry",
    "Outcome",
    "ServiceMode",
    "GoodsDetail",
    "PromotionDetail",
    "CollectionDetail",
    "Collection",
    "Payment",
    "ServiceOrderCoupon",
    "RiskFund",
    "TimeRange",
    "Location",
    "JumpLink",
    "ShoppingGoods",
    "ShoppingInfo",
    "OrderRef",
    "Unread",
    "Order",
    "OrderCancelled",
    "OrderCompleted",
    "OrderModified",
    "OrderSynced",
    "DeductionRegistered",
    "DeductionInfo",
    "PermissionsApplied",
    "Permissions",
    "PermissionsTerminated",
    "PlatformCertificate",
    "CertificateLeftOut",
    "PlatformCertificates",
    "SecurityEchoed",
    "RawReply",
    "Downloaded",
    "Ack",
    "UserConfirmed",
    "UserPaid",
    "OrderUnclear",
    "PrepayRequest",
    "MchPrepay",
    "ServiceAuthorization",
    "UserOpenedService",
    "UserClosedService",
    "Unknown",
    "Launch",
    "LaunchReturn",
    "Deduction",
    "PrepayAcknowledgement",
    "Attach",
    "CertificatesStep",
    "Progress",
    "Permission",
    "NextStep",
    "Lifecycle",
    "LaterReading",
    "Settlement",
    "Issue",
    "ErrorAnswer",
    "RiskFundParams",
    "TimeRangeParams",
    "PaymentParams",
    "ServiceOrderCouponParams",
    "LocationParams",
    "CreateOrderParams",
    "QueryOrderParams",
    "CancelOrderParams",
    "CompleteOrderParams",
    "ModifyOrderParams",
    "SyncDetailParams",
    "SyncOrderParams",
    "RegisterDeductInfoParams",
    "QueryDeductionParams",
    "ApplyPermissionsParams",
    "QueryPermissionsParams",
    "TerminatePermissionsParams",
    "JumpLinkParams",
    "ShoppingGoodsParams",
    "ShoppingInfoParams",
    "CreateDeliveryOrderParams",
    "DownloadCertificatesParams",
    "SecurityEchoParams",
    "RawRequestParams",
    "UploadParams",
    "DownloadParams",
    "LaunchConfirmParams",
    "LaunchConfirmSignedParams",
    "LaunchAuthoriseParams",
    "LaunchDetailParams",
    "ReadLaunchReturnParams",
    "DeductionParams",
    "AcknowledgePrepayParams",
    "EncodeAttachParams",
    "CertificatesDueParams",
]
