package consular.cases.web.api;

import consular.cases.application.KeyedOperations;
import consular.cases.application.PersonKeys;
import consular.cases.domain.people.CaseId;
import consular.cases.projections.EqualityReport;
import consular.cases.projections.ReadModelOperations;
import consular.cases.projections.RebuildReport;
import consular.cases.projections.Status;
import consular.cases.web.identity.SignedIn;
import consular.cases.web.json.JsonBody;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** What an administrator may do with the read models and with the keys of persons. */
@Resource
@OpenTo(Audience.ADMINISTRATORS)
class AdminController {
    private static final String REBUILD = "/admin/read-models/rebuild";

    private static final String ROTATE = "/admin/keys/rotate";

    private final ReadModelOperations operations;
    private final PersonKeys keys;
    private final KeyedOperations keyed;

    AdminController(ReadModelOperations operations, PersonKeys keys, KeyedOperations keyed) {
        this.keys = keys;
        this.operations = operations;
        this.keyed = keyed;
    }

    @PostMapping(REBUILD)
    ResponseEntity<RebuildReport> rebuild(@AuthenticationPrincipal SignedIn person, HttpServletRequest request) {
        return perform(person, request, REBUILD, RebuildReport.class, operations::rebuild);
    }

    @PostMapping(ROTATE)
    ResponseEntity<PersonKeys.Rotation> rotate(@AuthenticationPrincipal SignedIn person, HttpServletRequest request) {
        return perform(person, request, ROTATE, PersonKeys.Rotation.class, keys::rotate);
    }

    /** The body has no member that counts, but is a part of the request that the key belongs to. */
    private <T> ResponseEntity<T> perform(
            SignedIn person, HttpServletRequest request, String path, Class<T> type, Supplier<T> operation) {
        Parameters.of(request);
        var body = JsonBody.readIfAny(request);
        var key = CommandHeaders.key(request).map(text -> CommandHeaders.commandKey(person.name(), text, path, body));
        var outcome = keyed.perform(key.orElse(null), type, operation);
        var response = ResponseEntity.ok();
        if (outcome.replayed()) {
            response.header(CommandHeaders.REPLAYED, "true");
        }
        return response.body(outcome.answer());
    }

    @GetMapping("/admin/read-models/comparison")
    Comparison compare(HttpServletRequest request) {
        Parameters.of(request);
        return Comparison.of(operations.compare());
    }

    @GetMapping("/admin/read-models/status")
    Status status(HttpServletRequest request) {
        Parameters.of(request);
        return operations.status();
    }

    /** Whether the rows that serve are those that the log gives, and where not. */
    record Comparison(
            boolean equal,
            long cases,
            long unsettled,
            Map<String, Long> rows,
            Map<String, Long> differences,
            List<CaseId> examples) {
        static Comparison of(EqualityReport report) {
            return new Comparison(
                    report.isEqual(),
                    report.cases(),
                    report.unsettled(),
                    report.rows(),
                    report.differences(),
                    report.examples());
        }
    }
}
