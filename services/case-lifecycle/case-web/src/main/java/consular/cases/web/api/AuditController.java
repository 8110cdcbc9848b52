package consular.cases.web.api;

import consular.cases.application.audit.AuditTrail;
import consular.cases.application.audit.AuditTrail.Consistency;
import consular.cases.application.audit.AuditTrail.Inclusion;
import consular.cases.web.identity.SignedIn;
import consular.cases.web.problem.ApiException;
import consular.cases.web.problem.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The evidence behind the log, for auditors and for programs that verify it. Whoever asks for JSON is given what is none as well, as
 * in the last release.
 */
@Resource
@OpenTo(Audience.VERIFIERS)
class AuditController {
    private static final String ZIP = "application/zip";
    private static final String PARTIAL = ".p/";
    private static final Duration FOR_GOOD = Duration.ofDays(365);

    private final AuditTrail trail;
    private final CaseAccess access;

    AuditController(AuditTrail trail, CaseAccess access) {
        this.trail = trail;
        this.access = access;
    }

    @GetMapping(path = "/audit/checkpoint", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<String> checkpoint(@AuthenticationPrincipal SignedIn person, HttpServletRequest request) {
        require(person, request);
        return text(trail.checkpoint().orElseThrow(AuditController::notSignedYet));
    }

    @GetMapping(path = "/audit/key", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<String> key(@AuthenticationPrincipal SignedIn person, HttpServletRequest request) {
        require(person, request);
        var keys = trail.keys();
        if (keys.isEmpty()) {
            throw missing("this log signs no checkpoints");
        }
        return text(String.join("\n", keys) + "\n");
    }

    @GetMapping("/audit/proof/inclusion")
    Inclusion inclusion(@AuthenticationPrincipal SignedIn person, HttpServletRequest request) {
        var parameters = require(person, request, "logIndex");
        var index = parameters.number("logIndex", 0).orElseThrow(() -> Parameters.bad("logIndex", "is missing"));
        return trail.inclusion(index)
                .orElseThrow(
                        () -> missing("the last checkpoint covers no event of that index; if it is new, ask again"));
    }

    @GetMapping("/audit/proof/consistency")
    Consistency consistency(@AuthenticationPrincipal SignedIn person, HttpServletRequest request) {
        var parameters = require(person, request, "from", "to");
        long from = parameters.number("from", 0).orElseThrow(() -> Parameters.bad("from", "is missing"));
        long to = parameters.number("to", 0).orElseThrow(() -> Parameters.bad("to", "is missing"));
        if (from > to) {
            throw Parameters.bad("from", "is more than to");
        }
        return trail.consistency(from, to)
                .orElseThrow(() -> missing("the last checkpoint covers fewer than " + to + " events"));
    }

    /** Whoever loads it gets a ZIP archive or, if it breaks off, a broken one: never a smaller log that looks whole. */
    @GetMapping(
            path = "/audit/export",
            produces = {ZIP, MediaType.APPLICATION_JSON_VALUE})
    void export(@AuthenticationPrincipal SignedIn person, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        require(person, request);
        if (!trail.export(new LateZip(response))) {
            throw notSignedYet();
        }
    }

    @GetMapping(
            path = "/audit/tile/{*path}",
            produces = {MediaType.APPLICATION_OCTET_STREAM_VALUE, MediaType.APPLICATION_JSON_VALUE})
    ResponseEntity<byte[]> tile(
            @AuthenticationPrincipal SignedIn person, @PathVariable String path, HttpServletRequest request) {
        require(person, request);
        var tile = trail.tile("tile" + path).orElseThrow(() -> missing("there is no such tile"));
        var answer = ResponseEntity.ok().contentType(MediaType.APPLICATION_OCTET_STREAM);
        return path.contains(PARTIAL)
                ? answer.body(tile)
                : answer.cacheControl(
                                CacheControl.maxAge(FOR_GOOD).cachePrivate().immutable())
                        .body(tile);
    }

    @OpenTo(Audience.CASE_READERS)
    @GetMapping(path = "/cases/{caseId}/proof", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> proof(
            @AuthenticationPrincipal SignedIn person, @PathVariable String caseId, HttpServletRequest request) {
        var record = access.read(person, caseId);
        Parameters.of(request);
        var document = trail.proofOf(record.caseId()).orElseThrow(AuditController::notSignedYet);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(document);
    }

    private static Parameters require(SignedIn person, HttpServletRequest request, String... known) {
        person.requireEveryPost("the evidence is of all posts");
        return Parameters.of(request, known);
    }

    private static ResponseEntity<String> text(String text) {
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_PLAIN)
                .cacheControl(CacheControl.noCache())
                .body(text);
    }

    private static ApiException missing(String why) {
        return new ApiException(ProblemCode.NOT_FOUND, why);
    }

    private static ApiException notSignedYet() {
        return new ApiException(
                ProblemCode.SERVICE_UNAVAILABLE, "no checkpoint covers that yet; ask again in a second");
    }

    /** Decides on its headers when the first byte comes: until then the answer may still be a problem. */
    private static final class LateZip extends OutputStream {
        private final HttpServletResponse response;
        private boolean begun;

        LateZip(HttpServletResponse response) {
            this.response = response;
        }

        @Override
        public void write(int value) throws IOException {
            begin().write(value);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            begin().write(bytes, offset, length);
        }

        @Override
        public void flush() throws IOException {
            if (begun) {
                response.getOutputStream().flush();
            }
        }

        private OutputStream begin() throws IOException {
            if (!begun) {
                begun = true;
                response.setContentType(ZIP);
                response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"case-log.zip\"");
            }
            return response.getOutputStream();
        }
    }
}
