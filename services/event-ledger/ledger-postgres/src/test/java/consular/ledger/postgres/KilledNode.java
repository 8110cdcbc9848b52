package consular.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A {@link NodeProcess} that is killed at a chosen moment, and what it had told before. */
final class KilledNode implements AutoCloseable {

    private static final int LENGTH_OF_AN_ID = 36;

    private final TestDatabase database;
    private final Process process;
    private final Path log;
    private final List<String> told = new ArrayList<>();
    private final Thread listening;
    private boolean leads;

    /** In the middle of what it is killed. */
    enum Moment {
        ANY("", ""),
        ORDERING("lock table log_batch in share mode", "%insert into log_batch%"),
        SIGNING("lock table checkpoint in share mode", "%insert into checkpoint%"),
        /** The key is about to be destroyed, in a transaction that is never committed. */
        ERASING("select from erasure_count for update", "update erasure_count%"),
        /** The key is destroyed, and what was under it is still there. */
        TAKING_AWAY("select pg_advisory_xact_lock(4711)", "update secret_part%");

        private final String hold;
        private final String statement;

        Moment(String hold, String statement) {
            this.hold = hold;
            this.statement = statement;
        }
    }

    private KilledNode(TestDatabase database, Process process, Path log) {
        this.database = database;
        this.process = process;
        this.log = log;
        this.listening = Thread.ofPlatform().daemon().start(() -> listen(process.inputReader()));
    }

    /** Locks on the table or its rows would hold up those who add to it as well, or miss what they add. */
    private static void letUpdatesOfSecretsBeHeldUp(TestDatabase database) {
        database.jdbc().sql("""
            create or replace function wait_to_take_away() returns trigger language plpgsql as $$
            begin
                perform pg_advisory_xact_lock_shared(4711);
                return null;
            end $$
            """).update();
        database.jdbc()
                .sql("create or replace trigger wait_to_take_away before update on secret_part"
                        + " for each statement execute function wait_to_take_away()")
                .update();
    }

    static KilledNode start(TestDatabase database, Path folder, long seed) throws IOException {
        letUpdatesOfSecretsBeHeldUp(database);
        var log = folder.resolve("node.log");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        NodeProcess.class.getName(),
                        database.url(),
                        Long.toString(seed),
                        folder.toString())
                .redirectError(log.toFile())
                .start();
        return new KilledNode(database, process, log);
    }

    private void listen(BufferedReader output) {
        try (output) {
            for (var line = output.readLine(); line != null; line = output.readLine()) {
                hear(line);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private synchronized void hear(String line) {
        told.add(line);
        leads |= line.equals(NodeProcess.LEADS);
    }

    private synchronized boolean leadsAndTold(int things) {
        return leads && told.size() > things;
    }

    /** Waits until it leads and has told so many things, then kills it. */
    void kill(Moment moment, int enough, Duration patience) throws Exception {
        try (var held = database.dataSource().getConnection()) {
            await("it leads and works", patience, () -> leadsAndTold(enough));
            if (moment != Moment.ANY) {
                hold(held, moment, patience);
            }
            CrashingServer.kill(process.pid());
        }
        listening.join(patience);
        assertThat(listening.isAlive()).isFalse();
        // what it had under way ends with its sessions, one way or the other
        await("its sessions are over", patience, () -> sessions("true") == 0);
    }

    private void hold(Connection held, Moment moment, Duration patience) throws Exception {
        held.setAutoCommit(false);
        try (var statement = held.createStatement()) {
            statement.execute(moment.hold);
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
        var waits = "wait_event_type = 'Lock' and query like '" + moment.statement + "'";
        await("it is in the middle of " + moment, patience, () -> sessions(waits) > 0);
    }

    private void await(String what, Duration patience, Callable<Boolean> condition) throws Exception {
        try {
            Eventually.await(what, patience, condition);
        } catch (AssertionError late) {
            throw new AssertionError(Files.readString(log), late);
        }
    }

    private long sessions(String which) {
        return JdbcClient.create(database.dataSource())
                .sql("select count(*) from pg_stat_activity where application_name = ? and " + which)
                .param(NodeProcess.NAME)
                .query(Long.class)
                .single();
    }

    /** The events that it had stored; the last line may be half of one. */
    List<UUID> stored() {
        return ids(NodeProcess.STORED).stream().map(UUID::fromString).toList();
    }

    /** Whom it had begun to erase. */
    List<String> erasing() {
        return ids(NodeProcess.ERASING);
    }

    /** Whom it had erased. */
    List<String> erased() {
        return ids(NodeProcess.ERASED);
    }

    private synchronized List<String> ids(String what) {
        return told.stream()
                .filter(line -> line.startsWith(what))
                .map(line -> line.substring(what.length()))
                .filter(id -> id.length() == LENGTH_OF_AN_ID)
                .toList();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
