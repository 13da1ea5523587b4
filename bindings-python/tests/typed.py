"""Uses every operation and event; checked by mypy and basedpyright, both strict, not run."""

from datetime import datetime, timezone

import payscore


def every_operation(merchant: payscore.Merchant, status: int, headers: dict[str, str], body: bytes) -> None:
    created: payscore.Order = merchant.create_order(
        sub_mchid="1900000109",
        out_order_no="A1",
        service_introduction="XX充电宝",
        risk_fund={"name": "DEPOSIT", "amount": 9900},
        time_range={"start_time": datetime.now(timezone.utc)},
        notify_url="https://shop.example/notify",
        extra={"device": {"start_device_id": "1"}},
    ).read(status, headers, body)
    ref = created.order_ref
    queried: payscore.Order = merchant.query_order(ref).read(status, headers, body)
    cancelled: payscore.OrderCancelled = merchant.cancel_order(ref, reason="no").read(status, headers, body)
    completed: payscore.OrderCompleted = merchant.complete_order(
        ref, post_payments=[{"name": "a", "amount": 1}], total_amount=1
    ).read(status, headers, body)
    registered: payscore.DeductionRegistered = merchant.register_deduct_info(ref, out_trade_no="D1").read(
        status, headers, body
    )
    deduction: payscore.DeductionInfo = merchant.query_deduction(ref).read(status, headers, body)
    modified: payscore.OrderModified = merchant.modify_order(
        ref, post_payments=[{"name": "a", "amount": 1}], total_amount=1, reason="less"
    ).read(status, headers, body)
    synced: payscore.OrderSynced = merchant.sync_order(
        ref, type="Order_Paid", detail={"paid_time": datetime.now(timezone.utc)}
    ).read(status, headers, body)
    applied: payscore.PermissionsApplied = merchant.apply_permissions(
        sub_mchid="1900000109", authorization_code="P1"
    ).read(status, headers, body)
    permissions: payscore.Permissions = merchant.query_permissions(
        sub_mchid="1900000109", authorization_code="P1"
    ).read(status, headers, body)
    ended: payscore.PermissionsTerminated = merchant.terminate_permissions(
        sub_mchid="1900000109", authorization_code="P1", reason="no"
    ).read(status, headers, body)
    delivered: payscore.Order = merchant.create_delivery_order(
        out_order_no="A2", service_introduction="XX", time_range={"start_time": "OnAccept"}
    ).read(status, headers, body)
    print(
        modified.raw,
        synced.raw,
        applied.apply_permissions_token,
        permissions.authorization_state,
        ended.raw,
        delivered.phase,
    )
    draft: payscore.Draft[payscore.OrderCancelled] = merchant.draft("cancel_order", ref, reason="no")
    print(queried.phase, cancelled.raw, completed.raw, registered.description, deduction.out_trade_no, draft.message)
    merchant.cancel_order(ref, reasn="no")  # type: ignore[call-arg] # pyright: ignore[reportCallIssue]


def an_answer(event: payscore.Event, error: payscore.Error) -> tuple[str, int, dict[str, str]]:
    ack = event.ack or error.ack
    return (ack.body, ack.status, ack.headers) if ack else ("", 500, {})


def an_interrupted_call(call: payscore.Call[payscore.Order], exception: BaseException) -> bytes | None:
    with call.sending():
        lost: payscore.Error | None = payscore.lost_call(exception)
        return lost.draft if lost else None


def every_event(merchant: payscore.Merchant, headers: dict[str, str], body: bytes) -> str:
    event = merchant.read_notification(headers, body)
    match event:
        case payscore.UserConfirmed(order=order):
            return order.out_order_no
        case payscore.UserPaid(out_trade_no=number):
            return number
        case payscore.OrderUnclear(reported_event_type=reported, order=order):
            return f"{reported} {order.out_order_no} {[unread.pointer for unread in event.unread]}"
        case payscore.MchPrepay(prepay_req_body=request):
            ready = merchant.acknowledge_prepay("D1", 200, prepay_resp_body="<xml/>", nothing_registered=True)
            return request.body or f"{ready.deduction.out_trade_no} {ready.ack.status}"
        case payscore.UserOpenedService(service=service) | payscore.UserClosedService(service=service):
            return service.service_id
        case payscore.Unknown():
            return event.event_type
