package consular.ledger.postgres;

import static consular.ledger.postgres.TestLedger.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import consular.ledger.postgres.KeyedCommand.Accepted;
import consular.ledger.postgres.KeyedCommand.Rejected;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class CommandKeysTest {

    private static final Accepted ACCEPTED = new Accepted("00ff", "case", 0, 1, 201, "{\"version\": 5}");
    private static final Rejected REJECTED = new Rejected("00ff", null, 422, "{\"code\": \"BAD_STATE\"}");

    private final TestLedger ledger = new TestLedger(TestDatabase.create().migrate());
    private final JdbcTransactionManager transactionManager = new JdbcTransactionManager(ledger.dataSource());
    private final CommandKeys keys = new CommandKeys(ledger.jdbc(), transactionManager);

    @AfterEach
    void end() {
        ledger.close();
    }

    @Test
    void an_accepted_command_is_found_as_it_was_recorded() {
        claimAndAppend("anna", "k", ACCEPTED, event("case", 0), event("case", 1));

        assertThat(keys.find("anna", "k")).contains(ACCEPTED);
    }

    @Test
    void a_rejected_command_is_found_as_it_was_recorded() {
        var silent = new Rejected("", "case", 409, null);
        keys.remember("anna", "k", REJECTED);
        keys.remember("anna", "l", silent);

        assertThat(keys.find("anna", "k")).contains(REJECTED);
        assertThat(keys.find("anna", "l")).contains(silent);
    }

    @Test
    void callers_do_not_share_keys() {
        keys.remember("anna", "k", REJECTED);
        keys.remember("bela", "k", REJECTED);

        assertThat(keys.find("carl", "k")).isEmpty();
    }

    @Test
    void a_key_is_taken_by_whatever_came_first() {
        keys.remember("anna", "k", REJECTED);

        assertThatThrownBy(() -> claimAndAppend("anna", "k", ACCEPTED, event("case", 0)))
                .isInstanceOf(CommandKeyTaken.class)
                .hasMessage("Caller anna has used key k before");
        assertThatThrownBy(() -> keys.remember("anna", "k", REJECTED)).isInstanceOf(CommandKeyTaken.class);
        assertThat(ledger.log().stream("case")).isEmpty();
    }

    /** Whoever sends a command again meets his own events; he is to hear of the key, and get his answer. */
    @Test
    void a_repeated_command_hears_of_its_key_and_not_of_a_conflict() {
        claimAndAppend("anna", "k", ACCEPTED, event("case", 0));

        assertThatThrownBy(() -> claimAndAppend("anna", "k", ACCEPTED, event("case", 0)))
                .isInstanceOf(CommandKeyTaken.class);
    }

    @Test
    void a_key_is_claimed_in_a_unit_of_work_only_and_once() {
        assertThatThrownBy(() -> AppendConditions.claimKey("anna", "k", ACCEPTED))
                .isInstanceOf(IllegalStateException.class);
        var unit = DefaultUnitOfWork.startAndGet(null);
        AppendConditions.claimKey("anna", "k", ACCEPTED);
        assertThatThrownBy(() -> AppendConditions.claimKey("anna", "l", ACCEPTED))
                .isInstanceOf(IllegalStateException.class);
        unit.rollback();
    }

    @Test
    void a_key_goes_with_the_events_when_they_are_refused() {
        ledger.append(event("case", 0));

        assertThatThrownBy(() -> claimAndAppend("anna", "k", ACCEPTED, event("case", 0)))
                .isInstanceOf(org.axonframework.modelling.command.AggregateStreamCreationException.class);

        assertThat(keys.find("anna", "k")).isEmpty();
    }

    @Test
    void a_rejection_is_remembered_though_the_transaction_round_it_is_rolled_back() {
        new TransactionTemplate(transactionManager).executeWithoutResult(status -> {
            keys.remember("anna", "k", REJECTED);
            status.setRollbackOnly();
        });

        assertThat(keys.find("anna", "k")).contains(REJECTED);
    }

    @Test
    void of_many_racing_duplicates_one_appends_and_all_others_find_the_key_taken() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var racers = new java.util.ArrayList<Callable<Boolean>>();
            for (var racer = 0; racer < 20; racer++) {
                var stream = "case-" + racer;
                racers.add(() -> {
                    try {
                        claimAndAppend("anna", "k", ACCEPTED, event(stream, 0));
                        return true;
                    } catch (CommandKeyTaken _) {
                        return false;
                    }
                });
            }
            var winners = 0;
            for (var racer : threads.invokeAll(racers, 30, TimeUnit.SECONDS)) {
                winners += racer.get() ? 1 : 0;
            }
            assertThat(winners).isEqualTo(1);
            ledger.settle();
            assertThat(ledger.log().after(0, 100)).hasSize(1);
        }
    }

    @Test
    void a_value_belongs_to_the_stream_that_was_first() {
        claimAndAppend("plate", "A-1", event("car-1", 0));

        assertThatThrownBy(() -> claimAndAppend("plate", "A-1", event("car-2", 0)))
                .isInstanceOf(ValueTaken.class);
        claimAndAppend("plate", "A-2", event("car-2", 0));
        claimAndAppend("ship", "A-1", event("ship-1", 0));
        assertThat(ledger.log().stream("car-2")).hasSize(1);
    }

    @Test
    void old_keys_are_forgotten() {
        keys.remember("anna", "k", REJECTED);

        assertThat(keys.forgetBefore(Instant.now().minusSeconds(60))).isZero();
        assertThat(keys.forgetBefore(Instant.now().plusSeconds(60))).isEqualTo(1);
        assertThat(keys.find("anna", "k")).isEmpty();
    }

    @Test
    void of_many_old_keys_so_many_are_forgotten_at_once_until_none_is_left() {
        var old = 2 * CommandKeys.FORGOTTEN_AT_ONCE + 1;
        ledger.jdbc().sql("""
            insert into command_key (caller, key, request_hash, status, recorded_at)
            select 'anna', 'key-' || number, '', 422, now() - interval '1 day' from generate_series(1, ?) as number
            """).param(old).update();
        ledger.jdbc().sql("create table deletion (keys bigint)").update();
        ledger.jdbc().sql("""
            create function note_deletion() returns trigger language plpgsql as
                'begin insert into deletion select count(*) from forgotten; return null; end'
            """).update();
        ledger.jdbc().sql("""
            create trigger note_deletion after delete on command_key
            referencing old table as forgotten execute function note_deletion()
            """).update();
        keys.remember("anna", "k", REJECTED);

        assertThat(keys.forgetBefore(Instant.now().minusSeconds(60))).isEqualTo(old);
        assertThat(ledger.jdbc()
                        .sql("select keys from deletion order by keys")
                        .query(Integer.class)
                        .list())
                .containsExactly(1, CommandKeys.FORGOTTEN_AT_ONCE, CommandKeys.FORGOTTEN_AT_ONCE);
        assertThat(keys.find("anna", "k")).contains(REJECTED);
    }

    private void claimAndAppend(String caller, String key, Accepted command, EventMessage<?>... events) {
        inUnitOfWork(() -> AppendConditions.claimKey(caller, key, command), events);
    }

    private void claimAndAppend(String kind, String value, EventMessage<?>... events) {
        inUnitOfWork(() -> AppendConditions.claimValue(kind, value, "car"), events);
    }

    private void inUnitOfWork(Runnable conditions, EventMessage<?>... events) {
        var unit = DefaultUnitOfWork.startAndGet(null);
        try {
            conditions.run();
            ledger.engine().appendEvents(events);
            unit.commit();
        } catch (RuntimeException failure) {
            unit.rollback(failure);
            throw failure;
        }
    }
}
