package consular.cases.application;

import consular.cases.domain.people.CaseId;
import consular.cases.domain.posts.PostCode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lists the cases on which something may still happen. */
public interface OpenCases {
    /**
     * The open cases in the order of their ids.
     *
     * @param first with which to begin, itself included; null for the very first
     * @param posts those at which the cases are; empty for all
     */
    List<CaseId> from(@Nullable CaseId first, Set<PostCode> posts, int limit);
}
