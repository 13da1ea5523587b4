package io.github.payscore.consumer

import io.github.payscore.model.Outcome
import io.github.payscore.testing.Simulator
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import java.io.File
import java.util.concurrent.Callable
import java.util.concurrent.CyclicBarrier
import java.util.concurrent.Executors

/** Many calls: at once, and one after the other. */
class ManyTest {
    @Test
    fun `64 threads get their own answers`() {
        val simulator = Simulator(NOW)
        val merchant = simulator.merchant()
        val together = CyclicBarrier(64)
        val pool = Executors.newFixedThreadPool(64)
        val found =
            (0 until 64)
                .map { index ->
                    pool.submit(
                        Callable {
                            together.await()
                            val params = creation("T$index").toBuilder().attach("$index").build()
                            val created = simulator.perform(merchant.createOrder(params))
                            val order = simulator.perform(merchant.queryOrder(created.orderRef))
                            order.outOrderNo to order.attach
                        },
                    )
                }.map { it.get() }
        pool.shutdown()
        assertEquals((0 until 64).map { "T$it" to "$it" }, found)
        assertEquals(64L, simulator.control("GET", "/_simulator/books").members()["orders"])
    }

    @Test
    fun `100 000 calls leave memory level`() {
        val merchant = Simulator(NOW).merchant()
        val signature = ByteArray(256) { it.toByte() }

        fun calls(count: Int) =
            repeat(count) {
                val call = merchant.draft(creation("M$it")).finish(signature)
                check(call.lost("gone").outcome == Outcome.UNKNOWN && call.body!!.isNotEmpty())
            }
        calls(40_000)
        val (heap, resident) = settled()
        calls(60_000)
        val grown = settled().let { it.first - heap to it.second - resident }
        println("Kotlin: 60 000 further calls, heap ${grown.first / 1024} KiB, resident ${grown.second / 1024} KiB")
        assertTrue(grown.first < 4 shl 20) { "the heap grew by ${grown.first} bytes" }
        assertTrue(grown.second < 32 shl 20) { "resident memory grew by ${grown.second} bytes" }
    }

    /**
     * Bytes in use and bytes resident, after JNA's cleaner, which runs behind the garbage collector, has caught up.
     */
    private fun settled(): Pair<Long, Long> {
        var least = Long.MAX_VALUE
        var unchanged = 0
        while (unchanged < 6) {
            System.gc()
            Thread.sleep(500)
            val now = Runtime.getRuntime().run { totalMemory() - freeMemory() }
            if (now < least - 200_000) unchanged = 0 else unchanged++
            least = minOf(least, now)
        }
        return least to resident()
    }

    /** Bytes of the whole process. */
    private fun resident(): Long = File("/proc/self/statm").readText().split(' ')[1].toLong() * 4096
}
