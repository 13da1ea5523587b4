// Generated from core's declarations by `cargo xtask generate`. Do not edit.
package io.github.payscore

import com.fasterxml.jackson.annotation.JsonValue
import io.github.payscore.model.Members
import io.github.payscore.model.ServiceMode
import io.github.payscore.model.membersOf

/**
 * What a merchant is made of. Only `mchid`, a serial or certificate, and a key to trust are needed to sign elsewhere; a
 * private key to sign here; an APIv3 key to read callbacks.
 *
 * It holds secrets: its text shows only `mchid`, and it cannot be serialised.
 */
class MerchantConfig private constructor(
    @Transient @get:JvmName("itsMembers") internal val members: Members,
) {
    /**
     * @param mchid The institution's merchant number (从业机构商户号), digits. Never the sub-merchant's.
     * @param serialNo The serial of the merchant's API certificate, hexadecimal. Not needed with `certificate`.
     * @param certificate The merchant's API certificate, PEM (apiclient_cert.pem), instead of `serial_no`; must match
     * the private key.
     * @param privateKey The merchant's private key, PEM (apiclient_key.pem). Leave it out when signing happens
     * elsewhere.
     * @param apiV3Keys The APIv3 key, 32 bytes; several after a reset, newest first.
     * @param apiV2Key The APIv2 key, 32 characters; for signed jumps only.
     * @param publicKeys WeChat Pay's public keys: `PUB_KEY_ID_…` to PEM.
     * @param certificates WeChat Pay's platform certificates, PEM.
     * @param bootstrap Allows a merchant without any key to verify WeChat Pay with: nothing can be read by it but the
     * answer to `download_certificates`, which brings the first ones. Not needed with `public_keys`.
     * @param serviceId The default service (服务ID).
     * @param serviceMode How the default service works, when you know it: then calls are checked against it.
     * @param serviceCeiling The most that an order of the default service may come to, in fen, as agreed with WeChat
     * Pay: then calls are checked against it.
     * @param appid The default AppID of the institution.
     * @param channelId The default channel partner (渠道商商户号).
     * @param baseUrl Where requests go; `https://api.mch.weixin.qq.com` when left out. Plain http for loopback only.
     * @param fallbackBaseUrl The other address; `https://api2.mch.weixin.qq.com` when left out.
     * @param wechatpaySerial With which key answers are to be signed. When left out: the public key, else the
     * certificate that lasts longest. Needed with several public keys, because an id does not say which is the newer
     * one.
     * @param validate How strictly parameters are checked before signing: by default what an official page refuses is
     * refused, and the rest is advice; strictly, advice refuses, too; switched off, only what is needed to make the
     * bytes is checked.
     */
    constructor(
        mchid: String,
        serialNo: String? = null,
        certificate: String? = null,
        privateKey: String? = null,
        apiV3Keys: List<String>? = null,
        apiV2Key: String? = null,
        publicKeys: Map<String, String>? = null,
        certificates: List<String>? = null,
        bootstrap: Boolean? = null,
        serviceId: String? = null,
        serviceMode: ServiceMode? = null,
        serviceCeiling: Long? = null,
        appid: String? = null,
        channelId: String? = null,
        baseUrl: String? = null,
        fallbackBaseUrl: String? = null,
        wechatpaySerial: String? = null,
        validate: Validation? = null,
    ) : this(
        membersOf(
            "mchid" to mchid,
            "serial_no" to serialNo,
            "certificate" to certificate,
            "private_key" to privateKey,
            "api_v3_key" to apiV3Keys,
            "api_v2_key" to apiV2Key,
            "public_keys" to publicKeys,
            "certificates" to certificates,
            "bootstrap" to bootstrap,
            "service_id" to serviceId,
            "service_mode" to serviceMode,
            "service_ceiling" to serviceCeiling,
            "appid" to appid,
            "channel_id" to channelId,
            "base_url" to baseUrl,
            "fallback_base_url" to fallbackBaseUrl,
            "wechatpay_serial" to wechatpaySerial,
            "validate" to validate,
        ),
    )

    /** A builder of the same with some settings changed. */
    fun toBuilder(): Builder = Builder(members)

    /** The merchant number; no secret is in it. A JSON library writes this text. */
    @JsonValue
    override fun toString(): String = "MerchantConfig(mchid=${members.map["mchid"]})"

    /** Makes a MerchantConfig, setting by setting. */
    class Builder internal constructor(members: Members?) {
        @Transient
        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())

        /** The institution's merchant number (从业机构商户号), digits. Never the sub-merchant's. */
        fun mchid(mchid: String?): Builder = apply { members["mchid"] = mchid }

        /** The serial of the merchant's API certificate, hexadecimal. Not needed with `certificate`. */
        fun serialNo(serialNo: String?): Builder = apply { members["serial_no"] = serialNo }

        /**
         * The merchant's API certificate, PEM (apiclient_cert.pem), instead of `serial_no`; must match the private key.
         */
        fun certificate(certificate: String?): Builder = apply { members["certificate"] = certificate }

        /** The merchant's private key, PEM (apiclient_key.pem). Leave it out when signing happens elsewhere. */
        fun privateKey(privateKey: String?): Builder = apply { members["private_key"] = privateKey }

        /** The APIv3 key, 32 bytes; several after a reset, newest first. */
        fun apiV3Keys(apiV3Keys: List<String>?): Builder = apply { members["api_v3_key"] = apiV3Keys }

        /**
         * The APIv3 key, 32 bytes; several after a reset, newest first.
         *
         * Adds one.
         */
        fun apiV3Key(apiV3Key: String): Builder =
            apply { members["api_v3_key"] = (members["api_v3_key"] as? List<*>).orEmpty() + apiV3Key }

        /** The APIv2 key, 32 characters; for signed jumps only. */
        fun apiV2Key(apiV2Key: String?): Builder = apply { members["api_v2_key"] = apiV2Key }

        /** WeChat Pay's public keys: `PUB_KEY_ID_…` to PEM. */
        fun publicKeys(publicKeys: Map<String, String>?): Builder = apply { members["public_keys"] = publicKeys }

        /** WeChat Pay's platform certificates, PEM. */
        fun certificates(certificates: List<String>?): Builder = apply { members["certificates"] = certificates }

        /**
         * Allows a merchant without any key to verify WeChat Pay with: nothing can be read by it but the answer to
         * `download_certificates`, which brings the first ones. Not needed with `public_keys`.
         */
        fun bootstrap(bootstrap: Boolean?): Builder = apply { members["bootstrap"] = bootstrap }

        /** The default service (服务ID). */
        fun serviceId(serviceId: String?): Builder = apply { members["service_id"] = serviceId }

        /** How the default service works, when you know it: then calls are checked against it. */
        fun serviceMode(serviceMode: ServiceMode?): Builder = apply { members["service_mode"] = serviceMode }

        /**
         * The most that an order of the default service may come to, in fen, as agreed with WeChat Pay: then calls are
         * checked against it.
         */
        fun serviceCeiling(serviceCeiling: Long?): Builder = apply { members["service_ceiling"] = serviceCeiling }

        /** The default AppID of the institution. */
        fun appid(appid: String?): Builder = apply { members["appid"] = appid }

        /** The default channel partner (渠道商商户号). */
        fun channelId(channelId: String?): Builder = apply { members["channel_id"] = channelId }

        /** Where requests go; `https://api.mch.weixin.qq.com` when left out. Plain http for loopback only. */
        fun baseUrl(baseUrl: String?): Builder = apply { members["base_url"] = baseUrl }

        /** The other address; `https://api2.mch.weixin.qq.com` when left out. */
        fun fallbackBaseUrl(fallbackBaseUrl: String?): Builder =
            apply { members["fallback_base_url"] = fallbackBaseUrl }

        /**
         * With which key answers are to be signed. When left out: the public key, else the certificate that lasts
         * longest. Needed with several public keys, because an id does not say which is the newer one.
         */
        fun wechatpaySerial(wechatpaySerial: String?): Builder = apply { members["wechatpay_serial"] = wechatpaySerial }

        /**
         * How strictly parameters are checked before signing: by default what an official page refuses is refused, and
         * the rest is advice; strictly, advice refuses, too; switched off, only what is needed to make the bytes is
         * checked.
         */
        fun validate(validate: Validation?): Builder = apply { members["validate"] = validate }

        /** What is missing is named when the merchant is made, all of it at once. */
        fun build(): MerchantConfig = MerchantConfig(membersOf(members))
    }

    companion object {
        /** For Java: a builder to set every setting by its name. */
        @JvmStatic
        fun builder(): Builder = Builder(null)

        /** Settings by the names that they have in every language, such as `api_v3_key`: for example, from a file. */
        @JvmStatic
        fun fromSettings(settings: Map<String, Any?>): MerchantConfig = MerchantConfig(membersOf(settings))
    }
}
