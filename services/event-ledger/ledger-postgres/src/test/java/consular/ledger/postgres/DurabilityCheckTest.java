package consular.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import consular.ledger.postgres.DurabilityCheck.NotDurable;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
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

    private static void reload(JdbcClient jdbc, String change) {
        jdbc.sql("alter system " + change).update();
        assertThat(jdbc.sql("select pg_reload_conf()").query(Boolean.class).single())
                .isTrue();
    }
}
