package consular.cases.web.api;

import consular.cases.domain.people.Role;
import consular.cases.projections.ReadModelOperations;
import consular.cases.web.identity.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
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
    Object rebuild(@AuthenticationPrincipal SignedIn person, HttpServletRequest request) {
        admit(person, request);
        return operations.rebuild();
    }

    @GetMapping("/admin/read-models/comparison")
    Object compare(@AuthenticationPrincipal SignedIn person, HttpServletRequest request) {
        admit(person, request);
        return operations.compare();
    }

    @GetMapping("/admin/read-models/status")
    Object status(@AuthenticationPrincipal SignedIn person, HttpServletRequest request) {
        admit(person, request);
        return operations.status();
    }

    private static void admit(SignedIn person, HttpServletRequest request) {
        person.require(role -> role == Role.ADMIN);
        Parameters.of(request);
    }
}
