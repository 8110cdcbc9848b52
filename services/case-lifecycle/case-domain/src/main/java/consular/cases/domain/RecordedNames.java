package consular.cases.domain;

import consular.cases.domain.CaseEvent.AdvisoryOpinionRequested;
import consular.cases.domain.CaseEvent.FindingsSuperseded;
import consular.cases.domain.CaseEvent.RefusalReferredToDepartment;
import consular.cases.domain.CaseEvent.RefusalSelectedByPolicy;
import consular.cases.domain.CaseEvent.VisaRefused;
import consular.cases.domain.opinions.AdvisoryOpinionId;
import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.refusals.FindingId;
import consular.cases.domain.refusals.NewFinding;
import consular.cases.domain.refusals.RefusalId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Gives the refusals, findings and opinions of a record decided anew the ids that the record has for them. Ids are counted,
 * so where an earlier refusal could not be given those after it would count one less, and what the record says of one would
 * be taken for another. What the record does not have is numbered on from its last.
 */
final class RecordedNames {
    private int refusals;
    private int findings;
    private int opinions;

    RecordedNames(List<RecordedEvent> history) {
        refusals = (int) refusals(history).count();
        findings = refusals(history).mapToInt(it -> it.findings().size()).sum();
        opinions = opinions(history).size();
    }

    /**
     * The events of one decision under their names.
     *
     * @param anew what the decision comes to now; only what it begins needs a name, the rest has one
     * @param recorded what the record has of it
     */
    List<RecordedEvent> name(List<RecordedEvent> anew, List<RecordedEvent> recorded) {
        var refused = named(anew, recorded);
        var asked = namedOpinions(opinions(anew), opinions(recorded));
        return refused.isEmpty() && asked.isEmpty()
                ? anew
                : anew.stream()
                        .map(line -> new RecordedEvent(named(line.event(), refused, asked), line.stamp()))
                        .toList();
    }

    private static CaseEvent named(
            CaseEvent event, Map<RefusalId, VisaRefused> refused, Map<AdvisoryOpinionId, AdvisoryOpinionId> asked) {
        if (event instanceof VisaRefused e) {
            return refused.getOrDefault(e.refusalId(), e);
        }
        if (event instanceof FindingsSuperseded e) {
            return new FindingsSuperseded(e.applicantId(), e.findingIds(), refusal(e.supersededBy(), refused));
        }
        if (event instanceof RefusalSelectedByPolicy e) {
            return new RefusalSelectedByPolicy(refusal(e.refusalId(), refused), e.percent());
        }
        if (event instanceof RefusalReferredToDepartment e) {
            return new RefusalReferredToDepartment(
                    e.refusalId(), e.reviewer(), e.question(), opinion(e.advisoryOpinionId(), asked));
        }
        if (event instanceof AdvisoryOpinionRequested e) {
            return new AdvisoryOpinionRequested(
                    opinion(e.advisoryOpinionId(), asked),
                    e.applicantId(),
                    e.refusalId(),
                    e.findingId(),
                    e.origin(),
                    e.question(),
                    e.requestedOn(),
                    e.nextFollowUpOn());
        }
        return event;
    }

    private static RefusalId refusal(RefusalId id, Map<RefusalId, VisaRefused> refused) {
        var named = refused.get(id);
        return named == null ? id : named.refusalId();
    }

    private static AdvisoryOpinionId opinion(AdvisoryOpinionId id, Map<AdvisoryOpinionId, AdvisoryOpinionId> asked) {
        return asked.getOrDefault(id, id);
    }

    /** An applicant's first refusal in the decision is the first that the record has of it there, and so on. */
    private Map<RefusalId, VisaRefused> named(List<RecordedEvent> anew, List<RecordedEvent> recorded) {
        var counterparts = new HashMap<ApplicantId, List<VisaRefused>>();
        refusals(recorded)
                .forEach(it -> counterparts
                        .computeIfAbsent(it.applicantId(), _ -> new ArrayList<>())
                        .add(it));
        var named = new HashMap<RefusalId, VisaRefused>();
        refusals(anew).forEach(it -> {
            var left = counterparts.getOrDefault(it.applicantId(), List.of());
            named.put(it.refusalId(), left.isEmpty() ? namedAnew(it) : named(it, left.removeFirst()));
        });
        return named;
    }

    private VisaRefused namedAnew(VisaRefused refused) {
        refusals++;
        return with(new RefusalId("R" + refusals), refused, List.of());
    }

    private VisaRefused named(VisaRefused refused, VisaRefused counterpart) {
        return with(counterpart.refusalId(), refused, counterpart.findings());
    }

    private VisaRefused with(RefusalId refusalId, VisaRefused e, List<NewFinding> counterparts) {
        var named = new ArrayList<NewFinding>();
        for (var finding : e.findings()) {
            named.add(finding.named(
                    named.size() < counterparts.size()
                            ? counterparts.get(named.size()).findingId()
                            : nextFinding()));
        }
        return new VisaRefused(
                refusalId,
                e.applicantId(),
                e.refusedOn(),
                e.officer(),
                e.straightforward(),
                e.fileCategory(),
                e.reviewClass(),
                e.reviewTarget(),
                e.reviewDeadline(),
                e.noticeDueOn(),
                List.copyOf(named),
                e.missingDocuments());
    }

    private FindingId nextFinding() {
        findings++;
        return new FindingId("F" + findings);
    }

    private Map<AdvisoryOpinionId, AdvisoryOpinionId> namedOpinions(
            List<AdvisoryOpinionId> anew, List<AdvisoryOpinionId> recorded) {
        var named = new HashMap<AdvisoryOpinionId, AdvisoryOpinionId>();
        for (var id : anew) {
            named.put(id, named.size() < recorded.size() ? recorded.get(named.size()) : nextOpinion());
        }
        return named;
    }

    private AdvisoryOpinionId nextOpinion() {
        opinions++;
        return new AdvisoryOpinionId("AO" + opinions);
    }

    private static Stream<VisaRefused> refusals(List<RecordedEvent> lines) {
        return lines.stream()
                .map(RecordedEvent::event)
                .filter(VisaRefused.class::isInstance)
                .map(VisaRefused.class::cast);
    }

    private static List<AdvisoryOpinionId> opinions(List<RecordedEvent> lines) {
        return lines.stream()
                .map(RecordedEvent::event)
                .filter(AdvisoryOpinionRequested.class::isInstance)
                .map(it -> ((AdvisoryOpinionRequested) it).advisoryOpinionId())
                .toList();
    }
}
