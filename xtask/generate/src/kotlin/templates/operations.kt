@file:Suppress("unused")

package {{package}}

{{imports}}
import java.util.concurrent.CompletableFuture

/** Every operation. */
internal object Registry {
{{registry}}

    val ALL =
        OperationRegistry(
            listOf(
{{names}}
            ),
        )
}

/** The operations of a merchant as calls, and its functions, which need no call. */
abstract class Operations internal constructor(
    parts: MerchantParts,
) : BaseMerchant<Event, {{order_ref}}>("{{namespace}}", parts, Registry.ALL, { Event.fromMembers(it) }) {
{{calls}}

{{functions}}
}

/** The operations over HTTP. Each returns its verified reply. */
abstract class ClientOperations internal constructor() {
{{performed}}

    internal abstract fun <R : Model> perform(
        operation: Operation<R>,
        order: {{order_ref}}?,
        params: Model?,
        extra: Map<String, Any?>?,
    ): R
}

/** The operations over HTTP, without waiting. Each returns a future of its verified reply. */
abstract class AsyncClientOperations internal constructor() {
{{performed_async}}

    internal abstract fun <R : Model> perform(
        operation: Operation<R>,
        order: {{order_ref}}?,
        params: Model?,
        extra: Map<String, Any?>?,
    ): CompletableFuture<R>
}
