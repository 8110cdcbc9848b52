package consular.cases.web.api;

import consular.cases.web.identity.SignedIn;
import consular.cases.web.json.JsonBody;
import consular.cases.web.limits.AdmissionFilter;
import consular.cases.web.limits.RateLimit;
import consular.cases.web.problem.ApiException;
import consular.cases.web.problem.Fault;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;

/** Takes many commands in one request. Each is let in, decided and answered as it would be alone, so whoever gives commands is let in. */
@Resource
@OpenTo(Audience.GIVERS)
class BatchController {
    static final String PATH = Resource.ROOT + "/commands:batch";

    private final CommandBatch batches;
    private final BatchSettings settings;
    private final RateLimit limit;

    BatchController(CommandBatch batches, BatchSettings settings, RateLimit limit) {
        this.batches = batches;
        this.settings = settings;
        this.limit = limit;
    }

    @PostMapping(path = "/commands:batch", consumes = MediaType.APPLICATION_JSON_VALUE)
    BatchAnswer give(@AuthenticationPrincipal SignedIn person, HttpServletRequest request) {
        Parameters.of(request);
        if (request.getHeader(HttpHeaders.IF_MATCH) != null) {
            throw ApiException.malformed(Fault.ofHeader(
                    HttpHeaders.IF_MATCH, "a batch is of no version; each item has an expectedVersion of its own"));
        }
        var batch = BatchBodies.bind(JsonBody.read(request), settings.items());
        limit.charge(request, batch.items().size() - 1L);
        // its commands have places of their own
        AdmissionFilter.leave(request);
        return new BatchAnswer(batches.give(person, batch));
    }
}
