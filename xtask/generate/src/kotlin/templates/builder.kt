    /** A builder of the same with some members changed. */
    fun toBuilder(): Builder = Builder(members)

    /** Makes a {{name}}, member by member. */
    class Builder internal constructor(members: Members?) {
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

{{setters}}
        /** What is missing is named when the {{name}} is used, all of it at once. */
        fun build(): {{name}} = {{name}}(membersOf(members))
    }

    companion object {
        /** For Java: a builder to set every member by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)
{{with_needed}}
    }
