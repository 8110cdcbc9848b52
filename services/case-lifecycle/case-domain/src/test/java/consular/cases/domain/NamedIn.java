package consular.cases.domain;

import consular.cases.domain.opinions.AdvisoryOpinionId;
import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.refusals.RefusalId;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The applicants, refusals and opinions that an event names, by their ids. */
final class NamedIn {
    private static final ClassValue<List<Method>> MEMBERS = new ClassValue<>() {
        @Override
        protected List<Method> computeValue(Class<?> event) {
            return Arrays.stream(event.getRecordComponents())
                    .map(RecordComponent::getAccessor)
                    .toList();
        }
    };

    private NamedIn() {}

    static Set<String> event(CaseEvent event) {
        var named = new HashSet<String>();
        for (var member : MEMBERS.get(event.getClass())) {
            try {
                add(member.invoke(event), named);
            } catch (ReflectiveOperationException unreadable) {
                throw new LinkageError("an event is a public record", unreadable);
            }
        }
        return named;
    }

    private static void add(Object value, Set<String> named) {
        switch (value) {
            case ApplicantId id -> named.add(id.value());
            case RefusalId id -> named.add(id.value());
            case AdvisoryOpinionId id -> named.add(id.value());
            case Collection<?> many -> many.forEach(one -> add(one, named));
            case null, default -> {}
        }
    }
}
