namespace ServerlessCompute;

/// <summary>A token ended and there is no other, though there was one before: for who waits for hours, a trouble that passes.</summary>
internal sealed class TokenLapsedException(Exception cause) : Exception(cause.Message, cause);
