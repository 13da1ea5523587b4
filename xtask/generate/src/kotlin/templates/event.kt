/** A verified callback. */
sealed interface Event {
{{members}}
    companion object {
        internal fun fromMembers(members: Members): Event =
            when (members.map["event_type"]) {
{{cases}}
                else -> {{other}}(members)
            }
    }
}
