package consular.cases.web.api;

import consular.cases.application.CaseRegister;
import consular.cases.domain.people.CaseId;
import consular.cases.web.identity.SignedIn;
import consular.cases.web.problem.ApiException;
import consular.cases.web.problem.ProblemCode;
import consular.cases.web.problem.Problems;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
    private final Semaphore room;

    CommandBatch(CommandReception reception, CaseRegister register, BatchSettings settings) {
        this.reception = reception;
        this.register = register;
        this.room = new Semaphore(settings.parallel(), true);
    }

    private record Placed(int place, BatchAnswer.Outcome outcome) {}

    /** Gives every command; what comes of one is an outcome, never a failure of the batch. */
    List<BatchAnswer.Outcome> give(SignedIn person, BatchBodies.Batch batch) {
        List<Future<List<Placed>>> cases;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var numbered = new ConcurrentHashMap<String, CaseId>();
            cases = byCase(batch.items(), numbered).stream()
                    .map(items -> threads.submit(() -> inOrder(person, items, numbered, batch.stopCaseOnFailure())))
                    .toList();
        }
        return cases.stream()
                .flatMap(done -> done.resultNow().stream())
                .sorted(Comparator.comparingInt(Placed::place))
                .map(Placed::outcome)
                .toList();
    }

    private Collection<List<BatchItem>> byCase(List<JsonNode> nodes, Map<String, CaseId> numbered) {
        var items = IntStream.range(0, nodes.size())
                .mapToObj(place -> new BatchItem(place, nodes.get(place), numbered))
                .toList();
        var numbers = items.stream()
                .filter(item -> !item.isRegistration())
                .flatMap(item -> item.number().stream())
                .collect(Collectors.toSet());
        if (!numbers.isEmpty()) {
            numbered.putAll(register.withNumbers(numbers));
        }
        return items.stream()
                .collect(Collectors.groupingBy(BatchItem::turn, LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    private List<Placed> inOrder(
            SignedIn person, List<BatchItem> items, Map<String, CaseId> numbered, boolean stopOnFailure) {
        var outcomes = new ArrayList<Placed>(items.size());
        var goesOn = true;
        for (var item : items) {
            var answer = goesOn ? answer(person, item, numbered) : notAttempted(item);
            goesOn = goesOn && goesOnAfter(answer.getStatusCode().value(), stopOnFailure);
            outcomes.add(new Placed(item.place(), BatchAnswer.Outcome.of(answer)));
        }
        return outcomes;
    }

    /** After what may succeed when it is sent again nothing goes on, or it would come before what it was sent behind. */
    private static boolean goesOnAfter(int status, boolean stopOnFailure) {
        return status < FAILURE || (!stopOnFailure && status != CONFLICT && status < FAULT_OF_THE_SERVICE);
    }

    private ResponseEntity<?> answer(SignedIn person, BatchItem item, Map<String, CaseId> numbered) {
        room.acquireUninterruptibly();
        try {
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
        } finally {
            room.release();
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
