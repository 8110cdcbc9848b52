package consular.cases.application.letters;

import consular.cases.domain.CaseDecider;
import consular.cases.domain.CaseEvent;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.CaseState.NotRegistered;
import consular.cases.domain.RecordedEvent;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What a history says, as a whole or of its latest event of a kind. */
final class Folds {
    private Folds() {}

    static CaseFile of(List<RecordedEvent> history) {
        return switch (CaseDecider.fold(history)) {
            case CaseFile file -> file;
            case NotRegistered _ -> throw new IllegalArgumentException("a history begins with a registration");
        };
    }

    /** The latest event of a type that is meant. */
    static <E extends CaseEvent> Optional<Line<E>> latest(
            List<RecordedEvent> history, Class<E> type, Predicate<E> meant, CaseFile file) {
        for (var at = history.size() - 1; at >= 0; at--) {
            var line = history.get(at);
            if (type.isInstance(line.event()) && meant.test(type.cast(line.event()))) {
                var on = line.stamp().effectiveAt().atZone(file.zone()).toLocalDate();
                return Optional.of(new Line<>(at, on, type.cast(line.event())));
            }
        }
        return Optional.empty();
    }

    /**
     * An event in its place.
     *
     * @param on the post-local day on which it took effect
     */
    record Line<E extends CaseEvent>(int index, LocalDate on, E event) {}
}
