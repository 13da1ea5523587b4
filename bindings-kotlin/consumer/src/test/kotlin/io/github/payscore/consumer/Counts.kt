package io.github.payscore.consumer

import java.io.File

/** The project's root, where the files common to all languages are. */
val ROOT = File(System.getProperty("payscore.root"))

/** Notes how much was executed, for the comparison between the languages: PAYSCORE_COUNTS names the directory. */
fun note(
    what: String,
    count: Int,
) {
    System.getenv("PAYSCORE_COUNTS")?.let { File(it, "kotlin.$what").writeText(count.toString()) }
}

/** The files of a folder that the environment may name, in order. */
fun files(
    variable: String,
    folder: String,
): List<File> {
    val chosen = System.getenv(variable)?.takeIf { it.isNotEmpty() }?.let(::File) ?: ROOT.resolve(folder)
    return chosen.listFiles { file -> file.extension == "json" }.orEmpty().sorted()
}
