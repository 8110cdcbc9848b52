package consular.ledger.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/** The scripts of ops/database, as an operator runs them with psql; the roles that they make are the server's. */
public final class OperatorsScripts {
    private static final Path SCRIPTS = Path.of("..", "..", "..", "ops", "database");
    private static final List<String> ROLES = List.of("case_service", "case_reader", "case_owner");

    private OperatorsScripts() {}

    /** Runs a script as the role that a database is used by. What psql alone understands is left out, and passwords are any. */
    public static void run(TestDatabase database, String script) throws IOException {
        var sql = Files.readString(SCRIPTS.resolve(script))
                .lines()
                .filter(line -> !line.startsWith("\\") && !line.startsWith("--"))
                .collect(Collectors.joining("\n"))
                .replaceAll(":'(\\w+)'", "'$1'");
        try (var connection = database.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(script + " fails", failure);
        }
    }

    /** Makes the roles on a server of one's own; where they are there already, nothing happens. */
    public static void makeRoles(EmbeddedPostgres server) throws IOException {
        var database = TestDatabase.at(server.getJdbcUrl("postgres", "postgres"));
        if (database.jdbc()
                .sql("select to_regrole('case_owner') is null")
                .query(Boolean.class)
                .single()) {
            run(database, "roles.sql");
        }
    }

    /** Removes the roles, with all that they own. */
    public static void removeRoles(TestDatabase database) {
        for (var role : ROLES) {
            database.jdbc().sql("drop owned by " + role).update();
            database.jdbc().sql("drop role " + role).update();
        }
    }
}
