package io.github.payscore

import java.util.UUID
import java.util.function.Consumer
import java.util.function.LongSupplier
import java.util.function.Supplier

/**
 * The institution (从业机构) that calls WeChat Pay. Its settings are checked when it is made. It is immutable and safe to
 * share between threads. It opens no connection, starts no thread and keeps nothing global.
 *
 * @param clock the time in Unix seconds.
 * @param nonce 1 to 32 random letters and digits, fresh for every call.
 * @throws ConfigException which names everything that is wrong at once.
 */
class Merchant
    @JvmOverloads
    constructor(
        /** Its settings. */
        @Transient val config: MerchantConfig,
        @Transient private val clock: LongSupplier = LongSupplier { System.currentTimeMillis() / 1000 },
        @Transient private val nonce: Supplier<String> = Supplier { UUID.randomUUID().toString().replace("-", "") },
    ) : Operations(MerchantParts(config.members, clock, nonce)) {
        /** Another merchant with some settings changed. */
        fun with(changes: Consumer<MerchantConfig.Builder>): Merchant =
            Merchant(config.toBuilder().apply(changes::accept).build(), clock, nonce)
    }
