package consular.cases.application.posts;

import consular.cases.domain.posts.CalendarDay;
import consular.cases.domain.posts.PostCode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Special openings and closures, by post. */
final class CalendarExceptions {
    static final String HEADER = "post,date,day,reason";

    private final Map<PostCode, Map<LocalDate, CalendarDay>> byPost = new HashMap<>();

    /** Reads rows of post, ISO date, OPEN or CLOSED, and the reason that the calendar will show. */
    CalendarExceptions(List<List<String>> rows) {
        for (var row : rows) {
            var day = new CalendarDay(LocalDate.parse(row.get(1)), isOpen(row.get(2)), row.get(3));
            if (day.why().isEmpty()) {
                throw new IllegalArgumentException("a special opening or closure needs a reason: " + row);
            }
            var days = byPost.computeIfAbsent(new PostCode(row.getFirst()), post -> new HashMap<>());
            if (days.put(day.date(), day) != null) {
                throw new IllegalArgumentException("two special openings or closures of one post on " + day.date());
            }
        }
    }

    Set<PostCode> posts() {
        return byPost.keySet();
    }

    Map<LocalDate, CalendarDay> of(PostCode post) {
        return byPost.getOrDefault(post, Map.of());
    }

    private static boolean isOpen(String day) {
        return switch (day) {
            case "OPEN" -> true;
            case "CLOSED" -> false;
            default -> throw new IllegalArgumentException("a day is OPEN or CLOSED, not " + day);
        };
    }
}
