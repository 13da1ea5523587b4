{{documentation}}
class {{name}} private constructor(value: String) : OpenEnum(value) {
    companion object {
{{constants}}
        private val KNOWN =
            listOf(
{{known}}
            ).associateBy { it.value }

        /** The value that is this text on the wire, known or not. */
        @JvmStatic
        fun fromValue(value: String): {{name}} = KNOWN[value] ?: {{name}}(value)
    }
}
