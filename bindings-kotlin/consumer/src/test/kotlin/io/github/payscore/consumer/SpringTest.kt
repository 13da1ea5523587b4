package io.github.payscore.consumer

import io.github.payscore.model.Event
import io.github.payscore.testing.Delivery
import io.github.payscore.testing.Simulator
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.ValueSource
import org.springframework.boot.SpringApplication
import org.springframework.boot.autoconfigure.EnableAutoConfiguration
import org.springframework.context.ApplicationContextInitializer
import org.springframework.context.ConfigurableApplicationContext
import java.net.URI
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.net.http.HttpResponse.BodyHandlers

/**
 * A real Spring Boot application on a port: the right way answers as it should, and every usual mistake ends in a 5xx.
 */
class SpringTest {
    private val simulator = Simulator(NOW)
    private val merchant = simulator.merchant()
    private val genuine = delivery()
    private val stored = mutableListOf<Event>()

    @ParameterizedTest
    @ValueSource(strings = ["jackson", "gson"])
    fun `what a handler returns by mistake acknowledges nothing`(mapper: String) {
        val application = SpringApplication(SpringConfig::class.java)
        application.addInitializers(
            ApplicationContextInitializer<ConfigurableApplicationContext> { context ->
                context.beanFactory.registerSingleton("shop", SpringShop(merchant, stored::add))
            },
        )
        val settings =
            arrayOf(
                "--server.port=0",
                "--spring.main.banner-mode=off",
                "--spring.http.converters.preferred-json-mapper=$mapper",
            )
        application.run(*settings).use { context ->
            val base = "http://127.0.0.1:${context.environment.getProperty("local.server.port")}"
            for (right in listOf("wechat", "text")) {
                assertEquals(204, post("$base/$right", genuine.body).statusCode())
                val refused = post("$base/$right", genuine.body + 10)
                assertEquals(401, refused.statusCode())
                assertEquals("FAIL", Json.read(refused.body()).members()["code"])
                assertTrue(
                    refused
                        .headers()
                        .firstValue("Content-Type")
                        .get()
                        .startsWith("application/json"),
                )
            }
            for (wrong in listOf("ack", "entity", "map", "event", "error")) {
                for (body in listOf(genuine.body, genuine.body + 10)) {
                    val answer = post("$base/$wrong", body)
                    assertTrue(answer.statusCode() >= 500, "$mapper, $wrong: ${answer.statusCode()} ${answer.body()}")
                }
            }
            assertTrue(post("$base/thrown", genuine.body + 10).statusCode() >= 500)
        }
    }

    private fun post(
        url: String,
        body: ByteArray,
    ): HttpResponse<String> {
        val request = HttpRequest.newBuilder(URI.create(url)).POST(HttpRequest.BodyPublishers.ofByteArray(body))
        genuine.headers.forEach { (name, values) ->
            if (name !=
                "Content-Length"
            ) {
                values.forEach { request.header(name, it) }
            }
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString())
    }

    private fun delivery(): Delivery {
        val order = simulator.perform(merchant.createOrder(creation("S1")))
        simulator.control("POST", "/_simulator/orders/S1/confirm", mapOf("package" to order.packageVal))
        return simulator.due().single()
    }
}

@EnableAutoConfiguration
class SpringConfig
