package consular.cases.web.api;

import consular.cases.domain.people.CaseId;
import consular.cases.domain.people.Role;
import consular.cases.projections.EqualityReport;
import consular.cases.projections.ReadModelOperations;
import consular.cases.projections.RebuildReport;
import consular.cases.projections.Status;
import consular.cases.web.identity.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** What an administrator may do with the read models. */
@Resource
class AdminController {
    private final ReadModelOperations operations;

    AdminController(ReadModelOperations operations) {
        this.operations = operations;
    }

    @PostMapping("/admin/read-models/rebuild")
    RebuildReport rebuild(@AuthenticationPrincipal SignedIn person, HttpServletRequest request) {
        admit(person, request);
        return operations.rebuild();
    }

    @GetMapping("/admin/read-models/comparison")
    Comparison compare(@AuthenticationPrincipal SignedIn person, HttpServletRequest request) {
        admit(person, request);
        return Comparison.of(operations.compare());
    }

    @GetMapping("/admin/read-models/status")
    Status status(@AuthenticationPrincipal SignedIn person, HttpServletRequest request) {
        admit(person, request);
        return operations.status();
    }

    private static void admit(SignedIn person, HttpServletRequest request) {
        person.require(role -> role == Role.ADMIN);
        Parameters.of(request);
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
