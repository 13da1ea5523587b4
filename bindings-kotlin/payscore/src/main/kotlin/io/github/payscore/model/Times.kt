package io.github.payscore.model

import java.time.Instant
import java.time.LocalDate
import java.time.OffsetDateTime
import java.time.ZoneOffset
import java.time.ZonedDateTime
import java.time.format.DateTimeFormatter
import java.time.temporal.TemporalAccessor

internal interface TimeText {
    val text: String
}

/**
 * When a service is used. WeChat Pay writes it in Beijing time as `yyyyMMddHHmmss` or `yyyyMMdd`; a time with a zone is
 * converted before it is signed. A time without a zone is refused, because it does not say which clock is meant.
 */
class ServiceTime private constructor(
    /** The time as it was passed or read. */
    override val text: String,
) : TimeText {
    override fun equals(other: Any?): Boolean = other is ServiceTime && other.text == text

    override fun hashCode(): Int = text.hashCode()

    override fun toString(): String = text

    companion object {
        /** The moment at which the user confirms. */
        @JvmField
        val ON_ACCEPT: ServiceTime = ServiceTime("OnAccept")

        /** A time as a text in one of WeChat Pay's forms or in RFC 3339; checked when it is used. */
        @JvmStatic
        fun fromText(text: String): ServiceTime = ServiceTime(text)

        /** A moment. */
        @JvmStatic
        fun fromTime(time: OffsetDateTime): ServiceTime = fromTemporal(time)

        /** A moment. */
        @JvmStatic
        fun fromTime(time: ZonedDateTime): ServiceTime = fromTemporal(time)

        /** A moment. */
        @JvmStatic
        fun fromTime(time: Instant): ServiceTime = fromTemporal(time.atOffset(ZoneOffset.UTC))

        /** A whole day in Beijing. */
        @JvmStatic
        fun fromDate(day: LocalDate): ServiceTime = ServiceTime(day.toString())

        internal fun fromTemporal(time: TemporalAccessor): ServiceTime =
            ServiceTime(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time))
    }
}

/** A moment with its zone, as in RFC 3339. */
class ZonedTime private constructor(
    /** The time as it was passed or read. */
    override val text: String,
) : TimeText {
    override fun equals(other: Any?): Boolean = other is ZonedTime && other.text == text

    override fun hashCode(): Int = text.hashCode()

    override fun toString(): String = text

    companion object {
        /** A moment as a text in RFC 3339; checked when it is used. */
        @JvmStatic
        fun fromText(text: String): ZonedTime = ZonedTime(text)

        /** A moment. */
        @JvmStatic
        fun fromTime(time: OffsetDateTime): ZonedTime = ZonedTime(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time))

        /** A moment. */
        @JvmStatic
        fun fromTime(time: ZonedDateTime): ZonedTime = fromTime(time.toOffsetDateTime())

        /** A moment. */
        @JvmStatic
        fun fromTime(time: Instant): ZonedTime = fromTime(time.atOffset(ZoneOffset.UTC))
    }
}
