/** The parameters of an operation whose reply is an [R], such as [CreateOrder]. `Merchant.draft` takes them. */
interface OperationParameters<R : Model>

/**
 * The parameters of an operation about an order that exists, such as [CancelOrder]. `Merchant.draft` takes the order's
 * [OrderRef] beside them.
 */
interface OrderOperationParameters<R : Model> : OperationParameters<R>

