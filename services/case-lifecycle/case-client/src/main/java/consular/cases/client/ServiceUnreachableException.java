package consular.cases.client;

import java.io.IOException;

/**
 * No answer came, however often it was asked. A command may have taken effect or not: give it again, under the same key, to learn
 * which.
 */
public final class ServiceUnreachableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ServiceUnreachableException(IOException last) {
        super("the service does not answer: " + last, last);
    }

    ServiceUnreachableException(InterruptedException interrupted) {
        super("interrupted before the service answered", interrupted);
    }
}
