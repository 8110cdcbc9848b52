package consular.cases.service.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One process that is stopped, and another that is killed, while officers send commands under keys and again until they are answered. */
class RestartUnderLoadIT {
    private static final int OFFICERS = 8;

    @TempDir
    private Path folder;

    private final List<PackagedService> running = new CopyOnWriteArrayList<>();
    private Production production;
    private JdbcClient jdbc;

    @BeforeEach
    void start() throws Exception {
        production = new Production(folder);
        jdbc = JdbcClient.create(production.database().getPostgresDatabase());
        running.add(startProcess());
    }

    private PackagedService startProcess() throws IOException {
        return production.start();
    }

    @AfterEach
    void stop() throws Exception {
        running.forEach(PackagedService::close);
        production.close();
    }

    @Test
    void every_acknowledged_command_is_there_and_every_key_is_answered_as_before() throws Exception {
        var work = new OfficersAtWork(production.issuer(), running);
        work.start(OFFICERS);
        try {
            work.awaitMoreCases(20);
            restartAfter(PackagedService::close);
            work.awaitMoreCases(20);
            restartAfter(PackagedService::kill);
            work.awaitMoreCases(20);
        } finally {
            work.stop();
        }
        assertThat(work.failures()).isEmpty();
        assertThat(work.acknowledged())
                .hasSizeGreaterThan(240)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(events());

        var head = jdbc.sql("select count(*) from event where actor = 'officer'")
                .query(Long.class)
                .single();
        for (var given : work.given()) {
            var again = work.sendAgain(running.getFirst(), given);
            assertThat(again.statusCode()).as(again.body()).isEqualTo(given.status());
            HttpCase.assertRepeats(again, given.answer());
            assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
        }
        assertThat(events()).hasSize(head.intValue());
        await("every event has its place", """
            select (select count(*) from event) = (select coalesce(max(first_index + length), 0) from log_batch)
            """);
    }

    private interface Ending {
        void end(PackagedService process);
    }

    /** Nobody is told: whoever asks finds nothing, until the next one is there. */
    private void restartAfter(Ending ending) throws IOException {
        ending.end(running.getFirst());
        running.set(0, startProcess());
    }

    private List<String> events() {
        return jdbc.sql("select event_id::text from event where actor = 'officer'").query(String.class).stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    private void await(String what, String question) throws InterruptedException {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!jdbc.sql(question).query(Boolean.class).single()) {
            assertThat(System.nanoTime()).as(what).isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }
}
