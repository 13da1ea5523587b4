package io.github.payscore.consumer

import io.github.payscore.Merchant
import io.github.payscore.testing.Simulator
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import java.io.File
import java.util.jar.JarFile

/** The production jar holds no simulator, no test key, and nothing that only tests or measurements need. */
class ProductionJarTest {
    private val production = entriesOf(Merchant::class.java)
    private val testing = entriesOf(Simulator::class.java)

    @Test
    fun `no test key is in production`() {
        val keys = testKeys()
        assertTrue(keys.size >= 6, "$keys")
        assertEquals(emptyList<String>(), keys.filter { key -> production.values.any { it.contains(key) } })
        assertTrue(keys.all { key -> testing.values.any { it.contains(key) } }, "the control")
    }

    @Test
    fun `no simulator is in production`() {
        val marks = listOf("/_simulator", "double_charges")
        for ((name, content) in production) {
            assertTrue("testing" !in name && "imulator" !in name, name)
            assertEquals(emptyList<String>(), marks.filter { content.contains(it) }, name)
        }
        assertTrue(marks.all { mark -> testing.values.any { it.contains(mark) } }, "the control")
    }

    @Test
    fun `nothing that only tests need is in production`() {
        val plumbing = methodsOf("io.github.payscore.ffi.Payscore_kotlinKt")
        assertTrue("parseJson" in plumbing, "$plumbing")
        val forTests = setOf("emptyCrossing", "sha1Hex", "sha256Hex", "hmacSha256Hex")
        assertEquals(emptySet<String>(), plumbing intersect forTests)
        assertEquals(forTests, methodsOf("io.github.payscore.testing.ffi.Payscore_kotlin_testingKt") intersect forTests)
    }

    private fun methodsOf(name: String): Set<String> =
        Class
            .forName(name)
            .methods
            .map { it.name }
            .toSet()

    /** A line of each private key of the simulator, and its APIv3 key. */
    private fun testKeys(): List<String> {
        val files = ROOT.resolve("simulator/src/keys").listFiles { file -> file.name.endsWith(".key.pem") }.orEmpty()
        val merchant = Simulator(NOW).control("GET", "/_simulator").members()["merchant"].members()
        val apiV3Key = merchant["api_v3_key"].let { if (it is List<*>) it.first() else it } as String
        return files.map { it.readLines()[5] } + apiV3Key
    }

    /** The files of the jar that a class came from, byte for byte as ISO 8859-1. */
    private fun entriesOf(type: Class<*>): Map<String, String> {
        val jar =
            File(
                type.protectionDomain.codeSource.location
                    .toURI(),
            )
        return JarFile(jar).use { file ->
            file.entries().toList().filterNot { it.isDirectory }.associate { entry ->
                entry.name to String(file.getInputStream(entry).readAllBytes(), Charsets.ISO_8859_1)
            }
        }
    }
}
