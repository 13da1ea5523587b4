{{documentation}}
enum class {{name}}(
    /** The word for it, the same in every language. */
    override val word: String,
) : WordEnum {
{{entries}}
    ;

    override fun toString(): String = word

    internal companion object {
        fun fromWord(word: String): {{name}} = entries.first { it.word == word }
    }
}
