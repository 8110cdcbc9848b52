package consular.cases.service.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import consular.ledger.verifier.LedgerVerifier;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Three processes of the service on one PostgreSQL, then two, then one, while officers go on working on all that are left. */
class SeveralProcessesIT {
    private static final int PROCESSES = 3;
    private static final int OFFICERS = 4;

    /** From before the signal that kills until a case that was written after it is in the read models of the rest, which all segments are among. */
    private static final Duration BAR = Duration.ofSeconds(10);

    private static final String AUDIT = "/api/v1/audit/";
    private static final String SIZE = "select coalesce(max(first_index + length), 0) from log_batch";

    @TempDir
    private Path folder;

    private final List<PackagedService> alive = new ArrayList<>();
    private Production production;
    private JdbcClient jdbc;

    @BeforeEach
    void start() throws Exception {
        production = new Production(folder);
        jdbc = JdbcClient.create(production.database().getPostgresDatabase());
        alive.add(startProcess(0));
        try (var starting = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<PackagedService>> others = new ArrayList<>();
            for (var number = 1; number < PROCESSES; number++) {
                var mine = number;
                others.add(() -> startProcess(mine));
            }
            for (var started : starting.invokeAll(others)) {
                alive.add(started.get());
            }
        }
    }

    private PackagedService startProcess(int number) throws IOException {
        var home = Files.createDirectory(folder.resolve("process-" + number));
        return PackagedService.start("production", home, production.settings(Map.of()));
    }

    @AfterEach
    void stop() throws Exception {
        alive.forEach(PackagedService::close);
        production.close();
    }

