package consular.ledger.core.verification;

/**
 * The ids of all events so far: a hash table in one array, 21 to 43 bytes to an event, so that a hundred million events fit into
 * four gigabytes.
 */
final class EventIds {

    private static final int WIDTH = 2;

    private long[] table;
    private int used;
    private boolean hasZero;

    EventIds() {
        this(1 << 12);
    }

    /** The number of places is a power of two. */
    EventIds(int places) {
        table = new long[places * WIDTH];
    }

    /** Notes an id, and answers whether it is a new one. */
    boolean add(long high, long low) {
        if ((high | low) == 0) {
            // A free place looks like this id.
            var isNew = !hasZero;
            hasZero = true;
            return isNew;
        }
        var place = find(high, low);
        if ((table[place] | table[place + 1]) != 0) {
            return false;
        }
        table[place] = high;
        table[place + 1] = low;
        used++;
        if (used * 3L * WIDTH > table.length * 2L) {
            grow();
        }
        return true;
    }

    /** Reads where an id would stand. Done for many in a row, the memory answers them all at once, and {@link #add} finds it near. */
    long touch(long high, long low) {
        return table[(int) (Spreading.mix(high, low) * WIDTH) & (table.length - 1)];
    }

    private int find(long high, long low) {
        var mask = table.length - 1;
        var place = (int) (Spreading.mix(high, low) * WIDTH) & mask;
        while ((table[place] != high || table[place + 1] != low) && (table[place] | table[place + 1]) != 0) {
            place = (place + WIDTH) & mask;
        }
        return place;
    }

    private void grow() {
        var old = table;
        table = new long[Math.multiplyExact(old.length, 2)];
        for (var from = 0; from < old.length; from += WIDTH) {
            if ((old[from] | old[from + 1]) != 0) {
                System.arraycopy(old, from, table, find(old[from], old[from + 1]), WIDTH);
            }
        }
    }
}
