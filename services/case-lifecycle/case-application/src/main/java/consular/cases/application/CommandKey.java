package consular.cases.application;

/**
 * An idempotency key as its caller gave it.
 *
 * @param caller who gave it; keys of different callers never meet
 * @param requestHash SHA-256 over method, path and body, in hexadecimal
 */
public record CommandKey(String caller, String key, String requestHash) {}
