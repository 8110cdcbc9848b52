package consular.cases.web.api;

import consular.cases.application.CommandFailure;
import consular.cases.application.StoredEvent;
import consular.cases.domain.CaseDecider;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.RecordedEvent;
import consular.cases.domain.WhatIf;
import consular.cases.domain.posts.Posts;
import consular.cases.web.identity.SignedIn;
import consular.cases.web.json.JsonBody;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Answers what would follow from commands. It is a question, though asked with POST because of its body: nothing is
 * stored, so there is nothing for an idempotency key to protect, and the same question later may be answered differently.
 */
@Resource
class WhatIfController {
    private static final List<String> BESIDE_THE_BODY = List.of("/effectiveAt", "/lateEntryReason");

    private final CaseAccess access;
    private final Posts posts;
    private final Clock clock;

    WhatIfController(CaseAccess access, Posts posts, Clock clock) {
        this.access = access;
        this.posts = posts;
        this.clock = clock;
    }

    @PostMapping(path = "/cases/{caseId}/what-if", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<WhatIfAnswer> ask(
            @AuthenticationPrincipal SignedIn person, @PathVariable String caseId, HttpServletRequest request) {
        var events = access.read(person, caseId).events();
        Parameters.of(request);
        var body = JsonBody.read(request);
        // a role is refused before anything else in the body is looked at, as where the command is given
        WhatIfBodies.names(body).forEach(name -> person.require(name::isFor));
        var question = WhatIfBodies.bind(body);
        var expected = CommandHeaders.expectedVersion(request);
        CommandHeaders.key(request);
        if (expected != null && expected != events.size()) {
            throw new CommandFailure.VersionMismatch(expected, events.size());
        }
        return ResponseEntity.ok().eTag("\"" + events.size() + "\"").body(answer(person, fold(events), question));
    }

    private WhatIfAnswer answer(SignedIn person, CaseFile file, WhatIfBodies.Question question) {
        var supposed = question.commands().stream()
                .map(given -> new WhatIf.Supposed(
                        given.command(),
                        person.require(given.envelope().command()::isFor),
                        given.envelope().effectiveAt(),
                        given.envelope().lateEntryReason()))
                .toList();
        return switch (WhatIf.ask(file, posts, clock.instant(), supposed, question.until())) {
            case WhatIf.Followup followup ->
                WhatIfAnswer.of(
                        file.version(),
                        followup,
                        question.commands(),
                        posts.find(followup.file().post()).orElseThrow());
            case WhatIf.Senseless senseless ->
                throw new CommandFailure.Malformed(pointer(senseless), senseless.detail());
        };
    }

    private static String pointer(WhatIf.Senseless senseless) {
        var command = senseless.command();
        if (command == null) {
            return senseless.pointer();
        }
        var at = "/" + WhatIfBodies.COMMANDS + "/" + command;
        return BESIDE_THE_BODY.contains(senseless.pointer())
                ? at + senseless.pointer()
                : at + "/" + WhatIfBodies.BODY + senseless.pointer();
    }

    private static CaseFile fold(List<StoredEvent> events) {
        var lines = events.stream()
                .map(event -> new RecordedEvent(event.event(), event.stamp()))
                .toList();
        if (CaseDecider.fold(lines) instanceof CaseFile file) {
            return file;
        }
        throw new IllegalStateException("what may be read is registered");
    }
}
