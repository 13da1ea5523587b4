package {{package}}

import com.fasterxml.jackson.annotation.JsonValue
{{imports}}

{{documentation}}
class {{name}} private constructor(
    @Transient @get:JvmName("itsMembers") internal val members: Members,
) {
{{notes}}
    constructor(
{{parameters}}
    ) : this(
        membersOf(
{{members}}
        ),
    )

    /** A builder of the same with some settings changed. */
    fun toBuilder(): Builder = Builder(members)

    /** The merchant number; no secret is in it. A JSON library writes this text. */
    @JsonValue
    override fun toString(): String = "{{name}}(mchid=${members.map["mchid"]})"

    /** Makes a {{name}}, setting by setting. */
    class Builder internal constructor(members: Members?) {
        @Transient
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

{{setters}}
        /** What is missing is named when the merchant is made, all of it at once. */
        fun build(): {{name}} = {{name}}(membersOf(members))
    }

    companion object {
        /** For Java: a builder to set every setting by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)

        /** Settings by the names that they have in every language, such as `api_v3_key`: for example, from a file. */
        @JvmStatic
        fun fromSettings(settings: Map<String, Any?>): {{name}} = {{name}}(membersOf(settings))
    }
}
