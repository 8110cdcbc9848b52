package consular.cases.application;

import java.util.List;

/** Reads the whole log in order. */
public interface EventFeed {
    /**
     * At most {@code limit} events after a position, in order; none is ever skipped. Where they are long there are fewer, and
     * none at all only at the end of the log.
     */
    List<? extends LogLine> after(long position, int limit);

    /** The position of the last event; 0 when the log is empty. */
    long head();
}
