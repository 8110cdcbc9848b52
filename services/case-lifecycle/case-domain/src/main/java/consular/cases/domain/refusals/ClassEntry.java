package consular.cases.domain.refusals;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The hard entry in CLASS that a formal refusal on INA 212(a) makes, and no other (9 FAM 403.10-2(A)b).
 *
 * @param deletion where a request to delete it stands; null while there is none
 */
public record ClassEntry(ClassEntryState state, @Nullable ClassEntryState deletion) {
    /** No entry: the refusal does not rest on INA 212(a), or the person was erased before it was made. */
    public static final ClassEntry NONE = new ClassEntry(ClassEntryState.NONE, null);

    /** An entry that is to be sent. */
    public static final ClassEntry QUEUED = new ClassEntry(ClassEntryState.QUEUED, null);

    public ClassEntry requestDeletion() {
        return new ClassEntry(state, ClassEntryState.QUEUED);
    }

    /** The endpoint has acknowledged a message. */
    public ClassEntry acknowledge(ClassMessage message) {
        return switch (message) {
            case ENTRY -> new ClassEntry(ClassEntryState.SENT, deletion);
            case DELETION -> new ClassEntry(state, ClassEntryState.SENT);
        };
    }

    /**
     * The person was erased: an entry that waits would name nobody, so it is not sent. CLASS may have it all the same, if the
     * acknowledgement was lost or is under way, so it is told to delete whatever it has.
     */
    public ClassEntry withdraw() {
        return state == ClassEntryState.QUEUED ? new ClassEntry(ClassEntryState.NONE, ClassEntryState.QUEUED) : this;
    }

    /** Whether an acknowledgement of the message says something new. A withdrawn entry may have been in a sender's hand. */
    public boolean awaits(ClassMessage message) {
        return unsent().equals(Optional.of(message)) || (message == ClassMessage.ENTRY && isWithdrawn());
    }

    /** Only an erasure asks for a deletion where there is no entry. */
    private boolean isWithdrawn() {
        return state == ClassEntryState.NONE && deletion != null;
    }

    /** What is to be sent next: the entry, then the request to delete it. */
    public Optional<ClassMessage> unsent() {
        if (state == ClassEntryState.QUEUED) {
            return Optional.of(ClassMessage.ENTRY);
        }
        return deletion == ClassEntryState.QUEUED ? Optional.of(ClassMessage.DELETION) : Optional.empty();
    }
}
