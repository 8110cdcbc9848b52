package consular.cases.web.api;

import consular.cases.application.CaseHistory;
import consular.cases.application.EventFeed;
import consular.cases.application.LogLine;
import consular.cases.application.QuasiRefusalHistory;
import consular.cases.application.webhooks.OutgoingEvent;
import consular.cases.application.webhooks.OutgoingLog;
import consular.cases.application.webhooks.Wanted;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.quasirefusals.QuasiRefusalId;
import consular.cases.web.json.WebJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The log for receivers: each event as the pages have it, and about cases where they are now. */
@Component
final class WebhookLog implements OutgoingLog {
    private static final int MOST = 100;

    /** A page ends with the event that takes it there; no event is longer than a body. */
    private static final int MOST_BYTES = 256 << 10;

    /** How many events one page looks at, where few are wanted. */
    private static final int MOST_LOOKED_AT = 1_000;

    /** How many are read at once: each may be as long as a body. */
    private static final int PIECE = 10;

    private final EventFeed feed;
    private final CaseHistory cases;
    private final QuasiRefusalHistory quasiRefusals;
    private final CloudEvents cloudEvents;
    private final SubjectPosts subjectPosts;

    WebhookLog(
            EventFeed feed,
            CaseHistory cases,
            QuasiRefusalHistory quasiRefusals,
            CloudEvents cloudEvents,
            SubjectPosts subjectPosts) {
        this.feed = feed;
        this.cases = cases;
        this.quasiRefusals = quasiRefusals;
        this.cloudEvents = cloudEvents;
        this.subjectPosts = subjectPosts;
    }

    @Override
    public Page after(long position, Wanted wanted) {
        var events = new ArrayList<OutgoingEvent>();
        var bytes = 0;
        var at = position;
        while (at - position < MOST_LOOKED_AT) {
            var piece = feed.after(at, PIECE);
            var kept = wanted(piece, wanted);
            for (var line : piece) {
                if (events.size() == MOST || bytes >= MOST_BYTES) {
                    return new Page(events, at);
                }
                at = positionOf(line);
                if (kept.contains(line)) {
                    var body = encoded(line);
                    bytes += body.length;
                    events.add(new OutgoingEvent(at, line.subject(), line.eventId(), () -> body));
                }
            }
            if (piece.size() < PIECE) {
                return new Page(events, at);
            }
        }
        return new Page(events, at);
    }

    @Override
    public List<OutgoingEvent> of(UUID subject, long from, long to, Wanted wanted) {
        var lines = history(subject).stream()
                .filter(line -> line.position() != null && positionOf(line) >= from && positionOf(line) <= to)
                .toList();
        return wanted(lines, wanted).stream()
                .map(line -> new OutgoingEvent(positionOf(line), subject, line.eventId(), () -> encoded(line)))
                .toList();
    }

    private List<? extends LogLine> history(UUID subject) {
        var ofCase = cases.of(new CaseId(subject));
        return ofCase.isEmpty() ? quasiRefusals.of(new QuasiRefusalId(subject)) : ofCase;
    }

    private List<? extends LogLine> wanted(List<? extends LogLine> lines, Wanted wanted) {
        var ofTypes = lines.stream().filter(line -> wanted.hasType(line.type())).toList();
        if (wanted.posts().isEmpty() || ofTypes.isEmpty()) {
            return ofTypes;
        }
        var postOf = subjectPosts.of(ofTypes).get();
        return ofTypes.stream()
                .filter(line -> wanted.posts().contains(postOf.get(line.subject())))
                .toList();
    }

    private byte[] encoded(LogLine line) {
        return WebJson.MAPPER.writeValueAsBytes(cloudEvents.of(line));
    }

    private static long positionOf(LogLine line) {
        return Objects.requireNonNull(line.position(), "a line of the log has a position");
    }

    @Override
    public long head() {
        return feed.head();
    }
}
