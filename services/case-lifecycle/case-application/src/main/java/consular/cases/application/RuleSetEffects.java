package consular.cases.application;

import consular.cases.domain.Assumption;
import consular.cases.domain.DecidedAnew;
import consular.cases.domain.MovedDeadline;
import consular.cases.domain.RecordedEvent;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.posts.PostCode;
import consular.cases.domain.posts.Posts;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells which clocks of the open cases another rule set or policy would move. Every case is decided anew both ways from its
 * record, a few cases at a time, so that a log of any length needs no more memory than they do.
 */
public final class RuleSetEffects {
    /** How many cases one page looks at, at the most: it may be short, or empty, and yet have a next. */
    public static final int CASES_PER_PAGE = 500;

    private static final int CASES_AT_A_TIME = 50;

    private final OpenCases openCases;
    private final CaseHistories histories;
    private final Posts posts;
    private final Clock clock;

    /** Looks through these cases with their records. */
    public RuleSetEffects(OpenCases openCases, CaseHistories histories, Posts posts, Clock clock) {
        this.openCases = openCases;
        this.histories = histories;
        this.posts = posts;
        this.clock = clock;
    }

    /**
     * What is asked.
     *
     * @param posts those whose cases are looked at; empty for all
     * @param after where the page before ended; null for the first
     */
    public record Question(
            Assumption from,
            Assumption to,
            Set<PostCode> posts,
            int limit,
            @Nullable Place after) {
        public Question {
            posts = Set.copyOf(posts);
        }
    }

    /**
     * Where a page ended.
     *
     * @param shown how many effects on that case have been shown
     */
    public record Place(CaseId caseId, int shown) {}

    /** A clock of a case that would move. */
    public record Effect(CaseId caseId, String caseNumber, PostCode post, MovedDeadline moved) {}

    /**
     * One page.
     *
     * @param next where it ended; null when nothing follows
     */
    public record Effects(List<Effect> items, @Nullable Place next) {
        public Effects {
            items = List.copyOf(items);
        }
    }

    /** One page of the effects, by the ids of the cases. */
    public Effects page(Question question) {
        var now = clock.instant();
        var items = new ArrayList<Effect>();
        var place = question.after();
        for (var looked = 0; looked < CASES_PER_PAGE; looked += CASES_AT_A_TIME) {
            var first = place == null ? null : place.caseId();
            // one more than are looked at, since the first may have been seen, and to tell whether any follow
            var cases = openCases.from(first, question.posts(), CASES_AT_A_TIME + 1);
            var records = histories.of(cases);
            for (var caseId : cases) {
                var shown = place != null && place.caseId().equals(caseId) ? place.shown() : 0;
                var effects = effects(caseId, records.getOrDefault(caseId, List.of()), question, now);
                for (var i = shown; i < effects.size(); i++) {
                    if (items.size() == question.limit()) {
                        return new Effects(items, place == null ? new Place(caseId, i) : place);
                    }
                    items.add(effects.get(i));
                    place = new Place(caseId, i + 1);
                }
                place = new Place(caseId, effects.size());
            }
            if (cases.size() <= CASES_AT_A_TIME) {
                return new Effects(items, null);
            }
        }
        return new Effects(items, place);
    }

    private List<Effect> effects(CaseId caseId, List<StoredEvent> record, Question question, Instant now) {
        if (record.isEmpty()) {
            return List.of();
        }
        var history = record.stream()
                .map(event -> new RecordedEvent(event.event(), event.stamp()))
                .toList();
        var from = DecidedAnew.of(history, posts, question.from(), now);
        var to = DecidedAnew.of(history, posts, question.to(), now);
        return MovedDeadline.between(from.deadlines(), to.deadlines()).stream()
                .map(moved ->
                        new Effect(caseId, to.file().caseNumber(), to.file().post(), moved))
                .toList();
    }
}
