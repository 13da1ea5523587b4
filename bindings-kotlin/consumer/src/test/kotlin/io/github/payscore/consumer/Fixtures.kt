package io.github.payscore.consumer

import io.github.payscore.model.CreateOrder
import io.github.payscore.model.OrderRef
import io.github.payscore.model.RiskFund
import io.github.payscore.model.RiskFundName
import io.github.payscore.model.ServiceTime
import io.github.payscore.model.TimeRange

const val NOW = 1748739600L
const val SUB = "1900000109"

fun creation(number: String = "A|1*x"): CreateOrder =
    CreateOrder(
        subMchid = SUB,
        outOrderNo = number,
        serviceIntroduction = "XX充电宝",
        riskFund = RiskFund(name = RiskFundName.ESTIMATE_ORDER_COST, amount = 10000),
        timeRange = TimeRange(startTime = ServiceTime.ON_ACCEPT),
        notifyUrl = "https://shop.example/notify",
        needUserConfirm = true,
    )

fun ref(number: String = "A|1*x"): OrderRef = OrderRef(outOrderNo = number, subMchid = SUB)
