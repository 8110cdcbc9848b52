package consular.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import consular.ledger.postgres.DurabilityCheck.NotDurable;
import consular.ledger.postgres.notary.Notary;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class DurabilityCheckTest {

    @TempDir
    private Path folder;

    @Test
    void what_a_reload_switches_off_while_the_service_works_is_shown_until_it_is_on_again() throws Exception {
        try (var server = CrashingServer.reloadable(folder)) {
            var jdbc = server.database().jdbc();
            var meters = new SimpleMeterRegistry();
            var check = new DurabilityCheck(jdbc, true);
            check.afterPropertiesSet();
            check.bindTo(meters);
            var unsafe = meters.get("consular.ledger.unsafe.settings").gauge();
            assertThat(unsafe.value()).isZero();

            reload(jdbc, "set fsync = off");
            Eventually.await("one is off", () -> unsafe.value() == 1);
            reload(jdbc, "set full_page_writes = off");
            Eventually.await("two are off", () -> unsafe.value() == 2);
            assertThatThrownBy(check::afterPropertiesSet)
                    .isInstanceOf(NotDurable.class)
                    .hasMessageContaining("fsync, full_page_writes");

            reload(jdbc, "reset all");
            Eventually.await("all are on", () -> unsafe.value() == 0);
        }
    }

    /** Threads that keep their sessions for long have them as they were before the reload. */
    @Test
    void whoever_stores_orders_and_signs_waits_for_the_disk_also_after_a_reload() throws Exception {
        try (var server = CrashingServer.reloadable(folder)) {
            var database = server.database().migrate();
            var jdbc = database.jdbc();
            noteSettings(jdbc, "event", "log_batch", "checkpoint");
            var notary = new Notary(database.dataSource(), TestKeys.ORIGIN, TestKeys.signer(), List.of(), List.of());
            try (var ledger = new TestLedger(database, notary)) {
                appendAndSign(jdbc, ledger, 1);
                reload(jdbc, "set synchronous_commit = off");
                Eventually.await(
                        "a session sees it",
                        () -> jdbc.sql("show synchronous_commit")
                                .query(String.class)
                                .single()
                                .equals("off"));
                appendAndSign(jdbc, ledger, 2);
            }
            assertThat(jdbc.sql("select distinct source, value from setting order by source")
                            .query((row, _) -> row.getString("source") + " " + row.getString("value"))
                            .list())
                    .containsExactly("checkpoint on", "event on", "log_batch on");
        }
    }

    private static void appendAndSign(JdbcClient jdbc, TestLedger ledger, int size) throws Exception {
        ledger.commits().append(new TestStream().append(1));
        Eventually.await(
                "it is signed",
                () -> jdbc.sql("select coalesce(max(size), 0) from checkpoint")
                                .query(Integer.class)
                                .single()
                        == size);
    }

    private static void noteSettings(JdbcClient jdbc, String... tables) {
        jdbc.sql("create table setting (source text, value text)").update();
        jdbc.sql("""
            create function note_setting() returns trigger language plpgsql as $$
            begin
                insert into setting values (tg_table_name, current_setting('synchronous_commit'));
                return null;
            end $$
            """).update();
        for (var table : tables) {
            jdbc.sql("create trigger note_setting after insert on %s for each statement execute function note_setting()"
                            .formatted(table))
                    .update();
        }
    }

    private static void reload(JdbcClient jdbc, String change) {
        jdbc.sql("alter system " + change).update();
        assertThat(jdbc.sql("select pg_reload_conf()").query(Boolean.class).single())
                .isTrue();
    }
}
