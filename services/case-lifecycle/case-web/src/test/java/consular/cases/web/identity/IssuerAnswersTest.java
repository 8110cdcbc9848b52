package consular.cases.web.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bucket4j.TimeMeter;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.mock.http.client.MockClientHttpRequest;
import org.springframework.mock.http.client.MockClientHttpResponse;

/** How often the issuer is asked for its keys, on a clock that the test sets. */
class IssuerAnswersTest {
    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger asked = new AtomicInteger();
    private final IssuerAnswers answers = new IssuerAnswers(new TimeMeter() {
        @Override
        public long currentTimeNanos() {
            return now.get();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    });

    private final ClientHttpRequestExecution issuer =
            (_, _) -> new MockClientHttpResponse(("keys " + asked.incrementAndGet()).getBytes(UTF_8), HttpStatus.OK);

    private String ask(ClientHttpRequestExecution whom) throws IOException {
        var request = new MockClientHttpRequest(HttpMethod.GET, URI.create("https://issuer.example/jwks"));
        try (var answer = answers.intercept(request, new byte[0], whom)) {
            return new String(answer.getBody().readAllBytes(), UTF_8);
        }
    }

    @Test
    void however_often_a_key_is_unknown_the_issuer_is_asked_seldom() throws IOException {
        for (var i = 0; i < 1_000; i++) {
            ask(issuer);
        }
        assertThat(asked).hasValue(5);
        assertThat(ask(issuer)).isEqualTo("keys 5");
        now.addAndGet(Duration.ofSeconds(10).toNanos());
        assertThat(ask(issuer)).isEqualTo("keys 6");
        assertThat(ask(issuer)).isEqualTo("keys 6");
    }

    @Test
    void while_the_issuer_is_away_its_last_answer_holds() throws IOException {
        ask(issuer);
        assertThat(ask((_, _) -> {
                    throw new IOException("no route");
                }))
                .isEqualTo("keys 1");
        assertThat(ask((_, _) -> new MockClientHttpResponse(new byte[0], HttpStatus.BAD_GATEWAY)))
                .isEqualTo("keys 1");
    }

    @Test
    void who_was_never_heard_of_is_away() {
        for (var i = 0; i < 7; i++) {
            assertThatThrownBy(() -> ask((_, _) -> {
                        throw new IOException("no route");
                    }))
                    .isInstanceOf(IOException.class);
        }
    }
}
