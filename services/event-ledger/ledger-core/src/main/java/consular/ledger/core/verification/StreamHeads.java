package consular.ledger.core.verification;

import consular.ledger.core.hash.Bytes;
import consular.ledger.core.hash.Hash;

/**
 * How far each stream has come: a hash table in one array, 64 bytes to a stream, so that ten million streams fit into a
 * laptop and a look-up touches one line of the processor's cache.
 */
final class StreamHeads {

    private static final int HIGH = 0;
    private static final int LOW = 1;
    private static final int NEXT_AND_SLICE = 2;
    private static final int INDEX = 3;
    private static final int CHAIN = 4;
    private static final int WIDTH = 8;
    private static final int SLICE_BITS = 10;

    private long[] table;
    private int used;

    StreamHeads() {
        this(1 << 10);
    }

    /** The number of places is a power of two. */
    StreamHeads(int places) {
        table = new long[places * WIDTH];
    }

    /** Where the stream stands in the table, or the free place where it belongs; good until the next {@link #put}. */
    int find(long high, long low) {
        var mask = table.length - 1;
        var place = (int) (Spreading.mix(high, low) * WIDTH) & mask;
        while (isKnown(place) && (table[place + HIGH] != high || table[place + LOW] != low)) {
            place = (place + WIDTH) & mask;
        }
        return place;
    }

    /** Reads where a stream would stand; see {@link EventIds#touch}. */
    long touch(long high, long low) {
        var place = (int) (Spreading.mix(high, low) * WIDTH) & (table.length - 1);
        return table[place] + table[place + WIDTH - 1];
    }

    boolean isKnown(int place) {
        return table[place + NEXT_AND_SLICE] != 0;
    }

    /** The sequence that the next entry of the stream has; 0 for a stream that is not known. */
    long next(int place) {
        return table[place + NEXT_AND_SLICE] >>> SLICE_BITS;
    }

    int slice(int place) {
        return (int) table[place + NEXT_AND_SLICE] & ((1 << SLICE_BITS) - 1);
    }

    /** Where in the log the last entry of the stream stands. */
    long index(int place) {
        return table[place + INDEX];
    }

    /** The chain behind the last entry; zero for a stream that is not known. */
    Hash chain(int place) {
        return new Hash(
                table[place + CHAIN], table[place + CHAIN + 1], table[place + CHAIN + 2], table[place + CHAIN + 3]);
    }

    /** Whether the chain behind the last entry stands in the 32 bytes at an offset. */
    boolean isChain(int place, byte[] source, int offset) {
        return table[place + CHAIN] == Bytes.longAt(source, offset)
                && table[place + CHAIN + 1] == Bytes.longAt(source, offset + 8)
                && table[place + CHAIN + 2] == Bytes.longAt(source, offset + 16)
                && table[place + CHAIN + 3] == Bytes.longAt(source, offset + 24);
    }

    /** Moves the stream on: the chain behind its new last entry is read from an array. */
    void put(int place, long high, long low, long next, int slice, long index, byte[] source, int offset) {
        if (!isKnown(place)) {
            used++;
        }
        table[place + HIGH] = high;
        table[place + LOW] = low;
        table[place + NEXT_AND_SLICE] = (next << SLICE_BITS) | slice;
        table[place + INDEX] = index;
        for (var word = 0; word < 4; word++) {
            table[place + CHAIN + word] = Bytes.longAt(source, offset + word * Long.BYTES);
        }
        if (used * 2 * WIDTH > table.length) {
            grow();
        }
    }

    int size() {
        return used;
    }

    private void grow() {
        var old = table;
        table = new long[Math.multiplyExact(old.length, 2)];
        for (var from = 0; from < old.length; from += WIDTH) {
            if (old[from + NEXT_AND_SLICE] != 0) {
                System.arraycopy(old, from, table, find(old[from + HIGH], old[from + LOW]), WIDTH);
            }
        }
    }
}
