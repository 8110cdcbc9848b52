package consular.cases.web.feed;

/** Reads the log for followers. */
public interface PageReader {
    /**
     * The first events behind a position, in order and without a hole; empty when there are none yet. No connection is held
     * once it returns. What an event says may be long, so no more are read than are needed.
     *
     * @param limit how many events at the most
     * @param bytes the page ends with the event that takes it there
     */
    FeedPage after(long position, int limit, int bytes);
}
