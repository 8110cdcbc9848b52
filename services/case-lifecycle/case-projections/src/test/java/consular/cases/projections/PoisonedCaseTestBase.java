package consular.cases.projections;

import static consular.cases.projections.Cases.OFFICER;
import static consular.cases.projections.TestPosts.BOGOTA;

import consular.cases.domain.CaseCommand.AddCaseNote;
import consular.cases.domain.people.CaseId;
import consular.cases.projections.deadletters.DeadLetterOperations;
import consular.cases.projections.deadletters.DeadLetterOperations.Held;
import consular.cases.projections.feewindows.FeeWindow;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A case of which no rows can be made: the calendar of its post is lost after it was refused. */
abstract class PoisonedCaseTestBase {
    static final String READ_MODELS = "read-models";

    ReadSide side;
    CaseId poisoned;
    long seen;

    @BeforeEach
    void poison() {
        side = ReadSide.started();
        side.cases.itIs("2024-03-05", BOGOTA);
        poisoned = side.cases.refused221g(BOGOTA);
        side.hasSeen(poisoned);
        seen = side.cases.version(poisoned);
        posts().loseCalendarOf(BOGOTA);
        note();
    }

    @AfterEach
    void stop() {
        side.close();
    }

    final TestPosts posts() {
        return side.bean(TestPosts.class);
    }

    final DeadLetterOperations operations() {
        return side.bean(DeadLetterOperations.class);
    }

    final void note() {
        side.cases.give(poisoned, OFFICER, new AddCaseNote("one more event"));
    }

    final List<Held> all() {
        return operations().held(null, null, 10, null);
    }

    final Held held() {
        return heldBehind(0);
    }

    final Held heldBehind(long behind) {
        return heldBehind(poisoned, behind);
    }

    final Held heldBehind(CaseId caseId, long behind) {
        var end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (System.nanoTime() < end) {
            var held = operations().held(READ_MODELS, caseId.toString(), 10, null);
            if (!held.isEmpty() && held.getFirst().waitingBehind() >= behind) {
                return held.getFirst();
            }
            LockSupport.parkNanos(10_000_000);
        }
        throw new AssertionError("there are no such letters: " + all());
    }

    final long windowsOf(CaseId caseId) {
        return side.all(ReadModelName.FEE_WINDOWS, Map.of()).stream()
                .map(FeeWindow.class::cast)
                .filter(window -> window.caseId().equals(caseId.value()))
                .count();
    }
}
