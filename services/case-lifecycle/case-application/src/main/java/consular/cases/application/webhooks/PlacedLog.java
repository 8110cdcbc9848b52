package consular.cases.application.webhooks;

import java.util.List;
import java.util.UUID;

/** The log for receivers, read by a few at a time. */
record PlacedLog(OutgoingLog all, ConnectionShare share) implements OutgoingLog {
    @Override
    public Page after(long position, Wanted wanted) {
        return share.take(() -> all.after(position, wanted));
    }

    @Override
    public List<OutgoingEvent> of(UUID subject, long from, long to, Wanted wanted) {
        return share.take(() -> all.of(subject, from, to, wanted));
    }

    @Override
    public long head() {
        return share.take(all::head);
    }
}
