package consular.ledger.postgres.secrets;

/** For applications that keep nothing of persons, and so need no key. */
public final class NoKeyWrapping implements KeyWrapping {

    @Override
    public String newest() {
        throw missing();
    }

    @Override
    public boolean holds(String version) {
        return false;
    }

    @Override
    public byte[] wrap(byte[] dataKey, byte[] context) {
        throw missing();
    }

    @Override
    public byte[] unwrap(String version, byte[] wrapped, byte[] context) {
        throw missing();
    }

    private static IllegalStateException missing() {
        return new IllegalStateException(
                "the log keeps data of persons, and consular.ledger.key-encryption-key is not set");
    }
}
