package consular.ledger.postgres;

/**
 * What is stored is not what was stored once: a row was altered or taken out. Nothing is read from it; an export says where it
 * is, and a verifier whether there is more.
 */
public final class DamagedLog extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    DamagedLog(String what) {
        super("The log is damaged: " + what);
    }
}
