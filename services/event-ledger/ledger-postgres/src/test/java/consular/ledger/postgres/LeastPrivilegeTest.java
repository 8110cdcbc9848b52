package consular.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import consular.ledger.core.verification.Verdict;
import consular.ledger.postgres.append.Append;
import consular.ledger.postgres.append.Append.RequestKey;
import consular.ledger.postgres.append.Append.UniqueValue;
import consular.ledger.postgres.notary.Notary;
import consular.ledger.postgres.secrets.Erasures;
import consular.ledger.postgres.secrets.Erasures.Level;
import consular.ledger.postgres.secrets.KeyRotation;
import consular.ledger.postgres.secrets.KeyWrappingFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The roles that ops/database makes: one owns the log, one works with it and can do no more than it needs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
class LeastPrivilegeTest {

    private final TestDatabase database = TestDatabase.create();
    private final TestDatabase service = database.as("case_service");

    @BeforeAll
    void set_up_as_the_scripts_say() throws IOException {
        OperatorsScripts.run(database, "roles.sql");
        database.as("case_owner").migrate();
    }

    @AfterAll
    void remove_the_roles() {
        OperatorsScripts.removeRoles(database);
    }

    @Test
    void the_service_can_append_order_sign_and_read() throws Exception {
        var stream = new TestStream();
        var signer = TestKeys.signer();
        try (var ledger = new TestLedger(
                service, new Notary(service.dataSource(), TestKeys.ORIGIN, signer, List.of(), List.of()))) {
            ledger.commits()
                    .append(new Append(
                            stream.peek(300),
                            new RequestKey("caller", "key", "00ff", "stream", 0, 299, 201, "{}"),
                            List.of(new UniqueValue("file", "1", stream.id()))));
            ledger.settle();
            assertThat(ledger.log().stream(stream.id().toString())).hasSize(300);
            Eventually.await(
                    "it is signed",
                    () -> service.jdbc()
                                    .sql("select coalesce(max(size), 0) from checkpoint")
                                    .query(Long.class)
                                    .single()
                            == ledger.log().head());
        }
        assertThat(new LogCheck(service.jdbc()).verify(signer)).isInstanceOf(Verdict.Sound.class);
    }

    @Test
    void the_service_can_erase_a_person_and_rotate_the_keys(@TempDir Path folder) {
        var wrapping = KeyWrappingFile.read(folder.resolve("kek"), true);
        var notary = new Notary(service.dataSource(), TestKeys.ORIGIN, TestKeys.signer(), List.of(), List.of());
        try (var ledger = new TestLedger(service, notary, new Guests(), wrapping)) {
            ledger.append(Guests.event("stay", 0, "ann", "ben"));
            var transaction = new TransactionTemplate(new DataSourceTransactionManager(ledger.dataSource()));
            var erasures = new Erasures(ledger.jdbc(), transaction, ledger.vault());
            erasures.erase(Guests.person("ann"), Level.CIPHERTEXT, 1);
            erasures.forgetSnapshots("stay");
            assertThat(new KeyRotation(ledger.jdbc(), transaction, wrapping, ledger.vault())
                            .rotate()
                            .left())
                    .isZero();
            var last = ledger.log().stream("stay").getFirst();
            assertThat(last.payload()).isEqualTo("\"ann=erased under 1|ben=BEN LEE\"");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update event set actor = 'another'",
                "delete from event",
                "truncate event",
                "alter table event disable trigger all",
                "drop table event",
                "update log_batch set first_index = 7",
                "delete from log_batch",
                "update checkpoint set note = ''",
                "delete from checkpoint",
                "update taken_value set value = ''",
                "delete from taken_value",
                "insert into log_head (epoch) values (7)",
                "delete from log_head",
                "delete from tile",
                "update secret_part set key_commitment = key_commitment",
                "update secret_part set commitment = commitment",
                "update secret_part set person = person",
                "delete from secret_part",
                "truncate secret_part",
                "delete from data_key",
                "truncate data_key",
                "delete from erasure_count",
                "insert into erasure_count (number) values (1)",
                "alter table secret_part disable trigger all",
                "drop trigger secret_part_allow_erasure_only on secret_part",
                "create table mine (i integer)",
                "create or replace function refuse_change() returns trigger language plpgsql as 'begin return null;"
                        + " end'",
                "create or replace function append_events() returns void language sql as 'select'",
                "alter function append_events set search_path = pg_temp",
                "drop function append_events"
            })
    void the_service_can_change_nothing_of_it(String change) {
        assertThatThrownBy(() -> service.jdbc().sql(change).update())
                .rootCause()
                .hasMessageMatching("(?s).*(permission denied|must be owner).*");
    }

