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
 * Where an order stands, what is allowed, and what to do next: from a freshly read order, what is known of its deduction, and (for the
 * times of the next step) what is remembered of it. [now]: Unix seconds.
 */
@JvmOverloads
fun lifecycle(
    order: Order,
    deduction: Deduction? = null,
    now: Long = System.currentTimeMillis() / 1000,
    progress: Progress? = null,
): Lifecycle = Lifecycle(read(crossing { nativeLifecycle(tree(order), tree(deduction), tree(progress), now) }))

private fun tree(model: Model?): Value = Values.into(model?.members?.map)

/**
 * Which of two readings of one order is the later one, such as what is stored and what a callback carries: callbacks come late, twice,
 * and in any order. Throws [InvalidException] when the readings are of different orders.
 */
fun laterReading(
    first: Order,
    second: Order,
): LaterReading = LaterReading(read(crossing { nativeLaterReading(tree(first), tree(second)) }))

/** An order that was stored: the `raw` text of an earlier answer or callback. */
fun readOrder(raw: String): Order = Order(read(crossing { nativeReadOrder(Values.into(raw)) }))
