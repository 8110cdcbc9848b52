package consular.ledger.postgres;

import org.jspecify.annotations.Nullable;

/** Another command was recorded under this caller's key; {@link CommandKeys#find} tells what became of it. */
public final class CommandKeyTaken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CommandKeyTaken(String caller, String key, @Nullable Throwable cause) {
        super("Caller %s has used key %s before".formatted(caller, key), cause);
    }
}