    @Test
    void a_node_that_insists_refuses_to_work_as_whoever_could_change_the_log() {
        new PrivilegeCheck(service.jdbc(), true).afterPropertiesSet();
        new PrivilegeCheck(database.jdbc(), false).afterPropertiesSet();
        assertThatThrownBy(() -> new PrivilegeCheck(database.jdbc(), true).afterPropertiesSet())
                .isInstanceOf(PrivilegeCheck.TooPowerful.class)
                .hasMessageContaining("is a superuser");
        var owner = database.as("case_owner").jdbc();
        assertThatThrownBy(() -> new PrivilegeCheck(owner, true).afterPropertiesSet())
                .hasMessageContaining("owns the log");
    }

    @Test
    void a_node_that_insists_refuses_to_work_as_whoever_could_become_somebody_more_powerful() {
        refusedWhile(
                "create role another superuser nologin; grant another to case_service with inherit false",
                "drop role another",
                "may become one");
        refusedWhile(
                "alter schema public owner to case_service",
                "alter schema public owner to pg_database_owner",
                "owns the log");
        for (var function : List.of("append_events", "next_event_batch", "refuse_change")) {
            refusedWhile(
                    "alter function " + function + " owner to case_service",
                    "alter function " + function + " owner to case_owner",
                    "owns the log");
        }
    }

    private void refusedWhile(String change, String undone, String judgement) {
        database.jdbc().sql(change).update();
        try {
            assertThatThrownBy(() -> new PrivilegeCheck(service.jdbc(), true).afterPropertiesSet())
                    .hasMessageContaining(judgement);
        } finally {
            database.jdbc().sql(undone).update();
        }
        new PrivilegeCheck(service.jdbc(), true).afterPropertiesSet();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete on event",
                "truncate on event",
                "update on event",
                "update (actor) on event",
                "update (first_index) on log_batch",
                "update (note) on checkpoint",
                "delete on taken_value",
                "trigger on event",
                "delete on secret_part",
                "truncate on data_key",
                "delete on tile"
            })
    void a_node_that_insists_refuses_to_work_with_one_privilege_too_many(String privilege) {
        var owner = database.as("case_owner").jdbc();
        owner.sql("grant " + privilege + " to case_service").update();
        try {
            assertThatThrownBy(() -> new PrivilegeCheck(service.jdbc(), true).afterPropertiesSet())
                    .hasMessageContaining("may change the log");
        } finally {
            owner.sql("revoke " + privilege + " from case_service").update();
        }
    }

    /** As a migration may bring one that was thought of by somebody else. */
    @Test
    void a_table_that_comes_later_can_be_added_to_and_not_changed_and_what_was_granted_by_hand_is_taken_back() {
        var owner = database.as("case_owner");
        owner.jdbc().sql("create table later (i integer)").update();
        owner.jdbc()
                .sql("grant update, delete on event, secret_part to case_service")
                .update();

        owner.migrate();

        assertThat(service.jdbc().sql("insert into later values (1)").update()).isEqualTo(1);
        for (var change :
                List.of("update later set i = 2", "delete from event", "update secret_part set person = person")) {
            assertThatThrownBy(() -> service.jdbc().sql(change).update())
                    .as(change)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void a_reader_reads_and_writes_nothing() {
        var reader = database.as("case_reader");
        assertThat(reader.jdbc()
                        .sql("select count(*) >= 0 from event")
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThatThrownBy(() -> reader.jdbc()
                        .sql("insert into taken_value values ('a', 'b', gen_random_uuid())")
                        .update())
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> reader.jdbc()
                        .sql("select wrapped from data_key")
                        .query(byte[].class)
                        .list())
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> reader.jdbc()
                        .sql("update secret_part set ciphertext = null, salt = null")
                        .update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }
}
