{{documentation}}
class {{name}} internal constructor(source: Members) : Returned(source) {
    constructor(
{{parameters}}
    ) : this(
        membersOf(
{{members}}
        ),
    )

{{functions}}
    /** The body's bytes, in UTF-8. */
    fun bytes(): ByteArray = body().toByteArray()
}
