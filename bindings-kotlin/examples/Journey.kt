package io.github.payscore.examples

import com.sun.net.httpserver.HttpServer
import io.github.payscore.Call
import io.github.payscore.Draft
import io.github.payscore.Merchant
import io.github.payscore.PayscoreException
import io.github.payscore.laterReading
import io.github.payscore.model.Ack
import io.github.payscore.model.CancelOrder
import io.github.payscore.model.CompleteOrder
import io.github.payscore.model.CreateOrder
import io.github.payscore.model.Deduction
import io.github.payscore.model.DeductionRegistered
import io.github.payscore.model.DeductionStanding
import io.github.payscore.model.Later
import io.github.payscore.model.Model
import io.github.payscore.model.Order
import io.github.payscore.model.OrderCancelled
import io.github.payscore.model.OrderCompleted
import io.github.payscore.model.OrderRef
import io.github.payscore.model.Payment
import io.github.payscore.model.RegisterDeductInfo
import io.github.payscore.model.RiskFund
import io.github.payscore.model.RiskFundName
import io.github.payscore.model.ServiceTime
import io.github.payscore.model.TimeRange
import io.github.payscore.model.UserConfirmed
import io.github.payscore.readOrder
import java.io.IOException
import java.net.InetAddress
import java.net.InetSocketAddress
import java.net.http.HttpClient
import java.net.http.HttpResponse
import java.net.http.HttpResponse.BodyHandlers
import java.sql.Connection
import java.sql.DriverManager
import java.sql.PreparedStatement
import java.time.Duration
import java.util.UUID
import java.util.concurrent.CountDownLatch
import java.util.concurrent.Executors

/**
 * A merchant's backend for WeChat Pay Score in acquiring-bank mode: the whole journey of an order, to copy from.
 *
 * It keeps its orders in SQLite, sends with java.net.http, and receives callbacks on a small web server of its own.
 * Everything about money is stored before it is sent, and a callback is acknowledged only after it is stored together
 * with its deduplication key.
 */
