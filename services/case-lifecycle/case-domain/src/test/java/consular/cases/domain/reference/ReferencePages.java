package consular.cases.domain.reference;

import consular.cases.domain.posts.Post;
import consular.cases.domain.quasirefusals.QuasiRefusalEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** All pages of the reference that are written from the code. */
public final class ReferencePages {
    private ReferencePages() {}

    /**
     * The pages.
     *
     * @param quasiRefusals what happened to inquiries without an application, in order
     * @param posts the post with a code
     * @param services the folder of all services, whose sources are searched for rules
     * @param rejections by the name of a command, the codes that the interface promises for it, one space between
     * @param reasons by the id of a rule, why no test holds it
     */
    public static Stream<ReferencePage> of(
            List<Run> runs,
            List<List<QuasiRefusalEvent>> quasiRefusals,
            Function<String, Post> posts,
            Path services,
            Map<String, String> rejections,
            Map<String, String> reasons) {
        return Stream.of(
                CommandsPage.of(runs, rejections),
                EventsPage.of(runs),
                StatesPage.of(runs, quasiRefusals),
                DeadlinesPage.of(runs, posts),
                RejectionCodesPage.of(),
                RulesPage.of(),
                RuleCoveragePage.of(runs, Sources.below(services), reasons));
    }
}
