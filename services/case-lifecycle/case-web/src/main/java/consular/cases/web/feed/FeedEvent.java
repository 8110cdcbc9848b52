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

    /**
     * An event at its place in the log.
     *
     * @param subject the case or quasi-refusal that it is about
     * @param json the event, in one line; it is not copied
     */
    public FeedEvent(long position, UUID subject, byte[] json) {
        this.position = position;
        this.subject = subject;
        this.head = ("id: " + position + "\ndata: ").getBytes(StandardCharsets.US_ASCII);
        this.json = json;
    }

    public long position() {
        return position;
    }

    public UUID subject() {
        return subject;
    }

    int size() {
        return head.length + json.length + END.length;
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(head);
        out.write(json);
        out.write(END);
    }
}
