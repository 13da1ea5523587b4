// Generated from core's declarations by `cargo xtask generate`. Do not edit.
package io.github.payscore

import com.fasterxml.jackson.annotation.JsonValue
import io.github.payscore.model.Members
import io.github.payscore.model.ServiceMode
import io.github.payscore.model.membersOf

/**
 * The settings of a merchant. Always required: `mchid`, `certificate` or `serial_no`, and a key that verifies WeChat
 * Pay. A private key is required to sign here, an APIv3 key to read callbacks.
 *
 * It holds secrets: its text shows only `mchid`, and it cannot be serialised.
 */
class MerchantConfig private constructor(
    @Transient @get:JvmName("itsMembers") internal val members: Members,
) {
    /**
     * @param mchid The institution's merchant number (从业机构商户号), digits. Never the sub-merchant's.
     * @param serialNo The serial of the merchant's API certificate, in hexadecimal. Not needed with `certificate`.
     * @param certificate The merchant's API certificate in PEM (apiclient_cert.pem). It replaces `serial_no`, and must
     * match the private key.
     * @param privateKey The merchant's private key in PEM (apiclient_key.pem). Leave it out if signing happens
     * elsewhere.
     * @param apiV3Keys The APIv3 key, 32 bytes. After a reset, several keys with the newest first.
     * @param apiV2Key The APIv2 key, 32 characters. Only signed jumps use it.
     * @param publicKeys WeChat Pay's public keys: from id (`PUB_KEY_ID_…`) to PEM.
     * @param certificates WeChat Pay's platform certificates, in PEM.
     * @param bootstrap Allows creating a merchant that trusts no key yet. Such a merchant can only read the reply to
     * `download_certificates`, which brings the first keys. Not needed with `public_keys`.
     * @param serviceId The default service (服务ID).
     * @param serviceMode The default service's mode, if known. If set, calls are checked against it.
     * @param serviceCeiling The default service's ceiling per order, in fen, as agreed with WeChat Pay. If set, amounts
     * are checked against it.
     * @param appid The default AppID of the institution.
     * @param channelId The default channel partner (渠道商商户号).
     * @param baseUrl Where requests go; by default `https://api.mch.weixin.qq.com`. Plain http is for this machine
     * only.
     * @param fallbackBaseUrl The other address, which `again` uses; by default `https://api2.mch.weixin.qq.com`.
     * @param wechatpaySerial The key with which WeChat Pay signs its answers: a public key's id or a certificate's
     * serial. By default it is the public key, or without one the certificate that lasts longest. Required with several
     * public keys, because an id does not say which is newer.
     * @param validate How strictly parameters are checked before signing. By default, rules that an official page
     * states refuse, and other rules are advice. `"strict"` also rejects on advice; `false` checks only what is needed
     * to build the request.
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

        /** The serial of the merchant's API certificate, in hexadecimal. Not needed with `certificate`. */
        fun serialNo(serialNo: String?): Builder = apply { members["serial_no"] = serialNo }

        /**
         * The merchant's API certificate in PEM (apiclient_cert.pem). It replaces `serial_no`, and must match the
         * private key.
         */
        fun certificate(certificate: String?): Builder = apply { members["certificate"] = certificate }

        /** The merchant's private key in PEM (apiclient_key.pem). Leave it out if signing happens elsewhere. */
        fun privateKey(privateKey: String?): Builder = apply { members["private_key"] = privateKey }

        /** The APIv3 key, 32 bytes. After a reset, several keys with the newest first. */
        fun apiV3Keys(apiV3Keys: List<String>?): Builder = apply { members["api_v3_key"] = apiV3Keys }

        /**
         * The APIv3 key, 32 bytes. After a reset, several keys with the newest first.
         *
         * Adds one.
         */
        fun apiV3Key(apiV3Key: String): Builder =
            apply { members["api_v3_key"] = (members["api_v3_key"] as? List<*>).orEmpty() + apiV3Key }

        /** The APIv2 key, 32 characters. Only signed jumps use it. */
        fun apiV2Key(apiV2Key: String?): Builder = apply { members["api_v2_key"] = apiV2Key }

        /** WeChat Pay's public keys: from id (`PUB_KEY_ID_…`) to PEM. */
        fun publicKeys(publicKeys: Map<String, String>?): Builder = apply { members["public_keys"] = publicKeys }

        /** WeChat Pay's platform certificates, in PEM. */
        fun certificates(certificates: List<String>?): Builder = apply { members["certificates"] = certificates }

        /**
         * Allows creating a merchant that trusts no key yet. Such a merchant can only read the reply to
         * `download_certificates`, which brings the first keys. Not needed with `public_keys`.
         */
        fun bootstrap(bootstrap: Boolean?): Builder = apply { members["bootstrap"] = bootstrap }

        /** The default service (服务ID). */
        fun serviceId(serviceId: String?): Builder = apply { members["service_id"] = serviceId }

        /** The default service's mode, if known. If set, calls are checked against it. */
        fun serviceMode(serviceMode: ServiceMode?): Builder = apply { members["service_mode"] = serviceMode }

        /**
         * The default service's ceiling per order, in fen, as agreed with WeChat Pay. If set, amounts are checked
         * against it.
         */
        fun serviceCeiling(serviceCeiling: Long?): Builder = apply { members["service_ceiling"] = serviceCeiling }

        /** The default AppID of the institution. */
        fun appid(appid: String?): Builder = apply { members["appid"] = appid }

        /** The default channel partner (渠道商商户号). */
        fun channelId(channelId: String?): Builder = apply { members["channel_id"] = channelId }

        /** Where requests go; by default `https://api.mch.weixin.qq.com`. Plain http is for this machine only. */
        fun baseUrl(baseUrl: String?): Builder = apply { members["base_url"] = baseUrl }

        /** The other address, which `again` uses; by default `https://api2.mch.weixin.qq.com`. */
        fun fallbackBaseUrl(fallbackBaseUrl: String?): Builder =
            apply { members["fallback_base_url"] = fallbackBaseUrl }

        /**
         * The key with which WeChat Pay signs its answers: a public key's id or a certificate's serial. By default it
         * is the public key, or without one the certificate that lasts longest. Required with several public keys,
         * because an id does not say which is newer.
         */
        fun wechatpaySerial(wechatpaySerial: String?): Builder = apply { members["wechatpay_serial"] = wechatpaySerial }

        /**
         * How strictly parameters are checked before signing. By default, rules that an official page states refuse,
         * and other rules are advice. `"strict"` also rejects on advice; `false` checks only what is needed to build
         * the request.
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
