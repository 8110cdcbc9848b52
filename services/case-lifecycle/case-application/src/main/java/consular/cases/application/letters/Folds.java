package consular.cases.application.letters;

import consular.cases.domain.CaseDecider;
import consular.cases.domain.CaseEvent;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.CaseState.NotRegistered;
import consular.cases.domain.RecordedEvent;
import consular.cases.domain.posts.PostCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What a history says, as a whole or of its events of a kind. */
final class Folds {
    private Folds() {}

    static CaseFile of(List<RecordedEvent> history) {
        return switch (CaseDecider.fold(history)) {
            case CaseFile file -> file;
            case NotRegistered _ -> throw new IllegalArgumentException("a history begins with a registration");
        };
    }

    /** The events of a type that are meant, oldest first. */
    static <E extends CaseEvent> List<Line<E>> all(List<RecordedEvent> history, Class<E> type, Predicate<E> meant) {
        var lines = new ArrayList<Line<E>>();
        for (var at = 0; at < history.size(); at++) {
            var line = history.get(at);
            if (type.isInstance(line.event()) && meant.test(type.cast(line.event()))) {
                lines.add(new Line<>(
                        at, type.cast(line.event()), line.stamp().effectiveAt(), of(history.subList(0, at + 1))));
            }
        }
        return lines;
    }

    /**
     * An event in its place. A case may go to another post later; what the event was does not change with it.
     *
     * @param then the case as the event left it
     */
    record Line<E extends CaseEvent>(int index, E event, Instant effectiveAt, CaseFile then) {
        /** The day on which it took effect, at the post where the case was then. */
        LocalDate on() {
            return effectiveAt.atZone(then.zone()).toLocalDate();
        }

        /** The post where the case was then. */
        PostCode post() {
            return then.post();
        }
    }
}