    @Test
    void the_others_take_over_from_one_that_is_killed_and_nothing_is_lost_or_doubled(TestReporter reporter)
            throws Exception {
        await("each process has segments of its own", () -> owners().equals(pids()));
        var work = new OfficersAtWork(production.issuer(), List.copyOf(alive));
        work.start(OFFICERS);
        try {
            work.awaitMoreCases(10);
            while (alive.size() > 1) {
                var leader = leader();
                var begin = System.nanoTime();
                kill(leader);
                var last = work.oneMoreCaseOn(alive.getFirst());
                var written = Duration.ofNanos(System.nanoTime() - begin);
                reporter.publishEntry("stored in ms", Long.toString(written.toMillis()));
                await("the rest have its segments", () -> segments() == owned() && owners().equals(pids()));
                var assigned = Duration.ofNanos(System.nanoTime() - begin);
                reporter.publishEntry("segments in ms", Long.toString(assigned.toMillis()));
                await("the read models go on", () -> isSeen(last));
                var took = Duration.ofNanos(System.nanoTime() - begin);
                reporter.publishEntry("taken over in ms", Long.toString(took.toMillis()));
                assertThat(took).isLessThan(BAR);
                work.awaitMoreCases(5);
            }
        } finally {
            work.stop();
        }
        assertThat(work.failures()).isEmpty();
        await("every event has its place", () -> count("select count(*) from event") == count(SIZE));
        // in one look, since deadlines are acted on meanwhile
        assertThat(count("select sum(length) - max(first_index + length) from log_batch"))
                .isZero();
        assertThat(work.acknowledged())
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        jdbc.sql("select event_id::text from event where actor = 'officer'")
                                .query(String.class)
                                .list());
        assertThat(count("select count(*) from event where actor <> 'officer'")).isPositive();
        var comparison = comparison();
        // deadlines are acted on each second, and each changes something under it
        for (var looks = 0; looks < 30 && !comparison.get("equal").asBoolean(); looks++) {
            TimeUnit.SECONDS.sleep(1);
            comparison = comparison();
        }
        assertThat(comparison.get("cases").asLong()).isPositive();
        assertThat(comparison.get("equal").asBoolean())
                .as(comparison.toString())
                .isTrue();
        assertWholeLogVerifies(count("select count(*) from event"));
    }

    /** As an auditor would: the export of the last process, against the key that all have signed with. */
    private void assertWholeLogVerifies(long events) throws Exception {
        var token = production.issuer().token("ada", List.of("AUDITOR"), List.of("*"));
        var bearer = new String[] {"Authorization", "Bearer " + token};
        var service = alive.getFirst();
        await("all is signed", () -> signed(service, bearer) >= events);
        var export = service.ask(AUDIT + "export", null, BodyHandlers.ofFile(folder.resolve("log.zip")), bearer);
        assertThat(export.statusCode()).isEqualTo(200);
        var key = service.ask(AUDIT + "key", null, BodyHandlers.ofFile(folder.resolve("log.vkey")), bearer);
        var report = new ByteArrayOutputStream();
        int status;
        try (var out = new PrintStream(report, false, StandardCharsets.UTF_8)) {
            status = LedgerVerifier.run(
                    out,
                    out,
                    "verify",
                    export.body().toString(),
                    "--key",
                    key.body().toString(),
                    "--json");
        }
        assertThat(status).as(report.toString(StandardCharsets.UTF_8)).isZero();
        var found = JsonMapper.shared().readTree(report.toByteArray());
        assertThat(found.get("warnings")).isEmpty();
        assertThat(found.get("events").asLong()).isGreaterThanOrEqualTo(events);
    }

    /** The second line of a checkpoint is the size of the log. */
    private static long signed(PackagedService service, String... headers) {
        var checkpoint = service.send("GET", AUDIT + "checkpoint", null, null, headers);
        return checkpoint.statusCode() == 200
                ? Long.parseLong(checkpoint.body().lines().skip(1).findFirst().orElseThrow())
                : 0;
    }

    private void kill(PackagedService process) {
        process.kill();
        alive.remove(process);
    }

    /** Nobody leads for a moment where a process stood still for too long. */
    private PackagedService leader() throws Exception {
        var token = production.issuer().token("root", List.of("ADMIN"), List.of("*"));
        await("a process leads the log", () -> alive.stream().anyMatch(process -> leads(process, token)));
        return alive.stream()
                .filter(process -> leads(process, token))
                .findFirst()
                .orElse(alive.getFirst());
    }

    private static boolean leads(PackagedService process, String token) {
        return process.send("GET", "/actuator/prometheus", null, null, "Authorization", "Bearer " + token)
                .body()
                .lines()
                .anyMatch(line -> line.startsWith("consular_ledger_leading") && line.endsWith(" 1.0"));
    }

    private Set<Long> pids() {
        return Set.copyOf(alive.stream().map(PackagedService::pid).toList());
    }

    /** Axon calls the owner of a segment by the number of its process, and the host. */
    private Set<Long> owners() {
        return jdbc.sql("""
            select distinct split_part(owner, '@', 1)::bigint
            from token_entry
            where processor_name like 'read-models-%' and owner is not null
            """).query(Long.class).set();
    }

    private long segments() {
        return count("select count(*) from token_entry where processor_name like 'read-models-%'");
    }

    private long owned() {
        return count("select count(owner) from token_entry where processor_name like 'read-models-%'");
    }

    private boolean isSeen(OfficersAtWork.CaseAt written) {
        try {
            var token = production.issuer().token("ada", List.of("AUDITOR"), List.of("*"));
            var answer = alive.getFirst()
                    .send(
                            "GET",
                            "/api/v1/decisions-due?atLeast=" + written.caseId() + ":" + written.version(),
                            null,
                            null,
                            "Authorization",
                            "Bearer " + token);
            return answer.statusCode() == 200;
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    /** Whether the read models are what they would be if they were built anew. */
    private JsonNode comparison() throws Exception {
        var token = production.issuer().token("root", List.of("ADMIN"), List.of("*"));
        var answer = alive.getFirst()
                .send("GET", "/api/v1/admin/read-models/comparison", null, null, "Authorization", "Bearer " + token);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return HttpCase.json(answer);
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private static void await(String what, BooleanSupplier holds) throws InterruptedException {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }
}
