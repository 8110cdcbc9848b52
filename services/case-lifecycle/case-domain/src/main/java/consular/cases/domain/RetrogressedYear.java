package consular.cases.domain;

import static consular.cases.domain.Deadline.Because.event;
import static consular.cases.domain.Deadline.Because.rule;
import static consular.cases.domain.law.Rule.RETROGRESSION_STOPS_THE_YEAR;

import consular.cases.domain.CaseState.CaseFile;
import java.util.ArrayList;
import java.util.List;

/** What retrogression has to do with the year to apply: that it stops it, has paused it, or has let it run on. */
final class RetrogressedYear {
    private RetrogressedYear() {}

    static List<Deadline.Because> reasons(CaseFile file) {
        var availability = file.registration().availability();
        if (availability == null) {
            return List.of();
        }
        var because = new ArrayList<Deadline.Because>();
        var isReleased = availability.cause().sequence() != availability.begun().sequence();
        if (isReleased) {
            because.add(
                    event(availability.cause().sequence(), "by what was entered then of when visas were available"));
        }
        if (availability.stopped()) {
            because.add(rule(RETROGRESSION_STOPS_THE_YEAR, "retrogression has stopped the year"));
        } else if (availability.daysStood() > 0) {
            because.add(rule(RETROGRESSION_STOPS_THE_YEAR, "the year stood while visas were unavailable"));
        } else if (isReleased) {
            because.add(rule(RETROGRESSION_STOPS_THE_YEAR, "retrogression stops the year no more"));
        }
        return because;
    }
}
