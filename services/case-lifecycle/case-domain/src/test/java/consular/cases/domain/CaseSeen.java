package consular.cases.domain;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.law.Policy;
import consular.cases.domain.posts.Post;
import consular.cases.domain.reference.Outcome;
import consular.cases.domain.reference.Run;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is to be seen of the case that a {@link CaseScenario} tells of. */
abstract class CaseSeen {
    final List<RecordedEvent> history = new ArrayList<>();
    private final List<Outcome> outcomes = new ArrayList<>();
    final Post post;
    Instant clock = Instant.EPOCH;
    CaseState state = CaseDecider.initialState();

    @Nullable
    Decision last;

    Policy policy = Policy.RECOMMENDED;

    CaseSeen(Post post) {
        this.post = post;
    }

    /** Keeps what became of a person's command. */
    final void note(CaseCommand command, Decision decision) {
        Arrays.stream(CommandName.values())
                .filter(name -> name.type().isInstance(command))
                .forEach(name -> {
                    switch (decision) {
                        case Decision.Accepted accepted -> outcomes.add(new Outcome.Accepted(name, accepted.events()));
                        case Decision.Rejected rejected ->
                            outcomes.add(new Outcome.Refused(
                                    name, rejected.rejection().code()));
                        case Decision.Malformed _, Decision.Stale _ -> {}
                    }
                });
    }

    /** The story as it went so far. */
    final Run run() {
        return new Run("a story", post.code().value(), List.of(), List.copyOf(outcomes), history());
    }

    /** The post where the case is now. */
    final Post current() {
        return state instanceof CaseFile file && !file.post().equals(post.code())
                ? TestPosts.named(file.post().value())
                : post;
    }

    List<Deadline> deadlines(DeadlineKind kind) {
        return CaseDeadlines.of(file(), current(), policy.alarms()).stream()
                .filter(it -> it.kind() == kind)
                .toList();
    }

    /** Every event of a type in the history. */
    <E extends CaseEvent> List<E> all(Class<E> type) {
        return history.stream()
                .map(RecordedEvent::event)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** The line of the only event of a type. */
    RecordedEvent line(Class<? extends CaseEvent> type) {
        var lines = history.stream().filter(it -> type.isInstance(it.event())).toList();
        assertThat(lines).as(type.getSimpleName()).hasSize(1);
        return lines.getFirst();
    }

    List<RecordedEvent> lastEvents() {
        return switch (lastDecision()) {
            case Decision.Accepted accepted -> accepted.events();
            case Decision.Rejected rejected -> throw new AssertionError(rejected);
            case Decision.Malformed malformed -> throw new AssertionError(malformed);
            case Decision.Stale stale -> throw new AssertionError(stale);
        };
    }

    Decision lastDecision() {
        var decision = last;
        assertThat(decision).as("a decision").isNotNull();
        return decision == null ? new Decision.Accepted(List.of()) : decision;
    }

    List<RecordedEvent> history() {
        return List.copyOf(history);
    }

    CaseState state() {
        return state;
    }

    CaseFile file() {
        return switch (state) {
            case CaseFile file -> file;
            case CaseState.NotRegistered _ -> throw new AssertionError("nothing is registered");
        };
    }

    Post post() {
        return post;
    }

    CaseView view() {
        return CaseView.of(file());
    }

    ApplicantView applicant() {
        return view().applicants().getFirst();
    }

    RefusalView refusal(String refusalId) {
        return view().applicants().stream()
                .flatMap(it -> it.refusals().stream())
                .filter(it -> it.refusalId().value().equals(refusalId))
                .findFirst()
                .orElseThrow();
    }

    FindingView finding(String findingId) {
        return view().applicants().stream()
                .flatMap(it -> it.refusals().stream())
                .flatMap(it -> it.findings().stream())
                .filter(it -> it.findingId().value().equals(findingId))
                .findFirst()
                .orElseThrow();
    }
}
