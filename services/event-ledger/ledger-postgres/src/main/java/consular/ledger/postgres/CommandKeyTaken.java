package consular.ledger.postgres;

/** Another command was recorded under this caller's key; {@link CommandKeys#find} tells what became of it. */
public final class CommandKeyTaken extends RuntimeException {

    CommandKeyTaken(String caller, String key, Throwable cause) {
        super("Caller %s has used key %s before".formatted(caller, key), cause);
    }
}
