package io.github.payscore.consumer;

import io.github.payscore.Merchant;
import io.github.payscore.PayscoreException;
import io.github.payscore.model.Ack;
import io.github.payscore.model.Event;
import java.util.Map;
import java.util.function.Consumer;
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
    private final Merchant merchant;
    private final Consumer<Event> store;

    public SpringShop(Merchant merchant, Consumer<Event> store) {
        this.merchant = merchant;
        this.store = store;
    }

    // The snippet begins.
    @PostMapping("/wechat")
    public ResponseEntity<byte[]> wechat(@RequestHeader HttpHeaders headers, @RequestBody byte[] body) {
        Ack ack = receive(headers, body);
        if (ack == null) return ResponseEntity.internalServerError().build();
        return ResponseEntity.status(ack.status()).headers(it -> ack.headers().forEach(it::set)).body(ack.bytes());
    }

    private Ack receive(HttpHeaders headers, byte[] body) {
        try {
            Event event = merchant.readNotification(headers::get, body);
            store.accept(event);
            return event.getAck();
        } catch (PayscoreException refused) {
            return refused.getAck();
        }
    }
    // The snippet ends.

    @PostMapping("/text")
    public ResponseEntity<String> text(@RequestHeader HttpHeaders headers, @RequestBody byte[] body) {
        Ack ack = receive(headers, body);
        return ResponseEntity.status(ack.status()).headers(it -> ack.headers().forEach(it::set)).body(ack.body());
    }

    @PostMapping("/ack")
    public Ack wrongAck(@RequestHeader HttpHeaders headers, @RequestBody byte[] body) {
        return receive(headers, body);
    }

    @PostMapping("/entity")
    public ResponseEntity<Ack> wrongEntity(@RequestHeader HttpHeaders headers, @RequestBody byte[] body) {
        return ResponseEntity.ok(receive(headers, body));
    }

    @PostMapping("/map")
    public Map<String, Object> wrongMap(@RequestHeader HttpHeaders headers, @RequestBody byte[] body) {
        return Map.of("ack", receive(headers, body));
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
        Ack ack = merchant.readNotification(headers::get, body).getAck();
        return ResponseEntity.status(ack.status()).body(ack.bytes());
    }

    @ExceptionHandler
    public PayscoreException wrongHandler(PayscoreException refused) {
        return refused;
    }
}
