package consular.cases.web.feed;

/** Reads the log for followers. */
public interface PageReader {
    /**
     * The first events behind a position, in order and without a hole; empty when there are none yet. No connection is held
     * once it returns.
     */
    FeedPage after(long position, int limit);
}
