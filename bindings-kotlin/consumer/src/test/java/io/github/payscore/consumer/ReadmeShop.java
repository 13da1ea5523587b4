package io.github.payscore.consumer;

import io.github.payscore.Merchant;
import io.github.payscore.MerchantConfig;
import io.github.payscore.http.Client;
import io.github.payscore.model.CreateOrder;
import io.github.payscore.model.Order;
import io.github.payscore.model.RiskFund;
import io.github.payscore.model.RiskFundName;
import io.github.payscore.model.ServiceTime;
import io.github.payscore.model.TimeRange;
import java.util.Map;

/** The README's snippets in Java. `ReadmeTest` executes them. */
public final class ReadmeShop {
    private ReadmeShop() {}

    public static Merchant settings(String certPem, String keyPem, String apiV3Key, String wechatpayPem) {
        // The snippet begins.
        Merchant merchant = new Merchant(MerchantConfig.builder()
                .mchid("1230000100")
                .certificate(certPem)
                .privateKey(keyPem)
                .apiV3Key(apiV3Key)
                .publicKeys(Map.of("PUB_KEY_ID_...", wechatpayPem))
                .serviceId("2002...").appid("wx...").channelId("1230000109")
                .build());
        // The snippet ends.
        return merchant;
    }

    public static Order createOrder(Merchant merchant) {
        // The snippet begins.
        Client wechat = new Client(merchant);
        Order order = wechat.createOrder(CreateOrder.builder()
                .subMchid("1900000109").outOrderNo("A1").serviceIntroduction("XX充电宝")
                .riskFund(RiskFund.builder(RiskFundName.ESTIMATE_ORDER_COST, 10000L).build())
                .timeRange(TimeRange.builder().startTime(ServiceTime.ON_ACCEPT).build())
                .notifyUrl("https://shop.example/notify").needUserConfirm(true)
                .build());
        // The snippet ends.
        return order;
    }
}
