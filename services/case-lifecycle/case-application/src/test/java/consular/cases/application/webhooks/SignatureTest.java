package consular.cases.application.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is sent is signed as Standard Webhooks has it. */
class SignatureTest {
    /** The example that its libraries are tested with. */
    private static final Secret SECRET = Secret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final Instant AT = Instant.ofEpochSecond(1_614_265_330L);
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
    private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    @Test
    void the_published_example_is_signed_as_published() {
        assertThat(Signature.headers(ID, AT, BODY, List.of(SECRET)))
                .containsEntry("webhook-id", ID)
                .containsEntry("webhook-timestamp", "1614265330")
                .containsEntry("webhook-signature", SIGNATURE);
    }

    @Test
    void each_secret_signs() {
        var other = Secret.make();
        var both = Signature.headers(ID, AT, BODY, List.of(other, SECRET)).get("webhook-signature");
        assertThat(both).matches("v1,\\S{44} v1,\\S{44}").endsWith(" " + SIGNATURE);
    }

    @Test
    void whatever_is_changed_changes_the_signature() {
        var body = BODY.clone();
        body[1]++;
        assertThat(signature(ID, AT, body)).isNotEqualTo(SIGNATURE);
        assertThat(signature(ID + "x", AT, BODY)).isNotEqualTo(SIGNATURE);
        assertThat(signature(ID, AT.plusSeconds(1), BODY)).isNotEqualTo(SIGNATURE);
    }

    private static String signature(String id, Instant at, byte[] body) {
        return String.valueOf(Signature.headers(id, at, body, List.of(SECRET)).get("webhook-signature"));
    }

    @Test
    void a_secret_is_long_and_read_as_written_and_never_printed() {
        var secret = Secret.make();
        assertThat(secret.bytes()).hasSize(32);
        assertThat(Secret.parse(secret.text()).bytes()).isEqualTo(secret.bytes());
        assertThat(Secret.make().text()).isNotEqualTo(secret.text());
        assertThat(secret).hasToString("whsec_…");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Secret.parse("very secret"))
                .withMessageNotContaining("very secret");
    }
}
