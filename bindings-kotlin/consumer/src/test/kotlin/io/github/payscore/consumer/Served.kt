package io.github.payscore.consumer

import com.sun.net.httpserver.HttpServer
import io.github.payscore.Merchant
import io.github.payscore.testing.Simulator
import io.github.payscore.testing.ffi.Header
import io.github.payscore.testing.ffi.SimulatorRequest
import java.net.InetAddress
import java.net.InetSocketAddress
import io.github.payscore.testing.ffi.Simulator as Native

/**
 * A simulator behind a real port, for what must be proven over HTTP. [control] acts on it without HTTP.
 */
class Served : AutoCloseable {
    private val native = Native(7, NOW, "http://localhost")
    private val server = HttpServer.create(InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0)

    val url: String
        get() = "http://127.0.0.1:${server.address.port}"

    /** A merchant that sends here. */
    val merchant: Merchant
        get() = Simulator(NOW).merchant { it.baseUrl(url) }

    init {
        server.createContext("/") { exchange ->
            val headers = exchange.requestHeaders.flatMap { (name, values) -> values.map { Header(name, it) } }
            val request =
                SimulatorRequest(
                    exchange.requestMethod,
                    exchange.requestURI.toString(),
                    headers,
                    exchange.requestBody.readAllBytes(),
                )
            native.handle(request)?.let { reply ->
                reply.headers.forEach { exchange.responseHeaders.add(it.name, it.value) }
                exchange.sendResponseHeaders(reply.status, if (reply.body.isEmpty()) -1 else reply.body.size.toLong())
                if (reply.body.isNotEmpty()) exchange.responseBody.write(reply.body)
            }
            exchange.close()
        }
        server.start()
    }

    /** A request to the simulator's control interface. Returns its answer as JSON. */
    fun control(
        method: String,
        path: String,
        body: String?,
    ): Any? = Json.read(String(native.handle(SimulatorRequest(method, path, emptyList(), body?.toByteArray()))!!.body))

    /** The callback that is due: its headers and body. */
    fun due(): Pair<Map<String, List<String>>, ByteArray> =
        native.due().single().let { due -> due.headers.groupBy({ it.name }, { it.value }) to due.body }

    override fun close() = server.stop(0)
}
