package io.github.payscore.model

import java.time.Instant
import java.time.LocalDate
import java.time.OffsetDateTime
import java.time.ZoneOffset
import java.time.ZonedDateTime
import java.time.format.DateTimeFormatter
import java.time.temporal.TemporalAccessor

/** A closed word of Payscore's own. */
internal interface Worded {
    val word: String
}

internal interface Timed {
    val text: String
}

/**
 * When a service is used. WeChat Pay writes it in Beijing time as `yyyyMMddHHmmss` or `yyyyMMdd`; a time with a zone becomes that
 * before it is signed. A time without a zone is refused: whose clock is meant cannot be known.
 */
class ServiceTime private constructor(
    /** As it was given, or read. */
    override val text: String,
) : Timed {
    override fun equals(other: Any?): Boolean = other is ServiceTime && other.text == text

    override fun hashCode(): Int = text.hashCode()

    override fun toString(): String = text

    companion object {
        /** The moment at which the user confirms. */
        @JvmField
        val ON_ACCEPT: ServiceTime = ServiceTime("OnAccept")

        /** A text in one of WeChat Pay's forms, or RFC 3339; checked when it is used. */
        @JvmStatic
        fun text(text: String): ServiceTime = ServiceTime(text)

        @JvmStatic
        fun of(time: OffsetDateTime): ServiceTime = of(time as TemporalAccessor)

        @JvmStatic
        fun of(time: ZonedDateTime): ServiceTime = of(time as TemporalAccessor)

        @JvmStatic
        fun of(time: Instant): ServiceTime = of(time.atOffset(ZoneOffset.UTC))

        /** A whole day in Beijing. */
        @JvmStatic
        fun of(day: LocalDate): ServiceTime = ServiceTime(day.toString())

        internal fun of(time: TemporalAccessor): ServiceTime = ServiceTime(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time))
    }
}

/** A moment with its zone, as RFC 3339. */
class ZonedTime private constructor(
    /** As it was given, or read. */
    override val text: String,
) : Timed {
    override fun equals(other: Any?): Boolean = other is ZonedTime && other.text == text

    override fun hashCode(): Int = text.hashCode()

    override fun toString(): String = text

    companion object {
        /** A text as RFC 3339; checked when it is used. */
        @JvmStatic
        fun text(text: String): ZonedTime = ZonedTime(text)

        @JvmStatic
        fun of(time: OffsetDateTime): ZonedTime = ZonedTime(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time))

        @JvmStatic
        fun of(time: ZonedDateTime): ZonedTime = of(time.toOffsetDateTime())

        @JvmStatic
        fun of(time: Instant): ZonedTime = of(time.atOffset(ZoneOffset.UTC))
    }
}
