package consular.cases.service.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.service.packaged.Auditor;
import consular.cases.service.packaged.PackagedService;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is sent to the packaged service is answered as its description says, and never with its own failure; and what it has
 * recorded then is sound. {@code -Dfuzz.seed=} repeats a run, {@code -Dfuzz.story=} one story of it.
 */
@Timeout(7_200)
class FuzzIT {
    private static final Instant MONDAY = Instant.parse("2024-06-10T02:00:00Z");
    private static final int LINES_OF_LOG = 2_000;
    private static final long SEED = Optional.ofNullable(System.getProperty("fuzz.seed"))
            .map(Long::valueOf)
            .orElseGet(System::nanoTime);

    @TempDir
    private static Path folder;

    private static PackagedService service;

    @BeforeAll
    static void start() {
        service = PackagedService.start(
                "simulation",
                folder,
                // nobody listens there, so that nobody is waited for
                "--consular.webhooks.allow-loopback=true",
                "--consular.webhooks.attempts=2",
                // each that nobody receives works on the database again and again
                "--consular.webhooks.subscriptions=3");
        resetClock();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static void resetClock() {
        var answer = service.send("PUT", "/api/v1/simulation/clock", "{\"now\": \"" + MONDAY + "\"}", "admin");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void nothing_that_is_sent_makes_it_fail_or_answer_otherwise_than_it_says() throws Exception {
        System.out.println("fuzz.seed=" + SEED);
        var document = ApiDocument.of(service.get("/v3/api-docs", "auditor"));
        try (var caller = new Caller(service.uri())) {
            var scene = Scene.of(document, caller, MONDAY, SEED);
            var run = new Run(scene, length(), FuzzIT::resetClock);
            var story = Integer.getInteger("fuzz.story", -1);
            if (story >= 0) {
                run.tell(story);
            } else {
                run.go();
            }
            tell(scene, run);
            assertThat(scene.tally().failures()).isEmpty();
            if (story < 0) {
                assertThat(scene.agenda().open()).as("never tried").isEmpty();
                assertThat(scene.tally().waits())
                        .as("answers that told to wait")
                        .isLessThan(scene.tally().requests() / 20);
            }
        }
        theServiceIsWell();
    }

    private static Run.Length length() {
        return new Run.Length(
                Duration.ofSeconds(Integer.getInteger("fuzz.seconds", 90)), Integer.getInteger("fuzz.requests", 0));
    }

    private static void tell(Scene scene, Run run) {
        var operations = scene.document().operations();
        var succeeded = operations.stream().filter(scene.tally()::succeeded).count();
        var all = scene.agenda().targets().size();
        System.out.printf(
                "fuzz: seed %d, %d stories, %s; operations that succeeded: %d of %d; parameters, members and the like"
                        + " that were spoilt: %d of %d%n",
                SEED,
                run.stories(),
                scene.tally(),
                succeeded,
                operations.size(),
                all - scene.agenda().open().size(),
                all);
        operations.stream()
                .filter(operation -> !scene.tally().succeeded(operation))
                .forEach(operation -> System.out.println("fuzz: never succeeded: " + operation));
        scene.tally().failures().forEach((fault, story) -> System.out.println("fuzz: " + fault + "\n" + story));
        if (!scene.tally().failures().isEmpty()) {
            service.log().lines().skip(1).limit(LINES_OF_LOG).forEach(line -> System.out.println("log: " + line));
        }
    }

    private static void theServiceIsWell() throws Exception {
        var readiness = service.send("GET", "/actuator/health/readiness", null, null);
        assertThat(readiness.statusCode()).as(readiness.body()).isEqualTo(200);
        assertThat(service.log().lines().filter(line -> line.contains(" ERROR ")))
                .isEmpty();
        var report = new Auditor(service, folder).verifyLog();
        assertThat(report.get("verdict").asString()).as(report.toString()).isEqualTo("sound");
        assertThat(report.get("events").asLong()).isPositive();
    }
}
