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

/**
 * The first table under a heading of `docs/http-clients.md`: by its first column, then by the headings of the others.
 */
fun table(heading: String): Map<String, Map<String, String>> {
    val rows =
        ROOT
            .resolve("docs/http-clients.md")
            .readText()
            .substringAfter("$heading\n", "")
            .lines()
            .dropWhile { !it.startsWith("|") }
            .takeWhile { it.startsWith("|") }
            .map { row -> row.trim('|', ' ').split('|').map { it.trim() } }
    check(rows.size > 2) { "no table under $heading" }
    return rows.drop(2).associate { row -> row[0] to rows[0].drop(1).zip(row.drop(1).map { it.trim('`') }).toMap() }
}
