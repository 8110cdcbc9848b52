package consular.cases.application.webhooks;

import consular.cases.application.accesses.Access;
import consular.cases.application.accesses.AccessLog;
import consular.cases.application.webhooks.Attempts.Work;
import consular.cases.domain.people.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * Delivers one subscription, round by round, in one thread. Nothing is kept between two rounds but what is in the database, so
 * another node goes on where this one ended; what a node that died had sent in its last round is sent again.
 */
public final class Delivery {
    /** When so many cases are held, the receiver has to take some of them before it is sent anything new. */
    static final int MOST_HELD = 1_000;

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
    private static final String OPERATION = "deliverWebhook";

    /** The status under which every access is recorded that is not refused. */
    private static final int SENT = 200;

    private final Lease lease;
    private final Means means;
    private final Reckoning reckoning;
    private boolean heldFirst;

    /** The delivery of what was leased. */
    public Delivery(Lease lease, Means means) {
        this.lease = lease;
        this.means = means;
        var properties = means.properties();
        this.reckoning = new Reckoning(
                properties,
                new Backoff(properties.firstPause(), properties.longestPause(), means.random()),
                new Backoff(properties.firstPause(), properties.longestRest(), means.random()));
    }

    /**
     * What all deliveries share.
     *
     * @param erasures how often somebody's data was erased; what was read before is not sent after
     */
    public record Means(
            Deliveries deliveries,
            OutgoingLog log,
            AccessLog accesses,
            Sender sender,
            InstantSource clock,
            RandomGenerator random,
            LongSupplier erasures,
            WebhookProperties properties) {}

    /**
     * What to do after a round.
     *
     * @param position up to where the log was looked at
     * @param pause how long there is nothing to do
     * @param listens whether there is if the log grows
     */
    public record Next(long position, Duration pause, boolean listens) {}

    /** One round; empty when the lease is none any more. */
    public Optional<Next> round() {
        var found = means.deliveries().standing(lease);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var standing = found.get();
        var now = means.clock().instant();
        if (standing.restsUntil() != null && now.isBefore(standing.restsUntil())) {
            return Optional.of(new Next(standing.position(), Duration.between(now, standing.restsUntil()), false));
        }
        var begun = means.erasures().getAsLong();
        if (standing.isDown()) {
            return commit(standing, now, begun, probe(standing));
        }
        heldFirst = !heldFirst;
        var round = heldFirst
                ? held(standing, now).or(() -> fresh(standing))
                : fresh(standing).or(() -> held(standing, now));
        return round.isPresent() ? commit(standing, now, begun, round.get()) : Optional.of(idle(standing, now));
    }

    /** What a round is to send, and where the log was looked at up to then. */
    private record Round(long position, List<Work> works) {}

    private Next idle(Standing standing, Instant now) {
        var due = standing.nextDue();
        var pause = due == null ? LONGEST_WAIT : Duration.between(now, due);
        var limited = pause.compareTo(LONGEST_WAIT) < 0 ? pause : LONGEST_WAIT;
        return new Next(standing.position(), limited, standing.held() < MOST_HELD);
    }

    /** The cases that failed and are to be tried again. */
    private Optional<Round> held(Standing standing, Instant now) {
        var due = means.deliveries().due(lease, now, means.properties().parallel());
        return due.isEmpty()
                ? Optional.empty()
                : Optional.of(new Round(
                        standing.position(),
                        due.stream().map(it -> work(standing, it)).toList()));
    }

    private Work work(Standing standing, HeldCase held) {
        var events = means.log().of(held.subject(), held.next(), standing.position(), standing.wanted());
        return new Work(held.subject(), events, held);
    }

    /** What the log has behind the position; what is about cases that are held waits with them. */
    private Optional<Round> fresh(Standing standing) {
        if (standing.held() >= MOST_HELD) {
            return Optional.empty();
        }
        var page = means.log().after(standing.position(), standing.wanted());
        return page.last() == standing.position()
                ? Optional.empty()
                : Optional.of(new Round(page.last(), works(withoutHeld(page))));
    }

    private List<OutgoingEvent> withoutHeld(OutgoingLog.Page page) {
        var subjects =
                page.events().stream().map(OutgoingEvent::subject).distinct().toList();
        var held = means.deliveries().heldAmong(lease, subjects);
        return page.events().stream()
                .filter(event -> !held.contains(event.subject()))
                .toList();
    }

    private static List<Work> works(List<OutgoingEvent> events) {
        var cases = new LinkedHashMap<UUID, List<OutgoingEvent>>();
        events.forEach(event ->
                cases.computeIfAbsent(event.subject(), _ -> new ArrayList<>()).add(event));
        return cases.entrySet().stream()
                .map(one -> new Work(one.getKey(), one.getValue(), null))
                .toList();
    }

    /**
     * One event for a receiver that took nothing: of a case that never failed, if there is one. With a case that is held the position
     * stays, since what the log has behind it may be about that case.
     */
    private Round probe(Standing standing) {
        var page = means.log().after(standing.position(), standing.wanted());
        var first = withoutHeld(page).stream().findFirst();
        return first.map(event -> new Round(event.position(), works(List.of(event))))
                .orElseGet(() -> new Round(
                        standing.position(),
                        means.deliveries().leastRecentlyTried(lease).map(held -> work(standing, held)).stream()
                                .toList()));
    }

    private Optional<Next> commit(Standing standing, Instant now, long begun, Round round) {
        record(standing, round);
        var attempts = new Attempts(event -> send(standing, event), () -> mayGoOn(begun));
        var results = attempts.make(round.works(), means.properties().parallel());
        var outcome = reckoning.of(standing, now, round.position(), results);
        return means.deliveries().commit(lease, outcome)
                ? Optional.of(new Next(round.position(), Duration.ZERO, false))
                : Optional.empty();
    }

    /** An attempt that has begun must be over before another node may take the subscription. */
    private boolean mayGoOn(long begun) {
        return means.erasures().getAsLong() == begun
                && lease.lasts(means.properties().timeout().multipliedBy(2));
    }

    /** Who is sent what is recorded before it leaves. */
    private void record(Standing standing, Round round) {
        var events =
                round.works().stream().flatMap(work -> work.events().stream()).toList();
        if (!events.isEmpty()) {
            var positions = events.stream().mapToLong(OutgoingEvent::position).summaryStatistics();
            means.accesses()
                    .record(new Access(
                            "webhook:" + standing.subscription(),
                            List.of(Role.ADMIN.name()),
                            OPERATION,
                            round.works().stream().map(Work::subject).toList(),
                            positions.getMin(),
                            positions.getMax(),
                            null,
                            SENT,
                            UUID.randomUUID().toString()));
        }
    }

    private Answer send(Standing standing, OutgoingEvent event) {
        var body = event.body().get();
        var headers = Signature.headers(event.id(), means.clock().instant(), body, standing.secrets());
        return means.sender().send(standing.target(), headers, body);
    }
}
