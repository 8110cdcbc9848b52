package consular.ledger.core.verification;

import consular.ledger.core.content.ContentReader;
import consular.ledger.core.hash.Sha256;
import java.util.Arrays;

/**
 * Some entries in a row, and perhaps their contents. They are examined on any thread, before a {@link LogVerifier} takes them in
 * order: most of the work of a verification can so be shared out. Not for several threads at once.
 */
public final class EntryBatch {

    /** How many entries it takes. */
    public static final int CAPACITY = 256;

    /** With so many bytes it is full even if it has fewer: a line can be long. */
    private static final int ENOUGH = 1 << 20;

    private final Lines entries = new Lines(ExaminedEntry.ROOM);
    private final Lines contents = new Lines(0);
    private final ExaminedEntry[] examined = new ExaminedEntry[CAPACITY];
    private final ContentReader reader = new ContentReader();
    private final Sha256 sha256 = new Sha256();

    /** An empty batch. */
    public EntryBatch() {
        Arrays.setAll(examined, _ -> new ExaminedEntry());
    }

    /** Whether no further entry should be added. */
    public boolean isFull() {
        return entries.count == CAPACITY || entries.end + contents.end >= ENOUGH;
    }

    /** How many entries there are. */
    public int size() {
        return entries.count;
    }

    /** Copies an entry into the batch. One that is longer than any may be is cut, and so not canonical. */
    public void add(byte[] source, int offset, int length) {
        entries.add(source, offset, Math.min(length, ExaminedEntry.MAX_LENGTH));
    }

    /** Copies the line that holds the content of the entry that was added last. Either all entries have one or none. */
    public void addContent(byte[] line, int offset, int length) {
        contents.add(line, offset, length);
    }

    /** Forgets all entries, so that the memory serves others. */
    public void clear() {
        entries.clear();
        contents.clear();
    }

    /** Does all that can be done without knowing the entries before. */
    public void examine() {
        for (var number = 0; number < entries.count; number++) {
            var entry = examined[number];
            entry.examine(entries.bytes, entries.starts[number], entries.lengths[number], sha256);
            if (contents.count > 0) {
                entry.compare(reader, contents.bytes, contents.starts[number], contents.lengths[number], sha256);
            }
        }
    }

    ExaminedEntry get(int number) {
        return examined[number];
    }

    /** Lines that lie one behind the other, with some room before each. */
    private static final class Lines {

        private final int room;
        private final int[] starts = new int[CAPACITY];
        private final int[] lengths = new int[CAPACITY];
        private byte[] bytes = new byte[1 << 17];
        private int end;
        private int count;

        Lines(int room) {
            this.room = room;
        }

        void add(byte[] source, int offset, int length) {
            var start = end + room;
            if (start + length > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, start + length));
            }
            System.arraycopy(source, offset, bytes, start, length);
            starts[count] = start;
            lengths[count] = length;
            end = start + length;
            count++;
        }

        void clear() {
            end = 0;
            count = 0;
        }
    }
}
