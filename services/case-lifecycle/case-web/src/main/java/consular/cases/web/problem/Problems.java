package consular.cases.web.problem;

import consular.cases.application.CommandFailure;
import consular.cases.application.PlainCause;
import consular.cases.application.accesses.AccessNotRecorded;
import consular.cases.projections.BadCursor;
import consular.cases.projections.BadFilter;
import consular.cases.projections.CaseHeldBack;
import consular.cases.projections.RebuildFailed;
import consular.cases.projections.deadletters.DeadLetterProblem;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Turns every failure into a problem document; the one place that does. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE) // before whatever Spring Boot puts there
public final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final String REPLAYED = "Idempotency-Replayed";

    /** Seconds after which a read model has most likely caught up. */
    private static final String SOON = "1";

    /** Seconds after which a database may be back, or a place free. */
    private static final String LATER = "5";

    /** Where whoever has a place keeps it for long. */
    private static final Set<ProblemCode> LONG_AT_WORK =
            EnumSet.of(ProblemCode.TOO_MANY_FOLLOWERS, ProblemCode.TOO_MANY_IMPORTS);

    /** Seconds after which somebody may have seen to a dead letter. */
    private static final String MENDED = "60";

    /** The answer to a request that failed so; null when there is nobody left to answer. */
    @ExceptionHandler(Exception.class)
    @Nullable
    ResponseEntity<Problem> answer(Exception failure, HttpServletRequest request) {
        return failure instanceof AsyncRequestNotUsableException ? null : explain(failure, request.getRequestURI());
    }

    /** The answer to a request that failed so. */
    public static ResponseEntity<Problem> explain(Throwable failure, String instance) {
        return switch (failure) {
            case ApiException known -> known(known, instance);
            case CommandFailure refused -> refused(refused, instance);
            case BadFilter bad -> malformed(Fault.ofParameter(bad.name(), detail(bad)), instance);
            case BadCursor bad -> malformed(Fault.ofParameter("after", detail(bad)), instance);
            case RebuildFailed halted
            when halted.isAnotherUnderWay() ->
                of(ProblemCode.REBUILD_UNDER_WAY, detail(halted), instance, List.of(), new HttpHeaders());
            case CaseHeldBack held -> {
                var headers = new HttpHeaders();
                headers.set(HttpHeaders.RETRY_AFTER, MENDED);
                yield of(ProblemCode.CASE_HELD_BACK, detail(held), instance, List.of(), headers);
            }
            case DeadLetterProblem letter ->
                of(
                        letter.isBusy() ? ProblemCode.DEAD_LETTER_BUSY : ProblemCode.NOT_FOUND,
                        detail(letter),
                        instance,
                        List.of(),
                        new HttpHeaders());
            case AccessNotRecorded _ -> unavailable("who reads what can't be recorded just now; try again", instance);
            case AuthenticationException _, JwtDecoderInitializationException _ ->
                unavailable("who you are can't be checked just now; try again", instance);
            case ErrorResponse known -> framework(known, instance);
            case InvalidParameterException _ ->
                malformed(Fault.ofMember("", "the query has a parameter that can't be read"), instance);
            // what was to be answered before the answer failed
            case ServletException wrapping when wrapping.getCause() != null -> explain(wrapping.getCause(), instance);
            // a firewall looks at names and values when they are asked for
            case RequestRejectedException _ ->
                malformed(
                        Fault.ofMember("", "the request has a parameter or header that nothing here takes"), instance);
            case HttpMessageNotReadableException _ -> malformed(Fault.ofMember("", "the body can't be read"), instance);
            default -> unexpected(failure, instance);
        };
    }

    private static ResponseEntity<Problem> known(ApiException failure, String instance) {
        var headers = new HttpHeaders();
        var status = failure.code().status();
        if (status == HttpStatus.SERVICE_UNAVAILABLE || status == HttpStatus.TOO_MANY_REQUESTS) {
            headers.set(HttpHeaders.RETRY_AFTER, LONG_AT_WORK.contains(failure.code()) ? LATER : SOON);
        }
        return of(failure.code(), detail(failure), instance, failure.faults(), headers);
    }

    private static ResponseEntity<Problem> refused(CommandFailure failure, String instance) {
        var headers = new HttpHeaders();
        return switch (failure) {
            case CommandFailure.Rejected rejected -> {
                if (rejected.isReplayed()) {
                    headers.set(REPLAYED, "true");
                }
                yield of(Problem.of(rejected.rejection(), instance), headers);
            }
            case CommandFailure.Malformed malformed ->
                malformed(Fault.ofMember(malformed.pointer(), detail(malformed)), instance);
            case CommandFailure.VersionMismatch mismatch -> {
                headers.setETag("\"" + mismatch.actual() + "\"");
                yield of(ProblemCode.VERSION_MISMATCH, detail(mismatch), instance, List.of(), headers);
            }
            case CommandFailure.NoSuchCase missing ->
                of(ProblemCode.NOT_FOUND, detail(missing), instance, List.of(), headers);
            case CommandFailure.ConcurrentModification lost ->
                of(ProblemCode.CONCURRENT_MODIFICATION, detail(lost), instance, List.of(), headers);
            case CommandFailure.CaseFull full -> of(ProblemCode.CASE_FULL, detail(full), instance, List.of(), headers);
            case CommandFailure.KeyReused reused ->
                of(ProblemCode.IDEMPOTENCY_KEY_REUSED, detail(reused), instance, List.of(), headers);
        };
    }

    private static ResponseEntity<Problem> malformed(Fault fault, String instance) {
        return of(ProblemCode.MALFORMED_REQUEST, fault.detail(), instance, List.of(fault), new HttpHeaders());
    }

    /** What Spring found wrong; its own details may quote the request, so they are not passed on. */
    private static ResponseEntity<Problem> framework(ErrorResponse failure, String instance) {
        var code = ProblemCode.of(failure.getStatusCode().value());
        return of(code, detail(code, failure), instance, List.of(), failure.getHeaders());
    }

    private static String detail(ProblemCode code, ErrorResponse failure) {
        return switch (failure) {
            case HttpRequestMethodNotSupportedException method ->
                "allowed here: "
                        + String.join(
                                ", ",
                                method.getSupportedHttpMethods() == null
                                        ? List.of()
                                        : method.getSupportedHttpMethods().stream()
                                                .map(Object::toString)
                                                .sorted()
                                                .toList());
            case HttpMediaTypeException type ->
                "known here: "
                        + String.join(
                                ", ",
                                type.getSupportedMediaTypes().stream()
                                        .map(MediaType::toString)
                                        .toList());
            default -> code.title();
        };
    }

    private static ResponseEntity<Problem> unexpected(Throwable failure, String instance) {
        if (DatabaseAway.isNoneFree(failure)) {
            LOG.warn("no connection to the database was free: {}", failure.toString());
            return unavailable(
                    "too busy: no connection to the database was free in time; try again, with the same idempotency"
                            + " key if there was one",
                    instance);
        }
        if (DatabaseAway.isCauseOf(failure)) {
            LOG.warn("the database is away: {}", PlainCause.of(failure).toString());
            return unavailable(
                    "the database is away; try again, with the same idempotency key if there was one", instance);
        }
        LOG.error("{} failed", instance, PlainCause.wordless(failure));
        return of(
                ProblemCode.INTERNAL_ERROR,
                "the service failed; its log says why",
                instance,
                List.of(),
                new HttpHeaders());
    }

    private static ResponseEntity<Problem> unavailable(String detail, String instance) {
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, LATER);
        return of(ProblemCode.SERVICE_UNAVAILABLE, detail, instance, List.of(), headers);
    }

    private static ResponseEntity<Problem> of(
            ProblemCode code, String detail, String instance, List<Fault> faults, HttpHeaders headers) {
        return of(Problem.of(code, detail, instance, faults), headers);
    }

    private static ResponseEntity<Problem> of(Problem problem, HttpHeaders headers) {
        return ResponseEntity.status(HttpStatusCode.valueOf(problem.status()))
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static String detail(Exception failure) {
        var message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }
}
