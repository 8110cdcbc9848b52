package consular.cases.application.posts;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Named days, worked out a year at a time when first asked for and then kept. */
final class ByYear {
    static final ByYear NONE = new ByYear(year -> Map.of());

    private final Map<Integer, Map<LocalDate, String>> years = new ConcurrentHashMap<>();
    private final IntFunction<Map<LocalDate, String>> source;

    ByYear(IntFunction<Map<LocalDate, String>> source) {
        this.source = source;
    }

    /** The day's name; null when it has none. */
    @Nullable
    String nameOf(LocalDate date) {
        return years.computeIfAbsent(date.getYear(), source::apply).get(date);
    }
}
