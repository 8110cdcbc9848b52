package consular.cases.domain;

import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.refusals.ClassEntry;
import consular.cases.domain.refusals.Notice;
import consular.cases.domain.refusals.RefusalId;
import java.util.function.UnaryOperator;

/** How the notices of refusals and their entries in CLASS change. */
final class NoticeEvolution {
    private NoticeEvolution() {}

    static CaseFile notice(CaseFile file, RefusalId refusalId, UnaryOperator<Notice> change) {
        return file.mapRefusal(refusalId, it -> it.withNotice(change.apply(it.notice())));
    }

    static CaseFile classEntry(CaseFile file, RefusalId refusalId, UnaryOperator<ClassEntry> change) {
        return file.mapRefusal(refusalId, it -> it.withClassEntry(change.apply(it.classEntry())));
    }
}
