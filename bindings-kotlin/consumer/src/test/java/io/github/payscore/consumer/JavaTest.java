package io.github.payscore.consumer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.payscore.Call;
import io.github.payscore.ConfigException;
import io.github.payscore.Draft;
import io.github.payscore.InvalidException;
import io.github.payscore.Merchant;
import io.github.payscore.Payscore;
import io.github.payscore.PayscoreException;
import io.github.payscore.Validation;
import io.github.payscore.examples.JavaShop;
import io.github.payscore.http.AsyncClient;
import io.github.payscore.http.Client;
import io.github.payscore.model.AcknowledgePrepay;
import io.github.payscore.model.CancelOrder;
import io.github.payscore.model.CreateOrder;
import io.github.payscore.model.Deduction;
import io.github.payscore.model.DeductionStanding;
import io.github.payscore.model.Event;
import io.github.payscore.model.Lifecycle;
import io.github.payscore.model.NextAction;
import io.github.payscore.model.Order;
import io.github.payscore.model.OrderCancelled;
import io.github.payscore.model.OrderRef;
import io.github.payscore.model.Outcome;
import io.github.payscore.model.Phase;
import io.github.payscore.model.Retry;
import io.github.payscore.model.RiskFund;
import io.github.payscore.model.UserConfirmed;
import io.github.payscore.testing.Simulator;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** The package from Java. Compiled with -Xlint:all -Werror. */
class JavaTest {
    private static final String SUB = "1900000109";
    private static final long NOW = 1748739600L;

    @Test
    void theExampleOverHttp() {
        try (Served served = new Served()) {
            Merchant merchant = served.getMerchant();
            JavaShop shop = new JavaShop(merchant);
            List<byte[]> stored = new ArrayList<>();
            Order order = shop.create(shop.order("J-1", SUB), stored::add);
            assertEquals(Phase.CREATED, order.getPhase());
            assertSame(Phase.CREATED, order.getPhase());
            assertNotNull(shop.repeat(stored.get(0)).getPackageVal());
            served.control("POST", "/_simulator/orders/J-1/confirm", "{}");
            var due = served.due();
            List<Event> events = new ArrayList<>();
            assertEquals(204, shop.callback(due.getFirst(), due.getSecond(), events::add).status());
            UserConfirmed confirmed = assertInstanceOf(UserConfirmed.class, events.get(0));
            assertEquals(Phase.IN_SERVICE, confirmed.getOrder().getPhase());
            OrderRef ref = order.getOrderRef();
            served.control("POST", "/_simulator/clock", "{\"advance\": 60}");
            Order completed = shop.complete(ref, 700L, OffsetDateTime.parse("2025-06-01T01:01:00Z"));
            assertEquals(Phase.AWAITING_PAYMENT, completed.getPhase());
            shop.register(ref, "D1");
            Deduction deduction = Deduction.builder("D1", DeductionStanding.NOT_SENT).registeredAt(NOW).build();
            Lifecycle standing = Payscore.lifecycle(completed, deduction, NOW);
            assertEquals(NextAction.WITHHOLD, standing.getNext().getAction());
            assertTrue(!standing.getOperations().get("cancel_order").getAllowed());
        }
    }

    @Test
    void whatIsMissingIsNeverANullPointer() {
        Merchant merchant = new Simulator(NOW).merchant();
        RiskFund nothing = RiskFund.builder(null, null).build();
        CreateOrder empty = CreateOrder.builder(null, null, null, nothing, null, null).build();
        InvalidException error = assertThrows(InvalidException.class, () -> merchant.createOrder(empty));
        assertTrue(error.getIssues().stream().filter(issue -> issue.getCode().equals("invalid.missing")).count() >= 6);
        assertEquals(Outcome.NOT_SENT, error.getOutcome());
        assertThrows(ConfigException.class, () -> JavaShop.merchant("1", null, null, "x", Map.of()));
    }

