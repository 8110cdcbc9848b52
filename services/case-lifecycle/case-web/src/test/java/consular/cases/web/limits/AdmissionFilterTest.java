package consular.cases.web.limits;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.FilterChain;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.util.unit.DataSize;

/** Two requests at once, of two persons, and a third. */
@Timeout(60)
class AdmissionFilterTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AdmissionFilter filter = new AdmissionFilter(
            new AdmissionSettings(2, 1, Duration.ofMillis(20), Duration.ofSeconds(1), DataSize.ofKilobytes(32)),
            meters);
    private final AtomicInteger persons = new AtomicInteger();
    private final CountDownLatch atWork = new CountDownLatch(2);
    private final CountDownLatch done = new CountDownLatch(1);

    /** As somebody who asks for nothing else. */
    private MockHttpServletResponse ask(String path, FilterChain chain) throws Exception {
        return ask("somebody-" + persons.incrementAndGet(), path, chain);
    }

    private MockHttpServletResponse ask(String person, String path, FilterChain chain) throws Exception {
        return as(new TestingAuthenticationToken(person, ""), path, chain);
    }

    private MockHttpServletResponse as(Authentication who, String path, FilterChain chain) throws Exception {
        var outer = SecurityContextHolder.getContext();
        SecurityContextHolder.setContext(new SecurityContextImpl(who));
        try {
            var response = new MockHttpServletResponse();
            filter.doFilter(new MockHttpServletRequest("GET", path), response, chain);
            return response;
        } finally {
            SecurityContextHolder.setContext(outer);
        }
    }

    private final FilterChain slow = (_, _) -> {
        atWork.countDown();
        try {
            assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    };

    @Test
    void one_more_than_may_be_at_work_is_503_and_is_let_in_again_when_one_is_done() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> ask("/api/v1/posts", slow));
            var second = threads.submit(() -> ask("/api/v1/posts", slow));
            assertThat(atWork.await(10, TimeUnit.SECONDS)).isTrue();

            var refused = ask("/api/v1/posts", (_, _) -> {
                throw new AssertionError("there was no place");
            });
            assertThat(refused.getStatus()).isEqualTo(503);
            assertThat(refused.getHeader("Retry-After")).isEqualTo("1");
            assertThat(refused.getContentAsString()).contains("SERVICE_UNAVAILABLE");
            assertThat(meters.get("consular.requests.turned.away")
                            .tag("reason", "overload")
                            .counter()
                            .count())
                    .isOne();
            assertThat(ask("/actuator/health", (_, _) -> {}).getStatus()).isEqualTo(200);

            done.countDown();
            assertThat(first.get(10, TimeUnit.SECONDS).getStatus()).isEqualTo(200);
            assertThat(second.get(10, TimeUnit.SECONDS).getStatus()).isEqualTo(200);
            assertThat(ask("/api/v1/posts", (_, _) -> {}).getStatus()).isEqualTo(200);
        }
    }

    @Test
    void a_third_scrape_at_once_is_503_and_takes_nothing_from_anybody_else() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> ask("/actuator/prometheus", slow));
            var second = threads.submit(() -> ask("/actuator/%70rometheus", slow));
            assertThat(atWork.await(10, TimeUnit.SECONDS)).isTrue();

            var refused = ask("/actuator/prometheus", (_, _) -> {
                throw new AssertionError("there was no place");
            });
            assertThat(refused.getStatus()).isEqualTo(503);
            assertThat(refused.getHeader("Retry-After")).isEqualTo("1");
            assertThat(meters.get("consular.requests.turned.away")
                            .tag("reason", "probes")
                            .counter()
                            .count())
                    .isOne();
            for (var path : List.of("/actuator/health/liveness", "/actuator/health/readiness", "/api/v1/posts")) {
                assertThat(ask(path, (_, _) -> {}).getStatus()).as(path).isEqualTo(200);
            }

            done.countDown();
            assertThat(first.get(10, TimeUnit.SECONDS).getStatus()).isEqualTo(200);
            assertThat(second.get(10, TimeUnit.SECONDS).getStatus()).isEqualTo(200);
            assertThat(ask("/actuator/prometheus", (_, _) -> {}).getStatus()).isEqualTo(200);
        }
    }

    /** Eight questions, each asked while the former is being answered, and one more. */
    @Test
    void a_ninth_question_how_it_is_is_503_and_that_whether_it_lives_is_not() throws Exception {
        FilterChain nested = (_, _) -> {
            assertThat(status("/actuator/health/readiness", (_, _) -> {})).isEqualTo(503);
            assertThat(status("/actuator/health", (_, _) -> {})).isEqualTo(503);
            assertThat(status("/actuator/health/liveness", (_, _) -> {})).isEqualTo(200);
        };
        for (var i = 0; i < 7; i++) {
            var inner = nested;
            nested = (_, _) ->
                    assertThat(status("/actuator/health/readiness", inner)).isEqualTo(200);
        }
        assertThat(status("/actuator/health", nested)).isEqualTo(200);
    }

    private int status(String path, FilterChain chain) {
        try {
            return ask(path, chain).getStatus();
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    @Test
    void a_place_that_was_left_is_free_while_the_request_goes_on() throws Exception {
        FilterChain nested = (_, _) -> {};
        FilterChain leaving = (request, _) -> AdmissionFilter.leave((MockHttpServletRequest) request);
        for (var i = 0; i < 5; i++) {
            var inner = nested;
            nested = (request, response) -> {
                leaving.doFilter(request, response);
                assertThat(status("/api/v1/posts", inner)).isEqualTo(200);
            };
        }
        assertThat(ask("/api/v1/posts", nested).getStatus()).isEqualTo(200);
    }

    @Test
    void nobody_has_more_places_than_one_client_may_and_the_next_person_has_one() throws Exception {
        FilterChain nested = (_, _) -> {
            var refused = again("clerk");
            assertThat(refused.getStatus()).isEqualTo(429);
            assertThat(refused.getHeader("Retry-After")).isEqualTo("1");
            assertThat(new String(refused.getContentAsByteArray(), UTF_8)).contains("TOO_MANY_REQUESTS");
            assertThat(status("/api/v1/posts", (_, _) -> {})).isEqualTo(200);
        };
        assertThat(ask("clerk", "/api/v1/posts", nested).getStatus()).isEqualTo(200);
        assertThat(ask("clerk", "/api/v1/posts", (_, _) -> {}).getStatus()).isEqualTo(200);
    }

    private MockHttpServletResponse again(String person) {
        try {
            return ask(person, "/api/v1/posts", (_, _) -> {
                throw new AssertionError("there was no place");
            });
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    /** Eight requests of one address that nobody signed in for, and one more. */
    @Test
    void whoever_is_not_signed_in_takes_no_place_of_those_who_are() throws Exception {
        FilterChain nested = (_, _) -> {
            assertThat(stranger((_, _) -> {})).isEqualTo(429);
            assertThat(status("/api/v1/posts", (_, _) -> {})).isEqualTo(200);
        };
        for (var i = 0; i < 7; i++) {
            var inner = nested;
            nested = (_, _) -> assertThat(stranger(inner)).isEqualTo(200);
        }
        assertThat(stranger(nested)).isEqualTo(200);
        assertThat(stranger((_, _) -> {})).isEqualTo(200);
    }

    private int stranger(FilterChain chain) {
        var nobody = new AnonymousAuthenticationToken("key", "nobody", AuthorityUtils.createAuthorityList("NOBODY"));
        try {
            return as(nobody, "/v3/api-docs", chain).getStatus();
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }
}
