package consular.cases.application.letters;

import consular.cases.domain.CaseEvent.InquiryAnswered;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.RecordedEvent;
import consular.cases.domain.notices.Requester;
import consular.cases.domain.people.Counsel;
import consular.cases.domain.refusals.NoticeState;
import consular.cases.domain.refusals.Refusal;
import consular.cases.letters.document.LetterKind;
import consular.cases.letters.facts.LetterFacts;
import consular.cases.letters.facts.LetterHead;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The replies to inquiries, as they were given. Each is a letter of its own, to whoever asked. What the Department says
 * later of a notice cannot change their words, so that a reply which tells more than it allows is no letter any more.
 */
final class InquiryOccasions {
    private InquiryOccasions() {}

    static Stream<Occasion> of(List<RecordedEvent> history, CaseFile file) {
        var replies = Folds.all(history, InquiryAnswered.class, _ -> true);
        return IntStream.range(0, replies.size())
                .filter(at -> tellsNoMoreThanAllowed(replies.get(at), file))
                .mapToObj(at -> reply(at + 1, replies.get(at)));
    }

    private static boolean tellsNoMoreThanAllowed(Folds.Line<InquiryAnswered> line, CaseFile now) {
        return line.then().applicant(line.event().applicantId()).orElseThrow().refusals().stream()
                .allMatch(then -> wasInstructed(
                        then,
                        now.refusal(then.refusalId()).orElseThrow().notice().state()));
    }

    /** Whether what the Department instructs now, if anything, was instructed when the reply was given. */
    private static boolean wasInstructed(Refusal then, NoticeState now) {
        return switch (now) {
            case DUE, ORAL_GIVEN, NOTIFIED -> true;
            case LIMITED, SUPPRESSED -> then.notice().state() == now;
        };
    }

    private static Occasion reply(int number, Folds.Line<InquiryAnswered> line) {
        var event = line.event();
        var counsel = asker(line);
        return new Occasion(
                new CaseLetter(
                        "inquiry-" + number, 1, LetterKind.INQUIRY_REPLY, null, event.applicantId(), null, line.on()),
                line.then(),
                line.post(),
                head -> new LetterFacts.InquiryAnswer(
                        to(counsel, head), event.requester(), event.reference(), event.text()));
    }

    /** The attorney of record, if it was the attorney who asked. */
    private static @Nullable Counsel asker(Folds.Line<InquiryAnswered> line) {
        return line.event().requester() == Requester.COUNSEL
                ? line.then().details().counsel()
                : null;
    }

    private static LetterHead to(@Nullable Counsel counsel, LetterHead head) {
        return new LetterHead(
                head.language(), head.postCity(), head.caseNumber(), head.applicant(), counsel, head.date());
    }
}
