@file:JvmName("Payscore")

package io.github.payscore

import io.github.payscore.ffi.Value
import io.github.payscore.ffi.Values
import io.github.payscore.model.Deduction
import io.github.payscore.model.LaterReading
import io.github.payscore.model.Lifecycle
import io.github.payscore.model.Model
import io.github.payscore.model.Order
import io.github.payscore.model.Progress
import io.github.payscore.ffi.laterReading as nativeLaterReading
import io.github.payscore.ffi.lifecycle as nativeLifecycle
import io.github.payscore.ffi.readOrder as nativeReadOrder

/**
 * Where an order stands, what is allowed, and what to do next.
 *
 * @param order a freshly read order.
 * @param deduction what is known of its deduction.
 * @param now Unix seconds.
 * @param progress what you remember of the order and WeChat Pay does not report; the times of the next step depend on
 * it.
 */
@JvmOverloads
fun lifecycle(
    order: Order,
    deduction: Deduction? = null,
    now: Long = System.currentTimeMillis() / 1000,
    progress: Progress? = null,
): Lifecycle = Lifecycle(readFromCore { nativeLifecycle(valueOf(order), valueOf(deduction), valueOf(progress), now) })

/**
 * Which of two readings of one order is the later one, for example the stored order and the order in a callback:
 * callbacks come late, twice, and in any order.
 *
 * @throws InvalidException when the readings are of different orders.
 */
fun laterReading(
    first: Order,
    second: Order,
): LaterReading = LaterReading(readFromCore { nativeLaterReading(valueOf(first), valueOf(second)) })

/** An order that was stored: the `raw` text of an earlier answer or callback. */
fun readOrder(raw: String): Order = Order(readFromCore { nativeReadOrder(Values.toValue(raw)) })

private fun valueOf(model: Model?): Value = Values.toValue(model?.members?.map)
