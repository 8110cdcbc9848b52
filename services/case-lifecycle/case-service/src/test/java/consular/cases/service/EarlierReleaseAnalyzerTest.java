package consular.cases.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;

class EarlierReleaseAnalyzerTest {
    @Test
    void says_what_to_do_with_the_database_of_another_release() throws Exception {
        try (var postgres = EmbeddedPostgres.builder().start()) {
            var flyway = Flyway.configure()
                    .dataSource(postgres.getPostgresDatabase())
                    .locations("classpath:db/migration/ledger")
                    .load();
            flyway.migrate();
            try (var connection = postgres.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.executeUpdate("update flyway_schema_history set checksum = 7");
            }

            assertThat(analysisOf(flyway).getAction()).contains("--consular.data-dir");
        }
    }

    private static FailureAnalysis analysisOf(Flyway flyway) {
        try {
            flyway.migrate();
        } catch (FlywayValidateException refused) {
            return new EarlierReleaseAnalyzer().analyze(new IllegalStateException(refused));
        }
        throw new AssertionError("the database was taken for one of this release");
    }
}
