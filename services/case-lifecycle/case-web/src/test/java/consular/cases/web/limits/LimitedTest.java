package consular.cases.web.limits;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.web.Api;
import consular.cases.web.ImportsInMemory;
import consular.cases.web.WebTestApplication;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The limits as clients meet them; each test has persons of its own. */
@SpringBootTest(
        classes = WebTestApplication.class,
        properties = {
            "consular.imports.at-once=1",
            "consular.admission.at-once=1",
            "consular.admission.patience=0s",
            "consular.rate-limit.enabled=true",
            "consular.rate-limit.person.quota=5",
            "consular.rate-limit.person.window=1h",
            "consular.rate-limit.address.quota=4",
            "consular.rate-limit.address.window=1h"
        })
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@ActiveProfiles("local")
class LimitedTest {
    private static final String POSTS = "/api/v1/posts";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private ImportsInMemory imports;

    private Api as(String user) {
        return new Api(mvc, user);
    }

    @Test
    void a_person_is_turned_away_behind_the_quota_and_the_next_person_is_not() {
        for (var i = 0; i < 5; i++) {
            assertThat(as("officer-a").get(POSTS).isStatus(200).header("RateLimit"))
                    .startsWith("\"person\";r=" + (4 - i));
        }
        var refused = as("officer-a").get(POSTS).isProblem(429, "TOO_MANY_REQUESTS");
        // one of five in an hour, less what the six requests took
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(600, 720);
        assertThat(refused.header("RateLimit-Policy")).isEqualTo("\"person\";q=5;w=3600");
        assertThat(refused.header("X-Content-Type-Options")).isEqualTo("nosniff");
        as("officer-b").get(POSTS).isStatus(200);
    }

    @Test
    void the_commands_of_a_batch_count_like_commands_alone() {
        var item = "{\"command\": \"AddCaseNote\", \"idempotencyKey\": \"k\", \"body\": {}}";
        as("supervisor-a")
                .post("/api/v1/commands:batch", "{\"items\": [" + String.join(",", item, item, item, item, item) + "]}")
                .isStatus(200);
        as("supervisor-a").get(POSTS).isProblem(429, "TOO_MANY_REQUESTS");
    }

    @Test
    void one_import_more_than_may_be_is_turned_away_and_taken_when_there_is_room() throws Exception {
        var held = imports.hold();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> sendImport("one"));
            held.awaitOneAtWork();
            as("intake").get(POSTS).isStatus(200);
            var refused = sendImport("two").isProblem(503, "TOO_MANY_IMPORTS");
            assertThat(refused.header("Retry-After")).isEqualTo("5");
            held.letGo();
            first.get(30, TimeUnit.SECONDS).isStatus(200);
        }
        imports.failWith(new IllegalStateException("of the part"));
        sendImport("two").isStatus(500);
        imports.failWith(null);
        sendImport("two").isStatus(200);
    }

    private Api.Answer sendImport(String key) {
        return as("admin").post("/api/v1/imports", "{}", "Content-Type", "application/jsonl", "Idempotency-Key", key);
    }

    @Test
    void guesses_from_an_address_come_to_an_end_and_keep_nobody_out_who_is_somebody() {
        for (var i = 0; i < 4; i++) {
            as("guess-" + i).get(POSTS).isProblem(401, "UNAUTHENTICATED");
        }
        as("guess-5").get(POSTS).isProblem(429, "TOO_MANY_REQUESTS");
        as("").get(POSTS).isProblem(429, "TOO_MANY_REQUESTS");
        as("").get("/v3/api-docs").isProblem(429, "TOO_MANY_REQUESTS");
        as("auditor").get(POSTS).isStatus(200);
        for (var i = 0; i < 20; i++) {
            as("").get("/actuator/health").isStatus(200);
        }
    }
}
