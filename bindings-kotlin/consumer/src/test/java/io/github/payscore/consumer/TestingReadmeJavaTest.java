package io.github.payscore.consumer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.payscore.Merchant;
import io.github.payscore.PayscoreException;
import io.github.payscore.model.OrderRef;
import io.github.payscore.testing.Simulator;
import org.junit.jupiter.api.Test;

/** The snippet of the README of `payscore-testing` in Java, executed. */
class TestingReadmeJavaTest {
    // The snippet begins.
    @Test
    void anOrderThatNobodyMade() {
        Simulator simulator = new Simulator();
        Merchant merchant = simulator.merchant();
        OrderRef ref = OrderRef.builder("A1").subMchid("1900000109").build();
        PayscoreException error =
                assertThrows(PayscoreException.class, () -> simulator.perform(merchant.queryOrder(ref)));
        assertEquals("ORDER_NOT_EXIST", error.getWechatCode());
    }
    // The snippet ends.
}
