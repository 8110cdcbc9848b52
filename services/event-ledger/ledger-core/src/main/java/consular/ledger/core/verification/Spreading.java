package consular.ledger.core.verification;

/** Ids are random in part only, so their bits are spread before they choose a place in a table. */
final class Spreading {

    private Spreading() {}

    static long mix(long high, long low) {
        var mixed = (high ^ Long.rotateLeft(low, 32)) * 0x9e37_79b9_7f4a_7c15L;
        mixed = (mixed ^ low ^ (mixed >>> 29)) * 0xbf58_476d_1ce4_e5b9L;
        return mixed ^ (mixed >>> 32);
    }
}
