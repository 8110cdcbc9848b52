package consular.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import consular.ledger.postgres.secrets.Erasures.Level;
import consular.ledger.postgres.secrets.Unopenable;
import java.util.List;
import org.axonframework.eventhandling.TrackingToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever changes what is about persons, or their keys, is refused by the database, or found out. */
class ChangedSecretsTest extends SecretsTestBase {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "set sequence = 1 where sequence = 0 and part = 0",
                "set person = (select person from secret_part where part = 1) where part = 0",
                "set ciphertext = set_byte(ciphertext, 20, 255 - get_byte(ciphertext, 20)) where part = 0",
                "set salt = sha256(salt) where part = 0",
                "set key_commitment = sha256(salt) where part = 0"
            })
    void a_part_that_was_moved_or_changed_does_not_open_and_its_event_is_named(String change) {
        ledger.append(Guests.event("stay", 0, "ann", "ben"));
        ledger.append(Guests.event("other", 0, "eve"), Guests.event("other", 1, "dan"));
        database.jdbc().sql("alter table secret_part disable trigger user").update();
        var stream = change.contains("sequence") ? "other" : "stay";
        if (change.contains("sequence")) {
            database.jdbc().sql("delete from secret_part where sequence = 1").update();
        }
        assertThat(database.jdbc()
                        .sql("update secret_part " + change + " and stream_id = ?")
                        .param(LedgerIds.of(stream).id())
                        .update())
                .isEqualTo(1);

        assertThatThrownBy(() -> ledger.log().stream(stream))
                .isInstanceOf(Unopenable.class)
                .hasMessageContaining(LedgerIds.of(stream).id().toString())
                .hasMessageNotContaining("LEE");
        var contradictions = new LogCheck(database.jdbc()).contradictions(0);
        if (change.contains("person")) {
            // whose part it is only the key knows
            assertThat(contradictions).isEmpty();
        } else {
            assertThat(contradictions).first().isEqualTo(stream.equals("stay") ? 0L : 1L);
        }
    }

    @Test
    void a_part_that_does_not_open_does_not_keep_processors_from_all_other_events() {
        ledger.append(Guests.event("one", 0, "ann"), Guests.event("stay", 0, "ben"), Guests.event("two", 0, "eve"));
        database.jdbc().sql("alter table secret_part disable trigger user").update();
        database.jdbc()
                .sql("update secret_part set salt = sha256(salt) where stream_id = ?")
                .param(LedgerIds.of("stay").id())
                .update();

        try (var events = ledger.engine().readEvents((TrackingToken) null, false)) {
            var payloads = events.map(event -> event.getPayload().toString()).toList();
            assertThat(payloads).hasSize(3);
            assertThat(payloads.get(0)).isEqualTo("ann=ANN LEE");
            assertThat(payloads.get(1)).doesNotContain("LEE");
            assertThat(payloads.get(2)).isEqualTo("eve=EVE LEE");
        }
        assertThatThrownBy(() -> ledger.log().after(0, 3)).isInstanceOf(Unopenable.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update secret_part set ciphertext = ''",
                "update secret_part set salt = sha256('')",
                "update secret_part set ciphertext = null",
                "update secret_part set salt = null, ciphertext = null",
                "update secret_part set salt = null, ciphertext = null, commitment = sha256('')",
                "update secret_part set salt = null, ciphertext = null, person = gen_random_uuid()",
                "update secret_part set salt = null, ciphertext = null, sequence = 9",
                "delete from secret_part",
                "truncate secret_part",
                "delete from data_key",
                "truncate data_key",
                "update data_key set person = gen_random_uuid()",
                "update data_key set wrapped = null, key_version = null, erased_level = 2, erased_under = 2",
                "insert into data_key (person, erased_level, erased_under) values (gen_random_uuid(), 1, 2)"
            })
    void nothing_but_an_erasure_changes_secret_parts_and_keys(String change) {
        ledger.append(Guests.event("stay", 0, "ann"));

        assertThatThrownBy(() -> database.jdbc().sql(change).update())
                .rootCause()
                .hasMessageMatching(
                        "(?s).*(is append-only|keeps what was destroyed|violates check|no event of the log stands at"
                                + " 2).*");
        assertThat(payload(ledger, 1)).contains("ANN LEE");
    }

    @Test
    void a_destroyed_key_does_not_come_back() {
        ledger.append(Guests.event("stay", 0, "ann"));
        erase("ann", Level.CIPHERTEXT, 1);

        for (var change : List.of(
                "wrapped = '\\x00', key_version = '1', erased_level = null, erased_under = null",
                "erased_level = 1",
                "erased_under = 8")) {
            assertThatThrownBy(() ->
                            database.jdbc().sql("update data_key set " + change).update())
                    .rootCause()
                    .hasMessageContaining("keeps what was destroyed");
        }
    }
}
