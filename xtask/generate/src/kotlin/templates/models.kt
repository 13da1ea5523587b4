{{header}}
package io.github.payscore.model

/** The parameters of an operation whose reply is an [R], such as [CreateOrder]. `Merchant.draft` takes them. */
sealed interface OperationParameters<R : Model>

/**
 * The parameters of an operation about an order that exists, such as [CancelOrder]. `Merchant.draft` takes the order's
 * [OrderRef] beside them.
 */
sealed interface OrderOperationParameters<R : Model> : OperationParameters<R>

/** What may be found out about a call whose answer was lost: `Draft.settle` takes it. */
sealed interface Found

{{classes}}

{{event}}
