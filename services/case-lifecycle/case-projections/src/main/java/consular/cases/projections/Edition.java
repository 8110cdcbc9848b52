package consular.cases.projections;

import consular.cases.domain.law.Alarms;
import consular.cases.domain.law.Policy;
import consular.cases.domain.posts.Posts;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the read models follow from beside the log: the calendars, alarms other than the recommended, and which tables with
 * which columns there are. Rows built under another edition are built anew.
 */
final class Edition {
    private Edition() {}

    static String of(List<ReadModel<?>> models, Posts posts, Policy policy) {
        var days = policy.alarms().equals(Alarms.RECOMMENDED)
                ? posts.edition()
                : posts.edition() + " with " + policy.alarms();
        return days + " in " + Integer.toHexString(tables(models).hashCode());
    }

    private static String tables(List<ReadModel<?>> models) {
        return models.stream()
                .map(model -> model.columns().insertInto(model.table()))
                .sorted()
                .collect(Collectors.joining("\n"));
    }
}
