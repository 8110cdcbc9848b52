package consular.cases.domain;

import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.people.ApplicantId;
import java.util.List;

/** What the domain makes of the words of a command, for tests that compare it with what the log enciphers. */
public record WordsSaid(List<ApplicantId> about, boolean inOwnWords) {
    public static WordsSaid by(CaseCommand.ByPerson command, CaseState state) {
        var words = CommandWords.of(command, (CaseFile) state);
        return new WordsSaid(words.about(), words.inOwnWords());
    }
}
