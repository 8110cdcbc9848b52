package consular.benchmarks.history;

import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.people.FamilyRole;
import consular.cases.domain.people.Person;
import consular.cases.domain.refusals.FindingId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The persons of one case, as the replay follows them: where the source has them, and where they stand in law. */
final class Applicants {
    /** One person. The source gives counts; the rest is made up and looks it: born on the first day of 2000, in Antarctica. */
    static final class Applicant {
        private final int number;
        private Status status;
        private Standing standing = Standing.NOT_EXECUTED;
        private List<FindingId> findings = List.of();
        private boolean ineligibilityOvercome;

        private Applicant(int number, Status status) {
            this.number = number;
            this.status = status;
        }

        ApplicantId id() {
            return new ApplicantId("a" + number);
        }

        Person person() {
            return new Person(
                    id(),
                    switch (number) {
                        case 1 -> FamilyRole.PRINCIPAL;
                        case 2 -> FamilyRole.SPOUSE;
                        default -> FamilyRole.CHILD;
                    },
                    "Placeholder",
                    "Applicant " + number,
                    LocalDate.of(2000, 1, 1),
                    "AQ");
        }

        Status status() {
            return status;
        }

        Standing standing() {
            return standing;
        }

        /** The findings that stand. */
        List<FindingId> findings() {
            return findings;
        }

        boolean ineligibilityOvercome() {
            return ineligibilityOvercome;
        }

        void seenAs(Status now) {
            status = now;
        }

        void stands(Standing now, List<FindingId> active) {
            if (standing == Standing.INELIGIBLE && now == Standing.OPEN) {
                ineligibilityOvercome = true;
            }
            standing = now;
            findings = List.copyOf(active);
        }
    }

    /** A person whose status is another in the next snapshot. */
    record Move(Applicant applicant, Status to) {}

    private final List<Applicant> everyone = new ArrayList<>();

    /** Everyone as in the first snapshot. */
    Applicants(Counts first, Status principal) {
        everyone.add(new Applicant(1, principal));
        var others = first.plus(principal, -1);
        for (var status : Status.ALL) {
            for (var i = 0; i < others.of(status); i++) {
                everyone.add(new Applicant(everyone.size() + 1, status));
            }
        }
    }

    List<Applicant> everyone() {
        return everyone;
    }

    /** Who moves where between two snapshots, the principal first: the others' visas wait for his or hers. */
    List<Move> moves(Counts before, Counts after, Status principal) {
        var moves = new ArrayList<Move>();
        var leader = everyone.getFirst();
        if (leader.status() != principal) {
            moves.add(new Move(leader, principal));
        }
        var others = new ArrayList<>(everyone.subList(1, everyone.size()));
        for (var change : Change.between(before.plus(leader.status(), -1), after.plus(principal, -1))) {
            var moving = others.stream()
                    .filter(person -> person.status() == change.from())
                    .sorted(Comparator.comparingInt(person -> strain(person, change)))
                    .limit(change.persons())
                    .toList();
            others.removeAll(moving);
            moving.forEach(person -> moves.add(new Move(person, change.to())));
        }
        return moves;
    }

    /** Of persons whom the source does not tell apart, those go first whose standing in law fits the change. */
    private static int strain(Applicant person, Change change) {
        if (person.standing() == change.to().standing()) {
            return 0;
        }
        return person.standing() == change.from().standing() ? 1 : 2;
    }
}
