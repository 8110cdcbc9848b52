package consular.cases.service.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.privacy.ErasureLevel;
import consular.ledger.postgres.OperatorsScripts;
import consular.ledger.postgres.TestDatabase;
import java.io.IOException;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** A database in which the service used to work as a superuser, and that ops/database gives to the roles. */
class AdoptedDatabaseTest {
    private static final List<String> NODE =
            List.of("--spring.flyway.user=case_owner", "--spring.flyway.password=none");

    /** Who owns what, and who else may do what with it. */
    private static final String PRIVILEGES = """
        select concat_ws(' ', relnamespace::regnamespace, relkind, relname, relowner::regrole,
            (select string_agg(concat_ws(' ', grantee::regrole, privilege_type), ', ' order by grantee::regrole::text, privilege_type)
             from aclexplode(relacl) where grantee <> relowner))
        from pg_class
        where relnamespace in ('public'::regnamespace, 'read_models_blue'::regnamespace, 'read_models_green'::regnamespace)
            and relkind in ('r', 'S')
        union all
        select concat_ws(' ', oid::regprocedure, proowner::regrole)
        from pg_proc
        where pronamespace = 'public'::regnamespace
        order by 1
        """;

    @Test
    void it_is_as_if_the_roles_had_been_there_from_the_beginning() throws IOException {
        var fresh = privilegesFromTheBeginning();
        var database = TestDatabase.create();
        var life = new WordyCase();
        try (var before = Node.on(database)) {
            life.live(before);
        }

        OperatorsScripts.run(database, "roles.sql");
        try {
            OperatorsScripts.run(database, "adopt.sql");
            try (var node = Node.on(
                    database.as("case_service"),
                    "--spring.flyway.url=" + database.as("case_owner").url(),
                    NODE.getFirst(),
                    NODE.getLast(),
                    "--consular.ledger.require-least-privilege=true")) {
                life.erase(node, WordyCase.ANA, ErasureLevel.CONTENT);
                assertThat(node.readModels().rebuild().switched()).isTrue();
            }
            assertThat(privileges(database)).isEqualTo(fresh);
        } finally {
            OperatorsScripts.removeRoles(database);
        }
    }

    private static List<String> privilegesFromTheBeginning() throws IOException {
        var database = TestDatabase.create();
        OperatorsScripts.run(database, "roles.sql");
        try {
            Flyway.configure()
                    .dataSource(database.as("case_owner").dataSource())
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            return privileges(database);
        } finally {
            OperatorsScripts.removeRoles(database);
        }
    }

    private static List<String> privileges(TestDatabase database) {
        return database.jdbc().sql(PRIVILEGES).query(String.class).list();
    }
}