    /** Which operation it is, and which reply it has, follows from the class of the parameters. */
    @Test
    void everyFormOfADraft() {
        Simulator simulator = new Simulator(NOW);
        Merchant merchant = simulator.merchant();
        OrderRef ref = OrderRef.builder("A1").subMchid(SUB).build();
        CancelOrder cancellation = CancelOrder.builder("不要了").build();
        Draft<Order> created = merchant.draft(new JavaShop(merchant).order("A1", SUB));
        Draft<Order> withMore = merchant.draft(new JavaShop(merchant).order("A1", SUB), Map.of("novel", 1));
        Draft<OrderCancelled> cancelled = merchant.draft(ref, cancellation);
        Draft<OrderCancelled> withOrderAndMore = merchant.draft(ref, cancellation, Map.of("novel", 1));
        Draft<?> named = merchant.draft("cancel_order", "{\"reason\": \"不要了\"}", ref);
        Draft<?> alone = merchant.draft("query_order", "{\"out_order_no\": \"A1\", \"sub_mchid\": \"" + SUB + "\"}");
        Draft<?> namedWithMore = merchant.draft("cancel_order", "{\"reason\": \"x\"}", ref, Map.of("novel", 1));
        assertEquals("create_order", created.getOperation());
        assertEquals("create_order", withMore.getOperation());
        assertArrayEquals(cancelled.toBytes(), named.toBytes());
        assertEquals("query_order", alone.getOperation());
        assertTrue(new String(namedWithMore.toBytes(), StandardCharsets.UTF_8).contains("novel"));
        Order order = simulator.perform(merchant.sign(created));
        assertEquals(Phase.CREATED, order.getPhase());
        OrderCancelled reply = simulator.perform(merchant.sign(cancelled));
        assertNotNull(reply.getRaw());
        assertEquals("cancel_order", withOrderAndMore.getOperation());
    }

    /** A function with many parameters takes an object that a builder makes. */
    @Test
    void aFunctionTakesItsParametersAsAnObject() {
        Merchant merchant = new Simulator(NOW).merchant();
        AcknowledgePrepay params = AcknowledgePrepay.builder("D1", 200L).nothingRegistered(true).build();
        assertEquals(200, merchant.acknowledgePrepay(params).getAck().status());
    }

    @Test
    void everyFormOfACall() {
        Simulator simulator = new Simulator(NOW);
        Merchant merchant = simulator.merchant(settings -> settings.validate(Validation.STRICT));
        OrderRef ref = OrderRef.builder("A1").subMchid(SUB).build();
        Call<Order> query = merchant.queryOrder(ref);
        PayscoreException error = assertThrows(PayscoreException.class, () -> simulator.perform(query));
        assertEquals("ORDER_NOT_EXIST", error.getWechatCode());
        assertEquals(error.getCode() + ": " + error.getDetail(), error.getMessage());
        assertEquals(error.getApi().getWechatMessage(), error.getWechatMessage());
        assertTrue(error.getMessage().contains(error.getWechatMessage()));
        assertTrue(error.getVerified());
        assertEquals(404L, error.getStatus());
        Call<?> cancel = merchant.cancelOrder(ref, CancelOrder.builder("不要了").build(), Map.of("novel", 1));
        assertTrue(new String(cancel.getBody(), StandardCharsets.UTF_8).contains("\"novel\":1"));
        assertEquals(Retry.QUERY_FIRST, cancel.lost("gone").getRetry());
    }

    @Test
    void withoutWaiting() {
        try (Served served = new Served()) {
            AsyncClient client = new Client(served.getMerchant()).getAsync();
            CreateOrder order = new JavaShop(served.getMerchant()).order("J-2", SUB);
            Order created = client.createOrder(order).thenCompose(it -> client.queryOrder(it.getOrderRef())).join();
            assertEquals(Phase.CREATED, created.getPhase());
            OrderRef other = OrderRef.builder("none").subMchid(SUB).build();
            CompletionException failed =
                    assertThrows(CompletionException.class, () -> client.queryOrder(other).join());
            assertInstanceOf(PayscoreException.class, failed.getCause());
        }
    }
}
