package consular.cases.projections;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A migrated PostgreSQL database for a test class, on a server that starts once in each run at a free port. */
public final class TestDatabase {
    private static final AtomicInteger CREATED = new AtomicInteger();

    private TestDatabase() {}

    public static HikariDataSource create() {
        var database = empty();
        migrate(database, "latest");
        return database;
    }

    public static HikariDataSource empty() {
        var name = "test_" + CREATED.incrementAndGet();
        JdbcClient.create(Server.POSTGRES.getPostgresDatabase())
                .sql("create database " + name)
                .update();
        var pool = new HikariDataSource();
        pool.setJdbcUrl(Server.POSTGRES.getJdbcUrl("postgres", name));
        pool.setMaximumPoolSize(12);
        return pool;
    }

    /** Up to a version, including it. */
    public static void migrate(DataSource database, String version) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration/cases")
                .target(version)
                .load()
                .migrate();
    }

    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().setPort(0).start();
            } catch (IOException cannotStart) {
                throw new UncheckedIOException(cannotStart);
            }
        }
    }
}
