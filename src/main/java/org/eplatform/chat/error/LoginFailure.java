package org.eplatform.chat.error;

import io.quarkus.security.UnauthorizedException;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.ErrorCodeValidator;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.lang.UnresolvableKeyException;

/// Why a token was not taken, for the audit log: in our words, since the framework's hold the token. The caller hears none of it.
final class LoginFailure {

    private LoginFailure() {}

    static String of(Throwable failure) {
        var cause = failure;
        for (int depth = 0; cause != null && depth < 16; depth++, cause = cause.getCause()) {
            switch (cause) {
                case ChatException ours -> {
                    return ours.getMessage();
                }
                case InvalidJwtException invalid when !invalid.getErrorDetails().isEmpty() -> {
                    return of(invalid.getErrorDetails().getFirst());
                }
                case UnresolvableKeyException _ -> {
                    return "the key is not one of the provider's";
                }
                default -> { }
            }
        }
        return failure instanceof UnauthorizedException ? "no token" : "not valid";
    }

    private static String of(ErrorCodeValidator.Error error) {
        return switch (error.getErrorCode()) {
            case ErrorCodes.EXPIRED -> "expired";
            case ErrorCodes.NOT_YET_VALID -> "not valid yet";
            case ErrorCodes.AUDIENCE_MISSING, ErrorCodes.AUDIENCE_INVALID -> "for another audience";
            case ErrorCodes.ISSUER_MISSING, ErrorCodes.ISSUER_INVALID -> "of another issuer";
            case ErrorCodes.SIGNATURE_INVALID, ErrorCodes.SIGNATURE_MISSING -> "not signed by the provider";
            case ErrorCodes.MISCELLANEOUS -> "not an access token that is taken here";
            // A number of the library's list: more than this, only its text could say, which repeats the token's claims.
            default -> "not valid (" + error.getErrorCode() + ")";
        };
    }
}
