package io.github.payscore.consumer;

import io.github.payscore.Merchant;
import io.github.payscore.PayscoreException;
import io.github.payscore.model.Ack;
import io.github.payscore.model.Event;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Callbacks in Spring: the right way, and the usual mistakes. */
@RestController
public class SpringShop {
    private static final Ack AGAIN = new Ack(500, Map.of(), "");

    private final Merchant merchant;

    public SpringShop(Merchant merchant) {
        this.merchant = merchant;
    }

    @PostMapping("/right")
    public ResponseEntity<byte[]> right(@RequestHeader HttpHeaders headers, @RequestBody byte[] body) {
        Ack ack;
        try {
            ack = merchant.readNotification(headers::get, body).getAck();
        } catch (PayscoreException refused) {
            ack = refused.getAck();
        }
        return send(ack == null ? AGAIN : ack);
    }

    @PostMapping("/text")
    public ResponseEntity<String> text(@RequestHeader HttpHeaders headers, @RequestBody byte[] body) {
        Ack ack = ack(headers, body);
        return ResponseEntity.status(ack.status()).headers(it -> ack.headers().forEach(it::set)).body(ack.body());
    }

    @PostMapping("/ack")
    public Ack wrongAck(@RequestHeader HttpHeaders headers, @RequestBody byte[] body) {
        return ack(headers, body);
    }

    @PostMapping("/entity")
    public ResponseEntity<Ack> wrongEntity(@RequestHeader HttpHeaders headers, @RequestBody byte[] body) {
        return ResponseEntity.ok(ack(headers, body));
    }

    @PostMapping("/map")
    public Map<String, Object> wrongMap(@RequestHeader HttpHeaders headers, @RequestBody byte[] body) {
        return Map.of("ack", ack(headers, body));
    }

    @PostMapping("/event")
    public Event wrongEvent(@RequestHeader HttpHeaders headers, @RequestBody byte[] body) {
        return merchant.readNotification(headers::get, body);
    }

    @PostMapping("/error")
    public Object wrongError(@RequestHeader HttpHeaders headers, @RequestBody byte[] body) {
        try {
            return merchant.readNotification(headers::get, body);
        } catch (PayscoreException refused) {
            return refused;
        }
    }

    @PostMapping("/thrown")
    public ResponseEntity<byte[]> thrown(@RequestHeader HttpHeaders headers, @RequestBody byte[] body) {
        return send(merchant.readNotification(headers::get, body).getAck());
    }

    @ExceptionHandler
    public PayscoreException wrongHandler(PayscoreException refused) {
        return refused;
    }

    private Ack ack(HttpHeaders headers, byte[] body) {
        try {
            return merchant.readNotification(headers::get, body).getAck();
        } catch (PayscoreException refused) {
            return refused.getAck();
        }
    }

    private static ResponseEntity<byte[]> send(Ack ack) {
        return ResponseEntity.status(ack.status()).headers(it -> ack.headers().forEach(it::set)).body(ack.bytes());
    }
}
