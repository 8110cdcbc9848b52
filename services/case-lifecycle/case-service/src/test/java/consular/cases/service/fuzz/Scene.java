package consular.cases.service.fuzz;

import java.time.Instant;
import java.util.Map;

/**
 * What all stories of a run share.
 *
 * @param now what the clock of the service shows, unless a story moves it
 * @param histories with which stories open
 * @param common what the document's examples tell
 */
record Scene(
        ApiDocument document,
        Caller caller,
        AnswerCheck check,
        Agenda agenda,
        Tally tally,
        Histories histories,
        Knowledge common,
        Instant now,
        long seed) {
    private static final Map<String, String> OF_PATHS = Map.of(
            "revision",
            "1",
            "level",
            "0",
            "index",
            "000",
            "path",
            "0/000",
            "processor",
            "read-models",
            "type",
            "CaseNoteAdded",
            "id",
            "R-IV-11");

    static Scene of(ApiDocument document, Caller caller, Instant now, long seed) {
        var common = new Knowledge();
        document.operations()
                .forEach(operation -> operation.bodies().values().stream()
                        .flatMap(media -> media.path("examples").valueStream())
                        .map(example -> example.get("value"))
                        .forEach(example -> common.learnAll(example, _ -> true)));
        // what paths have and no example
        OF_PATHS.forEach((name, value) -> common.learn(name, Values.string(value)));
        return new Scene(
                document,
                caller,
                new AnswerCheck(document),
                new Agenda(Target.allOf(document)),
                new Tally(),
                Histories.shuffled(seed),
                common,
                now,
                seed);
    }
}
