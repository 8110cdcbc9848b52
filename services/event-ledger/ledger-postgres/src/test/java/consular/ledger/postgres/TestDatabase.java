package consular.ledger.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A fresh PostgreSQL database for a test class, on a server that starts once in each test run, at a port of the
 * operating system's choice. The server trades durability for speed unless it is asked not to.
 */
public final class TestDatabase {

    private static final AtomicInteger CREATED = new AtomicInteger();

    private static final String USER = "postgres";

    private final String url;

    private TestDatabase(String url) {
        this.url = url;
    }

    private static TestDatabase create(EmbeddedPostgres server) {
        var name = "test_" + CREATED.incrementAndGet();
        JdbcClient.create(server.getPostgresDatabase())
                .sql("create database " + name)
                .update();
        return at(server.getJdbcUrl(USER, name));
    }

    /** What a backup of this moment would put back. Nobody may be connected. */
    TestDatabase copy() {
        var name = "test_" + CREATED.incrementAndGet();
        JdbcClient.create(Fast.SERVER.getPostgresDatabase())
                .sql("create database %s template %s".formatted(name, url.replaceFirst(".*/(\\w+)\\?.*", "$1")))
                .update();
        return at(Fast.SERVER.getJdbcUrl(USER, name));
    }

    /** A database that is there already. */
    public static TestDatabase at(String url) {
        return new TestDatabase(url);
    }

    /** An empty database on the fast server, which may lose commits in a crash. */
    public static TestDatabase create() {
        return create(Fast.SERVER);
    }

    /** An empty database on a server that keeps every commit, as production must. */
    public static TestDatabase createDurable() {
        return create(Durable.SERVER);
    }

    /** Runs the migrations of the ledger, and of further locations if there are any. */
    public TestDatabase migrate(String... furtherLocations) {
        var locations = new String[furtherLocations.length + 1];
        locations[0] = "classpath:db/migration/ledger";
        System.arraycopy(furtherLocations, 0, locations, 1, furtherLocations.length);
        Flyway.configure().dataSource(dataSource()).locations(locations).load().migrate();
        return this;
    }

    /** For {@code spring.datasource.url}. */
    public String url() {
        return url;
    }

    /** For {@code spring.datasource.username}; no password is asked for. */
    public String username() {
        return url.replaceFirst(".*[?&]user=(\\w+).*", "$1");
    }

    /** The same database, as another role. */
    public TestDatabase as(String role) {
        return at(url.replace("user=" + username(), "user=" + role));
    }

    /** Without a pool: every connection is a new session. */
    public DataSource dataSource() {
        var dataSource = new PGSimpleDataSource();
        dataSource.setUrl(url());
        return dataSource;
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(dataSource());
    }

    private static EmbeddedPostgres start(String durability) {
        try {
            return EmbeddedPostgres.builder()
                    .setPort(0)
                    .setServerConfig("fsync", durability)
                    .setServerConfig("synchronous_commit", durability)
                    .setServerConfig("full_page_writes", durability)
                    .start();
        } catch (IOException cannotStart) {
            throw new UncheckedIOException(cannotStart);
        }
    }

    private static final class Fast {
        static final EmbeddedPostgres SERVER = start("off");
    }

    private static final class Durable {
        static final EmbeddedPostgres SERVER = start("on");
    }
}