open class Shop(
    private val merchant: Merchant,
    database: String,
    private val notifyUrl: String,
) : AutoCloseable {
    /** Opened when the first user has confirmed. */
    val confirmed = CountDownLatch(1)

    protected val http: HttpClient =
        HttpClient
            .newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NEVER) // a signed request is for one address only
            .build()

    private val db: Connection = DriverManager.getConnection("jdbc:sqlite:$database")

    init {
        TABLES.forEach { table -> db.createStatement().use { it.execute(table) } }
    }

    // Sending: the bytes that were signed are the bytes that are sent.

    open fun <R : Model> send(call: Call<R>): R {
        val answer: HttpResponse<ByteArray> =
            try {
                http.send(call.toHttpRequest(), BodyHandlers.ofByteArray())
            } catch (error: IOException) {
                throw call.lost(error)
            } catch (error: InterruptedException) {
                Thread.currentThread().interrupt()
                throw call.lost(error)
            }
        return call.read(answer)
    }

    /** Stores a change before it is sent, so that it can be repeated identically after a crash. */
    private fun <R : Model> sendSafely(
        name: String,
        draft: Draft<R>,
    ): R {
        update("insert or ignore into calls values (?, ?)", name, draft.toBytes())
        return send(merchant.sign(draft))
    }

    fun stored(name: String): ByteArray =
        query(
            "select draft from calls where id = ?",
            name,
        ) { rows -> if (rows.next()) rows.getBytes(1) else error("nothing is stored: $name") }

    // The journey.

    fun create(
        outOrderNo: String,
        subMchid: String,
    ): Order =
        sendSafely(
            "create/$outOrderNo",
            merchant.draft(
                CreateOrder(
                    subMchid = subMchid,
                    outOrderNo = outOrderNo,
                    serviceIntroduction = "XX充电宝",
                    riskFund = RiskFund(RiskFundName.ESTIMATE_ORDER_COST, amount = 10000, description = "预估租借费用"),
                    timeRange = TimeRange(startTime = ServiceTime.ON_ACCEPT),
                    notifyUrl = notifyUrl,
                    needUserConfirm = true,
                    attach = "order%3D${UUID.randomUUID()}",
                ),
            ),
        )

    fun query(order: OrderRef): Order = send(merchant.queryOrder(order)).also { learn(it) }

    fun complete(
        order: OrderRef,
        fen: Long,
        endTime: ServiceTime,
    ): OrderCompleted {
        val bill =
            CompleteOrder(
                postPayments = listOf(Payment(name = "租借费用", amount = fen, description = "每小时2元")),
                totalAmount = fen,
                timeRange = TimeRange(endTime = endTime),
            )
        return sendSafely("complete/${order.outOrderNo}", merchant.draft(order, bill))
    }

    fun cancel(
        order: OrderRef,
        reason: String,
    ): OrderCancelled = sendSafely("cancel/${order.outOrderNo}", merchant.draft(order, CancelOrder(reason)))

    /** A new deduction number: stored first, then registered. */
    fun register(
        order: OrderRef,
        now: Long,
    ): Pair<String, DeductionRegistered> {
        val number = "D${UUID.randomUUID().toString().replace("-", "").take(24)}"
        remember(number, order.outOrderNo, DeductionStanding.REGISTERING, null, storedAt = now)
        val registered = sendSafely("register/$number", merchant.draft(order, RegisterDeductInfo(outTradeNo = number)))
        remember(number, order.outOrderNo, DeductionStanding.NOT_SENT, now, storedAt = now)
        return number to registered
    }

    fun remember(
        number: String,
        outOrderNo: String,
        standing: DeductionStanding,
        registeredAt: Long?,
        storedAt: Long? = null,
    ) {
        update(
            "insert or replace into deductions values (?, ?, ?, ?, ?)",
            number,
            outOrderNo,
            standing.value,
            registeredAt,
            storedAt,
        )
    }

    /**
     * Keeps the later one of two readings of an order. Whether this one is news: a callback may be older than what is
     * known.
     */
    private fun learn(order: Order): Boolean {
        val known =
            query(
                "select raw from orders where out_order_no = ?",
                order.outOrderNo,
            ) { if (it.next()) it.getString(1) else null }
        val news = known == null || laterReading(readOrder(known), order).later == Later.SECOND
        if (news) update("insert or replace into orders values (?, ?)", order.outOrderNo, order.raw)
        return news
    }

    fun deduction(outOrderNo: String): Deduction? {
        val latest =
            "select out_trade_no, standing, registered_at, stored_at from deductions " +
                "where out_order_no = ? order by rowid desc"
        return query(latest, outOrderNo) { rows ->
            if (!rows.next()) return@query null
            val moment = { column: Int -> rows.getLong(column).takeUnless { rows.wasNull() } }
            Deduction(
                rows.getString(1),
                DeductionStanding.fromValue(rows.getString(2)),
                registeredAt = moment(3),
                storedAt = moment(4),
            )
        }
    }

    // Callbacks: store, then acknowledge.

    fun callback(
        headers: Map<String, List<String>>,
        body: ByteArray,
    ): Ack {
        val event =
            try {
                merchant.readNotification(headers, body)
            } catch (refused: PayscoreException) {
                return refused.ack ?: FAILED
            }
        // The key and the change that it stands for belong in one transaction.
        val fresh =
            update("insert or ignore into events values (?, ?, ?)", event.deduplicationKey, event.eventType, event.raw)
        if (fresh > 0 && event is UserConfirmed && learn(event.order)) confirmed.countDown()
        return event.ack ?: FAILED
    }

    /** The server that WeChat Pay calls. */
    fun serve(): HttpServer {
        val server = HttpServer.create(InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0)
        server.createContext("/") { exchange ->
            val body = exchange.requestBody.readAllBytes() // the bytes as received
            val ack = callback(exchange.requestHeaders, body)
            val answer = ack.bytes()
            ack.headers().forEach { (name, value) -> exchange.responseHeaders.add(name, value) }
            exchange.sendResponseHeaders(ack.status(), if (answer.isEmpty()) -1 else answer.size.toLong())
            if (answer.isNotEmpty()) exchange.responseBody.write(answer)
            exchange.close()
        }
        server.executor = Executors.newFixedThreadPool(2) { work -> Thread(work).apply { isDaemon = true } }
        server.start()
        return server
    }

    override fun close() {
        db.close()
    }

    @Synchronized
    private fun update(
        sql: String,
        vararg values: Any?,
    ): Int = db.prepareStatement(sql).use { it.filled(values).executeUpdate() }

    @Synchronized
    private fun <T> query(
        sql: String,
        value: String,
        read: (java.sql.ResultSet) -> T,
    ): T = db.prepareStatement(sql).use { statement -> statement.filled(arrayOf(value)).executeQuery().use(read) }

    private fun PreparedStatement.filled(values: Array<out Any?>) =
        apply { values.forEachIndexed { index, value -> setObject(index + 1, value) } }

    private companion object {
        /** The answer if there is no acknowledgement: the callback comes again. */
        val FAILED = Ack(status = 500, headers = emptyMap(), body = "")
        val TABLES =
            listOf(
                "create table if not exists calls (id text primary key, draft blob not null)",
                "create table if not exists events " +
                    "(deduplication_key text primary key, event_type text, raw text not null)",
                "create table if not exists deductions " +
                    "(out_trade_no text primary key, out_order_no text, standing text, " +
                    "registered_at integer, stored_at integer)",
                "create table if not exists orders (out_order_no text primary key, raw text not null)",
            )
    }
}
