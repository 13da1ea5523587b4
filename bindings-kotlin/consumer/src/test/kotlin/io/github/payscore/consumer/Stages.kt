package io.github.payscore.consumer

import java.io.Closeable
import java.io.File
import java.io.IOException
import java.io.InputStream
import java.net.InetAddress
import java.net.InetSocketAddress
import java.net.ProxySelector
import java.net.ServerSocket
import java.net.Socket
import java.nio.file.Files
import java.security.KeyStore
import java.util.concurrent.CopyOnWriteArrayList
import javax.net.ssl.KeyManagerFactory
import javax.net.ssl.SSLContext
import javax.net.ssl.SSLServerSocket
import javax.net.ssl.TrustManagerFactory
import javax.net.ssl.X509TrustManager
import kotlin.concurrent.thread

/** The surroundings of a client: an address, a proxy, a trust store. [received]: the requests that arrived there. */
class Stage(
    val url: String,
    val proxy: ProxySelector? = null,
    val trusted: Trusted? = null,
    val peer: Peer? = null,
    private val proxyPeer: Peer? = null,
    val more: List<Closeable> = emptyList(),
) : Closeable {
    val received: List<String>
        get() = peer?.received.orEmpty()

    /** The requests that arrived at the proxy. */
    fun proxyRequests(): List<String> = proxyPeer?.received.orEmpty()

    override fun close() {
        peer?.close()
        more.forEach(Closeable::close)
    }
}

/** A server that keeps the requests that arrive, and treats each connection as [serve] says. */
class Peer(
    private val listener: ServerSocket = ServerSocket(0, 50, InetAddress.getByName("127.0.0.1")),
    private val serve: Peer.(Socket) -> Unit,
) : Closeable {
    val received = CopyOnWriteArrayList<String>()
    val port: Int
        get() = listener.localPort

    init {
        thread(isDaemon = true) {
            try {
                while (true) {
                    val socket = listener.accept()
                    thread(isDaemon = true) { runCatching { socket.use { serve(it) } } }
                }
            } catch (_: IOException) {
                // Closed: the test is over.
            }
        }
    }

    /** Reads a request; false when the other side closed before it was whole. */
    fun read(input: InputStream): Boolean {
        val head = StringBuilder()
        while (!head.endsWith("\r\n\r\n")) head.append(input.read().takeIf { it >= 0 }?.toChar() ?: return false)
        val length =
            Regex("(?i)content-length: *(\\d+)")
                .find(head)
                ?.groupValues
                ?.get(1)
                ?.toInt() ?: 0
        received += head.toString() + String(input.readNBytes(length))
        return true
    }

    override fun close() = listener.close()
}

/** A certificate made for a test, for a server to use and a client to trust. */
class Trusted(
    private val keys: KeyStore,
) {
    val manager: X509TrustManager =
        TrustManagerFactory
            .getInstance(TrustManagerFactory.getDefaultAlgorithm())
            .apply {
                init(keys)
            }.trustManagers
            .first() as X509TrustManager
    val context: SSLContext = SSLContext.getInstance("TLS").apply { init(null, arrayOf(manager), null) }

    fun listener(
        protocol: String = "TLSv1.3",
        needsClient: Boolean = false,
    ): SSLServerSocket {
        val own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm()).apply { init(keys, PASSWORD) }
        val context = SSLContext.getInstance("TLS").apply { init(own.keyManagers, arrayOf(manager), null) }
        val socket =
            context.serverSocketFactory.createServerSocket(
                0,
                50,
                InetAddress.getByName("127.0.0.1"),
            ) as SSLServerSocket
        return socket.apply {
            enabledProtocols = arrayOf(protocol)
            needClientAuth = needsClient
        }
    }

    companion object {
        private val PASSWORD = "password".toCharArray()

        /** A certificate for a name, made by the JDK's own tool. */
        private fun forName(name: String): Trusted {
            val file = Files.createTempDirectory("payscore").resolve("keys.p12").toString()
            val arguments =
                "-genkeypair -keystore $file -storetype PKCS12 -storepass password -alias a -keyalg RSA " +
                    "-dname CN=$name -ext san=dns:$name"
            val tool = File(System.getProperty("java.home"), "bin/keytool").path
            check(
                ProcessBuilder(listOf(tool) + arguments.split(' '))
                    .redirectErrorStream(true)
                    .start()
                    .apply {
                        inputStream.readAllBytes()
                    }.waitFor() ==
                    0,
            )
            return Trusted(
                KeyStore.getInstance(File(file), PASSWORD).also { File(file).parentFile.deleteRecursively() },
            )
        }

        val LOCALHOST: Trusted by lazy { forName("localhost") }
        val ELSEWHERE: Trusted by lazy { forName("elsewhere.example") }
    }
}

/** An address where a connection is never accepted: its queue is full. */
fun full(): Stage {
    val listener = ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))
    val fillers =
        List(4) {
            Socket().apply { runCatching { connect(InetSocketAddress("127.0.0.1", listener.localPort), 100) } }
        }
    return Stage("http://127.0.0.1:${listener.localPort}", more = fillers + listener)
}

/** A server that reads a request and then does something. */
fun answering(answer: Peer.(Socket) -> Unit): Stage {
    val peer =
        Peer {
            if (read(it.getInputStream())) answer(it)
        }
    return Stage("http://127.0.0.1:${peer.port}", peer = peer)
}

fun answering(text: String): Stage = answering { it.getOutputStream().write(text.toByteArray(Charsets.ISO_8859_1)) }

/** A server under TLS. */
fun secured(
    listener: SSLServerSocket,
    trusted: Trusted?,
): Stage {
    val peer = Peer(listener) { if (read(it.getInputStream())) it.getOutputStream().write(OK.toByteArray()) }
    return Stage("https://localhost:${peer.port}", trusted = trusted, peer = peer)
}

/** A proxy that answers CONNECT with an error. */
fun refusingProxy(answer: String): Stage {
    val proxy = Peer { if (read(it.getInputStream())) it.getOutputStream().write(answer.toByteArray()) }
    val selector = ProxySelector.of(InetSocketAddress("127.0.0.1", proxy.port))
    return Stage("https://127.0.0.1:1", proxy = selector, proxyPeer = proxy, more = listOf(proxy))
}

const val OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}"
