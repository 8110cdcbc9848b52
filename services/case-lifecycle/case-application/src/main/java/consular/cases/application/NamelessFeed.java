package consular.cases.application;

import java.util.List;

/** Reads the whole log in order for those who are to know of nobody. */
public interface NamelessFeed {
    /**
     * At most {@code limit} events after a position, in order; none is ever skipped. Of what is personal a text says that it is
     * withheld, and what cannot be a text is null, whether it was erased or not.
     */
    List<? extends LogLine> after(long position, int limit);
}
