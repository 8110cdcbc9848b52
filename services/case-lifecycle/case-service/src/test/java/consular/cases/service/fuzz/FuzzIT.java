package consular.cases.service.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.service.packaged.Auditor;
import consular.cases.service.packaged.PackagedService;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is sent to the packaged service is answered as its description says, and never with its own failure; and what it has
 * recorded then is sound. {@code -Dfuzz.seed=} repeats a run, {@code -Dfuzz.story=} one story of it, both nearly: ids and what others
 * do at the same time differ. The line for curl that a failure tells is exact. Every build has the same seed, each night another.
 */
@Timeout(7_200)
class FuzzIT {
    private static final Instant MONDAY = Instant.parse("2024-06-10T02:00:00Z");

    private static final int LINES_OF_LOG = 2_000;

    /** Each may be left unreached by chance; but not all of them in one run. */
    private static final double SHARE_THAT_SUCCEEDS = 0.85;

    private static final long SEED = Optional.ofNullable(System.getProperty("fuzz.seed"))
            .map(Long::valueOf)
            .orElse(1L);

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
                "--consular.webhooks.attempts=2");
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
        var all = new SoftAssertions();
        try (var caller = new Caller(service.uri())) {
            var scene = Scene.of(document, caller, MONDAY, SEED);
            var run = new Run(scene, length(), FuzzIT::resetClock);
            var story = Integer.getInteger("fuzz.story", -1);
            try {
                if (story >= 0) {
                    run.tell(story);
                } else {
                    run.go();
                }
            } finally {
                tell(scene, run);
            }
            all.assertThat(scene.tally().failures()).isEmpty();
            if (story < 0) {
                itWasTried(scene, all);
            }
        }
        theServiceIsWell(all);
        all.assertAll();
    }

    private static void itWasTried(Scene scene, SoftAssertions all) {
        var tally = scene.tally();
        var operations = scene.document().operations();
        all.assertThat(scene.agenda().share())
                .as("of what is to be tried, but %s", scene.agenda().open())
                .isGreaterThanOrEqualTo(enough());
        all.assertThat(tally.requests()).as("requests").isGreaterThanOrEqualTo(length().requests());
        all.assertThat(operations.stream().filter(tally::succeeded).count())
                .as("operations that succeeded, of %d", operations.size())
                .isGreaterThanOrEqualTo(Math.round(operations.size() * SHARE_THAT_SUCCEEDS));
        all.assertThat(operations.stream()
                        .filter(operation -> !tally.succeeded(operation))
                        .map(ApiOperation::id))
                .as("operations that never succeeded, of which it is not said why")
                .isSubsetOf(Unreached.ids());
        all.assertThat(operations.stream().map(ApiOperation::id))
                .as("operations there are")
                .containsAll(Unreached.ids());
        all.assertThat(tally.waits()).as("answers that told to wait").isLessThan(tally.requests() / 20);
    }

    private static Run.Length length() {
        return new Run.Length(
                Duration.ofSeconds(Integer.getInteger("fuzz.seconds", 120)),
                Duration.ofSeconds(Integer.getInteger("fuzz.longest", 600)),
                Integer.getInteger("fuzz.requests", 0),
                enough());
    }

    /** In percent. */
    private static double enough() {
        return Integer.getInteger("fuzz.enough", 80) / 100.0;
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

    private static void theServiceIsWell(SoftAssertions all) throws Exception {
        var readiness = service.send("GET", "/actuator/health/readiness", null, null);
        all.assertThat(readiness.statusCode()).as(readiness.body()).isEqualTo(200);
        all.assertThat(service.log().lines().filter(line -> line.contains(" ERROR ")))
                .isEmpty();
        var report = new Auditor(service, folder).verifyLog();
        all.assertThat(report.get("verdict").asString()).as(report.toString()).isEqualTo("sound");
        all.assertThat(report.get("events").asLong()).isPositive();
    }
}
