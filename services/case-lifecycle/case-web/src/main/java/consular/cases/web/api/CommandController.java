package consular.cases.web.api;

import consular.cases.domain.CommandName;
import consular.cases.web.identity.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Takes every command that is a request of its own. */
@Resource
@OpenTo(Audience.GIVERS)
class CommandController {
    private final CommandReception reception;

    CommandController(CommandReception reception) {
        this.reception = reception;
    }

    @PostMapping(path = "/cases", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<CommandAnswerBody> register(@AuthenticationPrincipal SignedIn person, HttpServletRequest request) {
        return reception.register(person, new CommandOverHttp("", CommandName.RegisterCase.name(), request));
    }

    @PostMapping(path = "/cases/{caseId}/commands/{command}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<CommandAnswerBody> command(
            @AuthenticationPrincipal SignedIn person,
            @PathVariable String caseId,
            @PathVariable String command,
            HttpServletRequest request) {
        return reception.give(person, new CommandOverHttp(caseId, command, request));
    }
}
