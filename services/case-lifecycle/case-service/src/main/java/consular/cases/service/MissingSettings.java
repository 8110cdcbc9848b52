package consular.cases.service;

import java.util.List;

/** The service can't start: settings that the profile needs were not given. */
final class MissingSettings extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MissingSettings(List<String> variables) {
        super("the profile production needs " + String.join(", ", variables) + "; set them and start again");
    }
}
