package consular.cases.service;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.Profiles;

/**
 * Starts the embedded PostgreSQL as soon as the settings are known, so that it comes up while the
 * service wires itself.
 */
final class EmbeddedPostgresStarter implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {
    private static volatile @Nullable CompletableFuture<LocalPostgres> starting;

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        var environment = event.getEnvironment();
        if (environment.acceptsProfiles(Profiles.of("local | simulation"))) {
            var folder = Path.of(environment.getProperty("consular.data-dir", ".data"));
            starting = CompletableFuture.supplyAsync(() -> LocalPostgres.start(folder));
        }
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    /** Stops a server that was started ahead for a service that then did not start. */
    static void abandon() {
        var ahead = starting;
        starting = null;
        if (ahead != null) {
            ahead.thenAccept(LocalPostgres::close).join();
        }
    }

    /** The server that was started ahead, or one started now when nothing was. */
    static LocalPostgres join(Path folder) {
        var ahead = starting;
        starting = null;
        return ahead == null ? LocalPostgres.start(folder) : ahead.join();
    }
}
