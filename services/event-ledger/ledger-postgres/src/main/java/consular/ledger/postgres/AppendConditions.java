package consular.ledger.postgres;

import consular.ledger.postgres.append.Append.RequestKey;
import consular.ledger.postgres.append.Append.UniqueValue;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * What has to hold when the current unit of work appends its events, besides that nobody else has written to their streams.
 * All of it is decided and stored with the events, in one statement. A unit of work that appends nothing forgets it.
 */
public final class AppendConditions {

    private static final String RESOURCE = AppendConditions.class.getName();

    private final List<UniqueValue> values = new ArrayList<>();
    private @Nullable RequestKey key;

    private AppendConditions() {}

    /**
     * The key under which a caller sent the command at hand, and what is answered. If it was used before, the append fails with
     * {@link CommandKeyTaken}.
     *
     * @throws IllegalStateException outside a unit of work, or if it has a key already
     */
    public static void claimKey(String caller, String key, KeyedCommand.Accepted command) {
        var conditions = ofCurrentUnitOfWork();
        if (conditions.key != null) {
            throw new IllegalStateException("the unit of work answers one request, and has a key already");
        }
        conditions.key = new RequestKey(
                caller,
                key,
                command.requestHash(),
                command.streamId(),
                command.firstSequence(),
                command.lastSequence(),
                command.status(),
                command.answer());
    }

    /**
     * A value that may be taken once in the whole log, such as a number on a file. If it was, be it by the same stream, the append
     * fails with {@link ValueTaken}.
     *
     * @param kind what it is the value of, in one word
     * @throws IllegalStateException outside a unit of work
     */
    public static void claimValue(String kind, String value, String streamId) {
        ofCurrentUnitOfWork()
                .values
                .add(new UniqueValue(kind, value, LedgerIds.of(streamId).id()));
    }

    private static AppendConditions ofCurrentUnitOfWork() {
        return CurrentUnitOfWork.get().root().getOrComputeResource(RESOURCE, _ -> new AppendConditions());
    }

    /** Takes them out of the current unit of work, for the append that keeps them. */
    static AppendConditions take() {
        AppendConditions conditions =
                CurrentUnitOfWork.isStarted() ? remove(CurrentUnitOfWork.get().root()) : null;
        return conditions == null ? new AppendConditions() : conditions;
    }

    private static @Nullable AppendConditions remove(UnitOfWork<?> root) {
        return (AppendConditions) root.resources().remove(RESOURCE);
    }

    @Nullable
    RequestKey key() {
        return key;
    }

    List<UniqueValue> values() {
        return values;
    }
}
