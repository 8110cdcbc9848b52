package consular.cases.web.api;

import consular.cases.projections.Page;
import consular.cases.projections.ReadModelName;
import consular.cases.projections.ReadModelQuery;
import consular.cases.projections.ReadModels;
import consular.cases.web.identity.SignedIn;
import consular.cases.web.problem.ApiException;
import consular.cases.web.problem.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The pages of the read models, as a request asks for them, of the posts that the person works for. */
@Component
final class ReadModelPages {
    private static final Set<String> COMMON = Set.of("post", "limit", "after", "atLeast");

    private final ReadModels readModels;
    private final PostFilter postFilter;

    ReadModelPages(ReadModels readModels, PostFilter postFilter) {
        this.readModels = readModels;
        this.postFilter = postFilter;
    }

    /** The page that the query of a request asks for. */
    Page of(ReadModelName name, SignedIn person, HttpServletRequest request) {
        return of(name, person, request, Map.of());
    }

    /** The page that the query of a request asks for, and of it only what these filters leave besides. */
    Page of(ReadModelName name, SignedIn person, HttpServletRequest request, Map<String, String> besides) {
        var parameters = Parameters.of(
                request, known -> COMMON.contains(known) || name.filters().contains(known));
        var posts = postFilter.of(person, parameters);
        var filters = new HashMap<>(besides);
        name.filters().forEach(filter -> parameters.text(filter).ifPresent(value -> filters.put(filter, value)));
        var query = new ReadModelQuery(
                posts, filters, parameters.limit(), parameters.text("after").orElse(null));
        parameters.atLeast().ifPresent(this::await);
        return readModels.page(name, query);
    }

    private void await(Parameters.AtLeast seen) {
        if (!readModels.awaitCase(seen.caseId(), seen.version())) {
            throw new ApiException(
                    ProblemCode.NOT_YET_VISIBLE, "the read models have not seen that version of the case yet");
        }
    }
}
