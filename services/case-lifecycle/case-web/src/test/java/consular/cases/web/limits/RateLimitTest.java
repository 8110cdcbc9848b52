package consular.cases.web.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import consular.cases.web.limits.RateLimitSettings.Address;
import consular.cases.web.limits.RateLimitSettings.Person;
import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.util.unit.DataSize;

/** Ten requests of a person in five seconds, three of an address in a minute, on a clock that the test sets. */
class RateLimitTest {
    private final AtomicLong now = new AtomicLong();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/v1/posts");
    private MockHttpServletResponse response = new MockHttpServletResponse();

    private final RateLimit limit = limit(true, 100);

    private RateLimit limit(boolean enabled, int clients) {
        var settings = new RateLimitSettings(
                enabled, new Person(10, Duration.ofSeconds(5)), new Address(3, Duration.ofMinutes(1)), clients);
        return new RateLimit(settings, meters, new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return now.get();
            }

            @Override
            public boolean isWallClockBased() {
                return false;
            }
        });
    }

    private boolean asks(String person) throws IOException {
        response = new MockHttpServletResponse();
        return limit.letsInPerson(person, request, response);
    }

    private void passes(Duration time) {
        now.addAndGet(time.toNanos());
    }

    @Test
    void each_answer_says_what_is_left() throws IOException {
        assertThat(asks("ana")).isTrue();
        assertThat(response.getHeader("RateLimit-Policy")).isEqualTo("\"person\";q=10;w=5");
        assertThat(response.getHeader("RateLimit")).isEqualTo("\"person\";r=9;t=1");
        assertThat(response.getHeader("Retry-After")).isNull();
    }

    @Test
    void one_more_than_the_quota_is_429_and_says_when_to_go_on() throws Exception {
        for (var i = 0; i < 10; i++) {
            assertThat(asks("ana")).isTrue();
        }
        assertThat(asks("ana")).isFalse();
        assertThat(response.getStatus()).isEqualTo(429);
        assertThat(response.getContentType()).isEqualTo("application/problem+json");
        assertThat(response.getContentAsString()).contains("TOO_MANY_REQUESTS", "/api/v1/posts");
        assertThat(response.getHeader("Retry-After")).isEqualTo("1");
        assertThat(response.getHeader("RateLimit")).isEqualTo("\"person\";r=0;t=5");
        assertThat(meters.get("consular.requests.turned.away")
                        .tag("reason", "rate")
                        .counter()
                        .count())
                .isOne();
        passes(Duration.ofMillis(500));
        assertThat(asks("ana")).isTrue();
        assertThat(asks("ana")).isFalse();
    }

    @Test
    void nobody_is_held_to_what_another_did() throws IOException {
        for (var i = 0; i < 11; i++) {
            asks("ana");
        }
        assertThat(asks("ben")).isTrue();
    }

    @Test
    void a_batch_costs_what_its_commands_would_alone() throws IOException {
        assertThat(asks("ana")).isTrue();
        limit.charge(request, 4);
        assertThat(asks("ana")).isTrue();
        assertThat(response.getHeader("RateLimit")).startsWith("\"person\";r=4;");
    }

    @Test
    void whoever_asked_for_more_than_was_left_waits_for_longer_but_never_for_more_than_two_windows()
            throws IOException {
        for (var i = 0; i < 10; i++) {
            assertThat(asks("ana")).isTrue();
        }
        limit.charge(request, 1_000);
        passes(Duration.ofSeconds(5));
        assertThat(asks("ana")).isFalse();
        assertThat(response.getHeader("Retry-After")).isEqualTo("1");
        passes(Duration.ofMillis(500));
        assertThat(asks("ana")).isTrue();
    }

    @Test
    void who_fails_to_sign_in_is_told_so_until_it_is_too_often() throws Exception {
        var guarded = limit.guard((_, response, _) -> response.setStatus(401));
        for (var i = 0; i < 4; i++) {
            response = new MockHttpServletResponse();
            guarded.commence(request, response, new BadCredentialsException("no"));
            assertThat(response.getStatus()).isEqualTo(i < 3 ? 401 : 429);
        }
        assertThat(response.getHeader("RateLimit-Policy")).isEqualTo("\"address\";q=3;w=60");
        assertThat(response.getHeader("Retry-After")).isEqualTo("20");
        assertThat(asks("ana")).isTrue();
    }

    @Test
    void the_addresses_of_one_subscriber_are_one() {
        assertThat(AddressBlock.of("2001:db8:1:2:3:4:5:6")).isEqualTo(AddressBlock.of("2001:db8:1:2::1"));
        assertThat(AddressBlock.of("2001:db8:1:2::1")).isNotEqualTo(AddressBlock.of("2001:db8:1:3::1"));
        assertThat(AddressBlock.of("192.0.2.1")).isEqualTo("192.0.2.1");
    }

    @Test
    void where_there_is_no_limit_nothing_is_counted_and_nothing_said() throws IOException {
        var open = limit(false, 1);
        for (var i = 0; i < 1_000; i++) {
            response = new MockHttpServletResponse();
            assertThat(open.letsInPerson("ana", request, response)).isTrue();
            open.charge(request, 1_000);
        }
        assertThat(response.getHeaderNames()).isEmpty();
    }

    @Test
    void settings_that_would_let_in_nobody_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Person(0, Duration.ofSeconds(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Address(1, Duration.ofMillis(999)));
        assertThatIllegalArgumentException().isThrownBy(() -> limit(true, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> settings(0, 1, Duration.ZERO, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> settings(1, 1, Duration.ofMillis(-1), 1));
        assertThatIllegalArgumentException().isThrownBy(() -> settings(1, 0, Duration.ZERO, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> settings(1, 1, Duration.ZERO, 0));
    }

    private static AdmissionSettings settings(int atOnce, int perPerson, Duration patience, long slowest) {
        return new AdmissionSettings(atOnce, perPerson, patience, Duration.ZERO, DataSize.ofBytes(slowest));
    }
}
