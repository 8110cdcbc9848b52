package consular.ledger.postgres.append;

import java.util.UUID;

/** Why an append was not stored. Nothing of it was. */
public sealed interface Refusal {

    /**
     * Its stream ends elsewhere than it thought: someone else wrote first, it leaves a hole, or what its writer remembers is not
     * what the database has, which may have lost commits when another server took over.
     *
     * @param last the sequence of the stream's last event; -1 if there is none
     */
    record Conflict(UUID stream, long expected, long last) implements Refusal {}

    /** The caller has used the key before. */
    record KeyTaken(String caller, String key) implements Refusal {}

    /** A key was made for somebody who has one, or had; or a part is under a key that is gone. */
    record PersonHasKey(UUID person) implements Refusal {}

    /** Another stream has the value. */
    record ValueTaken(String kind, String value) implements Refusal {}
}
