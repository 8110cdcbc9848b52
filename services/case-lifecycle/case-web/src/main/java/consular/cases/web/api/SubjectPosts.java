package consular.cases.web.api;

import consular.cases.application.CaseHistories;
import consular.cases.application.LogLine;
import consular.cases.application.StoredEvent;
import consular.cases.application.StoredQuasiRefusalEvent;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.posts.PostCode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Tells at which post is what the log is about. */
@Component
final class SubjectPosts {
    private final CaseHistories histories;

    SubjectPosts(CaseHistories histories) {
        this.histories = histories;
    }

    /**
     * Where the subjects are when it is asked: with a case that is sent to another post, all of its events go there. A
     * quasi-refusal stays at its post. Nothing of the lines is kept until then.
     */
    Supplier<Map<UUID, PostCode>> of(List<? extends LogLine> lines) {
        var quasiRefusals = new HashMap<UUID, PostCode>();
        var cases = new HashSet<CaseId>();
        for (var line : lines) {
            switch (line) {
                case StoredEvent event -> cases.add(event.caseId());
                case StoredQuasiRefusalEvent event ->
                    quasiRefusals.put(event.subject(), event.event().post());
            }
        }
        return () -> {
            var posts = new HashMap<>(quasiRefusals);
            histories.forEachPortion(
                    cases,
                    records -> records.forEach((caseId, record) ->
                            posts.put(caseId.value(), CaseAccess.postOf(record).orElseThrow())));
            return posts;
        };
    }
}
