package consular.cases.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Beside what {@code openssl dgst -sha256 -mac HMAC} says of the same bytes. */
class WebhookSignatureTest {

    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final String TIMESTAMP = "1614265330";
    private static final Instant SIGNED = Instant.ofEpochSecond(1614265330);
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(UTF_8);
    private static final String GENUINE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    private final WebhookSignature signature = new WebhookSignature("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

    @Test
    void knows_what_the_service_signed() {
        assertThat(signature.isGenuine(ID, TIMESTAMP, GENUINE, BODY, SIGNED)).isTrue();
        assertThat(signature.isGenuine(ID, TIMESTAMP, "v1,AAAA v2,BBBB " + GENUINE, BODY, SIGNED))
                .isTrue();
    }

    @Test
    void knows_what_it_did_not_sign() {
        var other = "{\"test\": 2432232315}".getBytes(UTF_8);
        assertThat(signature.isGenuine(ID, TIMESTAMP, GENUINE, other, SIGNED)).isFalse();
        assertThat(signature.isGenuine("msg_other", TIMESTAMP, GENUINE, BODY, SIGNED))
                .isFalse();
        assertThat(signature.isGenuine(ID, "1614265331", GENUINE, BODY, SIGNED)).isFalse();
        assertThat(signature.isGenuine(ID, TIMESTAMP, "", BODY, SIGNED)).isFalse();
        assertThat(signature.isGenuine(ID, TIMESTAMP, GENUINE.replace("v1,", "v2,"), BODY, SIGNED))
                .isFalse();
        assertThat(new WebhookSignature("whsec_AAAA").isGenuine(ID, TIMESTAMP, GENUINE, BODY, SIGNED))
                .isFalse();
    }

    @Test
    void takes_no_message_that_somebody_kept() {
        assertThat(signature.isGenuine(ID, TIMESTAMP, GENUINE, BODY, SIGNED.plus(Duration.ofMinutes(5))))
                .isTrue();
        assertThat(signature.isGenuine(ID, TIMESTAMP, GENUINE, BODY, SIGNED.plusSeconds(301)))
                .isFalse();
        assertThat(signature.isGenuine(ID, TIMESTAMP, GENUINE, BODY, SIGNED.minusSeconds(301)))
                .isFalse();
        assertThat(signature.isGenuine(ID, "yesterday", GENUINE, BODY, SIGNED)).isFalse();
    }

    @Test
    void wants_a_secret() {
        assertThatThrownBy(() -> new WebhookSignature("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
