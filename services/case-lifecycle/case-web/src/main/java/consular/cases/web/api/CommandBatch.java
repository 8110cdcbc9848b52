package consular.cases.web.api;

import consular.cases.application.CaseRegister;
import consular.cases.domain.people.CaseId;
import consular.cases.web.identity.SignedIn;
import consular.cases.web.limits.Places;
import consular.cases.web.limits.PlacesOfEach;
import consular.cases.web.problem.ApiException;
import consular.cases.web.problem.ProblemCode;
import consular.cases.web.problem.Problems;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slf4j.MDC;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Works through batches: the commands on a case one after the other, those on different cases beside each other. */
@Component
@EnableConfigurationProperties(BatchSettings.class)
final class CommandBatch {
    private static final int CONFLICT = 409;
    private static final int FAILURE = 400;
    private static final int FAULT_OF_THE_SERVICE = 500;

    private final CommandReception reception;
    private final CaseRegister register;
    private final BatchSettings settings;
    private final Places batches;
    private final PlacesOfEach own;
    private final Places room;

    CommandBatch(CommandReception reception, CaseRegister register, BatchSettings settings) {
        this.reception = reception;
        this.register = register;
        this.settings = settings;
        this.batches = new Places(settings.batches());
        this.own = new PlacesOfEach(settings.batchesOfEach());
        this.room = new Places(settings.parallel());
    }

    private record Placed(int place, BatchAnswer.Outcome outcome) {}

    /**
     * Gives every command; what comes of one is an outcome, never a failure of the batch.
     *
     * @throws ApiException 503 when as many batches are worked through as may be, 429 when as many of this person's are; nothing was done
     *     of this one then
     */
    List<BatchAnswer.Outcome> give(SignedIn person, BatchBodies.Batch batch) {
        try (var _ = own.take(person.name(), Duration.ZERO).orElseThrow(CommandBatch::tooMany);
                var _ = batches.take(Duration.ZERO)
                        .orElseThrow(() -> busy("as many batches are worked through as may be"))) {
            return workThrough(
                    person, batch, System.nanoTime() + settings.patience().toNanos());
        }
    }

    private List<BatchAnswer.Outcome> workThrough(SignedIn person, BatchBodies.Batch batch, long end) {
        List<Future<List<Placed>>> cases;
        // what is logged of a command says of which request it is
        var ids = MDC.getCopyOfContextMap();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var numbered = new ConcurrentHashMap<String, CaseId>();
            cases = byCase(batch.items(), numbered, end).stream()
                    .map(items -> threads.submit(() -> {
                        MDC.setContextMap(ids);
                        return inOrder(person, items, numbered, batch.stopCaseOnFailure(), end);
                    }))
                    .toList();
        }
        return cases.stream()
                .flatMap(done -> done.resultNow().stream())
                .sorted(Comparator.comparingInt(Placed::place))
                .map(Placed::outcome)
                .toList();
    }

    private Collection<List<BatchItem>> byCase(List<JsonNode> nodes, Map<String, CaseId> numbered, long end) {
        var items = IntStream.range(0, nodes.size())
                .mapToObj(place -> new BatchItem(place, nodes.get(place), numbered))
                .toList();
        var numbers = items.stream()
                .filter(item -> !item.isRegistration())
                .flatMap(item -> item.number().stream())
                .collect(Collectors.toSet());
        if (!numbers.isEmpty()) {
            try (var _ = turn(end)) {
                numbered.putAll(register.withNumbers(numbers));
            }
        }
        return items.stream()
                .collect(Collectors.groupingBy(BatchItem::turn, LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    private List<Placed> inOrder(
            SignedIn person, List<BatchItem> items, Map<String, CaseId> numbered, boolean stopOnFailure, long end) {
        var outcomes = new ArrayList<Placed>(items.size());
        var goesOn = true;
        for (var item : items) {
            var answer = goesOn ? answer(person, item, numbered, end) : notAttempted(item);
            goesOn = goesOn && goesOnAfter(answer.getStatusCode().value(), stopOnFailure);
            outcomes.add(new Placed(item.place(), BatchAnswer.Outcome.of(answer)));
        }
        return outcomes;
    }

    /** After what may succeed when it is sent again nothing goes on, or it would come before what it was sent behind. */
    private static boolean goesOnAfter(int status, boolean stopOnFailure) {
        return status < FAILURE || (!stopOnFailure && status != CONFLICT && status < FAULT_OF_THE_SERVICE);
    }

    /** A place among the commands that are worked on, before it is too late. */
    private Places.Place turn(long end) {
        var left = end - System.nanoTime();
        return (left <= 0 ? Optional.<Places.Place>empty() : room.take(Duration.ofNanos(left)))
                .orElseThrow(() -> busy("the batch took too long, and nothing was done of this"));
    }

    private static ApiException tooMany() {
        return new ApiException(
                ProblemCode.TOO_MANY_REQUESTS,
                "as many batches of yours are worked through as may be of one client; send it again, with the same"
                        + " keys");
    }

    private static ApiException busy(String why) {
        return new ApiException(ProblemCode.SERVICE_UNAVAILABLE, why + "; send it again, with the same keys");
    }

    private ResponseEntity<?> answer(SignedIn person, BatchItem item, Map<String, CaseId> numbered, long end) {
        try (var _ = turn(end)) {
            if (!item.isRegistration()) {
                return reception.give(person, item);
            }
            var answer = reception.register(person, item);
            var body = answer.getBody();
            if (body != null) {
                item.number().ifPresent(number -> numbered.put(number, body.caseId()));
            }
            return answer;
        } catch (RuntimeException | Error failure) {
            return Problems.explain(failure, item.instance());
        }
    }

    private static ResponseEntity<?> notAttempted(BatchItem item) {
        return Problems.explain(
                new ApiException(
                        ProblemCode.NOT_ATTEMPTED,
                        "an earlier command on the case failed, so this one was not looked at; send it again behind"
                                + " that one, with the same key"),
                item.instance());
    }
}
