package consular.cases.web.feed;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** An event in the form in which every follower is sent it; made once for all of them. */
public final class FeedEvent {
    private static final byte[] END = "\n\n".getBytes(StandardCharsets.US_ASCII);

    private final long position;
    private final UUID subject;
    private final byte[] head;
    private final byte[] json;
    private final boolean moving;

    /**
     * An event at its place in the log.
     *
     * @param subject the case or quasi-refusal that it is about
     * @param json the event, in one line; it is not copied
     * @param moving whether the subject is at another post from now on, with all of its events
     */
    public FeedEvent(long position, UUID subject, byte[] json, boolean moving) {
        this.position = position;
        this.subject = subject;
        this.head = ("id: " + position + "\ndata: ").getBytes(StandardCharsets.US_ASCII);
        this.json = json;
        this.moving = moving;
    }

    public long position() {
        return position;
    }

    public UUID subject() {
        return subject;
    }

    boolean isMoving() {
        return moving;
    }

    /** In bytes, as it is sent. */
    public int size() {
        return head.length + json.length + END.length;
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(head);
        out.write(json);
        out.write(END);
    }
}
