package io.github.payscore.consumer

import java.io.File

/** The project's root; the files that all languages share are below it. */
val ROOT = File(System.getProperty("payscore.root"))

/** Writes how much was executed into the directory PAYSCORE_COUNTS, to compare the languages. */
fun note(
    what: String,
    count: Int,
) {
    System.getenv("PAYSCORE_COUNTS")?.let { File(it, "kotlin.$what").writeText(count.toString()) }
}

/** The JSON files of a folder, in order. An environment variable may name another folder. */
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
