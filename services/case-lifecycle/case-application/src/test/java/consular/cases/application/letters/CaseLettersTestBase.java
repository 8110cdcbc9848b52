package consular.cases.application.letters;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.application.posts.ReferencePosts;
import consular.cases.domain.CaseCommand;
import consular.cases.domain.CaseCommand.ActOnDeadlines;
import consular.cases.domain.CaseCommand.ApplyForVisa;
import consular.cases.domain.CaseCommand.IssueWrittenNotice;
import consular.cases.domain.CaseCommand.Refuse221g;
import consular.cases.domain.CaseCommand.RefuseIneligible;
import consular.cases.domain.CaseCommand.RegisterCase;
import consular.cases.domain.CaseCommand.TransferCase;
import consular.cases.domain.CaseDecider;
import consular.cases.domain.CaseEvent.WrittenNoticeIssued;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.CommandContext;
import consular.cases.domain.Decision;
import consular.cases.domain.Fee;
import consular.cases.domain.GroundGiven;
import consular.cases.domain.ReasonGiven;
import consular.cases.domain.RecordedEvent;
import consular.cases.domain.law.Policy;
import consular.cases.domain.people.Actor;
import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.people.FamilyRole;
import consular.cases.domain.people.OfficerId;
import consular.cases.domain.people.Person;
import consular.cases.domain.people.Petition;
import consular.cases.domain.people.Role;
import consular.cases.domain.posts.Post;
import consular.cases.domain.posts.PostCode;
import consular.cases.domain.posts.Posts;
import consular.cases.domain.refusals.RefusalId;
import consular.cases.domain.visas.VisaCategory;
import consular.cases.letters.document.Language;
import consular.cases.letters.render.PlainText;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A case whose letters are read, and what is done with it. */
abstract class CaseLettersTestBase {
    static final ApplicantId A1 = new ApplicantId("a1");
    static final RefusalId R1 = new RefusalId("R1");
    private static final Posts POSTS = ReferencePosts.load();

    private final List<RecordedEvent> history = new ArrayList<>();
    private String now = "";
    private Policy policy = Policy.RECOMMENDED;

    final void registered() {
        give(
                Role.INTAKE,
                new RegisterCase(
                        "MNL1",
                        new PostCode("MNL"),
                        VisaCategory.IMMIGRANT,
                        "IR1",
                        new Petition("I-130", "WAC1"),
                        List.of(new Person(
                                A1, FamilyRole.PRINCIPAL, "Santos", "Maria", LocalDate.of(1990, 1, 1), "PH")),
                        null));
    }

    final void applied() {
        itIs("2024-03-05T10:00");
        registered();
        give(Role.INTAKE, new ApplyForVisa(A1, "DS-260", new Fee(true, "R-1", Fee.Place.NVC)));
    }

    final void ineligible() {
        applied();
        give(
                Role.ADJUDICATOR,
                new RefuseIneligible(A1, List.of(new GroundGiven("212(a)(4)", "facts", false, false, false)), null));
    }

    static CaseCommand refuse221g() {
        return new Refuse221g(A1, List.of(new ReasonGiven("BC", null, null)), null);
    }

    /** From here on. */
    final void under(Policy other) {
        policy = other;
    }

    /** By the clock of the post where the case is. */
    final void itIs(String time) {
        now = time;
    }

    final void passes(String time) {
        itIs(time);
        give(Role.SERVICE, new ActOnDeadlines());
    }

    final void transferTo(String post) {
        give(Role.ADJUDICATOR, new TransferCase(new PostCode(post)));
    }

    final void give(Role role, CaseCommand command) {
        var actor = role == Role.SERVICE ? Actor.SERVICE : new Actor(new OfficerId("is-" + role), role, true);
        var state = CaseDecider.fold(history);
        var post = post(state instanceof CaseFile file ? file.post() : new PostCode("MNL"));
        var destination = command instanceof TransferCase transfer ? post(transfer.toPost()) : null;
        var clock = LocalDateTime.parse(now).atZone(post.zone()).toInstant();
        var decision = CaseDecider.decide(
                command,
                state,
                new CommandContext(
                                CaseId.of("00000000-0000-7000-8000-000000000001"),
                                actor,
                                post,
                                null,
                                clock,
                                null,
                                null,
                                false)
                        .sendingTo(destination)
                        .under(policy));
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        history.addAll(((Decision.Accepted) decision).events());
    }

    /** As an earlier release did, whose check of the words was another. */
    final void issuedOnce(String text) {
        give(Role.ADJUDICATOR, new IssueWrittenNotice(R1, null));
        var issued = history.removeLast();
        history.add(new RecordedEvent(new WrittenNoticeIssued(R1, text), issued.stamp()));
    }

    final CaseLetters letters() {
        return CaseLetters.of(history, POSTS);
    }

    final List<String> ids() {
        return letters().all().stream().map(CaseLetter::letterId).toList();
    }

    final LocalDate date(String letterId) {
        return letters().all().stream()
                .filter(letter -> letter.letterId().equals(letterId))
                .findFirst()
                .orElseThrow()
                .date();
    }

    final String text(String letterId) {
        return text(letterId, null);
    }

    final String text(String letterId, @Nullable Integer issue) {
        var letters = letters();
        return letters.find(letterId, issue)
                .flatMap(letter -> letters.write(letter, Language.ENGLISH))
                .map(PlainText::of)
                .orElseThrow()
                .replaceAll("\\s+", " ");
    }

    private static Post post(PostCode code) {
        return POSTS.find(code).orElseThrow();
    }
}
