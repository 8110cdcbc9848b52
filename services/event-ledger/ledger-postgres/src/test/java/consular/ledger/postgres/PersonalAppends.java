package consular.ledger.postgres;

import consular.ledger.postgres.append.Append;
import consular.ledger.postgres.append.Append.RequestKey;
import consular.ledger.postgres.append.Append.UniqueValue;
import consular.ledger.postgres.append.NewEvent;
import consular.ledger.postgres.secrets.NewKey;
import consular.ledger.postgres.secrets.StoredPart;
import java.util.List;
import java.util.UUID;

/** Appends of two events with all that one may bring: two parts about a person, a key, a value, a request. Nobody can read the parts. */
final class PersonalAppends {

    private PersonalAppends() {}

    static Append append(TestStream stream, List<UUID> newcomers, UUID person, String value, String key) {
        return new Append(
                stream.peek(2).stream().map(event -> about(person, event)).toList(),
                newcomers.stream().map(PersonalAppends::newKey).toList(),
                new RequestKey("test", key, "00ff", stream.id().toString(), 0, 1, 201, "{\"a\": 1}"),
                List.of(new UniqueValue("file", value, stream.id())));
    }

    private static NewKey newKey(UUID person) {
        return new NewKey(person, new byte[32], "1", new byte[] {1}, 0);
    }

    private static NewEvent about(UUID person, NewEvent event) {
        return new NewEvent(
                event.stream(),
                event.sequence(),
                event.eventId(),
                event.eventName(),
                event.slice(),
                event.type(),
                event.revision(),
                event.effectiveAt(),
                event.recordedAt(),
                event.actor(),
                event.clear(),
                List.of(new StoredPart.Sealed(person, new byte[32], new byte[32], new byte[] {1})),
                event.previous(),
                event.chain(),
                event.leaf());
    }
}
