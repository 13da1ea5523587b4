package io.github.payscore.examples;

import io.github.payscore.Call;
import io.github.payscore.Draft;
import io.github.payscore.Merchant;
import io.github.payscore.MerchantConfig;
import io.github.payscore.PayscoreException;
import io.github.payscore.http.Client;
import io.github.payscore.model.Ack;
import io.github.payscore.model.CompleteOrder;
import io.github.payscore.model.CreateOrder;
import io.github.payscore.model.Event;
import io.github.payscore.model.Order;
import io.github.payscore.model.OrderRef;
import io.github.payscore.model.Payment;
import io.github.payscore.model.RegisterDeductInfo;
import io.github.payscore.model.RiskFund;
import io.github.payscore.model.RiskFundName;
import io.github.payscore.model.ServiceTime;
import io.github.payscore.model.TimeRange;
import io.github.payscore.model.UserConfirmed;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Payscore from Java: builders, and the client that performs the HTTP. */
public final class JavaShop {
    private final Merchant merchant;
    private final Client wechat;

    public JavaShop(Merchant merchant) {
        this.merchant = merchant;
        this.wechat = new Client(merchant);
    }

    /** A merchant from its settings. A ConfigException names everything that is wrong with them at once. */
    public static Merchant merchant(
            String mchid, String certificate, String privateKey, String apiV3Key, Map<String, String> publicKeys) {
        return new Merchant(
                MerchantConfig.builder()
                        .mchid(mchid)
                        .certificate(certificate)
                        .privateKey(privateKey)
                        .apiV3Key(apiV3Key)
                        .publicKeys(publicKeys)
                        .build());
    }

    public CreateOrder order(String outOrderNo, String subMchid) {
        return CreateOrder.builder()
                .subMchid(subMchid)
                .outOrderNo(outOrderNo)
                .serviceIntroduction("XX充电宝")
                .riskFund(RiskFund.builder(RiskFundName.ESTIMATE_ORDER_COST, 10000L).build())
                .timeRange(TimeRange.builder().startTime(ServiceTime.ON_ACCEPT).build())
                .notifyUrl("https://shop.example/notify")
                .needUserConfirm(true)
                .build();
    }

    /** Stores the draft before it is sent. After a lost answer, `repeat` sends the identical request again. */
    public Order create(CreateOrder order, Consumer<byte[]> store) {
        Draft<Order> draft = merchant.draft(order);
        store.accept(draft.toBytes());
        Call<Order> call = merchant.sign(draft);
        return wechat.send(call);
    }

    public Order repeat(byte[] stored) {
        return wechat.send(merchant.sign(merchant.resume(stored, Order.class)));
    }

    public Order complete(OrderRef order, long fen, OffsetDateTime end) {
        wechat.completeOrder(
                order,
                CompleteOrder.builder()
                        .postPayments(List.of(Payment.builder("租借费用").amount(fen).build()))
                        .totalAmount(fen)
                        .timeRange(TimeRange.builder().endTime(ServiceTime.fromTime(end)).build())
                        .build());
        return wechat.queryOrder(order);
    }

    public void register(OrderRef order, String number) {
        wechat.registerDeductInfo(order, RegisterDeductInfo.builder(number).build());
    }

    public Ack callback(Map<String, List<String>> headers, byte[] body, Consumer<Event> store) {
        try {
            Event event = merchant.readNotification(headers, body);
            if (event instanceof UserConfirmed confirmed) {
                store.accept(confirmed);
            }
            return answer(event.getAck());
        } catch (PayscoreException refused) {
            return answer(refused.getAck());
        }
    }

    /** If there is no acknowledgement, the answer is 500: the callback comes again. */
    private static Ack answer(Ack ack) {
        return ack == null ? new Ack(500, Map.of(), "") : ack;
    }
}
