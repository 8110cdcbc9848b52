package consular.cases.web.api;

import consular.cases.domain.people.CaseId;
import consular.cases.web.json.JsonBody;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A command that is a request of its own.
 *
 * @param caseText the case as the path names it; empty for a registration
 */
record CommandOverHttp(String caseText, String command, HttpServletRequest request) implements CommandForm {
    private static final String DRY_RUN = "dryRun";

    @Override
    public CaseId caseId() {
        return CaseAccess.id(caseText);
    }

    @Override
    public boolean dryRun() {
        return Parameters.of(request, DRY_RUN).flag(DRY_RUN);
    }

    @Override
    public ObjectNode body() {
        return JsonBody.read(request);
    }

    @Override
    public @Nullable Long expectedVersion() {
        return CommandHeaders.expectedVersion(request);
    }

    @Override
    public Optional<String> key() {
        return CommandHeaders.key(request);
    }
}
